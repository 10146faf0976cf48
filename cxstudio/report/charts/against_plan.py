"""The progress report's small charts: each KPI beside the line from baseline to target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.analysis.plan.progress import KpiNow
from cxstudio.report import blocks as b
from cxstudio.report.context import Context

if TYPE_CHECKING:
    from cxstudio.report.progress_report import Meeting

CHART_MM = 23.0


def charts(meeting: Meeting) -> list[b.Block]:
    """Two charts beside each other, for the KPIs with a line."""
    from cxstudio.drawing.charts.plan_trend import PlanTrend, plan_trend_picture

    context = meeting.context
    figures = []
    for one in meeting.progress.kpis:
        if not one.line.whole:
            continue
        trend = PlanTrend(one.line, one.readings, meeting.day, one.unit)
        name = f"{one.code} {one.name}"
        picture = plan_trend_picture(
            trend, name, context.language, context.palette, height_mm=CHART_MM
        )
        figures.append(
            b.Figure(
                picture.png,
                picture.width_mm,
                picture.alt,
                caption=_standing(context, one),
                subcaption=_below(context, one),
                svg=picture.svg,
            )
        )
    return [_pair(tuple(figures[n : n + 2])) for n in range(0, len(figures), 2)]


def _pair(figures: tuple[b.Figure, ...]) -> b.Block:
    second: tuple[b.Block, ...] = figures[1:]
    return b.Columns(((figures[0],), second), (79.0, 79.0))


def _standing(context: Context, one: KpiNow) -> str:
    """The newest value beside what was planned for its day."""
    if one.reading is None or one.planned is None:
        return one.name
    return context.gettext(
        "{name}: {value}, planned {planned}",
        name=one.name, value=value_of(context, one.reading[1], one.unit),
        planned=value_of(context, one.planned, one.unit),
    )  # fmt: skip


def _below(context: Context, one: KpiNow) -> str:
    unit = one.unit or "–"
    return context.gettext("{unit}; dashed: the plan", unit=unit)


def value_of(context: Context, value: float | None, unit: str) -> str:
    """A value of a measure with its unit; a dash for none."""
    return "–" if value is None else context.written.with_unit(round(value, 1), unit)
