"""Making a review in one step, and adding lines to it."""

from __future__ import annotations

import datetime as dt

from cxstudio import formats, i18n
from cxstudio.analysis.plan.progress import (
    NewItem,
    PlanProgress,
    Subject,
    new_items,
    read_progress,
)
from cxstudio.i18n import _
from cxstudio.model import Review, ReviewItem
from cxstudio.store import Change
from cxstudio.ui.workspace import Workspace


def make_review(workspace: Workspace, day: dt.date) -> int | None:
    """A review of that day with a line for all that is looked at; gives its id."""
    if workspace.read_only:
        return None
    items = new_items(read_progress(workspace.file.session, day))
    title = _("Review of {day}").format(day=formats.day(day, i18n.language()))
    with workspace.change(_("New review")) as change:
        id = change.add(Review(title=title, held_on=day)).id
        for place, item in enumerate(items):
            _add(change, id, item, place)
    return id


def _add(change: Change, review: int, item: NewItem, place: int) -> int:
    kind, subject = item.subject
    made = ReviewItem(
        review_id=review,
        initiative_id=subject if kind == "initiative" else None,
        kpi_id=subject if kind == "kpi" else None,
        planned=item.planned,
        actual=item.actual,
        status=item.status,
        next_step=item.next_step,
        owner_id=item.owner_id,
        due_on=item.due_on,
        position=place,
    )
    return change.add(made).id


def add_line(workspace: Workspace, review: int, subject: Subject) -> int:
    """A line about one more initiative or KPI, with its figures on the day of the review."""
    held = workspace.file.one(Review, review).held_on
    day = held or dt.datetime.now().astimezone().date()
    progress = read_progress(workspace.file.session, day)
    place = len(workspace.file.all(ReviewItem, ReviewItem.review_id == review))
    with workspace.change(_("Add a line to the review")) as change:
        return _add(change, review, _line(progress, subject), place)


def _line(progress: PlanProgress, subject: Subject) -> NewItem:
    kind, id = subject
    if kind == "initiative":
        found = next((one for one in progress.initiatives if one.id == id), None)
        if found is not None:
            planned = None if found.planned is None else round(found.planned, 1)
            return NewItem(subject, planned, found.actual, found.status)
    kpi = next((one for one in progress.kpis if one.id == id), None)
    if kind == "kpi" and kpi is not None:
        planned = None if kpi.planned is None else round(kpi.planned, 1)
        return NewItem(subject, planned, kpi.reading[1] if kpi.reading else None, kpi.status)
    return NewItem(subject, None, None, "")


def delete_line(workspace: Workspace, id: int) -> None:
    with workspace.change(_("Delete a line of the review")) as change:
        change.delete(change.get(ReviewItem, id))
    workspace.say(_("Deleted the line."), undo=True)
