"""The colours of a roadmap: those of a theme of the program, or of a document."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from cxstudio.drawing import tokens
from cxstudio.drawing.charts.figure import Palette
from cxstudio.drawing.printed import printed
from cxstudio.drawing.roadmap.content import TIERS
from cxstudio.drawing.tokens import Theme


@dataclass(frozen=True)
class Inks:
    """Colours by role, and of the tiers by their name; in a document those of its palette. The
    shapes and lanes of tiers tell them apart besides."""

    theme: Theme = "light"
    palette: Palette | None = None

    def colour(self, role: str) -> QColor:
        if self.palette is not None:
            return printed(role, self.palette)
        return QColor(tokens.colour(role, self.theme))

    def tier(self, name: str) -> QColor:
        known = name if name in TIERS else "department"
        if self.palette is not None:
            return printed(known, self.palette)
        return QColor(tokens.tier(known, self.theme))


LIGHT = Inks()
