"""Connecting cards by hand: from the ring at a card's edge, or by keys from card to card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from cxstudio.drawing.journey.map import Id
from cxstudio.i18n import _
from cxstudio.ui.canvas.interactions import Gesture, Pointer
from cxstudio.ui.canvas.joining import Joining

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DragConnector(Gesture):
    """A line follows the hand from one card to another."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: MapView, start: Pointer, card: Id) -> None:
        super().__init__(view, start)
        self.card = card
        self.target: Id | None = None

    def move(self, pointer: Pointer) -> None:
        scene = self.view.map
        self.target = scene.card_at(pointer.map.x(), pointer.map.y())
        if self.target == self.card:
            self.target = None
        laid = scene.laid
        end = pointer.map if self.target is None else laid.card_rect(self.target)
        scene.lines.loose.show_to(laid.card_rect(self.card), end, scene.look)
        text = _("Connect to a card") if self.target is None else _("Connect to this card")
        self.view.hint.say(text, pointer.viewport)

    def finish(self, pointer: Pointer) -> None:
        self.move(pointer)
        self.end()
        if self.target is not None:
            self.view.connecting.join(self.card, self.target)

    def end(self) -> None:
        super().end()
        self.view.map.lines.loose.hide()


class Connecting(QObject):
    """The ring under the mouse, and the way by keys: begin, walk to another card, Enter."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self.joining = Joining(view.workspace)
        self.start: Id | None = None
        view.map.selection.changed.connect(self._follow)

    @property
    def active(self) -> bool:
        """Whether a second card is being looked for by keys."""
        return self.start is not None

    # -- mouse -----------------------------------------------------------------------

    def hover(self, pointer: Pointer | None) -> None:
        """Show the ring on the card under the mouse."""
        handle, scene = self._view.map.lines.handle, self._view.map
        if pointer is None or not self._view.document.writable:
            handle.show_on(None, None)
            return
        if handle.holds(pointer.map):
            return
        card = scene.card_at(pointer.map.x(), pointer.map.y())
        handle.show_on(card, None if card is None else scene.card_rect(card))

    def grip(self, pointer: Pointer) -> DragConnector | None:
        """The gesture that begins at the ring, if the hand takes it."""
        handle = self._view.map.lines.handle
        if handle.card is None or not handle.holds(pointer.map):
            return None
        card = handle.card
        handle.show_on(None, None)
        return DragConnector(self._view, pointer, card)

    # -- keys ------------------------------------------------------------------------

    def begin(self) -> None:
        """From the selected card; the next one is chosen by keys or a click."""
        current = self._view.map.selection.current
        if current is not None and self._view.document.writable:
            self.start = current
            place = self._view.mapFromScene(self._view.map.card_rect(current).bottomLeft())
            text = _("Go to another card and press Enter; Escape cancels")
            self._view.hint.say(text, place)

    def cancel(self) -> bool:
        """Give up; False when nothing was begun."""
        if not self.active:
            return False
        self.start = None
        self._view.map.lines.loose.hide()
        self._view.hint.hide()
        return True

    def press(self, event: QKeyEvent) -> bool:
        """Enter connects and Escape cancels; other keys walk as ever."""
        if not self.active:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return self.cancel()
        if event.key() in ENTER:
            self.choose(self._view.map.selection.current)
            return True
        return False

    def choose(self, card: Id | None) -> None:
        """End at this card."""
        start = self.start
        self.cancel()
        if start is not None and card is not None:
            self.join(start, card)

    def join(self, start: Id, end: Id) -> None:
        """Connect, and select the connector."""
        made = self.joining.join(int(start), int(end))
        if made is not None and made in self._view.map.lines.items:
            self._view.map.selection.set_connector(made)

    def _follow(self) -> None:
        scene = self._view.map
        current = scene.selection.current
        if self.start is None or current is None or current == self.start:
            scene.lines.loose.hide()
            return
        ends = scene.laid.card_rect(self.start), scene.laid.card_rect(current)
        scene.lines.loose.show_to(*ends, scene.look)
