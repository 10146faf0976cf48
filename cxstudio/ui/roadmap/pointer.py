"""The mouse on the roadmap: what it is over, what it drags, and what comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from cxstudio.analysis.plan.schedule import Part, Span
from cxstudio.drawing.roadmap.content import Bar
from cxstudio.ui import theme
from cxstudio.ui.roadmap import acts
from cxstudio.ui.roadmap.drags import BarDrag, DiamondDrag, Drag, LinkDrag

if TYPE_CHECKING:
    from cxstudio.ui.roadmap.chart import RoadmapChart

EDGE, HANDLE, AWAY, FAR = 7, 5, 12, 4
SHAPES = {
    "whole": Qt.CursorShape.SizeHorCursor,
    "start": Qt.CursorShape.SplitHCursor,
    "end": Qt.CursorShape.SplitHCursor,
    "new": Qt.CursorShape.CrossCursor,
    "link": Qt.CursorShape.CrossCursor,
    "pick": Qt.CursorShape.PointingHandCursor,
}


class Pointer:
    """Holds the drag under way; `hovered` is the bar that shows its handle."""

    def __init__(self, chart: RoadmapChart) -> None:
        self.chart = chart
        self.drag: Drag | None = None
        self.hovered: int | None = None
        self._pressed: QPointF | None = None

    @property
    def spans(self) -> dict[int, Span]:
        """The days that bars would get if the drag ended now."""
        return self.drag.spans if isinstance(self.drag, BarDrag) else {}

    # -- places ------------------------------------------------------------------------

    def handle_of(self, id: int) -> QPointF | None:
        """The knob behind a bar from which a dependency is drawn."""
        box = self.chart.plan.bar_box(id)
        if box is None or self.chart.workspace.read_only:
            return None
        return QPointF(box.right() + theme.px(AWAY), box.center().y())

    def _on_handle(self, id: int | None, place: QPointF) -> bool:
        at = self.handle_of(id) if id is not None else None
        return at is not None and (at - place).manhattanLength() <= theme.px(HANDLE + 3)

    def part_at(self, bar: Bar, place: QPointF) -> Part | None:
        """What a drag from here would move; "new" where a row without dates would get some."""
        plan = self.chart.plan
        if bar.id not in plan.data.spans:
            free = bar.span is None and place.x() > plan.scale.left
            return "new" if free else None
        box = plan.bar_box(bar.id)
        assert box is not None
        edge = min(theme.px(EDGE), box.width() / 3)
        if not QRectF(box).adjusted(-edge / 2, 0, edge / 2, 0).contains(place):
            return None
        if place.x() < plan.scale.left:
            return None
        if place.x() < box.left() + edge:
            return "start"
        return "end" if place.x() > box.right() - edge else "whole"

    # -- acts --------------------------------------------------------------------------

    def choose_at(self, place: QPointF) -> None:
        """Choose what is under the pointer: a milestone, an initiative, or a dependency."""
        chart = self.chart
        bar = chart.plan.row_at(place.y())
        diamond = chart.diamond_under(place)
        on_bar = bar is not None and self.part_at(bar, place) in ("whole", "start", "end")
        line = None if on_bar else chart.arrow_under(place)
        if diamond is not None:
            if diamond.initiative_id is not None:
                chart.chosen.emit(diamond.initiative_id)
            chart.pick("milestone", diamond.id)
        elif line is not None:
            chart.pick("dependency", line.arrow.id)
        elif bar is not None:
            if chart.milestone is not None or chart.dependency is not None:
                chart.pick("", 0)
            chart.chosen.emit(bar.id)

    def press(self, place: QPointF) -> None:
        chart = self.chart
        self._pressed = place
        writable = not chart.workspace.read_only
        if writable and self._on_handle(self.hovered, place) and self.hovered is not None:
            self.drag = LinkDrag(self.hovered, place)
            return
        self.choose_at(place)
        if writable:
            self.drag = self._begun(place)

    def _begun(self, place: QPointF) -> Drag | None:
        chart = self.chart
        day = chart.plan.scale.day_at(place.x())
        diamond = chart.diamond_under(place)
        if diamond is not None and diamond.due_on is not None:
            return DiamondDrag(diamond.id, day, diamond.due_on)
        bar = chart.plan.row_at(place.y())
        part = self.part_at(bar, place) if bar else None
        if bar is None or part is None or chart.dependency is not None:
            return None
        return BarDrag(bar.id, part, day, chart.data.spans.get(bar.id))

    def move(self, place: QPointF) -> None:
        if self.drag is None:
            self._hover(place)
            return
        still = self._pressed is not None and (place - self._pressed).manhattanLength() < FAR
        if still:
            return
        self._pressed = None
        day = self.chart.plan.scale.day_at(place.x())
        if isinstance(self.drag, BarDrag):
            self.drag.to(self.chart.data, day)
        elif isinstance(self.drag, DiamondDrag):
            self.drag.to(day)
        else:
            self.drag.to(self.chart.plan, place)
        self.chart.update()

    def _hover(self, place: QPointF) -> None:
        chart = self.chart
        bar = chart.plan.row_at(place.y())
        part: str | None = self.part_at(bar, place) if bar else None
        if self._on_handle(self.hovered, place):
            part, bar = "link", chart.data.by_id.get(self.hovered or 0)
        elif chart.diamond_under(place) or (part is None and chart.arrow_under(place)):
            part = "pick"
        if chart.workspace.read_only and part != "pick":
            part = None
        chart.setCursor(SHAPES[part] if part else Qt.CursorShape.ArrowCursor)
        hovered = bar.id if bar and bar.id in chart.data.spans else None
        if hovered != self.hovered:
            self.hovered = hovered
            chart.update()

    def leave(self) -> None:
        if self.hovered is not None and self.drag is None:
            self.hovered = None
            self.chart.update()

    def over(self, id: int, span: Span) -> None:
        """An initiative from the tray is held over the roadmap."""
        drag = BarDrag(id, "new", span.start, span)
        drag.to(self.chart.data, span.start)
        self.drag = drag
        self.chart.update()

    def cancel(self) -> bool:
        """Let go without doing anything; gives whether something was under way."""
        under_way, self.drag = self.drag is not None, None
        self.chart.update()
        return under_way

    def release(self) -> None:
        drag, self.drag = self.drag, None
        chart = self.chart
        chart.update()
        if self._pressed is not None:  # it never moved
            self._pressed = None
            return
        if isinstance(drag, BarDrag):
            if drag.fault:
                chart.faulted.emit(drag.fault)
            elif drag.wanted is not None:
                chart.set_days(drag.id, drag.wanted, drag.part)
        elif isinstance(drag, DiamondDrag):
            if drag.now is not None:
                acts.move_milestone(chart.workspace, drag.id, drag.now)
        elif drag is not None and drag.after is not None:
            fault = acts.connect(chart.workspace, chart.data, drag.before, drag.after)
            chart.faulted.emit(fault)
