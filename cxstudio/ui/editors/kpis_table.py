"""The dated readings of one KPI as an editable table; its last row takes a new reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.model import Kpi, Reading
from cxstudio.ui import theme
from cxstudio.ui.editors.kpis_figures import shown
from cxstudio.ui.editors.kpis_paste import PastedReading, day_of, number_of, read_pasted
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.workspace import Workspace

COLUMNS = ("read_on", "value", "n", "low", "high", "source")
NEEDED = ("read_on", "value")


class ReadingsTable(QAbstractTableModel):
    """Rows hold plain values. `faulted` tells a sentence, empty when all is well."""

    faulted = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.kpi_id: int | None = None
        self.ids: list[int] = []
        self._rows: list[tuple[Any, ...]] = []
        self._draft: dict[str, Any] = {}

    def show_kpi(self, id: int | None) -> None:
        """Show the readings of another KPI."""
        if id != self.kpi_id:
            self.kpi_id, self._draft = id, {}
        self.reload()

    def reload(self) -> None:
        """Read the rows anew."""
        kpi = self._workspace.file.get(Kpi, self.kpi_id)
        readings = kpi.readings if kpi else []
        self.beginResetModel()
        self.ids = [reading.id for reading in readings]
        self._rows = [tuple(getattr(r, name) for name in COLUMNS) for r in readings]
        self.endResetModel()

    # -- Qt's side ---------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid() or self.kpi_id is None:
            return 0
        return len(self.ids) + (0 if self._workspace.read_only else 1)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return titles()[section]
        return _aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if self._workspace.read_only else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_draft = index.row() == len(self.ids)
        value = self._value(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if is_draft and value is None and index.column() == 0:
                return _("New reading") if role == Qt.ItemDataRole.DisplayRole else ""
            return _text(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(index.column())
        if role == Qt.ItemDataRole.ForegroundRole and is_draft:
            return theme.colour("text_3")
        return None

    def _value(self, index: Index) -> Any:
        if index.row() < len(self.ids):
            return self._rows[index.row()][index.column()]
        return self._draft.get(COLUMNS[index.column()])

    # -- writing -----------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = COLUMNS[index.column()]
        try:
            parsed = parse(name, str(value))
        except ValueError:
            self.faulted.emit(_fault(name, str(value)))
            return False
        self.faulted.emit("")
        if index.row() < len(self.ids):
            self._edit(self.ids[index.row()], name, parsed)
        elif parsed is not None and parsed != "":
            self._draft[name] = parsed
            self._write_draft(index)
        return True

    def _edit(self, id: int, name: str, value: Any) -> None:
        reading = self._workspace.file.one(Reading, id)
        if getattr(reading, name) == value:
            return
        with self._workspace.change(_("Edit a reading")) as change:
            setattr(change.get(Reading, id), name, value)

    def _write_draft(self, index: Index) -> None:
        """Write the new reading as soon as it has a day and a value."""
        if self.kpi_id is None or any(name not in self._draft for name in NEEDED):
            self.dataChanged.emit(index, index)
            return
        draft, self._draft = self._draft, {}
        with self._workspace.change(_("Add a reading")) as change:
            change.add(Reading(kpi_id=self.kpi_id, **draft))

    def delete(self, rows: Sequence[int]) -> None:
        """Delete the readings of these rows, as one change."""
        ids = [self.ids[row] for row in rows if row < len(self.ids)]
        if not ids or self._workspace.read_only:
            return
        with self._workspace.change(_("Delete readings")) as change:
            for id in ids:
                change.delete(change.get(Reading, id))
        count = len(ids)
        text = ngettext("Deleted {count} reading.", "Deleted {count} readings.", count)
        self._workspace.say(text.format(count=count), undo=True)

    def paste(self, text: str) -> None:
        """Add the readings of a copied table, as one change; a known day gets the new value."""
        readings, faults = read_pasted(text)
        if readings and self.kpi_id is not None and not self._workspace.read_only:
            self._write_pasted(self.kpi_id, readings)
            count = len(readings)
            said = ngettext("Pasted {count} reading.", "Pasted {count} readings.", count)
            self._workspace.say(said.format(count=count), undo=True)
        self.faulted.emit(_paste_fault(readings, faults))

    def _write_pasted(self, kpi_id: int, readings: Sequence[PastedReading]) -> None:
        known = {row[0]: id for id, row in zip(self.ids, self._rows, strict=True)}
        with self._workspace.change(_("Paste readings")) as change:
            for pasted in readings:
                if pasted.day in known:
                    reading = change.get(Reading, known[pasted.day])
                else:
                    made = Reading(kpi_id=kpi_id, read_on=pasted.day, value=pasted.value)
                    reading = change.add(made)
                    known[pasted.day] = reading.id
                reading.value = pasted.value
                reading.n, reading.low, reading.high = pasted.n, pasted.low, pasted.high


def titles() -> list[str]:
    """The heads of the columns."""
    return [_("Day"), pgettext("of a reading", "Value"), "n", _("Low"), _("High"), _("Source")]


def parse(name: str, text: str) -> Any:
    """The value of a cell. Raises ValueError; blank is None, except where it must not be."""
    if name == "source":
        return text.strip()
    if not text.strip():
        if name in NEEDED:
            raise ValueError(text)
        return None
    if name == "read_on":
        return day_of(text)
    number = number_of(text)
    return round(number) if name == "n" else number


def _fault(name: str, text: str) -> str:
    if name == "read_on":
        return _(
            "“{text}” is not a day that is sure. Write it as 2026-06-15. Nothing was changed."
        ).format(text=text)
    return _("“{text}” is not a number. Nothing was changed.").format(text=text)


def _paste_fault(readings: Sequence[PastedReading], faults: Sequence[str]) -> str:
    if not readings and not faults:
        return _("There is no table to paste. Copy two columns, day and value, and paste again.")
    if not faults:
        return ""
    text = ngettext(
        "{count} line was not understood and left out: {lines}",
        "{count} lines were not understood and left out: {lines}",
        len(faults),
    )
    shown_faults = "; ".join(faults[:3]) + (" …" if len(faults) > 3 else "")
    return text.format(count=len(faults), lines=shown_faults)


def _text(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return shown(value) if isinstance(value, int) else _plain(value)


def _plain(value: Any) -> str:
    return f"{value:g}".replace("-", "−") if isinstance(value, float) else value.isoformat()


def _aligned(column: int) -> Qt.AlignmentFlag:
    right = COLUMNS[column] not in ("read_on", "source")
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
