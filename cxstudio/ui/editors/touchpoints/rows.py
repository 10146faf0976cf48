"""The list of touchpoints with its filters: channel, department, state."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from cxstudio.i18n import N_, _
from cxstudio.model import Channel, Department, Touchpoint
from cxstudio.model.order import arrange
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.tables.icon_rows import IconRows
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.tables.record_list import RecordList
from cxstudio.ui.workspace import Workspace

FILTERS = {
    "channel_id": N_("All channels"),
    "department_id": N_("All departments"),
    "state": N_("All states"),
}


class TouchpointRows(RecordList):
    """Rows that may be only some of all; moving one keeps the hidden ones where they are."""

    def show_only(self, where: Sequence[Any]) -> None:
        """Conditions that the rows fulfil; none for all."""
        self._where = tuple(where)
        self.reload()

    def move(self, id: int, index: int) -> None:
        everyone = [touchpoint.id for touchpoint in self._workspace.file.all(Touchpoint)]
        others = [other for other in everyone if other != id]
        if index < len(self.ids):
            before = self.ids[index]
            at = others.index(before) if before != id else everyone.index(id)
        else:
            last = next((other for other in reversed(self.ids) if other != id), None)
            at = others.index(last) + 1 if last is not None else len(others)
        order = [*others[:at], id, *others[at:]]
        if order != everyone and not self._workspace.read_only:
            with self._workspace.change(_("Reorder")) as change:
                arrange([change.get(Touchpoint, other) for other in order])


class FilterChip(widgets.Chip):
    """A choice of one value to show; says "All …" while it shows every one."""

    chosen = Signal(object)

    def __init__(self, text: str) -> None:
        super().__init__(text, clickable=True, icon="chevron-down")
        self._all = text
        self.key: Any = None
        self.options: list[tuple[Any, str]] = []
        self.clicked.connect(self.open)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def open(self) -> None:
        """Offer the values."""
        menu = widgets.menu(self)
        for key, text in [(None, self._all), *self.options]:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(key == self.key)
            action.triggered.connect(partial(self.take, key))
        menu.exec(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def take(self, key: Any, _checked: bool = False) -> None:
        """Show only this value; None shows every one."""
        self.show_key(key)
        self.chosen.emit(key)

    def show_key(self, key: Any) -> None:
        texts = dict(self.options)
        self.key = key if key in texts else None
        self.set_text(texts.get(self.key, self._all))
        self.set_kind("neutral" if self.key is None else "accent")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.key is not None:
            self.take(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()


class TouchpointPane(ListPane):
    """The list with its filters below the head, when there is something to filter."""

    def __init__(self, workspace: Workspace, title: str, rows: TouchpointRows, new: str) -> None:
        super().__init__(title, rows, new)
        self.workspace = workspace
        self.set_delegate(IconRows(self))
        self.chips = {name: FilterChip(_(text)) for name, text in FILTERS.items()}
        self._filters = _Chips(list(self.chips.values()))
        for chip in self.chips.values():
            chip.chosen.connect(self._on_chosen)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(3, self._filters)

    def refresh_filters(self) -> None:
        """Offer the channels and departments there are now."""
        file = self.workspace.file
        options: dict[str, list[tuple[Any, str]]] = {
            "channel_id": [(c.id, c.name or _("Untitled")) for c in file.all(Channel)],
            "department_id": [(d.id, d.name or _("Untitled")) for d in file.all(Department)],
            "state": [(key, _(text)) for key, text in WORDS["touchpoint_state"].items()],
        }
        for name, chip in self.chips.items():
            before = chip.key
            chip.options = options[name]
            chip.show_key(before)
            if chip.key != before:
                self._on_chosen(None)
        self._filters.setVisible(file.count(Touchpoint) > 1)

    def show_all(self) -> None:
        """Take every filter away."""
        if any(chip.key is not None for chip in self.chips.values()):
            for chip in self.chips.values():
                chip.show_key(None)
            self._on_chosen(None)

    def _on_chosen(self, _key: object) -> None:
        assert isinstance(self.rows, TouchpointRows)
        id = self.current_id()
        self.rows.show_only(
            [
                getattr(Touchpoint, name) == chip.key
                for name, chip in self.chips.items()
                if chip.key is not None
            ]
        )
        ids = self.rows.ids
        self.choose(id if id in ids else (ids[0] if ids else None))


class _Chips(QWidget):
    """The filters in a flow."""

    def __init__(self, chips: Sequence[QWidget]) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = widgets.FlowLayout(theme.px(6))
        flow.setContentsMargins(*(theme.px(m) for m in (16, 10, 12, 4)))
        self.setLayout(flow)
        for chip in chips:
            flow.addWidget(chip)
