"""A read-only table of records with declared columns; writing goes through `change()`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from cxstudio.ui.workspace import MIME

Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole + 1000
SORT = Qt.ItemDataRole.UserRole + 1001
PAINT = Qt.ItemDataRole.UserRole + 1002  # what a column's own delegate needs


@dataclass(frozen=True)
class Column:
    """One column: its title, the text of a record, what it sorts by, and its alignment.

    The tooltip is the text unless a column has more to tell.
    """

    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    number: bool = False
    paint: Callable[[Any], Any] | None = None
    tooltip: Callable[[Any], str] | None = None


class RecordTable(QAbstractTableModel):
    """Rows made by `read()`, a function that returns (id, row object) pairs; holds no instances
    of mapped classes when the row objects are plain, as they should be."""

    def __init__(
        self, kind: str, columns: Sequence[Column], read: Callable[[], list[tuple[int, Any]]]
    ) -> None:
        super().__init__()
        self.kind, self.columns, self._read = kind, columns, read
        self._rows: list[tuple[int, list[dict[int, Any]]]] = []
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def reload(self) -> None:
        self.beginResetModel()
        self._rows = [(id, [self._cell(c, row) for c in self.columns]) for id, row in self._read()]
        if self._sorted:
            self._order(*self._sorted)
        self.endResetModel()

    def _cell(self, column: Column, row: Any) -> dict[int, Any]:
        text = column.text(row)
        align = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
        return {
            int(Qt.ItemDataRole.DisplayRole): text,
            int(Qt.ItemDataRole.ToolTipRole): column.tooltip(row) if column.tooltip else text,
            int(Qt.ItemDataRole.TextAlignmentRole): align | Qt.AlignmentFlag.AlignVCenter,
            int(SORT): column.sort(row) if column.sort else text,
            int(PAINT): column.paint(row) if column.paint else None,
        }

    @property
    def ids(self) -> list[int]:
        return [id for id, _cells in self._rows]

    def row_of_id(self, id: int | None) -> int:
        return self.ids.index(id) if id in self.ids else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        id, cells = self._rows[index.row()]
        return id if role == ID else cells[index.column()].get(int(role))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            right = self.columns[section].number
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        id = self._rows[indexes[0].row()][0]
        data.setData(MIME, QByteArray(f"{self.kind}:{id}".encode()))
        return data

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order)
        self.beginResetModel()
        self._order(column, order)
        self.endResetModel()

    def _order(self, column: int, order: Qt.SortOrder) -> None:
        """Blank values last in either order."""
        descending = order == Qt.SortOrder.DescendingOrder
        known = [row for row in self._rows if row[1][column][int(SORT)] is not None]
        blank = [row for row in self._rows if row[1][column][int(SORT)] is None]
        known.sort(key=lambda row: row[1][column][int(SORT)], reverse=descending)
        self._rows = [*known, *blank]
