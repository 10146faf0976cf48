"""The ranking: what takes most severity away for the effort, with its cost as a range."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter

from cxstudio.analysis.plan.candidates import Method
from cxstudio.drawing.roadmap.inks import Inks
from cxstudio.drawing.roadmap.marks import paint_tier_mark
from cxstudio.i18n import _, pgettext
from cxstudio.model.chain import STRENGTHS
from cxstudio.model.money import Scale
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.plan.rows import TIERS
from cxstudio.ui.editors.plan.weighing import HEADS, score_text
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.tables.record_view import RecordView
from cxstudio.ui.tables.row_delegate import RowDelegate, mark, write, write_coded
from cxstudio.ui.tables.table import PAINT, Column, RecordTable

RANK, TIER, TITLE, DEPARTMENT, SCORE, COST, BACKING = range(7)
WIDTHS = (40, 34, 0, 116, 80, 128, 40)
MAY_GO, TITLE_ROOM = (DEPARTMENT, COST, SCORE), 190


def columns(money: Scale, method: Method) -> tuple[Column, ...]:
    """The columns of the ranking over rows of PlanRow; `money` is how costs are written, `method`
    what is ranked by."""
    return (
        Column("", lambda row: str(row.rank or "–"), sort=lambda row: row.rank),
        Column(
            "",
            lambda row: _(WORDS["tier"].get(row.tier, row.tier)),
            sort=lambda row: TIERS.index(row.tier) if row.tier in TIERS else None,
            paint=lambda row: row.tier,
        ),
        Column(
            _("Initiative"),
            lambda row: row.title,
            sort=lambda row: row.code,
            paint=lambda row: row.code,
        ),
        Column(
            pgettext("report", "Responsible"),
            lambda row: row.department,
            sort=lambda row: row.department or None,
        ),
        Column(
            _(HEADS[method]),
            lambda row: score_text(row.in_force, method),
            sort=lambda row: row.in_force,
            number=True,
        ),
        Column(
            _("Cost ({unit})").format(unit=money.name),
            lambda row: money.figures(row.cost_low, row.cost_high) or "–",
            sort=lambda row: row.cost_high if row.costed else None,
            number=True,
        ),
        Column(
            "",
            lambda row: widgets.strength_words(row.strength),
            sort=lambda row: STRENGTHS.index(row.strength),
            paint=lambda row: row.strength,
        ),
    )


def table(read: Callable[[], list[tuple[int, Any]]], money: Scale) -> RecordTable:
    """The ranking of the rows that `read` gives."""
    return RecordTable("initiative", columns(money, "gain"), read)


def ranking(rows: RecordTable) -> RecordView:
    """The table on the screen, the best first."""
    view = RecordView(_("Ranking"), rows, RankDelegate(), WIDTHS, MAY_GO, TITLE_ROOM)
    view.setProperty("rounded", False)
    view.sortByColumn(RANK, Qt.SortOrder.AscendingOrder)
    view.horizontalHeader().setSortIndicatorShown(False)
    return view


class RankDelegate(RowDelegate):
    """The tier's shape, code and title in one cell, and the mark of backing."""

    def paint_cell(self, painter: QPainter, inner: QRect, index: Index, selected: bool) -> None:
        column = index.column()
        if column == TIER:
            side = theme.px(10)
            place = QPointF(inner.x() + side / 2, inner.center().y() + 1)
            paint_tier(painter, place, side, index.data(PAINT))
        elif column == TITLE:
            write_coded(painter, inner, index.data(PAINT), index.data())
        elif column == BACKING:
            mark(painter, inner, index.data(PAINT))
        elif column == SCORE:
            write(painter, inner, index.data(), "body_strong", "text", right=True)
        else:
            super().paint_cell(painter, inner, index, selected)


def paint_tier(painter: QPainter, place: QPointF, side: float, tier: str) -> None:
    """The shape and colour of a tier, as the roadmap has it."""
    paint_tier_mark(painter, place, side, tier, Inks(theme.current()))
