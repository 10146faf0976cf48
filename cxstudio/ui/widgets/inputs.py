"""Fields for numbers and days. The wheel changes them only when they have the focus."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QDoubleSpinBox,
    QSpinBox,
    QWidget,
)

from cxstudio.ui import theme

_INDENT = 8


def _set_up(field: QAbstractSpinBox) -> None:
    """The room at the left, which the style sheet cannot give to these fields."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    line = field.lineEdit()
    if line is not None:
        line.setTextMargins(theme.px(_INDENT), 0, 0, 0)


class Number(QSpinBox):
    """A whole number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_up(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class Decimal(QDoubleSpinBox):
    """A number with decimals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_up(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()


class Day(QDateEdit):
    """A day, chosen in a calendar or typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        _set_up(self)
        self._refresh()
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        """Weekends in the colour of all days; no numbers of weeks."""
        calendar = self.calendarWidget()
        calendar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        calendar.setMinimumSize(theme.px(272), theme.px(272))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        words, days = QTextCharFormat(), QTextCharFormat()
        words.setForeground(theme.colour("text_3"))
        days.setForeground(theme.colour("text"))
        calendar.setHeaderTextFormat(words)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, days)

    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event) if self.hasFocus() else event.ignore()
