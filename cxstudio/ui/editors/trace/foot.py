"""The line under the graph: zoom at the left, and what the signs mean."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from cxstudio.drawing.trace.legend import entries, paint_legend
from cxstudio.drawing.trace.look import Look
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.floating import ZoomBar

HEIGHT = 44


class Legend(QWidget):
    """The signs of the graph in one line, as many as have room; the tooltip says all of them."""

    def __init__(self) -> None:
        super().__init__()
        self.refresh()

    def refresh(self) -> None:
        """Another theme or language."""
        words = "\n".join(entry.words for entry in entries(self._look))
        self.setAccessibleName(_("Legend"))
        self.setAccessibleDescription(words)
        self.update()

    @property
    def _look(self) -> Look:
        return Look(theme.current(), theme.language())

    def sizeHint(self) -> QSize:
        return QSize(round(max(e.right for e in entries(self._look)) * theme.zoom()) + 1, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = theme.zoom()
        painter.scale(scale, scale)
        paint_legend(painter, self._look, self.height() / scale / 2, self.width() / scale)


class Foot(widgets.Ground):
    """Stands under the graph, so that nothing floats over its records."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("surface", parent)
        self.zoom_bar = ZoomBar(self)
        self.legend = Legend()
        for button in self.zoom_bar.findChildren(QAbstractButton):
            if button.toolTip() == _("Fit the whole map"):
                button.setToolTip(_("Fit the whole chain"))
                button.setAccessibleName(button.toolTip())
        self._line = widgets.Hairline(parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 1, theme.px(24), 0)
        row.setSpacing(theme.px(24))
        row.addWidget(self.zoom_bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.legend, 100)

    def sizeHint(self) -> QSize:
        return QSize(0, theme.px(HEIGHT))

    def resizeEvent(self, event: object) -> None:
        self._line.setGeometry(0, 0, self.width(), 1)
