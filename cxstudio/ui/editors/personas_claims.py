"""What a persona claims, and how much of it rests on evidence (C7)."""

from __future__ import annotations

from cxstudio.model import Evidence, Persona, Slider, Trait
from cxstudio.model.chain import End
from cxstudio.ui.workspace import Workspace

FIELDS = ("summary", "quote", "score")


def claims_of(workspace: Workspace, persona: Persona) -> list[End]:
    """Every field that says something: those of the persona, its traits and its sliders.

    Channels used are a register, not claims.
    """
    ends = [End("persona", persona.id, f) for f in FIELDS if getattr(persona, f) not in ("", None)]
    traits = workspace.file.all(
        Trait, Trait.persona_id == persona.id, Trait.trait_kind != "channel", Trait.text != ""
    )
    ends += [End("trait", trait.id) for trait in traits]
    sliders = workspace.file.all(Slider, Slider.persona_id == persona.id)
    return ends + [End("slider", slider.id) for slider in sliders]


def backed_share(workspace: Workspace, persona: Persona) -> float | None:
    """The share of its claims with at least one source, 0 to 1; None when it claims nothing."""
    ends = claims_of(workspace, persona)
    if not ends:
        return None
    backed = sum(workspace.chain.strength(end) != "none" for end in ends)
    return backed / len(ends)


def evidence_codes(workspace: Workspace, end: End) -> tuple[list[int], str]:
    """Ids of the evidence under a claim, and its short form, such as "E-061 +2"."""
    ids = workspace.chain.evidence_of(end)
    first = workspace.file.get(Evidence, ids[0]) if ids else None
    if first is None:
        return [], ""
    return ids, first.code if len(ids) == 1 else f"{first.code} +{len(ids) - 1}"
