"""What can be done with the selected cards: write, delete, copy and paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from cxstudio.i18n import _
from cxstudio.ui.canvas import clipboard, pictures
from cxstudio.ui.canvas.aligning import Aligning, Where
from cxstudio.ui.canvas.pasting import Pasting

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView


class Acts:
    """Acts on the selection of a view; keys and menus call the same."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._pasting = Pasting(view.document)
        self._aligning = Aligning(view.document)

    def edit_current(self) -> None:
        """Write on the selected card, or the label of the selected connector."""
        connector = self._view.map.selection.connector
        if connector is not None and self._view.document.writable:
            self._view.label_wanted.emit(connector)
            return
        if self._view.map.selection.current is not None:
            self._view.writing.open_card(self._view.map.selection.current, select=False)

    def edit_or_start(self) -> None:
        """Write on what is selected, or a new card in the selected cell."""
        selection = self._view.map.selection
        if selection.current is not None or selection.connector is not None:
            self.edit_current()
        else:
            self._view.writing.start_new()

    def _selected(self) -> list[int]:
        """Ids of the selected cards in reading order."""
        return [
            int(id) for id in self._view.map.laid.places if id in self._view.map.selection.cards
        ]

    def align(self, where: Where) -> None:
        """Bring the selected cards into line; into a step or lane it is that of the last one."""
        ids, view, cell = self._selected(), self._view, self._view.map.selection.cell
        if not ids or cell is None or not view.document.writable:
            return
        if where in ("step", "lane") and len(ids) < 2:
            view.workspace.say(_("Select the cards to bring into line, last the one to follow."))
            return
        self._aligning.align(where, ids, cell)
        view.show_current()

    def measure(self) -> None:
        """Ask for the measure of the selected cards, when all of them stand where measures do."""
        ids, view = self._selected(), self._view
        lanes = (view.map.laid.places[id][1].card.lane_id for id in ids)
        if not (ids and view.document.writable):
            return
        if all(view.lane_kind(lane) == "measures" for lane in lanes):
            view.measure_wanted.emit(ids)
        else:
            view.workspace.say(_("Only cards in a lane of measures carry a KPI."))

    def delete_selected(self) -> None:
        connector = self._view.map.selection.connector
        if connector is not None and self._view.document.writable:
            self._view.connecting.joining.delete(int(connector))
            return
        ids = self._selected()
        if ids and self._view.document.writable:
            self._view.document.delete_cards(ids)

    def duplicate(self) -> None:
        ids = self._selected()
        if ids and self._view.document.writable:
            self._view.select_cards(self._view.document.copy_cards(ids))

    def copy(self) -> None:
        """Put the selected cards on the clipboard, for maps and as text."""
        ids = self._selected()
        if ids:
            data = self._pasting.copied(self._view.map.data, ids)
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        self.copy()
        self.delete_selected()

    def paste(self) -> None:
        """Cards that were copied, a picture, or plain lines and cells, into the selected cell."""
        cell = self._view.map.selection.cell
        if cell is None or not self._view.can_write(cell):
            if self._view.document.writable:
                self._view.workspace.say(self._no_place())
            return
        mime, data = QGuiApplication.clipboard().mimeData(), self._view.map.data
        words = mime.hasFormat(clipboard.CARDS) or mime.hasText() or mime.hasHtml()
        if pictures.files(mime) or (mime.hasImage() and not words):
            found = pictures.taken(mime, _("Pasted picture"))
            self._view.select_cards(self._view.details.add_pictures(cell, found))
        elif words:
            self._view.select_cards(self._pasting.paste(data, mime, cell))

    def _no_place(self) -> str:
        """Why nothing can be pasted here."""
        if not self._view.map.data.steps:
            return _("This map has no steps yet.")
        if self._view.map.selection.cell is None:
            return _("Select a cell of the map first.")
        return _("This lane takes no cards. Select a cell of another one.")
