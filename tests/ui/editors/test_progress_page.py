"""The Progress page: the plan at a glance, a review in one click, the report in Word."""

import datetime as dt
import re
import zipfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxstudio.model import Evidence, Initiative, Kpi, Reading, Review, ReviewItem, Stakeholder
from cxstudio.report.telling import nobody
from cxstudio.ui import widgets
from cxstudio.ui.documents import written
from cxstudio.ui.editors.progress import ProgressPage
from cxstudio.ui.editors.progress.items_table import COLUMNS
from cxstudio.ui.editors.progress.items_view import CellText
from cxstudio.ui.editors.progress.saving import progress_report

TODAY = dt.datetime.now().astimezone().date()


def ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


@pytest.fixture
def plan(workspace):
    """One that runs late, one that is to come, and a KPI behind its line."""
    with workspace.change("x") as change:
        change.add(Stakeholder(name="Hanako Sato", role="Lead of the desk"))
        runs = change.add(Initiative(title="Routes", state="running", progress=20,
                                     starts_on=ago(49), ends_on=ago(-50))).id  # fmt: skip
        change.add(Initiative(title="Later", starts_on=ago(-90), ends_on=ago(-120), position=1))
        kpi = change.add(Kpi(name="Wait", unit="min", direction="down", baseline=50.0, target=30.0,
                             baseline_on=ago(50), target_on=ago(-50))).id  # fmt: skip
        change.add(Reading(kpi_id=kpi, read_on=ago(5), value=43.0))
    return runs, kpi


@pytest.fixture
def page(qtbot, workspace, plan):
    page = ProgressPage(workspace)
    qtbot.addWidget(page)
    page.resize(1300, 800)
    page.show()
    return page


def put(page, row: int, name: str, value: object) -> bool:
    table = page.reviews.table
    return table.setData(table.index(row, COLUMNS.index(name)), value)


def test_the_plan_at_a_glance(page):
    assert page.glance.plan.figure.text() == "2"
    assert "Off track 1" in page.glance.do.words.text()
    assert "At risk 1" in page.glance.check.words.text()
    assert page.kpis.cards[0].accessibleName() == "K-01 Wait: At risk"
    assert "43 min" in page.kpis.cards[0].accessibleDescription()


def test_a_review_in_one_click_carries_the_open_steps_on(page, plan, workspace):
    steps = len(workspace.file.undo_steps)
    page.new_record()
    assert len(workspace.file.undo_steps) == steps + 1
    table = page.reviews.table
    assert [table.subjects[n] for n in range(2)] == [("initiative", plan[0]), ("kpi", plan[1])]
    assert [table.index(1, n).data() for n in (1, 2, 3)] == ["40 min", "43 min", "At risk"]
    person = workspace.file.all(Stakeholder)[0].id
    assert put(page, 0, "next_step", "Print the sheets")
    assert put(page, 0, "owner_id", person) and put(page, 0, "due_on", ago(1).isoformat())
    assert page.progress.overdue_steps == 1
    assert "1 overdue" in page.glance.action.words.text()
    page.new_record()
    assert workspace.file.count(Review) == 2
    again = workspace.file.all(ReviewItem, ReviewItem.review_id == page.reviews.id)[0]
    assert (again.next_step, again.owner_id, again.due_on) == ("Print the sheets", person, ago(1))
    assert put(page, 0, "status", "done")
    assert page.progress.steps == ()


def test_cells_are_typed_and_chosen_and_a_wrong_day_is_told(page, workspace):
    page.new_record()
    assert not put(page, 0, "due_on", "soon")
    assert "“soon” is not a day" in page.reviews.fault.text()
    assert not put(page, 0, "actual", "many")
    assert put(page, 0, "actual", "12,5")
    assert workspace.file.all(ReviewItem)[0].actual == 12.5
    assert not page.reviews.fault.isVisible()
    items = page.reviews.items
    items.setCurrentIndex(items.table.index(0, COLUMNS.index("finding")))
    QTest.keyClick(items, Qt.Key.Key_Return)
    editor = items.findChild(CellText)
    QTest.keyClicks(editor, "The printer is late")
    QTest.keyClick(editor, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor.marking.picker.field, Qt.Key.Key_Return)  # no evidence yet
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert workspace.file.all(ReviewItem)[0].finding == "The printer is late [assumption]"
    items.setCurrentIndex(items.table.index(0, COLUMNS.index("status")))
    QTest.keyClick(items, Qt.Key.Key_Return)
    choice = items.findChild(widgets.Choice)
    choice.setCurrentIndex(choice.findData("at_risk"))
    choice.activated.emit(choice.currentIndex())
    assert workspace.file.all(ReviewItem)[0].status == "at_risk"


def test_tab_goes_on_to_the_next_cell_with_what_was_typed(page, workspace):
    page.new_record()
    view, table = page.reviews.items, page.reviews.table
    view.setCurrentIndex(table.index(0, COLUMNS.index("finding")))
    view.edit(view.currentIndex())
    for column, words in (("finding", "Late."), ("decision", "Ask again.")):
        assert view.currentIndex().column() == COLUMNS.index(column)
        editor = view.findChildren(CellText)[-1]
        QTest.keyClicks(editor, words)
        QTest.keyClick(editor, Qt.Key.Key_Tab)
    item = workspace.file.all(ReviewItem)[0]
    assert (item.finding, item.decision) == ("Late.", "Ask again.")


def test_lines_are_added_and_deleted_by_key(page, workspace):
    page.new_record()
    other = workspace.file.all(Initiative)[1].id
    page.reviews._add("initiative", other)
    assert workspace.file.count(ReviewItem) == 3
    QTest.keyClick(page.reviews.items, Qt.Key.Key_Delete)
    assert page.reviews.items.currentIndex().row() in (-1, 1)  # -1 in a window without the keyboard
    assert [subject[1] for subject in page.reviews.table.subjects if subject[0] != "kpi"] != [other]
    assert workspace.file.count(ReviewItem) == 2
    page.delete_record()
    assert not workspace.file.count(Review)


def test_the_progress_report_names_nobody_to_the_client(page, workspace, tmp_path):
    page.new_record()
    person = workspace.file.all(Stakeholder)[0].id
    put(page, 0, "finding", "Hanako Sato says the printer is late.")
    put(page, 0, "next_step", "Print")
    put(page, 0, "owner_id", person)
    with workspace.change("what it rests on") as change:
        change.add(Evidence(text="Two of five days late", speaker="x"))
        change.get(
            Review, page.reviews.id
        ).summary = "Buses run late. [E-001] They stay so. [assumption]"
    path = tmp_path / "progress.docx"
    with workspace.file.in_memory() as copy:
        build = progress_report(workspace, page.reviews.id).build
        path.write_bytes(written(build, None, copy, nobody))
    text = zipfile.ZipFile(path).read("word/document.xml").decode()
    words = re.sub("<[^>]+>", " ", re.sub("</w:t><w:noBreakHyphen/><w:t[^>]*>", "-", text)).split()
    said = " ".join(words)
    assert "Hanako" not in said
    assert "Lead of the desk (S-01)" in said and "Off track" in said
    assert "One of one initiatives under review needs attention" in said
    assert "Buses run late." in said and "[" not in said and "CXEvidenceSingle" in text
    assert [file.name for file in tmp_path.iterdir() if file.suffix == ".docx"] == [path.name]


def test_an_empty_plan_says_what_to_do(qtbot, workspace):
    page = ProgressPage(workspace)
    qtbot.addWidget(page)
    assert page._views.currentIndex() == 2
    assert page.status() == "0 reviews"
