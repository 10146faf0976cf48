"""A chart of the report for the preview: what Word will draw from the same figures."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from cxstudio.drawing.qt import JAPANESE, LATIN
from cxstudio.report.chart import Axis, BarChart, Bars, Chart, Point, Scatter, Series, Shade
from cxstudio.report.docx.palette import STANDARD

SCALE = 2
"""Pixels of the picture for one of the preview: sharp on dense screens."""
_ZERO = dt.date(1899, 12, 30)
_POINT_MM = 25.4 / 72
_LETTERS = 7.5
_WORDS: dict[str, Shade] = {"orange": "orange", "petrol": "petrol"}


def chart_image(chart: Chart, width_mm: float, mm: float) -> QImage:
    """The chart `width_mm` wide at `mm` pixels for a millimetre."""
    size = round(width_mm * mm * SCALE), round(chart.height_mm * mm * SCALE)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(mm * SCALE, mm * SCALE)
    _Plot(painter, chart, width_mm).paint()
    painter.end()
    return image


def _ink(shade: Shade) -> QColor:
    return QColor("#FFFFFF" if shade == "paper" else f"#{getattr(STANDARD, shade)}")


class _Plot:
    """One painting; lengths in millimetres."""

    def __init__(self, painter: QPainter, chart: Chart, width: float) -> None:
        left, top, right, bottom = chart.room
        self._painter, self._chart = painter, chart
        self._area = QRectF(left, top, width - left - right, chart.height_mm - top - bottom)
        font = QFont()
        font.setFamilies([LATIN, JAPANESE])
        font.setPixelSize(10)
        self._font = font

    def paint(self) -> None:
        if isinstance(self._chart, Scatter):
            self._scatter(self._chart)
        else:
            self._bars(self._chart)

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
        share = (value - axis.low) / ((axis.high - axis.low) or 1)
        area = self._area
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
        shade = point.shade or series.shade
        self._pen(point.whisker or shade, 0.3)
        if point.x_ends:
            ends = (self._place(chart, end, point.y) for end in point.x_ends)
            self._painter.drawLine(QLineF(*ends))
        if point.y_ends:
            ends = (self._place(chart, point.x, end) for end in point.y_ends)
            self._painter.drawLine(QLineF(*ends))
        half = 0.0
        if series.marks:
            half = (point.size or series.mark_points) * _POINT_MM / 2
            self._pen(shade, 0.35)
            self._painter.setBrush(_ink("hairline" if point.hollow else shade))
            self._painter.drawEllipse(place, half, half)
        if point.label:
            self._beside(point, place, half, shade)

    def _beside(self, point: Point, place: QPointF, half: float, shade: Shade) -> None:
        lines = point.label.split("\n")
        tall = len(lines) * 3.2
        top = place.y() - tall / 2 + point.down_mm
        if point.side in ("top", "bottom"):
            top = place.y() - half - tall if point.side == "top" else place.y() + half
        for number, text in enumerate(lines):
            box = QRectF(place.x() + half + 0.8, top + number * 3.2, 60, 3.2)
            side = Qt.AlignmentFlag.AlignLeft
            if point.side == "left":
                box.moveRight(place.x() - half - 0.8)
                side = Qt.AlignmentFlag.AlignRight
            elif point.side != "right":
                box.moveCenter(QPointF(place.x(), box.center().y()))
                side = Qt.AlignmentFlag.AlignHCenter
            named = shade.partition("_")[0]
            ink: Shade = (
                "orange" if named == "orange" else "petrol" if named == "petrol" else "ink2"
            )
            self._write(box, text.strip("\u2002"), side, ink, bold=number == 0)

    # ── Bars ──────────────────────────────────────────────────────────────────────────────

    def _bars(self, chart: BarChart) -> None:
        self._axis(chart.axis, upright=not chart.lying)
        room = self._area.height() if chart.lying else self._area.width()
        pitch = room / max(1, len(chart.categories))
        wide = pitch / (1 + chart.gap / 100)
        for place, name in enumerate(chart.categories):
            middle = (self._area.top() if chart.lying else self._area.left()) + pitch * (
                place + 0.5
            )
            for bars in chart.bars:
                self._bar(chart, bars, place, (middle, wide))
            if place % chart.label_every == 0:
                self._name(chart, name, middle)

    def _bar(self, chart: BarChart, bars: Bars, place: int, at: tuple[float, float]) -> None:
        value = bars.values[place]
        shade = bars.shades[place] if bars.shades else bars.shade
        if value is None or shade is None:
            return
        middle, wide = at
        zero, end = (self._along(chart.axis, v, not chart.lying) for v in (0.0, value))
        box = QRectF(QPointF(zero, middle - wide / 2), QPointF(end, middle + wide / 2))
        if not chart.lying:
            box = QRectF(QPointF(middle - wide / 2, zero), QPointF(middle + wide / 2, end))
        self._painter.fillRect(box.normalized(), _ink(shade))
        if bars.labels and bars.labels[place] and chart.lying:
            right = value >= 0
            words = QRectF(end + 1, middle - 1.6, 30, 3.2)
            side = Qt.AlignmentFlag.AlignLeft
            if not right:
                words.moveRight(end - 1)
                side = Qt.AlignmentFlag.AlignRight
            self._write(words, bars.labels[place], side, "ink2")

    def _name(self, chart: BarChart, name: str, middle: float) -> None:
        if chart.lying:
            box = QRectF(0, middle - 1.6, self._area.left() - 2, 3.2)
            self._write(box, name, Qt.AlignmentFlag.AlignRight, "ink2")
        else:
            box = QRectF(middle - 15, self._area.bottom() + 1, 30, 3.2)
            self._write(box, name, Qt.AlignmentFlag.AlignHCenter, "ink3")

    # ── Axes and words ────────────────────────────────────────────────────────────────────

    def _axis(self, axis: Axis, *, upright: bool) -> None:
        area, value = self._area, axis.low
        while value <= axis.high + axis.step * 1e-6:
            at = self._along(axis, value, upright)
            if axis.lines and upright:
                self._pen("ink3" if abs(value) < axis.step * 1e-6 else "hairline", 0.18)
                self._painter.drawLine(QPointF(area.left(), at), QPointF(area.right(), at))
            if upright:
                box, side = QRectF(0, at - 1.6, area.left() - 1.5, 3.2), Qt.AlignmentFlag.AlignRight
            else:
                box, side = (
                    QRectF(at - 15, area.bottom() + 1, 30, 3.2),
                    Qt.AlignmentFlag.AlignHCenter,
                )
            self._write(box, _shown(axis, value), side, "ink3")
            value += axis.step
        if axis.title and not upright:
            box = QRectF(area.left(), area.bottom() + 6, area.width(), 3.6)
            self._write(box, axis.title, Qt.AlignmentFlag.AlignHCenter, "ink2", bold=True)
        elif axis.title:
            self._painter.save()
            self._painter.translate(1.8, area.center().y())
            self._painter.rotate(-90)
            box = QRectF(-area.height() / 2 - 8, -1.8, area.height() + 16, 3.6)
            self._write(box, axis.title, Qt.AlignmentFlag.AlignHCenter, "ink2", bold=True)
            self._painter.restore()

    def _pen(self, shade: Shade, width: float, *, dashed: bool = False) -> None:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        self._painter.setPen(QPen(_ink(shade), width, style))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)

    def _write(
        self, box: QRectF, text: str, side: Qt.AlignmentFlag, shade: Shade, *, bold: bool = False
    ) -> None:
        """Words of 7.5 points; fonts count in pixels, so they are written large and made small."""
        small = _LETTERS * _POINT_MM / self._font.pixelSize()
        painter = self._painter
        painter.save()
        painter.translate(box.topLeft())
        painter.scale(small, small)
        self._font.setBold(bold)
        painter.setFont(self._font)
        painter.setPen(_ink(shade))
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
