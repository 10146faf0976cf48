"""A chart in four quarters: the ground of the one that matters, their names, names of points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from cxstudio.drawing.charts.scale import Beside, Box, along, place_between, place_sides
from cxstudio.report.charts.data import Axis, Ground, Note, Point, Series, Shade, Side
from cxstudio.report.charts.words import words_mm

QUARTERED = (14.0, 3.0, 4.0, 12.0)
"""The millimetres around the plot."""
_INSIDE_MM, _LINE_MM, _FREE_MM, _MARK_MM = 2.0, 3.2, 3.6, 25.4 / 72
_REACH_MM, _BESIDE_MM = 1.9, 1.5
"""How far a mark with intervals reaches, and the air beside a name."""
_At = Callable[[float, float], tuple[float, float]]
Ends = tuple[tuple[float, float] | None, tuple[float, float] | None]


def quarters(across: Axis, upwards: Axis, x: float, y: float) -> list[Series]:
    """The frame, and the lines that part the four quarters."""
    left, right, low, high = across.low, across.high, upwards.low, upwards.high
    frame = ((left, low), (right, low), (right, high), (left, high), (left, low))
    return [
        _line("|", ((x, low), (x, high))),
        _line("–", ((left, y), (right, y))),
        _line("□", frame),
    ]


def _line(name: str, places: Sequence[tuple[float, float]]) -> Series:
    return Series(name, tuple(Point(*at) for at in places), "rule", "thin", marks=False)


def ground(across: Axis, upwards: Axis, x: float, y: float, shade: Shade) -> Ground:
    """The tint of the upper left quarter, which matters most."""
    return Ground((0.0, 0.0), (across.share(x), 1 - upwards.share(y)), shade)


def corners(
    axes: tuple[Axis, Axis],
    middle: tuple[float, float],
    size: tuple[float, float],
    names: tuple[str, str, str, str],
    shades: tuple[Shade, ...],
    places: Sequence[tuple[float, float]],
) -> tuple[Note, ...]:
    """What the quarters are called: upper left and right, lower left and right.

    Each stands in its outer corner, or as near to it as no mark is.
    """
    across, upwards = axes
    wide, tall = size[0] - QUARTERED[0] - QUARTERED[2], size[1] - QUARTERED[1] - QUARTERED[3]
    line = 1 - upwards.share(middle[1])
    points = [(across.share(x) * wide, (1 - upwards.share(y)) * tall) for x, y in places]
    notes = []
    for place, (name, shade) in enumerate(zip(names, shades, strict=True)):
        right, lower = place % 2 == 1, place > 1
        long = words_mm(name, True) + _INSIDE_MM + _FREE_MM
        reach = (wide - long, wide) if right else (0.0, long)
        rows = _rows(line * tall, tall) if lower else _rows(line * tall, 0.0)
        near = [y for x, y in points if reach[0] <= x <= reach[1]]
        room = {row: min((abs(row - y) for y in near), default=_FREE_MM) for row in rows}
        row = next((row for row in rows if room[row] >= _FREE_MM), max(rows, key=room.__getitem__))
        side: Side = "left" if right else "right"
        inside = -_INSIDE_MM if right else _INSIDE_MM
        notes.append(Note(name, float(right), row / tall, side, shade, True, inside))
    return tuple(notes)


def _rows(line: float, edge: float) -> list[float]:
    """Where a quarter's name may stand, from its outer edge towards the line between upper and
    lower, in millimetres from the top."""
    way = 1 if line >= edge else -1
    count = max(1, int(abs(line - edge) / _LINE_MM) - 1)
    return [edge + way * _LINE_MM * place for place in range(1, count + 1)]


def names_between(
    places: Sequence[tuple[float, float]],
    named: Sequence[tuple[str, Shade]],
    ends: Sequence[Ends],
    axes: tuple[Axis, Axis],
    middle: tuple[float, float],
    size: tuple[float, float],
    written: Sequence[Note],
) -> tuple[Note, ...]:
    """The names of points with intervals in both directions, each between the arms of its cross,
    clear of all other lines."""
    wide, tall, at = _plot(axes, size)
    lines = [*_intervals(places, ends, at), *_written(written, wide, tall)]
    (x, y), (left, low), (right, high) = at(*middle), at(axes[0].low, axes[1].low), (wide, 0.0)
    lines += [*along([(x, high), (x, low)], 0.4), *along([(left, y), (right, y)], 0.4)]
    points = [at(*place) for place in places]
    sizes = [(words_mm(name, True) + _BESIDE_MM, _LINE_MM + _BESIDE_MM) for name, _shade in named]
    boxes = place_between(points, sizes, (0.0, 0.0, wide, tall), _REACH_MM, lines)
    notes = []
    for (name, shade), (px, py), box in zip(named, points, boxes, strict=True):
        side: Side = "right" if box[0] > px else "left"
        begin = box[0] if side == "right" else box[2]
        row = (box[1] + box[3]) / 2 + (-0.2 if box[1] < py else 0.2)
        notes.append(Note(name, begin / wide, row / tall, side, shade, True))
    return tuple(notes)


def named_sides(
    places: Sequence[tuple[float, float]],
    names: Sequence[str],
    marks: Sequence[float],
    ends: Sequence[Ends],
    axes: tuple[Axis, Axis],
    size: tuple[float, float],
    written: Sequence[Note],
) -> list[Beside]:
    """On which side of its mark, so many points wide, each name stands clear of all else, of the
    names of the quarters, too."""
    wide, tall, at = _plot(axes, size)
    drawn = [*_intervals(places, ends, at), *_written(written, wide, tall)]
    points = [at(*place) for place in places]
    sizes = [(words_mm(name, True) + _BESIDE_MM, _LINE_MM) for name in names]
    reach = [mark * _MARK_MM / 2 + 0.6 for mark in marks]
    return place_sides(points, sizes, (0.0, 0.0, wide, tall), reach, drawn)


def _plot(axes: tuple[Axis, Axis], size: tuple[float, float]) -> tuple[float, float, _At]:
    """Width and height of the plot in millimetres, and where a value stands in it."""
    left, top, right, bottom = QUARTERED
    wide, tall = size[0] - left - right, size[1] - top - bottom
    across, upwards = axes
    return wide, tall, lambda x, y: (across.share(x) * wide, (1 - upwards.share(y)) * tall)


def _intervals(
    places: Sequence[tuple[float, float]], ends: Sequence[Ends], at: _At
) -> Iterator[Box]:
    for (x, y), (x_ends, y_ends) in zip(places, ends, strict=True):
        yield from along([at(end, y) for end in x_ends or ()], 0.4)
        yield from along([at(x, end) for end in y_ends or ()], 0.4)


def _written(notes: Sequence[Note], wide: float, tall: float) -> Iterator[Box]:
    for note in notes:
        begin = note.across * wide + note.right_mm
        long = words_mm(note.text, True) * (1 if note.side == "right" else -1)
        row = note.down * tall
        yield min(begin, begin + long), row - 1.6, max(begin, begin + long), row + 1.6
