"""Which of a template's styles plays which part; found by type, outline level and name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cxstudio.report.docx.firm.reading import WORD, Element, number, q, value
from cxstudio.report.docx.palette import contrast

_LEAST_CONTRAST = 4.5
_BUILT_IN = {
    "BodyText": "body text", "Title": "title", "Subtitle": "subtitle", "Caption": "caption",
    "ListBullet": "list bullet", "ListNumber": "list number", "Quote": "quote", "TOC1": "toc 1",
    "TOC2": "toc 2", "TOCHeading": "toc heading", "Header": "header", "Footer": "footer",
    "Hyperlink": "hyperlink", "Strong": "strong", "DefaultParagraphFont": "default paragraph font",
    "TableNormal": "normal table",
}  # fmt: skip
_BY_WORDS: dict[str, Callable[[str], bool]] = {
    "Caption": lambda name: "caption" in name or "図表番号" in name,
    "CXTableHead": lambda name: name in ("table head", "table heading", "表見出し"),
    "CXTableText": lambda name: name in ("table body", "table text", "表本文"),
    "CXTableNumber": lambda name: "table" in name and "right" in name,
    "ListBullet": lambda name: name in ("bullet", "bullet 1", "箇条書き"),
    "ListNumber": lambda name: name.startswith("bullet numbered 1"),
    "TOCHeading": lambda name: name in ("contents header", "contents heading", "目次見出し"),
}
_NAMED_FIRST = ("Caption",)
_TYPES = {"Hyperlink": "character", "Strong": "character", "DefaultParagraphFont": "character",
          "TableNormal": "table"}  # fmt: skip
_WHITE_HEAD = "CXTableHead"


class Styles:
    """A template's styles, looked up by what they are."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.by_id = {
            style.get(q("styleId"), ""): style for style in root.iterfind("w:style", WORD)
        }

    def roles(self) -> dict[str, str]:
        """Our style ids to the template's, for all that it has and that can be read on white."""
        found: dict[str, str] = {}
        if normal := self._default("paragraph"):
            found["Normal"] = normal
        for level in range(4):
            if heading := self._heading(level):
                found[f"Heading{level + 1}"] = heading
        for role in {**_BUILT_IN, **_BY_WORDS}:
            style = self._find(role)
            if style and (role == _WHITE_HEAD or self.readable(style)):
                found[role] = style
        return found

    @property
    def footer(self) -> str:
        """The style of a footer's words."""
        roles = self.roles()
        return roles.get("Footer") or roles.get("Normal", "")

    def _find(self, role: str) -> str | None:
        by_words = self._named(role, _BY_WORDS.get(role))
        built_in = _BUILT_IN.get(role)
        by_name = self._named(role, lambda name: name == built_in) if built_in else None
        return (by_words or by_name) if role in _NAMED_FIRST else (by_name or by_words)

    def _named(self, role: str, fits: Callable[[str], bool] | None) -> str | None:
        if fits is None:
            return None
        kind = _TYPES.get(role, "paragraph")
        return next((id_ for id_, name in self._names(kind) if fits(name)), None)

    def _names(self, kind: str) -> Iterator[tuple[str, str]]:
        for id_, style in self.by_id.items():
            if style.get(q("type")) == kind:
                yield id_, (value(style.find("w:name", WORD)) or "").strip().lower()

    def _default(self, kind: str) -> str | None:
        for id_, style in self.by_id.items():
            if style.get(q("type")) == kind and style.get(q("default")) in ("1", "true"):
                return id_
        return None

    def _heading(self, level: int) -> str | None:
        """The paragraph style of an outline level; the built-in one when there are several."""
        names = dict(self._names("paragraph"))
        at_level = [
            id_
            for id_ in names
            if value(self.by_id[id_].find("w:pPr/w:outlineLvl", WORD)) == str(level)
        ]
        built_in = [id_ for id_, name in names.items() if name == f"heading {level + 1}"]
        both = [id_ for id_ in at_level if id_ in built_in]
        return next(iter(both or at_level or built_in), None)

    def inherited(self, id_: str, path: str) -> Element | None:
        """A property of the style or of the styles it is based on."""
        seen: set[str] = set()
        current: str | None = id_
        while current and current not in seen and current in self.by_id:
            seen.add(current)
            found = self.by_id[current].find(path, WORD)
            if found is not None:
                return found
            current = value(self.by_id[current].find("w:basedOn", WORD))
        return None

    def readable(self, id_: str) -> bool:
        """Whether text in the style can be read on white paper."""
        element = self.inherited(id_, "w:rPr/w:color")
        colour = value(element) or ""
        if value(element, "themeColor") in ("background1", "light1"):
            return False
        return len(colour) != 6 or contrast(colour) >= _LEAST_CONTRAST

    def body_size(self, roles: dict[str, str]) -> float:
        """The size of running text in points."""
        return self.size(roles.get("BodyText") or roles.get("Normal", ""))

    def size(self, id_: str) -> float:
        """The size of a style in points."""
        size = number(value(self.inherited(id_, "w:rPr/w:sz")))
        default = self.root.find("w:docDefaults/w:rPrDefault/w:rPr/w:sz", WORD)
        return (size or number(value(default)) or 20) / 2

    def numbered(self, id_: str) -> bool:
        """Whether the style numbers its paragraphs itself."""
        number = value(self.inherited(id_, "w:pPr/w:numPr/w:numId"))
        return number is not None and number != "0"

    def colours_heads(self, table: str) -> bool:
        """Whether the table style gives the letters of its head a colour, as for a dark ground."""
        conditions = self.by_id[table].iterfind("w:tblStylePr", WORD)
        heads = (part for part in conditions if part.get(q("type")) == "firstRow")
        return any(part.find("w:rPr/w:color", WORD) is not None for part in heads)

    def table_style(self, document: Element, settings: Element | None) -> str | None:
        """Its default table style, else the one the template uses most."""
        named = None if settings is None else value(settings.find("w:defaultTableStyle", WORD))
        if named in self.by_id:
            return named
        used = [value(style) or "" for style in document.iterfind(".//w:tblStyle", WORD)]
        known = [style for style in used if style in self.by_id]
        return max(known, key=known.count, default=None)
