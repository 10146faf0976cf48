"""The themes of one piece of evidence as chips, with a line to add another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Theme
from cxstudio.ui import theme, widgets
from cxstudio.ui.evidence.doing import add_theme, remove_theme, themes_of
from cxstudio.ui.evidence.theme_line import ThemeLine
from cxstudio.ui.workspace import Workspace


class ThemeChips(QWidget):
    """`show_evidence(id)` fills it; + opens a line that completes the themes there are."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.id: int | None = None
        self._chips: list[widgets.Chip] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._add = widgets.icon_button("plus", _("Add a theme"), small=True)
        self._add.clicked.connect(self.ask)
        self._line = ThemeLine()
        self._line.named.connect(self._on_named)
        self._line.left.connect(self._close)
        holder = QWidget()
        self._flow = widgets.FlowLayout(theme.px(6))
        holder.setLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(holder)
        self.show_evidence(None)

    def show_evidence(self, id: int | None) -> None:
        """The chips of another piece of evidence, or of the same one as it is now."""
        typing = id == self.id and self._line.isVisible()
        self.id = id
        self._clear()
        found = themes_of(self.workspace.file, id) if id is not None else []
        for theme_id, name in found:
            self._flow.addWidget(self._chip(theme_id, name))
        for part in (self._add, self._line):
            self._flow.addWidget(part)
        self._add.setEnabled(id is not None and not self.workspace.read_only)
        self._line.setVisible(typing)
        self._add.setVisible(not typing)
        if typing:
            self._line.setFocus()
        self.updateGeometry()

    def _clear(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, widgets.Chip):
                widget.hide()
                widget.deleteLater()

    def _chip(self, theme_id: int, name: str) -> widgets.Chip:
        chip = widgets.Chip(name, "accent", removable=not self.workspace.read_only)
        chip.setProperty("theme", theme_id)
        chip.removed.connect(self._on_removed)
        return chip

    def _on_removed(self) -> None:
        chip = self.sender()
        if self.id is not None and isinstance(chip, widgets.Chip):
            remove_theme(self.workspace, self.id, int(chip.property("theme")))

    def ask(self) -> None:
        """Open the line for another theme."""
        self._line.offer(t.name for t in self.workspace.file.all(Theme) if t.name)
        self._line.clear()
        self._add.hide()
        self._line.show()
        self._line.setFocus()
        self.updateGeometry()

    def _on_named(self, name: str) -> None:
        if name and self.id is not None:
            add_theme(self.workspace, [self.id], name)
        else:
            self._close()

    def _close(self) -> None:
        self._line.hide()
        self._add.show()
        self._add.setFocus()
        self.updateGeometry()
