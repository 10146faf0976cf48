"""A drawing larger than the paper: cut into pages that overlap, to be glued together.

Pure geometry in millimetres. Every page shows its part of the drawing within a margin; a part and
the next share `overlap`, and without that the parts cover the drawing exactly once.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Literal

from cxstudio.drawing.journey.boxes import Rect

Turn = Literal["auto", "portrait", "landscape"]
Size = tuple[float, float]

MARGIN, OVERLAP = 10.0, 10.0


@dataclass(frozen=True, slots=True)
class Tile:
    """One page: its place in the grid, and the part of the drawing that it shows."""

    row: int
    column: int
    part: Rect

    @property
    def name(self) -> str:
        """A1, A2 … from left to right, B1 below."""
        return f"{letters(self.row)}{self.column + 1}"


@dataclass(frozen=True, slots=True)
class Tiling:
    """A drawing of `size` on pages of `paper`, row by row."""

    size: Size
    paper: Size
    columns: int
    rows: int
    tiles: tuple[Tile, ...]
    margin: float = MARGIN
    overlap: float = OVERLAP


def tiled(size: Size, paper: Size, margin: float = MARGIN, overlap: float = OVERLAP) -> Tiling:
    """Cut a drawing into as few pages of this paper, turned as it is, as it takes.

    Raises ValueError when the margins and the overlap leave no room on the paper.
    """
    room = (paper[0] - 2 * margin, paper[1] - 2 * margin)
    if min(room) <= overlap or min(size) <= 0:
        raise ValueError(f"no room on {paper} for {size} with an overlap of {overlap}")
    columns, rows = (
        1 + max(0, ceil((side - space) / (space - overlap) - 1e-9))
        for side, space in zip(size, room, strict=True)
    )
    tiles = tuple(
        Tile(row, column, _part(size, room, overlap, row, column))
        for row in range(rows)
        for column in range(columns)
    )
    return Tiling(size, paper, columns, rows, tiles, margin, overlap)


def turned(paper: Size, turn: Turn, size: Size, tiles: bool) -> Size:
    """The paper upright or lying; "auto" takes what shows the drawing larger, or on fewer pages."""
    upright, lying = (min(paper), max(paper)), (max(paper), min(paper))
    if turn != "auto":
        return upright if turn == "portrait" else lying
    if tiles:
        counts = [len(tiled(size, way).tiles) for way in (upright, lying)]
        if counts[0] != counts[1]:
            return upright if counts[0] < counts[1] else lying
    return lying if size[0] > size[1] else upright


def letters(place: int) -> str:
    """A, B … Z, AA."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


def _part(size: Size, room: Size, overlap: float, row: int, column: int) -> Rect:
    x, y = column * (room[0] - overlap), row * (room[1] - overlap)
    return Rect(x, y, min(room[0], size[0] - x), min(room[1], size[1] - y))
