"""The steps of a journey as tables: feeling, gaps and initiatives, and what a to-be changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from cxstudio.drawing.journey.difference import How, differences
from cxstudio.drawing.journey.map import CurveData, Id, MapData
from cxstudio.drawing.journey.same_steps import matched_steps
from cxstudio.report import blocks as b
from cxstudio.report import counts
from cxstudio.report.context import Context

ROOMY, WHOLE = 6, 12
"""Tables with more steps stand closer, so that map and table share a page; and up to how many stay
in one piece."""


def behind(data: MapData) -> CurveData | None:
    """The as-is curve of the persona by whom a to-be is read."""
    lead = data.lead()
    dotted = (curve for curve in data.curves if curve.dotted)
    return next((curve for curve in dotted if lead and curve.persona_id == lead.persona_id), None)


def steps(context: Context, data: MapData) -> Iterable[b.Block]:
    """An as-is journey as a table: what the picture shows, for those who cannot see it."""
    _ = context.gettext
    if data.kind != "as_is" or not data.steps:
        return
    curves = [curve for curve in data.curves if not curve.dotted][:2]
    columns = (
        b.Column("", 10, "number"),
        b.Column(_("Step"), 50),
        b.Column(_("Stage"), 40),
        *(b.Column(_("Emotion of {code}", code=curve.code), 32, "number") for curve in curves),
        b.Column(_("Gaps at this step, and the initiatives that close them")),
    )
    rows = []
    for stage in data.stages:
        for step in stage.steps:
            felt = [
                _felt(context, curve, step.id, curves[:place]) for place, curve in enumerate(curves)
            ]
            answers = _answers(context, {step.id})
            rows.append(b.Row((str(step.number), step.name, stage.name, *felt, answers)))
    caption = _("“{title}” step by step", title=data.title)
    tight, whole = len(rows) > ROOMY, len(rows) <= WHOLE
    yield b.Table(columns, tuple(rows), caption, dense=True, tight=tight, whole=whole)


def _felt(context: Context, curve: CurveData, step: Id, before: Collection[CurveData]) -> str:
    """An emotion with the number of excerpts and comments behind it, told once where it is the
    step's own and so that of an emotion before."""
    value = curve.values.get(step)
    if value is None:
        return "–"
    count = curve.counts.get(step)
    if not count or any(step in x.values and x.counts.get(step) == count for x in before):
        return context.written.signed(value)
    n = context.written.n(count)
    return (
        f"{context.written.signed(value)}（{n}）"
        if context.japanese
        else f"{context.written.signed(value)} ({n})"
    )


def difference(context: Context, as_is: MapData, data: MapData) -> Iterable[b.Block]:
    """What a to-be changes, step by step: emotion before and after, its cards, and the gaps."""
    _ = context.gettext
    lead = data.lead()
    before = behind(data)
    if lead is None or before is None:
        return
    became = matched_steps(as_is.steps, data.steps)
    changed: Mapping[tuple[Id, How], int] = Counter(
        (d.step.id, d.how) for d in differences(as_is, data)
    )
    rows = []
    for step in data.steps:
        old, new = before.values.get(step.id), lead.values.get(step.id)
        change = "–" if old is None or new is None else context.written.signed(round(new - old, 1))
        places = {step.id, *(id for id, after in became.items() if after.id == step.id)}
        cells: tuple[b.Cell, ...] = (
            str(step.number), step.name, _value(context, old), _value(context, new), change,
            _cards(context, step.id, changed), _answers(context, places),
        )  # fmt: skip
        rows.append(b.Row(cells))
    columns = (
        b.Column("", 10, "number"),
        b.Column(_("Step"), 50),
        b.Column(_("As-is"), 20, "number"),
        b.Column(_("To-be"), 20, "number"),
        b.Column(context.pgettext("report", "Change"), 22, "number"),
        b.Column(_("Cards"), 52),
        b.Column(_("Gaps at this step, and the initiatives that close them")),
    )
    yield b.Table(
        columns,
        tuple(rows),
        _("What is to change, step by step"),
        _("Emotion of {persona}; the to-be values are aims, not measurements", persona=lead.name),
        dense=True,
        tight=len(rows) > ROOMY,
        whole=len(rows) <= WHOLE,
    )


def _value(context: Context, value: float | None) -> str:
    return "–" if value is None else context.written.signed(value)


def _cards(context: Context, step: Id, changed: Mapping[tuple[Id, How], int]) -> str:
    """How many cards of a step are new, reworded, moved and gone."""
    added, reworded = changed.get((step, "added"), 0), changed.get((step, "changed"), 0)
    moved, gone = changed.get((step, "moved"), 0), changed.get((step, "removed"), 0)
    words = {
        context.ngettext("{count} new", "{count} new", added): added,
        context.ngettext("{count} reworded", "{count} reworded", reworded): reworded,
        context.ngettext("{count} moved", "{count} moved", moved): moved,
        context.ngettext("{count} gone", "{count} gone", gone): gone,
    }
    return ("、" if context.japanese else ", ").join(t for t, n in words.items() if n) or "–"


def _answers(context: Context, steps: Collection[Id]) -> b.Runs:
    """Codes of the gaps at these steps, each with its initiatives."""
    found: list[b.Inline] = []
    for gap in counts.gaps(context):
        if gap.step_id not in steps:
            continue
        found += [b.Text("   ") if found else b.Text(""), b.CodeRef(gap.code)]
        codes = [one.code for one in counts.initiatives_of(context, gap)]
        for code in codes:
            found += [b.Text(" → " if code == codes[0] else " "), b.CodeRef(code)]
    return tuple(run for run in found if run != b.Text("")) or (b.Text("–"),)
