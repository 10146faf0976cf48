"""What is shown of an interview's excerpts beside their words."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from sqlalchemy import select

from cxstudio.i18n import LANGUAGES, N_, _, catalogue
from cxstudio.model import Evidence, EvidenceTheme, Interview, Question, Stakeholder, Theme
from cxstudio.model.base import code_of
from cxstudio.store import EngagementFile
from cxstudio.ui.editors.interviews.notes import Line, Notes, Place
from cxstudio.ui.workspace import Workspace

ME = N_("Me")


@dataclass(frozen=True)
class Mark:
    """An excerpt as the notes show it."""

    id: int
    code: str
    sentiment: int
    themes: tuple[str, ...]


def read_marks(file: EngagementFile, interview_id: int) -> dict[int, Mark]:
    """The excerpts of an interview by id."""
    themes: dict[int, list[str]] = defaultdict(list)
    ties = (
        select(EvidenceTheme.evidence_id, Theme.name)
        .join(Theme, Theme.id == EvidenceTheme.theme_id)
        .join(Evidence, Evidence.id == EvidenceTheme.evidence_id)
        .where(Evidence.interview_id == interview_id)
        .order_by(EvidenceTheme.id)
    )
    for id, name in file.rows(ties):
        themes[id].append(name)
    columns = (Evidence.id, Evidence.number, Evidence.sentiment)
    query = select(*columns).where(Evidence.interview_id == interview_id).order_by(Evidence.id)
    return {
        id: Mark(id, code_of(Evidence, number), sentiment, tuple(themes[id]))
        for id, number, sentiment in file.rows(query)
    }


def numbered_questions(file: EngagementFile) -> dict[int, str]:
    """Every question with its number in its guide, as the headings of the notes show it."""
    columns = (Question.id, Question.guide_id, Question.text)
    counts: Counter[int] = Counter()
    texts = {}
    for id, guide, text in file.rows(select(*columns).order_by(Question.position, Question.id)):
        counts[guide] += 1
        texts[id] = f"{counts[guide]} · {text}"
    return texts


def person_of(file: EngagementFile, interview: Interview) -> str:
    """Who was talked to, behind the pseudonym: the speaker's name in the notes."""
    stakeholder = file.get(Stakeholder, interview.stakeholder_id)
    if stakeholder is not None:
        return stakeholder.public_name
    return interview.respondent.partition(",")[0].partition("、")[0].strip()


def askers_of(interview: Interview) -> set[str]:
    """The names under which the interviewer stands in the notes, who is not quoted."""
    mine = {catalogue(language).gettext(ME) for language in LANGUAGES}
    return mine | ({interview.interviewer} if interview.interviewer else set())


def add_excerpts(workspace: Workspace, interview_id: int, notes: Notes, parts: list[Place]) -> int:
    """Mark each part as an excerpt, in one change; the id of the last one."""
    interview = workspace.file.one(Interview, interview_id)
    person = person_of(workspace.file, interview)
    day = interview.held_at.date() if interview.held_at else None
    confidential, illustrative = interview.confidential, interview.illustrative
    id = 0
    with workspace.change(_("Mark excerpt")) as change:
        for part in parts:
            line: Line = notes.lines[part.line]
            made = Evidence(
                evidence_kind="excerpt",
                text=notes.words(part),
                interview_id=interview_id,
                paragraph_id=line.id,
                begins=part.begins,
                ends=part.ends,
                speaker=line.speaker or person,
                dated=day,
                confidential=confidential,
                illustrative=illustrative,
            )
            id = change.add(made).id
    return id
