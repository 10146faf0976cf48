"""The letters of the Word file as rich text: runs, links, fields, pictures, equations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from lxml import etree

from cxstudio.report.docx.equations import MATH
from cxstudio.report.docx.firm.reading import WORD, Element, q, value
from cxstudio.report.docx.palette import mix
from cxstudio.report.docx.xml import NAMESPACES
from cxstudio.ui.editors.report.word_looks import Looks, Properties

MARK, CODE = "mark:", "code:"
"""What a link to a piece of evidence, and one to another record, begins with."""
PAGE = "\ue000"
"""Stands for the number of the page, in header and footer."""
MM = 96 / 25.4
"""Pixels of the preview for a millimetre on paper, at its full size."""
_EMU = 36000 / MM
_SMALL = 27
"""Half points below which the letters of our own look are cut large for its typeface on paper."""
_TINT = 0.88
_OPERATORS = ("+", "−", "=", "×", "±", "≥", "≤")
_FIELD, _RELATION = q("fldChar"), f"{{{NAMESPACES['r']}}}"


@dataclass
class Runs:
    """Writes what stands in paragraphs. `picture` gives the name of the next picture with its size
    in pixels, `address` what a relation leads to, `label` is the section that a header names."""

    looks: Looks
    picture: Callable[[Element, int, int], str]
    address: Callable[[str], str]
    faces: Callable[[Properties], str]
    smaller: float = 0.0
    """Points that letters of running size are less than the styles say."""
    label: str = ""
    _instruction: str = ""
    _in_field: list[str] = field(default_factory=list)

    def segments(self, paragraph: Element, base: Properties) -> list[str]:
        """What stands in the paragraph, parted where it has tabs."""
        made = [""]
        self._write(paragraph, base, made)
        return made

    def _write(self, parent: Element, base: Properties, made: list[str]) -> None:
        for child in parent.iterchildren("*"):
            self._write_one(child, base, made)

    def _write_one(self, child: Element, base: Properties, made: list[str]) -> None:
        name = etree.QName(child).localname
        if name == "r":
            self._run(child, base, made)
        elif name == "hyperlink":
            self._link(child, base, made)
        elif name == "fldSimple":
            self._field(child.get(q("instr"), ""), child, base, made)
        elif name == "oMath":
            made[-1] += self._span(_math(child), base)
        elif name == "AlternateContent":
            self._write(_chosen(child), base, made)
        elif name in ("sdt", "sdtContent", "ins", "smartTag", "Choice", "Fallback"):
            self._write(child, base, made)

    def _field(self, instruction: str, field: Element, base: Properties, made: list[str]) -> None:
        shown = self._result(instruction)
        if shown is None:
            self._write(field, base, made)
        else:
            letters = next(iter(field.iterfind("w:r", WORD)), None)
            made[-1] += self._span(escape(shown), base | self._letters(letters))

    def _result(self, instruction: str) -> str | None:
        """What a field shows here, where it is not what stands in it."""
        name = instruction.split()[:1]
        return {"PAGE": PAGE, "STYLEREF": self.label or None}.get(name[0]) if name else None

    def _link(self, link: Element, base: Properties, made: list[str]) -> None:
        inner = [""]
        self._write(link, base, inner)
        to = self._target(link)
        style = "text-decoration:none"
        made[-1] += f'<a href="{escape(to)}" style="{style}">{inner[0]}</a>' if to else inner[0]
        made += inner[1:]

    def _target(self, link: Element) -> str:
        anchor = link.get(q("anchor"), "")
        if relation := link.get(f"{_RELATION}id"):
            return self.address(relation)
        if anchor.startswith(("use_", "_")) or not anchor:
            return ""
        return (MARK if anchor.startswith("E_") else CODE) + anchor.replace("_", "-")

    def _run(self, run: Element, base: Properties, made: list[str]) -> None:
        letters = base | self._letters(run)
        if letters.get("vanish"):
            return
        for part in run.iterchildren("*"):
            name = etree.QName(part).localname
            if part.tag == _FIELD:
                self._field_part(value(part, "fldCharType") or "", letters, made)
            elif name == "instrText":
                self._instruction += part.text or ""
            elif self._in_field and self._in_field[-1] == "shown":
                continue
            elif name in ("tab", "ptab"):
                made.append("")
            elif name == "drawing":
                made[-1] += self._drawing(part)
            elif name == "AlternateContent":
                for drawing in _chosen(part).iter(q("drawing")):
                    made[-1] += self._drawing(drawing)
            else:
                made[-1] += self._words(name, part.text or "", letters)

    def _field_part(self, kind: str, letters: Properties, made: list[str]) -> None:
        if kind == "begin":
            self._instruction = ""
            self._in_field.append("")
        elif kind == "separate" and self._in_field:
            shown = self._result(self._instruction)
            if shown is not None:
                made[-1] += self._span(escape(shown), letters)
                self._in_field[-1] = "shown"
        elif kind == "end" and self._in_field:
            self._in_field.pop()

    def _letters(self, run: Element | None) -> Properties:
        """What a run says of its letters, over its style of letters."""
        said = None if run is None else run.find("w:rPr", WORD)
        if said is None:
            return {}
        style = value(said.find("w:rStyle", WORD))
        return (self.looks.letters_alone(style) if style else {}) | self.looks.letters_of(said)

    def _words(self, name: str, text: str, letters: Properties) -> str:
        if name == "br" or name == "cr":
            return "<br/>"
        if name == "noBreakHyphen":
            return self._span("\u2011", letters)
        if name != "t" or not text:
            return ""
        text = text.upper() if letters.get("caps") else text
        return self._span(escape(text), letters)

    def _span(self, text: str, letters: Properties) -> str:
        return f'<span style="{self.style(letters)}">{text}</span>'

    def style(self, letters: Properties) -> str:
        """Letters as a style of rich text."""
        half = float(letters.get("sz", "20"))
        points = half / 2 - (self.smaller if half < _SMALL else 0)
        said = [f"font-size:{points:g}pt"]
        said += ["font-weight:600"] if letters.get("b") else ["font-weight:400"]
        said += ["font-style:italic"] if letters.get("i") else []
        said += [f"color:#{colour}"] if (colour := letters.get("color")) else []
        ground = letters.get("fill") or _tint(letters.get("frame", ""))
        said += [f"background-color:#{ground}"] if ground else []
        if letters.get("vertAlign") in ("superscript", "subscript"):
            said.append(f"vertical-align:{letters['vertAlign'][:3]}")
            said[-1] = said[-1].replace("sup", "super")
        said += [face] if (face := self.faces(letters)) else []
        return ";".join(said)

    def _drawing(self, drawing: Element) -> str:
        extent = next(drawing.iter(f"{{{NAMESPACES['wp']}}}extent"), None)
        if extent is None:
            return ""
        width, height = (round(int(extent.get(side, "0")) / _EMU) for side in ("cx", "cy"))
        name = self.picture(drawing, width, height)
        return f'<img src="{name}" width="{width}" height="{height}"/>' if name else ""


def _tint(frame: str) -> str:
    """A ground for letters in a frame, which rich text does not have."""
    return mix(frame, "FFFFFF", _TINT) if frame else ""


def _chosen(alternatives: Element) -> Element:
    """Of what a document offers the first, which is the better one."""
    return next(iter(alternatives))


def _math(element: Element) -> str:
    """An equation in a line."""
    name = etree.QName(element).localname
    inner = {etree.QName(child).localname: child for child in element}
    parts = {kind: _math(child) for kind, child in inner.items()}
    if name == "t":
        sign = escape(element.text or "")
        return f" {sign} " if sign in _OPERATORS else f"{sign} " if sign == "," else sign
    if name == "f":
        return f"{_bracketed(parts['num'])} / {_bracketed(parts['den'])}"
    if name in ("sSub", "sSup", "sSubSup"):
        low = f"<sub>{parts['sub']}</sub>" if "sub" in parts else ""
        high = f"<sup>{parts['sup']}</sup>" if "sup" in parts else ""
        return parts["e"] + low + high
    if name == "d":
        return f"({parts['e']})"
    if name == "rad":
        return f"√{_bracketed(parts['e'])}"
    if name == "acc":
        return f"{parts['e']}\u0303"
    return "".join(_math(child) for child in element if child.tag.startswith(f"{{{MATH}}}"))


def _bracketed(part: str) -> str:
    """A part of a fraction or root of which one sees where it ends."""
    long = any(sign in part for sign in _OPERATORS) and not part.startswith("√(")
    return f"({part})" if long else part
