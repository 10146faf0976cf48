"""A drop-down list in the program's look."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from cxstudio.ui import theme
from cxstudio.ui.widgets.menus import POPUP, rounded

WIDEST, MARGIN = 480, 56  # the list, and what stands beside a text in it


class Choice(QComboBox):
    """A drop-down list; the wheel changes it only when it has the focus.

    What does not fit is cut with …; the tooltip and the list show the whole.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        view = QListView(self)
        self.setView(view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        popup = view.parentWidget()
        if popup is not None:
            popup.setWindowFlags(Qt.WindowType.Popup | POPUP)
            rounded(popup)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()

    def shown_text(self) -> str:
        """As much of the chosen text as there is room for."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        return self._cut(option)

    def _cut(self, option: QStyleOptionComboBox) -> str:
        control, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, field, self).width() - 4
        text: str = option.currentText  # type: ignore[attr-defined]
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._cut(option)  # type: ignore[attr-defined]
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and self.shown_text() != self.currentText():
            assert isinstance(event, QHelpEvent)
            QToolTip.showText(event.globalPos(), self.currentText(), self)
            return True
        return super().event(event)

    def showPopup(self) -> None:
        """As wide as its longest line, within reason, and within the screen."""
        lines = [self.itemText(row) for row in range(self.count())]
        needed = [self.fontMetrics().horizontalAdvance(line) + theme.px(MARGIN) for line in lines]
        wide = max(min(max(needed, default=0), theme.px(WIDEST)), self.width())
        view = self.view()
        view.setMinimumWidth(wide)
        for row, line in enumerate(lines):
            tip = line if needed[row] > wide else None
            self.setItemData(row, tip, Qt.ItemDataRole.ToolTipRole)
        super().showPopup()
        popup = view.parentWidget()
        if popup is not None:
            right = self.screen().availableGeometry().right()
            popup.move(min(popup.x(), right - popup.width()), popup.y())
