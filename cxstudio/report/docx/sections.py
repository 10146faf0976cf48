"""Sections of the report, page by page, and the sections of the document they need."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from cxstudio.report.blocks import (
    Block,
    Columns,
    Contents,
    Cover,
    Heading,
    PageBreak,
    PageMessage,
    Paragraph,
    Section,
    Words,
)
from cxstudio.report.docx import contents, fields, grid, numbering, texts
from cxstudio.report.docx.closer import closer
from cxstudio.report.docx.compose import compose
from cxstudio.report.docx.cover import cover
from cxstudio.report.docx.page import Kind
from cxstudio.report.docx.pages import fill, lead_of
from cxstudio.report.docx.paging import place, stands_whole
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import Entry, Typesetting
from cxstudio.report.docx.xml import ending_section, is_table, paragraph, run, twips, w

_SURE = 0.9
"""The share of its page that is left to the first part of a sheet that needs a second one."""
_CODE_HANGING = {True: 19, False: 21}


@dataclass(slots=True)
class Body:
    """The document's body as it grows. ``setups`` are the ``w:sectPr`` by kind of page.

    ``named`` gives that of pages whose header names a section, where the headers are ours.
    """

    setting: Typesetting
    setups: dict[Kind, str]
    widths: dict[Kind, tuple[float, float, float]]
    """Text width (mm), its ratio to ours, and text height (mm) by kind of page."""
    pieces: list[str] = field(default_factory=list)
    named: Callable[[Kind, str], str] | None = None
    kind: Kind | None = None
    label: str = ""
    """The section that the header names."""
    fresh: bool = True
    """Whether a new page has just begun, so that a heading need not begin one."""

    def turn(self, kind: Kind, label: str = "") -> None:
        """Go on with pages of this kind, in the section with this label."""
        label = label if self.named else ""
        if (kind, label) == (self.kind, self.label):
            return
        if self.kind is not None:
            self._close()
        self.kind, self.label = kind, label
        self.setting.landscape = kind == "landscape"
        self.setting.width, self.setting.page_scale, self.setting.height = self.widths[kind]
        self.fresh = True

    def _close(self) -> None:
        self.pieces = grid.flow(self.pieces, self.setting, closed=True)
        self.pieces[-1] = ending_section(self.pieces[-1], self._setup())

    def _setup(self) -> str:
        if self.named and self.label:
            return self.named(self.kind or "portrait", self.label)
        return self.setups[self.kind or "portrait"]

    def add(self, pieces: list[str]) -> None:
        """Set the pieces on the page."""
        self.pieces += pieces
        self.fresh = self.fresh and not pieces

    def whole(self) -> str:
        """The body's content, ending with the set-up of its last section."""
        pieces = grid.flow(self.pieces, self.setting, closed=True)
        return "".join(pieces) + self._setup()


def write_cover(block: Cover, body: Body) -> None:
    """The cover on a page without header and footer."""
    body.turn("cover")
    body.add(cover(block, body.setting))


def write_section(section: Section, entry: Entry | None, body: Body) -> None:
    """A section: its label and message, then its blocks; each page message begins a page."""
    setting = body.setting
    first = opening_page(section)
    setting.place = entry.number if entry else ""
    setting.letter = entry.number if entry and section.kind == "appendix" else ""
    body.turn(_kind(section, first.landscape if first else section.landscape), section.label)
    if entry is None:
        body.add([_front_heading(section.label, body)])
    else:
        body.add(_opening(section, entry, body))
    lead = section.lead or (first.lead if first else "")
    body.add(texts.lead(lead, setting))
    for message, blocks in _by_page(_after_opening(section)):
        if message is None:
            _add_blocks(_opened_by_contents(blocks, body), body, lead)
            lead = ()
            continue
        next_page(message, section, entry, body)
        here, over = parted(blocks, setting) if message.code else (blocks, [])
        _add_blocks(here, body, message.lead)
        if over:
            next_page(message, section, entry, body, again=True)
            _add_blocks(over, body)


def opening_page(section: Section) -> PageMessage | None:
    """The page message that opens a section which has no message of its own."""
    first = section.blocks[0] if section.blocks else None
    return first if isinstance(first, PageMessage) and not section.message else None


def _after_opening(section: Section) -> tuple[Block, ...]:
    return section.blocks[1:] if opening_page(section) else section.blocks


def _by_page(blocks: Sequence[Block]) -> Iterator[tuple[PageMessage | None, list[Block]]]:
    """The blocks of each page that begins anew, below its message if it has one."""
    message: PageMessage | None = None
    page: list[Block] = []
    for block in blocks:
        if isinstance(block, PageMessage | PageBreak):
            yield message, page
            message = block if isinstance(block, PageMessage) else None
            page = [] if message else [block]
        else:
            page.append(block)
    yield message, page


def parted(blocks: list[Block], setting: Typesetting) -> tuple[list[Block], list[Block]]:
    """What fits below the message of a sheet, and what goes on a second page of it."""

    language, sheet = setting.meta.language, setting.sheet

    def filled(count: int) -> float:
        return fill(blocks[:count], setting.landscape, language, sheet)

    count = len(blocks)
    if place(blocks, setting.landscape, language, sheet).count == 1:
        return blocks, []
    while count > 1 and (filled(count) > _SURE or isinstance(blocks[count - 1], Heading)):
        count -= 1
    return blocks[:count], blocks[count:]


def _add_blocks(blocks: Sequence[Block], body: Body, lead: Words = ()) -> None:
    """What stands on a page below its heading; set closer where it would just not fit."""
    setting = body.setting
    before = lead_of(lead)
    entries = len(setting.outline)
    language = setting.meta.language
    placed = place([*before, *blocks], setting.landscape, language, setting.sheet, entries)
    begin = len(body.pieces)
    for number, block in enumerate(blocks, len(before)):
        setting.fits = number not in placed.moved and not setting.landscape
        before_it = blocks[number - len(before) - 1] if number > len(before) else None
        setting.begins_page = (
            number in (placed.moved if setting.lies else placed.told)
            and not isinstance(before_it, Heading | None)
            and stands_whole(block, setting.landscape, setting.sheet)
        )
        add_block(block, body)
    setting.begins_page = False
    if placed.closer:
        body.pieces[begin:] = closer(body.pieces[begin:], setting, placed.closer)


def add_block(block: Block, body: Body) -> None:
    """One block on the page; a table below a picture is kept off it."""
    last = body.pieces[-1] if body.pieces else ""
    body.setting.below_table = isinstance(block, Paragraph) and is_table(last)
    pieces = compose(block, body.setting)
    room = isinstance(block, Columns) or not body.setting.landscape
    if room and pieces and is_table(pieces[0]) and _is_picture(last, body.setting):
        body.add([grid.separator(body.setting, apart=True)])
    body.add(pieces)


def _is_picture(piece: str, setting: Typesetting) -> bool:
    """Whether a picture stands there, which a table is to be kept off; on a wide page it leaves
    room for words alone."""
    begins = paragraph(setting.style("CXFigure")).partition("</w:pPr>")[0]
    return piece.startswith(begins)


def _kind(section: Section, landscape: bool) -> Kind:
    if landscape:
        return "landscape"
    return "front" if section.kind == "front" else "portrait"


def _break(body: Body) -> str:
    """Where a document section has just begun, the heading's own page break is taken off."""
    if body.fresh:
        return body.setting.held() + w("pageBreakBefore", val=0)
    return "" if body.setting.own_pages else body.setting.held() + w("pageBreakBefore")


def _front_heading(label: str, body: Body) -> str:
    body.setting.level = 1
    style = body.setting.style("CXFrontHeading")
    return paragraph(style, run(label), properties=_break(body))


def _opened_by_contents(blocks: list[Block], body: Body) -> list[Block]:
    """What is left of blocks that begin a page with the list of contents, which is then set as a
    front page of its own."""
    match blocks:
        case [PageBreak(), Contents() as block, *rest]:
            label = contents.title(block, body.setting)
            body.turn("front", label)
            body.add([_front_heading(label, body), *contents.listed(body.setting)])
            return rest
    return blocks


def _opening(section: Section, entry: Entry, body: Body) -> list[str]:
    """Heading 1 with its number from the list, and the message as Heading 2."""
    setting = body.setting
    own_list = _number(section, setting)
    label = fields.bookmark(entry.bookmark, run(section.label), setting)
    properties = _break(body) + own_list + setting.spaced("Heading1") + setting.to_the_left()
    pieces = [paragraph(setting.style("Heading1"), label, properties=properties)]
    setting.level = 1
    if first := opening_page(section):
        pieces.append(_page_message(first, setting, opens=entry))
        setting.place = first.code or setting.place
        setting.level = 2
    elif section.message:
        style = "CXMessageWide" if section.landscape else "Heading2"
        message = fields.bookmark(
            entry.bookmark + "m", run(setting.heading(section.message)), setting
        )
        properties = setting.held() + _unnumbered(section, setting)
        properties += setting.spaced(style) + setting.to_the_left()
        pieces.append(paragraph(setting.style(style), message, properties=properties))
        setting.level = 2
    return pieces


def _number(section: Section, setting: Typesetting) -> str:
    """The list a heading counts in, where its style does not say."""
    if section.kind == "appendix":
        kind = numbering.APPENDICES
    elif not setting.own_numbers:
        kind = numbering.SECTIONS
    else:
        return ""
    return w("numPr", w("ilvl", val=0), w("numId", val=setting.numbering_offset + kind))


def _unnumbered(section: Section, setting: Typesetting) -> str:
    """Under an appendix a template's second level would count on from the last section."""
    appendix = section.kind == "appendix" and not setting.own_pages
    return numbering.UNNUMBERED if appendix else ""


def next_page(
    block: PageMessage, section: Section, entry: Entry | None, body: Body, *, again: bool = False
) -> None:
    """Begin a page: the section's label and the page's message; ``again`` on a second page of a
    sheet."""
    setting = body.setting
    body.turn(_kind(section, block.landscape), section.label)
    setting.place = block.code or (entry.number if entry else "")
    number = run(f"{entry.number}\t") if entry else ""
    label = paragraph(
        setting.style("CXRunningLabel"), number, run(section.label), properties=_break(body)
    )
    setting.level = 3
    lead = [] if again else texts.lead(block.lead, setting)
    body.add([label, _page_message(block, setting, again=again), *lead])


def _page_message(
    block: PageMessage,
    setting: Typesetting,
    opens: Entry | None = None,
    *,
    again: bool = False,
) -> str:
    """The message of a page, a record's code hanging before it.

    It has outline level 3, or 2 where it ``opens`` a section and stands in the contents; said
    ``again`` it has none, and links lead to where it stood first.
    """
    upright = "Heading2" if opens else "CXPageMessage"
    style = setting.style("CXMessageWide" if block.landscape else upright)
    level = w("outlineLvl", val=9 if again else 1 if opens else 2)
    message = run(setting.heading(block.message))
    if opens:
        message = fields.bookmark(opens.bookmark + "m", message, setting)
    space, left = setting.spaced("Heading2"), setting.to_the_left()
    held = setting.held() + ("" if opens or setting.own_pages else numbering.UNNUMBERED)
    if not block.code:
        return paragraph(style, message, properties=held + space + left + level)
    hanging = twips(_CODE_HANGING[block.code[:1] == "I"])
    tab = w("tabs", w("tab", val="left", pos=hanging))
    indent = w("ind", left=hanging, right=twips(6), hanging=hanging)
    code = run(block.code, colour("petrol", setting.palette))
    return paragraph(
        style,
        code if again else fields.anchor(block.code, code, setting),
        run("\t"),
        message,
        properties=held + tab + space + indent + left + level,
    )
