"""What is said of a record of the graph: in a tooltip, and to those who cannot see it."""

from __future__ import annotations

from cxstudio.drawing.trace.folding import Shown
from cxstudio.drawing.trace.look import FAULT_WORDS
from cxstudio.i18n import _
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
        _("Links: {before} before it, {after} after it.").format(before=before, after=after)
    )
    if record.faults:
        faults = _(", ").join(_(FAULT_WORDS[fault]) for fault in record.faults)
        parts.append(_("Dead end: {faults}.").format(faults=faults))
    return " ".join(parts)


def tip(shown: Shown, node: int) -> str:
    """All words of a record, with its kind, its links and what is missing below."""
    return f"{name_of(shown, node)}\n{described(shown, node)}"


def _kind(shown: Shown, node: int) -> str:
    record = shown.nodes[node]
    if record.count:
        text = _("Open group of {count}.") if record.open else _("Folded group of {count}.")
        return text.format(count=record.count)
    return _("{kind}.").format(kind=_(WORDS["kind"].get(record.end.kind, record.end.kind)))
