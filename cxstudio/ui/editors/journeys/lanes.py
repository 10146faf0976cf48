"""The list of lanes behind the button Lanes: shown or hidden, named, ordered, added, deleted."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from cxstudio.exchange.journey_content import tidy_name
from cxstudio.i18n import _, ngettext
from cxstudio.model import Lane
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.structure import Structure
from cxstudio.ui.editors.journeys.menus import add_lane_kinds
from cxstudio.ui.widgets.popover import Popover
from cxstudio.ui.workspace import Workspace

WIDTH, ROW = 380, 40


class LaneRow(QWidget):
    """One lane: switch, name, up, down, delete."""

    changed = Signal()

    def __init__(self, structure: Structure, lane: Lane, cards: int) -> None:
        super().__init__()
        self._structure, self._id = structure, lane.id
        self.shown = widgets.Toggle(name=_("Show {lane}").format(lane=lane.name))
        self.shown.setChecked(not lane.hidden)
        self.name = QLineEdit(lane.name)
        self.name.setProperty("bare", True)
        self.name.setAccessibleName(_("Name of the lane"))
        count = ngettext("{count} card", "{count} cards", cards).format(count=cards)
        up = widgets.icon_button("arrow-up", _("Move up"), small=True)
        down = widgets.icon_button("arrow-down", _("Move down"), small=True)
        delete = widgets.icon_button("trash-2", _("Delete"), small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.shown)
        row.addWidget(self.name, 1)
        row.addWidget(widgets.Label(count, "small", "text_3"))
        for button in (up, down, delete):
            row.addWidget(button)
        self.setFixedHeight(theme.px(ROW))
        self.shown.toggled.connect(self._on_shown)
        self.name.editingFinished.connect(self._on_named)
        up.clicked.connect(self._on_up)
        down.clicked.connect(self._on_down)
        delete.clicked.connect(self._on_delete)

    def _on_shown(self, shown: bool) -> None:
        self._structure.set_hidden(self._id, not shown)

    def _on_named(self) -> None:
        if name := tidy_name(self.name.text()):
            self._structure.rename("lane", self._id, name)

    def _on_up(self) -> None:
        self._structure.move_lane(self._id, -1)
        self.changed.emit()

    def _on_down(self) -> None:
        self._structure.move_lane(self._id, 1)
        self.changed.emit()

    def _on_delete(self) -> None:
        self._structure.delete_lane(self._id)
        self.changed.emit()


class LanesPopup(Popover):
    """Opens under its button with the lanes of a journey."""

    def __init__(self, workspace: Workspace, structure: Structure, parent: QWidget) -> None:
        super().__init__(_("Lanes"), parent)
        self._workspace, self._structure = workspace, structure
        self._journey = 0
        self.setFixedWidth(theme.px(WIDTH))
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 4, 0, 4)
        self._rows.setSpacing(0)
        holder = QWidget()
        holder.setLayout(self._rows)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(holder)
        self._area.setAccessibleName(_("Lanes"))
        self.add = widgets.quiet(_("Add a lane"), "plus", small=True)
        self.add.clicked.connect(self._choose_kind)
        column = self.column
        column.setContentsMargins(*(theme.px(side) for side in (1, 6, 1, 8)))
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(widgets.Hairline())
        column.addSpacing(theme.px(8))
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_under(self, button: QWidget, journey: int) -> None:
        """Open with the lanes of a journey."""
        self._journey = journey
        self.rebuild()
        place = button.mapToGlobal(button.rect().bottomRight())
        self.move(place.x() - self.width(), place.y() + 4)
        self.show()

    def rebuild(self) -> None:
        """Read the lanes anew."""
        while item := self._rows.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        lanes = self._workspace.file.all(Lane, Lane.journey_id == self._journey)
        for lane in lanes:
            row = LaneRow(self._structure, lane, self._structure.count_cards(lane.id))
            row.changed.connect(self.rebuild, Qt.ConnectionType.QueuedConnection)
            self._rows.addWidget(row)
        self._rows.addStretch(1)
        self.resize(theme.px(WIDTH), theme.px(min(len(lanes), 12) * ROW + 68))

    def _choose_kind(self) -> None:
        menu = widgets.menu(self)
        add_lane_kinds(menu, self._structure, self._journey)
        menu.exec(self.add.mapToGlobal(self.add.rect().bottomLeft()))
        self.rebuild()
