"""The lines of a review as an editable table."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from cxstudio import formats, i18n
from cxstudio.analysis.plan_progress import subject_of
from cxstudio.drawing.charts.scale import number
from cxstudio.i18n import _, pgettext
from cxstudio.model import Initiative, Kpi, ReviewItem, Stakeholder
from cxstudio.ui.editors.progress.status import words_of
from cxstudio.ui.tables.record_list import ID, Index
from cxstudio.ui.workspace import Workspace

COLUMNS = (
    *("subject", "planned", "actual", "status"),
    *("finding", "decision", "next_step", "owner_id", "due_on"),
)
NUMBERS, TEXTS = ("planned", "actual"), ("finding", "decision", "next_step")
VALUE = Qt.ItemDataRole.UserRole + 300


class ItemsTable(QAbstractTableModel):
    """Rows hold plain values. `faulted` tells a sentence, empty when all is well."""

    faulted = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.review_id: int | None = None
        self.ids: list[int] = []
        self.subjects: list[tuple[str, int] | None] = []
        self._rows: list[dict[str, Any]] = []
        self._people: dict[int, str] = {}

    def show_review(self, id: int | None) -> None:
        self.review_id = id
        self.reload()

    def reload(self) -> None:
        """Read the lines anew."""
        file = self.workspace.file
        items = file.all(ReviewItem, ReviewItem.review_id == self.review_id)
        self.beginResetModel()
        self._people = {one.id: one.label for one in file.all(Stakeholder)}
        self.ids = [item.id for item in items]
        self.subjects = [subject_of(item) for item in items]
        self._rows = [self._row(item) for item in items]
        self.endResetModel()

    def _row(self, item: ReviewItem) -> dict[str, Any]:
        row = {name: getattr(item, name) for name in COLUMNS[1:]}
        initiative = self.workspace.file.get(Initiative, item.initiative_id)
        kpi = self.workspace.file.get(Kpi, item.kpi_id)
        of = initiative or kpi
        title = of.label or _("Untitled") if of else _("Deleted")
        row["subject"] = f"{of.code}  {title}" if of else title
        row["unit"] = kpi.unit if kpi else "%"
        return row

    # -- Qt's side ---------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return titles()[section]
        if role != Qt.ItemDataRole.TextAlignmentRole:
            return None
        return _aligned(section) & ~Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignVCenter

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        fixed = self.workspace.read_only or index.column() == 0
        return flags if fixed else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._rows):
            return None
        name = COLUMNS[index.column()]
        value = self._rows[index.row()][name]
        if role == VALUE:
            return value
        if role == ID:
            return self.ids[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return _typed(value)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._shown(name, value, self._rows[index.row()]["unit"])
        return _aligned(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _shown(self, name: str, value: Any, unit: str) -> str:
        if name in NUMBERS:
            return "–" if value is None else number(value, unit, i18n.language())
        if name == "status":
            return words_of(value or "")
        if name == "owner_id":
            return self._people.get(value or 0, "")
        if name == "due_on":
            return formats.cell_day(value, i18n.language()) if value else ""
        return str(value or "")

    def people(self) -> list[tuple[int, str]]:
        """Who can own a next step."""
        return [(id, name or _("Untitled")) for id, name in self._people.items()]

    # -- writing -----------------------------------------------------------------------

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        name = COLUMNS[index.column()]
        try:
            parsed = parse(name, value)
        except ValueError:
            self.faulted.emit(_fault(name, str(value)))
            return False
        self.faulted.emit("")
        id = self.ids[index.row()]
        if getattr(self.workspace.file.one(ReviewItem, id), name) == parsed:
            return True
        with self.workspace.change(_("Edit the review")) as change:
            setattr(change.get(ReviewItem, id), name, parsed)
        return True


def titles() -> list[str]:
    """The heads of the columns."""
    return [
        *(_("About"), pgettext("of a review", "Planned"), _("Actual"), _("Status")),
        *(_("Finding"), _("Decision"), _("Next step")),
        *(pgettext("of a next step", "Owner"), _("Due on")),
    ]


def parse(name: str, value: Any) -> Any:
    """The value of a cell. Raises ValueError."""
    if name in TEXTS:
        return str(value or "").strip()
    if name in ("status", "owner_id"):
        return value if value is not None or name == "owner_id" else ""
    text = str(value or "").strip().replace("−", "-").rstrip("%％").strip()
    if not text or text == "–":
        return None
    if name == "due_on":
        return dt.date.fromisoformat(text.replace("/", "-"))
    return float(text.replace(",", "") if "." in text else text.replace(",", "."))


def _fault(name: str, text: str) -> str:
    if name == "due_on":
        return _(
            "“{text}” is not a day that is sure. Write it as 2026-06-15. Nothing was changed."
        ).format(text=text)
    return _("“{text}” is not a number. Nothing was changed.").format(text=text)


def _typed(value: Any) -> str:
    """A value as it is typed."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _aligned(column: int) -> Qt.AlignmentFlag:
    right = COLUMNS[column] in NUMBERS
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignTop
