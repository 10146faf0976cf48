"""The colours of a roadmap: those of a theme of the program, or of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from cxstudio.drawing import tokens
from cxstudio.drawing.charts.figure import Palette
from cxstudio.drawing.roadmap_content import TIERS
from cxstudio.drawing.tokens import Theme


@dataclass(frozen=True)
class Inks:
    """Colours by role, and of the tiers by their name; `own` stands before the theme."""

    theme: Theme = "light"
    own: Mapping[str, str] = field(default_factory=dict)

    def colour(self, role: str) -> QColor:
        return QColor(self.own.get(role) or tokens.colour(role, self.theme))

    def tier(self, name: str) -> QColor:
        known = name if name in TIERS else "department"
        return QColor(self.own.get(known) or tokens.tier(known, self.theme))


LIGHT = Inks()


def document_inks(palette: Palette) -> Inks:
    """Petrol, slate and ink for the tiers, all of which bear white words; orange for what hurts.
    The tiers' shapes and lanes tell them apart besides."""
    return Inks(
        "light",
        {
            "frontline": palette.petrol,
            "department": palette.ink_2,
            "executive": palette.ink,
            "text": palette.ink,
            "text_2": palette.ink_2,
            "text_3": palette.ink_3,
            "line": palette.hairline,
            "line_strong": palette.rule,
            "accent": palette.petrol,
            "on_accent": "#FFFFFF",
            "negative": palette.orange,
            "error": palette.orange,
        },
    )
