"""What is kept from the survey's page is what was seen there, of the people it says."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cxstudio.analysis.survey.asked import Answers, Asked, asked_from
from cxstudio.analysis.survey.definition import is_old
from cxstudio.model import Evidence, Wave
from cxstudio.store import open_file
from cxstudio.ui.editors.voice import VoicePage
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

AGE = "年代"


@pytest.fixture
def surveyed(themed, sample_file: Callable[[str], Path], tmp_path: Path) -> Iterator[Workspace]:
    file = open_file(sample_file("ja"))
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    yield workspace
    workspace.close()
    file.close()


@pytest.fixture
def page(qtbot, surveyed) -> VoicePage:
    page = VoicePage(surveyed)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, page)
    return page


def settle(qtbot, page: VoicePage) -> None:
    tasks = page.workspace.tasks
    qtbot.waitUntil(lambda: not page.room.busy and not tasks.busy, timeout=30_000)


def newest(workspace: Workspace) -> Evidence:
    return max(workspace.file.all(Evidence), key=lambda one: one.id)


def test_a_figure_kept_before_the_next_is_there_says_what_it_was_asked(page, surveyed):
    seen = page.figures.score
    page.ask(Asked().of(AGE, ["50代"]))
    page.keeping.score_uses().keep()
    kept = newest(surveyed)
    assert kept.n == seen.n == 1543
    assert asked_from(json.loads(kept.definition)["asked"]).people == ()
    page.keeping.keep_table()
    assert "50代" not in newest(surveyed).text.splitlines()[-1]


def test_a_figure_kept_while_the_next_wave_is_worked_out_belongs_to_its_own(page, surveyed):
    shown = page.wave.id
    page.show_wave(page.waves[0].id)
    page.keeping.score_uses().keep()
    assert newest(surveyed).wave_id == shown


def test_what_moves_with_the_score_is_never_that_of_other_people(qtbot, page, surveyed):
    assert page.drivers.moves.board.spots
    page.ask(Asked().of(AGE, ["50代"]))
    assert not page.drivers.moves.board.spots
    before = surveyed.file.count(Evidence)
    page.keeping.keep_drivers()
    assert surveyed.file.count(Evidence) == before
    settle(qtbot, page)
    assert page.drivers.moves.board.spots
    page.keeping.keep_drivers()
    kept = json.loads(newest(surveyed).definition)
    assert asked_from(kept["asked"]).people == ((AGE, ("50代",)),)


def test_what_was_cancelled_is_worked_out_when_it_is_asked_again(qtbot, page, surveyed):
    asked = Asked().of(AGE, ["50代"])
    page.ask(asked)
    while page.room.busy:
        for number in list(surveyed.tasks._running):
            surveyed.tasks.cancel(number)
        qtbot.wait(10)
    assert page.figures.asked != asked
    right = f"n = {page.figures.score.n:,}"
    qtbot.waitUntil(lambda: page.score.note() != right)
    page.ask(asked)
    settle(qtbot, page)
    assert page.figures.score == Answers(page.wave.responses, asked).score
    assert page.score.note() == f"n = {page.figures.score.n:,}"
    assert page.drivers.moves.board.spots


def test_figures_are_renewed_for_their_own_wave_whichever_is_shown_by_then(qtbot, page, surveyed):
    page.keeping.score_uses().keep()
    kept, wave = newest(surveyed).id, page.wave.id
    with surveyed.change("x") as change:
        record = change.get(Wave, wave)
        mapping = json.loads(record.mapping)
        mapping["keep"] = "last"
        record.mapping = json.dumps(mapping, ensure_ascii=False)
    settle(qtbot, page)
    assert is_old(surveyed.file.one(Evidence, kept).definition, surveyed.file.one(Wave, wave))
    page.keeping.renew()
    page.show_wave(page.waves[0].id)
    settle(qtbot, page)
    renewed = surveyed.file.one(Evidence, kept)
    assert not is_old(renewed.definition, surveyed.file.one(Wave, wave))
    assert renewed.n == 1543


def test_comments_of_another_wave_are_not_left_to_be_quoted(page):
    assert page.comments.list.rows.rowCount()
    page.show_wave(page.waves[0].id)
    assert page.comments.list.rows.rowCount() == 0


def test_a_wave_that_cannot_be_read_is_named_and_the_others_are_shown(qtbot, surveyed):
    broken = surveyed.file.all(Wave)[-1]
    name, gone = broken.name, broken.id
    with surveyed.change("x") as change:
        change.get(Wave, gone).sha256 = surveyed.file.put_blob(b"no answers at all")
    page = VoicePage(surveyed)
    qtbot.addWidget(page)
    page.show()
    settle(qtbot, page)
    assert gone not in [wave.id for wave in page.waves]
    assert page.waves
    assert name in page.unread.accessibleName()
