"""Which theme, interface language and zoom are in use, and the signal when one changes."""

from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor

from cxstudio.drawing import tokens
from cxstudio.drawing.tokens import Theme

Language = Literal["en", "ja"]


class _State(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = "light"
        self.language: Language = "en"
        self.zoom = 1.0
        self.colours: dict[str, QColor] = {}


_state = _State()
changed = _state.changed


def current() -> Theme:
    """The theme in use: "light", "dark" or "projector"."""
    return _state.theme


def language() -> Language:
    """The interface language whose type scale is in use."""
    return _state.language


def zoom() -> float:
    """The user's zoom of all text and controls, 1.0 as drawn."""
    return _state.zoom


def px(pixels: float) -> int:
    """A measure of the design in pixels, times the zoom."""
    return round(pixels * _state.zoom)


def colour(role: str) -> QColor:
    """The colour of a role in the theme in use. Raises KeyError for an unknown role."""
    found = _state.colours.get(role)
    if found is None:
        found = _state.colours[role] = QColor(tokens.colour(role, _state.theme))
    return QColor(found)


def use(theme: Theme) -> None:
    """Switches the theme at once. Raises ValueError for an unknown one."""
    if theme not in tokens.THEMES:
        raise ValueError(f"There is no theme {theme!r}.")
    if theme != _state.theme:
        _state.theme = theme
        _announce()


def use_language(code: Language) -> None:
    """Switches the type scale to the interface language."""
    if code != _state.language:
        _state.language = code
        _announce()


def use_zoom(factor: float) -> None:
    """Sets the zoom, kept between 0.8 and 2.0."""
    factor = min(max(factor, 0.8), 2.0)
    if factor != _state.zoom:
        _state.zoom = factor
        _announce()


def _announce() -> None:
    from cxstudio.ui.theme.start import apply

    _state.colours.clear()
    apply()
    _state.changed.emit()
