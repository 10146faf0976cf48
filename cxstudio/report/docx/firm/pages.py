"""A template's page set-up: kept upright, turned for wide pages, its header and footer with it."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from cxstudio.report.docx.firm import reading
from cxstudio.report.docx.firm.reading import WORD, Element, parse, q, serialized, value
from cxstudio.report.docx.firm.roles import Styles
from cxstudio.report.docx.package import Package, resolve
from cxstudio.report.docx.typesetting import DOCUMENT
from cxstudio.report.docx.xml import NAMESPACES

_REFERENCES = ("headerReference", "footerReference")
RELATION = f"{{{NAMESPACES['r']}}}id"
_TWIPS = 25.4 / 1440
_A4 = (11906, 16838)


def last_setup(body: Element) -> Element:
    """The set-up of the template's last section, with the headers it shows."""
    shown: dict[tuple[str, str], Element] = {}
    last = etree.Element(q("sectPr"))
    for setup in body.iter(q("sectPr")):
        for reference in setup:
            name = etree.QName(reference).localname
            if name in _REFERENCES:
                shown[name, value(reference, "type") or "default"] = reference
        last = setup
    upright = deepcopy(last)
    for child in list(upright):
        if etree.QName(child).localname in (*_REFERENCES, "type", "sectPrChange"):
            upright.remove(child)
    for reference in reversed(list(shown.values())):
        upright.insert(0, deepcopy(reference))
    _one_column(upright)
    _off_the_grid(upright)
    _with_size(upright)
    return upright


def _one_column(setup: Element) -> None:
    columns = setup.find("w:cols", WORD)
    if columns is not None:
        columns.attrib.pop(q("num"), "")
        for column in list(columns):
            columns.remove(column)


def _off_the_grid(setup: Element) -> None:
    """Letters off a grid of characters, on which our own styles are not set either."""
    grid = setup.find("w:docGrid", WORD)
    if grid is not None and value(grid, "type") in ("linesAndChars", "snapToChars"):
        grid.set(q("type"), "lines")
        grid.attrib.pop(q("charSpace"), "")


def _with_size(setup: Element) -> None:
    """A size and margins, for a template that leaves them to the program."""
    place = sum(etree.QName(child).localname in _BEFORE_SIZE for child in setup)
    if setup.find("w:pgSz", WORD) is None:
        size = etree.Element(q("pgSz"))
        size.set(q("w"), str(_A4[0]))
        size.set(q("h"), str(_A4[1]))
        setup.insert(place, size)
    if setup.find("w:pgMar", WORD) is None:
        margins = etree.Element(q("pgMar"))
        for side in ("top", "right", "bottom", "left"):
            margins.set(q(side), "1440")
        for side in ("header", "footer"):
            margins.set(q(side), "720")
        margins.set(q("gutter"), "0")
        setup.insert(place + 1, margins)


_BEFORE_SIZE = (*_REFERENCES, "footnotePr", "endnotePr", "type")


def number(setup: Element, group: str, name: str) -> int:
    """A size or margin in twips; 0 for none and for what is no number."""
    return abs(int(reading.number(value(setup.find(f"w:{group}", WORD), name))))


def set_margin(setup: Element, side: str, twips: int) -> None:
    """Another margin."""
    margins = setup.find("w:pgMar", WORD)
    assert margins is not None
    margins.set(q(side), str(twips))


def is_exact(setup: Element) -> bool:
    """Whether the text begins at the top margin, however tall the header is."""
    return (value(setup.find("w:pgMar", WORD), "top") or "").startswith("-")


def drop_references(setup: Element, names: tuple[str, ...] = _REFERENCES) -> None:
    """Take headers or footers off the pages."""
    for child in list(setup):
        if etree.QName(child).localname in names:
            setup.remove(child)


def drop_dangling(setup: Element, package: Package) -> bool:
    """Take off headers and footers that the package does not hold; whether there were any."""
    held = {
        relation.id
        for relation in package.relations.get(DOCUMENT, [])
        if resolve(DOCUMENT, relation.target) in package.parts
    }
    dangling = [
        child
        for child in setup
        if etree.QName(child).localname in _REFERENCES and child.get(RELATION) not in held
    ]
    for child in dangling:
        setup.remove(child)
    return bool(dangling)


def text_size(setup: Element) -> tuple[float, float]:
    """Width and height of the text in millimetres."""
    width = number(setup, "pgSz", "w") - number(setup, "pgMar", "left")
    height = number(setup, "pgSz", "h") - number(setup, "pgMar", "top")
    width -= number(setup, "pgMar", "right") + number(setup, "pgMar", "gutter")
    height -= number(setup, "pgMar", "bottom")
    return width * _TWIPS, height * _TWIPS


def is_wide(setup: Element) -> bool:
    """Whether the page lies on its side."""
    return number(setup, "pgSz", "w") > number(setup, "pgSz", "h")


def following(setup: Element) -> Element:
    """The set-up for pages after the first section: no first page of its own, numbers go on."""
    later = deepcopy(setup)
    for name in ("titlePg", "pgNumType"):
        for element in later.findall(f"w:{name}", WORD):
            later.remove(element)
    return later


def without_running_parts(setup: Element) -> Element:
    """The set-up of a cover: no header, no footer."""
    bare = deepcopy(setup)
    drop_references(bare, (*_REFERENCES, "titlePg"))
    return bare


def turned(setup: Element, package: Package, styles: Styles) -> Element:
    """The set-up on its side: margins turned, header and footer copied, tabs moved. A foot that a
    tall footer fills is no margin at the side.

    A form's frame, over which the text stands, is not turned: it would not fit the page.
    """
    wide = without_running_parts(setup) if is_exact(setup) else deepcopy(setup)
    size, margins = wide.find("w:pgSz", WORD), wide.find("w:pgMar", WORD)
    assert size is not None
    assert margins is not None
    width, height = size.get(q("w"), ""), size.get(q("h"), "")
    size.set(q("w"), height)
    size.set(q("h"), width)
    size.set(q("orient"), "landscape")
    names = ("top", "right", "bottom", "left")
    sides = {name: str(number(wide, "pgMar", name)) for name in names}
    for side, before in (
        ("top", "left"),
        ("right", "top"),
        ("bottom", "right"),
        ("left", "bottom"),
    ):
        margins.set(q(side), sides[before])
    least = min(number(setup, "pgMar", side) for side in ("left", "right"))
    for side in ("left", "right"):
        set_margin(wide, side, max(number(wide, "pgMar", side), least))
    ratio = text_size(wide)[0] / text_size(setup)[0]
    for reference in wide:
        if etree.QName(reference).localname in _REFERENCES:
            copied = _copied(reference.get(RELATION, ""), ratio, package, styles)
            reference.set(RELATION, copied)
    return wide


def _copied(relation_id: str, ratio: float, package: Package, styles: Styles) -> str:
    """The relation to a copy of a header or footer as wide as the page."""
    relation = next(r for r in package.relations[DOCUMENT] if r.id == relation_id)
    name = resolve(DOCUMENT, relation.target)
    wide = name.removesuffix(".xml") + "_wide.xml"
    root = parse(package.parts[name])
    for paragraph in root.iter(q("p")):
        _move_tabs(paragraph, ratio, styles)
    _widen_tables(root, ratio)
    package.put(wide, serialized(root), package.types[name])
    if name in package.relations:
        package.relations[wide] = deepcopy(package.relations[name])
    return package.relate(DOCUMENT, relation.type, wide)


def _widen_tables(root: Element, ratio: float) -> None:
    """A table across the upright page goes across the wide one too."""
    for name in ("tblW", "gridCol", "tcW"):
        for width in root.iter(q(name)):
            if value(width, "type") in (None, "dxa"):
                width.set(q("w"), str(round(reading.number(value(width, "w")) * ratio)))


def _move_tabs(paragraph: Element, ratio: float, styles: Styles) -> None:
    own = paragraph.find("w:pPr/w:tabs", WORD)
    style = value(paragraph.find("w:pPr/w:pStyle", WORD)) or ""
    tabs = own if own is not None else deepcopy(styles.inherited(style, "w:pPr/w:tabs"))
    if tabs is None:
        return
    moved = []
    for tab in list(tabs):
        if value(tab) in ("right", "center", "end"):
            place = reading.number(tab.get(q("pos")))
            cleared = deepcopy(tab)
            cleared.set(q("val"), "clear")
            tab.set(q("pos"), str(round(place * ratio)))
            moved += [cleared] if own is None else []
    for tab in moved:
        tabs.insert(0, tab)
    properties = paragraph.find("w:pPr", WORD)
    if own is None and properties is not None:
        place = 1 + sum(etree.QName(child).localname in _BEFORE_TABS for child in properties)
        properties.insert(place - 1, tabs)


_BEFORE_TABS = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd",
)  # fmt: skip


def as_text(setup: Element) -> str:
    """The set-up in the writer's own form."""
    etree.cleanup_namespaces(setup)
    return etree.tostring(setup, encoding="unicode")
