"""Where the bars of the timeline stand, in true time, and how they are painted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from cxstudio import formats
from cxstudio.drawing import tokens
from cxstudio.i18n import _
from cxstudio.model.words import WORDS
from cxstudio.ui import theme
from cxstudio.ui.editors.plan_ranking import paint_tier
from cxstudio.ui.editors.plan_rows import TIERS, PlanRow

HEAD, ROW, BAR, TIER_WIDE, NAMES, BETWEEN, EDGE = 28, 28, 18, 112, 176, 8, 7
Part = Literal["start", "end", "whole", "new"]
DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Dates:
    """First and last day of an initiative."""

    start: dt.date
    end: dt.date


def dates_of(row: PlanRow) -> Dates | None:
    """A missing day is taken to be the other one."""
    start, end = row.starts_on or row.ends_on, row.ends_on or row.starts_on
    return Dates(start, max(start, end)) if start and end else None


class TimelinePlan:
    """Rows by tier from top to bottom, days from left to right."""

    def __init__(self, width: float, rows: Sequence[PlanRow], today: dt.date) -> None:
        self.today = today
        self.rows = [row for tier in TIERS for row in rows if row.tier == tier]
        self.names = max(float(theme.px(NAMES)), width * 0.22)
        self.left = theme.px(TIER_WIDE) + self.names
        self.right = max(width - 2.0, self.left + 10)
        known = [dates for row in self.rows if (dates := dates_of(row))]
        self.first, self.last = _span(known, today)
        self.tops: dict[int, float] = {}
        self.heads: list[tuple[str, float]] = []
        self.height = self._place_rows()

    def _place_rows(self) -> float:
        top = float(theme.px(HEAD))
        tier = ""
        for row in self.rows:
            if row.tier != tier:
                top += theme.px(BETWEEN)
                self.heads.append((row.tier, top))
                tier = row.tier
            self.tops[row.id] = top
            top += theme.px(ROW)
        return top + theme.px(BETWEEN)

    def x_of(self, day: dt.date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return self.left + share * (self.right - self.left)

    def day_at(self, x: float) -> dt.date:
        share = (x - self.left) / (self.right - self.left)
        return self.first + dt.timedelta(days=round(share * (self.last - self.first).days))

    def bar(self, row: PlanRow, dates: Dates) -> QRectF:
        x = self.x_of(dates.start)
        wide = max(self.x_of(dates.end + DAY) - x, 8.0)
        top = self.tops[row.id] + (theme.px(ROW) - theme.px(BAR)) / 2
        return QRectF(x, top, wide, theme.px(BAR))

    def row_at(self, y: float) -> PlanRow | None:
        high = theme.px(ROW)
        found = (row for row in self.rows if 0 <= y - self.tops[row.id] < high)
        return next(found, None)

    def part_at(self, row: PlanRow, place: QPointF) -> Part | None:
        """What a drag from here would move; "new" where a row without dates would get some."""
        dates = dates_of(row)
        if dates is None:
            return "new" if place.x() > self.left else None
        bar = self.bar(row, dates)
        edge = min(theme.px(EDGE), bar.width() / 3)
        if not bar.adjusted(-edge, 0, edge, 0).contains(place):
            return None
        if place.x() < bar.left() + edge:
            return "start"
        return "end" if place.x() > bar.right() - edge else "whole"

    def months(self) -> Iterator[tuple[dt.date, str]]:
        """The first of each month, or of each quarter in long plans, with its name."""
        wide = (self.right - self.left) / max((self.last - self.first).days / 30.4, 1)
        step = next((s for s in (1, 3, 6, 12) if wide * s >= theme.px(52)), 12)
        day = self.first
        while day < self.last:
            if (day.month - 1) % step == 0:
                yield day, _month(day, first=day == self.first)
            day = _next_month(day)


def _span(known: Sequence[Dates], today: dt.date) -> tuple[dt.date, dt.date]:
    starts = [dates.start for dates in known] or [today]
    ends = [dates.end for dates in known] or [today + 180 * DAY]
    first = min(starts).replace(day=1)
    near = dt.timedelta(days=120)
    if first - near <= today < first:
        first = today.replace(day=1)
    last = max(ends)
    if last < today <= last + near:
        last = today
    return first, _next_month(last.replace(day=1))


def _next_month(day: dt.date) -> dt.date:
    return (day.replace(day=1) + 32 * DAY).replace(day=1)


def _month(day: dt.date, *, first: bool) -> str:
    with_year = first or day.month == 1
    form = formats.month if with_year else formats.month_name
    return form(day, theme.language())


def paint_timeline(
    painter: QPainter,
    plan: TimelinePlan,
    selected: int | None,
    moving: tuple[int, Dates] | None,
) -> None:
    """Everything; `moving` are the dates that the dragged bar would get."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _grid(painter, plan)
    for tier, top in plan.heads:
        _tier(painter, plan, tier, top)
    for row in plan.rows:
        dates = moving[1] if moving and moving[0] == row.id else dates_of(row)
        _row(painter, plan, row, dates, row.id == selected)
    if moving:
        _moving_words(painter, plan, moving)


def _grid(painter: QPainter, plan: TimelinePlan) -> None:
    painter.setFont(theme.font("small"))
    metrics = QFontMetricsF(painter.font())
    top, free = theme.px(HEAD), 0.0
    for day, name in plan.months():
        x = plan.x_of(day)
        january = day.month == 1
        painter.setPen(QPen(theme.colour("line_strong" if january else "line"), 1))
        painter.drawLine(QLineF(x, top - theme.px(6), x, plan.height))
        if x >= free:  # a year in a short month would run into the next name
            painter.setPen(theme.colour("text_2"))
            painter.drawText(QPointF(x + theme.px(6), top - theme.px(9)), name)
            free = x + metrics.horizontalAdvance(name) + theme.px(4)
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(QLineF(0, top, plan.right, top))
    if plan.first <= plan.today < plan.last:
        x = plan.x_of(plan.today)
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawLine(QLineF(x, top, x, plan.height))
        painter.setFont(theme.font("code"))
        words = _("Today {day}").format(day=formats.short_day(plan.today, theme.language()))
        painter.drawText(QPointF(x + theme.px(6), top + theme.px(14)), words)


def _tier(painter: QPainter, plan: TimelinePlan, tier: str, top: float) -> None:
    if top > theme.px(HEAD + BETWEEN):
        y = top - theme.px(BETWEEN) / 2
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QLineF(0, y, plan.right, y))
    middle = top + theme.px(ROW) / 2
    paint_tier(painter, QPointF(theme.px(6), middle), theme.px(10), tier)
    painter.setFont(theme.font("label"))
    painter.setPen(theme.colour("text"))
    room = QRectF(theme.px(18), top, theme.px(TIER_WIDE - 22), theme.px(ROW))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, _(WORDS["tier"][tier]))


def _row(
    painter: QPainter, plan: TimelinePlan, row: PlanRow, dates: Dates | None, chosen: bool
) -> None:
    top = plan.tops[row.id]
    font = theme.font("label" if chosen else "body")
    painter.setFont(font)
    painter.setPen(theme.colour("text" if chosen else "text_2"))
    room = QRectF(theme.px(TIER_WIDE), top, plan.names - theme.px(12), theme.px(ROW))
    elide = Qt.TextElideMode.ElideRight
    title = QFontMetricsF(font).elidedText(row.title, elide, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
    if dates is None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_3"))
        room = QRectF(plan.left + theme.px(8), top, plan.right - plan.left, theme.px(ROW))
        words = _("{code}: no dates yet; draw them here").format(code=row.code)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        return
    _bar(painter, plan.bar(row, dates), row, chosen)


def _bar(painter: QPainter, bar: QRectF, row: PlanRow, chosen: bool) -> None:
    radius = theme.px(4)
    if chosen:
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(bar.adjusted(-3, -3, 3, 3), radius + 3, radius + 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.tier(row.tier, theme.current())))
    painter.drawRoundedRect(bar, radius, radius)
    font = theme.font("code")
    wide = QFontMetricsF(font).horizontalAdvance(row.code) + theme.px(12)
    painter.setFont(font)
    inside = wide <= bar.width()
    painter.setPen(theme.colour("on_accent" if inside else "text_2"))
    left = bar.left() + theme.px(8) if inside else bar.right() + theme.px(6)
    room = QRectF(left, bar.top(), wide, bar.height())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, row.code)


def _moving_words(painter: QPainter, plan: TimelinePlan, moving: tuple[int, Dates]) -> None:
    id, dates = moving
    row = next(row for row in plan.rows if row.id == id)
    bar = plan.bar(row, dates)
    ends = [formats.short_day(day, theme.language()) for day in (dates.start, dates.end)]
    words = formats.span(ends[0], ends[1], theme.language())
    font = theme.font("code")
    wide = QFontMetricsF(font).horizontalAdvance(words) + theme.px(12)
    left = min(max(bar.center().x() - wide / 2, plan.left), plan.right - wide)
    above = bar.top() - theme.px(24)
    label = QRectF(left, above if above > 0 else bar.bottom() + 4, wide, theme.px(20))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("text"))
    painter.drawRoundedRect(label, theme.px(4), theme.px(4))
    painter.setPen(theme.colour("surface"))
    painter.setFont(font)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
