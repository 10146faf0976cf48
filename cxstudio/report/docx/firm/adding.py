"""The styles and lists that a template lacks, added in its sizes and colours."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from cxstudio.report.docx import numbering
from cxstudio.report.docx.firm.reading import WORD, Element, fragment, number, q, value
from cxstudio.report.docx.firm.roles import Styles
from cxstudio.report.docx.style_list import STYLES, StyleSpec
from cxstudio.report.docx.styles import Look, own_styles, paragraph_style
from cxstudio.report.docx.xml import NAMESPACES

_FIXED = {
    "CXTableHead": "CX Table Head", "CXTableText": "CX Table Text",
    "CXTableNumber": "CX Table Number", "Caption": "CX Caption", "Quote": "CX Quote",
}  # fmt: skip
"""Styles of what has a fixed width or belongs to one page, with the name of a smaller one."""
_EAST_ASIAN = "w:rPr/w:rFonts[@w:eastAsia]"
_MUCH_LARGER = 1.05
_NUMBER_WIDTH = 0.65
"""Millimetres that two digits and the space after them take for each point of their size."""
_BY_ID = {spec.id: spec for spec in STYLES}
_SIZED_BY_TEMPLATE = ("CXMessageWide", "CXFrontHeading", "CXRunningLabel", "CXPageMessage")


def add_styles(
    styles: Styles, roles: dict[str, str], look: Look, first_list: int, *, own_heads: bool = False
) -> None:
    """Add what is missing under our names; ``roles`` then knows every style of ours.

    ``own_heads`` leaves the colour of table heads to the template's table style.
    """
    _shrink(styles, roles, look)
    lacking = [spec for spec in STYLES if spec.id not in roles]
    others = {id_: xml for id_, xml in own_styles(look).items() if id_ not in roles}
    for spec in lacking:
        roles[spec.id] = _free_id(spec.id, styles)
    for id_ in others:
        roles.setdefault(id_, _free_id(id_, styles))
    fitted = [_fitted(spec, roles, first_list) for spec in lacking]
    fitted = [_hung(spec, hanging(styles, roles)) for spec in fitted]
    if own_heads:
        fitted = [replace(s, colour="") if s.name == "CX Table Head" else s for s in fitted]
    paragraphs = [paragraph_style(spec, look) for spec in fitted]
    ours = {spec.id for spec in STYLES}
    plain = [_renamed(xml, id_, roles) for id_, xml in others.items() if id_ not in ours]
    for element in fragment("".join(paragraphs + plain)):
        _write_japanese(element, styles, roles, look)
        styles.root.append(element)
        styles.by_id[element.get(q("styleId"), "")] = element
    set_language(styles.root, look)


def _shrink(styles: Styles, roles: dict[str, str], look: Look) -> None:
    """Where the template's table text, captions and quotations are larger than our columns and
    pages are made for: on them, smaller.

    The template's own style stays as it is; ours is based on it and sets size, line and space.
    """
    for spec in STYLES:
        theirs = roles.get(spec.id)
        if spec.id not in _FIXED or theirs is None:
            continue
        points = look.points(spec.size or (8.5, 8.5))
        if styles.size(theirs) > points * _MUCH_LARGER:
            ours = StyleSpec(
                _free_id(f"CX{spec.id.removeprefix('CX')}", styles), _FIXED[spec.id], theirs,
                spec.size or (8.5, 8.5), line=spec.line or (1.15, 13), space=spec.space or (0, 0),
                align=spec.align, keep_next=spec.keep_next,
            )  # fmt: skip
            for element in fragment(paragraph_style(ours, look)):
                _write_japanese(element, styles, roles, look)
                styles.root.append(element)
                styles.by_id[ours.id] = element
            roles[spec.id] = ours.id


def _free_id(id_: str, styles: Styles) -> str:
    while id_ in styles.by_id:
        id_ += "CX"
    return id_


def _fitted(spec: StyleSpec, roles: dict[str, str], first_list: int) -> StyleSpec:
    """The style on the template's own styles, with our lists where they are."""
    listed = spec.numbering + first_list if spec.numbering else spec.numbering
    ours = _BY_ID.get(spec.based_on, spec)
    fitted = replace(
        spec,
        space=spec.space or ours.space,
        line=spec.line or ours.line,
        id=roles[spec.id],
        based_on=roles.get(spec.based_on, ""),
        following=roles.get(spec.following, ""),
        numbering=listed,
    )
    return replace(fitted, size=None) if spec.id in _SIZED_BY_TEMPLATE else fitted


def hanging(styles: Styles, roles: dict[str, str]) -> float:
    """Millimetres that a section's number takes in the template's first heading."""
    return max(numbering.HANGING, styles.size(roles.get("Heading1", "")) * _NUMBER_WIDTH)


def _hung(spec: StyleSpec, millimetres: float) -> StyleSpec:
    """The label that repeats on later pages, with its number where the first one has it."""
    if spec.name != "CX Running Label":
        return spec
    return replace(spec, left=millimetres, hanging=millimetres)


def _renamed(xml: str, id_: str, roles: dict[str, str]) -> str:
    """A character or table style on the template's default ones, and default of nothing."""
    for ours in (id_, "DefaultParagraphFont", "TableNormal"):
        xml = xml.replace(f'w:val="{ours}"', f'w:val="{roles[ours]}"')
        xml = xml.replace(f'w:styleId="{ours}"', f'w:styleId="{roles[ours]}"')
    return xml


def _write_japanese(style: Element, styles: Styles, roles: dict[str, str], look: Look) -> None:
    """Japanese and its letters on a paragraph style of ours: one of the template's below it may
    name another language for such text, in which commas stand elsewhere, and a Latin font."""
    if look.language != "ja" or style.get(q("type")) != "paragraph":
        return
    letters = style.find("w:rPr", WORD)
    if letters is None:
        letters = etree.SubElement(style, q("rPr"))
    if letters.find("w:lang", WORD) is None:
        etree.SubElement(letters, q("lang")).set(q("eastAsia"), "ja-JP")
    below = styles.inherited(value(style.find("w:basedOn", WORD)) or "", _EAST_ASIAN)
    if below is not None and letters.find("w:rFonts", WORD) is None:
        body = styles.inherited(roles["Normal"], _EAST_ASIAN)
        if body is None:
            body = styles.root.find("w:docDefaults/w:rPrDefault/w:rPr/w:rFonts", WORD)
        fonts = etree.Element(q("rFonts"))
        for name in ("eastAsia", "eastAsiaTheme"):
            if font := value(body, name):
                fonts.set(q(name), font)
        letters.insert(0, fonts)


def set_language(root: Element, look: Look) -> None:
    """The document's language, which is the report's."""
    defaults = root.find("w:docDefaults/w:rPrDefault/w:rPr", WORD)
    if defaults is None:
        return
    language = defaults.find("w:lang", WORD)
    if language is None:
        language = etree.SubElement(defaults, q("lang"))
    language.set(q("val"), "en-US" if look.language == "ja" else "en-GB")
    language.set(q("eastAsia"), "ja-JP")


def new_numbering() -> Element:
    """The root of a numbering part, for a template without lists."""
    return etree.Element(q("numbering"), nsmap={"w": NAMESPACES["w"]})


def free_list(root: Element) -> int:
    """A number below which all list numbers of the template lie."""
    ids = [value(e, "abstractNumId") for e in root.iterfind("w:abstractNum", WORD)]
    ids += [value(e, "numId") for e in root.iterfind("w:num", WORD)]
    return max((int(number(id_)) for id_ in ids), default=0)


def add_lists(root: Element, look: Look, first: int, restarts: int, number_mm: float) -> None:
    """Our four lists and the further ones that begin at 1, numbered above ``first``; a section's
    number takes so many millimetres."""
    lists_xml = numbering.lists_of(look.palette, first, heading="", hanging=number_mm)
    definitions = fragment("".join(lists_xml))
    first_use = root.find("w:num", WORD)
    for definition in definitions:
        if first_use is None:
            root.append(definition)
        else:
            first_use.addprevious(definition)
    kinds = (numbering.SECTIONS, numbering.APPENDICES, numbering.BULLETS, numbering.NUMBERS)
    lists = [numbering.list_of(first + kind) for kind in kinds]
    again = first + numbering.NUMBERS
    lists += [numbering.numbered_again(again + n, again) for n in range(1, restarts + 1)]
    last = root.findall("w:num", WORD)
    place = last[-1] if last else root[-1]
    for element in reversed(fragment("".join(lists))):
        place.addnext(element)
