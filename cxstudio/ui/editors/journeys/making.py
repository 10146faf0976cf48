"""Whole journeys: made from a template, copied, turned into a to-be, deleted."""

from __future__ import annotations

from cxstudio.i18n import _
from cxstudio.model import Journey, JourneyPersona, Lane, Persona, Stage, Step
from cxstudio.model.order import arrange
from cxstudio.model.own_templates import OwnTemplate
from cxstudio.model.templates import BY_KEY
from cxstudio.model.words import WORDS
from cxstudio.store import Change
from cxstudio.store.duplicate import copies_of, duplicate
from cxstudio.ui.canvas.keeping import delete_with_pictures
from cxstudio.ui.canvas.origins import remember
from cxstudio.ui.workspace import Workspace


def new_journey(workspace: Workspace, key: str = "blank") -> int:
    """A journey from a template, for the primary persona or the first one; gives its id."""
    with workspace.change(_("New journey")) as change:
        return add_journey(workspace, change, key, _("New journey"))


def new_from(workspace: Workspace, template: OwnTemplate) -> int:
    """A journey from a template of the user's own, named after it."""
    with workspace.change(_("New journey")) as change:
        return _add_frame(workspace, change, template)


def add_journey(workspace: Workspace, change: Change, key: str, title: str) -> int:
    """A journey from one of the program's templates, inside a change."""
    template = BY_KEY[key]
    stages = tuple((_(stage), tuple(_(step) for step in steps)) for stage, steps in template.stages)
    lanes = tuple((kind, _(WORDS["lane_kind"][kind])) for kind in template.lanes)
    return _add_frame(workspace, change, OwnTemplate(title, _(template.prompt), stages, lanes))


def _add_frame(workspace: Workspace, change: Change, frame: OwnTemplate) -> int:
    file = workspace.file
    journey = change.add(
        Journey(title=frame.title, description=frame.prompt, position=file.count(Journey))
    )
    for place, (kind, name) in enumerate(frame.lanes):
        change.add(Lane(journey_id=journey.id, lane_kind=kind, name=name, position=place))
    for place, (stage, steps) in enumerate(frame.stages):
        made = change.add(Stage(journey_id=journey.id, name=stage, position=place))
        for at, step in enumerate(steps):
            change.add(Step(stage_id=made.id, name=step, position=at))
    for persona in sorted(file.all(Persona), key=lambda p: not p.primary)[:1]:
        change.add(JourneyPersona(journey_id=journey.id, persona_id=persona.id))
    return journey.id


def copy_journey(workspace: Workspace, journey_id: int) -> int:
    """The same journey once more, after the original."""
    with workspace.change(_("Duplicate journey")) as change:
        journey = change.get(Journey, journey_id)
        copy = duplicate(change, journey)
        copy.title = _("{title} (copy)").format(title=journey.title)
        _place_after(workspace, change, copy, journey_id)
        return copy.id


def make_to_be(workspace: Workspace, journey_id: int) -> int:
    """A to-be that starts as a copy of this as-is, whose curve stands dotted behind it.

    Its steps and cards know which ones they were, so that what is moved and reworded is seen.
    """
    with workspace.change(_("Make a to-be")) as change:
        copies = copies_of(change, change.get(Journey, journey_id))
        copy = change.get(Journey, copies["journey", journey_id].id)
        copy.journey_kind, copy.as_is_id = "to_be", journey_id
        remember(copies)
        _place_after(workspace, change, copy, journey_id)
        return copy.id


def delete_journey(workspace: Workspace, journey_id: int) -> None:
    """With all that is on it; Undo is offered."""
    name = workspace.file.one(Journey, journey_id).title or _("Untitled")
    with workspace.change(_("Delete {name}").format(name=name)) as change:
        delete_with_pictures(change, change.get(Journey, journey_id))
    workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)


def pair_of(workspace: Workspace, journey_id: int) -> tuple[int, int] | None:
    """(as-is, to-be) when the journey is one of such a pair."""
    file = workspace.file
    journey = file.get(Journey, journey_id)
    if journey is None:
        return None
    if journey.as_is_id is not None:
        return journey.as_is_id, journey.id
    to_be = file.all(Journey, Journey.as_is_id == journey_id)
    return (journey_id, to_be[0].id) if to_be else None


def set_personas(workspace: Workspace, journey_id: int, personas: list[int]) -> None:
    """Whose journey it is, in this order; the values of the others are kept."""
    with workspace.change(_("Personas of a journey")) as change:
        journey = change.get(Journey, journey_id)
        there = {row.persona_id: row for row in journey.personas}
        for persona, row in there.items():
            if persona not in personas:
                change.delete(row)
        for place, persona in enumerate(personas):
            if persona in there:
                there[persona].position = place
            else:
                row = JourneyPersona(journey_id=journey_id, persona_id=persona, position=place)
                change.add(row)


def _place_after(workspace: Workspace, change: Change, copy: Journey, original: int) -> None:
    others = [j for j in workspace.file.all(Journey) if j.id != copy.id]
    at = next((i + 1 for i, j in enumerate(others) if j.id == original), len(others))
    arrange([*others[:at], copy, *others[at:]])
    change.flush()
