"""A switch of 28 × 16 pixels, with an optional text beside it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cxstudio.ui import theme

_WIDTH, _HEIGHT, _GAP = 28, 16, 8


class Toggle(QAbstractButton):
    """On or off; ``toggled`` as any Qt button. Name is for screen readers where no text stands."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(name or text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width, height = theme.px(_WIDTH), theme.px(_HEIGHT)
        if self.text():
            width += theme.px(_GAP) + self.fontMetrics().horizontalAdvance(self.text()) + 1
            height = max(height, theme.line_height("body"))
        return QSize(width, height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.45)
        width, height = theme.px(_WIDTH), theme.px(_HEIGHT)
        track = QRectF(0, (self.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent" if self.isChecked() else "control_line"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height / 2 - 2
        centre = track.right() - height / 2 if self.isChecked() else track.left() + height / 2
        painter.setBrush(theme.colour("on_accent" if self.isChecked() else "surface"))
        painter.drawEllipse(QPointF(centre, track.center().y()), knob, knob)
        if self.text():
            painter.setPen(theme.colour("text"))
            room = self.rect().adjusted(width + theme.px(_GAP), 0, 0, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
