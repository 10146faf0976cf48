"""The lines of a review on the screen: typed into, or chosen from."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QPlainTextEdit,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

from cxstudio.i18n import _
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.progress.items_table import COLUMNS, TEXTS, ItemsTable
from cxstudio.ui.editors.progress.status import paint_status, words_of
from cxstudio.ui.forms.marking import Marking
from cxstudio.ui.tables.editable import VALUE
from cxstudio.ui.tables.editable_view import EditableView
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.tables.row_delegate import selected
from cxstudio.ui.workspace import Workspace

PAD, SIDE, RIGHT, HEAD, LEAST = 10, 15, 8, 36, 44
LEAST_WIDE, LEAST_HIGH = 260, 92
WIDTHS = {"planned": 92, "actual": 84, "status": 104, "owner_id": 112, "due_on": 118}
NARROW = {"planned": 78, "actual": 70, "status": 104, "owner_id": 98, "due_on": 80}
SHARES = {"subject": 26, "finding": 28, "decision": 24, "next_step": 22}
NO_MORE = QAbstractItemDelegate.EndEditHint.NoHint
GO_ON: dict[int, QAbstractItemDelegate.EndEditHint] = {
    Qt.Key.Key_Return: NO_MORE,
    Qt.Key.Key_Enter: NO_MORE,
    Qt.Key.Key_Tab: QAbstractItemDelegate.EndEditHint.EditNextItem,
    Qt.Key.Key_Backtab: QAbstractItemDelegate.EndEditHint.EditPreviousItem,
}
WIDE = 1040  # pixels from which the short columns have their comfort


class ItemDelegate(QStyledItemDelegate):
    """Wrapped words; a list for the status and the owner."""

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected(option):
            painter.fillRect(option.rect, theme.colour("selected"))
        line = theme.colour("line")
        painter.fillRect(option.rect.x(), option.rect.bottom(), option.rect.width(), 1, line)
        pad = theme.px(PAD)
        name = COLUMNS[index.column()]
        right = SIDE if name in ItemsTable.numbers else RIGHT
        room = option.rect.adjusted(theme.px(SIDE), pad, -theme.px(right), -pad)
        if name == "status":
            high = theme.line_height("body")
            paint_status(painter, QRect(room.x(), room.y(), room.width(), high), index.data(VALUE))
        else:
            painter.setFont(_font(name))
            painter.setPen(theme.colour("text" if name in ("subject", "actual") else "text_2"))
            painter.drawText(room, _flags(index), str(index.data() or ""))
        painter.restore()

    def sizeHint(self, option: Any, index: Index) -> QSize:
        view = option.widget
        wide = view.columnWidth(index.column()) if isinstance(view, QTableView) else 120
        pad = theme.px(PAD)
        metrics = QFontMetrics(_font(COLUMNS[index.column()]))
        room = QRect(0, 0, max(wide - theme.px(SIDE + RIGHT), 20), 4000)
        box = metrics.boundingRect(room, _flags(index), str(index.data() or ""))
        return QSize(wide, max(box.height() + 2 * pad + 1, theme.px(LEAST)))

    def createEditor(self, parent: QWidget, option: Any, index: Index) -> QWidget:
        name = COLUMNS[index.column()]
        if name in TEXTS:
            table = index.model()
            assert isinstance(table, ItemsTable)
            words = CellText(parent, table.workspace)
            words.done.connect(_Commit(self, words).go)
            return words
        if name not in ("status", "owner_id"):
            made: QWidget = super().createEditor(parent, option, index)
            made.setFont(theme.font("body"))
            return made
        choice = widgets.Choice(parent)
        table = index.model()
        assert isinstance(table, ItemsTable)
        keys = ["", *WORDS["review_status"]]
        options = (
            [(key, words_of(key)) for key in keys]
            if name == "status"
            else [(None, _("Nobody yet")), *table.people()]
        )
        for key, text in options:
            choice.addItem(text, key)
        choice.activated.connect(_Commit(self, choice).commit)
        return choice

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, widgets.Choice):
            editor.setCurrentIndex(editor.findData(index.data(VALUE)))
            if not editor.property("open"):
                editor.setProperty("open", True)
                editor.showPopup()
        elif isinstance(editor, CellText):
            if editor.toPlainText() != index.data(Qt.ItemDataRole.EditRole):
                super().setEditorData(editor, index)
                editor.moveCursor(QTextCursor.MoveOperation.End)
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, widgets.Choice):
            model.setData(index, editor.currentData())
        else:
            super().setModelData(editor, model, index)

    def updateEditorGeometry(self, editor: QWidget, option: Any, index: Index) -> None:
        """Words have room for some lines, to the left where the table ends."""
        super().updateEditorGeometry(editor, option, index)
        view = option.widget
        if isinstance(editor, CellText) and isinstance(view, QTableView):
            box = option.rect
            wide = max(box.width(), theme.px(LEAST_WIDE))
            left = min(box.left(), view.viewport().width() - wide)
            editor.setGeometry(left, box.top(), wide, max(box.height(), theme.px(LEAST_HIGH)))


class CellText(QPlainTextEdit):
    """Words being written: `done` on Enter, and on Tab with the way to go on to the next or the
    last cell; Shift and Enter begin a new line. Evidence is found with the button in the corner,
    Ctrl+E or "[E-"."""

    done = Signal(object)

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        super().__init__(parent)
        self.marking = Marking(workspace, self, _no_claim)
        self._button = self.marking.button()
        self._button.setParent(self)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewportMargins(0, 0, self._button.sizeHint().width(), 0)
        self.setFont(theme.font("body"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Words of the cell"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if (event.key() in GO_ON and not shift) or event.key() == Qt.Key.Key_Backtab:
            self.done.emit(GO_ON[event.key()])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._button.move(self.width() - self._button.width() - 2, 2)


def _no_claim() -> None:
    """A line of a review is no claim of its own."""


class _Commit(QObject):
    """Takes what was chosen at once, without another key; lives as long as the editor."""

    def __init__(self, delegate: ItemDelegate, editor: QWidget) -> None:
        super().__init__(editor)
        self._delegate, self._editor = delegate, editor

    def commit(self, _index: int) -> None:
        self.go(NO_MORE)

    def go(self, where: QAbstractItemDelegate.EndEditHint) -> None:
        """Take it, and edit the next or the last cell where that is wanted."""
        self._delegate.commitData.emit(self._editor)
        self._delegate.closeEditor.emit(self._editor, where)


def _font(name: str) -> Any:
    return theme.font("label" if name == "subject" else "body")


def _flags(index: Index) -> int:
    return int(index.data(Qt.ItemDataRole.TextAlignmentRole)) | int(Qt.TextFlag.TextWordWrap)


class ItemsView(EditableView):
    """Enter or typing edits a cell, arrows move, Delete deletes a line, Tab leaves."""

    delete_pressed = Signal(int)
    opened = Signal(int)  # the row whose subject is wanted

    def __init__(self, table: ItemsTable) -> None:
        super().__init__(table)
        self.table = table
        self.setItemDelegate(ItemDelegate(self))
        self.setAccessibleName(_("Lines of the review"))
        self.setProperty("rounded", True)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(theme.px(HEAD))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(theme.px(40))
        table.modelReset.connect(self._size_columns)
        table.dataChanged.connect(self.resizeRowsToContents)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size_columns()

    def _size_columns(self) -> None:
        """The short columns as wide as they need, the words share what is left."""
        wide = self.viewport().width() >= theme.px(WIDE)
        widths = WIDTHS if wide else NARROW
        fixed = sum(theme.px(width) for width in widths.values())
        room = max(self.viewport().width() - fixed, theme.px(360))
        for column, name in enumerate(COLUMNS):
            share = room * SHARES[name] // 100 if name in SHARES else theme.px(widths[name])
            self.horizontalHeader().resizeSection(column, share)
        self.resizeRowsToContents()

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.table.ids:
            self.setCurrentIndex(self.table.index(0, COLUMNS.index(TEXTS[0])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        index = self.currentIndex()
        if editing or not index.isValid():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit(self.table.ids[index.row()])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if index.column() == 0:
                self.opened.emit(index.row())
            else:
                self.edit(index)
        else:
            super().keyPressEvent(event)
