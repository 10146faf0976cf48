"""What a firm's own footer does not say: the page's number, and that an edition is internal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from cxstudio.report.docx.fields import simple
from cxstudio.report.docx.firm.pages import RELATION
from cxstudio.report.docx.firm.reading import WORD, Element, fragment, parse, q, serialized, value
from cxstudio.report.docx.package import Package, resolve
from cxstudio.report.docx.typesetting import DOCUMENT
from cxstudio.report.docx.xml import paragraph, root, run, w

_LABEL, _NUMBER = 15, 18
"""Half points: small print, and what is looked for."""
_NO_SPACE = w("spacing", before=0, after=0, line=240, lineRule="auto")
_PAGE = re.compile(r"\bPAGE\b")


def say_internal(setup: Element, label: str, style: str, package: Package) -> None:
    """A line above what each footer of the pages holds, and a footer where there is none, so that
    no page of the team's edition is taken for the client's."""
    _add(setup, paragraph(style, run(label, _bold(_LABEL)), properties=_NO_SPACE), package)


def number_pages(setup: Element, style: str, package: Package) -> None:
    """The page's number at the right, where neither header nor footer has it: the contents names
    it."""
    parts = [parse(package.parts[name]) for name in _parts(setup, ("header", "footer"), package)]
    if any(_PAGE.search(_instructions(part)) for part in parts):
        return
    number = simple("PAGE", "1", _bold(_NUMBER))
    _add(setup, paragraph(style, number, properties=_NO_SPACE + w("jc", val="right")), package)


def _bold(size: int) -> str:
    return w("b") + w("bCs") + w("sz", val=size) + w("szCs", val=size)


def _instructions(part: Element) -> str:
    """What all fields of a header or footer show."""
    written = "".join(code.text or "" for code in part.iter(q("instrText")))
    return " ".join(
        [written, *(value(field, "instr") or "" for field in part.iter(q("fldSimple")))]
    )


def _parts(setup: Element, kinds: tuple[str, ...], package: Package) -> Iterator[str]:
    """The names of the headers or footers of the pages."""
    ids = {r.get(RELATION) for kind in kinds for r in setup.findall(f"w:{kind}Reference", WORD)}
    related = package.relations.get(DOCUMENT, [])
    yield from sorted({resolve(DOCUMENT, one.target) for one in related if one.id in ids})


def _add(setup: Element, line: str, package: Package) -> None:
    """The line begins each footer, and is the footer where there is none."""
    for name in _parts(setup, ("footer",), package):
        footer = parse(package.parts[name])
        footer.insert(0, fragment(line)[0])
        package.put(name, serialized(footer), package.types[name])
    footers = setup.findall("w:footerReference", WORD)
    if all(value(reference, "type") != "default" for reference in footers):
        name = "word/footer_cx.xml"
        package.put(name, root("ftr", line), "footer")
        reference = etree.Element(q("footerReference"))
        reference.set(q("type"), "default")
        reference.set(RELATION, package.relate(DOCUMENT, "footer", name))
        setup.insert(len(setup.findall("w:headerReference", WORD)), reference)
