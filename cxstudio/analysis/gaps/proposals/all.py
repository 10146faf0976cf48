"""All proposals, source by source."""

from __future__ import annotations

from cxstudio.analysis.gaps.proposals.handovers import channels
from cxstudio.analysis.gaps.proposals.maps import pain_points, pairs
from cxstudio.analysis.gaps.proposals.measures import drivers, kpis
from cxstudio.analysis.gaps.proposals.proposal import Found, Proposal, ReadAll, Reader, Source
from cxstudio.analysis.gaps.proposals.touchpoints import touchpoints
from cxstudio.analysis.gaps.proposals.words import excerpts, questions
from cxstudio.i18n import N_
from cxstudio.model.chain import Chain

READERS: tuple[Reader, ...] = (
    pain_points,
    pairs,
    touchpoints,
    drivers,
    kpis,
    channels,
    questions,
    excerpts,
)

NAMES: dict[Source, str] = {
    "pain_points": N_("Pain points of maps"),
    "pairs": N_("As-is against to-be"),
    "touchpoints": N_("Touchpoints: importance against satisfaction"),
    "drivers": N_("What moves with the score"),
    "kpis": N_("KPIs off target"),
    "channels": N_("Channels that are not linked"),
    "questions": N_("Strategy questions"),
    "excerpts": N_("Bad experiences that nothing rests on"),
}


def proposals(read: ReadAll, chain: Chain) -> list[Proposal]:
    """Every gap that the records point to, without those in the register and those left."""
    found = Found(read, chain)
    every = (proposal for reader in READERS for proposal in reader(found))
    return [proposal for proposal in every if proposal.key not in found.known]
