"""The internal edition in a firm's template, whose own footer does not say that it is internal."""

from __future__ import annotations

from lxml import etree

from cxstudio.report.docx.firm.pages import RELATION
from cxstudio.report.docx.firm.reading import WORD, Element, fragment, parse, q, serialized, value
from cxstudio.report.docx.package import Package, resolve
from cxstudio.report.docx.typesetting import DOCUMENT
from cxstudio.report.docx.xml import paragraph, root, run, w

_SIZE = 15
"""Half points: small print."""


def say_internal(setup: Element, label: str, style: str, package: Package) -> None:
    """A line above what each footer of the pages holds, and a footer where there is none, so that
    no page of the team's edition is taken for the client's."""
    small = w("b") + w("bCs") + w("sz", val=_SIZE) + w("szCs", val=_SIZE)
    space = w("spacing", before=0, after=0, line=240, lineRule="auto")
    line = paragraph(style, run(label, small), properties=space)
    footers = setup.findall("w:footerReference", WORD)
    named = {reference.get(RELATION) for reference in footers}
    known = package.relations.get(DOCUMENT, [])
    for part in sorted({resolve(DOCUMENT, one.target) for one in known if one.id in named}):
        holder = parse(package.parts[part])
        holder.insert(0, fragment(line)[0])
        package.put(part, serialized(holder), package.types[part])
    if all(value(reference, "type") != "default" for reference in footers):
        part = "word/footer_cx.xml"
        package.put(part, root("ftr", line), "footer")
        reference = etree.Element(q("footerReference"))
        reference.set(q("type"), "default")
        reference.set(RELATION, package.relate(DOCUMENT, "footer", part))
        setup.insert(len(setup.findall("w:headerReference", WORD)), reference)
