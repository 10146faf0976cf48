"""From each kind of block to its paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from cxstudio.report import blocks as b
from cxstudio.report.docx import contents, equations, figures, grid, layout, register, tables, texts
from cxstudio.report.docx.page import LANDSCAPE, PORTRAIT
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import is_table, w

_FIRST_STYLE = re.compile(r"(<w:pStyle [^>]*/>)(<w:keepNext [^>]*/>)?")


def compose(block: b.Block, setting: Typesetting) -> list[str]:
    """The block as paragraphs and tables, in order."""
    if isinstance(block, b.Columns):
        return _columns(block, setting)
    return _WRITERS[type(block)](block, setting)


def compose_all(blocks: Iterable[b.Block], setting: Typesetting) -> list[str]:
    """The blocks one after the other."""
    return [piece for block in blocks for piece in compose(block, setting)]


def _columns(block: b.Columns, setting: Typesetting) -> list[str]:
    """Blocks side by side in one row; the gaps share what the widths leave."""
    if setting.narrow or not block.columns:
        return [piece for column in block.columns for piece in compose_all(column, setting)]
    scale = setting.width / max(sum(block.widths), _designed_width(block, setting))
    inner = [width * scale for width in block.widths]
    gaps = max(len(inner) - 1, 1)
    gap = (setting.width - sum(inner)) / gaps if len(inner) > 1 else 0
    outer = [width + gap for width in inner[:-1]] + inner[-1:]
    if len(inner) == 1:
        outer = [setting.width]
    widths = grid.columns_in_twips(outer)
    cells = []
    entered, nested = setting.level, False
    for number, column in enumerate(block.columns):
        setting.level = entered
        with setting.cell(inner[number]):
            pieces = grid.flow(_column(column, setting), setting, closed=True)
        nested = nested or any(is_table(piece) for piece in pieces)
        space = grid.margins(right=outer[number] - inner[number])
        content = _let_go("".join(pieces))
        cells.append(grid.cell(widths[number], content, margins=space))
    row = grid.row(cells, whole=not (setting.fits and nested))
    return [grid.table(setting.style("CXLayout"), widths, [row])]


def _designed_width(block: b.Columns, setting: Typesetting) -> float:
    """Millimetres that the widths of the columns are counted in. Columns for upright pages fill
    the width too where a template's pages lie on their side."""
    if setting.in_cell:
        return setting.width
    wide = setting.landscape or sum(block.widths) > PORTRAIT.nominal
    return (LANDSCAPE if wide else PORTRAIT).nominal


def _let_go(content: str) -> str:
    """The cell's content without keep-with-next.

    The row does not split, so nothing in it needs that; Word and LibreOffice would take it for a
    wish of the whole row, and drag the row along with what follows.
    """
    loose = content.replace("<w:keepNext/>", "")
    return _FIRST_STYLE.sub(rf"\g<1>{w('keepNext', val=0)}", loose, count=1)


def _column(blocks: tuple[b.Block, ...], setting: Typesetting) -> list[str]:
    setting.opens_column = True
    first = compose_all(blocks[:1], setting)
    setting.opens_column = False
    return first + compose_all(blocks[1:], setting)


_WRITERS: dict[type[Any], Callable[[Any, Typesetting], list[str]]] = {
    b.Paragraph: texts.words,
    b.Heading: texts.heading,
    b.Meaning: texts.meaning,
    b.Bullets: texts.bullets,
    b.Numbered: texts.numbered,
    b.Quote: texts.quote,
    b.PageBreak: texts.page_break,
    b.KeyFigures: layout.key_figures,
    b.Facts: layout.facts,
    b.Definitions: layout.definitions,
    b.Decisions: layout.decisions,
    b.Box: layout.box,
    b.Formula: equations.formula,
    b.MarkLegend: layout.legend,
    b.Trademark: layout.trademark,
    b.Table: tables.table,
    b.Figure: figures.figure,
    b.EvidenceRegister: register.register,
    b.Contents: contents.contents,
}
