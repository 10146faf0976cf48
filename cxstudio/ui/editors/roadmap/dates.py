"""The roadmap as a table: the dates, for those who read or sort rather than look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from cxstudio import formats, i18n
from cxstudio.drawing.roadmap.content import Bar, RoadmapData
from cxstudio.i18n import _, pgettext
from cxstudio.ui.roadmap.words import comma
from cxstudio.ui.tables.record_view import RecordView
from cxstudio.ui.tables.row_delegate import RowDelegate
from cxstudio.ui.tables.table import Column, RecordTable

WIDTHS = (64, 0, 148, 132, 132, 64, 84, 112, 108)
MAY_GO, ROOM = (2, 5, 8), 200


@dataclass(frozen=True)
class DateRow:
    """An initiative with what its place in time comes to."""

    bar: Bar
    waits: str
    slack: int | None


def rows_of(data: RoadmapData) -> list[tuple[int, Any]]:
    """A row for each initiative."""
    return [(bar.id, _row(data, bar)) for bar in data.bars]


def _row(data: RoadmapData, bar: Bar) -> DateRow:
    waits = [data.by_id[w.before].code for w in data.waits if w.after == bar.id]
    return DateRow(bar, comma(waits), data.path.slack.get(bar.id))


def _day(value: Any) -> str:
    return formats.cell_day(value, i18n.language()) if value else "–"


def columns() -> tuple[Column, ...]:
    return (
        Column("", lambda row: row.bar.code),
        Column(_("Initiative"), lambda row: row.bar.title),
        Column(
            pgettext("report", "Responsible"),
            lambda row: row.bar.department,
            sort=lambda row: row.bar.department or None,
        ),
        Column(
            _("Starts on"), lambda row: _day(row.bar.starts_on), sort=lambda row: row.bar.starts_on
        ),
        Column(_("Ends on"), lambda row: _day(row.bar.ends_on), sort=lambda row: row.bar.ends_on),
        Column(_("Days"), _days, sort=_length, number=True),
        Column(
            _("Progress"),
            lambda row: "–" if row.bar.progress is None else formats.percent(row.bar.progress),
            sort=lambda row: row.bar.progress,
            number=True,
        ),
        Column(_("Waits for"), lambda row: row.waits or "–", sort=lambda row: row.waits or None),
        Column(
            _("Slack (days)"),
            lambda row: "–" if row.slack is None else formats.number(row.slack),
            sort=lambda row: row.slack,
            number=True,
        ),
    )


def _length(row: Any) -> int | None:
    return row.bar.span.days if row.bar.span else None


def _days(row: Any) -> str:
    return "–" if row.bar.span is None else formats.number(row.bar.span.days)


def dates_view(read: Callable[[], list[tuple[int, Any]]]) -> RecordView:
    """The table on the screen."""
    table = RecordTable("initiative", columns(), read)
    view = RecordView(_("Dates of the roadmap"), table, RowDelegate(), WIDTHS, MAY_GO, ROOM)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    return view
