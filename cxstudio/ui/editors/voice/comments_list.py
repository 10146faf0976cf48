"""Comments one under the other: the score, the words, who wrote them, and a press that quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cxstudio.drawing.journey.look import write_lines
from cxstudio.drawing.journey.measure import broken
from cxstudio.drawing.journey.text import Line, Run, Type
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.badge import paint_badge

Index = QModelIndex | QPersistentModelIndex
BATCH, LINES, BADGE, EDGE = 200, 6, 24, 16
COMMENT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Comment:
    """One comment: its row in the answers, its column, the words, and who wrote them."""

    row: int
    column: str
    text: str
    score: int | None
    person: str
    quoted: str = ""  # the code of the evidence it became
    themes: tuple[str, ...] = ()


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
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return comment.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            score = _("no score") if comment.score is None else str(comment.score)
            return f"{score}. {comment.text} {comment.person}"
        return None


class CommentsList(QListView):
    """`quoted` with the comment when its button is pressed, or Enter or Q on it."""

    quoted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = CommentRows()
        self.setModel(self.rows)
        self.setItemDelegate(_Delegate(self))
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
        comment = self.selected()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Q)
        if comment is not None and Qt.Key(event.key()) in keys:
            self.quoted.emit(comment)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        super().mouseReleaseEvent(event)
        if index.isValid() and self._on_button(index, event.position().toPoint()):
            self.quoted.emit(index.data(COMMENT))

    def _on_button(self, index: QModelIndex, place: QPoint) -> bool:
        return not index.data(COMMENT).quoted and button_rect(self.visualRect(index)).contains(
            place
        )


def button_rect(row: QRect) -> QRect:
    """Where the button of a row is."""
    wide, high = theme.px(84), theme.px(28)
    return QRect(row.right() - theme.px(EDGE) - wide, row.center().y() - high // 2, wide, high)


def _broken(text: str, width: int) -> tuple[Line, ...]:
    """The first lines of a comment; what is longer is read in the tooltip."""
    kind = Type(theme.font("body").pixelSize(), theme.line_height("body"), 400)
    lines = broken((Run(" ".join(text.split()), kind),), float(max(width, 40)))
    return lines[:LINES]


class _Delegate(QStyledItemDelegate):
    def __init__(self, view: CommentsList) -> None:
        super().__init__(view)
        self._view = view

    def _words(self, row: QRect) -> QRect:
        left = theme.px(EDGE + BADGE + 12)
        return row.adjusted(left, theme.px(10), -theme.px(EDGE), -theme.px(10))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._view.viewport().width()
        area = self._words(QRect(0, 0, wide, 10_000))
        lines = theme.line_height("body") * len(_broken(index.data(COMMENT).text, area.width()))
        return QSize(wide, lines + theme.line_height("small") + theme.px(22))

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        comment: Comment = index.data(COMMENT)
        row: QRect = option.rect
        lit = bool(
            option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver)
        )
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(row, theme.colour("selected"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(row.bottomLeft(), row.bottomRight())
        side = theme.px(BADGE)
        badge = QRectF(row.left() + theme.px(EDGE), row.top() + theme.px(10), side, side)
        paint_badge(painter, badge, comment.score)
        area = self._words(row)
        self._paint_words(painter, area, comment)
        if lit and not comment.quoted:
            self._paint_button(painter, row)
        widgets.paint_focus(painter, row, option)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, comment: Comment) -> None:
        lines = _broken(comment.text, area.width())
        write_lines(painter, area.left(), area.top(), lines, {"": theme.colour("text")})
        y = area.top() + len(lines) * theme.line_height("body")
        person = " · ".join(part for part in (comment.quoted, comment.person) if part)
        small = theme.font("small")
        painter.setFont(small)
        painter.setPen(theme.colour("accent" if comment.quoted else "text_3"))
        cut = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(small).elidedText(person, cut, area.width())
        rect = QRect(area.left(), y + 2, area.width(), theme.line_height("small"))
        painter.drawText(rect, 0, shown)

    def _paint_button(self, painter: QPainter, row: QRect) -> None:
        rect = QRectF(button_rect(row))
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(rect, theme.px(6), theme.px(6))
        side = theme.px(14)
        left = button_rect(row).left() + theme.px(10)
        icon = QRect(left, row.center().y() - side // 2, side, side)
        theme.paint_icon(painter, icon, "quote", "text")
        painter.setFont(theme.font("label"))
        painter.setPen(theme.colour("text"))
        words = rect.adjusted(theme.px(30), 0, -theme.px(8), 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, _("Quote"))
