"""The sections of the report: their keys, titles and order. Each is built in a file of its own.

A section's file has `suggest(context) -> Texts`, the computed suggestion, and
`blocks(context, texts) -> Section`, what is printed with the words that hold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from cxstudio.i18n import N_
from cxstudio.model import (
    Effect,
    Evidence,
    Gap,
    Initiative,
    Interview,
    Journey,
    Kpi,
    Objective,
    Persona,
    Principle,
    Wave,
)
from cxstudio.report import blocks as b
from cxstudio.report.narrative import unmarked

if TYPE_CHECKING:
    from cxstudio.report.blocks import Section
    from cxstudio.report.context import Context
    from cxstudio.report.texts import PageText, Texts

TITLES: dict[str, str] = {
    "summary": N_("Executive summary"),
    "approach": N_("Background and approach"),
    "vision": N_("Vision and targets"),
    "customer_voice": N_("Voice of the customer"),
    "personas": N_("Personas"),
    "journeys": N_("Customer journeys"),
    "gaps": N_("Diagnosis"),
    "priorities": N_("Priorities"),
    "initiatives": N_("Initiatives"),
    "roadmap": N_("Roadmap and responsibilities"),
    "business": N_("Business case"),
    "next_steps": N_("Next steps"),
    "evidence": N_("Evidence register"),
    "method": N_("Method and limits"),
    "glossary": N_("Glossary"),
    "maps": N_("Journey maps in full"),
    "team_notes": N_("Notes of the team"),
}
"""Each section's key with its English title, in the order of the report."""

RECORDS: dict[str, tuple[type[Any], ...]] = {
    "vision": (Kpi, Principle, Objective),
    "customer_voice": (Wave,),
    "personas": (Persona,),
    "journeys": (Journey,),
    "gaps": (Gap,),
    "priorities": (Initiative,),
    "initiatives": (Initiative,),
    "roadmap": (Initiative,),
    "business": (Effect,),
    "next_steps": (Initiative, Gap),
    "evidence": (Evidence, Interview),
    "maps": (Journey,),
}
"""Of which kinds of records a section speaks; without any of them its page would be empty."""

PAGED = frozenset(("personas", "journeys", "initiatives"))
"""Sections with a page for each record, whose file has `pages(context)` as well."""

DRAWN = frozenset(("journeys", "maps"))
"""Sections whose maps take long to draw, whose file has `begun(context, texts)` as well: it begins
to draw, and what comes is called for the section."""

APPENDICES = frozenset(("evidence", "method", "glossary", "maps", "team_notes"))

TEAM = frozenset(("team_notes",))
"""Sections of the team's edition alone, whose file has `kept(context)` as well: whether there is
anything to read."""


def order(context: Context) -> list[str]:
    """The keys of the sections that are printed, in the consultant's order.

    Sections without a row of their own are printed at the place they have in `TITLES`.
    Appendices come last.
    """
    keys = with_missing([key for key in context.texts if key in TITLES], TITLES)
    shown = [key for key in keys if _included(context, key)]
    return sorted(shown, key=lambda key: key in APPENDICES)


def numbered(context: Context) -> dict[str, str]:
    """The keys of the sections that are printed with their numbers: 1, 2 … and A, B …"""
    keys = order(context)
    body = [key for key in keys if key not in APPENDICES]
    numbers = {key: str(place) for place, key in enumerate(body, 1)}
    return numbers | {key: chr(ord("A") + place) for place, key in enumerate(keys[len(body) :])}


def with_missing(keys: list[str], wanted: Iterable[str]) -> list[str]:
    """The keys with those that are wanted beside them, each behind what it follows in `TITLES`."""
    found = list(keys)
    for key in sorted(wanted, key=list(TITLES).index):
        if key not in found:
            before = [other for other in list(TITLES)[: list(TITLES).index(key)] if other in found]
            found.insert(found.index(before[-1]) + 1 if before else 0, key)
    return found


def _included(context: Context, key: str) -> bool:
    """Switched on, and with something to say: records of its own, or the consultant's words."""
    written = context.texts.get(key)
    if written is not None and not written.included:
        return False
    if key in TEAM and context.audience == "client":
        return False
    if written is not None and (written.message or written.lead or written.narrative):
        return True
    if key in TEAM:
        return bool(_file(key).kept(context))
    kinds = RECORDS.get(key, ())
    return not kinds or any(context.all(kind) for kind in kinds)


def suggested(context: Context, key: str) -> Texts:
    """What the records say for this section, in the writing pattern of the report."""
    found: Texts = _file(key).suggest(context)
    return found


def pages(context: Context, key: str) -> tuple[PageText, ...]:
    """The pages of a section that have a message of their own, with the one computed for each."""
    found: tuple[PageText, ...] = _file(key).pages(context) if key in PAGED else ()
    return found


def words(context: Context, key: str) -> Texts:
    """The consultant's words, and the suggestion where there are none; a message without marks of
    evidence, which stand below the heading."""
    found = suggested(context, key).over(context.texts.get(key))
    context.tell(0.0, "")  # as much again is to come
    return replace(found, message=unmarked(found.message)[0])


def section(context: Context, key: str) -> Section:
    """The section as it is printed."""
    found: Section = _file(key).blocks(context, words(context, key))
    return _marked(context, key, found)


def begun(context: Context, key: str) -> Callable[[], Section]:
    """One of those in `DRAWN`: its drawings are begun, and what comes is called for the section."""
    found: Callable[[], Section] = _file(key).begun(context, words(context, key))
    return lambda: _marked(context, key, found())


def _marked(context: Context, key: str, section: Section) -> Section:
    """The section with the marks of its lead, behind which stand those of its message: a heading
    has none, because the list of contents would have them too."""
    written = context.texts.get(key)
    marks = unmarked(written.message)[1] if written is not None else ""
    if not marks and not isinstance(section.lead, str):
        return section
    first = section.blocks[0] if section.blocks and not section.message else None
    lead = section.lead or (first.lead if isinstance(first, b.PageMessage) else "")
    told = context.runs(lead) if isinstance(lead, str) else lead
    between = (b.Text(" "),) if told and marks else ()
    return replace(section, lead=(*told, *between, *context.runs(marks)))


def _file(key: str) -> Any:
    if key not in TITLES:
        raise LookupError(f"there is no section {key}")
    return import_module(f"cxstudio.report.sections.{key}")
