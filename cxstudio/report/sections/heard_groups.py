"""The score by two questions of the survey, with small samples marked or withheld."""

from __future__ import annotations

from cxstudio.analysis.survey.comparing import Verdict
from cxstudio.analysis.survey.figure import Figure
from cxstudio.analysis.survey.nps import SMALL
from cxstudio.i18n import N_
from cxstudio.report import blocks as b
from cxstudio.report.charts.groups import Dot, groups_alt, groups_chart
from cxstudio.report.context import Context
from cxstudio.report.heard import Groups, Heard
from cxstudio.report.sections.heard_score import named, source

MOST_DOWN, MOST_ACROSS, MOST_NAMED = 6, 4, 3
LEAST_DOTS, FIGURE_MM = 2, 59.0
SCORE_MM, INTERVAL_MM, N_MM, CELL_MM = 11.0, 24.5, 12.5, 22.0
TONES: dict[Verdict, b.Tone] = {Verdict.HIGHER: "holds", Verdict.LOWER: "hurts"}


def who_differs(context: Context) -> str:
    """Which groups of the first question differ from all other people, beyond chance."""
    groups = context.survey.groups
    if groups is None:
        return ""
    _ = context.gettext
    names = {
        verdict: [
            name
            for name, found in zip(groups.alone.labels[0], groups.against_others, strict=True)
            if found.verdict is verdict
        ]
        for verdict in TONES
    }
    if not any(names.values()):
        return _("{question}: no group can be told from the others.", question=groups.titles[0])
    texts = {
        Verdict.HIGHER: N_("{question}: {names} score higher than all others, beyond chance."),
        Verdict.LOWER: N_("{question}: {names} score lower than all others, beyond chance."),
    }
    told = [
        _(texts[verdict], question=groups.titles[0], names=_listed(context, found))
        for verdict, found in names.items()
        if found
    ]
    return context.sentences(*told)


def _listed(context: Context, names: list[str]) -> str:
    if len(names) <= MOST_NAMED:
        return context.written.joined(names)
    shown = context.listed(names[:MOST_NAMED])
    return f"{shown} {context.gettext('and {count} more', count=len(names) - MOST_NAMED)}"


def by_group(context: Context, last: Heard) -> list[b.Block]:
    """The table of the last wave; nothing where no question has three large groups."""
    groups = context.survey.groups
    if groups is None:
        return []
    down = groups.table.largest(0, MOST_DOWN)
    across = groups.table.largest(1, MOST_ACROSS) if len(groups.titles) > 1 else []
    second = groups.table.labels[1] if across else ()
    columns = (
        b.Column(groups.titles[0]),
        b.Column("NPS", SCORE_MM, "number"),
        b.Column(context.gettext("95% interval"), INTERVAL_MM, "number"),
        b.Column("n", N_MM, "number"),
        *(b.Column(_in_two(second[place]), CELL_MM, "number") for place in across),
    )
    rows = [_row(context, groups, place, across) for place in down]
    rows.append(_row(context, groups, None, across))
    return [
        b.Table(
            columns,
            tuple(rows),
            _caption(context, groups, down),
            _subcaption(context, groups, last, down, across),
            source(context, last),
            dense=True,
        )
    ]


def _in_two(name: str) -> str:
    """A double name on two lines: a column is as wide as one."""
    for mark in "・–":
        first, found, second = name.partition(mark)
        if found and second:
            return f"{first}{found}\n{second}"
    return name


def _row(context: Context, groups: Groups, place: int | None, across: list[int]) -> b.Row:
    tone: b.Tone = (
        "plain" if place is None else TONES.get(groups.against_others[place].verdict, "plain")
    )
    name = context.gettext("Everyone") if place is None else groups.table.labels[0][place]
    whole = groups.alone.figure(place)
    written, shown = context.written, _shown(context, whole)
    interval = "–"
    if shown and whole.low is not None and whole.high is not None:
        interval = written.interval(whole.low, whole.high)
    strong = tone != "plain"
    score = written.score(whole.value) if shown and whole.value is not None else "–"
    cells: list[b.Cell] = [
        (b.Text(name, bold=strong, tone=tone),),
        (b.Text(score, bold=True, tone=tone),),
        interval,
        _count(whole.n),
    ]
    if len(groups.titles) > 1:
        cells += [_cell(context, groups.table.figure(place, column)) for column in across]
    return b.Row(tuple(cells), total=place is None)


def _shown(context: Context, figure: Figure) -> bool:
    """Whether the reader is shown the score; a client is not under ten answers."""
    return figure.value is not None and not figure.withheld(context.audience)


def _count(n: int) -> str:
    return f"{n:,}*" if 0 < n < SMALL else f"{n:,}"


def _cell(context: Context, figure: Figure) -> b.Words:
    """The score with the number of answers in brackets; under ten a client reads that alone."""
    if not figure.n:
        return "–"
    shown = figure.value is not None and _shown(context, figure)
    text = context.written.score(figure.value or 0) if shown else "–"
    return (b.Text(text), b.Text(f" ({_count(figure.n)})", tone="quiet"))


def _caption(context: Context, groups: Groups, down: list[int]) -> str:
    """Between which groups the score runs, of those that are not small."""
    _, written = context.gettext, context.written
    figures = [(groups.alone.figure(place), groups.alone.labels[0][place]) for place in down]
    known = [(figure.value, name) for figure, name in figures
             if figure.value is not None and not figure.small]  # fmt: skip
    (low, lowest), (high, highest) = min(known), max(known)
    return _(
        "{question}: from {low} ({lowest}) to {high} ({highest})",
        question=groups.titles[0],
        low=written.score(low),
        lowest=lowest,
        high=written.score(high),
        highest=highest,
    )


def _subcaption(
    context: Context, groups: Groups, last: Heard, down: list[int], across: list[int]
) -> str:
    _ = context.gettext
    chosen = context.gettext(
        "NPS, {wave}, by {questions}: the first questions with three groups of 30 answers or more.",
        wave=named(context, last),
        questions=context.written.joined(list(groups.titles)),
    )
    left_out = sum(len(names) for names in groups.table.labels) - len(down) - len(across)
    smaller = ""
    if left_out:
        smaller = context.ngettext(
            "{count} smaller group is not shown.", "{count} smaller groups are not shown.", left_out
        )
    small = _("An asterisk: fewer than 30 answers.")
    if across:
        small = _("In brackets: the number of answers, with an asterisk under 30.")
    withheld = ""
    if _any_withheld(context, groups, down, across):
        withheld = _("A dash: fewer than 10 answers, of which no score is shown.")
    coloured = ""
    if any(groups.against_others[place].verdict in TONES for place in down):
        coloured = _("In colour: apart from all others beyond chance (Holm’s correction).")
    return context.sentences(chosen, smaller, small, withheld, coloured)


def _any_withheld(context: Context, groups: Groups, down: list[int], across: list[int]) -> bool:
    """Whether a dash stands for a score that this reader is not shown."""
    shown = [groups.alone.figure(place) for place in down]
    shown += [groups.table.figure(place, column) for place in [*down, None] for column in across]
    return any(figure.n and figure.withheld(context.audience) for figure in shown)


# ── The figure ────────────────────────────────────────────────────────────────────────────


def group_figure(context: Context, last: Heard) -> b.Figure | None:
    """The groups of the first question with their intervals; None without a table of them."""
    groups = context.survey.groups
    if groups is None:
        return None
    found = [
        Dot(groups.alone.labels[0][place], figure, groups.against_others[place].verdict)
        for place in groups.table.largest(0, MOST_DOWN)
        if _shown(context, figure := groups.alone.figure(place))
    ]
    _, everyone = context.gettext, groups.alone.figure(None)
    if len(found) < LEAST_DOTS or everyone.value is None:
        return None
    ordered = sorted(found, key=lambda one: -(one.figure.value or 0))
    apart = [one.name for one in ordered if one.verdict in TONES]
    caption = _("No group can be told from the others")
    if apart:
        caption = _("Apart from the others: {names}", names=_listed(context, apart))
    few = _("hollow: fewer than 30 answers") if any(one.figure.small for one in ordered) else ""
    measured = _("NPS by {question}, 95% interval", question=groups.titles[0])
    return b.Figure(
        b"",
        FIGURE_MM,
        groups_alt(ordered, everyone.value, context.language),
        caption=caption,
        subcaption=context.listed([measured, few], strong=True),
        source=source(context, last),
        chart=groups_chart(ordered, everyone.value, context.language),
    )
