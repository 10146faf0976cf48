"""The steps of a journey as tables: feeling, gaps and initiatives, and what a to-be changes."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.drawing.journey.map import CurveData, Id, MapData
from cxstudio.model import Journey
from cxstudio.report import blocks as b
from cxstudio.report import counts
from cxstudio.report.context import Context


def behind(data: MapData) -> CurveData | None:
    """The as-is curve of the persona by whom a to-be is read."""
    lead = data.lead()
    dotted = (curve for curve in data.curves if curve.dotted)
    return next((curve for curve in dotted if lead and curve.persona_id == lead.persona_id), None)


def steps(context: Context, journey: Journey, data: MapData) -> Iterable[b.Block]:
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
    place = 0
    for stage in data.stages:
        for step in stage.steps:
            felt = [_felt(context, curve, step.id) for curve in curves]
            answers = _answers(context, journey.id, place)
            rows.append(b.Row((str(step.number), step.name, stage.name, *felt, answers)))
            place += 1
    caption = _("“{title}” step by step", title=data.title)
    yield b.Table(columns, tuple(rows), caption, dense=True)


def _felt(context: Context, curve: CurveData, step: Id) -> str:
    """An emotion with the number of excerpts and comments behind it."""
    value = curve.values.get(step)
    if value is None:
        return "–"
    count = curve.counts.get(step)
    if not count:
        return context.written.signed(value)
    n = context.written.n(count)
    return (
        f"{context.written.signed(value)}（{n}）"
        if context.japanese
        else f"{context.written.signed(value)} ({n})"
    )


def difference(context: Context, journey: Journey, data: MapData) -> Iterable[b.Block]:
    """What a to-be changes, step by step: emotion before and after, and the gaps it answers."""
    _ = context.gettext
    lead = data.lead()
    before = behind(data)
    if journey.as_is_id is None or lead is None or before is None:
        return
    rows = []
    for place, step in enumerate(data.steps):
        old, new = before.values.get(step.id), lead.values.get(step.id)
        change = "–" if old is None or new is None else context.written.signed(round(new - old, 1))
        cells: tuple[b.Cell, ...] = (
            str(step.number), step.name, _value(context, old), _value(context, new), change,
            _answers(context, journey.as_is_id, place),
        )  # fmt: skip
        rows.append(b.Row(cells))
    columns = (
        b.Column("", 10, "number"),
        b.Column(_("Step"), 58),
        b.Column(_("As-is"), 20, "number"),
        b.Column(_("To-be"), 20, "number"),
        b.Column(context.pgettext("report", "Change"), 22, "number"),
        b.Column(_("Gaps at this step, and the initiatives that close them")),
    )
    yield b.Table(
        columns,
        tuple(rows),
        _("What is to change, step by step"),
        _("Emotion of {persona}; the to-be values are aims, not measurements", persona=lead.name),
        dense=True,
    )


def _value(context: Context, value: float | None) -> str:
    return "–" if value is None else context.written.signed(value)


def _answers(context: Context, as_is: int, place: int) -> b.Runs:
    """Codes of the gaps at the step at that place of the as-is, each with its initiatives."""
    journey = context.get(Journey, as_is)
    steps = [step for stage in journey.stages for step in stage.steps] if journey else []
    if place >= len(steps):
        return (b.Text("–"),)
    found: list[b.Inline] = []
    for gap in counts.gaps(context):
        if gap.step_id != steps[place].id:
            continue
        found += [b.Text("   ") if found else b.Text(""), b.CodeRef(gap.code)]
        codes = [one.code for one in counts.initiatives_of(context, gap)]
        for code in codes:
            found += [b.Text(" → " if code == codes[0] else " "), b.CodeRef(code)]
    return tuple(run for run in found if run != b.Text("")) or (b.Text("–"),)
