"""A guess about a column: what it means, why, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from cxstudio.exchange.survey_facts import Facts
from cxstudio.model.columns import Column, Role

Confidence = Literal["sure", "likely", "unsure"]


@dataclass(frozen=True)
class Guess:
    """What a column probably means; `reason` is a sentence for the user."""

    column: Column
    reason: str
    confidence: Confidence


def guess(
    facts: Facts, role: Role, reason: str, confidence: Confidence = "likely", **more: Any
) -> Guess:
    """A guess with the question as it was asked, where the name does not say it all."""
    question = facts.parent if facts.parent not in ("", facts.name) else ""
    if facts.part and question and role != "ticked":
        question = f"{facts.parent} – {facts.part}"
    return Guess(Column(facts.name, role, question=question, **more), reason, confidence)


_ABOUT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"満足度\s*[（(](.+)[)）]",
        r"(.+?)(?:について|に関して|に対して|には|は|に|の)(?:、|,)?(?:どの(?:程度|くらい)|どれくらい|満足|評価)",
        r"(.+?)(?:に対する|に関する|についての|の)(?:総合)?(?:満足度|評価|満足)",
        r"(?:how )?(?:satisfied|happy)(?: (?:are|were) you)? with (?:the |our |your )?(.+)",
        r"satisfaction (?:with|of|about)?[:\s–-]*(?:the |our )?(.+)",
        r"rate (?:the |our |your )?(?:quality of |overall )?(?:the |our )?(.+)",
        r"(?:ease|quality|rating|cleanliness) of (?:the |our )?(.+)",
        r"how (?:easy|clean|friendly|clear|helpful) (?:is|was|were|are) (?:it to |the |our )?(.+)",
    )
)
_CODED = re.compile(r"[A-Z]+\d+[a-z]?[_ .:-]?([A-Z][A-Z_ ]{2,})")
_TAIL = re.compile(r"\s*(?:\?|？|。|:|：|[（(]\s*\d.*[)）]|を(?:教|お答|お聞).*)\s*$")


def touchpoint_of(facts: Facts) -> str:
    """What a rating is about, cut out of its question."""
    if facts.part:
        return facts.part
    text = facts.parent or facts.name
    for pattern in _ABOUT:
        found = pattern.search(text)
        if found:
            about = _TAIL.sub("", found[1]).strip(" 　「」\"'“”")
            if about:
                return about[:60]
    coded = _CODED.fullmatch(text)
    return coded[1] if coded else ""
