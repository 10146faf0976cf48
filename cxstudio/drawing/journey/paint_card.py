"""Painting a card: a sticky note on screen, text with a coloured edge in print."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPaintEngine, QPainter, QPen

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.boxes import CardBox, Rect
from cxstudio.drawing.journey.cards import MOST_DOTS, link_signs
from cxstudio.drawing.journey.icons import paint_icon
from cxstudio.drawing.journey.look import Look, qrect, signs, write, write_lines
from cxstudio.drawing.journey.map import CardData, LaneKind, PictureMark
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.pictures import image_of
from cxstudio.drawing.journey.runs import card_is_missing
from cxstudio.drawing.marks import paint_mark

LINK_ICONS = {
    "touchpoint": "waypoints",
    "gap": "triangle-alert",
    "initiative": "refresh-cw",
    "confidential": "lock",
}


def paint_card(painter: QPainter, box: CardBox, kind: LaneKind, look: Look) -> None:
    """Paint a card where its box says. Selection and focus are the caller's."""
    if look.metrics.plain(kind):
        _plain(painter, box, look)
    elif look.printed:
        _printed(painter, box, kind, look)
    else:
        _sticky(painter, box, kind, look)
    if box.picture is not None and box.card.picture is not None:
        _picture(painter, box.picture, box.card.picture, look)


def _plain(painter: QPainter, box: CardBox, look: Look) -> None:
    tones = {tone: look.colour(tone) for tone in ("text", "text_2", "text_3", "missing")}
    tones |= signs(look)
    measured = not look.printed and bool(box.card.value)
    tones[""] = look.colour("text_3" if measured else "text")
    tones["code"] = tones["text_2"]
    write_lines(painter, box.text.x, box.text.y, box.lines, tones, look.palette)


def _printed(painter: QPainter, box: CardBox, kind: LaneKind, look: Look) -> None:
    """Pain points in orange, all else in petrol: a tint with a heavy left edge."""
    hurts = kind in ("pain_points", "moments_of_truth")
    ground, edge = ("missing_ground", "missing") if hurts else ("accent_ground", "accent")
    rect = qrect(box.rect)
    painter.fillRect(rect, look.colour(ground))
    painter.fillRect(QRectF(rect.x(), rect.y(), 18, rect.height()), look.colour(edge))
    tones = {tone: look.colour(tone or "text") for tone in ("", "text_2", "missing")}
    tones["code"] = look.colour(edge)
    tones |= signs(look)
    write_lines(painter, box.text.x, box.text.y, box.lines, tones, look.palette)


def _sticky(painter: QPainter, box: CardBox, kind: LaneKind, look: Look) -> None:
    fill, text = (QColor(c) for c in look.card(box.card, kind))
    radius = float(tokens.radius("card_sticky"))
    rect = qrect(box.rect)
    painter.setPen(Qt.PenStyle.NoPen)
    if look.theme == "light" and not card_is_missing(box.card):
        painter.setBrush(fill.darker(110))
        painter.drawRoundedRect(rect.translated(0, 1), radius, radius)
    painter.setBrush(fill)
    if card_is_missing(box.card):
        fill, text = look.colour("surface"), look.colour("missing")
        painter.setBrush(fill)
        painter.setPen(_dashed(text))
    painter.drawRoundedRect(rect, radius, radius)
    if box.icon is not None:
        paint_icon(painter, qrect(box.icon), box.card.icon, text)
    tones = {"": text, "missing": text, "tag": _softer(text, fill), "met": text, "short": text}
    write_lines(painter, box.text.x, box.text.y, box.lines, tones)
    if box.signs is not None:
        _signs(painter, box.signs, box.card, text, look)


def _softer(ink: QColor, ground: QColor) -> QColor:
    """Three parts of the ink and one of the ground; solid, so that every format keeps it."""
    channels = ("red", "green", "blue")
    pairs = ((getattr(ink, name)(), getattr(ground, name)()) for name in channels)
    return QColor(*((3 * a + b) // 4 for a, b in pairs))


def _dashed(colour: QColor) -> QPen:
    pen = QPen(colour, 1)
    pen.setDashPattern([3, 2])
    return pen


def _signs(painter: QPainter, rect: Rect, card: CardData, ink: QColor, look: Look) -> None:
    """From the right: strength of evidence, linked records, votes as dots and as a figure."""
    m = look.metrics
    place = QRectF(rect.right - m.mark, rect.y, m.mark, m.mark)
    if card.strength is not None:
        on_light = look.theme == "projector"
        colour = tokens.strength(card.strength, look.theme, on_projector_card=on_light)
        paint_mark(painter, place, card.strength, look.theme, colour=colour)
        place.translate(-m.mark - m.mark_gap, 0)
    for kind in link_signs(card):
        paint_icon(painter, place, LINK_ICONS[kind], ink)
        place.translate(-m.mark - m.mark_gap, 0)
    if card.votes:
        _votes(painter, place, card.votes, ink, look)


def _votes(painter: QPainter, place: QRectF, votes: int, ink: QColor, look: Look) -> None:
    m = look.metrics
    figure = str(votes)
    x = place.right() - text_width(figure, m.strong)
    write(painter, x, place.center().y() - m.strong.line / 2, figure, m.strong, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    x -= m.mark_gap
    for _ in range(min(votes, MOST_DOTS)):
        painter.drawEllipse(QPointF(x - m.mark_gap / 2, place.center().y()), m.mark / 4, m.mark / 4)
        x -= m.mark_gap * 1.5


def _picture(painter: QPainter, rect: Rect, mark: PictureMark, look: Look) -> None:
    place = qrect(rect)
    image = look.pictures.get(mark.key) or image_of(mark, _pixels(painter, place))
    if image.isNull():
        painter.fillRect(place, look.colour("line"))
        icon = QRectF(0, 0, look.metrics.icon, look.metrics.icon)
        icon.moveCenter(place.center())
        paint_icon(painter, icon, "image", look.colour("text_3"))
        return
    scale = min(place.width() / image.width(), place.height() / image.height())
    shown = QRectF(0, 0, image.width() * scale, image.height() * scale)
    shown.moveCenter(place.center())
    painter.drawImage(shown, image, QRectF(image.rect()))


def _pixels(painter: QPainter, place: QRectF) -> float | None:
    """How many pixels wide a place is; None where what is painted has none."""
    if painter.paintEngine().type() != QPaintEngine.Type.Raster:
        return None
    return place.width() * painter.worldTransform().m11() * painter.device().devicePixelRatioF()
