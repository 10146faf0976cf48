"""The list pane: title with count, New, a filter, and the rows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QDrag, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.tables.record_list import ID, RecordList

BELOW = 24
"""Pixels below the pointer at which a dragged row hangs, so that it hides no place for it."""


class _Rows(QListView):
    delete_pressed = Signal()
    enter_pressed = Signal()
    duplicate_pressed = Signal()
    step_pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.enter_pressed.emit()
        elif control and event.key() == Qt.Key.Key_D:
            self.duplicate_pressed.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_pressed.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Space:
            event.ignore()  # which row is chosen is chosen: what else it does is the pane's to say
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        index = self.currentIndex()
        row = self.visualRect(index)
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        drag.setPixmap(self.viewport().grab(row))
        held = self.viewport().mapFromGlobal(QCursor.pos()).x() - row.x()
        drag.setHotSpot(QPoint(held, -theme.px(BELOW)))
        drag.exec(actions, self.defaultDropAction())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.setDropIndicatorShown(False)  # Qt's own is a black box
        super().paintEvent(event)
        self.setDropIndicatorShown(True)
        if self.state() == QAbstractItemView.State.DraggingState:
            self._paint_drop()

    def _paint_drop(self) -> None:
        """Where a dragged row will go: a line between rows, or a frame around one."""
        pointer = self.viewport().mapFromGlobal(QCursor.pos())
        index = self.indexAt(pointer)
        if not index.isValid() or not self.viewport().rect().contains(pointer):
            return
        row = self.visualRect(index).adjusted(theme.px(8), 0, -theme.px(8), 0)
        where = self.dropIndicatorPosition()
        painter = QPainter(self.viewport())
        if where == QAbstractItemView.DropIndicatorPosition.OnItem:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(row.adjusted(1, 2, -1, -2), theme.px(8), theme.px(8))
        elif where != QAbstractItemView.DropIndicatorPosition.OnViewport:
            above = where == QAbstractItemView.DropIndicatorPosition.AboveItem
            y = row.top() if above else row.bottom()
            painter.fillRect(row.left(), max(y - 1, 0), row.width(), 3, theme.colour("accent"))


class ListPane(QWidget):
    """Shows a RecordList. Alt+Up and Alt+Down reorder, Ctrl+D duplicates, Delete deletes,
    Enter enters the form."""

    chosen = Signal(object)  # the id, or None
    new_pressed = Signal()
    delete_pressed = Signal()
    duplicate_pressed = Signal()
    enter_pressed = Signal()

    def __init__(self, title: str, rows: RecordList, new_text: str = "") -> None:
        super().__init__()
        self.rows = rows
        self._title = widgets.Label(title, "section")
        self._count = widgets.Label("", "small", "text_3")
        self._filter = widgets.SearchField(_("Filter"))
        self._filter.hide()
        self._view = self._make_view(title)
        self._lay_out(new_text or _("New"))
        rows.modelReset.connect(self._show_count)
        self._filter.textChanged.connect(self._on_filter)

    def _make_view(self, title: str) -> _Rows:
        view = _Rows()
        view.setAccessibleName(title)
        view.setModel(self.rows)
        view.setItemDelegate(widgets.RecordDelegate(view))
        view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        view.setDefaultDropAction(Qt.DropAction.MoveAction)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.selectionModel().selectionChanged.connect(self._on_selection)
        view.delete_pressed.connect(self.delete_pressed)
        view.enter_pressed.connect(self.enter_pressed)
        view.duplicate_pressed.connect(self.duplicate_pressed)
        view.step_pressed.connect(self._on_step)
        return view

    def _lay_out(self, new_text: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        head.setSpacing(theme.px(6))
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch(1)
        self._filter_button = widgets.icon_button("list-filter", _("Filter the list"), True)
        self._filter_button.toggled.connect(self._on_filter_shown)
        head.addWidget(self._filter_button)
        self._head = head
        self.new_button = widgets.filled(new_text, "plus")
        self.new_button.clicked.connect(self.new_pressed)
        head.addWidget(self.new_button)
        bar = QWidget()
        bar.setFixedHeight(theme.px(56))
        bar.setLayout(head)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(widgets.Hairline())
        column.addWidget(self._filter)
        column.addWidget(self._view, 1)
        self._column = column

    def minimumSizeHint(self) -> QSize:
        """Never so narrow that its title is cut."""
        return super().minimumSizeHint().expandedTo(QSize(self._head.sizeHint().width(), 0))

    def add_action(self, widget: QWidget) -> None:
        """A small action in the head, before New."""
        self._head.insertWidget(self._head.count() - 1, widget)

    def add_foot(self, widget: QWidget) -> None:
        """Something quiet below the rows, such as a legend."""
        for part in (widgets.Hairline(), widget):
            self._column.addWidget(part)

    # -- what is chosen ----------------------------------------------------------

    def current_id(self) -> int | None:
        index = self._view.currentIndex()
        return index.data(ID) if index.isValid() else None

    def choose(self, id: int | None) -> None:
        """Select the row of a record, or none."""
        row = self.rows.row_of_id(id)
        if row >= 0:
            self._view.setCurrentIndex(self.rows.index(row))
        else:
            self._view.clearSelection()
            self._view.setCurrentIndex(self.rows.index(-1))

    def reload(self) -> None:
        """Read the rows anew, keeping the chosen record or, if it is gone, its neighbour."""
        before, row = self.current_id(), self._view.currentIndex().row()
        self._view.selectionModel().blockSignals(True)
        self.rows.reload()
        self._view.selectionModel().blockSignals(False)
        if before in self.rows.ids:
            self._view.selectionModel().blockSignals(True)
            self.choose(before)
            self._view.selectionModel().blockSignals(False)
            if self._view.currentIndex().row() != row:
                self._view.scrollTo(self._view.currentIndex())
        elif self.rows.ids:
            self.choose(self.rows.ids[min(max(row, 0), len(self.rows.ids) - 1)])
        else:
            self.chosen.emit(None)
        self._view.viewport().update()

    def set_delegate(self, delegate: QAbstractItemDelegate) -> None:
        """Paint the rows in another way than `widgets.RecordDelegate` does."""
        self._view.setItemDelegate(delegate)

    # -- reactions ---------------------------------------------------------------

    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self.chosen.emit(self.current_id())

    def _on_step(self, step: int) -> None:
        id = self.current_id()
        if id is not None:
            row = self.rows.row_of_id(id)
            target = row - 1 if step < 0 else row + 2
            if 0 <= target <= len(self.rows.ids):
                self.rows.move(id, target)

    def _on_filter_shown(self, shown: bool) -> None:
        self._filter.setVisible(shown)
        if shown:
            self._filter.setFocus()
        else:
            self._filter.clear()

    def _on_filter(self, text: str) -> None:
        id = self.current_id()
        self.rows.set_filter(text)
        self.choose(id)

    def _show_count(self) -> None:
        self._count.setText(str(len(self.rows.ids)))

    def _show_menu(self, place: QPoint) -> None:
        if self.current_id() is None:
            return
        menu = widgets.menu(self)
        menu.addAction(_("Duplicate"), self.duplicate_pressed.emit)
        menu.addAction(_("Move up"), self._move_up)
        menu.addAction(_("Move down"), self._move_down)
        self.add_to_menu(menu)
        menu.addSeparator()
        menu.addAction(_("Delete"), self.delete_pressed.emit)
        menu.exec(self._view.viewport().mapToGlobal(place))

    def add_to_menu(self, menu: QMenu) -> None:
        """For subclasses: further things to do with the chosen row."""

    def _move_up(self) -> None:
        self._on_step(-1)

    def _move_down(self) -> None:
        self._on_step(1)
