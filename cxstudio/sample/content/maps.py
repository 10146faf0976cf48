"""How the content's journeys are written down: stages of steps, and what each cell holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from cxstudio.model import Card, Emotion, Journey, JourneyPersona, Lane, Stage, Step
from cxstudio.sample.rows import At, Of, Row, T, row


@dataclass(frozen=True)
class Note:
    """A card to be: `key` is given where other rows rest on it; `measure` is a KPI's key."""

    text: T
    rests: str = ""
    key: str = ""
    value: T | None = None
    measure: str = ""


@dataclass(frozen=True)
class Column:
    """One step: its cells by lane, its touchpoints by key, and how each persona feels."""

    key: str
    name: T
    touchpoints: str
    cells: dict[str, Note | tuple[Note, ...]]
    feels: dict[str, float] = field(default_factory=dict)
    moment_of_truth: bool = False


Stages = tuple[tuple[T, tuple[Column, ...]], ...]


def journey(
    key: str,
    head: dict[str, Any],
    personas: tuple[str, ...],
    lanes: tuple[tuple[str, T], ...],
    stages: Stages,
) -> list[Row]:
    """All rows of a map; the rows of a lane are in the order of the steps."""
    rows = [row(key, Journey, **head)]
    for person in personas:
        rows.append(
            row(f"{key}.{person}", JourneyPersona, journey_id=At(key), persona_id=At(person))
        )
    for kind, name in lanes:
        rows.append(row(f"{key}.{kind}", Lane, journey_id=At(key), lane_kind=kind, name=name))
    for number, (name, columns) in enumerate(stages, start=1):
        stage = f"{key}.stage{number}"
        rows.append(row(stage, Stage, journey_id=At(key), name=name))
        for column in columns:
            rows.extend(_column(key, stage, column))
    return rows


def grown_from(as_is: list[Row], rows: list[Row]) -> list[Row]:
    """The rows of a to-be whose steps and cards say which ones of the as-is they were.

    That is the step of the same key; in it the card of the same touchpoint, and the one at the
    same place of a lane in which cards go on. Pain points and opportunities come and go.
    """
    before = {place: row.key for place, row in _places(as_is)}
    found = {row.key: before[place] for place, row in _places(rows) if place in before}
    return [
        replace(row, values=row.values | {"as_is_id": At(found[row.key])})
        if row.key in found
        else row
        for row in rows
    ]


def _places(rows: list[Row]) -> Iterator[tuple[tuple[str, ...], Row]]:
    """Steps and cards with what they are known by on both maps."""
    count: dict[tuple[str, str], int] = {}
    for part in rows:
        if part.cls is Step:
            yield (_last(part.key),), part
        elif part.cls is Card:
            cell = _last(part.values["step_id"].key), _last(part.values["lane_id"].key)
            count[cell] = count.get(cell, 0) + 1
            met = part.values.get("touchpoint_id")
            if cell[1] not in ("pain_points", "opportunities"):
                yield (*cell, met.key if met else str(count[cell])), part


def _last(key: str) -> str:
    return key.rpartition(".")[2]


def _column(journey: str, stage: str, column: Column) -> list[Row]:
    step = f"{journey}.{column.key}"
    rows = [
        row(
            step,
            Step,
            stage_id=At(stage),
            name=column.name,
            moment_of_truth=column.moment_of_truth,
        )
    ]
    rows += [
        row(
            f"{step}.touchpoints.{number}",
            Card,
            step_id=At(step),
            lane_id=At(f"{journey}.touchpoints"),
            text=Of(touchpoint, "name"),
            touchpoint_id=At(touchpoint),
        )
        for number, touchpoint in enumerate(column.touchpoints.split(), start=1)
    ]
    for lane, notes in column.cells.items():
        several = (notes,) if isinstance(notes, Note) else notes
        for number, note in enumerate(several, start=1):
            rows.append(_card(journey, step, lane, note, f"{step}.{lane}.{number}"))
    for person, value in column.feels.items():
        rows.append(
            row(f"{step}.{person}", Emotion, step_id=At(step), persona_id=At(person), value=value)
        )
    return rows


def _card(journey: str, step: str, lane: str, note: Note, key: str) -> Row:
    more: dict[str, Any] = {}
    if note.value is not None:
        more["value"] = note.value
    if note.measure:
        more["kpi_id"] = At(note.measure)
    return row(
        note.key or key,
        Card,
        rests=note.rests,
        step_id=At(step),
        lane_id=At(f"{journey}.{lane}"),
        text=note.text,
        **more,
    )
