"""The survey's tables of three questions, sorted, chosen, as bars and copied; its ratings."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cxstudio.analysis.survey.asked import Asked
from cxstudio.analysis.survey.definition import definition_from, state_of
from cxstudio.model import Evidence, Kpi, Wave
from cxstudio.store import open_file
from cxstudio.ui.editors.voice import VoicePage
from cxstudio.ui.editors.voice.groups_filter import GroupsFilter
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

AGE, PARTY, MOVED, OVERALL = "年代", "同行者", "県内の移動", "満足度"


@pytest.fixture
def page(qtbot, themed, sample_file: Callable[[str], Path], tmp_path: Path) -> Iterator[VoicePage]:
    file = open_file(sample_file("ja"))
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    page = VoicePage(workspace)
    qtbot.addWidget(page)
    page.resize(1500, 900)
    page.show()
    settle(qtbot, page)
    yield page
    workspace.close()
    file.close()


def settle(qtbot, page: VoicePage) -> None:
    tasks = page.workspace.tasks
    qtbot.waitUntil(lambda: not page.room.busy and not tasks.busy, timeout=30_000)


def ask(qtbot, page: VoicePage, asked: Asked) -> None:
    page.ask(asked)
    settle(qtbot, page)


def press(page: VoicePage, row: int, column: int) -> None:
    table = page.table.table
    place = table.cell_rect(row, column).center().toPoint()
    QTest.mouseClick(table, Qt.MouseButton.LeftButton, pos=place)


def outer(page: VoicePage) -> list[str | None]:
    grid = page.figures.grid
    return [d for d, w in zip(grid.down, grid.within, strict=True) if w is None]


def test_a_table_of_three_questions_is_sorted_chosen_copied_and_drilled(qtbot, page):
    ask(qtbot, page, replace(page.asked, down=AGE, within=MOVED, across=PARTY))
    shown, grid = page.table.table.shown, page.figures.grid
    assert shown.rows[shown.total][1] == 1543
    assert sum(name is None for name in grid.within) == len(outer(page))
    inner = next(row for row in range(len(shown.rows)) if shown.is_inner(row))
    assert page.table.table.words(inner, 1).startswith(f"{grid.down[inner]}, {grid.within[inner]}")
    press(page, -1, 0)  # sorted by everyone, without anything worked out
    assert not page.room.busy
    values = [page.figures.grid.shown.figures[page.figures.grid.down.index(name)][0].value
              for name in outer(page)[:-1]]  # fmt: skip
    known = [value for value in values if value is not None]
    assert known[:4] == sorted(known[:4], reverse=True)
    assert page.table.table.shown.sorted_rows == (0, False)
    press(page, -1, 0)
    assert page.table.table.shown.sorted_rows == (0, True)
    press(page, page.table.table.shown.total, -1)
    assert page.table.table.shown.sorted_columns is not None
    page.table.copy()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert len({len(line) for line in lines}) == 1
    assert [line[0] for line in lines[1:] if not line[1]] == [
        name or "Everyone" for name in outer(page)
    ]
    page.keeping.keep_table()
    kept = max(page.file.all(Evidence), key=lambda one: one.id)
    asked = definition_from(kept.definition).asked
    assert (asked.within, asked.arranged) == (MOVED, page.asked.arranged)
    assert len(kept.text.splitlines()) == len(shown.rows)
    grid = page.figures.grid
    row = next(n for n, name in enumerate(grid.within) if name is not None)
    press(page, row, 1)
    settle(qtbot, page)
    assert dict(page.asked.people) == {
        AGE: (grid.down[row],), MOVED: (grid.within[row],), PARTY: (grid.across[1],),
    }  # fmt: skip


def test_groups_are_chosen_with_ticks_and_bars_are_copied_with_their_intervals(qtbot, page):
    ask(qtbot, page, replace(page.asked, down=AGE, across=""))
    page.table.open_groups()
    popup = next(one for one in page.table.children() if isinstance(one, GroupsFilter))
    ticked = [popup.answers.item(n) for n in range(popup.answers.count())
              if popup.answers.item(n).checkState() == Qt.CheckState.Checked]  # fmt: skip
    assert len(ticked) == len(outer(page)) - 1
    gone = ticked[0].data(Qt.ItemDataRole.UserRole)
    ticked[0].setCheckState(Qt.CheckState.Unchecked)
    assert gone not in outer(page) and len(outer(page)) == len(ticked)
    popup.clear()
    assert gone in outer(page)
    popup.close()
    page.table.show_look("bars")
    assert not page.table.grab().toImage().isNull()
    page.table.copy()
    data = QGuiApplication.clipboard().mimeData()
    head, *rows = (line.split("\t") for line in data.text().splitlines())
    assert len(head) == 5
    assert [round(float(cell), 1) for cell in rows[-1][2:]] == [20.3, 16.4, 24.1]
    assert "…" in data.html()
    table = page.table.table
    table.setFocus()
    for key in (Qt.Key.Key_Up,) * 12:
        QTest.keyClick(table, key)
    assert "sort the rows" in table.accessibleDescription()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert table.shown.sorted_rows == (0, False)


def test_ratings_stand_with_their_figures_and_are_used_like_the_score(qtbot, page):
    page.drivers.show_face("list")
    rows = page.drivers.ratings
    place = [rating.name for rating in rows.ratings].index(OVERALL)
    rating = rows.ratings[place]
    assert rating.index == "CSAT" and rows.isVisible() and not page.drivers.chart.isVisible()
    assert "CSAT" in rows.words(place)
    menu = page.rating_uses.open_menu(place, QPoint(10, 10))
    assert len([action for action in menu.actions() if action.menu()]) == 3
    menu.close()
    kpi = page.file.all(Kpi)[0].id
    page.rating_uses.uses(rating.high_key).add_reading(kpi)
    reading = max(page.file.one(Kpi, kpi).readings, key=lambda one: one.id)
    assert (reading.value, reading.n) == (round(rating.high.value, 1), rating.high.n)
    page.rating_uses.uses(rating.mean_key).keep()
    kept = max(page.file.all(Evidence), key=lambda one: one.id)
    assert definition_from(kept.definition).asked.measure == rating.mean_key
    page.rating_uses.show_trend(rating.mean_key)
    settle(qtbot, page)
    assert [round(one.value, 2) for one in page.figures.trend][-1] == round(rating.mean.value, 2)
    assert page.trend.measure.currentData() == rating.mean_key
    wave = page.file.one(Wave, page.wave.id)
    before = state_of(wave)
    page.rating_uses.report_as(OVERALL, "ces")
    settle(qtbot, page)
    assert state_of(page.file.one(Wave, page.wave.id)) == before
    assert rows.ratings[place].index == "CES" and not page.keeping._old
    assert page.table.measure.findData(f"easy:{OVERALL}") > 0
    page.workspace.undo()
    settle(qtbot, page)
    assert rows.ratings[place].index == "CSAT"
