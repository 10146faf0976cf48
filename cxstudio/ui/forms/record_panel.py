"""Records as panels under each other that are written in place: worksheet, vision, values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Ordered, Record
from cxstudio.model.chain import End
from cxstudio.model.order import arrange, moved
from cxstudio.store.duplicate import duplicate
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.workspace import MIME, Workspace

GAP = 12


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
        drag.setPixmap(self._picture.grab().scaledToWidth(theme.px(320)))
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


class PanelColumn(QWidget):
    """The panels of all records of a class, in the user's order; dropping one moves it."""

    count_changed = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        cls: type[Record],
        make: Callable[[PanelColumn, int], RecordPanel],
        also_kinds: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        assert issubclass(cls, Ordered)
        self.workspace, self.cls, self._make = workspace, cls, make
        self.also_kinds = also_kinds
        self.panels: dict[int, RecordPanel] = {}
        self._drop_at: int | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(GAP))
        self.setAcceptDrops(True)

    @property
    def ids(self) -> list[int]:
        return list(self.panels)

    def reload(self) -> None:
        """Show the records there are now, keeping the panels of those that stay."""
        wanted = [record.id for record in self.workspace.file.all(self.cls)]
        for id in set(self.panels) - set(wanted):
            panel = self.panels.pop(id)
            self._layout.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        made = {id: self.panels.get(id) or self._make(self, id) for id in wanted}
        for place, panel in enumerate(made.values()):
            if self._layout.indexOf(panel) != place:
                self._layout.removeWidget(panel)
                self._layout.insertWidget(place, panel)
        self.panels = made
        self._order_tabs()
        for panel in made.values():
            panel.refresh()
        self.count_changed.emit(len(made))

    def _order_tabs(self) -> None:
        """Tab goes as the eye goes, also after a move."""
        fields = [
            field
            for panel in self.panels.values()
            for field in panel.findChildren(QWidget)
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        for before, after in zip(fields, fields[1:], strict=False):
            QWidget.setTabOrder(before, after)

    # -- doing ---------------------------------------------------------------------

    def add(self, label: str, **values: Any) -> int:
        """A new record at the end, as one change; returns its id."""
        with self.workspace.change(label) as change:
            position = self.workspace.file.count(self.cls)
            id = change.add(self.cls(position=position, **values)).id
        self.reload()
        return id

    def move(self, id: int, index: int) -> None:
        """Put a record before the one at `index`, as one change."""
        order = moved(self.ids, id, index)
        if order != self.ids and not self.workspace.read_only:
            with self.workspace.change(_("Reorder")) as change:
                arrange([change.get(self.cls, other) for other in order])  # type: ignore[misc]

    def step(self, id: int, step: int) -> None:
        """One place up (-1) or down (+1)."""
        place = self.ids.index(id)
        target = place - 1 if step < 0 else place + 2
        if 0 <= target <= len(self.ids):
            self.move(id, target)

    def duplicate(self, id: int) -> None:
        if self.workspace.read_only:
            return
        with self.workspace.change(_("Duplicate")) as change:
            copy = duplicate(change, change.get(self.cls, id)).id
            order = [x for other in self.ids for x in ((other, copy) if other == id else (other,))]
            arrange([change.get(self.cls, other) for other in order])  # type: ignore[misc]

    def delete(self, id: int) -> None:
        record = self.workspace.file.one(self.cls, id)
        name = record.label or _("Untitled")
        with self.workspace.change(_("Delete {name}").format(name=name)) as change:
            change.delete(change.get(self.cls, id))
        self.workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)

    # -- dropping ------------------------------------------------------------------

    def _place_at(self, y: int) -> int:
        for place, panel in enumerate(self.panels.values()):
            if y < panel.geometry().center().y():
                return place
        return len(self.panels)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dragged(event.mimeData())[0] == self.cls.__tablename__ and not self.workspace.read_only:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop_at = self._place_at(event.position().toPoint().y())
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_at = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        kind, id = dragged(event.mimeData())
        self._drop_at = None
        self.update()
        if kind == self.cls.__tablename__ and id in self.panels:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.move(id, self._place_at(event.position().toPoint().y()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drop_at is None or not self.panels:
            return
        shown = list(self.panels.values())
        gap = theme.px(GAP) // 2
        below = self._drop_at == len(shown)
        y = shown[-1].geometry().bottom() - 1 if below else shown[self._drop_at].y() - gap
        painter = QPainter(self)
        painter.fillRect(
            QRect(QPoint(0, max(y - 1, 0)), QSize(self.width(), 3)), theme.colour("accent")
        )
