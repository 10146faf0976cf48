"""Guides and their questions; transcripts that become interviews."""

import datetime as dt

from notes_hands import texts
from PySide6.QtCore import QMimeData, QUrl

from cxstudio.exchange.interview import add_transcript, likely_interviewer
from cxstudio.exchange.transcript import read_transcript
from cxstudio.model import (
    Guide,
    Interview,
    Paragraph,
    Question,
    Stakeholder,
)
from cxstudio.ui.editors.interviews import guides
from cxstudio.ui.editors.interviews.guides_dialog import GuidesDialog
from cxstudio.ui.editors.interviews.import_dialog import HERE, INTERVIEWER, ImportDialog

TALK = """# Station desk
2026-06-08

**Anna**: How often is the bus full?

**Ben**: Every Saturday. We only learn of it from the visitor.

**Anna**: What do you do then?

**Ben**: We telephone. If nobody answers, we guess, and they come back to us.
"""


# -- guides ------------------------------------------------------------------------------


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


# -- transcripts -------------------------------------------------------------------------


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
