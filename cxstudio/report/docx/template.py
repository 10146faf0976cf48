"""The report in a firm's own template (.docx or .dotx), and the colours such a report has."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from lxml import etree

from cxstudio import i18n
from cxstudio.report.blocks import Cover, Language, Paper, Report
from cxstudio.report.docx import writer
from cxstudio.report.docx.firm import adding, header_form, pages, reading, room
from cxstudio.report.docx.firm.cover import known, own_cover
from cxstudio.report.docx.firm.footers import say_internal
from cxstudio.report.docx.firm.leftovers import without_leftovers
from cxstudio.report.docx.firm.opened import Template, notes, opened
from cxstudio.report.docx.firm.reading import WORD, Element, open_template
from cxstudio.report.docx.firm.roles import Styles
from cxstudio.report.docx.firm.soundness import TemplateError
from cxstudio.report.docx.fonts import JAPANESE, LATIN
from cxstudio.report.docx.outline import outline, targets
from cxstudio.report.docx.package import DOCUMENT_TYPE, Package
from cxstudio.report.docx.page import LANDSCAPE, PORTRAIT, Kind, own_sheet
from cxstudio.report.docx.pages import Sheet
from cxstudio.report.docx.palette import STANDARD, Palette, of_theme
from cxstudio.report.docx.sections import Body
from cxstudio.report.docx.settings import of_today
from cxstudio.report.docx.styles import Look
from cxstudio.report.docx.theme import named
from cxstudio.report.docx.typesetting import DOCUMENT, Typesetting
from cxstudio.report.docx.xml import root as part_root
from cxstudio.report.docx.xml import w
from cxstudio.report.telling import Tell

_BESIDE = 150
"""Under this text width (mm) blocks are set below each other."""
_APTOS_TOO = {"en": 1.05, "ja": 1.0}
"""Our own letters on paper, which fill what pages are measured by, beside their named size."""
_UNKNOWN_LETTERS = 1.03
"""Caution: how wide the letters of a template's typeface are is not known."""


Widths = dict[Kind, tuple[float, float, float]]


def palette(template: Path | None = None) -> dict[str, str]:
    """The colours for charts and pictures as "RRGGBB" by name, and the typefaces of running text,
    ``font`` and ``font_japanese``, "" where the template's theme names none.

    The ramps are ``severity1`` to ``severity5`` and ``amount1`` to ``amount5``. Without a
    template they are the house's own. Raises TemplateError.
    """
    if template is None:
        return _flat(STANDARD, LATIN, JAPANESE)
    package, _macros = open_template(template)
    colours = of_theme(reading.theme_colours(package))
    return _flat(colours, *reading.minor_font(package))


def text_area(template: Path | None = None) -> tuple[float, float]:
    """Width and height (mm) of the text on the pages that most of a report stands on: ours are
    upright, a template's may lie on their side. Raises TemplateError."""
    if template is None:
        return PORTRAIT.text
    firm = opened(template)
    return room.text_size(firm.upright, firm.package, firm.styles)


def sheet_of(template: Path | None, language: Language, paper: Paper = "A4") -> Sheet:
    """The room for text on the pages of a template, or on ours. Raises TemplateError."""
    if template is None:
        return own_sheet(paper)
    firm = opened(template)
    return _sheet(_widths(_setups(firm), firm), _look(firm, language))


def _flat(colours: Palette, font: str, japanese: str) -> dict[str, str]:
    named = {"font": font, "font_japanese": japanese}
    for name, colour in asdict(colours).items():
        if isinstance(colour, str):
            named[name] = colour
        elif isinstance(colour, tuple):
            named |= {f"{name}{step}": shade for step, shade in enumerate(colour, 1)}
    return named


def fill(report: Report, path: Path, tell: Tell) -> Package:
    """The template's package with the report as its content. Raises TemplateError."""
    firm = opened(path)
    package = firm.package
    written = _body(report, firm)
    cover = own_cover(firm.body, written.setting) if _has_cover(report) else []
    if cover:
        _keep(cover, written)
    writer.write_parts(_without_cover(report) if cover else report, written, tell)
    package.put(DOCUMENT, part_root("document", w("body", written.whole())), DOCUMENT_TYPE)
    _put_lists(written.setting, firm.styles)
    _settle_settings(package)
    writer.put_properties(written.setting)
    without_leftovers(package)
    return package


def begun(report: Report, path: Path) -> Body:
    """The body before its first part; its package holds the styles and lists. Raises
    TemplateError."""
    firm = opened(path)
    body = _body(report, firm)
    _put_lists(body.setting, firm.styles)
    return body


def _body(report: Report, firm: Template) -> Body:
    """The empty body; the package has the template's styles and those it lacked."""
    package, styles = firm.package, firm.styles
    if report.meta.audience == "internal":
        say_internal(firm.upright, report.meta.confidentiality, styles.footer, package)
    setups = _setups(firm)
    widths = _widths(setups, firm)
    setting = _setting(report, firm, widths)
    package.put(firm.styles_part, reading.serialized(styles.root))
    header_form.fill(package, styles, known(setting))
    return Body(setting, {kind: pages.as_text(one) for kind, one in setups.items()}, widths)


def _setting(report: Report, firm: Template, widths: Widths) -> Typesetting:
    package, styles = firm.package, firm.styles
    roles = styles.roles()
    settings = reading.part(package, "settings")
    width, _scale, height = widths["portrait"]
    look = _look(firm, report.meta.language, width)
    table = styles.table_style(firm.document, None if settings is None else settings[1])
    if table:
        roles["CXTable"] = table
    lists = reading.part(package, "numbering")
    first = 0 if lists is None else adding.free_list(lists[1])
    own_number = styles.numbered(roles.get("Heading1", ""))
    white_head = "CXTableHead" in roles and not styles.readable(roles["CXTableHead"])
    own_heads = bool(table) and styles.colours_heads(roles["CXTable"])
    adding.add_styles(styles, roles, look, first, own_heads=own_heads)
    sheet = _sheet(widths, look)
    return Typesetting(
        meta=report.meta,
        look=look,
        package=package,
        pgettext=i18n.catalogue(report.meta.language).pgettext,
        styles=roles,
        targets=targets(report),
        outline=outline(report, sheet),
        sheet=sheet,
        numbering_offset=first,
        height=height,
        narrow=width < _BESIDE,
        filled_heads=own_heads,
        head_fill=look.palette.petrol if white_head else "",
        own_pages=False,
        own_numbers=own_number,
        theme=named(reading.theme_colours(package)),
    )


def _look(firm: Template, language: Language, width: float = 0.0) -> Look:
    colours = of_theme(reading.theme_colours(firm.package))
    return Look(language, colours, width, firm.styles.body_size(firm.styles.roles()) / 10)


def _sheet(widths: Widths, look: Look) -> Sheet:
    """The room on the template's pages for letters of its size."""
    ours = _APTOS_TOO[look.language] / _UNKNOWN_LETTERS
    upright, wide = (widths[kind] for kind in ("portrait", "landscape"))
    return Sheet(
        (upright[0], upright[2]),
        (wide[0], wide[2]),
        look.scale / ours,
        look.fixed_scale / ours,
        1 / _UNKNOWN_LETTERS,
    )


def _has_cover(report: Report) -> bool:
    return any(isinstance(part, Cover) for part in report.parts)


def _without_cover(report: Report) -> Report:
    return Report(report.meta, tuple(p for p in report.parts if not isinstance(p, Cover)))


def _keep(cover: list[Element], body: Body) -> None:
    """The template's cover as it is; its own set-up ends it, or a page break."""
    ends_itself = cover[-1].find("w:pPr/w:sectPr", WORD) is not None
    for element in cover:
        etree.cleanup_namespaces(element)
    body.pieces += [etree.tostring(element, encoding="unicode") for element in cover]
    if not ends_itself:
        body.fresh = True


def _setups(firm: Template) -> dict[Kind, Element]:
    later = pages.following(firm.upright)
    lies = pages.is_wide(later)
    wide = later if lies else pages.turned(later, firm.package, firm.styles)
    return {
        "cover": pages.without_running_parts(later),
        "front": later,
        "portrait": later,
        "landscape": wide,
    }


def _widths(setups: dict[Kind, Element], firm: Template) -> Widths:
    """Text widths, how they compare with those the blocks are designed for, and heights."""
    sizes = {kind: room.text_size(one, firm.package, firm.styles) for kind, one in setups.items()}
    designed = {
        kind: LANDSCAPE if pages.is_wide(one) and kind != "cover" else PORTRAIT
        for kind, one in setups.items()
    }
    return {
        kind: (width, width / designed[kind].nominal, height)
        for kind, (width, height) in sizes.items()
    }


def _put_lists(setting: Typesetting, styles: Styles) -> None:
    package = setting.package
    lists = reading.part(package, "numbering")
    restarts = setting.counters.get("list", 0)
    name, root = lists if lists else ("word/numbering.xml", adding.new_numbering())
    number_mm = adding.hanging(styles, setting.styles)
    adding.add_lists(root, setting.look, setting.numbering_offset, restarts, number_mm)
    package.put(name, reading.serialized(root), package.types.get(name, "numbering"))
    package.relate(DOCUMENT, "numbering", name)


def _settle_settings(package: Package) -> None:
    """The settings without the tie to a template elsewhere, and without a prompt on opening."""
    found = reading.part(package, "settings")
    if found is None:
        return
    name, root = found
    for unwanted in ("attachedTemplate", "updateFields", "documentProtection"):
        for element in root.findall(f"w:{unwanted}", WORD):
            root.remove(element)
    _by_rules_of_today(root)
    zoom = root.find("w:zoom", WORD)
    if zoom is not None and reading.value(zoom, "percent") is None:
        zoom.set(reading.q("percent"), "100")
    kept = [r for r in package.relations.get(name, []) if not r.type.endswith("/attachedTemplate")]
    package.relations[name] = kept
    package.put(name, reading.serialized(root))


def _by_rules_of_today(settings: Element) -> None:
    """A template made for a Word of long ago breaks lines and pages, Japanese ones above all, by
    rules that nobody has chosen, and the report would open as one to be converted."""
    for old in settings.findall("w:compat", WORD):
        settings.remove(old)
    place = sum(etree.QName(child).localname not in _AFTER_RULES for child in settings)
    settings.insert(place, reading.fragment(of_today())[0])


_AFTER_RULES = (
    "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang", "clrSchemeMapping",
    "doNotIncludeSubdocsInStats", "doNotAutoCompressPictures", "forceUpgrade", "captions",
    "readModeInkLockDown", "smartTagType", "schemaLibrary", "shapeDefaults",
    "doNotEmbedSmartTags", "decimalSymbol", "listSeparator", "docId", "conflictMode",
    "discardImageEditingData", "defaultImageDpi", "chartTrackingRefBased",
)  # fmt: skip


__all__ = ["TemplateError", "fill", "notes", "palette", "sheet_of", "text_area"]
