"""The page of the interviews: notes typed live, excerpts marked, guides, transcripts."""

import datetime as dt
from pathlib import Path

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.exchange.interview import add_transcript, likely_interviewer
from cxstudio.exchange.transcript import read_transcript
from cxstudio.model import (
    Evidence,
    EvidenceTheme,
    Guide,
    Insight,
    Interview,
    Link,
    Paragraph,
    Question,
    Stakeholder,
    Theme,
)
from cxstudio.model.chain import End
from cxstudio.ui.editors.interviews import InterviewsPage, guides, stored
from cxstudio.ui.editors.interviews import clock as clocks
from cxstudio.ui.editors.interviews.guides_dialog import GuidesDialog
from cxstudio.ui.editors.interviews.import_dialog import HERE, INTERVIEWER, ImportDialog
from cxstudio.ui.evidence import doing

TALK = """# Station desk
2026-06-08

**Anna**: How often is the bus full?

**Ben**: Every Saturday. We only learn of it from the visitor.

**Anna**: What do you do then?

**Ben**: We telephone. If nobody answers, we guess, and they come back to us.
"""


@pytest.fixture
def desk(workspace):
    """An interview with a stakeholder, a guide and two paragraphs."""
    with workspace.change("x") as change:
        person = change.add(Stakeholder(role="Desk lead", name="Ben Real"))
        guide = change.add(Guide(name="Frontline"))
        for place, text in enumerate(("Your day?", "What do they ask?", "Where stuck?")):
            change.add(Question(guide_id=guide.id, text=text, position=place))
        talk = change.add(
            Interview(
                title="Station desk",
                stakeholder_id=person.id,
                guide_id=guide.id,
                held_at=dt.datetime(2026, 6, 8, 10, 30),  # noqa: DTZ001
                illustrative=True,
            )
        )
        first = workspace.file.all(Question)[0].id
        for place, text in enumerate(("The bus was full.", "We guess. We telephone.")):
            change.add(
                Paragraph(
                    interview_id=talk.id,
                    text=text,
                    speaker="S-01",
                    position=place,
                    question_id=first,
                )
            )
        id = talk.id
    workspace.file.undo_steps.clear()
    return id


@pytest.fixture
def page(qtbot, workspace, desk):
    page = InterviewsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    page.activateWindow()
    page.show_record("interview", desk)
    page.notes.setFocus()
    return page


def texts(workspace, interview=None):
    where = () if interview is None else (Paragraph.interview_id == interview,)
    return [paragraph.text for paragraph in workspace.file.all(Paragraph, *where)]


def put_cursor(page, line, within=None):
    block = page.notes.document().findBlockByNumber(line)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + (block.length() - 1 if within is None else within))
    page.notes.setTextCursor(cursor)


def choose(page, line, words):
    block = page.notes.document().findBlockByNumber(line)
    found = page.notes.document().find(words, block.position())
    assert found.blockNumber() == line
    page.notes.setTextCursor(found)


def mark(page, line, words):
    choose(page, line, words)
    page.notes.mark_selection()
    return page.notes.opened


# -- writing -----------------------------------------------------------------------------


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


# -- the clock -----------------------------------------------------------------------------


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


# -- excerpts ------------------------------------------------------------------------------


def test_ctrl_e_marks_the_selection(qtbot, page, workspace, desk):
    choose(page, 1, "We guess.")
    QTest.keyClick(page.notes, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    (evidence,) = workspace.file.all(Evidence)
    assert (evidence.text, evidence.begins, evidence.ends) == ("We guess.", 0, 9)
    assert (evidence.speaker, evidence.dated) == ("S-01", dt.date(2026, 6, 8))
    assert evidence.illustrative
    assert workspace.selection == End("evidence", evidence.id)
    assert page.notes.panel.isVisible()
    qtbot.keyClick(page.notes.panel, "1")
    assert workspace.file.all(Evidence)[0].sentiment == -1
    qtbot.keyClick(page.notes.panel, "3")
    assert workspace.file.all(Evidence)[0].sentiment == 1
    qtbot.keyClick(page.notes.panel, Qt.Key.Key_Escape)
    assert not page.notes.panel.isVisible()


def test_the_panel_never_covers_words(page, workspace):
    mark(page, 0, "bus was full")
    QApplication.processEvents()
    block = page.notes.document().findBlockByNumber(1)
    below = page.notes._top(block).y()
    assert page.notes.panel.geometry().top() > page.notes._bottom(block.previous())
    assert page.notes.panel.geometry().bottom() < below


def test_a_selection_over_paragraphs_makes_an_excerpt_each(page, workspace):
    cursor = page.notes.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(26, QTextCursor.MoveMode.KeepAnchor)
    page.notes.setTextCursor(cursor)
    page.notes.mark_selection()
    assert [e.text for e in workspace.file.all(Evidence)] == ["bus was full.", "We guess"]
    workspace.undo()
    assert workspace.file.count(Evidence) == 0


def test_excerpts_move_with_the_words_and_come_back(qtbot, page, workspace):
    id = mark(page, 0, "full")
    page.notes.close_panel()
    put_cursor(page, 0, 0)
    qtbot.keyClicks(page.notes, "Yes. ")
    page.notes.settle()
    evidence = workspace.file.one(Evidence, id)
    assert (evidence.begins, evidence.ends, evidence.text) == (17, 21, "full")
    workspace.undo()
    assert workspace.file.one(Evidence, id).begins == 12
    put_cursor(page, 0, 8)
    qtbot.keyClick(page.notes, Qt.Key.Key_Return)
    evidence = workspace.file.one(Evidence, id)
    assert (evidence.begins, evidence.ends) == (4, 8)
    assert evidence.paragraph_id == workspace.file.all(Paragraph)[1].id


def test_an_excerpt_whose_words_are_deleted_keeps_its_text(qtbot, page, workspace):
    id = mark(page, 0, "bus was full")
    page.notes.close_panel()
    choose(page, 0, "bus was full")
    qtbot.keyClick(page.notes, Qt.Key.Key_Delete)
    page.notes.settle()
    evidence = workspace.file.one(Evidence, id)
    assert (evidence.text, evidence.begins, evidence.paragraph_id) == ("bus was full", None, None)
    workspace.undo()
    assert workspace.file.one(Evidence, id).begins == 4
    assert id in page.notes.notes.spans


def test_deleting_a_whole_paragraph_keeps_its_excerpts(qtbot, page, workspace):
    id = mark(page, 0, "bus was full")
    page.notes.close_panel()
    page.notes.selectAll()
    qtbot.keyClick(page.notes, Qt.Key.Key_Delete)
    page.notes.settle()
    assert workspace.file.one(Evidence, id).text == "bus was full"
    workspace.undo()
    assert page.notes.notes.spans[id] == (4, 16)


def test_astral_characters_do_not_shift_marks(qtbot, page, workspace):
    put_cursor(page, 0, 0)
    data = QMimeData()
    data.setText("𠮷野家 ")
    page.notes.insertFromMimeData(data)
    page.notes.settle()
    id = mark(page, 0, "full")
    evidence = workspace.file.one(Evidence, id)
    assert workspace.file.all(Paragraph)[0].text[evidence.begins : evidence.ends] == "full"


def test_themes_are_given_and_taken(qtbot, page, workspace):
    id = mark(page, 0, "full")
    themes = page.notes.panel._themes
    themes.ask()
    qtbot.keyClicks(themes._line, "Full buses")
    qtbot.keyClick(themes._line, Qt.Key.Key_Return)
    assert [theme.name for theme in workspace.file.all(Theme)] == ["Full buses"]
    assert page.notes.marks[id].themes == ("Full buses",)
    doing.add_theme(workspace, [id], "full BUSES")
    assert workspace.file.count(Theme) == 1
    assert workspace.file.count(EvidenceTheme) == 1
    doing.remove_theme(workspace, id, workspace.file.all(Theme)[0].id)
    assert workspace.file.count(EvidenceTheme) == 0


def test_an_insight_is_made_and_the_nearest_is_offered(page, workspace):
    first, second = mark(page, 0, "full"), mark(page, 1, "We guess")
    for id in (first, second):
        doing.add_theme(workspace, [id], "Full buses")
    page.notes.open_panel(first)
    page.notes.panel._make_insight()
    (insight,) = workspace.file.all(Insight)
    page.notes.open_panel(second)
    assert page.notes.panel._link.text() == f"Link to {insight.code}"
    page.notes.panel._link_to_nearest()
    assert workspace.file.count(Link) == 2
    assert not page.notes.panel._link.isVisible()


def test_a_click_on_a_mark_opens_it(qtbot, page, workspace):
    id = mark(page, 0, "bus was full")
    page.notes.close_panel()
    workspace.select(None)
    cursor = QTextCursor(page.notes.document().findBlockByNumber(0))
    cursor.setPosition(8)
    place = page.notes.cursorRect(cursor).center()
    qtbot.mouseClick(page.notes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.notes.opened == id
    assert workspace.selection == End("evidence", id)


def test_an_excerpt_deleted_offers_undo(qtbot, page, workspace):
    mark(page, 0, "full")
    with qtbot.waitSignal(workspace.said) as said:
        page.notes.panel._delete_excerpt()
    assert said.args[1] is True
    assert workspace.file.count(Evidence) == 0
    workspace.undo()
    assert workspace.file.count(Evidence) == 1


def test_excerpts_are_filtered(page, workspace):
    first = mark(page, 0, "full")
    mark(page, 1, "We guess")
    doing.set_feeling(workspace, first, -1)
    page.show_view("excerpts")
    assert len(page.excerpts._cards) == 2
    page.excerpts._feeling.setCurrentIndex(1)
    page.excerpts.rebuild()
    assert list(page.excerpts._cards) == [first]
    page.excerpts.notes_pressed.emit(first)
    assert page.notes.opened == first
    assert page.status() == "V-01, 2 excerpts, 0 themes"


# -- guides --------------------------------------------------------------------------------


def test_a_question_is_begun_and_ticked(qtbot, page, workspace):
    second = workspace.file.all(Question)[1].id
    page.guide._buttons[second].click()
    qtbot.keyClicks(page.notes, "They ask for the bus.")
    page.notes.settle()
    assert workspace.file.all(Paragraph)[-1].question_id == second
    assert page.notes.current_question() == second
    assert page.guide._count.text() == "1 of 3"


def test_a_follow_up_for_one_interview_copies_its_guide(page, workspace, desk):
    with workspace.change("x") as change:
        guide = change.get(Interview, desk).guide_id
        change.add(Interview(title="Another", guide_id=guide, position=5))
    guides.add_follow_up(workspace, desk, "And then?", only_here=True)
    talk = workspace.file.one(Interview, desk)
    assert talk.guide_id != guide
    assert len(guides.questions_of(workspace.file, guide)) == 3
    own = guides.questions_of(workspace.file, talk.guide_id)
    assert [q.text for q in own][-1] == "And then?"
    assert workspace.file.all(Paragraph)[0].question_id == own[0].id
    workspace.undo()
    assert workspace.file.one(Interview, desk).guide_id == guide
    assert workspace.file.count(Guide) == 1


def test_a_guide_is_chosen_beside_the_notes(page, workspace, desk):
    guide = workspace.file.all(Guide)[0].id
    page.new_record()
    with workspace.change("x") as change:
        change.get(Interview, page.id).guide_id = None
    assert not page.guide._buttons
    page.guide.choose_guide(guide)
    assert len(page.guide._buttons) == 3
    workspace.undo()
    assert not page.guide._buttons


def test_guides_are_written_in_their_dialog(qtbot, page, workspace):
    dialog = GuidesDialog(workspace, page)
    dialog.show()
    dialog.questions.ask()
    qtbot.keyClicks(dialog.focusWidget(), "Who else?")
    workspace.flush_requested.emit()
    assert workspace.file.all(Question)[-1].text == "Who else?"
    dialog.questions.step(dialog.questions.ids[-1], -1)
    assert [q.text for q in workspace.file.all(Question)][-2] == "Who else?"
    dialog._duplicate()
    assert workspace.file.count(Guide) == 2
    assert workspace.file.count(Question) == 8
    dialog._delete()
    assert workspace.file.count(Guide) == 1
    dialog.close()


# -- transcripts ---------------------------------------------------------------------------


def test_a_transcript_is_written_below_the_window(workspace):
    transcript = read_transcript(TALK)
    with workspace.change("x") as change:
        id = add_transcript(change, transcript, "Desk")
    talk = workspace.file.one(Interview, id)
    assert (talk.title, talk.held_at.date()) == ("Desk", dt.date(2026, 6, 8))
    said = [(p.speaker, p.text[:11]) for p in talk.paragraphs if p.speaker]
    assert said[:2] == [("Anna", "How often i"), ("Ben", "Every Satur")]
    assert likely_interviewer(transcript) == "Anna"


def test_the_dialog_asks_who_is_who(page, workspace, desk):
    dialog = ImportDialog(workspace, read_transcript(TALK), "V-01", page)
    anna, ben = dialog._speakers
    assert anna.role.currentData() == INTERVIEWER
    ben.choose(workspace.file.all(Stakeholder)[0].id)
    answer = dialog.answer()
    assert answer.names == {"Anna": "Me", "Ben": "S-01"}
    assert answer.stakeholder_id == workspace.file.all(Stakeholder)[0].id
    page.importing.write(read_transcript(TALK), answer)
    assert page.id != desk
    assert page.notes.person == "S-01"
    workspace.undo()
    assert workspace.file.count(Interview) == 1
    dialog._where.choose(HERE)
    page.importing.write(read_transcript(TALK), dialog.answer())
    assert workspace.file.count(Interview) == 1
    assert len(texts(workspace, desk)) > 5


def test_a_file_is_read_in_the_background_and_faults_are_told(qtbot, page, tmp_path, workspace):
    bad = tmp_path / "talk.pdf"
    bad.write_bytes(b"%PDF")
    with qtbot.waitSignal(page.importing.failed, timeout=5000):
        page.importing.start(bad)
    assert page._trouble.isVisible()
    good = tmp_path / "talk.md"
    good.write_text(TALK, "utf-8")
    seen = []
    page.importing.on_read = seen.append
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good))])
    page.notes.insertFromMimeData(data)
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    assert seen[0].speakers == ("Anna", "Ben")


# -- the page ------------------------------------------------------------------------------


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


def test_the_interviewer_is_not_quoted(qtbot, page, workspace):
    put_cursor(page, 0)
    qtbot.keyClick(page.notes, Qt.Key.Key_Return)
    qtbot.keyClicks(page.notes, "Me: How often?")
    page.notes.selectAll()
    page.notes.mark_selection()
    assert [e.text for e in workspace.file.all(Evidence)] == [
        "The bus was full.",
        "We guess. We telephone.",
    ]


def test_an_excerpt_that_is_gone_is_no_longer_looked_at(page, workspace, desk):
    mark(page, 0, "full")
    workspace.undo()
    assert page.notes.opened is None
    assert not page.notes.panel.isVisible()
    assert workspace.selection == End("interview", desk)


def test_a_record_dropped_on_the_notes_is_linked_to_the_opened_excerpt(page, workspace):
    with workspace.change("x") as change:
        insight = change.add(Insight(statement="Full")).id
    id = mark(page, 0, "full")
    before = page.notes.toPlainText()
    assert drop(page.notes.viewport(), "insight", insight)
    assert workspace.chain.evidence_of(End("insight", insight)) == [id]
    assert page.notes.toPlainText() == before
