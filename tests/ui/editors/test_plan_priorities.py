"""Priorities: three scores, what if, what fits; and the parts of an initiative's form."""

import datetime as dt

import pytest
from acts import wear
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cxstudio.model import (
    ChangedTouchpoint,
    Criterion,
    CriterionScore,
    Department,
    Dependency,
    Effect,
    Engagement,
    Gap,
    Initiative,
    Involvement,
    Kpi,
    Link,
    ProgressNote,
    Touchpoint,
)
from cxstudio.ui.editors.plan.fits import why_words
from cxstudio.ui.editors.plan.page import PRIORITIES, PlanPage
from cxstudio.ui.editors.plan.priorities_table import FITS, GAIN, RICE, TOP, WEIGHTED
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.forms.money_field import MoneyField
from cxstudio.ui.widgets import Label


@pytest.fixture
def filled(workspace):
    """Three initiatives with a gap each, two criteria, and a third that wants figures."""
    with workspace.change("x") as change:
        engagement = change.get(Engagement, 1)
        engagement.currency, engagement.budget, engagement.capacity = "JPY", 6e6, 9.0
        feel = change.add(Criterion(name="Feel", weight=60.0)).id
        speed = change.add(Criterion(name="Speed", weight=40.0, position=1)).id
        change.add(Department(name="Desk"))
        change.add(Department(name="Bus", position=1))
        change.add(Touchpoint(name="Stop"))
        change.add(Kpi(name="Wait", unit="min", direction="down", baseline=47.0, target=20.0))
        ids = []
        for place, (title, effort, cost, marks) in enumerate(
            [
                ("Display", 6.0, 5e6, (5.0, 1.0)),
                ("Lunch", 1.0, 1e5, (2.0, 5.0)),
                ("Empty", None, None, ()),
            ]
        ):
            made = change.add(
                Initiative(
                    title=title,
                    effort=effort,
                    cost_low=cost,
                    cost_high=cost,
                    position=place,
                    reach=1000.0,
                    benefit_score=3,
                    confidence=0.5 if effort else None,
                )
            )
            ids.append(made.id)
            gap = change.add(Gap(title="g", importance=5, current=1.0, target=4.0, reach=1.0)).id
            ends = {"source_kind": "gap", "target_kind": "initiative"}
            change.add(Link(source_id=gap, target_id=made.id, **ends))
            for criterion, value in zip((feel, speed), marks, strict=False):
                score = {"initiative_id": made.id, "criterion_id": criterion}
                change.add(CriterionScore(value=value, **score))
    return ids


@pytest.fixture
def page(qtbot, workspace, filled):
    made = PlanPage(workspace)
    qtbot.addWidget(made)
    made.resize(1300, 900)
    made.show()
    made.view.choose(PRIORITIES)
    made._show_view()
    return made


def cell(page, id, column):
    table = page.priorities.table
    return table.index(table.row_of_id(id), column).data()


def test_three_scores_stand_side_by_side_and_one_ranks(page, filled):
    display, lunch, empty = filled
    assert page.weighing.method == "weighted"  # as the report ranks where criteria are scored
    page.priorities.by._group.button(0).click()
    assert cell(page, lunch, GAIN) == "15.0, place 1"
    assert cell(page, display, RICE) == "83.3, place 2"
    assert cell(page, display, WEIGHTED) == "3.40, place 1"
    assert cell(page, empty, RICE) == "No score: missing confidence, effort"
    assert cell(page, empty, WEIGHTED) == "No score: missing Feel, Speed"
    assert page.priorities.table.ids == [lunch, display, empty]
    page.priorities.by._group.button(2).click()
    assert page.priorities.table.ids == [display, lunch, empty]
    assert [row.rank for row in page.rows] == [1, 2, None]
    assert "In the top five in 100 %" in cell(page, display, TOP)
    page.priorities.view.selectRow(1)
    assert page.id == lunch == page.overview.board.board.selected


def test_other_weights_are_tried_out_and_only_kept_when_asked(page, workspace, filled):
    display, lunch, _empty = filled
    page.priorities.by._group.button(2).click()
    criteria = page.priorities.criteria
    feel, speed = list(criteria.lines)
    QTest.keyClick(criteria.lines[speed].slider, Qt.Key.Key_PageUp)
    QTest.keyClick(criteria.lines[speed].slider, Qt.Key.Key_PageUp)
    assert criteria.what_if == {speed: 60.0}
    assert page.priorities.table.ids[0] == lunch
    assert criteria._order.text().replace("\u00a0", " ") == "Ranking then: 1 I-02 ↑1, 2 I-01 ↓1"
    assert workspace.file.one(Criterion, speed).weight == 40.0
    criteria.back_button.click()
    assert criteria._order.isHidden()
    assert page.priorities.table.ids[0] == display and not criteria.what_if
    criteria.try_out(speed, 90.0)
    criteria.keep_button.click()
    assert workspace.file.one(Criterion, speed).weight == 90.0
    assert page.priorities.table.ids[0] == lunch
    workspace.undo()
    assert workspace.file.one(Criterion, speed).weight == 40.0
    criteria.add.click()
    assert [one.weight for one in workspace.file.all(Criterion)] == [60.0, 40.0, 50.0]
    criteria.delete(feel)
    assert next(iter(criteria.lines)) == speed


def test_what_fits_follows_budget_people_and_what_comes_first(page, workspace, filled):
    display, lunch, _empty = filled
    fits = page.priorities.fits
    assert "2 of 3 fit: ¥5.1 million of ¥6.0 million, 7 of 9 person-months." in fits.result.text()
    assert "Left out: it has no score" in fits.left_out.text()
    table = page.priorities.table
    tips = [
        table.index(row, FITS).data(Qt.ItemDataRole.ToolTipRole) for row in range(len(table.ids))
    ]
    assert "Fits; with those taken before it ¥5.1 million" in tips
    with workspace.change("x") as change:
        change.add(Dependency(before_id=display, after_id=lunch))
        change.get(Engagement, 1).budget = 4e6
    page.priorities.by._group.button(0).click()
    words = [why_words(line, str) for line in page.weighing.fitting.lines]
    assert f"Left out: over the budget, with {display} before it" in words
    fits.capacity.setText("-3")
    fits.capacity.edited.emit()
    fits.capacity.left.emit()
    assert fits._fault.text() == "The smallest value is 0."
    assert workspace.file.engagement.capacity == 9.0


def test_the_form_writes_all_its_parts(page, workspace, filled):
    display, lunch, _empty = filled
    page.show_record("initiative", display)
    form = page.form
    form.raci.put(2, "informed")
    (line,) = form.raci.lines.values()
    line._group.button(0).click()
    assert [one.part for one in workspace.file.all(Involvement)] == ["responsible"]
    chips = next(part for _kinds, part in form._parts if getattr(part, "join", None))
    chips.put(1)
    assert [one.touchpoint_id for one in workspace.file.all(ChangedTouchpoint)] == [1]
    form.waits.put(lunch)
    assert [(d.before_id, d.after_id) for d in workspace.file.all(Dependency)] == [(lunch, display)]
    form.effects.put(1)
    (block,) = form.effects.blocks.values()
    assert block._way.text() == "47 → 20 min, lower is better"
    effect = workspace.file.all(Effect)[0]
    assert (effect.initiative_id, effect.kpi_id) == (display, 1)
    assert any(link.target_kind == "kpi" for link in workspace.file.all(Link))
    cell_of = form.scores.cells[1, "high"]
    QTest.keyClicks(cell_of.field, "4.5")
    workspace.flush_requested.emit()
    score = workspace.file.all(CriterionScore, CriterionScore.initiative_id == display)[0]
    assert (score.value, score.high) == (5.0, 4.5)
    form.notes.field.setText("Talks began")
    form.notes.note()
    (note,) = workspace.file.all(ProgressNote)
    assert note.text == "Talks began"
    assert abs((note.noted_on - dt.datetime.now(dt.UTC).date()).days) <= 1
    page.show_record("initiative", lunch)
    form.waits.put(display)
    assert "I-02 → I-01 → I-02" in form.waits._fault.text()
    assert workspace.file.count(Dependency) == 1
    page.show_record("initiative", display)
    workspace.undo()
    assert not workspace.file.all(ProgressNote)


def test_amounts_that_cannot_be_are_told_and_not_written(page, workspace, filled):
    page.show_record("initiative", filled[0])
    form = page.form
    cost = next(f for f in form.findChildren(MoneyField) if "once" in f.accessibleName())
    effort = next(f for f in form.findChildren(NumberField) if "Effort" in f.accessibleName())

    def told(field, text):
        field.selectAll()
        QTest.keyClicks(field, text)
        workspace.flush_requested.emit()
        words = [one.text() for one in form.findChildren(Label) if not one.isHidden()]
        return [one for one in words if one.endswith("It was not saved.")]

    assert told(cost, "12.5") == ["Amounts in JPY have no decimals. It was not saved."]
    assert told(cost, "-5") == ["An amount of money cannot be below 0 here. It was not saved."]
    assert workspace.file.one(Initiative, filled[0]).cost_low == 5e6
    assert told(cost, "1,250") == [] and cost.text() == "1,250"
    assert told(effort, "0") == ["Write more than 0, or leave it empty. It was not saved."]
    assert workspace.file.one(Initiative, filled[0]).effort == 6.0
    with workspace.change("x") as change:
        change.get(Engagement, 1).currency = "EUR"
    assert told(effort, "6") == [] and told(cost, "1,250.505")[0].startswith("Amounts in EUR have")
    assert told(cost, "1250,5") == []
    assert workspace.file.one(Initiative, filled[0]).cost_low == 1250.5
    form.show_record(filled[0])
    assert cost.text() == "1,250.50"


def test_it_looks_right_in_japanese_and_dark(qtbot, workspace, filled, looks):
    wear("ja", "dark")
    made = PlanPage(workspace)
    qtbot.addWidget(made)
    made.view.choose(PRIORITIES)
    made._show_view()
    made.resize(1000, 620)
    made.show()
    made.show_record("initiative", filled[0])
    assert not made.grab().isNull()
