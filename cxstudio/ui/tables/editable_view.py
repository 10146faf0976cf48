"""The screen's side of an editable table: the keyboard stays in it, whatever is written."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QTableView

from cxstudio.ui.tables.editable import EditableTable


class EditableView(QTableView):
    """Keeps its cell and the keyboard when the table is read anew; a new row is gone to, and the
    next one after a deletion."""

    def __init__(self, table: EditableTable) -> None:
        super().__init__()
        self._ids: list[int] = []
        self._cell: tuple[int, int] | None = None
        self._here = False
        table.modelAboutToBeReset.connect(self._keep)
        self.setModel(table)
        table.modelReset.connect(self._return)

    def _keep(self) -> None:
        index, focus = self.currentIndex(), QApplication.focusWidget()
        self._ids = list(self._table.ids)
        self._cell = (index.row(), index.column()) if index.isValid() else None
        self._here = focus is not None and (focus is self or self.isAncestorOf(focus))

    def _return(self) -> None:
        if self._cell is not None:
            row, column = self._cell
            new = [id for id in self._table.ids if id not in self._ids]
            wanted = self._ids[row] if row < len(self._ids) else new[0] if new else None
            ids = self._table.ids
            if wanted in ids or self._here:
                row = ids.index(wanted) if wanted in ids else min(row, len(ids) - 1)
                self.setCurrentIndex(self._table.index(row, column))
        if self._here:
            self.setFocus()

    @property
    def _table(self) -> EditableTable:
        table = self.model()
        assert isinstance(table, EditableTable)
        return table
