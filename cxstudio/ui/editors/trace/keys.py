"""The keyboard on the graph: walking along links, opening, zooming."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.trace import steps

if TYPE_CHECKING:
    from cxstudio.ui.editors.trace.view import GraphView

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PAGE, ALL = 10, 1_000_000


class Keys:
    """What each key does on a view of the graph."""

    def __init__(self, view: GraphView) -> None:
        self.view = view
        self._plain: dict[int, Callable[[], object]] = {
            Key.Key_Left: partial(self._sideways, -1),
            Key.Key_Right: partial(self._sideways, 1),
            Key.Key_Up: partial(self._vertical, -1),
            Key.Key_Down: partial(self._vertical, 1),
            Key.Key_PageUp: partial(self._vertical, -PAGE),
            Key.Key_PageDown: partial(self._vertical, PAGE),
            Key.Key_Home: partial(self._vertical, -ALL),
            Key.Key_End: partial(self._vertical, ALL),
            Key.Key_Return: self._open,
            Key.Key_Enter: self._open,
            Key.Key_Plus: partial(self._fold, False),
            Key.Key_Minus: partial(self._fold, True),
            Key.Key_Menu: self._menu,
        }
        self._with_ctrl: dict[int, Callable[[], object]] = {
            Key.Key_Plus: partial(view.zoom_step, 1),
            Key.Key_Equal: partial(view.zoom_step, 1),
            Key.Key_Minus: partial(view.zoom_step, -1),
            Key.Key_0: partial(view.zoom_step, 0),
            Key.Key_1: view.fit,
            Key.Key_Left: partial(self._across, -1),
            Key.Key_Right: partial(self._across, 1),
        }
        self._with_alt: dict[int, Callable[[], object]] = {
            Key.Key_Left: view.back_wanted.emit,
            Key.Key_Right: view.forward_wanted.emit,
        }

    def wants(self, event: QKeyEvent) -> bool:
        """Whether the graph uses a key that the window would take as a shortcut."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return bool(held & CTRL) and event.key() in self._with_ctrl

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means; False when it means nothing here."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Key.Key_Escape:
            return self._clear()
        if event.key() == Key.Key_Space:
            if not event.isAutoRepeat():
                self.view.pointing.hold_space(True)
            return True
        keys = self._with_ctrl if held & CTRL else self._with_alt if held & ALT else self._plain
        act = keys.get(event.key())
        if act is None:
            return False
        act()
        return True

    def _clear(self) -> bool:
        """Light all alike; False when nothing was lit."""
        if self.view.node is None and self.view.lit is None:
            return False
        self.view.chosen.emit(None)
        return True

    def _start(self) -> bool:
        """With nothing chosen an arrow begins at the top of what is in view."""
        laid = self.view.laid
        if laid is None or self.view.node is not None:
            return laid is None
        seen = self.view.seen()
        area = Rect(seen.x(), seen.y(), seen.width(), seen.height())
        here = [n for n in laid.nodes_in(area) if laid.rects[n].y >= area.y]
        self.view.choose(here[0] if here else steps.first(laid))
        return True

    def _sideways(self, by: int) -> None:
        if not self._start() and self.view.laid and self.view.node is not None:
            found = steps.sideways(self.view.laid, self.view.node, by)
            if found is None and by > 0:
                found = self._unfolded()
            if found is not None:
                self.view.choose(found)

    def _unfolded(self) -> int | None:
        """The first record of a group that is open: the links are those of its records."""
        laid, node = self.view.laid, self.view.node
        if laid is None or node is None or not laid.shown.nodes[node].count:
            return None
        return steps.vertical(laid, node, 1) if laid.shown.nodes[node].open else None

    def _across(self, by: int) -> None:
        if not self._start() and self.view.laid and self.view.node is not None:
            found = steps.across(self.view.laid, self.view.node, by)
            if found is not None:
                self.view.choose(found)

    def _vertical(self, by: int) -> None:
        if not self._start() and self.view.laid and self.view.node is not None:
            self.view.choose(steps.vertical(self.view.laid, self.view.node, by))

    def _open(self) -> None:
        if self.view.node is not None:
            self.view.opened.emit(self.view.node)

    def _fold(self, closed: bool) -> None:
        node, laid = self.view.node, self.view.laid
        if laid is not None and node is not None:
            shown = laid.shown.nodes[node]
            if shown.count and shown.open == closed:
                self.view.folded.emit(node)

    def _menu(self) -> None:
        node, laid = self.view.node, self.view.laid
        if laid is not None and node is not None:
            rect = laid.rects[node]
            at = QPoint(round(rect.x + 20), round(rect.bottom)) * self.view.scale
            there = self.view.viewport().mapToGlobal(at + self.view.offset.toPoint())
            self.view.menu_wanted.emit(there)
