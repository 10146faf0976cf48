"""What belongs to a department: people, interviews, gaps, initiatives, measures, touchpoints."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, select

from cxstudio.i18n import N_, _
from cxstudio.model import Gap, Initiative, Interview, Kpi, Stakeholder, Touchpoint
from cxstudio.ui.forms.record_groups import RecordGroups
from cxstudio.ui.workspace import Workspace

TITLES = {
    "stakeholder": N_("Stakeholders"),
    "interview": N_("Interviews with its people"),
    "gap": N_("Gaps"),
    "initiative": N_("Initiatives it is responsible for"),
    "kpi": N_("KPIs it owns"),
    "touchpoint": N_("Touchpoints it runs"),
}


def related(workspace: Workspace) -> RecordGroups:
    """Everything that names a department, in groups."""
    return RecordGroups(
        workspace,
        TITLES,
        _ids,
        _(
            "Nothing yet. Stakeholders, gaps and initiatives appear here when they name "
            "this department."
        ),
        _("What belongs to it"),
    )


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
