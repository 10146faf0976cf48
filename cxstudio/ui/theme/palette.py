"""Qt's palette from the colour roles, for what no style sheet reaches."""

from PySide6.QtGui import QColor, QPalette

from cxstudio.ui.theme import state

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "surface",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Text: "text",
    _Role.PlaceholderText: "text_3",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "error",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "surface",
    _Role.Highlight: "selected",
    _Role.HighlightedText: "text",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Light: "surface",
    _Role.Midlight: "hover",
    _Role.Mid: "line",
    _Role.Dark: "line_strong",
    _Role.Shadow: "control_line",
}


def palette() -> QPalette:
    """The palette of the theme in use."""
    made = QPalette()
    for role, name in _ROLES.items():
        made.setColor(role, state.colour(name))
    faded = QColor(state.colour("text_3"))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, faded)
    return made
