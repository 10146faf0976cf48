"""The whole picture on the projector: what goes into it, and the order it is painted in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from cxstudio.ui.workshop.board import Board, Note
from cxstudio.ui.workshop.countdown import Countdown
from cxstudio.ui.workshop.ink import SMALL_STRONG, Ink, colour, wide
from cxstudio.ui.workshop.layout import BAR, Scene
from cxstudio.ui.workshop.paint_bar import paint_bar
from cxstudio.ui.workshop.paint_board import paint_curves, paint_lanes
from cxstudio.ui.workshop.paint_ending import paint_added, paint_ranking
from cxstudio.ui.workshop.paint_head import Clock, paint_header, paint_stage
from cxstudio.ui.workshop.place import Place
from cxstudio.ui.workshop.summary import Added


@dataclass(frozen=True, slots=True)
class Picture:
    """`ranked` and `added` lie over the map when they are there."""

    board: Board
    place: Place
    scene: Scene
    voting: str
    votes_left: int | None
    clock: Countdown
    parking: bool
    typing: bool
    notice: str
    buttons: int
    ranked: tuple[Note, ...] | None
    added: Added | None


def paint(ink: Ink, picture: Picture) -> None:
    """Paint it in pixels of 1080 lines, on the window's ground."""
    width, board, place = picture.scene.width, picture.board, picture.place
    clock = Clock(picture.clock.text(), picture.clock.warning, picture.clock.over)
    paint_header(ink, board, width, picture.votes_left, clock)
    if picture.added is not None:
        paint_added(ink, width, picture.added)
        ink.painter.fillRect(QRectF(0, BAR, width, 1080 - BAR), colour("surface"))
        return
    if picture.ranked is not None:
        paint_ranking(ink, width, picture.ranked)
    else:
        paint_stage(ink, board, place, picture.scene)
        paint_curves(ink, board, place, picture.scene)
        paint_lanes(ink, board, place, picture.scene, picture.voting)
    paint_bar(
        ink,
        board,
        place,
        width,
        picture.buttons,
        parking=picture.parking,
        typing=picture.typing,
        voting=picture.voting == "open" and not picture.parking,
    )
    if picture.notice:
        _paint_notice(ink, width, picture.notice)


def _paint_notice(ink: Ink, width: float, text: str) -> None:
    room = wide(text, SMALL_STRONG) + 64
    box = QRectF((width - room) / 2, BAR - 92, room, 72)
    ink.box(box, "warning_bg", "warning", 2)
    ink.write(box.left() + 32, box.center().y(), text, SMALL_STRONG, "warning")
