"""Records as panels under each other, in an order that is arranged by dragging."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Ordered, Record
from cxstudio.model.chain import End
from cxstudio.model.order import arrange, moved
from cxstudio.ui import theme
from cxstudio.ui.forms.drop_places import DropPlaces
from cxstudio.ui.forms.record_panel import RecordPanel
from cxstudio.ui.record_acts import delete_record, duplicate_record
from cxstudio.ui.workspace import Workspace

GAP = 12


class PanelColumn(DropPlaces):
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
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.gap = theme.px(GAP)
        self._layout.setSpacing(self.gap)

    def select_when_shown(self) -> bool:
        """Select the first record, unless one of them is selected already; False without any."""
        kind = self.cls.__tablename__
        chosen = self.workspace.selection
        if chosen is None or chosen.kind != kind or chosen.id not in self.panels:
            self.workspace.select(End(kind, self.ids[0]) if self.ids else None)
        return bool(self.ids)

    @property
    def ids(self) -> list[int]:
        return list(self.panels)

    def records(self) -> list[Any]:
        """The records to show; a column of one record's parts overrides it."""
        return self.workspace.file.all(self.cls)

    def reload(self) -> None:
        """Show the records there are now, keeping the panels of those that stay."""
        wanted = [record.id for record in self.records()]
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
        for panel in made.values():
            panel.refresh()
        self.count_changed.emit(len(made))

    # -- doing ---------------------------------------------------------------------

    def add(self, label: str, **values: Any) -> int:
        """A new record at the end, as one change; returns its id."""
        with self.workspace.change(label) as change:
            position = self.workspace.file.count(self.cls)
            id = change.add(self.cls(position=position, **values)).id
        self.reload()
        return id

    def put(self, id: int, index: int) -> None:
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
            self.put(id, target)

    def duplicate(self, id: int) -> None:
        if not self.workspace.read_only:
            duplicate_record(self.workspace, self.cls, id, self.ids)

    def delete(self, id: int) -> None:
        if not self.workspace.read_only:
            delete_record(self.workspace, self.cls, id)

    # -- dropping ------------------------------------------------------------------

    def accepts(self, kind: str, id: int) -> bool:
        """Whether a dragged record is one of this column's."""
        mine = kind == self.cls.__tablename__ and id in self.panels
        return mine and not self.workspace.read_only

    def placed(self) -> list[QWidget]:
        return list(self.panels.values())
