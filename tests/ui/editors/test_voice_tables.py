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


def test_which_ratings_are_drivers_is_chosen_undone_and_said(qtbot, page):
    panel, uses = page.drivers, page.rating_uses
    drivers = [spot.rating for spot in panel.moves.board.spots]
    assert OVERALL not in drivers and len(drivers) == 2
    assert len(panel.said) == 2 and "“全体”" in panel.said[-1]
    page.keeping.keep_drivers()
    kept = max(page.file.all(Evidence), key=lambda one: one.id)
    assert kept.text.splitlines()[-1] == panel.said[-1]
    menu = uses.open_drivers()
    ticked = {action.text(): action.isChecked() for action in menu.actions()}
    assert ticked.pop("全体") is False and all(ticked.values())
    menu.actions()[-1].trigger()
    menu.close()
    settle(qtbot, page)
    assert OVERALL in [spot.rating for spot in panel.moves.board.spots]
    assert len(panel.said) == 1
    assert page.keeping._old == [kept.id]  # the score and tables that were kept still hold
    page.workspace.undo()
    settle(qtbot, page)
    assert len(panel.moves.board.spots) == 2 and not page.keeping._old

    opened = []
    panel.chart.pressed.connect(lambda name, at: opened.append(name))
    panel.chart.setFocus()
    QTest.keyClick(panel.chart, Qt.Key.Key_Right)
    panel.chart.pressed.disconnect(uses.open_menu_of)  # a menu would take the keys
    QTest.keyClick(panel.chart, Qt.Key.Key_Return)
    assert opened == drivers[:1]
    menu = uses.open_menu_of(drivers[0], QPoint(10, 10))
    leave = menu.actions()[-1]
    assert leave.text() == "Leave “商品・サービス” out of the drivers"
    leave.trigger()
    menu.close()
    settle(qtbot, page)
    assert panel.moves.why_not and not panel.chart.isVisible()
    assert panel.choose.isVisible() and "“商品・サービス”" in panel.said[-1]
    page.workspace.undo()
    settle(qtbot, page)
    assert [spot.rating for spot in panel.moves.board.spots] == drivers
