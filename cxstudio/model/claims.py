"""The check for claims without evidence: everything that should rest on something and does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from cxstudio.model.base import Coded, Record
from cxstudio.model.chain import Chain, End
from cxstudio.model.evidence import Insight
from cxstudio.model.improvement import SET_ASIDE, Gap, Initiative
from cxstudio.model.journeys import Card, Journey, Lane
from cxstudio.model.personas import Persona
from cxstudio.model.report import ReportSection

MARK = re.compile(r"\[(?:[A-Z]-\d{2,}|assumption)\]")
SILENT = ("## ", "%%")  # headings and comments to oneself claim nothing
SHORT = 140
OF_PERSONA = ("summary", "quote", "score")


@dataclass(frozen=True)
class Claim:
    """A claim that rests on no evidence: `kind` and `id` of its record, its words, and its code,
    of a card that of its map, of a paragraph the section's key."""

    kind: str
    id: int
    code: str
    text: str

    @property
    def short(self) -> str:
        """Its first words, as lists show them."""
        return self.text if len(self.text) <= SHORT else f"{self.text[:SHORT].rstrip()} …"


def persona_claims(persona: Persona) -> list[End]:
    """Every field that says something: those of the persona, its traits and its sliders.

    Channels used are a register, not claims.
    """
    said = [name for name in OF_PERSONA if getattr(persona, name) not in ("", None)]
    traits = [one for one in persona.traits if one.trait_kind != "channel" and one.text]
    parts = [*traits, *persona.sliders]
    return [
        *(End("persona", persona.id, name) for name in said),
        *(End(part.kind, part.id) for part in parts),
    ]


def unsupported(session: Session) -> list[Claim]:
    """Insights, pain points, gaps and initiatives without evidence under them, and paragraphs
    of the report that carry no mark."""
    chain = Chain(session)
    return [*_records(session, chain), *_pain_points(session, chain), *bare_paragraphs(session)]


def _records(session: Session, chain: Chain) -> Iterator[Claim]:
    """Insights, and gaps and initiatives that are not set aside."""
    claims: tuple[Select[Any], ...] = (
        select(Insight).order_by(Insight.number),
        select(Gap).where(Gap.state.not_in(SET_ASIDE)).order_by(Gap.number),
        select(Initiative).where(Initiative.state.not_in(SET_ASIDE)).order_by(Initiative.number),
    )
    for kind in claims:
        for record in session.scalars(kind):
            if chain.sources(End(record.kind, record.id)) == 0:
                yield _claim(record)


def _pain_points(session: Session, chain: Chain) -> Iterator[Claim]:
    of_kind = select(Card, Journey).join(Lane, Lane.id == Card.lane_id)
    of_maps = of_kind.join(Journey, Journey.id == Lane.journey_id)
    pains = of_maps.where(Lane.lane_kind == "pain_points").order_by(Card.id)
    for card, journey in session.execute(pains):
        if chain.sources(End("card", card.id)) == 0:
            yield Claim(card.kind, card.id, journey.code, card.label)


def bare_paragraphs(session: Session) -> Iterator[Claim]:
    """Paragraphs of the report's sections that claim something and carry no mark."""
    included = select(ReportSection).where(ReportSection.included).order_by(ReportSection.position)
    for section in session.scalars(included):
        for paragraph in section.narrative.splitlines():
            silent = paragraph.lstrip().startswith(SILENT)
            if paragraph.strip() and not silent and not MARK.search(paragraph):
                yield Claim(section.kind, section.id, section.key, paragraph.strip())


def _claim(record: Record) -> Claim:
    code = record.code if isinstance(record, Coded) else ""
    return Claim(record.kind, record.id, code, record.label)
