"""What a persona claims, and how much of it rests on evidence (C7)."""

from __future__ import annotations

from cxstudio.i18n import _
from cxstudio.model import Evidence, Persona
from cxstudio.model.chain import End
from cxstudio.model.claims import persona_claims
from cxstudio.ui.workspace import Workspace


def backed(workspace: Workspace, persona: Persona) -> tuple[int, int]:
    """How many of its claims have a source, and how many it has."""
    ends = persona_claims(persona)
    return sum(workspace.chain.strength(end) != "none" for end in ends), len(ends)


def backed_words(workspace: Workspace, persona: Persona) -> str:
    """The same in words; empty when it claims nothing."""
    count, claims = backed(workspace, persona)
    text = _("{count} of {claims} on evidence")
    return text.format(count=count, claims=claims) if claims else ""


def evidence_codes(workspace: Workspace, end: End) -> tuple[list[int], str]:
    """Ids of the evidence under a claim, and its short form, such as "E-061 +2"."""
    ids = workspace.chain.evidence_of(end)
    first = workspace.file.get(Evidence, ids[0]) if ids else None
    if first is None:
        return [], ""
    return ids, first.code if len(ids) == 1 else f"{first.code} +{len(ids) - 1}"
