"""Grounds, panels and hairlines: what the other parts lie on."""

from typing import Literal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from cxstudio.ui import theme

GroundRole = Literal["window", "surface", "sunken", "page_ground"]
PanelKind = Literal["plain", "sunken", "accent", "dashed"]


def restyle(widget: QWidget) -> None:
    """Lets the style sheet look again at a widget whose dynamic property changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


class Ground(QWidget):
    """A plain area in the colour of a ground role."""

    def __init__(self, role: GroundRole = "surface", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", role)


class Panel(QFrame):
    """A rounded panel with a hairline for a thing that stands alone; never a panel in a panel."""

    def __init__(
        self, kind: PanelKind = "plain", padding: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("panel", kind)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(8)


class Hairline(QWidget):
    """A line of one pixel."""

    def __init__(self, vertical: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fixed, growing = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, growing) if vertical else (growing, fixed)))

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.colour("line"))


def divided(left: QWidget, right: QWidget, grows: QWidget) -> QSplitter:
    """Two parts with a handle between them; what the window gains goes to the one that grows."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.addWidget(left)
    splitter.addWidget(right)
    splitter.setStretchFactor(splitter.indexOf(grows), 1)
    splitter.setChildrenCollapsible(False)
    return splitter
