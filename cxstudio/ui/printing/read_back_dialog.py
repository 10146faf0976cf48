"""A table that was read: into which map it goes, and what it would change there."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QWidget

from cxstudio.exchange.journey_content import JourneyContent
from cxstudio.exchange.journey_matching import Difference, How, differences, likeness
from cxstudio.i18n import N_, _, ngettext
from cxstudio.model.words import WORDS
from cxstudio.ui import widgets
from cxstudio.ui.shell.dialog import Dialog
from cxstudio.ui.widgets.change_list import ChangeList, ChangeRow
from cxstudio.ui.widgets.chip import ChipKind

HERE, NEW = "here", "new"
ENOUGH = 0.5
"""A table that shares so much with the map shown is taken for that map."""
MOST_ROWS = 200

HOW: dict[How, tuple[str, ChipKind]] = {
    "added": (N_("Added"), "accent"),
    "changed": (N_("Changed"), "neutral"),
    "moved": (N_("Moved"), "neutral"),
    "removed": (N_("Removed"), "warning"),
}


class ReadBackDialog(Dialog):
    """`where` after it was accepted: HERE for the map shown, NEW for a map of its own."""

    def __init__(
        self,
        shown: JourneyContent,
        code: str,
        read: JourneyContent,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, _("Import a map"), "", 640)
        self._read, self._found = read, differences(shown, read)
        self._code = code
        self.choice = widgets.Segmented(
            [(HERE, _("Into {code}").format(code=code)), (NEW, _("As a new map"))],
            _("Where it goes"),
        )
        self.choice.choose(HERE if likeness(shown, read) >= ENOUGH else NEW)
        self.body.addWidget(self.choice)
        self.summary = widgets.Label("", "body", "text_2", wrap=True)
        self.body.addWidget(self.summary)
        self._view = self._make_list()
        self.body.addWidget(self._view)
        self.add_cancel()
        self.apply = self.add_button(widgets.filled(_("Import")), accepts=True)
        self.choice.chosen.connect(self.show_choice)
        self.show_choice(self.where)

    @property
    def where(self) -> str:
        return self.choice.key() or NEW

    def _make_list(self) -> ChangeList:
        rows = map(_row, self._found[:MOST_ROWS])
        return ChangeList(_("What would change"), rows, len(self._found) - MOST_ROWS, 320)

    def show_choice(self, where: str) -> None:
        """Say what would happen."""
        here = where == HERE
        self._view.setVisible(here and bool(self._found))
        self.apply.setEnabled(not here or bool(self._found))
        self.summary.setText(self._changes() if here else self._contents())
        self.adjustSize()

    def _changes(self) -> str:
        if not self._found:
            return _(
                "The table says what is on {code} already. There is nothing to change."
            ).format(code=self._code)
        counts = Counter(difference.how for difference in self._found)
        parts = [f"{_(word)}: {counts[how]}" for how, (word, _kind) in HOW.items() if counts[how]]
        stay = _("All that stays keeps its evidence and links.")
        return f"{' · '.join(parts)}\n{stay}"

    def _contents(self) -> str:
        read = self._read
        steps = ngettext("{count} step", "{count} steps", len(read.steps))
        lanes = ngettext("{count} lane", "{count} lanes", len(read.lanes))
        cards = ngettext("{count} card", "{count} cards", len(read.cards))
        return _("“{title}” with {steps}, {lanes} and {cards}.").format(
            title=read.title or _("Untitled"),
            steps=steps.format(count=len(read.steps)),
            lanes=lanes.format(count=len(read.lanes)),
            cards=cards.format(count=len(read.cards)),
        )


def _row(difference: Difference) -> ChangeRow:
    """One difference: how, what, where, and the words."""
    word, kind = HOW[difference.how]
    what = _((WORDS["kind"] | WORDS["lane_kind"])[difference.what])
    place = " · ".join(filter(None, (what, difference.place)))
    lines = (
        widgets.Label(place, "small", "text_3"),
        widgets.Label(_words(difference), "body", "text", wrap=True),
    )
    return ChangeRow(_(word), kind, 84, lines)


def _words(difference: Difference) -> str:
    before, after = (_short(text) for text in (difference.before, difference.after))
    if difference.how == "changed":
        return f"{before} → {after}"
    return (after if difference.how in ("added", "moved") else before) or _("Untitled")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 160 else f"{line[:159].rstrip()}…"
