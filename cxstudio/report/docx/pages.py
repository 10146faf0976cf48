"""About how high blocks are and how much of a page they fill: to tell which pages are to be set
closer, and on which page sections begin.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from cxstudio.report import blocks as b
from cxstudio.report.docx import widths
from cxstudio.report.docx.styles import LONGEST_LINE
from cxstudio.report.docx.widths import line_mm

_DESIGNED = {False: 166.0, True: 253.0}
_WIDE_PAGE = 200.0
_HEADING, _HEADING_JA = 30.0, 32.0
_HEADING_WIDE = 18.0
"""Millimetres of a section's label and message: upright, and on a wide page."""
_USED = 0.915
"""The share of a page that is filled where a table goes on: rows do not split, heads repeat."""
_Line = tuple[float, float]
_LEAD_LINE: _Line = (6.1, 6.7)
_LINE: _Line = (5.4, 6.0)
_LIST_LINE: _Line = (5.0, 5.6)
_TABLE_LINE: _Line = (4.4, 4.6)
_DENSE_LINE: _Line = (4.15, 4.6)
_SMALL_LINE = 4.5
"""Millimetres from line to line, in Latin and in Japanese letters."""
_ABOVE = 23.8
"""Caption, the words below it and source of a picture."""
_NOTE_LINE = 4.0
_LIST, SMALL, _LEAD = 0.93, 0.8, 1.15
"""How wide a letter of a list, a note and a lead is beside one of running text."""
_BELOW_COLUMNS = 5.0
_ENTRY = {False: 10.0, True: 8.4}
"""An entry in the list of contents, upright and on pages that lie."""
_CONTENTS = 13.0
"""The heading of the list of contents."""
_REGISTER, _EVIDENCE = 10.0, 2.5
"""Caption and source of the register, and the space around the words of a row."""
_REGISTER_HEAD: _Line = (11.0, 8.0)
_REGISTER_LINE: _Line = (4.4, 4.57)
"""Its head, of two lines in Latin letters, and the lines of its rows."""
REGISTERED = {
    False: (13.5, 21.0, 65.0, 35.5, 12.0, 0.0),
    True: (13.5, 21.0, 115.0, 50.0, 12.0, 0.0),
}
"""How wide its columns are, upright and on a page on its side: code, kind, words, source,
confidence, and use, which has the rest."""
BESIDE_PICTURE = 45.0
"""Millimetres of a page that heading, caption and source of a picture need."""
_BESIDE = 120.0
"""Below this width (mm) a block stands beside others and fills its column."""
DECIDED_BESIDE = 100.0
"""Above this width decisions stand two in a row."""
_HALF_A_WORD = 4.5
"""Millimetres that lines of Latin words end before their edge."""
_PARTS = re.compile(r"(?<=[、,;] )|(?<=、)(?! )")
"""Where a list of words may go on in the next line."""
_NEARLY, _FULLY, SPARE = 0.92, 1.03, 1.09
"""From which share of a page on it is set closer, from which fully so, and up to which that brings
it onto one page."""
_SPARE_OF_SOME, _SPARE_LYING = 1.13, 1.145
"""The same where tables go on over pages, which a little more or less does no harm, and across a
page that lies on its side, where columns are judged with more caution than they need."""
_SURELY = 0.88
"""The share of a page that a table may fill which is to stand on it whole."""
FEW = 3
"""Pages, above which a few lines more or less cannot be told beforehand."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Width and height of the text (mm) upright and on its side, and how large letters are beside
    ours: of running text, and of leads and what stands in tables and columns."""

    upright: tuple[float, float] = (166.0, 246.0)
    wide: tuple[float, float] = (253.0, 167.0)
    running: float = 1.0
    fixed: float = 1.0
    exact: float = 1.0
    """How high Japanese lines are, which are exact, where letters are reckoned wider than ours."""

    @property
    def lies(self) -> bool:
        """Whether all pages are wider than high."""
        width, height = self.upright
        return width > height

    @property
    def spare(self) -> float:
        """Up to which share of a page closer setting brings what stands on it onto one."""
        return _SPARE_LYING if self.lies else SPARE

    def size(self, landscape: bool) -> tuple[float, float]:
        """Width and height in millimetres of a page with our letters."""
        width, height = self.wide if landscape else self.upright
        return width / self.fixed, height / self.fixed


A4 = Sheet()


def lead_of(words: b.Words) -> tuple[b.Block, ...]:
    """The lead below a message as a block that fills a page too."""
    return (b.Paragraph(words, "lead"),) if words else ()


def closeness(filled: float, spare: float = SPARE) -> float:
    """How much closer blocks that fill so many pages are to be set, from 0 to 1, so that they do
    not run a little over onto one more; ``spare`` is the most that one page is filled over."""
    pages = filled if filled <= spare else filled / _USED
    whole = max(round(pages), 1)
    over = pages / whole
    most = spare if whole == 1 else _SPARE_OF_SOME
    if whole > FEW or not _NEARLY < over <= most:
        return 0
    return min((over - _NEARLY) / (_FULLY - _NEARLY), 1)


def fill(
    group: Sequence[b.Block],
    landscape: bool,
    language: b.Language,
    sheet: Sheet = A4,
    entries: int = 0,
) -> float:
    """The share of a page that a heading and the blocks below it fill; over 1 they go on."""
    width, height = sheet.size(landscape)
    above = heading(group, language, width, height)
    return (above + sum(sum(heights(x, landscape, sheet, entries)) for x in group)) / height


def heading(group: Sequence[b.Block], language: b.Language, width: float, height: float) -> float:
    """Millimetres of label and message on a page; none where the blocks begin with a break."""
    if group and isinstance(group[0], b.PageBreak):
        return 0.0
    if width > height:
        return _HEADING_WIDE
    return _HEADING_JA if language == "ja" else _HEADING


def heights(block: b.Block, landscape: bool, sheet: Sheet, entries: int = 0) -> list[float]:
    """Millimetres down the page of each piece that a page may end after: of a table what stands
    above its rows and each row, of a list each item."""
    width, height = sheet.size(landscape)
    running = sheet.running / sheet.fixed
    measure = width / _DESIGNED[width > height]
    if isinstance(block, b.Table):
        upright = width if landscape else _DESIGNED[False] * measure
        return _table(block, widths.Place(width, upright), measure, sheet.lies)
    if isinstance(block, b.EvidenceRegister):
        rows = (_evidence(row, measure, width > height, sheet.exact) for row in block.rows)
        return [_REGISTER + register_head(block), *rows]
    if isinstance(block, b.Figure):
        return [_figure(block, width, measure, height - BESIDE_PICTURE)]
    if isinstance(block, b.Contents):
        return [_CONTENTS, *[_ENTRY[sheet.lies]] * entries]
    if isinstance(block, b.Bullets | b.Numbered):
        return [_words(b.Bullets((x,)), width / running) * running for x in block.items]
    if isinstance(block, b.Definitions):
        return [_words(b.Definitions((x,), block.label_mm), width) for x in block.facts]
    if isinstance(block, b.Columns):
        wide = landscape or sum(block.widths) > _DESIGNED[False]
        return [_columns(block, width / _DESIGNED[wide], sheet.lies)]
    is_lead = isinstance(block, b.Paragraph) and block.style == "lead"
    return [_height(block, width, 1.0 if is_lead else running)]


def on_one(block: b.Table, landscape: bool, sheet: Sheet, share: float = _SURELY) -> bool:
    """Whether a table that begins a page is sure to end on it, filling so much of it."""
    return sum(heights(block, landscape, sheet)) <= share * sheet.size(landscape)[1]


def stacked(group: Sequence[b.Block], width: float, *, lies: bool = False) -> float:
    """Millimetres of blocks below each other in a column so wide."""
    return sum(_height(block, width, lies=lies) for block in group)


def _columns(block: b.Columns, scale: float, lies: bool) -> float:
    """As high as the highest; ``scale`` is that of designed widths."""
    pairs = zip(block.columns, block.widths, strict=True)
    columns = (stacked(column, inner * scale, lies=lies) for column, inner in pairs)
    return _BELOW_COLUMNS + max(columns, default=0)


def _height(block: b.Block, width: float, running: float = 1.0, *, lies: bool = False) -> float:
    """Millimetres down the page, or down a column where ``running``, the scale of running text
    beside what stands in tables and columns, is 1."""
    if isinstance(block, b.Columns):
        return _columns(block, 1.0, lies)
    if isinstance(block, b.Table):
        return sum(_table(block, widths.Place(width, width), 1, lies))
    if isinstance(block, b.Figure):
        return _figure(block, width)
    if isinstance(block, b.Paragraph | b.Bullets | b.Numbered):
        return _words(block, width / running) * running
    return _words(block, width)


def register_head(block: b.EvidenceRegister) -> float:
    """Millimetres of the register's head."""
    return _line("".join(row.says for row in block.rows[:1]), _REGISTER_HEAD)


def _evidence(row: b.Evidence, measure: float, wide: bool, exact: float) -> float:
    """A row of the register."""
    says, source = (width * measure - 4 for width in REGISTERED[wide][2:4])
    kind = 2 if row.kind_note else 1
    lines = max(
        _lines(row.says, says / widths.IN_TABLE),
        _lines(by_parts(row.source, source / SMALL), source / SMALL),
        kind,
    )
    latin, japanese = _REGISTER_LINE
    return _EVIDENCE + _line(row.says, (latin, japanese * exact)) * lines


def _table(table: b.Table, place: widths.Place, measure: float, lies: bool) -> list[float]:
    """What stands above the rows of a table, with its source, and each row."""
    across = _widths(table, place, measure, lies)
    tight = table.tight or (lies and table.dense)
    rows = (_row(row, table, across, tight=tight) for row in table.rows)
    return [_title(table, across, place.width), *rows]


def _title(table: b.Table, across: Sequence[float], width: float) -> float:
    """Caption, head and source of a table."""
    columns = zip(table.columns, across, strict=True)
    heads = max((_lines(column.head, mm / SMALL) - 1 for column, mm in columns), default=0)
    small = [words for words in (table.subcaption, b.plain(table.source)) if words]
    notes = sum(2 + _NOTE_LINE * _lines(words, width / SMALL) for words in small)
    return 15 + _DENSE_LINE[0] * heads + notes


def _row(row: b.Row, table: b.Table, across: Sequence[float], *, tight: bool) -> float:
    texts = [
        cell if isinstance(cell, b.Heat | b.Confidence) else b.plain(cell) for cell in row.cells
    ]
    scale = widths.IN_DENSE if table.dense else widths.IN_TABLE
    lines = [
        _lines(text, (mm - 2) / scale)
        for text, mm in zip(texts, across, strict=True)
        if isinstance(text, str)
    ]
    words = "".join(text for text in texts if isinstance(text, str))
    line = _line(words, _DENSE_LINE if table.dense else _TABLE_LINE)
    between = 1.1 if tight else 2.1 if table.dense else 3
    return between + line * max(lines, default=1)


def _widths(table: b.Table, place: widths.Place, measure: float, lies: bool) -> list[float]:
    """Millimetres across of each column."""
    if lies and table.rows:
        return widths.spread(table.columns, table.rows, place, measure, dense=table.dense)
    given = sum(column.width for column in table.columns) * measure
    rest = (place.width - given) / max(sum(column.width == 0 for column in table.columns), 1)
    return [column.width * measure or rest for column in table.columns]


def _figure(
    figure: b.Figure, width: float, measure: float = 1.0, tallest: float = float("inf")
) -> float:
    """A picture keeps its proportions within the page, a chart its height."""
    above = _ABOVE if width < _WIDE_PAGE else 15
    above -= (0 if figure.subcaption else 5) + (0 if b.plain(figure.source) else 7)
    above = above if figure.caption else 1
    if figure.chart is not None:
        return above + min(figure.chart.height_mm, tallest)
    across, down = struct.unpack(">II", figure.png[16:24])
    proportion = float(down) / float(across)
    return above + min(min(figure.width_mm * measure, width) * proportion, tallest)


def _words(block: b.Block, width: float) -> float:
    if isinstance(block, b.Bullets | b.Numbered):
        items = [b.plain(item) for item in block.items]
        return sum(1.5 + _set(item, (width - 6) / _LIST, _LIST_LINE) for item in items)
    if isinstance(block, b.Quote):
        return 8 + 6.5 * _lines(block.text, width - 14) + (7 if block.attribution else 0)
    if isinstance(block, b.Meaning):
        return 9 + _set(b.plain(block.words), (width - 31) / _LIST, _LIST_LINE)
    if isinstance(block, b.Paragraph | b.Box):
        if isinstance(block, b.Paragraph) and block.style == "note":
            return 4 + _NOTE_LINE * _lines(b.plain(block.words), width / SMALL)
        if width <= _BESIDE:
            return 2 + _set(b.plain(block.words), width / _LIST, _LIST_LINE)
        measure = min(width * 142 / 166, LONGEST_LINE)
        if isinstance(block, b.Paragraph) and block.style == "lead":
            return 5 + _set(b.plain(block.words), measure / _LEAD, _LEAD_LINE)
        return 3 + _set(b.plain(block.words), measure, _LINE)
    if isinstance(block, b.Formula):
        return 7 + 9.0 * _lines("    ".join(block.formulas), width - 8)
    if isinstance(block, b.Heading):
        return 9 if block.level == 4 else 13
    return 0.0 if isinstance(block, b.PageBreak) else _laid_out(block, width)


def _laid_out(block: b.Block, width: float) -> float:
    """Facts and figures in rows."""
    if isinstance(block, b.Definitions):
        right = width - block.label_mm
        words = [b.plain(fact.words) for fact in block.facts]
        return sum(4 + _set(x, (right - 4) / widths.IN_TABLE, _TABLE_LINE) for x in words)
    if isinstance(block, b.Facts):
        words = [b.plain(fact.words) for fact in block.facts]
        return _rows(words, block.across, (width / max(block.across, 1) - 4) / widths.IN_TABLE, 7.5)
    if isinstance(block, b.Decisions):
        words = [b.plain(item) for item in block.items]
        across, label = (2, 26) if width > DECIDED_BESIDE else (1, 20)
        return 4 + _rows(words, across, ((width - label) / across - 6) / widths.IN_TABLE, 1.5)
    return _key_figures(block, width) if isinstance(block, b.KeyFigures) else 13


def _key_figures(block: b.KeyFigures, width: float) -> float:
    if block.across == 1:
        right = width * 0.55
        words = ((x.label, x.note) for x in block.figures)
        return sum(
            2.4 + 4.0 * _lines(label, right / SMALL) + 3.7 * _lines(note, right / SMALL)
            for label, note in words
        )
    across = width / max(len(block.figures), 1) - 6
    labels = max((_lines(figure.label, across / SMALL) for figure in block.figures), default=0)
    notes = max((_lines(figure.note, across / SMALL) for figure in block.figures), default=0)
    return 19 + 3.6 * labels + 3.7 * notes


def _rows(words: list[str], across: int, width: float, space: float) -> float:
    """Rows of so many texts beside each other, each as tall as its longest."""
    lines = [_lines(text, width) for text in words]
    step = max(across, 1)
    rows = (max(lines[n : n + step]) for n in range(0, len(lines), step))
    return sum(space + _SMALL_LINE * row for row in rows)


def _set(text: str, width: float, line: _Line) -> float:
    """The height of the text alone, set in lines like this."""
    return _line(text, line) * _lines(text, width)


def _line(text: str, line: _Line) -> float:
    return line[any(east_asian_width(letter) in "WF" for letter in text)]


def _lines(text: str, width: float) -> int:
    return sum(_broken(line, max(width, 5)) for line in text.split("\n"))


def _broken(line: str, width: float) -> int:
    wide = line_mm(line)
    if wide <= width:
        return 1
    return ceil(wide / max(width - _HALF_A_WORD * (" " in line), 5))


def by_parts(words: str, width: float) -> str:
    """The words with a line's end behind a comma, so that none comes inside a code or a date."""
    lines = [""]
    for part in _PARTS.split(words):
        if lines[-1] and line_mm(lines[-1] + part) > width:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)
