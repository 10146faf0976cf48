"""The words beside bars and diamonds, wherever there is room for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.roadmap.arrows import arrow_lines
from cxstudio.drawing.roadmap.content import Bar, Diamond
from cxstudio.drawing.roadmap.inks import Inks
from cxstudio.drawing.roadmap.plan import RoadmapPlan
from cxstudio.i18n import catalogue

HALF, GAP = 9.0, 5.0  # half of a diamond with its edge, and the space before words


@dataclass(frozen=True)
class RowLabel:
    """Words on a row, from `left` to `right`; `inside` a bar they are in its own ink."""

    text: str
    left: float
    right: float
    weight: int
    role: str
    raised: bool = False


def paint_labels(painter: QPainter, plan: RoadmapPlan, inks: Inks) -> None:
    """Write the codes of short bars, "quick win", and the names of milestones."""
    kind = plan.metrics.type()
    uprights = _uprights(plan)
    rows = [(plan.tops[bar.id], _Row(plan, bar, uprights)) for bar in plan.bars]
    if plan.plan_top is not None:
        rows.append((plan.plan_top, _Row(plan, None, uprights)))
    for top, row in rows:
        middle = top + plan.metrics.row / 2
        for label in row.labels():
            made = kind._replace(weight=label.weight)
            y = middle - made.line / 2 - (plan.metrics.px(1.5) if label.raised else 0)
            if label.role != "on_accent":  # an arrow behind it would be read as a stroke
                ground = QRectF(label.left, y, label.right - label.left, made.line)
                painter.fillRect(ground, inks.colour("surface"))
            write(painter, label.left, y, label.text, made, inks.colour(label.role))


def row_labels(plan: RoadmapPlan, bar: Bar) -> list[RowLabel]:
    """What is written on the row of a bar besides the code in it."""
    return list(_Row(plan, bar, _uprights(plan)).labels())


Upright = tuple[float, float, float]
"""A part of a line that runs up or down: where it stands, its top and its bottom."""


def _uprights(plan: RoadmapPlan) -> list[Upright]:
    """Where lines of dependencies run up or down."""
    return [
        (a.x(), min(a.y(), b.y()), max(a.y(), b.y()))
        for line in arrow_lines(plan)
        for a, b in zip(line.points, line.points[1:], strict=False)
        if a.x() == b.x()
    ]


class _Row:
    """One row: what is taken already, and the words that find room between."""

    def __init__(self, plan: RoadmapPlan, bar: Bar | None, uprights: list[Upright]) -> None:
        self.plan, self.bar, self.m = plan, bar, plan.metrics
        self.box = plan.bar_box(bar.id) if bar else None
        id = bar.id if bar else None
        self.diamonds = [
            d for d in plan.data.diamonds if d.initiative_id == id and d.id in plan.points
        ]
        half = self.m.px(HALF)
        xs = [plan.points[d.id].x() for d in self.diamonds]
        self.taken = [(x - half, x + half) for x in xs]
        waits = plan.data.arrows if bar else ()
        leaves = any(arrow.wait.before == id for arrow in waits)
        self.behind = self.m.px(14 if leaves else 6)
        top = plan.tops[bar.id] if bar else plan.plan_top or 0.0
        bottom = top + plan.metrics.row
        self.uprights = [x for x, high, low in uprights if high < bottom and low > top]

    def labels(self) -> Iterator[RowLabel]:
        """The code first, then the names of milestones, then what the initiative is."""
        if self.bar is not None and self.box is not None:
            yield from self._code(self.bar, self.box)
        for diamond in self._from_the_right():
            yield from self._named(diamond)
        if self.bar is not None and self.bar.id in self.plan.data.quick and self.box is not None:
            words = catalogue(self.m.language).gettext("Quick win")
            yield from self._behind(words, 600, "accent")

    def _from_the_right(self) -> list[Diamond]:
        """The last one first: at the plan's end only the room at its left is left."""
        return sorted(self.diamonds, key=lambda one: -self.plan.points[one.id].x())

    def _code(self, bar: Bar, box: QRectF) -> Iterator[RowLabel]:
        """The code in the bar, beside a diamond if one is in its way, or behind the bar."""
        wide, raised = text_width(bar.code, self.m.type(600)), bar.progress is not None
        left = max(box.left(), self.plan.scale.left) + self.m.px(8)
        for a, b in sorted(self.taken):
            if a < left + wide and b > left:
                left = b + self.m.px(2)
        if left + wide + self.m.px(6) <= box.right() and self._free(left, left + wide):
            self.taken.append((left - self.m.px(8), left + wide + self.m.px(6)))
            yield RowLabel(bar.code, left, left + wide, 600, "on_accent", raised)
        else:
            yield from self._behind(bar.code, 600, "text_2")

    def _behind(self, text: str, weight: int, role: str) -> Iterator[RowLabel]:
        """Words at the first free place behind the bar."""
        assert self.box is not None
        wide = text_width(text, self.m.type(weight))
        left = self.box.right() + self.behind
        for a, b in sorted(self.taken):
            if a < left + wide + self.m.px(4) and b > left:
                left = b + self.m.px(5)
        yield from self._placed(text, left, wide, weight, role)

    def _named(self, diamond: Diamond) -> Iterator[RowLabel]:
        text = diamond.name if not diamond.kpi else f"{diamond.name} ({diamond.kpi})"
        if not text.strip():
            return
        wide = text_width(text, self.m.type())
        x, half, gap = self.plan.points[diamond.id].x(), self.m.px(HALF), self.m.px(GAP)
        box = self.box or QRectF()
        places = [
            (x + half + self.m.px(3), "right"),
            (x - half - wide - self.m.px(4), "left"),
            (box.right() + self.behind, "behind"),
        ]
        if box.right() <= x + half < box.right() + self.behind:  # beyond the line that leaves
            places[0] = (box.right() + self.behind, "right")
        for left, side in sorted(places, key=lambda place: self._crossed(place[0], wide, box)):
            inside = box.left() <= left and left + wide + gap <= box.right()
            outside = left >= box.right() or left + wide <= box.left()
            if side == "behind" and (self.box is None or not box.left() <= x <= box.right() + half):
                continue
            if (inside or outside) and self._free(left, left + wide):
                role = "on_accent" if inside else "text_2"
                yield from self._placed(text, left, wide, 400, role)
                return

    def _crossed(self, left: float, wide: float, box: QRectF) -> bool:
        """Whether a line of a dependency would run behind words outside the bar."""
        gap = self.m.px(2)
        seen = (x for x in self.uprights if not box.left() <= x <= box.right())
        return any(left - gap < x < left + wide + gap for x in seen)

    def _free(self, left: float, right: float) -> bool:
        scale, gap = self.plan.scale, self.m.px(3)
        if left < scale.left or right > scale.right:
            return False
        return all(right + gap <= a or left >= b - 0.5 for a, b in self.taken)

    def _placed(
        self, text: str, left: float, wide: float, weight: int, role: str
    ) -> Iterator[RowLabel]:
        if self._free(left, left + wide):
            self.taken.append((left - self.m.px(2), left + wide + self.m.px(4)))
            yield RowLabel(text, left, left + wide, weight, role)
