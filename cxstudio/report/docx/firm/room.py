"""Room for text on a template's pages: made where margins, header or footer leave too little."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from cxstudio.i18n import _
from cxstudio.report.docx.firm import pages
from cxstudio.report.docx.firm.reading import WORD, Element, fragment, parse, q, serialized
from cxstudio.report.docx.firm.roles import Styles
from cxstudio.report.docx.firm.soundness import TemplateError
from cxstudio.report.docx.firm.strips import strips
from cxstudio.report.docx.package import Package, resolve
from cxstudio.report.docx.typesetting import DOCUMENT
from cxstudio.report.docx.xml import NAMESPACES, twips, w

_LEAST_PAGE, _LEAST_TEXT = 120, 100
"""Millimetres across or down that a page, and the text on it, must have."""
_LARGEST_PAGE = 558
_MARGIN = 20
_LEAST_SHARE = 0.5
"""Of the page's height that header and footer must leave to the text."""
_TALL = 0.3
_INSIDE = 3
"""Millimetres between the head of a form and the text below it."""
_BEFORE_BORDERS = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge")
_CLOSED = 20
"""Twips of a row that holds nothing more."""
_UPPER_LINE = w(
    "tcBorders",
    w("top", val="single", sz=4, space=0, color="auto"),
    *(w(side, val="nil") for side in ("left", "bottom", "right")),
)
_RELATED = f"{{{NAMESPACES['r']}}}"
_DRAWN = ("pict", "drawing", "object")


def settle(setup: Element, package: Package, styles: Styles, name: str) -> list[str]:
    """Change the set-up so that a report has room; the sentences that say what was changed.

    Raises TemplateError for a page that cannot hold a report.
    """
    width, height = (pages.number(setup, "pgSz", side) / twips(1) for side in ("w", "h"))
    if not all(_LEAST_PAGE <= size <= _LARGEST_PAGE for size in (width, height)):
        message = _("The page of {name} measures {width} × {height} mm, which holds no report.")
        told = message.format(name=name, width=round(width), height=round(height))
        raise TemplateError(told)
    found = [*_margins(setup, name), *_running_parts(setup, package, styles, name)]
    _below_the_header(setup, package, styles)
    return found


def _below_the_header(setup: Element, package: Package, styles: Styles) -> None:
    """Where the header begins below the top margin, Word sets the text under it all the same;
    LibreOffice does only when the margin says so."""
    top = pages.number(setup, "pgMar", "top")
    height = _height("header", setup, package, styles)
    header = pages.number(setup, "pgMar", "header")
    if height and header >= top and not pages.is_exact(setup):
        pages.set_margin(setup, "top", round(header + height))


def _margins(setup: Element, name: str) -> Iterator[str]:
    width, height = pages.text_size(setup)
    if min(width, height) >= _LEAST_TEXT:
        return
    for side in ("top", "right", "bottom", "left"):
        pages.set_margin(setup, side, twips(_MARGIN))
    pages.set_margin(setup, "gutter", 0)
    message = _(
        "The margins of {name} leave {width} × {height} mm for text, too little for a report. "
        "The report has margins of {margin} mm instead."
    )
    yield message.format(
        name=name, width=max(0, round(width)), height=max(0, round(height)), margin=_MARGIN
    )


def _running_parts(setup: Element, package: Package, styles: Styles, name: str) -> Iterator[str]:
    whole = pages.number(setup, "pgSz", "h")
    heights, taken = _taken(setup, package, styles)
    if whole - taken >= whole * _LEAST_SHARE or pages.is_exact(setup):
        return
    if _into_the_frame(setup, package, styles):
        message = _(
            "The header of {name} fills the page like a form. "
            "The report's text stands below its head, without the frame."
        )
        yield message.format(name=name)
        return
    tall = [kind for kind, height in heights.items() if height > whole * _TALL] or list(heights)
    pages.drop_references(setup, tuple(f"{kind}Reference" for kind in tall))
    message = _(
        "Header and footer of {name} leave hardly any room for text. "
        "What is too tall of them is left out of the report."
    )
    yield message.format(name=name)


def text_size(setup: Element, package: Package, styles: Styles) -> tuple[float, float]:
    """Width and height in millimetres that margins, header and footer leave to the text."""
    width, height = pages.text_size(setup)
    if pages.is_exact(setup):
        return width, height
    _heights, taken = _taken(setup, package, styles)
    return width, (pages.number(setup, "pgSz", "h") - taken) / twips(1)


def _taken(setup: Element, package: Package, styles: Styles) -> tuple[dict[str, float], float]:
    """The heights of header and footer, and what they and the margins take of the page; twips."""
    heights = {kind: _height(kind, setup, package, styles) for kind in ("header", "footer")}
    above, below = (
        _reach("header", "top", heights, setup),
        _reach("footer", "bottom", heights, setup),
    )
    return heights, above + below


def _height(kind: str, setup: Element, package: Package, styles: Styles) -> float:
    """Twips of the tallest header or footer."""
    parts = [parse(package.parts[part]) for part in _part_names(setup, kind, package)]
    width = _width(setup)
    each = (sum(strip.height for strip in strips(part, styles, width)) for part in parts)
    return max(each, default=0)


def _width(setup: Element) -> float:
    """Twips across the text."""
    return pages.text_size(setup)[0] * twips(1)


def _reach(kind: str, side: str, heights: dict[str, float], setup: Element) -> float:
    """Twips from the page's edge that the margin, or the header or footer in it, takes."""
    margin = pages.number(setup, "pgMar", side)
    height = heights[kind]
    return max(margin, pages.number(setup, "pgMar", kind) + height) if height else margin


def _part_names(setup: Element, kind: str, package: Package) -> Iterator[str]:
    ids = [r.get(pages.RELATION) for r in setup.iterfind(f"w:{kind}Reference", WORD)]
    for relation in package.relations.get(DOCUMENT, []):
        if relation.id in ids:
            yield resolve(DOCUMENT, relation.target)


def _into_the_frame(setup: Element, package: Package, styles: Styles) -> bool:
    """Close the tall row of a header, which is the form's frame: the text stands in its place.

    Word can be told to set text over a header, but a table that begins there parts from its
    caption in LibreOffice.
    """
    page = pages.number(setup, "pgSz", "h")
    tops = []
    for part in _part_names(setup, "header", package):
        root = parse(package.parts[part])
        place = float(pages.number(setup, "pgMar", "header"))
        for strip in strips(root, styles, _width(setup)):
            if strip.element.tag == q("tr") and strip.height > page * _TALL:
                tops.append(place)
                _empty(strip.element)
                _close(strip.element)
                _to_the_foot(_below(strip.element), setup, package)
                package.put(part, serialized(root), package.types[part])
                break
            place += strip.height
        else:
            if place > page * _TALL:
                return False
    if not tops:
        return False
    pages.set_margin(setup, "top", round(max(tops) + twips(_INSIDE)))
    bottom = pages.number(setup, "pgMar", "bottom")
    pages.set_margin(setup, "bottom", max(bottom, twips(_MARGIN)))
    return True


def _below(row: Element) -> list[Element]:
    """What stands below the frame's table, taken out of the header; a header ends with a
    paragraph all the same. What needs a picture or link of the header stays there."""
    table = next(parent for parent in row.iterancestors() if parent.tag == q("tbl"))
    below = list(table.itersiblings())
    attributes = (str(name) for one in below for element in one.iter() for name in element.attrib)
    if any(name.startswith(_RELATED) for name in attributes):
        return []
    for element in below:
        _take_out(element)
    below = [one for one in below if any(text.text for text in one.iter(q("t")))]
    small = w("spacing", before=0, after=0, line=_CLOSED, lineRule="exact")
    table.addnext(fragment(w("p", w("pPr", small)))[0])
    return below


def _to_the_foot(elements: list[Element], setup: Element, package: Package) -> None:
    """What stood at the page's end below a form's frame begins the footer."""
    for part in _part_names(setup, "footer", package):
        root = parse(package.parts[part])
        for element in reversed(elements):
            root.insert(0, deepcopy(element))
        package.put(part, serialized(root), package.types[part])


def _empty(row: Element) -> None:
    """Take out what is drawn in the frame, where the report's text comes to stand."""
    for name in _DRAWN:
        for drawn in list(row.iter(q(name))):
            _take_out(drawn)


def _take_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _close(row: Element) -> None:
    """Take the row's height and its lines but the upper one, which ends the head of the form."""
    properties = row.find("w:trPr", WORD)
    if properties is None:
        properties = etree.Element(q("trPr"))
        row.insert(sum(child.tag == q("tblPrEx") for child in row), properties)
    for given in properties.findall("w:trHeight", WORD):
        properties.remove(given)
    properties.append(fragment(w("trHeight", val=_CLOSED, hRule="exact"))[0])
    for cell in row.iterfind("w:tc", WORD):
        own = cell.find("w:tcPr", WORD)
        if own is None:
            own = etree.Element(q("tcPr"))
            cell.insert(0, own)
        borders = own.find("w:tcBorders", WORD)
        if borders is not None:
            own.remove(borders)
        place = sum(etree.QName(child).localname in _BEFORE_BORDERS for child in own)
        own.insert(place, fragment(_UPPER_LINE)[0])
