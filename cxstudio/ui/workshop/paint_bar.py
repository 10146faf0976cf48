"""The bar at the bottom: the line for capture, which says where a note will land."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from cxstudio.drawing import tokens
from cxstudio.i18n import _
from cxstudio.ui.workshop.board import Board
from cxstudio.ui.workshop.ink import SMALL, SMALL_STRONG, Ink, colour, cut, wide
from cxstudio.ui.workshop.layout import BAR
from cxstudio.ui.workshop.place import Place

BUTTON, BUTTON_GAP, RIGHT = 72.0, 16.0, 48.0
PARKED = tokens.sticky("yellow", "projector")


def button_rects(width: float, count: int) -> list[QRectF]:
    """The square buttons at the right, from left to right."""
    first = width - RIGHT - count * BUTTON - (count - 1) * BUTTON_GAP
    return [QRectF(first + n * (BUTTON + BUTTON_GAP), 969, BUTTON, BUTTON) for n in range(count)]


def capture_rect(width: float, buttons: int) -> QRectF:
    """The frame of the line."""
    return QRectF(49, 961, button_rects(width, buttons)[0].left() - 24 - 49, 88)


def destination(board: Board, place: Place, parking: bool) -> str:
    """Where the next note lands."""
    if parking:
        return _("Parking lot")
    step, lane = board.step(place.step), board.lane(place.lane)
    if step is None or lane is None:
        return ""
    return _("{number} {step} · {lane}").format(number=step.number, step=step.name, lane=lane.name)


def chip_rect(box: QRectF, text: str) -> QRectF:
    """The coloured label at the beginning of the line."""
    length = min(wide(text, SMALL_STRONG) + 36, box.width() * 0.5) if text else 0.0
    return QRectF(box.left() + 26, box.center().y() - 26, length, 52)


def hint_text(voting: bool = False) -> str:
    """What Enter does."""
    return _("Vote") if voting else _("Add")


def text_rect(box: QRectF, chip: QRectF) -> QRectF:
    """Where people type."""
    right = box.right() - 28 - max(wide(hint_text(), SMALL), wide(hint_text(True), SMALL)) - 64
    left = chip.right() + 18
    return QRectF(left, box.top() + 8, right - left, box.height() - 16)


def paint_bar(
    ink: Ink,
    board: Board,
    place: Place,
    width: float,
    buttons: int,
    *,
    parking: bool,
    typing: bool,
    voting: bool,
) -> None:
    """The ground, the frame, the label and the hint; the text itself is a field of its own."""
    ink.painter.fillRect(QRectF(0, BAR, width, 1080 - BAR), colour("surface"))
    ink.line(0, BAR, width, "line", 2)
    box = capture_rect(width, buttons)
    ink.box(box, "window", "accent" if typing else "line_strong", 3)
    text = destination(board, place, parking)
    chip = chip_rect(box, text)
    if text:
        lane = board.lane(place.lane)
        fill = PARKED if parking or lane is None else lane.fill
        ink.box(chip, QColor(fill.fill), radius=8)
        shown = cut(text, SMALL_STRONG, chip.width() - 36)
        ink.write(chip.left() + 18, chip.center().y(), shown, SMALL_STRONG, QColor(fill.text))
    right, middle = box.right() - 28, box.center().y()
    hint = hint_text(voting)
    ink.write(right, middle, hint, SMALL, "text_2", "right")
    x = right - wide(hint, SMALL) - 28
    ink.icon(QPointF(x, middle), 30, "corner-down-left", "text_2")
