"""Gaps that journey maps show: pain points without one, and what a to-be does otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import mean

from cxstudio.analysis.gaps.proposals.proposal import Found, Proposal, short
from cxstudio.analysis.gaps.proposals.reach import of_figures, of_journeys
from cxstudio.i18n import _
from cxstudio.model import Card, Emotion, Gap, Journey, Step, Touchpoint
from cxstudio.model.chain import End

COMPARED = ("actions", "touchpoints", "front_stage", "back_stage", "support")
"""Lanes that say what is done; feelings and ideas are not compared."""


def pain_points(found: Found) -> Iterator[Proposal]:
    """Pain points on as-is maps that no gap rests on.

    What customers feel at the step, from −2 to +2, gives today's value from 0 to 10.
    """
    to_be = {one.id for one in found.read(Journey) if one.journey_kind == "to_be"}
    touchpoints = {one.id: one for one in found.read(Touchpoint)}
    feelings = _feelings(found)
    for card in found.read(Card):
        lane, end = found.lanes.get(card.lane_id), End("card", card.id)
        if lane is None or lane.lane_kind != "pain_points" or not card.text.strip():
            continue
        if found.journey_of(card.step_id) in to_be or found.has_gap(end):
            continue
        touchpoint = touchpoints.get(card.touchpoint_id)
        owner = touchpoint.department_id if touchpoint else None
        step = found.steps[card.step_id].name
        yield Proposal(
            key=f"card:{card.id}",
            source="pain_points",
            kind="journey",
            title=short(card.text),
            why=_("A pain point at “{step}” that no gap rests on.").format(step=step),
            as_is=card.text.strip(),
            step_id=card.step_id,
            touchpoint_id=card.touchpoint_id,
            departments=() if owner is None else (owner,),
            current=feelings.get(card.step_id),
            reach=of_figures(found, found.chain.evidence_of(end))
            or of_journeys(found, [found.journey_of(card.step_id)]),
            rests_on=(end,),
        )


def _feelings(found: Found) -> dict[int, float]:
    values: dict[int, list[float]] = defaultdict(list)
    for emotion in found.read(Emotion):
        values[emotion.step_id].append(emotion.value)
    return {step: round((mean(felt) + 2) * 2.5, 1) for step, felt in values.items()}


def pairs(found: Found) -> Iterator[Proposal]:
    """Steps of a to-be at which something else is done than on its as-is, one proposal a step.

    Skipped where a gap sits at the step or rests on one of the cards.
    """
    cards: dict[int, list[Card]] = defaultdict(list)
    for card in found.read(Card):
        cards[card.step_id].append(card)
    steps: dict[int, list[Step]] = defaultdict(list)
    for step in found.read(Step):
        journey = found.journey_of(step.id)
        if journey is not None:
            steps[journey].append(step)
    taken = {gap.step_id for gap in found.read(Gap)}
    for journey in found.read(Journey):
        if journey.journey_kind == "to_be" and journey.as_is_id is not None:
            for before, after in _matched(steps[journey.as_is_id], steps[journey.id]):
                if not taken & {before.id, after.id}:
                    yield from _difference(found, before, after, cards)


def _matched(as_is: list[Step], to_be: list[Step]) -> Iterator[tuple[Step, Step]]:
    ids = {step.id: step for step in as_is}
    names = {step.name.strip().casefold(): step for step in as_is}
    for step in to_be:
        before = ids.get(step.as_is_id or 0) or names.get(step.name.strip().casefold())
        if before is not None:
            yield before, step


def _difference(
    found: Found, before: Step, after: Step, cards: dict[int, list[Card]]
) -> Iterator[Proposal]:
    old, new = (_compared(found, cards[step.id]) for step in (before, after))
    gone = [card for key, card in old.items() if key not in new]
    come = [card for key, card in new.items() if key not in old]
    ends = tuple(End("card", card.id) for card in (*gone, *come))
    if not come or any(found.has_gap(end) for end in ends):
        return
    yield Proposal(
        key=f"pair:{after.id}",
        source="pairs",
        kind="journey",
        title=short(come[0].text),
        why=_("The to-be does something else at “{step}” than the as-is.").format(step=after.name),
        as_is="\n".join(card.text.strip() for card in gone),
        to_be="\n".join(card.text.strip() for card in come),
        step_id=before.id,
        touchpoint_id=next((card.touchpoint_id for card in come if card.touchpoint_id), None),
        reach=of_journeys(found, [found.journey_of(before.id)]),
        rests_on=ends,
    )


def _compared(found: Found, cards: list[Card]) -> dict[tuple[str, str], Card]:
    kinds = ((found.lanes[card.lane_id].lane_kind, card) for card in cards)
    return {
        (kind, card.text.strip().casefold()): card
        for kind, card in kinds
        if kind in COMPARED and card.text.strip()
    }
