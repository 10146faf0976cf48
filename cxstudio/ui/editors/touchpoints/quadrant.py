"""The quadrant of importance and satisfaction: a click or the keyboard selects a touchpoint."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import Channel, Touchpoint
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.touchpoints.paint import QuadrantPlan, Spot, paint_quadrant
from cxstudio.ui.workspace import Workspace

ON = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)


class Quadrant(QWidget):
    """The board, and how many are not rated. `chosen` with an id, `entered` on Enter."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.board = Board(workspace)
        self.board.chosen.connect(self.chosen)
        self.board.entered.connect(self.entered)
        self.setFocusProxy(self.board)
        self._note = widgets.Label("", "small", "text_3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(m) for m in (24, 20, 24, 16)))
        column.setSpacing(theme.px(12))
        column.addWidget(self.board, 1)
        column.addWidget(self._note)

    def choose(self, id: int | None) -> None:
        self.board.choose(id)

    def show_touchpoints(self, ids: list[int]) -> None:
        """Show those of these touchpoints that have both ratings."""
        self.board.show_touchpoints(ids)
        left_out = len(ids) - len(self.board.spots)
        words = _("The lines stand at the mean of all ratings.")
        if left_out:
            missing = ngettext(
                "{count} touchpoint lacks a rating and is not shown.",
                "{count} touchpoints lack a rating and are not shown.",
                left_out,
            )
            words += " " + missing.format(count=left_out)
        self._note.setText(words)


class Board(QWidget):
    """The painted quadrant itself."""

    chosen = Signal(int)
    entered = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.spots: list[Spot] = []
        self.selected: int | None = None
        self._plan: QuadrantPlan | None = None
        self.setAccessibleName(_("Quadrant of importance and satisfaction"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(theme.px(360), theme.px(320))
        theme.changed.connect(self._forget_plan)

    def show_touchpoints(self, ids: list[int]) -> None:
        file = self._workspace.file
        icons = {channel.id: channel.icon for channel in file.all(Channel)}
        self.spots = [
            Spot(
                t.id,
                t.name or t.code,
                t.icon or icons.get(t.channel_id or 0, "") or "waypoints",
                t.importance,
                t.satisfaction,
            )
            for t in (file.one(Touchpoint, id) for id in ids)
            if t.importance is not None and t.satisfaction is not None
        ]
        self._forget_plan()

    def choose(self, id: int | None) -> None:
        self.selected = id
        spot = next((s for s in self.spots if s.id == id), None)
        self.setAccessibleDescription(_sentence(spot) if spot else "")
        self.update()

    def _forget_plan(self) -> None:
        self._plan = None
        self.update()

    @property
    def plan(self) -> QuadrantPlan:
        """Where everything stands at the present size."""
        if self._plan is None:
            self._plan = QuadrantPlan(QRectF(self.rect()).adjusted(1, 1, -1, -1), self.spots)
        return self._plan

    def resizeEvent(self, event: object) -> None:
        self._forget_plan()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_quadrant(QPainter(self), self.plan, self.selected)

    # -- pointing ----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        spot = self.plan.spot_at(event.position())
        if spot is not None:
            self.chosen.emit(spot.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.plan.spot_at(event.position()) is not None:
            self.entered.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.plan.spot_at(event.position()) is not None
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if over else arrow)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self.plan.spot_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), _sentence(spot) if spot else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif key in ON or key in BACK:
            self._step(1 if key in ON else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        ids = [spot.id for spot in self.spots]
        if ids:
            at = ids.index(self.selected) if self.selected in ids else -by
            self.chosen.emit(ids[(at + by) % len(ids)])


def _sentence(spot: Spot) -> str:
    return _("{name}: importance {importance}, satisfaction {satisfaction}").format(
        name=spot.label,
        importance=f"{spot.importance:g}",
        satisfaction=f"{spot.satisfaction:g}",
    )
