"""The progress report's charts: each KPI beside the line from baseline to target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.analysis.plan.progress import KpiNow
from cxstudio.model import Kpi, Reading
from cxstudio.report import blocks as b
from cxstudio.report import measures
from cxstudio.report.charts.trend import trend_chart
from cxstudio.report.context import Context

if TYPE_CHECKING:
    from cxstudio.report.progress_report import Meeting

WIDE_MM, HIGH_MM = 79.0, 25.0


def charts(meeting: Meeting) -> list[b.Block]:
    """Two charts beside each other, for the KPIs with a line and something read."""
    figures = [figure for one in meeting.progress.kpis if (figure := _figure(meeting, one))]
    return [_pair(tuple(figures[n : n + 2])) for n in range(0, len(figures), 2)]


def _pair(figures: tuple[b.Figure, ...]) -> b.Block:
    second: tuple[b.Block, ...] = figures[1:]
    return b.Columns(((figures[0],), second), (WIDE_MM, WIDE_MM))


def _figure(meeting: Meeting, one: KpiNow) -> b.Figure | None:
    from cxstudio.drawing.charts.plan_trend import PlanTrend, plan_trend_alt

    context, line, kpi = meeting.context, one.line, meeting.context.get(Kpi, one.id)
    if kpi is None or not line.whole or line.baseline is None or line.baseline_on is None:
        return None
    since = line.baseline_on
    read = [reading for reading in kpi.readings if since <= reading.read_on <= meeting.day]
    if not read:
        return None
    unit = "" if measures.is_score(kpi) else one.unit
    trend = PlanTrend(line, one.readings, meeting.day, unit)
    return b.Figure(
        b"",
        WIDE_MM,
        plan_trend_alt(trend, f"{one.code} {one.name}", context.language),
        caption=_standing(context, one),
        subcaption=_below(context, read[-1]),
        chart=trend_chart(
            measures.points(read), line.target, unit, context.language, one.name,
            line.target_on, WIDE_MM, HIGH_MM, (since, line.baseline),
            decimals=measures.decimals(kpi),
        ),
    )  # fmt: skip


def _standing(context: Context, one: KpiNow) -> str:
    """The newest value beside what was planned for its day."""
    if one.reading is None or one.planned is None:
        return one.name
    return context.gettext(
        "{name}: {value}, planned {planned}",
        name=one.name, value=value_of(context, one, one.reading[1]),
        planned=value_of(context, one, one.planned),
    )  # fmt: skip


def _below(context: Context, reading: Reading) -> str:
    month = context.written.month(reading.read_on)
    return context.listed([month, *measures.said(context, reading)])


def value_of(context: Context, one: KpiNow, value: float | None) -> str:
    """A value of a measure as the report has it; a dash for none."""
    kpi = context.get(Kpi, one.id)
    if value is None or kpi is None:
        return "–"
    return measures.value(context, kpi, round(value, 1))
