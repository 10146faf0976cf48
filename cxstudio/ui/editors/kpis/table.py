"""The dated readings of one KPI as an editable table; its last row takes a new reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.model import Kpi, Reading
from cxstudio.ui import theme
from cxstudio.ui.editors.kpis.figures import shown
from cxstudio.ui.editors.kpis.paste import PastedReading, read_pasted
from cxstudio.ui.tables.editable import EditableTable, as_typed
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.workspace import Workspace

COLUMNS = ("read_on", "value", "n", "low", "high", "source")
NEEDED = ("read_on", "value")


class ReadingsTable(EditableTable):
    """The readings of a KPI, and a draft that is written once it has a day and a value."""

    columns, numbers = COLUMNS, ("value", "n", "low", "high")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Reading, _("Edit a reading"))
        self.kpi_id: int | None = None
        self._draft: dict[str, Any] = {}

    def show_kpi(self, id: int | None) -> None:
        """Show the readings of another KPI."""
        if id != self.kpi_id:
            self.kpi_id, self._draft = id, {}
        self.reload()

    def reload(self) -> None:
        """Read the rows anew."""
        kpi = self.workspace.file.get(Kpi, self.kpi_id)
        readings = kpi.readings if kpi else []
        rows = [{name: getattr(one, name) for name in COLUMNS} for one in readings]
        self.fill([one.id for one in readings], rows)

    def titles(self) -> list[str]:
        return [_("Day"), pgettext("of a reading", "Value"), "n", _("Low"), _("High"), _("Source")]

    def shown(self, name: str, row: dict[str, Any]) -> str:
        value = row.get(name)
        return shown(value) if isinstance(value, int) else as_typed(value)

    def parse(self, name: str, value: Any) -> Any:
        """Blank is None, except where it must not be."""
        if name == "source":
            return str(value or "").strip()
        parsed = super().parse(name, value)
        if parsed is None and name in NEEDED:
            raise ValueError(value)
        return round(parsed) if name == "n" and parsed is not None else parsed

    # -- the draft ---------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.isValid() or self.kpi_id is None:
            return 0
        return len(self.ids) + (0 if self.workspace.read_only else 1)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.row() != len(self.ids):
            return super().data(index, role)
        name = COLUMNS[index.column()]
        if (
            role == Qt.ItemDataRole.DisplayRole
            and index.column() == 0
            and not self._draft.get(name)
        ):
            return _("New reading")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.shown(name, self._draft)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.side(index.column()) | Qt.AlignmentFlag.AlignVCenter
        return theme.colour("text_3") if role == Qt.ItemDataRole.ForegroundRole else None

    def write(self, index: Index, name: str, value: Any) -> None:
        if index.row() < len(self.ids):
            super().write(index, name, value)
        elif value is not None and value != "":
            self._draft[name] = value
            self._write_draft(index)

    def _write_draft(self, index: Index) -> None:
        """Write the new reading as soon as it has a day and a value."""
        if self.kpi_id is None or any(name not in self._draft for name in NEEDED):
            self.dataChanged.emit(index, index)
            return
        draft, self._draft = self._draft, {}
        with self.workspace.change(_("Add a reading")) as change:
            change.add(Reading(kpi_id=self.kpi_id, **draft))

    def delete(self, rows: Sequence[int]) -> None:
        """Delete the readings of these rows, as one change."""
        ids = [self.ids[row] for row in rows if row < len(self.ids)]
        if not ids or self.workspace.read_only:
            return
        with self.workspace.change(_("Delete readings")) as change:
            for id in ids:
                change.delete(change.get(Reading, id))
        count = len(ids)
        text = ngettext("Deleted {count} reading.", "Deleted {count} readings.", count)
        self.workspace.say(text.format(count=count), undo=True)

    def paste(self, text: str) -> None:
        """Add the readings of a copied table, as one change; a known day gets the new value."""
        readings, faults = read_pasted(text)
        if readings and self.kpi_id is not None and not self.workspace.read_only:
            self._write_pasted(self.kpi_id, readings)
            count = len(readings)
            said = ngettext("Pasted {count} reading.", "Pasted {count} readings.", count)
            self.workspace.say(said.format(count=count), undo=True)
        self.faulted.emit(_paste_fault(readings, faults))

    def _write_pasted(self, kpi_id: int, readings: Sequence[PastedReading]) -> None:
        known = {row["read_on"]: id for id, row in zip(self.ids, self._rows, strict=True)}
        with self.workspace.change(_("Paste readings")) as change:
            for pasted in readings:
                if pasted.day in known:
                    reading = change.get(Reading, known[pasted.day])
                else:
                    made = Reading(kpi_id=kpi_id, read_on=pasted.day, value=pasted.value)
                    reading = change.add(made)
                    known[pasted.day] = reading.id
                reading.value = pasted.value
                reading.n, reading.low, reading.high = pasted.n, pasted.low, pasted.high


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
