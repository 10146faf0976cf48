"""The look of the window: theme, colours, fonts and icons of the moment.

    from cxstudio.ui import theme
    theme.start(app)                 fonts, style and sheet, once
    theme.use("dark")                switches at once
    theme.colour("accent")           QColor of the current theme
    theme.font("section")            QFont by the type scale of the current language and zoom
    theme.icon("plus", "text_2")     crisp, coloured by role, follows the theme
    theme.changed.connect(slot)      after theme, language or zoom changed

Widgets that ask theme.colour() while painting need no connection: a change repaints everything.
"""

from cxstudio.ui.theme.fonts import font, line_height
from cxstudio.ui.theme.icons import icon, paint_icon, pixmap
from cxstudio.ui.theme.start import start
from cxstudio.ui.theme.state import (
    changed,
    colour,
    current,
    language,
    px,
    use,
    use_language,
    use_zoom,
    zoom,
)

__all__ = [
    "changed",
    "colour",
    "current",
    "font",
    "icon",
    "language",
    "line_height",
    "paint_icon",
    "pixmap",
    "px",
    "start",
    "use",
    "use_language",
    "use_zoom",
    "zoom",
]
