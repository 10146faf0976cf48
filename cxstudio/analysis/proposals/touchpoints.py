"""Gaps at touchpoints: important and not good enough, and channels that are crossed unlinked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from cxstudio.analysis.proposals.proposal import Found, Proposal
from cxstudio.analysis.proposals.reach import of_figures, of_journey
from cxstudio.analysis.severity import opportunity
from cxstudio.i18n import _
from cxstudio.model import (
    Card,
    Channel,
    Connector,
    Department,
    Gap,
    Journey,
    Stage,
    Step,
    Touchpoint,
)
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


def channels(found: Found) -> Iterator[Proposal]:
    """Pairs of channels that customers change between on an as-is map, with nothing in common.

    They are crossed where touchpoints of neighbouring steps are on them. They are linked by a
    connector between two of their cards, by a department that serves both touchpoints, or by a
    system that both name.
    """
    names = {channel.id: channel.name for channel in found.read(Channel)}
    points = {one.id: one for one in found.read(Touchpoint)}
    linked = _connected(found, points)
    seen: set[frozenset[int]] = set()
    for step, first, second in _crossings(found, points):
        pair = frozenset((first.channel_id or 0, second.channel_id or 0))
        if len(pair) < 2 or pair in seen or not pair <= names.keys():
            continue
        if pair in linked or _share(first, second):
            continue
        seen.add(pair)
        one, other = (names[id] for id in sorted(pair))
        departments = (first.department_id, second.department_id)
        yield Proposal(
            key=f"channels:{min(pair)}-{max(pair)}",
            source="channels",
            kind="channel",
            title=_("“{one}” and “{other}” are not linked where customers change over").format(
                one=one, other=other
            ),
            why=_(
                "The journey goes from “{first}” to “{second}”: these two touchpoints name no "
                "system and no department in common, and no connector runs between the two "
                "channels."
            ).format(first=first.name, second=second.name),
            as_is=looked_at(found, step, first, second),
            reach=of_journey(found, found.journey_of(step)),
            step_id=step,
            departments=tuple(dict.fromkeys(id for id in departments if id is not None)),
        )


def looked_at(found: Found, step: int, first: Touchpoint, second: Touchpoint) -> str:
    """What was compared before the channels were called unlinked, as the records have it."""
    departments = {one.id: one.name for one in found.read(Department)}
    journeys = {one.id: one.code for one in found.read(Journey)}
    none = _("none named")
    values = {
        "journey": journeys.get(found.journey_of(step), ""),
        "step": found.steps[step].name,
        "first": first.name,
        "second": second.name,
        "department": departments.get(first.department_id, none),
        "other_department": departments.get(second.department_id, none),
        "systems": first.systems.strip() or none,
        "other_systems": second.systems.strip() or none,
    }
    lines = (
        _("{journey}, “{step}”: customers come from “{first}” to “{second}”."),
        _("Departments: {department} and {other_department}."),
        _("Systems: {systems} and {other_systems}."),
        _("No connector of any map runs between the two channels."),
    )
    return "\n".join(line.format(**values) for line in lines)


def _crossings(
    found: Found, points: dict[int, Touchpoint]
) -> Iterator[tuple[int, Touchpoint, Touchpoint]]:
    """Touchpoints of neighbouring steps of as-is maps, with the second step."""
    at: dict[int, list[Touchpoint]] = defaultdict(list)
    for card in found.read(Card):
        if card.touchpoint_id in points:
            at[card.step_id].append(points[card.touchpoint_id])
    for steps in _walks(found):
        met = [step for step in steps if at[step]]
        for before, after in pairwise(met):
            for first in at[before]:
                for second in at[after]:
                    yield after, first, second


def _walks(found: Found) -> Iterator[list[int]]:
    """The steps of each as-is map from left to right."""
    stages: dict[int, list[Stage]] = defaultdict(list)
    for stage in sorted(found.stages.values(), key=lambda one: (one.position, one.id)):
        stages[stage.journey_id].append(stage)
    steps: dict[int, list[Step]] = defaultdict(list)
    for step in sorted(found.steps.values(), key=lambda one: (one.position, one.id)):
        steps[step.stage_id].append(step)
    for journey in found.read(Journey):
        if journey.journey_kind == "as_is":
            yield [step.id for stage in stages[journey.id] for step in steps[stage.id]]


def _connected(found: Found, points: dict[int, Touchpoint]) -> set[frozenset[int]]:
    """The pairs of channels between whose cards a connector runs."""
    channel = {
        card.id: points[card.touchpoint_id].channel_id or 0
        for card in found.read(Card)
        if card.touchpoint_id in points
    }
    ends = ((one.from_card_id, one.to_card_id) for one in found.read(Connector))
    return {frozenset((channel[a], channel[b])) for a, b in ends if a in channel and b in channel}


def _share(one: Touchpoint, other: Touchpoint) -> bool:
    same = one.department_id is not None and one.department_id == other.department_id
    return same or bool(_systems(one) & _systems(other))


def _systems(one: Touchpoint) -> set[str]:
    parts = re.split(r"[,;、，；/\n]", one.systems)
    return {part.strip().casefold() for part in parts if part.strip()}
