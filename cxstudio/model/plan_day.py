"""The day from which a plan is looked at, on the screen and in the report."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cxstudio.model.engagement import Engagement
from cxstudio.model.evidence import Evidence
from cxstudio.model.interviews import Interview
from cxstudio.model.progress import ProgressNote, Review
from cxstudio.model.strategy import Reading

_LEARNED = (
    Evidence.dated,
    Interview.held_at,
    Reading.read_on,
    ProgressNote.noted_on,
    Review.held_on,
)


def plan_day(session: Session, today: dt.date | None = None) -> dt.date:
    """Today; in an illustrative engagement, whose time stands still, the last day on which
    anything was learned: a piece of evidence, an interview, a reading, a note or a review."""
    today = today or dt.datetime.now().astimezone().date()
    engagement = session.get(Engagement, 1)
    if engagement is None or not engagement.illustrative:
        return today
    newest = (session.scalar(select(func.max(column))) for column in _LEARNED)
    days = [day.date() if isinstance(day, dt.datetime) else day for day in newest if day]
    return max(days, default=today)
