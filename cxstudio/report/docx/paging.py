"""On how many pages a part is expected to stand: for the contents until Word has counted.

What may not be parted goes on whole, as Word and LibreOffice set it: a picture with its caption, a
row of a table, blocks beside each other. Word replaces the numbers when the field is updated, and
on printing. Sections begin on a page of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cxstudio.report import blocks as b
from cxstudio.report.docx import pages
from cxstudio.report.docx.pages import A4, Sheet

_SHORT_TABLE, SHORT_LIST = 7, 6
"""Rows and items up to which a table and a list are not parted."""
_HEAD = 8.0
"""Millimetres of a table's head, which is repeated."""
_HANGS_OVER = 1.0
"""Millimetres of space below the last line that need not fit on a page."""
_CLOSER = {False: 0.15, True: 0.1}
"""The share of their height that blocks lose when they are set as close as can be: upright, and
across a page that lies on its side, where fewer lines stand below each other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands on one page: its height, of what is repeated where it begins one, and of the
    least that would be left behind where it does not fit, 0 where it goes on whole (mm)."""

    height: float
    repeated: float = 0.0
    least: float = 0.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Blocks on pages: how many those are, how much closer the blocks are set, from 0 to 1, and
    which of them, by their place in the row, begin a page because they did not fit before; of
    these some do so only if they are told to."""

    count: int = 1
    closer: float = 0.0
    moved: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()


def page_count(part: b.Part, language: b.Language, entries: int, sheet: Sheet = A4) -> int:
    """How many pages the part is expected to fill, at least one.

    ``entries`` is how many sections a list of contents names.
    """
    if isinstance(part, b.Cover):
        return 1
    return sum(
        place(group, landscape, language, sheet, entries).count
        for group, landscape in _groups(part)
    )


def _groups(section: b.Section) -> Iterable[tuple[list[b.Block], bool]]:
    """The blocks between page breaks, and whether they lie on their side."""
    landscape = section.landscape
    blocks, lead = section.blocks, section.lead
    if not section.message and blocks and isinstance(blocks[0], b.PageMessage):
        landscape, lead, blocks = blocks[0].landscape, lead or blocks[0].lead, blocks[1:]
    group: list[b.Block] = [*pages.lead_of(lead)]
    for block in blocks:
        if isinstance(block, b.PageMessage | b.PageBreak):
            yield group, landscape
            if isinstance(block, b.PageMessage):
                group, landscape = [*pages.lead_of(block.lead)], block.landscape
            else:
                group = [block]
        else:
            group.append(block)
    yield group, landscape


def fits(blocks: Sequence[b.Block], language: b.Language, sheet: Sheet) -> bool:
    """Whether blocks are sure to stand on one page below a section's message."""
    return pages.fill(blocks, False, language, sheet) <= sheet.spare


def place(
    group: Sequence[b.Block],
    landscape: bool,
    language: b.Language,
    sheet: Sheet,
    entries: int = 0,
) -> Placed:
    """Where the blocks below a heading are expected to stand; closer, on upright pages, where that
    saves the little that runs over onto one more."""
    filled = pages.fill(group, landscape, language, sheet, entries)
    share = 0.0 if landscape else pages.closeness(filled, sheet.spare)
    if filled <= sheet.spare:
        return Placed(1, share)
    width, height = sheet.size(landscape)
    room = height - pages.heading(group, language, width, height)
    pieces = list(_pieces(group, landscape, sheet, entries))
    most = _CLOSER[width > height]
    placed = _on_pages(pieces, room, height, most * share)
    listed = any(isinstance(block, b.Contents) for block in group)  # whose style is the template's
    if landscape or share or listed or placed.count > pages.FEW:
        return replace(placed, closer=share)
    closer = _on_pages(pieces, room, height, most)
    return replace(closer, closer=1.0) if closer.count < placed.count else placed


def stays_whole(table: b.Table) -> bool:
    """Whether the table is never parted."""
    return table.whole or table.as_figure or len(table.rows) <= _SHORT_TABLE


def stands_whole(block: b.Block, landscape: bool, sheet: Sheet) -> bool:
    """Whether it is a table that begins the next page rather than leave one or two rows behind:
    one that may be parted, or any where pages lie, and that ends on the page which it begins."""
    if not isinstance(block, b.Table) or (landscape and not sheet.lies):
        return False
    if sheet.lies:
        return pages.on_one(block, landscape, sheet)
    return not stays_whole(block) and pages.on_one(block, landscape, sheet, 1.0)


def _on_pages(
    pieces: Sequence[tuple[int, Piece]], room: float, height: float, saved: float
) -> Placed:
    """The pieces on pages; ``saved`` is the share of their height that closer setting saves."""
    count, left = 1, room
    moved: set[int] = set()
    told: set[int] = set()
    begun = -1
    for number, piece in pieces:
        tall = piece.height * (1 - saved)
        if tall > left + _HANGS_OVER:
            told |= {number} if 0 < piece.least * (1 - saved) <= left else set()
            count, left = count + 1, height - piece.repeated
            moved |= {number} - {begun}
        begun = number
        left -= tall
        while left < -_HANGS_OVER:
            count, left = count + 1, left + height
    return Placed(count, moved=frozenset(moved), told=frozenset(told))


def _pieces(
    group: Sequence[b.Block], landscape: bool, sheet: Sheet, entries: int
) -> Iterator[tuple[int, Piece]]:
    """The pieces of the blocks, with the block's place; a heading and a lead stay with what
    follows."""
    held = 0.0
    for number, block in enumerate(group):
        heights = pages.heights(block, landscape, sheet, entries)
        if isinstance(block, b.Heading) or (
            isinstance(block, b.Paragraph) and block.style == "lead"
        ):
            held += sum(heights)
            continue
        few = stands_whole(block, landscape, sheet)
        first, *rest = _held_together(block, heights, 3 if few else 2)
        least = held + sum(heights[:2]) if few else 0.0
        yield number, replace(first, height=first.height + held, least=least)
        yield from ((number, piece) for piece in rest)
        held = 0.0
    yield len(group), Piece(held)


def _held_together(block: b.Block, heights: list[float], first: int) -> list[Piece]:
    """Pieces of what the block consists of: caption with so many first rows, and rows, items, or
    the block itself."""
    whole = [Piece(sum(heights))]
    if isinstance(block, b.Table):
        if stays_whole(block):
            return whole
        return _rows(heights, first)
    if isinstance(block, b.EvidenceRegister):
        return _rows(heights, 1, pages.register_head(block))
    if isinstance(block, b.Bullets) and len(block.items) <= SHORT_LIST:
        return whole
    return [Piece(height) for height in heights] or whole


def _rows(heights: list[float], together: int, head: float = _HEAD) -> list[Piece]:
    """Caption and head with the first rows, each row, and the last ones together."""
    first = together + 1
    middle = heights[first : len(heights) - together]
    ends = sum(heights[:first]), sum(heights[max(len(heights) - together, first) :])
    return [Piece(ends[0]), *(Piece(height, head) for height in [*middle, ends[1]])]
