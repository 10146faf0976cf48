"""Priorities: what goes first, whether it stays first, and what fits the budget."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from cxstudio.analysis.draws import DRAWS, SEED
from cxstudio.analysis.plan.standing import TOP
from cxstudio.analysis.plan.weighing import ranks, shares
from cxstudio.drawing.charts.scale import ticks
from cxstudio.i18n import N_
from cxstudio.model import Criterion
from cxstudio.model.money import Scale
from cxstudio.report import blocks as b
from cxstudio.report import narrative
from cxstudio.report.charts.data import Axis, Note, Point, Scatter, Series, Shade, signed_form
from cxstudio.report.charts.quarters import QUARTERED, corners, ground, named_sides, quarters
from cxstudio.report.context import Context
from cxstudio.report.plan_figures import Ranked, likely_cost
from cxstudio.report.sections import TITLES
from cxstudio.report.texts import Texts, broken, spelled

WIDE_MM, BESIDE_MM, HIGH_MM = 104.0, 56.0, 74.0
FIRM, LOOSE = 0.8, 0.5
LEAST_MARK, MOST_MARK = 7, 20
QUARTER_SHADES: tuple[Shade, ...] = ("petrol", "ink2", "ink3", "ink3")

LEFT_OUT = {
    "budget": N_("Not within the budget: {codes}."),
    "people": N_("Too few people for: {codes}."),
    "before": N_("Waits for one that is not taken: {codes}."),
    "no_cost": N_("Left out, the cost is not known: {codes}."),
    "no_effort": N_("Left out, the effort is not known: {codes}."),
}
"""Why an initiative that is ranked is not taken."""

SCORE_NOTES = {
    "weighted": N_("Score: weighted mean on the engagement’s own criteria, 1 to 5."),
    "gain": N_("Score: severity taken away for a person-month."),
}


def suggest(context: Context) -> Texts:
    """How many go first, whether they fit, and whether they stay."""
    _ = context.gettext
    ranked = [one for one in context.plan.ranked if one.rank is not None]
    if not ranked:
        return Texts(_("Nothing can be ranked yet: effort, gaps or scores are missing"))
    firm = sum(one.share >= FIRM for one in context.plan.standings.values())
    fits = sum(one.fits for one in ranked)
    one = context.engagement
    limited = one.budget is not None or one.capacity is not None
    if limited:
        message = context.ngettext(
            "{count} of {all} initiatives fits budget and people; {firm} hold their place",
            "{count} of {all} initiatives fit budget and people; {firm} hold their place",
            fits, all=len(ranked), firm=firm,
        )  # fmt: skip
    else:
        message = context.ngettext(
            "{count} of {all} initiatives stands first however the scores vary",
            "{count} of {all} initiatives stand first however the scores vary",
            firm, all=len(ranked),
        )  # fmt: skip
    return Texts(message, "", "\n".join(_notes(context, ranked)))


def blocks(context: Context, texts: Texts) -> b.Section:
    """The matrix beside what to read from it, then the ranking."""
    _ = context.gettext
    ranked = context.plan.ranked
    told = narrative.blocks(context, texts.narrative)
    matrix = _matrix(context, ranked)
    shown: list[b.Block] = []
    if matrix and told:
        beside = (b.Heading(4, _("How to read it")), *told)
        shown.append(b.Columns(((matrix,), beside), (WIDE_MM, BESIDE_MM)))
    else:
        shown += [*([matrix] if matrix else []), *told]
    if ranked:
        shown.append(_ranking(context, ranked))
    return b.Section(
        _(TITLES["priorities"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


# ── Words ─────────────────────────────────────────────────────────────────────────────────


def _notes(context: Context, ranked: list[Ranked]) -> list[str]:
    """What the ranking says of itself: its firmness, its doubtful places, what is left out."""
    _, percent = context.gettext, context.written.percent
    standings = context.plan.standings
    said = [_first(context, ranked[0]), _edge(context, ranked), _reweighed(context, ranked)]
    found = [f"- {sentence}" for sentence in said if sentence]
    loose = [one for one in ranked if LOOSE <= standings[one.initiative.id].share < FIRM]
    if loose:
        named = [
            f"[{one.initiative.code}] {percent(standings[one.initiative.id].share)}"
            for one in loose
        ]
        text = _("Near the edge of the first {top}: {codes}.", top=TOP,
                 codes=context.written.joined(named))  # fmt: skip
        found.append(f"- {text}")
    for why, reason in LEFT_OUT.items():
        out = [f"[{one.initiative.code}]" for one in ranked if one.line and one.line.why == why]
        if out:
            found.append(f"- {_(reason, codes=context.written.joined(out))}")
    blank = [f"[{one.initiative.code}]" for one in context.plan.ranked if one.rank is None]
    if blank:
        text = _("Not ranked, figures are missing: {codes}.", codes=context.written.joined(blank))
        found.append(f"- {text}")
    return found


def _first(context: Context, one: Ranked) -> str:
    """What leads the ranking, and how firmly."""
    share = context.plan.standings[one.initiative.id].share
    return context.gettext(
        "[{code}] leads the ranking; in {share} of the draws it is among the first {top}.",
        code=one.initiative.code, share=context.written.percent(share), top=TOP,
    )  # fmt: skip


def _edge(context: Context, ranked: list[Ranked]) -> str:
    """How clearly the first ones stand apart from the next; nothing where they do not."""
    chances = sorted(
        ((context.plan.standings[one.initiative.id].share, one.initiative.code) for one in ranked),
        key=lambda pair: -pair[0],
    )
    if len(chances) <= TOP:
        return ""
    (last, weakest), (after, following) = chances[TOP - 1 : TOP + 1]
    if last < FIRM or after >= LOOSE:
        return ""
    return context.gettext(
        "The first {top} stand apart: [{weakest}] is among them in {last} of the draws, the next, "
        "[{following}], in {after}.",
        top=TOP, weakest=weakest, last=context.written.percent(last), following=following,
        after=context.written.percent(after),
    )  # fmt: skip


def _reweighed(context: Context, ranked: list[Ranked]) -> str:
    """Whether the first ones stay the same when any one weight counts double."""
    plan = context.plan
    parts = shares(plan.weights)
    first = {one.initiative.id for one in ranked if one.rank is not None and one.rank <= TOP}
    if plan.method != "weighted" or len(parts) < 2 or len(first) == len(ranked):
        return ""
    left, right = "「」" if context.japanese else "“”"
    moving = []
    for one in context.all(Criterion):
        weights = {**parts, one.id: 2 * parts.get(one.id, 0.0)}
        new = _first_ones(context, weights) - first
        codes = [f"[{each.initiative.code}]" for each in ranked if each.initiative.id in new]
        if codes:
            moving.append(f"{left}{one.name}{right} {context.written.joined(codes)}")
    if not moving:
        return context.gettext(
            "Doubling the weight of any one criterion leaves the same {top} in front.",
            top=len(first),
        )
    return context.gettext(
        "Double weight brings others in: {pairs}.", pairs=context.listed(moving, strong=True)
    )


def _first_ones(context: Context, weights: dict[int, float]) -> set[int]:
    """The ids of those that share the first places under these weights."""
    scores = {one.id: one.score("weighted", weights) for one in context.plan.candidates}
    return {id for id, rank in ranks(scores).items() if rank <= TOP}


# ── The matrix ────────────────────────────────────────────────────────────────────────────


def _matrix(context: Context, ranked: list[Ranked]) -> b.Figure | None:
    """Severity taken away upwards, effort across; the mark grows with the cost."""
    placed = [one for one in ranked if one.candidate.effort and one.candidate.severity is not None]
    if len(placed) < 2:
        return None
    _ = context.gettext
    first = [one.initiative.code for one in placed if one.fits]
    caption = _("Effect and effort of {count} initiatives", count=len(placed))
    if first and len(first) < len(placed):
        caption = spelled(
            _("{count} of {all} fit budget and people", count=len(first), all=len(placed))
        )
    return b.Figure(
        b"",
        WIDE_MM,
        _alt(context, placed),
        caption=caption,
        subcaption=_(
            "Severity of the gaps closed against person-months; larger: more costly; filled: fits "
            "budget and people; lines: doubt of the estimate"
        ),
        chart=_chart(context, placed),
    )


def _chart(context: Context, placed: list[Ranked]) -> Scatter:
    _ = context.gettext
    xs = [float(one.candidate.effort or 0) for one in placed]
    ys = [float(one.candidate.severity or 0) for one in placed]
    across, upwards = ticks(0, max(xs) * 1.15), ticks(0, max(ys) * 1.12)
    x_axis = Axis(0, across[-1], across[1], _("Effort, person-months (less is better)"),
                  signed_form(across[1]))  # fmt: skip
    y_axis = Axis(0, upwards[-1], upwards[1], _("Severity taken away (more is better)"),
                  signed_form(upwards[1]))  # fmt: skip
    names = (_("Start now"), _("Plan well"), _("Later"), _("Leave aside"))
    lines = (median(xs), median(ys))
    named = corners((x_axis, y_axis), lines, (WIDE_MM, HIGH_MM), names, QUARTER_SHADES,
                    [*zip(xs, ys, strict=True)])  # fmt: skip
    return Scatter(
        (*quarters(x_axis, y_axis, *lines), *_marks(placed, (x_axis, y_axis), named)),
        x_axis,
        y_axis,
        HIGH_MM,
        QUARTERED,
        (ground(x_axis, y_axis, *lines, "petrol"), *named),
    )


def _marks(placed: list[Ranked], axes: tuple[Axis, Axis], written: Sequence[Note]) -> list[Series]:
    """A series for each initiative, whose code stands beside it; the costly ones lie lowest."""
    costs = {one.initiative.id: likely_cost(one.initiative) or 0.0 for one in placed}
    ordered = sorted(placed, key=lambda one: -costs[one.initiative.id])
    sizes = [_mark_size(costs[one.initiative.id], max(costs.values())) for one in ordered]
    places = [
        (float(one.candidate.effort or 0), float(one.candidate.severity or 0)) for one in ordered
    ]
    ends = [(_doubt(one), None) for one in ordered]
    codes = [one.initiative.code for one in ordered]
    sides = named_sides(places, codes, sizes, ends, axes, (WIDE_MM, HIGH_MM), written)
    return [
        Series(
            one.initiative.code,
            (Point(*at, True, side, end[0], hollow=not one.fits),),
            "petrol" if one.fits else "ink3",
            mark_points=size,
            whisker="petrol_light" if one.fits else "rule",
        )
        for one, at, side, end, size in zip(ordered, places, sides, ends, sizes, strict=True)
    ]


def _mark_size(cost: float, most: float) -> int:
    share: float = (cost / most) ** 0.5 if most else 0.0
    return LEAST_MARK + round((MOST_MARK - LEAST_MARK) * share)


def _doubt(one: Ranked) -> tuple[float, float] | None:
    """The ends of the estimate of effort; None where it is not in doubt."""
    doubt, effort = 1 + one.candidate.doubt, float(one.candidate.effort or 0)
    return (effort / doubt, effort * doubt) if doubt > 1 else None


def _alt(context: Context, placed: list[Ranked]) -> str:
    told = context.gettext("{code} severity {severity}, {effort} person-months")
    each = [
        told.format(
            code=one.initiative.code,
            severity=context.written.number(one.candidate.severity or 0, 1),
            effort=context.written.figure(one.candidate.effort or 0),
        )
        for one in placed
    ]
    opened = context.gettext("Matrix of effect and effort.")
    return context.sentences(opened, context.listed(each, strong=True))


# ── The ranking ───────────────────────────────────────────────────────────────────────────


def _ranking(context: Context, ranked: list[Ranked]) -> b.Table:
    _ = context.gettext
    money = context.written.scale(
        *(one.line.spent if one.line else None for one in ranked),
        *(likely_cost(one.initiative) for one in ranked),
    )
    columns = (
        b.Column(_("Rank"), 8.5, "number"),
        b.Column("", 11, "code"),
        b.Column(_("Initiative")),
        b.Column(context.pgettext("ranking", "Score"), 12, "number"),
        b.Column(_("First {top},\n%", top=TOP), 15.5, "heat"),
        b.Column(_("Ranks,\n9 in 10"), 14.5, "number"),
        b.Column(_("Cost,\n{unit}", unit=money.name), 17, "number"),
        b.Column(_("Sum"), 12, "number"),
    )
    cut = _cut(context, ranked)
    rows = tuple(_row(context, one, money, place == cut) for place, one in enumerate(ranked))
    return b.Table(
        columns, rows, _ranking_caption(context, ranked), _how(context), _weights(context),
        dense=True,
    )  # fmt: skip


def _cut(context: Context, ranked: list[Ranked]) -> int | None:
    """The last row of those that fit, when nothing that fits stands below another."""
    one = context.engagement
    if one.budget is None and one.capacity is None:
        return None
    fits = [entry.fits for entry in ranked]
    taken = sum(fits)
    return taken - 1 if taken and all(fits[:taken]) and taken < len(fits) else None


def _row(context: Context, one: Ranked, money: Scale, cut: bool) -> b.Row:
    written = context.written
    standing = context.plan.standings.get(one.initiative.id)
    cost = likely_cost(one.initiative)
    share = standing.share if standing else 0.0
    step = min(5, int(share * 5) + 1) if standing else 0
    spent = money.figure(one.line.spent) if one.line and one.line.taken else "–"
    digits = 2 if context.plan.method == "weighted" else 1  # as the page has them
    cells: tuple[b.Cell, ...] = (
        "–" if one.rank is None else str(one.rank),
        (b.CodeRef(one.initiative.code),),
        one.initiative.title,
        "–" if one.score is None else written.number(one.score, digits),
        b.Heat(written.number(share * 100) if standing else "–", step, "amount"),
        "–" if standing is None else written.span(str(standing.best), str(standing.worst)),
        "–" if cost is None else money.figure(cost),
        spent,
    )
    return b.Row(cells, bold=one.fits, cut=cut)


def _ranking_caption(context: Context, ranked: list[Ranked]) -> str:
    _ = context.gettext
    budget = context.engagement.budget
    fits = [one for one in ranked if one.fits]
    spent = max((one.line.spent for one in fits if one.line), default=0.0)
    if budget is not None and fits:
        return _(
            "The ranking: {count} initiatives for {spent} stay within {budget}",
            count=len(fits), spent=context.written.money(spent),
            budget=context.written.money(budget),
        )  # fmt: skip
    return _("The ranking, and how firm it is")


def _how(context: Context) -> str:
    _ = context.gettext
    note = _(SCORE_NOTES[context.plan.method])
    limits = _("Bold: fits budget and people together with what it waits for.")
    capacity = context.engagement.capacity
    if capacity is not None:
        people = _("People: {months} person-months.", months=context.written.figure(capacity))
        return context.sentences(note, limits, people)
    return context.sentences(note, limits)


def _weights(context: Context) -> str:
    """The weights of the criteria, which are the engagement's own."""
    _ = context.gettext
    drawn = _("{draws} draws within the doubt, seed {seed}", draws=f"{DRAWS:,}", seed=SEED)
    parts = shares(context.plan.weights)
    if context.plan.method != "weighted" or not parts:
        return drawn
    names = {one.id: one.name for one in context.all(Criterion)}
    named = [f"{names[id]} {context.written.percent(share)}" for id, share in parts.items()]
    weights = _("the team’s scores; weights: {weights}", weights=context.listed(named))
    return context.listed([weights, drawn], strong=True)
