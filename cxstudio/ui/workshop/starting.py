"""F5: choose the map, say how many people there are, or go on with what was left open."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

from cxstudio import formats, i18n
from cxstudio.i18n import _
from cxstudio.model import Journey, Stage, Step, Workshop
from cxstudio.ui import widgets
from cxstudio.ui.shell.dialog import Dialog, tell
from cxstudio.ui.workshop.keys import keys_help
from cxstudio.ui.workshop.session import Session, begin, left_open
from cxstudio.ui.workspace import Workspace


def choose_workshop(parent: QWidget, workspace: Workspace) -> int | None:
    """The id of the workshop to show: one left open, or a new one; None when it was not wanted."""
    journeys = mapped(workspace)
    if not journeys:
        tell(
            parent,
            _("There is no map to work on yet"),
            _("A workshop needs a journey map with at least one stage, step and lane."),
        )
        return None
    unfinished = left_open(workspace)
    if unfinished is None:
        return _ask_new(parent, workspace, journeys)
    resume = ResumeDialog(parent, unfinished)
    if not resume.exec():
        return None
    if resume.goes_on:
        return unfinished.id
    end_quietly(workspace, unfinished.id)
    return _ask_new(parent, workspace, journeys)


def mapped(workspace: Workspace) -> list[Journey]:
    """The journeys that have a step to stand on; the one that is looked at comes first."""
    file = workspace.file
    stages = {stage.id: stage.journey_id for stage in file.all(Stage)}
    with_steps = {stages.get(step.stage_id) for step in file.all(Step)}
    found = [journey for journey in file.all(Journey) if journey.id in with_steps]
    looked_at = _looked_at(workspace)
    return sorted(found, key=lambda journey: journey.id != looked_at)


def _looked_at(workspace: Workspace) -> int | None:
    selection = workspace.selection
    record = workspace.record(selection) if selection is not None else None
    if isinstance(record, Journey):
        return record.id
    found = getattr(record, "journey_id", None)
    if found is None and (step := getattr(record, "step_id", None)):
        stage = workspace.file.get(Stage, workspace.file.one(Step, step).stage_id)
        found = stage.journey_id if stage else None
    return found


def end_quietly(workspace: Workspace, workshop_id: int) -> None:
    """End a workshop that nobody goes on with, with its snapshot and summary."""
    session = Session(workspace, workshop_id)
    session.end()
    session.close()


def _ask_new(parent: QWidget, workspace: Workspace, journeys: list[Journey]) -> int | None:
    dialog = StartDialog(parent, journeys, _last(workspace))
    if not dialog.exec():
        return None
    workspace.flush_requested.emit()
    return begin(
        workspace,
        dialog.journey_id,
        dialog.people.value(),
        dialog.votes_each.value(),
        dialog.minutes.value(),
    )


def _last(workspace: Workspace) -> tuple[int, int, int]:
    """People, votes each and minutes as they were the last time."""
    found = workspace.file.all(Workshop, order_by=Workshop.id.desc())[:1]
    return (found[0].people, found[0].votes_each, found[0].minutes) if found else (8, 3, 10)


class StartDialog(Dialog):
    """Which map, how many people, votes and minutes."""

    def __init__(
        self, parent: QWidget | None, journeys: list[Journey], last: tuple[int, int, int]
    ) -> None:
        super().__init__(
            parent,
            _("Start a workshop"),
            _(
                "The map fills the projector, one stage at a time. Nothing confidential is shown "
                "there. A snapshot is taken now and at the end."
            ),
        )
        self.journey = widgets.Choice()
        for journey in journeys:
            self.journey.addItem(f"{journey.code}  {journey.title}", journey.id)
        self.add_field(_("Journey map"), self.journey)
        self.people = self._number(_("People in the room"), last[0], 99)
        self.votes_each = self._number(_("Votes for each person"), last[1], 9)
        self.minutes = self._number(_("Minutes on the timer"), last[2], 180)
        self.body.addWidget(widgets.Label(keys_help(), "small", "text_3", wrap=True))
        self.add_cancel()
        self.add_button(widgets.filled(_("Start the workshop"), "presentation"), accepts=True)

    def _number(self, label: str, value: int, most: int) -> widgets.Number:
        field = widgets.Number()
        field.setRange(1, most)
        field.setValue(value)
        self.add_field(label, field)
        return field

    @property
    def journey_id(self) -> int:
        return int(self.journey.currentData())


class ResumeDialog(Dialog):
    """A workshop was not ended: go on with it, or end it and start another."""

    def __init__(self, parent: QWidget | None, workshop: Workshop) -> None:
        at = workshop.started_at
        began = formats.moment(at, i18n.language()) if at else ""
        super().__init__(
            parent,
            _("Go on with the workshop?"),
            _(
                "The workshop on “{name}” that began {began} was not ended. All its cards, votes "
                "and parked notes are in the file."
            ).format(name=workshop.name, began=began),
        )
        self.goes_on = False
        self.add_cancel()
        other = self.add_button(widgets.outline(_("End it and start another")))
        other.clicked.connect(self.accept)
        on = self.add_button(widgets.filled(_("Go on")), accepts=True)
        on.clicked.disconnect()
        on.clicked.connect(self._go_on)

    def _go_on(self) -> None:
        self.goes_on = True
        self.done(QDialog.DialogCode.Accepted)
