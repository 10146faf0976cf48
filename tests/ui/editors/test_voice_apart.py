"""Large waves are worked on in a process of their own, and the figures are the same."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cxstudio.analysis.survey.asked import Asked
from cxstudio.model import Wave
from cxstudio.store import open_file
from cxstudio.ui.editors.voice import VoicePage, waves, workroom
from cxstudio.ui.settings import Settings
from cxstudio.ui.tasks import Cancelled, Progress
from cxstudio.ui.workspace import Workspace

AGE = "年代"


@pytest.fixture
def page(qtbot, themed, sample_file: Callable[[str], Path], tmp_path: Path) -> Iterator[VoicePage]:
    file = open_file(sample_file("ja"))
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    page = VoicePage(workspace)
    qtbot.addWidget(page)
    yield page
    workspace.close()
    file.close()


def settle(qtbot, page: VoicePage) -> None:
    tasks = page.workspace.tasks
    qtbot.waitUntil(lambda: not page.room.busy and not tasks.busy, timeout=60_000)


def shown(page: VoicePage) -> tuple[object, ...]:
    figures, comments = page.figures, page.comments.list.rows.comments
    return (
        figures.source,
        figures.score,
        figures.trend,
        figures.results,
        None if figures.grid is None else figures.grid.shown.figures,
        [page.drivers.moves.note, *page.drivers.moves.sentences],
        [comment.text for comment in comments[:20]],
        len(comments),
    )


def late(progress: Progress) -> None:
    progress(0.5)
    raise ValueError("said in the other process")


def endless(progress: Progress) -> None:
    while True:
        progress(0.5)


def test_the_page_shows_the_same_whoever_works_it_out(qtbot, page, monkeypatch):
    settle(qtbot, page)
    page.ask(Asked(down=AGE, period="month").of(AGE, ["50代"]))
    settle(qtbot, page)
    here = shown(page)
    monkeypatch.setattr(workroom, "LARGE", 0)
    page.ask(page.asked.of(AGE, []))
    page.ask(page.asked.of(AGE, ["50代"]))
    settle(qtbot, page)
    assert shown(page) == here
    assert page.figures.source is not None and page.wave is not None
    assert page.figures.source.responses is page.wave.responses  # no copy of the answers came back

    told: list[tuple[float, str]] = []
    apart = page.room.apart
    with pytest.raises(ValueError, match="said in the other process"):
        apart.run(late, Progress(lambda *words: told.append(words)))
    assert told == [(0.5, "")]
    progress = Progress(lambda _share, _doing: progress.cancel())
    with pytest.raises(Cancelled):
        apart.run(endless, progress)


def test_large_waves_are_read_aside_and_the_one_asked_for_is_shown(
    qtbot, themed, sample_file, tmp_path, monkeypatch
):
    monkeypatch.setattr(waves, "LARGE", 1)
    with open_file(sample_file("ja")) as file:
        damaged, wanted, last = [wave.id for wave in file.all(Wave)]
        with file.change("Damage") as change:
            change.get(Wave, damaged).sha256 = file.put_blob(b"no answers")
        workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
        page = VoicePage(workspace)
        qtbot.addWidget(page)
        assert page.waves == [] and page.wave is None and workspace.tasks.busy
        page.show_record("wave", wanted)
        settle(qtbot, page)
        assert {wave.id for wave in page.waves} == {wanted, last}
        assert page.wave is not None and page.wave.id == wanted
        assert len(page._read.unread) == 1 and not page.unread.isHidden()
        workspace.close()
