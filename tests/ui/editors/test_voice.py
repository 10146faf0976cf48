"""The survey's page: figures of a wave, of some of its people, and what is quoted from it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from acts import look_at, wear
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cxstudio.analysis.survey.asked import Answers, Asked, asked_from
from cxstudio.analysis.survey.comparing import Verdict
from cxstudio.analysis.survey.nps import WITHHELD
from cxstudio.model import Evidence, Kpi, Persona, Wave
from cxstudio.model.chain import End
from cxstudio.store import open_file
from cxstudio.ui.editors.voice import VoicePage
from cxstudio.ui.editors.voice.comments_list import COMMENT, button_rect
from cxstudio.ui.editors.voice.compare_dialog import CompareDialog
from cxstudio.ui.editors.voice.comparing_waves import of_groups, of_waves
from cxstudio.ui.editors.voice.copying import plain_text
from cxstudio.ui.editors.voice.terms_popover import TermsPopover
from cxstudio.ui.editors.voice.wave_menu import WaveMenu
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

AGE, PARTY = "年代", "同行者"


@pytest.fixture
def surveyed(themed, sample_file: Callable[[str], Path], tmp_path: Path) -> Iterator[Workspace]:
    """A workspace on the sample, with its three waves."""
    file = open_file(sample_file("ja"))
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    yield workspace
    workspace.flush_requested.emit()
    workspace.close()
    file.close()


@pytest.fixture
def page(qtbot, surveyed) -> VoicePage:
    page = VoicePage(surveyed)
    qtbot.addWidget(page)
    page.resize(1500, 900)
    page.show()
    settle(qtbot, page)
    return page


def settle(qtbot, page: VoicePage) -> None:
    tasks = page.workspace.tasks
    qtbot.waitUntil(lambda: not page.room.busy and not tasks.busy, timeout=30_000)


def ask(qtbot, page: VoicePage, asked: Asked) -> None:
    page.ask(asked)
    settle(qtbot, page)


def test_the_last_wave_is_shown_with_its_score(page):
    assert page.wave is not None
    assert page.figures.score is not None
    assert round(page.figures.score.score or 0, 2) == 20.29
    assert page.figures.score.n == 1543
    assert [round(reading.value, 2) for reading in page.figures.trend] == [1.78, 21.14, 20.29]


def test_another_wave_is_asked_the_same(qtbot, page):
    ask(qtbot, page, Asked().of(AGE, ["50代"]))
    page.show_wave(page.waves[0].id)
    settle(qtbot, page)
    assert page.figures.source == page.waves[0]
    assert page.asked.people == ((AGE, ("50代",)),)
    assert page.figures.people < page.figures.rows


def test_some_people_are_chosen_with_ticks(qtbot, page):
    page.head.open_people()
    popup = page.head.children()[-1]
    row = next(
        n
        for n in range(popup.questions.count())
        if popup.questions.item(n).data(Qt.ItemDataRole.UserRole) == AGE
    )
    popup.questions.setCurrentRow(row)
    popup.answers.item(2).setCheckState(Qt.CheckState.Checked)
    popup.answers.item(3).setCheckState(Qt.CheckState.Checked)
    settle(qtbot, page)
    assert page.asked.people == ((AGE, ("20代", "30代")),)
    expected = Answers(page.wave.responses, page.asked).score
    assert page.figures.score == expected
    assert expected.n < 1543
    popup.clear()
    settle(qtbot, page)
    assert page.figures.score.n == 1543


def test_the_table_has_totals_and_marks_few_answers(qtbot, page):
    ask(qtbot, page, Asked(down=AGE, across=PARTY))
    shown = page.table.table.shown
    assert shown.figures[-1][0].n == 1543
    rows = [n for _name, n in shown.rows[:-1]]
    assert all(
        figure.n <= n for n, line in zip(rows, shown.figures[:-1], strict=True) for figure in line
    )
    few = next(
        (r, c)
        for r, line in enumerate(shown.figures)
        for c, f in enumerate(line)
        if 0 < f.n < WITHHELD
    )
    assert page.table.table.words(*few).startswith(shown.rows[few[0]][0])


def test_a_cell_leads_to_the_answers_behind_it(qtbot, page):
    ask(qtbot, page, Asked(down=AGE, across=PARTY))
    table, grid = page.table.table, page.figures.grid
    QTest.mouseClick(table, Qt.MouseButton.LeftButton, pos=table.cell_rect(1, 1).center().toPoint())
    settle(qtbot, page)
    assert dict(page.asked.people) == {AGE: (grid.down[1],), PARTY: (grid.across[1],)}
    assert page.figures.people >= grid.shown.figures[1][1].n


def test_the_keyboard_walks_the_table(qtbot, page):
    ask(qtbot, page, Asked(down=AGE))
    table = page.table.table
    table.setFocus()
    first = table.accessibleDescription()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.accessibleDescription() != first
    QTest.keyClick(table, Qt.Key.Key_Return)
    settle(qtbot, page)
    assert page.asked.people


def test_another_figure_in_the_table(qtbot, page):
    choice = page.table.measure
    choice.setCurrentIndex(choice.findData("mean:満足度"))
    choice.activated.emit(choice.currentIndex())
    settle(qtbot, page)
    total = page.figures.grid.shown.figures[-1][0]
    assert 1 <= total.value <= 5
    assert page.figures.grid.shown.scale == (1, 5)


def test_comments_are_found_by_words_and_score(qtbot, page):
    everything = len(page.comments.list.rows.comments)
    page.comments.words.setText("バス")
    qtbot.waitUntil(lambda: page.comments.looking.words == "バス")
    settle(qtbot, page)
    found = page.comments.list.rows.comments
    assert 0 < len(found) < everything
    assert all("バス" in comment.text for comment in found)
    QTest.mouseClick(page.comments.chips["detractor"], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    scores = [comment.score for comment in page.comments.list.rows.comments]
    assert scores
    assert all(score <= 6 for score in scores)


def test_a_comment_becomes_evidence_without_the_person(qtbot, page, surveyed):
    view = page.comments.list
    row = next(
        n for n in range(view.rows.rowCount()) if not view.rows.index(n).data(COMMENT).quoted
    )
    index = view.rows.index(row)
    comment = index.data(COMMENT)
    view.scrollTo(index)
    place = button_rect(view.visualRect(index)).center()
    before = surveyed.file.count(Evidence)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(qtbot, page)
    assert surveyed.file.count(Evidence) == before + 1
    kept = max(surveyed.file.all(Evidence), key=lambda one: one.id)
    assert (kept.text, kept.evidence_kind, kept.wave_id) == (comment.text, "comment", page.wave.id)
    assert str(comment.score) in kept.respondent
    assert kept.dated is not None
    assert view.rows.index(row).data(COMMENT).quoted == kept.code
    surveyed.undo()
    settle(qtbot, page)
    assert surveyed.file.count(Evidence) == before
    assert not view.rows.index(row).data(COMMENT).quoted


def test_a_figure_keeps_what_it_was_asked(qtbot, page, surveyed):
    ask(qtbot, page, Asked(down=AGE).of(AGE, ["50代", "60代"]))
    page.keeping.score_uses().keep()
    kept = max(surveyed.file.all(Evidence), key=lambda one: one.id)
    definition = json.loads(kept.definition)
    assert kept.evidence_kind == "figure"
    assert kept.n == page.figures.score.n
    assert "50代" in kept.text
    again = Answers(page.wave.responses, asked_from(definition["asked"]))
    assert again.score == page.figures.score


def test_without_a_wave_the_page_says_what_belongs_here(qtbot, workspace):
    page = VoicePage(workspace)
    qtbot.addWidget(page)
    page.show()
    assert page.wave is None
    assert page.status() == ""
    assert not page.score.isVisible()


def test_a_deleted_wave_leaves_the_page(qtbot, page, surveyed):
    gone = page.wave.id
    with surveyed.change("x") as change:
        change.delete(change.get(Wave, gone))
    settle(qtbot, page)
    assert page.wave.id != gone
    surveyed.undo()
    settle(qtbot, page)
    assert gone in [wave.id for wave in page.waves]


def test_a_file_that_cannot_be_written_keeps_nothing(qtbot, page, surveyed):
    surveyed.file.read_only = True
    before = surveyed.file.count(Evidence)
    page.desk.quote(page.comments.list.rows.comments[0])
    assert page.keeping.score_uses() is None
    page.table.kept.emit()
    assert surveyed.file.count(Evidence) == before
    surveyed.file.read_only = False


def test_every_look(qtbot, surveyed, looks):
    for language, name in looks:
        wear(language, name)
        page = VoicePage(surveyed)
        settle(qtbot, page)
        look_at(page)


def test_waves_and_groups_are_compared(qtbot, page):
    ask(qtbot, page, Asked(down=AGE))
    waves = of_waves(page.waves, page.wave.id, page.asked)
    groups = of_groups(page.wave, page.asked)
    assert [line.verdict for line in waves] == [Verdict.HIGHER, Verdict.NO_SIGN]
    assert sum(line.n for line in groups) == 1543
    assert any(line.verdict is Verdict.TOO_FEW for line in groups)
    dialog = CompareDialog(page.wave.name, "NPS", waves, groups, page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.table.rowCount() == 2
    dialog.tabs.chosen.emit("groups")
    assert dialog.table.rowCount() == len(groups)
    assert groups[0].words in dialog.table.item(0, 5).text()


def test_the_table_is_copied_for_a_spreadsheet_and_for_word(qtbot, page):
    ask(qtbot, page, Asked(down=AGE))
    page.table.copy()
    data = QGuiApplication.clipboard().mimeData()
    lines = [line.split("\t") for line in data.text().splitlines()]
    assert lines[-1][1] == "1543"
    assert float(lines[-1][2]) == 20.3
    assert "background:#" in data.html()
    assert plain_text("=SUM(A1)") == "'=SUM(A1)"


def test_the_trend_by_month(qtbot, page):
    ask(qtbot, page, Asked(period="month"))
    assert len(page.figures.trend) == 3
    page.trend.period.setCurrentIndex(1)
    page.trend.period.activated.emit(1)
    settle(qtbot, page)
    assert page.asked.period == "day"
    assert sum(reading.n for reading in page.figures.trend) == 2247 + 1036 + 1543


def test_the_score_becomes_a_reading_and_a_personas_score(qtbot, page, surveyed):
    kpi, persona = surveyed.file.all(Kpi)[0].id, surveyed.file.all(Persona)[0].id
    readings = len(surveyed.file.one(Kpi, kpi).readings)
    ask(qtbot, page, Asked().of(AGE, ["50代"]))
    page.keeping.score_uses().add_reading(kpi)
    assert len(surveyed.file.one(Kpi, kpi).readings) == readings + 1
    reading = max(surveyed.file.one(Kpi, kpi).readings, key=lambda one: one.id)
    assert (reading.n, reading.source) == (page.figures.score.n, page.wave.name)
    page.keeping.score_uses().give_persona(persona)
    given = surveyed.file.one(Persona, persona)
    assert given.score == page.figures.score.score
    rests = surveyed.chain.rests_on(End("persona", persona, "score"))
    assert any(end.kind == "evidence" for end, _link in rests)
    surveyed.undo()
    surveyed.undo()
    assert len(surveyed.file.one(Kpi, kpi).readings) == readings


def test_a_wave_is_deleted_from_its_menu_and_comes_back(qtbot, page, surveyed):
    gone = page.wave.id
    WaveMenu(surveyed, gone, page).delete()
    settle(qtbot, page)
    assert gone not in [wave.id for wave in page.waves]
    surveyed.undo()
    settle(qtbot, page)
    assert gone in [wave.id for wave in page.waves]


def test_terms_of_comments_are_looked_for(qtbot, page):
    everything = len(page.comments.list.rows.comments)
    QTest.mouseClick(page.comments.speak, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    popup = next(one for one in page.comments.children() if isinstance(one, TermsPopover))
    assert popup.chips
    QTest.mouseClick(popup.chips[0], Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    found = page.comments.list.rows.comments
    assert 0 < len(found) < everything
    page.comments.term.removed.emit()
    settle(qtbot, page)
    assert len(page.comments.list.rows.comments) == everything
