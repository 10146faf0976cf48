"""The panel of the board: legend of the tiers, what the benefit is, and who is not placed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.plan.board import Board
from cxstudio.ui.editors.plan.ranking import paint_tier
from cxstudio.ui.editors.plan.rows import TIERS, PlanRow
from cxstudio.ui.workspace import Workspace


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
        self._left_out = widgets.Label("", "small", "text_3")
        self.body.addWidget(self._left_out)

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        self._rows = rows
        out = self.board.show_rows(rows, scored=self.by.key() == "score")
        codes = _(", ").join(row.code for row in out)
        self._left_out.setText(
            _("Not placed, because effort or benefit is missing: {codes}").format(codes=codes)
        )
        self._left_out.setVisible(bool(out))

    def _on_by(self, _key: str) -> None:
        self.show_rows(self._rows)


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
