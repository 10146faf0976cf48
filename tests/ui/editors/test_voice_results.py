"""Business results on the survey's page: by kind of people, and what a shift goes along with."""

import random

import pytest
from PySide6.QtTest import QTest

from cxstudio.analysis.survey.results import by_person
from cxstudio.exchange.survey_kept import kept_survey
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import survey_from
from cxstudio.exchange.survey_storing import keep
from cxstudio.exchange.understanding import propose
from cxstudio.model import Evidence, Wave
from cxstudio.ui.editors.voice import VoicePage
from cxstudio.ui.editors.voice.importing import Read, WaveMeaning
from cxstudio.ui.evidence.cards import EvidenceCard
from cxstudio.ui.evidence.figures_again import is_old

HEAD = "How likely are you to recommend us?,Region,Spend in EUR,Ease of booking"


@pytest.fixture
def page(qtbot, workspace) -> VoicePage:
    chance = random.Random(4)
    rows = [HEAD]
    for _row in range(400):
        score = min(10, max(0, round(chance.gauss(7.5, 2.2))))
        spend = max(0.0, chance.gauss(60 + 9 * score, 50))
        rows.append(f"{score},{chance.choice(('North', 'South'))},{spend:.2f},{score // 2}")
    survey = survey_from("\n".join(rows).encode(), "shop.csv")
    prepared = prepare(survey, propose(survey).mapping)
    with workspace.change("x") as change:
        keep(change, workspace.file.put_blob, prepared, name="Shop")
    page = VoicePage(workspace)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, page)
    return page


def settle(qtbot, page: VoicePage) -> None:
    tasks = page.workspace.tasks
    qtbot.waitUntil(lambda: not page.room.busy and not tasks.busy, timeout=30_000)


def test_the_result_of_each_kind_of_people(page):
    assert page.results.isVisible()
    rows = {row.group: row for row in page.results.result.rows}
    table = by_person(
        page.wave.responses.column(HEAD.split(",")[0]), page.wave.responses.column("Spend in EUR")
    ).set_index("group")
    assert rows["promoter"].mean == pytest.approx(table.loc["promoter", "mean"])
    assert rows["promoter"].mean > rows["detractor"].mean
    assert sum(rows[kind].n for kind in ("promoter", "passive", "detractor")) == 400


def test_what_a_shift_goes_along_with(qtbot, page):
    said = page.results.answer.text()
    assert "1,000" in said
    page.results.customers.clear()
    QTest.keyClicks(page.results.customers, "2000")
    page.results.customers.left.emit()
    settle(qtbot, page)
    assert "2,000" in page.results.answer.text() != said
    page.results.effect.clear()
    QTest.keyClicks(page.results.effect, "140")
    page.results.effect.left.emit()
    assert page.results.answer.text() == page.results.effect.fault()


def test_the_result_becomes_evidence(page, workspace):
    page.results.kept.emit()
    kept = workspace.file.all(Evidence)[0]
    assert "Spend in EUR" in kept.text
    assert kept.n == 400


def test_one_rating_moves_alone(page):
    assert page.drivers.moves.why_not


def test_a_figure_is_marked_when_the_meaning_changes_and_worked_out_again(qtbot, page, workspace):
    page.keeping.keep_table()
    page.keeping.keep_result()
    page.keeping.score_uses().keep()
    before = {e.id: e.text for e in workspace.file.all(Evidence)}
    menu = WaveMeaning(workspace, page.wave.id, page)
    wave = workspace.file.one(Wave, page.wave.id)
    survey = kept_survey(wave, workspace.file.blob(wave.sha256))
    dialog = menu.dialog(Read(survey, propose(survey)))
    qtbot.addWidget(dialog)
    assert dialog.mapping.score == HEAD.split(",")[0]
    dialog.use(dialog.mapping.changed(HEAD.split(",")[0], no_answer=("10",)))
    menu.pack(survey, dialog)
    qtbot.waitUntil(lambda: bool(page.keeping._old), timeout=20_000)
    settle(qtbot, page)
    old = [e for e in workspace.file.all(Evidence) if is_old(workspace.file, e)]
    assert len(old) == 3
    card = EvidenceCard(workspace, old[0])
    qtbot.addWidget(card)
    page.keeping.renew()
    settle(qtbot, page)
    kept = workspace.file.all(Evidence)
    assert not [e for e in kept if is_old(workspace.file, e)]
    assert all(e.text != before[e.id] for e in kept)
    assert all(e.n < 400 for e in kept if "result" not in e.definition)
    assert page.keeping._notice is None
    workspace.undo()
    settle(qtbot, page)
    assert {e.id: e.text for e in workspace.file.all(Evidence)} == before
    workspace.undo()
    settle(qtbot, page)
    assert not page.keeping._old
