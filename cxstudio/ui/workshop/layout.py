"""Where everything stands on a screen with 1080 lines, worked out without painting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QRectF

from cxstudio.drawing.journey.map import Id, StepData
from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.text import Line, Run
from cxstudio.ui.workshop.board import Board, Note, Row
from cxstudio.ui.workshop.ink import CARD, card_type
from cxstudio.ui.workshop.place import COLUMNS, Place, shown_steps

HEADER = 102.0
STAGE_Y, STEP_Y = 147.0, 216.0
CURVE_TOP, CURVE_ZERO, UNIT = 255.0, 337.0, 39.0
LANES = (419.0, 908.0)  # where lanes begin and end
BAR = 928.0  # the top of the bar with the line for capture
SIDE, GAP, BLEED = 144.0, 48.0, 24.0
LANE_HEAD, CARD_GAP = 64.0, 20.0
PAD_X, PAD_TOP, FOOT, PAD_FOOT = 18.0, 16.0, 40.0, 12.0
MARK = 26.0
EMPTY = 112.0
MOST_CARDS = 12
LEAST_LETTERS = 3
"""How wide the last line of a card shall be, in letters."""


@dataclass(frozen=True, slots=True)
class Column:
    """A step; `own` when it belongs to what is shown and not to the dimmed neighbours."""

    step: StepData
    x: float
    width: float
    own: bool

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A card in its place, its text broken into lines."""

    note: Note
    column: Column
    lane: int
    row: int
    rect: QRectF
    lines: tuple[Line, ...]

    @property
    def foot(self) -> bool:
        """Whether there is a line below the text, for votes and mark."""
        return self.rect.height() > 2 * PAD_TOP + CARD.line * len(self.lines) + 1


@dataclass(frozen=True, slots=True)
class Band:
    """The part of a lane on the screen: rows `first` to `last` (not included) of `rows`."""

    lane: Row
    number: int
    top: float
    first: int
    last: int
    rows: int
    bottom: float

    @property
    def cut(self) -> bool:
        return self.last < self.rows


@dataclass(slots=True)
class Scene:
    """What stands on the screen; `target` is the empty place that is lit, if there is one."""

    width: float
    columns: tuple[Column, ...]
    bands: list[Band] = field(default_factory=list)
    cards: list[Placed] = field(default_factory=list)
    target: QRectF | None = None

    def band(self, lane: Id | None) -> Band | None:
        """The part of a lane that is on the screen."""
        return next((band for band in self.bands if band.lane.id == lane), None)

    def own(self) -> tuple[Column, ...]:
        """The columns that are lit."""
        return tuple(column for column in self.columns if column.own)


def lay(board: Board, place: Place, width: float, foot: bool) -> tuple[Scene, Place]:
    """The scene, and the place with its first row moved so that the light is on the screen.

    `foot` gives every card the line for its votes.
    """
    columns = tuple(_columns(board, place, width))
    while True:
        scene = _lay_lanes(board, place, Scene(width, columns), foot)
        band = scene.band(place.lane)
        if band is not None and band.first <= place.row < band.last:
            return scene, place
        moved = _towards(board, place, scene)
        if moved == place.top:
            return scene, place
        place = replace(place, top=moved)


def _towards(board: Board, place: Place, scene: Scene) -> tuple[int, int]:
    """The next first row on the way to the light."""
    lane = board.lane(place.lane)
    if lane is None:
        return place.top
    wanted = (board.lanes.index(lane), place.row)
    if wanted < place.top:
        return wanted
    number, row = place.top
    if scene.bands and row + 1 < scene.bands[0].rows:
        return (number, row + 1)
    return (number + 1, 0) if number < wanted[0] else place.top


# ── Columns ───────────────────────────────────────────────────────────────────────────────


def _columns(board: Board, place: Place, width: float) -> Iterator[Column]:
    """At most three lit columns in the middle, and the neighbours as far as the edge."""
    own = shown_steps(board, place)
    if not own:
        return
    steps = list(board.steps)
    pitch = (width - 2 * (SIDE - BLEED)) / COLUMNS
    room = pitch - GAP
    first = (width - pitch * len(own) + GAP) / 2
    begin = steps.index(own[0])
    for number, step in enumerate(steps):
        offset = number - begin
        lit = 0 <= offset < len(own)
        nudge = 0.0 if lit else (BLEED if offset < 0 else -BLEED)
        yield Column(step, first + offset * pitch + nudge, room, lit)


# ── Lanes ─────────────────────────────────────────────────────────────────────────────────


def _lay_lanes(board: Board, place: Place, scene: Scene, foot: bool) -> Scene:
    number, row = place.top
    y, left = LANES[0], MOST_CARDS
    for index, lane in list(enumerate(board.lanes))[number:]:
        stacks = _stacks(board, lane, scene.own(), foot)
        last = _last_row(stacks, row, LANES[1] - y - LANE_HEAD, left)
        if last == row and scene.bands:
            break
        last = max(last, row + 1)
        bottom = y + LANE_HEAD + _depth(stacks, row, last)
        rows = max((len(stack) for stack in stacks), default=0)
        band = Band(lane, index, y, row, last, max(rows, 1), bottom)
        scene.bands.append(band)
        _place_cards(board, scene, band, foot)
        _place_target(board, place, scene, band)
        left -= sum(len(stack[row:last]) for stack in stacks)
        if band.cut:
            break
        y, row = bottom, 0
    return scene


def _stacks(board: Board, lane: Row, columns: tuple[Column, ...], foot: bool) -> list[list[float]]:
    """The heights of the cards in each lit cell of a lane."""
    return [
        [_height(note, column.width, foot) for note in board.cell(column.step.id, lane.id)]
        for column in columns
    ]


def _last_row(stacks: list[list[float]], first: int, room: float, most: int) -> int:
    """The first row that has no room any more, or would be beyond the cards of a page."""
    rows = max((len(stack) for stack in stacks), default=0) or 1
    last = first
    while last < rows:
        count = sum(len(stack[first : last + 1]) for stack in stacks)
        if _depth(stacks, first, last + 1) > room or count > most:
            break
        last += 1
    return last


def _depth(stacks: list[list[float]], first: int, last: int) -> float:
    """How high these rows of a lane are; an empty one keeps room for its first card."""
    depths = [sum(h + CARD_GAP for h in stack[first:last]) - CARD_GAP for stack in stacks]
    return max([*depths, EMPTY])


def _height(note: Note, width: float, foot: bool) -> float:
    lines = _lines(note, width)
    below = FOOT + PAD_FOOT if foot or not mark_beside(note, lines, width) else PAD_TOP
    return PAD_TOP + CARD.line * len(lines) + below


def mark_beside(note: Note, lines: tuple[Line, ...], width: float) -> bool:
    """Whether the mark of strength has room beside the last line of the text."""
    return not note.strength or lines[-1].width + MARK + 12 <= width - 2 * PAD_X


def _lines(note: Note, width: float) -> tuple[Line, ...]:
    """The text of a card; one that is higher than the screen is cut."""
    most = int((LANES[1] - LANES[0] - LANE_HEAD - PAD_TOP - FOOT - PAD_FOOT) // CARD.line)
    text = note.text if len(note.text) < 400 else note.text[:400] + "…"
    return broken_lines(text, width - 2 * PAD_X)[:most] or (Line(0.0, CARD.line, ()),)


def broken_lines(text: str, room: float) -> tuple[Line, ...]:
    """The lines of a text. One or two letters alone on the last one look like a mistake, so that
    those before give some of theirs, as long as that takes no line more."""
    kind, measure = card_type(text), QtMeasure()
    lines = measure.lines((Run(text, kind),), room)
    for less in range(1, LEAST_LETTERS + 1):
        if len(lines) < 2 or lines[-1].width >= LEAST_LETTERS * kind.size:
            break
        narrower = measure.lines((Run(text, kind),), room - less * kind.size)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _place_cards(board: Board, scene: Scene, band: Band, foot: bool) -> None:
    for column in scene.columns:
        if column.x + column.width < 0 or column.x > scene.width:
            continue
        y = band.top + LANE_HEAD
        notes = board.cell(column.step.id, band.lane.id)[band.first : band.last]
        for row, note in enumerate(notes, band.first):
            height = _height(note, column.width, foot)
            if column.own or y + height <= band.bottom:
                rect = QRectF(column.x, y, column.width, height)
                lines = _lines(note, column.width) if column.own else ()
                scene.cards.append(Placed(note, column, band.number, row, rect, lines))
            y += height + CARD_GAP


def _place_target(board: Board, place: Place, scene: Scene, band: Band) -> None:
    """The lit place of a cell without cards, or without one in that row."""
    cell = board.cell(place.step, place.lane)
    lit = band.lane.id == place.lane and band.first <= place.row < band.last
    column = next((c for c in scene.own() if c.step.id == place.step), None)
    if lit and column is not None and place.row >= len(cell):
        height = min(EMPTY, band.bottom - band.top - LANE_HEAD)
        scene.target = QRectF(column.x, band.top + LANE_HEAD, column.width, height)
