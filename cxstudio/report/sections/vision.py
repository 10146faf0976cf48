"""Vision and targets: the promise and its number."""

from __future__ import annotations

from cxstudio.model import Kpi, Objective, Principle
from cxstudio.report import blocks as b
from cxstudio.report import lying, measures, narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES
from cxstudio.report.texts import Texts, broken

HALF_MM, WIDE_MM = 79.0, 107.0
LABEL_MM = 28.0
LYING = (152.0, 92.0)
"""Millimetres for the principles and for words beside them on a page that lies."""
MOST_CHARTS = 4


def suggest(context: Context) -> Texts:
    """How many measures have a target, and how many of them are met."""
    _ = context.gettext
    kpis = context.all(Kpi)
    if not kpis:
        return Texts(_("No measure has been agreed yet by which the plan could be judged"))
    aimed = [kpi for kpi in kpis if kpi.target is not None]
    reached = [
        kpi for kpi in aimed if (last := measures.newest(kpi)) and measures.met(kpi, last.value)
    ]
    message = context.ngettext(
        "{met} of {count} measure with a target reaches it today",
        "{met} of {count} measures with a target reach it today",
        len(aimed),
        met=len(reached),
    )
    measured = [kpi for kpi in aimed if kpi.readings]
    if measured and not reached:
        message = context.ngettext(
            "The one measure with a target and a reading does not reach it yet",
            "Of {count} measures with a target and a reading, none has reached the target yet",
            len(measured),
        )
    if not measured:
        message = _("No measure with a target has been measured yet")
    if not aimed:
        message = _("No measure has a target yet")
    unread = [kpi.name for kpi in kpis if not kpi.readings]
    lead = _("Not measured yet: {names}.", names=context.written.joined(unread)) if unread else ""
    return Texts(message, lead)


def blocks(context: Context, texts: Texts) -> b.Section:
    """Principles, words, the table of measures and charts, which may stand on the next page."""
    _ = context.gettext
    shown: list[b.Block] = []
    if principles := _principles(context):
        shown.append(b.Definitions(principles, LABEL_MM))
    told = narrative.blocks(context, texts.narrative)
    shown = lying.beside(context, (shown, told), LYING) or [*shown, *told]
    shown += [*_table(context), *_charts(context)]
    return b.Section(
        _(TITLES["vision"]), broken(texts.message, context.language), tuple(shown), texts.lead
    )


def _principles(context: Context) -> tuple[b.Fact, ...]:
    found = []
    for kind in ("vision", "mission", "value"):
        said = [one for one in context.all(Principle) if one.principle_kind == kind]
        label = context.word("principle_kind", kind)
        if kind == "value" and len(said) > 1:
            label = context.gettext("Values")
        if said:
            found.append(b.Fact(label, _quoted(said)))
    aims = [one.text for one in context.all(Objective) if one.text]
    if aims:
        found.append(b.Fact(context.gettext("Objectives"), "\n".join(aims)))
    return tuple(found)


def _quoted(principles: list[Principle]) -> b.Runs:
    """Each on a line of its own, and below them where they were found, each said once."""
    words: list[b.Inline] = []
    for one in principles:
        before = "\n" if words else ""
        words.append(b.Text(before + one.text, bold=one.principle_kind == "vision"))
    sources = dict.fromkeys(one.source for one in principles if one.source)
    words += [b.Text(f"\n{source}", tone="quiet") for source in sources]
    return tuple(words)


def _table(context: Context) -> list[b.Block]:
    _ = context.gettext
    kpis = context.all(Kpi)
    if not kpis:
        return []
    figure_mm = 14.0 if context.japanese else 16.5
    columns = (
        b.Column(context.pgettext("report", "Code"), 11, "code"),
        b.Column(context.pgettext("report", "Measure")),
        *(b.Column(head, figure_mm, "number") for head in (_("Baseline"), _("Now"), _("Target"))),
        b.Column(_("Due"), context.month_mm),
        b.Column(_("Owner"), 35),
    )
    return [
        b.Table(
            columns,
            tuple(_row(context, kpi) for kpi in kpis),
            suggest(context).message,
            _read_in(context, kpis),
            dense=True,
        )
    ]


def _read_in(context: Context, kpis: list[Kpi]) -> str:
    """When the newest readings were taken, and what dash and colour mean."""
    _ = context.gettext
    days = [last.read_on for kpi in kpis if (last := measures.newest(kpi))]
    read = ""
    if days:
        read = _("Now: read {months}.", months=context.written.months(min(days), max(days)))
    meant = _("A dash: not measured or not agreed. Orange: not yet at the target.")
    return context.sentences(read, meant)


def _row(context: Context, kpi: Kpi) -> b.Row:
    last = measures.newest(kpi)
    now: b.Words = "–"
    if last is not None:
        tone: b.Tone = {True: "holds", False: "hurts", None: "plain"}[measures.met(kpi, last.value)]  # type: ignore[assignment]
        now = (b.Text(measures.value(context, kpi, last.value), bold=True, tone=tone),)
    due = kpi.target_on if kpi.target is not None else None
    cells: tuple[b.Cell, ...] = (
        kpi.code,
        kpi.name,
        measures.value(context, kpi, kpi.baseline),
        now,
        measures.value(context, kpi, kpi.target),
        context.written.month(due) if due else "–",
        context.department(kpi.department_id) or "–",
    )
    return b.Row(cells, code=kpi.code)


def _charts(context: Context) -> list[b.Block]:
    """The score wide unless the customers' voice shows it, other measured KPIs in pairs, those
    with a target first."""
    from cxstudio.report.sections.customer_voice import shows_trend_of

    read = [kpi for kpi in context.all(Kpi) if len(kpi.readings) > 1]
    score = measures.the_score(context)
    shown: list[b.Block] = []
    if score is not None and score in read and not shows_trend_of(context, score):
        shown.append(measures.figure(context, score, 166.0, 62.0))
    others = sorted((kpi for kpi in read if kpi is not score), key=lambda kpi: kpi.target is None)
    figures = [measures.figure(context, kpi, HALF_MM, 46.0) for kpi in others[:MOST_CHARTS]]
    for place in range(0, len(figures), 2):
        pair = figures[place : place + 2]
        if len(pair) == 2:
            shown.append(b.Columns(tuple((figure,) for figure in pair), (HALF_MM, HALF_MM)))
        else:
            shown += pair
    return shown
