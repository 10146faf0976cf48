"""The table of priorities: three scores with their places, the share in the top five, what fits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cxstudio.analysis.plan.candidates import METHODS, Method
from cxstudio.formats import number, percent
from cxstudio.i18n import _
from cxstudio.model.money import Scale
from cxstudio.model.words import WORDS
from cxstudio.ui import theme
from cxstudio.ui.editors.plan.fits import why_words
from cxstudio.ui.editors.plan.ranking import paint_tier
from cxstudio.ui.editors.plan.rows import TIERS
from cxstudio.ui.editors.plan.weighing import HEADS, Ranked, score_text
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.tables.record_view import RecordView
from cxstudio.ui.tables.row_delegate import RowDelegate, write, write_coded
from cxstudio.ui.tables.table import PAINT, Column, RecordTable

RANK, TIER, TITLE, GAIN, RICE, WEIGHTED, TOP, COST, EFFORT, FITS = range(10)
SCORES = {GAIN: METHODS[0], RICE: METHODS[1], WEIGHTED: METHODS[2]}
WIDTHS = (40, 34, 0, 84, 116, 86, 124, 128, 72, 64)
TITLE_ROOM = 166


def may_go(method: Method) -> tuple[int, ...]:
    """What goes first where there is little room; name and score in force stay."""
    others = (column for column, one in SCORES.items() if one != method)
    return (EFFORT, COST, TIER, *others, TOP, FITS)


def columns(money: Scale, code_of: Callable[[int], str]) -> tuple[Column, ...]:
    """The columns over rows of `Ranked`; `code_of` names what another initiative waits for."""

    def score(method: Method) -> Column:
        return Column(
            _(HEADS[method]),
            lambda row: _score_words(row, method),
            sort=lambda row: row.scores[method],
            number=True,
            paint=lambda row: (score_text(row.scores[method], method), row.places[method]),
        )

    return (
        Column(
            "",
            lambda row: str(row.row.rank or "–"),
            sort=lambda row: row.row.rank,
            paint=lambda row: row.last,
        ),
        Column(
            "",
            lambda row: _(WORDS["tier"].get(row.row.tier, row.row.tier)),
            sort=lambda row: TIERS.index(row.row.tier) if row.row.tier in TIERS else None,
            paint=lambda row: row.row.tier,
        ),
        Column(
            _("Initiative"),
            lambda row: row.row.title,
            sort=lambda row: row.row.code,
            paint=lambda row: row.row.code,
        ),
        score("gain"),
        score("rice"),
        score("weighted"),
        Column(
            _("In the top five"),
            _top_words,
            sort=lambda row: row.standing.share if row.standing else None,
            paint=lambda row: (row.standing.share if row.standing else None, row.taken),
        ),
        Column(
            _("Cost ({unit})").format(unit=money.name),
            lambda row: money.figures(row.row.cost_low, row.row.cost_high) or "–",
            sort=lambda row: row.row.cost_high if row.row.costed else None,
            number=True,
        ),
        Column(
            _("Months"),
            lambda row: "–" if row.row.effort is None else f"{row.row.effort:g}",
            sort=lambda row: row.row.effort,
            number=True,
        ),
        Column(
            _("Fits"),
            lambda row: why_words(row.line, code_of),
            sort=lambda row: not row.taken,
            paint=lambda row: row.taken,
            tooltip=lambda row: _fits_words(row, money, code_of),
        ),
    )


def _fits_words(row: Ranked, money: Scale, code_of: Callable[[int], str]) -> str:
    """What became of it, and of one that fits what the money comes to with those taken before."""
    why = why_words(row.line, code_of)
    if row.line is None or not row.line.taken:
        return why
    spent = money.text(row.line.spent, None)
    return _("{why}; with those taken before it {sum}").format(why=why, sum=spent)


def _score_words(row: Ranked, method: Method) -> str:
    text = score_text(row.scores[method], method)
    place = row.places[method]
    if place is not None:
        return _("{score}, place {place}").format(score=text, place=place)
    lacks = _(", ").join(row.lacks[method])
    return _("No score: missing {parts}").format(parts=lacks) if lacks else _("No score")


def _top_words(row: Ranked) -> str:
    if row.standing is None:
        return _("No score")
    return _("In the top five in {share}; nine in ten draws place it {best} to {worst}").format(
        share=percent(row.standing.share), best=row.standing.best, worst=row.standing.worst
    )


def priorities_view(table: RecordTable) -> RecordView:
    """The table on the screen, the best first."""
    view = RecordView(
        _("Priorities"), table, PriorityDelegate(), WIDTHS, may_go("gain"), TITLE_ROOM
    )
    view.setProperty("rounded", False)
    view.sortByColumn(RANK, Qt.SortOrder.AscendingOrder)
    view.horizontalHeader().setSortIndicatorShown(False)
    return view


class PriorityDelegate(RowDelegate):
    """Scores with their place, the bar of the top five, and a dashed line under what fits."""

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        super().paint(painter, option, index)
        if index.model().index(index.row(), RANK).data(PAINT):
            painter.save()
            pen = QPen(theme.colour("negative"), 2, Qt.PenStyle.CustomDashLine)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            y = option.rect.bottom()
            painter.drawLine(QLineF(option.rect.left(), y, option.rect.right(), y))
            painter.restore()

    def paint_cell(self, painter: QPainter, inner: QRect, index: Index, selected: bool) -> None:
        column, kept = index.column(), index.data(PAINT)
        if column == TIER:
            side = theme.px(10)
            paint_tier(painter, QPointF(inner.x() + side / 2, inner.center().y() + 1), side, kept)
        elif column == TITLE:
            write_coded(painter, inner, kept, index.data())
        elif column in SCORES:
            self._score(painter, inner, kept)
        elif column == TOP:
            self._bar(painter, inner, *kept)
        elif column == FITS:
            side = theme.px(16)
            place = QRect(inner.x() + theme.px(6), inner.center().y() - side // 2, side, side)
            name, tone = ("circle-check", "accent") if kept else ("minus", "text_3")
            theme.paint_icon(painter, place, name, tone)
        else:
            super().paint_cell(painter, inner, index, selected)

    def _score(self, painter: QPainter, inner: QRect, kept: tuple[str, int | None]) -> None:
        text, place = kept
        room = theme.px(34)
        write(painter, inner.adjusted(0, 0, -room, 0), text, "body", "text_2", right=True)
        if place is not None:
            here = inner.adjusted(inner.width() - room, 0, 0, 0)
            tone = "accent" if place <= 5 else "text_3"
            write(painter, here, f"#{number(place)}", "code", tone, right=True)

    def _bar(self, painter: QPainter, inner: QRect, share: float | None, taken: bool) -> None:
        if share is None:
            write(painter, inner, "–", "body", "text_3", right=True)
            return
        figure = theme.px(44)
        high = theme.px(8)
        track = QRectF(inner.x(), inner.center().y() - high / 2 + 1, inner.width() - figure, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(track, 2, 2)
        if share > 0:
            painter.setBrush(theme.colour("accent" if taken else "control_line"))
            full = QRectF(track)
            full.setWidth(max(track.width() * share, 2))
            painter.drawRoundedRect(full, 2, 2)
        write(painter, inner, percent(share), "body", "text", right=True)
