"""How much of a map stands on one page of a report's text; its appendix holds all of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection
from dataclasses import replace

from cxstudio.drawing.journey.map import CardData, LaneData, MapData

CARRYING = ("emotion", "pain_points", "opportunities", "thoughts", "touchpoints", "departments")
"""The kinds of lane that carry the message, the most telling first."""


def essence(data: MapData, fits: Callable[[MapData], bool]) -> MapData:
    """The whole map when it fits, else as many of the telling lanes as do.

    A card then keeps one mark of evidence beside its gap or initiative. The feeling stays even
    where nothing fits.
    """
    if fits(data):
        return data
    counts = range(len(CARRYING), 0, -1)
    shorter = [_shortened(data, CARRYING[:count]) for count in counts]
    return shorter[bisect_left(shorter[:-1], True, key=fits)]


def told(data: MapData) -> MapData:
    """The map without the lanes in which nothing stands; all of them where nothing does at all."""
    said = {card.lane_id for card in data.cards}
    lanes = tuple(lane for lane in data.lanes if _says(lane, said))
    return replace(data, lanes=lanes) if lanes else data


def _shortened(data: MapData, kinds: Collection[str]) -> MapData:
    said = {card.lane_id for card in data.cards}
    lanes = tuple(lane for lane in data.lanes if lane.kind in kinds and _says(lane, said))
    kept = {lane.id for lane in lanes}
    cards = tuple(_with_one_mark(card) for card in data.cards if card.lane_id in kept)
    known = {card.id for card in cards}
    connectors = tuple(c for c in data.connectors if c.start in known and c.end in known)
    return replace(data, lanes=lanes, cards=cards, connectors=connectors)


def _says(lane: LaneData, said: Collection[object]) -> bool:
    return lane.kind == "emotion" or lane.id in said


def _with_one_mark(card: CardData) -> CardData:
    first = [mark for mark in card.marks if mark.kind == "evidence"][:1]
    others = [mark for mark in card.marks if mark.kind != "evidence"]
    return replace(card, marks=(*others, *first))
