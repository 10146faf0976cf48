"""Journey maps as figures: painted one after the other, and packed beside the painting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cxstudio import i18n
from cxstudio.drawing.journey.map import MapData
from cxstudio.drawing.journey.page import begun
from cxstudio.drawing.picture import Picture
from cxstudio.report import blocks as b
from cxstudio.report.context import Context

WIDTH_MM = 253.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A map to be drawn at most so high; `code` stands before its title."""

    data: MapData
    height_mm: float
    subcaption: str
    code: str = ""


def drawn(context: Context, wanted: Iterable[Wanted], count: int) -> list[list[b.Figure]]:
    """The figures of each of the `count` maps; tells of each picture."""
    painted = []
    for place, one in enumerate(wanted):
        words = i18n._("Map {number} of {count}").format(number=place + 1, count=count)
        pictures = []
        size = (WIDTH_MM, one.height_mm)
        for picture in begun(one.data, *size, context.language, palette=context.palette):
            context.tell(place / count, words)
            pictures.append(picture)
        painted.append((one, pictures))
    return [_figures(context, one, [packed() for packed in pictures]) for one, pictures in painted]


def _figures(context: Context, one: Wanted, pictures: list[Picture]) -> list[b.Figure]:
    caption = _caption(context, one.data, one.code)
    return [
        b.Figure(
            picture.png,
            picture.width_mm,
            picture.alt,
            caption=_part(context, caption, number, len(pictures)),
            subcaption=one.subcaption if number == 1 else "",
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
