"""An Office Open XML package: parts, their types and the relationships between them.

The same parts give the same bytes: the order is fixed and the time stamps are the zip epoch.
"""

from __future__ import annotations

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO
from xml.etree import ElementTree

from cxstudio.report.docx.xml import DECLARATION, escape
from cxstudio.report.telling import Tell, nobody

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{_WORD}.document.main+xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "svg": "image/svg+xml",
}


@dataclass(slots=True)
class Relation:
    """A relationship from one part to another part, or to an address outside."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class Package:
    """Parts by name ("word/document.xml"), their content types, and relations by source part."""

    parts: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=lambda: dict(_DEFAULTS))
    relations: dict[str, list[Relation]] = field(default_factory=dict)

    def put(self, name: str, content: str | bytes, content_type: str = "") -> None:
        """Set a part. A type is "+xml" for a WordprocessingML part of that kind, or whole."""
        self.parts[name] = content.encode() if isinstance(content, str) else content
        if content_type:
            whole = content_type if "/" in content_type else f"{_WORD}.{content_type}+xml"
            self.types[name] = whole

    def relate(self, source: str, kind: str, target: str) -> str:
        """The id of the relation of this kind from source to target, made when it is missing."""
        type_ = kind if ":" in kind else f"{OFFICE}/{kind}"
        relations = self.relations.setdefault(source, [])
        relative = posixpath.relpath(target, posixpath.dirname(source) or ".")
        for relation in relations:
            if relation.target == relative and relation.type == type_:
                return relation.id
        taken = {relation.id for relation in relations}
        number = len(relations) + 1
        while f"rId{number}" in taken:
            number += 1
        relations.append(Relation(f"rId{number}", type_, relative))
        return f"rId{number}"

    def relate_outside(self, source: str, kind: str, address: str) -> str:
        """The id of the relation to an address outside, made when it is missing."""
        relations = self.relations.setdefault(source, [])
        for relation in relations:
            if relation.external and relation.target == address:
                return relation.id
        taken = {relation.id for relation in relations}
        number = len(relations) + 1
        while f"rId{number}" in taken:
            number += 1
        relations.append(Relation(f"rId{number}", f"{OFFICE}/{kind}", address, external=True))
        return f"rId{number}"

    def target(self, source: str, kind: str) -> str | None:
        """The name of the part that source relates to in this way, if any."""
        for relation in self.relations.get(source, []):
            if relation.type.endswith(f"/{kind}") and not relation.external:
                return resolve(source, relation.target)
        return None

    def remove(self, name: str) -> None:
        """Take a part out, with its own relations."""
        self.parts.pop(name, None)
        self.types.pop(name, None)
        self.relations.pop(name, None)

    def save(self, destination: Path | IO[bytes], tell: Tell = nobody) -> None:
        """Write the package; nothing is left half-written at a path."""
        whole, entries = BytesIO(), self._entries()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            for place, (name, content) in enumerate(entries):
                tell(place / len(entries), "")
                archive.writestr(_entry(name), content, compresslevel=6)
        tell(1.0, "")
        if isinstance(destination, Path):
            beside = destination.with_name(f".{destination.name}.part")
            try:
                beside.write_bytes(whole.getvalue())
                beside.replace(destination)
            finally:
                beside.unlink(missing_ok=True)
        else:
            destination.write(whole.getvalue())

    def _entries(self) -> list[tuple[str, bytes]]:
        written = [("[Content_Types].xml", self._content_types())]
        for source, relations in sorted(self.relations.items()):
            if relations:
                folder, name = posixpath.split(source)
                part = posixpath.join(folder, "_rels", f"{name}.rels")
                written.append((part, _relations(relations)))
        return written + sorted(self.parts.items())

    def _content_types(self) -> bytes:
        used = {name.rpartition(".")[2].lower() for name in self.parts} | {"rels", "xml"}
        defaults = "".join(
            f'<Default Extension="{extension}" ContentType="{type_}"/>'
            for extension, type_ in sorted(self.defaults.items())
            if extension in used
        )
        overrides = "".join(
            f'<Override PartName="/{escape(name)}" ContentType="{type_}"/>'
            for name, type_ in sorted(self.types.items())
        )
        body = f'<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}</Types>'
        return (DECLARATION + body).encode()


def resolve(source: str, target: str) -> str:
    """The part's name that a relation of ``source`` points at."""
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))


def read(path: Path) -> Package:
    """The package in a file. Raises ``zipfile.BadZipFile``, ``KeyError`` or ``ParseError``."""
    package = Package(defaults={})
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith("/") or ".." in name.split("/"):
                continue
            content = archive.read(name)
            if name == "[Content_Types].xml":
                _read_types(package, content)
            elif name.endswith(".rels"):
                folder, leaf = posixpath.split(name)
                source = posixpath.join(posixpath.dirname(folder), leaf.removesuffix(".rels"))
                package.relations[source] = _read_relations(content)
            else:
                package.parts[name] = content
    package.defaults = _DEFAULTS | package.defaults
    return package


def _read_types(package: Package, content: bytes) -> None:
    for element in ElementTree.fromstring(content):
        if element.tag.endswith("Default"):
            package.defaults[element.attrib["Extension"].lower()] = element.attrib["ContentType"]
        else:
            package.types[element.attrib["PartName"].lstrip("/")] = element.attrib["ContentType"]


def _read_relations(content: bytes) -> list[Relation]:
    return [
        Relation(
            element.attrib["Id"],
            element.attrib["Type"],
            element.attrib["Target"],
            element.attrib.get("TargetMode") == "External",
        )
        for element in ElementTree.fromstring(content)
    ]


def _relations(relations: list[Relation]) -> bytes:
    body = "".join(
        f'<Relationship Id="{relation.id}" Type="{relation.type}"'
        f' Target="{escape(relation.target)}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if relation.external else ''}/>"
        for relation in relations
    )
    whole = f'<Relationships xmlns="{_PACKAGE}/relationships">{body}</Relationships>'
    return (DECLARATION + whole).encode()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    packed_already = name.endswith(".png")
    entry.compress_type = zipfile.ZIP_STORED if packed_already else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    return entry
