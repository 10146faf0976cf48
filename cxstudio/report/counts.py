"""What a report counts of the engagement."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select

from cxstudio.analysis.gaps import severity
from cxstudio.analysis.plan.of_records import Total, total_cost
from cxstudio.model import (
    Card,
    Effect,
    Gap,
    Initiative,
    Insight,
    Interview,
    Kpi,
    Lane,
    Record,
    Wave,
)
from cxstudio.model.chain import End
from cxstudio.model.improvement import SET_ASIDE
from cxstudio.report.context import Context


def severity_of(context: Context, gap: Gap) -> float | None:
    """A gap's severity with the engagement's weights, None while it is not fully scored."""
    weights = context.kept("weights", lambda: severity.Weights.of(context.engagement))
    return context.kept(("severity", gap.id), lambda: severity.severity_of(gap, weights))


def gaps(context: Context) -> list[Gap]:
    """The gaps that count, the most severe first, then by code; those without a score last."""
    return list(context.kept("gaps", lambda: _gaps(context)))


def _gaps(context: Context) -> list[Gap]:
    known = [gap for gap in context.all(Gap) if gap.state not in SET_ASIDE]
    return sorted(known, key=lambda gap: (-(severity_of(context, gap) or -1.0), gap.code))


def scored(context: Context) -> list[tuple[Gap, float]]:
    """The scored gaps with their severity, the most severe first."""
    known = ((gap, severity_of(context, gap)) for gap in gaps(context))
    return [(gap, value) for gap, value in known if value is not None]


def concentration(context: Context) -> severity.Concentration | None:
    """The share of the three most severe gaps; None with too few or nothing severe."""
    return severity.concentration(value for _gap, value in scored(context))


def initiatives(context: Context) -> list[Initiative]:
    """The initiatives that are not dropped, in the user's order."""
    return [one for one in context.all(Initiative) if one.state not in SET_ASIDE]


def cost(context: Context) -> Total | None:
    """The lowest and highest total cost and of how many initiatives it is known."""
    return total_cost(initiatives(context))


def gaps_of(context: Context, initiative: Initiative) -> list[Gap]:
    """The gaps that an initiative closes, the most severe first."""
    ends = context.chain.rests_on(End("initiative", initiative.id))
    ids = {end.id for end, _link in ends if end.kind == "gap"}
    return [gap for gap in gaps(context) if gap.id in ids]


def initiatives_of(context: Context, gap: Gap) -> list[Initiative]:
    """The initiatives that close a gap."""
    ends = context.chain.supports(End("gap", gap.id))
    ids = {end.id for end, _link in ends if end.kind == "initiative"}
    return [one for one in initiatives(context) if one.id in ids]


def measures_of(context: Context, initiative: Initiative) -> list[Kpi]:
    """The KPIs by which an initiative is measured: linked to it, or moved in the business case."""
    ends = context.chain.supports(End("initiative", initiative.id))
    ids = {end.id for end, _link in ends if end.kind == "kpi"}
    ids |= {one.kpi_id for one in context.all(Effect) if one.initiative_id == initiative.id}
    return [kpi for kpi in context.all(Kpi) if kpi.id in ids]


def answers(context: Context) -> int:
    """All answers of the survey waves."""
    return sum(wave.rows for wave in context.all(Wave))


def interviews_held(context: Context) -> list[Interview]:
    """The interviews that have taken place, the first one first."""
    held = [talk for talk in context.all(Interview) if talk.held_at]
    return sorted(held, key=lambda talk: (talk.held_at, talk.number))


def voices(context: Context) -> int:
    """Excerpts and comments."""
    return sum(piece.evidence_kind in ("excerpt", "comment") for piece in context.evidence.values())


def claims(context: Context) -> tuple[int, int]:
    """Insights, pain points, gaps and initiatives: how many rest on evidence, and of how many."""
    found = [*context.all(Insight), *gaps(context), *initiatives(context), *pain_points(context)]
    return _backed(context, found), len(found)


def _backed(context: Context, claims: Iterable[Record]) -> int:
    return sum(context.chain.sources(End(one.kind, one.id)) > 0 for one in claims)


def pain_points(context: Context) -> list[Card]:
    """The cards in lanes of pain points."""
    of_lanes = select(Card).join(Lane, Lane.id == Card.lane_id)
    return list(context.session.scalars(of_lanes.where(Lane.lane_kind == "pain_points")))
