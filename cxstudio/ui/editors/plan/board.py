"""The board of effort and benefit; a dragged dot gets another effort, and another team's score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication

from cxstudio.i18n import _
from cxstudio.model import Initiative
from cxstudio.ui import theme
from cxstudio.ui.editors.plan.board_paint import (
    HALF_MONTH,
    BoardPlan,
    Dot,
    paint_board,
    paint_landing,
)
from cxstudio.ui.editors.plan.rows import PlanRow
from cxstudio.ui.forms.chosen_chart import ChosenChart
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.workspace import Workspace


class Board(ChosenChart):
    """`chosen` on a click, `opened` on Enter. Left and Right change the effort by half a month.

    Where the upright axis is the team's score, dragging up or down changes it, as Page Up and Page
    Down do; a severity follows from the gaps and cannot be dragged. What has no place yet is
    dropped from outside.
    """

    opened = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, _("Board of effort and benefit"))
        self.dots: list[Dot] = []
        self._out: dict[int, PlanRow] = {}
        self._landing: Dot | None = None
        self.scored = False
        self._pressed: tuple[int, QPointF] | None = None
        self._moving: tuple[int, float, float] | None = None
        self.setProperty("focusRadius", 8)
        self.setMinimumSize(theme.px(280), theme.px(220))
        self.setAcceptDrops(not workspace.read_only)

    def show_rows(self, rows: Sequence[PlanRow], *, scored: bool) -> list[PlanRow]:
        """Show these; `scored` takes the team's score for the benefit. Returns those left out."""
        self.scored = scored
        self.dots = [
            Dot(row.id, row.code, row.title, row.tier, row.effort, benefit)
            for row in rows
            if (benefit := row.score if scored else row.severity) is not None
            and row.effort is not None
        ]
        shown = {dot.id for dot in self.dots}
        self._out = {row.id: row for row in rows if row.id not in shown}
        self._forget_plan()
        return list(self._out.values())

    def benefit_name(self) -> str:
        """What the upright axis means."""
        if self.scored:
            return _("Benefit (the team’s score)")
        return _("Benefit (severity taken away)")

    def words_of(self, id: int | None) -> str:
        dot = self._dot(id)
        return self._words(dot) if dot else ""

    def tip_at(self, place: QPointF) -> str:
        dot = self.plan.dot_at(place)
        return self._words(dot) if dot else ""

    def _words(self, dot: Dot) -> str:
        return _("{code} {title}: {effort} person-months, benefit {benefit}").format(
            code=dot.code, title=dot.title, effort=f"{dot.effort:g}", benefit=f"{dot.benefit:.1f}"
        )

    def _dot(self, id: int | None) -> Dot | None:
        return next((dot for dot in self.dots if dot.id == id), None)

    @property
    def plan(self) -> BoardPlan:
        """Where everything stands at the present size."""
        if self._plan is None:
            self._plan = BoardPlan(QRectF(self.rect()), self.dots, self.scored)
        plan: BoardPlan = self._plan
        return plan

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_board(painter, self.plan, self.benefit_name(), self.selected, self._moving)
        if self._landing is not None:
            paint_landing(painter, self.plan, self._landing, score=self.scored)

    # -- the mouse -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        dot = self.plan.dot_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and dot is not None:
            self._pressed = dot.id, event.position()
            self.chosen.emit(dot.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            over = self.plan.dot_at(event.position())
            across = Qt.CursorShape.SizeAllCursor if self.scored else Qt.CursorShape.SizeHorCursor
            self.setCursor(across if over else Qt.CursorShape.ArrowCursor)
            return
        id, start = self._pressed
        way = event.position() - start
        far = max(abs(way.x()), abs(way.y()) if self.scored else 0)
        dot = self._dot(id)
        enough = far >= QApplication.startDragDistance()
        if dot and (enough or self._moving) and not self._workspace.read_only:
            score = self.plan.score_at(event.position().y()) if self.scored else dot.benefit
            sideways = abs(way.x()) >= QApplication.startDragDistance()
            effort = self.plan.effort_at(event.position().x()) if sideways else dot.effort
            self._moving = id, effort, score
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        moving, self._moving, self._pressed = self._moving, None, None
        self.update()
        if moving is not None:
            self.set_place(*moving)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.plan.dot_at(event.position()) is not None:
            self.opened.emit()

    # -- what is dropped from outside ------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        kind, id = dragged(event.mimeData())
        event.setAccepted(kind == "initiative" and id in self._out)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _kind, id = dragged(event.mimeData())
        row = self._out.get(id)
        self._landing = self._dot_there(row, event.position()) if row else None
        event.setAccepted(self._landing is not None)
        self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._landing = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        _kind, id = dragged(event.mimeData())
        self._landing = None
        self.update()
        if id in self._out:
            event.acceptProposedAction()
            self.land(id, event.position())

    def _dot_there(self, row: PlanRow, place: QPointF) -> Dot:
        """The dot it would be; a severity that is known keeps its height."""
        plan = self.plan
        known = self.plan.benefit_at(place.y()) if row.severity is None else row.severity
        benefit = plan.score_at(place.y()) if self.scored else known
        return Dot(row.id, row.code, row.title, row.tier, plan.effort_at(place.x()), benefit)

    def land(self, id: int, place: QPointF) -> None:
        """Give an initiative without a place the effort, and where it is the axis the score, of
        this one: one change. Without a gap it has no severity, and waits for one."""
        dot = self._dot_there(self._out[id], place)
        with self._workspace.change(_("Place on the board")) as change:
            made = change.get(Initiative, id)
            made.effort = dot.effort
            if self.scored:
                made.benefit_score = round(dot.benefit)
        self.chosen.emit(id)

    # -- the keyboard ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        dot = self._dot(self.selected)
        sideways = {Qt.Key.Key_Left: -HALF_MONTH, Qt.Key.Key_Right: HALF_MONTH}.get(key)
        up = {Qt.Key.Key_PageUp: 1, Qt.Key.Key_PageDown: -1}.get(key, 0)
        if key == Qt.Key.Key_Escape and self._moving:
            self._moving = self._pressed = None
            self.update()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choose_next(self._ids(), 1 if key == Qt.Key.Key_Down else -1)
        elif dot is None:
            super().keyPressEvent(event)
        elif sideways:
            merge = ("initiative", dot.id, "board")
            self.set_place(
                dot.id, max(min(HALF_MONTH, dot.effort), dot.effort + sideways), dot.benefit, merge
            )
        elif up and self.scored:
            merge = ("initiative", dot.id, "board")
            self.set_place(dot.id, dot.effort, min(max(dot.benefit + up, 1.0), 5.0), merge)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _ids(self) -> list[int]:
        return [dot.id for dot in sorted(self.dots, key=lambda dot: (-dot.benefit, dot.effort))]

    # -- writing ---------------------------------------------------------------------

    def set_place(
        self, id: int, effort: float, benefit: float, merge: tuple[object, ...] | None = None
    ) -> None:
        """Give an initiative another effort, and where it is the axis another score: one change."""
        dot = self._dot(id)
        if dot is None or self._workspace.read_only:
            return
        scored = self.scored and dot.benefit != benefit
        if not scored and dot.effort == effort:
            return
        label = _("Change the team’s score") if scored else _("Change the effort")
        with self._workspace.change(label, merge) as change:
            made = change.get(Initiative, id)
            made.effort = effort
            if scored:
                made.benefit_score = round(benefit)
