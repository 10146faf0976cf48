"""The pane beside a table or board with the form of the record chosen there."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Coded, Record
from cxstudio.model.chain import CLAIMS, End
from cxstudio.ui import theme, widgets
from cxstudio.ui.workspace import Workspace


class SidePane(widgets.Ground):
    """Code and backing of the record, a menu, a cross, and the body below. Escape closes."""

    closed = Signal()
    duplicate_pressed = Signal()
    delete_pressed = Signal()

    def __init__(self, workspace: Workspace, name: str, body: QWidget) -> None:
        super().__init__("surface")
        self.workspace = workspace
        self.body = body
        self.setAccessibleName(name)
        self.setMinimumWidth(theme.px(320))
        self._code = widgets.Label("", "code", "text_3")
        self._chips = QHBoxLayout()
        self._more = widgets.icon_button("ellipsis", _("More"), small=True)
        self._more.clicked.connect(self._show_menu)
        self._more.setEnabled(not workspace.read_only)
        self.close_button = widgets.icon_button("x", _("Close"), small=True)
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(24), theme.px(12), theme.px(12), 0)
        head.setSpacing(theme.px(8))
        head.addWidget(self._code)
        head.addLayout(self._chips)
        head.addStretch(1)
        head.addWidget(self._more)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.body, 1)

    def show_head(self, record: Record | None) -> None:
        """Code and mark of the record shown."""
        self._code.setText(record.code if isinstance(record, Coded) else "")
        while item := self._chips.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if record is not None and record.kind in CLAIMS:
            strength = self.workspace.chain.strength(End(record.kind, record.id))
            kind = {"none": "error", "thin": "warning"}.get(strength, "neutral")
            chip = widgets.Chip(widgets.strength_words(strength), kind, mark=strength)  # type: ignore[arg-type]
            chip.setToolTip(widgets.strength_sentence(strength))
            self._chips.addWidget(chip)

    def enter(self) -> None:
        """Put the keyboard into the first field."""
        first = next(
            (w for w in self.body.findChildren(QWidget) if w.isEnabled() and _typed_into(w)), None
        )
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_menu(self) -> None:
        menu = widgets.menu(self)
        menu.addAction(_("Duplicate"), self.duplicate_pressed.emit)
        menu.addSeparator()
        menu.addAction(_("Delete"), self.delete_pressed.emit)
        menu.exec(self._more.mapToGlobal(QPoint(0, self._more.height())))


def holds_focus(page: QWidget) -> bool:
    """Whether the user is at work on this page: an undo there must not open a pane."""
    focus = QApplication.focusWidget()
    return focus is not None and page.isAncestorOf(focus)


def _typed_into(widget: QWidget) -> bool:
    return hasattr(widget, "composing") and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
