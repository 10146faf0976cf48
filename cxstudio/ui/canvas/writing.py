"""Writing cards on the map: which card or cell the editor stands on, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QColor

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.map import CardData, Id
from cxstudio.drawing.journey.text import Type
from cxstudio.exchange.journey_content import tidy
from cxstudio.ui.canvas import walk
from cxstudio.ui.canvas.editing import CardEditor, EditorFrame
from cxstudio.ui.canvas.selection import cards_of

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView

SMALLEST_TYPE = 11
MARGIN, FOOT, LEAST_ROOM = 12, 64, 60  # pixels; the foot is the zoom bar's


class Writing(QObject):
    """Opens the editor on a card or on the place of a new one, and writes what was typed."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self.view = view
        self.frame = EditorFrame(view.viewport())
        self.editor = CardEditor(view.viewport())
        self.card: Id | None = None
        self.cell: Cell | None = None
        self.index = 0
        self.editor.begun.connect(self.start_new)
        self.editor.finished.connect(self._finished)
        self.editor.cancelled.connect(self._ended)
        self.editor.grown.connect(self._grown)
        view.map.laid_out.connect(self.follow)
        view.zoomed.connect(self.follow)
        view.workspace.flush_requested.connect(self.finish)

    @property
    def active(self) -> bool:
        return self.editor.writing

    # -- beginning -------------------------------------------------------------------

    @Slot()
    def start_new(self) -> None:
        """A new card under the selected one, or in the selected empty cell."""
        selection = self.view.map.selection
        cell = selection.cell
        if cell is None or not self.view.can_write(cell):
            return
        cards = cards_of(self.view.map.laid, cell)
        current = selection.current
        index = cards.index(current) + 1 if current in cards else len(cards)
        self.open_new(cell, index)

    def open_new(self, cell: Cell, index: int) -> None:
        """The editor at the place of a card that is not there yet."""
        self.finish()
        self.card, self.cell, self.index = None, cell, index
        self._open("")

    def open_card(self, card: Id, select: bool = True) -> None:
        """The editor on a card."""
        self.finish()
        places = self.view.map.laid.places
        if card not in places or not self.view.document.writable:
            return
        data = places[card][1].card
        self.card, self.cell = card, Cell(data.step_id, data.lane_id)
        self._open(self.view.document.text_of(int(card)) or data.text, select)

    def _open(self, text: str, select: bool = False) -> None:
        fill, ink = self._colours()
        self.editor.write(text, self._type(), fill, ink, select)
        self.follow()
        self.view.show_rect(self._rect_on_map())
        self.editor.setFocus()

    def _colours(self) -> tuple[QColor, QColor]:
        scene = self.view.map
        if self.card is not None and self.card in scene.cards:
            item = scene.cards[self.card]
            if item.look.metrics.plain(item.kind):
                return scene.look.colour("surface"), scene.look.colour("text")
            fill = item.look.card(item.box.card, item.kind)
        else:
            assert self.cell is not None
            kind = self.view.lane_kind(self.cell.lane_id)
            fill = scene.look.card(CardData(0, self.cell.step_id, self.cell.lane_id, ""), kind)
        return QColor(fill.fill), QColor(fill.text)

    def _type(self) -> Type:
        kind, zoom = self.view.map.laid.metrics.card, self.view.zoom
        return Type(
            max(round(kind.size * zoom), SMALLEST_TYPE), round(kind.line * zoom), kind.weight
        )

    def _rect_on_map(self) -> QRectF:
        scene = self.view.map
        if self.card is not None and self.card in scene.laid.places:
            return scene.card_rect(self.card)
        assert self.cell is not None
        return scene.card_place(self.cell, self.index)

    # -- being there -----------------------------------------------------------------

    @Slot()
    def follow(self) -> None:
        """Stand where the card stands now; rest at the selected place while not writing."""
        if not self.active:
            self._rest()
            return
        if self.card is not None and self.card not in self.view.map.laid.places:
            self.editor.cancel()
            return
        rect = self.view.mapFromScene(self._rect_on_map()).boundingRect()
        m, zoom = self.view.map.laid.metrics, self.view.zoom
        across = max(round(m.card_padding[1] * zoom), 4)
        down = max(round(m.card_padding[0] * zoom), 3)
        least = QRect(rect.x(), rect.y(), max(rect.width(), 96), max(rect.height(), 28))
        self.editor.place(least, (down, across))
        self._grown(0)

    def _rest(self) -> None:
        selection = self.view.map.selection
        if selection.cell is None:
            return
        rect = self.view.map.card_place(selection.cell)
        at = self.view.mapFromScene(rect.topLeft())
        self.editor.setGeometry(at.x(), at.y(), 1, 1)

    def _grown(self, _height: int) -> None:
        self._keep_inside()
        self.frame.show_around(self.editor.geometry(), self._colours()[0])
        self.editor.raise_()

    def _keep_inside(self) -> None:
        """A long text scrolls in the editor, instead of leaving the window with it."""
        place, room = self.editor.geometry(), self.view.viewport().height() - MARGIN - FOOT
        scrolls = place.height() > room >= LEAST_ROOM
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff
        self.editor.setVerticalScrollBarPolicy(bar)
        if scrolls:
            self.editor.setGeometry(place.x(), MARGIN, place.width(), room)
            self.editor.ensureCursorVisible()

    # -- ending ----------------------------------------------------------------------

    @Slot()
    def finish(self) -> None:
        """Write what is in the editor, if it is open."""
        self.editor.finish("stay")

    @Slot(str, str)
    def _finished(self, text: str, then: str) -> None:
        card, cell, index = self.card, self.cell, self.index
        text = tidy(text)
        self._ended()
        assert cell is not None
        document = self.view.document
        if card is not None:
            if text:
                document.set_text(int(card), text)
        elif text and document.writable:
            card = document.add_card(cell, text, index)
            self.view.select_cards([card])
        self._go_on(then, cell, index if card is None else self._after(card, cell), bool(text))

    def _after(self, card: Id, cell: Cell) -> int:
        cards = cards_of(self.view.map.laid, cell)
        return cards.index(card) + 1 if card in cards else len(cards)

    def _go_on(self, then: str, cell: Cell, index: int, written: bool) -> None:
        if then == "below" and written:
            self.open_new(cell, index)
        elif then in ("next", "previous"):
            self._in_next(cell, 1 if then == "next" else -1)

    def _in_next(self, cell: Cell, by: int) -> None:
        laid = self.view.map.laid
        after = walk.next_cell(laid, cell, by)
        while after != cell and not self.view.can_write(after):
            cell, after = after, walk.next_cell(laid, after, by)
        if after == cell:
            return
        cards = cards_of(laid, after)
        self.view.map.selection.set(cards[:1], after)
        if cards:
            self.view.show_current()
        else:
            self.open_new(after, 0)

    @Slot()
    def _ended(self) -> None:
        self.frame.hide()
        self.card = None
        self._rest()
        if self.view.window().focusWidget() is None:  # else whoever went elsewhere stays there
            self.view.setFocus()
