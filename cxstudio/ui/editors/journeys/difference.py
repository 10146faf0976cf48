"""As-is and to-be compared: a list of differences by step, each of which can become a gap."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio import i18n
from cxstudio.drawing.journey.difference import Difference, differences
from cxstudio.drawing.journey.read import map_data
from cxstudio.formats import signed
from cxstudio.i18n import N_, _, ngettext
from cxstudio.model import Gap, Link
from cxstudio.ui import theme, widgets
from cxstudio.ui.workspace import Workspace

WORDS = {
    "added": N_("added"),
    "removed": N_("removed"),
    "changed": N_("changed"),
    "moved": N_("moved"),
    "feeling": N_("feeling"),
}
KINDS = {"added": "positive", "removed": "neutral", "changed": "accent", "moved": "neutral"}


class DifferencePane(widgets.Ground):
    """Shows the differences of a pair of journeys."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("surface")
        self.workspace = workspace
        self._column = widgets.ScrollColumn(max_width=760)
        self._column.body.setContentsMargins(*(theme.px(side) for side in (24, 20, 24, 40)))
        self._column.body.setSpacing(theme.px(8))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._column)
        self.found: list[Difference] = []

    def show_pair(self, as_is: int, to_be: int) -> None:
        """Compare these two as they are now."""
        session, chain = self.workspace.file.session, self.workspace.chain
        language = i18n.language()
        maps = [
            # With hidden lanes: what one map hides is not gone from the other.
            map_data(
                session, id, language=language, chain=chain, hidden_lanes=True, with_as_is=False
            )
            for id in (as_is, to_be)
        ]
        self.found = differences(*maps)
        self._clear()
        self._fill()

    def _clear(self) -> None:
        while item := self._column.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _fill(self) -> None:
        count = len(self.found)
        text = ngettext("{count} difference", "{count} differences", count).format(count=count)
        self._column.add(widgets.Label(text, "section"))
        if not count:
            words = _("The to-be is still the same as the as-is. Change it, and see here what for.")
            self._column.add(widgets.Label(words, "body", "text_2", wrap=True))
        step = None
        for difference in self.found:
            if difference.step.id != step:
                step = difference.step.id
                self._column.body.addSpacing(theme.px(8))
                title = f"{difference.step.number}  {difference.step.name}"
                self._column.add(widgets.Label(title, "body_strong"))
            row = DifferenceRow(difference, self.workspace.read_only)
            row.gap_wanted.connect(self._make_gap)
            self._column.add(row)
        self._column.body.addStretch(1)

    def _make_gap(self, difference: object) -> None:
        assert isinstance(difference, Difference)
        self.workspace.go_to("gap", gap_from(self.workspace, difference))


def gap_from(workspace: Workspace, difference: Difference) -> int:
    """A gap between what is and what shall be, resting on the card it comes from."""
    with workspace.change(_("Gap from a difference")) as change:
        gap = Gap(
            title=difference.after or difference.before,
            gap_kind="journey",
            as_is=difference.before,
            to_be=difference.after,
            step_id=int(difference.step.id),
            position=workspace.file.count(Gap),
        )
        if difference.how == "feeling":
            gap.title = _("Feeling at “{step}”").format(step=difference.step.name)
        elif difference.how == "moved":
            gap.title = difference.words
        change.add(gap)
        for card in (difference.as_is_card, difference.card):
            if card is not None:
                change.add(
                    Link(
                        source_kind="card",
                        source_id=int(card),
                        target_kind="gap",
                        target_id=gap.id,
                    )
                )
        return gap.id


class DifferenceRow(QWidget):
    """How, where, before and after, and the way to a gap."""

    gap_wanted = Signal(object)

    def __init__(self, difference: Difference, locked: bool) -> None:
        super().__init__()
        self._difference = difference
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        chip = widgets.Chip(_(WORDS[difference.how]), self._kind())  # type: ignore[arg-type]
        holder = QWidget()
        holder.setFixedWidth(theme.px(84))
        left = QHBoxLayout(holder)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(chip)
        left.addStretch(1)
        row.addWidget(holder)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(widgets.Label(self._where(), "small", "text_3"))
        if difference.words:
            words.addWidget(widgets.Label(difference.words, "label", wrap=True))
        if difference.before:
            words.addWidget(widgets.Label(difference.before, "body", "text_3", wrap=True))
        if difference.after:
            shown = f"→ {difference.after}" if difference.before else difference.after
            if difference.how == "feeling":
                shown += f" ({signed(difference.change)})"
            words.addWidget(widgets.Label(shown, "label", wrap=True))
        row.addLayout(words, 1)
        self.button = widgets.quiet(_("Make a gap"), "triangle-alert", small=True)
        self.button.setEnabled(not locked)
        self.button.clicked.connect(self._on_pressed)
        row.addWidget(self.button)

    def _where(self) -> str:
        """The lane, and where a reworded card stood before."""
        lane, before = self._difference.lane, self._difference.was_at
        if not before:
            return lane
        return _("{lane} · moved from {place}").format(lane=lane, place=before)

    def _kind(self) -> str:
        if self._difference.how == "feeling":
            return "positive" if self._difference.change > 0 else "negative"
        return KINDS[self._difference.how]

    def _on_pressed(self) -> None:
        self.gap_wanted.emit(self._difference)
