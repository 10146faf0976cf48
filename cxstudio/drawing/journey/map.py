"""What a journey map shows: the plain input of layout and painting.

No Qt and no database: an editor, the command line or the report reads the engagement and fills
these. Ids are whatever the caller uses to find its records again; the drawing only compares them.
Things hidden by a filter of lanes or stages are left out by the caller.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Id: TypeAlias = int | str
Strength: TypeAlias = Literal["strong", "fair", "thin", "none"]
Kind: TypeAlias = Literal["as_is", "to_be"]
ConnectorKind: TypeAlias = Literal["flow", "hop", "branch", "loop"]
LaneKind: TypeAlias = Literal[
    "actions",
    "touchpoints",
    "thoughts",
    "emotion",
    "pain_points",
    "opportunities",
    "moments_of_truth",
    "front_stage",
    "visibility",
    "back_stage",
    "support",
    "departments",
    "measures",
    "pictures",
    "text",
]


@dataclass(frozen=True, slots=True)
class StepData:
    """A column. `number` is what people call it; `width` replaces the standard width.

    `detail` is the code of the journey that shows this step on a map of its own. On a to-be,
    `as_is` is the step of the as-is that it has come from.
    """

    id: Id
    name: str
    number: int
    width: float | None = None
    detail: str = ""
    as_is: Id | None = None


@dataclass(frozen=True, slots=True)
class StageData:
    """A phase of the journey over one or more steps."""

    id: Id
    name: str
    steps: tuple[StepData, ...] = ()


@dataclass(frozen=True, slots=True)
class LaneData:
    """A row. `height` is the least height the user gave it; content can only make it taller."""

    id: Id
    kind: LaneKind
    name: str
    height: float | None = None
    collapsed: bool = False


@dataclass(frozen=True, slots=True)
class LinkMark:
    """A record a card is linked to: evidence, gap, initiative, touchpoint or KPI, with its code."""

    kind: Literal["evidence", "gap", "initiative", "touchpoint", "kpi"]
    code: str


@dataclass(frozen=True, slots=True, weakref_slot=True)
class PictureMark:
    """A picture on a card: its key, its size in pixels, and the bytes of its file.

    A painter that is given pictures by key takes those; else it decodes `content`.
    """

    key: str
    width: int
    height: int
    content: bytes = field(default=b"", repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class CardData:
    """A sticky card. In a lane of measures `text` names the measure and `value` is its figure.

    `strength` is None on cards that make no claim. `missing` marks what ought to be there and is
    not (a measure nobody takes, a step nobody owns); it is set in the colour of weakness.
    Beside its figure a measure may have an `aim` in words, whether it is `met`, and a `basis`:
    the number of answers.
    `personas` and `departments` are those it belongs to; without personas it is everybody's. On a
    to-be, `as_is` is the card of the as-is that it has come from.
    """

    id: Id
    step_id: Id
    lane_id: Id
    text: str
    colour: str = ""
    icon: str = ""
    strength: Strength | None = None
    quote: bool = False
    marks: tuple[LinkMark, ...] = ()
    votes: int = 0
    value: str = ""
    aim: str = ""
    met: bool | None = None
    basis: str = ""
    missing: bool = False
    picture: PictureMark | None = None
    confidential: bool = False
    tags: tuple[str, ...] = ()
    personas: frozenset[Id] = frozenset()
    departments: frozenset[Id] = frozenset()
    as_is: Id | None = None


@dataclass(frozen=True, slots=True)
class ConnectorData:
    """A line from one card to another: the flow, a hop of channel, a branch, or a loop back."""

    id: Id
    start: Id
    end: Id
    kind: ConnectorKind = "flow"
    label: str = ""


@dataclass(frozen=True, slots=True)
class CurveData:
    """One persona's emotion, −2 … +2 by step; a step that is absent or None is blank, not zero.

    `counts` says how many excerpts and comments stand behind a value. `index` picks colour, dash
    and mark; `dotted` is the as-is curve behind a to-be. `computed` are the steps whose value was
    worked out from evidence, and not set by hand.
    """

    persona_id: Id
    code: str
    name: str
    index: int = 0
    values: Mapping[Id, float | None] = field(default_factory=dict)
    counts: Mapping[Id, int] = field(default_factory=dict)
    dotted: bool = False
    computed: frozenset[Id] = frozenset()


@dataclass(frozen=True, slots=True)
class MapData:
    """A whole journey map. Cards of one cell keep the order they have in `cards`."""

    code: str
    title: str
    kind: Kind = "as_is"
    stages: tuple[StageData, ...] = ()
    lanes: tuple[LaneData, ...] = ()
    cards: tuple[CardData, ...] = ()
    curves: tuple[CurveData, ...] = ()
    moments: frozenset[Id] = frozenset()
    connectors: tuple[ConnectorData, ...] = ()

    @property
    def steps(self) -> tuple[StepData, ...]:
        """All steps from left to right."""
        return tuple(step for stage in self.stages for step in stage.steps)

    def lead(self) -> CurveData | None:
        """The curve that the map is read by: the first that is not the as-is behind a to-be."""
        return next((curve for curve in self.curves if not curve.dotted), None)

    def lowest(self) -> Id | None:
        """The step where the lead curve is lowest, None when it has no value."""
        lead = self.lead()
        known = [
            (value, place)
            for place, step in enumerate(self.steps)
            if lead and (value := lead.values.get(step.id)) is not None
        ]
        return self.steps[min(known)[1]].id if known else None

    def breaks(self) -> Id | None:
        """The step where the journey breaks: the lowest one, if people feel bad there."""
        lead, lowest = self.lead(), self.lowest()
        if lead is None or lowest is None:
            return None
        return lowest if (lead.values[lowest] or 0.0) < 0 else None
