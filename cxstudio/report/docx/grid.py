"""Tables as Word and LibreOffice both lay them out: fixed, with exact widths everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import is_table, paragraph, twips, w

_BETWEEN = 120
"""Twentieths of a point between two tables."""


def columns_in_twips(widths: Sequence[float]) -> list[int]:
    """Widths in millimetres as twips that sum to the whole, without rounding drift."""
    edges = [0, *(twips(edge) for edge in accumulate(widths))]
    return [right - left for left, right in pairwise(edges)]


def table(
    style: str,
    widths: Sequence[int],
    rows: Sequence[str],
    *,
    heads: bool = False,
    total: bool = False,
    title: str = "",
    description: str = "",
) -> str:
    """A table; ``widths`` in twips. A layout table has no heads and no title."""
    look = w(
        "tblLook",
        val=f"{0x0600 | (0x20 if heads else 0) | (0x40 if total else 0):04X}",
        firstRow=int(heads), lastRow=int(total), firstColumn=0, lastColumn=0, noHBand=1, noVBand=1,
    )  # fmt: skip
    properties = w(
        "tblPr",
        w("tblStyle", val=style),
        w("tblW", w=sum(widths), type="dxa"),
        w("tblInd", w=0, type="dxa"),
        w("tblLayout", type="fixed"),
        look,
        w("tblCaption", val=title) if title else "",
        w("tblDescription", val=description) if heads else w("tblDescription", val=""),
    )
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    return w("tbl", properties, grid, *rows)


def row(
    cells: Sequence[str],
    *,
    head: bool = False,
    height: int = 0,
    exact: bool = False,
    whole: bool = True,
) -> str:
    """A row that does not split over pages where it is ``whole``; a head row repeats on each."""
    size = w("trHeight", val=height, hRule="exact" if exact else "atLeast") if height else ""
    rules = (w("cantSplit") if whole else "") + size + (w("tblHeader") if head else "")
    return w("tr", w("trPr", rules) if rules else "", *cells)


def cell(
    width: int,
    content: str,
    *,
    borders: str = "",
    fill: str = "",
    margins: str = "",
    align: str = "",
) -> str:
    """A cell; ``borders`` and ``margins`` are the children of their elements."""
    return w(
        "tc",
        w(
            "tcPr",
            w("tcW", w=width, type="dxa"),
            w("tcBorders", borders) if borders else "",
            w("shd", val="clear", color="auto", fill=fill) if fill else "",
            w("tcMar", margins) if margins else "",
            w("vAlign", val=align) if align else "",
        ),
        content,
    )


def margins(*, top: float | None = None, left: float | None = None, bottom: float | None = None,
            right: float | None = None) -> str:  # fmt: skip
    """Cell margins in millimetres, those that are given."""
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    return "".join(w(side, w=twips(size), type="dxa") for side, size in sides if size is not None)


def edge(side: str, width: float, colour: str, kind: str = "single") -> str:
    """One border of a cell, its width in points."""
    return w(side, val=kind, sz=round(width * 8), space=0, color=colour)


def flow(pieces: Sequence[str], setting: Typesetting, *, closed: bool = False) -> list[str]:
    """The pieces with the paragraph that Word needs between two tables.

    ``closed`` ends with a paragraph too, as a cell and a section must.
    """
    kept: list[str] = []
    for piece in pieces:
        if kept and is_table(piece) and is_table(kept[-1]):
            kept.append(separator(setting, apart=True))
        kept.append(piece)
    if closed and (not kept or is_table(kept[-1])):
        kept.append(separator(setting))
    return kept


def separator(setting: Typesetting, *, apart: bool = False) -> str:
    """The smallest paragraph. Between two tables it carries the space that tables cannot."""
    space = w("spacing", before=_BETWEEN) if apart else ""
    return paragraph(setting.style("CXSeparator"), properties=space)
