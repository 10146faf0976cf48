"""Painting around the words: tints of marks, times, speakers, headings and chips."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextBlock, QTextLine

from cxstudio.ui import theme
from cxstudio.ui.editors.interviews import spacing
from cxstudio.ui.editors.interviews.clock import short
from cxstudio.ui.editors.interviews.marks import Mark
from cxstudio.ui.editors.interviews.notes import Line
from cxstudio.ui.evidence.feelings import LOOKS, feeling_word


@dataclass(frozen=True)
class Tint:
    """A marked stretch of one block, in characters of the document."""

    begins: int
    ends: int
    sentiment: int
    opened: bool
    level: int  # overlapping marks have their lines one below the other


def bands(block: QTextBlock, top: QPointF, begins: int, ends: int) -> Iterable[QRectF]:
    """The stretch of a block as one rectangle in each of its lines."""
    layout = block.layout()
    height = theme.line_height("reading")
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        b, e = max(begins, first), min(ends, last)
        if b < e:
            left, right = _x(line, b), _x(line, e)
            base = top.y() + line.y() + line.ascent()
            yield QRectF(top.x() + left, base - height * 0.68, right - left, height * 0.92)


def _x(line: QTextLine, place: int) -> float:
    found = line.cursorToX(place)
    return float(found[0])  # type: ignore[index]  # a pair, unlike its stub


def baseline(block: QTextBlock, top: QPointF) -> float:
    """Where the first line of a block stands."""
    line = block.layout().lineAt(0)
    return top.y() + line.y() + line.ascent()


def paint_tint(painter: QPainter, block: QTextBlock, top: QPointF, tint: Tint) -> None:
    look = LOOKS[tint.sentiment]
    ground, line = theme.colour(look.ground), theme.colour(look.line)
    if tint.opened:
        ground = _mixed(ground, line, 0.18)
    thick = theme.px(2)
    for band in bands(block, top, tint.begins, tint.ends):
        painter.fillRect(band, ground)
        low = band.bottom() - thick + tint.level * (thick + 1)
        painter.fillRect(QRectF(band.left(), low, band.width(), thick), line)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    pairs = (
        (one.red(), other.red()),
        (one.green(), other.green()),
        (one.blue(), other.blue()),
    )
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


def paint_margin(painter: QPainter, line: Line, base: float, left: float, person: bool) -> None:
    """The time, and the speaker before the words."""
    if line.seconds is not None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_3"))
        painter.drawText(QPointF(theme.px(16), base), short(line.seconds))
    if line.speaker:
        font = theme.font("reading")
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.colour("text" if person else "text_2"))
        painter.drawText(QPointF(left, base), line.speaker)


def paint_heading(painter: QPainter, area: QRect, text: str, current: bool) -> None:
    painter.setFont(theme.font("code" if current else "small"))
    painter.setPen(theme.colour("accent" if current else "text_3"))
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, cut)


def paint_chips(painter: QPainter, area: QRectF, mark: Mark) -> None:
    """Code, feeling and themes in one row; themes without room are counted."""
    painter.setFont(theme.font("code"))
    painter.setPen(theme.colour("text_3"))
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, mark.code)
    left = area.left() + theme.px(50)
    look = LOOKS[mark.sentiment]
    colours = ("hover", "text_2") if mark.sentiment == 0 else (look.ground, look.line)
    left = _chip(painter, area, left, feeling_word(mark.sentiment), colours, look.icon)
    for number, name in enumerate(mark.themes):
        if left + _chip_width(name) > area.right():
            _chip(painter, area, left, f"+{len(mark.themes) - number}", ("hover", "text_2"))
            return
        left = _chip(painter, area, left, name, ("hover", "text_2"))


def _chip_width(text: str, icon: str = "") -> float:
    words = QFontMetricsF(theme.font("code")).horizontalAdvance(text)
    return words + theme.px(16 + (16 if icon else 0))


def _chip(
    painter: QPainter,
    area: QRectF,
    left: float,
    text: str,
    colours: tuple[str, str],
    icon: str = "",
) -> float:
    """Paints one chip; gives where the next begins."""
    ground, ink = colours
    rect = QRectF(left, area.top(), _chip_width(text, icon), area.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    inner = rect.adjusted(theme.px(8), 0, 0, 0)
    if icon:
        side = theme.px(12)
        place = QRect(round(inner.left()), round(rect.center().y() - side / 2), side, side)
        theme.paint_icon(painter, place, icon, ink)
        inner.setLeft(inner.left() + theme.px(16))
    painter.setPen(theme.colour(ink))
    painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)
    return rect.right() + theme.px(8)


def heading_area(top: float, left: float, width: float, below_heading: int = 12) -> QRect:
    """Where the heading above a block stands, `top` being the top of its first line."""
    height = theme.line_height("small")
    return QRect(round(left), round(top - theme.px(below_heading) - height), round(width), height)


def chip_area(bottom: float, left: float, width: float, row: int) -> QRectF:
    """Where a row of chips stands, `bottom` being the end of the words."""
    top = bottom + theme.px(spacing.ABOVE_CHIPS + row * spacing.ROW)
    return QRectF(left, top, width, theme.px(spacing.CHIP))
