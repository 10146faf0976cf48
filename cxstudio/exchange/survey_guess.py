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
        r"(?:how )?(?:satisfied|happy)(?: (?:are|were) you)? with (.+)",
        r"satisfaction (?:with|of|about)?[:\s–-]*(.+)",
        r"(?<![a-z])rate (.+)",
        r"(?<![a-z])(?:ease|quality|rating|cleanliness) of (.+)",
        r"how (?:easy|clean|friendly|clear|helpful) (?:is|was|were|are) "
        r"(.+?)(?: to (?!the |our |your |an? )\w.*)?$",
    )
)
_CODED = re.compile(r"[A-Z]+\d+[a-z]?[_ .:-]?([A-Z][A-Z_ ]{2,})")
_HEAD = re.compile(
    r"(?:the|our|your|their|this|these|overall|quality of|ease of|experience (?:of|with))\s+", re.I
)
_TAIL = re.compile(
    r"\s*(?:[?？。.:：!！,、]|[（(][^（()）]*\d[^（()）]*[)）]|を(?:教|お答|お聞).*|"
    r"[,–-]?\s*(?<![a-z])(?:(?:on|using) (?:a|the) scale .*|from (?:0|1) (?:to|-) .*|where \d.*|"
    r"(?:during|on|in|at the time of) (?:your|this|the) (?:last |latest |most recent )?"
    r"(?:visit|stay|trip|journey|flight|order|purchase)|overall|in general|today|so far))\s*$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:us|me|it|them|you|here|following|each|how|what|that|all|experience)\b.*|"
    r"(?:to|being|having)\s.*|.*\b(?:you|we|I|it|is|was|are|were|that|which|who|did|do|does|has|"
    r"have|had|below|following)\b.*",
    re.IGNORECASE,
)
_LONGEST_NAME = 60


def touchpoint_of(facts: Facts) -> str:
    """What a rating is about, cut out of its question; "" where no plain name comes of it."""
    if facts.part:
        return facts.part
    text = " ".join((facts.parent or facts.name).split())
    for pattern in _ABOUT:
        found = pattern.search(text)
        if found:
            return _name(found[1])
    coded = _CODED.fullmatch(text)
    return coded[1] if coded else ""


def _name(about: str) -> str:
    """A noun without what stands around it, or "" for what is none: "it to book", "us"."""
    before = ""
    while about != before:
        before = about
        about = _HEAD.sub("", about, count=1) if _HEAD.match(about) else about
        about = _TAIL.sub("", about).strip(" 　「」\"'“”")
    return "" if _NO_NAME.fullmatch(about) or len(about) > _LONGEST_NAME else about
