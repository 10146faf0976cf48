"""The table on the clipboard: as a coloured table for Word, as cells for a spreadsheet."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMimeData

from cxstudio.analysis.figure import Figure
from cxstudio.analysis.in_words import figure_text
from cxstudio.analysis.nps import WITHHELD
from cxstudio.ui.editors.voice import heat
from cxstudio.ui.editors.voice.score_table import Shown

FORMULA = ("=", "+", "-", "@")
CELL = "padding:4px 8px;text-align:center"


def table_data(shown: Shown) -> QMimeData:
    """What is put on the clipboard."""
    data = QMimeData()
    data.setHtml(_html(shown))
    data.setText("\n".join("\t".join(row) for row in cells(shown)))
    return data


def cells(shown: Shown) -> list[list[str]]:
    """The table as texts, figures as a spreadsheet reads them; small samples are empty."""
    head = ["", "n", *(plain_text(name) for name in shown.columns)]
    rows = zip(shown.rows, shown.figures, strict=True)
    return [
        head,
        *(
            [plain_text(name), str(n), *(_number(shown, figure) for figure in figures)]
            for (name, n), figures in rows
        ),
    ]


def plain_text(text: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    words = " ".join(text.split())
    return f"'{words}" if words.startswith(FORMULA) else words


def _number(shown: Shown, figure: Figure) -> str:
    if figure.value is None or figure.n < WITHHELD:
        return ""
    return f"{figure.value:.{2 if shown.measure.kind == 'mean' else 1}f}"


def _html(shown: Shown) -> str:
    names = "".join(f"<th style='{CELL}'>{escape(name)}</th>" for name in shown.columns)
    rows = []
    for (name, n), figures in zip(shown.rows, shown.figures, strict=True):
        filled = "".join(_cell(shown, figure) for figure in figures)
        rows.append(f"<tr><td style='padding:4px 8px'>{escape(name)} ({n:,})</td>{filled}</tr>")
    return (
        "<table style='border-collapse:separate;border-spacing:2px'>"
        f"<tr><th></th>{names}</tr>{''.join(rows)}</table>"
    )


def _cell(shown: Shown, figure: Figure) -> str:
    if figure.value is None or figure.n < WITHHELD:
        return f"<td style='{CELL};border:1px dashed #999'>n = {figure.n}</td>"
    look = heat.fill(heat.step(shown.measure, figure.value, *shown.scale), "light")
    text = figure_text(shown.measure, figure.value) + ("*" if figure.small else "")
    return f"<td style='{CELL};background:{look.fill};color:{look.text}'>{text}</td>"
