"""A section as it stands on paper: what is between two page breaks, and how many pages that is."""

from __future__ import annotations

import copyreg
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from cxstudio.drawing.qt import JAPANESE, LATIN
from cxstudio.report import blocks as b
from cxstudio.report.docx import numbering, writer
from cxstudio.report.docx.firm import reading
from cxstudio.report.docx.firm.reading import WORD, Element, value
from cxstudio.report.docx.package import resolve
from cxstudio.report.docx.sections import Body
from cxstudio.report.docx.typesetting import DOCUMENT, Entry
from cxstudio.report.docx.xml import NAMESPACES
from cxstudio.ui.editors.report.chart import chart_image
from cxstudio.ui.editors.report.set_section import SetPages, set_section
from cxstudio.ui.editors.report.word_html import WordHtml
from cxstudio.ui.editors.report.word_lists import Lists
from cxstudio.ui.editors.report.word_looks import Looks, Properties
from cxstudio.ui.editors.report.word_numbers import Numbers
from cxstudio.ui.editors.report.word_runs import MM, Runs

_RELATION = f"{{{NAMESPACES['r']}}}"
_BLIP = f"{{{NAMESPACES['a']}}}blip"
_TWIPS = 1440 / 25.4
_APTOS_IS_SMALLER = 0.5
"""Points that letters of our own look are larger on paper, whose typeface is cut small."""


SERIF = "Noto Serif CJK JP"
"""Stands for a template's typeface with serifs that is not installed."""
_SERIFS = re.compile("明朝|Mincho|Serif|Century|Times|Cambria|Georgia|Garamond")


def _packed(image: QImage) -> tuple[object, ...]:
    """How a picture goes from one process to another."""
    size = image.width(), image.height(), image.bytesPerLine()
    return _unpacked, (bytes(image.constBits()), *size, image.format())


def _unpacked(pixels: bytes, width: int, height: int, line: int, kind: QImage.Format) -> QImage:
    return QImage(pixels, width, height, line, kind).copy()


copyreg.pickle(QImage, _packed)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Ground:
    """A page in millimetres: its size, where its text begins, how large that is, and how far header
    and footer are from its edges."""

    width: float
    height: float
    left: float
    top: float
    text: tuple[float, float]
    header: float
    footer: float


@dataclass(frozen=True)
class Leaf:
    """What stands between two page breaks as rich text, the page it is set on, and how many of them
    it is expected to fill in the Word file; `head` and `foot` stand on each of them."""

    html: str
    page: Ground
    count: int
    head: str = ""
    foot: str = ""


@dataclass(frozen=True)
class Leaves:
    """A section's, with the pictures by the name they have in the text; its first page is the
    report's `first` of so many on the `whole`, both 0 where that is not known."""

    leaves: tuple[Leaf, ...] = ()
    images: dict[str, QImage] = field(default_factory=dict)
    first: int = 0
    whole: int = 0


def leaves(
    section: b.Section,
    number: str,
    meta: b.Meta,
    template: Path | None,
    numbers: Numbers,
    codes: Collection[str] = (),
) -> Leaves:
    """The section with its number, in the order of its pages; `codes` are those of all records,
    which links lead to. Raises TemplateError."""
    body = writer.begun(b.Report(meta, ()), template)
    setting = body.setting
    setting.targets = frozenset(codes)
    setting.counters |= numbers.before(number)
    setting.uses |= numbers.uses
    pages = _Pages(body, section.label, number, firm=template is not None)
    entry = Entry(number, section.label, section.message, "", 0)
    made = tuple(pages.leaf(part) for part in set_section(section, entry, body))
    return Leaves(made, pages.images, numbers.pages.get(number, 0), numbers.whole)


class _Pages:
    """Writes the pages of one section; `images` are the pictures on them."""

    def __init__(self, body: Body, label: str, number: str, *, firm: bool) -> None:
        self.images: dict[str, QImage] = {}
        self._body, self._firm = body, firm
        self._setting = body.setting
        looks = Looks(self._setting.package)
        smaller = 0.0 if firm or self._setting.japanese else _APTOS_IS_SMALLER
        self._figures: Iterator[b.Figure] = iter(())
        runs = Runs(looks, self._figure, partial(self._address, DOCUMENT), self._faces, smaller)
        self._html = WordHtml(
            looks,
            self._lists(),
            runs,
            self._setting.meta.language,
            opening=self._setting.style("Heading1"),
            count=_place(number),
        )
        self._running = partial(Runs, looks, faces=self._faces, smaller=smaller, label=label)
        self._looks = looks

    def _lists(self) -> Lists:
        found = reading.part(self._setting.package, "numbering")
        ours = numbering.numbering_part(self._setting.palette, 0).encode()
        root = found[1] if found else reading.parse(ours)
        return Lists(root, self._setting.numbering_offset + numbering.NUMBERS)

    def leaf(self, part: SetPages) -> Leaf:
        """The part as rich text on its page."""
        elements = [reading.fragment(piece) for piece in part.pieces]
        begin = {elements[place][0] for place in part.begin if elements[place]}
        setup = reading.fragment(part.setup)[0]
        page = _page(setup, self._body.widths[part.kind][2])
        self._figures = iter(part.figures)
        whole = [element for piece in elements for element in piece]
        html = self._html.flow(whole, page.text[0] * MM, begin).html
        head, foot = (self._running_part(kind, setup, page) for kind in ("header", "footer"))
        return Leaf(html, page, part.count, head, foot)

    def _running_part(self, kind: str, setup: Element, page: Ground) -> str:
        """Header or footer of these pages, or nothing."""
        references = setup.findall(f"w:{kind}Reference", WORD)
        default = [one for one in references if value(one, "type") in (None, "default")]
        relation = default[0].get(f"{_RELATION}id", "") if default else ""
        part = self._address(DOCUMENT, relation)
        package = self._setting.package
        if part not in package.parts:
            return ""
        runs = self._running(
            picture=partial(self._logo, part), address=partial(self._address, part)
        )
        html = WordHtml(self._looks, self._lists(), runs, self._setting.meta.language)
        return html.flow(list(reading.parse(package.parts[part])), page.text[0] * MM).html

    def _address(self, source: str, id_: str) -> str:
        """The part, or the address outside, that a relation leads to."""
        for relation in self._setting.package.relations.get(source, []):
            if relation.id == id_:
                return relation.target if relation.external else resolve(source, relation.target)
        return ""

    def _faces(self, letters: Properties) -> str:
        """The template's typefaces, and ours for what they lack; our look has ours alone."""
        if not self._firm:
            return ""
        faces = [letters[name] for name in ("latin", "east") if letters.get(name)]
        others = (SERIF,) if faces and _SERIFS.search(faces[0]) else (LATIN, JAPANESE)
        quoted = (f"'{face.replace(chr(39), '')}'" for face in (*faces, *others))
        return f"font-family:{','.join(quoted)}"

    def _figure(self, _drawing: Element, width: int, height: int) -> str:
        """The next picture or chart of the text."""
        figure = next(self._figures, None)
        if figure is None:
            return ""
        if figure.chart is not None:
            image = chart_image(figure.chart, width / MM, MM, self._setting.palette)
        else:
            image = QImage.fromData(figure.png)
        return self._kept(image, width)

    def _logo(self, part: str, drawing: Element, width: int, _height: int) -> str:
        """A picture in a header or footer."""
        blip = next(drawing.iter(_BLIP), None)
        name = "" if blip is None else self._address(part, blip.get(f"{_RELATION}embed", ""))
        image = QImage.fromData(self._setting.package.parts.get(name, b""))
        return "" if image.isNull() else self._kept(image, width)

    def _kept(self, image: QImage, width: int) -> str:
        name = f"figure:{len(self.images)}"
        smooth = Qt.TransformationMode.SmoothTransformation
        self.images[name] = image.scaledToWidth(max(2 * width, 1), smooth)
        return name


def _page(setup: Element, height: float) -> Ground:
    """The page of a set-up, whose text is so high."""

    def millimetres(group: str, name: str) -> float:
        return abs(reading.number(value(setup.find(f"w:{group}", WORD), name))) / _TWIPS

    width = millimetres("pgSz", "w")
    left = millimetres("pgMar", "left") + millimetres("pgMar", "gutter")
    return Ground(
        width,
        millimetres("pgSz", "h"),
        left,
        millimetres("pgMar", "top"),
        (width - left - millimetres("pgMar", "right"), height),
        millimetres("pgMar", "header"),
        millimetres("pgMar", "footer"),
    )


def _place(number: str) -> int:
    """Where a section stands among its kind: 3 for "3", 2 for "B", 0 for none."""
    if number.isdigit():
        return int(number)
    return ord(number) - ord("A") + 1 if number else 0
