"""Whatever is done, undone and restored at random, the file stays consistent and undo exact."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from cxstudio.model import (
    Card,
    Department,
    Evidence,
    Initiative,
    Journey,
    Lane,
    Link,
    Stage,
    Stakeholder,
    Step,
)
from cxstudio.store import EngagementFile, open_file, rows
from cxstudio.store.check import examine
from cxstudio.store.errors import WriteOutsideChange
from tests.store.conftest import assert_consistent

texts = st.sampled_from(["", "Queue", "待ち時間", "ＮＰＳ は 12", 'it\'s "quoted"; --', "🙂\n\t"])


class Refused(Exception):
    """What a caller raises in the middle of a change."""


class Engagement(RuleBasedStateMachine):
    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name, "a.cxs")
        self.file = EngagementFile.create(self.path, client="Client")
        self.file.driver.execute("PRAGMA synchronous = OFF")
        self.initial = self.records()
        self.codes = set()
        self.seen = [self.initial]  # the records after each step that undo can take back
        self.undone = []
        self.open_merge = None
        self.found_consistent_at = None  # how much had been written

    def teardown(self):
        if not hasattr(self, "file"):
            return
        while self.file.undo():
            pass
        assert self.records() == self.seen[0]
        while self.file.redo():
            pass
        self.file.close()
        assert examine(self.path) == []
        self.folder.cleanup()

    def records(self):
        return {kind: list(rows.every(self.file.driver, kind)) for kind in rows.kinds()}

    def done(self, merge=None):
        now = self.records()
        if now == self.seen[-1]:
            return
        if merge is not None and merge == self.open_merge:
            self.seen[-1] = now
            if now == self.seen[-2]:  # what was typed is what stood there: no step is left
                self.seen.pop()
                merge = None
        else:
            self.seen.append(now)
        self.open_merge = merge
        self.undone = []

    def some(self, data, cls):
        found = self.file.all(cls, order_by=cls.id)
        return data.draw(st.sampled_from([r.id for r in found])) if found else None

    @rule(name=texts)
    def add_coded(self, name):
        with self.file.change("Add") as change:
            desk = change.add(Department(name=name))
            person = change.add(Stakeholder(name=name, department_id=desk.id))
            new = {desk.code, person.code}
        assert not new & self.codes
        self.codes |= new
        self.done()

    @rule(name=texts, twice=st.booleans())
    def add_a_journey(self, name, twice):
        with self.file.change("Add a journey") as change:
            journey = change.add(Journey(title=name))
            lane = change.add(Lane(journey_id=journey.id))
            journey.stages.append(Stage(name=name, steps=[Step(name=name), Step()]))
            change.flush()
            for step in journey.stages[0].steps:
                change.add(Card(step_id=step.id, lane_id=lane.id, text=name))
            if twice:
                journey.title += "!"
            evidence = change.add(Evidence(text=name))
            card = step.cards[0]
            change.add(
                Link(
                    source_kind="evidence",
                    source_id=evidence.id,
                    target_kind="card",
                    target_id=card.id,
                )
            )
            self.codes |= {journey.code, evidence.code}
        self.done()

    @rule(data=st.data(), cls=st.sampled_from([Department, Stage, Step, Journey]), text=texts)
    def alter(self, data, cls, text):
        if id := self.some(data, cls):
            with self.file.change("Alter") as change:
                record = change.get(cls, id)
                record.title = record.name = text
            self.done()

    @rule(data=st.data(), text=texts)
    def type_in_a_field(self, data, text):
        if id := self.some(data, Card):
            with self.file.change("Type", merge=("card", id, "text")) as change:
                change.get(Card, id).text = text
            self.done(("card", id, "text"))

    @rule()
    def leave_the_field(self):
        self.file.end_merge()
        self.open_merge = None

    @rule(data=st.data())
    def move_a_card(self, data):
        card, step = self.some(data, Card), self.some(data, Step)
        if card:
            with self.file.change("Move") as change:
                change.get(Card, card).step_id = step
                change.get(Card, card).position += 1
            self.done()

    @rule(data=st.data(), cls=st.sampled_from([Department, Stage, Step, Journey, Lane, Evidence]))
    def delete(self, data, cls):
        if id := self.some(data, cls):
            with self.file.change("Delete") as change:
                change.delete(change.get(cls, id))
            self.done()

    @rule(data=st.data())
    def rescue_cards_and_delete_their_step(self, data):
        one, other = self.some(data, Step), self.some(data, Step)
        if one and one != other:
            with self.file.change("Merge steps") as change:
                for card in change.get(Step, one).cards[:]:
                    card.step_id = other
                change.flush()
                change.session.expire_all()
                change.delete(change.get(Step, one))
            self.done()

    @rule(name=texts)
    def a_change_in_a_change(self, name):
        with self.file.change("Outer") as change:
            change.add(Initiative(title=name))
            with self.file.change("Inner") as inner:
                inner.add(Initiative(title="inner"))
        self.done()

    @rule(data=st.data())
    def fail_in_the_middle(self, data):
        id = self.some(data, Journey)
        steps = list(self.file.undo_steps)
        with pytest.raises(Refused), self.file.change("Fail") as change:
            change.add(Department(name="never"))
            if id:
                change.delete(change.get(Journey, id))
            raise Refused
        assert self.file.undo_steps == steps
        assert self.records() == self.seen[-1]

    @rule()
    def undo(self):
        if self.file.undo():
            self.undone.append(self.seen.pop())
            self.open_merge = None
        assert self.records() == self.seen[-1]

    @rule()
    def redo(self):
        if self.file.redo():
            self.seen.append(self.undone.pop())
            self.open_merge = None
        assert self.records() == self.seen[-1]

    @rule()
    def take_a_snapshot(self):
        id = self.file.take_snapshot("now")
        with self.file.snapshot_file(id) as past:
            assert {k: list(rows.every(past.driver, k)) for k in rows.kinds()} == self.records()

    @precondition(lambda self: self.file.snapshots())
    @rule(data=st.data())
    def restore_a_snapshot(self, data):
        id = data.draw(st.sampled_from([s.id for s in self.file.snapshots()]))
        self.file.restore_snapshot(id)
        with self.file.snapshot_file(id) as past:
            assert {k: list(rows.every(past.driver, k)) for k in rows.kinds()} == self.records()
        self.done()

    @invariant()
    def consistent(self):
        if hasattr(self, "file"):
            written = self.file.driver.total_changes
            if written != self.found_consistent_at:
                assert_consistent(self.file)
                self.found_consistent_at = written
            assert len(self.file.undo_steps) == len(self.seen) - 1
            assert len(self.file.redo_steps) == len(self.undone)


@pytest.mark.timeout(300)
def test_anything_in_any_order():
    run_state_machine_as_test(
        Engagement, settings=settings(max_examples=30, stateful_step_count=40, deadline=None)
    )


def test_a_write_outside_a_change_is_refused(engagement):
    department = engagement.one(Department, 1)
    department.name = "never"
    with pytest.raises(WriteOutsideChange), engagement.change("Write"):
        pass
    with pytest.raises(WriteOutsideChange):
        engagement.session.flush()
    engagement.session.rollback()
    with pytest.raises(WriteOutsideChange):
        engagement.put_blob(b"x")
    assert engagement.one(Department, 1).name == "お客様相談室"


def test_undo_inside_a_change_is_refused(engagement):
    with pytest.raises(RuntimeError), engagement.change("Open"):
        engagement.undo()
    assert engagement.one(Stage, 1).name == "Arriving"


def test_a_change_of_nothing_is_no_step(engagement):
    steps, told = len(engagement.undo_steps), []
    engagement.subscribe(told.append)
    with engagement.change("Nothing") as change:
        change.get(Stage, 1).name = "Arriving"
    assert (len(engagement.undo_steps), told) == (steps, [])
    with open_file(engagement.path, read_only=True) as beside:
        assert beside.history(1)[0].label == "Rename the stage"


def test_typing_after_an_undo_begins_a_new_step(engagement):
    def type_in(text):
        with engagement.change("Type", merge=("stage", 1)) as change:
            change.get(Stage, 1).name = text

    type_in("a")
    type_in("ab")
    with engagement.change("Other") as change:
        change.get(Department, 1).name = "b"
    engagement.undo()
    type_in("abc")
    engagement.undo()
    assert engagement.one(Stage, 1).name == "ab"
    engagement.undo()
    assert engagement.one(Stage, 1).name == "Arriving"


def test_a_listener_that_fails_does_not_keep_the_others_from_hearing(engagement):
    def fails(changes):
        raise ZeroDivisionError

    told = []
    engagement.subscribe(fails)
    end = engagement.subscribe(told.append)
    with pytest.raises(ZeroDivisionError):
        engagement.undo()
    assert [changes.label for changes in told] == ["Rename the stage"]
    assert [step.label for step in engagement.redo_steps] == ["Rename the stage"]
    end()


def test_deleting_what_went_with_its_owner_is_no_mistake(engagement):
    with engagement.change("Delete") as change:
        step, stage = change.get(Step, 1), change.get(Stage, 1)
        change.delete(stage)
        change.delete(step)
    assert engagement.count(Step) == engagement.count(Card) == engagement.count(Link) == 0
