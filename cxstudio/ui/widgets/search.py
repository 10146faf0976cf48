"""A field to search in, with a magnifying glass and a hint of its shortcut."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.ui import theme
from cxstudio.ui.widgets.keycap import KeyCap
from cxstudio.ui.widgets.label import Label

_ICON, _LEFT, _TEXT = 16, 10, 24


class SearchField(QLineEdit):
    """A line to type into; the right side shows the shortcut or how much was found."""

    def __init__(self, placeholder: str, shortcut: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._hint: QWidget | None = KeyCap(shortcut, self) if shortcut else None
        self._count = Label("", "small", "text_3", parent=self)
        self._count.hide()
        self._refresh()
        theme.changed.connect(self._refresh)
        self.textChanged.connect(self._place)

    def _refresh(self) -> None:
        self.setTextMargins(theme.px(_TEXT), 0, theme.px(_TEXT), 0)
        self._place()

    def set_count(self, text: str) -> None:
        """Words at the right, such as "37 found"; empty for none."""
        self._count.setText(text)
        self._place()

    def _place(self) -> None:
        counted = bool(self._count.text() and self.text())
        self._count.setVisible(counted)
        if self._hint is not None:
            self._hint.setVisible(not self.text())
        for widget in (self._count, self._hint):
            if widget is not None:
                widget.resize(widget.sizeHint())
                left = self.width() - widget.width() - theme.px(8)
                widget.move(left, (self.height() - widget.height()) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = theme.px(_ICON)
        area = self.rect()
        area.setLeft(theme.px(_LEFT))
        area.setWidth(side)
        area.setTop((self.height() - side) // 2)
        area.setHeight(side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme.paint_icon(painter, area, "search", "text_3")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
