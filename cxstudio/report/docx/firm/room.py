"""Room for text on a template's pages: made where margins, header or footer leave too little."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from cxstudio.i18n import _
from cxstudio.report.docx.firm import pages
from cxstudio.report.docx.firm.reading import WORD, Element, fragment, parse, q, serialized
from cxstudio.report.docx.firm.roles import Styles
from cxstudio.report.docx.firm.soundness import TemplateError
from cxstudio.report.docx.firm.strips import strips
from cxstudio.report.docx.package import Package, resolve
from cxstudio.report.docx.typesetting import DOCUMENT
from cxstudio.report.docx.xml import twips, w

_LEAST_PAGE, _LEAST_TEXT = 120, 100
"""Millimetres across or down that a page, and the text on it, must have."""
_LARGEST_PAGE = 558
_MARGIN = 20
_LEAST_SHARE = 0.5
"""Of the page's height that header and footer must leave to the text."""
_TALL = 0.3
_INSIDE = 3
"""Millimetres between the lines of a frame and the text in it."""
_BEFORE_BORDERS = ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge")
_OPEN = w(
    "tcBorders",
    *(
        w(side, val="single", sz=4, space=0, color="auto")
        if side in ("top", "bottom")
        else w(side, val="nil")
        for side in ("top", "left", "bottom", "right")
    ),
)
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
    return [*_margins(setup, name), *_running_parts(setup, package, styles, name)]


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
    heights = {kind: _height(kind, setup, package, styles) for kind in ("header", "footer")}
    taken = _reach("header", "top", heights, setup) + _reach("footer", "bottom", heights, setup)
    if whole - taken >= whole * _LEAST_SHARE or pages.is_exact(setup):
        return
    if _into_the_frame(setup, package, styles):
        message = _(
            "The header of {name} fills the page like a form. "
            "The report's text stands inside its frame, whose sides are left open."
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


def _height(kind: str, setup: Element, package: Package, styles: Styles) -> float:
    """Twips of the tallest header or footer."""
    parts = [parse(package.parts[part]) for part in _part_names(setup, kind, package)]
    return max((sum(strip.height for strip in strips(part, styles)) for part in parts), default=0)


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
    """Set the text into the tall row of a header, which is the form's frame.

    A negative margin holds the text where it is told, over the header (ISO 29500-1, 17.6.11).
    """
    page = pages.number(setup, "pgSz", "h")
    tops, ends = [], []
    for part in _part_names(setup, "header", package):
        root = parse(package.parts[part])
        place = float(pages.number(setup, "pgMar", "header"))
        for strip in strips(root, styles):
            if strip.element.tag == q("tr") and strip.height > page * _TALL:
                tops.append(place)
                ends.append(place + strip.height)
                _empty(strip.element)
                _open_sides(strip.element)
                package.put(part, serialized(root), package.types[part])
                break
            place += strip.height
        else:
            if place > page * _TALL:
                return False
    if not tops:
        return False
    inside = twips(_INSIDE)
    bottom = max(page - min(ends), pages.number(setup, "pgMar", "bottom"))
    pages.set_margin(setup, "top", -round(max(tops) + inside))
    pages.set_margin(setup, "bottom", round(bottom + inside))
    return True


def _empty(row: Element) -> None:
    """Take out what is drawn in the frame, where the report's text comes to stand."""
    for name in _DRAWN:
        for drawn in list(row.iter(q(name))):
            parent = drawn.getparent()
            if parent is not None:
                parent.remove(drawn)


def _open_sides(row: Element) -> None:
    """Take the lines off the frame's sides, on which the text would stand."""
    for cell in row.iterfind("w:tc", WORD):
        properties = cell.find("w:tcPr", WORD)
        if properties is None:
            properties = etree.Element(q("tcPr"))
            cell.insert(0, properties)
        borders = properties.find("w:tcBorders", WORD)
        if borders is not None:
            properties.remove(borders)
        place = sum(etree.QName(child).localname in _BEFORE_BORDERS for child in properties)
        properties.insert(place, fragment(_OPEN)[0])
