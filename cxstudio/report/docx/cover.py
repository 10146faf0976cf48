"""The cover: title by hand in lines, one sentence, four facts, one drawing behind the text."""

from __future__ import annotations

from cxstudio.report.blocks import Cover
from cxstudio.report.docx import figures, grid
from cxstudio.report.docx.page import PAGES
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.words import day, edition
from cxstudio.report.docx.xml import paragraph, run, twips, w

_DRAWING = (210.0, 126.0)
_LOGO_HEIGHT = 10.0
_FACTS = (55.0, 45.0, 29.0, 37.0)
_BINDINGS = {
    "client": ("category", "cp"),
    "status": ("contentStatus", "cp"),
}


def cover(block: Cover, setting: Typesetting) -> list[str]:
    """The first page's paragraphs and tables."""
    return grid.flow(
        [
            _top(block, setting),
            _title(block, setting),
            _rule(block, setting),
            paragraph(setting.style("Subtitle"), run(setting.meta.subtitle)),
            *_facts(block, setting),
        ],
        setting,
        closed=True,
    )


def _top(block: Cover, setting: Typesetting) -> str:
    """Logo left, confidentiality label right; as high as to bring the title to its place."""
    widths = grid.columns_in_twips([setting.width / 2] * 2)
    label = run(setting.meta.confidentiality, w("b") + w("bCs") + colour("ink2", setting.palette))
    style = setting.style("CXFactLabel")
    left = paragraph(style, _logo(block, setting))
    right = paragraph(style, label, properties=w("jc", val="right"))
    cells = [grid.cell(widths[0], left), grid.cell(widths[1], right)]
    return grid.table(
        setting.style("CXLayout"), widths, [grid.row(cells, height=twips(27), exact=True)]
    )


def _logo(block: Cover, setting: Typesetting) -> str:
    if not block.logo:
        return ""
    across, down = figures.pixels(block.logo)
    width = min(_LOGO_HEIGHT * across / down, 60.0)
    return figures.in_line(block.logo, width, setting.meta.firm, setting)


def _title(block: Cover, setting: Typesetting) -> str:
    *first, last = block.title.split("\n")
    above = run("\n".join(first) + "\n") if first else ""
    return paragraph(setting.style("Title"), above, run(last, colour("petrol", setting.palette)))


def _rule(block: Cover, setting: Typesetting) -> str:
    """The short rule, which also holds the drawing."""
    line = w("pBdr", w("top", val="single", sz=18, space=1, color=setting.palette.petrol))
    spacing = w("spacing", before=120, after=0, line=120, lineRule="exact")
    indent = w("ind", right=twips(setting.width - 18))
    drawing = ""
    if block.drawing and setting.own_pages:
        page = PAGES[setting.meta.paper].cover
        tall = _DRAWING[1] * page.width / _DRAWING[0]
        size = page.width, tall, page.height - tall
        drawing = figures.backdrop(block.drawing, *size, setting)
    return paragraph(setting.style("Normal"), drawing, properties=line + spacing + indent)


def _facts(block: Cover, setting: Typesetting) -> list[str]:
    """For, by, date and version, as controls on the document's properties."""
    meta = setting.meta
    shown = (
        (setting.pgettext("report", "Prepared for"), meta.client, "client"),
        (setting.pgettext("report", "Prepared by"), meta.firm or meta.author, ""),
        (setting.pgettext("report", "Date"), day(meta), ""),
        (setting.pgettext("report", "Version"), block.edition or edition(setting), "status"),
    )
    scale = setting.width / sum(_FACTS)
    widths = grid.columns_in_twips([width * scale for width in _FACTS])
    line = grid.edge("top", 0.5, setting.palette.rule)
    space = grid.margins(top=2.4, right=2)
    cells = [
        grid.cell(
            width,
            paragraph(setting.style("CXFactLabel"), run(label))
            + paragraph(setting.style("CXFactValue"), _control(label, value, binding)),
            borders=line,
            margins=space,
        )
        for width, (label, value, binding) in zip(widths, shown, strict=True)
    ]
    gap = paragraph(
        setting.style("CXSeparator"), properties=w("spacing", before=twips(18), after=0)
    )
    return [gap, grid.table(setting.style("CXLayout"), widths, [grid.row(cells)])]


def _control(label: str, value: str, binding: str) -> str:
    """The value in a content control; bound to a core property where there is one for it."""
    bound = ""
    if binding:
        name, prefix = _BINDINGS[binding]
        bound = w(
            "dataBinding",
            prefixMappings="xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/core-properties'",
            xpath=f"/{prefix}:coreProperties[1]/{prefix}:{name}[1]",
            storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
        )
    properties = w("sdtPr", w("alias", val=label), bound, w("text"))
    return w("sdt", properties, w("sdtContent", run(value)))
