"""Paragraphs and tables of the Word file as rich text for the preview."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from unicodedata import east_asian_width

from cxstudio.i18n import catalogue
from cxstudio.report.docx.firm.reading import WORD, Element, number, q, value
from cxstudio.ui.editors.report.word_lists import Lists
from cxstudio.ui.editors.report.word_looks import SIDES, Looks, Properties
from cxstudio.ui.editors.report.word_runs import Runs

LONGEST_TABLE = 120
NEW_PAGE = '<p style="page-break-before:always;font-size:1pt;margin:0px"></p>'
BETWEEN = '<p style="font-size:1pt;margin:0px;line-height:1px;-qt-line-height-type:fixed"></p>'
"""Between two tables."""
_PIXEL = 15
"""Twips of a pixel."""
_POINT = 96 / 72
_WIDE, _LATIN = 10.0, 5.5
"""Twips across of a Japanese and another sign for each half point of their size."""
_BESIDE = 115
"""Twips beside words in the cells of a table that says nothing of it."""


@dataclass
class _Piece:
    """A paragraph or table that is written, with its space above and below in pixels; `shown`
    takes the space that it is to have below."""

    html: str
    above: float = 0.0
    below: float = 0.0
    table: bool = False
    style: str = ""
    attributes: str = ""

    def whole(self, above: float, below: float) -> str:
        """With its margins."""
        margins = f"margin-top:{above:.0f}px;margin-bottom:{below:.0f}px"
        if self.table:
            return f'<table {self.attributes} style="{self.style};{margins}">{self.html}</table>'
        return f'<p{self.attributes} style="{self.style};{margins}">{self.html}</p>'


@dataclass(frozen=True)
class _Flow:
    """Elements that are written, with the space in pixels that they want above and below: rich text
    gives none at the edges of what holds it."""

    html: str
    above: float = 0.0
    below: float = 0.0


@dataclass
class WordHtml:
    """Writes elements one after the other; `openings` are the styles of headings that take the
    number of the section, and what number that is."""

    looks: Looks
    lists: Lists
    runs: Runs
    language: str
    opening: str = ""
    count: int = 0
    _below: Properties = field(default_factory=dict)
    """What the table around says of letters."""

    def flow(
        self, elements: Sequence[Element], width: float, begin: Collection[Element] = ()
    ) -> _Flow:
        """The elements on so many pixels; those that `begin` a page, on a new one."""
        found = [(one, piece) for one in _bare(elements) if (piece := self._piece(one, width))]
        written = ""
        for place, (element, piece) in enumerate(found):
            before = found[place - 1][1] if place else None
            after = found[place + 1][1] if place + 1 < len(found) else None
            if element in begin:
                before = None
                written += NEW_PAGE
            if before is not None and before.table and piece.table:
                written += BETWEEN
            above = before.below + piece.above if before is not None and piece.table else 0.0
            below = piece.below + after.above if after is not None and not after.table else 0.0
            written += piece.whole(above, below)
        if not found:
            return _Flow("")
        return _Flow(written, found[0][1].above, found[-1][1].below)

    def _piece(self, element: Element, width: float) -> _Piece | None:
        if element.tag == q("p"):
            return self._paragraph(element, width)
        if element.tag == q("tbl"):
            return self._table(element)
        return None

    # ── Paragraphs ────────────────────────────────────────────────────────────────────────

    def _paragraph(self, element: Element, width: float) -> _Piece:
        said = element.find("w:pPr", WORD)
        style = value(None if said is None else said.find("w:pStyle", WORD)) or ""
        direct, flow = self.looks.flow_of(said), self.looks.flow(style)
        level = self._level(direct, flow)
        hung = {} if level is None else self.looks.flow_of(level.find("w:pPr", WORD))
        flow = flow | hung | direct if "num" in direct else hung | flow | direct
        letters = self.looks.letters(style, tuple(self._below.items()))
        segments = self.runs.segments(element, letters)
        if level is not None:
            number_, room = self._numbered(style, flow, level, letters)
            segments.insert(0, number_)
            flow["firstLine"] = f"{min(number(flow.get('firstLine')), -room):.0f}"
        drawn = next(element.iter(q("drawing")), None) is not None
        text = f"white-space:pre-wrap;{self._line(flow, drawn)};{self.runs.style(letters)}"
        return self._set(segments, flow, text, width)

    def _level(self, direct: Properties, flow: Properties) -> Element | None:
        id_ = direct.get("num", flow.get("num", "0"))
        level = direct.get("lvl", flow.get("lvl", "0"))
        return None if id_ == "0" else self.lists.level(id_, int(level))

    def _numbered(
        self, style: str, flow: Properties, level: Element, letters: Properties
    ) -> tuple[str, float]:
        """The number or dot before a paragraph, and the twips it needs; the section's heading has
        the section's."""
        if style == self.opening:
            self.lists.open_at(flow["num"], self.count)
        shown = self.lists.next(flow["num"], int(flow.get("lvl", "0")))
        if style == self.opening and not self.count:
            shown = ""
        own = letters | self.looks.letters_of(level.find("w:rPr", WORD))
        own.pop("latin", None)
        wide = sum(_WIDE if east_asian_width(sign) in "WF" else _LATIN for sign in f"{shown} ")
        return f'<span style="{self.runs.style(own)}">{shown}</span>', wide * number(own["sz"])

    def _set(self, segments: list[str], flow: Properties, text: str, width: float) -> _Piece:
        left, right, first = (_pixels(flow, name) for name in ("left", "right", "firstLine"))
        above, below = _pixels(flow, "before"), _pixels(flow, "after")
        side = {"center": "center", "right": "right", "end": "right"}.get(flow.get("jc", ""), "")
        aligned = f' align="{side}"' if side else ""
        borders = [(side, border) for side in SIDES if (border := flow.get(f"line:{side}"))]
        hangs = len(segments) > 1 and first < 0
        if not borders and not hangs and len(segments) == 1:
            style = f"{text};margin-left:{left:.0f}px;margin-right:{right:.0f}px"
            style += f";text-indent:{first:.0f}px" if first else ""
            return _Piece(segments[0], above, below, style=style, attributes=aligned)
        begin = left + min(first, 0)
        room = width - begin - right
        cells = self._cells(segments, -first if hangs else 0, room, text, aligned)
        lines = ";".join(_border(side, border, spaced=True) for side, border in borders)
        row = "".join(
            f'<td width="{wide:.0f}" style="{lines}">{content}</td>' for wide, content in cells
        )
        table = f'width="{room:.0f}" cellspacing="0" cellpadding="0"'
        return _Piece(f"<tr>{row}</tr>", above, below, True, f"margin-left:{begin:.0f}px", table)

    def _cells(
        self, segments: list[str], hanging: float, room: float, text: str, aligned: str
    ) -> list[tuple[float, str]]:
        """The parts of a paragraph with tabs or a line above it, each with its width."""
        style = f"{text};margin:0px"
        if hanging:
            rest = "&emsp;".join(segments[1:])
            return [
                (hanging, f'<p style="{style}">{segments[0]}</p>'),
                (room - hanging, f'<p{aligned} style="{style}">{rest}</p>'),
            ]
        if len(segments) == 1:
            return [(room, f'<p{aligned} style="{style}">{segments[0]}</p>')]
        sides = ("left", "right") if len(segments) == 2 else ("left", "center", "right")
        shares = {2: (0.7, 0.3), 3: (0.4, 0.2, 0.4)}[len(sides)]
        shown = [*segments[: len(sides) - 1], " ".join(segments[len(sides) - 1 :])]
        return [
            (room * share, f'<p align="{side}" style="{style}">{part}</p>')
            for share, side, part in zip(shares, sides, shown, strict=True)
        ]

    def _line(self, flow: Properties, drawn: bool) -> str:
        """How far lines are apart."""
        line, rule = number(flow.get("line")), flow.get("lineRule", "auto")
        if drawn or not line:
            return "line-height:100%"
        if rule == "auto":
            return f"line-height:{line / 2.4:.0f}%"
        kind = "fixed" if rule == "exact" else "minimum"
        return f"line-height:{line / _PIXEL:.1f}px;-qt-line-height-type:{kind}"

    # ── Tables ────────────────────────────────────────────────────────────────────────────

    def _table(self, element: Element) -> _Piece:
        said = element.find("w:tblPr", WORD)
        style = value(None if said is None else said.find("w:tblStyle", WORD)) or ""
        looks = {kind: dict(held) for kind, held in self.looks.table(style).items()}
        looks[""] |= self.looks.cell_of(said, "tbl")
        widths = _whole(number(value(one, "w")) for one in element.iterfind("w:tblGrid/*", WORD))
        rows = element.findall("w:tr", WORD)
        shown = rows[: LONGEST_TABLE + 1]
        conditions = _conditions(said, len(rows), looks)
        html = "".join(
            self._row(row, widths, _Place(place, len(rows)), next(conditions), looks[""])
            for place, row in enumerate(shown)
        )
        if len(rows) > len(shown):
            more = catalogue(self.language).gettext("and {count} more")
            count = f"{len(rows) - len(shown):,}"
            html += f"<tr><td><p>{more.format(count=count)}</p></td></tr>"
        attributes = f'width="{sum(widths)}" cellspacing="0" cellpadding="0"'
        return _Piece(html, table=True, attributes=attributes)

    def _row(
        self, row: Element, widths: list[int], place: _Place, part: Properties, whole: Properties
    ) -> str:
        cells, at = [], 0
        before, letters = self._below, _letters(part)
        self._below = before | letters
        columns = row.findall("w:tc", WORD)
        for n, cell in enumerate(columns):
            span = int(number(value(cell.find("w:tcPr/w:gridSpan", WORD))) or 1)
            own = self.looks.cell_of(cell.find("w:tcPr", WORD), "tc")
            ends = _Place(n, len(columns))
            look = _cell(own, part, whole, place, ends)
            cells.append(self._cell(cell, sum(widths[at : at + span]), span, look))
            at += span
        self._below = before
        return f"<tr>{''.join(cells)}</tr>"

    def _cell(self, cell: Element, width: float, span: int, look: Properties) -> str:
        margins = {side: number(look.get(f"margin:{side}")) / _PIXEL for side in SIDES}
        inner = self.flow(list(cell), width - margins["left"] - margins["right"])
        margins["top"] += inner.above
        margins["bottom"] += inner.below
        style = [f"padding-{side}:{margin:.1f}px" for side, margin in margins.items() if margin]
        style += [_border(side, border) for side in SIDES if (border := look.get(f"line:{side}"))]
        style += [f"background-color:#{ground}"] if (ground := look.get("fill")) else []
        place = {"center": "middle", "bottom": "bottom"}.get(look.get("vAlign", ""), "top")
        spans = f' colspan="{span}"' if span > 1 else ""
        return (
            f'<td valign="{place}" width="{width:.0f}"{spans} style="{";".join(style)}">'
            f"{inner.html}</td>"
        )


@dataclass(frozen=True)
class _Place:
    """Which one of how many."""

    number: int
    count: int

    @property
    def first(self) -> bool:
        return self.number == 0

    @property
    def last(self) -> bool:
        return self.number == self.count - 1


def _conditions(
    said: Element | None, count: int, looks: dict[str, Properties]
) -> Iterator[Properties]:
    """What the table's style says of each row."""
    look = None if said is None else said.find("w:tblLook", WORD)
    for place in range(count):
        if place == 0 and value(look, "firstRow") == "1":
            yield looks["firstRow"]
        elif place == count - 1 and value(look, "lastRow") == "1":
            yield looks["lastRow"]
        else:
            yield {}


def _letters(part: Properties) -> Properties:
    return {
        name.removeprefix("letters:"): said
        for name, said in part.items()
        if name.startswith("letters:")
    }


def _cell(
    own: Properties, part: Properties, whole: Properties, row: _Place, column: _Place
) -> Properties:
    """What holds of a cell: what it says, what its row does, what the table does."""
    made = {"margin:left": f"{_BESIDE}", "margin:right": f"{_BESIDE}"}
    made |= {name: said for name, said in whole.items() if not name.startswith("line:")}
    outer = {"top": row.first, "bottom": row.last, "left": column.first, "right": column.last}
    inner = {"top": "insideH", "bottom": "insideH", "left": "insideV", "right": "insideV"}
    for side in SIDES:
        found = whole.get(f"line:{side if outer[side] else inner[side]}", "")
        if found and (outer[side] or side in ("bottom", "right")):
            made[f"line:{side}"] = found
    return made | part | own


def _border(side: str, said: str, *, spaced: bool = False) -> str:
    """One line of a cell; `spaced` as far from the words as a paragraph's is."""
    width, kind, colour, space = said.split()
    pixels = max(1, round(float(width) * _POINT))
    style = f"border-{side}:{pixels}px {kind} #{colour}"
    return style + (f";padding-{side}:{float(space) * _POINT:.1f}px" if spaced else "")


def _bare(elements: Iterable[Element]) -> Iterator[Element]:
    """The elements, those in content controls too."""
    for element in elements:
        if element.tag == q("sdt"):
            yield from _bare(element.iterfind("w:sdtContent/*", WORD))
        else:
            yield element


def _whole(twips: Iterable[float]) -> list[int]:
    """Widths in whole pixels, which together are no wider than the page."""
    edges = [0, *(int(edge / _PIXEL) for edge in accumulate(twips))]
    return [right - left for left, right in pairwise(edges)]


def _pixels(flow: Properties, name: str) -> float:
    return number(flow.get(name)) / _PIXEL
