"""Comments are given themes by keys, found by them, quoted in part, and masked where they tell
who somebody is."""

import datetime as dt
import json

import pytest
from acts import look_at, wear
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from cxstudio.analysis.survey.asked import Answers, Asked
from cxstudio.analysis.survey.columnar import packed
from cxstudio.model import CommentTheme, Evidence, EvidenceTheme, Theme, Wave
from cxstudio.model.columns import Column, Mapping
from cxstudio.ui.editors.evidence.themes_view import merge_themes
from cxstudio.ui.editors.voice import VoicePage
from cxstudio.ui.editors.voice.comments_book import Book, Place
from cxstudio.ui.editors.voice.comments_counting import counted
from cxstudio.ui.editors.voice.comments_list import COMMENT
from cxstudio.ui.editors.voice.comments_personal import MASK, masked_part
from cxstudio.ui.editors.voice.comments_quote import QuotePanel
from cxstudio.ui.editors.voice.finding import NO_THEME, Looking, find
from cxstudio.ui.editors.voice.terms_popover import Term, Terms, TermsPopover

TEXTS = (
    "The bus was late",
    "Too few buses in the evening",
    "the  BUS was late",
    "Mr Tanaka helped us 🙂 at the station",
    "Write to hana@example.com or call",
    "The meals were good",
)
SCORES = (2, 4, 9, 10, 8, 10)
TIMES = 4
COLUMNS = (
    Column("nps", "score"),
    Column("why", "comment"),
    Column("when", "time"),
    Column("age", "segment"),
)
KEY = {n: Qt.Key(Qt.Key.Key_0.value + n) for n in range(1, 10)}


@pytest.fixture
def wave(workspace) -> int:
    """A wave of a few comments, each given four times but for the ending of its words."""
    import pyarrow as pa

    given = list(zip(TEXTS, SCORES, strict=True))
    rows = [(text, score, n) for n in range(TIMES) for text, score in given]
    table = pa.table(
        {
            "nps": [str(score) for _text, score, _n in rows],
            "why": [text if n == 0 else f"{text} {n}" for text, _score, n in rows],
            "when": [f"2026-04-{30 - place:02}" for place in range(len(rows))],
            "age": ["50s" if n % 2 else "20s" for _text, _score, n in rows],
        }
    )
    with workspace.change("A wave") as change:
        change.add(Theme(name="Buses"))
        change.add(Theme(name="Staff", position=1))
        made = change.add(
            Wave(
                name="April",
                dated=dt.date(2026, 4, 1),
                sha256=workspace.file.put_blob(packed(table)),
                mapping=json.dumps(Mapping(COLUMNS).as_dict()),
                rows=len(rows),
            )
        )
        return made.id


@pytest.fixture
def page(qtbot, workspace, wave) -> VoicePage:
    page = VoicePage(workspace)
    qtbot.addWidget(page)
    page.resize(1500, 1000)
    page.show()
    settle(qtbot, page)
    page.comments.list.setFocus()
    return page


def settle(qtbot, page: VoicePage) -> None:
    tasks = page.workspace.tasks
    qtbot.waitUntil(lambda: not page.room.busy and not tasks.busy, timeout=30_000)


def on(page: VoicePage, begins: str):
    """Put the keyboard on the first comment that begins so."""
    view = page.comments.list
    row = next(n for n, c in enumerate(view.rows.comments) if c.text.startswith(begins))
    view.setCurrentIndex(view.rows.index(row))
    return lambda: view.rows.index(row).data(COMMENT)


def press(page: VoicePage, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.comments.list, key, modifier)


def panel_of(page: VoicePage) -> QuotePanel:
    return page.comments.list.findChildren(QuotePanel)[-1]


def newest(workspace) -> Evidence:
    return max(workspace.file.all(Evidence), key=lambda one: one.id)


def test_keys_give_and_take_themes(qtbot, page, workspace, wave):
    comment = on(page, "The meals")
    press(page, KEY[2])
    press(page, KEY[1])
    assert comment().themes == ("Buses", "Staff")
    press(page, KEY[2])
    assert comment().themes == ("Buses",)
    press(page, KEY[9])  # there is no ninth theme
    kept = workspace.file.all(CommentTheme)
    assert [(one.wave_id, one.column, one.row) for one in kept] == [(wave, "why", 7)]
    workspace.undo()
    assert comment().themes == ("Buses", "Staff")
    workspace.undo()
    workspace.undo()
    assert comment().themes == ()
    workspace.redo()
    assert comment().themes == ("Staff",)
    assert workspace.file.count(Evidence) == 0


def test_the_keyboard_stays_where_it_is(qtbot, page):
    view = page.comments.list
    view.setCurrentIndex(view.rows.index(9))
    press(page, KEY[1])
    settle(qtbot, page)
    press(page, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert view.currentIndex().row() == 9
    press(page, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 10


def test_a_new_theme_is_named_without_the_mouse(qtbot, page, workspace):
    comment = on(page, "The meals")
    press(page, Qt.Key.Key_Plus)
    line = page.comments.foot.line
    assert line.isVisible()
    QTest.keyClicks(line, "Food")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert comment().themes == ("Food",)
    assert [theme.name for theme in workspace.file.all(Theme)] == ["Buses", "Staff", "Food"]
    assert page.comments.foot.chips[3].text() == "3  Food  1"
    workspace.undo()
    settle(qtbot, page)
    assert comment().themes == ()
    assert 3 not in page.comments.foot.chips


def test_the_same_comment_is_shown_once(qtbot, page, workspace):
    comment = on(page, "The bus was late")
    texts = [one.text for one in page.comments.list.rows.comments]
    assert len(texts) == TIMES * len(TEXTS) - TIMES
    assert comment().times == 2
    assert "×" not in comment().text
    press(page, KEY[1])
    assert workspace.file.count(CommentTheme) == 2
    press(page, KEY[1])
    assert workspace.file.count(CommentTheme) == 0


def test_comments_are_found_by_theme(qtbot, page):
    on(page, "The meals")
    press(page, KEY[1])
    on(page, "Too few")
    press(page, KEY[1])
    settle(qtbot, page)
    chips = page.comments.foot.chips
    QTest.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert {one.text for one in page.comments.list.rows.comments} == {TEXTS[5], TEXTS[1]}
    QTest.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    chips[NO_THEME].setFocus()
    QTest.keyClick(chips[NO_THEME], Qt.Key.Key_Return)
    settle(qtbot, page)
    found = [one.text for one in page.comments.list.rows.comments]
    assert found
    assert TEXTS[5] not in found
    assert f"No theme  {TIMES * len(TEXTS) - 2}" == chips[NO_THEME].text()


def test_a_theme_says_its_comments_and_its_score(qtbot, page, workspace, wave):
    book = Book(workspace.file, wave)
    ties = [Place("why", row) for row in range(2, 26)]
    with workspace.change("Code") as change:
        change.add_rows(
            "comment_theme",
            ({"wave_id": wave, "theme_id": 1, **place._asdict()} for place in ties),
        )
    settle(qtbot, page)
    # 12 promoters, 8 detractors and 4 passives of 24
    assert page.comments.foot.chips[1].text() == "1  Buses  24  17"
    assert "33.3 % are detractors" in page.comments.foot.chips[1].toolTip()
    page.ask(Asked().of("age", ["50s"]))
    settle(qtbot, page)
    assert page.comments.foot.chips[1].text() == "1  Buses  12  17"
    book = Book(workspace.file, wave)
    some = counted(Answers(page.wave.responses), book.ties[:3], 24)
    assert some.themes[1].comments == 3
    assert some.themes[1].score.n == 3
    assert some.without == 21


def test_a_suggested_theme_is_taken_in_one_step(qtbot, page, workspace):
    page.comments.show_terms(Terms(themes=[Term(("bus", "buses"), 3)]))
    popup = next(one for one in page.comments.children() if isinstance(one, TermsPopover))
    steps = len(workspace.file.undo_steps)
    QTest.mouseClick(popup.takes[0], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert len(workspace.file.undo_steps) == steps + 1
    settle(qtbot, page)
    assert workspace.file.count(CommentTheme) == 3 * TIMES
    assert [theme.name for theme in workspace.file.all(Theme)][-1] == "bus"
    assert on(page, "The bus was late")().themes == ("bus",)
    workspace.undo()
    assert workspace.file.count(CommentTheme) == 0
    assert workspace.file.count(Theme) == 2


def test_a_part_of_a_comment_is_quoted_with_its_themes(qtbot, page, workspace):
    comment = on(page, "Too few")
    press(page, KEY[1])
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    panel = panel_of(page)
    assert panel.isVisible()
    for _word in range(3):
        QTest.keyClick(
            panel.words,
            Qt.Key.Key_Right,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    kept = newest(workspace)
    assert kept.text == "Too few buses"
    assert kept.sentiment == -1
    ties = workspace.file.all(EvidenceTheme)
    assert [(tie.evidence_id, tie.theme_id) for tie in ties] == [(kept.id, 1)]
    assert comment().quoted == kept.code
    workspace.undo()
    assert comment().quoted == ""
    assert workspace.file.count(EvidenceTheme) == 0
    assert comment().themes == ("Buses",)


def test_a_person_is_masked_after_a_look(qtbot, page, workspace):
    comment = on(page, "Mr Tanaka")
    assert any("a name" in note for note in comment().notes)
    press(page, Qt.Key.Key_Return)
    assert workspace.file.count(Evidence) == 0  # never silently
    panel = panel_of(page)
    assert panel.words.extraSelections()[0].cursor.selectedText() == "Tanaka"
    assert MASK in panel.kept.text()
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    kept = newest(workspace)
    assert kept.text == f"Mr {MASK} helped us 🙂 at the station"
    assert comment().quoted == kept.code


def test_a_person_is_kept_where_the_user_says_so(qtbot, page, workspace):
    on(page, "Write to hana")
    press(page, Qt.Key.Key_Return)
    panel = panel_of(page)
    QTest.mouseClick(panel.masking, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.keep, Qt.MouseButton.LeftButton)
    assert newest(workspace).text == TEXTS[4]


def test_a_selection_behind_an_emoji_is_cut_in_its_place(qtbot, page, workspace):
    on(page, "Mr Tanaka")
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    panel = panel_of(page)
    cursor = panel.words.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    back, keep = QTextCursor.MoveOperation.WordLeft, QTextCursor.MoveMode.KeepAnchor
    cursor.movePosition(back, keep, 3)
    panel.words.setTextCursor(cursor)
    panel.quote()
    assert newest(workspace).text == "at the station"


def test_a_double_click_opens_the_comment(qtbot, page, workspace):
    on(page, "The meals")
    view = page.comments.list
    view.scrollTo(view.currentIndex())
    rect = view.visualRect(view.currentIndex())
    place = rect.topLeft() + QPoint(80, 14)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    panel = panel_of(page)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert workspace.file.count(Evidence) == 0


def test_a_mask_is_cut_where_the_selection_is():
    text = "Mr Tanaka was kind"
    assert masked_part(text, 5, len(text)) == f"{MASK} was kind"
    assert masked_part(text, 10, len(text)) == "was kind"
    assert masked_part(text, 0, 6) == f"Mr {MASK}"


def test_a_file_that_cannot_be_written_gives_no_themes(qtbot, page, workspace):
    on(page, "Mr Tanaka")
    workspace.file.read_only = True
    press(page, KEY[1])
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not page.comments.list.findChildren(QuotePanel)
    workspace.file.read_only = False
    assert workspace.file.count(CommentTheme) == 0


def test_themes_of_a_wave_stay_with_the_wave(qtbot, page, workspace, wave):
    comment = on(page, "The meals")
    press(page, KEY[1])
    settle(qtbot, page)
    with workspace.change("Delete a theme") as change:
        change.delete(change.get(Theme, 1))
    settle(qtbot, page)
    assert comment().themes == ()
    assert list(page.comments.foot.chips) == [2, NO_THEME]
    workspace.undo()
    settle(qtbot, page)
    assert comment().themes == ("Buses",)


def test_a_theme_that_is_deleted_is_not_looked_for_any_more(qtbot, page, workspace):
    on(page, "The meals")
    press(page, KEY[1])
    settle(qtbot, page)
    QTest.mouseClick(page.comments.foot.chips[1], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert len(page.comments.list.rows.comments) == 1
    with workspace.change("Delete a theme") as change:
        change.delete(change.get(Theme, 1))
    settle(qtbot, page)
    assert page.comments.looking.themes == frozenset()
    assert len(page.comments.list.rows.comments) == TIMES * len(TEXTS) - TIMES


def test_merged_themes_take_their_comments_along(qtbot, page, workspace):
    comment = on(page, "The meals")
    press(page, KEY[1])
    press(page, KEY[2])
    other = on(page, "Too few")
    press(page, KEY[1])
    merge_themes(workspace, 1, 2)
    assert comment().themes == other().themes == ("Staff",)
    assert workspace.file.count(CommentTheme) == 2
    workspace.undo()
    assert comment().themes == ("Buses", "Staff")
    assert other().themes == ("Buses",)


def test_many_coded_comments_are_read_by_one_query(workspace, page, wave):
    with workspace.change("Code") as change:
        change.add_rows(
            "comment_theme",
            (
                {"wave_id": wave, "theme_id": 1 + row % 2, "column": "why", "row": row}
                for row in range(20_000)
            ),
        )
    told = []
    workspace.file.driver.set_trace_callback(told.append)
    book = Book(workspace.file, wave)
    workspace.file.driver.set_trace_callback(None)
    assert sum("comment_theme" in statement for statement in told) == 1
    assert len(book.ties) == 20_000
    found = find(Answers(page.wave.responses), Looking(themes=frozenset({1})), book, book.ties)
    assert found.n == 12
    assert found.of == 24


def test_every_look(qtbot, workspace, wave, looks):
    for language, name in looks:
        wear(language, name)
        page = VoicePage(workspace)
        settle(qtbot, page)
        page.resize(1072, 800)
        page.show()
        on(page, "Mr Tanaka")
        press(page, KEY[1])
        page.desk.quote_part(page.comments.list.selected())
        assert not panel_of(page).grab().isNull()
        look_at(page)
        workspace.undo()
