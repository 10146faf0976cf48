"""The panel of the board: legend of the tiers, what the benefit is, and who is not placed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.plan.board import Board
from cxstudio.ui.editors.plan.ranking import paint_tier
from cxstudio.ui.editors.plan.rows import TIERS, PlanRow
from cxstudio.ui.tables.carried_chip import CarriedChip
from cxstudio.ui.workspace import Workspace

NAMED, MOST, LONG = 2, 12, 24  # chips with their titles, chips at all, letters of a title


class BoardPanel(widgets.Panel):
    """The board with what is around it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(padding=16)
        self.board = Board(workspace)
        self._rows: Sequence[PlanRow] = ()
        title = widgets.SectionTitle(_("Effort and benefit"))
        self.by = widgets.Segmented(
            [("severity", _("Severity")), ("score", _("Team’s score"))], _("Benefit")
        )
        self.by.setToolTip(
            _("The benefit as the severity of the gaps closed, or as the team scored it, 1 to 5.")
        )
        self.by.chosen.connect(self._on_by)
        title.add_action(self.by)
        self.body.addWidget(title)
        self.body.addWidget(TierLegend())
        self.body.addWidget(self.board, 1)
        self.unplaced = Unplaced()
        self.body.addWidget(self.unplaced)

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        self._rows = rows
        scored = self.by.key() == "score"
        self.unplaced.show_rows(self.board.show_rows(rows, scored=scored), scored=scored)

    def _on_by(self, _key: str) -> None:
        self.show_rows(self._rows)


class Unplaced(QWidget):
    """The initiatives without a place on the board, to be dragged onto it; `chosen` with one that
    was clicked. Hidden when all have their place."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.chips: list[CarriedChip] = []
        self._shown: list[tuple[int, str, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        label = widgets.Label(_("Not placed"), "small", "text_3")
        label.setToolTip(_("Drag one onto the board, or press Enter on it and write its effort."))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        self._flow = widgets.FlowLayout(theme.px(6))
        holder.setLayout(self._flow)
        row.addWidget(holder, 1)

    def show_rows(self, rows: Sequence[PlanRow], *, scored: bool) -> None:
        """Show these, by their codes alone where they are many; what is too many is counted."""
        few = len(rows) <= NAMED
        shown = [(row.id, _named(row) if few else row.code, _lacks(row, scored)) for row in rows]
        self.setVisible(bool(rows))
        if shown == self._shown:
            return
        self._shown = shown
        self._flow.clear()
        self.chips = []
        for id, words, tip in shown[:MOST]:
            chip = CarriedChip("initiative", id, words)
            chip.setToolTip(tip)
            chip.chosen.connect(self.chosen)
            self.chips.append(chip)
            self._flow.addWidget(chip)
        if len(shown) > MOST:
            more = _("and {count} more").format(count=len(shown) - MOST)
            self._flow.addWidget(widgets.Label(more, "small", "text_3"))


def _named(row: PlanRow) -> str:
    title = row.title if len(row.title) <= LONG else f"{row.title[:LONG].rstrip()}…"
    return f"{row.code}  {title}"


def _lacks(row: PlanRow, scored: bool) -> str:
    """Its whole title, and what it needs to have a place."""
    lacks = [_("Its effort is missing.")] if row.effort is None else []
    if scored and row.score is None:
        lacks.append(_("The team’s score is missing."))
    elif not scored and row.severity is None:
        lacks.append(_("No gap with a score is linked to it."))
    return "\n".join((row.title, *lacks))


class TierLegend(QWidget):
    """The shapes of the tiers with their names."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        for tier in TIERS:
            row.addWidget(_Shape(tier))
            row.addWidget(widgets.Label(_(WORDS["tier"][tier]), "small", "text_2"))
            row.addSpacing(theme.px(10))
        row.addStretch(1)


class _Shape(QWidget):
    def __init__(self, tier: str) -> None:
        super().__init__()
        self._tier = tier
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(14), theme.px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QPointF(self.width() / 2, self.height() / 2)
        paint_tier(painter, place, theme.px(10), self._tier)
