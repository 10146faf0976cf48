"""The progress report: what a review found and decided, KPIs against plan, status, next steps."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from cxstudio.analysis.plan.progress import PlanProgress, StepNow, read_progress
from cxstudio.drawing.face import set_in
from cxstudio.model import Review, ReviewItem
from cxstudio.model.plan_day import plan_day
from cxstudio.report import blocks as b
from cxstudio.report import front, progress_standing
from cxstudio.report import progress_parts as parts
from cxstudio.report.context import Context, no_blob
from cxstudio.report.cover import drawing, lines_of
from cxstudio.report.quotation_marks import with_curly_marks
from cxstudio.report.telling import Tell, nobody, shares
from cxstudio.report.texts import broken
from cxstudio.report.unnamed import unnamed


@dataclass
class Meeting:
    """The review that is reported, with the plan as of its day; `review` is None without one."""

    context: Context
    review: Review | None

    @cached_property
    def day(self) -> dt.date:
        held = self.review.held_on if self.review else None
        return held or plan_day(self.context.session)

    @cached_property
    def progress(self) -> PlanProgress:
        return read_progress(self.context.session, self.day)

    @cached_property
    def items(self) -> list[ReviewItem]:
        if self.review is None:
            return []
        id = self.review.id
        return [item for item in self.context.all(ReviewItem) if item.review_id == id]

    @cached_property
    def steps(self) -> list[StepNow]:
        """The next steps of this review, and those of earlier ones that are open."""
        return list(self.progress.steps)

    def item_of(self, kind: str, id: int) -> ReviewItem | None:
        """The line about an initiative or a KPI."""
        name = f"{kind}_id"
        return next((item for item in self.items if getattr(item, name) == id), None)

    def owner(self, id: int | None) -> str:
        """Who owns a step: the name for the team, role and code for the client."""
        person = self.context.stakeholders.get(id or 0)
        if person is None:
            return ""
        if self.context.audience == "internal":
            return person.label
        if person.pseudonym or not person.role:
            return person.public_name
        opening, closing = ("（", "）") if self.context.japanese else (" (", ")")
        return f"{person.role}{opening}{person.code}{closing}"


def build_progress_report(
    session: Session,
    *,
    language: b.Language,
    audience: b.Audience,
    review_id: int | None = None,
    template: Path | None = None,
    tell: Tell = nobody,
) -> b.Report:
    """The document of one review, or of the newest. Reads only `session`.

    Nobody's name is in the client's edition. Raises TemplateError when the template cannot be
    read, and LookupError when there is no such review.
    """
    context = Context(session, language, audience, no_blob, template)
    meeting = Meeting(context, _review(session, review_id))
    with set_in(context.face):
        made = _parts(meeting, tell)
    report = b.Report(_meta(meeting), made)
    tell(1.0, "")
    told = unnamed(context, report) if audience == "client" else report
    return told if context.japanese else with_curly_marks(told)


def _parts(meeting: Meeting, tell: Tell) -> tuple[b.Part, ...]:
    context = meeting.context
    made: list[b.Part] = [_cover(meeting)]
    builders = (progress_standing.standing, parts.measured, parts.initiatives, parts.roadmap)
    for build, context.tell in zip(builders, shares(tell, [1] * len(builders)), strict=True):
        context.tell(0.0, "")
        section = build(meeting)
        if section is not None:
            made.append(section)
    return tuple(made)


def _review(session: Session, id: int | None) -> Review | None:
    if id is not None:
        found = session.get(Review, id)
        if found is None:
            raise LookupError(f"there is no review {id}")
        return found
    newest = select(Review).order_by(Review.held_on.desc(), Review.id.desc())
    return session.scalars(newest).first()


def _cover(meeting: Meeting) -> b.Cover:
    context = meeting.context
    name = context.engagement.title.strip() or context.engagement.client.strip()
    lines = [line for line in lines_of(name, context.language) if line]
    return b.Cover("\n".join([*lines, context.gettext("Progress report")]), drawing(context))


def _meta(meeting: Meeting) -> b.Meta:
    context, one = meeting.context, meeting.context.engagement
    what = context.gettext("Progress report")
    name = one.title.strip() or one.client.strip()
    title = f"{name}{context.colon}{what}" if name else what
    day = context.written.day(meeting.day)
    said = meeting.review.title if meeting.review and meeting.review.title else ""
    return b.Meta(
        title=title,
        client=one.client,
        date=meeting.day,
        subtitle=context.listed([said, context.gettext("as of {day}", day=day)]),
        firm=one.firm,
        author=one.firm,
        version=one.report_version,
        confidentiality=front.label(context),
        language=context.language,
        audience=context.audience,
        subject=broken(said or what, context.language),
        keywords=tuple(word for word in (one.client, one.industry) if word),
    )
