"""Which cards a reader looks for; on screen the others are dimmed, and never taken away."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from cxstudio.drawing.journey.map import CardData, Id, MapData

DIMMED = 0.22


@dataclass(frozen=True)
class MapFilter:
    """A card stays lit when it fits each group that says something; in a group any one is enough.

    A card that belongs to no persona belongs to everybody.
    """

    personas: frozenset[Id] = frozenset()
    departments: frozenset[Id] = frozenset()
    tags: frozenset[str] = frozenset()
    strengths: frozenset[str] = frozenset()
    words: str = ""

    @property
    def active(self) -> bool:
        """Whether it looks for anything."""
        return bool(
            self.personas or self.departments or self.tags or self.strengths or self.words.strip()
        )

    def keeps(self, card: CardData) -> bool:
        """Whether a card stays lit."""
        return (
            (not card.personas or _meet(self.personas, card.personas))
            and _meet(self.departments, card.departments)
            and _meet(self.tags, card.tags)
            and _meet(self.strengths, (card.strength,) if card.strength else ())
            and self._says(card)
        )

    def _says(self, card: CardData) -> bool:
        said = "\n".join((card.text, card.value, *card.tags)).casefold()
        return all(word in said for word in self.words.casefold().split())

    def faint(self, data: MapData) -> frozenset[Id]:
        """The personas whose curves are dimmed."""
        if not self.personas:
            return frozenset()
        return frozenset(c.persona_id for c in data.curves) - self.personas

    def as_json(self) -> dict[str, Any]:
        """What is kept of it."""
        return {
            "personas": sorted(self.personas, key=str),
            "departments": sorted(self.departments, key=str),
            "tags": sorted(self.tags),
            "strengths": sorted(self.strengths),
            "words": self.words,
        }

    @classmethod
    def from_json(cls, kept: object) -> MapFilter:
        """The filter that was kept; groups that cannot be understood are empty."""
        if not isinstance(kept, Mapping):
            return cls()
        words = kept.get("words")
        return cls(
            _group(kept.get("personas"), int),
            _group(kept.get("departments"), int),
            _group(kept.get("tags"), str),
            _group(kept.get("strengths"), str),
            words if isinstance(words, str) else "",
        )


def _meet(wanted: Collection[Any], there: Collection[Any]) -> bool:
    return not wanted or any(one in wanted for one in there)


def _group(kept: object, kind: type) -> frozenset[Any]:
    found = kept if isinstance(kept, list) else []
    return frozenset(one for one in found if isinstance(one, kind))
