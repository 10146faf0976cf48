"""What is painted over the roadmap while the mouse works: handle, line, and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from cxstudio import formats
from cxstudio.analysis.plan.schedule import Span
from cxstudio.drawing.roadmap.inks import Inks
from cxstudio.drawing.roadmap.marks import paint_milestone
from cxstudio.drawing.roadmap.plan import RoadmapPlan
from cxstudio.i18n import _, ngettext
from cxstudio.ui import theme
from cxstudio.ui.roadmap.drags import BarDrag, DiamondDrag, LinkDrag

if TYPE_CHECKING:
    from cxstudio.ui.roadmap.chart import RoadmapChart


def paint_overlay(painter: QPainter, chart: RoadmapChart, plan: RoadmapPlan) -> None:
    """Paint what belongs to the drag under way, or the handle of the bar under the pointer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drag = chart.pointer.drag
    if isinstance(drag, LinkDrag):
        _link(painter, chart, plan, drag)
    elif isinstance(drag, DiamondDrag) and drag.now:
        _diamond(painter, chart, plan, drag)
    elif isinstance(drag, BarDrag) and drag.wanted:
        _bar_words(painter, plan, drag)
    elif drag is None and chart.pointer.hovered is not None:
        _handle(painter, chart.pointer.handle_of(chart.pointer.hovered))


def _handle(painter: QPainter, at: QPointF | None) -> None:
    if at is not None:
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(at, theme.px(5), theme.px(5))


def _link(painter: QPainter, chart: RoadmapChart, plan: RoadmapPlan, drag: LinkDrag) -> None:
    start = chart.pointer.handle_of(drag.before)
    if start is None:
        return
    role = "error" if drag.fault else "accent"
    box = plan.bar_box(drag.after) if drag.after else None
    if box is not None:
        painter.setPen(QPen(theme.colour(role), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), theme.px(6), theme.px(6))
    painter.setPen(QPen(theme.colour(role), 2))
    painter.drawLine(QLineF(start, drag.place))
    _handle(painter, start)
    words = drag.fault or _link_words(plan, drag)
    if words:
        _tag(painter, plan, drag.place.x(), drag.place.y() - theme.px(18), words, role)


def _link_words(plan: RoadmapPlan, drag: LinkDrag) -> str:
    if drag.after is None:
        return ""
    return _("{after} waits for {before}").format(
        after=plan.data.by_id[drag.after].code, before=plan.data.by_id[drag.before].code
    )


def _diamond(painter: QPainter, chart: RoadmapChart, plan: RoadmapPlan, drag: DiamondDrag) -> None:
    one = chart.diamond(drag.id)
    place = plan.diamond_at(one, drag.now) if one and drag.now else None
    if one is None or place is None or drag.now is None:
        return
    paint_milestone(
        painter, place, theme.zoom(), Inks(theme.current()), checks=bool(one.kpi), chosen=True
    )
    words = formats.cell_day(drag.now, theme.language())
    _tag(painter, plan, place.x(), place.y() - theme.px(22), words)


def _bar_words(painter: QPainter, plan: RoadmapPlan, drag: BarDrag) -> None:
    span = drag.spans.get(drag.id, drag.wanted)
    box = plan.bar_box(drag.id, span)
    if span is None:
        return
    if box is None:
        x, y = plan.scale.x_of(span.start), plan.metrics.head
    else:
        x, y = box.center().x(), box.top() - theme.px(13)
    words = drag.fault or _days_words(span, len(drag.spans) - 1)
    _tag(painter, plan, x, y, words, "error" if drag.fault else "text")


def _days_words(span: Span, pushed: int) -> str:
    words = formats.days(span.start, span.end, theme.language())
    if pushed < 1:
        return words
    more = ngettext("pushes {count} other", "pushes {count} others", pushed).format(count=pushed)
    return f"{words} · {more}"


def _tag(
    painter: QPainter, plan: RoadmapPlan, x: float, y: float, words: str, role: str = "text"
) -> None:
    """Words on a dark label around a place, kept within the chart."""
    font = theme.font("code")
    wide, high = QFontMetricsF(font).horizontalAdvance(words) + theme.px(12), theme.px(20)
    left = min(max(x - wide / 2, 2.0), max(plan.width - wide - 2, 2.0))
    top = y - high / 2 if y > high / 2 else y + theme.px(40)
    label = QRectF(left, top, wide, high)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(role))
    painter.drawRoundedRect(label, theme.px(4), theme.px(4))
    painter.setPen(theme.colour("surface"))
    painter.setFont(font)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
