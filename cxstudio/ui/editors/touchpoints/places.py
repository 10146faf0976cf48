"""Where a touchpoint appears: cards on journeys, gaps and initiatives that name it."""

from __future__ import annotations

from sqlalchemy import Select, select

from cxstudio.i18n import N_, _
from cxstudio.model import Card, Gap, Initiative
from cxstudio.ui.forms.record_groups import RecordGroups
from cxstudio.ui.workspace import Workspace

TITLES = {
    "card": N_("Cards on journeys"),
    "gap": N_("Gaps"),
    "initiative": N_("Initiatives"),
}
CLASSES: dict[str, type[Card | Gap | Initiative]] = {
    "card": Card,
    "gap": Gap,
    "initiative": Initiative,
}


def places(workspace: Workspace) -> RecordGroups:
    """Everything that names a touchpoint, in groups."""
    return RecordGroups(
        workspace,
        TITLES,
        _ids,
        _("Nowhere yet. It appears here when a card, a gap or an initiative names it."),
    )


def _ids(kind: str, touchpoint: int) -> Select[int]:
    cls = CLASSES[kind]
    return select(cls.id).where(cls.touchpoint_id == touchpoint).order_by(cls.position, cls.id)
