"""One initiative on one page: facts, what changes, gaps, where, measures, voices, risk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date as day

from cxstudio.i18n import N_
from cxstudio.model import (
    Dependency,
    Gap,
    Initiative,
    Kpi,
    Milestone,
    Stage,
    Step,
    Touchpoint,
)
from cxstudio.model.chain import End
from cxstudio.report import blocks as b
from cxstudio.report import counts, measures, narrative, raci
from cxstudio.report.context import Context
from cxstudio.report.sections import voices
from cxstudio.report.texts import broken

THIRD, HALF = 51.3, 79.0
MOST_QUOTES, MOST_PLACES, MOST_BESIDE = 1, 4, 3
"""What a sheet has room for on its one page."""
ROOM_FOR_A_QUOTE = 12
"""So many lines of gaps, measures and parts leave room for a quote."""
_NOTHING = narrative.PageWords()


def sheet(
    context: Context, one: Initiative, written: narrative.PageWords = _NOTHING
) -> list[b.Block]:
    """The page of an initiative, under the consultant's message where there is one."""
    said = written.message or one.title
    shown: list[b.Block] = [
        b.PageMessage(broken(said, context.language), one.code),
        _facts(context, one),
        *narrative.blocks(context, "\n".join(written.lines)),
        *_changes(context, one),
        *_links(context, one),
        *_measures(context, one),
        *_who_and_when(context, one),
    ]
    if _filled(context, one) <= ROOM_FOR_A_QUOTE:
        shown += voices.said(context, one)[:MOST_QUOTES]
    return shown


def _filled(context: Context, one: Initiative) -> int:
    """About how many lines the sheet's lists take."""
    gaps = 2 * len(counts.gaps_of(context, one))
    kpis = 2 * len(counts.measures_of(context, one))
    entries = [entry for entry in context.all(Dependency) if entry.after_id == one.id]
    parts = len(raci.parts(context).get(one.id, {}))
    steps = [entry for entry in context.all(Milestone) if entry.initiative_id == one.id]
    return max(gaps, MOST_PLACES) + kpis + max(2 * len(entries), parts, 2 * len(steps))


def _facts(context: Context, one: Initiative) -> b.Facts:
    _ = context.gettext
    written = context.written
    owner = context.department(one.department_id)
    level = context.level(End("initiative", one.id))
    names = {3: _("high"), 2: _("medium"), 1: _("low")}
    effort = written.figure(one.effort) if one.effort is not None else "–"
    facts = (
        b.Fact(_("Tier"), context.word("tier", one.tier)),
        b.Fact(_("Responsible"), owner or _("nobody yet"), not owner),
        b.Fact(_("Lead"), _lead(context, one)),
        b.Fact(_("State"), context.word("initiative_state", one.state)),
        b.Fact(_("Start, end"), written.months(one.starts_on, one.ends_on)),
        b.Fact(_("Cost once; a year"), _costs(context, one)),
        b.Fact(_("Effort, person-months"), effort),
        b.Fact(_("Confidence"), (b.Confidence(level), b.Text(f" {names[level]}", bold=True))),
    )
    return b.Facts(facts)


def _lead(context: Context, one: Initiative) -> str:
    """Who leads the work, by role, and the project it belongs to."""
    person = context.stakeholders.get(one.owner_id or 0)
    return context.listed([context.person(person) if person else "", one.project]) or "–"


def _costs(context: Context, one: Initiative) -> str:
    written = context.written
    once = written.money(one.cost_low, one.cost_high)
    if one.yearly_low is None and one.yearly_high is None:
        return once
    return context.listed([once, written.money(one.yearly_low, one.yearly_high)], strong=True)


def _changes(context: Context, one: Initiative) -> Iterable[b.Block]:
    _ = context.gettext
    end = End("initiative", one.id)
    sides = []
    if one.change:
        words = context.claim(one.change, end, most=2)
        sides.append((b.Heading(4, _("What changes for customers")), b.Paragraph(words)))
    if one.staff_change:
        staff = b.Paragraph(context.runs(one.staff_change))
        sides.append((b.Heading(4, _("What changes for staff")), staff))
    if one.description:
        doing = b.Paragraph(context.runs(one.description))
        sides.append((b.Heading(4, _("What is done")), doing))
    yield from _beside(sides, THIRD if len(sides) == 3 else HALF)


def _links(context: Context, one: Initiative) -> Iterable[b.Block]:
    _ = context.gettext
    columns: list[tuple[b.Block, ...]] = []
    gaps = counts.gaps_of(context, one)
    if gaps:
        closes = tuple(_gap(context, gap) for gap in gaps)
        columns.append((b.Heading(4, _("Gaps it closes")), b.Bullets(closes)))
    where = tuple(_where(context, one, gaps))[:MOST_PLACES]
    if where:
        columns.append((b.Heading(4, _("Where")), b.Bullets(where)))
    if one.benefit:
        words = [*context.runs(one.benefit)]
        if one.benefit_score:
            judged = _("Judged {score} of 5.", score=one.benefit_score)
            words.append(b.Text(f"{'' if context.japanese else ' '}{judged}", tone="quiet"))
        columns.append((b.Heading(4, _("Benefit")), b.Paragraph(tuple(words))))
    yield from _beside(columns, THIRD if len(columns) == 3 else HALF)


def _gap(context: Context, gap: Gap) -> b.Runs:
    value = counts.severity_of(context, gap)
    score = context.gettext("not scored") if value is None else context.written.number(value, 1)
    shown = f"（{score}）" if context.japanese else f" ({score})"
    return (b.CodeRef(gap.code), b.Text(f" {gap.title}{shown}"))


def _where(context: Context, one: Initiative, gaps: list[Gap]) -> Iterable[b.Words]:
    """Touchpoints and the steps of journeys, each once."""
    touchpoints = dict.fromkeys(
        id for id in (one.touchpoint_id, *(gap.touchpoint_id for gap in gaps)) if id is not None
    )
    for id in touchpoints:
        touchpoint = context.get(Touchpoint, id)
        if touchpoint is not None:
            yield (b.CodeRef(touchpoint.code), b.Text(f" {touchpoint.name}"))
    for id in dict.fromkeys(gap.step_id for gap in gaps if gap.step_id is not None):
        step = context.get(Step, id)
        stage = context.get(Stage, step.stage_id) if step else None
        if step is not None and stage is not None:
            yield context.gettext("{stage}: {step}", stage=stage.name, step=step.name)


def _beside(columns: Sequence[tuple[b.Block, ...]], width: float) -> Iterable[b.Block]:
    if len(columns) > 1:
        yield b.Columns(tuple(columns), (width,) * len(columns))
    elif columns:
        yield from columns[0]


def _who_and_when(context: Context, one: Initiative) -> Iterable[b.Block]:
    """Departments with their part, what must come first, and the dates to keep."""
    _ = context.gettext
    columns: list[tuple[b.Block, ...]] = []
    if who := raci.of_one(context, one):
        columns.append((b.Heading(4, _("Who does what")), b.Paragraph(who)))
    before = [
        i
        for entry in context.all(Dependency)
        if entry.after_id == one.id and (i := context.get(Initiative, entry.before_id))
    ]
    if before:
        needs = tuple((b.CodeRef(i.code), b.Text(f" {i.title}")) for i in before)
        columns.append((b.Heading(4, _("Depends on")), b.Bullets(needs)))
    steps = [m for m in context.all(Milestone) if m.initiative_id == one.id and m.due_on]
    if steps:
        dated = tuple(_step(context, m) for m in sorted(steps, key=lambda m: m.due_on or day.max))
        columns.append((b.Heading(4, _("Dates to keep")), b.Bullets(dated)))
    beside = len(columns) < MOST_BESIDE
    if one.risk and beside:
        columns.append((b.Heading(4, _("Main risk")), b.Paragraph(context.runs(one.risk))))
    if columns:
        width = THIRD if len(columns) == MOST_BESIDE else HALF
        yield b.Columns(tuple(columns), (width,) * len(columns))
    if one.risk and not beside:
        yield b.Meaning(context.runs(one.risk), _("Main risk"))


def _step(context: Context, one: Milestone) -> b.Runs:
    assert one.due_on is not None
    due = context.written.short_day(one.due_on)
    return (b.Text(f"{due}\u2002", bold=True), b.Text(one.name))


# ── Measures ──────────────────────────────────────────────────────────────────────────────


def _measures(context: Context, one: Initiative) -> Iterable[b.Block]:
    _ = context.gettext
    kpis = counts.measures_of(context, one)
    if not kpis:
        yield b.Paragraph(_("No measure has been named by which this could be judged."), "note")
        return
    columns = (
        b.Column(context.pgettext("report", "Code"), 12, "code"),
        b.Column(context.pgettext("report", "Measure"), 66),
        b.Column(_("Baseline"), 22, "number"),
        b.Column(_("Read in"), 24),
        b.Column(_("Target"), 22, "number"),
        b.Column(_("Due")),
    )
    rows = tuple(_measure(context, kpi) for kpi in kpis)
    yield b.Table(columns, rows, _success(context, kpis[0]), dense=True)


def _success(context: Context, kpi: Kpi) -> str:
    if kpi.target is None:
        return context.gettext("{name} will show the effect; no target is set", name=kpi.name)
    target = measures.value(context, kpi, kpi.target)
    due = context.written.month(kpi.target_on) if kpi.target_on else ""
    text = N_("Success means: {name} at {target}")
    if due:
        text = N_("Success means: {name} at {target} by {due}")
    return context.gettext(text, name=kpi.name, target=target, due=due)


def _measure(context: Context, kpi: Kpi) -> b.Row:
    last = measures.newest(kpi)
    read = kpi.baseline_on or (last.read_on if last else None)
    baseline = kpi.baseline if kpi.baseline is not None else (last.value if last else None)
    aim = b.Text(measures.value(context, kpi, kpi.target), bold=True, tone="holds")
    cells: tuple[b.Cell, ...] = (
        (b.CodeRef(kpi.code),),
        kpi.name,
        measures.value(context, kpi, baseline),
        context.written.month(read) if read else context.gettext("not measured"),
        (aim,),
        context.written.month(kpi.target_on) if kpi.target_on else "–",
    )
    return b.Row(cells)
