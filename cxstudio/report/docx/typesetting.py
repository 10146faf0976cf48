"""What is true while a report is being set: fixed words, styles, width, place and counters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from cxstudio.report.blocks import Meta
from cxstudio.report.docx.package import Package
from cxstudio.report.docx.pages import A4, Sheet
from cxstudio.report.docx.palette import Palette
from cxstudio.report.docx.style_list import STYLES
from cxstudio.report.docx.styles import Look
from cxstudio.report.docx.xml import w

DOCUMENT = "word/document.xml"
_HEADING_LINE = 264
_ONE_LINE, _SHORT_ENDING = 40, 12
"""Letters of a Latin message that stand in one line, and that its last line has at least."""
SPACES = {spec.id: spec.space for spec in STYLES}


@dataclass(frozen=True, slots=True)
class Entry:
    """A section in the contents: its number, what it says, its bookmark and its page."""

    number: str
    label: str
    message: str
    bookmark: str
    page: int


Outline = list[Entry]


@dataclass(slots=True)
class Typesetting:
    """One writing of one report. Changes as the writer walks from block to block."""

    meta: Meta
    look: Look
    package: Package
    pgettext: Callable[[str, str], str]
    styles: dict[str, str] = field(default_factory=dict)
    """Our style ids to a template's, where the template has its own."""
    targets: frozenset[str] = frozenset()
    """The codes that links can lead to."""
    width: float = 166.0
    """Millimetres of the page or cell that is being filled."""
    landscape: bool = False
    page_scale: float = 1.0
    """Widths of the present page over the widths of ours."""
    in_cell: bool = False
    opens_column: bool = False
    """Whether the next block is the first of a column."""
    below_table: bool = False
    """Whether the next block stands right under a table, which has no space of its own."""
    fits: bool = False
    """Whether the next block is expected to have room on the page it begins on. Then a row of
    columns with tables in them need not be kept whole: LibreOffice thinks such rows higher than
    they are, and would move them."""
    begins_page: bool = False
    """Whether the next block begins a page: a table on pages that lie, of which only a row or two
    would stand below what is before it."""
    dense: bool = False
    in_table: bool = False
    place: str = ""
    """Where the text stands, as the evidence register names it: "4", "I-01", "G-03"."""
    letter: str = ""
    """The appendix, whose figures and tables are numbered with its letter."""
    level: int = 0
    """The last heading level, so that none is skipped."""
    uses: dict[str, dict[str, str]] = field(default_factory=dict)
    """For each evidence code the places that use it, and the bookmark there."""
    anchored: set[str] = field(default_factory=set)
    counters: dict[str, int] = field(default_factory=dict)
    outline: Outline = field(default_factory=list)
    """The numbered sections and appendices, for the contents."""
    numbering_offset: int = 0
    head_fill: str = ""
    """The ground of a table head, where a template sets its heads in white."""
    filled_heads: bool = False
    """Whether the template's table style fills the head, so that words keep off the edges."""
    height: float = 246.0
    """Millimetres from the first to the last line of a page."""
    sheet: Sheet = A4
    """The room on the pages, by which blocks are judged to fit."""
    own_pages: bool = True
    """Whether our Heading 1 is used, which begins a page; a template's may not."""
    own_numbers: bool = True
    """Whether Heading 1 numbers the sections itself."""
    narrow: bool = False
    """Whether the page is too narrow for blocks side by side."""
    theme: dict[str, str] = field(default_factory=dict)
    """The names in the document's theme of colours that are just as there."""

    @property
    def palette(self) -> Palette:
        return self.look.palette

    @property
    def japanese(self) -> bool:
        return self.look.language == "ja"

    @property
    def measure(self) -> float:
        """What designed widths are multiplied with here: 1 in a cell, which is scaled already."""
        return 1.0 if self.in_cell else self.page_scale

    @property
    def lies(self) -> bool:
        """Whether all pages are wider than high, a template's that lie on their side."""
        width, height = self.sheet.upright
        return width > height

    def heading(self, message: str) -> str:
        """A message broken by hand for an upright page, and unbroken where it has a wide one. A
        Latin one does not end with a short word alone in its line."""
        message = message.replace("\n", "" if self.japanese else " ") if self.lies else message
        return message if self.japanese else _ending_together(message)

    @property
    def in_firm_cell(self) -> bool:
        """Beside others in a firm's template, whose headings and lists are made for whole pages."""
        return self.in_cell and not self.own_pages

    def style(self, ours: str) -> str:
        """The id of the style that plays this part in the document."""
        return self.styles.get(ours, ours)

    def next(self, counter: str) -> int:
        """The next number of a counter, from 1."""
        self.counters[counter] = self.counters.get(counter, 0) + 1
        return self.counters[counter]

    def body_text(self) -> str:
        """The style of running text: in a cell it takes the cell's whole width."""
        return self.style("CXCellText" if self.in_cell else "BodyText")

    def held(self) -> str:
        """The property that holds a heading or caption with what follows; our styles have it."""
        return "" if self.own_pages else w("keepNext")

    def spaced(self, ours: str) -> str:
        """Our space before and after, and text to the left, over a template's own style.

        A style of ours has them already. A template's may be set so far apart that a page which
        belongs together would not stay together.
        """
        space = None if self.own_pages else SPACES.get(ours)
        if space is None:
            return ""
        before, after = (round(points * 20) for points in space)
        return w("snapToGrid", val=0) + w(
            "spacing", before=before, beforeAutospacing=0, after=after, afterAutospacing=0,
            line=_HEADING_LINE, lineRule="auto",
        )  # fmt: skip

    def to_the_left(self) -> str:
        """No justification, which would stretch a line that was broken by hand."""
        return "" if self.own_pages else w("jc", val="left")

    @contextmanager
    def cell(self, width: float) -> Iterator[None]:
        """Inside a cell of this width (mm)."""
        before = self.width, self.in_cell
        self.width, self.in_cell = width, True
        yield
        self.width, self.in_cell = before

    @contextmanager
    def table(self, dense: bool) -> Iterator[None]:
        """Inside a table of data, where marks are small and short."""
        before = self.in_table, self.dense
        self.in_table, self.dense = True, dense
        yield
        self.in_table, self.dense = before

    @contextmanager
    def at(self, place: str) -> Iterator[None]:
        """At a place with a name of its own, when there is one."""
        before = self.place
        self.place = place or before
        yield
        self.place = before


def _ending_together(message: str) -> str:
    """The message with its last words bound together, if it is longer than a line."""
    if len(message) <= _ONE_LINE:
        return message
    cut = message.rfind(" ", 0, -_SHORT_ENDING)
    return message[: cut + 1] + message[cut + 1 :].replace(" ", "\u00a0")
