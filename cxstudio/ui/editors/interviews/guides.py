"""What can be done with guides and their questions, each as one change."""

from __future__ import annotations

from cxstudio.i18n import _, ngettext
from cxstudio.model import Guide, Interview, Paragraph, Question
from cxstudio.store import Change, EngagementFile
from cxstudio.store.duplicate import duplicate
from cxstudio.ui.workspace import Workspace


def followers(file: EngagementFile, guide_id: int) -> int:
    """How many interviews follow a guide."""
    return file.count(Interview, Interview.guide_id == guide_id)


def shared_words(others: int) -> str:
    return ngettext(
        "In the guide, also for {count} other interview",
        "In the guide, also for {count} other interviews",
        others,
    ).format(count=others)


def questions_of(file: EngagementFile, guide_id: int) -> list[Question]:
    return file.all(Question, Question.guide_id == guide_id)


def follow(workspace: Workspace, interview_id: int, guide_id: int) -> None:
    """Let an interview follow a guide."""
    with workspace.change(_("Choose guide")) as change:
        change.get(Interview, interview_id).guide_id = guide_id


def add_follow_up(workspace: Workspace, interview_id: int, text: str, only_here: bool) -> int:
    """Add a question to the interview's guide; with `only_here` the guide is copied first, so
    that other interviews keep theirs. Returns the question's id."""
    file = workspace.file
    with workspace.change(_("Follow-up question")) as change:
        interview = change.get(Interview, interview_id)
        guide_id = interview.guide_id
        assert guide_id is not None
        if only_here:
            guide_id = _copied(change, file, interview)
        position = 1 + max((q.position for q in questions_of(file, guide_id)), default=-1)
        return change.add(Question(guide_id=guide_id, text=text, position=position)).id


def _copied(change: Change, file: EngagementFile, interview: Interview) -> int:
    """The interview's own copy of its guide, with its notes under the copied questions."""
    assert interview.guide_id is not None
    before = questions_of(file, interview.guide_id)
    copy = duplicate(change, change.get(Guide, interview.guide_id))
    copy.name = _("{name}, {title}").format(name=copy.name, title=interview.title)
    copy.position = file.count(Guide)
    pairs = zip(before, questions_of(file, copy.id), strict=True)
    ids = {old.id: new.id for old, new in pairs}
    for paragraph in file.all(Paragraph, Paragraph.interview_id == interview.id):
        if paragraph.question_id in ids:
            paragraph.question_id = ids[paragraph.question_id]
    interview.guide_id = copy.id
    return copy.id


def add_question(workspace: Workspace, guide_id: int) -> int:
    with workspace.change(_("Add question")) as change:
        position = 1 + max((q.position for q in questions_of(workspace.file, guide_id)), default=-1)
        return change.add(Question(guide_id=guide_id, position=position)).id
