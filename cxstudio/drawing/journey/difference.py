"""What a to-be changes: cards added, removed, reworded and moved, and how feeling changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from cxstudio.drawing.journey.map import CardData, Id, LaneData, LaneKind, MapData, StepData
from cxstudio.drawing.journey.same_steps import matched_steps

How = Literal["added", "removed", "changed", "moved", "feeling"]
Pair = tuple[CardData, CardData]
Place = tuple[Id, str]
Where = Callable[[CardData], object]
ALIKE = 0.5
LISTS: frozenset[str] = frozenset(("touchpoints", "pain_points", "opportunities", "departments"))
"""Lanes whose cards stand for things of their own, so that another one is not the same reworded."""
LEAST_FEELING = 0.1


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference at a step. `before` and `after` are words, places of a card that was moved,
    or signed values of a feeling.

    `card` is the to-be's card, `as_is_card` the as-is one; `step` is the to-be's step, or the
    as-is one where a card was removed from a step that is gone. `words` are what a moved card
    says; `was_at` is where a reworded card came from, when it was moved too.
    """

    how: How
    step: StepData
    lane: str
    kind: LaneKind
    before: str = ""
    after: str = ""
    card: Id | None = None
    as_is_card: Id | None = None
    change: float = 0.0
    words: str = ""
    was_at: str = ""


def differences(as_is: MapData, to_be: MapData) -> list[Difference]:
    """All differences by step, from left to right; within a step in the order of the lanes.

    A card of the to-be that knows its as-is is compared with that one, wherever it stands and
    whatever it says now; the others are matched by place and words.
    """
    compared = _Compared(as_is, to_be)
    order = {step.id: place for place, step in enumerate((*to_be.steps, *as_is.steps))}
    lanes = {lane.name: place for place, lane in enumerate((*to_be.lanes, *as_is.lanes))}
    found = [*compared.cards(), *_feelings(as_is, to_be, compared.steps)]
    return sorted(found, key=lambda d: (order[d.step.id], lanes.get(d.lane, 0)))


class _Compared:
    """Two maps, and which of their cards are the same."""

    def __init__(self, as_is: MapData, to_be: MapData) -> None:
        self.steps = matched_steps(as_is.steps, to_be.steps)
        self._step_of = {step.id: self.steps.get(step.id, step) for step in as_is.steps}
        self._step_of |= {step.id: step for step in to_be.steps}
        self._names = {step.id: step.name for step in (*as_is.steps, *to_be.steps)}
        self._lanes: dict[Id, LaneData] = {lane.id: lane for lane in (*as_is.lanes, *to_be.lanes)}
        self._old = {card.id: card for card in as_is.cards}
        self._new = {card.id: card for card in to_be.cards}

    def cards(self) -> Iterator[Difference]:
        """What became of each card."""
        for old, new in self._pairs():
            yield from self._of_pair(old, new)
        for card in self._old.values():
            yield self._one("removed", card, _said(card), as_is_card=card.id)
        for card in self._new.values():
            yield self._one("added", card, after=_said(card), card=card.id)

    def _of_pair(self, old: CardData, new: CardData) -> Iterator[Difference]:
        ids = {"card": new.id, "as_is_card": old.id}
        stays = self._place(old) == self._place(new)
        before, after = self._place_words(old, new)
        if _words(old) != _words(new):
            was_at = "" if stays else before
            yield self._one("changed", new, _said(old), _said(new), was_at=was_at, **ids)
        elif not stays:
            yield self._one("moved", new, before, after, words=_said(new), **ids)

    # -- pairs -------------------------------------------------------------------------

    def _pairs(self) -> list[Pair]:
        """Cards that are the same; those that are left have come or gone."""
        known = self._take((self._as_is_of(new), new) for new in list(self._new.values()))
        return [
            *known,
            *self._take(self._same_words(self._place)),
            *self._take(self._same_words(self._kind)),
            *self._take(self._alike(alone=not known)),
        ]

    def _as_is_of(self, new: CardData) -> CardData | None:
        return None if new.as_is is None else self._old.get(new.as_is)

    def _take(self, pairs: Iterable[tuple[CardData | None, CardData]]) -> list[Pair]:
        """The pairs of which neither card has been taken yet."""
        taken = []
        for old, new in pairs:
            if old is not None and old.id in self._old and new.id in self._new:
                taken.append((self._old.pop(old.id), self._new.pop(new.id)))
        return taken

    def _same_words(self, where: Where) -> Iterator[Pair]:
        """Cards that say the same, in the same cell or only in the same kind of lane."""
        waiting: dict[object, list[CardData]] = {}
        for card in self._old.values():
            waiting.setdefault((where(card), _words(card)), []).append(card)
        for new in list(self._new.values()):
            if found := waiting.get((where(new), _words(new))):
                yield found.pop(0), new

    def _alike(self, alone: bool) -> list[Pair]:
        """Cards of one cell whose words are alike, the most alike first.

        On maps that know nothing of each other, a card that stands `alone` where one stood
        alone has been reworded whatever it says.
        """
        old, new = self._by_place(self._old.values()), self._by_place(self._new.values())
        found = []
        for place, before in old.items():
            after = new.get(place, [])
            single = alone and place[1] not in LISTS and len(before) == len(after) == 1
            pairs = ((_alike(a, b), a, b) for a in before for b in after)
            found += [pair for pair in pairs if single or pair[0] >= ALIKE]
        return [(a, b) for _likeness, a, b in sorted(found, key=lambda pair: -pair[0])]

    def _by_place(self, cards: Iterable[CardData]) -> Mapping[Place, Sequence[CardData]]:
        places: dict[Place, list[CardData]] = {}
        for card in cards:
            places.setdefault(self._place(card), []).append(card)
        return places

    # -- places ------------------------------------------------------------------------

    def _kind(self, card: CardData) -> str:
        return self._lanes[card.lane_id].kind

    def _place(self, card: CardData) -> Place:
        """The cell by names that both maps have in common."""
        return self._step_of[card.step_id].id, self._kind(card)

    def _place_words(self, old: CardData, new: CardData) -> tuple[str, str]:
        """Where a card was and is: the step, the lane, or both, whichever is another."""
        parts: list[tuple[str, str]] = []
        if self._place(old)[0] != self._place(new)[0]:
            parts.append((self._names[old.step_id], self._names[new.step_id]))
        if self._kind(old) != self._kind(new):
            parts.append((self._lanes[old.lane_id].name, self._lanes[new.lane_id].name))
        before, after = zip(*parts, strict=True) if parts else ((), ())
        return " · ".join(before), " · ".join(after)

    def _one(
        self, how: How, at: CardData, before: str = "", after: str = "", **more: Any
    ) -> Difference:
        lane = self._lanes[at.lane_id]
        return Difference(
            how, self._step_of[at.step_id], lane.name, lane.kind, before, after, **more
        )


def _feelings(as_is: MapData, to_be: MapData, steps: Mapping[Id, StepData]) -> list[Difference]:
    """How the lead persona's feeling changes at each step that both maps know."""
    old, new = as_is.lead(), to_be.lead()
    if old is None or new is None:
        return []
    lane = next((lane.name for lane in to_be.lanes if lane.kind == "emotion"), "")
    found = []
    for id, step in steps.items():
        before, after = old.values.get(id), new.values.get(step.id)
        if before is None or after is None or abs(after - before) < LEAST_FEELING:
            continue
        found.append(
            Difference(
                "feeling", step, lane, "emotion", _sign(before), _sign(after), change=after - before
            )
        )
    return found


def _words(card: CardData) -> tuple[str, str]:
    return card.text.strip(), card.value.strip()


def _said(card: CardData) -> str:
    return " ".join(part for part in _words(card) if part)


def _alike(a: CardData, b: CardData) -> float:
    return SequenceMatcher(None, _said(a), _said(b)).ratio()


def _sign(value: float) -> str:
    if value == 0:
        return "0.0"
    return f"{'+' if value > 0 else '−'}{abs(value):.1f}"
