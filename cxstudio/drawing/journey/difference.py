"""What a to-be changes: cards added, removed, reworded and moved, and how feeling changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from cxstudio.drawing.journey.map import CardData, Id, LaneKind, MapData, StepData

How = Literal["added", "removed", "changed", "moved", "feeling"]
Cell = tuple[int | None, str]
ALIKE = 0.5
LISTS: frozenset[str] = frozenset(("touchpoints", "pain_points", "opportunities", "departments"))
"""Lanes whose cards stand for things of their own, so that another one is not the same reworded."""
LEAST_FEELING = 0.1


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference at a step. `before` and `after` are words, or signed values of a feeling.

    `card` is the to-be's card, `as_is_card` the as-is one; `step` is the to-be's step, or the
    as-is one where a card was removed from a step that is gone.
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


def differences(as_is: MapData, to_be: MapData) -> list[Difference]:
    """All differences by step, from left to right; within a step in the order of the lanes."""
    compared = _Compared(as_is, to_be)
    order = {step.id: place for place, step in enumerate((*to_be.steps, *as_is.steps))}
    lanes = {lane.name: place for place, lane in enumerate((*to_be.lanes, *as_is.lanes))}
    found = [*compared.cards(), *_feelings(as_is, to_be, compared.steps)]
    return sorted(found, key=lambda d: (order[d.step.id], lanes.get(d.lane, 0)))


def matched_steps(as_is: MapData, to_be: MapData) -> dict[Id, StepData]:
    """The to-be step that each as-is step has become: by place, else by name."""
    if len(as_is.steps) == len(to_be.steps):
        return {old.id: new for old, new in zip(as_is.steps, to_be.steps, strict=True)}
    names = {step.name: step for step in to_be.steps}
    return {step.id: names[step.name] for step in as_is.steps if step.name in names}


class _Compared:
    """Two maps whose cells have been given common names."""

    def __init__(self, as_is: MapData, to_be: MapData) -> None:
        self.steps = matched_steps(as_is, to_be)
        places = {step.id: place for place, step in enumerate(to_be.steps)}
        self._old_steps = {step.id: self.steps.get(step.id, step) for step in as_is.steps}
        self._new_steps = {step.id: step for step in to_be.steps}
        self._lanes = {lane.id: lane for lane in (*as_is.lanes, *to_be.lanes)}
        self._old = self._by_cell(
            as_is.cards, {id: places.get(step.id) for id, step in self._old_steps.items()}
        )
        self._new = self._by_cell(to_be.cards, places)

    def _by_cell(
        self, cards: Iterable[CardData], places: Mapping[Id, int | None]
    ) -> dict[Cell, list[CardData]]:
        cells: dict[Cell, list[CardData]] = {}
        for card in cards:
            lane = self._lanes[card.lane_id]
            cells.setdefault((places.get(card.step_id), lane.kind), []).append(card)
        return cells

    def cards(self) -> list[Difference]:
        self._drop_unchanged()
        return [*self._moved(), *self._changed(), *self._removed(), *self._added()]

    def _drop_unchanged(self) -> None:
        for cell, old in self._old.items():
            new = self._new.get(cell, [])
            for card in list(old):
                same = next((other for other in new if _words(other) == _words(card)), None)
                if same is not None and cell[0] is not None:
                    old.remove(card)
                    new.remove(same)

    def _moved(self) -> list[Difference]:
        """Cards with the same words in another step of the same kind of lane."""
        found = []
        for (_place, kind), old in self._old.items():
            for card in list(old):
                for (_other, other_kind), new in self._new.items():
                    same = next((o for o in new if _words(o) == _words(card)), None)
                    if other_kind != kind or same is None:
                        continue
                    old.remove(card)
                    new.remove(same)
                    before = self._old_steps[card.step_id].name
                    after = self._new_steps[same.step_id].name
                    found.append(self._one("moved", same, before, after, same.id, card.id))
                    break
        return found

    def _changed(self) -> list[Difference]:
        """Cards of the same cell whose words are alike, the most alike first; where one card
        stood and one stands, it has been reworded whatever it says."""
        found = []
        for cell, old in self._old.items():
            new = self._new.get(cell, []) if cell[0] is not None else []
            pairs = sorted(
                ((_alike(a, b), a, b) for a in old for b in new),
                key=lambda pair: pair[0],
                reverse=True,
            )
            alone = cell[1] not in LISTS and len(old) == len(new) == 1
            for likeness, a, b in pairs:
                if (alone or likeness >= ALIKE) and a in old and b in new:
                    old.remove(a)
                    new.remove(b)
                    found.append(self._one("changed", b, _said(a), _said(b), b.id, a.id))
        return found

    def _removed(self) -> list[Difference]:
        cards = (card for old in self._old.values() for card in old)
        return [self._one("removed", card, _said(card), "", None, card.id) for card in cards]

    def _added(self) -> list[Difference]:
        cards = (card for new in self._new.values() for card in new)
        return [self._one("added", card, "", _said(card), card.id, None) for card in cards]

    def _one(
        self,
        how: How,
        card: CardData,
        before: str,
        after: str,
        new: Id | None,
        old: Id | None,
    ) -> Difference:
        lane = self._lanes[card.lane_id]
        step = self._new_steps.get(card.step_id) or self._old_steps[card.step_id]
        return Difference(how, step, lane.name, lane.kind, before, after, new, old)


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
