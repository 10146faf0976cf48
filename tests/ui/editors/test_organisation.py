"""Departments: made, ordered, linked, and what belongs to them."""

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from cxstudio.model import Department, Evidence, Gap, Initiative, Interview, Link, Stakeholder
from cxstudio.model.chain import End
from cxstudio.ui.editors.organisation.page import OrganisationPage


@pytest.fixture
def page(qtbot, workspace):
    page = OrganisationPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


def add(workspace, *records):
    with workspace.change("x") as change:
        return [change.add(record).id for record in records]


def test_new_then_typing_names_the_department(qtbot, page, workspace):
    assert page._stack.currentIndex() == 1
    qtbot.mouseClick(page.pane.new_button, Qt.MouseButton.LeftButton)
    name = next(f for f in page.findChildren(QLineEdit) if f.accessibleName() == "Name")
    name.setFocus()
    qtbot.keyClicks(name, "Visitor information")
    workspace.flush_requested.emit()
    (department,) = workspace.file.all(Department)
    assert (department.code, department.name) == ("D-01", "Visitor information")


def test_order_duplicate_delete_and_undo(qtbot, page, workspace):
    ids = add(workspace, Department(name="A", position=0), Department(name="B", position=1))
    page.pane.rows.move(ids[1], 0)
    assert [d.name for d in workspace.file.all(Department)] == ["B", "A"]
    page.pane.choose(ids[1])
    page.duplicate_record()
    assert [d.name for d in workspace.file.all(Department)] == ["B", "B", "A"]
    page.delete_record()
    assert [d.name for d in workspace.file.all(Department)] == ["B", "A"]
    workspace.undo()
    assert len(workspace.file.all(Department)) == 3


def test_what_belongs_to_it_goes_there(qtbot, page, workspace):
    (department,) = add(workspace, Department(name="Desk"))
    (person,) = add(workspace, Stakeholder(role="Lead", department_id=department))
    interview, gap, initiative = add(
        workspace,
        Interview(title="Talk", stakeholder_id=person),
        Gap(title="No seats", department_id=department),
        Initiative(title="Screen", department_id=department),
    )
    shown = {kind: chips.ends for kind, (_title, chips) in page.related.groups.items()}
    assert shown["stakeholder"] == [End("stakeholder", person)]
    assert shown["interview"] == [End("interview", interview)]
    assert shown["gap"] == [End("gap", gap)]
    assert shown["initiative"] == [End("initiative", initiative)]
    assert shown["kpi"] == []
    chips = page.related.groups["gap"][1]
    with qtbot.waitSignal(workspace.place_requested) as asked:
        qtbot.keyClick(chips._flow.itemAt(0).widget(), Qt.Key.Key_Return)
    assert asked.args == ["gap", gap]


def test_evidence_dropped_on_a_field_is_linked_to_that_field(page, workspace):
    add(workspace, Department(name="Desk"))
    (evidence,) = add(workspace, Evidence(text="They guess", evidence_kind="observation"))
    text = next(
        f for f in page.findChildren(QPlainTextEdit) if f.accessibleName().startswith("How it")
    )
    assert drop(text.viewport(), "evidence", evidence)
    (link,) = workspace.file.all(Link)
    assert (link.source_kind, link.target_kind, link.target_field) == (
        "evidence",
        "department",
        "role",
    )
    assert text.toPlainText() == ""


def test_opens_in_every_look(workspace, looks):
    add(workspace, Department(name="案内所", customer_facing=False, role="x"))
    for language, theme in looks:
        wear(language, theme)
        look_at(OrganisationPage(workspace))
