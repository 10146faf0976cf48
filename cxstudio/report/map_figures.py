"""Journey maps as figures, drawn while the rest of the report is built where that can be done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from cxstudio import i18n
from cxstudio.drawing.face import drawn_in
from cxstudio.drawing.journey.map import MapData
from cxstudio.drawing.journey.page import page_of
from cxstudio.drawing.picture import Drawing, Picture
from cxstudio.report import blocks as b
from cxstudio.report import wide_pages
from cxstudio.report.context import Context

Drawn = tuple[list[Picture], int]  # and how many lanes are left out


@dataclass(frozen=True, slots=True)
class Wanted:
    """A map to be drawn at most so high on our page, and so much more where it goes on: all of it,
    or of `telling` ones the lanes that carry the message. `below` gives what is said below, by the
    lanes left out; `code` is before its title."""

    data: MapData
    height_mm: float
    below: Callable[[int], str]
    code: str = ""
    telling: bool = False
    more_mm: float = 0.0


def begun(context: Context, wanted: Iterable[Wanted]) -> Callable[[], list[list[b.Figure]]]:
    """Begin to draw maps; what comes is called for the figures of each, and tells of each."""
    return partial(_drawn, context, [(one, context.draw(_drawing(context, one))) for one in wanted])


def _drawing(context: Context, one: Wanted) -> Drawing[Drawn]:
    look = (context.language, context.palette)
    high = wide_pages.below_message if one.telling else wide_pages.height
    size = (wide_pages.width(context), high(context, one.height_mm))
    page = partial(page_of, one.data, *size, *look, one.telling, one.more_mm)
    return partial(drawn_in, context.face, page)


def _drawn(context: Context, drawings: list[tuple[Wanted, Drawing[Drawn]]]) -> list[list[b.Figure]]:
    figures, count = [], len(drawings)
    for place, (one, drawing) in enumerate(drawings):
        words = i18n._("Map {number} of {count}").format(number=place + 1, count=count)

        def tell(share: float, _doing: str, place: int = place, words: str = words) -> None:
            context.tell((place + share) / count, words)

        tell(0.0, "")
        pictures, left_out = drawing(tell)
        figures.append(_figures(context, one, pictures, left_out))
    return figures


def _figures(
    context: Context, one: Wanted, pictures: list[Picture], left_out: int
) -> list[b.Figure]:
    caption = _caption(context, one.data, one.code)
    if one.telling:
        caption += _told(context, one.data)
    return [
        b.Figure(
            picture.png,
            wide_pages.figure_mm(context, picture),
            picture.alt,
            caption=_part(context, caption, number, len(pictures)),
            subcaption=one.below(left_out) if number == 1 else "",
            svg=picture.svg,
        )
        for number, picture in enumerate(pictures, 1)
    ]


def _part(context: Context, caption: str, part: int, parts: int) -> str:
    if parts == 1:
        return caption
    return context.gettext(
        "{caption} (part {part} of {parts})", caption=caption, part=part, parts=parts
    )


def _caption(context: Context, data: MapData, code: str) -> str:
    _ = context.gettext
    kind = context.word("journey_kind", data.kind)
    title = f"{code} {data.title}" if code else data.title
    caption = _("{kind} journey “{title}”", kind=kind, title=title)
    personas = [curve.code for curve in data.curves if not curve.dotted]
    if not personas:
        return caption
    named = context.ngettext(
        "persona {names}",
        "personas {names}",
        len(personas),
        names=context.written.joined(personas),
    )
    return _("{caption}, {personas}", caption=caption, personas=named)


def _told(context: Context, data: MapData) -> str:
    """How many pain points the map has and where the feeling breaks; nothing without one."""
    lanes = {lane.id for lane in data.lanes if lane.kind == "pain_points"}
    count = sum(card.lane_id in lanes for card in data.cards)
    lowest = next((step for step in data.steps if step.id == data.breaks()), None)
    if not count or lowest is None:
        return ""
    return context.colon + context.ngettext(
        "{count} pain point, the lowest feeling at step {number}",
        "{count} pain points, the lowest feeling at step {number}",
        count,
        number=lowest.number,
    )
