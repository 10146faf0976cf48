"""The measures a map is laid out with: on screen in pixels, in print in tenths of a point.

Screen values are the "canvas" tokens and look.md; print values are those of the report's journey
page (report.md, sections 2 and 6). Tenths of a point keep every size of type a whole number, which
the fonts of the painter ask for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from cxstudio.drawing.journey.map import LaneKind
from cxstudio.drawing.journey.text import Type

Style = Literal["screen", "print"]

PLAIN_IN_PRINT: frozenset[LaneKind] = frozenset(
    (
        "actions",
        "touchpoints",
        "thoughts",
        "front_stage",
        "back_stage",
        "support",
        "departments",
        "measures",
        "pictures",
        "text",
    )
)
PLAIN_ON_SCREEN: frozenset[LaneKind] = frozenset(("measures",))


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in `units_per_mm` and types of one style in one language."""

    style: Style
    language: str
    units_per_mm: float
    label_width: float
    label_indent: float
    label_padding: float
    step_width: float
    top: float
    stage_height: float
    stage_gap: float
    stage_padding: float
    step_padding: float
    cell_padding: float
    row_padding: float
    card_padding: tuple[float, float]
    chip_padding: float
    plain_padding: float
    card_gap: float
    chip_gap: float
    mark: float
    mark_gap: float
    icon: float
    collapsed_height: float
    line_height: float
    emotion_height: float
    emotion_reach: float
    stage: Type
    step: Type
    label: Type
    note: Type
    card: Type
    strong: Type
    value: Type

    def least_lines(self, kind: LaneKind) -> int:
        """How many lines a card has room for at least, so that a row looks even."""
        if self.style == "print" or kind in ("touchpoints", "departments", "measures"):
            return 1
        return 2 if kind in ("pain_points", "moments_of_truth") else 3

    def plain(self, kind: LaneKind) -> bool:
        """Whether the cards of such a lane are bare text, without ground."""
        return kind in (PLAIN_IN_PRINT if self.style == "print" else PLAIN_ON_SCREEN)

    def chip(self, kind: LaneKind) -> bool:
        """Whether the cards of such a lane are flat, one line and an icon."""
        return self.style == "screen" and kind in ("touchpoints", "departments")

    def with_step(self, width: float) -> Metrics:
        """The same measures with another standard width of a step."""
        return replace(self, step_width=width)


def screen_metrics(language: str) -> Metrics:
    """Pixels at 100 %: label 112, step 145, emotion lane 136 (tokens "canvas")."""
    japanese = language.startswith("ja")
    line, bold = (18, 700) if japanese else (16, 600)
    return Metrics(
        style="screen",
        language=language,
        units_per_mm=96 / 25.4,
        label_width=112,
        label_indent=32,
        label_padding=11,
        step_width=145,
        top=8,
        stage_height=24,
        stage_gap=4,
        stage_padding=8,
        step_padding=11,
        cell_padding=8,
        row_padding=8,
        card_padding=(6, 8),
        chip_padding=3,
        plain_padding=0,
        card_gap=8,
        chip_gap=4,
        mark=12,
        mark_gap=6,
        icon=14,
        collapsed_height=28,
        line_height=24,
        emotion_height=136,
        emotion_reach=48,
        stage=Type(12, line, bold),
        step=Type(13, 22 if japanese else 20, bold),
        label=Type(12, line, 500),
        note=Type(12, line, 400),
        card=Type(12, line, 400),
        strong=Type(12, line, bold),
        value=Type(15, 24, bold),
    )


PRINT_UNITS_PER_MM = 720 / 25.4


def print_metrics(language: str, step_width: float = 809) -> Metrics:
    """Tenths of a point for the report's landscape page: label 70 pt, type 8 pt, notes 7 pt."""
    japanese = language.startswith("ja")
    line = 120 if japanese else 102
    return Metrics(
        style="print",
        language=language,
        units_per_mm=PRINT_UNITS_PER_MM,
        label_width=705,
        label_indent=0,
        label_padding=32,
        step_width=step_width,
        top=0,
        stage_height=172,
        stage_gap=6,
        stage_padding=52,
        step_padding=34,
        cell_padding=24,
        row_padding=26,
        card_padding=(26, 46),
        chip_padding=26,
        plain_padding=28,
        card_gap=24,
        chip_gap=6,
        mark=80,
        mark_gap=30,
        icon=90,
        collapsed_height=150,
        line_height=130,
        emotion_height=1000,
        emotion_reach=350,
        stage=Type(80, line, 600),
        step=Type(85, 128 if japanese else 108, 600),
        label=Type(80, line, 600),
        note=Type(70, 105 if japanese else 90, 400),
        card=Type(80, line, 400),
        strong=Type(80, line, 600),
        value=Type(85, line, 600),
    )
