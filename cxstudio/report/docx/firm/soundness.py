"""What a file must be before it is read as a template, and what is taken out of it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from cxstudio.i18n import _, ngettext
from cxstudio.report.docx.package import DOCUMENT_TYPE, Package, resolve

_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files begin that Word has encrypted, and those of Word before 2007."""
_MOST_BYTES, _MOST_PARTS = 200_000_000, 5_000
_ENCRYPTED = 0x1
_STRICT = "http://purl.oclc.org/ooxml/"
_MACRO_TYPES = (
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
TEMPLATE_TYPE = DOCUMENT_TYPE.replace("document.main", "template.main")
MAIN_TYPES = (DOCUMENT_TYPE, TEMPLATE_TYPE, *_MACRO_TYPES)
_MACROS = ("/vbaProject", "/wordVbaData", "/keyMapCustomizations", "/attachedToolbars")


class TemplateError(Exception):
    """The template cannot be used; the message is a sentence for the user."""


def refuse_unsound(path: Path) -> None:
    """Raise TemplateError for what must not, or cannot, be unpacked.

    OSError and BadZipFile are left to the caller.
    """
    if path.is_dir():
        message = _("{name} is a folder, not a Word template.")
        raise TemplateError(message.format(name=path.name))
    if path.stat().st_size == 0:
        message = _("{name} is empty. It may not have been saved or copied whole.")
        raise TemplateError(message.format(name=path.name))
    with path.open("rb") as file:
        if file.read(len(_COMPOUND)) == _COMPOUND:
            message = _(
                "{name} is protected with a password, or made by a Word older than 2007. "
                "Open it in Word and save it as .docx without a password."
            )
            raise TemplateError(message.format(name=path.name))
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        message = _("{name} is a zip file with a password, not a Word template.")
        raise TemplateError(message.format(name=path.name))
    size = sum(entry.file_size for entry in entries)
    if size > _MOST_BYTES or len(entries) > _MOST_PARTS:
        message = ngettext(
            "{name} would unpack to {size} MB in {count} part, far more than a template needs. "
            "It was not opened.",
            "{name} would unpack to {size} MB in {count} parts, far more than a template needs. "
            "It was not opened.",
            len(entries),
        )
        told = message.format(
            name=path.name, size=f"{size / 1_000_000:,.0f}", count=f"{len(entries):,}"
        )
        raise TemplateError(told)


def refuse_strict(package: Package, name: str) -> None:
    """Raise TemplateError for a file in the strict form, whose elements have other names."""
    if any(relation.type.startswith(_STRICT) for relation in package.relations.get("", [])):
        message = _(
            "{name} was saved as “Strict Open XML Document”. "
            "Open it in Word and save it as Word document (.docx)."
        )
        raise TemplateError(message.format(name=name))


def without_macros(package: Package) -> bool:
    """Take the macros out; whether there were any."""
    found = any(type_ in _MACRO_TYPES for type_ in package.types.values())
    for source, relations in list(package.relations.items()):
        for relation in list(relations):
            if relation.type.endswith(_MACROS):
                found = True
                relations.remove(relation)
                if not relation.external:
                    _remove(package, resolve(source, relation.target))
    return found


def _remove(package: Package, name: str) -> None:
    """A part and what only it refers to."""
    further = package.relations.get(name, [])
    package.remove(name)
    for relation in further:
        if not relation.external:
            package.remove(resolve(name, relation.target))


def without_dangling(package: Package) -> None:
    """Take out relations to parts that are not there, over which Word would want to repair."""
    for source, relations in package.relations.items():
        package.relations[source] = [
            relation
            for relation in relations
            if relation.external or resolve(source, relation.target) in package.parts
        ]
    package.types = {name: type_ for name, type_ in package.types.items() if name in package.parts}
