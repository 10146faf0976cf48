"""Gaps at touchpoints that are important and not good enough."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.gaps.proposals.proposal import Found, Proposal
from cxstudio.analysis.gaps.proposals.reach import of_figures
from cxstudio.analysis.gaps.severity import opportunity
from cxstudio.i18n import _
from cxstudio.model import Gap, Touchpoint
from cxstudio.model.chain import End

UNDERSERVED = 12.0
"""From here on an opportunity is worth acting on (Ulwick 2005: 12 to 15 solid, above 15 high)."""


def touchpoints(found: Found) -> Iterator[Proposal]:
    """Touchpoints whose opportunity is 12 or more and that no gap is at.

    Satisfaction is today's value; good enough is as satisfied as important, which is the target.
    """
    taken = {gap.touchpoint_id for gap in found.read(Gap)}
    for one in found.read(Touchpoint):
        value = opportunity(one.importance, one.satisfaction)
        if value is None or value < UNDERSERVED or one.id in taken or one.state == "ends":
            continue
        evidence = found.chain.evidence_of(End("touchpoint", one.id))
        yield Proposal(
            key=f"touchpoint:{one.id}",
            source="touchpoints",
            kind="touchpoint",
            title=_("“{touchpoint}” is not as good as it is important").format(touchpoint=one.name),
            why=_(
                "Importance {importance}, satisfaction {satisfaction}, opportunity {value}."
            ).format(
                importance=f"{one.importance:.1f}",
                satisfaction=f"{one.satisfaction:.1f}",
                value=f"{value:.1f}",
            ),
            touchpoint_id=one.id,
            departments=() if one.department_id is None else (one.department_id,),
            importance=min(5, max(1, round(one.importance / 2))),
            current=one.satisfaction,
            target=one.importance,
            reach=of_figures(found, evidence),
            rests_on=tuple(End("evidence", id) for id in evidence),
        )
