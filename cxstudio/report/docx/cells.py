"""The cells of a data table by what they hold: words, numbers, codes, heat, confidence."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.report.blocks import Cell, ColumnKind, Confidence, Heat, Row
from cxstudio.report.docx import grid
from cxstudio.report.docx.marks import confidence, inline
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import flowing, run, w

_CENTRED = ("letter", "heat")
_LAST_STEP = 5
_NOTHING = "–"
_BOLD = w("b") + w("bCs")
_TABULAR = '<w14:numSpacing w14:val="tabular"/>'


def content(cell: Cell, kind: ColumnKind, bold: bool, setting: Typesetting) -> str:
    """What stands in the cell; a dash where there is nothing."""
    if isinstance(cell, Confidence):
        return confidence(cell, setting)
    if isinstance(cell, Heat):
        return _heat(cell)
    if isinstance(cell, str):
        return _words(cell, kind, bold, setting)
    return inline(cell, setting, bold) if cell else _words("", kind, bold, setting)


def _words(words: str, kind: ColumnKind, bold: bool, setting: Typesetting) -> str:
    if not words:
        return run(_NOTHING, colour("ink3", setting.palette))
    if kind == "number":
        return run(words, (_BOLD if bold else "") + _TABULAR)
    if kind == "code":
        return run(words, w("rStyle", val=setting.style("CXCode")))
    return flowing(words, _BOLD if bold else "")


def _heat(cell: Heat) -> str:
    white = w("color", val="FFFFFF") if cell.step == _LAST_STEP else ""
    return run(cell.text or _NOTHING, (_BOLD if cell.step > 2 else "") + white)


def fill(cell: Cell, setting: Typesetting) -> str:
    """The ground of a cell on a ramp; "" for other cells."""
    if not isinstance(cell, Heat):
        return ""
    palette = setting.palette
    ramp = palette.severity if cell.ramp == "severity" else palette.amount
    return ramp[cell.step - 1] if cell.step else palette.pale


@dataclass(frozen=True, slots=True)
class Place:
    """Which row a cell is in, of which the last, and whether the budget ends above it."""

    row: int
    last: int
    below_cut: bool


def borders(cell: Cell, row: Row, place: Place, setting: Typesetting) -> str:
    """The cell's own lines: white round a step, the total's rule, the budget's dashes.

    In the first and last row of a table a step leaves the table's own lines. The budget's line
    is written on both sides of it, because LibreOffice shows only the lower row's.
    """
    palette = setting.palette
    dashes = (1.25, palette.orange, "dashed")
    above = grid.edge("top", 0.75, palette.ink) if row.total else ""
    above = grid.edge("top", *dashes) if place.below_cut else above
    below = grid.edge("bottom", *dashes) if row.cut else ""
    if not isinstance(cell, Heat):
        return above + below
    first, last = place.row == 0, place.row == place.last
    above = grid.edge("top", 0.75, palette.ink) if first else above or _white("top")
    below = grid.edge("bottom", 1, palette.ink) if last else below or _white("bottom")
    return above + _white("left") + below + _white("right")


def _white(side: str) -> str:
    return grid.edge(side, 1.5, "FFFFFF")


def alignment(kind: ColumnKind) -> str:
    """How the paragraphs of a column are set."""
    if kind == "number":
        return w("jc", val="right")
    return w("jc", val="center") if kind in _CENTRED else ""


def style(kind: ColumnKind, setting: Typesetting) -> str:
    """The paragraph style of a column."""
    if setting.dense:
        return setting.style("CXTableDense")
    return setting.style("CXTableNumber" if kind == "number" else "CXTableText")
