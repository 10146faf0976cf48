"""KPIs: the tree, the table of readings, pasting, and the chart."""

import datetime as dt

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from cxstudio.exchange.typed import day_of, number_of
from cxstudio.model import Kpi, Link, Persona, Reading
from cxstudio.ui.editors.kpis.figures import left, share_of_way
from cxstudio.ui.editors.kpis.page import KpisPage
from cxstudio.ui.editors.kpis.paste import PastedReading, read_pasted
from cxstudio.ui.editors.kpis.tree import in_order, rearranged
from cxstudio.ui.forms.fields import DateField
from cxstudio.ui.widgets import Label


@pytest.fixture
def page(qtbot, workspace):
    page = KpisPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 1200)
    page.show()
    return page


@pytest.fixture
def tree(page, workspace):
    """NPS > (Wait, Desk > Solved), Nights."""
    with workspace.change("x") as change:
        nps = change.add(Kpi(name="NPS", position=0)).id
        wait = change.add(Kpi(name="Wait", parent_id=nps, position=1)).id
        desk = change.add(Kpi(name="Desk", parent_id=nps, position=2)).id
        solved = change.add(Kpi(name="Solved", parent_id=desk, position=3)).id
        nights = change.add(Kpi(name="Nights", position=4)).id
    return {"nps": nps, "wait": wait, "desk": desk, "solved": solved, "nights": nights}


def outline(page, workspace):
    names = {k.id: k.name for k in workspace.file.all(Kpi)}
    return ["-" * p.depth + names[p.id] for p in page.pane.tree_rows.tree]


# -- the tree ----------------------------------------------------------------------------


def test_the_list_shows_the_tree(page, workspace, tree):
    assert outline(page, workspace) == ["NPS", "-Wait", "-Desk", "--Solved", "Nights"]


def test_dropped_on_a_row_it_becomes_a_part_of_it(page, workspace, tree):
    view = page.pane._view
    place = QPointF(view.visualRect(page.pane.rows.index(4)).center())
    drop(view.viewport(), "kpi", tree["desk"], place)
    assert outline(page, workspace) == ["NPS", "-Wait", "Nights", "-Desk", "--Solved"]
    workspace.undo()
    assert outline(page, workspace) == ["NPS", "-Wait", "-Desk", "--Solved", "Nights"]


def test_dropped_on_its_own_part_nothing_happens(page, workspace, tree):
    steps = len(workspace.file.undo_steps)
    page.pane.tree_rows.put(tree["nps"], tree["solved"], None)
    assert len(workspace.file.undo_steps) == steps


def test_alt_and_arrows_move_and_change_the_depth(qtbot, page, workspace, tree):
    alt = Qt.KeyboardModifier.AltModifier
    page.pane.choose(tree["desk"])
    qtbot.keyClick(page.pane._view, Qt.Key.Key_Up, alt)
    assert outline(page, workspace) == ["NPS", "-Desk", "--Solved", "-Wait", "Nights"]
    page.pane.outdent()
    assert outline(page, workspace) == ["NPS", "-Wait", "Desk", "-Solved", "Nights"]
    page.pane.choose(tree["nights"])
    page.pane.indent()
    assert outline(page, workspace) == ["NPS", "-Wait", "Desk", "-Solved", "-Nights"]
    page.pane.choose(tree["desk"])
    qtbot.keyClick(page.pane._view, Qt.Key.Key_Up, alt)
    assert outline(page, workspace) == ["Desk", "-Solved", "-Nights", "NPS", "-Wait"]


def test_parts_of_a_deleted_measure_stay(page, workspace, tree):
    page.pane.choose(tree["nps"])
    page.delete_record()
    assert outline(page, workspace) == ["Wait", "Desk", "-Solved", "Nights"]
    workspace.undo()
    assert outline(page, workspace)[0] == "NPS"


def test_new_part_and_duplicate(page, workspace, tree):
    page.pane.choose(tree["nights"])
    page.new_part()
    assert workspace.file.one(Kpi, page.id).parent_id == tree["nights"]
    page.pane.choose(tree["wait"])
    page.duplicate_record()
    assert outline(page, workspace)[:4] == ["NPS", "-Wait", "-Wait", "-Desk"]


def test_a_circle_is_shown_and_not_followed_for_ever():
    assert [p.id for p in in_order({1: 2, 2: 1, 3: 3, 4: 9})] == [1, 2, 3, 4]
    tree = in_order({1: None, 2: 1})
    assert rearranged(tree, 1, 2, None) is None


# -- readings ----------------------------------------------------------------------------


def readings(workspace):
    return [(r.read_on.isoformat(), r.value) for r in workspace.file.all(Reading)]


def enter(qtbot, view, column, text):
    view.setCurrentIndex(view.model().index(view.model().rowCount() - 1, column))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    editor = view.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, text)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.wait(1)  # Qt commits when it is back in its loop


def test_a_reading_is_written_when_it_has_day_and_value(qtbot, page, workspace, tree):
    view = page.readings.view
    enter(qtbot, view, 0, "2026-04-30")
    assert readings(workspace) == []
    enter(qtbot, view, 1, "20.3")
    assert readings(workspace) == [("2026-04-30", 20.3)]
    assert (view.currentIndex().row(), view.currentIndex().column()) == (0, 1)
    assert page.chart_panel.isVisible()
    assert "20.3" in page.head._subtitle.text()
    workspace.undo()
    assert readings(workspace) == []
    assert not page.chart_panel.isVisible()


def test_what_is_no_number_is_told_and_changes_nothing(qtbot, page, workspace, tree):
    enter(qtbot, page.readings.view, 1, "many")
    assert page.readings._fault.isVisible()
    assert readings(workspace) == []


def test_a_pasted_table_is_one_step_and_known_days_are_replaced(qtbot, page, workspace, tree):
    QGuiApplication.clipboard().setText("Month\tNPS\n2022-05-31\t1.8\n2026/4/30\t20,3\nsoon\t3\n")
    steps = len(workspace.file.undo_steps)
    qtbot.keyClick(page.readings.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert readings(workspace) == [("2022-05-31", 1.8), ("2026-04-30", 20.3)]
    assert len(workspace.file.undo_steps) == steps + 1
    assert "soon 3" in page.readings._fault.text()
    page.readings.table.paste("2026-04-30\t21\t1543\t16.5\t24.2")
    assert readings(workspace)[1] == ("2026-04-30", 21.0)
    assert [(r.n, r.low) for r in workspace.file.all(Reading)][1] == (1543, 16.5)


def test_delete_removes_the_chosen_rows(qtbot, page, workspace, tree):
    page.readings.table.paste("2026-01-31\t1\n2026-02-28\t2\n2026-03-31\t3")
    page.readings.view.selectRow(1)
    with qtbot.waitSignal(workspace.said) as said:
        qtbot.keyClick(page.readings.view, Qt.Key.Key_Delete)
    assert said.args == ["Deleted 1 reading.", True]
    assert [value for _day, value in readings(workspace)] == [1.0, 3.0]


def test_a_reading_found_elsewhere_shows_its_kpi(page, workspace, tree):
    with workspace.change("x") as change:
        reading = change.add(
            Reading(kpi_id=tree["solved"], read_on=dt.date(2026, 1, 1), value=1)
        ).id
    page.show_record("reading", reading)
    assert page.id == tree["solved"]


def test_a_persona_dropped_on_the_form_is_linked(page, workspace, tree):
    with workspace.change("x") as change:
        persona = change.add(Persona(name="Sato")).id
    assert drop(page.form.viewport(), "persona", persona)
    assert workspace.file.count(Link) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-04-30", "2026-04-30"),
        ("2026/4/3", "2026-04-03"),
        ("2026年4月", "2026-04-30"),
        ("２０２６年４月３日", "2026-04-03"),
        ("30.04.2026", "2026-04-30"),
        ("4/30/2026", "2026-04-30"),
        ("30 April 2026", "2026-04-30"),
        ("Feb 2024", "2024-02-29"),
        ("2026-04-30 00:00:00", "2026-04-30"),
    ],
)
def test_days_as_people_write_them(text, day):
    assert day_of(text).isoformat() == day


@pytest.mark.parametrize("text", ["03/04/2026", "2026-13-01", "2026-13", "soon", "", "30.2.2026"])
def test_a_day_that_is_not_sure_is_refused(text):
    with pytest.raises(ValueError):
        day_of(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20.3", 20.3),
        ("20,3", 20.3),
        ("1,543", 1543),
        ("1.543,5", 1543.5),
        ("−4", -4),
        ("12 %", 12),
    ],
)
def test_numbers_as_people_write_them(text, value):
    assert number_of(text) == value


def test_plain_lines_and_more_columns():
    assert read_pasted("2026-04-30, 20.3") == ([PastedReading(dt.date(2026, 4, 30), 20.3)], [])
    assert read_pasted("2026-04-30;20,3;40;10;30")[0][0].n == 40
    assert read_pasted("") == ([], [])


def test_share_of_the_way_in_either_direction():
    assert share_of_way(40, 5, 22.5) == 0.5
    assert share_of_way(0, 10, 12) == 1
    assert share_of_way(0, 10, -3) == 0
    assert share_of_way(5, 5, 5) is None
    assert share_of_way(None, 5, 5) is None


@pytest.mark.parametrize(
    ("unit", "direction", "target", "said"),
    [
        ("%", "up", 85.0, "7.8 points to go"),
        ("min", "down", 20.0, "57.2 min to go"),
        ("%", "up", 77.2, ""),
        ("%", "up", None, ""),
    ],
)
def test_how_far_the_target_is(unit, direction, target, said):
    kpi = Kpi(unit=unit, direction=direction, target=target)
    kpi.readings.append(Reading(value=77.2, read_on=dt.date(2026, 4, 30)))
    assert left(kpi).replace("\u00a0", " ") == said


def test_opens_in_every_look(workspace, looks):
    look_at(KpisPage(workspace))
    with workspace.change("x") as change:
        kpi = change.add(Kpi(name="NPS", target=30, baseline=2, unit="点")).id
        change.add(
            Reading(kpi_id=kpi, read_on=dt.date(2026, 4, 30), value=20, n=12, low=1, high=40)
        )
    for language, theme in looks:
        wear(language, theme)
        look_at(KpisPage(workspace))


def test_a_target_is_not_due_before_its_baseline(page, workspace, tree):
    page.pane.choose(tree["nps"])
    baseline, target = page.form.findChildren(DateField)
    for field, text in ((baseline, "30 June 2026"), (target, "2026/5/1")):
        field.setText(text)
        field.edited.emit()
        field.left.emit()
    kpi = workspace.file.one(Kpi, tree["nps"])
    assert (kpi.baseline_on, kpi.target_on) == (dt.date(2026, 6, 30), None)
    assert target.property("fault")
    shown = [one.text() for one in page.form.findChildren(Label) if not one.isHidden()]
    assert "The target would be due before the baseline, 30 Jun 2026. It was not saved." in shown
