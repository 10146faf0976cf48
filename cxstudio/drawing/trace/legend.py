"""What the signs of the graph mean, in one line: marks of backing, dead ends, groups, lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.marks import paint_mark
from cxstudio.drawing.trace.look import Look
from cxstudio.i18n import N_
from cxstudio.model.chain import STRENGTHS, Strength

SIGN, BESIDE, BETWEEN, PARTS = 22.0, 6.0, 16.0, 12.0
MARK = 12.0
MARK_WORDS: dict[Strength, str] = {
    "strong": N_("3 and more sources"),
    "fair": N_("two"),
    "thin": N_("one"),
    "none": N_("assumption"),
}
SIGN_WORDS = {
    "error": N_("no evidence"),
    "warning": N_("the chain breaks off"),
    "group": N_("folded group"),
    "lines": N_("a thicker line: more links"),
}


class Entry(NamedTuple):
    """A sign, its words, and where it begins."""

    sign: str
    words: str
    x: float
    width: float

    @property
    def right(self) -> float:
        return self.x + self.width


def entries(look: Look) -> Iterator[Entry]:
    """All signs one after the other from x = 0."""
    x = 0.0
    for sign, english in ({k: MARK_WORDS[k] for k in reversed(STRENGTHS)} | SIGN_WORDS).items():
        words = look.words(english)
        x += PARTS if sign in ("error", "group", "lines") else 0.0
        width = (MARK if sign in STRENGTHS else SIGN) + BESIDE + text_width(words, look.small)
        yield Entry(sign, words, x, width)
        x += width + BETWEEN


def paint_legend(painter: QPainter, look: Look, middle: float, room: float) -> None:
    """Paint the signs that have room in a line about this height, from the painter's origin."""
    for entry in entries(look):
        if entry.right > room:
            return
        _paint_sign(painter, entry, middle, look)
        x = entry.right - text_width(entry.words, look.small)
        top = middle - look.small.line / 2
        write(painter, x, top, entry.words, look.small, look.colour("text_3"))


def _paint_sign(painter: QPainter, entry: Entry, middle: float, look: Look) -> None:
    x = entry.x
    if entry.sign in STRENGTHS:
        paint_mark(painter, QRectF(x, middle - MARK / 2, MARK, MARK), entry.sign, look.theme)
    elif entry.sign == "lines":
        for height, width in ((-4.0, 1.0), (4.0, 2.2)):
            painter.setPen(QPen(look.colour("control_line"), width))
            path = QPainterPath()
            path.moveTo(x, middle + height)
            path.cubicTo(
                x + 11, middle + height, x + 11, middle + height - 3, x + SIGN, middle + height - 3
            )
            painter.strokePath(path, painter.pen())
    elif entry.sign == "group":
        painter.setPen(QPen(look.colour("control_line"), 1))
        painter.setBrush(look.colour("surface"))
        box = QRectF(x + 1.5, middle - 6.5, SIGN - 3, 9)
        painter.drawRoundedRect(box.adjusted(2, 4, -2, 3), 3, 3)
        painter.drawRoundedRect(box, 3, 3)
    else:
        _paint_stub(painter, x + 4, middle, look, entry.sign)


def _paint_stub(painter: QPainter, x: float, middle: float, look: Look, role: str) -> None:
    """The line that ends at a bar: to the left where a base is missing, else to the right."""
    left = role == "error"
    bar, end = (x, x + 14) if left else (x + 14, x)
    pen = QPen(look.colour(role), 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(bar, middle, end, middle))
    pen.setWidthF(2.0)
    painter.setPen(pen)
    painter.drawLine(QLineF(bar, middle - 6, bar, middle + 6))
