"""The table on the clipboard: as a coloured table for Word, as cells for a spreadsheet."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QMimeData

from cxstudio.analysis.survey.figure import Figure
from cxstudio.analysis.survey.in_words import figure_text
from cxstudio.analysis.survey.nps import WITHHELD
from cxstudio.i18n import _
from cxstudio.ui.editors.voice import heat
from cxstudio.ui.editors.voice.score_table import Shown

FORMULA = ("=", "+", "-", "@")
CELL = "padding:4px 8px;text-align:center"
NAME = "padding:4px 8px"


def table_data(shown: Shown, intervals: bool = False) -> QMimeData:
    """What is put on the clipboard: rows, order and, where bars show them, intervals as seen."""
    data = QMimeData()
    data.setHtml(_html(shown, intervals))
    data.setText("\n".join("\t".join(row) for row in cells(shown, intervals)))
    return data


def cells(shown: Shown, intervals: bool = False) -> list[list[str]]:
    """The table as texts, figures as a spreadsheet reads them; small samples are empty.

    Rows within others have a column of their own, and an interval two behind its figure.
    """
    nested = any(shown.outer)
    head = ["", *([""] if nested else []), "n"]
    for name in shown.columns:
        head += [plain_text(name), *((_("from"), _("to")) if intervals else ())]
    lines = [head]
    for row, (name, n) in enumerate(shown.rows):
        names = _names(shown, row, name) if nested else [name]
        line = [*(plain_text(one) for one in names), str(n)]
        for figure in shown.figures[row]:
            line += _numbers(shown, figure, intervals)
        lines.append(line)
    return lines


def _names(shown: Shown, row: int, name: str) -> list[str]:
    return [shown.outer[row], name] if shown.is_inner(row) else [name, ""]


def plain_text(text: str) -> str:
    """A name that no spreadsheet takes for a formula."""
    words = " ".join(text.split())
    return f"'{words}" if words.startswith(FORMULA) else words


def _numbers(shown: Shown, figure: Figure, intervals: bool) -> list[str]:
    values = (figure.value, figure.low, figure.high) if intervals else (figure.value,)
    if figure.value is None or figure.n < WITHHELD:
        return [""] * len(values)
    digits = 2 if shown.measure.kind == "mean" else 1
    return ["" if value is None else f"{value:.{digits}f}" for value in values]


def _html(shown: Shown, intervals: bool) -> str:
    names = "".join(f"<th style='{CELL}'>{escape(name)}</th>" for name in shown.columns)
    nested, rows = any(shown.outer), []
    for row, ((name, n), figures) in enumerate(zip(shown.rows, shown.figures, strict=True)):
        filled = "".join(_cell(shown, figure, intervals) for figure in figures)
        look = f"{NAME};padding-left:24px" if shown.is_inner(row) else NAME
        words = escape(name) if shown.is_inner(row) or not nested else f"<b>{escape(name)}</b>"
        rows.append(f"<tr><td style='{look}'>{words} ({n:,})</td>{filled}</tr>")
    return (
        "<table style='border-collapse:separate;border-spacing:2px'>"
        f"<tr><th></th>{names}</tr>{''.join(rows)}</table>"
    )


def _cell(shown: Shown, figure: Figure, intervals: bool) -> str:
    if figure.value is None or figure.n < WITHHELD:
        return f"<td style='{CELL};border:1px dashed #999'>n = {figure.n}</td>"
    look = heat.fill(heat.step(shown.measure, figure.value, *shown.scale), "light")
    text = figure_text(shown.measure, figure.value) + ("*" if figure.small else "")
    if intervals and figure.low is not None and figure.high is not None:
        low, high = (figure_text(shown.measure, end) for end in (figure.low, figure.high))
        text += f"<br><small>{low} … {high}</small>"
    return f"<td style='{CELL};background:{look.fill};color:{look.text}'>{text}</td>"
