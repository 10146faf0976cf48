"""A chart of the report for the preview: what Word will draw from the same figures."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

from cxstudio.drawing.qt import JAPANESE, LATIN
from cxstudio.report.charts.data import (
    LETTERS,
    Axis,
    Band,
    BarChart,
    Bars,
    Chart,
    Ground,
    Note,
    Point,
    Scatter,
    Series,
    Shade,
    Side,
    Stroke,
)
from cxstudio.report.docx.palette import STANDARD, Palette

SCALE = 2
"""Pixels of the picture for one of the preview: sharp on dense screens."""
_ZERO = dt.date(1899, 12, 30)
_POINT_MM = 25.4 / 72
_TINTS: dict[Shade, Shade] = {"petrol": "petrol_tint", "orange": "orange_tint", "ink2": "pale"}
_LINE = 1.25 * _POINT_MM
"""Millimetres of a line for each point of its letters."""


def chart_image(chart: Chart, width_mm: float, mm: float, palette: Palette = STANDARD) -> QImage:
    """The chart `width_mm` wide at `mm` pixels for a millimetre, in the colours of the report."""
    size = round(width_mm * mm * SCALE), round(chart.height_mm * mm * SCALE)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(mm * SCALE, mm * SCALE)
    _Plot(painter, chart, width_mm, palette).paint()
    painter.end()
    return image


def _named(shade: Shade) -> Shade:
    """The shade of words on a colour's behalf: mid tones are no text."""
    known: dict[str, Shade] = {"orange": "orange", "petrol": "petrol"}
    return known.get(shade.partition("_")[0], "ink2")


class _Plot:
    """One painting; lengths in millimetres."""

    def __init__(self, painter: QPainter, chart: Chart, width: float, palette: Palette) -> None:
        self._palette = palette
        left, top, right, bottom = chart.room
        self._painter, self._chart = painter, chart
        self._area = QRectF(left, top, width - left - right, chart.height_mm - top - bottom)
        font = QFont()
        font.setFamilies([LATIN, JAPANESE])
        font.setPixelSize(10)
        self._font = font

    def _ink(self, shade: Shade) -> QColor:
        return QColor("#FFFFFF" if shade == "paper" else f"#{getattr(self._palette, shade)}")

    def paint(self) -> None:
        chart = self._chart
        for note in chart.notes:
            if isinstance(note, Ground):
                ends = QRectF(self._at(*note.begin), self._at(*note.end))
                self._painter.fillRect(ends, self._ink(_TINTS[_named(note.shade)]))
        if isinstance(chart, Scatter):
            self._scatter(chart)
        elif isinstance(chart, Band):
            self._band(chart)
        else:
            self._bars(chart)
        for note in chart.notes:
            if isinstance(note, Note):
                self._note(note)
            elif isinstance(note, Stroke):
                self._stroke(note)

    # ── Points ────────────────────────────────────────────────────────────────────────────

    def _scatter(self, chart: Scatter) -> None:
        self._axis(chart.upwards, upright=True)
        self._axis(chart.across, upright=False)
        for series in chart.series:
            self._line(chart, series)
        for series in chart.series:
            for point in series.points:
                self._point(chart, series, point)

    def _place(self, chart: Scatter, x: float, y: float) -> QPointF:
        return QPointF(self._along(chart.across, x, False), self._along(chart.upwards, y, True))

    def _along(self, axis: Axis, value: float, upright: bool) -> float:
        share, area = axis.share(value), self._area
        return (
            area.bottom() - share * area.height() if upright else area.left() + share * area.width()
        )

    def _line(self, chart: Scatter, series: Series) -> None:
        if series.line == "none":
            return
        dashed = series.line == "dashed"
        self._pen(series.shade, 0.25 if series.line == "thin" else 0.45, dashed=dashed)
        places = [self._place(chart, point.x, point.y) for point in series.points]
        for one, other in pairwise(places):
            self._painter.drawLine(one, other)

    def _point(self, chart: Scatter, series: Series, point: Point) -> None:
        place = self._place(chart, point.x, point.y)
        self._pen(series.whisker or series.shade, 0.4)
        if point.x_ends:
            low, high = chart.across.low, chart.across.high
            ends = (self._place(chart, min(max(x, low), high), point.y) for x in point.x_ends)
            self._painter.drawLine(QLineF(*ends))
        if point.y_ends:
            ends = (self._place(chart, point.x, end) for end in point.y_ends)
            self._painter.drawLine(QLineF(*ends))
        half = 0.0
        if series.marks:
            half = series.mark_points * _POINT_MM / 2
            self._dot(place, half, series.shade, hollow=point.hollow)
        if point.named:
            shade = _named(series.shade)
            self._words(series.name, place, point.side, shade, half + 0.8, LETTERS, bold=True)

    def _dot(self, place: QPointF, half: float, shade: Shade, *, hollow: bool = False) -> None:
        self._pen(shade if hollow else "paper", 0.4)
        self._painter.setBrush(self._ink("paper" if hollow else shade))
        self._painter.drawEllipse(place, half, half)

    def _band(self, chart: Band) -> None:
        self._axis(chart.axis, upright=True)
        across = Axis(0, len(chart.line) - 1, 1)

        def at(month: int, value: float) -> QPointF:
            x = self._along(across, month, upright=False)
            return QPointF(x, self._along(chart.axis, value, upright=True))

        ends = (*enumerate(chart.high), *reversed([*enumerate(chart.low)]))
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(self._ink("petrol_tint"))
        self._painter.drawPolygon(QPolygonF([at(*end) for end in ends]))
        self._pen("petrol", 0.6)
        self._painter.drawPolyline(QPolygonF([at(*end) for end in enumerate(chart.line)]))
        for month in chart.marks:
            place = at(month, chart.line[month])
            self._dot(place, 1.05, "petrol")
            under = QPointF(place.x(), self._area.bottom() + 1)
            self._words(chart.categories[month], under, "bottom", "ink3", 0.0, LETTERS)
        self._title(chart.title)

    # ── Words and lines at places of their own ────────────────────────────────────────────

    def _at(self, across: float, down: float) -> QPointF:
        area = self._area
        return QPointF(area.left() + across * area.width(), area.top() + down * area.height())

    def _note(self, note: Note) -> None:
        place = self._at(note.across, note.down) + QPointF(note.right_mm, note.down_mm)
        self._words(note.text, place, note.side, note.shade, 0.0, note.size, bold=note.bold)

    def _stroke(self, stroke: Stroke) -> None:
        self._pen(stroke.shade, stroke.points * _POINT_MM)
        first, last = self._at(*stroke.begin), self._at(*stroke.end)
        begin, end = stroke.down_mm
        self._painter.drawLine(first + QPointF(0, begin), last + QPointF(0, end))

    def _words(
        self, text: str, place: QPointF, side: Side, shade: Shade, away: float, size: float,
        *, bold: bool = False,
    ) -> None:  # fmt: skip
        lines, tall = text.split("\n"), size * _LINE
        top = place.y() - tall * len(lines) / 2
        if side in ("top", "bottom"):
            top = place.y() - away - tall * len(lines) if side == "top" else place.y() + away
        for number, line in enumerate(lines):
            box = QRectF(place.x() + away, top + number * tall, 60, tall)
            lean = Qt.AlignmentFlag.AlignLeft
            if side == "left":
                box.moveRight(place.x() - away)
                lean = Qt.AlignmentFlag.AlignRight
            elif side != "right":
                box.moveCenter(QPointF(place.x(), box.center().y()))
                lean = Qt.AlignmentFlag.AlignHCenter
            self._write(box, line, lean, shade, bold=bold, size=size)

    # ── Bars ──────────────────────────────────────────────────────────────────────────────

    def _bars(self, chart: BarChart) -> None:
        self._axis(chart.axis, upright=not chart.lying)
        room = self._area.height() if chart.lying else self._area.width()
        pitch = room / max(1, len(chart.categories))
        wide = pitch / (1 + chart.gap / 100)
        first = self._area.top() if chart.lying else self._area.left()
        for place in range(len(chart.categories)):
            begin = chart.start
            for bars in chart.bars:
                self._bar(chart, bars, place, (first + pitch * (place + 0.5), wide), begin)
                begin += (bars.values[place] or 0.0) if chart.stacked else 0.0
        begin = self._along(chart.axis, chart.start, upright=not chart.lying)
        self._pen("ink" if chart.lying else "ink3", 0.5 if chart.lying else 0.25)
        ends = (self._area.topLeft(), self._area.bottomRight())
        if chart.lying:
            self._painter.drawLine(*(QPointF(begin, end.y()) for end in ends))
        else:
            self._painter.drawLine(*(QPointF(end.x(), begin) for end in ends))

    def _bar(
        self, chart: BarChart, bars: Bars, place: int, at: tuple[float, float], start: float
    ) -> None:
        value = bars.values[place]
        shade = bars.shades[place] if bars.shades else bars.shade
        if value is None:
            return
        middle, wide = at
        ends = (start, start + value if chart.stacked else value)
        begin, end = (self._along(chart.axis, v, not chart.lying) for v in ends)
        box = QRectF(QPointF(begin, middle - wide / 2), QPointF(end, middle + wide / 2))
        if not chart.lying:
            box = QRectF(QPointF(middle - wide / 2, begin), QPointF(middle + wide / 2, end))
        self._painter.fillRect(box.normalized(), self._ink(shade))
        if not (bars.form and chart.lying and chart.is_told(value)):
            return
        digits = len(bars.form.partition(";")[0].partition(".")[2])
        text = f"{value:,.{digits}f}".replace("-", "−")
        if chart.stacked:
            self._words(text, box.center(), "centre", bars.ink, 0.0, LETTERS, bold=True)
        else:
            side: Side = "right" if value >= chart.start else "left"
            self._words(text, QPointF(end, middle), side, "ink2", 1.0, LETTERS, bold=place == 0)

    # ── Axes and words ────────────────────────────────────────────────────────────────────

    def _title(self, text: str) -> None:
        area = self._area
        box = QRectF(area.left(), area.bottom() + 6, area.width(), 3.6)
        self._write(box, text, Qt.AlignmentFlag.AlignHCenter, "ink2", bold=True)

    def _axis(self, axis: Axis, *, upright: bool) -> None:
        if not axis.shown:
            return
        area, value = self._area, axis.low
        while value <= axis.high + axis.step * 1e-6:
            at = self._along(axis, value, upright)
            if axis.lines:
                self._pen("ink3" if abs(value) < axis.step * 1e-6 else "hairline", 0.18)
                ends = (area.topLeft(), area.bottomRight())
                self._painter.drawLine(
                    *(QPointF(e.x(), at) if upright else QPointF(at, e.y()) for e in ends)
                )
            if upright:
                box, side = QRectF(0, at - 1.6, area.left() - 1.5, 3.2), Qt.AlignmentFlag.AlignRight
            else:
                box, side = (
                    QRectF(at - 15, area.bottom() + 1, 30, 3.2),
                    Qt.AlignmentFlag.AlignHCenter,
                )
            self._write(box, _shown(axis, value), side, "ink3")
            value += axis.step
        if not upright:
            self._title(axis.title)
        elif axis.title:
            self._painter.save()
            self._painter.translate(1.8, area.center().y())
            self._painter.rotate(-90)
            box = QRectF(-area.height() / 2 - 8, -1.8, area.height() + 16, 3.6)
            self._write(box, axis.title, Qt.AlignmentFlag.AlignHCenter, "ink2", bold=True)
            self._painter.restore()

    def _pen(self, shade: Shade, width: float, *, dashed: bool = False) -> None:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        cap = Qt.PenCapStyle.FlatCap
        self._painter.setPen(QPen(self._ink(shade), width, style, cap))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _write(
        self, box: QRectF, text: str, side: Qt.AlignmentFlag, shade: Shade, *, bold: bool = False,
        size: float = LETTERS,
    ) -> None:  # fmt: skip
        """Words of so many points; fonts count in pixels, so words are set large, then small."""
        small = size * _POINT_MM / self._font.pixelSize()
        painter = self._painter
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(small, small)
        self._font.setBold(bold)
        painter.setFont(self._font)
        painter.setPen(self._ink(shade))
        whole = QRectF(0, 0, box.width() / small, box.height() / small)
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(whole, int(flags), text)
        painter.restore()


def _shown(axis: Axis, value: float) -> str:
    """The value as the axis's number format shows it, of those formats that charts here have."""
    if "y" in axis.form:
        day = _ZERO + dt.timedelta(days=round(value))
        if "m" not in axis.form:
            return str(day.year)
        return f"{day.year}年{day.month}月" if "年" in axis.form else day.strftime("%b %Y")
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")
