"""A map beside the table it came back as: what is the same, and what somebody changed in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeVar

from cxstudio.exchange.journey_content import CardContent, JourneyContent, key_of
from cxstudio.exchange.journey_details import said_details
from cxstudio.exchange.journey_table import plain
from cxstudio.i18n import _
from cxstudio.model.words import WORDS

How = Literal["added", "removed", "changed", "moved"]
What = Literal["stage", "step", "lane", "card", "emotion"]
P = TypeVar("P")

ALIKE = 0.5
"""Two texts of one cell that share less than this are no edit, but another card."""
MOST_COMPARED = 20_000
"""Pairs of texts that are compared for that, some seconds; what is left then counts as new."""


@dataclass(frozen=True)
class Difference:
    """One thing that reading a table back would do; `place` is the step and lane of a card."""

    how: How
    what: What
    before: str = ""
    after: str = ""
    place: str = ""


@dataclass(frozen=True)
class Pairing:
    """For each stage, step and lane of the table the place of its like on the map, or None;
    for each of its cards the place of the card that it is, and the places of those that are gone.
    """

    stages: tuple[int | None, ...]
    steps: tuple[int | None, ...]
    lanes: tuple[int | None, ...]
    cards: tuple[int | None, ...]
    gone: tuple[int, ...]


def pair(shown: JourneyContent, read: JourneyContent) -> Pairing:
    """Match a table that was read with the map that is shown."""
    steps = _matched([step.name for step in shown.steps], [step.name for step in read.steps])
    lanes = _matched(
        [(lane.name, lane.kind) for lane in shown.lanes],
        [(lane.name, lane.kind) for lane in read.lanes],
    )
    stages = _matched([stage.name for stage in shown.stages], [stage.name for stage in read.stages])
    cards = _Cards(shown, read, steps, lanes)
    return Pairing(tuple(stages), tuple(steps), tuple(lanes), tuple(cards.like), cards.gone())


def likeness(shown: JourneyContent, read: JourneyContent) -> float:
    """The share of the table's steps and lanes that the map has by name, 0 to 1."""
    own = Counter([s.name for s in shown.steps] + [lane.name for lane in shown.lanes])
    other = Counter([s.name for s in read.steps] + [lane.name for lane in read.lanes])
    return (own & other).total() / max(1, other.total())


def _matched(own: Sequence[P], read: Sequence[P]) -> list[int | None]:
    """For each that was read, the place of its like: the same, else one renamed in its place.

    What is left over is taken for renamed when as many are missing, else when it stands at the
    same place.
    """
    free: dict[P, list[int]] = {}
    for place, one in enumerate(own):
        free.setdefault(one, []).append(place)
    found = [free[one].pop(0) if free.get(one) else None for one in read]
    rest = sorted(place for places in free.values() for place in places)
    new = [at for at, place in enumerate(found) if place is None]
    if len(rest) == len(new):
        for at, place in zip(new, rest, strict=True):
            found[at] = place
    else:
        for at in new:
            found[at] = at if at in rest else None
    return found


class _Cards:
    """Matches cards in rounds: the same text in a cell, an edit of one, one moved elsewhere."""

    def __init__(
        self,
        shown: JourneyContent,
        read: JourneyContent,
        steps: Sequence[int | None],
        lanes: Sequence[int | None],
    ) -> None:
        self.shown, self.read = shown, read
        self.cells = [(steps[card.step], lanes[card.lane]) for card in read.cards]
        self.free = dict(enumerate(shown.cards))
        self.like: list[int | None] = [None] * len(read.cards)
        self.left = MOST_COMPARED
        self._take_same(same_cell=True)
        self._take_same(same_cell=False)
        self._take_edited()

    def gone(self) -> tuple[int, ...]:
        """Cards that the table has no more. When it has none of the confidential ones, they were
        left out of it on purpose, and stay."""
        left_out = {place for place, card in enumerate(self.shown.cards) if card.confidential}
        withheld = left_out <= self.free.keys()
        return tuple(place for place in self.free if not (withheld and place in left_out))

    def _take_same(self, same_cell: bool) -> None:
        free: dict[object, list[int]] = {}
        key: tuple[object, ...]
        for place, card in self.free.items():
            key = (*_said(card), (card.step, card.lane) if same_cell else None)
            free.setdefault(key, []).append(place)
        for at, card in enumerate(self.read.cards):
            cell = self.cells[at]
            key = (*_said(card), cell if same_cell else None)
            if self.like[at] is None and free.get(key):
                self.like[at] = self._take(free[key].pop(0))

    def _take_edited(self) -> None:
        inside: dict[object, list[int]] = {}
        for place, card in self.free.items():
            inside.setdefault((card.step, card.lane), []).append(place)
        for at, card in enumerate(self.read.cards):
            places = inside.get(self.cells[at], [])
            if self.like[at] is not None or not places or len(places) > self.left:
                continue
            self.left -= len(places)
            best = max(places, key=lambda place: _alike(self.free[place], card))
            if _alike(self.free[best], card) >= ALIKE:
                places.remove(best)
                self.like[at] = self._take(best)

    def _take(self, place: int) -> int:
        del self.free[place]
        return place


def _said(card: CardContent) -> tuple[str, str]:
    return plain(card.text), card.value.strip()


def _alike(one: CardContent, other: CardContent) -> float:
    first, second = plain(one.text)[:200], plain(other.text)[:200]
    if first == second:
        return 1.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


# ── In words ──────────────────────────────────────────────────────────────────────────────


def differences(shown: JourneyContent, read: JourneyContent) -> list[Difference]:
    """What reading the table back into the map would do, in the order of the table."""
    paired = pair(shown, read)
    return [
        *_frame("stage", [s.name for s in shown.stages], [s.name for s in read.stages], paired),
        *_frame("step", [s.name for s in shown.steps], [s.name for s in read.steps], paired),
        *_restaged(shown, read, paired),
        *_frame("lane", [x.name for x in shown.lanes], [x.name for x in read.lanes], paired),
        *_kinds(shown, read, paired),
        *_cards_of(shown, read, paired),
        *_feelings(shown, read, paired),
    ]


def _frame(
    what: Literal["stage", "step", "lane"], own: list[str], names: list[str], paired: Pairing
) -> Iterator[Difference]:
    places = {"stage": paired.stages, "step": paired.steps, "lane": paired.lanes}[what]
    kept = [place for place in places if place is not None]
    calm = _longest_rise(kept)
    for name, place in zip(names, places, strict=True):
        if place is None:
            yield Difference("added", what, after=name)
        elif own[place] != name:
            yield Difference("changed", what, own[place], name)
        elif place not in calm:
            yield Difference("moved", what, name, name)
    for place, name in enumerate(own):
        if place not in kept:
            yield Difference("removed", what, before=name)


def _kinds(shown: JourneyContent, read: JourneyContent, paired: Pairing) -> Iterator[Difference]:
    """Lanes that are of another kind under the same name."""
    for lane, at in zip(read.lanes, paired.lanes, strict=True):
        if at is not None and shown.lanes[at].kind != lane.kind:
            kinds = (shown.lanes[at].kind, lane.kind)
            before, after = (_(WORDS["lane_kind"][kind]) for kind in kinds)
            yield Difference("changed", "lane", before, after, lane.name)


def _restaged(shown: JourneyContent, read: JourneyContent, paired: Pairing) -> Iterator[Difference]:
    """Steps that stand in the same order, and in another stage."""
    own = [at for at, stage in enumerate(shown.stages) for _step in stage.steps]
    new = [at for at, stage in enumerate(read.stages) for _step in stage.steps]
    calm = _longest_rise([place for place in paired.steps if place is not None])
    for at, place in enumerate(paired.steps):
        stage = paired.stages[new[at]]
        if place is None or stage is None or place not in calm:
            continue
        if stage != own[place]:
            yield Difference("moved", "step", shown.steps[place].name, read.steps[at].name)


def _longest_rise(places: list[int]) -> set[int]:
    """The most places that stand in rising order; the others were moved."""
    if len(places) > 500:
        return set(places)
    best: list[list[int]] = []
    for place in places:
        before = [run for other, run in zip(places, best, strict=False) if other < place]
        best.append([*_longest(before), place])
    return set(_longest(best))


def _longest(runs: list[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run), default=[])


def _cards_of(shown: JourneyContent, read: JourneyContent, paired: Pairing) -> Iterator[Difference]:
    for card, at in zip(read.cards, paired.cards, strict=True):
        after, place = _told(card), _place(read, card)
        if at is None:
            yield Difference("added", "card", after=after, place=place)
            continue
        like = shown.cards[at]
        if _said(like) != _said(card):
            yield Difference("changed", "card", _told(like), after, place)
        elif (like.step, like.lane) != (paired.steps[card.step], paired.lanes[card.lane]):
            yield Difference("moved", "card", _told(like), after, place)
        yield from _carried(like, card, place)
    yield from _reordered(shown, read, paired)
    for at in paired.gone:
        card = shown.cards[at]
        yield Difference("removed", "card", _told(card), place=_place(shown, card))


def _carried(like: CardContent, card: CardContent, place: str) -> Iterator[Difference]:
    """What the list of cards changes beside the words."""
    old, new = like.details, card.details
    if old is None or new is None or old == new:
        return
    before, after = said_details(old, new), said_details(new, old)
    where = " · ".join(filter(None, (place, _told(card))))
    yield Difference("changed", "card", before, after, where)


def _reordered(
    shown: JourneyContent, read: JourneyContent, paired: Pairing
) -> Iterator[Difference]:
    """Cards that stand in another order in the cell they were in."""
    cells: dict[tuple[int, int], list[int]] = {}
    for card, at in zip(read.cards, paired.cards, strict=True):
        here = (paired.steps[card.step], paired.lanes[card.lane])
        if at is not None and (shown.cards[at].step, shown.cards[at].lane) == here:
            cells.setdefault((card.step, card.lane), []).append(at)
    for places in cells.values():
        calm = _longest_rise(places)
        for at in places:
            if at not in calm:
                card = shown.cards[at]
                yield Difference("moved", "card", _told(card), _told(card), _place(shown, card))


def _feelings(shown: JourneyContent, read: JourneyContent, paired: Pairing) -> Iterator[Difference]:
    for curve in read.curves:
        own = curve_like(shown, curve.code, curve.name)
        before = dict(shown.curves[own].values) if own is not None else {}
        for step, place in enumerate(paired.steps):
            old = None if place is None else before.get(place)
            new = curve.values.get(step)
            if not same_feeling(old, new):
                how: How = "added" if old is None else "removed" if new is None else "changed"
                where = " · ".join(filter(None, (read.steps[step].name, curve.name)))
                yield Difference(how, "emotion", feeling(old), feeling(new), where)


def curve_like(journey: JourneyContent, code: str, name: str) -> int | None:
    """The place of the persona's curve on a map: by code, else by name, else the first."""
    for place, curve in enumerate(journey.curves):
        if (code and curve.code == code) or (not code and key_of(curve.name) == key_of(name)):
            return place
    return 0 if journey.curves and not code and not name else None


def same_feeling(one: float | None, other: float | None) -> bool:
    """Whether two values show as the same point."""
    if one is None or other is None:
        return one is other
    return abs(one - other) < 0.006


def feeling(value: float | None) -> str:
    """A value with its sign; nothing for none."""
    return "" if value is None else f"{value:+g}".replace("-", "−") if value else "0"


def _told(card: CardContent) -> str:
    return " ".join(filter(None, (plain(card.text), card.value)))


def _place(journey: JourneyContent, card: CardContent) -> str:
    names = (journey.steps[card.step].name, journey.lanes[card.lane].name)
    return " · ".join(filter(None, names))
