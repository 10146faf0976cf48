"""A template made ready: its package, styles and page set-up, and what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cxstudio.i18n import _
from cxstudio.report.docx.firm import footers, pages, reading, room
from cxstudio.report.docx.firm.reading import WORD, Element, value
from cxstudio.report.docx.firm.roles import Styles
from cxstudio.report.docx.firm.soundness import TemplateError
from cxstudio.report.docx.package import Package
from cxstudio.report.docx.typesetting import DOCUMENT


@dataclass(slots=True)
class Template:
    """A firm's template, ready for a report. `notes` are sentences for the user on what of it
    is otherwise in the report than in the template."""

    path: Path
    package: Package
    document: Element
    body: Element
    styles_part: str
    styles: Styles
    upright: Element
    """The set-up of its pages, changed where it left too little room."""
    notes: list[str] = field(default_factory=list)


def opened(path: Path) -> Template:
    """Raises TemplateError with a sentence for the user when the template cannot be used."""
    package, macros = reading.open_template(path)
    document = reading.parse(package.parts[DOCUMENT])
    body = document.find("w:body", WORD)
    found = reading.part(package, "styles")
    if body is None or found is None:
        message = _("{name} has no content or no styles to use.")
        raise TemplateError(message.format(name=path.name))
    styles = Styles(found[1])
    upright = pages.last_setup(body)
    notes = list(_notes(path.name, body, package, upright, macros))
    notes += room.settle(upright, package, styles, path.name)
    footers.number_pages(upright, styles.footer, package)
    return Template(path, package, document, body, found[0], styles, upright, notes)


def notes(path: Path) -> tuple[str, ...]:
    """What the user should know of a template before a report is made from it; empty when all of
    it is used as it is. Raises TemplateError."""
    return tuple(opened(path).notes)


def _notes(name: str, body: Element, package: Package, upright: Element, macros: bool) -> list[str]:
    found = []
    if macros:
        found.append(_("{name} holds macros. They are left out of the report."))
    settings = reading.part(package, "settings")
    protection = None if settings is None else settings[1].find("w:documentProtection", WORD)
    if value(protection, "enforcement") in ("1", "true", "on"):
        found.append(_("{name} is protected against editing. The report is not."))
    if body.find(".//w:sectPr/w:pgSz", WORD) is None:
        found.append(_("{name} says nothing of its pages. The report is set on A4."))
    if pages.drop_dangling(upright, package):
        found.append(_("{name} refers to a header or footer that it does not hold."))
    return [sentence.format(name=name) for sentence in found]
