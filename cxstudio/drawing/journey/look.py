"""How a map is coloured: roles of the theme on screen, the report's few colours in print."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF

from cxstudio.drawing import tokens
from cxstudio.drawing.charts.figure import STANDARD, Palette
from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.map import CardData, Id, LaneKind
from cxstudio.drawing.journey.measure import baseline, font
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.text import Line, Run, Type
from cxstudio.drawing.printed import printed
from cxstudio.drawing.tokens import Fill, Theme

STICKY_OF_LANE: Mapping[LaneKind, str] = MappingProxyType(
    {
        "actions": "stone",
        "touchpoints": "aqua",
        "thoughts": "lilac",
        "pain_points": "orange",
        "opportunities": "green",
        "moments_of_truth": "rose",
        "front_stage": "stone",
        "back_stage": "blue",
        "support": "blue",
        "departments": "stone",
    }
)


@dataclass(frozen=True)
class Look:
    """Measures, theme and pictures that the painters of the parts share.

    The curves of personas in `faint` are dimmed, because a filter is looking for others. In print
    the colours are those of `palette`, the document's.
    """

    metrics: Metrics
    theme: Theme = "light"
    pictures: Mapping[str, QImage] = field(default_factory=dict)
    faint: Collection[Id] = frozenset()
    palette: Palette = STANDARD

    @property
    def printed(self) -> bool:
        """Whether this is the report's style; it is always light."""
        return self.metrics.style == "print"

    def colour(self, role: str) -> QColor:
        """The colour of a role; "" is text, "missing" what ought to be there and is not."""
        role = role or "text"
        return printed(role, self.palette) if self.printed else _shown(role, self.theme)

    def card(self, card: CardData, kind: LaneKind) -> Fill:
        """Ground and text of a sticky card: its own colour, else that of its lane."""
        name = card.colour if card.colour in tokens.STICKIES else STICKY_OF_LANE.get(kind, "yellow")
        return tokens.sticky(name, self.theme)


@cache
def _shown(role: str, theme: Theme) -> QColor:
    role = {"missing": "negative", "code": "text_3"}.get(role, role)
    return QColor(tokens.colour(role, theme))


def qrect(rect: Rect) -> QRectF:
    """The rectangle as Qt has it."""
    return QRectF(rect.x, rect.y, rect.width, rect.height)


def write(painter: QPainter, x: float, y: float, text: str, kind: Type, colour: QColor) -> None:
    """Write one line of text; y is the top of its line."""
    painter.setFont(font(kind))
    painter.setPen(colour)
    painter.drawText(QPointF(x, y + baseline(kind)), text)


def write_lines(
    painter: QPainter,
    x: float,
    y: float,
    lines: tuple[Line, ...],
    tones: Mapping[str, QColor],
    palette: Palette = STANDARD,
) -> None:
    """Write lines that were broken before, each piece in the colour of its tone; boxed codes are
    as on paper."""
    left = x
    for line in lines:
        x = left + _box_room(line)
        for piece in line.pieces:
            if piece.run.tag in SIGNS:
                place = QRectF(x + piece.x, y, piece.run.type.size, line.height)
                paint_sign(painter, place, piece.run.tag == "met", tones[piece.run.tone])
                continue
            if piece.run.tag:
                place = QRectF(x + piece.x, y, piece.width, line.height)
                _write_tag(painter, place, piece.run, palette)
                continue
            dy = _drop(line, piece.run.type)
            colour = tones.get(piece.run.tone, tones[""])
            write(painter, x + piece.x, y + dy, piece.run.text, piece.run.type, colour)
        y += line.height


def _box_room(line: Line) -> float:
    """How far a line is moved in whose first piece is in a box, so that the box begins there."""
    first = line.pieces[0].run if line.pieces else None
    return first.type.size * BOX_PAD if first and first.tag in TAGS else 0.0


def _drop(line: Line, kind: Type) -> float:
    """Types of different size on one line stand on the baseline of the largest."""
    largest = max((piece.run.type for piece in line.pieces), key=lambda t: t.size)
    return baseline(largest._replace(line=int(line.height))) - baseline(kind)


BOX_PAD = 0.28  # of the size of type, between a code and its box
TAGS = {
    "evidence": ("accent", "accent_ground", ""),
    "single": ("missing", "", "missing"),
    "none": ("text_2", "", "text_3"),
}


SIGNS = ("met", "short")


def signs(look: Look) -> dict[str, QColor]:
    """The colours of the signs of a target, by tone."""
    return {"met": look.colour("positive"), "short": look.colour("negative")}


def paint_sign(painter: QPainter, place: QRectF, met: bool, colour: QColor) -> None:
    """On target: a full disc with a tick. Short of it: a hollow triangle that stands on its tip."""
    side = place.width()
    centre = QPointF(place.x() + side / 2, place.center().y())
    painter.setPen(QPen(colour, side * 0.12))
    painter.setBrush(colour if met else Qt.BrushStyle.NoBrush)
    if not met:
        corners = ((-0.42, -0.34), (0.42, -0.34), (0.0, 0.4))
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) * side for x, y in corners]))
        return
    painter.drawEllipse(centre, side * 0.42, side * 0.42)
    painter.setPen(QPen(QColor("#FFFFFF" if colour.lightness() < 150 else "#101010"), side * 0.13))
    tick = ((-0.2, 0.02), (-0.05, 0.17), (0.21, -0.15))
    painter.drawPolyline(QPolygonF([centre + QPointF(x, y) * side for x, y in tick]))


def _write_tag(painter: QPainter, rect: QRectF, run: Run, palette: Palette) -> None:
    """A boxed evidence code as the report sets it: tint, orange line, or dotted grey line."""
    ink, ground, edge = TAGS[run.tag]
    small = run.type
    pad = small.size * BOX_PAD
    box = QRectF(rect.x() - pad, 0, rect.width() + 2 * pad, small.size * 1.32)
    box.moveTop(rect.center().y() - box.height() / 2)
    if ground:
        painter.fillRect(box, printed(ground, palette))
    if edge:
        _outline(painter, box, printed(edge, palette), dotted=run.tag == "none")
    top = box.center().y() - small.line / 2
    write(painter, rect.x(), top, run.text, small, printed(ink, palette))


def _outline(painter: QPainter, box: QRectF, colour: QColor, dotted: bool) -> None:
    pen = QPen(colour, 5)
    if dotted:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box)
