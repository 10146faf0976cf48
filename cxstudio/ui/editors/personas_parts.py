"""The parts of a persona that stand in an order: facts, goals, sliders, channels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.model import Record, Slider, Trait
from cxstudio.model.order import arrange, moved
from cxstudio.ui import theme
from cxstudio.ui.editors.personas_part import Part
from cxstudio.ui.record_acts import duplicate_record
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.workspace import Workspace


class PartList(QWidget):
    """The parts of one persona of one class (and kind), in the user's order.

    `fixed` are attribute values that all of them share and that new ones get.
    Subclasses place the widgets in `lay_out`.
    """

    count_changed = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        cls: type[Trait] | type[Slider],
        make: Callable[[Any, int], Part],
        **fixed: Any,
    ) -> None:
        super().__init__()
        self.workspace, self.cls, self._make, self.fixed = workspace, cls, make, fixed
        self.persona: int | None = None
        self.parts: dict[int, Part] = {}
        self._drop_at: int | None = None
        self.setAcceptDrops(True)

    @property
    def ids(self) -> list[int]:
        return list(self.parts)

    def _where(self) -> list[Any]:
        same = [getattr(self.cls, name) == value for name, value in self.fixed.items()]
        return [self.cls.persona_id == self.persona, *same]

    # -- showing ---------------------------------------------------------------------

    def show_persona(self, id: int | None) -> None:
        if id != self.persona:
            for part in self.parts.values():
                part.let_go()
        self.persona = id
        self.reload()

    def reload(self) -> None:
        """Show the records there are now, keeping the widgets of those that stay."""
        wanted = [record.id for record in self.workspace.file.all(self.cls, *self._where())]
        for id in set(self.parts) - set(wanted):
            part = self.parts.pop(id)
            part.hide()
            part.deleteLater()
        made = {id: self.parts.get(id) or self._make(self, id) for id in wanted}
        self.parts = made
        self.lay_out()
        self.refresh()
        self.count_changed.emit(len(made))

    def refresh(self) -> None:
        for part in self.parts.values():
            part.refresh()

    def lay_out(self) -> None:
        """Place the widgets of `parts` in their order."""
        raise NotImplementedError

    def focus_part(self, id: int | None) -> None:
        part = self.parts.get(id) if id is not None else None
        field = part.first_field() if part is not None else None
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- doing -----------------------------------------------------------------------

    def add(self, label: str, **values: Any) -> int | None:
        """A new part at the end, as one change; returns its id."""
        if self.persona is None or self.workspace.read_only:
            return None
        with self.workspace.change(label) as change:
            values = {"persona_id": self.persona, "position": len(self.ids)} | self.fixed | values
            id = change.add(self.cls(**values)).id
        self.reload()
        return id

    def put(self, id: int, index: int) -> None:
        """Put a part before the one at `index`, as one change; one from another list joins."""
        if self.workspace.read_only:
            return
        order = moved(self.ids, id, index)
        if order != self.ids:
            with self.workspace.change(_("Reorder")) as change:
                record = change.get(self.cls, id)
                for name, value in self.fixed.items():
                    setattr(record, name, value)
                arrange([change.get(self.cls, other) for other in order])  # type: ignore[misc]

    def step(self, id: int, step: int) -> None:
        place = self.ids.index(id)
        target = place - 1 if step < 0 else place + 2
        if 0 <= target <= len(self.ids):
            self.put(id, target)

    def duplicate(self, id: int) -> None:
        if not self.workspace.read_only:
            self.focus_part(duplicate_record(self.workspace, self.cls, id, self.ids))

    def delete(self, id: int) -> None:
        if self.workspace.read_only:
            return
        record: Record = self.workspace.file.one(self.cls, id)
        name = record.label
        label = _("Delete {name}").format(name=name or _("Untitled"))
        place = self.ids.index(id)
        with self.workspace.change(label) as change:
            change.delete(change.get(self.cls, id))
        if name:
            self.workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)
        left = self.ids
        self.focus_part(left[min(max(place - 1, 0), len(left) - 1)] if left else None)

    # -- dropping --------------------------------------------------------------------

    def accepts(self, kind: str, id: int) -> bool:
        """Whether a dragged record can be one of these parts."""
        if kind != self.cls.__tablename__ or self.workspace.read_only:
            return False
        return id in self.parts

    def place_at(self, spot: QPoint) -> int:
        """The part before which something dropped there goes."""
        for place, part in enumerate(self.parts.values()):
            area = part.geometry()
            above = spot.y() < area.top()
            if above or (spot.y() <= area.bottom() and spot.x() < area.center().x()):
                return place
        return len(self.parts)

    def drop_line(self, place: int) -> QRect:
        """Where the line is drawn that shows the place."""
        shown = [part.geometry() for part in self.parts.values()]
        if place < len(shown):
            area = shown[place]
            return QRect(max(area.left() - 2, 0), area.top(), 3, area.height())
        area = shown[-1]
        return QRect(min(area.right() + 1, self.width() - 3), area.top(), 3, area.height())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.accepts(*dragged(event.mimeData())):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop_at = self.place_at(event.position().toPoint())
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
        if self.accepts(kind, id):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.put(id, self.place_at(event.position().toPoint()))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drop_at is not None and self.parts:
            line = self.drop_line(self._drop_at)
            QPainter(self).fillRect(line, theme.colour("accent"))
