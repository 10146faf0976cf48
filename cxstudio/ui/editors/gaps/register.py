"""The register: severity and backing side by side, so that a bold claim on thin ground is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cxstudio.drawing import tokens
from cxstudio.i18n import _
from cxstudio.model.chain import STRENGTHS
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps.rows import LEVELS, GapRow
from cxstudio.ui.editors.gaps.score import confidence_words
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.tables.record_view import RecordView
from cxstudio.ui.tables.row_delegate import RowDelegate, mark, write
from cxstudio.ui.tables.table import PAINT, Column, RecordTable

CODE, TITLE, STEP, DEPARTMENT, SEVERITY, BACKING, STATE = range(7)
WIDTHS = (64, 0, 120, 132, 168, 152, 84)
FULL = 18.0  # the severity at which the bar is full; 50 would be possible, 20 is rare


def table(read: Callable[[], list[tuple[int, Any]]]) -> RecordTable:
    """The columns of the register over rows of GapRow."""
    return RecordTable(
        "gap",
        (
            Column(_("Code"), lambda row: row.code, sort=lambda row: row.code),
            Column(_("Gap"), lambda row: row.title, sort=lambda row: row.title.casefold()),
            Column(_("Step"), lambda row: row.step, sort=lambda row: row.step or None),
            Column(
                _("Department"), lambda row: row.department, sort=lambda row: row.department or None
            ),
            Column(
                _("Severity, own scale"),
                severity_text,
                sort=lambda row: row.severity,
                paint=lambda row: row,
            ),
            Column(
                _("Backing"),
                backing_text,
                sort=lambda row: (STRENGTHS.index(row.strength), row.backing.confidence),
                paint=lambda row: row.strength,
                tooltip=lambda row: confidence_words(row.backing),
            ),
            Column(_("State"), lambda row: _(WORDS["gap_state"].get(row.state, row.state))),
        ),
        read,
    )


def severity_text(row: GapRow) -> str:
    return row.missing if row.severity is None else f"{row.severity:.1f}"


def backing_text(row: GapRow) -> str:
    """The strength in words and the confidence: "strong · 78 %"."""
    words = widgets.strength_words(row.strength)
    return f"{words} · {row.backing.confidence * 100:.0f} %" if row.backing.sources else words


def register(rows: RecordTable) -> RecordView:
    """The table on the screen, the most severe first."""
    view = RecordView(_("Gaps"), rows, GapDelegate(), WIDTHS, (STEP, STATE, DEPARTMENT, BACKING))
    view.horizontalHeader().setToolTip(
        _(
            "Severity = importance (1 to 5) × (target − today) × reach. It is this engagement’s "
            "own scale, not a standard. From 15 it is severe, from 10 high, from 5 medium."
        )
    )
    view.sortByColumn(SEVERITY, Qt.SortOrder.DescendingOrder)
    return view


class GapDelegate(RowDelegate):
    """Figure and bar in the severity column, mark and word in the backing column."""

    def paint_cell(self, painter: QPainter, inner: QRect, index: Index, selected: bool) -> None:
        column = index.column()
        if column == CODE:
            write(painter, inner, index.data(), "code", "accent" if selected else "text_3")
        elif column == TITLE:
            write(painter, inner, index.data(), "label", "text")
        elif column == SEVERITY:
            paint_severity(painter, inner, index.data(PAINT))
        elif column == BACKING:
            strength = index.data(PAINT)
            inner = inner.adjusted(mark(painter, inner, strength), 0, 0, 0)
            tone = "warning" if strength == "thin" else "text_2"
            write(painter, inner, index.data(), "body", "error" if strength == "none" else tone)
        else:
            super().paint_cell(painter, inner, index, selected)


def paint_severity(painter: QPainter, inner: QRect, row: GapRow) -> None:
    """The figure and a bar in the colour of its band, or in words what is missing."""
    if row.severity is None or row.band is None:
        write(painter, inner, row.missing, "small", "text_3")
        return
    figure = QRect(inner.x(), inner.y(), theme.px(34), inner.height())
    write(painter, figure, f"{row.severity:.1f}", "body_strong", "text", right=True)
    thick = theme.px(6)
    left = figure.right() + theme.px(10)
    bar = QRectF(
        left, inner.center().y() - thick / 2 + 1, inner.right() - left - theme.px(4), thick
    )
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("hover"))
    painter.drawRoundedRect(bar, thick / 2, thick / 2)
    bar.setWidth(max(bar.width() * min(row.severity / FULL, 1.0), thick))
    painter.setBrush(QColor(tokens.severity(LEVELS[row.band], theme.current()).fill))
    painter.drawRoundedRect(bar, thick / 2, thick / 2)
