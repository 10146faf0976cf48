"""Notes of an interview: typed live, pasted, stamped by the clock, each act one step of undo."""

from notes_hands import put_cursor, texts
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import (
    Interview,
    Paragraph,
)
from cxstudio.ui.editors.interviews import clock as clocks


def test_a_new_interview_begins_with_its_title(qtbot, page, workspace):
    page.new_record()
    field = page.focusWidget()
    qtbot.keyClicks(field, "Bus operator")
    workspace.flush_requested.emit()
    talk = workspace.file.one(Interview, page.id)
    assert talk.title == "Bus operator"
    assert talk.held_at is not None


def test_typing_is_one_step_and_enter_begins_a_paragraph(qtbot, page, workspace, desk):
    put_cursor(page, 1)
    qtbot.keyClicks(page.notes, " Nobody")
    qtbot.keyClicks(page.notes, " knows.")
    qtbot.keyClick(page.notes, Qt.Key.Key_Return)
    qtbot.keyClicks(page.notes, "Third")
    page.notes.settle()
    assert texts(workspace)[1:] == ["We guess. We telephone. Nobody knows.", "Third"]
    assert workspace.file.all(Paragraph)[2].speaker == "S-01"
    labels = [step.label for step in workspace.file.undo_steps]
    assert labels == ["Write notes", "New paragraph", "Write notes"]
    workspace.undo()
    assert texts(workspace)[1:] == ["We guess. We telephone. Nobody knows.", ""]
    workspace.undo()
    workspace.undo()
    assert texts(workspace)[1:] == ["We guess. We telephone."]
    assert page.notes.toPlainText() == "The bus was full.\nWe guess. We telephone."


def test_what_is_typed_is_written_after_a_pause(qtbot, page, workspace):
    put_cursor(page, 0)
    qtbot.keyClicks(page.notes, " Twice.")
    assert texts(workspace)[0] == "The bus was full."
    qtbot.waitUntil(lambda: texts(workspace)[0] == "The bus was full. Twice.", timeout=2000)


def test_undo_leaves_the_cursor_where_the_words_change(qtbot, page, workspace):
    put_cursor(page, 0)
    qtbot.keyClicks(page.notes, " Twice.")
    put_cursor(page, 1, 3)
    page.notes.settle()
    workspace.undo()
    assert page.notes.textCursor().blockNumber() == 1
    assert page.notes.textCursor().positionInBlock() == 3


def test_notes_are_begun_in_an_empty_interview(qtbot, page, workspace):
    page.new_record()
    page.show_view("notes")
    page.notes.setFocus()
    qtbot.keyClicks(page.notes, "Hello")
    page.notes.settle()
    assert texts(workspace, page.id) == ["Hello"]
    workspace.undo()
    assert texts(workspace, page.id) == []


def test_a_name_with_a_colon_sets_the_speaker_and_backspace_takes_it_back(qtbot, page, workspace):
    put_cursor(page, 1)
    qtbot.keyClick(page.notes, Qt.Key.Key_Return)
    qtbot.keyClicks(page.notes, "Me: How often?")
    page.notes.settle()
    last = workspace.file.all(Paragraph)[-1]
    assert (last.speaker, last.text) == ("Me", "How often?")
    put_cursor(page, 2, 0)
    qtbot.keyClick(page.notes, Qt.Key.Key_Backspace)
    last = workspace.file.all(Paragraph)[-1]
    assert (last.speaker, last.text) == ("", "Me:How often?")


def test_deleting_across_paragraphs_is_one_step(qtbot, page, workspace):
    cursor = page.notes.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(21, QTextCursor.MoveMode.KeepAnchor)
    page.notes.setTextCursor(cursor)
    qtbot.keyClick(page.notes, Qt.Key.Key_Delete)
    assert texts(workspace) == ["The guess. We telephone."]
    workspace.undo()
    assert texts(workspace) == ["The bus was full.", "We guess. We telephone."]


def test_a_japanese_word_under_way_is_not_scrambled(page, workspace, desk):
    put_cursor(page, 0, 0)
    compose = QInputMethodEvent("えき", [])
    QApplication.sendEvent(page.notes, compose)
    with workspace.change("x") as change:  # somebody else writes meanwhile
        change.get(Interview, desk).place = "Fukui"
        change.get(Paragraph, workspace.file.all(Paragraph)[1].id).text = "Changed."
    page.notes.write()
    assert texts(workspace)[0] == "The bus was full."
    done = QInputMethodEvent("", [])
    done.setCommitString("駅")
    QApplication.sendEvent(page.notes, done)
    page.notes.settle()
    assert texts(workspace)[0] == "駅The bus was full."


def test_pasted_turns_become_paragraphs_in_one_step(page, workspace):
    put_cursor(page, 1)
    data = QMimeData()
    data.setText("Anna: How often?\nBen: Daily.\nAnna: Really?\nBen: Yes.")
    page.notes.insertFromMimeData(data)
    found = [(p.speaker, p.text) for p in workspace.file.all(Paragraph)][2:]
    assert found == [
        ("Anna", "How often?"),
        ("Ben", "Daily."),
        ("Anna", "Really?"),
        ("Ben", "Yes."),
    ]
    workspace.undo()
    assert len(texts(workspace)) == 2


def test_a_paste_of_one_line_stays_in_its_paragraph(page, workspace):
    put_cursor(page, 0)
    data = QMimeData()
    data.setText(" Twice: at ten.")
    page.notes.insertFromMimeData(data)
    page.notes.settle()
    assert texts(workspace)[0] == "The bus was full. Twice: at ten."


# -- the clock ---------------------------------------------------------------------------


def test_the_clock_stamps_new_paragraphs(qtbot, page, workspace, monkeypatch):
    now = [100.0]
    monkeypatch.setattr(clocks.time, "monotonic", lambda: now[0])
    page._timer.click()
    now[0] += 95
    put_cursor(page, 1)
    qtbot.keyClick(page.notes, Qt.Key.Key_Return)
    qtbot.keyClicks(page.notes, "Later")
    page.notes.settle()
    assert workspace.file.all(Paragraph)[-1].seconds == 95
    page._timer.click()
    assert not page.clock.running


def test_a_key_stamps_the_paragraph_at_the_cursor(qtbot, page, workspace, monkeypatch, desk):
    put_cursor(page, 0)
    monkeypatch.setattr(page.clock, "stamp", lambda held_at: 754)
    QTest.keyClick(page.notes, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert workspace.file.all(Paragraph)[0].seconds == 754
    workspace.undo()
    assert workspace.file.all(Paragraph)[0].seconds is None
