"""Blocks of the report as rich text for the preview: its words, tables and pictures."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from cxstudio.drawing.charts.figure import STANDARD
from cxstudio.i18n import catalogue
from cxstudio.report import blocks as b
from cxstudio.ui.editors.report_chart import chart_image

MM = 3.4  # pixels of the preview for a millimetre on paper
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
LONGEST_TABLE = 40
LINE = f"border-bottom:1px solid {STANDARD.hairline};padding:3px"
WIDEST_MM = 164.0  # a landscape picture is made as narrow as the page


class Html:
    """Writes one section; `images` are the pictures by the name they have in the text."""

    def __init__(self, language: str) -> None:
        self.images: dict[str, QImage] = {}
        self._language = language
        self._in_table = False
        self._said = catalogue(language).pgettext

    def section(self, section: b.Section) -> str:
        """Label, message, lead and all blocks."""
        parts = [_p(escape(section.label), 9.5, STANDARD.petrol, bold=True, below=4)]
        if section.message:
            parts.append(_p(_lines(section.message), 17, STANDARD.ink, bold=True, below=8))
        if b.plain(section.lead):
            parts.append(_p(self.words(section.lead), 11, STANDARD.ink_2, below=10))
        return "".join(parts) + self.blocks(section.blocks)

    def blocks(self, blocks: tuple[b.Block, ...]) -> str:
        """The blocks one after the other."""
        return "".join(self.block(block) for block in blocks)

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
        looks = {"lead": (11.0, STANDARD.ink_2), "note": (8.0, STANDARD.ink_3)}
        size, ink = looks.get(block.style, (9.5, STANDARD.ink))
        return _p(self.words(block.words), size, ink)

    def _heading(self, block: b.Heading) -> str:
        if block.level == 3:
            return _p(escape(block.text), 11.5, STANDARD.ink, bold=True, above=10)
        return _p(escape(block.text), 9.5, STANDARD.petrol, bold=True, above=4)

    def _pagemessage(self, block: b.PageMessage) -> str:
        code = ""
        if block.code:
            code = _span(_whole(block.code), f"color:{STANDARD.petrol}") + "&nbsp; "
        rule = f'<hr style="color:{STANDARD.rule}"/>'
        return rule + _p(code + _lines(block.message), 15, STANDARD.ink, bold=True, below=8)

    def _meaning(self, block: b.Meaning) -> str:
        label = f'<b style="color:{STANDARD.petrol}">{escape(block.label)}</b>&nbsp; '
        return _p(label + self.words(block.words), 9.5, STANDARD.ink, above=6)

    def _bullets(self, block: b.Bullets) -> str:
        return self._list(block.items, "ul")

    def _numbered(self, block: b.Numbered) -> str:
        return self._list(block.items, "ol")

    def _list(self, items: tuple[b.Words, ...], kind: str) -> str:
        rows = "".join(
            f'<li style="font-size:9.5pt;margin-bottom:3px">{self.words(item)}</li>'
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
        cells = [(self.blocks(column), "padding-right:12px") for column in block.columns]
        return _table([cells], widths=tuple(width / whole * 100 for width in block.widths))

    def _table(self, block: b.Table) -> str:
        line = f"border-bottom:1px solid {STANDARD.ink}"
        heads = (_p(_lines(c.head), 8, STANDARD.ink_2, bold=True) for c in block.columns)
        rows = [[(head, line) for head in heads]]
        self._in_table = True
        for row in block.rows[:LONGEST_TABLE]:
            rows.append([self._cell(cell, row.bold or row.total) for cell in row.cells])
        self._in_table = False
        above = self._caption(block.caption, block.subcaption)
        return above + _table(rows) + self._source(block.source)

    def _cell(self, cell: b.Cell, bold: bool) -> tuple[str, str]:
        if isinstance(cell, b.Heat):
            ramp = HEAT if cell.ramp == "severity" else AMOUNT
            ink = "#FFFFFF" if cell.step == len(ramp) - 1 else STANDARD.ink
            return _p(
                escape(cell.text), 8.5, ink
            ), f"background-color:{ramp[cell.step]};padding:3px"
        if isinstance(cell, b.Confidence):
            return _p(self._inline(cell), 8.5, STANDARD.ink), LINE
        return _p(self.words(cell), 8.5, STANDARD.ink, bold=bold), LINE

    def _evidenceregister(self, block: b.EvidenceRegister) -> str:
        rows = []
        for one in block.rows[:LONGEST_TABLE]:
            mark = self._mark(b.EvidenceRef(one.code, 2))
            texts = (mark, escape(one.kind), escape(one.says), escape(one.source))
            rows.append([(_p(text, 8.5, STANDARD.ink), LINE) for text in texts])
        return self._caption(block.caption, "") + _table(rows, widths=(11, 15, 46, 28))

    def _figure(self, block: b.Figure) -> str:
        shown_mm = min(block.width_mm, WIDEST_MM)
        if block.chart is not None:
            image = chart_image(block.chart, shown_mm, MM)
        else:
            image = QImage.fromData(block.png)
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
    text: str, size: float, ink: str, *, bold: bool = False, above: int = 0, below: int = 5
) -> str:
    weight = "font-weight:600;" if bold else ""
    style = f"font-size:{size}pt;color:{ink};{weight}margin-top:{above}px;margin-bottom:{below}px"
    return f'<p style="{style}">{text}</p>'


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
