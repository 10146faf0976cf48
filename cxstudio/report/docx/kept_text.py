"""The report's lines inside the Word file, so that a later version can be compared with it.

A custom XML part, which Word keeps when the file is edited and saved. It says nothing that the
pages do not say.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

from cxstudio.i18n import _
from cxstudio.report.docx.package import Package
from cxstudio.report.docx.typesetting import DOCUMENT
from cxstudio.report.docx.xml import DECLARATION, escape
from cxstudio.report.said import Said

SPACE = "urn:cxstudio:report:1"
NAME = "customXml/cxstudio.xml"
_MOST_BYTES = 50_000_000


class NotAReport(Exception):
    """The file holds no report that can be compared; the message is a sentence for the user."""


def keep(sections: tuple[Said, ...], package: Package) -> None:
    """Put the lines into the package."""
    body = "".join(
        f'<section label="{escape(one.label)}">'
        + "".join(f"<line>{escape(line)}</line>" for line in one.lines)
        + "</section>"
        for one in sections
    )
    package.put(NAME, f'{DECLARATION}<report xmlns="{SPACE}">{body}</report>', "application/xml")
    package.relate(DOCUMENT, "customXml", NAME)


def read(path: Path) -> tuple[Said, ...]:
    """The lines of a report that this program wrote. Raises NotAReport."""
    try:
        with zipfile.ZipFile(path) as package:
            return _found(path.name, package)
    except (OSError, zipfile.BadZipFile, ElementTree.ParseError, RuntimeError) as error:
        sentence = _("“{name}” cannot be read as a Word file.").format(name=path.name)
        raise NotAReport(sentence) from error


def _found(name: str, package: zipfile.ZipFile) -> tuple[Said, ...]:
    for entry in package.infolist():
        if not entry.filename.startswith("customXml/") or entry.file_size > _MOST_BYTES:
            continue
        if not entry.filename.endswith(".xml") or "/_rels/" in entry.filename:
            continue
        root = ElementTree.fromstring(package.read(entry))
        if root.tag == f"{{{SPACE}}}report":
            return tuple(_section(one) for one in root)
    sentence = _(
        "“{name}” was not written by this version of CX Studio, so nothing can be compared with it."
    )
    raise NotAReport(sentence.format(name=name))


def _section(element: ElementTree.Element) -> Said:
    return Said(element.get("label", ""), tuple(line.text or "" for line in element))
