"""Snapshots: looked at, restored, and the restoring undone; and the history, read back."""

import pytest

from cxstudio.model import Attachment, Card, Department, Journey, Lane, Stage, Step
from cxstudio.store import open_file
from cxstudio.store.errors import OpenToRead
from tests.store.conftest import assert_consistent, dump


def records(file):
    beside = ("history", "snapshot", "meta", "code_counter", "sqlite_sequence", "blob")
    return {name: rows for name, rows in dump(file.driver).items() if name not in beside}


def test_taking_one_has_no_undo_step(engagement):
    steps = list(engagement.undo_steps)
    told = []
    engagement.subscribe(lambda changes: told.append((changes.step, changes.label)))
    id = engagement.take_snapshot("second")
    assert engagement.undo_steps == steps
    assert [s.name for s in engagement.snapshots()] == ["second", "before workshop 1"]
    assert engagement.snapshots()[0].id == id
    assert engagement.history(1)[0].step == "snapshot"
    assert told == [("snapshot", "second")]
    assert_consistent(engagement)


def test_it_can_be_looked_at(engagement):
    with engagement.snapshot_file(1) as past:
        assert past.one(Stage, 1).name == "Before"
        assert past.search("before")
        assert not past.search("arriving")
        photo = past.all(Attachment)[0]
        assert past.blob(photo.sha256).startswith(b"picture")
        with pytest.raises(OpenToRead), past.change("Alter"):
            pass
    assert engagement.one(Stage, 1).name == "Arriving"


def test_restoring_is_one_step_that_can_be_undone(engagement):
    at_snapshot = records(engagement.snapshot_file(1))
    with engagement.change("Move the card to a new step, and delete the old one") as change:
        stage = change.add(Stage(journey_id=1, name="After"))
        step = change.add(Step(stage_id=stage.id, name="Leave"))
        change.get(Card, 1).step_id = step.id
        change.flush()
        change.delete(change.get(Step, 1))
        change.delete(change.get(Department, 1))
    now = records(engagement)
    told = []
    engagement.subscribe(told.append)
    engagement.restore_snapshot(1)
    assert records(engagement) == at_snapshot
    assert told[0].step == "restore"
    assert told[0].touches("card", 1)
    assert_consistent(engagement)
    engagement.undo()
    assert records(engagement) == now
    assert_consistent(engagement)
    engagement.redo()
    assert records(engagement) == at_snapshot
    path = engagement.path
    engagement.close()
    with open_file(path, verify=True) as file:
        assert records(file) == at_snapshot


def test_restoring_after_everything_was_deleted(engagement):
    engagement.take_snapshot("all")
    before = records(engagement)
    with engagement.change("Delete") as change:
        for cls in (Journey, Lane, Department):
            for record in engagement.all(cls):
                change.delete(record)
    engagement.restore_snapshot(engagement.snapshots()[0].id)
    assert records(engagement) == before


def test_a_snapshot_that_is_not_there(engagement):
    with pytest.raises(LookupError):
        engagement.snapshot_file(9)
    with pytest.raises(LookupError):
        engagement.restore_snapshot(9)


def test_codes_are_not_given_again_after_restoring(engagement):
    with engagement.change("Add") as change:
        second = change.add(Department(name="Second")).code
    engagement.restore_snapshot(1)
    with engagement.change("Add") as change:
        assert change.add(Department(name="Third")).code > second


def test_the_history_can_be_read_page_by_page(engagement):
    everything = engagement.history()
    assert [entry.label for entry in everything] == [
        "Rename the stage",
        "before workshop 1",
        "Draw a journey",
        "Add an interview",
        "Add the organisation",
        "New engagement",
    ]
    assert engagement.history(2, before=everything[1].id) == everything[2:4]
    assert [(t.kind, t.id, t.how, t.columns) for t in everything[0].touched] == [
        ("stage", 1, "update", {"name"})
    ]
    operation = everything[0].operations[0]
    assert (operation.before, operation.after) == ({"name": "Before"}, {"name": "Arriving"})
    assert everything[0].who
    assert everything[0].at.tzinfo
