"""Gaps between channels: where customers change over and nothing links the two."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from cxstudio.analysis.gaps.proposals.proposal import Found, Proposal
from cxstudio.analysis.gaps.proposals.reach import of_journeys
from cxstudio.i18n import _, ngettext
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

LISTED = 5
"""Changeovers that are told one by one; the others are counted."""


class Changeover(NamedTuple):
    """Customers come to a step from a touchpoint of the step before."""

    step: int
    first: Touchpoint
    second: Touchpoint

    @property
    def points(self) -> frozenset[int]:
        return frozenset((self.first.id, self.second.id))

    @property
    def pair(self) -> frozenset[int]:
        return frozenset((self.first.channel_id or 0, self.second.channel_id or 0))


def channels(found: Found) -> Iterator[Proposal]:
    """Pairs of channels that customers change between on as-is maps, each once, with the
    changeovers that nothing links.

    Channels are crossed where touchpoints of neighbouring steps are on them. A changeover is
    linked by a connector between cards of its touchpoints, by a department that serves both, or by
    a system that both name. It is in the register where a gap sits at its step and one of its
    touchpoints.
    A pair of which more than half is linked or in the register is not proposed.
    """
    names = {channel.id: channel.name for channel in found.read(Channel)}
    crossed: dict[frozenset[int], list[Changeover]] = defaultdict(list)
    for one in dict.fromkeys(_changeovers(found)):
        if len(one.pair) == 2 and one.pair <= names.keys():
            crossed[one.pair].append(one)
    is_settled = partial(_is_settled, joined=_joined(found), at=_gaps(found))
    for pair, every in crossed.items():
        unlinked = [one for one in every if not is_settled(one)]
        if unlinked and 2 * len(unlinked) >= len(every):
            first, second = (names[id] for id in sorted(pair))
            key = f"channels:{min(pair)}-{max(pair)}"
            yield _proposal(found, key, (first, second), unlinked, len(every))


def _proposal(
    found: Found, key: str, names: tuple[str, str], unlinked: Sequence[Changeover], count: int
) -> Proposal:
    values = {"one": names[0], "other": names[1], "open": len(unlinked), "count": count}
    title = _("“{one}” and “{other}” are not linked where customers change over")
    if len(unlinked) < count:
        title = _("“{one}” and “{other}” are not linked at {open} of {count} changeovers")
    why = ngettext(
        "{open} of {count} changeover between the two channels names no system and no department "
        "in common, and no connector of a map runs there: {places}.",
        "{open} of {count} changeovers between the two channels name no system and no department "
        "in common, and no connector of a map runs there: {places}.",
        count,
    )
    points = dict.fromkeys(point for one in unlinked for point in (one.first, one.second))
    owners = (point.department_id for point in points)
    evidence = (
        id for point in points for id in found.chain.evidence_of(End("touchpoint", point.id))
    )
    return Proposal(
        key=key,
        source="channels",
        kind="channel",
        title=title.format(**values),
        why=why.format(**values, places=_places(found, unlinked)),
        as_is="\n".join(_told(found, unlinked)),
        reach=of_journeys(found, (found.journey_of(one.step) for one in unlinked)),
        step_id=unlinked[0].step,
        departments=tuple(dict.fromkeys(id for id in owners if id is not None)),
        rests_on=tuple(End("evidence", id) for id in dict.fromkeys(evidence)),
    )


def _places(found: Found, unlinked: Sequence[Changeover]) -> str:
    """The steps to which customers come there."""
    journeys = {one.id: one.code for one in found.read(Journey)}
    steps = dict.fromkeys(one.step for one in unlinked)
    words = _("{journey} “{step}”")
    return _(", ").join(
        words.format(journey=journeys.get(found.journey_of(id), ""), step=found.steps[id].name)
        for id in steps
    )


def _told(found: Found, unlinked: Sequence[Changeover]) -> Iterator[str]:
    """Each changeover with its place, and what its two touchpoints name."""
    departments = {one.id: one.name for one in found.read(Department)}
    journeys = {one.id: one.code for one in found.read(Journey)}
    line = _("{journey}, {stage}, “{step}”: from “{first}” ({served}) to “{second}” ({after}).")
    for one in unlinked[:LISTED]:
        step = found.steps[one.step]
        yield line.format(
            journey=journeys.get(found.journey_of(one.step), ""),
            stage=found.stages[step.stage_id].name,
            step=step.name,
            first=one.first.name,
            second=one.second.name,
            served=_named(one.first, departments),
            after=_named(one.second, departments),
        )
    more = len(unlinked) - LISTED
    if more > 0:
        yield ngettext("And {more} changeover more.", "And {more} changeovers more.", more).format(
            more=more
        )


def _named(point: Touchpoint, departments: dict[int, str]) -> str:
    """Who serves a touchpoint and its systems, as they are written down."""
    systems = point.systems.strip()
    named = (departments.get(point.department_id or 0, ""), systems if _systems(point) else "")
    return _("; ").join(part for part in named if part) or _("nothing named")


def _is_settled(one: Changeover, joined: set[frozenset[int]], at: dict[int, list[Gap]]) -> bool:
    """Linked, or in the register already."""
    first, second = one.first, one.second
    same = first.department_id is not None and first.department_id == second.department_id
    if same or _systems(first) & _systems(second) or one.points in joined:
        return True
    return any(gap.gap_kind == "channel" or gap.touchpoint_id in one.points for gap in at[one.step])


def _gaps(found: Found) -> dict[int, list[Gap]]:
    """The gaps of the register by the step at which they sit."""
    at: dict[int, list[Gap]] = defaultdict(list)
    for gap in found.read(Gap):
        if gap.step_id is not None:
            at[gap.step_id].append(gap)
    return at


def _changeovers(found: Found) -> Iterator[Changeover]:
    """From every touchpoint of a step to every one of the next that has some, on as-is maps."""
    points = {one.id: one for one in found.read(Touchpoint)}
    at: dict[int, list[Touchpoint]] = defaultdict(list)
    for card in found.read(Card):
        if card.touchpoint_id in points:
            at[card.step_id].append(points[card.touchpoint_id])
    for steps in _walks(found):
        for before, after in pairwise([step for step in steps if at[step]]):
            for first in at[before]:
                for second in at[after]:
                    yield Changeover(after, first, second)


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


def _joined(found: Found) -> set[frozenset[int]]:
    """The pairs of touchpoints between whose cards a connector of an as-is map runs."""
    as_is = {one.id for one in found.read(Journey) if one.journey_kind == "as_is"}
    point = {
        card.id: card.touchpoint_id
        for card in found.read(Card)
        if card.touchpoint_id is not None and found.journey_of(card.step_id) in as_is
    }
    ends = ((one.from_card_id, one.to_card_id) for one in found.read(Connector))
    return {frozenset((point[a], point[b])) for a, b in ends if a in point and b in point}


def _systems(one: Touchpoint) -> set[str]:
    parts = re.split(r"[,;、，；/\n]", one.systems)
    return {part.strip().casefold() for part in parts if part.strip(" ―–—-")}
