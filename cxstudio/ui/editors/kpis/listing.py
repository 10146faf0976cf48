"""The KPI tree as a list with depth: dragged onto a row it becomes part of that one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from cxstudio.i18n import _
from cxstudio.model import Kpi
from cxstudio.model.order import arrange
from cxstudio.ui.editors.kpis.figures import standing
from cxstudio.ui.editors.kpis.row import DEPTH, STANDING, KpiDelegate
from cxstudio.ui.editors.kpis.tree import Placed, in_order, parent_of, rearranged, siblings
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.tables.record_list import Index, RecordList, dragged, plain_row
from cxstudio.ui.workspace import Workspace


class KpiRows(RecordList):
    """All measures, each below the one it is part of."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Kpi, kpi_row)
        self.tree: list[Placed] = []

    def reload(self) -> None:
        records = {kpi.id: kpi for kpi in self._workspace.file.all(Kpi)}
        self.tree = in_order({id: kpi.parent_id for id, kpi in records.items()})
        kept = [p for p in self.tree if self._filter in self._haystack(records[p.id])]
        self.beginResetModel()
        self.ids = [placed.id for placed in kept]
        self._rows = [
            {**kpi_row(records[p.id]), int(DEPTH): 0 if self._filter else p.depth} for p in kept
        ]
        self.endResetModel()

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        kind, id = dragged(data)
        if kind == "kpi" and id in self.ids:
            if row < 0 and parent.isValid():
                self.put(id, self.ids[parent.row()], None)
            else:
                self.move(id, row if row >= 0 else len(self.ids))
        return False

    def move(self, id: int, index: int) -> None:
        """Put a measure before the row `index`, beside the one that stands there."""
        before = self.ids[index] if 0 <= index < len(self.ids) else None
        parent = parent_of(self.tree, before) if before is not None else None
        self.put(id, parent, before)

    def put(self, id: int, parent: int | None, before: int | None) -> None:
        """Put a measure and all below it under `parent`, as one change."""
        order = rearranged(self.tree, id, parent, before)
        now = [placed.id for placed in self.tree]
        same = order == now and parent == parent_of(self.tree, id)
        if order is None or same or self._workspace.read_only:
            return
        with self._workspace.change(_("Move in the KPI tree")) as change:
            change.get(Kpi, id).parent_id = parent
            arrange([change.get(Kpi, other) for other in order])

    def step(self, id: int, step: int) -> None:
        """One place up (-1) or down (+1) among its siblings."""
        beside = siblings(self.tree, id)
        at = beside.index(id)
        if 0 <= at + step < len(beside):
            after = at - 1 if step < 0 else at + 2
            before = beside[after] if after < len(beside) else None
            self.put(id, parent_of(self.tree, id), before)

    def indent(self, id: int) -> None:
        """Make it part of the one above."""
        beside = siblings(self.tree, id)
        at = beside.index(id)
        if at > 0:
            self.put(id, beside[at - 1], None)

    def outdent(self, id: int) -> None:
        """Take it out of what it is part of, to stand behind that."""
        parent = parent_of(self.tree, id)
        if parent is not None:
            uncles = siblings(self.tree, parent)
            after = uncles.index(parent) + 1
            before = uncles[after] if after < len(uncles) else None
            self.put(id, parent_of(self.tree, parent), before)


def kpi_row(record: Any) -> dict[int, Any]:
    """Title, code, and where the measure stands."""
    return {**plain_row(record), int(STANDING): standing(record)}


class KpiPane(ListPane):
    """The list pane of the tree; Alt+Right and Alt+Left change the depth."""

    part_pressed = Signal()

    def __init__(self, title: str, rows: KpiRows, new_text: str) -> None:
        super().__init__(title, rows, new_text)
        self.tree_rows = rows
        self.set_delegate(KpiDelegate(self))
        for keys, action in (("Alt+Right", self.indent), ("Alt+Left", self.outdent)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _on_step(self, step: int) -> None:
        id = self.current_id()
        if id is not None:
            self.tree_rows.step(id, step)

    def indent(self) -> None:
        id = self.current_id()
        if id is not None:
            self.tree_rows.indent(id)

    def outdent(self) -> None:
        id = self.current_id()
        if id is not None:
            self.tree_rows.outdent(id)

    def add_to_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        menu.addAction(_("Make it part of the one above"), self.indent)
        menu.addAction(_("Take it out one level"), self.outdent)
        menu.addAction(_("Add a part"), self.part_pressed.emit)
