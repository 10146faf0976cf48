"""The top of the screen: whose journey, the personas, the votes left, the timer, the stage."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

from cxstudio import resources
from cxstudio.drawing import tokens
from cxstudio.drawing.journey.map import CurveData
from cxstudio.drawing.journey.paint_emotion import paint_shape
from cxstudio.i18n import _
from cxstudio.ui.workshop.board import Board
from cxstudio.ui.workshop.ink import (
    CARD,
    FIGURE,
    NUMBER,
    SMALL,
    SMALL_STRONG,
    STAGE,
    STEP,
    TIMER,
    Ink,
    colour,
    wide,
)
from cxstudio.ui.workshop.layout import HEADER, STAGE_Y, STEP_Y, Scene
from cxstudio.ui.workshop.place import Place

MIDDLE = HEADER / 2
TITLE = CARD._replace(weight=700)
DASHES: dict[int, list[float]] = {1: [2.4, 1.6], 2: [0.8, 1.6]}
MOST_CURVES = 3
LEFT, SAMPLE = 120.0, 56.0


@dataclass(frozen=True, slots=True)
class Clock:
    """What the timer's box shows."""

    text: str
    warning: bool
    over: bool


def persona_colour(curve: CurveData) -> QColor:
    """The colour of a persona's curve."""
    return QColor(tokens.persona(curve.index + 1, "projector"))


def persona_pen(curve: CurveData, width: float) -> QPen:
    """The line of a persona: solid, dashed or dotted."""
    pen = QPen(persona_colour(curve), width)
    if curve.index in DASHES:
        pen.setDashPattern(DASHES[curve.index])
    return pen


def clock_rect(width: float) -> QRectF:
    """The box of the timer."""
    return QRectF(width - 56 - 267, 15, 267, 72)


def paint_header(
    ink: Ink, board: Board, width: float, votes_left: int | None, clock: Clock
) -> None:
    """The first line, from right to left as far as there is room."""
    ink.line(0, HEADER, width, "line", 2)
    box = clock_rect(width)
    paint_clock(ink, box, clock)
    right = box.left() - 28
    if clock.over:
        right = _end(ink, right, _("Time is up"), "warning")
    if votes_left is not None:
        ink.write(right, MIDDLE, str(votes_left), FIGURE, "text", "right")
        right -= wide(str(votes_left), FIGURE) + 20
        right = _end(ink, right, _("Votes left"), "text_2")
    if right < box.left() - 28:
        ink.painter.fillRect(QRectF(right, 26, 2, 50), colour("line"))
        right -= 32
    title = wide(board.title, TITLE) + wide(board.state, SMALL) + 90
    title = min(title, (right - LEFT) * 0.55)
    right = _paint_legend(ink, board.curves, right, LEFT + title)
    _paint_title(ink, board, right - 40)


def _end(ink: Ink, right: float, text: str, role: str) -> float:
    ink.write(right, MIDDLE, text, SMALL if role != "warning" else SMALL_STRONG, role, "right")
    return right - wide(text, SMALL) - 34


def paint_clock(ink: Ink, box: QRectF, clock: Clock) -> None:
    """The timer: calm, in warning colour in the last minute, filled when the time is up."""
    edge = "warning" if clock.warning else "line_strong"
    ink.box(box, "warning" if clock.over else "surface", edge, 2)
    tone = "window" if clock.over else "warning" if clock.warning else "text"
    icon = tone if clock.over or clock.warning else "accent"
    ink.icon(QPointF(box.left() + 46, box.center().y()), 40, "timer", colour(icon))
    room = (box.left() + 72 + box.right()) / 2
    ink.write(room, box.center().y(), clock.text, TIMER, tone, "centre")


def _paint_legend(ink: Ink, curves: tuple[CurveData, ...], right: float, left: float) -> float:
    """The personas whose curves are shown, right of `left`; returns where they begin."""
    shown = curves[:MOST_CURVES]
    lengths = [wide(curve.name, SMALL) for curve in shown]
    spare = right - left - sum(lengths) - len(shown) * (SAMPLE + 44)
    room = max(lengths, default=0.0) if spare >= 0 else 0.0
    if spare < 0:
        room = max((right - left) / len(shown) - SAMPLE - 44, 90.0)
    for curve in reversed(shown):
        length = min(wide(curve.name, SMALL), room)
        ink.write(right - length, MIDDLE, curve.name, SMALL, "text_2", room=length)
        right -= length + 12 + SAMPLE
        ink.painter.setPen(persona_pen(curve, 6))
        ink.painter.drawLine(QPointF(right, MIDDLE), QPointF(right + SAMPLE, MIDDLE))
        _paint_sign(ink.painter, QPointF(right + SAMPLE / 2, MIDDLE), curve, 9.0)
        right -= 32
    return right


def _paint_sign(painter: QPainter, centre: QPointF, curve: CurveData, radius: float) -> None:
    painter.setPen(QPen(persona_colour(curve), 5))
    painter.setBrush(colour("window"))
    paint_shape(painter, centre, radius, curve.index)


def _paint_title(ink: Ink, board: Board, right: float) -> None:
    logo = QRectF(50, MIDDLE - 22, 44, 44)
    _logo(ink.painter, logo)
    room = right - LEFT - wide(board.state, SMALL) - 24
    end = ink.write(LEFT, MIDDLE, board.title, TITLE, "text", room=room)
    ink.write(end + 26, MIDDLE, board.state, SMALL, "text_2")


def _logo(painter: QPainter, rect: QRectF) -> None:
    text = resources.path("icons", "cxstudio.svg").read_text(encoding="utf-8")
    light, dark = tokens.colour("accent"), tokens.colour("accent", "projector")
    for old, new in (
        (light, dark),
        (light.lower(), dark),
        ("#FFFFFF", "#06241F"),
        ("#fff", "#06241F"),
    ):
        text = text.replace(old, new)
    QSvgRenderer(text.encode()).render(painter, rect)


def paint_stage(ink: Ink, board: Board, place: Place, scene: Scene) -> None:
    """The stage between its neighbours, and the heads of its steps."""
    stage = board.stage_of(place.step)
    if stage is None:
        return
    number = board.stages.index(stage)
    before = board.stages[number - 1].name if number else ""
    after = board.stages[number + 1].name if number + 1 < len(board.stages) else ""
    side = 76.0
    start = 40.0
    if before:
        start = ink.write(40, STAGE_Y, before, SMALL_STRONG, "text_3", room=240) + 46
    start = max(start, 137.0)
    end = scene.width - 144
    if after:
        length = min(wide(after, SMALL_STRONG), 240.0)
        ink.write(scene.width - 40 - length, STAGE_Y, after, SMALL_STRONG, "text_3", room=240)
        end = min(end, scene.width - 40 - length - 40)
    x = ink.write(start, STAGE_Y, stage.name, STAGE, "accent", room=scene.width * 0.45)
    count = _("Stage {number} / {count}").format(number=number + 1, count=len(board.stages))
    x = ink.write(x + 24, STAGE_Y, count, SMALL, "text_2")
    if end - x > side:
        ink.line(x + 22, STAGE_Y + 1, end, "accent", 4)
    _paint_steps(ink, place, scene)


def _paint_steps(ink: Ink, place: Place, scene: Scene) -> None:
    for column in scene.own():
        dim = place.spotlight == "step" and column.step.id != place.step
        with ink.dimmed(dim):
            x = ink.write(column.x, STEP_Y + 1, str(column.step.number), NUMBER, "text_3")
            room = column.x + column.width - x - 16
            ink.write(x + 16, STEP_Y, column.step.name, STEP, "text", room=room)
