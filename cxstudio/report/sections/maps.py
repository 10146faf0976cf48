"""Appendix: each journey map with all its lanes, and its steps as a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from cxstudio.model import Journey
from cxstudio.report import blocks as b
from cxstudio.report import map_figures, narrative
from cxstudio.report.context import Context
from cxstudio.report.map_figures import Wanted
from cxstudio.report.sections import TITLES
from cxstudio.report.sections.journey_steps import difference, steps
from cxstudio.report.sections.journeys import mapped, measured, read
from cxstudio.report.texts import Texts, broken

HEIGHT_MM, MORE_MM = 121.0, 22.0
"""How high a map may be: what heading, caption and source leave of the page; and how much more
where it goes on below no heading."""


def suggest(context: Context) -> Texts:
    """How many maps there are, and that nothing is left out."""
    count = len(mapped(context))
    if not count:
        return Texts(context.gettext("No journey has been mapped yet"))
    message = context.ngettext(
        "{count} journey map shows every lane and every mark",
        "{count} journey maps show every lane and every mark",
        count,
    )
    return Texts(message)


def blocks(context: Context, texts: Texts) -> b.Section:
    """Words, then map and table of each journey, each beginning on a page of its own."""
    return begun(context, texts)()


def begun(context: Context, texts: Texts) -> Callable[[], b.Section]:
    """Begin to draw the maps; what comes is called for the section."""
    journeys = mapped(context)
    drawn = map_figures.begun(context, [_wanted(context, journey) for journey in journeys])
    return lambda: _section(context, texts, journeys, drawn())


def _section(
    context: Context, texts: Texts, journeys: list[Journey], drawn: list[list[b.Figure]]
) -> b.Section:
    shown: list[b.Block] = [*narrative.blocks(context, texts.narrative)]
    for place, (journey, figures) in enumerate(zip(journeys, drawn, strict=True)):
        if place:
            shown.append(b.PageBreak())
        context.tell(1.0, "")
        data = read(context, journey)
        shown += [*figures, *steps(context, data)]
        as_is = context.get(Journey, journey.as_is_id) if journey.as_is_id else None
        if as_is is not None:
            shown += difference(context, read(context, as_is), data)
    shown += _left_out(context)
    return b.Section(
        context.gettext(TITLES["maps"]),
        broken(texts.message, context.language),
        tuple(shown),
        texts.lead,
        kind="appendix",
        landscape=True,
    )


def _wanted(context: Context, journey: Journey) -> Wanted:
    context.tell(0.0, "")
    data = read(context, journey)
    below = partial(measured, context, data)
    return Wanted(data, HEIGHT_MM, below, journey.code, more_mm=MORE_MM)


def _left_out(context: Context) -> list[b.Block]:
    """Which journeys have no map yet, so that nobody looks for one."""
    known = {journey.id for journey in mapped(context)}
    names = [f"{j.code} {j.title}".strip() for j in context.all(Journey) if j.id not in known]
    if not names:
        return []
    said = context.gettext("Without steps yet, and so without a map: {names}.")
    return [b.Paragraph(said.format(names=context.written.joined(names)), "note")]
