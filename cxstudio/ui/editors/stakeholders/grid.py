"""The grid of stakeholders: people are dragged, or moved with the arrow keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Stakeholder
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.stakeholders.paint import (
    RADIUS,
    SIGNS,
    GridPlan,
    Person,
    paint_person,
    paint_plan,
)
from cxstudio.ui.forms.chosen_chart import ChosenChart
from cxstudio.ui.workspace import Workspace

STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}


class StakeholderGrid(QWidget):
    """The board with its legend. `chosen` when a person is clicked, `entered` on Enter."""

    chosen = Signal(object)  # the id
    entered = Signal()
    delete_pressed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.board = Board(workspace)
        self.board.chosen.connect(self.chosen)
        self.board.entered.connect(self.entered)
        self.board.delete_pressed.connect(self.delete_pressed)
        self.setFocusProxy(self.board)
        legend = widgets.FlowLayout(theme.px(16))
        for attitude in SIGNS:
            legend.addWidget(_LegendItem(attitude))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(16))
        column.addLayout(legend)
        column.addWidget(self.board, 1)
        hint = _("Drag a person, or move with the arrow keys; Page Up and Page Down choose.")
        column.addWidget(widgets.Label(hint, "small", "text_3", wrap=True))

    def choose(self, id: int | None) -> None:
        self.board.choose(id)

    def reload(self) -> None:
        self.board.reload()


class Board(ChosenChart):
    """The painted square itself."""

    entered = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, _("Grid of influence and interest"))
        self.people: list[Person] = []
        self._pressed: tuple[int, QPointF] | None = None
        self._moving: tuple[int, QPointF] | None = None
        self.setMinimumSize(theme.px(360), theme.px(320))
        self.reload()

    def reload(self) -> None:
        """Read the people anew."""
        self.people = [
            Person(s.id, s.label or s.code, s.influence, s.interest, s.attitude)
            for s in self._workspace.file.all(Stakeholder)
        ]
        self._forget_plan()

    def words_of(self, id: int | None) -> str:
        person = self._person(id)
        if person is None:
            return ""
        return _("{name}: influence {influence}, interest {interest}, {attitude}").format(
            name=person.label,
            influence=person.influence,
            interest=person.interest,
            attitude=_(WORDS["attitude"].get(person.attitude, "")),
        )

    def tip_at(self, place: QPointF) -> str:
        person = self.plan.person_at(place)
        if person is None:
            return ""
        return f"{person.label}\n{_(WORDS['attitude'].get(person.attitude, ''))}"

    def _person(self, id: int | None) -> Person | None:
        return next((p for p in self.people if p.id == id), None)

    @property
    def plan(self) -> GridPlan:
        """Where everything stands at the present size."""
        if self._plan is None:
            inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            self._plan = GridPlan(inner, self.people)
        plan: GridPlan = self._plan
        return plan

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_plan(painter, self.plan, self.selected, self._moving)

    # -- the mouse -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        person = self.plan.person_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and person is not None:
            self._pressed = person.id, event.position()
            self.chosen.emit(person.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            over = self.plan.person_at(event.position())
            self.setCursor(Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor)
            return
        id, start = self._pressed
        way = (event.position() - start).manhattanLength()
        far = self._moving or way >= QApplication.startDragDistance()
        if far and not self._workspace.read_only:
            self._moving = id, event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        moving, self._moving, self._pressed = self._moving, None, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()
        if moving is not None:
            influence, interest = self.plan.values_at(event.position())
            self.place(moving[0], influence, interest)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.plan.person_at(event.position()) is not None:
            self.entered.emit()

    # -- the keyboard ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        person = self._person(self.selected)
        if key == Qt.Key.Key_Escape and self._moving:
            self._moving = self._pressed = None
            self.update()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            ids = [person.id for person in self.people]
            self._choose_next(ids, 1 if key == Qt.Key.Key_PageDown else -1)
        elif person is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif key in STEPS:
            up, across = STEPS[key]
            merge = ("stakeholder", person.id, "grid")
            self.place(person.id, person.influence + up, person.interest + across, merge)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    # -- writing ---------------------------------------------------------------------

    def place(
        self,
        id: int,
        influence: int,
        interest: int,
        merge: tuple[object, ...] | None = None,
    ) -> None:
        """Give a person another influence and interest, kept within 1 to 5, as one change."""
        person = self._person(id)
        wanted = tuple(min(max(value, 1), 5) for value in (influence, interest))
        if person is None or wanted == (person.influence, person.interest):
            return
        if self._workspace.read_only:
            return
        with self._workspace.change(_("Move on the grid"), merge) as change:
            stakeholder = change.get(Stakeholder, id)
            stakeholder.influence, stakeholder.interest = wanted


class _LegendItem(QWidget):
    """A sign and what it says."""

    def __init__(self, attitude: str) -> None:
        super().__init__()
        self._attitude = attitude
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(2 * RADIUS + 10), 0, 0, 0)
        row.addWidget(widgets.Label(_(WORDS["attitude"][attitude]), "small", "text_2"))
        self.setMinimumHeight(theme.px(2 * RADIUS + 4))

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, theme.px(2 * RADIUS + 4)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("text"), 1))
        place = QPointF(theme.px(RADIUS) + 2, self.height() / 2)
        paint_person(painter, place, self._attitude, False)
