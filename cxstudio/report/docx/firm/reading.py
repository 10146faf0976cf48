"""A template opened: its package, its colours and fonts; sentences for when it cannot be."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import ParseError

from lxml import etree

from cxstudio.i18n import _
from cxstudio.report.docx.firm import soundness
from cxstudio.report.docx.firm.soundness import TemplateError
from cxstudio.report.docx.package import DOCUMENT_TYPE, Package, read
from cxstudio.report.docx.typesetting import DOCUMENT
from cxstudio.report.docx.xml import NAMESPACES

Element = etree._Element
WORD = {"w": NAMESPACES["w"]}
_DRAWING = {"a": NAMESPACES["a"]}
_UNREADABLE = (
    OSError, zipfile.BadZipFile, KeyError, ParseError, NotImplementedError, RuntimeError, EOFError,
    zlib.error, UnicodeError,
)  # fmt: skip


def open_template(path: Path) -> tuple[Package, bool]:
    """The template's package, its main part at the usual place and of a document's type, and
    whether there were macros in it. Raises TemplateError."""
    try:
        soundness.refuse_unsound(path)
        package = read(path)
    except FileNotFoundError:
        raise TemplateError(_("There is no template at {path}.").format(path=path)) from None
    except PermissionError as error:
        message = _("You are not allowed to read {name}.")
        raise TemplateError(message.format(name=path.name)) from error
    except _UNREADABLE as error:
        message = _("{name} is damaged, or not a Word template at all. It cannot be read.")
        raise TemplateError(message.format(name=path.name)) from error
    soundness.refuse_strict(package, path.name)
    main = package.target("", "officeDocument")
    if main not in package.parts or package.types.get(main) not in soundness.MAIN_TYPES:
        message = _("{name} is not a Word document (.docx) or template (.dotx).")
        raise TemplateError(message.format(name=path.name))
    macros = soundness.without_macros(package)
    soundness.without_dangling(package)
    _settle(package, main)
    return package, macros


def _settle(package: Package, main: str) -> None:
    """The main part as ``word/document.xml``, whatever it was called."""
    package.types.pop(main)
    if main != DOCUMENT:
        package.put(DOCUMENT, package.parts.pop(main))
        relations = package.relations.pop(main, [])
        for relation in relations:
            if not relation.external and not relation.target.startswith("/"):
                folder = posixpath.dirname(main)
                relation.target = "/" + posixpath.normpath(posixpath.join(folder, relation.target))
        package.relations[DOCUMENT] = relations
        for relation in package.relations[""]:
            if relation.type.endswith("/officeDocument"):
                relation.target = DOCUMENT
    package.types[DOCUMENT] = DOCUMENT_TYPE


def part(package: Package, kind: str) -> tuple[str, Element] | None:
    """The name and root of the part of this kind beside the document, if there is one."""
    name = package.target(DOCUMENT, kind)
    if name is None or name not in package.parts:
        return None
    return name, parse(package.parts[name])


def parse(content: bytes) -> Element:
    """The root of a part. Entities and outside files are not followed."""
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        message = _("The template is damaged: a part of it cannot be read.")
        raise TemplateError(message) from error


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def theme_colours(package: Package) -> dict[str, str]:
    """The theme's colours as RRGGBB by their names: dk1, lt1, accent1 …"""
    found = part(package, "theme")
    if found is None:
        return {}
    colours = {}
    for entry in found[1].iterfind(".//a:clrScheme/*", _DRAWING):
        for value in entry:
            colour = value.get("lastClr") or value.get("val") or ""
            if len(colour) == 6:
                colours[etree.QName(entry).localname] = colour.upper()
    return colours


def minor_font(package: Package) -> tuple[str, str]:
    """The typefaces of the theme's running text, Latin and Japanese; "" where it names none."""
    found = part(package, "theme")
    minor = None if found is None else found[1].find(".//a:minorFont", _DRAWING)
    if minor is None:
        return "", ""
    latin, *japanese = (
        "" if one is None else one.get("typeface", "")
        for one in (minor.find(path, _DRAWING) for path in _FACES)
    )
    return latin, next(filter(None, japanese), "")


_FACES = ("a:latin", "a:font[@script='Jpan']", "a:ea")


def q(name: str) -> str:
    """The qualified name of an element or attribute of WordprocessingML."""
    return f"{{{NAMESPACES['w']}}}{name}"


def value(element: Element | None, attribute: str = "val") -> str | None:
    """An attribute of an element that may be missing."""
    return None if element is None else element.get(q(attribute))


def number(text: str | None) -> float:
    """A number as XML writes it; 0 for none and for what is no number."""
    return float(text) if text and _NUMBER.fullmatch(text) else 0.0


_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?")


def fragment(xml: str) -> list[Element]:
    """Elements from the writer's text."""
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return list(etree.fromstring(f"<root {declared}>{xml}</root>"))


def serialized(root: Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
