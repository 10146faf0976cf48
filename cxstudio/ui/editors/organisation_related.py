"""What belongs to a department: people, interviews, gaps, initiatives, measures, touchpoints."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy import Select, select

from cxstudio.i18n import N_, _
from cxstudio.model import Gap, Initiative, Interview, Kpi, Stakeholder, Touchpoint
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.record_chips import RecordChips
from cxstudio.ui.workspace import Workspace

KINDS = ("stakeholder", "interview", "gap", "initiative", "kpi", "touchpoint")

TITLES = {
    "stakeholder": N_("Stakeholders"),
    "interview": N_("Interviews with its people"),
    "gap": N_("Gaps"),
    "initiative": N_("Initiatives it is responsible for"),
    "kpi": N_("KPIs it owns"),
    "touchpoint": N_("Touchpoints it runs"),
}


class Related(QWidget):
    """Read-only chips in groups; each goes to its record."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(widgets.SectionTitle(_("What belongs to it")))
        self._none = widgets.Label(
            _(
                "Nothing yet. Stakeholders, gaps and initiatives appear here when they name "
                "this department."
            ),
            "small",
            "text_3",
            wrap=True,
        )
        column.addWidget(self._none)
        self.groups: dict[str, tuple[widgets.Label, RecordChips]] = {}
        for kind in KINDS:
            title = widgets.Label(_(TITLES[kind]), "small", "text_3")
            chips = RecordChips(workspace, _(TITLES[kind]))
            column.addSpacing(theme.px(4))
            column.addWidget(title)
            column.addWidget(chips)
            self.groups[kind] = title, chips

    def show_department(self, id: int | None) -> None:
        """Show what names this department now."""
        found = False
        for kind, (title, chips) in self.groups.items():
            ids = [] if id is None else [row[0] for row in self.workspace.file.rows(_ids(kind, id))]
            chips.show_records([(End(kind, other), None) for other in ids])
            title.setVisible(bool(ids))
            found = found or bool(ids)
        self._none.setVisible(not found)


def _ids(kind: str, department: int) -> Select[Any]:
    if kind == "interview":
        people = select(Stakeholder.id).where(Stakeholder.department_id == department)
        return (
            select(Interview.id)
            .where(Interview.stakeholder_id.in_(people))
            .order_by(Interview.position, Interview.id)
        )
    classes: dict[str, Any] = {
        "stakeholder": Stakeholder,
        "gap": Gap,
        "initiative": Initiative,
        "kpi": Kpi,
        "touchpoint": Touchpoint,
    }
    cls = classes[kind]
    return select(cls.id).where(cls.department_id == department).order_by(cls.position, cls.id)
