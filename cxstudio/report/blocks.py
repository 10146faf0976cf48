"""The report as a tree of blocks: what it says, without how a writer shows it.

Plain frozen data. The sections build the tree from the engagement; every format (Word, the
preview) is a writer of it. Lengths are in millimetres. Texts are in the report's language.
A line break made by hand is a newline in the text. Built in one go, never changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from cxstudio.report.charts.data import Chart as Chart
from cxstudio.report.inline import Assumption as Assumption
from cxstudio.report.inline import CodeRef as CodeRef
from cxstudio.report.inline import Confidence as Confidence
from cxstudio.report.inline import EvidenceRef as EvidenceRef
from cxstudio.report.inline import Inline as Inline
from cxstudio.report.inline import Lookup as Lookup
from cxstudio.report.inline import Runs as Runs
from cxstudio.report.inline import Text as Text
from cxstudio.report.inline import Tone as Tone
from cxstudio.report.inline import WebLink as WebLink
from cxstudio.report.inline import Words as Words
from cxstudio.report.inline import plain as plain
from cxstudio.report.inline import runs as runs

Language = Literal["en", "ja"]
Audience = Literal["client", "internal"]
Paper = Literal["A4", "Letter"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; ``lead`` is the one paragraph after a message, ``note`` small print."""

    words: Words
    style: Literal["body", "lead", "note"] = "body"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section: level 3 with a rule above, level 4 for a block in columns."""

    level: Literal[3, 4]
    text: str


@dataclass(frozen=True, slots=True)
class PageMessage:
    """A later page of the section with its own message; the section's label is repeated.

    ``code`` (an initiative's or a persona's) stands before the message and is where links to
    that code lead.
    """

    message: str
    code: str = ""
    lead: Words = ""
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Meaning:
    """What this means: the consultant's reading of the page. An empty label is the usual one."""

    words: Words
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list without order."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """A list with numbers, which begin at 1 in every list."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the board is asked to decide: a numbered list in two columns between two rules."""

    items: tuple[Words, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, without quotation marks of its own, and who said them (a pseudonym)."""

    text: str
    attribution: str = ""
    codes: tuple[EvidenceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One large figure; the unit is set smaller, the note holds interval and n."""

    label: str
    figure: str
    unit: str = ""
    note: str = ""
    below_target: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Large figures, ``across`` in a row, parted by hairlines; one in a row stands left of its
    words."""

    figures: tuple[KeyFigure, ...]
    across: int = 4


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says; ``hurts`` gives it the orange ground."""

    label: str
    words: Words
    hurts: bool = False


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts, the label above its value, ``across`` beside each other."""

    facts: tuple[Fact, ...]
    across: int = 4


@dataclass(frozen=True, slots=True)
class Definitions:
    """Label left, sentences right, hairlines between (document control, terms)."""

    facts: tuple[Fact, ...]
    label_mm: float = 34.0


@dataclass(frozen=True, slots=True)
class Heat:
    """A cell on a ramp: step 1 to 5, 0 for none. ``severity`` is orange, ``amount`` petrol."""

    text: str
    step: int
    ramp: Literal["severity", "amount"] = "severity"


ColumnKind = Literal["text", "number", "code", "letter", "heat", "confidence", "marks"]
Cell = Words | Heat | Confidence


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``width`` in millimetres; one column of a table may have 0: it takes the rest.

    ``code`` shows record codes, ``letter`` centres one-letter codes, ``marks`` holds evidence
    marks. A newline in ``head`` breaks it by hand; the unit belongs in the head.
    """

    head: str
    width: float = 0.0
    kind: ColumnKind = "text"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells in column order. ``code`` makes the row the place that links to it lead to.

    ``cut`` draws the budget line under the row.
    """

    cells: tuple[Cell, ...]
    code: str = ""
    bold: bool = False
    total: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data under a caption that is a sentence.

    ``title`` and ``description`` are read aloud by screen readers; without them the caption
    and the heads are used. ``as_figure`` numbers it among the figures (a heat map).
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str
    subcaption: str = ""
    source: Words = ""
    title: str = ""
    description: str = ""
    dense: bool = False
    tight: bool = False
    """Whether its rows stand closer still, so that a table of one page stays on it."""
    as_figure: bool = False
    whole: bool = False
    """Whether it is never parted, as a short table and a heat map never are."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture under a caption that is a sentence; ``png`` at 300 dpi, ``svg`` sharper if given.

    The height follows from the picture. ``alt`` says in words what the picture shows; a
    ``decorative`` picture has none, because its content stands in text beside it. Without a
    caption the picture stands alone (a portrait). A ``chart`` is what the picture shows, for
    formats that draw it themselves.
    """

    png: bytes = field(repr=False)
    width_mm: float
    alt: str
    caption: str = ""
    subcaption: str = ""
    source: Words = ""
    svg: bytes | None = field(default=None, repr=False)
    decorative: bool = False
    chart: Chart | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side. Widths in millimetres without the gaps, which share what is left."""

    columns: tuple[tuple[Block, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A pale box set apart from the text."""

    words: Words
    title: str = ""


@dataclass(frozen=True, slots=True)
class Formula:
    """Formulas beside each other in a pale box, each written in a line: "z = (a − b) / √(n²)".

    ``/`` and ``÷`` stand between the parts of a fraction, ``_`` before a name that is set low.
    """

    formulas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkLegend:
    """The box that explains the evidence marks and the dots of confidence."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of the register. ``kind_note`` is, for instance, "real data" or "one source";
    ``under`` are the codes of the records that rest on it, for where no text cites it."""

    code: str
    kind: str
    says: str
    source: str
    confidence: Literal[1, 2, 3]
    sources: int = 2
    kind_note: str = ""
    under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceRegister:
    """The table of all evidence. Every mark leads to its row; "used in" leads back (computed)."""

    rows: tuple[Evidence, ...]
    caption: str
    source: Words = ""


@dataclass(frozen=True, slots=True)
class Trademark:
    """The trademark notice, wherever the score appears."""

    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page without a heading of its own."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of contents: label, message, page. An empty title is the usual one."""

    title: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page. ``title`` in two or three lines broken by hand; the last one is petrol.

    ``drawing`` is one decorative picture (PNG, 210 × 126 mm); ``logo`` a PNG.
    """

    title: str
    drawing: bytes | None = field(default=None, repr=False)
    logo: bytes | None = field(default=None, repr=False)
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section on pages of its own: its short label, and its message as a sentence.

    ``numbered`` sections count 1, 2 …, appendices A, B …, ``front`` ones (document control)
    neither count nor appear in the contents. ``landscape`` turns the first page; a
    PageMessage says the same for its own. A section without a message whose first block is a
    PageMessage opens with that: it has no page before its first persona or initiative.
    """

    label: str
    message: str = ""
    blocks: tuple[Block, ...] = ()
    lead: Words = ""
    kind: Literal["numbered", "appendix", "front"] = "numbered"
    landscape: bool = False


Block = (
    Paragraph | Heading | PageMessage | Meaning | Bullets | Numbered | Decisions | Quote
    | KeyFigures | Facts | Definitions | Table | Figure | Columns | Box | Formula | MarkLegend
    | EvidenceRegister | Trademark | PageBreak | Contents
)  # fmt: skip
Part = Cover | Section


@dataclass(frozen=True, slots=True)
class Meta:
    """What the whole document says of itself; goes on the cover and into its properties."""

    title: str
    client: str
    date: date
    subtitle: str = ""
    firm: str = ""
    author: str = ""
    version: str = "1.0"
    confidentiality: str = ""
    language: Language = "en"
    audience: Audience = "client"
    paper: Paper = "A4"
    subject: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The deliverable: what it says of itself, then cover and sections in order."""

    meta: Meta
    parts: tuple[Part, ...]


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, those in columns too."""
    for block in blocks:
        yield block
        if isinstance(block, Columns):
            for column in block.columns:
                yield from walk(column)
