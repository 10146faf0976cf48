"""One section set by the writer of the Word file itself, page by page, for looking at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from cxstudio.report import blocks as b
from cxstudio.report.docx import grid, paging
from cxstudio.report.docx.closer import closer
from cxstudio.report.docx.page import Kind
from cxstudio.report.docx.pages import lead_of
from cxstudio.report.docx.sections import (
    Body,
    add_block,
    next_page,
    opening_page,
    parted,
    write_section,
)
from cxstudio.report.docx.typesetting import Entry


@dataclass(frozen=True)
class SetPages:
    """What stands between two page breaks: elements of the Word file, the set-up of their pages,
    how many of these they are expected to fill, and which pieces begin one of them because they
    did not fit before. `figures` are the pictures and charts in them, in order."""

    pieces: tuple[str, ...]
    setup: str
    kind: Kind
    count: int
    begin: frozenset[int]
    figures: tuple[b.Figure, ...]


@dataclass(frozen=True)
class _Group:
    """Blocks below one heading; `opens` below the section's own, without `page` below none."""

    page: b.PageMessage | None
    lead: b.Words
    blocks: tuple[b.Block, ...]
    landscape: bool
    opens: bool = False
    again: bool = False
    """Whether it is the second page of a sheet."""

    @property
    def before(self) -> list[b.Block]:
        """What the writer counts before the blocks."""
        begun = [] if self.opens or self.page else [b.PageBreak()]
        return [*begun, *lead_of(self.lead)]


def set_section(section: b.Section, entry: Entry, body: Body) -> Iterator[SetPages]:
    """The section's pages in order."""
    for group in _groups(section):
        for part in _parts(group, body):
            yield _set(part, section, entry, body)


def _set(group: _Group, section: b.Section, entry: Entry, body: Body) -> SetPages:
    kind: Kind = "landscape" if group.landscape else "portrait"
    body.turn(kind, section.label)
    body.pieces = []
    setting = body.setting
    if group.opens:
        opening = section.blocks[:1] if opening_page(section) else ()
        write_section(replace(section, blocks=opening), entry, body)
    elif group.page:
        next_page(group.page, section, entry, body, again=group.again)
    before, begun = group.before, len(body.pieces)
    placed = paging.place(
        [*before, *group.blocks], group.landscape, setting.meta.language, setting.sheet
    )
    moved = _begin(group.blocks, {place - len(before) for place in placed.moved})
    begin: set[int] = set()
    for number, block in enumerate(group.blocks):
        setting.fits = number + len(before) not in placed.moved and not group.landscape
        if number in moved:
            begin.add(len(body.pieces))
        add_block(block, body)
        body.pieces = grid.flow(body.pieces, setting)
    pieces = body.pieces
    if placed.closer:
        pieces[begun:] = closer(pieces[begun:], setting, placed.closer)
    setup = body.named(kind, section.label) if body.named else body.setups[kind]
    figures = tuple(one for one in b.walk(group.blocks) if isinstance(one, b.Figure))
    return SetPages(tuple(pieces), setup, kind, placed.count, frozenset(begin), figures)


def _parts(group: _Group, body: Body) -> Iterator[_Group]:
    """The group, or the two pages of a sheet that does not fit on one."""
    if group.page is None or group.opens or not group.page.code:
        yield group
        return
    landscape, body.setting.landscape = body.setting.landscape, group.landscape
    here, over = parted(list(group.blocks), body.setting)
    body.setting.landscape = landscape
    yield replace(group, blocks=tuple(here))
    if over:
        yield replace(group, blocks=tuple(over), lead="", again=True)


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
            now = _Group(None, "", (), now.landscape)
        else:
            now = replace(now, blocks=(*now.blocks, block))
    yield now
