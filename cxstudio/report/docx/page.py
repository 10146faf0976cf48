"""Pages: size, margins, header and footer of each orientation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxstudio.report.blocks import Meta, Paper
from cxstudio.report.docx import fields
from cxstudio.report.docx.pages import Sheet
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import DOCUMENT, Typesetting
from cxstudio.report.docx.words import day, version
from cxstudio.report.docx.xml import paragraph, root, run, twips, w

Kind = Literal["cover", "front", "portrait", "landscape"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page set-up in millimetres. ``nominal`` is the text width that blocks are designed for."""

    width: float
    height: float
    top: float
    bottom: float
    side: float
    header: float
    footer: float
    nominal: float

    @property
    def text_width(self) -> float:
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom

    @property
    def text(self) -> tuple[float, float]:
        return self.text_width, self.text_height


PORTRAIT = Page(210, 297, 29, 22, 22, 13, 10.5, 166)
LANDSCAPE = Page(297, 210, 25, 18, 22, 11, 8.5, 253)
COVER = Page(210, 297, 18, 12, 22, 8, 8, 166)


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a paper. Blocks are designed for A4 and scaled to the width of others."""

    portrait: Page
    landscape: Page
    cover: Page


PAGES: dict[Paper, Pages] = {
    "A4": Pages(PORTRAIT, LANDSCAPE, COVER),
    "Letter": Pages(
        Page(215.9, 279.4, 29, 18, 22, 13, 8.5, 166),
        Page(279.4, 215.9, 25, 18, 22, 11, 8.5, 253),
        Page(215.9, 279.4, 18, 12, 22, 8, 8, 166),
    ),
}


def setup(page: Page, references: str = "") -> str:
    """The ``w:sectPr`` of pages like this that follow a page break."""
    landscape = page.width > page.height
    return w(
        "sectPr",
        references,
        w("type", val="nextPage"),
        w(
            "pgSz", w=twips(page.width), h=twips(page.height),
            orient="landscape" if landscape else None,
        ),
        w(
            "pgMar", top=twips(page.top), right=twips(page.side), bottom=twips(page.bottom),
            left=twips(page.side), header=twips(page.header), footer=twips(page.footer), gutter=0,
        ),
        w("cols", space=708),
        w("docGrid", linePitch=360),
    )  # fmt: skip


def own_sheet(paper: Paper) -> Sheet:
    """The room for text on our own pages."""
    pages = PAGES[paper]
    return Sheet(pages.portrait.text, pages.landscape.text)


def header(name: str, page: Page, label: str, setting: Typesetting, *, fixed: bool) -> str:
    """A header part: the title left, the section right; the reference to it.

    The section is a field that Word works out on every page. Programs that do not know it show its
    result, which is the label of the section that the pages belong to. A ``fixed`` label is text:
    on front pages the field would find the first heading after them.
    """
    title = setting.meta.title.replace("\n", " ")
    section = run(label)
    if not fixed:
        section = fields.begin("STYLEREF 1") + section + fields.end()
    content = paragraph(
        setting.style("Header"), run(f"{title}\t"), section, properties=_tabs(page, setting)
    )
    return _related("header", "hdr", name, content, setting)


def footer(name: str, page: Page, setting: Typesetting) -> str:
    """A footer part: the document's status left, the page's number right; the reference to it."""
    number = fields.simple("PAGE", "1", w("b") + w("bCs") + colour("ink", setting.palette))
    status = run(f"{_status(setting.meta, setting)}\t")
    content = paragraph(setting.style("Footer"), status, number, properties=_tabs(page, setting))
    return _related("footer", "ftr", name, content, setting)


def _tabs(page: Page, setting: Typesetting) -> str:
    """The right tab at the text width, where it is not the style's."""
    if page.text_width == setting.look.width:
        return ""
    return w("tabs", w("tab", val="clear", pos=twips(setting.look.width)),
             w("tab", val="right", pos=twips(page.text_width)))  # fmt: skip


def _related(kind: str, tag: str, name: str, content: str, setting: Typesetting) -> str:
    part = f"word/{kind}_{name}.xml"
    setting.package.put(part, root(tag, content), kind)
    relation = setting.package.relate(DOCUMENT, kind, part)
    return f'<w:{kind}Reference w:type="default" r:id="{relation}"/>'


def _status(meta: Meta, setting: Typesetting) -> str:
    parts = (meta.confidentiality, version(setting), day(meta))
    between = "　" if setting.japanese else " · "
    return between.join(part for part in parts if part)
