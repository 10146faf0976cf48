"""The gaps page: scoring, sorting, filtering, causes, the chain, and an initiative from a gap."""

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from cxstudio.model import (
    Department,
    Evidence,
    Gap,
    Initiative,
    Insight,
    Journey,
    Kpi,
    Link,
    Stage,
    Step,
)
from cxstudio.model.chain import End
from cxstudio.ui.editors.gaps.heat import level
from cxstudio.ui.editors.gaps.page import GapsPage
from cxstudio.ui.editors.gaps.register import SEVERITY
from cxstudio.ui.editors.gaps.rows import missing
from cxstudio.ui.editors.gaps.score import formula
from cxstudio.ui.forms.chain_line import knots
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace
from tests.ui.eyes import active

SCORES = {"Seats": (5, 1.5, 5.0, 0.88), "Signs": (3, 4.0, 6.0, 0.9), "Lunch": (5, 1.0, 6.0, 0.5)}


@pytest.fixture
def page(qtbot, workspace):
    page = GapsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


@pytest.fixture
def filled(workspace):
    """Three scored gaps and one that lacks its target, in two stages and two departments."""
    with workspace.change("x") as change:
        journey = change.add(Journey(title="By train"))
        steps = []
        for n, name in enumerate(("Arrive", "Explore")):
            stage = change.add(Stage(journey_id=journey.id, name=name, position=n))
            steps.append(change.add(Step(stage_id=stage.id, name=f"Step {n}")).id)
        desk = change.add(Department(name="Station desk", position=0)).id
        bus = change.add(Department(name="Bus operator", position=1)).id
        places = {"Seats": (steps[0], desk), "Signs": (steps[0], desk), "Lunch": (steps[1], bus)}
        for n, (title, score) in enumerate(SCORES.items()):
            importance, current, target, reach = score
            step, department = places[title]
            cluster = "Evening" if title == "Lunch" else "Way"
            change.add(
                Gap(
                    title=title,
                    position=n,
                    importance=importance,
                    current=current,
                    target=target,
                    reach=reach,
                    step_id=step,
                    department_id=department,
                    cluster=cluster,
                )
            )
        change.add(Gap(title="Rewards", position=3, importance=4, current=2.0, reach=0.5))
    return {gap.title: gap.id for gap in workspace.file.all(Gap)}


def test_it_looks_right_in_every_language_and_theme(workspace, filled, looks):
    for language, name in looks:
        wear(language, name)
        page = GapsPage(workspace)
        page.show_record("gap", filled["Seats"])
        page.form.show_sheet("chain")
        look_at(page)


def titles(page):
    model = page.register.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_a_gap_is_typed_and_its_severity_is_seen_at_once(qtbot, page, workspace):
    page.new_record()
    assert page.form.form.isVisible()
    field = page.window().focusWidget()
    qtbot.keyClicks(field, "No live seat information")
    scale, current, target, reach = page.form._factors
    scale._group.button(5).click()
    for field, text in ((current, "1.5"), (target, "5"), (reach, "88 %")):
        field.setFocus()
        qtbot.keyClicks(field, text)
    assert page.form.score._figure.text() == "15.4"
    assert "5.0 × (5.0 − 1.5) × 0.88 = 15.4 severe" in page.form.score._formula.text()
    workspace.flush_requested.emit()
    gap = workspace.file.all(Gap)[0]
    assert (gap.title, gap.importance) == ("No live seat information", 5)
    assert (gap.current, gap.target, gap.reach) == (1.5, 5.0, 0.88)
    assert titles(page) == ["No live seat information"]
    assert page.status() == "1 gap, 1 scored, 0 with an initiative"


def test_what_is_missing_is_said():
    assert missing(4, 2.0, None, 0.5) == "needs a target"
    assert missing(None, None, None, 0.5) == "not scored"
    assert missing(4, 2.0, 5.0, 0.5) == ""
    assert formula((4, 2.0, None, 0.5)) == ""
    assert formula((2, 5.0, 4.0, 1.0)) == "2.0 × 0 × 1.00 = 0.0 low"


def test_an_importance_can_be_taken_back(page, filled, workspace):
    page.show_record("gap", filled["Seats"])
    scale = page.form._factors[0]
    assert scale.value() == 5
    scale._group.button(0).click()
    assert workspace.file.one(Gap, filled["Seats"]).importance is None
    page.show_record("gap", filled["Lunch"])
    assert scale.value() == 5


def test_sorted_by_severity_with_blanks_last_in_either_order(page, filled):
    assert titles(page) == ["Seats", "Lunch", "Signs", "Rewards"]
    page.register.sortByColumn(SEVERITY, Qt.SortOrder.AscendingOrder)
    assert titles(page) == ["Signs", "Lunch", "Seats", "Rewards"]


def test_the_selection_stays_when_the_order_changes(page, filled, workspace):
    page.show_record("gap", filled["Signs"])
    page.register.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert page.register.currentIndex().data() == "G-02"
    with workspace.change("x") as change:
        change.get(Gap, filled["Signs"]).title = "Zebra"
    assert page.register.currentIndex().data() == "G-02"
    assert page.id == filled["Signs"]


def test_the_keyboard_walks_and_opens(qtbot, page, filled, workspace):
    page.register.setFocus()
    page.register.selectRow(0)
    QTest.keyClick(page.register, Qt.Key.Key_Down)
    assert page.id == filled["Lunch"]
    assert workspace.selection == End("gap", filled["Lunch"])
    assert not page.pane.isVisible()
    QTest.keyClick(page.register, Qt.Key.Key_Return)
    assert page.pane.isVisible()
    QTest.keyClick(page.pane, Qt.Key.Key_Escape)
    assert not page.pane.isVisible()


def test_the_heat_map_sums_and_filters(qtbot, page, filled):
    heat = page.heat.map
    assert heat.words(1, 0) == "Arrive, Station desk: 2 gaps, severity 20.8 in all" or (
        heat.words(0, 0) == "Arrive, Station desk: 2 gaps, severity 20.8 in all"
    )
    row = list(heat._rows).index("Station desk")
    place = heat._cell_rect(row, 0).center().toPoint()
    QTest.mouseClick(heat, Qt.MouseButton.LeftButton, pos=place)
    assert titles(page) == ["Seats", "Signs"]
    assert page.filters_line.isVisible()
    QTest.mouseClick(heat, Qt.MouseButton.LeftButton, pos=place)
    assert len(titles(page)) == 4
    assert [level(value) for value in (0, 4.9, 5, 10, 15, 24.9, 25)] == [0, 0, 1, 2, 3, 3, 4]


def test_the_heat_map_is_reached_by_keyboard(qtbot, page, filled):
    heat = page.heat.map
    heat.setFocus()
    heat._at = (list(heat._rows).index("Bus operator"), 0)
    QTest.keyClick(heat, Qt.Key.Key_Right)
    assert heat.accessibleDescription() == "Explore, Bus operator: 1 gap, severity 12.5 in all"
    QTest.keyClick(heat, Qt.Key.Key_Return)
    assert titles(page) == ["Lunch"]


def test_words_and_choices_filter(qtbot, page, filled):
    page.filter_button.click()
    qtbot.keyClicks(page.filters.search, "rew")
    assert titles(page) == ["Rewards"]
    page.filter_button.click()
    assert len(titles(page)) == 4


def test_duplicate_and_delete_with_undo(page, filled, workspace):
    said = []
    workspace.said.connect(lambda text, undo: said.append((text, undo)))
    page.show_record("gap", filled["Seats"])
    page.duplicate_record()
    assert workspace.file.count(Gap) == 5
    assert workspace.file.one(Gap, page.id).code == "G-05"
    page.delete_record()
    assert said == [("Deleted “Seats”.", True)]
    assert workspace.file.count(Gap) == 4
    workspace.undo()
    assert workspace.file.count(Gap) == 5


def test_an_initiative_is_made_from_a_gap(page, filled, workspace):
    went = []
    workspace.place_requested.connect(lambda kind, id: went.append((kind, id)))
    page.show_record("gap", filled["Seats"])
    page.make_initiative()
    made = workspace.file.all(Initiative)[0]
    assert (made.title, made.department_id) == ("Seats", workspace.file.all(Department)[0].id)
    assert went == [("initiative", made.id)]
    assert [end for end, _ in workspace.chain.rests_on(End("initiative", made.id))] == [
        End("gap", filled["Seats"])
    ]
    assert "1 with an initiative" in page.status()


def test_evidence_dropped_on_a_row_is_linked_to_its_gap(page, filled, workspace):
    with workspace.change("x") as change:
        said = change.add(Evidence(text="We only learn of it later.")).id
    view = page.register
    place = QPointF(view.visualRect(view.model().index(1, 1)).center())
    assert drop(view.viewport(), "evidence", said, place)
    links = workspace.chain.rests_on(End("gap", filled["Lunch"]))
    assert [end for end, _ in links] == [End("evidence", said)]
    assert not drop(view.viewport(), "gap", filled["Seats"], place)


def test_cards_move_between_clusters(qtbot, page, filled, workspace):
    page.view._group.button(1).click()
    causes = page.causes
    assert [column.name for column in causes.columns] == ["Way", "Evening", "", None]
    unsorted = causes.columns[2]
    assert drop(causes.columns[1], "gap", filled["Signs"])
    assert workspace.file.one(Gap, filled["Signs"]).cluster == "Evening"
    assert unsorted in causes.columns  # what has not changed is not built anew
    assert drop(causes.columns[-1], "gap", filled["Signs"])
    assert workspace.file.one(Gap, filled["Signs"]).cluster == "New cluster"
    workspace.undo()
    assert workspace.file.one(Gap, filled["Signs"]).cluster == "Evening"
    alt = Qt.KeyboardModifier.AltModifier
    active(page)
    QTest.keyClick(causes.cards[filled["Seats"]], Qt.Key.Key_Right, alt)
    assert workspace.file.one(Gap, filled["Seats"]).cluster != "Way"
    workspace.undo()
    assert causes.cards[filled["Seats"]].hasFocus()  # the keyboard goes with the card


def test_an_undo_of_a_deletion_leaves_the_keyboard_in_the_register(page, filled, workspace):
    active(page)
    page.register.setFocus()
    page.register.selectRow(0)
    id = page.id
    page.delete_record()
    workspace.undo()
    page.show_record("gap", id)  # what the window does after an undo
    assert page.id == id and page.register.hasFocus() and not page.pane.isVisible()


def test_a_long_cluster_folds_its_last_cards_away(page, filled, workspace, monkeypatch):
    monkeypatch.setattr("cxstudio.ui.editors.gaps.causes.MOST", 1)
    with workspace.change("x") as change:
        for id in filled.values():
            change.get(Gap, id).cluster = "Way"
    page.view._group.button(1).click()
    causes = page.causes
    assert len(causes.cards) == 1 < len(filled)
    causes.choose(causes.columns[0].ids[-1])  # the one that is looked for is shown
    assert set(causes.cards) == set(filled.values())


def test_a_cluster_is_renamed_in_all_its_gaps(page, filled, workspace):
    page.view._group.button(1).click()
    column = page.causes.columns[0]
    column.title.setText("From station to first sight")
    column.title.editingFinished.emit()
    named = [gap.title for gap in workspace.file.all(Gap) if "station" in gap.cluster]
    assert named == ["Seats", "Signs"]
    workspace.undo()
    assert not [gap for gap in workspace.file.all(Gap) if "station" in gap.cluster]


def test_the_chain_runs_from_the_words_to_the_kpi(page, filled, workspace):
    with workspace.change("x") as change:
        words = [change.add(Evidence(text=f"Words {n}")).id for n in range(5)]
        insight = change.add(Insight(statement="They learn too late.")).id
        made = change.add(Initiative(title="Seat display")).id
        kpi = change.add(Kpi(name="Left behind")).id
        ends = [("evidence", id, "insight", insight) for id in words]
        ends += [("insight", insight, "gap", filled["Seats"])]
        ends += [("gap", filled["Seats"], "initiative", made), ("initiative", made, "kpi", kpi)]
        for kind, id, target, target_id in ends:
            change.add(
                Link(source_kind=kind, source_id=id, target_kind=target, target_id=target_id)
            )
    found = knots(workspace.chain, End("gap", filled["Seats"]))
    assert [(k.kind, len(k.ends), k.more) for k in found] == [
        ("evidence", 3, 2),
        ("insight", 1, 0),
        ("gap", 1, 0),
        ("initiative", 1, 0),
        ("kpi", 1, 0),
    ]
    went = []
    workspace.place_requested.connect(lambda kind, id: went.append((kind, id)))
    page.show_record("gap", filled["Seats"])
    page.form.show_sheet("chain")
    places = [p for p in page.form.chain.findChildren(object) if hasattr(p, "go")]
    QTest.keyClick(places[-1], Qt.Key.Key_Return)
    assert went == [("kpi", kpi)]
    alone = knots(workspace.chain, End("gap", filled["Lunch"]))
    assert [(k.kind, len(k.ends)) for k in alone] == [
        ("evidence", 0),
        ("gap", 1),
        ("initiative", 0),
        ("kpi", 0),
    ]


def test_without_gaps_it_says_what_to_do(qtbot, page):
    assert page._views.currentIndex() == 2
    page.new_record()
    assert page._views.currentIndex() == 0


def test_a_file_opened_to_read_is_not_changed(qtbot, workspace, filled, tmp_path):
    reading = Workspace(workspace.file.in_memory(), Settings(tmp_path / "reading.ini"))
    page = GapsPage(reading)
    qtbot.addWidget(page)
    page.show()
    page.new_record()
    page.show_record("gap", filled["Seats"])
    page.duplicate_record()
    page.delete_record()
    page.make_initiative()
    page.view._group.button(1).click()
    assert [column.name for column in page.causes.columns] == ["Way", "Evening", ""]
    page.causes.put(filled["Seats"], "Evening")
    assert not reading.file.undo_steps
    reading.close()
    reading.file.close()
