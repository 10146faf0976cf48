"""A step shown in detail on a map of its own: chosen or made, gone to, and back again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from cxstudio.i18n import _
from cxstudio.model import Journey, JourneyPersona, Stage, Step
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.journeys import making
from cxstudio.ui.workspace import Workspace


class StepMaps:
    """`go` shows a journey. The way that was gone is remembered for going back."""

    def __init__(self, workspace: Workspace, go: Callable[[int], object]) -> None:
        self.workspace, self._go = workspace, go
        self.trail: list[int] = []

    # -- going -------------------------------------------------------------------------

    def open(self, step: int) -> None:
        """Go to the map of a step, if it has one."""
        record = self.workspace.file.get(Step, step)
        if record is not None and record.sub_journey_id is not None:
            here = self.workspace.file.one(Stage, record.stage_id).journey_id
            self.trail.append(here)
            self._go(record.sub_journey_id)

    def back(self) -> None:
        """To the map that led here."""
        while self.trail:
            journey = self.trail.pop()
            if self.workspace.file.get(Journey, journey) is not None:
                self._go(journey)
                return

    def came_from(self, journey_id: int | None) -> Journey | None:
        """The map that led to this one; forgets the way when another one was chosen since."""
        parent = self.workspace.file.get(Journey, self.trail[-1]) if self.trail else None
        if parent is None or not self._leads(parent.id, journey_id):
            self.trail.clear()
            return None
        return parent

    def _leads(self, parent: int, journey_id: int | None) -> bool:
        stages = [stage.id for stage in self.workspace.file.all(Stage, Stage.journey_id == parent)]
        where = (Step.stage_id.in_(stages), Step.sub_journey_id == journey_id)
        return journey_id is not None and self.workspace.file.count(Step, *where) > 0

    # -- the menu of a step --------------------------------------------------------------

    def add_to(self, menu: widgets.Menu, step: int) -> None:
        """Go there when there is a map; choose, make or take it away."""
        file = self.workspace.file
        record = file.one(Step, step)
        here = file.one(Stage, record.stage_id).journey_id
        detail = file.get(Journey, record.sub_journey_id)
        menu.addSeparator()
        if detail is not None:
            text = _("Go to {code}").format(code=f"{detail.code}  {detail.title}")
            menu.addAction(theme.icon("list-tree", "text_2"), text, partial(self.open, step))
        inside = menu.add_submenu(_("Detail this step on a map…"))
        inside.addAction(_("New journey map"), partial(self.make, step))
        if detail is not None:
            inside.addAction(_("None"), partial(self.set, step, None))
        inside.addSeparator()
        for journey in file.all(Journey):
            if journey.id != here:
                text = f"{journey.code}  {journey.title or _('Untitled')}"
                action = inside.addAction(text, partial(self.set, step, journey.id))
                action.setCheckable(True)
                action.setChecked(journey.id == record.sub_journey_id)

    def set(self, step: int, journey: int | None) -> None:
        """Which map shows a step in detail."""
        with self.workspace.change(_("Detail of a step")) as change:
            change.get(Step, step).sub_journey_id = journey

    def make(self, step: int) -> None:
        """A new map named after the step, for the same people; go there."""
        file = self.workspace.file
        record = file.one(Step, step)
        name, here = record.name, file.one(Stage, record.stage_id).journey_id
        personas = [row.persona_id for row in file.one(Journey, here).personas]
        with self.workspace.change(_("Detail of a step")) as change:
            made = making.add_journey(self.workspace, change, "blank", name)
            if personas:
                journey = change.get(Journey, made)
                for row in list(journey.personas):
                    change.delete(row)
                for place, persona in enumerate(personas):
                    row = JourneyPersona(journey_id=made, persona_id=persona, position=place)
                    change.add(row)
            change.get(Step, step).sub_journey_id = made
        self.open(step)
