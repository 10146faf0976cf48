"""KPIs, initiatives and roadmap of the progress report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxstudio.analysis.plan.progress import InitiativeNow, KpiNow
from cxstudio.i18n import N_
from cxstudio.model import Kpi
from cxstudio.report import blocks as b
from cxstudio.report import measures, wide_pages
from cxstudio.report.charts.against_plan import charts, value_of
from cxstudio.report.context import Context
from cxstudio.report.sections.method import TRADEMARK
from cxstudio.report.texts import broken

if TYPE_CHECKING:
    from cxstudio.report.progress_report import Meeting

LABELS = {
    "standing": N_("Where the plan stands"),
    "kpis": N_("KPIs against plan"),
    "initiatives": N_("Initiatives by status"),
    "roadmap": N_("Roadmap"),
}
BAD = ("at_risk", "off_track")
MAP_MM = 118.0


def status_words(context: Context, status: str) -> b.Words:
    """The status as a word; what needs attention is bold and orange as well."""
    if not status:
        return context.pgettext("status", "Not rated")
    word = context.word("review_status", status)
    return (b.Text(word, bold=True, tone="hurts"),) if status in BAD else word


def statuses(meeting: Meeting) -> list[str]:
    """Of all initiatives, "" where one is not rated."""
    return [status_of(meeting, one) for one in meeting.progress.initiatives]


def status_of(meeting: Meeting, one: InitiativeNow) -> str:
    """As the meeting said, else as it is computed."""
    item = meeting.item_of("initiative", one.id)
    return item.status if item is not None else one.status


# ── KPIs ──────────────────────────────────────────────────────────────────────────────────


def kpi_status(meeting: Meeting, one: KpiNow) -> str:
    """As the meeting said, else as it is computed."""
    item = meeting.item_of("kpi", one.id)
    return item.status if item is not None else one.status


def measured(meeting: Meeting) -> b.Section | None:
    """Planned and actual in a table, and a small chart of each KPI that has one."""
    context, kpis = meeting.context, meeting.progress.kpis
    if not kpis:
        return None
    _ = context.gettext
    rule = _(
        "Compared with the straight line from baseline to target on the day of the last reading. "
        "On track: 90% of the planned way or more. At risk: 60%. Off track: less. Not rated: "
        "no target, no baseline, or nothing read since the baseline."
    )
    rule = context.sentences(rule, _("In the charts the dashed line is the plan."))
    shown: list[b.Block] = [_kpi_table(meeting), b.Paragraph(rule, "note"), *charts(meeting)]
    if not meeting.progress.initiatives:
        shown += _notices(meeting)
    message = broken(_kpi_message(meeting), context.language)
    return b.Section(_(LABELS["kpis"]), message, tuple(shown))


def _kpi_message(meeting: Meeting) -> str:
    """How many of those that are rated do well."""
    context = meeting.context
    rated = [status for one in meeting.progress.kpis if (status := kpi_status(meeting, one))]
    if not rated:
        return context.gettext("No KPI has been measured since the baseline")
    return context.ngettext(
        "{count} of {all} rated KPIs is on target or on track",
        "{count} of {all} rated KPIs are on target or on track",
        sum(status not in BAD for status in rated),
        all=len(rated),
    )


def _notices(meeting: Meeting) -> list[b.Block]:
    """The trademark where the score is shown, and where real figures come from."""
    context = meeting.context
    shown: list[b.Block] = []
    if any(measures.is_score(kpi) for kpi in context.all(Kpi)):
        shown.append(b.Trademark(context.gettext(TRADEMARK)))
    if context.engagement.attribution:
        shown.append(b.Box(context.engagement.attribution, context.gettext("Sources of data")))
    return shown


def _kpi_table(meeting: Meeting) -> b.Table:
    context = meeting.context
    _ = context.gettext
    columns = (
        b.Column("", 11, "code"),
        b.Column(_("KPI")),
        b.Column(context.pgettext("of a review", "Planned"), 22, "number"),
        b.Column(_("Actual"), 22, "number"),
        b.Column(_("Target"), 22, "number"),
        b.Column(_("Status"), 24),
    )
    rows = tuple(_kpi_row(meeting, one) for one in meeting.progress.kpis)
    day = context.written.day(meeting.day)
    return b.Table(
        columns, rows, _kpi_caption(meeting), _("Planned and actual on {day}", day=day),
        _sources(meeting), dense=True,
    )  # fmt: skip


def _kpi_caption(meeting: Meeting) -> str:
    """Which measures need attention, by their codes."""
    context, kpis = meeting.context, meeting.progress.kpis
    bad = [one.code for one in kpis if kpi_status(meeting, one) in BAD]
    rated = [one for one in kpis if kpi_status(meeting, one)]
    return _attention(context, bad, bool(rated))


def _attention(context: Context, bad: list[str], rated: bool) -> str:
    if not rated:
        return context.gettext("Nothing is rated yet")
    if not bad:
        return context.gettext("Nothing needs attention")
    return context.ngettext(
        "{codes} needs attention", "{codes} need attention", len(bad),
        codes=context.written.joined(bad),
    )  # fmt: skip


def _sources(meeting: Meeting) -> str:
    context = meeting.context
    kpis = (context.get(Kpi, one.id) for one in meeting.progress.kpis)
    newest = (measures.newest(kpi) for kpi in kpis if kpi)
    return context.listed(dict.fromkeys(r.source for r in newest if r), strong=True)


def _kpi_row(meeting: Meeting, one: KpiNow) -> b.Row:
    context, item = meeting.context, meeting.item_of("kpi", one.id)
    planned = item.planned if item is not None else one.planned
    actual = item.actual if item is not None else one.reading[1] if one.reading else None
    cells: tuple[b.Cell, ...] = (
        (b.CodeRef(one.code),),
        one.name,
        value_of(context, one, planned),
        value_of(context, one, actual),
        value_of(context, one, one.line.target),
        status_words(context, kpi_status(meeting, one)),
    )
    return b.Row(cells, code=one.code)


# ── Initiatives ───────────────────────────────────────────────────────────────────────────


def initiatives(meeting: Meeting) -> b.Section | None:
    """Every initiative with planned and actual, its status as a word, and what was found."""
    context, rows = meeting.context, meeting.progress.initiatives
    if not rows:
        return None
    _ = context.gettext
    columns = (
        b.Column("", 11, "code"),
        b.Column(_("Initiative"), 47),
        b.Column(_("State"), 21),
        b.Column(_("Planned %"), 19, "number"),
        b.Column(_("Actual %"), 17, "number"),
        b.Column(_("Status"), 20),
        b.Column(_("Finding")),
    )
    states = meeting.progress.states
    message = context.ngettext(
        "{count} of {all} initiatives is running, {done} done",
        "{count} of {all} initiatives are running, {done} done",
        states["running"],
        all=len(rows),
        done=states["done"],
    )
    if not states["done"]:
        message = context.ngettext(
            "{count} of {all} initiatives is running, none is done yet",
            "{count} of {all} initiatives are running, none is done yet",
            states["running"],
            all=len(rows),
        )
    rule = _(
        "On track: less than 10 points behind the share of its days that have passed. At risk: "
        "less than 25. Off track: more, or not ended by its last day."
    )
    statuses = [(one.code, status_of(meeting, one)) for one in rows]
    bad = [code for code, status in statuses if status in BAD]
    caption = _attention(context, bad, any(status for _code, status in statuses))
    day = _("Planned and actual on {day}", day=context.written.day(meeting.day))
    table = b.Table(columns, tuple(_row(meeting, one) for one in rows), caption, day, dense=True)
    shown = (table, b.Paragraph(rule, "note"), *_notices(meeting))
    return b.Section(_(LABELS["initiatives"]), broken(message, context.language), shown)


def _row(meeting: Meeting, one: InitiativeNow) -> b.Row:
    context, item = meeting.context, meeting.item_of("initiative", one.id)
    planned = item.planned if item is not None else one.planned
    actual = item.actual if item is not None else one.actual
    found = item.finding.strip() if item is not None else ""
    cells: tuple[b.Cell, ...] = (
        (b.CodeRef(one.code),),
        one.title,
        context.word("initiative_state", one.state),
        "–" if planned is None else context.written.number(planned),
        "–" if actual is None else context.written.number(actual),
        status_words(context, status_of(meeting, one)),
        context.runs(found or one.note) if found or one.note else "–",
    )
    return b.Row(cells, code=one.code)


# ── Roadmap ───────────────────────────────────────────────────────────────────────────────


def roadmap(meeting: Meeting) -> b.Section | None:
    """The plan in time as of the day, on landscape."""
    from cxstudio.drawing.roadmap.read import read_roadmap

    context = meeting.context
    data = read_roadmap(context.session, meeting.day)
    rooms = (wide_pages.height(context, MAP_MM),)
    pictures, larger = wide_pages.drawn_roadmap(context, data, rooms, MAP_MM)
    if not pictures:
        return None
    _ = context.gettext
    last = data.path.last
    message = _("The plan in time")
    if last is not None:
        message = _("The plan ends on {day}", day=context.written.day(last))
    caption = _("Every initiative in true time, by tier")
    day = _("Roadmap as of {day}", day=context.written.day(meeting.day))
    figures = tuple(
        b.Figure(one.png, wide_pages.figure_mm(context, one, larger), one.alt, caption=caption,
                 subcaption=day, svg=one.svg)
        for one in pictures
    )  # fmt: skip
    label, broken_message = _(LABELS["roadmap"]), broken(message, context.language)
    return b.Section(label, broken_message, figures, landscape=True)
