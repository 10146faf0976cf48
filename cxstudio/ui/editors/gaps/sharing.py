"""The departments that share a gap with the one it is charged to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Department, Gap, GapDepartment
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.workspace import Workspace

KINDS = {"gap", "gap_department", "department"}


class SharingField(QWidget):
    """A chip a department, and a button that offers the others."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self.chips: dict[int, widgets.Chip] = {}
        self._shown: list[tuple[int, str]] | None = None
        self.add = widgets.quiet(_("Department"), "plus", small=True)
        self.add.setAccessibleName(_("Add a department that shares this gap"))
        self.add.setToolTip(_("Add a department that shares this gap"))
        self.add.clicked.connect(self._offer)
        holder = QWidget()
        self._flow = widgets.FlowLayout(theme.px(6))
        self._flow.addWidget(self.add)
        holder.setLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(widgets.Label(_("Shared with"), "label", "text_2"))
        column.addWidget(holder)
        workspace.changed.connect(self._on_changed)

    def show_gap(self, id: int | None) -> None:
        """Show the departments of another gap."""
        self.id = id
        names = {one.id: one.label or _("Untitled") for one in self.workspace.file.all(Department)}
        shown = [(one.id, names[one.department_id]) for one in self._made()]
        self.add.setEnabled(id is not None and not self.workspace.read_only)
        if shown == self._shown:
            return
        self._shown = shown
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self.chips = {}
        for made, name in shown:
            chip = widgets.Chip(name, removable=not self.workspace.read_only)
            chip.removed.connect(partial(self.take, made))
            self._flow.addWidget(chip)
            self.chips[made] = chip
        self._flow.addWidget(self.add)
        self.updateGeometry()

    def _made(self) -> list[GapDepartment]:
        if self.id is None:
            return []
        return list(self.workspace.file.all(GapDepartment, GapDepartment.gap_id == self.id))

    def _offer(self) -> None:
        gap = self.workspace.file.get(Gap, self.id)
        if gap is None:
            return
        known = {made.department_id for made in self._made()} | {gap.department_id}
        menu = widgets.menu(self)
        for one in self.workspace.file.all(Department):
            if one.id not in known:
                menu.addAction(one.label or _("Untitled"), partial(self.put, one.id))
        menu.exec(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def put(self, department: int) -> None:
        """Let a department share the gap."""
        with self.workspace.change(_("Share a gap")) as change:
            change.add(GapDepartment(gap_id=self.id, department_id=department))

    def take(self, made: int) -> None:
        """Let it share the gap no more."""
        with self.workspace.change(_("Share a gap no more")) as change:
            change.delete(change.get(GapDepartment, made))

    def _on_changed(self, changes: ChangeSet) -> None:
        if KINDS & changes.kinds:
            self.show_gap(self.id)
