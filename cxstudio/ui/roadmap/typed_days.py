"""First and last day of an initiative as they are typed into a form: by the rule of dragging."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Literal

from cxstudio.analysis.plan.schedule import (
    EARLIEST,
    LATEST,
    LoopError,
    Part,
    Span,
    TooLateError,
    settled,
    span_of,
)
from cxstudio.i18n import _
from cxstudio.model import Initiative
from cxstudio.ui.forms.day_order import TERM
from cxstudio.ui.forms.form import Form
from cxstudio.ui.roadmap import acts
from cxstudio.ui.workspace import Workspace

Which = Literal["starts_on", "ends_on"]


def add_days(form: Form) -> None:
    """The two fields, side by side."""
    begins = partial(type_day, form.workspace, "starts_on")
    ends = partial(type_day, form.workspace, "ends_on")
    with form.beside():
        form.date("starts_on", _("Starts on"), writer=begins)
        form.date("ends_on", _("Ends on"), writer=ends)


def type_day(workspace: Workspace, which: Which, label: str, id: int, day: dt.date | None) -> str:
    """Write a first or last day that was typed, as dragging would: what waits is pushed, and a
    day that cannot be is not written. Gives a fault, or nothing."""
    data, made = acts.read(workspace), workspace.file.one(Initiative, id)
    starts = day if which == "starts_on" else made.starts_on
    ends = day if which == "ends_on" else made.ends_on
    if fault := _day_fault(which, starts, ends):
        return fault
    wanted, pushed = span_of(starts, ends), dict[int, Span]()
    if wanted is not None and id in data.by_id:
        part: Part = "start" if which == "starts_on" else "end"
        try:
            pushed = settled(id, wanted, data.spans, data.waits, part)
        except (LoopError, TooLateError) as error:
            return acts.fault_of(data, error)
        if pushed.pop(id) != wanted:
            return acts.held(data, data.by_id[id])
    with workspace.change(label, ("initiative", id, which)) as change:
        setattr(change.get(Initiative, id), which, day)
        acts.write_spans(change, pushed)
    acts.say_pushed(workspace, data, pushed)
    return ""


def _day_fault(which: Which, starts: dt.date | None, ends: dt.date | None) -> str:
    day = starts if which == "starts_on" else ends
    if day is not None and not EARLIEST <= day <= LATEST:
        words = _("A plan lies between the years {first} and {last}. It was not saved.")
        return words.format(first=EARLIEST.year, last=LATEST.year)
    return TERM.fault(which, starts, ends)
