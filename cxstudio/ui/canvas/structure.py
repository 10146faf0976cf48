"""Stages, steps and lanes of a journey: added, named, moved and deleted, one undo step each."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from cxstudio.i18n import _
from cxstudio.model import Card, Lane, Stage, Step
from cxstudio.model.order import arrange
from cxstudio.model.words import WORDS
from cxstudio.store import Change
from cxstudio.ui.canvas.keeping import delete_with_pictures
from cxstudio.ui.workspace import Workspace

NAMED: dict[str, type[Stage] | type[Step] | type[Lane]] = {
    "stage": Stage,
    "step": Step,
    "lane": Lane,
}


class Structure:
    """What may be done to the frame of a map."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    # -- stages and steps --------------------------------------------------------------

    def add_stage(self, journey_id: int, after: int | None = None) -> int:
        """A stage with one step, after another stage or last; gives the step's id."""
        with self.workspace.change(_("New stage")) as change:
            stages = _stages(change, journey_id)
            made = change.add(Stage(journey_id=journey_id, name=_("New stage")))
            arrange(_with(stages, made, after))
            return change.add(Step(stage_id=made.id, name=_("New step"))).id

    def add_step(self, stage_id: int, after: int | None = None) -> int:
        """A step of a stage, after another step or last."""
        with self.workspace.change(_("New step")) as change:
            steps = _steps(change, stage_id)
            made = change.add(Step(stage_id=stage_id, name=_("New step")))
            arrange(_with(steps, made, after))
            return made.id

    def rename(self, kind: str, id: int, name: str) -> None:
        """Another name for a stage, a step or a lane."""
        cls = NAMED[kind]
        record = self.workspace.file.get(cls, id)
        if record is not None and record.name != name:
            with self.workspace.change(_("Rename")) as change:
                change.get(cls, id).name = name

    def move_step(self, step_id: int, by: int) -> None:
        """One place to the left or right; at the edge of its stage into the next one."""
        with self.workspace.change(_("Move step")) as change:
            step = change.get(Step, step_id)
            stages = _stages(change, change.get(Stage, step.stage_id).journey_id)
            steps = _steps(change, step.stage_id)
            place = steps.index(step) + by
            if 0 <= place < len(steps):
                steps.remove(step)
                arrange([*steps[:place], step, *steps[place:]])
                return
            home = next(i for i, stage in enumerate(stages) if stage.id == step.stage_id) + by
            if 0 <= home < len(stages) and len(steps) > 1:
                _into(change, step, stages[home].id, 0 if by > 0 else None)

    def put_step(self, step_id: int, before: int | None) -> None:
        """Move a step before another, into that one's stage; without one to the very end."""
        with self.workspace.change(_("Move step")) as change:
            step = change.get(Step, step_id)
            left = step.stage_id
            if before is None:
                last = _stages(change, change.get(Stage, left).journey_id)[-1]
                _into(change, step, last.id, None)
            else:
                stage = change.get(Step, before).stage_id
                others = [other.id for other in _steps(change, stage) if other is not step]
                _into(change, step, stage, others.index(before))
            _drop_if_empty(change, left)

    def move_stage(self, stage_id: int, by: int) -> None:
        """One place to the left or right."""
        with self.workspace.change(_("Move stage")) as change:
            stage = change.get(Stage, stage_id)
            stages = _stages(change, stage.journey_id)
            place = max(0, min(stages.index(stage) + by, len(stages) - 1))
            stages.remove(stage)
            arrange([*stages[:place], stage, *stages[place:]])

    def put_stage(self, stage_id: int, before: int | None) -> None:
        """Move a stage before another, or to the end."""
        with self.workspace.change(_("Move stage")) as change:
            stage = change.get(Stage, stage_id)
            others = [other for other in _stages(change, stage.journey_id) if other is not stage]
            at = next((i for i, other in enumerate(others) if other.id == before), len(others))
            arrange([*others[:at], stage, *others[at:]])

    def toggle_moment(self, step_id: int) -> None:
        """Whether the customer decides at this step."""
        with self.workspace.change(_("Moment of truth")) as change:
            step = change.get(Step, step_id)
            step.moment_of_truth = not step.moment_of_truth

    def delete_step(self, step_id: int) -> None:
        """With its cards; a stage that is left without steps goes with it."""
        name = self.workspace.file.one(Step, step_id).name
        with self.workspace.change(_("Delete step")) as change:
            step = change.get(Step, step_id)
            stage_id = step.stage_id
            delete_with_pictures(change, step)
            _drop_if_empty(change, stage_id)
        self.workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)

    def delete_stage(self, stage_id: int) -> None:
        """With its steps and their cards."""
        name = self.workspace.file.one(Stage, stage_id).name
        with self.workspace.change(_("Delete stage")) as change:
            delete_with_pictures(change, change.get(Stage, stage_id))
        self.workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)

    # -- lanes -------------------------------------------------------------------------

    def add_lane(self, journey_id: int, kind: str, after: int | None = None) -> int:
        """A lane of a kind, named after it."""
        with self.workspace.change(_("New lane")) as change:
            lanes = _lanes(change, journey_id)
            name = _(WORDS["lane_kind"][kind])
            made = change.add(Lane(journey_id=journey_id, lane_kind=kind, name=name))
            arrange(_with(lanes, made, after))
            return made.id

    def move_lane(self, lane_id: int, by: int) -> None:
        """Up or down among the lanes that are shown."""
        with self.workspace.change(_("Move lane")) as change:
            lane = change.get(Lane, lane_id)
            lanes = _lanes(change, lane.journey_id)
            shown = [other for other in lanes if not other.hidden or other is lane]
            place = shown.index(lane) + by
            if 0 <= place < len(shown):
                at = lanes.index(shown[place])
                lanes.remove(lane)
                arrange([*lanes[:at], lane, *lanes[at:]])

    def put_lane(self, lane_id: int, before: int | None) -> None:
        """Move a lane before another, or to the end."""
        with self.workspace.change(_("Move lane")) as change:
            lane = change.get(Lane, lane_id)
            lanes = [other for other in _lanes(change, lane.journey_id) if other is not lane]
            at = next((i for i, other in enumerate(lanes) if other.id == before), len(lanes))
            arrange([*lanes[:at], lane, *lanes[at:]])

    def set_hidden(self, lane_id: int, hidden: bool) -> None:
        with self.workspace.change(_("Hide lane") if hidden else _("Show lane")) as change:
            change.get(Lane, lane_id).hidden = hidden

    def toggle_collapsed(self, lane_id: int) -> None:
        """Only its name, or its cards too."""
        with self.workspace.change(_("Fold lane")) as change:
            lane = change.get(Lane, lane_id)
            lane.collapsed = not lane.collapsed

    def set_height(self, lane_id: int, height: int | None) -> None:
        """The least height in pixels; None follows the content."""
        with self.workspace.change(_("Height of a lane"), ("height", lane_id)) as change:
            change.get(Lane, lane_id).height = height

    def delete_lane(self, lane_id: int) -> None:
        """With its cards."""
        name = self.workspace.file.one(Lane, lane_id).name
        with self.workspace.change(_("Delete lane")) as change:
            delete_with_pictures(change, change.get(Lane, lane_id))
        self.workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)

    def count_cards(self, lane_id: int) -> int:
        return self.workspace.file.count(Card, Card.lane_id == lane_id)


Part = Stage | Step | Lane


def _with(parts: Sequence[Part], made: Part, after: int | None) -> list[Part]:
    """The parts with a new one after another, or last."""
    others = [part for part in parts if part is not made]
    place = next((i + 1 for i, part in enumerate(others) if part.id == after), len(others))
    return [*others[:place], made, *others[place:]]


def _stages(change: Change, journey_id: int) -> list[Stage]:
    change.flush()
    query = select(Stage).where(Stage.journey_id == journey_id)
    return list(change.session.scalars(query.order_by(Stage.position, Stage.id)))


def _steps(change: Change, stage_id: int) -> list[Step]:
    change.flush()
    query = select(Step).where(Step.stage_id == stage_id)
    return list(change.session.scalars(query.order_by(Step.position, Step.id)))


def _lanes(change: Change, journey_id: int) -> list[Lane]:
    change.flush()
    query = select(Lane).where(Lane.journey_id == journey_id)
    return list(change.session.scalars(query.order_by(Lane.position, Lane.id)))


def _into(change: Change, step: Step, stage_id: int, index: int | None) -> None:
    others = [other for other in _steps(change, stage_id) if other is not step]
    place = len(others) if index is None else index
    step.stage_id = stage_id
    arrange([*others[:place], step, *others[place:]])
    change.flush()
    change.session.expire(change.get(Stage, stage_id), ["steps"])


def _drop_if_empty(change: Change, stage_id: int) -> None:
    if not _steps(change, stage_id):
        stage = change.get(Stage, stage_id)
        change.session.expire(stage, ["steps"])
        change.delete(stage)
