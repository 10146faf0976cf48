"""A page set closer: less space and tighter lines, so that what belongs on one page stays there.

The size of the letters stays, as do the styles: the paragraphs of that page alone say it.
"""

from __future__ import annotations

import re

from cxstudio.report.docx.style_list import STYLES, StyleSpec
from cxstudio.report.docx.typesetting import Typesetting
from cxstudio.report.docx.xml import w

_SPACE, _LINE = 0.55, 0.08
"""The most that is taken of the space around paragraphs and in cells, and of a line."""
_LINES = {"CXFigure", "CXKeyFigure", "CXSeparator", "CXMessageWide", "Heading2"}
"""Styles whose lines stay as they are."""
_PROPERTIES = re.compile(r'<w:pPr><w:pStyle w:val="([^"]*)"/>(.*?)</w:pPr>', re.DOTALL)
_SPACING = re.compile(r"<w:spacing ([^>]*)/>")
_SIZE = re.compile(r'w:(before|after|line)="(\d+)"')
_AFTER_SPACING = re.compile(r"<w:(ind|contextualSpacing|jc|textAlignment|outlineLvl|rPr|sectPr)\b")
_MARGIN = re.compile(r'(<w:(?:top|bottom) w:w=")(\d+)(" w:type="dxa"/>)')
_SPECS = {spec.id: spec for spec in STYLES}


def closer(pieces: list[str], setting: Typesetting, share: float) -> list[str]:
    """The paragraphs and tables with less space in and between them; ``share`` is how much of
    what can be taken is taken, from 0 to 1."""
    ours = {theirs: role for role, theirs in setting.styles.items()}
    space, line = 1 - _SPACE * share, 1 - _LINE * share

    def less(found: re.Match[str]) -> str:
        left = line if found[1] == "line" else space
        return f'w:{found[1]}="{round(int(found[2]) * left)}"'

    def paragraph(found: re.Match[str]) -> str:
        id_, rest = found[1], found[2]
        said = _SPACING.search(rest)
        spec = _SPECS.get(ours.get(id_, id_))
        if said is None and spec is not None:
            after = _AFTER_SPACING.search(rest)
            place = after.start() if after else len(rest)
            rest = rest[:place] + _SIZE.sub(less, _spacing(spec, setting)) + rest[place:]
        elif said is not None:
            rest = rest[: said.start()] + _SIZE.sub(less, said[0]) + rest[said.end() :]
        return f'<w:pPr><w:pStyle w:val="{id_}"/>{rest}</w:pPr>'

    def margin(found: re.Match[str]) -> str:
        return f"{found[1]}{round(int(found[2]) * space)}{found[3]}"

    return [_MARGIN.sub(margin, _PROPERTIES.sub(paragraph, piece)) for piece in pieces]


def _spacing(spec: StyleSpec, setting: Typesetting) -> str:
    """The space and line of the style, as a paragraph says them itself."""
    before, after = _inherited(spec, "space") or (0, 0)
    multiple, exact = _inherited(spec, "line") or (0, 0)
    line = rule = None
    if spec.id not in _LINES and multiple and exact:
        rule = "exact" if setting.japanese else "auto"
        size = setting.look.fixed_scale or 1
        line = round(exact * 20 * size if setting.japanese else multiple * 240)
    return w(
        "spacing", before=round(before * 20), after=round(after * 20), line=line, lineRule=rule
    )


def _inherited(spec: StyleSpec | None, name: str) -> tuple[float, float] | None:
    while spec is not None:
        found: tuple[float, float] | None = getattr(spec, name)
        if found is not None:
            return found
        spec = _SPECS.get(spec.based_on) if spec.based_on != spec.id else None
    return None
