"""The canvas: a journey map under mouse, keyboard and drops."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import inf

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.map import Id, LaneKind, MapData
from cxstudio.store import ChangeSet
from cxstudio.ui.canvas import announcing, drops
from cxstudio.ui.canvas.acts import Acts
from cxstudio.ui.canvas.blank import Blank
from cxstudio.ui.canvas.connecting import Connecting
from cxstudio.ui.canvas.details import Details
from cxstudio.ui.canvas.document import WITHOUT_CARDS, MapDocument
from cxstudio.ui.canvas.edge import EdgeScroll
from cxstudio.ui.canvas.floating import Hint
from cxstudio.ui.canvas.interactions import (
    Dropping,
    Gesture,
    PanView,
    Pointer,
)
from cxstudio.ui.canvas.keys import Keys
from cxstudio.ui.canvas.pinching import Pinching
from cxstudio.ui.canvas.pressing import Pressing
from cxstudio.ui.canvas.scene import MapScene
from cxstudio.ui.canvas.selection import cards_of, cell_of
from cxstudio.ui.canvas.writing import Writing
from cxstudio.ui.canvas.zooming import ZoomedView
from cxstudio.ui.workspace import Workspace

MANY = 500  # cards, from which on a map is first laid out as far as it is seen


class MapView(ZoomedView):
    """`card_menu` asks for the menu of the selected cards at a global place, `selection_changed`
    tells of every change of it. `persona` is whose emotion the keys change."""

    card_menu = Signal(QPoint)
    selection_changed = Signal()
    detail_wanted = Signal(int)  # the id of a step whose own map is to be shown
    measure_wanted = Signal(list)  # the ids of cards for which a measure is to be chosen
    label_wanted = Signal(object)  # the id of a connector whose label is to be written

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(MapScene(), parent)
        self.workspace = workspace
        self.document = MapDocument(workspace)
        self.details = Details(workspace)
        self.persona: Id | None = None
        self.gesture: Gesture | None = None
        self.hint = Hint(self.viewport())
        self.writing = Writing(self)
        self.editor = self.writing.editor
        self.acts = Acts(self)
        self.blank = Blank(self)
        self.connecting = Connecting(self)
        self._keys = Keys(self)
        self._pressing = Pressing(self)
        self._space = False
        self._edge = EdgeScroll(self)
        self._pinching = Pinching(self)
        self._connect()

    def _connect(self) -> None:
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.editor)
        self.editor.setProperty("focusOf", self)
        self.editor.key_pressed.connect(self._on_key)
        self.zoom_bar.panning.connect(self._show_hand)
        self.map.selection.changed.connect(self._on_selection)

    def show_journey(self, journey_id: int | None) -> None:
        """Show another journey, from its upper left corner."""
        self.writing.finish()
        self.stop_gesture()
        if journey_id != self.document.journey_id:
            self.map.selection.clear()
            self.document.journey_id = journey_id
        data = self.document.data()
        self._show(data, self.seen_to() if len(data.cards) > MANY else inf)

    def _show(self, data: MapData, reach: float = inf, lanes: Collection[Id] | None = None) -> None:
        personas = [curve.persona_id for curve in data.curves if not curve.dotted]
        if self.persona not in personas:
            self.persona = personas[0] if personas else None
        locked = not self.document.writable
        self.head.locked = self.lanes.locked = self.editor.locked = locked
        self.map.show_map(data, reach, lanes)

    def refresh(self, changes: ChangeSet | None = None) -> None:
        """Show what is in the file now, after these changes or after anything."""
        self.stop_gesture()
        if changes is None:
            self._show(self.document.data())
        else:
            data, lanes = self.document.data_after(self.map.data, changes)
            self._show(data, lanes=lanes)

    # -- asking ------------------------------------------------------------------------

    def lane_kind(self, lane_id: Id) -> LaneKind:
        """The kind of a lane that is shown."""
        return next(lane.kind for lane in self.map.data.lanes if lane.id == lane_id)

    def is_emotion(self, cell: Cell) -> bool:
        return self.lane_kind(cell.lane_id) == "emotion"

    def takes_cards(self, cell: Cell) -> bool:
        """Whether cards can stand in a cell: not on the curve, nor on a line."""
        return self.lane_kind(cell.lane_id) not in WITHOUT_CARDS

    def can_write(self, cell: Cell) -> bool:
        """Whether a card can be written into a cell."""
        lane = next(lane for lane in self.map.data.lanes if lane.id == cell.lane_id)
        return self.document.writable and lane.kind not in WITHOUT_CARDS and not lane.collapsed

    def emotion(self, step: Id, persona: Id) -> float | None:
        """The value shown at a step."""
        curve = next(c for c in self.map.data.curves if c.persona_id == persona)
        return curve.values.get(step)

    def pointer(self, at: QPointF, held: Qt.KeyboardModifier) -> Pointer:
        """A place of the viewport as gestures see it."""
        return Pointer(self.mapToScene(at.toPoint()), at.toPoint(), held)

    # -- selecting -----------------------------------------------------------------------

    def select_cards(self, ids: Sequence[Id]) -> None:
        """Select cards that are shown, and bring the last one into view."""
        self.map.complete()
        shown = [id for id in ids if id in self.map.laid.places]
        if shown:
            self.map.selection.set(shown, cell_of(self.map.laid, shown[-1]))
            self.show_current()

    def select_step(self, step: Id) -> None:
        """Select the first cell of a step, so that its column is in view."""
        self.map.complete()
        lanes = self.map.laid.rows
        if lanes and any(column.step.id == step for column in self.map.laid.columns):
            cell = Cell(step, lanes[0].lane.id)
            self.map.selection.set(cards_of(self.map.laid, cell)[:1], cell)
            self.show_current()

    def open_detail(self) -> None:
        """Go to the map of the selected step, if it has one."""
        cell = self.map.selection.cell
        if cell is not None:
            self.detail_wanted.emit(int(cell.step_id))

    def select_all(self) -> None:
        self.map.complete()
        self.select_cards(list(self.map.laid.places))

    def show_current(self) -> None:
        """Scroll to the selected card or cell."""
        selection = self.map.selection
        if selection.current is not None:
            self.show_rect(self.map.card_rect(selection.current))
        elif selection.cell is not None:
            self.show_rect(self.map.card_place(selection.cell))

    def _on_selection(self) -> None:
        cell = self.map.selection.cell
        stages = self.map.data.stages
        here = (s.id for s in stages if cell and any(t.id == cell.step_id for t in s.steps))
        self.head.current = next(here, None)
        self.head.update()
        self.writing.follow()
        announcing.announce(self.editor, self.map, self.persona)
        self.selection_changed.emit()

    # -- mouse -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        pointer = self.pointer(event.position(), event.modifiers())
        self.stop_gliding()
        self.writing.finish()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        pans = self._space or self.zoom_bar.hand.isChecked()
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and pans
        ):
            self.begin(PanView(self, pointer))
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressing.left(pointer)
        elif event.button() == Qt.MouseButton.RightButton:
            self._pressing.right(pointer)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointer = self.pointer(event.position(), event.modifiers())
        if self.gesture is not None:
            self.gesture.move(pointer)
            self._edge.watch(pointer)
        elif self._pressing.moved(pointer):
            return
        else:
            self.connecting.hover(pointer)
            self._show_cursor(pointer)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.connecting.hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pointer = self.pointer(event.position(), event.modifiers())
        if self.gesture is not None:
            self._finish(pointer)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressing.release(pointer)
        self._pressing.forget()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressing.forget()
            self._pressing.twice(self.pointer(event.position(), event.modifiers()))

    def _show_cursor(self, pointer: Pointer) -> None:
        if self._space or self.zoom_bar.hand.isChecked():
            shape = Qt.CursorShape.OpenHandCursor
        elif self.document.writable and self.map.point_at(pointer.map.x(), pointer.map.y()):
            shape = Qt.CursorShape.SizeVerCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _show_hand(self, _on: bool) -> None:
        self._show_cursor(self.pointer(QPointF(self.mouse()), Qt.KeyboardModifier.NoModifier))

    def mouse(self) -> QPoint:
        """Where the mouse is on the viewport."""
        return self.viewport().mapFromGlobal(self.cursor().pos())

    def hold_space(self, held: bool) -> None:
        """While Space is held, dragging pans."""
        self._space = held
        self._show_hand(held)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.card_menu.emit(event.globalPos())

    def open_menu(self) -> None:
        """The menu of the selected cards, beside them."""
        selection = self.map.selection
        if selection.connector is not None:
            place = self.map.lines.items[selection.connector].boundingRect()
            at = self.mapFromScene(place.center())
            self.card_menu.emit(self.viewport().mapToGlobal(at))
        elif selection.cell is not None:
            place = self.map.card_place(selection.cell)
            if selection.current is not None:
                place = self.map.card_rect(selection.current)
            at = self.mapFromScene(place.bottomLeft())
            self.card_menu.emit(self.viewport().mapToGlobal(at))

    # -- gestures --------------------------------------------------------------------------

    def begin(self, gesture: Gesture) -> None:
        """Let a gesture follow the hand from now on."""
        self.connecting.hover(None)
        self.gesture = gesture
        self.viewport().setCursor(gesture.cursor)

    def _finish(self, pointer: Pointer) -> None:
        gesture, self.gesture = self.gesture, None
        self._edge.stop()
        if gesture is not None:
            gesture.finish(pointer)
        self._show_cursor(pointer)

    def stop_gesture(self) -> bool:
        """Cancel what the hand is doing; False when it was doing nothing."""
        gesture, self.gesture = self.gesture, None
        self._edge.stop()
        self._pressing.forget()
        if gesture is None:
            return False
        gesture.cancel()
        self.viewport().unsetCursor()
        return True

    def escape(self) -> bool:
        """Cancel the gesture, else clear the selection; False when there was nothing."""
        for bar in (self.head, self.lanes):
            if bar.busy:
                bar.cancel()
                return True
        if self.stop_gesture():
            return True
        selection = self.map.selection
        inner = bool(selection.cards) or selection.connector is not None
        if not inner and selection.cell is None:
            return False
        selection.set((), selection.cell if inner else None)
        return True

    # -- drops -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        gesture = drops.gesture_for(self, event) if self.document.writable else None
        if gesture is None:
            event.ignore()
            return
        self.writing.finish()
        self.begin(gesture)
        drops.accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not isinstance(self.gesture, Dropping):
            event.ignore()
            return
        pointer = self.pointer(event.position(), event.modifiers())
        self.gesture.move(pointer)
        self._edge.watch(pointer)
        if self.gesture.cell is None:
            event.ignore()
        else:
            drops.accept(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.stop_gesture()

    def dropEvent(self, event: QDropEvent) -> None:
        if isinstance(self.gesture, Dropping):
            drops.accept(event)
            self._finish(self.pointer(event.position(), event.modifiers()))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- keys ------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._keys.press(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hold_space(False)

    def _on_key(self, event: QKeyEvent) -> None:
        event.setAccepted(self._keys.press(event))

    def wants_key(self, event: QKeyEvent) -> bool:
        """Whether the map takes a key that is a shortcut of the window elsewhere."""
        return not self.writing.active and self._keys.wants(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hold_space(False)
