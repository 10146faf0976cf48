"""About how much of a page blocks fill: for the contents until Word has counted, and to tell which
pages are to be set closer.

Word replaces the numbers when the field is updated, and on printing. Sections begin on a page of
their own, so that an error stays within the section and the ones behind it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from cxstudio.report import blocks as b

_DESIGNED = {False: 166.0, True: 253.0}
_WIDE_PAGE = 200.0
_HEADING, _HEADING_JA = 30.0, 32.0
_HEADING_WIDE, _HEADING_SIDEWAYS = 14.0, 18.0
"""Millimetres of a section's label and message: upright, on a wide page, and on the pages of a
template that are all wide."""
_USED = 0.915
"""The share of a page that is filled where a table goes on: rows do not split, heads repeat."""
_LEAD_LINE, _LINE, _LIST_LINE, _SMALL_LINE, _DENSE_LINE = 5.8, 5.2, 4.8, 4.5, 3.9
_NOTE_LINE = 4.0
_DENSE, _LIST, _NOTE = 0.82, 0.93, 0.8
"""How wide a letter of a dense table, a list and a note is beside one of running text."""
_BELOW_COLUMNS = 5.0
_ENTRY = 10.0
_BESIDE = 120.0
"""Below this width (mm) a block stands beside others and fills its column."""
_WIDE, _NARROW = 3.3, 1.65
"""Millimetres across of a Japanese and of a Latin letter in running text."""
_NEARLY, _FULLY, SPARE = 0.95, 1.03, 1.09
"""From which share of a page on it is set closer, from which fully so, and up to which that brings
it onto one page."""
_SPARE_OF_SOME = 1.13
"""The same where tables go on over pages, which a little more or less does no harm."""
_FEW = 3
"""Pages, above which a few lines more or less cannot be told beforehand."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Width and height of the text (mm) upright and on its side, and how large letters are beside
    ours: of running text, and of what stands in tables and columns."""

    upright: tuple[float, float] = (166.0, 246.0)
    wide: tuple[float, float] = (253.0, 167.0)
    running: float = 1.0
    fixed: float = 1.0

    def size(self, landscape: bool) -> tuple[float, float]:
        """Width and height in millimetres of a page with our letters."""
        width, height = self.wide if landscape else self.upright
        return width / self.fixed, height / self.fixed


A4 = Sheet()


def page_count(part: b.Part, language: b.Language, entries: int, sheet: Sheet = A4) -> int:
    """How many pages the part is expected to fill, at least one.

    ``entries`` is how many sections a list of contents names.
    """
    if isinstance(part, b.Cover):
        return 1
    return sum(
        _pages(fill(group, landscape, language, sheet, entries))
        for group, landscape in _groups(part)
    )


def lead_of(words: b.Words) -> tuple[b.Block, ...]:
    """The lead below a message as a block that fills a page too."""
    return (b.Paragraph(words, "lead"),) if words else ()


def _groups(section: b.Section) -> Iterable[tuple[list[b.Block], bool]]:
    """The blocks between page breaks, and whether they lie on their side."""
    landscape = section.landscape
    blocks, lead = section.blocks, section.lead
    if not section.message and blocks and isinstance(blocks[0], b.PageMessage):
        landscape, lead, blocks = blocks[0].landscape, lead or blocks[0].lead, blocks[1:]
    group: list[b.Block] = [*lead_of(lead)]
    for block in blocks:
        if isinstance(block, b.PageMessage | b.PageBreak):
            yield group, landscape
            group = [*lead_of(block.lead)] if isinstance(block, b.PageMessage) else []
            landscape = isinstance(block, b.PageMessage) and block.landscape
        else:
            group.append(block)
    yield group, landscape


def closeness(filled: float) -> float:
    """How much closer blocks that fill so many pages are to be set, from 0 to 1, so that they do
    not run a little over onto one more."""
    pages = filled if filled <= SPARE else filled / _USED
    whole = max(round(pages), 1)
    over = pages / whole
    most = SPARE if whole == 1 else _SPARE_OF_SOME
    if whole > _FEW or not _NEARLY < over <= most:
        return 0
    return min((over - _NEARLY) / (_FULLY - _NEARLY), 1)


def _pages(filled: float) -> int:
    return 1 if filled <= SPARE else ceil(filled / _USED)


def fill(
    group: Sequence[b.Block],
    landscape: bool,
    language: b.Language,
    sheet: Sheet = A4,
    entries: int = 0,
) -> float:
    """The share of a page that a heading and the blocks below it fill; over 1 they go on."""
    width, height = sheet.size(landscape)
    heading = _HEADING_JA if language == "ja" else _HEADING
    if width > height:
        heading = _HEADING_WIDE if landscape else _HEADING_SIDEWAYS
    heading += sum(_ENTRY * entries for block in group if isinstance(block, b.Contents))
    scale = width / _DESIGNED[landscape]
    running = sheet.running / sheet.fixed
    return (heading + sum(_height(x, width, scale, running) for x in group)) / height


def _height(block: b.Block, width: float, scale: float = 1.0, running: float = 1.0) -> float:
    """Millimetres down the page. ``scale`` is that of designed widths, ``running`` that of running
    text beside what stands in tables and columns; both are 1 in a column."""
    if isinstance(block, b.Columns):
        pairs = zip(block.columns, block.widths, strict=True)
        columns = (sum(_height(x, inner * scale) for x in column) for column, inner in pairs)
        return _BELOW_COLUMNS + max(columns, default=0)
    if isinstance(block, b.Table):
        return _title(block, width) + sum(_row(row, block, width, scale) for row in block.rows)
    if isinstance(block, b.EvidenceRegister):
        return 18 + sum(
            3 + _SMALL_LINE * max(_lines(r.says, 55 * scale), _lines(r.source, 33 * scale))
            for r in block.rows
        )
    if isinstance(block, b.Figure):
        return _figure(block, width)
    if isinstance(block, b.Paragraph | b.Bullets | b.Numbered):
        return _words(block, width / running) * running
    return _words(block, width)


def _title(table: b.Table, width: float) -> float:
    """Caption, head and source of a table."""
    heads = max((column.head.count("\n") for column in table.columns), default=0)
    small = [words for words in (table.subcaption, b.plain(table.source)) if words]
    notes = sum(2 + _NOTE_LINE * _lines(words, width / _NOTE) for words in small)
    return 15 + _DENSE_LINE * heads + notes


def _row(row: b.Row, table: b.Table, width: float, measure: float) -> float:
    given = sum(column.width for column in table.columns) * measure
    rest = (width - given) / max(sum(column.width == 0 for column in table.columns), 1)
    texts = [
        cell if isinstance(cell, b.Heat | b.Confidence) else b.plain(cell) for cell in row.cells
    ]
    scale = _DENSE if table.dense else 1.0
    lines = [
        _lines(text, ((column.width * measure or rest) - 3) / scale)
        for text, column in zip(texts, table.columns, strict=True)
        if isinstance(text, str)
    ]
    if table.dense:
        japanese = any(east_asian_width(letter) in "WF" for text in texts for letter in str(text))
        return 2.1 + (_SMALL_LINE if japanese else _DENSE_LINE) * max(lines, default=1)
    return 3 + _SMALL_LINE * max(lines, default=1)


def _figure(figure: b.Figure, width: float) -> float:
    above = 22 if width < _WIDE_PAGE else 15
    above = above if figure.caption else 4
    if figure.chart is not None:
        return above + figure.chart.height_mm
    across, down = struct.unpack(">II", figure.png[16:24])
    return above + min(figure.width_mm, width) * float(down) / float(across)


def _words(block: b.Block, width: float) -> float:
    if isinstance(block, b.Bullets | b.Numbered):
        return sum(
            1.5 + _LIST_LINE * _lines(b.plain(item), (width - 6) / _LIST) for item in block.items
        )
    if isinstance(block, b.Quote):
        return 8 + 6.5 * _lines(block.text, width - 14) + (7 if block.attribution else 0)
    if isinstance(block, b.Meaning):
        return 9 + _LIST_LINE * _lines(b.plain(block.words), width - 31)
    if isinstance(block, b.Paragraph | b.Box):
        measure = width * 142 / 166 if width > _BESIDE else width
        if isinstance(block, b.Paragraph) and block.style == "lead":
            return 5 + _LEAD_LINE * _lines(b.plain(block.words), measure * _LINE / _LEAD_LINE)
        return 3 + _LINE * _lines(b.plain(block.words), measure)
    if isinstance(block, b.Heading):
        return 9 if block.level == 4 else 13
    return _laid_out(block, width)


def _laid_out(block: b.Block, width: float) -> float:
    """Facts and figures in rows."""
    if isinstance(block, b.Definitions):
        right = width - block.label_mm
        return sum(4 + _SMALL_LINE * _lines(b.plain(x.words), right) for x in block.facts)
    if isinstance(block, b.Facts):
        words = [b.plain(fact.words) for fact in block.facts]
        return _rows(words, block.across, width / max(block.across, 1) - 4, 7.5)
    if isinstance(block, b.Decisions):
        words = [b.plain(item) for item in block.items]
        return 6 + _rows(words, 2, (width - 26) / 2 - 6, 3)
    if isinstance(block, b.KeyFigures):
        across = width / max(len(block.figures), 1) - 6
        notes = max((_lines(figure.note, across) for figure in block.figures), default=0)
        return 30 + 3.5 * notes
    return 13


def _rows(words: list[str], across: int, width: float, space: float) -> float:
    """Rows of so many texts beside each other, each as tall as its longest."""
    lines = [_lines(text, width) for text in words]
    step = max(across, 1)
    rows = (max(lines[n : n + step]) for n in range(0, len(lines), step))
    return sum(space + _SMALL_LINE * row for row in rows)


def _lines(text: str, width: float) -> int:
    return sum(max(1, ceil(_across(line) / max(width, 5))) for line in text.split("\n"))


def _across(text: str) -> float:
    return sum(_WIDE if east_asian_width(letter) in "WF" else _NARROW for letter in text)
