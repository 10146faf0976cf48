"""Tables of data: heads that repeat, rows that do not split, cells by kind of column."""

from __future__ import annotations

from cxstudio.report.blocks import Cell, Column, ColumnKind, Confidence, Heat, Row, Table, plain
from cxstudio.report.docx import captions, fields, grid
from cxstudio.report.docx.marks import confidence, inline
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import paragraph, run, w

_CENTRED = ("letter", "heat")
_LAST_STEP = 5
_NOTHING = "–"


def table(block: Table, setting: Typesetting) -> list[str]:
    """Caption, table and source."""
    above = captions.caption("Table", block.caption, block.subcaption, setting)
    return [*above, data_table(block, setting), *captions.source(block.source, setting)]


def data_table(block: Table, setting: Typesetting) -> str:
    """The table alone."""
    widths = grid.columns_in_twips(column_widths(block.columns, setting))
    heads = ", ".join(column.head.replace("\n", " ") for column in block.columns if column.head)
    with setting.table(block.dense):
        rows = [head_row(block.columns, widths, setting)]
        last = len(block.rows) - 1
        for number, entry in enumerate(block.rows):
            together = number < 1 or number == last - 1 or (number == last and bool(block.source))
            with setting.at(entry.code):
                rows.append(_row(entry, block, widths, together, setting))
    return grid.table(
        setting.style("CXTable"),
        widths,
        rows,
        heads=True,
        total=bool(block.rows) and block.rows[-1].total,
        title=block.title or block.caption,
        description=block.description or heads,
    )


def column_widths(columns: tuple[Column, ...], setting: Typesetting) -> list[float]:
    """The widths in millimetres, in proportion to the page; they sum to the width there is."""
    given = [column.width * setting.measure for column in columns]
    resting = [column.width == 0 for column in columns]
    rest = setting.width - sum(given)
    if any(resting) and rest > 0:
        share = rest / sum(resting)
        return [share if rests else width for width, rests in zip(given, resting, strict=True)]
    whole = sum(given)
    return [width * setting.width / whole for width in given]


def head_row(columns: tuple[Column, ...], widths: list[int], setting: Typesetting) -> str:
    """The row of heads, repeated on each page."""
    style, last = setting.style("CXTableHead"), len(columns) - 1
    line = grid.edge("bottom", 0.75, setting.palette.ink)
    cells = [
        grid.cell(
            width,
            paragraph(style, run(column.head), properties=w("keepNext") + _align(column.kind)),
            borders=line,
            fill=setting.head_fill,
            margins=outer_margins(number, last, setting),
            align="bottom",
        )
        for number, (column, width) in enumerate(zip(columns, widths, strict=True))
    ]
    return grid.row(cells, head=True)


def _align(kind: ColumnKind) -> str:
    if kind == "number":
        return w("jc", val="right")
    return w("jc", val="center") if kind in _CENTRED else ""


def outer_margins(number: int, last: int, setting: Typesetting) -> str:
    """Dense rows are lower; the outer edges stand on the grid, unless the head has a ground."""
    height = 1.05 if setting.dense else None
    flush = not setting.head_fill
    return grid.margins(
        top=height,
        left=0 if number == 0 and flush else None,
        bottom=height,
        right=0 if number == last and flush else None,
    )


def _row(entry: Row, block: Table, widths: list[int], together: bool, setting: Typesetting) -> str:
    last = len(block.columns) - 1
    cells = []
    for number, (column, content) in enumerate(zip(block.columns, entry.cells, strict=True)):
        shown = _content(content, column.kind, entry.bold or entry.total, setting)
        if number == 0:
            shown = fields.anchor(entry.code, shown, setting)
        keep = w("keepNext") if together else ""
        style = setting.style(_style(column.kind, setting))
        cells.append(
            grid.cell(
                widths[number],
                paragraph(style, shown, properties=keep + _align(column.kind)),
                borders=_borders(entry, content, setting),
                fill=_fill(content, setting),
                margins=outer_margins(number, last, setting),
                align="center" if isinstance(content, Heat) else "",
            )
        )
    return grid.row(cells)


def _style(kind: ColumnKind, setting: Typesetting) -> str:
    if setting.dense:
        return "CXTableDense"
    return "CXTableNumber" if kind == "number" else "CXTableText"


def _content(content: Cell, kind: ColumnKind, bold: bool, setting: Typesetting) -> str:
    if isinstance(content, Confidence):
        return confidence(content, setting)
    if isinstance(content, Heat):
        return _heat(content)
    if isinstance(content, str) and kind == "number":
        return run(content, (w("b") + w("bCs") if bold else "") + _TABULAR)
    if kind == "code" and isinstance(content, str):
        return run(content, w("rStyle", val=setting.style("CXCode")))
    if not plain(content) and not content:
        return run(_NOTHING, colour("ink3", setting.palette))
    return inline(content, setting, bold)


_TABULAR = '<w14:numSpacing w14:val="tabular"/>'


def _heat(content: Heat) -> str:
    white = w("color", val="FFFFFF") if content.step == _LAST_STEP else ""
    return run(content.text or _NOTHING, (w("b") + w("bCs") if content.step > 2 else "") + white)


def _fill(content: Cell, setting: Typesetting) -> str:
    if not isinstance(content, Heat):
        return ""
    palette = setting.palette
    ramp = palette.severity if content.ramp == "severity" else palette.amount
    return ramp[content.step - 1] if content.step else palette.pale


def _borders(entry: Row, content: Cell, setting: Typesetting) -> str:
    palette = setting.palette
    if isinstance(content, Heat):
        sides = ("top", "left", "bottom", "right")
        return "".join(grid.edge(side, 1.5, "FFFFFF") for side in sides)
    above = grid.edge("top", 0.75, palette.ink) if entry.total else ""
    return above + (grid.edge("bottom", 1.25, palette.orange, "dashed") if entry.cut else "")
