"""The lines of dependencies: from the end of a bar to the one that waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF

from cxstudio.drawing.roadmap_content import Arrow
from cxstudio.drawing.roadmap_plan import RoadmapPlan

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
    """Right and down onto the bar; around it when it begins before the other ends."""
    out, into = OUT * unit, INTO * unit
    middle = start.center().y()
    down = end.top() > start.top()
    x = max(end.left(), start.right()) + out
    if x <= end.right() - out / 2 or end.left() >= start.right():
        x = min(x, max(end.right() - 2 * unit, start.right() + 2 * unit))
        edge = end.top() if down else end.bottom()
        return (QPointF(start.right(), middle), QPointF(x, middle), QPointF(x, edge))
    between = end.top() - into / 2 if down else end.bottom() + into / 2
    far = start.right() + out
    left = end.left() - out
    return (
        QPointF(start.right(), middle),
        QPointF(far, middle),
        QPointF(far, between),
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
