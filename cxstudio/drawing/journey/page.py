"""A map for a page of the report: one picture, or several when it is too wide or too tall to read.

Type is 7 to 8.5 points on the page and never under 6.5 (report.md, section 6). A wide map is split
where a stage begins, a tall one between lanes; lane names, stages and steps are repeated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from math import inf

from PySide6.QtGui import QPainter

from cxstudio.drawing.charts.figure import STANDARD, Palette
from cxstudio.drawing.journey.alt import map_alt
from cxstudio.drawing.journey.boxes import Row
from cxstudio.drawing.journey.connectors_away import away_from, stubs
from cxstudio.drawing.journey.essence import essence, told
from cxstudio.drawing.journey.export import png_of, svg_of
from cxstudio.drawing.journey.layout import MapLayout, layout
from cxstudio.drawing.journey.legend import LEGEND_HEIGHT, paint_legend
from cxstudio.drawing.journey.look import Look
from cxstudio.drawing.journey.map import MapData, StageData
from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.metrics import PRINT_UNITS_PER_MM, print_metrics
from cxstudio.drawing.journey.paint import paint_map
from cxstudio.drawing.journey.paint_connectors import paint_connectors
from cxstudio.drawing.picture import Picture, Tell, nobody
from cxstudio.drawing.qt import ensure_gui

NARROWEST_STEP = 600.0
WIDEST_STEP = 1700.0
SMALLEST_SCALE = 6.5 / 6.8
FLATTEST = 0.85
TOO_HIGH = 0.01  # more than rounding makes of a map that just fits
DPI = 300


def page(
    map_data: MapData,
    width_mm: float,
    height_mm: float,
    language: str = "en",
    palette: Palette = STANDARD,
    tell: Tell = nobody,
    more_mm: float = 0.0,
) -> list[Picture]:
    """The pictures of a map, each at most `width_mm` × `height_mm`, and so much more where it goes
    on, as no heading stands there; none for a map without steps.

    A single lane that is taller than the page alone is made smaller, as the only exception to the
    least size of type: nothing is ever cut off.
    """
    ensure_gui()
    drawn = []
    heights = (height_mm, height_mm + more_mm)
    pieces = list(_pieces(map_data, width_mm, heights, language, tell))
    for place, laid in enumerate(pieces):
        tell(place / len(pieces), "")
        part = (place + 1, len(pieces))
        most = (width_mm, heights[place > 0])
        drawn.append(_drawn(map_data, laid, most, language, part, palette))
    return drawn


def page_of(
    map_data: MapData,
    width_mm: float,
    height_mm: float,
    language: str,
    palette: Palette,
    telling: bool,
    more_mm: float,
    tell: Tell = nobody,
) -> tuple[list[Picture], int]:
    """The same without empty lanes; of a `telling` page the lanes that carry the message, as many
    as one holds, and a map of too many steps is continued. And how many lanes are left out."""
    ensure_gui()
    size = (width_mm, height_mm)
    whole = shown = told(map_data)
    if telling:
        shown = essence(whole, lambda one: _is_whole(one, *size, language, tell))
    left_out = len(whole.lanes) - len(shown.lanes)
    return page(shown, *size, language, palette, tell, more_mm), left_out


def _is_whole(
    map_data: MapData, width_mm: float, height_mm: float, language: str, tell: Tell
) -> bool:
    """Whether all lanes stand below each other on a page of this size, at a size to be read."""
    width, height = _room(map_data, width_mm, height_mm)
    parts = _by_width(map_data, width, language)
    return all(_fitted(part, width, height, language, tell) for part in parts)


def _room(map_data: MapData, width_mm: float, height_mm: float) -> tuple[float, float]:
    """What is left for the map beside its legend."""
    legend = LEGEND_HEIGHT if len(map_data.curves) > 1 else 0.0
    return width_mm * PRINT_UNITS_PER_MM, height_mm * PRINT_UNITS_PER_MM - legend


def _by_width(map_data: MapData, width: float, language: str) -> list[MapData]:
    """The map cut where stages begin, when its steps are too many for the width."""
    label = print_metrics(language).label_width
    most = max(1, int((width - label) / NARROWEST_STEP))
    return [replace(map_data, stages=part) for part in split_stages(map_data.stages, most)]


def _pieces(
    map_data: MapData,
    width_mm: float,
    heights_mm: tuple[float, float],
    language: str,
    tell: Tell,
) -> Iterator[MapLayout]:
    """The pieces of the map, the first of the one height and all others of the other."""
    (width, height), (_, more) = (_room(map_data, width_mm, one) for one in heights_mm)
    for part in _by_width(map_data, width, language):
        laid = _fitted(part, width, height, language, tell)
        if laid is not None:
            yield laid
        else:
            whole = _laid(part, width, language)
            for rows in _split_rows(whole, height, more):
                yield MapLayout(whole.metrics, whole.columns, whole.head, rows)
        height = more


def _fitted(
    part: MapData, width: float, height: float, language: str, tell: Tell
) -> MapLayout | None:
    """The part on one page, with type made a little smaller and the curve a little flatter if that
    is all it takes."""
    for scale, flat in ((1.0, 1.0), (0.98, 1.0), (SMALLEST_SCALE, 1.0), (SMALLEST_SCALE, FLATTEST)):
        tell(0.0, "")
        laid = _laid(part, width / scale, language, height / scale + TOO_HIGH, flat)
        if laid.height * scale <= height:
            return laid
    return None


def _laid(
    part: MapData, width: float, language: str, reach: float = inf, flat: float = 1.0
) -> MapLayout:
    """The part laid out, of one higher than `reach` the rows that show that it is."""
    metrics = print_metrics(language)
    step = min(WIDEST_STEP, (width - metrics.label_width) / max(1, len(part.steps)))
    curve = (flat * metrics.emotion_height, flat * metrics.emotion_reach)
    metrics = replace(metrics.with_step(step), emotion_height=curve[0], emotion_reach=curve[1])
    plain = replace(
        part,
        stages=tuple(
            replace(stage, steps=tuple(replace(step, width=None) for step in stage.steps))
            for stage in part.stages
        ),
        lanes=tuple(replace(lane, height=None) for lane in part.lanes),
    )
    return layout(plain, metrics, QtMeasure(), reach)


def split_stages(stages: Sequence[StageData], most: int) -> list[tuple[StageData, ...]]:
    """Stages in groups of at most `most` steps, evenly; only a stage longer than that is cut."""
    short = [part for stage in stages for part in _cut(stage, most)]
    total = sum(len(stage.steps) for stage in short)
    parts = -(-total // most) if total else 0
    groups: list[list[StageData]] = []
    while short:
        fair = -(-total // max(1, parts))
        taken = _take(short, fair, most)
        groups.append(short[:taken])
        total -= sum(len(stage.steps) for stage in short[:taken])
        short, parts = short[taken:], parts - 1
    return [tuple(group) for group in groups]


def _take(stages: Sequence[StageData], fair: int, most: int) -> int:
    """How many stages come nearest to a fair share of steps without passing the most."""
    sums = list(accumulate(len(stage.steps) for stage in stages))
    fitting = [n for n, steps in enumerate(sums, 1) if steps <= most]
    enough = [n for n in fitting if sums[n - 1] >= fair]
    return enough[0] if enough else fitting[-1]


def _cut(stage: StageData, most: int) -> list[StageData]:
    return [
        replace(stage, steps=stage.steps[start : start + most])
        for start in range(0, len(stage.steps), most)
    ]


def _split_rows(laid: MapLayout, height: float, more: float) -> list[tuple[Row, ...]]:
    """Lanes in groups that fit under the head, the first in the height and all others in more."""
    groups: list[list[Row]] = []
    left = -1.0
    for row in laid.rows:
        if row.height > left:
            left = (more if groups else height) - laid.head.height
            groups.append([])
        groups[-1].append(row)
        left -= row.height
    return [tuple(group) for group in groups]


def _drawn(
    map_data: MapData,
    laid: MapLayout,
    most_mm: tuple[float, float],
    language: str,
    part: tuple[int, int],
    palette: Palette,
) -> Picture:
    """A piece of the map, made smaller where it is larger; below curves it says whose they are."""
    curved = len(map_data.curves) > 1 and any(row.curves for row in laid.rows)
    legend = LEGEND_HEIGHT if curved else 0.0
    # Half a hairline of room, so that the outermost lines are whole.
    size = (laid.width + 8, laid.height + legend + 8)
    scale = min(
        1.0, *(mm * PRINT_UNITS_PER_MM / side for mm, side in zip(most_mm, size, strict=True))
    )
    width_mm, height_mm = (side * scale / PRINT_UNITS_PER_MM for side in size)
    lines = stubs(laid, map_data.connectors, away_from(map_data, laid))

    def paint(painter: QPainter) -> None:
        painter.translate(4, 4)
        paint_map(painter, map_data, laid, palette=palette)
        paint_connectors(painter, lines, Look(laid.metrics, palette=palette))
        if legend:
            painter.translate(0, laid.height)
            paint_legend(painter, map_data.curves, laid.metrics, laid.width, palette)

    png = png_of(paint, size, DPI / 25.4 * width_mm / size[0], DPI)
    svg = svg_of(paint, size, size[0] / width_mm * 25.4, map_data.title)
    return Picture(png, svg, map_alt(map_data, language, part), width_mm, height_mm)
