"""The report as a Word document in the house's own look."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path
from typing import IO

from cxstudio import i18n
from cxstudio.report.blocks import Cover, Report
from cxstudio.report.docx import fonts, kept_text, numbering, page, settings
from cxstudio.report.docx.outline import numbers, outline, targets
from cxstudio.report.docx.package import DOCUMENT_TYPE, Package
from cxstudio.report.docx.sections import Body, write_cover, write_section
from cxstudio.report.docx.styles import Look, styles_part
from cxstudio.report.docx.theme import named, theme_part
from cxstudio.report.docx.typesetting import DOCUMENT, Typesetting
from cxstudio.report.docx.xml import root, w
from cxstudio.report.said import said
from cxstudio.report.telling import Tell, nobody, shares

_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_THEME_TYPE = "application/vnd.openxmlformats-officedocument.theme+xml"


def write(
    report: Report,
    destination: Path | IO[bytes],
    template: Path | None = None,
    tell: Tell = nobody,
) -> None:
    """Write the report; the same report gives the same bytes.

    With a template (.docx or .dotx) its styles, headers, page set-up and colours are used. Raises
    ``TemplateError`` with a sentence for the user when the template cannot be read, and OSError
    when the destination cannot be written; then nothing is left half-written.
    """
    composing, packing = shares(tell, (1, 1))
    if template is not None:
        from cxstudio.report.docx import template as firm

        package = firm.fill(report, template, composing)
    else:
        package = _own(report, composing)
    composing(1.0, "")
    kept_text.keep(said(report), package)
    package.save(destination, packing)


def begun(report: Report, template: Path | None = None) -> Body:
    """The report's body before its first part: set-ups, widths and typesetting, whose package holds
    the styles. Raises TemplateError."""
    if template is None:
        return _own_body(report)
    from cxstudio.report.docx import template as firm

    return firm.begun(report, template)


def _own(report: Report, tell: Tell) -> Package:
    body = _own_body(report)
    setting = body.setting
    write_parts(report, body, tell)
    setting.package.put(DOCUMENT, root("document", w("body", body.whole())), DOCUMENT_TYPE)
    restarts = setting.counters.get("list", 0)
    lists = numbering.numbering_part(setting.palette, restarts)
    put_related("numbering", lists, setting.package)
    return setting.package


def _own_body(report: Report) -> Body:
    package = Package()
    pages = page.PAGES[report.meta.paper]
    sheet = page.own_sheet(report.meta.paper)
    setting = Typesetting(
        meta=report.meta,
        look=Look(report.meta.language, width=pages.portrait.text_width),
        package=package,
        pgettext=i18n.catalogue(report.meta.language).pgettext,
        targets=targets(report),
        outline=outline(report, sheet),
        sheet=sheet,
        theme=named(),
    )
    _put_fixed_parts(setting)
    setups: dict[page.Kind, str] = {
        "cover": page.setup(pages.cover),
        "portrait": page.setup(pages.portrait),
    }
    return Body(setting, setups, _widths(pages), named=_named(pages, setting))


def _widths(pages: page.Pages) -> dict[page.Kind, tuple[float, float, float]]:
    """Text widths, how they compare with those the blocks are designed for, and heights."""

    def room(one: page.Page) -> tuple[float, float, float]:
        return one.text_width, one.text_width / one.nominal, one.text_height

    return {
        "cover": room(pages.cover),
        "front": room(pages.portrait),
        "portrait": room(pages.portrait),
        "landscape": room(pages.landscape),
    }


def write_parts(report: Report, body: Body, tell: Tell) -> None:
    """Cover and sections into the body, in order."""
    entries = iter(body.setting.outline)
    for done, (part, number) in enumerate(numbers(report.parts)):
        tell(done / len(report.parts), "")
        if isinstance(part, Cover):
            write_cover(part, body)
        else:
            write_section(part, next(entries) if number else None, body)


def _named(pages: page.Pages, setting: Typesetting) -> Callable[[page.Kind, str], str]:
    """The set-up of a kind of page with a header that names a section, and our footer."""
    names = count(1)
    papers = {"front": pages.portrait, "portrait": pages.portrait, "landscape": pages.landscape}
    footers = {kind: page.footer(kind, of, setting) for kind, of in papers.items()}

    @cache
    def setup(kind: page.Kind, label: str) -> str:
        of, fixed = papers[kind], kind == "front"
        header = page.header(f"{next(names)}", of, label, setting, fixed=fixed)
        return page.setup(of, header + footers[kind])

    return setup


def _put_fixed_parts(setting: Typesetting) -> None:
    package, language = setting.package, setting.meta.language
    package.relate("", "officeDocument", DOCUMENT)
    put_properties(setting)
    put_related("styles", styles_part(setting.look), package)
    put_related("settings", settings.settings_part(setting), package)
    put_related("fontTable", fonts.font_table(), package)
    package.put("word/theme/theme1.xml", theme_part(language), _THEME_TYPE)
    package.relate(DOCUMENT, "theme", "word/theme/theme1.xml")


def put_properties(setting: Typesetting) -> None:
    """What the document says of itself."""
    package = setting.package
    package.put("docProps/core.xml", settings.core_properties(setting), _CORE_TYPE)
    package.relate("", _CORE, "docProps/core.xml")
    package.put("docProps/app.xml", settings.extended_properties(setting.meta), _APP_TYPE)
    package.relate("", "extended-properties", "docProps/app.xml")


def put_related(kind: str, content: str, package: Package) -> None:
    """A part beside the document, of the kind its name says."""
    name = f"word/{kind}.xml"
    package.put(name, content, kind)
    package.relate(DOCUMENT, kind, name)
