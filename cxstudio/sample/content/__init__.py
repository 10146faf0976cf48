"""What the sample says: one module a subject, both languages side by side."""

from cxstudio.sample.content import (
    causes,
    comments,
    figures,
    gaps,
    initiatives,
    insights,
    journey_family,
    journey_rail,
    journey_to_be,
    organisation,
    personas,
    portfolio,
    progress,
    report,
    scores,
    staff,
    strategy,
    touchpoints,
    visitors,
    waves,
    worksheet,
)
from cxstudio.sample.content.engagement import ENGAGEMENT
from cxstudio.sample.rows import Comment, Row, Talk

_IN_ORDER = (
    organisation,
    staff,
    visitors,
    waves,
    comments,
    figures,
    insights,
    strategy,
    touchpoints,
    personas,
    journey_rail,
    journey_family,
    journey_to_be,
    gaps,
    causes,
    initiatives,
    portfolio,
    progress,
    worksheet,
    report,
    scores,
)

ROWS: list[Row | Talk | Comment] = [item for subject in _IN_ORDER for item in subject.ROWS]
"""Everything but the engagement, each row after those that it names."""

__all__ = ["ENGAGEMENT", "ROWS"]
