"""The lines of a review as an editable table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from cxstudio import formats, i18n
from cxstudio.analysis.plan.progress import subject_of
from cxstudio.drawing.charts.scale import number
from cxstudio.i18n import _, pgettext
from cxstudio.model import Initiative, Kpi, Review, ReviewItem, Stakeholder
from cxstudio.ui.editors.progress.status import words_of
from cxstudio.ui.tables.editable import EditableTable
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.workspace import Workspace

COLUMNS = (
    *("subject", "planned", "actual", "status"),
    *("finding", "decision", "next_step", "owner_id", "due_on"),
)
TEXTS = ("finding", "decision", "next_step")


class ItemsTable(EditableTable):
    """What a review found and decided, a line for each initiative and KPI."""

    columns, numbers = COLUMNS, ("planned", "actual")

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, ReviewItem, _("Edit the review"))
        self.review_id: int | None = None
        self.subjects: list[tuple[str, int] | None] = []
        self._people: dict[int, str] = {}
        self._year: int | None = None

    def show_review(self, id: int | None) -> None:
        self.review_id = id
        self.reload()

    def reload(self) -> None:
        """Read the lines anew."""
        file = self.workspace.file
        items = file.all(ReviewItem, ReviewItem.review_id == self.review_id)
        review = file.get(Review, self.review_id)
        self._year = review.held_on.year if review and review.held_on else None
        self._people = {one.id: one.label for one in file.all(Stakeholder)}
        self.subjects = [subject_of(item) for item in items]
        self.fill([item.id for item in items], [self._row(item) for item in items])

    def _row(self, item: ReviewItem) -> dict[str, Any]:
        row = {name: getattr(item, name) for name in COLUMNS[1:]}
        initiative = self.workspace.file.get(Initiative, item.initiative_id)
        kpi = self.workspace.file.get(Kpi, item.kpi_id)
        of = initiative or kpi
        title = of.label or _("Untitled") if of else _("Deleted")
        row["subject"] = f"{of.code}  {title}" if of else title
        row["unit"] = kpi.unit if kpi else "%"
        return row

    def titles(self) -> list[str]:
        return [
            *(_("About"), pgettext("of a review", "Planned"), _("Actual"), _("Status")),
            *(_("Finding"), _("Decision"), _("Next step")),
            *(pgettext("of a next step", "Owner"), _("Due on")),
        ]

    def fixed(self, name: str) -> bool:
        return name == "subject"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words begin at the top of their row."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.isValid():
            return self.side(index.column()) | Qt.AlignmentFlag.AlignTop
        return super().data(index, role)

    def shown(self, name: str, row: dict[str, Any]) -> str:
        value = row[name]
        if name in self.numbers:
            return "–" if value is None else number(value, row["unit"], i18n.language())
        if name == "status":
            return words_of(value or "")
        if name == "owner_id":
            return self._people.get(value or 0, "")
        if name == "due_on" and value is not None:
            form = formats.short_day if value.year == self._year else formats.cell_day
            return form(value, i18n.language())
        return str(value or "")

    def people(self) -> list[tuple[int, str]]:
        """Who can own a next step."""
        return [(id, name or _("Untitled")) for id, name in self._people.items()]

    def parse(self, name: str, value: Any) -> Any:
        if name in TEXTS:
            return str(value or "").strip()
        if name in ("status", "owner_id"):
            return value if value is not None or name == "owner_id" else ""
        return super().parse(name, value)
