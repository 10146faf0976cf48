"""Customer journeys: each map as pictures on landscape pages, and a to-be against its as-is."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.drawing.journey.map import CurveData, Id, MapData
from cxstudio.drawing.journey.page import page as map_pages
from cxstudio.drawing.journey.read import map_data
from cxstudio.formats import signed
from cxstudio.model import Journey
from cxstudio.report import blocks as b
from cxstudio.report import counts, narrative
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES
from cxstudio.report.texts import Texts, broken

WIDTH_MM, HEIGHT_MM = 253.0, 119.0
THIRD = 79.0


def suggest(context: Context) -> Texts:
    """Where the first journey breaks, or that there is none."""
    _ = context.gettext
    journeys = context.all(Journey)
    if not journeys:
        return Texts(_("No journey has been mapped yet"))
    first = _map(context, journeys[0])
    breaks = [line for line in (_breaks(context, first), _holds(context, first)) if line]
    return Texts(message(context, first), "", "\n".join(breaks))


def blocks(context: Context, texts: Texts) -> b.Section:
    """The first map opens the section; each other one has pages with its own message."""
    _ = context.gettext
    journeys = context.all(Journey)
    told = _told(context, texts.narrative)
    if not journeys:
        return b.Section(_(TITLES["journeys"]), texts.message, told, texts.lead)
    shown: list[b.Block] = [
        *_pictures(context, journeys[0], lead=bool(texts.lead)),
        *told,
        *_steps(context, journeys[0]),
    ]
    for journey in journeys[1:]:
        data = _map(context, journey)
        said = broken(message(context, data), context.language)
        shown.append(b.PageMessage(said, journey.code, landscape=True))
        shown += _pictures(context, journey)
        shown += _steps(context, journey)
        shown += _difference(context, journey, data)
    return b.Section(
        _(TITLES["journeys"]),
        broken(texts.message, context.language),
        tuple(shown),
        texts.lead,
        landscape=True,
    )


def _map(context: Context, journey: Journey) -> MapData:
    return map_data(
        context.session,
        journey.id,
        audience=context.audience,
        language=context.language,
        chain=context.chain,
    )


def message(context: Context, data: MapData) -> str:
    """The journey in a sentence: where it is lowest, or that no feeling is known."""
    low = _extreme(data, min)
    if data.kind == "to_be" and low:
        gain = _gain(data)
        if gain is not None:
            return context.gettext(
                "{title}: the lowest point rises from {before} to {after}",
                title=data.title, before=signed(gain[0]), after=signed(gain[1]),
            )  # fmt: skip
    if low is None:
        return context.gettext("{title}: no feeling is known yet", title=data.title)
    return context.gettext(
        "{title}: lowest at step {number}, {name} ({value})",
        title=data.title, number=low[1], name=low[2], value=signed(low[0]),
    )  # fmt: skip


def _extreme(data: MapData, pick: object) -> tuple[float, int, str] | None:
    """The lowest or highest value of the lead curve with its step."""
    lead = data.lead()
    known = [
        (value, step.number, step.name)
        for step in data.steps
        if lead and (value := lead.values.get(step.id)) is not None
    ]
    return pick(known, key=lambda one: one[0]) if known else None  # type: ignore[operator]


def _gain(data: MapData) -> tuple[float, float] | None:
    """The lowest value of the as-is behind a to-be, and what the same step is to be."""
    lead = data.lead()
    before = _behind(data)
    if lead is None or before is None:
        return None
    pairs = [
        (old, new)
        for step in data.steps
        if (old := before.values.get(step.id)) is not None
        and (new := lead.values.get(step.id)) is not None
    ]
    return min(pairs) if pairs else None


def _behind(data: MapData) -> CurveData | None:
    """The as-is curve of the persona by whom a to-be is read."""
    lead = data.lead()
    dotted = (curve for curve in data.curves if curve.dotted)
    return next((curve for curve in dotted if lead and curve.persona_id == lead.persona_id), None)


def _pictures(context: Context, journey: Journey, *, lead: bool = False) -> Iterable[b.Block]:
    """The map as figures; one that does not fit a page is continued."""
    _ = context.gettext
    data = _map(context, journey)
    height = HEIGHT_MM - (8 if lead else 0)
    pictures = map_pages(data, WIDTH_MM, height, context.language)
    if not pictures:
        return
    kind = context.word("journey_kind", data.kind)
    personas = context.written.joined([c.name for c in data.curves if not c.dotted])
    caption = _("{kind} journey “{title}”", kind=kind, title=data.title)
    if personas:
        caption = _("{caption}, {personas}", caption=caption, personas=personas)
    for number, picture in enumerate(pictures, 1):
        part = _(
            "{caption} (part {part} of {parts})",
            caption=caption, part=number, parts=len(pictures),
        )  # fmt: skip
        yield b.Figure(
            picture.png,
            picture.width_mm,
            picture.alt,
            caption=part if len(pictures) > 1 else caption,
            subcaption=_measured(context, data) if number == 1 else "",
            svg=picture.svg,
        )


def _measured(context: Context, data: MapData) -> str:
    steps = context.ngettext("{count} step", "{count} steps", len(data.steps))
    return context.gettext(
        "{steps}; emotion from {low} to {high}, judged by the team from the evidence; "
        "a step without evidence stays blank",
        steps=steps,
        low=signed(-2),
        high=signed(2),
    )


# ── What breaks, why, what holds ──────────────────────────────────────────────────────────


def _told(context: Context, text: str) -> tuple[b.Block, ...]:
    """The first three paragraphs side by side; more than that, and from a heading on, below."""
    _ = context.gettext
    written = narrative.lines(text)
    heads = [n for n, line in enumerate(written) if line.startswith(narrative.HEADING)]
    first = min(heads[0] if heads else len(written), 3)
    lines = [line.removeprefix(narrative.BULLET) for line in written[:first]]
    if len(lines) < 2:
        return narrative.blocks(context, text)
    titles = (_("What breaks"), _("Why it breaks"), _("What holds"))
    if len(lines) == 2:
        titles = (titles[0], titles[2], "")
    columns = tuple(
        (b.Heading(4, title), b.Paragraph(context.runs(line)))
        for title, line in zip(titles, lines, strict=False)
    )
    rest = narrative.blocks(context, "\n".join(written[first:]))
    return (b.Columns(columns, (THIRD,) * len(columns)), *rest)


def _breaks(context: Context, data: MapData) -> str:
    low = _extreme(data, min)
    if low is None:
        return ""
    return context.gettext(
        "At step {number}, {name}, the feeling is lowest ({value}).",
        number=low[1], name=low[2], value=signed(low[0]),
    )  # fmt: skip


def _holds(context: Context, data: MapData) -> str:
    high = _extreme(data, max)
    if high is None:
        return ""
    return context.gettext(
        "At step {number}, {name}, it is highest ({value}).",
        number=high[1], name=high[2], value=signed(high[0]),
    )  # fmt: skip


# ── The steps in words ───────────────────────────────────────────────────────────────────


def _steps(context: Context, journey: Journey) -> Iterable[b.Block]:
    """An as-is journey as a table: what the picture shows, for those who cannot see it."""
    _ = context.gettext
    data = _map(context, journey)
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
        return signed(value)
    n = context.written.n(count)
    return f"{signed(value)}（{n}）" if context.japanese else f"{signed(value)} ({n})"


def _difference(context: Context, journey: Journey, data: MapData) -> Iterable[b.Block]:
    """What a to-be changes, step by step: emotion before and after, and the gaps it answers."""
    _ = context.gettext
    lead = data.lead()
    before = _behind(data)
    if journey.as_is_id is None or lead is None or before is None:
        return
    rows = []
    for place, step in enumerate(data.steps):
        old, new = before.values.get(step.id), lead.values.get(step.id)
        change = "–" if old is None or new is None else signed(round(new - old, 1))
        cells: tuple[b.Cell, ...] = (
            str(step.number), step.name, _value(old), _value(new), change,
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


def _value(value: float | None) -> str:
    return "–" if value is None else signed(value)


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
