"""What can be done with the selected cards: write, delete, copy and paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from cxstudio.drawing.journey.hands import Cell
from cxstudio.i18n import _
from cxstudio.ui.canvas import clipboard, pictures
from cxstudio.ui.canvas.pasting import Pasting

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView


class Acts:
    """Acts on the selection of a view; keys and menus call the same."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._pasting = Pasting(view.document)

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

    def measure(self) -> bool:
        """Ask for the measure of the selected cards, when all of them stand where measures do."""
        ids, view = self._selected(), self._view
        lanes = (view.map.laid.places[id][1].card.lane_id for id in ids)
        if not (ids and view.document.writable):
            return False
        if all(view.lane_kind(lane) == "measures" for lane in lanes):
            view.measure_wanted.emit(ids)
            return True
        view.workspace.say(_("Only cards in a lane of measures carry a KPI."))
        return True

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
            return
        mime, data = QGuiApplication.clipboard().mimeData(), self._view.map.data
        if mime.hasFormat(clipboard.CARDS):
            self._view.select_cards(self._pasting.paste_cards(data, mime, cell))
        elif pictures.files(mime) or (mime.hasImage() and not mime.hasText()):
            found = pictures.taken(mime, _("Pasted picture"))
            self._view.select_cards(self._view.details.add_pictures(cell, found))
        elif mime.hasText() and mime.text().strip():
            self._paste_text(mime.text(), cell)

    def _paste_text(self, text: str, cell: Cell) -> None:
        grid = clipboard.grid_of(text)
        if clipboard.count(grid) > clipboard.MOST_CELLS:
            self._view.workspace.say(
                _("The clipboard holds more than {count} cells; paste a part of it.").format(
                    count=clipboard.MOST_CELLS
                )
            )
            return
        made = self._pasting.paste_grid(self._view.map.data, grid, cell)
        self._view.select_cards(made)
