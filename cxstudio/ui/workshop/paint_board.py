"""The middle of the screen: the curves across its whole width, the lanes and their cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainterPath, QPen, Qt

from cxstudio.drawing.journey.curve import Point, smooth, unbroken
from cxstudio.drawing.journey.look import write_lines
from cxstudio.drawing.journey.map import CurveData
from cxstudio.drawing.journey.paint_emotion import paint_shape
from cxstudio.drawing.marks import paint_mark
from cxstudio.drawing.tokens import strength as strength_colour
from cxstudio.formats import signed
from cxstudio.i18n import _
from cxstudio.ui.workshop.board import Board
from cxstudio.ui.workshop.ink import CARD, FIGURE, SMALL, Ink, colour, dot_step, wide
from cxstudio.ui.workshop.layout import (
    CURVE_TOP,
    CURVE_ZERO,
    FOOT,
    LANE_HEAD,
    LANES,
    MARK,
    PAD_FOOT,
    PAD_TOP,
    PAD_X,
    SIDE,
    UNIT,
    Band,
    Placed,
    Scene,
)
from cxstudio.ui.workshop.paint_head import MOST_CURVES, persona_colour, persona_pen
from cxstudio.ui.workshop.place import Place

LABEL_MIDDLE = 31.0
FIGURE_CLEAR = 29.0  # from the middle of a figure to that of a mark, so that they do not touch
FIGURE_ROOM = 56.0  # beside the dots, for the figure of the votes


def paint_curves(ink: Ink, board: Board, place: Place, scene: Scene) -> None:
    """A curve for each persona, the first in front; marks only where the light is."""
    ink.line(SIDE + 46, CURVE_ZERO, scene.width - SIDE - 10, "line", 2, (1.5, 4))
    curves = board.curves[:MOST_CURVES]
    with ink.dimmed(place.spotlight == "lane"):
        for curve in reversed(curves):
            _paint_curve(ink, curve, scene, lead=curve is curves[0])
        for curve in reversed(curves):
            _paint_marks(ink, curve, scene, place, lead=curve is curves[0])
        if curves:
            _paint_value(ink, curves, scene, place)
    if curves and not any(curve.values for curve in curves):
        ink.write(scene.width / 2, CURVE_ZERO - 34, _("No feeling is noted yet."), SMALL, "text_3",
                  "centre")  # fmt: skip


def height_of(value: float) -> float:
    """Where a feeling stands, −2 … +2."""
    return CURVE_ZERO - max(-2.0, min(value, 2.0)) * UNIT


def _points(curve: CurveData, scene: Scene) -> list[Point | None]:
    points: list[Point | None] = []
    for column in scene.columns:
        value = curve.values.get(column.step.id)
        points.append(None if value is None else Point(column.middle, height_of(value)))
    return points


def _paint_curve(ink: Ink, curve: CurveData, scene: Scene, lead: bool) -> None:
    path = QPainterPath()
    for stretch in unbroken(_points(curve, scene)):
        first, last = stretch[0], stretch[-1]
        path.moveTo(QPointF(first.x - 140, first.y))
        path.lineTo(QPointF(*first))
        for piece in smooth(stretch):
            path.cubicTo(QPointF(*piece.control_1), QPointF(*piece.control_2), QPointF(*piece.end))
        path.lineTo(QPointF(last.x + 140, last.y))
    ink.painter.setPen(persona_pen(curve, 6.5 if lead else 5))
    ink.painter.setBrush(Qt.BrushStyle.NoBrush)
    ink.painter.drawPath(path)


def _paint_marks(ink: Ink, curve: CurveData, scene: Scene, place: Place, lead: bool) -> None:
    for column, point in zip(scene.columns, _points(curve, scene), strict=True):
        if point is None or not column.own:
            continue
        here = column.step.id == place.step
        ink.painter.setPen(QPen(colour("window"), 5))
        ink.painter.setBrush(colour("window"))
        paint_shape(ink.painter, QPointF(*point), 12.5, curve.index)
        with ink.dimmed(place.spotlight == "step" and not here):
            tone = persona_colour(curve)
            ink.painter.setPen(QPen(tone, 5))
            ink.painter.setBrush(tone if lead and here else colour("window"))
            paint_shape(ink.painter, QPointF(*point), 12.5, curve.index)


def _paint_value(ink: Ink, curves: Sequence[CurveData], scene: Scene, place: Place) -> None:
    """The first persona's feeling at the step that the room looks at, off all the marks there."""
    column = next((c for c in scene.columns if c.own and c.step.id == place.step), None)
    if column is None:
        return
    values = [curve.values.get(column.step.id) for curve in curves]
    if (lead := values[0]) is None:
        return
    others = [height_of(value) for value in values[1:] if value is not None]
    y = value_height(height_of(lead), others)
    ink.write(column.middle, y, signed(lead, 1), FIGURE, persona_colour(curves[0]), "centre")


def value_height(point: float, others: Sequence[float]) -> float:
    """The middle of a figure over its point, or under it where other marks or the head are near."""
    above, below = point - 40, point + 42
    if point - CURVE_TOP <= 10:
        return below
    if below + FIGURE_CLEAR / 2 > LANES[0]:
        return above
    clear = [min((abs(y - other) for other in others), default=99.0) for y in (above, below)]
    return below if clear[0] < FIGURE_CLEAR and clear[1] > clear[0] else above


# ── Lanes and cards ───────────────────────────────────────────────────────────────────────


def paint_lanes(ink: Ink, board: Board, place: Place, scene: Scene, voting: str) -> None:
    """The lanes with their cards, the neighbours dimmed, the spotlit card in its ring."""
    if not scene.own():
        _say_middle(ink, scene, _("This map has no steps yet."))
    for band in scene.bands:
        with ink.dimmed(_unlit_lane(place, band.lane.id)):
            _paint_label(ink, board, scene, band)
    votes = max((note.votes for note in board.notes()), default=0) if voting else 0
    for placed in scene.cards:
        _paint_placed(ink, board, placed, place, voting, votes)
    if scene.target is not None:
        _paint_target(ink, scene.target)


def _unlit_lane(place: Place, lane: int) -> bool:
    return place.spotlight == "lane" and lane != place.lane


def _say_middle(ink: Ink, scene: Scene, text: str) -> None:
    ink.write(scene.width / 2, (LANES[0] + LANES[1]) / 2, text, SMALL, "text_2", "centre")


def _paint_label(ink: Ink, board: Board, scene: Scene, band: Band) -> None:
    """The lane's name and a line; at the right of the first one which lanes these are."""
    own = scene.own()
    if not own:
        return
    left, right = own[0].x, own[-1].x + own[-1].width
    y = band.top + LABEL_MIDDLE
    end = right
    if band is scene.bands[0]:
        text = page_text(board, scene)
        if text:
            ink.write(right, y, text, SMALL, "text_3", "right")
            end = right - wide(text, SMALL) - 24
    hidden = [(band.first, _("{count} more above"))] if band is scene.bands[0] else []
    if band is scene.bands[-1]:
        hidden.insert(0, (band.rows - band.last, _("{count} more below")))
    for count, words in hidden:
        if count:
            more = words.format(count=count)
            ink.write(end, y, more, SMALL, "text_3", "right")
            end -= wide(more, SMALL) + 24
    x = ink.write(left, y, band.lane.name, SMALL, "text_2", room=right - left - 200)
    ink.line(x + 22, y + 1, end, "line", 2, (3, 2))


def page_text(board: Board, scene: Scene) -> str:
    """Which of the lanes are on the screen; nothing when it is all of them."""
    first, last, count = scene.bands[0], scene.bands[-1], len(board.lanes)
    if first.number == 0 and last.number == count - 1 and not first.first:
        return ""
    values = {"first": first.number + 1, "last": last.number + 1, "count": count}
    if first.number == last.number:
        return _("Lane {first} of {count}").format(**values)
    return _("Lanes {first}–{last} of {count}").format(**values)


def _paint_placed(
    ink: Ink, board: Board, placed: Placed, place: Place, voting: str, most_votes: int
) -> None:
    lane = board.lanes[placed.lane].id
    if not placed.column.own:
        with ink.dimmed():
            ink.box(placed.rect, QColor(placed.note.fill.fill))
        return
    unlit = _unlit_lane(place, lane) or (
        place.spotlight == "step" and placed.column.step.id != place.step
    )
    with ink.dimmed(unlit):
        _paint_card(ink, placed, voting, most_votes)
    if (placed.column.step.id, lane, placed.row) == (place.step, place.lane, place.row):
        ink.ring(placed.rect)


def _paint_card(ink: Ink, placed: Placed, voting: str, most_votes: int) -> None:
    note, rect = placed.note, placed.rect
    tone = QColor(note.fill.text)
    ink.box(rect, QColor(note.fill.fill))
    x, y = rect.left() + PAD_X, rect.top() + PAD_TOP
    write_lines(ink.painter, x, y, placed.lines, {"": tone})
    ink.said.append(" ".join(piece.run.text for line in placed.lines for piece in line.pieces))
    foot = rect.bottom() - PAD_FOOT - FOOT / 2 + 4
    if not placed.foot:
        foot = rect.bottom() - PAD_TOP - CARD.line / 2
    if voting == "revealed":
        if note.votes:
            room = rect.width() - 2 * PAD_X - MARK - FIGURE_ROOM
            ink.dots(x, foot, note.votes, tone, dot_step(most_votes, room))
    elif voting == "open":
        ink.icon(QPointF(x + 14, foot), 28, "eye-off", tone)
    if note.strength:
        box = QRectF(rect.right() - PAD_X - MARK, foot - MARK / 2, MARK, MARK)
        dark = strength_colour(note.strength, "projector", on_projector_card=True)
        paint_mark(ink.painter, box, note.strength, "projector", colour=dark)


def _paint_target(ink: Ink, rect: QRectF) -> None:
    """The empty place that is lit: here the next line lands."""
    ink.box(rect, "", "accent", 3, 12, (4, 3))
    ink.icon(rect.center(), 36, "plus", "accent")


def band_head(scene: Scene, band: Band) -> QRectF:
    """Where a click chooses the whole lane."""
    own = scene.own()
    return QRectF(own[0].x, band.top, own[-1].x + own[-1].width - own[0].x, LANE_HEAD)
