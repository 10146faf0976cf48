"""The end: a second snapshot, what was added, the report; and going on after a power cut."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from room_hands import press, write

from cxstudio.model import Card, Engagement, Journey, ParkedNote, ReportSection, Workshop
from cxstudio.report.context import Context
from cxstudio.report.sections import TITLES, section
from cxstudio.store.opening import open_file
from cxstudio.ui.settings import Settings
from cxstudio.ui.workshop.session import left_open
from cxstudio.ui.workshop.summary import put_into_report, summary_text
from cxstudio.ui.workspace import Workspace

Key = Qt.Key


def run_a_session(projector) -> None:
    write(projector, "Two stops")
    press(projector, Key.Key_P, held=Qt.KeyboardModifier.ControlModifier)
    write(projector, "Who pays?")
    press(projector, Key.Key_F7, Key.Key_2, Key.Key_F7, Key.Key_Return)


def test_the_end_shows_what_was_added_and_keeps_two_snapshots(projector, workspace):
    run_a_session(projector)
    press(projector, Key.Key_Escape, Key.Key_Return)
    shown = projector.texts()
    assert {"What this workshop added", "new card", "Two stops", "votes"} <= set(shown)
    assert "·  Who pays?" in shown
    names = [snapshot.name for snapshot in workspace.file.snapshots()]
    assert names == ["After workshop “First visit”", "Before workshop “First visit”"]
    workshop = projector.session.workshop
    assert workshop.ended_at is not None and workshop.snapshot_after
    assert "- Two stops (2 votes) [assumption]" in workshop.summary
    assert "- Left for later: Who pays?" in workshop.summary
    assert left_open(workspace) is None


def test_the_end_names_new_cards_beside_those_with_votes(projector):
    write(projector, "Nobody knows the timetable")
    run_a_session(projector)
    projector.end()
    shown = projector.texts()
    assert "New cards without votes" in shown and "·  Nobody knows the timetable" in shown
    assert shown.count("Two stops") == 1, "it has votes, and stands among those"


def test_the_end_has_room_for_many_cards_and_notes(projector):
    for number in range(12):
        write(projector, f"Card {number}")
        projector.session.set_parking(True)
        write(projector, f"Later {number}")
    projector.session.start_voting()
    projector.session.vote(projector.session.card.id, 1)
    projector.end()
    shown = projector.texts()
    assert "·  Card 0" in shown and "and 7 more" in shown
    assert "·  Later 0" in shown and "and 9 more" in shown


def test_the_summary_goes_into_the_report_as_one_change(projector, workspace, qtbot):
    run_a_session(projector)
    projector.end()
    steps = len(workspace.file.undo_steps)
    put_into_report(workspace, projector.session.id, "Put the workshop into the report")
    assert len(workspace.file.undo_steps) == steps + 1
    words = workspace.file.all(ReportSection, ReportSection.key == "journeys")[0].narrative
    assert "Two stops (2 votes)" in words
    printed = repr(section(Context(workspace.file.session), "journeys"))
    assert "Two stops (2 votes)" in printed and "Workshop on" in printed
    workspace.undo()
    assert "Two stops" not in "".join(s.narrative for s in workspace.file.all(ReportSection))


def test_a_report_that_was_not_set_up_is_with_the_first_summary(projector, workspace):
    run_a_session(projector)
    projector.end()
    put_into_report(workspace, projector.session.id, "Put the workshop into the report")
    sections = workspace.file.all(ReportSection)
    assert [section.key for section in sections] == list(TITLES)
    workspace.undo()
    assert workspace.file.count(ReportSection) == 0


def test_the_summary_speaks_the_language_of_the_report(projector, workspace):
    run_a_session(projector)
    with workspace.change("Language") as change:
        change.get(Engagement, 1).report_language = "ja"
    text = summary_text(workspace, projector.session.workshop)
    assert "のワークショップ" in text and "（" not in text.splitlines()[0]
    assert "Two stops (2票)" in text


def test_leaving_it_open_closes_the_window_and_keeps_everything(projector, workspace, qtbot):
    run_a_session(projector)
    with qtbot.waitSignal(projector.finished):
        press(projector, Key.Key_Escape, Key.Key_Left, Key.Key_Return)
    assert left_open(workspace).id == projector.session.id


def test_an_open_workshop_goes_on_with_its_votes(show, workspace, made):
    first = show()
    write(first, "Two stops")
    press(first, Key.Key_F7, Key.Key_2)
    first.close()
    again = show(left_open(workspace).id)
    assert again.session.voting == "open" and again.session.votes_left == 2
    assert [note.text for note in again.session.added().cards] == ["Two stops"]


KILLED = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from cxstudio.store.opening import open_file
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace
from cxstudio.ui.workshop.session import Session, begin
file = open_file(Path(sys.argv[1]))
workspace = Workspace(file, Settings(Path(sys.argv[1] + ".ini")))
session = Session(workspace, begin(workspace, int(sys.argv[2]), 8, 3, 10))
session.capture("Two stops")
session.start_voting()
session.vote(session.card.id, 3)
session.set_parking(True)
session.capture("Who pays?")
print("ready", flush=True)
sys.stdin.read()
"""


def test_after_kill_9_everything_is_in_the_file(workspace, made, tmp_path):
    path = tmp_path / "other.cxs"
    shutil.copy(workspace.file.path, path)
    process = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path), str(made.journey)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).resolve().parents[3],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with open_file(path) as file:
        again = Workspace(file, Settings(tmp_path / "again.ini"))
        found = left_open(again)
        assert found is not None and found.voting == "open"
        captured = file.all(Card, Card.text == "Two stops")
        assert [card.votes for card in captured] == [3]
        assert [note.text for note in file.all(ParkedNote)] == ["Who pays?"]
        again.close()


def test_the_workshop_survives_its_journey(projector, workspace, made, qtbot):
    with qtbot.waitSignal(projector.session.lost), workspace.change("Delete") as change:
        change.delete(change.get(Journey, made.journey))
    assert workspace.file.all(Workshop)[0].journey_id is None
    assert left_open(workspace) is None
