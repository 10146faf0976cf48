"""WordprocessingML as text: the writer's only way to make elements.

Building text is several times faster than building elements, and every element is written once,
in schema order, by the function that knows it. Whatever comes from the user passes ``escape``.
"""

from __future__ import annotations

import re

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
}
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_CODE_HYPHEN = re.compile(r"(?<![A-Za-z0-9][A-Z])(?<=[A-Z])-(?=\d{2})")
_HELD = re.compile(r"(?<=\d) (?=[mb]illion\b)|(?<=\b[nz]) (?== )|(?<=\b[nz] =) (?=[−\d])")
"""Where no line ends: between an amount and what it is counted in, and within "n = 1,543"."""
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """The text, safe inside an element or an attribute; what XML cannot carry is left out."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _UNWRITABLE.sub("", text.replace('"', "&quot;"))


def w(tag: str, *children: str, **attributes: str | int | None) -> str:
    """An element of the ``w`` namespace. Attributes that are None are left out, and escaped."""
    written = "".join(
        f' w:{name}="{escape(value) if isinstance(value, str) else value}"'
        for name, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<w:{tag}{written}>{inner}</w:{tag}>" if inner else f"<w:{tag}{written}/>"


def root(tag: str, *children: str) -> str:
    """A whole part whose root is an element of the ``w`` namespace."""
    return f'{DECLARATION}<w:{tag} {_DECLARED} mc:Ignorable="w14 w15">{"".join(children)}</w:{tag}>'


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def emu(millimetres: float) -> int:
    """English Metric Units, 36,000 to the millimetre."""
    return round(millimetres * 36000)


def text(value: str) -> str:
    """The content of a run: text, with newlines as line breaks and tabs as tabs."""
    parts = re.split(r"([\n\t])", value)
    return "".join(
        w("br") if part == "\n" else w("tab") if part == "\t" else _t(part)
        for part in parts
        if part
    )


def unbroken(value: str) -> str:
    """The content of a run like ``text``, in which no line ends inside a code ("G-03")."""
    before, *codes = _CODE_HYPHEN.split(value)
    return text(before) + "".join(w("noBreakHyphen") + text(code) for code in codes)


def _t(value: str) -> str:
    held = _HELD.sub("\u00a0", value)
    return f'<w:t xml:space="preserve">{escape(held)}</w:t>'


def run(value: str, properties: str = "") -> str:
    """A run of text; ``properties`` are the children of its ``w:rPr``."""
    return f"<w:r>{_rpr(properties)}{text(value)}</w:r>" if value else ""


def flowing(value: str, properties: str = "") -> str:
    """A run of running text, which keeps codes in one piece."""
    return f"<w:r>{_rpr(properties)}{unbroken(value)}</w:r>" if value else ""


def _rpr(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def paragraph(style: str, *content: str, properties: str = "") -> str:
    """A paragraph; ``properties`` are what follows the style in its ``w:pPr``."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(content)}</w:p>'


def ending_section(last: str, section: str) -> str:
    """The paragraph, now the last of a section with these ``w:sectPr``."""
    return last.replace("</w:pPr>", f"{section}</w:pPr>", 1)


def is_table(element: str) -> bool:
    """Whether the element is a table, after which Word wants a paragraph."""
    return element.startswith("<w:tbl>")
