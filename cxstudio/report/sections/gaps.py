"""Diagnosis: the gaps in order of severity, where they gather, and why."""

from __future__ import annotations

import math
from collections.abc import Iterable

from cxstudio.analysis.gaps.severity import Weights, matrix
from cxstudio.analysis.gaps.severity_formula import formula
from cxstudio.model import Gap, GapDepartment, Stage, Step, Touchpoint
from cxstudio.model.chain import End
from cxstudio.report import blocks as b
from cxstudio.report import counts, narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES, root_causes
from cxstudio.report.texts import Texts, broken

MOST_STAGES = 8
LEAST_TOUCHPOINTS, MOST_TOUCHPOINTS = 2, 8
Placed = tuple[str, str, float | None]
"""Column, row and severity of a gap in a heat map."""


def suggest(context: Context) -> Texts:
    """How concentrated the severity is, which roots were found, and what rests on too little."""
    _ = context.gettext
    gaps = counts.gaps(context)
    if not gaps:
        return Texts(_("No gap between as-is and to-be has been found yet"))
    top = counts.concentration(context)
    thin = [gap.code for gap in gaps if context.chain.sources(End("gap", gap.id)) < 2]
    told = root_causes.told(context, gaps)
    if thin:
        codes = context.written.joined([f"[{code}]" for code in thin])
        told.append(_("To be confirmed, with fewer than two sources: {codes}.", codes=codes))
    narrated = "\n".join(told)
    if top is None:
        scored = len(counts.scored(context))
        message = context.ngettext(
            "{count} gap has been found, {scored} scored",
            "{count} gaps have been found, {scored} of them scored",
            len(gaps),
            scored=scored,
        )
        return Texts(message, "", narrated)
    message = _(
        "{first} of {scored} gaps hold {share} of the severity",
        first=top.first, scored=top.scored, share=context.written.percent(top.share),
    )  # fmt: skip
    return Texts(message, "", narrated)


def blocks(context: Context, texts: Texts) -> b.Section:
    """Register, heat map beside the causes, the words, and each gap in words."""
    _ = context.gettext
    gaps = counts.gaps(context)
    shown: list[b.Block] = []
    told = narrative.blocks(context, texts.narrative)
    if not gaps:
        shown += told
    else:
        shown += [_register(context, gaps), *_heat(context, gaps), *_touchpoints(context, gaps)]
        if told:
            shown += [b.Heading(3, _("What stands behind them")), *told]
        shown += [*root_causes.table(context, gaps), _in_words(context, gaps)]
    return b.Section(
        _(TITLES["gaps"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


def heat_step(value: float | None, top: float) -> int:
    """The step of the ramp, 1 to 5 in equal parts of `top`; 0 for none."""
    if value is None or value <= 0 or top <= 0:
        return 0
    return min(5, max(1, math.ceil(value / top * 5)))


def top_of(values: Iterable[float]) -> float:
    """The end of the ramp: the largest value, rounded up to a whole number."""
    return float(math.ceil(max(values, default=0.0)))


# ── The register ──────────────────────────────────────────────────────────────────────────


def _register(context: Context, gaps: list[Gap]) -> b.Table:
    _ = context.gettext
    top = top_of(value for _gap, value in counts.scored(context))
    columns = (
        b.Column("", 12, "code"),
        b.Column(_("Gap")),
        b.Column(_("Imp.\n1–5"), 12, "number"),
        b.Column(_("Now\n0–10"), 11, "number"),
        b.Column(_("Target\n0–10"), 12.5, "number"),
        b.Column(_("Reach\n%"), 11.5, "number"),
        b.Column(_("Sever-\nity"), 12, "heat"),
        b.Column(_("Confi-\ndence"), 12, "confidence"),
        b.Column(_("Sources,\nfirst mark"), 17, "marks"),
    )
    return b.Table(
        columns,
        tuple(_register_row(context, gap, top) for gap in gaps),
        _caption(context, gaps),
        _("Severity = {formula}. The scale is this engagement’s own; there is no accepted "
          "standard.", formula=formula(Weights.of(context.engagement), _)),
        confidence_rule(context),
        dense=True,
    )  # fmt: skip


def _caption(context: Context, gaps: list[Gap]) -> str:
    unscored = sum(counts.severity_of(context, gap) is None for gap in gaps)
    if unscored:
        return context.ngettext(
            "The gaps in order of severity; {count} is not scored yet",
            "The gaps in order of severity; {count} are not scored yet",
            unscored,
        )
    return context.gettext("The gaps in order of severity")


def _register_row(context: Context, gap: Gap, top: float) -> b.Row:
    end = End("gap", gap.id)
    value = counts.severity_of(context, gap)
    number = context.written.number
    pieces = context.under(end)
    first = context.marks(end, most=len(pieces))[:1]
    sources = context.chain.sources(end)
    cells: tuple[b.Cell, ...] = (
        gap.code,
        gap.title,
        "–" if gap.importance is None else str(gap.importance),
        "–" if gap.current is None else number(gap.current, 1),
        "–" if gap.target is None else number(gap.target, 1),
        "–" if gap.reach is None else number(gap.reach * 100),
        b.Heat("–" if value is None else number(value, 1), heat_step(value, top)),
        b.Confidence(context.level(end)),
        (b.Text(f"{sources}\u2002"), *first) if sources else (b.Text("0", tone="hurts"),),
    )
    return b.Row(cells, code=gap.code)


def confidence_rule(context: Context) -> b.Runs:
    """What the dots mean."""
    _ = context.gettext
    return (
        b.Text(_("team’s scores. Confidence, rule in Appendix B: ")),
        b.Confidence(3),
        b.Text(_(" high, ")),
        b.Confidence(2),
        b.Text(_(" medium, ")),
        b.Confidence(1),
        b.Text(_(" low. Outlined: one source.")),
    )


# ── Where they gather ─────────────────────────────────────────────────────────────────────


def _heat(context: Context, gaps: list[Gap]) -> list[b.Block]:
    """The heat map of stage and department, of the gaps that have both; a gap that departments
    share stands in the row of each, as on the screen."""
    sharing = _sharing(context)
    placed: list[Placed] = []
    stages: dict[str, float] = {}
    outside = 0
    for gap in gaps:
        stage, departments = _stage(context, gap), sharing.get(gap.id, ())
        if not stage or not departments:
            outside += 1
            continue
        value = counts.severity_of(context, gap)
        stages[stage] = stages.get(stage, 0.0) + (value or 0.0)
        placed += [(stage, department, value) for department in departments]
    return [_heat_table(context, placed, stages, outside)] if placed else []


def _sharing(context: Context) -> dict[int, tuple[str, ...]]:
    """The departments of each gap by its id: the one charged with it first."""
    found = {gap.id: [context.department(gap.department_id)] for gap in context.all(Gap)}
    for share in context.all(GapDepartment):
        found[share.gap_id].append(context.department(share.department_id))
    return {gap: tuple(dict.fromkeys(filter(None, names))) for gap, names in found.items()}


def _stage(context: Context, gap: Gap) -> str:
    step = context.get(Step, gap.step_id)
    stage = context.get(Stage, step.stage_id) if step else None
    return stage.name if stage else ""


def _heat_table(
    context: Context, placed: list[Placed], stages: dict[str, float], outside: int
) -> b.Table:
    """The severities added up: stages across, the heaviest department first, and below them what
    each stage holds when a gap counts once."""
    _ = context.gettext
    found = matrix(_heaviest_first(placed))
    order = list(dict.fromkeys(stage.name for stage in context.all(Stage)))
    across = sorted(found.stages, key=order.index)[:MOST_STAGES]
    top = top_of(cell.severity for cell in found.cells.values() if cell.severity is not None)
    rows = []
    for name in found.departments:
        cells: list[b.Cell] = [name]
        for stage in across:
            cell = found.at(stage, name)
            cells.append(_heat_cell(context, cell.severity if cell else None, top))
        rows.append(b.Row(tuple(cells)))
    once = (b.Heat(context.written.number(stages[stage], 1), 0) for stage in across)
    rows.append(b.Row((_("Each gap once"), *once), total=True))
    note = _("Summed severity; a shared gap counts in the row of each department")
    if outside:
        note += context.ngettext(
            "; {count} gap has no stage or department",
            "; {count} gaps have no stage or department",
            outside,
        )
    width = min(24.0, 120.0 / len(across))
    return b.Table(
        (b.Column(""), *(b.Column(stage, width, "heat") for stage in across)),
        tuple(rows),
        _gathers(context, stages),
        note,
        dense=True,
        as_figure=True,
    )


def _heat_cell(context: Context, value: float | None, top: float) -> b.Heat:
    shown = "–" if value is None else context.written.number(value, 1)
    return b.Heat(shown, heat_step(value, top))


def _heaviest_first(placed: list[Placed]) -> list[Placed]:
    """The same, the row with the largest sum first."""
    sums: dict[str, float] = {}
    for _across, row, value in placed:
        sums[row] = sums.get(row, 0.0) + (value or 0.0)
    return sorted(placed, key=lambda one: -sums[one[1]])


def _touchpoints(context: Context, gaps: list[Gap]) -> list[b.Block]:
    """The touchpoints on which gaps weigh, the heaviest first, with kinds and codes; of two or
    more."""
    _ = context.gettext
    found: dict[str, list[Gap]] = {}
    for gap in gaps:
        if (touchpoint := context.get(Touchpoint, gap.touchpoint_id)) is not None:
            found.setdefault(touchpoint.name, []).append(gap)
    if len(found) < LEAST_TOUCHPOINTS:
        return []
    sums = {
        name: sum(counts.severity_of(context, gap) or 0.0 for gap in there)
        for name, there in found.items()
    }
    worst = sorted(sums, key=lambda name: -sums[name])[:MOST_TOUCHPOINTS]
    top = top_of(sums.values())
    caption = _("Gaps by touchpoint and kind")
    if sums[worst[0]]:
        caption = _("Of the touchpoints, “{name}” weighs most", name=worst[0])
    columns = (
        b.Column(_("Touchpoint"), 56),
        b.Column(_("Kind of gap"), 44),
        b.Column(_("Gaps")),
        b.Column(_("Severity"), 24, "heat"),
    )
    rows = tuple(_touchpoint(context, name, found[name], sums[name], top) for name in worst)
    note = _("Summed severity of the gaps of a touchpoint")
    return [b.Table(columns, rows, caption, note, dense=True, as_figure=True)]


def _touchpoint(context: Context, name: str, gaps: list[Gap], sum_: float, top: float) -> b.Row:
    kinds = dict.fromkeys(context.word("gap_kind", gap.gap_kind) for gap in gaps)
    codes: list[b.Inline] = []
    for gap in gaps:
        codes += [b.Text(" ")] if codes else []
        codes.append(b.CodeRef(gap.code))
    heat = _heat_cell(context, sum_ or None, top)
    return b.Row((name, context.listed(list(kinds)), tuple(codes), heat))


def _gathers(context: Context, sums: dict[str, float]) -> str:
    """At which stage the largest part of the severity lies, each gap counted once."""
    top = max(sums, key=lambda stage: sums[stage])
    if not sums[top]:
        return context.gettext("Where the gaps lie")
    number = context.written.number
    return context.gettext(
        "“{stage}” carries most: {severity} of {all} points of severity",
        stage=top, severity=number(sums[top], 1), all=number(sum(sums.values()), 1),
    )  # fmt: skip


# ── In words ──────────────────────────────────────────────────────────────────────────────


def _in_words(context: Context, gaps: list[Gap]) -> b.Table:
    _, sharing = context.gettext, _sharing(context)
    columns = (
        b.Column("", 12, "code"),
        b.Column(_("As it is")),
        b.Column(_("As it should be")),
        b.Column(_("Cause as far as known")),
        b.Column(_("Department;\nclosed by"), 27),
    )
    return b.Table(
        columns,
        tuple(_words_row(context, gap, sharing.get(gap.id, ())) for gap in gaps),
        _("Each gap as it is, as it should be, and who closes it"),
        dense=True,
    )


def _words_row(context: Context, gap: Gap, departments: tuple[str, ...]) -> b.Row:
    owner = context.department(gap.department_id)
    who: list[b.Inline] = [b.Text(owner)] if owner else [_hurts(context.gettext("no owner"))]
    if others := sum(name != owner for name in departments):
        also = context.ngettext("and {count} other", "and {count} others", others)
        who.append(b.Text(also if context.japanese else f"\n{also}", tone="quiet"))
    closing = counts.initiatives_of(context, gap)
    for place, one in enumerate(closing):
        who += [b.Text(" " if place else "\n"), b.CodeRef(one.code)]
    if not closing:
        who.append(_hurts("\n" + context.gettext("no initiative")))
    cells: tuple[b.Cell, ...] = (
        (b.CodeRef(gap.code),),
        context.runs(gap.as_is) if gap.as_is else "–",
        context.runs(gap.to_be) if gap.to_be else "–",
        context.runs(gap.cause) if gap.cause else "–",
        tuple(who),
    )
    return b.Row(cells)


def _hurts(text: str) -> b.Text:
    return b.Text(text, tone="hurts")
