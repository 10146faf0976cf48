"""The words in an emotion lane: values, moments of truth, and where there is no evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.boxes import Column, Rect, Row
from cxstudio.drawing.journey.curve import Point
from cxstudio.drawing.journey.emotion_places import Wish, grounds
from cxstudio.drawing.journey.icons import paint_icon
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.look import Look, write
from cxstudio.drawing.journey.map import CurveData, Id, MapData
from cxstudio.drawing.journey.measure import QtMeasure, fitted, text_width
from cxstudio.drawing.journey.text import Run, Type
from cxstudio.formats import signed
from cxstudio.i18n import catalogue

CHIP, ICON = 20.0, 12.0
What = Literal["value", "moment", "blank"]


class Bit(NamedTuple):
    """A line of words from the upper left corner of what it belongs to."""

    x: float
    y: float
    text: str
    kind: Type
    ink: QColor


class Words(NamedTuple):
    """What is said at one step, and where: `box` is measured from the top of the lane.

    `crossed` words have a curve behind them and bring their own ground.
    """

    what: What
    step: Id
    box: Rect
    bits: tuple[Bit, ...]
    chip: bool = False
    crossed: bool = False


class _Said(NamedTuple):
    """Words that have no place yet."""

    what: What
    wish: Wish
    bits: tuple[Bit, ...]
    chip: bool = False


def emotion_words(
    map_data: MapData,
    laid: MapLayout,
    row: Row,
    look: Look,
    within: tuple[float, float] | None = None,
) -> Iterator[Words]:
    """All words of the lane at the steps between two x; no two of them share any room.

    Values come first, as they belong to their points; then moments of truth, then blanks.
    """
    left, right = within or (0.0, laid.width)
    inside = [n for n, c in enumerate(laid.columns) if c.right > left and c.x < right]
    if not inside:
        return
    first, last = inside[0], inside[-1] + 1
    teller = _Teller(map_data, row, look)
    found = grounds(row, laid.columns, look.metrics, first, last)
    for place, ground in enumerate(found, first):
        column = laid.columns[place]
        everything = list(teller.at(column, place))
        boxes = ground.place_all([said.wish for said in everything])
        for said, box in zip(everything, boxes, strict=True):
            crossed = not said.chip and bool(ground.crossings(box))
            yield Words(said.what, column.step.id, box, said.bits, said.chip, crossed)


class _Teller:
    """What there is to say at each step of a lane."""

    def __init__(self, map_data: MapData, row: Row, look: Look) -> None:
        self.map_data, self.row, self.look = map_data, row, look
        self.m = look.metrics
        self.gettext = catalogue(self.m.language).gettext
        lead = map_data.lead()
        self.lead = next((box for box in row.curves if box.curve == lead), None)
        self.worst = map_data.breaks()
        self.lowest = self.worst if look.printed else map_data.lowest()
        self.drawn = [box for box in row.curves if not box.curve.dotted]

    def at(self, column: Column, place: int) -> Iterator[_Said]:
        """The words of one step, those first that must stand near a point."""
        point = self.lead.points[place] if self.lead else None
        if self.lead is not None and point is not None:
            yield from self._value(self.lead.curve, column, point)
        if column.step.id in self.map_data.moments:
            yield self._moment(column)
        codes = [box.curve.code for box in self.drawn if box.points[place] is None]
        if codes:
            yield self._blank(column, place, codes)

    def _room(self, column: Column) -> float:
        return column.width - self.m.cell_padding

    # -- values ------------------------------------------------------------------------

    def _value(self, curve: CurveData, column: Column, point: Point) -> Iterator[_Said]:
        """All values with n in print; on screen the lowest one, and those that were computed."""
        number = curve.values[column.step.id] or 0.0
        computed = column.step.id in curve.computed
        text = f"{'≈ ' if computed else ''}{signed(number)}"
        lowest = column.step.id == self.lowest
        if self.look.printed:
            ink = self.look.colour("missing" if number < 0 else "accent")
            n = self._n(curve, column)
            if lowest:
                yield from self._printed_lowest(text, n, ink, point)
            else:
                yield self._printed_value(text, n, ink, point, number)
        elif lowest:
            ink = QColor(tokens.persona(curve.index + 1, self.look.theme))
            yield self._line("value", text, self.m.strong, ink, point, (-27, 11))
        elif computed:
            grey, line = self.look.colour("text_3"), self.m.note.line
            yield self._line("value", text, self.m.note, grey, point, (-9 - line, 9))

    def _n(self, curve: CurveData, column: Column) -> str:
        count = curve.counts.get(column.step.id)
        return "" if count is None else self.gettext("n = {n}").format(n=count)

    def _printed_lowest(self, text: str, n: str, ink: QColor, point: Point) -> Iterator[_Said]:
        """The worst value is large, with its n under the point."""
        kind = self.m.value._replace(size=self.m.value.size + 10)
        yield self._line("value", text, kind, ink, point, (-55 - kind.line, 55))
        if n:
            grey = self.look.colour("text_3")
            yield self._line("value", n, self.m.note, grey, point, (55, -55 - self.m.note.line))

    def _printed_value(self, text: str, n: str, ink: QColor, point: Point, number: float) -> _Said:
        """Value and n beside each other, above the point; below it when negative."""
        kind, note = self.m.value, self.m.note
        wide = text_width(text, kind) + (40 if n else 0)
        above, below = -50 - kind.line, 42
        said = self._line(
            "value", text, kind, ink, point, (above, below) if number >= 0 else (below, above)
        )
        width = wide + text_width(n, note)
        corners = tuple(Point(point.x - width / 2, c.y) for c in said.wish.corners)
        beside = Bit(wide, 6, n, note, self.look.colour("text_3"))
        wish = Wish(width, kind.line, corners)
        return said._replace(wish=wish, bits=(*said.bits, beside) if n else said.bits)

    def _line(
        self,
        what: What,
        text: str,
        kind: Type,
        ink: QColor,
        point: Point,
        tops: tuple[float, ...],
    ) -> _Said:
        """One line in the middle over or under a point, at these distances from it."""
        width = text_width(text, kind)
        corners = tuple(Point(point.x - width / 2, point.y + top) for top in tops)
        return _Said(what, Wish(width, kind.line, corners), (Bit(0, 0, text, kind, ink),))

    # -- moments and blanks ------------------------------------------------------------

    def _moment(self, column: Column) -> _Said:
        """That the customer decides here: a chip with a star on screen, words in print.

        Where the step is too narrow the star stands alone, and the words in two lines.
        """
        text, tops = self.gettext("Moment of truth"), (0.0, self.row.height)
        if self.look.printed:
            ink = self.look.colour("missing" if column.step.id == self.worst else "accent")
            words = QtMeasure().lines((Run(text, self.m.strong),), self._room(column))
            lines = ["".join(piece.run.text for piece in line.pieces) for line in words[:2]]
            return self._lines("moment", lines, self.m.strong, ink, column, tops)
        ink, kind = self.look.colour("warning"), self.m.label
        whole = text_width(text, kind) + 30
        fits = whole <= self._room(column)
        corners = tuple(Point(column.x + self.m.cell_padding, y) for y in tops)
        bit = Bit(22, (CHIP - kind.line) / 2, text if fits else "", kind, ink)
        wish = Wish(whole if fits else ICON + 12, CHIP, corners)
        return _Said("moment", wish, (bit,), chip=True)

    def _blank(self, column: Column, place: int, codes: list[str]) -> _Said:
        """Whose feeling is not known at a step; it is never drawn as zero."""
        kind, ink = self.m.note, self.look.colour("text_3")
        lines = self._blank_lines(codes, self._room(column))
        tops = tuple(y - len(lines) * kind.line / 2 for y in self._quiet(place))
        return self._lines("blank", lines, kind, ink, column, tops)

    def _lines(
        self,
        what: What,
        lines: list[str],
        kind: Type,
        ink: QColor,
        column: Column,
        tops: tuple[float, ...],
    ) -> _Said:
        """Lines under each other, each in the middle of the column."""
        width = max(text_width(line, kind) for line in lines)
        bits = tuple(
            Bit((width - text_width(text, kind)) / 2, n * kind.line, text, kind, ink)
            for n, text in enumerate(lines)
        )
        corners = tuple(Point(column.middle - width / 2, y) for y in tops)
        return _Said(what, Wish(width, len(lines) * kind.line, corners), bits)

    def _blank_lines(self, codes: list[str], room: float) -> list[str]:
        """One line, or codes over words where the step is narrow; codes only if not everybody."""
        words, kind = self.gettext("no evidence"), self.m.note
        if len(codes) == len(self.drawn):
            return [fitted(words, kind, room)]
        whole = self.gettext("{codes}: no evidence").format(codes=", ".join(codes))
        if text_width(whole, kind) <= room:
            return [whole]
        return [fitted(", ".join(codes), kind, room), fitted(words, kind, room)]

    def _quiet(self, place: int) -> tuple[float, ...]:
        """Heights away from the curves, the best first."""
        height = self.row.height
        known = [p.y for box in self.row.curves if (p := box.points[place]) is not None]
        if not known:
            return (height / 2 - 0.9 * self.m.note.line, height * 0.2, height * 0.8)
        return (height * 0.2, height * 0.8) if min(known) > height * 0.4 else (height * 0.8,)


# -- painting --------------------------------------------------------------------------


def paint_words(painter: QPainter, words: Words, worst: Id | None, look: Look) -> None:
    """Write what is said at one step; the ground of the step where it breaks is tinted."""
    if words.chip:
        _paint_chip(painter, words, look)
    elif words.crossed:
        _paint_ground(painter, words, worst, look)
    for bit in words.bits:
        write(painter, words.box.x + bit.x, words.box.y + bit.y, bit.text, bit.kind, bit.ink)


def _paint_chip(painter: QPainter, words: Words, look: Look) -> None:
    box = words.box
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour("warning_bg"))
    painter.drawRoundedRect(QRectF(*box), 8, 8)
    place = QRectF(box.x + 6, box.y + (CHIP - ICON) / 2, ICON, ICON)
    paint_icon(painter, place, "star", words.bits[0].ink)


def _paint_ground(painter: QPainter, words: Words, worst: Id | None, look: Look) -> None:
    tinted = look.printed and words.step == worst
    colour = QColor(look.colour("missing_ground" if tinted else "sunken"))
    colour.setAlphaF(0.85)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    side = look.metrics.note.size * 0.25
    painter.drawRoundedRect(QRectF(*words.box).adjusted(-side, 0, side, 0), side, side)
