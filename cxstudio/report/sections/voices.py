"""People's own words behind a claim, and whom they come from."""

from __future__ import annotations

from cxstudio.model import Evidence, Initiative, Interview
from cxstudio.model.chain import End
from cxstudio.report import blocks as b
from cxstudio.report.context import Context

MOST, SHORTEST = 2, 15
LONGEST = {"en": 200, "ja": 100}
"""Characters of a quote that a sheet has room for."""


def said(context: Context, one: Initiative) -> list[b.Block]:
    """Up to two quotes from different people, critical ones first."""
    pieces = [
        piece
        for piece in context.under(End("initiative", one.id))
        if piece.evidence_kind in ("excerpt", "comment")
        and not context.hides(piece)
        and SHORTEST <= len(piece.text) <= LONGEST[context.language]
    ]
    pieces.sort(key=lambda piece: (piece.sentiment, piece.number))
    chosen: dict[object, Evidence] = {}
    for piece in pieces:
        chosen.setdefault(context.source_key(piece), piece)
    return [quote(context, piece) for piece in list(chosen.values())[:MOST]]


def quote(context: Context, piece: Evidence) -> b.Quote:
    """The words with who said them and their mark."""
    mark = context.ref(piece, context.sources([piece]))
    return b.Quote(piece.text.strip('“”「」"'), who(context, piece), (mark,))


def who(context: Context, piece: Evidence) -> str:
    """Whom the words come from: a role with pseudonym or code; the team reads the name."""
    talk = context.interviews.get(piece.interview_id or 0)
    if talk is not None:
        return speaker(context, talk)
    parts = [piece.respondent, piece.source]
    return ("、" if context.japanese else ", ").join(part for part in parts if part)


def speaker(context: Context, talk: Interview) -> str:
    """The interviewed person by role and pseudonym, with the interview's code."""
    person = context.stakeholders.get(talk.stakeholder_id or 0)
    if person is not None:
        role = person.role or context.gettext("Stakeholder")
        name = context.person(person)
        shown = f"{role}（{name}）" if context.japanese else f"{role} ({name})"
    else:
        shown = talk.respondent or context.gettext("interviewed person")
    return context.gettext("{person}, interview {code}", person=shown, code=talk.code)
