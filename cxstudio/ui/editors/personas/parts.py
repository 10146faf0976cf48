"""The parts of a persona that stand in an order: facts, goals, sliders, channels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.model import Record, Slider, Trait
from cxstudio.model.order import arrange, moved
from cxstudio.ui.editors.personas.part import Part
from cxstudio.ui.forms.drop_places import DropPlaces
from cxstudio.ui.record_acts import duplicate_record
from cxstudio.ui.workspace import Workspace


class PartList(DropPlaces):
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

    def placed(self) -> list[QWidget]:
        return list(self.parts.values())
