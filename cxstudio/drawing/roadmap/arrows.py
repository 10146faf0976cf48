"""The lines of dependencies: from the end of a bar to the one that waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF

from cxstudio.drawing.roadmap.content import Arrow
from cxstudio.drawing.roadmap.plan import RoadmapPlan

OUT, INTO = 8.0, 10.0


@dataclass(frozen=True)
class ArrowLine:
    """An arrow with its corners; `early` when what waits begins too early."""

    arrow: Arrow
    points: tuple[QPointF, ...]
    early: bool
    critical: bool

    def distance(self, place: QPointF) -> float:
        """How far a place is from the line, in the units of the drawing."""
        pairs = zip(self.points, self.points[1:], strict=False)
        return min(_distance(QLineF(a, b), place) for a, b in pairs)


def arrow_lines(plan: RoadmapPlan) -> Iterator[ArrowLine]:
    """The lines of all dependencies whose ends both have a bar."""
    critical = set(plan.data.path.ids)
    for arrow in plan.data.arrows:
        ids = (arrow.wait.before, arrow.wait.after)
        start, end = (plan.bar_box(id) for id in ids)
        if start is not None and end is not None:
            points = corners(start, end, plan.metrics.unit)
            yield ArrowLine(arrow, points, ids in plan.data.early, set(ids) <= critical)


def corners(start: QRectF, end: QRectF, unit: float = 1.0) -> tuple[QPointF, ...]:
    """Out of the first bar, down or up beside it, and into the second; around it when that one
    begins before the first has ended."""
    out, near = OUT * unit, 4 * unit
    middle, trunk = start.center().y(), start.right() + OUT * unit
    down = end.top() > start.top()
    first = (QPointF(start.right(), middle), QPointF(trunk, middle))
    if trunk + near <= end.left():
        target = end.center().y()
        return (*first, QPointF(trunk, target), QPointF(end.left(), target))
    if end.left() >= start.right() - near and trunk <= end.right() - near:
        return (*first, QPointF(trunk, end.top() if down else end.bottom()))
    between = end.top() - INTO * unit / 2 if down else end.bottom() + INTO * unit / 2
    left = end.left() - out
    return (
        *first,
        QPointF(trunk, between),
        QPointF(left, between),
        QPointF(left, end.center().y()),
        QPointF(end.left(), end.center().y()),
    )


def _distance(line: QLineF, place: QPointF) -> float:
    length = line.length()
    if not length:
        return QLineF(line.p1(), place).length()
    along = line.p2() - line.p1()
    to = place - line.p1()
    share = min(max(QPointF.dotProduct(along, to) / length**2, 0.0), 1.0)
    return QLineF(line.p1() + along * share, place).length()
