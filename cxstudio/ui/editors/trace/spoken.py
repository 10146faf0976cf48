"""What is said of a record of the graph: in a tooltip, and to those who cannot see it."""

from __future__ import annotations

from cxstudio.drawing.trace.folding import Shown
from cxstudio.drawing.trace.look import FAULT_WORDS
from cxstudio.i18n import _, ngettext
from cxstudio.model.words import WORDS
from cxstudio.ui import widgets


def name_of(shown: Shown, node: int) -> str:
    """Code and words, such as "G-07 No live seat information"."""
    record = shown.nodes[node]
    return f"{record.code} {record.words}"


def described(shown: Shown, node: int) -> str:
    """Kind, backing, links and what is missing, as sentences."""
    record = shown.nodes[node]
    parts = [_kind(shown, node)]
    if record.strength is not None:
        parts.append(widgets.strength_sentence(record.strength))
    before, after = len(shown.behind.get(node, ())), len(shown.onward.get(node, ()))
    parts.append(
        ngettext("Linked to {count} before it", "Linked to {count} before it", before).format(
            count=before
        )
    )
    parts.append(
        ngettext("and to {count} after it", "and to {count} after it", after).format(count=after)
    )
    parts.extend(_(FAULT_WORDS[fault]) for fault in record.faults)
    return _(", ").join(part.rstrip(".。") for part in parts if part) + _(".")


def tip(shown: Shown, node: int) -> str:
    """All words of a record, with its kind, its links and what is missing below."""
    return f"{name_of(shown, node)}\n{described(shown, node)}"


def _kind(shown: Shown, node: int) -> str:
    record = shown.nodes[node]
    if record.count:
        text = ngettext("{count} record", "{count} records", record.count)
        state = _("open") if record.open else _("folded")
        return _("{records}, {state}").format(records=text.format(count=record.count), state=state)
    return _(WORDS["kind"].get(record.end.kind, record.end.kind))
