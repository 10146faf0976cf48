"""How a Word file's styles set its words: what holds of a paragraph, its letters and its table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from cxstudio.report.docx.firm import reading
from cxstudio.report.docx.firm.reading import WORD, Element, number, q, value
from cxstudio.report.docx.package import Package

Properties = dict[str, str]
"""What is said of a paragraph or its letters by short names; what is not said is not there."""
SIDES = ("top", "left", "bottom", "right")
_OFF = ("0", "false", "off", "none")


class Looks:
    """The styles of one document, each over what it is based on, in the colours of its theme."""

    def __init__(self, package: Package) -> None:
        part = reading.part(package, "styles")
        root = etree.Element(q("styles")) if part is None else part[1]
        self._by_id = {one.get(q("styleId"), ""): one for one in root.iterfind("w:style", WORD)}
        self._theme = reading.theme_colours(package)
        self._faces = _theme_faces(package)
        defaults = root.find("w:docDefaults", WORD)
        found = None if defaults is None else defaults.find("w:pPrDefault/w:pPr", WORD)
        self._flow = self.flow_of(found)
        found = None if defaults is None else defaults.find("w:rPrDefault/w:rPr", WORD)
        self._letters = {"sz": "20"} | self.letters_of(found)
        self.flow = cache(self._flow_of_style)
        self.letters = cache(self._letters_of_style)
        self.table = cache(self._table_of_style)

    # ── Styles ────────────────────────────────────────────────────────────────────────────

    def _chain(self, id_: str) -> Iterator[Element]:
        """The style and those it is based on, the first one last."""
        found: list[Element] = []
        while id_ in self._by_id and self._by_id[id_] not in found:
            found.append(self._by_id[id_])
            id_ = value(found[-1].find("w:basedOn", WORD)) or ""
        return reversed(found)

    def _flow_of_style(self, id_: str) -> Properties:
        made = dict(self._flow)
        for style in self._chain(id_):
            made |= self.flow_of(style.find("w:pPr", WORD))
        return made

    def _letters_of_style(self, id_: str, below: tuple[tuple[str, str], ...] = ()) -> Properties:
        """`below` is what a table says of the letters in it, which a style goes before."""
        made = self._letters | dict(below)
        for style in self._chain(id_):
            made |= self.letters_of(style.find("w:rPr", WORD))
        return made

    def letters_alone(self, id_: str) -> Properties:
        """What a style of letters says, without what holds of all."""
        made: Properties = {}
        for style in self._chain(id_):
            made |= self.letters_of(style.find("w:rPr", WORD))
        return made

    def _table_of_style(self, id_: str) -> dict[str, Properties]:
        """Lines, ground, margins and letters of a table by its part: "", "firstRow", "lastRow"."""
        made: dict[str, Properties] = {"": {}, "firstRow": {}, "lastRow": {}}
        for style in self._chain(id_):
            made[""] |= self.cell_of(style.find("w:tblPr", WORD), "tbl")
            made[""] |= self.cell_of(style.find("w:tcPr", WORD), "tc")
            for part in style.iterfind("w:tblStylePr", WORD):
                kind = part.get(q("type"), "")
                if kind in made:
                    made[kind] |= self.cell_of(part.find("w:tcPr", WORD), "tc")
                    letters = self.letters_of(part.find("w:rPr", WORD))
                    made[kind] |= {f"letters:{name}": said for name, said in letters.items()}
        return made

    # ── What an element says ──────────────────────────────────────────────────────────────

    def flow_of(self, said: Element | None) -> Properties:
        """Space, indents, lines, place and list of a paragraph."""
        if said is None:
            return {}
        made: Properties = {}
        for name in ("spacing", "ind"):
            found = said.find(f"w:{name}", WORD)
            made |= {} if found is None else _attributes(found)
        if "hanging" in made:
            made["firstLine"] = f"-{made.pop('hanging')}"
        if "start" in made:
            made["left"] = made.pop("start")
        for name, path in (("jc", "w:jc"), ("num", "w:numPr/w:numId"), ("lvl", "w:numPr/w:ilvl")):
            stated = value(said.find(path, WORD))
            made |= {} if stated is None else {name: stated}
        return made | self._lines(said.find("w:pBdr", WORD))

    def letters_of(self, said: Element | None) -> Properties:
        """Size, weight, colour, ground and typefaces of letters."""
        if said is None:
            return {}
        made: Properties = {}
        for name in ("b", "i", "caps", "vanish"):
            found = said.find(f"w:{name}", WORD)
            if found is not None:
                made[name] = "" if value(found) in _OFF else "1"
        for name in ("sz", "vertAlign", "u"):
            stated = value(said.find(f"w:{name}", WORD))
            made |= {} if stated is None else {name: stated}
        if (found := said.find("w:color", WORD)) is not None:
            made["color"] = self._colour(found, "val", "themeColor")
        if (found := said.find("w:shd", WORD)) is not None:
            made["fill"] = self._colour(found, "fill", "themeFill")
        if (found := said.find("w:bdr", WORD)) is not None and value(found) not in _OFF:
            made["frame"] = self._colour(found, "color", "themeColor")
        if (found := said.find("w:rFonts", WORD)) is not None:
            made |= self._typefaces(found)
        return made

    def cell_of(self, said: Element | None, kind: str) -> Properties:
        """Lines, ground, margins and place of a cell, or of all that a table has."""
        if said is None:
            return {}
        made = self._lines(said.find(f"w:{kind}Borders", WORD))
        margins = said.find("w:tblCellMar" if kind == "tbl" else "w:tcMar", WORD)
        for margin in () if margins is None else margins:
            side = etree.QName(margin).localname.replace("start", "left").replace("end", "right")
            made[f"margin:{side}"] = value(margin, "w") or "0"
        if (found := said.find("w:shd", WORD)) is not None:
            made["fill"] = self._colour(found, "fill", "themeFill")
        if place := value(said.find("w:vAlign", WORD)):
            made["vAlign"] = place
        return made

    def _lines(self, borders: Element | None) -> Properties:
        """Lines by their side, each its width in points, kind, colour and distance in one text; a
        side that is expressly without is there as nothing."""
        made: Properties = {}
        for border in () if borders is None else borders:
            side, kind = etree.QName(border).localname, value(border) or "nil"
            if kind in ("nil", "none"):
                made[f"line:{side}"] = ""
                continue
            width = number(value(border, "sz")) / 8
            style = "dashed" if "dash" in kind.lower() else "solid"
            colour = self._colour(border, "color", "themeColor") or "000000"
            space = value(border, "space") or "0"
            made[f"line:{side}"] = f"{width:g} {style} {colour} {space}"
        return made

    def _colour(self, element: Element, plain: str, themed: str) -> str:
        """A colour as RRGGBB, or nothing for the usual one."""
        name = value(element, themed) or ""
        name = _THEMED.get(name, name)
        found = value(element, plain) or ""
        if len(found) == 6:
            return found
        return self._theme.get(name, "")

    def _typefaces(self, found: Element) -> Properties:
        made: Properties = {}
        for ours, name in (("latin", "ascii"), ("east", "eastAsia")):
            themed = value(found, f"{name}Theme")
            face = self._faces.get(themed, "") if themed else value(found, name)
            made |= {ours: face} if face else {}
        return made


_THEMED = {
    "text1": "dk1", "text2": "dk2", "background1": "lt1", "background2": "lt2", "dark1": "dk1",
    "dark2": "dk2", "light1": "lt1", "light2": "lt2", "hyperlink": "hlink",
}  # fmt: skip


def _theme_faces(package: Package) -> dict[str, str]:
    """The typefaces that a theme's names stand for."""
    found = reading.part(package, "theme")
    if found is None:
        return {}
    drawing = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    made: dict[str, str] = {}
    for kind in ("minor", "major"):
        fonts = found[1].find(f".//a:{kind}Font", drawing)
        for name, path in (
            ("HAnsi", "a:latin"), ("Ascii", "a:latin"), ("EastAsia", "a:ea"),
            ("EastAsia", 'a:font[@script="Jpan"]'),
        ):  # fmt: skip
            face = None if fonts is None else fonts.find(path, drawing)
            if face is not None and (typeface := face.get("typeface")):
                made.setdefault(f"{kind}{name}", typeface)
    return made


def _attributes(element: Element) -> Properties:
    return {etree.QName(name).localname: said for name, said in element.attrib.items()}  # type: ignore[misc]
