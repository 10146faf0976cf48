"""Inter for Latin and figures, Noto Sans CJK JP for Japanese, both brought along."""

from functools import cache

from PySide6.QtGui import QFont

from cxstudio.drawing import tokens
from cxstudio.drawing.qt import JAPANESE, LATIN
from cxstudio.ui.theme import state

_TABULAR = QFont.Tag("tnum")
_TIGHTER = {"figure": 98.5, "title": 98.5, "page": 99.0, "record": 99.0}


def families() -> list[str]:
    """The font families in the order in which characters are looked up."""
    named: list[str] = tokens.everything()["type"]["family"]["japanese"]
    return [LATIN, JAPANESE, *(name for name in named if name != LATIN)]


def font(role: str = "body") -> QFont:
    """The font of a text role ("figure" to "code", or "timer" to "smallest" of the projector)."""
    return QFont(_font(role, state.language(), state.zoom()))


@cache
def _font(role: str, language: state.Language, zoom: float) -> QFont:
    style = _style(role, language)
    made = QFont()
    made.setFamilies(families())
    made.setPixelSize(max(1, round(style.size * zoom)))
    made.setWeight(QFont.Weight(style.weight))
    made.setFeature(_TABULAR, 1)
    if language == "en" and role in _TIGHTER:
        made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, _TIGHTER[role])
    return made


def line_height(role: str = "body") -> int:
    """The distance of two lines of a text role, in pixels."""
    return state.px(_style(role, state.language()).line)


def _style(role: str, language: state.Language) -> tokens.TypeStyle:
    if role in tokens.everything()["type"]["projector"]:
        return tokens.type_style(role, "projector")
    return tokens.type_style(role, language)
