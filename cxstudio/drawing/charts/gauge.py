"""The score on a half circle from −100 to 100, its interval a wider pale band; and who gave it."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxstudio import formats
from cxstudio.analysis.survey.nps import Nps
from cxstudio.drawing import tokens
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.text import Type
from cxstudio.drawing.tokens import Theme
from cxstudio.i18n import catalogue

SMALL, BOLD, FIGURE = Type(12, 16, 400), Type(12, 16, 600), Type(40, 48, 600)
TRACK, BAND, NEEDLE = 14.0, 24.0, 36.0
BAR, PART_GAP = 10.0, 2.0
LOWEST, HIGHEST = -100.0, 100.0


def paint_gauge(
    painter: QPainter, rect: QRectF, score: Nps, theme: Theme = "light", language: str = "en"
) -> None:
    """Paint the half circle with the score large under it and the interval in words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = min(rect.width() / 2 - NEEDLE / 2, rect.height() - 2 * SMALL.line - NEEDLE / 2)
    middle = QPointF(rect.center().x(), rect.top() + NEEDLE / 2 + radius)
    dial = _Dial(middle, radius)
    _arc(painter, dial, LOWEST, HIGHEST, TRACK, _ink("line", theme), Qt.PenCapStyle.RoundCap)
    if score.score is not None and score.low is not None and score.high is not None:
        band = _ink("accent", theme)
        band.setAlphaF(0.28)
        _arc(painter, dial, 0, score.score, TRACK, _ink("accent", theme))
        _arc(painter, dial, score.low, score.high, BAND, band)
        painter.setPen(QPen(_ink("text", theme), 2.5, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(
            QLineF(dial.at(score.score, -NEEDLE / 2), dial.at(score.score, NEEDLE / 2))
        )
    _write_figures(painter, dial, score, theme, language)
    painter.restore()


class _Dial:
    """Where values stand on the half circle."""

    def __init__(self, middle: QPointF, radius: float) -> None:
        self.middle, self.radius = middle, radius
        self.square = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)

    def degrees(self, value: float) -> float:
        """180 at the lowest value, 0 at the highest."""
        return 180 * (HIGHEST - value) / (HIGHEST - LOWEST)

    def at(self, value: float, out: float = 0) -> QPointF:
        """The point of a value, `out` outside the circle."""
        angle = self.degrees(value) * pi / 180
        away = self.radius + out
        return QPointF(self.middle.x() + away * cos(angle), self.middle.y() - away * sin(angle))


def _arc(
    painter: QPainter,
    dial: _Dial,
    first: float,
    last: float,
    width: float,
    colour: QColor,
    cap: Qt.PenCapStyle = Qt.PenCapStyle.FlatCap,
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width, c=cap))
    start, end = dial.degrees(first), dial.degrees(last)
    painter.drawArc(dial.square, round(start * 16), round((end - start) * 16))


def _write_figures(painter: QPainter, dial: _Dial, score: Nps, theme: Theme, language: str) -> None:
    gettext = catalogue(language).gettext
    middle, bottom = dial.middle.x(), dial.middle.y()
    if score.score is None:
        _centred(painter, middle, bottom - SMALL.line, gettext("No answers"), SMALL, theme)
        return
    _centred(painter, middle, dial.at(0, -TRACK / 2).y() + 4, "0", SMALL, theme, "text_3")
    figure = formats.number(score.score, 1)
    _centred(painter, middle, bottom - FIGURE.line - 8, figure, FIGURE, theme, "text")
    interval = gettext("95 % interval {low} to {high}").format(
        low=formats.number(score.low or 0, 1), high=formats.number(score.high or 0, 1)
    )
    _centred(painter, middle, bottom + 2, interval, SMALL, theme, "text_2")
    for value, text in ((LOWEST, f"{formats.MINUS}100"), (HIGHEST, "+100")):
        _centred(painter, dial.at(value).x(), bottom + TRACK / 2 + 2, text, SMALL, theme, "text_3")


def _centred(
    painter: QPainter,
    x: float,
    y: float,
    text: str,
    kind: Type,
    theme: Theme,
    role: str = "text_2",
) -> None:
    write(painter, x - text_width(text, kind) / 2, y, text, kind, _ink(role, theme))


def paint_people(
    painter: QPainter, rect: QRectF, score: Nps, theme: Theme = "light", language: str = "en"
) -> None:
    """Paint a bar of detractors, passives and promoters, their shares and names under it."""
    if not score.n:
        return
    gettext = catalogue(language).gettext
    bad, good = tokens.chart(theme)[1], tokens.score(100, theme).fill
    parts = (
        (score.detractors, bad, gettext("Detractors")),
        (score.passives, tokens.colour("line_strong", theme), gettext("Passives")),
        (score.promoters, good, gettext("Promoters")),
    )
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left, room = rect.left(), rect.width() - 2 * PART_GAP
    for number, (count, colour, name) in enumerate(parts):
        share = count / score.n
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(left, rect.top(), room * share, BAR), 2, 2)
        _name_part(painter, rect, number, f"{formats.number(100 * share, 1)} %", name, theme)
        left += room * share + PART_GAP
    painter.restore()


def _name_part(
    painter: QPainter, rect: QRectF, number: int, share: str, name: str, theme: Theme
) -> None:
    """Share and name under the bar: left, in the middle, right."""
    for text, kind, role, top in ((share, BOLD, "text", 6), (name, SMALL, "text_2", 22)):
        x = rect.left() + (rect.width() - text_width(text, kind)) * number / 2
        write(painter, x, rect.top() + BAR + top, text, kind, _ink(role, theme))


def _ink(role: str, theme: Theme) -> QColor:
    return QColor(tokens.colour(role, theme))
