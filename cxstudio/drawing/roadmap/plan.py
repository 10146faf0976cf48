"""Where everything of a roadmap stands: rows in lanes, bars and diamonds in true time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from cxstudio.analysis.plan.schedule import Span
from cxstudio.drawing.journey.text import Type
from cxstudio.drawing.roadmap.content import Bar, By, Diamond, Lane, RoadmapData
from cxstudio.drawing.roadmap.scale import DAYS_WIDE, TimeScale, Zoom, whole_months


@dataclass(frozen=True)
class Metrics:
    """Lengths at a unit: 1 is a pixel of the screen at 100 %; print counts in tenths of a point.
    Heights of the head and of rows are in such pixels."""

    unit: float = 1.0
    language: str = "en"
    names_share: float = 0.22
    most_names: float = 280.0
    head_pixels: float = 30.0
    row_pixels: float = 30.0
    head: float = field(init=False)
    row: float = field(init=False)
    bar: float = field(init=False)

    def __post_init__(self) -> None:
        sizes = {"head": self.head_pixels, "row": self.row_pixels}
        sizes["bar"] = min(20.0, self.row_pixels - 6)
        for name, pixels in sizes.items():
            object.__setattr__(self, name, pixels * self.unit)

    def px(self, pixels: float) -> float:
        return pixels * self.unit

    def type(self, weight: int = 400, size: int = 12) -> Type:
        """A type of 12 pixels, or more, at this unit."""
        line = 18 if self.language.startswith("ja") else 16
        return Type(round(size * self.unit), round(line * self.unit), weight)


@dataclass(frozen=True)
class LaneBox:
    """A lane with the top and the height of its rows."""

    lane: Lane
    top: float
    height: float


class RoadmapPlan:
    """Names at the left, time at the right. `origin` is the first day that is seen when the zoom
    shows only a part; `undated` gives a row to those without dates too."""

    def __init__(
        self,
        data: RoadmapData,
        width: float,
        metrics: Metrics | None = None,
        *,
        by: By = "tier",
        zoom: Zoom = "fit",
        origin: dt.date | None = None,
        undated: bool = False,
        window: tuple[dt.date, dt.date] | None = None,
    ) -> None:
        self.data, self.by, self.width = data, by, width
        self.metrics = metrics or Metrics()
        self._undated = undated
        self.whole = window or whole_months(data.spans.values(), self._days(), data.today)
        self.scale = self._scale(zoom, origin)
        self.tops: dict[int, float] = {}
        self.lanes: list[LaneBox] = []
        self.plan_top: float | None = None
        self.height = self._place_rows()

    # ── Time ──────────────────────────────────────────────────────────────────────────────

    def _days(self) -> list[dt.date]:
        """The days of milestones, without those that are far from everything."""
        lost = self.data.lost
        return [d.due_on for d in self.data.diamonds if d.due_on and d not in lost]

    def _scale(self, zoom: Zoom, origin: dt.date | None) -> TimeScale:
        left = self.names_left + self.names_width
        right = max(self.width - self.metrics.px(24), left + self.metrics.px(40))
        first, last = self.whole
        fitting = (right - left) / max((last - first).days, 1)
        if zoom == "fit":
            return TimeScale(first, left, right, fitting)
        wide = max(DAYS_WIDE[zoom] * self.metrics.unit, fitting)
        return TimeScale(self._kept(origin or first, wide, right - left), left, right, wide)

    def _kept(self, origin: dt.date, wide: float, room: float) -> dt.date:
        """An origin that leaves no empty time behind the plan's end."""
        first, last = self.whole
        latest = max((last - first).days - int(room / wide), 0)
        ahead = min(max((origin - first).days, 0), latest)
        return first + dt.timedelta(days=ahead)

    @property
    def most_ahead(self) -> int:
        """How many days the origin may be put behind the first one."""
        room = (self.scale.right - self.scale.left) / self.scale.wide
        return max((self.whole[1] - self.whole[0]).days - int(room), 0)

    # ── Rows ──────────────────────────────────────────────────────────────────────────────

    @property
    def names_left(self) -> float:
        """Where the names of initiatives begin, right of the lanes' names."""
        return self.metrics.px(112 if self.by == "tier" else 136)

    @property
    def names_width(self) -> float:
        m = self.metrics
        return max(m.px(176), min(self.width * m.names_share, m.px(m.most_names)))

    def _has_row(self, bar: Bar) -> bool:
        if bar.id in self.data.spans:
            return True
        return self._undated or bar.id in self._with_milestones

    @cached_property
    def _with_milestones(self) -> set[int | None]:
        return {d.initiative_id for d in self.data.diamonds if d.due_on}

    @cached_property
    def tray(self) -> list[Bar]:
        """Those that cannot be drawn, because they have no date or one far from all others."""
        return [bar for bar in self.data.bars if bar.id not in self.data.spans]

    def _place_rows(self) -> float:
        between, row = self.metrics.px(8), self.metrics.row
        top = self.metrics.head
        if any(d.initiative_id is None and d.due_on for d in self.data.diamonds):
            self.plan_top = top + between / 2
            top = self.plan_top + row
        for lane in self.data.lanes(self.by):
            bars = [bar for bar in lane.bars if self._has_row(bar)]
            if not bars:
                continue
            top += between
            self.lanes.append(LaneBox(lane, top, row * len(bars)))
            for bar in bars:
                self.tops[bar.id] = top
                top += row
        return top + between

    @cached_property
    def bars(self) -> list[Bar]:
        """The bars that have a row, from top to bottom."""
        return [self.data.by_id[id] for id in self.tops]

    # ── Places ────────────────────────────────────────────────────────────────────────────

    def bar_box(self, id: int, span: Span | None = None) -> QRectF | None:
        """The box of a bar, or of other days on its row; None without days or row."""
        span = span or self.data.spans.get(id)
        if span is None or id not in self.tops:
            return None
        x = self.scale.x_of(span.start)
        wide = max(self.scale.after(span.end) - x, self.metrics.px(6))
        top = self.tops[id] + (self.metrics.row - self.metrics.bar) / 2
        return QRectF(x, top, wide, self.metrics.bar)

    def row_top(self, diamond: Diamond) -> float | None:
        if diamond.initiative_id is None:
            return self.plan_top
        return self.tops.get(diamond.initiative_id)

    def diamond_at(self, diamond: Diamond, day: dt.date | None = None) -> QPointF | None:
        """The middle of a diamond, at its day or another; None when it has no place."""
        day, top = day or diamond.due_on, self.row_top(diamond)
        if day is None or top is None or diamond in self.data.lost:
            return None
        return QPointF(self.scale.x_of(day) + self.scale.wide / 2, top + self.metrics.row / 2)

    @cached_property
    def points(self) -> Mapping[int, QPointF]:
        """The middles of all diamonds that have a place."""
        found = ((d.id, self.diamond_at(d)) for d in self.data.diamonds)
        return {id: point for id, point in found if point is not None}

    def row_at(self, y: float) -> Bar | None:
        """The bar on whose row a height lies."""
        high = self.metrics.row
        found = (id for id, top in self.tops.items() if 0 <= y - top < high)
        id = next(found, None)
        return None if id is None else self.data.by_id[id]

    def on_plan_row(self, y: float) -> bool:
        """Whether a height lies on the row of the plan's own milestones."""
        return self.plan_top is not None and 0 <= y - self.plan_top < self.metrics.row
