"""One initiative on one page: facts, what changes, gaps, where, measures, voices, risk.

On an upright page the blocks stand in rows below each other; on one that lies on its side in three
columns: what changes, where and who, by what it is judged and what may go wrong.
"""

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
from cxstudio.report import counts, lying, measures, narrative, raci
from cxstudio.report.context import Context
from cxstudio.report.sections import voices
from cxstudio.report.texts import broken

THIRD, HALF = 51.3, 79.0
MOST_PLACES, MOST_BESIDE = 4, 3
"""What a sheet has room for on its one page."""
ROOM_FOR_A_QUOTE = 12
"""So many lines of gaps, measures and parts leave room for a quote."""
_NOTHING = narrative.PageWords()
Column = tuple[b.Block, ...]


def sheet(
    context: Context, one: Initiative, written: narrative.PageWords = _NOTHING
) -> list[b.Block]:
    """The page of an initiative, under the consultant's message where there is one."""
    said = written.message or one.title
    lines = narrative.blocks(context, "\n".join(written.lines))
    below = _lying(context, one, lines) if lying.lies(context) else _upright(context, one, lines)
    return [b.PageMessage(broken(said, context.language), one.code), *below]


def _upright(context: Context, one: Initiative, lines: Sequence[b.Block]) -> list[b.Block]:
    shown: list[b.Block] = [
        b.Facts(_facts(context, one)),
        *lines,
        *_in_a_row(_changes(context, one)),
        *_in_a_row([*_links(context, one), *_benefit(context, one)]),
        *_measures(context, one),
        *_who_and_when(context, one),
    ]
    if _filled(context, one) <= ROOM_FOR_A_QUOTE:
        shown += _quote(context, one)
    return shown


def _lying(context: Context, one: Initiative, lines: Sequence[b.Block]) -> list[b.Block]:
    """Facts in one row, and three columns; a quote fills up the shortest of them."""
    facts = _facts(context, one)
    stacks = [
        _stacked([*_changes(context, one), *_benefit(context, one)]),
        _stacked([*_links(context, one), *_who(context, one)]),
        _stacked(
            [
                tuple(_measures(context, one)),
                *_before_and_dates(context, one),
                *_risk(context, one),
            ]
        ),
    ]
    stacks = [stack for stack in stacks if stack]
    width = lying.THIRD if len(stacks) == 3 else lying.HALF
    filled = _filled_up(stacks, _quote(context, one), width)
    return [b.Facts(facts, len(facts)), *lines, b.Columns(filled, (width,) * len(filled))]


def _stacked(columns: Iterable[Column]) -> Column:
    """The blocks of columns below each other."""
    return tuple(block for column in columns for block in column)


def _filled_up(stacks: list[Column], more: Sequence[b.Block], width: float) -> tuple[Column, ...]:
    """The columns with something more at the foot of the shortest, if it stays no longer than the
    longest."""
    from cxstudio.report.docx.pages import stacked

    heights = [stacked(stack, width) for stack in stacks]
    shortest = heights.index(min(heights))
    if stacked(stacks[shortest] + tuple(more), width) <= max(heights):
        stacks[shortest] += tuple(more)
    return tuple(stacks)


def _quote(context: Context, one: Initiative) -> list[b.Block]:
    """The sheet's quote, which no sheet before it has."""
    chosen = context.kept("quotes on sheets", lambda: _quotes(context))
    return [chosen[one.id]] if one.id in chosen else []


def _quotes(context: Context) -> dict[int, b.Block]:
    chosen: dict[int, b.Block] = {}
    for one in counts.initiatives(context):
        left = (quote for quote in voices.said(context, one) if quote not in chosen.values())
        if quote := next(left, None):
            chosen[one.id] = quote
    return chosen


def _filled(context: Context, one: Initiative) -> int:
    """About how many lines the sheet's lists take."""
    gaps = 2 * len(counts.gaps_of(context, one))
    kpis = 2 * len(counts.measures_of(context, one))
    entries = [entry for entry in context.all(Dependency) if entry.after_id == one.id]
    parts = len(raci.parts(context).get(one.id, {}))
    steps = [entry for entry in context.all(Milestone) if entry.initiative_id == one.id]
    return max(gaps, MOST_PLACES) + kpis + max(2 * len(entries), parts, 2 * len(steps))


def _facts(context: Context, one: Initiative) -> tuple[b.Fact, ...]:
    _ = context.gettext
    written = context.written
    owner = context.department(one.department_id)
    level = context.level(End("initiative", one.id))
    names = {3: _("high"), 2: _("medium"), 1: _("low")}
    effort = written.figure(one.effort) if one.effort is not None else "–"
    return (
        b.Fact(_("Tier"), context.word("tier", one.tier)),
        b.Fact(context.pgettext("report", "Responsible"), owner or _("nobody yet"), not owner),
        b.Fact(context.pgettext("initiative", "Lead"), _lead(context, one)),
        b.Fact(_("State"), context.word("initiative_state", one.state)),
        b.Fact(_("Start, end"), written.months(one.starts_on, one.ends_on)),
        b.Fact(_("Cost once; a year"), _costs(context, one)),
        b.Fact(_("Effort, person-months"), effort),
        b.Fact(_("Confidence"), (b.Confidence(level), b.Text(f" {names[level]}", bold=True))),
    )


def _lead(context: Context, one: Initiative) -> str:
    """Who leads the work, by role, and below it the project it belongs to."""
    person = context.stakeholders.get(one.owner_id or 0)
    project = f"「{one.project}」" if context.japanese else f"“{one.project}”"
    shown = [context.person(person) if person else "", project if one.project else ""]
    return "\n".join(filter(None, shown)) or "–"


def _costs(context: Context, one: Initiative) -> str:
    written = context.written
    once = written.money(one.cost_low, one.cost_high)
    if one.yearly_low is None and one.yearly_high is None:
        return once
    return f"{once}\n{written.money(one.yearly_low, one.yearly_high)}"


def _changes(context: Context, one: Initiative) -> list[Column]:
    _ = context.gettext
    end = End("initiative", one.id)
    sides: list[Column] = []
    if one.change:
        words = context.claim(one.change, end, most=2)
        sides.append((b.Heading(4, _("What changes for customers")), b.Paragraph(words)))
    if one.staff_change:
        staff = b.Paragraph(context.runs(one.staff_change))
        sides.append((b.Heading(4, _("What changes for staff")), staff))
    if one.description:
        doing = b.Paragraph(context.runs(one.description))
        sides.append((b.Heading(4, _("What is done")), doing))
    return sides


def _links(context: Context, one: Initiative) -> list[Column]:
    _ = context.gettext
    columns: list[Column] = []
    gaps = counts.gaps_of(context, one)
    if gaps:
        closes = tuple(_gap(context, gap) for gap in gaps)
        columns.append((b.Heading(4, _("Gaps it closes")), b.Bullets(closes)))
    where = tuple(_where(context, one, gaps))[:MOST_PLACES]
    if where:
        columns.append((b.Heading(4, _("Where")), b.Bullets(where)))
    return columns


def _benefit(context: Context, one: Initiative) -> list[Column]:
    _ = context.gettext
    if not one.benefit:
        return []
    words = [*context.runs(one.benefit)]
    if one.benefit_score:
        judged = _("Judged {score} of 5.", score=one.benefit_score)
        words.append(b.Text(f"{'' if context.japanese else ' '}{judged}", tone="quiet"))
    return [(b.Heading(4, _("Benefit")), b.Paragraph(tuple(words)))]


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


def _in_a_row(columns: Sequence[Column]) -> Iterable[b.Block]:
    width = THIRD if len(columns) == MOST_BESIDE else HALF
    if len(columns) > 1:
        yield b.Columns(tuple(columns), (width,) * len(columns))
    elif columns:
        yield from columns[0]


def _who_and_when(context: Context, one: Initiative) -> Iterable[b.Block]:
    """Departments with their part, what must come first, the dates to keep, and the risk: beside
    them where there is room."""
    columns = [*_who(context, one), *_before_and_dates(context, one)]
    beside = len(columns) < MOST_BESIDE
    if beside:
        columns += _risk(context, one)
    if columns:
        width = THIRD if len(columns) == MOST_BESIDE else HALF
        yield b.Columns(tuple(columns), (width,) * len(columns))
    if one.risk and not beside:
        yield b.Meaning(context.runs(one.risk), context.gettext("Main risk"))


def _who(context: Context, one: Initiative) -> list[Column]:
    who = raci.of_one(context, one)
    if not who:
        return []
    heading = b.Heading(4, context.gettext("Who does what"))
    return [(heading, b.Paragraph(who), b.Paragraph(raci.key(context), "note"))]


def _before_and_dates(context: Context, one: Initiative) -> list[Column]:
    _ = context.gettext
    columns: list[Column] = []
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
    return columns


def _risk(context: Context, one: Initiative) -> list[Column]:
    words = b.Paragraph(context.runs(one.risk))
    return [(b.Heading(4, context.gettext("Main risk")), words)] if one.risk else []


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
    success = _success(context, kpis[0])
    if lying.lies(context):
        yield _narrow_table(context, kpis, success)
        return
    columns = (
        b.Column(context.pgettext("report", "Code"), 12, "code"),
        b.Column(context.pgettext("report", "Measure"), 66),
        b.Column(_("Baseline"), 22, "number"),
        b.Column(_("Read in"), 24),
        b.Column(_("Target"), 22, "number"),
        b.Column(_("Due")),
    )
    yield b.Table(columns, tuple(_measure(context, kpi) for kpi in kpis), success, dense=True)


def _narrow_table(context: Context, kpis: Sequence[Kpi], success: str) -> b.Table:
    """The measures in a column, months below their values."""
    _ = context.gettext
    month = context.month_mm
    columns = (
        b.Column(context.pgettext("report", "Measure")),
        b.Column(_("Baseline"), month, "number"),
        b.Column(_("Target"), month, "number"),
    )
    rows = tuple(_narrow_row(context, kpi) for kpi in kpis)
    return b.Table(columns, rows, success, dense=True)


def _narrow_row(context: Context, kpi: Kpi) -> b.Row:
    baseline, read, target, due = _values(context, kpi)
    name = (b.CodeRef(kpi.code), b.Text(f" {kpi.name}"))
    begun = (b.Text(f"{baseline}\n"), b.Text(read, tone="quiet"))
    return b.Row((name, begun, (_aim(target), b.Text(f"\n{due}", tone="quiet"))))


def _success(context: Context, kpi: Kpi) -> str:
    if kpi.target is None:
        return context.gettext("{name} will show the effect; no target is set", name=kpi.name)
    text = N_("Success: {name}, {target}")
    if kpi.target_on and kpi.baseline is not None:
        text = N_("Success: {name}, from {baseline} to {target} by {due}")
    elif kpi.target_on:
        text = N_("Success: {name}, {target} by {due}")
    return context.gettext(
        text,
        name=kpi.name,
        baseline=measures.value(context, kpi, kpi.baseline),
        target=measures.value(context, kpi, kpi.target),
        due=context.written.month(kpi.target_on) if kpi.target_on else "",
    )


def _measure(context: Context, kpi: Kpi) -> b.Row:
    baseline, read, target, due = _values(context, kpi)
    return b.Row(((b.CodeRef(kpi.code),), kpi.name, baseline, read, (_aim(target),), due))


def _aim(target: str) -> b.Text:
    return b.Text(target, bold=True, tone="holds")


def _values(context: Context, kpi: Kpi) -> tuple[str, str, str, str]:
    """Baseline, when it was read, target, and when that is due."""
    last = measures.newest(kpi)
    read = kpi.baseline_on or (last.read_on if last else None)
    baseline = kpi.baseline if kpi.baseline is not None else (last.value if last else None)
    return (
        measures.value(context, kpi, baseline),
        context.written.month(read) if read else context.gettext("not measured"),
        measures.value(context, kpi, kpi.target),
        context.written.month(kpi.target_on) if kpi.target_on else "–",
    )
