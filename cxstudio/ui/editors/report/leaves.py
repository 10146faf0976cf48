"""A section as it stands on paper: what is between two page breaks, and how many pages that is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cxstudio.report import blocks as b
from cxstudio.report.docx import paging
from cxstudio.report.docx.page import PAGES, Page, own_sheet
from cxstudio.report.docx.pages import lead_of
from cxstudio.ui.editors.report.html import Html


@dataclass(frozen=True)
class Leaf:
    """What stands between two page breaks as rich text, the page it is set on, and how many of them
    it is expected to fill in the Word file."""

    html: str
    page: Page
    count: int


@dataclass(frozen=True)
class _Group:
    """Blocks below one heading; `opens` below the section's own, without `page` below none."""

    page: b.PageMessage | None
    lead: b.Words
    blocks: tuple[b.Block, ...]
    landscape: bool
    opens: bool

    @property
    def headed(self) -> bool:
        """Whether a heading stands above; none does after a mere page break."""
        return self.opens or self.page is not None


def leaves(
    section: b.Section, number: str, html: Html, language: b.Language, paper: b.Paper
) -> tuple[Leaf, ...]:
    """The section with its number, in the order of its pages."""
    pages, sheet = PAGES[paper], own_sheet(paper)
    made = []
    for group in _groups(section):
        before: list[b.Block] = [] if group.headed else [b.PageBreak()]
        before += lead_of(group.lead)
        placed = paging.place([*before, *group.blocks], group.landscape, language, sheet)
        begin = _begin(group.blocks, {moved - len(before) for moved in placed.moved})
        html.room = sheet.size(group.landscape)
        text = _head(section, number, group, html) + html.blocks(group.blocks, begin)
        page = pages.landscape if group.landscape else pages.portrait
        made.append(Leaf(text, page, placed.count))
    return tuple(made)


def _begin(blocks: Sequence[b.Block], moved: set[int]) -> set[int]:
    """Which blocks begin a page: those moved there, or the headings right above them."""
    found = set()
    for place in moved:
        while place > 0 and isinstance(blocks[place - 1], b.Heading):
            place -= 1
        found.add(place)
    return found - {0}


def _groups(section: b.Section) -> Iterator[_Group]:
    """The blocks between page breaks. A section without a message opens with its first page's."""
    now = _Group(None, section.lead, (), section.landscape, opens=True)
    for place, block in enumerate(section.blocks):
        if isinstance(block, b.PageMessage):
            if place or section.message:
                yield now
            opens = not place and not section.message
            lead = (section.lead if opens else "") or block.lead
            now = _Group(block, lead, (), block.landscape, opens)
        elif isinstance(block, b.PageBreak):
            yield now
            now = _Group(None, "", (), now.landscape, opens=False)
        else:
            now = replace(now, blocks=(*now.blocks, block))
    yield now


def _head(section: b.Section, number: str, group: _Group, html: Html) -> str:
    if not group.headed:
        return ""
    message, code = section.message, ""
    if group.page is not None:
        message, code = group.page.message, group.page.code
    return html.head(section, number, message, code, group.landscape) + html.lead(group.lead)
