"""The canvas: a journey map under mouse, keyboard and drops."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
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
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.map import Id, LaneKind
from cxstudio.ui.canvas import announcing
from cxstudio.ui.canvas.acts import Acts
from cxstudio.ui.canvas.document import PLACED, WITHOUT_CARDS, MapDocument
from cxstudio.ui.canvas.edge import EdgeScroll
from cxstudio.ui.canvas.floating import Hint
from cxstudio.ui.canvas.interactions import (
    DragCards,
    DragEmotion,
    DragFromPanel,
    Gesture,
    PanView,
    Pointer,
    RubberBand,
)
from cxstudio.ui.canvas.keys import Keys
from cxstudio.ui.canvas.scene import MapScene
from cxstudio.ui.canvas.selection import cards_of, cell_of
from cxstudio.ui.canvas.writing import Writing
from cxstudio.ui.canvas.zooming import ZoomedView
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.workspace import MIME, Workspace


class MapView(ZoomedView):
    """`card_menu` asks for the menu of the selected cards at a global place, `selection_changed`
    tells of every change of it. `persona` is whose emotion the keys change."""

    card_menu = Signal(QPoint)
    selection_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(MapScene(), parent)
        self.workspace = workspace
        self.document = MapDocument(workspace)
        self.persona: Id | None = None
        self.gesture: Gesture | None = None
        self.hint = Hint(self.viewport())
        self.writing = Writing(self)
        self.editor = self.writing.editor
        self.acts = Acts(self)
        self._keys = Keys(self)
        self._press: tuple[Pointer, Id | None] | None = None
        self._space = False
        self._edge = EdgeScroll(self)
        self._connect()

    def _connect(self) -> None:
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.editor)
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
        self.refresh()

    def refresh(self) -> None:
        """Show what is in the file now."""
        self.stop_gesture()
        data = self.document.data()
        personas = [curve.persona_id for curve in data.curves if not curve.dotted]
        if self.persona not in personas:
            self.persona = personas[0] if personas else None
        locked = not self.document.writable
        self.head.locked = self.lanes.locked = self.editor.locked = locked
        self.map.show_map(data)

    # -- asking ------------------------------------------------------------------------

    def lane_kind(self, lane_id: Id) -> LaneKind:
        """The kind of a lane that is shown."""
        return next(lane.kind for lane in self.map.data.lanes if lane.id == lane_id)

    def is_emotion(self, cell: Cell) -> bool:
        return self.lane_kind(cell.lane_id) == "emotion"

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
        shown = [id for id in ids if id in self.map.laid.places]
        if shown:
            self.map.selection.set(shown, cell_of(self.map.laid, shown[-1]))
            self.show_current()

    def select_step(self, step: Id) -> None:
        """Select the first cell of a step, so that its column is in view."""
        lanes = self.map.laid.rows
        if lanes and any(column.step.id == step for column in self.map.laid.columns):
            cell = Cell(step, lanes[0].lane.id)
            self.map.selection.set(cards_of(self.map.laid, cell)[:1], cell)
            self.show_current()

    def select_all(self) -> None:
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
            self._begin(PanView(self, pointer))
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press_left(pointer)
        elif event.button() == Qt.MouseButton.RightButton:
            self._press_right(pointer)
        event.accept()

    def _press_left(self, pointer: Pointer) -> None:
        x, y = pointer.map.x(), pointer.map.y()
        point = self.map.point_at(x, y) if self.document.writable else None
        if point is not None:
            self._choose_cell(pointer)
            self.persona = point[1]
            self._begin(DragEmotion(self, pointer, *point))
            return
        card = self.map.card_at(x, y)
        self._press = (pointer, card)
        selection = self.map.selection
        shift = bool(pointer.modifiers & Qt.KeyboardModifier.ShiftModifier)
        if card is None:
            if not shift:
                self._choose_cell(pointer)
        elif shift:
            selection.toggle(card, cell_of(self.map.laid, card))
        elif card not in selection.cards:
            selection.set((card,), cell_of(self.map.laid, card))

    def _press_right(self, pointer: Pointer) -> None:
        card = self.map.card_at(pointer.map.x(), pointer.map.y())
        if card is None:
            self._choose_cell(pointer)
        elif card not in self.map.selection.cards:
            self.map.selection.set((card,), cell_of(self.map.laid, card))

    def _choose_cell(self, pointer: Pointer) -> None:
        self.map.selection.set((), self.map.cell_at(pointer.map.x(), pointer.map.y()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointer = self.pointer(event.position(), event.modifiers())
        if self.gesture is not None:
            self.gesture.move(pointer)
            self._edge.watch(pointer)
        elif self._press is not None:
            self._maybe_begin(pointer)
        else:
            self._show_cursor(pointer)

    def _maybe_begin(self, pointer: Pointer) -> None:
        assert self._press is not None
        start, card = self._press
        way = (pointer.viewport - start.viewport).manhattanLength()
        if way < QApplication.startDragDistance():
            return
        self._press = None
        if card is None:
            self._begin(RubberBand(self, start))
        elif self.document.writable and card in self.map.selection.cards:
            self._begin(DragCards(self, start, card))
        if self.gesture is not None:
            self.gesture.move(pointer)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pointer = self.pointer(event.position(), event.modifiers())
        if self.gesture is not None:
            self._finish(pointer)
        elif self._press is not None and event.button() == Qt.MouseButton.LeftButton:
            card = self._press[1]
            if card is not None and not pointer.modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.map.selection.set((card,), cell_of(self.map.laid, card))
        self._press = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._press = None
        pointer = self.pointer(event.position(), event.modifiers())
        card = self.map.card_at(pointer.map.x(), pointer.map.y())
        if card is not None:
            self.writing.open_card(card, select=False)
            return
        cell = self.map.cell_at(pointer.map.x(), pointer.map.y())
        if cell is None or not self.document.writable:
            return
        if self.is_emotion(cell) and self.persona is not None:
            self._feel_here(pointer, cell)
        elif self.can_write(cell):
            self.map.selection.set((), cell)
            self.writing.open_new(cell, len(cards_of(self.map.laid, cell)))

    def _feel_here(self, pointer: Pointer, cell: Cell) -> None:
        """A double click in the emotion lane gives the persona a value at this height."""
        gesture = DragEmotion(self, pointer, cell.step_id, self.persona or 0)
        gesture.finish(pointer)

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
        if selection.cell is not None:
            place = self.map.card_place(selection.cell)
            if selection.current is not None:
                place = self.map.card_rect(selection.current)
            at = self.mapFromScene(place.bottomLeft())
            self.card_menu.emit(self.viewport().mapToGlobal(at))

    # -- gestures --------------------------------------------------------------------------

    def _begin(self, gesture: Gesture) -> None:
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
        self._press = None
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
        if not selection.cards and selection.cell is None:
            return False
        selection.set((), selection.cell if selection.cards else None)
        return True

    # -- drops -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        kind, id = dragged(event.mimeData())
        if kind not in PLACED or not self.document.writable:
            event.ignore()
            return
        self.writing.finish()
        at = self.pointer(event.position(), event.modifiers())
        self._begin(DragFromPanel(self, at, kind, id))
        self._accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if not isinstance(self.gesture, DragFromPanel):
            event.ignore()
            return
        pointer = self.pointer(event.position(), event.modifiers())
        self.gesture.move(pointer)
        self._edge.watch(pointer)
        if self.gesture.cell is None:
            event.ignore()
        else:
            self._accept(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.stop_gesture()

    def dropEvent(self, event: QDropEvent) -> None:
        if isinstance(self.gesture, DragFromPanel) and event.mimeData().hasFormat(MIME):
            self._accept(event)
            self._finish(self.pointer(event.position(), event.modifiers()))
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self, event: QDropEvent) -> None:
        offered = event.possibleActions()
        actions = Qt.DropAction
        wanted = (actions.LinkAction, actions.CopyAction, actions.MoveAction)
        event.setDropAction(next((a for a in wanted if offered & a), actions.IgnoreAction))
        event.accept()

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
