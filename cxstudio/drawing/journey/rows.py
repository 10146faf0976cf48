"""A lane laid out as a row: its name, its cards by column, its emotion curves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from cxstudio.drawing.journey.boxes import CardBox, CellBox, Column, CurveBox, Rect, Row
from cxstudio.drawing.journey.cards import lay_card
from cxstudio.drawing.journey.curve import Point
from cxstudio.drawing.journey.labels import lane_label, lane_notes
from cxstudio.drawing.journey.map import CardData, CurveData, LaneData
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.text import Line, TextMeasure, text_height

MARKS_APART = 66.0
"""From the middle of one persona's mark to that of the next, in print."""


def lay_row(
    lane: LaneData,
    cells: Sequence[Sequence[CardData]],
    curves: Sequence[CurveData],
    columns: Sequence[Column],
    metrics: Metrics,
    measure: TextMeasure,
    before: Row | None = None,
) -> Row:
    """Lay out one lane; `cells` are its cards by column. A collapsed lane shows its name only.

    Cells whose cards are those of `before`, the same lane over the same columns, are kept.
    """
    label = lane_label(lane, metrics, measure)
    if lane.collapsed:
        height = max(metrics.collapsed_height, _label_height(label, (), metrics))
        return Row(lane, height, label, (), _cells(columns, [()] * len(columns), height, None))
    known = before if before is not None and before.lane == lane else None
    notes = lane_notes(lane, [card for cell in cells for card in cell], metrics, measure)
    stacks: list[tuple[CardBox, ...]] = []
    for place, (cards, column) in enumerate(zip(cells, columns, strict=True)):
        kept = _kept(known.cells[place], cards) if known else None
        stacks.append(_stack(cards, lane, column, metrics, measure) if kept is None else kept)
    height = max(
        lane.height or 0.0,
        _label_height(label, notes, metrics),
        _least_height(lane, metrics),
        *(stack[-1].rect.bottom + metrics.row_padding for stack in stacks if stack),
    )
    placed = [_curve(c, columns, height, metrics) for c in curves if lane.kind == "emotion"]
    return Row(
        lane,
        height,
        label,
        notes,
        _cells(columns, stacks, height, known),
        tuple(_beside(placed) if metrics.style == "print" else placed),
    )


def emotion_y(value: float, height: float, metrics: Metrics) -> float:
    """How far under the top of an emotion lane a value from −2 to +2 stands."""
    return height / 2 - max(-2.0, min(2.0, value)) / 2 * metrics.emotion_reach


def emotion_value(y: float, height: float, metrics: Metrics) -> float:
    """The value, in steps of 0.1, that a hand points at in an emotion lane; −2 to +2."""
    value = (height / 2 - y) / metrics.emotion_reach * 2
    return round(max(-2.0, min(2.0, value)), 1) + 0.0


def _kept(cell: CellBox, cards: Sequence[CardData]) -> tuple[CardBox, ...] | None:
    """The boxes of a cell that was laid out before, if its cards are the same."""
    same = [box.card for box in cell.cards] == list(cards)
    return cell.cards if same else None


def _stack(
    cards: Sequence[CardData],
    lane: LaneData,
    column: Column,
    metrics: Metrics,
    measure: TextMeasure,
) -> tuple[CardBox, ...]:
    x, y = column.x + metrics.cell_padding, metrics.row_padding
    width = column.width - 2 * metrics.cell_padding
    words = metrics.plain(lane.kind) and lane.kind != "measures"  # which are of several lines each
    close = metrics.chip(lane.kind) or (metrics.style == "print" and words)
    stack: list[CardBox] = []
    for card in cards:
        stack.append(lay_card(card, lane, x, y, width, metrics, measure))
        y = stack[-1].rect.bottom + (metrics.chip_gap if close else metrics.card_gap)
    return tuple(stack)


def _cells(
    columns: Sequence[Column],
    stacks: Sequence[tuple[CardBox, ...]],
    height: float,
    before: Row | None,
) -> tuple[CellBox, ...]:
    if before is not None and before.height == height:
        cells = zip(before.cells, stacks, strict=True)
        return tuple(c if c.cards is stack else replace(c, cards=stack) for c, stack in cells)
    return tuple(
        CellBox(column.step.id, Rect(column.x, 0, column.width, height), stack)
        for column, stack in zip(columns, stacks, strict=True)
    )


def _curve(
    curve: CurveData, columns: Sequence[Column], height: float, metrics: Metrics
) -> CurveBox:
    values = (curve.values.get(column.step.id) for column in columns)
    points = (
        None if value is None else Point(column.middle, emotion_y(value, height, metrics))
        for column, value in zip(columns, values, strict=True)
    )
    return CurveBox(curve, tuple(points))


def _beside(placed: Sequence[CurveBox]) -> Iterator[CurveBox]:
    """On paper the marks of personas who feel the same at a step stand next to each other."""
    taken: set[Point] = set()
    for box in placed:
        points = box.points if box.curve.dotted else tuple(_free(p, taken) for p in box.points)
        taken.update(point for point in points if point and not box.curve.dotted)
        yield replace(box, points=points)


def _free(point: Point | None, taken: Collection[Point]) -> Point | None:
    while point and any(abs(point.x - x) + abs(point.y - y) < MARKS_APART for x, y in taken):
        point = point._replace(x=point.x + MARKS_APART)
    return point


def _label_height(label: tuple[Line, ...], notes: tuple[Line, ...], metrics: Metrics) -> float:
    return text_height(label) + text_height(notes) + 2 * metrics.label_padding


def _least_height(lane: LaneData, metrics: Metrics) -> float:
    if lane.kind == "emotion":
        return metrics.emotion_height
    if lane.kind == "visibility":
        return metrics.line_height
    padding = metrics.chip_padding if metrics.chip(lane.kind) else metrics.card_padding[0]
    lines = metrics.least_lines(lane.kind)
    return lines * metrics.card.line + 2 * padding + 2 * metrics.row_padding
