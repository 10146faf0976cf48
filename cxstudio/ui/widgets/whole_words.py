"""What a button cannot show is told where the pointer rests: one rule for every window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

SHORT = 4
"""Letters of a text that may be a code or a number, of which the name says more."""


class WholeWords(QObject):
    """Watches one window, to which Qt brings the question for a tooltip that nobody answered."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            assert isinstance(watched, QWidget)
            under = watched.childAt(event.pos())
            while under is not None and not isinstance(under, QAbstractButton):
                under = under.parentWidget()
            if isinstance(under, QAbstractButton) and (words := unsaid(under)):
                QToolTip.showText(event.globalPos(), words, under)
                return True
        return super().eventFilter(watched, event)


def unsaid(button: QAbstractButton) -> str:
    """The words of a button that shows an icon alone, a code, or its words cut; else nothing."""
    shown, name = button.text().replace("&", ""), button.accessibleName()
    if len(shown) <= SHORT and name and name != shown:
        return name
    return shown if shown and button.width() < button.sizeHint().width() else ""
