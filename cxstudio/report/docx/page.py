"""Pages: size, margins, header and footer of each orientation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxstudio.report.blocks import Meta, Paper
from cxstudio.report.docx import fields
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


def running_parts(kind: Kind, page: Page, label: str, setting: Typesetting) -> str:
    """Header and footer parts for pages of this kind; the references to them."""
    tab = w("tabs", w("tab", val="clear", pos=twips(setting.look.width)),
            w("tab", val="right", pos=twips(page.text_width)))  # fmt: skip
    moved = tab if page.text_width != setting.look.width else ""
    parts = {
        "header": root("hdr", _header(moved, label, setting)),
        "footer": root("ftr", _footer(moved, setting)),
    }
    references = ""
    for part, content in parts.items():
        name = f"word/{part}_{kind}.xml"
        setting.package.put(name, content, part)
        relation = setting.package.relate(DOCUMENT, part, name)
        references += f'<w:{part}Reference w:type="default" r:id="{relation}"/>'
    return references


def _header(tabs: str, label: str, setting: Typesetting) -> str:
    """Title left; right the section, which Word fills in on every page.

    The field has no result: a program that cannot work it out would show one section's name on
    every page.
    """
    title = setting.meta.title.replace("\n", " ")
    section = run(label) if label else fields.begin("STYLEREF 1") + fields.end()
    return paragraph(setting.style("Header"), run(f"{title}\t"), section, properties=tabs)


def _footer(tabs: str, setting: Typesetting) -> str:
    number = fields.simple("PAGE", "1", w("b") + w("bCs") + colour("ink", setting.palette))
    return paragraph(
        setting.style("Footer"), run(f"{_status(setting.meta, setting)}\t"), number, properties=tabs
    )


def _status(meta: Meta, setting: Typesetting) -> str:
    parts = (meta.confidentiality, version(setting), day(meta))
    between = "　" if setting.japanese else " · "
    return between.join(part for part in parts if part)
