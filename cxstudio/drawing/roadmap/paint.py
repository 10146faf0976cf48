"""The painting of a roadmap, one for the window, the exports and the report."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from cxstudio import formats
from cxstudio.analysis.plan.schedule import Span
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import QtMeasure, fitted, text_width
from cxstudio.drawing.journey.text import Run, Type
from cxstudio.drawing.roadmap.arrows import ArrowLine, arrow_lines
from cxstudio.drawing.roadmap.content import Bar
from cxstudio.drawing.roadmap.inks import LIGHT, Inks
from cxstudio.drawing.roadmap.labels import paint_labels
from cxstudio.drawing.roadmap.marks import paint_milestone, paint_tier_mark
from cxstudio.drawing.roadmap.plan import LaneBox, RoadmapPlan
from cxstudio.i18n import catalogue
from cxstudio.model.words import WORDS


@dataclass(frozen=True)
class Shown:
    """What is on besides the plan: the critical path, what is chosen, what is being pushed."""

    inks: Inks = LIGHT
    critical: bool = False
    initiative: int | None = None
    milestone: int | None = None
    dependency: int | None = None
    moving: Collection[int] = ()
    ghosts: tuple[tuple[int, Span], ...] = ()
    ground: bool = False


def paint_roadmap(painter: QPainter, plan: RoadmapPlan, shown: Shown | None = None) -> None:
    """Paint everything with the upper left corner at (0, 0)."""
    RoadmapPainter(painter, plan, shown or Shown()).paint()


class RoadmapPainter:
    """One painting of a plan."""

    def __init__(self, painter: QPainter, plan: RoadmapPlan, shown: Shown) -> None:
        self.painter, self.plan, self.shown = painter, plan, shown
        self.m, self.inks = plan.metrics, shown.inks
        self.gettext = catalogue(plan.metrics.language).gettext

    def colour(self, role: str) -> QColor:
        return self.inks.colour(role)

    def paint(self) -> None:
        painter = self.painter
        painter.save()
        hint = QPainter.RenderHint
        painter.setRenderHints(hint.Antialiasing | hint.TextAntialiasing)
        if self.shown.ground:
            whole = QRectF(0, 0, self.plan.width, self.plan.height)
            painter.fillRect(whole, self.colour("surface"))
        for box in self.plan.lanes:
            self._lane(box)
        self._plan_row_name()
        for bar in self.plan.bars:
            self._name(bar)
        self._head()
        painter.save()
        left = self.plan.scale.left
        painter.setClipRect(
            QRectF(left - self.m.px(1), 0, self.plan.width - left, self.plan.height)
        )
        self._grid()
        self._time()
        painter.restore()
        painter.restore()

    # ── Names ─────────────────────────────────────────────────────────────────────────────

    def _lane(self, box: LaneBox) -> None:
        m, painter = self.m, self.painter
        if box.top > m.head + m.px(9):
            y = box.top - m.px(4)
            painter.setPen(QPen(self.colour("line"), m.px(1)))
            painter.drawLine(QLineF(0, y, self.plan.scale.right, y))
        middle = box.top + m.row / 2
        left = m.px(4)
        if box.lane.tier:
            paint_tier_mark(painter, QPointF(m.px(6), middle), m.px(10), box.lane.tier, self.inks)
            left = m.px(18)
            title = self.gettext(WORDS["tier"][box.lane.tier])
        else:
            title = box.lane.title or self.gettext("No department")
        kind = m.type(600, 13)
        room = self.plan.names_left - left - m.px(8)
        self._write(left, middle, fitted(title, kind, room), 600, "text", size=13)

    def _plan_row_name(self) -> None:
        if self.plan.plan_top is not None:
            middle = self.plan.plan_top + self.m.row / 2
            self._write(self.m.px(4), middle, self.gettext("Milestones"), 600, "text", size=13)

    def _name(self, bar: Bar) -> None:
        m = self.m
        chosen = bar.id == self.shown.initiative
        middle = self.plan.tops[bar.id] + m.row / 2
        left = self.plan.names_left
        if self.plan.by == "department":
            place = QPointF(left + m.px(5), middle)
            paint_tier_mark(self.painter, place, m.px(9), bar.tier, self.inks)
            left += m.px(16)
        kind = m.type(600 if chosen else 400, 13)
        room = self.plan.scale.left - left - m.px(12)
        close = kind._replace(line=round(1.1 * kind.size))
        lines = _lines(bar.title, close, room, int((m.row - m.px(4)) // close.line))
        top = middle - close.line * len(lines) / 2
        for number, line in enumerate(lines):
            colour = self.colour("text" if chosen else "text_2")
            write(self.painter, left, top + number * close.line, line, close, colour)

    def _write(
        self, x: float, middle: float, text: str, weight: int, role: str, size: int = 12
    ) -> None:
        kind = self.m.type(weight, size)
        write(self.painter, x, middle - kind.line / 2, text, kind, self.colour(role))

    # ── Time ──────────────────────────────────────────────────────────────────────────────

    def _head(self) -> None:
        painter, m = self.painter, self.m
        painter.setPen(QPen(self.colour("line"), m.px(1)))
        painter.drawLine(QLineF(0, m.head, self.plan.scale.right, m.head))

    def _grid(self) -> None:
        painter, m, scale = self.painter, self.m, self.plan.scale
        kind, free, tag = m.type(), scale.left - 1, self._today_tag()
        for tick in scale.ticks(m.language, m.unit):
            x = scale.x_of(tick.day)
            painter.setPen(QPen(self.colour("line_strong" if tick.strong else "line"), m.px(1)))
            painter.drawLine(QLineF(x, m.head - m.px(6), x, self.plan.height))
            wide = text_width(tick.name, kind)
            top = m.head - m.px(7) - kind.line
            box = QRectF(x, top, wide + m.px(10), kind.line)
            if x >= free and box.right() <= self.plan.width and not box.intersects(tag):
                write(painter, x + m.px(6), top, tick.name, kind, self.colour("text_2"))
                free = x + wide + m.px(10)

    def _time(self) -> None:
        for id, span in self.shown.ghosts:
            self._ghost(id, span)
        lines = list(arrow_lines(self.plan))
        for line in lines:
            self._arrow(line)
        for bar in self.plan.bars:
            self._bar(bar)
        self._today()
        self._diamonds()
        paint_labels(self.painter, self.plan, self.inks)

    def _today_words(self) -> str:
        day = formats.short_day(self.plan.data.today, self.m.language)
        return self.gettext("Today {day}").format(day=day)

    def _today_tag(self) -> QRectF:
        """The box of today's name in the head, above the months where there is room for both;
        empty when today is not seen."""
        scale, m, today = self.plan.scale, self.m, self.plan.data.today
        if not scale.seen(today):
            return QRectF()
        wide = text_width(self._today_words(), m.type(600)) + m.px(12)
        x = scale.x_of(today) + scale.wide / 2
        left = min(max(x - wide / 2, scale.left), self.plan.width - wide)
        line = m.type().line + m.px(2)
        below = m.px(8) + line
        return QRectF(left, m.head - below - (line if m.head >= below + line else 0), wide, line)

    def _today(self) -> None:
        tag, m = self._today_tag(), self.m
        if tag.isEmpty():
            return
        scale = self.plan.scale
        x = scale.x_of(self.plan.data.today) + scale.wide / 2
        self.painter.setPen(QPen(self.colour("accent"), m.px(2)))
        self.painter.drawLine(QLineF(x, tag.bottom(), x, self.plan.height))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour("accent"))
        self.painter.drawRoundedRect(tag, m.px(4), m.px(4))
        kind = m.type(600)
        left, top = tag.left() + m.px(6), tag.center().y() - kind.line / 2
        write(self.painter, left, top, self._today_words(), kind, self.colour("on_accent"))

    # ── Bars ──────────────────────────────────────────────────────────────────────────────

    def _ghost(self, id: int, span: Span) -> None:
        box = self.plan.bar_box(id, span)
        if box is None:
            return
        pen = QPen(self.colour("text_3"), self.m.px(1.2))
        pen.setDashPattern([3, 3])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(box, self.m.px(4), self.m.px(4))

    def _bar(self, bar: Bar) -> None:
        box = self.plan.bar_box(bar.id)
        if box is None:
            return self._undated(bar)
        painter, m = self.painter, self.m
        self._rings(bar, box)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.inks.tier(bar.tier))
        painter.drawRoundedRect(box, m.px(4), m.px(4))
        self._progress(bar, box)
        return None

    def _rings(self, bar: Bar, box: QRectF) -> None:
        painter, m = self.painter, self.m
        out = 2.5
        painter.setBrush(self.colour("surface"))
        rings = []
        if self.shown.critical and bar.id in self.plan.data.path.ids:
            rings.append("negative")
        if bar.id == self.shown.initiative or bar.id in self.shown.moving:
            rings.append("accent")
        for role in reversed(rings):
            far = m.px(out + 2.2 * (len(rings) - 1 if role == "accent" else 0))
            painter.setPen(QPen(self.colour(role), m.px(2)))
            painter.drawRoundedRect(
                box.adjusted(-far, -far, far, far), m.px(4) + far, m.px(4) + far
            )

    def _progress(self, bar: Bar, box: QRectF) -> None:
        """A thin line at the foot of the bar, as long as the share that is done."""
        if bar.progress is None:
            return
        m, ink = self.m, self.colour("on_accent")
        pad = min(m.px(4), box.width() / 4)
        track = QRectF(box.left() + pad, box.bottom() - m.px(4.5), box.width() - 2 * pad, m.px(2.5))
        faint = QColor(ink)
        faint.setAlphaF(0.32)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(faint)
        self.painter.drawRoundedRect(track, m.px(1.2), m.px(1.2))
        track.setWidth(track.width() * bar.progress)
        self.painter.setBrush(ink)
        self.painter.drawRoundedRect(track, m.px(1.2), m.px(1.2))

    def _undated(self, bar: Bar) -> None:
        words = self.gettext("{code}: no dates yet; draw them here").format(code=bar.code)
        left = self.plan.scale.left + self.m.px(8)
        self._write(left, self.plan.tops[bar.id] + self.m.row / 2, words, 400, "text_3")

    # ── Arrows and diamonds ───────────────────────────────────────────────────────────────

    def _arrow(self, line: ArrowLine) -> None:
        m = self.m
        role, wide = "text_2", 1.4
        if line.early:
            role = "error"
        elif self.shown.critical and line.critical:
            role, wide = "negative", 2.0
        if line.arrow.id == self.shown.dependency:
            role, wide = "accent", 2.5
        pen = QPen(self.colour(role), m.px(wide))
        if line.early:
            pen.setDashPattern([3, 2])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawPolyline(QPolygonF(list(line.points)))
        self._head_of(line, role)

    def _head_of(self, line: ArrowLine, role: str) -> None:
        end, before = line.points[-1], line.points[-2]
        way = QLineF(before, end)
        if not way.length():
            return
        along = QPointF(way.dx(), way.dy()) / way.length()
        across = QPointF(-along.y(), along.x())
        size = self.m.px(5)
        back = end - along * size
        tip = QPolygonF([end, back + across * size * 0.6, back - across * size * 0.6])
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.colour(role))
        self.painter.drawPolygon(tip)

    def _diamonds(self) -> None:
        data = self.plan.data
        for one in data.diamonds:
            place = self.plan.points.get(one.id)
            if place is not None:
                paint_milestone(
                    self.painter,
                    place,
                    self.m.unit,
                    self.inks,
                    checks=bool(one.kpi),
                    reached=one.reached_on is not None,
                    overdue=data.overdue(one),
                    chosen=one.id == self.shown.milestone,
                )


def _lines(text: str, kind: Type, room: float, most: int) -> list[str]:
    """A text in at most so many lines; the last one ends with "…" where that is not all."""
    found = [] if most < 2 else QtMeasure().lines((Run(text, kind),), room)
    if not 1 < len(found) <= most:
        return [fitted(text, kind, room)]
    return ["".join(piece.run.text for piece in line.pieces) for line in found]
