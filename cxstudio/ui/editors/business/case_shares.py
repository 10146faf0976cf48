"""What each initiative adds to the case: spent, gained, and its part of the net present value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from cxstudio.drawing import tokens
from cxstudio.i18n import _, pgettext
from cxstudio.model.money import Scale
from cxstudio.ui import theme
from cxstudio.ui.editors.business.case_table import QuietView, amount, amounts_view
from cxstudio.ui.editors.business.case_work import Worked
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.tables.row_delegate import RowDelegate, write, write_coded
from cxstudio.ui.tables.table import PAINT, Column, RecordTable

TITLE, ONCE, YEARLY, BENEFIT, NPV = range(5)
WIDTHS, MAY_GO = (0, 116, 116, 116, 224), (YEARLY, ONCE)


@dataclass(frozen=True)
class Share:
    """One line; `span` are the lowest and the highest part of all."""

    code: str
    title: str
    once: float
    yearly: float
    benefit: float
    npv: float
    span: tuple[float, float]


def shares_of(found: Worked) -> list[tuple[int, Any]]:
    """The lines by the id of the initiative."""
    parts = [one.npv for one in found.outcome.contributions]
    span = min([0.0, *parts]), max([0.0, *parts])
    lines = []
    for one in found.outcome.contributions:
        name = found.read.initiatives[one.initiative]
        share = Share(name.code, name.title, one.once, one.yearly, one.benefit, one.npv, span)
        lines.append((one.initiative, share))
    return lines


def columns(money: Scale) -> tuple[Column, ...]:
    """The columns over lines of `Share`."""
    return (
        Column(
            _("Initiative"),
            lambda row: row.title,
            sort=lambda row: row.code,
            paint=lambda row: row.code,
        ),
        amount(_("Cost once"), "once", money),
        amount(_("Cost yearly"), "yearly", money),
        amount(pgettext("in money", "Benefit"), "benefit", money),
        Column(
            _("Net present value ({unit})").format(unit=money.name),
            lambda row: money.figure(row.npv),
            sort=lambda row: row.npv,
            number=True,
            paint=lambda row: (row.npv, *row.span),
        ),
    )


def shares_view(table: RecordTable) -> QuietView:
    """The table on the screen, what adds most first."""
    name, best = _("What each initiative adds"), (NPV, Qt.SortOrder.DescendingOrder)
    return amounts_view(name, table, _Delegate(), WIDTHS, MAY_GO, 200, best)


class _Delegate(RowDelegate):
    """Code and title in one cell, and a bar left or right of zero."""

    def paint_cell(self, painter: QPainter, inner: QRect, index: Index, selected: bool) -> None:
        if index.column() == TITLE:
            write_coded(painter, inner, index.data(PAINT), index.data())
        elif index.column() == NPV:
            self._bar(painter, inner.adjusted(0, 0, -theme.px(64), 0), *index.data(PAINT))
            write(painter, inner, index.data(), "body_strong", "text", right=True)
        else:
            super().paint_cell(painter, inner, index, selected)

    def _bar(self, painter: QPainter, room: QRect, npv: float, low: float, high: float) -> None:
        wide = (high - low) or 1.0
        zero = room.x() - low / wide * room.width()
        end = zero + npv / wide * room.width()
        left, right = sorted((zero, end))
        high_px = theme.px(10)
        top = room.center().y() - high_px / 2 + 1
        painter.setPen(Qt.PenStyle.NoPen)
        worse = QColor(tokens.chart(theme.current())[1])
        painter.setBrush(worse if npv < 0 else theme.colour("positive"))
        painter.drawRect(QRectF(left, top, max(right - left, 1.0), high_px))
        painter.fillRect(QRectF(zero, top - 3, 1, high_px + 6), theme.colour("line_strong"))
