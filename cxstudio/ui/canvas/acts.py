"""What can be done with the selected cards: write, delete, copy and paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from cxstudio.drawing.journey.hands import Cell
from cxstudio.i18n import _
from cxstudio.ui.canvas import clipboard

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView


class Acts:
    """Acts on the selection of a view; keys and menus call the same."""

    def __init__(self, view: MapView) -> None:
        self._view = view

    def edit_current(self) -> None:
        """Write on the selected card."""
        if self._view.map.selection.current is not None:
            self._view.writing.open_card(self._view.map.selection.current, select=False)

    def edit_or_start(self) -> None:
        """Write on the selected card, or a new one in the selected cell."""
        if self._view.map.selection.current is not None:
            self.edit_current()
        else:
            self._view.writing.start_new()

    def _selected(self) -> list[int]:
        """Ids of the selected cards in reading order."""
        return [
            int(id) for id in self._view.map.laid.places if id in self._view.map.selection.cards
        ]

    def delete_selected(self) -> None:
        ids = self._selected()
        if ids and self._view.document.writable:
            self._view.document.delete_cards(ids)

    def duplicate(self) -> None:
        ids = self._selected()
        if ids and self._view.document.writable:
            self._view.select_cards(self._view.document.copy_cards(ids))

    def copy(self) -> None:
        """Put the selected cards on the clipboard, for maps and as plain lines."""
        ids = self._selected()
        if ids:
            texts = [self._view.document.text_of(id) for id in ids]
            data = clipboard.copied(str(self._view.workspace.file.path), ids, texts)
            QGuiApplication.clipboard().setMimeData(data)

    def cut(self) -> None:
        self.copy()
        self.delete_selected()

    def paste(self) -> None:
        """Cards that were copied, or plain lines and cells, into the selected cell."""
        cell = self._view.map.selection.cell
        if cell is None or not self._view.can_write(cell):
            return
        data = QGuiApplication.clipboard().mimeData()
        ids = clipboard.card_ids(data, str(self._view.workspace.file.path))
        ids = [id for id in ids if self._view.document.cell_of(id) is not None]
        if ids:
            self._view.select_cards(self._view.document.copy_cards(ids, cell))
        elif data.hasText() and data.text().strip():
            self._paste_text(data.text(), cell)

    def _paste_text(self, text: str, cell: Cell) -> None:
        columns = clipboard.columns(text)
        if sum(map(len, columns)) > clipboard.MOST_CELLS:
            self._view.workspace.say(
                _("The clipboard holds more than {count} cells; paste a part of it.").format(
                    count=clipboard.MOST_CELLS
                )
            )
            return
        self._view.select_cards(self._view.document.paste(cell, columns))
