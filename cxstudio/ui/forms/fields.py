"""The kinds of form fields: each reads and writes one plain value and says when it was edited."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any, Protocol

from PySide6.QtCore import QDate, QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QFocusEvent,
    QInputMethodEvent,
    QResizeEvent,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
    QWidgetAction,
)

from cxstudio.exchange.journey_content import UNWRITABLE
from cxstudio.exchange.typed import day_of, number_of
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets

_BREAKS = re.compile(r"[ ]*[\t\n\r\u2028\u2029]+[ ]*")
"""What parts the lines and cells of other programs."""


class Field(Protocol):
    """A widget that holds one value of a record.

    `edited` is emitted on every edit by the user, `left` when the focus leaves;
    `composing()` is true while an input method has a word under way.
    """

    edited: Any
    left: Any

    def value(self) -> Any: ...
    def set_value(self, value: Any) -> None: ...
    def composing(self) -> bool: ...
    def fault(self) -> str: ...


class LineField(QLineEdit):
    """One line of text."""

    edited = Signal()
    left = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self._preedit = ""
        self.textEdited.connect(self._tell)

    def _tell(self, text: str) -> None:
        if _BREAKS.search(text):
            self._in_one_line(text)
        self.edited.emit()

    def _in_one_line(self, text: str) -> None:
        """Lines and cells that were pasted stand behind each other."""
        before = _BREAKS.sub(" ", text[: self.cursorPosition()])
        self.setText(_BREAKS.sub(" ", text).strip())
        self.setCursorPosition(len(before.strip()))

    def value(self) -> Any:
        return UNWRITABLE.sub("", self.text())

    def set_value(self, value: Any) -> None:
        text = "" if value is None else str(value)
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)))

    def composing(self) -> bool:
        return bool(self._preedit)

    def fault(self) -> str:
        return ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NumberField(LineField):
    """A number or nothing; decimal point or comma, thousands separators allowed."""

    def __init__(
        self,
        low: float | None = None,
        high: float | None = None,
        *,
        whole: bool = False,
        percent: bool = False,
        positive: bool = False,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder, parent)
        self._positive = positive
        self._low, self._high, self._whole, self._percent = low, high, whole, percent
        self.setMaximumWidth(theme.px(180))

    def value(self) -> Any:
        text = self.text().strip()
        if not text:
            return None
        number = self._number(text) / (100 if self._percent else 1)
        return round(number) if self._whole else number

    def _number(self, text: str) -> float:
        """What is typed as a number. Raises ValueError."""
        return number_of(text)

    def set_value(self, value: Any) -> None:
        super().set_value(self._shown(value))

    def _shown(self, value: Any) -> str:
        if value is None:
            return ""
        if self._percent:
            return f"{round(value * 100, 2):g} %"
        text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.12g}"
        return text.replace("-", "−")

    def fault(self) -> str:
        try:
            value = self.value()
        except ValueError:
            return _("This is not a number. It was not saved.")
        return "" if value is None else self.refusal(value)

    def refusal(self, value: float) -> str:
        """Why a number must not be written, else nothing."""
        if self._positive and value == 0:
            return _("Write more than 0, or leave it empty. It was not saved.")
        if self._low is not None and value < self._low:
            return _("The smallest value is {low}.").format(low=self._shown(self._low))
        if self._high is not None and value > self._high:
            return _("The largest value is {high}.").format(high=self._shown(self._high))
        return ""


class DateField(LineField):
    """A day or nothing, typed as 2026-06-15 or chosen from a calendar (Alt+Down)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("2026-06-15", parent)
        self.setMaximumWidth(theme.px(180))
        self.returnPressed.connect(self.left)
        choose = QAction(theme.icon("calendar", "text_3"), _("Choose a day"), self)
        choose.triggered.connect(self._choose)
        choose.setShortcut("Alt+Down")
        choose.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.addAction(choose, QLineEdit.ActionPosition.TrailingPosition)

    def value(self) -> Any:
        text = self.text().strip()
        return day_of(text, months=False) if text else None

    def set_value(self, value: Any) -> None:
        super().set_value(value.isoformat() if value else "")

    def fault(self) -> str:
        try:
            self.value()
        except ValueError:
            return _("Write a day as year-month-day, such as 2026-06-15.")
        return ""

    def _choose(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        day = None if self.fault() else self.value()
        if day:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)
        calendar.activated.connect(menu.close)
        calendar.clicked.connect(self._chosen)
        menu.exec(self.mapToGlobal(QPoint(0, self.height())))

    def _chosen(self, day: QDate) -> None:
        self.setText(day.toString("yyyy-MM-dd"))
        self.edited.emit()
        self.left.emit()


_NO_BAR = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def written(document: QTextDocument) -> str:
    """The text of a field with its no-break spaces, of which Qt's plain text makes others: a text
    that has them would be another as soon as it is shown."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


class ParagraphField(QPlainTextEdit):
    """Text of several lines; grows with what is written, between `lines` and 24 lines."""

    edited = Signal()
    left = Signal()

    def __init__(
        self, placeholder: str = "", lines: int = 3, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(_NO_BAR)
        self._lines = lines
        self._preedit = ""
        self._filling = False
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def _tell(self) -> None:
        if not self._filling and not self._preedit:
            self.edited.emit()

    def _fit(self) -> None:
        line = self._line()
        most = 24 * line
        height, block = 0.0, self.document().firstBlock()
        while block.isValid() and height <= most:
            height += self.blockBoundingRect(block).height()  # Japanese lines are higher
            block = block.next()
        bars = Qt.ScrollBarPolicy.ScrollBarAsNeeded if height > most else _NO_BAR
        self.setVerticalScrollBarPolicy(bars)
        frame = theme.px(6 if self.property("bare") else 18)
        self.setFixedHeight(min(max(ceil(height), self._least() * line), most) + frame)

    def _line(self) -> int:
        natural = self.fontMetrics().lineSpacing()
        if theme.language() != "ja":
            return natural
        return max(natural, ceil(1.45 * self.fontInfo().pixelSize()))  # Noto Sans CJK's own

    def _least(self) -> int:
        """So many lines at least; while it is empty also those of the whole example."""
        if not self.document().isEmpty():
            return self._lines
        room = max(self.viewport().width() - 8, 1)
        example = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return max(self._lines, ceil(1.05 * example / room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def value(self) -> Any:
        return UNWRITABLE.sub("", written(self.document()))

    def set_value(self, value: Any) -> None:
        if value == written(self.document()):
            return
        self._filling = True
        place = self.textCursor().position() if self.hasFocus() else 0
        self.setPlainText(value or "")
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)  # an undo does not throw the writer back to the beginning
        self._filling = False

    def composing(self) -> bool:
        return bool(self._preedit)

    def fault(self) -> str:
        return ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class ChoiceField(widgets.Choice):
    """One of a fixed set, or (with `none`) nothing."""

    edited = Signal()
    left = Signal()

    def __init__(
        self,
        options: Mapping[Any, str] | Sequence[tuple[Any, str]],
        none: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setMaximumWidth(theme.px(360))
        self.set_options(options, none)
        self.activated.connect(self._tell)
        self.installEventFilter(_WheelFilter(self))

    def minimumSizeHint(self) -> QSize:
        """Narrower than the longest choice: a narrow pane cuts it with …, and does not scroll."""
        return QSize(theme.px(96), super().minimumSizeHint().height())

    def set_options(
        self, options: Mapping[Any, str] | Sequence[tuple[Any, str]], none: str = ""
    ) -> None:
        """Offer other choices, keeping the present one where it is still there."""
        now = self.currentData()
        self.blockSignals(True)
        self.clear()
        if none:
            self.addItem(none, None)
        for key, text in options.items() if isinstance(options, Mapping) else options:
            self.addItem(text, key)
        self.set_value(now)
        self.blockSignals(False)

    def _tell(self, _index: int) -> None:
        self.edited.emit()
        self.left.emit()

    def value(self) -> Any:
        return self.currentData()

    def set_value(self, value: Any) -> None:
        self.setCurrentIndex(self.findData(value))

    def composing(self) -> bool:
        return False

    def fault(self) -> str:
        return ""


class _WheelFilter(QObject):
    """Keeps the wheel for scrolling the page: a choice is not changed by passing over it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and isinstance(watched, QWidget):
            event.ignore()
            return True
        return False


class ScaleField(widgets.Segmented):
    """One of a few steps side by side, such as 1 to 5."""

    edited = Signal()
    left = Signal()

    def __init__(
        self, steps: Sequence[tuple[Any, str]], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__([(str(key), text) for key, text in steps], name, parent=parent)
        self._values = {str(key): key for key, _text in steps}
        self.chosen.connect(self._tell)

    def _tell(self, _key: str) -> None:
        self.edited.emit()
        self.left.emit()

    def value(self) -> Any:
        return self._values.get(self.key())

    def set_value(self, value: Any) -> None:
        self.choose(str(value))  # also None, where the steps have one for it

    def composing(self) -> bool:
        return False

    def fault(self) -> str:
        return ""
