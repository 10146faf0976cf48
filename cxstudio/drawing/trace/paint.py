"""Painting the graph, in the units of its layout: the same for screen, picture, SVG and PDF."""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from cxstudio.analysis.loose_ends import Fault
from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.icons import paint_icon
from cxstudio.drawing.journey.look import qrect, write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.marks import paint_mark
from cxstudio.drawing.trace.graph import Node
from cxstudio.drawing.trace.layout import Laid
from cxstudio.drawing.trace.look import Look, elided, on_two_lines, tone

Tone = Literal["rest", "lit", "chosen"]
INSET, MARK, TEXT_AT, RADIUS = 9.0, 12.0, 28.0, 8.0
STUB, STUB_BAR = 12.0, 12.0
READABLE = 0.55
"""The zoom under which words are shown as bars."""
CALM = 7.5
"""How visible links are together: the more there are, the fainter is each."""
WEIGHTS = ((1.0, 1.0), (1.0, 1.35), (1.5, 1.7), (2.2, 2.2))
"""Width and visibility of a link that stands for one, a few, many and very many."""
MANY = 2500
"""Links in sight from which on they are painted without smoothing, for speed."""


def paint_area(
    painter: QPainter,
    laid: Laid,
    area: Rect,
    look: Look,
    zoom: float = 1.0,
) -> None:
    """Paint what stands in an area of the graph, at rest; the ground is the caller's."""
    paint_links(painter, laid, laid.links_in(area), look, "rest")
    for node in laid.nodes_in(_wider(area)):
        paint_node(painter, laid.rects[node], laid.shown.nodes[node], look, "rest", zoom)


def paint_lit(
    painter: QPainter,
    laid: Laid,
    area: Rect,
    look: Look,
    nodes: frozenset[int],
    links: frozenset[tuple[int, int]],
    zoom: float = 1.0,
) -> None:
    """Paint the nodes and links of one chain in an area, above the others."""
    paint_links(painter, laid, [link for link in laid.links_in(area) if link in links], look, "lit")
    for node in laid.nodes_in(_wider(area)):
        if node in nodes:
            paint_node(painter, laid.rects[node], laid.shown.nodes[node], look, "lit", zoom)


def _wider(area: Rect) -> Rect:
    """With the room beside a node in which its dead end is marked."""
    return Rect(area.x - STUB, area.y, area.width + 2 * STUB, area.height)


# ── Links ─────────────────────────────────────────────────────────────────────────────────


def paint_links(
    painter: QPainter, laid: Laid, links: Iterable[tuple[int, int]], look: Look, tone: Tone
) -> None:
    """Calm curves; those that pass other columns are fainter and lie under the others."""
    wanted = list(links)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(wanted) <= MANY)
    pens = _pens(laid, look, tone)
    far = [link for link in wanted if _spans(laid, link) > 1]
    near = [link for link in wanted if _spans(laid, link) <= 1]
    for fainter, found in ((True, far), (False, near)):
        for link in found:
            count = laid.shown.links[link]
            painter.strokePath(_path(laid, link), pens[fainter, min(_weight(count), 3)])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _pens(laid: Laid, look: Look, tone: Tone) -> dict[tuple[bool, int], QPen]:
    """A pen for each weight, near and far; the more links there are, the fainter each."""
    pens = {}
    strength = 0.9 if tone == "lit" else min(0.6, CALM / sqrt(len(laid.shown.links) or 1))
    for fainter in (False, True):
        colour = look.colour("accent" if tone == "lit" else "control_line")
        for weight, (width, stronger) in enumerate(WEIGHTS):
            colour.setAlphaF(min(0.9, strength * stronger * (0.6 if fainter else 1.0)))
            width += 0.5 if tone == "lit" else 0.0
            pen = QPen(colour, width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pens[fainter, weight] = pen
    return pens


def _weight(count: int) -> int:
    return 0 if count == 1 else 1 if count < 5 else 2 if count < 15 else 3


def _spans(laid: Laid, link: tuple[int, int]) -> int:
    nodes = laid.shown.nodes
    return nodes[link[1]].column - nodes[link[0]].column


def _path(laid: Laid, link: tuple[int, int]) -> QPainterPath:
    way = laid.way(link)
    path = QPainterPath(QPointF(way[0].x1, way[0].y1))
    for curve in way:
        path.lineTo(curve.x1, curve.y1)
        path.cubicTo(curve.c1, curve.y1, curve.c2, curve.y2, curve.x2, curve.y2)
    return path


# ── Nodes ─────────────────────────────────────────────────────────────────────────────────


def paint_node(
    painter: QPainter, rect: Rect, node: Node, look: Look, tone: Tone, zoom: float = 1.0
) -> None:
    """One record: mark or icon, code, what it lacks, and its words; a group lies on others."""
    box = qrect(rect)
    edge = look.colour("line" if tone == "rest" else "accent")
    ground = look.colour("selected" if tone == "chosen" else "surface")
    if zoom < READABLE:
        _paint_small(painter, box, node, look, edge, ground, zoom)
        return
    painter.setPen(QPen(edge, 2.0 if tone == "chosen" else 1.0))
    painter.setBrush(ground)
    if node.count:
        painter.drawRoundedRect(box.adjusted(4.5, 6, -4.5, 3.5), RADIUS, RADIUS)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    lines = on_two_lines(node.words, look.small, int(box.width() - 2 * INSET))
    top = box.top() + (box.height() - (1 + len(lines)) * look.small.line) / 2
    _write_head(painter, box, top, node, look)
    for number, words in enumerate(lines, 1):
        place = top + number * look.small.line
        write(painter, box.left() + INSET, place, words, look.small, look.colour("text"))
    paint_stubs(painter, box, node, look)


def _write_head(painter: QPainter, box: QRectF, top: float, node: Node, look: Look) -> None:
    """The line over the words: sign, code, and at the right how many or what is lacking."""
    _paint_sign(painter, box, top + look.small.line / 2, node, look)
    left = box.left() + TEXT_AT
    right = _write_count(painter, box, top, node, look) if node.count else box.right() - INSET
    right = _write_faults(painter, left, right, top, node, look)
    code = elided(node.code, look.strong, int(right - left))
    write(painter, left, top, code, look.strong, look.colour("text_3"))


def _paint_sign(painter: QPainter, box: QRectF, middle: float, node: Node, look: Look) -> None:
    """The mark of its backing, or the icon of its kind."""
    if node.strength is not None:
        place = QRectF(box.left() + INSET, middle - MARK / 2, MARK, MARK)
        paint_mark(painter, place, node.strength, look.theme)
    else:
        place = QRectF(box.left() + INSET - 1, middle - 7, 14, 14)
        paint_icon(painter, place, node.icon, look.colour("text_3"))


def _write_count(painter: QPainter, box: QRectF, top: float, node: Node, look: Look) -> float:
    """How many records a group holds, and whether it is open; gives where that begins."""
    side = 12.0
    chevron = QRectF(box.right() - INSET - side + 2, top + (look.small.line - side) / 2, side, side)
    paint_icon(
        painter, chevron, "chevron-down" if node.open else "chevron-right", look.colour("text_3")
    )
    text = f"{node.count:,}"
    left = chevron.left() - 3 - text_width(text, look.strong)
    write(painter, left, top, text, look.strong, look.colour("text_2"))
    return _write_loose(painter, left - 10, top, node, look) if node.loose else left - 8


def _write_loose(painter: QPainter, right: float, top: float, node: Node, look: Look) -> float:
    """How many records of a group lack something, behind the sign of a dead end."""
    text = f"{node.loose:,}"
    left, middle = right - text_width(text, look.small), top + look.small.line / 2
    colour = look.colour("warning")
    write(painter, left, top, text, look.small, colour)
    painter.setPen(QPen(colour, 1.25))
    painter.drawLine(QLineF(left - 11, middle, left - 4, middle))
    painter.drawLine(QLineF(left - 4, middle - 4, left - 4, middle + 4))
    return left - 18


def _write_faults(
    painter: QPainter, left: float, right: float, top: float, node: Node, look: Look
) -> float:
    """What a record lacks, at the right of its code, as far as there is room beside the whole code;
    its dead ends say it, too. Gives the left of what was written."""
    least = left + text_width(node.code, look.strong) + 8
    for fault in reversed(node.faults):
        text = look.fault(fault)
        width = text_width(text, look.small)
        if right - width < least:
            continue
        write(painter, right - width, top, text, look.small, look.colour(tone(fault)))
        right -= width + 8
    return right


def paint_stubs(painter: QPainter, box: QRectF, node: Node, look: Look) -> None:
    """A short line that ends at a bar, on the side on which the chain breaks off."""
    middle = box.center().y()
    for fault in node.faults:
        inward = is_inward(node, fault)
        edge = box.left() if inward else box.right()
        end = edge - STUB if inward else edge + STUB
        pen = QPen(look.colour(tone(fault)), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QLineF(edge, middle, end, middle))
        pen.setWidthF(2.0)
        painter.setPen(pen)
        painter.drawLine(QLineF(end, middle - STUB_BAR / 2, end, middle + STUB_BAR / 2))


def is_inward(node: Node, fault: Fault) -> bool:
    """Whether a dead end is at the left of a node: something it should rest on is missing."""
    return fault == "without_evidence" or (fault == "without_gap" and node.end.kind == "initiative")


def tone_of(node: Node) -> str:
    """The role of a node that is seen from so far away that it is one bar."""
    return tone(node.faults[0]) if node.faults else "line_strong"


def _paint_small(
    painter: QPainter,
    box: QRectF,
    node: Node,
    look: Look,
    edge: QColor,
    ground: QColor,
    zoom: float,
) -> None:
    """Too small to read: a card with two bars for its lines, or from far away one bar."""
    if zoom < READABLE / 3:
        lit = edge == look.colour("accent")
        painter.fillRect(box, edge if lit else look.colour(tone_of(node)))
        return
    painter.setPen(QPen(edge, 1.0))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    grey = look.colour("line_strong")
    line = look.small.line
    rows = 2 if len(node.words) > 24 else 1
    top = box.top() + (box.height() - (1 + rows) * line) / 2
    _paint_sign(painter, box, top + line / 2, node, look)
    left, room = box.left() + INSET, box.width() - 2 * INSET
    painter.fillRect(QRectF(box.left() + TEXT_AT, top + line * 0.35, 36, line * 0.35), grey)
    for row, share in zip(range(rows), (1.0, 0.6), strict=False):
        place = top + line * (row + 1.35)
        painter.fillRect(QRectF(left, place, share * room, line * 0.35), grey)
    paint_stubs(painter, box, node, look)
