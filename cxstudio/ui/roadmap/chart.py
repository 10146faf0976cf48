"""The roadmap as a widget: chosen, moved and connected by mouse and by key."""

from __future__ import annotations

import datetime as dt
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy

from cxstudio.analysis.plan.schedule import Part, Span
from cxstudio.drawing.roadmap.arrows import ArrowLine, arrow_lines
from cxstudio.drawing.roadmap.content import By, Diamond, RoadmapData
from cxstudio.drawing.roadmap.inks import Inks
from cxstudio.drawing.roadmap.paint import Shown, paint_roadmap
from cxstudio.drawing.roadmap.plan import Metrics, RoadmapPlan
from cxstudio.drawing.roadmap.scale import Zoom
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.forms.chosen_chart import ChosenChart
from cxstudio.ui.roadmap import acts, words
from cxstudio.ui.roadmap.keys import on_key
from cxstudio.ui.roadmap.menus import fill_menu
from cxstudio.ui.roadmap.overlay import paint_overlay
from cxstudio.ui.roadmap.pointer import Pointer
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.widgets import menu as new_menu
from cxstudio.ui.workspace import Workspace

NEW_DAYS = 28  # what an initiative drawn from the tray takes at first
NEAR_LINE = 5.0


class RoadmapChart(ChosenChart):
    """`chosen` with an initiative, `opened` on Enter, `picked` with a kind and an id when a
    milestone or a dependency is chosen (0 when none is any more), `faulted` with a sentence."""

    opened = Signal()
    picked = Signal(str, int)
    faulted = Signal(str)
    scrolled = Signal()

    def __init__(self, workspace: Workspace, name: str, *, undated: bool = False) -> None:
        super().__init__(workspace, name)
        self.workspace = workspace
        self.data = acts.read(workspace)
        self.by: By = "tier"
        self.zoom: Zoom = "fit"
        self.critical = False
        self.undated = undated
        self.origin: dt.date | None = None
        self.milestone: int | None = None
        self.dependency: int | None = None
        self.pointer = Pointer(self)
        self.setProperty("focusRadius", 8)
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # -- what is shown ---------------------------------------------------------------

    def show_data(self, data: RoadmapData) -> None:
        """Show a plan; what was chosen stays chosen if it is still there."""
        self.data = data
        if self.milestone not in {d.id for d in data.diamonds}:
            self.milestone = None
        if self.dependency not in {a.id for a in data.arrows}:
            self.dependency = None
        self._forget_plan()

    def show_by(self, by: By) -> None:
        self.by = by
        self._forget_plan()

    def show_critical(self, on: bool) -> None:
        self.critical = on
        self.update()

    def show_zoom(self, zoom: Zoom) -> None:
        """Another width of a day, with the middle of what was seen kept in the middle."""
        seen = self.plan.scale
        middle = seen.day_at((seen.left + seen.right) / 2)
        self.zoom = zoom
        self._plan = None
        room = (self.plan.scale.right - self.plan.scale.left) / self.plan.scale.wide
        self.origin = max(middle - dt.timedelta(days=int(room / 2)), self.plan.whole[0])
        self._forget_plan()
        self.scrolled.emit()

    def show_origin(self, ahead: int) -> None:
        """Begin so many days behind the plan's first."""
        self.origin = self.plan.whole[0] + dt.timedelta(days=ahead)
        self._forget_plan()

    @property
    def ahead(self) -> int:
        """How many days are hidden at the left."""
        return (self.plan.scale.first - self.plan.whole[0]).days

    @property
    def plan(self) -> RoadmapPlan:
        """Where everything stands at the present size."""
        if self._plan is None:
            self._plan = self._planned(self.data)
        plan: RoadmapPlan = self._plan
        return plan

    def _planned(
        self, data: RoadmapData, window: tuple[dt.date, dt.date] | None = None
    ) -> RoadmapPlan:
        metrics = Metrics(theme.zoom(), theme.language())
        return RoadmapPlan(
            data, self.width(), metrics, by=self.by, zoom=self.zoom, origin=self.origin,
            undated=self.undated, window=window,
        )  # fmt: skip

    def _forget_plan(self) -> None:
        super()._forget_plan()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), round(self.plan.height) + 2)

    def resizeEvent(self, _event: object) -> None:
        self._plan = None
        self.scrolled.emit()

    def choose(self, id: int | None) -> None:
        if id != self.selected:
            self.milestone = self.dependency = None
        super().choose(id)

    def pick(self, kind: str, id: int) -> None:
        """Choose a milestone or a dependency; 0 for none."""
        self.milestone = id if kind == "milestone" and id else None
        self.dependency = id if kind == "dependency" and id else None
        self._describe()
        self.update()
        self.picked.emit(kind, id)

    # -- words -----------------------------------------------------------------------

    def words_of(self, id: int | None) -> str:
        if diamond := self.diamond(self.milestone):
            return words.diamond_words(self.data, diamond)
        arrow = next((a for a in self.data.arrows if a.id == self.dependency), None)
        if arrow is not None:
            wait = arrow.wait
            return words.arrow_words(self.data, wait.before, wait.after, wait.days)
        bar = self.data.by_id.get(id or 0)
        return words.bar_words(self.data, bar) if bar else ""

    def tip_at(self, place: QPointF) -> str:
        if diamond := self.diamond_under(place):
            return words.diamond_words(self.data, diamond)
        if line := self.arrow_under(place):
            wait = line.arrow.wait
            return words.arrow_words(self.data, wait.before, wait.after, wait.days)
        bar = self.plan.row_at(place.y())
        return words.bar_words(self.data, bar) if bar else ""

    # -- what is where ---------------------------------------------------------------

    def diamond(self, id: int | None) -> Diamond | None:
        return next((d for d in self.data.diamonds if d.id == id), None)

    def diamond_under(self, place: QPointF) -> Diamond | None:
        near = theme.px(9)
        for id, point in self.plan.points.items():
            away = place - point
            if abs(away.x()) + abs(away.y()) <= near and self._in_time(place):
                return self.diamond(id)
        return None

    def arrow_under(self, place: QPointF) -> ArrowLine | None:
        if not self._in_time(place):
            return None
        lines = ((line.distance(place), line) for line in arrow_lines(self.plan))
        near = [(away, line) for away, line in lines if away <= theme.zoom() * NEAR_LINE]
        return min(near, key=lambda one: one[0])[1] if near else None

    def _in_time(self, place: QPointF) -> bool:
        return place.x() >= self.plan.scale.left - theme.px(4)

    # -- painting --------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        spans = self.pointer.spans
        plan = self.plan
        if spans:
            window = plan.whole if self.zoom == "fit" else None
            plan = self._planned(self.data.moved(spans), window)
        paint_roadmap(painter, plan, self._shown(spans))
        paint_overlay(painter, self, plan)

    def _shown(self, spans: dict[int, Span]) -> Shown:
        was = {id: self.data.spans[id] for id in spans if id in self.data.spans}
        ghosts = tuple((id, span) for id, span in was.items() if span != spans[id])
        quiet = self.milestone is not None or self.dependency is not None
        return Shown(
            Inks(theme.current()),
            critical=self.critical,
            initiative=None if quiet else self.selected,
            milestone=self.milestone,
            dependency=self.dependency,
            moving=tuple(id for id in spans if spans[id] != was.get(id)),
            ghosts=ghosts,
        )

    # -- the mouse -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointer.press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointer.release()

    def leaveEvent(self, _event: object) -> None:
        self.pointer.leave()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.plan.row_at(event.position().y()) is not None:
            self.opened.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Sideways moves through time; up and down is the page's."""
        delta = event.angleDelta()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        way = delta.x() or (delta.y() if shift else 0)
        if not way or self.zoom == "fit":
            event.ignore()
            return
        days = round(way / 120 * theme.px(96) / self.plan.scale.wide)
        self.show_origin(min(max(self.ahead - days, 0), self.plan.most_ahead))
        self.scrolled.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.place_of_choice() if by_key else QPointF(event.pos())
        if not by_key:
            self.pointer.choose_at(place)
        menu = new_menu(self)
        fill_menu(menu, self, self.plan.scale.day_at(place.x()))
        if menu.actions():
            menu.exec(self.mapToGlobal(place.toPoint() + QPoint(2, 2)))

    def place_of_choice(self) -> QPointF:
        """Where what is chosen stands, for a menu that was asked for by key."""
        if self.milestone in self.plan.points:
            return self.plan.points[self.milestone or 0]
        box = self.plan.bar_box(self.selected or 0)
        return box.center() if box else QRectF(self.rect()).center()

    # -- dropping from the tray --------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(self._dropped_id(event) is not None)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        id = self._dropped_id(event)
        inside = id is not None and event.position().x() >= self.plan.scale.left
        event.setAccepted(inside)
        if inside and id is not None:
            self.pointer.over(id, self._new_span(event.position()))

    def dragLeaveEvent(self, _event: object) -> None:
        self.pointer.cancel()

    def dropEvent(self, event: QDropEvent) -> None:
        id = self._dropped_id(event)
        self.pointer.cancel()
        if id is not None:
            event.acceptProposedAction()
            self.set_days(id, self._new_span(event.position()), "new")
            self.chosen.emit(id)

    def _dropped_id(self, event: QDropEvent) -> int | None:
        kind, id = dragged(event.mimeData())
        known = kind == "initiative" and id in self.data.by_id
        return id if known and not self.workspace.read_only else None

    def _new_span(self, place: QPointF) -> Span:
        day = self.plan.scale.day_at(place.x())
        return Span(day, day + dt.timedelta(days=NEW_DAYS - 1))

    # -- keys and writing ------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not on_key(self, event):
            super().keyPressEvent(event)

    def set_days(
        self,
        id: int,
        span: Span,
        part: Part = "whole",
        merge: tuple[object, ...] | None = None,
    ) -> None:
        """Give an initiative these days; what waits for it is pushed along."""
        self.faulted.emit(acts.move(self.workspace, self.data, id, span, part, merge))

    def delete_choice(self) -> None:
        """Delete the milestone or dependency that is chosen, else ask for the initiative."""
        if self.milestone is not None:
            acts.delete_milestone(self.workspace, self.milestone)
        elif self.dependency is not None:
            acts.disconnect(self.workspace, self.dependency)
        else:
            self.delete_pressed.emit()

    def add_milestone(self, initiative: int | None, day: dt.date) -> None:
        """Add a milestone and choose it, so that its name can be typed."""
        id = acts.add_milestone(self.workspace, initiative, day)
        if id is not None:
            self.pick("milestone", id)
            self.opened.emit()

    def milestone_maker(self, initiative: int | None, day: dt.date) -> partial[None]:
        """What a line of a menu calls."""
        return partial(self.add_milestone, initiative, day)

    @property
    def hint(self) -> str:
        """How the roadmap is worked, for the status bar."""
        return _("Drag a bar, its ends, or from its end to another; arrow keys move by a week")
