"""The words that Qt itself shows, in file dialogs and in the menus of text fields."""

from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtWidgets import QApplication

from cxstudio.ui.theme.state import Language

_spoken: dict[Language, QTranslator] = {}


def speak(app: QApplication, language: Language) -> None:
    """Make Qt speak the interface's language; English is what it is written in."""
    if language in _spoken:
        return
    for other in _spoken.values():
        app.removeTranslator(other)
    _spoken.clear()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)
        _spoken[language] = translator
