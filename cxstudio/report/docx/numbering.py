"""The part ``word/numbering.xml``: sections 1, 2 …, appendices A, B …, bullets and numbers."""

from __future__ import annotations

from cxstudio.report.docx.palette import Palette
from cxstudio.report.docx.styles import colour
from cxstudio.report.docx.xml import root, twips, w

SECTIONS, APPENDICES, BULLETS, NUMBERS = 1, 2, 3, 4
UNNUMBERED = w("numPr", w("ilvl", val=0), w("numId", val=0))
"""No number, where a style has one."""
HANGING = 8.0
"""Millimetres that the number of a section takes."""


def numbering_part(palette: Palette, restarts: int) -> str:
    """The part, with ``restarts`` further lists that each begin at 1 (numbers 5, 6 …)."""
    lists = lists_of(palette)
    first = len(lists) + 1
    again = (numbered_again(first + n, NUMBERS) for n in range(restarts))
    return root("numbering", *lists, *(list_of(kind) for kind in _KINDS), *again)


_KINDS = (SECTIONS, APPENDICES, BULLETS, NUMBERS)


def list_of(number: int) -> str:
    """The list of a definition that has the same number."""
    return w("num", w("abstractNumId", val=number), numId=number)


def lists_of(
    palette: Palette, offset: int = 0, heading: str = "Heading1", hanging: float = HANGING
) -> list[str]:
    """The four list definitions, their ids moved by ``offset`` beside a template's own; its
    headings may need more millimetres (``hanging``) for their numbers."""
    mark = w("rPr", w("b"), w("bCs"), colour("petrol", palette))
    dot = w("rPr", colour("petrol", palette))
    return [
        _list(SECTIONS + offset, "decimal", "%1", hanging, mark, heading),
        _list(APPENDICES + offset, "upperLetter", "%1", hanging, mark),
        _list(BULLETS + offset, "bullet", "•", 4.2, dot),
        _list(NUMBERS + offset, "decimal", "%1", 4.8, mark),
    ]


def numbered_again(number: int, definition: int) -> str:
    """A list of its own on a shared definition, so that it begins at 1."""
    override = w("lvlOverride", w("startOverride", val=1), ilvl=0)
    return w("num", w("abstractNumId", val=definition), override, numId=number)


def _list(number: int, form: str, shown: str, hanging: float, letters: str, style: str = "") -> str:
    level = w(
        "lvl",
        w("start", val=1),
        w("numFmt", val=form),
        w("pStyle", val=style) if style else "",
        w("lvlText", val=shown),
        w("lvlJc", val="left"),
        w("pPr", w("ind", left=twips(hanging), hanging=twips(hanging))),
        letters,
        ilvl=0,
    )
    return w("abstractNum", w("multiLevelType", val="multilevel"), level, abstractNumId=number)
