"""Gives the application its look, at the start and after each change of it."""

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QStyleFactory

from cxstudio.drawing.qt import register_fonts
from cxstudio.ui.theme import fonts, qt_words, state
from cxstudio.ui.theme.focus import FocusRing
from cxstudio.ui.theme.palette import palette
from cxstudio.ui.theme.sheet import sheet


def start(app: QApplication) -> None:
    """Fonts, base style, palette, style sheet and focus ring; once, before the first window."""
    register_fonts()
    app.setStyle(QStyleFactory.create("Fusion"))
    apply()
    FocusRing.follow(app)


def apply() -> None:
    """Palette, font and sheet of the theme in use; nothing before there is an application."""
    app = QApplication.instance()
    if isinstance(app, QApplication):
        qt_words.speak(app, state.language())
        if app.styleSheet():
            # Replacing a sheet takes Qt ten times as long as taking it off and putting one on.
            app.setStyleSheet("")
        app.setPalette(palette())
        app.setFont(QFont(fonts.font("body")))
        app.setStyleSheet(sheet())
