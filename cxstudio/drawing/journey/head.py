"""Columns of a map and the head over them: stage bars and the names of steps."""

from __future__ import annotations

from itertools import accumulate

from cxstudio.drawing.journey.boxes import Column, Head, Rect, StageBox, StepBox
from cxstudio.drawing.journey.map import MapData, StageData, StepData
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.text import Run, TextMeasure, at_most, text_height

MOST_LINES = 6
"""Of the name of a stage or a step."""


def lay_columns(map_data: MapData, metrics: Metrics) -> tuple[Column, ...]:
    """Steps from left to right, after the lane names. A stage without steps has no column."""
    placed = [
        (step, place == 0, place == len(stage.steps) - 1)
        for stage in map_data.stages
        for place, step in enumerate(stage.steps)
    ]
    widths = [step.width or metrics.step_width for step, _, _ in placed]
    edges = accumulate(widths, initial=metrics.label_width)
    return tuple(
        Column(step, x, width, starts, ends)
        for (step, starts, ends), width, x in zip(placed, widths, edges, strict=False)
    )


def lay_head(
    map_data: MapData, columns: tuple[Column, ...], metrics: Metrics, measure: TextMeasure
) -> Head:
    """The head: every stage bar as high as the highest, every step head likewise."""
    spans = _spans(map_data, columns)
    stage_lines = [
        at_most(
            MOST_LINES, measure, (Run(stage.name, metrics.stage),), right - x - 2 * _inset(metrics)
        )
        for stage, x, right in spans
    ]
    bar = max([metrics.stage_height, *(_bar(text_height(ls), metrics) for ls in stage_lines)])
    gap = metrics.stage_gap
    stages = tuple(
        StageBox(stage, Rect(x + gap, metrics.top, right - x - 2 * gap, bar), lines)
        for (stage, x, right), lines in zip(spans, stage_lines, strict=True)
    )
    steps, height = _steps(columns, metrics.top + bar, metrics, measure)
    return Head(stages, steps, height)


def _spans(map_data: MapData, columns: tuple[Column, ...]) -> list[tuple[StageData, float, float]]:
    by_step = {column.step.id: column for column in columns}
    return [
        (stage, by_step[stage.steps[0].id].x, by_step[stage.steps[-1].id].right)
        for stage in map_data.stages
        if stage.steps
    ]


def _inset(metrics: Metrics) -> float:
    return metrics.stage_gap + metrics.stage_padding


def _bar(text: float, metrics: Metrics) -> float:
    spare = metrics.stage_height - metrics.stage.line
    return text + spare


def _steps(
    columns: tuple[Column, ...], top: float, metrics: Metrics, measure: TextMeasure
) -> tuple[tuple[StepBox, ...], float]:
    widths = [_number_width(column.step, metrics, measure) for column in columns]
    lines = [
        at_most(MOST_LINES, measure, _name(column.step, metrics), _room(column, width, metrics))
        for column, width in zip(columns, widths, strict=True)
    ]
    tallest = max([metrics.step.line, *(text_height(ls) for ls in lines)])
    height = tallest + 2 * metrics.step_padding
    boxes = tuple(
        StepBox(column.step, Rect(column.x, top, column.width, height), width, ls)
        for column, width, ls in zip(columns, widths, lines, strict=True)
    )
    return boxes, top + height


def _name(step: StepData, metrics: Metrics) -> tuple[Run, ...]:
    """On screen the number stands before the name; in print it opens the first line."""
    if metrics.style == "screen":
        return (Run(step.name, metrics.step),)
    return (Run(f"{step.number}\u00a0 {step.name}", metrics.step),)


def _number_width(step: StepData, metrics: Metrics, measure: TextMeasure) -> float:
    if metrics.style == "print":
        return 0.0
    lines = measure.lines((Run(str(step.number), metrics.step._replace(weight=500)),), 1e6)
    return lines[0].width + metrics.cell_padding


def _room(column: Column, number: float, metrics: Metrics) -> float:
    room = column.width - 2 * metrics.cell_padding - metrics.plain_padding - number
    return room - (metrics.icon + metrics.mark_gap if _has_sign(column.step, metrics) else 0)


def _has_sign(step: StepData, metrics: Metrics) -> bool:
    return bool(step.detail) and metrics.style == "screen"


def detail_sign(box: StepBox, metrics: Metrics) -> Rect:
    """Where the sign stands that a step has a map of its own."""
    x = box.rect.right - metrics.cell_padding - metrics.icon
    y = box.rect.y + metrics.step_padding + (metrics.step.line - metrics.icon) / 2
    return Rect(x, y, metrics.icon, metrics.icon)
