"""What a template's own text leaves behind in its package: taken out, so that no client gets it.

Pictures, comments, notes and links of pages that are gone would else stay in the file, unseen.
"""

from __future__ import annotations

import posixpath
import re

from cxstudio.report.docx.firm.reading import WORD, parse, q, serialized
from cxstudio.report.docx.package import Package, resolve
from cxstudio.report.docx.typesetting import DOCUMENT

_BY_KIND = {
    "styles", "settings", "numbering", "fontTable", "theme", "webSettings", "footnotes", "endnotes",
    "customXml", "stylesWithEffects", "glossaryDocument",
}  # fmt: skip
"""The relations of a document that hold without being named in its text."""
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_ID = re.compile(rb'(?:r|[a-z]\w*):(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]+)"')


def without_leftovers(package: Package) -> None:
    """Keep of what the template's text needed only what the report names."""
    text = package.parts[DOCUMENT]
    named = {found.decode() for found in _ID.findall(text)}
    package.relations[DOCUMENT] = [
        relation
        for relation in package.relations.get(DOCUMENT, [])
        if relation.id in named or posixpath.basename(relation.type) in _BY_KIND
    ]
    for kind, name in _NOTES.items():
        _without_notes(package, kind, name, text)
    reached = _reached(package)
    for part in set(package.parts) - reached:
        package.remove(part)


def _without_notes(package: Package, kind: str, name: str, text: bytes) -> None:
    """Take out the notes of pages that are gone; the lines above notes, of a type, stay."""
    part = package.target(DOCUMENT, kind)
    if part is None or part not in package.parts:
        return
    root = parse(package.parts[part])
    for note in root.findall(f"w:{name}", WORD):
        number = note.get(q("id"), "")
        referred = rf'<w:{name}Reference\b[^>]*w:id="{re.escape(number)}"'.encode()
        if note.get(q("type")) in (None, "normal") and not re.search(referred, text):
            root.remove(note)
    package.put(part, serialized(root), package.types.get(part, kind))


def _reached(package: Package) -> set[str]:
    """The parts that are related to, from the package on."""
    reached: set[str] = set()
    coming = [""]
    while coming:
        source = coming.pop()
        for relation in package.relations.get(source, []):
            name = resolve(source, relation.target)
            if not relation.external and name in package.parts and name not in reached:
                reached.add(name)
                coming.append(name)
    return reached
