"""The gaps page: weights, departments that share, five whys, fishbone, proposals, drill-down."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from cxstudio.model import (
    Cause,
    Department,
    Engagement,
    Evidence,
    Gap,
    GapDepartment,
    Journey,
    LeftProposal,
    Link,
    Stage,
    Step,
    Touchpoint,
    WorksheetAnswer,
)
from cxstudio.model.chain import End
from cxstudio.model.words import QUESTIONS
from cxstudio.report import blocks as b
from cxstudio.report.build import build_section
from cxstudio.report.context import Context
from cxstudio.ui.editors.gaps.filter import Filter
from cxstudio.ui.editors.gaps.page import GapsPage
from cxstudio.ui.editors.gaps.proposals import ProposalsDialog


@pytest.fixture
def page(qtbot, workspace):
    with workspace.change("x") as change:
        desk = change.add(Department(name="Desk", position=0)).id
        bus = change.add(Department(name="Bus", position=1)).id
        site = change.add(Touchpoint(name="Site", importance=9.0, satisfaction=3.0)).id
        values = {"importance": 4, "current": 2.0, "target": 7.0, "reach": 0.5}
        one = change.add(Gap(title="Seats", position=0, department_id=desk, **values))
        change.add(Gap(title="Signs", position=1, department_id=bus, gap_kind="data", **values))
        change.add(GapDepartment(gap_id=one.id, department_id=bus))
        text = "The timetable was wrong."
        piece = change.add(Evidence(evidence_kind="excerpt", text=text, sentiment=-1)).id
        for key in QUESTIONS:
            change.add(WorksheetAnswer(question=key, answer="" if key == "roles" else "So."))
        assert site and piece
    page = GapsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


def row(page, title):
    return next(row for row in page.rows if row.title == title)


def test_weights_are_written_at_once_and_undone(page, workspace):
    assert row(page, "Seats").severity == pytest.approx(10.0)
    page.weights.show_weights()
    page.weights.fields["reach_weight"].setValue(0.0)
    assert workspace.file.get(Engagement, 1).reach_weight == 0.0
    assert row(page, "Seats").severity == pytest.approx(20.0)
    assert "reach" not in page.weights._formula.text().partition("=")[2]
    assert "÷ 10" in page.form.score._formula.text()
    page.weights.equal.click()
    assert row(page, "Seats").severity == pytest.approx(10.0)
    workspace.undo()
    assert workspace.file.get(Engagement, 1).reach_weight == 1.0  # one step with those before


def test_the_heat_map_of_the_report_says_what_the_page_says(page, workspace):
    with workspace.change("x") as change:
        journey = change.add(Journey(title="Trip"))
        stage = change.add(Stage(journey_id=journey.id, name="Arrive"))
        step = change.add(Step(stage_id=stage.id, name="Ask"))
        for gap in workspace.file.all(Gap):
            change.get(Gap, gap.id).step_id = step.id
    section = build_section(Context(workspace.file.session), "gaps")
    figures = [one for one in b.walk(section.blocks) if isinstance(one, b.Table) and one.as_figure]
    told = {row.cells[0]: row.cells[1].text for row in figures[0].rows if not row.total}
    assert told == {"Bus": "20.0", "Desk": "10.0"}
    shown = page.heat.map
    assert {name: shown._matrix.at("Arrive", name).severity for name in shown._rows} == {
        "Bus": pytest.approx(20.0),
        "Desk": pytest.approx(10.0),
    }


def test_a_shared_gap_is_found_with_each_department_and_counts_in_each(page, workspace):
    assert row(page, "Seats").departments == ("Desk", "Bus")
    assert Filter(department="Bus").keeps(row(page, "Seats"))
    cells = {page.heat.map._key(r, 0)[1] for r in range(len(page.heat.map._rows))}
    assert cells == {"Desk", "Bus"}
    page._select(row(page, "Signs").id)
    desk = next(one.id for one in workspace.file.all(Department) if one.name == "Desk")
    page.form.sharing.put(desk)
    assert [chip.text() for chip in page.form.sharing.chips.values()] == ["Desk"]
    page.form.sharing.take(next(iter(page.form.sharing.chips)))
    assert not page.form.sharing.chips


def test_a_cell_filters_the_register_and_escape_shows_all_again(page):
    page.heat.by.choose("touchpoint")
    page.heat._on_by("touchpoint")
    page.heat._on_pressed("data", "")
    assert page.filters.filter == Filter(gap_kind="data", touchpoint="")
    assert [row.title for _id, row in page._read()] == ["Signs"]
    heat = page.heat.map
    assert heat.chosen == ("data", "")  # the cell of the gap, over the other two sides
    QTest.keyClick(heat, Qt.Key.Key_Escape)
    assert page.filters.filter == Filter()
    row = heat._cell_rect(0, 0)
    name, stage = heat._rows[0], heat._stages[0]  # cut where they are long: the whole is the tip
    assert heat._tip_at(QPointF(4, row.center().y())) == heat._row_words.get(name, name)
    assert heat._tip_at(QPointF(row.center().x(), 4)) == heat._stage_words.get(stage, stage)


def write(page, qtbot, text, key):
    """Write into the open line and go on with a key."""
    tree = page.whys.tree
    qtbot.waitUntil(lambda: tree.viewport().findChild(QLineEdit) is not None)
    line = tree.viewport().findChildren(QLineEdit)[-1]
    line.setText(text)
    count = len(tree.causes.tree), len(tree.items)
    QTest.keyClick(line, key)
    qtbot.waitUntil(lambda: (len(tree.causes.tree), len(tree.items)) != count)
    return tree


def test_five_whys_are_written_with_the_keyboard(page, workspace, qtbot):
    page._select(row(page, "Seats").id)
    page.show_whys()
    page.whys.begin()
    write(page, qtbot, "No data", Qt.Key.Key_Tab)
    write(page, qtbot, "No contract", Qt.Key.Key_Return)
    tree = write(page, qtbot, "No budget", Qt.Key.Key_Return)
    first = tree.causes.tree[0]
    assert [why.text for why in first.walk()] == ["No data", "No contract", "No budget"]
    contract, budget = first.below
    tree.begin(beside=budget.id)
    for key, parent in ((Qt.Key.Key_Tab, budget.id), (Qt.Key.Key_Backtab, first.id)):
        QTest.keyClick(tree.viewport().findChildren(QLineEdit)[-1], key)  # while it is empty
        qtbot.waitUntil(lambda p=parent: tree._new is not None and tree._new[1] == p)
    QTest.keyClick(tree.viewport().findChildren(QLineEdit)[-1], Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tree._new is None)
    tree.choose(budget.id)
    tree.act("up")
    assert [why.text for why in tree.causes.tree[0].below] == ["No budget", "No contract"]
    tree.choose(contract.id)
    tree.act("deeper")
    assert tree.causes.tree[0].depth == 3
    tree.act("out")
    assert tree.current() == contract.id and tree.causes.tree[0].depth == 2
    assert not tree.causes.move(first.id, contract.id, 0)
    workspace.link(End("evidence", 1), End("cause", contract.id))
    assert tree.items[contract.id].text(2) == "E-001"
    page.whys.put_on(first.id, "systems")
    page.whys.by.choose("fishbone")
    page.whys._show_way("fishbone")
    assert [bone.key for bone in page.whys.fishbone.fish.bones] == ["systems"]
    assert page.whys.export_button.isVisibleTo(page.whys)
    page.whys.export.id = page.id
    made = page.whys.export.writer("svg")(lambda _share: None).decode()
    assert "Seats" in made and "No contract" in made
    QTest.keyClick(page.whys.fishbone, Qt.Key.Key_Down)
    assert tree.current() in {twig.id for twig in page.whys.fishbone.twigs}
    page.whys._sum_up()
    assert workspace.file.get(Gap, page.id).cause == "No budget\nNo contract"
    page.show_record("cause", budget.id)
    assert tree.current() == budget.id
    tree.causes.delete(first.id)
    assert not workspace.file.all(Cause)
    workspace.undo()
    assert len(tree.items) == 3
    page.delete_record()
    assert not workspace.file.all(Cause)
    workspace.undo()
    assert len(workspace.file.all(Cause)) == 3


def test_proposals_are_taken_left_and_brought_back(page, workspace, qtbot):
    dialog = ProposalsDialog(workspace, page)
    qtbot.addWidget(dialog)
    assert dialog.looking.busy and "Looking" in dialog.why.text()
    qtbot.waitUntil(lambda: not dialog.looking.busy)
    keys = [one.key for one in dialog.found]
    assert keys == ["touchpoint:1", "question:roles", "worksheet_answer:6", "evidence:1"]
    items = dialog._items()
    for item in (items[0], items[3]):
        item.setCheckState(0, Qt.CheckState.Checked)
    dialog.take()
    made = [workspace.file.get(Gap, id) for id in dialog.taken]
    assert [gap.found_in for gap in made] == ["touchpoint:1", "evidence:1"]
    assert (made[0].importance, made[0].current, made[0].target) == (4, 3.0, 9.0)
    resting = workspace.file.all(Link, Link.target_kind == "gap", Link.target_id == made[1].id)
    assert [(link.source_kind, link.source_id) for link in resting] == [("evidence", 1)]
    assert [one.key for one in dialog.found] == ["question:roles", "worksheet_answer:6"]
    QTest.keyClick(dialog.tree, Qt.Key.Key_Delete)
    assert [one.found_in for one in workspace.file.all(LeftProposal)] == ["question:roles"]
    dialog.by.choose("left")
    dialog._fill()
    dialog.bring_back()
    assert not workspace.file.all(LeftProposal)
    for _step in range(3):  # brought back, left and taken are one step each
        workspace.undo()
    assert len(workspace.file.all(Gap)) == 2
    qtbot.waitUntil(lambda: len(dialog.found) == 4)
    dialog.by.choose("new")
    dialog._fill()
    dialog.leave()
    assert dialog.looking.busy and len(dialog.found) == 3
    dialog.done(0)  # nobody waits for what is looked for then
    assert not dialog.looking.busy
    qtbot.waitUntil(lambda: not workspace.tasks.busy)
    assert len(dialog.found) == 3


def test_confidence_stands_beside_the_score(page, workspace):
    one = row(page, "Seats")
    assert one.backing.confidence == 0
    workspace.link(End("evidence", 1), End("gap", one.id))
    assert row(page, "Seats").backing.confidence == pytest.approx(0.4)
    page._select(one.id)
    assert "1 source, 1 kind of evidence" in page.form.score._confidence.toolTip()
    index = page.table.index(page.table.row_of_id(one.id), 5)
    assert "40 %" in index.data() and "two fifths" in index.data(Qt.ItemDataRole.ToolTipRole)
