"""The business case: figures, charts, assumptions in place, and what cannot be counted."""

import datetime as dt

import pytest
from acts import wear
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cxstudio.model import Effect, Engagement, Evidence, Gap, Initiative, Kpi, Link
from cxstudio.ui.editors.business.case_assumptions import HIGH, LIKELY, LOW, RESTS
from cxstudio.ui.editors.business.page import BusinessPage
from cxstudio.ui.forms.source_field import SourceField
from cxstudio.ui.widgets.record_rows import Row


@pytest.fixture
def filled(workspace):
    with workspace.change("x") as change:
        engagement = change.get(Engagement, 1)
        engagement.currency, engagement.horizon, engagement.discount_rate = "JPY", 3, 0.0
        kpi = change.add(
            Kpi(name="Wait", unit="min", direction="down", baseline=47.0, target=20.0)
        ).id
        first = change.add(
            Initiative(
                title="Buses wait",
                cost_low=1e7,
                cost_high=1.4e7,
                cost_source="Offer",
                starts_on=dt.date(2026, 4, 1),
                ends_on=dt.date(2026, 6, 30),
            )
        ).id
        change.add(Initiative(title="No dates", cost_low=1.0, position=1))
        effect = change.add(
            Effect(
                initiative_id=first,
                kpi_id=kpi,
                low=-5.0,
                likely=-10.0,
                high=-20.0,
                worth_low=5e5,
                worth_likely=1e6,
                worth_high=1.2e6,
                source="E-012, trial",
            )
        ).id
    return first, effect


@pytest.fixture
def page(qtbot, workspace, filled):
    made = BusinessPage(workspace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitUntil(lambda: made.found is not None, timeout=20_000)
    return made


def at(page, words, column):
    table = page.assumptions
    row = next(r for r in range(table.rowCount()) if words in table.index(r, 1).data())
    return table.index(row, column)


def test_the_headline_is_what_comes_out_by_hand(page):
    # 12 million in three months; 10 million a year from month 4 on, 33 months to the end
    assert page.headline.npv.value.text() == "¥15.5 million"
    assert page.headline.payback.value.text() == "month 18"
    assert "of 10,000 draws, seed 2026" in page.headline.loss.doubt.text()
    assert page.shares.ids == [1]
    table = page.years
    shown = [[table.index(row, c).data() for c in range(6)] for row in range(3)]
    assert shown[0] == ["Year 1", "12.0", "–", "7.5", "−4.5", "−4.5"]
    assert shown[2] == ["Year 3", "–", "–", "10.0", "10.0", "15.5"]
    assert page.status() == "3 assumptions, 3 with a source"
    assert "No dates has no dates" in page.faults.text()
    assert "the money is back: month 18" in page.balance.chart.accessibleDescription()
    assert page.tornado.chart.tips[0].startswith("Value of ") or page.tornado.chart.tips


def test_assumptions_are_edited_in_place(qtbot, page, workspace, filled):
    first, effect = filled
    low = at(page, "change by", LOW)
    assert low.data() == "5" and at(page, "change by", HIGH).data() == "20"
    assert low.flags() & Qt.ItemFlag.ItemIsEditable
    assert not at(page, "Cost once", LIKELY).flags() & Qt.ItemFlag.ItemIsEditable
    page.assumptions.setData(low, 7.0)
    assert workspace.file.one(Effect, effect).low == -7.0
    qtbot.waitUntil(lambda: at(page, "change by", LOW).data() == "7", timeout=20_000)
    page.assumptions.setData(at(page, "Cost once", LOW), 2e7)
    assert workspace.file.one(Initiative, first).cost_low == 1e7  # would be above the other end
    page.assumptions.setData(at(page, "value of ", RESTS), "")
    assert workspace.file.one(Effect, effect).source == ""
    page.assumptions.setData(at(page, "Cost once", HIGH), 2e7)
    assert workspace.file.one(Initiative, first).cost_high == 2e7
    workspace.undo()
    assert workspace.file.one(Initiative, first).cost_high == 1.4e7
    page.view.choose(0)
    page.view.setCurrentIndex(at(page, "Cost once", LOW))
    page.view.edit(at(page, "Cost once", LOW))
    said = []
    workspace.said.connect(lambda text, _undo: said.append(text))
    editor = page.view.findChildren(type(page.horizon))[-1]
    editor.setText("dear")
    page.view.itemDelegate().setModelData(editor, page.assumptions, at(page, "Cost once", LOW))
    assert said == ["This is not a number. It was not saved."]


def test_what_is_typed_stays_while_figures_come_and_cancel_is_no_end(page, workspace):
    page.view.setCurrentIndex(at(page, "Cost once", LOW))
    page.view.edit(page.view.currentIndex())
    editor = page.view.findChildren(type(page.horizon))[-1]
    editor.setText("12")
    page._show(page.found)
    assert page.view.editing() and editor.text() == "12"
    page.assumptions.reload()
    assert page.view.currentIndex().column() == LOW
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    page.view.closePersistentEditor(page.view.currentIndex())
    page.work._task = 99
    workspace.tasks.finished.emit(99)
    assert not page.work.busy


def test_the_code_of_a_source_leads_to_its_evidence(qtbot, page, workspace):
    with workspace.change("x") as change:
        made = [change.add(Evidence(text="t", evidence_kind="figure")).code for _n in range(12)]
    assert made[-1] == "E-012"
    page.assumptions.reload()
    asked = []
    workspace.place_requested.connect(lambda kind, id: asked.append((kind, id)))
    source = at(page, "change by", RESTS)
    page.view.scrollTo(source)
    page.view.setCurrentIndex(source)
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    cell = page.view.visualRect(source)
    code, words = cell.center(), cell.center()
    code.setX(cell.left() + 24)
    words.setX(cell.right() - 8)
    assert (page.view.code_at(code), page.view.code_at(words)) == ("E-012", "")
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=code)
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert asked == [("evidence", 12)] * 2
    worth = at(page, "value of ", RESTS)
    page.view.setCurrentIndex(worth)
    QTest.keyClick(page.view, Qt.Key.Key_F2)
    editor = page.view.findChild(SourceField)
    editor.clear()
    QTest.keyClicks(editor, "Trial [E-")
    picker = editor.marking.picker
    assert "assumption" not in [row[Row.CODE] for row in picker.rows.rows]
    picker.field.setText("E-007")
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert editor.text() == "Trial [E-007]"
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Trial [E-007]" in [e.source for e in workspace.file.all(Effect)])
    assert asked == [("evidence", 12)] * 2  # Enter ended the editing, and no more
    assert "independent of each other" in page.faults.text()


def test_a_chart_goes_to_the_clipboard_in_light_with_its_figures(page):
    page.balance.copy()
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasImage() and data.text().startswith("Month\tLikely\tLow\tHigh\n0\t0\t0\t0")


def test_horizon_rate_and_jumps(qtbot, page, workspace, filled):
    page.horizon.setText("1")
    page.horizon.edited.emit()
    page.horizon.left.emit()
    assert workspace.file.engagement.horizon == 1
    qtbot.waitUntil(lambda: page.headline.payback.value.text() == "not in 1 year", timeout=20_000)
    asked = []
    workspace.place_requested.connect(lambda kind, id: asked.append((kind, id)))
    page.view.selectRow(0)
    page.view.opened.emit()
    assert asked == [("initiative", filled[0])]
    page.show_record("effect", filled[1])
    rows = page.view.selectionModel().selectedRows()
    assert "change by" in page.assumptions.index(rows[0].row(), 1).data()


def test_the_case_of_what_fits_alone(qtbot, page, workspace, filled):
    with workspace.change("x") as change:
        gap = change.add(Gap(title="g", importance=5, current=1.0, target=4.0, reach=1.0)).id
        for number, effort in ((filled[0], 2.0), (2, 9.0)):
            made = change.get(Initiative, number)
            made.effort, made.ends_on = effort, dt.date(2026, 6, 30)
            ends = {"source_kind": "gap", "target_kind": "initiative"}
            change.add(Link(source_id=gap, target_id=number, **ends))
        change.get(Engagement, 1).capacity = 3.0
    qtbot.waitUntil(lambda: set(page.shares.ids) == {1, 2}, timeout=20_000)
    page.which._group.button(1).click()
    qtbot.waitUntil(lambda: page.shares.ids == [1], timeout=20_000)


def test_an_empty_case_says_what_to_do(qtbot, workspace):
    page = BusinessPage(workspace)
    qtbot.addWidget(page)
    assert page._views.currentIndex() == 1
    asked = []
    workspace.page_requested.connect(asked.append)
    page._go_to_plan()
    assert asked == ["plan"] and page.status() == ""


def test_it_looks_right_in_every_language_and_theme(qtbot, workspace, filled, looks):
    for language, look in looks:
        wear(language, look)
        made = BusinessPage(workspace)
        made.resize(760, 620)
        made.show()
        qtbot.waitUntil(lambda made=made: made.found is not None, timeout=20_000)
        assert not made.grab().isNull()
        made.close()
        made.deleteLater()
