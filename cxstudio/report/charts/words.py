"""Words of charts that fit their room."""

from __future__ import annotations

from cxstudio.drawing.face import OURS, present
from cxstudio.report.charts.data import LETTERS

_COLONS = (": ", "：")
_STAND_IN = 1.15
"""How much wider letters may be where a reader has something else for a template's typeface."""


def words_mm(text: str, bold: bool = False) -> float:
    """The room that words need in a chart that Word draws, in whatever its reader has."""
    from cxstudio.drawing.charts.figure import text_mm

    return text_mm(text, LETTERS, bold) * (1.0 if present() == OURS else _STAND_IN)


def in_lines(name: str, width_mm: float) -> str:
    """The name in at most two lines of bold letters that are no wider, broken after a colon where
    both parts fit; a second line that is too long is cut."""

    def fits(text: str) -> bool:
        return words_mm(text.rstrip(), True) <= width_mm

    if fits(name):
        return name
    for colon in _COLONS:
        first, mark, last = name.rpartition(colon)
        if mark and fits(first + mark) and fits(last):
            return f"{first}{mark.rstrip()}\n{last}"
    lines = [""]
    for part in [f"{word} " for word in name.split()] if " " in name else list(name):
        if lines[-1] and not fits(lines[-1] + part):
            lines.append("")
        lines[-1] += part
    shown = [line.rstrip() for line in lines]
    return "\n".join(shown if len(shown) <= 2 else (shown[0], f"{shown[1]}…"))
