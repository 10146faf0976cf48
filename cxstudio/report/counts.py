"""What a report counts of the engagement, and the chain with its links."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis import severity
from cxstudio.model import Card, Evidence, Gap, Initiative, Insight, Interview, Kpi, Wave
from cxstudio.model.chain import End
from cxstudio.report.context import Context

SHOWN_STATES = ("open", "planned", "closed")


def severity_of(context: Context, gap: Gap) -> float | None:
    """A gap's severity with the engagement's weights, None while it is not fully scored."""
    weights = context.kept("weights", lambda: severity.Weights.of(context.engagement))
    return context.kept(("severity", gap.id), lambda: severity.severity_of(gap, weights))


def gaps(context: Context) -> list[Gap]:
    """The gaps that count, the most severe first, those without a score last."""
    return list(context.kept("gaps", lambda: _gaps(context)))


def _gaps(context: Context) -> list[Gap]:
    known = [gap for gap in context.all(Gap) if gap.state in SHOWN_STATES]
    return sorted(known, key=lambda gap: -(severity_of(context, gap) or -1.0))


def scored(context: Context) -> list[tuple[Gap, float]]:
    """The scored gaps with their severity, the most severe first."""
    known = ((gap, severity_of(context, gap)) for gap in gaps(context))
    return [(gap, value) for gap, value in known if value is not None]


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much of the severity the first gaps hold: `first` of `scored`, a share of 0 to 1."""

    first: int
    scored: int
    share: float


def concentration(context: Context, first: int = 3) -> Concentration | None:
    """The share of the three most severe gaps; None with too few or nothing severe."""
    values = [value for _gap, value in scored(context)]
    total = sum(values)
    if len(values) <= first or not total:
        return None
    return Concentration(first, len(values), sum(values[:first]) / total)


def initiatives(context: Context) -> list[Initiative]:
    """The initiatives that are not dropped, in the user's order."""
    return [one for one in context.all(Initiative) if one.state != "dropped"]


def cost(context: Context) -> tuple[float, float, int] | None:
    """The lowest and highest total cost and how many initiatives it is known of."""
    known = [i for i in initiatives(context) if i.cost_low is not None or i.cost_high is not None]
    if not known:
        return None
    lows = (i.cost_low if i.cost_low is not None else i.cost_high or 0.0 for i in known)
    highs = (i.cost_high if i.cost_high is not None else i.cost_low or 0.0 for i in known)
    return sum(lows), sum(highs), len(known)


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
    """The KPIs by which an initiative is measured."""
    ends = context.chain.supports(End("initiative", initiative.id))
    ids = {end.id for end, _link in ends if end.kind == "kpi"}
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


@dataclass(frozen=True, slots=True)
class LinkCount:
    """One kind of record of the chain: how many, and how many of them rest on something."""

    kind: str
    count: int
    linked: int | None


def chain(context: Context) -> list[LinkCount]:
    """Evidence, insights, gaps, initiatives and KPIs with what rests on what."""
    found = [LinkCount("evidence", len(context.all(Evidence)), None)]
    for cls in (Insight, Gap, Initiative):
        records = context.all(cls)
        rest = sum(bool(context.chain.rests_on(End(one.kind, one.id))) for one in records)
        found.append(LinkCount(cls.__tablename__, len(records), rest))
    kpis = context.all(Kpi)
    measured = {
        end.id
        for one in context.all(Initiative)
        for end, _link in context.chain.supports(End("initiative", one.id))
        if end.kind == "kpi"
    }
    found.append(LinkCount("kpi", len(kpis), sum(kpi.id in measured for kpi in kpis)))
    return found


def claims(context: Context) -> tuple[int, int]:
    """Insights, pain points, gaps and initiatives: how many rest on evidence, and of how many."""
    ends = [End(one.kind, one.id) for cls in (Insight, Gap, Initiative) for one in context.all(cls)]
    ends += [End("card", card.id) for card in pain_points(context)]
    return sum(context.chain.sources(end) > 0 for end in ends), len(ends)


def pain_points(context: Context) -> list[Card]:
    """The cards in lanes of pain points."""
    from cxstudio.model import Lane

    lanes = {lane.id for lane in context.all(Lane) if lane.lane_kind == "pain_points"}
    return [card for card in context.all(Card) if card.lane_id in lanes]
