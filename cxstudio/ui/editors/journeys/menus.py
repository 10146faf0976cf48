"""The menus of the map: of cards, empty cells, steps, stages and lanes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from cxstudio.drawing.journey.hands import Cell
from cxstudio.i18n import _
from cxstudio.model import Lane, Step
from cxstudio.model.words import WORDS
from cxstudio.ui import widgets
from cxstudio.ui.canvas.bars import Part
from cxstudio.ui.canvas.structure import Structure
from cxstudio.ui.canvas.view import MapView
from cxstudio.ui.editors.journeys.cards import CardMenus
from cxstudio.ui.editors.journeys.feeling import add_feeling
from cxstudio.ui.editors.journeys.stepmaps import StepMaps

Rename = Callable[[Part], None]


class MapMenus:
    """Builds a menu for a part of the map shown in `view`."""

    def __init__(
        self,
        view: MapView,
        structure: Structure,
        parent: QWidget,
        rename: Rename,
        step_maps: StepMaps,
    ) -> None:
        self.view, self.structure, self.parent, self.rename = view, structure, parent, rename
        self.step_maps = step_maps
        self.cards = CardMenus(view, parent)

    # -- cards -------------------------------------------------------------------------

    def for_selection(self) -> widgets.Menu | None:
        """The menu of the selected cards, connector, or empty cell."""
        selection = self.view.map.selection
        if not self.view.document.writable:
            return None
        if selection.connector is not None:
            return self.cards.for_connector(int(selection.connector))
        if selection.cell is None:
            return None
        if selection.cards:
            menu = self.cards.for_cards([int(id) for id in selection.cards])
        else:
            menu = self._for_cell(selection.cell)
        self._add_frame(menu, selection.cell)
        return menu

    def _add_frame(self, menu: widgets.Menu, cell: Cell) -> None:
        """Stage, step and lane of the cell, so that the keyboard reaches them too."""
        step = int(cell.step_id)
        stage = self.view.workspace.file.one(Step, step).stage_id
        menu.addSeparator()
        self.fill(menu.add_submenu(_("Stage")), Part("stage", stage))
        self.fill(menu.add_submenu(_("Step")), Part("step", step))
        self.fill(menu.add_submenu(_("Lane")), Part("lane", cell.lane_id))

    def for_part(self, part: Part) -> widgets.Menu:
        """The menu of a stage, a step or a lane, or of the place for a new step."""
        menu = widgets.menu(self.parent)
        self.fill(menu, part)
        return menu

    def fill(self, menu: widgets.Menu, part: Part) -> None:
        """What can be done with a part of the map's frame."""
        if part.kind == "add":
            self._for_adding(menu)
            return
        menu.addAction(_("Rename"), partial(self.rename, part))
        {"stage": self._for_stage, "step": self._for_step, "lane": self._for_lane}[part.kind](
            menu, int(part.id)
        )

    def _for_cell(self, cell: Cell) -> widgets.Menu:
        menu = widgets.menu(self.parent)
        if self.view.can_write(cell):
            menu.addAction(_("New card"), self.view.acts.edit_or_start)
            menu.addAction(_("Paste"), self.view.acts.paste)
        if self.view.is_emotion(cell) and self.view.persona is not None:
            add_feeling(menu, self.view, cell)
        return menu

    # -- steps and stages ----------------------------------------------------------------

    def _for_step(self, menu: widgets.Menu, step: int) -> None:
        structure = self.structure
        record = self.view.workspace.file.one(Step, step)
        add = partial(structure.add_step, record.stage_id, step)
        menu.addAction(_("Add a step after it"), add)
        menu.addAction(_("Move left"), partial(structure.move_step, step, -1))
        menu.addAction(_("Move right"), partial(structure.move_step, step, 1))
        moment = menu.addAction(_("Moment of truth"), partial(structure.toggle_moment, step))
        moment.setCheckable(True)
        moment.setChecked(record.moment_of_truth)
        self.step_maps.add_to(menu, step)
        menu.addSeparator()
        menu.addAction(_("Delete"), partial(structure.delete_step, step))

    def _for_stage(self, menu: widgets.Menu, stage: int) -> None:
        structure = self.structure
        journey = self.view.document.journey_id or 0
        menu.addAction(_("Add a step"), partial(structure.add_step, stage))
        menu.addAction(_("Add a stage after it"), partial(structure.add_stage, journey, stage))
        menu.addAction(_("Move left"), partial(structure.move_stage, stage, -1))
        menu.addAction(_("Move right"), partial(structure.move_stage, stage, 1))
        menu.addSeparator()
        menu.addAction(_("Delete"), partial(structure.delete_stage, stage))

    def _for_adding(self, menu: widgets.Menu) -> None:
        structure = self.structure
        journey = self.view.document.journey_id or 0
        stages = self.view.map.data.stages
        if stages:
            menu.addAction(_("Add a step"), partial(structure.add_step, int(stages[-1].id)))
        menu.addAction(_("Add a stage"), partial(structure.add_stage, journey))

    # -- lanes ---------------------------------------------------------------------------

    def _for_lane(self, menu: widgets.Menu, lane: int) -> None:
        structure = self.structure
        record = self.view.workspace.file.one(Lane, lane)
        fold = _("Unfold") if record.collapsed else _("Fold")
        menu.addAction(fold, partial(structure.toggle_collapsed, lane))
        menu.addAction(_("Hide"), partial(structure.set_hidden, lane, True))
        if record.height is not None:
            text = _("Height by its content")
            menu.addAction(text, partial(structure.set_height, lane, None))
        menu.addAction(_("Move up"), partial(structure.move_lane, lane, -1))
        menu.addAction(_("Move down"), partial(structure.move_lane, lane, 1))
        add_lane_kinds(menu.add_submenu(_("Add a lane below")), structure, record.journey_id, lane)
        menu.addSeparator()
        menu.addAction(_("Delete"), partial(structure.delete_lane, lane))


def add_lane_kinds(
    menu: widgets.Menu, structure: Structure, journey: int, after: int | None = None
) -> None:
    """Every kind of lane, to be added."""
    for kind, name in WORDS["lane_kind"].items():
        menu.addAction(_(name), partial(structure.add_lane, journey, kind, after))
