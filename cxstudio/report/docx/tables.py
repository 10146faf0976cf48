"""Tables of data: heads that repeat, rows that do not split, widths that sum to the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from unicodedata import east_asian_width

from cxstudio.report.blocks import Cell, Column, Confidence, Heat, Row, Table, plain
from cxstudio.report.docx import captions, cells, fields, grid, widths
from cxstudio.report.docx.page import PORTRAIT
from cxstudio.report.docx.paging import stays_whole
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import paragraph, run, twips, w

_NARROW = 15.0
_LETTER = 1.95
"""Millimetres of a letter in a table whose typeface is wide and bold."""
_SIDES, _WIDE_SIDES = 2.2, 3.6
"""Millimetres beside a word in narrow columns and in others."""
_HEAD, _SMALLEST = 7.8, 0.8
"""Points of a head, and the least of them that a long word is set in."""
_KEPT = 0.16
"""The share of a table that its widest column keeps."""
_TIGHT = 0.55
"""Millimetres above and below the words of a tight table, and of a dense one where pages are
low."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What all cells of a column share: width in twips, margins, and how paragraphs are set."""

    width: int
    margins: str
    style: str
    align: str


def table(block: Table, setting: Typesetting) -> list[str]:
    """Caption, table and source."""
    kind: Literal["Figure", "Table"] = "Figure" if block.as_figure else "Table"
    above = captions.caption(kind, block.caption, block.subcaption, setting)
    return [*above, data_table(block, setting), *captions.source(block.source, setting)]


def data_table(block: Table, setting: Typesetting) -> str:
    """The table alone."""
    heads = ", ".join(column.head.replace("\n", " ") for column in block.columns if column.head)
    with setting.table(block.dense):
        shapes = column_shapes(block.columns, setting, block.rows, tight=block.tight)
        rows = [head_row(block.columns, shapes, setting)]
        for number, row in enumerate(block.rows):
            with setting.at(row.code):
                rows.append(_row(number, row, block, shapes, setting))
    return grid.table(
        setting.style("CXTable"),
        [shape.width for shape in shapes],
        rows,
        heads=True,
        total=bool(block.rows) and block.rows[-1].total,
        title=block.title or block.caption,
        description=block.description or heads,
    )


def column_shapes(
    columns: tuple[Column, ...],
    setting: Typesetting,
    rows: tuple[Row, ...] = (),
    *,
    tight: bool = False,
) -> list[Shape]:
    """The columns' shapes; narrow columns have tighter margins, outer edges stand on the grid."""
    across = _whole_words(_widths(columns, rows, setting), columns, rows, setting)
    in_twips = grid.columns_in_twips(across)
    tight = tight or (setting.dense and setting.lies and bool(rows))
    height = _TIGHT if tight else 1.05 if setting.dense else None
    flush = None if setting.head_fill or setting.filled_heads else 0
    last = len(columns) - 1
    shapes = []
    for number, (column, width) in enumerate(zip(columns, in_twips, strict=True)):
        beside = 1.0 if width < twips(_NARROW) else None
        margins = grid.margins(
            top=height,
            left=flush if number == 0 and flush is not None else beside,
            bottom=height,
            right=flush if number == last and flush is not None else beside,
        )
        align = cells.alignment(column.kind)
        shapes.append(Shape(width, margins, cells.style(column.kind, setting), align))
    return shapes


def _widths(
    columns: tuple[Column, ...], rows: tuple[Row, ...], setting: Typesetting
) -> list[float]:
    """Millimetres that sum to the width there is: as designed, but spread where pages lie."""
    if setting.lies and rows:
        fills = setting.in_cell or setting.landscape
        upright = setting.width if fills else PORTRAIT.nominal * setting.measure
        place = widths.Place(setting.width, upright)
        return widths.spread(columns, rows, place, setting.measure, dense=setting.dense)
    return widths.designed(columns, setting.width, setting.measure)


def _whole_words(
    across: list[float], columns: tuple[Column, ...], rows: tuple[Row, ...], setting: Typesetting
) -> list[float]:
    """In a template, whose letters may be wide: room for the longest word of each head and the
    longest number below it, taken from the widest column if that can spare it."""
    if setting.own_pages:
        return across
    least = [_least(column, [row.cells[n] for row in rows]) for n, column in enumerate(columns)]
    lacking = [max(least - mm, 0) for least, mm in zip(least, across, strict=True)]
    widest = across.index(max(across))
    spare = across[widest] - max(least[widest], setting.width * _KEPT)
    share = min(spare / (sum(lacking) or 1), 1) if spare > 0 else 0
    wider = [mm + share * more for mm, more in zip(across, lacking, strict=True)]
    wider[widest] -= sum(wider) - sum(across)
    return wider


def _least(column: Column, cells: list[Cell]) -> float:
    """Millimetres that no word of the column needs to be broken in."""
    words = [column.head]
    if column.kind == "number":
        words += [plain(x) for x in cells if not isinstance(x, Heat | Confidence)]
    latin = [word for text in words for word in text.split() if _is_latin(word)]
    word = max((_LETTER * len(word) for word in latin), default=0)
    return word + (_SIDES if word + _SIDES < _NARROW else _WIDE_SIDES)


def _is_latin(word: str) -> bool:
    """Whether a word is not broken: those with wide letters may be at any."""
    return not any(east_asian_width(letter) in "WF" for letter in word)


def head_row(columns: tuple[Column, ...], shapes: list[Shape], setting: Typesetting) -> str:
    """The row of heads, repeated on each page."""
    style = setting.style("CXTableHead")
    line = grid.edge("bottom", 0.75, setting.palette.ink)
    heads = [
        grid.cell(
            shape.width,
            paragraph(
                style,
                run(column.head, _small(column.head, shape, setting)),
                properties=w("keepNext") + shape.align,
            ),
            borders=line,
            fill=setting.head_fill,
            margins=shape.margins,
            align="bottom",
        )
        for column, shape in zip(columns, shapes, strict=True)
    ]
    return grid.row(heads, head=True)


def _small(head: str, shape: Shape, setting: Typesetting) -> str:
    """In a template, whose letters may be wide: smaller letters for a head with a word that is
    longer than its narrow column."""
    room = shape.width / twips(1) - _SIDES
    longest = max((_LETTER * len(word) for word in head.split() if _is_latin(word)), default=0)
    if setting.own_pages or longest <= room:
        return ""
    size = round(setting.look.points((_HEAD, _HEAD)) * 2 * max(room / longest, _SMALLEST))
    return w("sz", val=size) + w("szCs", val=size)


def _row(number: int, row: Row, block: Table, shapes: list[Shape], setting: Typesetting) -> str:
    """One row. The last two stay together, and with the source; a heat map and a short table stay
    whole. The first row has no wish of its own: where the second did not fit LibreOffice let the
    table run over the foot of the page and showed no more of it."""
    last = len(block.rows) - 1
    together = number == last - 1 or (number == last and bool(block.source))
    together = together or (number != last and stays_whole(block))
    below_cut = number > 0 and block.rows[number - 1].cut
    keep = w("keepNext") if together else ""
    written: list[str] = []
    for column, shape, cell in zip(block.columns, shapes, row.cells, strict=True):
        shown = cells.content(cell, column.kind, row.bold or row.total, setting)
        if row.code and not written:
            shown = fields.anchor(row.code, shown, setting)
        written.append(
            grid.cell(
                shape.width,
                paragraph(shape.style, shown, properties=keep + shape.align),
                borders=cells.borders(cell, row, cells.Place(number, last, below_cut), setting),
                fill=cells.fill(cell, setting),
                margins=shape.margins,
                align="center" if isinstance(cell, Heat) else "",
            )
        )
    return grid.row(written)
