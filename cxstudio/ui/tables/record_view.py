"""A table of records on the screen: choose, sort by a click on a head, drag a row out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelection, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cxstudio.i18n import _, pgettext
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.tables.row_delegate import RowDelegate
from cxstudio.ui.tables.table import ID, RecordTable


class RecordView(QTableView):
    """Shows a RecordTable. Enter opens, Delete deletes, Ctrl+D duplicates.

    `widths` are pixels by column, 0 for the one that takes what is left, at least
    `rest`. While the view is narrower than that, columns of `may_go` are hidden, the first first.
    """

    chosen = Signal(object)  # the id, or None
    opened = Signal()
    delete_pressed = Signal()
    duplicate_pressed = Signal()
    dropped = Signal(End, End)  # what was dropped, and the record on whose row

    def __init__(
        self,
        name: str,
        table: RecordTable,
        delegate: RowDelegate,
        widths: Sequence[int],
        may_go: Sequence[int] = (),
        rest: int = 220,
    ) -> None:
        super().__init__()
        self.table, self._widths, self._may_go, self._rest = table, widths, may_go, rest
        self.hovered_row = -1
        self._id: int | None = None
        self.setAccessibleName(name)
        self.setModel(table)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self._look()
        self._set_columns()
        self.selectionModel().selectionChanged.connect(self._on_selection)
        table.modelReset.connect(self._restore)
        self.doubleClicked.connect(self._on_double_click)
        self.customContextMenuRequested.connect(self._show_menu)
        theme.changed.connect(self._set_columns)

    def _look(self) -> None:
        self.setProperty("rounded", True)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.setSortingEnabled(True)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(theme.px(28))

    def _set_columns(self) -> None:
        head = self.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(theme.px(36))
        for column, width in enumerate(self._widths):
            fixed = QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(column, fixed if width else QHeaderView.ResizeMode.Stretch)
            if width:
                head.resizeSection(column, theme.px(width))
        self._hide_columns()

    def let_go(self, may_go: Sequence[int]) -> None:
        """Other columns than before go where there is little room."""
        self._may_go = may_go
        self._hide_columns()

    def _hide_columns(self) -> None:
        needed = sum(width or self._rest for width in self._widths)
        hidden = set()
        for column in self._may_go:
            if theme.px(needed) <= self.viewport().width():
                break
            needed -= self._widths[column]
            hidden.add(column)
        for column in range(len(self._widths)):
            self.setColumnHidden(column, column in hidden)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface"))
        radius = theme.px(11)
        ground = QRectF(self.viewport().rect()).adjusted(0, -radius, 0, 0)
        painter.drawRoundedRect(ground, radius, radius)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        at = self.table.row_of_id(self._id)
        seen = at >= 0 and 0 <= self.rowViewportPosition(at) < event.oldSize().height()
        super().resizeEvent(event)
        self._hide_columns()
        if seen:  # what is chosen stays in view
            self.scrollTo(self.table.index(at, 0))

    # -- what is chosen ----------------------------------------------------------

    def choose(self, id: int | None) -> None:
        """Select the row of a record and have it in view, without a signal."""
        another = id != self._id
        self._id = id
        self._restore()
        if another and self.table.row_of_id(id) >= 0:
            self.scrollTo(self.table.index(self.table.row_of_id(id), 0))

    def _restore(self) -> None:
        row = self.table.row_of_id(self._id)
        self.selectionModel().blockSignals(True)
        if row >= 0:
            self.selectRow(row)
            self.setCurrentIndex(self.table.index(row, 0))
        else:
            self.clearSelection()
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        rows = self.selectionModel().selectedRows()
        self._id = rows[0].data(ID) if rows else None
        self.chosen.emit(self._id)
        self.viewport().update()

    # -- mouse and keys ------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _target(self, event: QDropEvent) -> End | None:
        """The record under a dragged one, unless it is of the same kind."""
        index = self.indexAt(event.position().toPoint())
        kind, _id = dragged(event.mimeData())
        takes = kind and kind != self.table.kind and index.isValid()
        return End(self.table.kind, index.data(ID)) if takes else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(bool(dragged(event.mimeData())[0]))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        target = self._target(event)
        event.setDropAction(Qt.DropAction.LinkAction)
        event.setAccepted(target is not None)
        self._hover(self.table.row_of_id(target.id) if target else -1)

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._target(event)
        event.setDropAction(Qt.DropAction.LinkAction)
        event.setAccepted(target is not None)
        if target is not None:
            self.dropped.emit(End(*dragged(event.mimeData())), target)

    def _on_double_click(self, _index: object) -> None:
        self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif control and event.key() == Qt.Key.Key_D:
            self.duplicate_pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._id is None and self.table.ids:
            self.selectRow(0)

    def _show_menu(self, place: QPoint) -> None:
        if self._id is None:
            return
        menu = widgets.menu(self)
        menu.addAction(pgettext("action", "Open"), self.opened.emit)
        menu.addAction(_("Duplicate"), self.duplicate_pressed.emit)
        menu.addSeparator()
        menu.addAction(_("Delete"), self.delete_pressed.emit)
        menu.exec(self.viewport().mapToGlobal(place))
