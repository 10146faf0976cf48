"""Excerpts: marked in the notes, moved with their words, felt, themed, linked, filtered."""

import datetime as dt

from acts import drop
from notes_hands import choose, mark, put_cursor
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import (
    Evidence,
    EvidenceTheme,
    Insight,
    Link,
    Paragraph,
    Theme,
)
from cxstudio.model.chain import End
from cxstudio.ui.evidence import doing


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
