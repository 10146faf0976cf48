"""The parts of a laid-out map. Boxes of a row are measured from the row's own top edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cxstudio.drawing.journey.curve import Point
from cxstudio.drawing.journey.map import CardData, CurveData, Id, LaneData, StageData, StepData
from cxstudio.drawing.journey.text import Line


class Rect(NamedTuple):
    """A rectangle: left and top edge, width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it; the right and bottom edges belong to the neighbour."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def moved(self, dx: float, dy: float) -> Rect:
        """The same rectangle elsewhere."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def meets(self, other: Rect) -> bool:
        """Whether two rectangles have more in common than an edge."""
        x, y, width, height = self
        left, top, across, down = other
        return x < left + across and left < x + width and y < top + down and top < y + height

    def shared(self, other: Rect) -> float:
        """The area that two rectangles have in common; 0 where they only touch."""
        if not self.meets(other):
            return 0.0
        width = min(self.right, other.right) - max(self.x, other.x)
        height = min(self.bottom, other.bottom) - max(self.y, other.y)
        return width * height


class Column(NamedTuple):
    """A step's place from left to right; `starts` and `ends` say where its stage does."""

    step: StepData
    x: float
    width: float
    starts: bool
    ends: bool

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class StageBox:
    """A stage's bar over its steps."""

    stage: StageData
    rect: Rect
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class StepBox:
    """A step's head: its number and name."""

    step: StepData
    rect: Rect
    number_width: float
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Stages over steps, the part of the map that stays in view."""

    stages: tuple[StageBox, ...]
    steps: tuple[StepBox, ...]
    height: float


@dataclass(frozen=True, slots=True)
class CardBox:
    """A card, its lines of text, and where the text, picture and signs stand on it."""

    card: CardData
    rect: Rect
    lines: tuple[Line, ...]
    text: Rect
    picture: Rect | None = None
    icon: Rect | None = None
    signs: Rect | None = None


@dataclass(frozen=True, slots=True)
class CellBox:
    """Where a step and a lane meet, with its cards from top to bottom."""

    step_id: Id
    rect: Rect
    cards: tuple[CardBox, ...] = ()


@dataclass(frozen=True, slots=True)
class CurveBox:
    """A persona's emotion by column, None where it is blank."""

    curve: CurveData
    points: tuple[Point | None, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A lane that has been laid out: its name's lines, cells by column, and its curves."""

    lane: LaneData
    height: float
    label: tuple[Line, ...]
    notes: tuple[Line, ...]
    cells: tuple[CellBox, ...]
    curves: tuple[CurveBox, ...] = ()
