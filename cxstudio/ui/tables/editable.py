"""Records of one class as a table that is written cell by cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from cxstudio.exchange.typed import day_of, number_of
from cxstudio.i18n import _
from cxstudio.model import Record
from cxstudio.ui.tables.record_list import ID, Index
from cxstudio.ui.workspace import Workspace

VALUE = Qt.ItemDataRole.UserRole + 300


class EditableTable(QAbstractTableModel):
    """Rows hold plain values by the attribute's name. `faulted` tells a sentence, empty when all
    is well. Subclasses name `columns`, those of them that are `numbers`, and the step's `label`;
    they fill it, and say how a value is shown and read."""

    faulted = Signal(str)
    columns: Sequence[str] = ()
    numbers: Sequence[str] = ()

    def __init__(self, workspace: Workspace, cls: type[Record], label: str) -> None:
        super().__init__()
        self.workspace = workspace
        self.ids: list[int] = []
        self._cls, self._label = cls, label
        self._rows: list[dict[str, Any]] = []

    # -- for subclasses ----------------------------------------------------------------

    def titles(self) -> list[str]:
        """The heads of the columns."""
        raise NotImplementedError

    def shown(self, name: str, row: dict[str, Any]) -> str:
        """A value in words."""
        raise NotImplementedError

    def parse(self, name: str, value: Any) -> Any:
        """The value of a cell from what was typed. Raises ValueError."""
        text = str(value or "").strip()
        if not text or text == "–":
            return None
        return number_of(text) if name in self.numbers else day_of(text)

    def fixed(self, name: str) -> bool:
        """Whether a column is only read."""
        return False

    def fill(self, ids: list[int], rows: list[dict[str, Any]]) -> None:
        """Show these rows; where they are the same records, a cell may stay open."""
        if ids == self.ids and ids:
            self._rows = rows
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self.ids, self._rows = ids, rows
        self.endResetModel()

    # -- Qt's side ---------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        if role != Qt.ItemDataRole.TextAlignmentRole:
            return None
        return self.side(section) | Qt.AlignmentFlag.AlignVCenter

    def side(self, column: int) -> Qt.AlignmentFlag:
        """Figures stand at the right."""
        right = self.columns[column] in self.numbers
        return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        only_read = self.workspace.read_only or self.fixed(self.columns[index.column()])
        return flags if only_read else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        name, row = self.columns[index.column()], self._rows[index.row()]
        if role == VALUE:
            return row[name]
        if role == ID:
            return self.ids[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return as_typed(row[name])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.shown(name, row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column()) | Qt.AlignmentFlag.AlignVCenter
        return None

    # -- writing -----------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = self.columns[index.column()]
        try:
            parsed = self.parse(name, value)
        except ValueError:
            self.faulted.emit(self._fault(name, str(value)))
            return False
        self.faulted.emit("")
        self.write(index, name, parsed)
        return True

    def write(self, index: Index, name: str, value: Any) -> None:
        """Write a value into the record of the row."""
        id = self.ids[index.row()]
        if getattr(self.workspace.file.one(self._cls, id), name) != value:
            with self.workspace.change(self._label) as change:
                setattr(change.get(self._cls, id), name, value)

    def _fault(self, name: str, text: str) -> str:
        if name not in self.numbers:
            return _(
                "“{text}” is not a day that is sure. Write it as 2026-06-15. Nothing was changed."
            ).format(text=text)
        return _("“{text}” is not a number. Nothing was changed.").format(text=text)


def as_typed(value: Any) -> str:
    """A value as it is typed."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.12g}".replace("-", "−")
    return value.isoformat() if isinstance(value, dt.date) else str(value)
