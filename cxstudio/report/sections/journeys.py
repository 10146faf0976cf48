"""Customer journeys: each map on one landscape page, and what it says in words below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from cxstudio.drawing.journey.map import MapData
from cxstudio.drawing.journey.read import MapReader
from cxstudio.drawing.journey.read_cards import Known
from cxstudio.model import Journey
from cxstudio.report import blocks as b
from cxstudio.report import map_figures, narrative
from cxstudio.report.context import Context
from cxstudio.report.map_figures import Wanted
from cxstudio.report.sections import TITLES
from cxstudio.report.sections.journey_lanes import room
from cxstudio.report.sections.journey_steps import behind
from cxstudio.report.texts import PageText, Texts, broken

THIRD = 79.0


def suggest(context: Context) -> Texts:
    """Where the first journey breaks, or that there is none."""
    _ = context.gettext
    journeys = mapped(context)
    if not journeys:
        return Texts(_("No journey has been mapped yet"))
    first = read(context, journeys[0])
    return Texts(message(context, first), "", "\n".join(_computed(context, first)))


def blocks(context: Context, texts: Texts) -> b.Section:
    """A page for each journey: the map in the lanes that carry the message, and what it says."""
    return begun(context, texts)()


def begun(context: Context, texts: Texts) -> Callable[[], b.Section]:
    """Begin to draw the maps; what comes is called for the section."""
    _ = context.gettext
    journeys = mapped(context)
    common, pages = narrative.by_page(texts.narrative)
    told = _told(context, narrative.lines(common))
    said = broken(texts.message, context.language)
    if not journeys:
        section = b.Section(_(TITLES["journeys"]), texts.message, told, texts.lead)
        return lambda: section
    first = _Page(journeys[0], said, texts.lead, told)
    later = [_page(context, j, pages.get(j.code, narrative.PageWords())) for j in journeys[1:]]
    drawn = map_figures.begun(context, [_wanted(context, page) for page in (first, *later)])
    return lambda: _section(context, first, later, drawn())


def _section(
    context: Context, first: _Page, later: list[_Page], drawn: list[list[b.Figure]]
) -> b.Section:
    pictures, *others = drawn
    shown: list[b.Block] = [*pictures, *first.told]
    for page, figures in zip(later, others, strict=True):
        shown.append(b.PageMessage(page.said, page.journey.code, landscape=True))
        shown += [*figures, *page.told]
    return b.Section(
        context.gettext(TITLES["journeys"]),
        first.said,
        tuple(shown),
        first.lead,
        landscape=True,
    )


def pages(context: Context) -> tuple[PageText, ...]:
    """The journeys after the first, whose message is the section's."""
    later = mapped(context)[1:]
    return tuple(PageText(one.code, message(context, read(context, one))) for one in later)


@dataclass(frozen=True, slots=True)
class _Page:
    """A journey with what is said above its map and told below."""

    journey: Journey
    said: str
    lead: b.Words
    told: tuple[b.Block, ...]


def _page(context: Context, journey: Journey, written: narrative.PageWords) -> _Page:
    """The page of a later journey, in the consultant's words where there are some."""
    data = read(context, journey)
    said = broken(written.message or message(context, data), context.language)
    lines = list(written.lines) or _computed(context, data)
    return _Page(journey, said, "", _told(context, lines, data.kind == "to_be"))


def _wanted(context: Context, page: _Page) -> Wanted:
    """The map on one page; a journey of too many steps for that is continued."""
    data = read(context, page.journey)
    height = room(context.language, page.said, page.lead, page.told)
    return Wanted(data, height, partial(measured, context, data), page.journey.code, telling=True)


def mapped(context: Context) -> list[Journey]:
    """The journeys that have a step; without one there is no map to show."""
    return [one for one in context.all(Journey) if any(stage.steps for stage in one.stages)]


def read(context: Context, journey: Journey) -> MapData:
    """The map as this reader may see it, read once."""
    known = context.kept("records on maps", lambda: _known(context))
    return context.kept(("map", journey.id), lambda: _read(context, journey, known))


def _read(context: Context, journey: Journey, known: Known) -> MapData:
    context.tell(0.0, "")
    return MapReader(context.session, journey.id, known, context.audience).whole()


def _known(context: Context) -> Known:
    context.tell(0.0, "")
    return Known(context.session, context.chain, context.language)


def message(context: Context, data: MapData) -> str:
    """The journey in a sentence: where it is lowest, or that no feeling is known."""
    low, written = _extreme(data, min), context.written
    if data.kind == "to_be" and low:
        gain = _gain(data)
        if gain is not None:
            return context.gettext(
                "{title}: the lowest point rises from {before} to {after}",
                title=data.title, before=written.signed(gain[0]), after=written.signed(gain[1]),
            )  # fmt: skip
    if low is None:
        return context.gettext("{title}: no feeling is known yet", title=data.title or data.code)
    return context.gettext(
        "{title}: lowest at step {number}, {name} ({value})",
        title=data.title, number=low[1], name=low[2], value=context.written.signed(low[0]),
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
    before = behind(data)
    if lead is None or before is None:
        return None
    pairs = [
        (old, new)
        for step in data.steps
        if (old := before.values.get(step.id)) is not None
        and (new := lead.values.get(step.id)) is not None
    ]
    return min(pairs) if pairs else None


def measured(context: Context, data: MapData, left_out: int = 0) -> str:
    """What the map measures, and how many of its lanes stand in the appendix only."""
    steps = context.ngettext("{count} step", "{count} steps", len(data.steps))
    told = context.gettext(
        "{steps}; emotion from {low} to {high}, judged from the evidence (n); blank without any.",
        steps=steps, low=context.written.signed(-2, 0), high=context.written.signed(2, 0),
    )  # fmt: skip
    if not left_out:
        return told
    more = context.ngettext(
        "{count} more lane and all marks: appendix “{appendix}”.",
        "{count} more lanes and all marks: appendix “{appendix}”.",
        left_out,
        appendix=context.gettext(TITLES["maps"]),
    )
    return context.sentences(told, more)


# ── What breaks, why, what holds ──────────────────────────────────────────────────────────


def _told(context: Context, written: list[str], aims: bool = False) -> tuple[b.Block, ...]:
    """The first three paragraphs side by side; more than that, and from a heading on, below."""
    _ = context.gettext
    heads = [n for n, line in enumerate(written) if line.startswith(narrative.HEADING)]
    first = min(heads[0] if heads else len(written), 3)
    lines = [line.removeprefix(narrative.BULLET) for line in written[:first]]
    if len(lines) < 2:
        return narrative.blocks(context, "\n".join(written))
    titles = (_("What breaks"), _("Why it breaks"), _("What holds"))
    if aims:
        titles = (_("What changes"), _("What it takes"), _("What stays open"))
    if len(lines) == 2:
        titles = (titles[0], titles[1] if aims else titles[2], "")
    columns = tuple(
        (b.Heading(4, title), b.Paragraph(context.runs(line)))
        for title, line in zip(titles, lines, strict=False)
    )
    rest = narrative.blocks(context, "\n".join(written[first:]))
    return (b.Columns(columns, (THIRD,) * len(columns)), *rest)


def _computed(context: Context, data: MapData) -> list[str]:
    """Where an as-is journey breaks and what holds, as far as the emotions say."""
    if data.kind != "as_is":
        return []
    return [line for line in (_breaks(context, data), _holds(context, data)) if line]


def _breaks(context: Context, data: MapData) -> str:
    low = _extreme(data, min)
    if low is None:
        return ""
    return context.gettext(
        "At step {number}, {name}, the feeling is lowest ({value}).",
        number=low[1], name=low[2], value=context.written.signed(low[0]),
    )  # fmt: skip


def _holds(context: Context, data: MapData) -> str:
    high = _extreme(data, max)
    if high is None:
        return ""
    return context.gettext(
        "At step {number}, {name}, it is highest ({value}).",
        number=high[1], name=high[2], value=context.written.signed(high[0]),
    )  # fmt: skip
