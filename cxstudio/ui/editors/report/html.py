"""Blocks of the report as rich text for the preview: its words, tables and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from cxstudio.drawing.charts.figure import STANDARD
from cxstudio.i18n import catalogue
from cxstudio.report import blocks as b
from cxstudio.ui.editors.report.chart import chart_image

MM = 96 / 25.4  # pixels of the preview for a millimetre on paper, at its full size
MARK = "mark:"  # what a link to a piece of evidence begins with
CODE = "code:"
TONES = {
    "plain": STANDARD.ink,
    "quiet": STANDARD.ink_3,
    "holds": STANDARD.petrol,
    "hurts": STANDARD.orange,
}
HEAT = ("#F3F6F7", "#FDF1E4", "#F8D9B6", "#EDB377", "#D9822F", "#A84A06")
AMOUNT = ("#F3F6F7", "#E6F1F2", "#B9D6D9", "#8FC1C7", "#5C99A2", "#0B5F6B")
LONGEST_TABLE = 120
REGISTER = (8.1, 12.7, 39.2, 21.4, 7.2, 11.4)
"""Percent of the width for the columns of the register of evidence, as in Word."""
MESSAGE, WIDE_MESSAGE = {"en": 20, "ja": 18.5}, {"en": 16, "ja": 15.5}
"""Points of a message on an upright page and on one that lies on its side, as in Word."""
BODY_INDENT = 24 * MM
"""Pixels that running text ends before the edge, where it is not beside something."""
ALIGNED = {"number": "right", "heat": "center", "letter": "center"}
LINE = f"border-bottom:1px solid {STANDARD.hairline};padding:3px"
RUNNING, LINE_HEIGHT = 12, 115
"""Points up to which lines stand apart as running text does, and percent of a line."""
NEW_PAGE = '<p style="page-break-before:always;font-size:1pt;margin:0px"></p>'
LOW = re.compile(r"_(\w)")
"""A letter of a formula that is set low."""
BESIDE_PICTURE = 66.0  # millimetres of a page that heading, caption and source take


class Html:
    """Writes one section; `images` are the pictures by the name they have in the text, `room` is
    the width and height in millimetres of the page that is written."""

    def __init__(self, language: str) -> None:
        self.images: dict[str, QImage] = {}
        self.room = (166.0, 246.0)
        self._language = language
        self._in_table = self._beside = False
        self._said = catalogue(language).pgettext

    def head(
        self, section: b.Section, number: str, message: str, code: str, landscape: bool
    ) -> str:
        """Number and label of the section, and the message of the page behind a record's code."""
        label = f"{escape(number)}&nbsp;&nbsp; {escape(section.label)}" if number else ""
        rule = f'<hr style="color:{STANDARD.ink}"/>'
        above = _p(label or escape(section.label), 10.5, STANDARD.petrol, bold=True, below=6)
        size = (WIDE_MESSAGE if landscape else MESSAGE)[self._language]
        shown = _span(_whole(code), f"color:{STANDARD.petrol}") + "&nbsp; " if code else ""
        if message:
            above += _p(shown + _lines(message), size, STANDARD.ink, bold=True, below=12)
        return rule + above

    def lead(self, lead: b.Words) -> str:
        """The sentence under a message."""
        if not b.plain(lead):
            return ""
        return _p(self.words(lead), 11.5, STANDARD.ink_2, below=14, right=BODY_INDENT)

    def blocks(self, blocks: tuple[b.Block, ...], begin: Collection[int] = ()) -> str:
        """The blocks one after the other; those that `begin` a page, by their place, on a new
        one."""
        return "".join(
            (NEW_PAGE if place in begin else "") + self.block(block)
            for place, block in enumerate(blocks)
        )

    def block(self, block: b.Block) -> str:
        """One block; one that only paper needs gives nothing."""
        writer: Callable[[Any], str] | None = getattr(
            self, f"_{type(block).__name__.lower()}", None
        )
        return writer(block) if writer else ""

    # ── Words ─────────────────────────────────────────────────────────────────────────────

    def words(self, words: b.Words) -> str:
        """Running text with its marks."""
        if isinstance(words, str):
            return _lines(words)
        return "".join(self._inline(run) for run in words)

    def _inline(self, run: b.Inline) -> str:
        if isinstance(run, b.Text):
            text = _lines(run.text)
            text = f"<b>{text}</b>" if run.bold else text
            return text if run.tone == "plain" else _span(text, f"color:{TONES[run.tone]}")
        if isinstance(run, b.WebLink):
            shown, address = _lines(run.text), escape(run.address)
            return f'<a href="{address}" style="color:{STANDARD.petrol}">{shown}</a>'
        if isinstance(run, b.EvidenceRef):
            return self._mark(run)
        if isinstance(run, b.CodeRef):
            style = f"color:{STANDARD.ink_2};text-decoration:none;font-weight:600"
            return f'<a href="{CODE}{run.code}" style="{style}">{_whole(run.code)}</a>'
        if isinstance(run, b.Confidence):
            dots = "●" * run.level + "○" * (3 - run.level)
            return _span(dots, f"color:{STANDARD.petrol}")
        said = escape(self._said("report", "assumption"))
        return _span(f"[{said}]", f"color:{STANDARD.ink_2};font-size:8pt;font-weight:600")

    def _mark(self, mark: b.EvidenceRef) -> str:
        one = mark.sources < 2
        ink = STANDARD.orange if one else STANDARD.petrol
        ground = STANDARD.orange_tint if one else STANDARD.petrol_tint
        words = self._said("report", " · one source") if one and not self._in_table else ""
        style = (
            f"color:{ink};background-color:{ground};text-decoration:none;"
            "font-size:8pt;font-weight:600"
        )
        shown = f"&nbsp;{_whole(mark.code)}{escape(words)}&nbsp;"
        return f'<a href="{MARK}{mark.code}" style="{style}">{shown}</a>'

    # ── Text blocks ───────────────────────────────────────────────────────────────────────

    def _paragraph(self, block: b.Paragraph) -> str:
        looks = {"lead": (11.5, STANDARD.ink_2), "note": (8.0, STANDARD.ink_3)}
        size, ink = looks.get(block.style, (9.3 if self._beside else 10, STANDARD.ink))
        right = 0 if self._beside else BODY_INDENT
        return _p(self.words(block.words), size, ink, below=6, right=right)

    def _heading(self, block: b.Heading) -> str:
        if block.level == 3:
            return _p(escape(block.text), 12, STANDARD.ink, bold=True, above=10)
        return _p(escape(block.text), 9.5, STANDARD.petrol, bold=True, above=4)

    def _meaning(self, block: b.Meaning) -> str:
        label = f'<b style="color:{STANDARD.petrol}">{escape(block.label)}</b>&nbsp; '
        return _p(label + self.words(block.words), 9.5, STANDARD.ink, above=6)

    def _bullets(self, block: b.Bullets) -> str:
        return self._list(block.items, "ul")

    def _numbered(self, block: b.Numbered) -> str:
        return self._list(block.items, "ol")

    def _list(self, items: tuple[b.Words, ...], kind: str) -> str:
        rows = "".join(
            f'<li style="font-size:9.3pt;margin-bottom:4px">{self.words(item)}</li>'
            for item in items
        )
        return f'<{kind} style="margin-left:-22px;margin-top:2px">{rows}</{kind}>'

    def _decisions(self, block: b.Decisions) -> str:
        return _p(escape(block.label), 9.5, STANDARD.petrol, bold=True) + self._list(
            block.items, "ol"
        )

    def _quote(self, block: b.Quote) -> str:
        marks = " ".join(self._mark(mark) for mark in block.codes)
        said = f"「{_lines(block.text)}」" if self._language == "ja" else f"“{_lines(block.text)}”"
        inner = _p(f"{said} {marks}", 11, STANDARD.ink)
        inner += _p(escape(block.attribution), 8, STANDARD.ink_3)
        return _table([[(inner, f"border-left:3px solid {STANDARD.petrol};padding-left:10px")]])

    def _box(self, block: b.Box) -> str:
        title = f"<b>{escape(block.title)}</b><br/>" if block.title else ""
        words = _p(title + self.words(block.words), 9, STANDARD.ink)
        return _table([[(words, f"background-color:{STANDARD.pale};padding:8px")]])

    def _formula(self, block: b.Formula) -> str:
        shown = (LOW.sub(r"<sub>\1</sub>", escape(one)) for one in block.formulas)
        words = _p("&emsp; ".join(shown), 10, STANDARD.ink)
        style = f"background-color:{STANDARD.pale};padding:8px;text-align:center"
        return _table([[(words, style)]])

    def _trademark(self, block: b.Trademark) -> str:
        return _p(escape(block.text), 8, STANDARD.ink_3)

    # ── Figures and tables ────────────────────────────────────────────────────────────────

    def _keyfigures(self, block: b.KeyFigures) -> str:
        return _table([[(self._key(figure), "padding:6px") for figure in block.figures]])

    def _key(self, figure: b.KeyFigure) -> str:
        ink = STANDARD.orange if figure.below_target else STANDARD.petrol
        value = f'{escape(figure.figure)}<span style="font-size:11pt">{escape(figure.unit)}</span>'
        return (
            _p(escape(figure.label), 8, STANDARD.ink_2, bold=True, below=0)
            + _p(value, 22, ink, bold=True, below=0)
            + _p(_lines(figure.note), 7.5, STANDARD.ink_3)
        )

    def _facts(self, block: b.Facts) -> str:
        cells = [(self._fact(fact), "padding:3px") for fact in block.facts]
        rows = [cells[n : n + block.across] for n in range(0, len(cells), block.across)]
        return _table(rows)

    def _fact(self, fact: b.Fact) -> str:
        label = _p(escape(fact.label), 8, STANDARD.ink_3, below=0)
        return label + _p(self.words(fact.words), 9, STANDARD.ink, bold=True)

    def _definitions(self, block: b.Definitions) -> str:
        return _table(
            [
                [
                    (_p(escape(f.label), 9, STANDARD.ink_2, bold=True), "padding:3px"),
                    (_p(self.words(f.words), 9, STANDARD.ink), "padding:3px"),
                ]
                for f in block.facts
            ],
            widths=(24, 76),
        )

    def _columns(self, block: b.Columns) -> str:
        whole = sum(block.widths)
        before, self._beside = self._beside, True
        cells = [(self.blocks(column), "padding-right:12px") for column in block.columns]
        self._beside = before
        return _table([cells], widths=tuple(width / whole * 100 for width in block.widths))

    def _table(self, block: b.Table) -> str:
        line = f"border-bottom:1px solid {STANDARD.ink}"
        sides = [ALIGNED.get(column.kind, "left") for column in block.columns]
        heads = [
            _p(_lines(column.head), 7.8, STANDARD.ink_2, bold=True, below=2, side=side)
            for column, side in zip(block.columns, sides, strict=True)
        ]
        rows = [[(head, line) for head in heads]]
        self._in_table = True
        for row in block.rows[:LONGEST_TABLE]:
            bold = row.bold or row.total
            cells = zip(row.cells, sides, strict=True)
            rows.append([self._cell(cell, bold, side, block.dense) for cell, side in cells])
        self._in_table = False
        above = self._caption(block.caption, block.subcaption)
        more = self._more(len(block.rows) - LONGEST_TABLE)
        return above + _table(rows, self._shares(block)) + more + self._source(block.source)

    def _shares(self, block: b.Table) -> tuple[float, ...]:
        """Percent of the width for each column; those without a width share what is left."""
        given = [column.width for column in block.columns]
        rest = (self.room[0] - sum(given)) / max(given.count(0), 1) if not self._beside else 0
        if self._beside or rest <= 0:
            return ()
        whole = sum(width or rest for width in given)
        return tuple((width or rest) / whole * 100 for width in given)

    def _more(self, count: int) -> str:
        """How many rows the Word file has beyond those shown."""
        if count <= 0:
            return ""
        text = catalogue(self._language).gettext("and {count} more")
        return _p(text.format(count=f"{count:,}"), 8, STANDARD.ink_3)

    def _cell(self, cell: b.Cell, bold: bool, side: str, dense: bool) -> tuple[str, str]:
        size = 8 if dense else 8.5
        if isinstance(cell, b.Heat):
            ramp = HEAT if cell.ramp == "severity" else AMOUNT
            ink = "#FFFFFF" if cell.step == len(ramp) - 1 else STANDARD.ink
            ground = f"background-color:{ramp[cell.step]};padding:3px"
            return _p(escape(cell.text), size, ink, below=0, side=side), ground
        shown = self._inline(cell) if isinstance(cell, b.Confidence) else self.words(cell)
        return _p(shown, size, STANDARD.ink, bold=bold, below=0, side=side), LINE

    def _evidenceregister(self, block: b.EvidenceRegister) -> str:
        """The register; where evidence is used is known once the whole document is written."""
        heads = ("Code", "Kind", "What it says", "Source", "Confi-\ndence", "Used in")
        line = f"border-bottom:1px solid {STANDARD.ink}"
        named = (_lines(self._said("report", head)) for head in heads)
        rows = [[(_p(head, 7.8, STANDARD.ink_2, bold=True, below=2), line) for head in named]]
        self._in_table = True
        for one in block.rows[:LONGEST_TABLE]:
            mark = self._mark(b.EvidenceRef(one.code, one.sources))
            note = f"<br/><b>{escape(one.kind_note)}</b>" if one.kind_note else ""
            texts = (mark, escape(one.kind) + note, _lines(one.says), escape(one.source))
            cells = (*texts, self._inline(b.Confidence(one.confidence)), "…")
            rows.append([(_p(text, 8, STANDARD.ink, below=0), LINE) for text in cells])
        self._in_table = False
        more = self._more(len(block.rows) - LONGEST_TABLE)
        above = self._caption(block.caption, "")
        return above + _table(rows, REGISTER) + more + self._source(block.source)

    def _figure(self, block: b.Figure) -> str:
        shown_mm = min(block.width_mm, self.room[0] - 2)
        if block.chart is not None:
            image = chart_image(block.chart, shown_mm, MM)
        else:
            image = QImage.fromData(block.png)
            tallest = self.room[1] - BESIDE_PICTURE
            shown_mm = min(shown_mm, tallest * image.width() / max(1, image.height()))
        name = f"figure:{len(self.images)}"
        width = round(shown_mm * MM)
        height = round(width * image.height() / max(1, image.width()))
        smooth = Qt.TransformationMode.SmoothTransformation
        self.images[name] = image.scaledToWidth(2 * width, smooth)
        shown = f'<img src="{name}" width="{width}" height="{height}"/>'
        above = self._caption(block.caption, block.subcaption)
        return above + _p(shown, 9, STANDARD.ink) + self._source(block.source)

    def _caption(self, caption: str, below: str) -> str:
        text = (
            _p(escape(caption), 9.5, STANDARD.ink, bold=True, above=10, below=1) if caption else ""
        )
        return text + (_p(escape(below), 8, STANDARD.ink_2) if below else "")

    def _source(self, words: b.Words) -> str:
        if not b.plain(words):
            return ""
        return _p(escape(self._said("report", "Source: ")) + self.words(words), 7.5, STANDARD.ink_3)


def _p(
    text: str,
    size: float,
    ink: str,
    *,
    bold: bool = False,
    above: int = 0,
    below: int = 5,
    right: float = 0,
    side: str = "left",
) -> str:
    weight = "font-weight:600;" if bold else ""
    style = f"font-size:{size}pt;color:{ink};{weight}margin-top:{above}px;margin-bottom:{below}px"
    style += f";margin-right:{right:.0f}px" if right else ""
    style += f";line-height:{LINE_HEIGHT}%" if size <= RUNNING else ""
    aligned = f' align="{side}"' if side != "left" else ""
    return f'<p{aligned} style="{style}">{text}</p>'


def _table(rows: list[list[tuple[str, str]]], widths: tuple[float, ...] = ()) -> str:
    """Rows of cells, each its content and its style."""
    shown = []
    for row in rows:
        cells = []
        for place, (content, style) in enumerate(row):
            width = widths[place] if place < len(widths) else 100 / len(row) if not widths else 0
            size = f' width="{width:.0f}%"' if widths else ""
            cells.append(f'<td valign="top"{size} style="{style}">{content}</td>')
        shown.append(f"<tr>{''.join(cells)}</tr>")
    return f'<table width="100%" cellspacing="0" cellpadding="2">{"".join(shown)}</table>'


def _span(text: str, style: str) -> str:
    return f'<span style="{style}">{text}</span>'


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br/>")


def _whole(code: str) -> str:
    """A code that no line breaks."""
    return escape(code).replace("-", "\u2011")
