"""What a click on the projector's picture means; nothing there can be dragged."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF

from cxstudio.ui.workshop.board import Board
from cxstudio.ui.workshop.layout import HEADER, LANES, Scene
from cxstudio.ui.workshop.paint_board import band_head
from cxstudio.ui.workshop.place import Place, Spotlight


@dataclass(frozen=True, slots=True)
class Pointed:
    """The place that a click asks for, and the card when it was one."""

    place: Place
    card: int | None = None


def pointed(board: Board, place: Place, scene: Scene, at: QPointF) -> Pointed | None:
    """A card; a lane's head, a step's head or the stage's line for the light; an empty cell."""
    for placed in scene.cards:
        if placed.column.own and placed.rect.contains(at):
            lane = board.lanes[placed.lane].id
            moved = replace(place, step=placed.column.step.id, lane=lane, row=placed.row)
            return Pointed(moved, placed.note.id)
    for band in scene.bands:
        if band_head(scene, band).contains(at):
            return Pointed(_lit(place, "lane", lane=band.lane.id))
    for column in scene.own():
        if QRectF(column.x, 180, column.width, LANES[0] - 180).contains(at):
            return Pointed(_lit(place, "step", step=column.step.id))
    if HEADER < at.y() < 180:
        return Pointed(replace(place, spotlight="stage"))
    return _cell(place, scene, at)


def _lit(place: Place, light: Spotlight, **where: int | str) -> Place:
    """The light on a step or lane; a second click there puts it back on the stage."""
    same = place.spotlight == light and all(
        getattr(place, name) == value for name, value in where.items()
    )
    moved = replace(place, spotlight="stage" if same else light)
    if same:
        return moved
    if "step" in where:
        return replace(moved, step=where["step"], row=0)
    return replace(moved, lane=where["lane"], row=0)


def _cell(place: Place, scene: Scene, at: QPointF) -> Pointed | None:
    for band in scene.bands:
        for column in scene.own():
            rect = QRectF(column.x, band.top, column.width, band.bottom - band.top)
            if rect.contains(at):
                return Pointed(replace(place, step=column.step.id, lane=band.lane.id, row=0))
    return None
