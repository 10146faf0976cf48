"""The line in which a cause is written: Enter goes on at the same level, Tab one deeper."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxstudio.ui.tables.record_list import Index

NEXT = {
    Qt.Key.Key_Return: "beside",
    Qt.Key.Key_Enter: "beside",
    Qt.Key.Key_Tab: "below",
    Qt.Key.Key_Backtab: "above",
}


class CauseLine(QStyledItemDelegate):
    """`written` with the text and what comes next: "beside", "below", "above" or nothing.

    The tree writes it, not the model of the items, so that a cause is one change.
    """

    written = Signal(str, str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = super().createEditor(parent, option, index)
        assert isinstance(editor, QLineEdit)
        editor.setProperty("ownFocus", True)
        return editor

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        self._tell(editor, "")

    def _tell(self, editor: QWidget, what: str) -> None:
        assert isinstance(editor, QLineEdit)
        if not editor.property("told"):
            editor.setProperty("told", True)
            self.written.emit(editor.text(), what)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QLineEdit) and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            what = NEXT.get(Qt.Key(event.key()))
            if what:
                self._tell(watched, what)
                self.closeEditor.emit(watched)
                return True
            if event.key() == Qt.Key.Key_Escape:
                watched.setProperty("told", True)  # what was typed is given up
                self.written.emit("", "given up")
        return super().eventFilter(watched, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> Any:
        size = super().sizeHint(option, index)
        size.setHeight(max(size.height(), option.fontMetrics.height() + 14))
        return size
