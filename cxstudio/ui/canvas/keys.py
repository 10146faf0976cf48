"""The keyboard on the map: walking, moving, writing, feeling and zooming."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxstudio.drawing.journey.hands import Cell
from cxstudio.ui.canvas import walk
from cxstudio.ui.canvas.selection import cards_of, cell_of
from cxstudio.ui.canvas.walk import Place

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
ARROWS = {Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down}
STEP_OF_EMOTION = 0.1


class Keys:
    """What each key does on a view of the map."""

    def __init__(self, view: MapView) -> None:
        self.view = view
        self._plain: dict[int, Callable[[], object]] = {
            Key.Key_F2: view.acts.edit_current,
            Key.Key_Return: view.acts.edit_or_start,
            Key.Key_Enter: view.acts.edit_or_start,
            Key.Key_Delete: self._delete,
            Key.Key_Backspace: self._delete,
            Key.Key_Home: self._home,
            Key.Key_End: self._end,
            Key.Key_Menu: view.open_menu,
        }
        self._with_ctrl: dict[int, Callable[[], object]] = {
            Key.Key_A: view.select_all,
            Key.Key_C: view.acts.copy,
            Key.Key_X: view.acts.cut,
            Key.Key_V: view.acts.paste,
            Key.Key_D: view.acts.duplicate,
            Key.Key_Plus: self._larger,
            Key.Key_Equal: self._larger,
            Key.Key_Minus: self._smaller,
            Key.Key_0: self._natural,
            Key.Key_1: view.fit,
            Key.Key_Return: view.open_detail,
            Key.Key_Enter: view.open_detail,
        }
        self._with_alt: dict[int, Callable[[], object]] = {
            Key.Key_C: view.connecting.begin,
            Key.Key_M: view.acts.measure,
            Key.Key_Home: partial(view.acts.align, "top"),
            Key.Key_End: partial(view.acts.align, "bottom"),
            Key.Key_S: partial(view.acts.align, "step"),
            Key.Key_L: partial(view.acts.align, "lane"),
        }

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the map uses a key that the window would take as a shortcut."""
        return bool(event.modifiers() & CTRL) and event.key() in self._with_ctrl

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; False when it means nothing here."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.view.connecting.press(event):
            return True
        if key == Key.Key_Escape:
            return self.view.escape()
        if key == Key.Key_Space and not event.isAutoRepeat():
            self.view.hold_space(True)
            return True
        if held == ALT and self._do(self._with_alt, key):
            return True
        if key in ARROWS:
            return self._arrow(key, held)
        if self._feels(event):
            return True
        if held == CTRL or held == CTRL | SHIFT:
            return self._do(self._with_ctrl, key)
        if held in (NONE, SHIFT) and key in (Key.Key_Tab, Key.Key_Backtab):
            return self._tab(-1 if key == Key.Key_Backtab else 1)
        return held in (NONE, SHIFT) and self._do(self._plain, key)

    def _do(self, actions: dict[int, Callable[[], object]], key: int) -> bool:
        action = actions.get(key)
        if action is None:
            return False
        action()
        return True

    # -- walking ---------------------------------------------------------------------

    def _place(self) -> Place | None:
        selection = self.view.map.selection
        if selection.cell is None:
            return None
        return Place(selection.cell, selection.current)

    def _arrow(self, key: int, held: Qt.KeyboardModifier) -> bool:
        laid, place = self.view.map.laid, self._place()
        if held == ALT:
            return self._carry(key)
        if held not in (NONE, SHIFT):
            return False
        to = walk.first(laid) if place is None else self._beside(key, place)
        if to is not None:
            self._go(to, add=held == SHIFT)
        return True

    def _beside(self, key: int, place: Place) -> Place:
        laid = self.view.map.laid
        if key == Key.Key_Up:
            return walk.above(laid, place)
        if key == Key.Key_Down:
            return walk.below(laid, place)
        return walk.beside(laid, place, 1 if key == Key.Key_Right else -1)

    def _go(self, to: Place, add: bool = False) -> None:
        selection = self.view.map.selection
        if add and to.card is not None:
            others = (id for id in selection.cards if id != to.card)
            selection.set((*others, to.card), to.cell)
        else:
            selection.set(() if to.card is None else (to.card,), to.cell)
        self.view.show_current()

    def _tab(self, by: int) -> bool:
        """To the next cell; out of the map from its last one, so that Tab never traps."""
        place = self._place()
        if place is None:
            return False
        laid = self.view.map.laid
        cell = walk.next_cell(laid, place.cell, by)
        if cell == place.cell:
            return False
        cards = cards_of(laid, cell)
        self._go(Place(cell, cards[0] if cards else None))
        return True

    def _home(self) -> None:
        if place := self._place():
            self._go(walk.edge(self.view.map.laid, place, last=False))

    def _end(self) -> None:
        if place := self._place():
            self._go(walk.edge(self.view.map.laid, place, last=True))

    # -- carrying --------------------------------------------------------------------

    def _carry(self, key: int) -> bool:
        """Alt with an arrow moves the selected cards by a step, by a place, or by a lane."""
        scene, document = self.view.map, self.view.document
        if not scene.selection.cards or not document.writable:
            return False
        ids = [int(id) for id in scene.laid.places if id in scene.selection.cards]
        upright = key in (Key.Key_Up, Key.Key_Down) and len(ids) == 1
        if upright and self._within(ids[0], -1 if key == Key.Key_Up else 1):
            return True
        targets = {id: self._neighbour(cell_of(scene.laid, id), key) for id in ids}
        found = {id: cell for id, cell in targets.items() if cell is not None}
        if len(found) == len(ids):
            document.spread_cards(found)
            self.view.show_current()
        return True

    def _within(self, card: int, by: int) -> bool:
        cell = cell_of(self.view.map.laid, card)
        cards = cards_of(self.view.map.laid, cell)
        place = cards.index(card) + by
        if not 0 <= place < len(cards):
            return False
        self.view.document.move_cards([card], cell, place)
        return True

    def _neighbour(self, cell: Cell, key: int) -> Cell | None:
        """The cell one step beside, or in the nearest lane that holds cards."""
        laid = self.view.map.laid
        if key in (Key.Key_Left, Key.Key_Right):
            steps = [column.step.id for column in laid.columns]
            at = steps.index(cell.step_id) + (1 if key == Key.Key_Right else -1)
            return Cell(steps[at], cell.lane_id) if 0 <= at < len(steps) else None
        lanes = [row.lane.id for row in laid.rows]
        by = 1 if key == Key.Key_Down else -1
        at = lanes.index(cell.lane_id) + by
        while 0 <= at < len(lanes):
            if self.view.document.takes_cards(Cell(cell.step_id, lanes[at])):
                return Cell(cell.step_id, lanes[at])
            at += by
        return None

    # -- feeling ---------------------------------------------------------------------

    def _feels(self, event: QKeyEvent) -> bool:
        """On the curve, + and − change the chosen persona's value, Delete leaves it blank."""
        cell = self.view.map.selection.cell
        persona = self.view.persona
        if cell is None or persona is None or not self.view.is_emotion(cell):
            return False
        if event.modifiers() & (CTRL | ALT) or not self.view.document.writable:
            return False
        by = {"+": STEP_OF_EMOTION, "-": -STEP_OF_EMOTION, "−": -STEP_OF_EMOTION}.get(event.text())
        if by is None and event.key() not in (Key.Key_Delete, Key.Key_Backspace):
            return bool(event.text().strip())
        value = None
        if by is not None:
            now = self.view.emotion(cell.step_id, persona) or 0.0
            value = round(max(-2.0, min(2.0, now + by)), 1) + 0.0
        self.view.document.set_emotion(int(cell.step_id), int(persona), value)
        return True

    def _delete(self) -> None:
        self.view.acts.delete_selected()

    def _larger(self) -> None:
        self.view.zoom_step(1)

    def _smaller(self) -> None:
        self.view.zoom_step(-1)

    def _natural(self) -> None:
        self.view.zoom_step(0)
