"""Gaps that words show: strategy questions left open, and bad experiences that nothing rests on."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.gaps.proposals.proposal import Found, Proposal, of_piece, short
from cxstudio.i18n import _
from cxstudio.model import Evidence, WorksheetAnswer
from cxstudio.model.chain import End
from cxstudio.model.words import QUESTIONS

USED = frozenset(("insight", "card", "gap"))


def questions(found: Found) -> Iterator[Proposal]:
    """Strategy questions without an answer, and what the last of them says is missing."""
    answers = {one.question: one for one in found.read(WorksheetAnswer) if one.answer.strip()}
    for key, question in QUESTIONS.items():
        answer = answers.get(key)
        if answer is None:
            yield Proposal(
                key=f"question:{key}",
                source="questions",
                kind="organisation",
                title=_("Not answered: {question}").format(question=_(question)),
                why=_("Nobody has answered this strategy question yet."),
            )
        elif key == "missing":
            yield from _missing(found, answer)


def _missing(found: Found, answer: WorksheetAnswer) -> Iterator[Proposal]:
    end = End("worksheet_answer", answer.id)
    ends = [one for one, _link in found.chain.rests_on(end)]
    if any(one.kind == "gap" for one in ends) or found.has_gap(end):
        return
    yield Proposal(
        key=f"worksheet_answer:{answer.id}",
        source="questions",
        kind="organisation",
        title=short(answer.answer),
        why=_("The strategy questions say that this is missing; no gap is linked to the answer."),
        as_is=answer.answer.strip(),
        rests_on=tuple(one for one in ends if one.kind in ("evidence", "insight")),
    )


def excerpts(found: Found) -> Iterator[Proposal]:
    """Excerpts and comments of negative feeling that no insight, card or gap rests on."""
    for piece in found.read(Evidence):
        if piece.sentiment >= 0 or piece.evidence_kind not in ("excerpt", "comment"):
            continue
        if any(one.kind in USED for one, _link in found.chain.supports(End("evidence", piece.id))):
            continue
        why = _("{code} is a bad experience that no insight, card or gap rests on.")
        yield of_piece(piece, "excerpts", "journey", why)
