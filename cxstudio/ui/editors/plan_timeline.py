"""The timeline: bars from the first to the last day; dragging a bar or its end sets the dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from cxstudio import formats
from cxstudio.i18n import _
from cxstudio.model import Initiative
from cxstudio.ui import theme
from cxstudio.ui.editors.plan_rows import PlanRow
from cxstudio.ui.editors.plan_timeline_paint import (
    Dates,
    Part,
    TimelinePlan,
    dates_of,
    paint_timeline,
)
from cxstudio.ui.forms.chosen_chart import ChosenChart
from cxstudio.ui.workspace import Workspace

WEEK = dt.timedelta(days=7)


@dataclass
class Drag:
    """A bar being moved: what of it, from which day, what its dates would be."""

    id: int
    part: Part
    day: dt.date
    before: Dates | None
    now: Dates | None = None

    def to(self, day: dt.date) -> None:
        """The dates with the pointer on this day."""
        if self.before is None:
            self.now = Dates(min(self.day, day), max(self.day, day))
            return
        way = day - self.day
        start = self.before.start + (way if self.part != "end" else dt.timedelta())
        end = self.before.end + (way if self.part != "start" else dt.timedelta())
        if self.part == "start":
            start = min(start, end)
        self.now = Dates(start, max(start, end))


class Timeline(ChosenChart):
    """`chosen` on a click, `opened` on Enter. Left and Right move a bar by a week, with Shift
    its end."""

    opened = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, _("Timeline"))
        self.rows: Sequence[PlanRow] = ()
        self._drag: Drag | None = None
        self.setProperty("focusRadius", 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[PlanRow]) -> None:
        self.rows = rows
        self._forget_plan()

    def words_of(self, id: int | None) -> str:
        row = self._row(id)
        return self._words(row) if row else ""

    def tip_at(self, place: QPointF) -> str:
        row = self.plan.row_at(place.y())
        return self._words(row) if row else ""

    def _words(self, row: PlanRow) -> str:
        dates = dates_of(row)
        if dates is None:
            return _("{code} {title}: no dates yet").format(code=row.code, title=row.title)
        return _("{code} {title}: {start} to {end}").format(
            code=row.code,
            title=row.title,
            start=formats.cell_day(dates.start, theme.language()),
            end=formats.cell_day(dates.end, theme.language()),
        )

    def _row(self, id: int | None) -> PlanRow | None:
        return next((row for row in self.rows if row.id == id), None)

    @property
    def plan(self) -> TimelinePlan:
        """Where everything stands at the present size."""
        if self._plan is None:
            today = dt.datetime.now(dt.UTC).astimezone().date()
            self._plan = TimelinePlan(self.width(), self.rows, today)
        plan: TimelinePlan = self._plan
        return plan

    def _forget_plan(self) -> None:
        super()._forget_plan()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), round(self.plan.height) + 2)

    def resizeEvent(self, _event: object) -> None:
        self._plan = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        drag = self._drag
        moving = (drag.id, drag.now) if drag and drag.now else None
        paint_timeline(QPainter(self), self.plan, self.selected, moving)

    # -- the mouse -------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.plan.row_at(event.position().y())
        if event.button() != Qt.MouseButton.LeftButton or row is None:
            return
        self.chosen.emit(row.id)
        part = self.plan.part_at(row, event.position())
        if part is not None and not self._workspace.read_only:
            day = self.plan.day_at(event.position().x())
            self._drag = Drag(row.id, part, day, dates_of(row))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag is None:
            self._show_cursor(event.position())
            return
        day = self.plan.day_at(event.position().x())
        if day != self._drag.day or self._drag.now:
            self._drag.to(day)
            self.update()

    def _show_cursor(self, place: QPointF) -> None:
        row = self.plan.row_at(place.y())
        part = self.plan.part_at(row, place) if row else None
        shapes = {
            "whole": Qt.CursorShape.SizeHorCursor,
            "start": Qt.CursorShape.SplitHCursor,
            "end": Qt.CursorShape.SplitHCursor,
            "new": Qt.CursorShape.CrossCursor,
        }
        self.setCursor(shapes[part] if part else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        self.update()
        if drag is not None and drag.now is not None:
            self.set_dates(drag.id, drag.now)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.plan.row_at(event.position().y()) is not None:
            self.opened.emit()

    # -- the keyboard ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        weeks = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if key == Qt.Key.Key_Escape and self._drag:
            self._drag = None
            self.update()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif weeks and self._row(self.selected):
            self._shift(weeks, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def _shift(self, weeks: int, only_end: bool) -> None:
        row = self._row(self.selected)
        dates = dates_of(row) if row else None
        if row is None or dates is None:
            return
        start = dates.start if only_end else dates.start + weeks * WEEK
        wanted = Dates(start, max(start, dates.end + weeks * WEEK))
        self.set_dates(row.id, wanted, ("initiative", row.id, "timeline"))

    def _step(self, step: int) -> None:
        """Choose the row above or below; the ends are the ends."""
        ids = [row.id for row in self.plan.rows]
        if ids:
            at = ids.index(self.selected) if self.selected in ids else -step
            self.chosen.emit(ids[min(max(at + step, 0), len(ids) - 1)])

    # -- writing ---------------------------------------------------------------------

    def set_dates(self, id: int, dates: Dates, merge: tuple[object, ...] | None = None) -> None:
        """Give an initiative these dates, as one change."""
        row = self._row(id)
        if row is None or (row.starts_on, row.ends_on) == (dates.start, dates.end):
            return
        if self._workspace.read_only:
            return
        with self._workspace.change(_("Move on the timeline"), merge) as change:
            made = change.get(Initiative, id)
            made.starts_on, made.ends_on = dates.start, dates.end
