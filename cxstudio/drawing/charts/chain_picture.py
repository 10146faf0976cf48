"""The chain as a board sees it: what was said, the gaps, the initiatives that close them, and the
measures that show whether it worked, each joined to what it rests on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cxstudio.drawing.charts.figure import (
    SMALL,
    STANDARD,
    Palette,
    axes_mm,
    finished,
    font,
    new_figure,
    text_mm,
)
from cxstudio.drawing.picture import Picture, Tell, nobody

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SHARES = (24.0, 36.0, 58.0, 32.4)
BETWEEN = 5.2
"""Widths of the columns and of the room for the lines between them, of 166 mm."""

MOST, EVEN = 3, (0.7, 0.8, 0.9)
"""Lines of words in a box, and how much narrower they may be so that none is very short."""

HEAD, LINE, PAD, AIR = 4.0, 2.75, 0.85, 1.0
"""Millimetres: the heads of the columns, a line of words, above and below it, between two boxes."""

SIDE = 1.2
"""Millimetres left and right of words."""


@dataclass(frozen=True, slots=True)
class Box:
    """A record: its code, what it is, and a figure that goes with it."""

    code: str
    words: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """Records of one kind under its name. `joined` says for each on which boxes of the column
    before it rests."""

    name: str
    boxes: tuple[Box, ...]
    joined: tuple[tuple[int, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class _Set:
    """A box with its words in lines. Its figure ends the first line beside a code, else the last
    one if there is room, or stands below."""

    box: Box
    lines: tuple[str, ...]
    below: bool

    @property
    def height(self) -> float:
        return (len(self.lines) + self.below) * LINE + 2 * PAD


def chain_figure(
    columns: Sequence[Column],
    alt: str,
    palette: Palette = STANDARD,
    width_mm: float = 166,
    tell: Tell = nobody,
) -> Picture:
    """Voices, gaps, initiatives and measures from left to right; as high as its words.

    Raises ValueError unless there are four columns.
    """
    if len(columns) != len(SHARES):
        raise ValueError("The chain has four columns.")
    scale = width_mm / 166
    widths = [share * scale for share in SHARES]
    boxes = [
        [_set(box, width - 2 * SIDE, place in (0, 3)) for box in column.boxes]
        for place, (column, width) in enumerate(zip(columns, widths, strict=True))
    ]
    tell(0.0, "")
    inner = max(map(_height, boxes))
    figure = new_figure(width_mm, inner + HEAD + 0.6)
    axes = axes_mm(figure, 0.0, 0.3, 0.0, 0.3)
    axes.set_xlim(0, width_mm)
    axes.set_ylim(inner + HEAD, 0)
    axes.set_axis_off()
    lefts = [sum(widths[:place]) + place * BETWEEN * scale for place in range(len(widths))]
    tops = [_tops(column, inner) for column in boxes]
    for place, column in enumerate(columns):
        if column.boxes:
            axes.text(
                lefts[place], HEAD - 1.4, column.name, color=palette.ink_2,
                va="baseline", fontproperties=font(SMALL),
            )  # fmt: skip
        colour = palette.orange_mid if place == 1 else palette.petrol_mid
        for to, froms in enumerate(column.joined):
            for start in froms:
                x, y = lefts[place - 1] + widths[place - 1], _middle(boxes, tops, place - 1, start)
                _line(axes, (x, y), (lefts[place], _middle(boxes, tops, place, to)), colour)
        for one, top in zip(boxes[place], tops[place], strict=True):
            _box(axes, one, place, (lefts[place], top, widths[place]), palette)
    tell(0.0, "")
    return finished(figure, alt)


# ── Where everything stands ───────────────────────────────────────────────────────────────


def _set(box: Box, width: float, below: bool) -> _Set:
    """The words in lines, the first beside the code and a figure that is not below."""
    right = 0.0 if below or not box.figure else text_mm(box.figure, SMALL, True) + 2
    left = text_mm(box.code, SMALL, True) + 1.6 if box.code else 0.0
    bold = not box.code
    lines = _lines(box.words, width - left - right, width, bold)
    for share in EVEN:
        evener = _lines(box.words, (width - left - right) * share, width * share, bold)
        if len(evener) == len(lines) and not evener[-1].endswith("…"):
            lines = evener
            break
    fits = text_mm(lines[-1], SMALL, bold) + 2 + text_mm(box.figure, SMALL) <= width
    return _Set(box, tuple(lines), below and bool(box.figure) and not fits)


def _lines(words: str, first: float, width: float, bold: bool) -> list[str]:
    line, rest = _fitting(words, first, bold)
    lines = [line]
    while rest and len(lines) < MOST:
        last = len(lines) == MOST - 1
        line, more = _fitting(rest, width, bold)
        lines.append(_cut(rest, width, bold) if last and more else line)
        rest = more
    return lines


def _fitting(words: str, width: float, bold: bool) -> tuple[str, str]:
    """What of the words fits into a line, and the rest; Japanese is broken between letters."""
    parts = [f"{word} " for word in words.split(" ")] if " " in words else list(words)
    count = _most(len(parts), lambda n: "".join(parts[:n]).rstrip(), width, bold)
    return "".join(parts[:count]).rstrip(), "".join(parts[count:]).rstrip()


def _cut(words: str, width: float, bold: bool) -> str:
    def cut(count: int) -> str:
        return f"{words[:count].rstrip()}…"

    return cut(_most(len(words), cut, width, bold))


def _most(count: int, text: Callable[[int], str], width: float, bold: bool) -> int:
    """The most parts of so many whose text is no wider."""
    counts = range(1, count + 1)
    return bisect_right(counts, width, key=lambda n: text_mm(text(n), SMALL, bold))


def _height(column: Sequence[_Set]) -> float:
    return sum(one.height for one in column) + AIR * max(0, len(column) - 1)


def _tops(column: Sequence[_Set], inner: float) -> list[float]:
    """The boxes over the whole height, with the same room between any two."""
    free = inner - sum(one.height for one in column)
    air = free / (len(column) - 1) if len(column) > 1 else free / 2
    tops, top = [], HEAD + (air if len(column) == 1 else 0.0)
    for one in column:
        tops.append(top)
        top += one.height + air
    return tops


def _middle(
    boxes: Sequence[Sequence[_Set]], tops: Sequence[Sequence[float]], column: int, place: int
) -> float:
    return tops[column][place] + boxes[column][place].height / 2


# ── Painting ──────────────────────────────────────────────────────────────────────────────


def _line(axes: Axes, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    (x, y), (to_x, to_y) = start, end
    half = (x + to_x) / 2
    path = Path(
        [(x, y), (half, y), (half, to_y), (to_x, to_y)],
        [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
    )
    axes.add_patch(PathPatch(path, facecolor="none", edgecolor=colour, linewidth=0.9))


def _box(
    axes: Axes, one: _Set, column: int, place: tuple[float, float, float], palette: Palette
) -> None:
    from matplotlib.patches import Rectangle

    grounds = (palette.pale, palette.orange_tint, palette.petrol_tint, palette.petrol)
    edges = (palette.rule, palette.orange_mid, palette.petrol_mid, palette.petrol)
    codes = (palette.ink, palette.orange, palette.petrol_dark, "white")
    inks = (palette.ink_2, palette.ink, palette.ink, "white")
    left, top, width = place
    axes.add_patch(
        Rectangle(
            (left, top), width, one.height, facecolor=grounds[column], edgecolor=edges[column],
            linewidth=0.6,
        )
    )  # fmt: skip
    bold = not one.box.code

    def write(x: float, line: int, text: str, colour: str, bold: bool, side: str = "left") -> None:
        y = top + PAD + LINE * line + LINE / 2
        axes.text(
            x, y, text, color=colour, ha=side, va="center_baseline",
            fontproperties=font(SMALL, bold),
        )  # fmt: skip

    indent = 0.0
    if one.box.code:
        write(left + SIDE, 0, one.box.code, codes[column], True)
        indent = text_mm(one.box.code, SMALL, True) + 1.6
    for number, line in enumerate(one.lines):
        colour = codes[column] if bold else inks[column]
        write(left + SIDE + (0 if number else indent), number, line, colour, bold)
    if one.below:
        write(left + SIDE, len(one.lines), one.box.figure, inks[column], False)
    elif one.box.figure:
        at = len(one.lines) - 1 if bold else 0
        colour = inks[column] if bold else codes[column]
        write(left + width - SIDE, at, one.box.figure, colour, not bold, "right")
