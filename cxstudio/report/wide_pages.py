"""Pages on their side that maps and the roadmap fill: of our paper, or of a firm's template."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxstudio.drawing.picture import Picture
from cxstudio.report.context import Context

if TYPE_CHECKING:
    from cxstudio.drawing.roadmap.content import RoadmapData
    from cxstudio.report.docx.pages import Sheet

DESIGNED_MM = 253.0
"""The width that figures on such pages are given in, whatever the page's own."""
_OURS_HIGH_MM = 167.0
_FIRMS_MORE_MM, _FIRMS_LEAD_MM = 2.0, 8.0
"""What a firm's headings and captions take of its lying pages beyond ours, and what its lead does,
by and large."""
_LYING_LESS_MM = 12.0
"""What a message takes less than ours where a firm's pages all lie: it is one line."""
LARGEST_SHARE = 8.0 / 6.5
"""How much larger than its room a drawing may be: its type of 8 points is then of 6.5."""


def width(context: Context) -> float:
    """Millimetres across the text."""
    return _sheet(context).wide[0]


def height(context: Context, ours_mm: float) -> float:
    """How high a picture may be that has so much of our page: on a lower one of a firm's so much
    less that it need not be made smaller there."""
    more = _sheet(context).wide[1] - _OURS_HIGH_MM
    if context.template is None:
        return ours_mm + max(0.0, more)
    return ours_mm + min(0.0, more) - _FIRMS_MORE_MM


def below_message(context: Context, ours_mm: float) -> float:
    """The same where a message stands above."""
    return height(context, ours_mm) + (_LYING_LESS_MM if _sheet(context).lies else 0.0)


def below_lead(context: Context, ours_mm: float) -> float:
    """The same where a lead stands below the heading."""
    return height(context, ours_mm) - (_FIRMS_LEAD_MM if context.template else 0.0)


def figure_mm(context: Context, picture: Picture, larger: float = 1.0) -> float:
    """The width of a figure that shows the picture at its size, or so much larger than that."""
    return picture.width_mm / larger * DESIGNED_MM / width(context)


def drawn_roadmap(
    context: Context, data: RoadmapData, rooms_mm: Sequence[float], most_mm: float
) -> tuple[list[Picture], float]:
    """The roadmap as high as the first of the rooms that holds it, and at most so high; where one
    page would just not hold it, it is drawn larger than the page, and told how much."""
    from cxstudio.drawing.roadmap.picture import fits, roadmap_pages

    across = width(context)
    wanted = [(room, 1.0) for room in rooms_mm]
    wanted += [(rooms_mm[-1] * share, share) for share in (1.1, LARGEST_SHARE)]
    holding = (one for one in wanted if fits(data, across * one[1], one[0], context.language))
    high, larger = next(holding, (rooms_mm[-1], 1.0))
    size, palette = (across * larger, min(high, most_mm * larger)), context.palette
    drawn = roadmap_pages(data, *size, context.language, palette=palette, tell=context.tell)
    return drawn, larger


def _sheet(context: Context) -> Sheet:
    from cxstudio.report import docx

    def sheet() -> Sheet:
        return docx.sheet_of(context.template, context.language, context.paper)

    return context.kept("sheet", sheet)
