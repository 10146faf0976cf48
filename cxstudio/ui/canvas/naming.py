"""Naming a stage, step or lane where it stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.exchange.journey_content import tidy_name
from cxstudio.i18n import _
from cxstudio.ui.canvas.bars import Part

LEAST_WIDTH, HEIGHT = 110, 30


class NameField(QLineEdit):
    """Enter or leaving it names the part, Escape does not."""

    named = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._part: Part | None = None
        self.setProperty("small", True)
        self.setAccessibleName(_("Name"))
        self.hide()
        self.returnPressed.connect(self.finish)

    def open(self, part: Part, name: str, place: QRectF) -> None:
        """Stand over a part with its name selected."""
        self._part = part
        height = min(max(HEIGHT, round(place.height())), HEIGHT + 4)
        self.setGeometry(
            round(place.x()),
            round(place.center().y() - height / 2) if place.height() < 80 else round(place.y()) + 4,
            max(LEAST_WIDTH, round(place.width())),
            height,
        )
        self.setText(name)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus()

    def finish(self) -> None:
        """Give the name away."""
        part, name = self._part, tidy_name(self.text())
        self.cancel()
        if part is not None and name:
            self.named.emit(part, name)

    def cancel(self) -> None:
        """Close without a name."""
        self._part = None
        parent = self.parentWidget()
        if self.isVisible() and parent is not None:
            self.hide()
            parent.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()
