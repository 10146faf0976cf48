"""The page of the interviews: details, records, long talks, every look, read-only."""

import datetime as dt
from pathlib import Path

from acts import drop, look_at, wear
from notes_hands import mark, put_cursor
from PySide6.QtTest import QTest

from cxstudio.model import (
    Insight,
    Interview,
    Link,
    Paragraph,
)
from cxstudio.ui.editors.interviews import InterviewsPage, stored


def test_the_details_are_a_form(qtbot, page, workspace, desk):
    page.show_view("details")
    held = page.details.findChild(type(page.details._bindings[3]._field))
    held.setFocus()
    held.selectAll()
    qtbot.keyClicks(held, "2026/07/01 9:05")
    workspace.flush_requested.emit()
    assert workspace.file.one(Interview, desk).held_at == dt.datetime(2026, 7, 1, 9, 5)  # noqa: DTZ001


def test_duplicate_and_delete_with_undo(page, workspace, desk):
    mark(page, 0, "full")
    page.notes.close_panel()
    page.duplicate_record()
    assert workspace.file.count(Interview) == 2
    assert workspace.file.count(Paragraph) == 4
    page.delete_record()
    page.delete_record()
    assert workspace.file.count(Interview) == 0
    assert page.notes.interview_id is None
    workspace.undo()
    workspace.undo()
    assert workspace.file.count(Paragraph) == 4


def test_records_dropped_on_the_details_are_linked(page, workspace, desk):
    with workspace.change("x") as change:
        insight = change.add(Insight(statement="Full")).id
    page.show_view("details")
    assert drop(page.details.viewport(), "insight", insight)
    assert workspace.file.count(Link) == 1


def test_a_long_interview_is_read_and_written_whole(page, workspace):
    words = "every Saturday the bus is full before it leaves the station "
    with workspace.change("x") as change:
        talk = change.add(Interview(title="Long", position=9))
        for place in range(250):
            change.add(Paragraph(interview_id=talk.id, position=place, text=words * 4))
        long = talk.id
    page.show_record("interview", long)
    page.notes.repaint()
    put_cursor(page, 125)
    for letter in "ten letter":
        QTest.keyClicks(page.notes, letter)
        page.notes.viewport().repaint()
    notes, seen = stored.read(workspace.file, long)
    assert not stored.differs(notes, seen)


def test_every_look(workspace, page, looks):
    mark(page, 0, "bus was full")
    for language, name in looks:
        wear(language, name)
        look_at(InterviewsPage(workspace))


def test_a_read_only_page_cannot_be_written(workspace, page, tmp_path: Path):
    assert not page.notes.isReadOnly()
    workspace.file.read_only = True
    again = InterviewsPage(workspace)
    assert again.notes.isReadOnly()
    workspace.file.read_only = False
