"""What is spent and gained in each year of the case, undiscounted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from cxstudio.i18n import _, pgettext
from cxstudio.model.money import Scale
from cxstudio.ui.editors.business.case_table import QuietView, amount, amounts_view
from cxstudio.ui.editors.business.case_work import Worked
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.tables.row_delegate import RowDelegate, write
from cxstudio.ui.tables.table import PAINT, Column, RecordTable

YEAR, ONCE, YEARLY, BENEFIT, NET, BALANCE = range(6)
WIDTHS, MAY_GO = (0, 108, 108, 108, 104, 140), (YEARLY, ONCE)


@dataclass(frozen=True)
class YearLine:
    """One year of the case; `balance` is what all years up to its end come to."""

    number: int
    once: float
    yearly: float
    benefit: float
    net: float
    balance: float


def years_of(found: Worked) -> list[tuple[int, Any]]:
    """The lines by the number of the year."""
    lines, balance = [], 0.0
    for number, year in enumerate(found.outcome.years, 1):
        balance += year.net
        line = YearLine(number, year.once, year.yearly, year.benefit, year.net, balance)
        lines.append((number, line))
    return lines


def year_columns(money: Scale) -> tuple[Column, ...]:
    """The columns over lines of `YearLine`."""
    return (
        Column(
            _("Year"),
            lambda row: _("Year {number}").format(number=row.number),
            sort=lambda row: row.number,
        ),
        amount(_("Cost once"), "once", money),
        amount(_("Cost yearly"), "yearly", money),
        amount(pgettext("in money", "Benefit"), "benefit", money),
        amount(_("Net"), "net", money),
        amount(_("Balance ({unit})").format(unit=money.name), "balance", money),
    )


def years_view(table: RecordTable) -> QuietView:
    """The table on the screen, the first year first."""
    first = (YEAR, Qt.SortOrder.AscendingOrder)
    view = amounts_view(_("Year by year"), table, _Delegate(), WIDTHS, MAY_GO, 96, first)
    view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    return view


class _Delegate(RowDelegate):
    """Net and balance stand out; below zero they are in the colour of what is bad."""

    def paint_cell(self, painter: QPainter, inner: QRect, index: Index, selected: bool) -> None:
        if index.column() in (NET, BALANCE):
            tone = "negative" if index.data(PAINT) < 0 else "text"
            write(painter, inner, index.data(), "body_strong", tone, right=True)
        elif index.column() == YEAR:
            write(painter, inner, index.data(), "label", "text")
        else:
            super().paint_cell(painter, inner, index, selected)
