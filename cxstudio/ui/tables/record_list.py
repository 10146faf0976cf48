"""The list of records at the left of a page: filter, order by dragging, drag out as evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from cxstudio.i18n import _
from cxstudio.model import Coded, Ordered, Record
from cxstudio.model.order import arrange, moved
from cxstudio.ui import widgets
from cxstudio.ui.workspace import MIME, Workspace

Index = QModelIndex | QPersistentModelIndex
RowOf = Callable[[Any], dict[int, Any]]
ID = Qt.ItemDataRole.UserRole + 1000


def plain_row(record: Record) -> dict[int, Any]:
    """Title and code, which every record has."""
    row: dict[int, Any] = {widgets.Row.TITLE: record.label or _("Untitled")}
    if isinstance(record, Coded):
        row[widgets.Row.CODE] = record.code
    return row


class RecordList(QAbstractListModel):
    """Rows of one class in the user's order; holds ids and texts, never instances.

    `row_of(record)` gives the texts by `widgets.Row` role. Dragging a row within
    the list reorders the records as one change; dragged elsewhere it carries the
    record as `workspace.MIME`.
    """

    def __init__(
        self, workspace: Workspace, cls: type[Record], row_of: RowOf = plain_row, where: Any = ()
    ) -> None:
        super().__init__()
        self._workspace, self._cls, self._row_of = workspace, cls, row_of
        self._where = where
        self._filter = ""
        self.ids: list[int] = []
        self._rows: list[dict[int, Any]] = []

    def reload(self) -> None:
        """Read all rows anew."""
        records = self._workspace.file.all(self._cls, *self._where)
        rows = [(record.id, self._row_of(record), self._haystack(record)) for record in records]
        kept = [(id, row) for id, row, text in rows if self._filter in text]
        self.beginResetModel()
        self.ids = [id for id, _row in kept]
        self._rows = [row for _id, row in kept]
        self.endResetModel()

    def _haystack(self, record: Record) -> str:
        code = record.code if isinstance(record, Coded) else ""
        texts = (getattr(record, name) or "" for name in record.searched)
        return "\n".join((code, *texts)).casefold()

    def set_filter(self, text: str) -> None:
        """Show only records whose texts contain `text`."""
        self._filter = text.strip().casefold()
        self.reload()

    def row_of_id(self, id: int | None) -> int:
        """The row that shows a record, or -1."""
        return self.ids.index(id) if id in self.ids else -1

    # -- Qt's side ---------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.ids):
            return None
        row = self._rows[index.row()]
        if role == ID:
            return self.ids[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.get(widgets.Row.CODE, '')} {row[widgets.Row.TITLE]}".strip()
        return row.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.LinkAction | Qt.DropAction.CopyAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        id = self.ids[indexes[0].row()]
        data.setData(MIME, QByteArray(f"{self._cls.__tablename__}:{id}".encode()))
        data.setText(str(self.data(indexes[0])))
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        return (
            issubclass(self._cls, Ordered)
            and not self._filter
            and not self._workspace.read_only
            and dragged(data)[0] == self._cls.__tablename__
        )

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        kind, id = dragged(data)
        if kind != self._cls.__tablename__ or id not in self.ids:
            return False
        if row < 0:
            row = parent.row() if parent.isValid() else len(self.ids)
        self.move(id, row)
        return False  # the rows are read anew from the file; Qt must not remove any

    def move(self, id: int, index: int) -> None:
        """Put a record before the row `index`, as one change."""
        order = moved(self.ids, id, index)
        if order != self.ids and not self._workspace.read_only:
            with self._workspace.change(_("Reorder")) as change:
                arrange([change.get(self._cls, other) for other in order])  # type: ignore[misc]


def dragged(data: QMimeData) -> tuple[str, int]:
    """(kind, id) of the record that a drag carries; ("", 0) when it carries none."""
    kind, _colon, id = bytes(data.data(MIME).data()).decode().partition(":")
    return (kind, int(id)) if id.isdigit() else ("", 0)
