"""The menus of the map: of cards, empty cells, steps, stages and lanes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.hands import Cell
from cxstudio.i18n import N_, _
from cxstudio.model import Card, Gap, Lane, Step, Touchpoint
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.bars import Part
from cxstudio.ui.canvas.structure import Structure
from cxstudio.ui.canvas.view import MapView

COLOURS = {
    "yellow": N_("Yellow"),
    "orange": N_("Orange"),
    "rose": N_("Rose"),
    "lilac": N_("Lilac"),
    "blue": N_("Blue"),
    "aqua": N_("Aqua"),
    "green": N_("Green"),
    "stone": N_("Stone"),
}
MOST_TOUCHPOINTS = 30

Rename = Callable[[Part], None]


class MapMenus:
    """Builds a menu for a part of the map shown in `view`."""

    def __init__(
        self, view: MapView, structure: Structure, parent: QWidget, rename: Rename
    ) -> None:
        self.view, self.structure, self.parent, self.rename = view, structure, parent, rename

    # -- cards -------------------------------------------------------------------------

    def for_selection(self) -> widgets.Menu | None:
        """The menu of the selected cards, or of the selected empty cell."""
        selection = self.view.map.selection
        if not self.view.document.writable or selection.cell is None:
            return None
        if selection.cards:
            menu = self._for_cards([int(id) for id in selection.cards])
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

    def _for_cards(self, ids: list[int]) -> widgets.Menu:
        view, menu = self.view, widgets.menu(self.parent)
        if len(ids) == 1:
            menu.addAction(_("Edit"), view.acts.edit_current)
        menu.addAction(_("Duplicate"), view.acts.duplicate)
        menu.addAction(_("Copy"), view.acts.copy)
        menu.addAction(_("Cut"), view.acts.cut)
        menu.addSeparator()
        self._add_colours(menu, ids)
        if len(ids) == 1:
            self._add_touchpoints(menu, ids[0])
            self._add_gap(menu, ids[0])
        self._add_confidential(menu, ids)
        menu.addSeparator()
        menu.addAction(_("Delete"), view.acts.delete_selected)
        return menu

    def _add_colours(self, menu: widgets.Menu, ids: list[int]) -> None:
        inside = menu.add_submenu(_("Colour"))
        document = self.view.document
        inside.addAction(_("As the lane"), partial(document.set_colour, ids, ""))
        for name in tokens.STICKIES:
            inside.addAction(_(COLOURS[name]), partial(document.set_colour, ids, name))

    def _add_touchpoints(self, menu: widgets.Menu, card: int) -> None:
        file, document = self.view.workspace.file, self.view.document
        here = file.one(Card, card).touchpoint_id
        inside = menu.add_submenu(_("Touchpoint"))
        none = inside.addAction(_("None"), partial(document.set_touchpoint, card, None))
        none.setCheckable(True)
        none.setChecked(here is None)
        for touchpoint in file.all(Touchpoint)[:MOST_TOUCHPOINTS]:
            text = f"{touchpoint.code}  {touchpoint.name}"
            action = inside.addAction(text, partial(document.set_touchpoint, card, touchpoint.id))
            action.setCheckable(True)
            action.setChecked(touchpoint.id == here)

    def _add_gap(self, menu: widgets.Menu, card: int) -> None:
        chain, workspace = self.view.workspace.chain, self.view.workspace
        for end, _link in chain.supports(End("card", card)):
            gap = workspace.file.get(Gap, end.id) if end.kind == "gap" else None
            if gap is not None:
                text = _("Go to {code}").format(code=gap.code)
                menu.addAction(text, partial(workspace.go_to, "gap", gap.id))
        menu.addAction(theme.icon("triangle-alert", "text_2"), _("Make a gap"), self.make_gap)

    def make_gap(self) -> None:
        """A gap from the selected card, shown at once."""
        current = self.view.map.selection.current
        if current is not None:
            gap = self.view.document.make_gap(int(current))
            self.view.workspace.go_to("gap", gap)

    def _add_confidential(self, menu: widgets.Menu, ids: list[int]) -> None:
        cards = [self.view.workspace.file.one(Card, id) for id in ids]
        on = all(card.confidential for card in cards)
        action = menu.addAction(
            _("Confidential"), partial(self.view.document.set_confidential, ids, not on)
        )
        action.setCheckable(True)
        action.setChecked(on)

    def _for_cell(self, cell: Cell) -> widgets.Menu:
        menu = widgets.menu(self.parent)
        if self.view.can_write(cell):
            menu.addAction(_("New card"), self.view.acts.edit_or_start)
            menu.addAction(_("Paste"), self.view.acts.paste)
        if self.view.is_emotion(cell) and self.view.persona is not None:
            blank = partial(
                self.view.document.set_emotion, int(cell.step_id), int(self.view.persona), None
            )
            menu.addAction(_("Leave blank: no evidence"), blank)
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
