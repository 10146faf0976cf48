"""A workshop under way: each captured card, vote and parked note is a change of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from cxstudio.exchange.journey_content import tidy_name
from cxstudio.i18n import _
from cxstudio.model import Card, Journey, ParkedNote, Workshop
from cxstudio.store import ChangeSet
from cxstudio.ui.workshop import place as at
from cxstudio.ui.workshop.board import Board, Note, read_board
from cxstudio.ui.workshop.place import Place
from cxstudio.ui.workshop.summary import Added, added, cards_before, parked, summary_text
from cxstudio.ui.workspace import Workspace

MOST_VOTES = 9


class Session(QObject):
    """Holds the board, the place on it, and the id of the workshop.

    `changed` when anything that is shown is new; `said` for one short sentence to the room; `lost`
    when the workshop or its map is gone from the file.
    """

    changed = Signal()
    said = Signal(str)
    lost = Signal()

    def __init__(self, workspace: Workspace, workshop_id: int) -> None:
        super().__init__()
        self.workspace = workspace
        self.id = workshop_id
        workshop = self.workshop
        if workshop.journey_id is None:
            raise LookupError("the workshop has no journey any more")
        self.journey_id = workshop.journey_id
        self.before = cards_before(workspace, workshop.snapshot_before)
        self.board: Board = read_board(workspace, self.journey_id)
        self.place: Place = at.beginning(self.board)
        self.parking = False
        self.ranking = False
        self._floor = len(workspace.file.undo_steps)
        workspace.changed.connect(self._on_changed)

    def close(self) -> None:
        """Stop listening."""
        self.workspace.changed.disconnect(self._on_changed)

    # -- reading -------------------------------------------------------------------

    @property
    def workshop(self) -> Workshop:
        return self.workspace.file.one(Workshop, self.id)

    @property
    def voting(self) -> str:
        return self.workshop.voting

    @property
    def card(self) -> Note | None:
        """The spotlit card."""
        cell = self.board.cell(self.place.step, self.place.lane)
        return cell[self.place.row] if self.place.row < len(cell) else None

    @property
    def votes_left(self) -> int:
        """Dots that nobody has given yet."""
        workshop = self.workshop
        given = sum(note.votes for note in self.board.notes())
        return max(workshop.people * workshop.votes_each - given, 0)

    def parked(self) -> tuple[str, ...]:
        """The parking lot."""
        return parked(self.workspace, self.id)

    def added(self) -> Added:
        """What the session has added so far."""
        return added(self.workspace, self.board, self.id, self.before)

    def _on_changed(self, _changes: ChangeSet) -> None:
        file = self.workspace.file
        if file.get(Workshop, self.id) is None or file.get(Journey, self.journey_id) is None:
            self.lost.emit()
            return
        self.board = read_board(self.workspace, self.journey_id)
        self.place = at.settled(self.board, self.place)
        self.changed.emit()

    # -- walking -------------------------------------------------------------------

    def go(self, place: Place) -> None:
        """Look at another place."""
        if place != self.place:
            self.place = place
            self.changed.emit()

    def go_to_card(self, card_id: int) -> None:
        """Put the light on a card."""
        for (step, lane), notes in self.board.cells.items():
            for row, note in enumerate(notes):
                if note.id == card_id:
                    self.go(replace(self.place, step=step, lane=lane, row=row))
                    return

    def set_parking(self, on: bool) -> None:
        """Whether the next line goes to the parking lot."""
        self.parking = on
        self.changed.emit()

    # -- capture -------------------------------------------------------------------

    def capture(self, text: str) -> None:
        """Put a line where it was said it would land: the spotlit cell, or the parking lot."""
        text = tidy_name(text)
        if not text:
            return
        if self.parking:
            self._park(text)
        elif self.place.step is not None and self.place.lane is not None:
            self._add_card(text, int(self.place.step), int(self.place.lane))

    def _park(self, text: str) -> None:
        self.parking = False
        count = self.workspace.file.count(ParkedNote, ParkedNote.workshop_id == self.id)
        with self.workspace.change(_("Park “{text}”").format(text=text[:40])) as change:
            change.add(ParkedNote(workshop_id=self.id, text=text, position=count))

    def _add_card(self, text: str, step: int, lane: int) -> None:
        of_cell = (Card.step_id == step, Card.lane_id == lane)
        last = self.workspace.file.all(Card, *of_cell)[-1:]
        position = last[0].position + 1 if last else 0
        with self.workspace.change(_("Add “{text}”").format(text=text[:40])) as change:
            card = change.add(Card(step_id=step, lane_id=lane, text=text, position=position))
            id = card.id
        self.go_to_card(id)

    # -- voting --------------------------------------------------------------------

    def next_voting(self) -> None:
        """Start the vote, reveal it, or put the dots away, by what comes next."""
        steps: dict[str, Callable[[], None]] = {"open": self.reveal, "revealed": self.end_voting}
        steps.get(self.voting, self.start_voting)()

    def start_voting(self) -> None:
        """A new round: every card of the map begins without votes."""
        with self.workspace.change(_("Start the vote")) as change:
            for note in self.board.notes():
                if note.votes:
                    change.get(Card, note.id).votes = 0
            change.get(Workshop, self.id).voting = "open"
        self.ranking = False
        if self.card is None:
            self.go(at.to_card(self.board, self.place, 1))

    def vote(self, card_id: int, by: int = 1) -> None:
        """Give a card dots, or take some back; kept at once, shown after the reveal."""
        note = next((note for note in self.board.notes() if note.id == card_id), None)
        if self.voting != "open" or note is None:
            return
        votes = max(note.votes + min(by, self.votes_left), 0)
        if votes == note.votes:
            self.said.emit(_("All votes are given.") if by > 0 else _("This card has no votes."))
            return
        with self.workspace.change(_("Vote")) as change:
            change.get(Card, card_id).votes = votes

    def reveal(self) -> None:
        """Show the votes, ranked."""
        self.ranking = True
        with self.workspace.change(_("Reveal the votes")) as change:
            change.get(Workshop, self.id).voting = "revealed"

    def hide_ranking(self) -> None:
        """Back to the map from the ranking."""
        if self.ranking:
            self.ranking = False
            self.changed.emit()

    def end_voting(self) -> None:
        """Put the dots away; the cards keep their votes."""
        self.ranking = False
        with self.workspace.change(_("End the vote")) as change:
            change.get(Workshop, self.id).voting = ""

    def set_number(self, attribute: str, value: int) -> None:
        """How many people, votes each or minutes there are."""
        most = {"people": 99, "votes_each": MOST_VOTES, "minutes": 180}[attribute]
        value = min(max(value, 1), most)
        merge = ("workshop", self.id, attribute)
        with self.workspace.change(_("Set up the workshop"), merge) as change:
            setattr(change.get(Workshop, self.id), attribute, value)

    # -- undo and end ----------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step of this session back, and look at where it was."""
        self.workspace.flush_requested.emit()
        if len(self.workspace.file.undo_steps) > self._floor:
            self._show_place(self.workspace.file.undo())

    def redo(self) -> None:
        """Do it again."""
        self.workspace.flush_requested.emit()
        self._show_place(self.workspace.file.redo())

    def _show_place(self, changes: ChangeSet | None) -> None:
        for touch in changes.touched if changes else ():
            if touch.kind == "card" and touch.how != "delete":
                self.go_to_card(touch.id)
                return

    def end(self) -> None:
        """Write down what was added, and take the second snapshot."""
        self.workspace.flush_requested.emit()
        label, merge = _("End the workshop"), ("workshop", self.id, "end")
        summary = summary_text(self.workspace, self.workshop)
        with self.workspace.change(label, merge) as change:
            workshop = change.get(Workshop, self.id)
            workshop.ended_at, workshop.summary = _now(), summary
        snapshot = self.workspace.file.take_snapshot(
            _("After workshop “{name}”").format(name=self.board.title)
        )
        with self.workspace.change(label, merge) as change:
            change.get(Workshop, self.id).snapshot_after = snapshot
        self.workspace.file.end_merge()


def begin(workspace: Workspace, journey_id: int, people: int, votes_each: int, minutes: int) -> int:
    """Take a snapshot and begin a workshop on a journey; returns its id."""
    title = read_board(workspace, journey_id).title
    snapshot = workspace.file.take_snapshot(_("Before workshop “{name}”").format(name=title))
    with workspace.change(_("Start the workshop")) as change:
        workshop = Workshop(
            name=title,
            journey_id=journey_id,
            started_at=_now(),
            people=people,
            votes_each=votes_each,
            minutes=minutes,
            snapshot_before=snapshot,
            position=workspace.file.count(Workshop),
        )
        return change.add(workshop).id


def left_open(workspace: Workspace) -> Workshop | None:
    """The newest workshop that was not ended, if its journey is still there."""
    still = (Workshop.ended_at.is_(None), Workshop.journey_id.is_not(None))
    found = workspace.file.all(Workshop, *still, order_by=Workshop.id.desc())
    return found[0] if found else None


def _now() -> dt.datetime:
    """The user's clock, as interviews keep it too."""
    return dt.datetime.now().replace(microsecond=0)  # noqa: DTZ005
