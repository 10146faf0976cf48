"""Comments one under the other, with what keys and the mouse do to the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView

from cxstudio.i18n import _, pgettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.comments_rows import COMMENT, Comment, CommentRow, button_rect

Index = QModelIndex | QPersistentModelIndex
BATCH = 20
"""Comments handed to the list at once; how high each is takes a while to find out."""
KEYED = 9
"""Themes that a key gives."""


class CommentRows(QAbstractListModel):
    """The comments found; a batch at a time is handed to the list."""

    def __init__(self) -> None:
        super().__init__()
        self.comments: Sequence[Comment] = ()
        self._given = 0

    def show(self, comments: Sequence[Comment]) -> None:
        """Show other comments."""
        self.beginResetModel()
        self.comments, self._given = comments, min(BATCH, len(comments))
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._given

    def canFetchMore(self, _parent: Index) -> bool:
        return self._given < len(self.comments)

    def fetchMore(self, _parent: Index) -> None:
        more = min(BATCH, len(self.comments) - self._given)
        self.beginInsertRows(QModelIndex(), self._given, self._given + more - 1)
        self._given += more
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        comment = self.comments[index.row()]
        if role == COMMENT:
            return comment
        if role == Qt.ItemDataRole.DisplayRole:
            return comment.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((comment.text, *comment.notes))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            score = _("no score") if comment.score is None else str(comment.score)
            return f"{score}. {comment.text} {' '.join(comment.notes)}"
        return None


class CommentsList(QListView):
    """`quoted` with the comment when its button is pressed, or Enter or Q on it; `parted` when a
    part of it is to be quoted, also by a double click, `themed` with the number of a theme,
    `naming` for another one."""

    quoted = Signal(object)
    parted = Signal(object)
    themed = Signal(object, int)
    naming = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = CommentRows()
        self.themes: Sequence[str] = ()
        self.setModel(self.rows)
        self.setItemDelegate(CommentRow(self))
        self.setAccessibleName(_("Comments"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setProperty("bare", True)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def selected(self) -> Comment | None:
        """The comment the keyboard is on."""
        index = self.currentIndex()
        return index.data(COMMENT) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # the words break elsewhere

    def keyPressEvent(self, event: QKeyEvent) -> None:
        comment, key = self.selected(), Qt.Key(event.key())
        number = key.value - Qt.Key.Key_0.value
        if comment is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Q):
            part = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.parted if part else self.quoted).emit(comment)
        elif 1 <= number <= KEYED:
            self.themed.emit(comment, number)
        elif key == Qt.Key.Key_Plus:
            self.naming.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and self._on_button(index, event.position().toPoint()):
            self.quoted.emit(index.data(COMMENT))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if index.isValid() and not self._on_button(index, place):
            self.parted.emit(index.data(COMMENT))

    def _on_button(self, index: QModelIndex, place: QPoint) -> bool:
        return not index.data(COMMENT).quoted and button_rect(self.visualRect(index)).contains(
            place
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        comment = self.selected()
        if comment is None:
            return
        menu = widgets.menu(self)
        quote = menu.addAction(pgettext("act", "Quote"), partial(self.quoted.emit, comment))
        quote.setEnabled(not comment.quoted)
        menu.addAction(_("Quote a part…"), partial(self.parted.emit, comment))
        menu.addSeparator()
        for number, name in enumerate(self.themes[:KEYED], 1):
            action = menu.addAction(name, partial(self.themed.emit, comment, number))
            action.setCheckable(True)
            action.setChecked(name in comment.themes)
        menu.addAction(_("Another theme…"), self.naming.emit)
        rect = self.visualRect(self.currentIndex())
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.viewport().mapToGlobal(rect.center()) if by_key else event.globalPos()
        menu.popup(place)
