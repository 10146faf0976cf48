"""The engagement page: typed, suggested, undone."""

import datetime as dt

import pytest
from acts import look_at, wear
from PySide6.QtWidgets import QLineEdit

from cxstudio.model import Engagement
from cxstudio.ui.editors.engagement.fields import SuggestField
from cxstudio.ui.editors.engagement.page import EngagementPage


@pytest.fixture
def page(qtbot, workspace):
    page = EngagementPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


def field(page, name):
    return next(f for f in page.findChildren(QLineEdit) if f.accessibleName() == name)


def test_typed_text_is_written_and_undone(qtbot, page, workspace):
    industry = field(page, "Industry")
    industry.setFocus()
    qtbot.keyClicks(industry, "Tourism")
    workspace.flush_requested.emit()
    assert workspace.file.engagement.industry == "Tourism"
    workspace.undo()
    assert workspace.file.engagement.industry == ""
    assert industry.text() == ""


def test_a_usual_label_is_offered_in_the_language_of_the_report(page, workspace):
    label = next(f for f in page.findChildren(SuggestField) if "label" in f.accessibleName())
    assert "Strictly confidential" in label._words()
    with workspace.change("x") as change:
        change.get(Engagement, 1).report_language = "ja"
    assert "極秘" in label._words()
    label.take(label._words()[0])
    assert workspace.file.engagement.confidentiality == "社外秘"


def test_dates_in_the_wrong_order_are_told(qtbot, page, workspace):
    with workspace.change("x") as change:
        engagement = change.get(Engagement, 1)
        engagement.starts_on, engagement.ends_on = dt.date(2026, 6, 1), dt.date(2026, 5, 1)
    assert page._dates.isVisible()
    with workspace.change("x") as change:
        change.get(Engagement, 1).ends_on = dt.date(2026, 8, 24)
    assert not page._dates.isVisible()
    assert "12 weeks" in page.head._subtitle.text()


def test_a_number_out_of_range_is_not_written(qtbot, page, workspace):
    planned = field(page, "Planned interviews")
    planned.setFocus()
    qtbot.keyClicks(planned, "14")
    workspace.flush_requested.emit()
    assert workspace.file.engagement.interviews_planned == 14
    planned.setFocus()
    qtbot.keyClicks(planned, "000")
    workspace.flush_requested.emit()
    assert workspace.file.engagement.interviews_planned == 14


def test_opens_in_every_look(workspace, looks):
    for language, theme in looks:
        wear(language, theme)
        look_at(EngagementPage(workspace))
