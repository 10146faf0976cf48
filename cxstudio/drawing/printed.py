"""The colours of what is drawn for a document: the roles of a theme in the document's palette."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor

from cxstudio.drawing.charts.figure import Palette


@cache
def printed(role: str, palette: Palette) -> QColor:
    """The colour of a role on paper. Raises KeyError for what is not drawn there."""
    return QColor(_roles(palette)[role])


@cache
def _roles(palette: Palette) -> dict[str, str]:
    """White grounds, petrol for what is good or ours, orange for what hurts or is missing; tiers in
    petrol, slate and ink, all of which bear white words."""
    return dict.fromkeys(("surface", "sunken", "on_accent"), "#FFFFFF") | {
        "text": palette.ink,
        "text_2": palette.ink_2,
        "text_3": palette.ink_3,
        "line": palette.hairline,
        "line_strong": palette.rule,
        "accent": palette.petrol,
        "accent_dark": palette.petrol_dark,
        "accent_ground": palette.petrol_tint,
        "missing": palette.orange,
        "missing_ground": palette.orange_tint,
        "positive": palette.petrol,
        "negative": palette.orange,
        "error": palette.orange,
        "frontline": palette.petrol,
        "department": palette.ink_2,
        "executive": palette.ink,
    }
