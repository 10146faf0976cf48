"""The page of the interviews on one talk: a stakeholder, a guide, two paragraphs."""

import datetime as dt

import pytest

from cxstudio.model import Guide, Interview, Paragraph, Question, Stakeholder
from cxstudio.ui.editors.interviews import InterviewsPage
from tests.ui.eyes import active


@pytest.fixture
def desk(workspace):
    """An interview with a stakeholder, a guide and two paragraphs."""
    with workspace.change("x") as change:
        person = change.add(Stakeholder(role="Desk lead", name="Ben Real"))
        guide = change.add(Guide(name="Frontline"))
        for place, text in enumerate(("Your day?", "What do they ask?", "Where stuck?")):
            change.add(Question(guide_id=guide.id, text=text, position=place))
        talk = change.add(
            Interview(
                title="Station desk",
                stakeholder_id=person.id,
                guide_id=guide.id,
                held_at=dt.datetime(2026, 6, 8, 10, 30),  # noqa: DTZ001
                illustrative=True,
            )
        )
        first = workspace.file.all(Question)[0].id
        for place, text in enumerate(("The bus was full.", "We guess. We telephone.")):
            change.add(
                Paragraph(
                    interview_id=talk.id,
                    text=text,
                    speaker="S-01",
                    position=place,
                    question_id=first,
                )
            )
        id = talk.id
    workspace.file.undo_steps.clear()
    return id


@pytest.fixture
def page(qtbot, workspace, desk):
    page = InterviewsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    active(page)
    page.show_record("interview", desk)
    page.notes.setFocus()
    return page
