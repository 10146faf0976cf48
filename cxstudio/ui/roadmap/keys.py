"""The roadmap by keyboard."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxstudio.analysis.plan.schedule import DAY, EARLIEST, LATEST, Part, Span
from cxstudio.ui.roadmap import acts

if TYPE_CHECKING:
    from cxstudio.ui.roadmap.chart import RoadmapChart

Key = Qt.Key
STEPS = {Key.Key_Left: -1, Key.Key_Right: 1, Key.Key_Up: -1, Key.Key_Down: 1}


def on_key(chart: RoadmapChart, event: QKeyEvent) -> bool:
    """Up and Down choose, Left and Right move by a week (Control: a day, Shift: the end alone),
    M adds a milestone, Enter opens, Delete deletes, Escape lets go. Whether the key was taken."""
    key, modifiers = Key(event.key()), event.modifiers()
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if key == Key.Key_Escape:
        return _let_go(chart)
    if key in (Key.Key_Up, Key.Key_Down) and not control:
        _choose(chart, STEPS[key])
    elif key in (Key.Key_Left, Key.Key_Right):
        _shift(chart, STEPS[key] * (1 if control else 7), only_end=shift)
    elif key in (Key.Key_Return, Key.Key_Enter):
        chart.opened.emit()
    elif key == Key.Key_Delete:
        chart.delete_choice()
    elif key == Key.Key_M and not control and chart.selected is not None:
        span = chart.data.spans.get(chart.selected)
        chart.add_milestone(chart.selected, span.end if span else chart.data.today)
    else:
        return False
    return True


def _let_go(chart: RoadmapChart) -> bool:
    if chart.pointer.cancel():
        return True
    if chart.milestone is not None or chart.dependency is not None:
        chart.pick("", 0)
        return True
    return False


def _choose(chart: RoadmapChart, step: int) -> None:
    """The row above or below; the ends are the ends."""
    ids = list(chart.plan.tops)
    if ids:
        if chart.milestone is not None or chart.dependency is not None:
            chart.pick("", 0)
        at = ids.index(chart.selected) if chart.selected in ids else -step
        chart.chosen.emit(ids[min(max(at + step, 0), len(ids) - 1)])


def _shift(chart: RoadmapChart, days: int, *, only_end: bool) -> None:
    way = days * DAY
    diamond = chart.diamond(chart.milestone)
    if diamond is not None and diamond.due_on is not None:
        day = _kept(diamond.due_on, way)
        merge = ("milestone", diamond.id, "due_on")
        acts.move_milestone(chart.workspace, diamond.id, day, merge)
        return
    span = chart.data.spans.get(chart.selected or 0)
    if span is None or chart.selected is None or chart.dependency is not None:
        return
    start = span.start if only_end else _kept(span.start, way)
    wanted = Span(start, max(start, _kept(span.end, way)))
    part: Part = "end" if only_end else "whole"
    chart.set_days(chart.selected, wanted, part, ("initiative", chart.selected, "timeline"))


def _kept(day: dt.date, way: dt.timedelta) -> dt.date:
    return min(max(day + way, EARLIEST), LATEST)
