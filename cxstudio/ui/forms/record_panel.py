"""A record as a panel that is written in place: a strategy question, a vision, a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QDrag, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.workspace import MIME

if TYPE_CHECKING:
    from cxstudio.ui.forms.panel_column import PanelColumn


class Grip(widgets.Glyph):
    """The handle by which a panel is dragged, to another place or onto another record."""

    def __init__(self, end: End, picture: QWidget) -> None:
        super().__init__("grip-vertical", size=16)
        self._end, self._picture = end, picture
        self._pressed_at: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(_("Drag to another place (Alt+Up, Alt+Down)"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = event.position().toPoint() - self._pressed_at
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self._drag()

    def _drag(self) -> None:
        data = QMimeData()
        data.setData(MIME, QByteArray(f"{self._end.kind}:{self._end.id}".encode()))
        drag = QDrag(self)
        drag.setMimeData(data)
        shown = self._picture.rect()
        shown.setSize(shown.size().boundedTo(QSize(theme.px(420), theme.px(72))))
        drag.setPixmap(self._picture.grab(shown))
        drag.setHotSpot(self.geometry().center())
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.LinkAction, Qt.DropAction.MoveAction)


class RecordPanel(widgets.Panel):
    """One record. Subclasses fill `head` (after the grip) and `body`, and override `refresh`.

    Records dropped on it are linked to it, except those of its own kind, which its
    column takes for reordering. Alt+Up and Alt+Down move it, Ctrl+D duplicates.
    """

    def __init__(self, column: PanelColumn, id: int) -> None:
        super().__init__(padding=16)
        self.column, self.workspace = column, column.workspace
        self.end = End(column.cls.__tablename__, id)
        self.head = QHBoxLayout()
        self.head.setSpacing(theme.px(8))
        self.head.addWidget(Grip(self.end, self))
        self.body.addLayout(self.head)
        self._drops = [self._take_links(self)]
        for keys, action in (
            ("Alt+Up", self.move_up),
            ("Alt+Down", self.move_down),
            ("Ctrl+D", self.duplicate),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _take_links(self, widget: QWidget) -> LinkDrops:
        return LinkDrops(
            self.workspace, widget, self._this, frozenset((self.end.kind, *self.column.also_kinds))
        )

    def _this(self) -> End:
        return self.end

    def watch(self, field: QWidget) -> None:
        """Select the record when this field gets the keyboard, and take drops on it."""
        field.installEventFilter(self)
        self._drops.append(self._take_links(field))

    def add_menu_button(self) -> None:
        """The button with duplicate, move and delete, at the right end of the head."""
        button = widgets.icon_button("ellipsis", _("More"), small=True)
        button.clicked.connect(self._show_menu)
        button.setEnabled(not self.workspace.read_only)
        self._more = button
        self.head.addWidget(button)

    def refresh(self) -> None:
        """Show what the fields do not: marks, chips, numbers."""

    # -- doing ---------------------------------------------------------------------

    def move_up(self) -> None:
        self.column.step(self.end.id, -1)

    def move_down(self) -> None:
        self.column.step(self.end.id, 1)

    def duplicate(self) -> None:
        self.column.duplicate(self.end.id)

    def delete(self) -> None:
        self.column.delete(self.end.id)

    def _show_menu(self) -> None:
        menu = widgets.menu(self)
        menu.addAction(_("Duplicate"), self.duplicate)
        menu.addAction(_("Move up"), self.move_up)
        menu.addAction(_("Move down"), self.move_down)
        menu.addSeparator()
        menu.addAction(_("Delete"), self.delete)
        menu.exec(self._more.mapToGlobal(QPoint(0, self._more.height())))

    # -- looking -------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.workspace.select(self.end)
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.workspace.select(self.end)
        super().mousePressEvent(event)
