"""What can be done with the roadmap, each as one step that can be undone, pushes included."""

from __future__ import annotations

import datetime as dt

from cxstudio import formats, i18n
from cxstudio.analysis.plan.schedule import (
    EARLIEST,
    LoopError,
    Part,
    Span,
    Spans,
    TooLateError,
    Wait,
    earliest,
    loop,
    push,
    settled,
)
from cxstudio.drawing.roadmap.content import Bar, RoadmapData
from cxstudio.drawing.roadmap.read import read_roadmap
from cxstudio.i18n import _
from cxstudio.model import Dependency, Initiative, Milestone
from cxstudio.model.plan_day import plan_day
from cxstudio.store import Change
from cxstudio.ui.roadmap.words import comma, loop_fault, too_late_fault
from cxstudio.ui.workspace import Workspace


def read(workspace: Workspace) -> RoadmapData:
    """The plan as it is in the file, looked at from today."""
    session = workspace.file.session
    return read_roadmap(session, plan_day(session), lambda: _("Untitled"))


def move(
    workspace: Workspace,
    data: RoadmapData,
    id: int,
    wanted: Span,
    part: Part = "whole",
    merge: tuple[object, ...] | None = None,
) -> str:
    """Give an initiative these days and push what waits for it; gives a fault, or nothing."""
    if workspace.read_only or id not in data.by_id:
        return ""
    try:
        spans = settled(id, wanted, data.spans, data.waits, part)
    except (LoopError, TooLateError) as error:
        return fault_of(data, error)
    bar = data.by_id[id]
    if len(spans) == 1 and _same(bar, spans[id]):
        return held(data, bar) if wanted.start < spans[id].start else ""
    with workspace.change(_("Move on the timeline"), merge) as change:
        write_spans(change, spans)
    return ""


def _same(bar: Bar, span: Span) -> bool:
    return (bar.starts_on, bar.ends_on) == (span.start, span.end)


def held(data: RoadmapData, bar: Bar) -> str:
    """Why a bar does not go any earlier."""
    codes = [data.by_id[w.before].code for w in data.waits if w.after == bar.id]
    day = earliest(bar.id, data.spans, data.waits) or EARLIEST
    return _("{code} cannot begin before {day}: it waits for {codes}.").format(
        code=bar.code, day=formats.cell_day(day, i18n.language()), codes=comma(codes)
    )


def say_pushed(workspace: Workspace, data: RoadmapData, pushed: Spans) -> None:
    """Tell which were moved along, where that cannot be seen."""
    codes = [data.by_id[id].code for id in pushed]
    if codes:
        workspace.say(_("Moved along: {codes}.").format(codes=comma(codes)), undo=True)


def write_spans(change: Change, spans: Spans) -> None:
    for id, span in spans.items():
        made = change.get(Initiative, id)
        if (made.starts_on, made.ends_on) != (span.start, span.end):
            made.starts_on, made.ends_on = span.start, span.end


def mend(workspace: Workspace, data: RoadmapData) -> str:
    """Push everything that begins too early; gives a fault, or nothing."""
    if workspace.read_only:
        return ""
    try:
        spans = push(data.spans, data.waits)
    except (LoopError, TooLateError) as error:
        return fault_of(data, error)
    with workspace.change(_("Push what begins too early")) as change:
        write_spans(change, spans)
    return ""


def clear_days(workspace: Workspace, id: int) -> None:
    """Take the dates of an initiative away."""
    if not workspace.read_only:
        with workspace.change(_("Remove the dates")) as change:
            made = change.get(Initiative, id)
            made.starts_on = made.ends_on = None


# ── What waits for what ───────────────────────────────────────────────────────────────────


def refusal(data: RoadmapData, before: int, after: int) -> str:
    """Why one cannot wait for the other; empty when it can."""
    if before == after:
        return _("An initiative cannot wait for itself.")
    pairs = [arrow.wait for arrow in data.arrows]
    if any((wait.before, wait.after) == (before, after) for wait in pairs):
        return _("{after} waits for {before} already.").format(
            before=data.by_id[before].code, after=data.by_id[after].code
        )
    circle = loop([*pairs, Wait(before, after)])
    return loop_fault(data, circle) if circle else ""


def connect(workspace: Workspace, data: RoadmapData, before: int, after: int) -> str:
    """Let one initiative wait for another, and push it; gives a fault, or nothing."""
    fault = refusal(data, before, after)
    if fault or workspace.read_only:
        return fault
    waits = [*data.waits, Wait(before, after)]
    try:
        spans = push(data.spans, waits, [after])
    except (LoopError, TooLateError) as error:
        return fault_of(data, error)
    with workspace.change(_("Add a dependency")) as change:
        change.add(Dependency(before_id=before, after_id=after))
        write_spans(change, spans)
    say_pushed(workspace, data, spans)
    return ""


def set_lag(workspace: Workspace, data: RoadmapData, id: int, days: int) -> str:
    """The days between the end of one and the start of the other; pushes. Gives a fault."""
    arrow = next((arrow for arrow in data.arrows if arrow.id == id), None)
    if arrow is None or arrow.wait.days == days or workspace.read_only:
        return ""
    changed = Wait(arrow.wait.before, arrow.wait.after, days)
    waits = [changed if wait == arrow.wait else wait for wait in data.waits]
    try:
        spans = push(data.spans, waits, [changed.after])
    except (LoopError, TooLateError) as error:
        return fault_of(data, error)
    with workspace.change(_("Change a dependency"), ("dependency", id, "days")) as change:
        change.get(Dependency, id).days = days
        write_spans(change, spans)
    say_pushed(workspace, data, spans)
    return ""


def disconnect(workspace: Workspace, id: int) -> None:
    if not workspace.read_only and workspace.file.get(Dependency, id) is not None:
        with workspace.change(_("Delete a dependency")) as change:
            change.delete(change.get(Dependency, id))
        workspace.say(_("Deleted the dependency."), undo=True)


def fault_of(data: RoadmapData, error: LoopError | TooLateError) -> str:
    """A sentence for the user."""
    if isinstance(error, LoopError):
        return loop_fault(data, error.ids)
    return too_late_fault(data, error.id)


# ── Milestones ────────────────────────────────────────────────────────────────────────────


def add_milestone(workspace: Workspace, initiative: int | None, day: dt.date) -> int | None:
    """A milestone of an initiative, or of the plan; gives its id."""
    if workspace.read_only:
        return None
    with workspace.change(_("Add a milestone")) as change:
        made = Milestone(initiative_id=initiative, name=_("Milestone"), due_on=day)
        return change.add(made).id


def move_milestone(
    workspace: Workspace, id: int, day: dt.date, merge: tuple[object, ...] | None = None
) -> None:
    if workspace.read_only or workspace.file.one(Milestone, id).due_on == day:
        return
    with workspace.change(_("Move a milestone"), merge) as change:
        change.get(Milestone, id).due_on = day


def reach(workspace: Workspace, id: int, day: dt.date | None) -> None:
    """Mark a milestone as reached on a day, or as not reached."""
    if not workspace.read_only:
        with workspace.change(_("Mark a milestone")) as change:
            change.get(Milestone, id).reached_on = day


def delete_milestone(workspace: Workspace, id: int) -> None:
    if workspace.read_only or workspace.file.get(Milestone, id) is None:
        return
    name = workspace.file.one(Milestone, id).name or _("Untitled")
    with workspace.change(_("Delete {name}").format(name=name)) as change:
        change.delete(change.get(Milestone, id))
    workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)
