"""A table whose rows come in the background: the keyboard's arrival chooses nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTableView

from cxstudio.model.money import Scale
from cxstudio.ui.tables.record_view import RecordView
from cxstudio.ui.tables.row_delegate import RowDelegate
from cxstudio.ui.tables.table import Column, RecordTable


class QuietView(RecordView):
    """Chooses a row when the user does; only looking at the page leaves the evidence panel."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        QTableView.focusInEvent(self, event)


def amounts_view(
    name: str,
    table: RecordTable,
    delegate: RowDelegate,
    widths: Sequence[int],
    may_go: Sequence[int],
    rest: int,
    sorted_by: tuple[int, Qt.SortOrder],
) -> QuietView:
    """A table within a panel, in an order of its own."""
    view = QuietView(name, table, delegate, widths, may_go, rest)
    view.setProperty("rounded", False)
    view.sortByColumn(*sorted_by)
    view.horizontalHeader().setSortIndicatorShown(False)
    return view


def amount(title: str, attribute: str, money: Scale) -> Column:
    """A column of amounts; – for none."""
    return Column(
        title,
        lambda row: money.figure(getattr(row, attribute)) if getattr(row, attribute) else "–",
        sort=lambda row: getattr(row, attribute),
        number=True,
        paint=lambda row: getattr(row, attribute),
    )
