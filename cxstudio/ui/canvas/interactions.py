"""Gestures of a hand on the map. Each begins, moves, and ends in one change or is cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.hands import Cell, drop_line, insertion_index
from cxstudio.drawing.journey.map import Id
from cxstudio.drawing.journey.rows import emotion_value
from cxstudio.formats import signed
from cxstudio.i18n import _, ngettext
from cxstudio.ui.canvas.items import GhostItem
from cxstudio.ui.canvas.selection import cards_of, cell_of

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView

FADED = 0.35


class Pointer(NamedTuple):
    """Where the hand is: on the map, on the viewport, and the keys held down."""

    map: QPointF
    viewport: QPoint
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


class Gesture:
    """One movement of the hand. `cursor` is shown while it lasts; `scrolls` at the edges."""

    cursor = Qt.CursorShape.ArrowCursor
    scrolls = True

    def __init__(self, view: MapView, start: Pointer) -> None:
        self.view, self.start = view, start

    def move(self, pointer: Pointer) -> None:
        """The hand is elsewhere."""

    def finish(self, pointer: Pointer) -> None:
        """Do it, as one change."""
        self.end()

    def cancel(self) -> None:
        """Leave everything as it was."""
        self.end()

    def end(self) -> None:
        """Take away what was shown meanwhile."""
        self.view.hint.hide()


class PanView(Gesture):
    """The map follows the hand."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def __init__(self, view: MapView, start: Pointer) -> None:
        super().__init__(view, start)
        self._last = start.viewport

    def move(self, pointer: Pointer) -> None:
        way = pointer.viewport - self._last
        self._last = pointer.viewport
        self.view.scroll_by(-way.x(), -way.y())


class RubberBand(Gesture):
    """Selects the cards that a rectangle touches; with Shift, besides those selected before."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: MapView, start: Pointer) -> None:
        super().__init__(view, start)
        selection = view.map.selection
        added = bool(start.modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._before = (selection.cards, selection.cell)
        self._kept = selection.cards if added else ()

    def move(self, pointer: Pointer) -> None:
        rect = QRectF(self.start.map, pointer.map).normalized()
        self.view.map.rubber.show_at(rect)
        found = (*self._kept, *self.view.map.cards_within(rect))
        cell = cell_of(self.view.map.laid, found[-1]) if found else self._before[1]
        self.view.map.selection.set(found, cell)

    def cancel(self) -> None:
        self.view.map.selection.set(*self._before)
        self.end()

    def end(self) -> None:
        super().end()
        self.view.map.rubber.hide()


class Dropping(Gesture):
    """What dragging cards and dragging records have in common: the mark of the place."""

    def __init__(self, view: MapView, start: Pointer) -> None:
        super().__init__(view, start)
        self.cell: Cell | None = None
        self.index = 0

    def aim(self, pointer: Pointer, moving: Id | None = None) -> None:
        """Point at a place in a cell, and show it."""
        scene = self.view.map
        cell = scene.cell_at(pointer.map.x(), pointer.map.y())
        self.cell = cell if cell and self.view.takes_cards(cell) else None
        if self.cell is None:
            scene.drop.hide()
            return
        self.index = insertion_index(scene.laid, self.cell, pointer.map.y(), moving)
        line = drop_line(scene.laid, self.cell, self.index, moving)
        others = [id for id in cards_of(scene.laid, self.cell) if id != moving]
        place = self._place_below(line) if self.index == len(others) else None
        scene.drop.show_at(scene.laid.cell_rect(*self.cell), line, place)

    def _place_below(self, line: Rect) -> Rect:
        """The place of a card under the last one."""
        m = self.view.map.laid.metrics
        gap, height = m.card_gap / 2, 2 * (m.card.line + m.card_padding[0])
        return Rect(line.x + gap, line.y + gap, line.width - 2 * gap, height)

    def end(self) -> None:
        super().end()
        self.view.map.drop.hide()


class DragCards(Dropping):
    """The selected cards go with the hand; with Ctrl they stay and copies go."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, view: MapView, start: Pointer, card: Id) -> None:
        super().__init__(view, start)
        scene = view.map
        places = scene.laid.places
        selected = set(scene.selection.cards)
        self.ids = [id for id in places if id in selected]
        self.card = card
        row, box = places[card]
        self._ghost = GhostItem(box, scene.laid.rows[row].lane.kind, scene.look, len(self.ids))
        self._origin = QPointF(0, scene.laid.tops[row])
        scene.addItem(self._ghost)
        for id in self.ids:
            scene.cards[id].setOpacity(FADED)
        self.move(start)

    def move(self, pointer: Pointer) -> None:
        way = pointer.map - self.start.map
        self._ghost.setPos(self._origin + way)
        rect = self.view.map.laid.card_rect(self.card).moved(way.x(), way.y())
        self.view.map.lines.follow({self.card: rect})
        alone = self.ids[0] if len(self.ids) == 1 else None
        self.aim(pointer, None if self._copies(pointer) else alone)
        text = ""
        if self.cell is not None:
            step = self.view.document.step_number(int(self.cell.step_id))
            count = len(self.ids)
            text = ngettext("To step {step}", "{count} cards to step {step}", count)
            if self._copies(pointer):
                text = ngettext("Copy to step {step}", "{count} copies to step {step}", count)
            text = text.format(step=step, count=count)
        self.view.hint.say(text, pointer.viewport)

    def _copies(self, pointer: Pointer) -> bool:
        return bool(pointer.modifiers & Qt.KeyboardModifier.ControlModifier)

    def finish(self, pointer: Pointer) -> None:
        self.move(pointer)
        self.end()
        if self.cell is None:
            return
        ids = [int(id) for id in self.ids]
        if self._copies(pointer):
            self.view.select_cards(self.view.document.copy_cards(ids, self.cell))
            return
        cards = cards_of(self.view.map.laid, self.cell)
        gone = sum(1 for id in cards[: self.index] if id in self.ids) if len(ids) > 1 else 0
        self.view.document.move_cards(ids, self.cell, self.index - gone)

    def end(self) -> None:
        super().end()
        if self._ghost.scene() is not None:
            self.view.map.removeItem(self._ghost)
        for id in self.ids:
            if id in self.view.map.cards:
                self.view.map.cards[id].setOpacity(self.view.map.opacity(id))
        self.view.map.lines.show(self.view.map.data.connectors)


class DragFromPanel(Dropping):
    """A record from a list or panel becomes a linked card where it is dropped."""

    def __init__(self, view: MapView, start: Pointer, kind: str, id: int) -> None:
        super().__init__(view, start)
        self.kind, self.id = kind, id
        self.card: Id | None = None
        self.move(start)

    def move(self, pointer: Pointer) -> None:
        self.card = self._linked(pointer)
        self.aim(pointer)
        if self.card is not None:
            self.view.map.drop.hide()
            text = _("Link to this card")
        else:
            text = "" if self.cell is None else self.view.document.placing(self.kind, self.cell)
        self.view.hint.say(text, pointer.viewport)

    def _linked(self, pointer: Pointer) -> Id | None:
        """The card under the pointer while Ctrl is held: the record is linked to it instead."""
        if not pointer.modifiers & Qt.KeyboardModifier.ControlModifier or self.kind == "card":
            return None
        return self.view.map.card_at(pointer.map.x(), pointer.map.y())

    def finish(self, pointer: Pointer) -> None:
        self.move(pointer)
        self.end()
        if self.card is not None:
            self.view.document.link(self.kind, self.id, int(self.card))
            self.view.select_cards([self.card])
        elif self.cell is not None:
            card = self.view.document.place(self.kind, self.id, self.cell, self.index)
            if card is not None:
                self.view.select_cards([card])


class DragEmotion(Gesture):
    """The point of a curve goes up and down in steps of 0.1."""

    cursor = Qt.CursorShape.SizeVerCursor
    scrolls = False

    def __init__(self, view: MapView, start: Pointer, step: Id, persona: Id) -> None:
        super().__init__(view, start)
        self.step, self.persona = step, persona
        cell = view.map.cell_at(start.map.x(), start.map.y())
        assert cell is not None
        self.cell = cell
        self._before = view.map.data
        self.value = self._value(start)
        self.move(start)

    def _value(self, pointer: Pointer) -> float:
        box = self.view.map.laid.cell_rect(*self.cell)
        return emotion_value(pointer.map.y() - box.y, box.height, self.view.map.laid.metrics)

    def move(self, pointer: Pointer) -> None:
        self.value = self._value(pointer)
        self.view.map.show_emotion(self.step, self.persona, self.value)
        curve = next(c for c in self._before.curves if c.persona_id == self.persona)
        text = _("{persona}: {value}").format(persona=curve.code, value=signed(self.value))
        self.view.hint.say(text, pointer.viewport)

    def finish(self, pointer: Pointer) -> None:
        self.move(pointer)
        self.end()
        self.view.map.show_map(self._before)
        self.view.workspace.file.end_merge()
        self.view.document.set_emotion(int(self.step), int(self.persona), self.value)

    def cancel(self) -> None:
        self.end()
        self.view.map.show_map(self._before)
