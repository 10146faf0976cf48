"""How the notes are set: room for times, headings, chips and the panel, in pixels of the theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF, QTextBlockFormat

from cxstudio.ui import theme
from cxstudio.ui.editors.interviews.notes import Line, Place

MARGIN = 72  # left of the text, for the time
RIGHT = 32
WIDEST = 760  # of the text
GAP = 20  # between two paragraphs
HEADING = 34  # what a question's heading adds to it
CHIP, CHIP_GAP = 20, 6
ROW = CHIP + CHIP_GAP
ABOVE_CHIPS = 8
ABOVE_PANEL = 10


@dataclass(frozen=True)
class Setting:
    """What a block's format is made from."""

    below: int
    indent: int


@dataclass
class Arrangement:
    """What stands around the lines: marks by line, and the headings above them."""

    rows: dict[int, list[int]]
    headings: dict[int, int]


def arrange(lines: Sequence[Line], places: Mapping[int, Place]) -> Arrangement:
    """`headings` gives the question for each line that begins to answer one."""
    rows: dict[int, list[int]] = defaultdict(list)
    for id, place in sorted(places.items(), key=lambda item: (item[1].begins, item[1].ends)):
        rows[place.line].append(id)
    headings, before = {}, None
    for index, line in enumerate(lines):
        if line.question_id is not None and line.question_id != before:
            headings[index] = before = line.question_id
    return Arrangement(rows, headings)


def rows_height(count: int) -> int:
    """The room that chips in `count` rows take below the words."""
    return ABOVE_CHIPS + count * ROW - CHIP_GAP if count else 0


def settings(
    lines: Sequence[Line], now: Arrangement, opened: int | None, panel: int
) -> list[Setting]:
    """The setting of each line; below the line of the opened mark there is room for the panel."""
    made = []
    indents: dict[str, int] = {}
    for index, line in enumerate(lines):
        if line.speaker not in indents:
            indents[line.speaker] = indent_of(line.speaker)
        ids = now.rows.get(index, [])
        closed = [id for id in ids if id != opened]
        below = theme.px(rows_height(len(closed)) + GAP)
        below += theme.px(ABOVE_PANEL) + panel if opened in ids else 0
        below += theme.px(HEADING) if index + 1 in now.headings else 0
        made.append(Setting(below, indents[line.speaker]))
    return made


def indent_of(speaker: str) -> int:
    """How far the first line is set in, for the speaker painted before it."""
    if not speaker:
        return 0
    return round(speaker_metrics().horizontalAdvance(speaker)) + theme.px(8)


def speaker_metrics() -> QFontMetricsF:
    font = theme.font("reading")
    font.setWeight(font.Weight.DemiBold)
    return QFontMetricsF(font)


def is_set(format: QTextBlockFormat, setting: Setting) -> bool:
    """Whether a block is set so already."""
    return format.bottomMargin() == setting.below and format.textIndent() == setting.indent


def block_format(setting: Setting) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setBottomMargin(setting.below)
    made.setTextIndent(setting.indent)
    height = QTextBlockFormat.LineHeightTypes.FixedHeight
    made.setLineHeight(theme.line_height("reading"), height.value)
    return made
