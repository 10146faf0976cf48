"""One part of a persona: a small widget that is written in place and moved by its handle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import Binding, bind
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.forms.record_panel import Grip

if TYPE_CHECKING:
    from cxstudio.ui.editors.personas.parts import PartList

GUTTER = 20  # left of the words, where the handle appears
DELETE_KEYS = "Ctrl+Shift+Backspace"


class Handle(Grip):
    """Seen while the pointer or the keyboard is at its part: drag it, or click it for the menu."""

    pressed = Signal()

    def __init__(self, part: Part) -> None:
        super().__init__(part.end, part)
        self._seen = False
        self.setFixedSize(theme.px(GUTTER), theme.line_height("body"))
        self.setToolTip(_("Drag to move, click for more"))

    def set_seen(self, seen: bool) -> None:
        self._seen = seen
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is not None:
            self._pressed_at = None
            self.pressed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._seen:
            side = theme.px(14)
            place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
            theme.paint_icon(QPainter(self), place, "grip-vertical", "text_3")


class Part(QWidget):
    """One record of a `PartList`. Subclasses lay out handle and fields and override `refresh`.

    Evidence dropped on it is linked to it. Alt+Up and Alt+Down move it, Ctrl+D duplicates.
    """

    def __init__(self, parts: PartList, id: int) -> None:
        super().__init__()
        self.parts, self.workspace = parts, parts.workspace
        self.end = End(parts.cls.__tablename__, id)
        self.handle = Handle(self)
        self.handle.pressed.connect(self.show_menu)
        self._bindings: list[Binding] = []
        self._drops = [self._take_links(self)]
        for keys, action in (
            ("Alt+Up", self.move_up),
            ("Alt+Down", self.move_down),
            ("Ctrl+D", self.duplicate),
            (DELETE_KEYS, self.delete),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _take_links(self, widget: QWidget) -> LinkDrops:
        return LinkDrops(self.workspace, widget, self._this, frozenset(("trait", "slider")))

    def _this(self) -> End:
        return self.end

    def bind(self, field: Any, attribute: str, label: str) -> None:
        """Bind a field of the record, let it select the record and take drops."""
        field.setAccessibleName(label)
        named = _("Edit {field}").format(field=label)
        binding = bind(self.workspace, field, self.parts.cls, attribute, named)
        binding.show(self.end.id)
        self._bindings.append(binding)
        self.watch(field)

    def watch(self, field: QWidget) -> None:
        field.installEventFilter(self)
        self._drops.append(self._take_links(field))

    def let_go(self) -> None:
        """Write what is still in the fields, before the part goes away."""
        for binding in self._bindings:
            binding.show(None)

    def refresh(self) -> None:
        """Show what the fields do not: mark, codes, band."""

    def first_field(self) -> QWidget | None:
        """Where the keyboard goes to edit the part."""
        return None

    # -- doing -----------------------------------------------------------------------

    def move_up(self) -> None:
        self.parts.step(self.end.id, -1)

    def move_down(self) -> None:
        self.parts.step(self.end.id, 1)

    def duplicate(self) -> None:
        self.parts.duplicate(self.end.id)

    def delete(self) -> None:
        self.parts.delete(self.end.id)

    def show_menu(self) -> None:
        self.workspace.select(self.end)
        if self.workspace.read_only:
            return
        menu = widgets.menu(self)
        self.add_to_menu(menu)
        menu.addAction(_("Duplicate"), QKeySequence("Ctrl+D"), self.duplicate)
        menu.addAction(_("Move up"), QKeySequence("Alt+Up"), self.move_up)
        menu.addAction(_("Move down"), QKeySequence("Alt+Down"), self.move_down)
        menu.addSeparator()
        menu.addAction(_("Delete"), QKeySequence(DELETE_KEYS), self.delete)
        menu.exec(self.handle.mapToGlobal(QPoint(0, self.handle.height())))

    def add_to_menu(self, menu: QMenu) -> None:
        """For subclasses: what else can be done."""

    # -- looking ---------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.workspace.select(self.end)
            self.handle.set_seen(True)
        elif event.type() == QEvent.Type.FocusOut:
            self.handle.set_seen(self.underMouse())
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        self.handle.set_seen(not self.workspace.read_only)

    def leaveEvent(self, event: QEvent) -> None:
        self.handle.set_seen(False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.workspace.select(self.end)
