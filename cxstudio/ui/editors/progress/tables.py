"""Initiatives by status, and the next steps that are open, as tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from cxstudio import formats, i18n
from cxstudio.i18n import _, pgettext
from cxstudio.model.words import WORDS
from cxstudio.ui import theme
from cxstudio.ui.editors.progress.status import ORDER, paint_status, words_of
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.tables.record_view import RecordView
from cxstudio.ui.tables.row_delegate import RowDelegate, write
from cxstudio.ui.tables.table import PAINT, Column, RecordTable

Read = Callable[[], list[tuple[int, Any]]]


def fit(view: RecordView) -> None:
    """As high as its rows; the page scrolls, not the table."""
    rows = max(view.table.rowCount(), 1)
    view.setFixedHeight(theme.px(36) * (rows + 1) + 4)


# ── Initiatives ───────────────────────────────────────────────────────────────────────────


def _percent(value: float | None) -> str:
    return "–" if value is None else formats.number(value)


def _state_columns() -> tuple[Column, ...]:
    return (
        Column("", lambda row: row.code),
        Column(_("Initiative"), lambda row: row.title or _("Untitled")),
        Column(_("State"), lambda row: _(WORDS["initiative_state"].get(row.state, row.state))),
        Column(
            _("Planned %"), lambda row: _percent(row.planned), lambda row: row.planned, number=True
        ),
        Column(
            _("Actual %"), lambda row: _percent(row.actual), lambda row: row.actual, number=True
        ),
        Column(
            _("Status"),
            lambda row: words_of(row.status),
            lambda row: ORDER.index(row.status),
            paint=lambda row: row.status,
        ),
        Column(_("Newest note"), _note, lambda row: row.noted_on),
    )


def _note(row: Any) -> str:
    if row.noted_on is None:
        return "–"
    return f"{formats.short_day(row.noted_on, i18n.language())}: {row.note}"


def initiatives_view(read: Read) -> RecordView:
    table = RecordTable("initiative", _state_columns(), read)
    view = RecordView(
        _("Initiatives by status"),
        table,
        StatusDelegate(5),
        (64, 0, 92, 88, 88, 124, 300),
        (6, 2),
        220,
    )
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    return view


class StatusDelegate(RowDelegate):
    """Paints the status with its sign."""

    def __init__(self, column: int) -> None:
        super().__init__()
        self._column = column

    def paint_cell(self, painter: QPainter, inner: QRect, index: Index, selected: bool) -> None:
        if index.column() == self._column:
            paint_status(painter, inner, index.data(PAINT))
        elif index.column() == 0:
            write(painter, inner, index.data(), "code", "text_3")
        elif index.column() == 1:
            write(painter, inner, index.data(), "label", "text")
        else:
            super().paint_cell(painter, inner, index, selected)


# ── Next steps ────────────────────────────────────────────────────────────────────────────


def _due(row: Any) -> str:
    if row.due_on is None:
        return "–"
    day = formats.cell_day(row.due_on, i18n.language())
    return _("{day}, overdue").format(day=day) if row.overdue else day


def _step_columns(owner: Callable[[int | None], str]) -> tuple[Column, ...]:
    return (
        Column("", lambda row: row.code),
        Column(_("Next step"), lambda row: row.text),
        Column(pgettext("of a next step", "Owner"), lambda row: owner(row.owner_id) or "–"),
        Column(_("Due on"), _due, lambda row: row.due_on, paint=lambda row: row.overdue),
    )


def steps_view(read: Read, owner: Callable[[int | None], str]) -> RecordView:
    table = RecordTable("review_item", _step_columns(owner), read)
    view = RecordView(_("Open next steps"), table, StepDelegate(), (64, 0, 180, 190), (2,), 220)
    view.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    return view


class StepDelegate(RowDelegate):
    """The code quiet, the step strong, an overdue day in the colour of faults with its word."""

    def paint_cell(self, painter: QPainter, inner: QRect, index: Index, selected: bool) -> None:
        if index.column() == 0:
            write(painter, inner, index.data(), "code", "text_3")
        elif index.column() == 1:
            write(painter, inner, index.data(), "label", "text")
        elif index.column() == 3 and index.data(PAINT):
            write(painter, inner, index.data(), "label", "error")
        else:
            super().paint_cell(painter, inner, index, selected)
