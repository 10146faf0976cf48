"""The words in an emotion lane: values, moments of truth, and where there is no evidence."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.boxes import Column, Row
from cxstudio.drawing.journey.curve import Point, smooth, unbroken
from cxstudio.drawing.journey.icons import paint_icon
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.look import Look, write
from cxstudio.drawing.journey.map import CurveData, MapData
from cxstudio.drawing.journey.measure import text_width
from cxstudio.formats import signed
from cxstudio.i18n import catalogue


def write_moments(
    painter: QPainter, map_data: MapData, laid: MapLayout, row: Row, look: Look
) -> None:
    """Say at which steps the customer decides."""
    text = catalogue(look.metrics.language).gettext("Moment of truth")
    worst = map_data.breaks()
    for place, column in enumerate(laid.columns):
        if column.step.id not in map_data.moments:
            continue
        if look.printed:
            ink = look.colour("missing" if column.step.id == worst else "accent")
            kind = look.metrics.strong
            x = column.middle - text_width(text, kind) / 2
            write(painter, x, _printed_edge(row, place, look), text, kind, ink)
        else:
            _chip(painter, column, _free_edge(row, place, look), text, look)


def _chip(painter: QPainter, column: Column, y: float, text: str, look: Look) -> None:
    m = look.metrics
    width = text_width(text, m.label) + 30
    box = QRectF(column.x + m.cell_padding, y, width, 20)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("warning_bg"))
    painter.drawRoundedRect(box, 8, 8)
    ink = look.colour("warning")
    paint_icon(painter, QRectF(box.x() + 6, box.y() + 4, 12, 12), "star", ink)
    write(painter, box.x() + 22, y + 10 - m.label.line / 2, text, m.label, ink)


def _free_edge(row: Row, place: int, look: Look) -> float:
    """The top of the lane, or its bottom when a curve passes there."""
    points = [box.points[place] for box in row.curves]
    near_top = any(point is not None and point.y < 38 for point in points)
    return row.height - 26 if near_top and look.metrics.style == "screen" else 6


def _printed_edge(row: Row, place: int, look: Look) -> float:
    """The top of the lane, or its bottom where a point and its value need the top."""
    line, value = look.metrics.strong.line, look.metrics.value.line
    points = [point for box in row.curves if (point := box.points[place]) is not None]
    near_top = any(point.y < 16 + line + 60 + value for point in points)
    near_bottom = any(point.y > row.height - 16 - line - 60 - value for point in points)
    return row.height - 16 - line if near_top and not near_bottom else 16


def write_blanks(painter: QPainter, laid: MapLayout, row: Row, look: Look) -> None:
    """Say whose feeling is not known at a step; never draw it as zero."""
    m = look.metrics
    gettext = catalogue(m.language).gettext
    drawn = [box for box in row.curves if not box.curve.dotted]
    for place, column in enumerate(laid.columns):
        codes = [box.curve.code for box in drawn if box.points[place] is None]
        if not codes:
            continue
        text = gettext("no evidence")
        if len(codes) < len(drawn):
            text = gettext("{codes}: no evidence").format(codes=", ".join(codes))
        x = column.middle - text_width(text, m.note) / 2
        write(painter, x, _clear_y(row, place, look), text, m.note, look.colour("text_3"))


def _clear_y(row: Row, place: int, look: Look) -> float:
    known = [p.y for box in row.curves if (p := box.points[place]) is not None]
    line = look.metrics.note.line
    if not known:
        return row.height / 2 - 1.4 * line
    quarter = row.height * 0.2
    return quarter - line / 2 if min(known) > row.height * 0.4 else row.height - quarter - line / 2


def write_values(
    painter: QPainter, map_data: MapData, laid: MapLayout, row: Row, look: Look
) -> None:
    """The first persona's values: all of them with n in print, the lowest one on screen."""
    lead = next((box for box in row.curves if box.curve == map_data.lead()), None)
    if lead is None:
        return
    worst = map_data.breaks() if look.printed else map_data.lowest()
    traced = _traced(row) if look.printed else []
    for column, point in zip(laid.columns, lead.points, strict=True):
        lowest = column.step.id == worst
        if point is None:
            continue
        said = _Value(lead.curve, column, point.y, lowest)
        if not (look.printed or lowest):
            if said.computed:
                _computed_value(painter, said, look)
            continue
        if look.printed:
            _printed_value(painter, said, traced, row.height, look)
        else:
            _screen_value(painter, said, look)


class _Value(NamedTuple):
    """A value of the first persona that is written beside its point."""

    curve: CurveData
    column: Column
    y: float
    lowest: bool

    @property
    def number(self) -> float:
        return self.curve.values[self.column.step.id] or 0.0

    @property
    def computed(self) -> bool:
        return self.column.step.id in self.curve.computed

    @property
    def text(self) -> str:
        """A value that was worked out carries the sign for "about"."""
        return f"{'≈ ' if self.computed else ''}{signed(self.number)}"

    def n(self, language: str) -> str:
        count = self.curve.counts.get(self.column.step.id)
        text = catalogue(language).gettext("n = {n}")
        return "" if count is None else text.format(n=count)


def _screen_value(painter: QPainter, said: _Value, look: Look) -> None:
    text, kind = said.text, look.metrics.strong
    x = said.column.middle - text_width(text, kind) / 2
    ink = QColor(tokens.persona(said.curve.index + 1, look.theme))
    write(painter, x, said.y - 27, text, kind, ink)


def _computed_value(painter: QPainter, said: _Value, look: Look) -> None:
    """A value from evidence says what it is, quietly, beside its point."""
    kind = look.metrics.note
    x = said.column.middle - text_width(said.text, kind) / 2
    write(painter, x, said.y - 9 - kind.line, said.text, kind, look.colour("text_3"))


def _printed_value(
    painter: QPainter, said: _Value, traced: list[Point], height: float, look: Look
) -> None:
    """Value and n beside the point; the lowest has its n under the point."""
    m = look.metrics
    ink = look.colour("missing" if said.number < 0 else "accent")
    grey = look.colour("text_3")
    n = said.n(m.language)
    small = text_width(n, m.note)
    if said.lowest:
        kind = m.value._replace(size=m.value.size + 10)
        x = said.column.middle - text_width(said.text, kind) / 2
        write(painter, x, said.y - 55 - kind.line, said.text, kind, ink)
        write(painter, said.column.middle - small / 2, said.y + 55, n, m.note, grey)
        return
    wide = text_width(said.text, m.value) + (40 if n else 0)
    x, top = _free_place(said, traced, wide + small, height, look)
    write(painter, x, top, said.text, m.value, ink)
    write(painter, x + wide, top + 6, n, m.note, grey)


def _free_place(
    said: _Value, traced: list[Point], width: float, height: float, look: Look
) -> tuple[float, float]:
    """Above the point, below it when negative; else the place the fewest curves run through."""
    line = look.metrics.value.line
    middle = said.column.middle - width / 2
    above, below = said.y - 50 - line, said.y + 42
    sides = (above, below) if said.number >= 0 else (below, above)
    room = [y for y in (*sides, above - line, below + line) if 0 <= y <= height - line]
    places = [(middle + dx, y) for y in room for dx in (0, 150, -150)]

    def crossings(place: tuple[float, float]) -> int:
        x, y = place
        return sum(x - 10 < p.x < x + width + 10 and y + 8 < p.y < y + line for p in traced)

    return min(places, key=crossings)


def _traced(row: Row) -> list[Point]:
    """Points along all curves, and their marks, close enough to see what they run through."""
    marks = [p for box in row.curves for p in box.points if p is not None]
    pieces = [
        piece for box in row.curves for part in unbroken(box.points) for piece in smooth(part)
    ]
    around = [
        Point(p.x + dx, p.y + dy) for p in marks for dx in (-30, 0, 30) for dy in (-30, 0, 30)
    ]
    zero = [Point(x, row.height / 2) for x in range(0, round(row.cells[-1].rect.right), 40)]
    return around + zero + [piece.at(t / 24) for piece in pieces for t in range(25)]
