"""The day from which a plan is looked at."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cxstudio.model.engagement import Engagement
from cxstudio.model.progress import Review


def plan_day(session: Session, today: dt.date | None = None) -> dt.date:
    """Today; in an illustrative engagement the day of its last review, as its time stands still."""
    today = today or dt.datetime.now().astimezone().date()
    engagement = session.get(Engagement, 1)
    if engagement is None or not engagement.illustrative:
        return today
    return session.scalar(select(func.max(Review.held_on))) or today
