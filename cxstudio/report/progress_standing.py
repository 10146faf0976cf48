"""The progress report's first section: where the plan stands, what was decided, what is next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cxstudio.model import Initiative, Kpi, ReviewItem
from cxstudio.report import blocks as b
from cxstudio.report.context import Context
from cxstudio.report.lying import HALF, beside
from cxstudio.report.progress_parts import BAD, LABELS, kpi_status, statuses
from cxstudio.report.texts import broken

if TYPE_CHECKING:
    from cxstudio.report.progress_report import Meeting


def standing(meeting: Meeting) -> b.Section:
    """Four figures, what the meeting says and decided, and who does what next."""
    context = meeting.context
    _ = context.gettext
    shown: list[b.Block] = [_figures(meeting)]
    decided, steps = _decided(meeting), _steps(meeting)
    rest = [*_ahead(meeting), *_present(meeting), *_illustrative(context)]
    if columns := beside(context, (decided, rest), (HALF, HALF)):
        shown += [*columns, *steps]
    else:
        shown += [*decided, *steps, *rest]
    lead = context.runs(meeting.review.summary.strip()) if meeting.review else ()
    message = broken(_message(meeting), context.language)
    return b.Section(_(LABELS["standing"]), message, tuple(shown), lead)


def _message(meeting: Meeting) -> str:
    """How many of the initiatives need attention, as the heading says it."""
    context = meeting.context
    rated = [status for status in statuses(meeting) if status]
    bad = sum(status in BAD for status in rated)
    if not rated:
        return context.gettext("No initiative is under way yet")
    if not bad:
        return context.ngettext(
            "The {count} initiative under review is on track",
            "All {count} initiatives under review are on track",
            len(rated),
        )
    return context.ngettext(
        "{count} of {all} initiatives under review needs attention",
        "{count} of {all} initiatives under review need attention",
        bad,
        all=len(rated),
    )


def _figures(meeting: Meeting) -> b.KeyFigures:
    context, progress = meeting.context, meeting.progress
    _ = context.gettext
    rates = statuses(meeting)
    good = sum(status in ("on_track", "done") for status in rates)
    bad = sum(status in BAD for status in rates)
    kpis = [kpi_status(meeting, one) for one in progress.kpis]
    well = sum(status in ("on_track", "done") for status in kpis)
    rated = sum(bool(status) for status in kpis)
    late = progress.overdue_steps
    return b.KeyFigures(
        (
            b.KeyFigure(
                _("Initiatives on track"), str(good), note=_("of {count}", count=len(rates))
            ),
            b.KeyFigure(
                _("Need attention"), str(bad), note=_("at risk or off track"), below_target=bad > 0
            ),
            b.KeyFigure(
                _("KPIs on track"), str(well), note=_("of {count} that are rated", count=rated)
            ),
            b.KeyFigure(
                _("Open next steps"),
                str(len(progress.steps)),
                note=context.ngettext("{count} overdue", "{count} overdue", late),
                below_target=late > 0,
            ),
        )
    )


def _decided(meeting: Meeting) -> list[b.Block]:
    """The decisions below their heading, or nothing."""
    found = tuple(_decisions(meeting))
    heading = b.Heading(3, meeting.context.gettext("What was decided"))
    return [heading, b.Numbered(found)] if found else []


def _decisions(meeting: Meeting) -> list[b.Words]:
    context = meeting.context
    found: list[b.Words] = []
    for item in meeting.items:
        if item.decision.strip():
            code = _code(context, item)
            reference = (b.CodeRef(code), b.Text(" ")) if code else ()
            found.append((*reference, *context.runs(item.decision.strip())))
    return found


def _code(context: Context, item: ReviewItem) -> str:
    of: Any = context.get(Initiative, item.initiative_id) or context.get(Kpi, item.kpi_id)
    return of.code if of is not None else ""


def _present(meeting: Meeting) -> list[b.Block]:
    """Who was there, as far as the review says it."""
    context = meeting.context
    if meeting.review is None or not meeting.review.present.strip():
        return []
    return [b.Meaning(context.runs(meeting.review.present), context.gettext("Present"))]


def _illustrative(context: Context) -> list[b.Block]:
    """That a sample is one."""
    if not context.engagement.illustrative:
        return []
    _ = context.gettext
    words = _("This engagement is a sample: review, figures of progress and dates are made up.")
    return [b.Box(words, _("Illustrative content"))]


# ── Next steps ────────────────────────────────────────────────────────────────────────────


def _steps(meeting: Meeting) -> list[b.Block]:
    """Who does what by when."""
    context = meeting.context
    _ = context.gettext
    if not meeting.steps:
        return []
    columns = (
        b.Column(_("Due on"), 36),
        b.Column("", 11, "code"),
        b.Column(_("Next step")),
        b.Column(context.pgettext("of a next step", "Owner"), 52),
    )
    rows = tuple(_step(meeting, one) for one in meeting.steps)
    return [b.Table(columns, rows, _steps_message(meeting), dense=True)]


def _ahead(meeting: Meeting) -> list[b.Block]:
    """The milestones ahead, or nothing."""
    found = tuple(_milestones(meeting))
    return (
        [b.Heading(3, meeting.context.gettext("Milestones ahead")), b.Bullets(found)]
        if found
        else []
    )


def _steps_message(meeting: Meeting) -> str:
    context, count = meeting.context, len(meeting.steps)
    message = context.ngettext("{count} next step is open", "{count} next steps are open", count)
    if late := meeting.progress.overdue_steps:
        more = context.ngettext("{count} is overdue", "{count} are overdue", late)
        message = context.listed([message, more])
    return message


def _step(meeting: Meeting, one: Any) -> b.Row:
    context = meeting.context
    due: b.Words = context.written.short_day(one.due_on) if one.due_on else "–"
    if one.overdue and one.due_on:
        word = context.gettext("overdue")
        due = (b.Text(f"{context.written.short_day(one.due_on)}, {word}", bold=True, tone="hurts"),)
    owner: b.Words = meeting.owner(one.owner_id) or (
        b.Text(context.gettext("nobody yet"), tone="hurts"),
    )
    return b.Row((due, (b.CodeRef(one.code),), context.runs(one.text), owner))


def _milestones(meeting: Meeting) -> list[b.Words]:
    context = meeting.context
    found: list[b.Words] = []
    for one in meeting.progress.milestones:
        day = context.written.day(one.due_on)
        words = context.gettext("{day}: {name}", day=day, name=one.name or "–")
        if one.overdue:
            words = f"{words} ({context.gettext('overdue')})"
        reference = (b.Text(" "), b.CodeRef(one.code)) if one.code else ()
        found.append((b.Text(words), *reference))
    return found
