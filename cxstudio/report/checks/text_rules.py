"""The words: names that must not leave, texts too long, sections with nothing to say."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.i18n import _
from cxstudio.model import (
    Card,
    Cause,
    Coded,
    Journey,
    Kpi,
    Milestone,
    Persona,
    Record,
    ReportSection,
    Stakeholder,
    Touchpoint,
    Trait,
)
from cxstudio.report import counts, narrative
from cxstudio.report.checks.finding import Finding
from cxstudio.report.context import Context
from cxstudio.report.sections import RECORDS, TITLES, order, words
from cxstudio.report.texts import LONGEST_MESSAGE

SUMMARY_LIMIT = {"en": 1350, "ja": 700}
"""Characters of the summary's text that fit on its one page."""
LEAD_LIMIT = {"en": 240, "ja": 120}
TEXT_LIMIT = {"en": 2600, "ja": 1400}
"""Characters that fill a page, more than which nobody reads beside figures."""
LABEL = 40
SPOKEN: tuple[type[Record], ...] = (
    Cause, Persona, Trait, Journey, Card, Kpi, Touchpoint, Milestone,
)  # fmt: skip
"""Records whose words the client's report prints, beside gaps and initiatives that count and
evidence, which quotes people."""


def printed(context: Context) -> list[ReportSection]:
    """The sections of the report that have a row, in order."""
    return [context.texts[key] for key in order(context) if key in context.texts]


def title(section: ReportSection) -> str:
    return _(TITLES.get(section.key, section.key))


def names(context: Context) -> Iterator[Finding]:
    """Real names in a client's report, in the consultant's words and in those of the records;
    the report replaces them, but they should go. The team's edition may have them."""
    if context.audience != "client":
        return
    known = {p.name for p in context.all(Stakeholder) if len(p.name) > 1 and p.name != p.role}
    for section in printed(context):
        told = "\n".join((section.message, section.lead, *narrative.lines(section.narrative)))
        if any(name in told for name in known):
            text = _("A person’s name stands in “{section}”").format(section=title(section))
            yield _named(text, section)
    for one in _spoken(context):
        told = "\n".join(str(getattr(one, name) or "") for name in one.searched)
        if any(name in told for name in known):
            text = _("A person’s name stands in {record}").format(record=_shown(one))
            yield _named(text, one, grave=False)


def _spoken(context: Context) -> Iterator[Record]:
    yield from counts.gaps(context)
    yield from counts.initiatives(context)
    for cls in SPOKEN:
        yield from context.all(cls)


def _named(text: str, one: Record, *, grave: bool = True) -> Finding:
    why = _("The report shows the pseudonym instead; better take the name out.")
    return Finding(text, why, one.kind, one.id, grave=grave)


def _shown(one: Record) -> str:
    """Its code, else its first words."""
    return one.code if isinstance(one, Coded) else f"“{one.label[:LABEL]}”"


def too_long(context: Context) -> Iterator[Finding]:
    """Messages over two lines, leads over three, texts over a page, and headings of pages."""
    most = LONGEST_MESSAGE[context.language]
    for section in printed(context):
        name = title(section)
        message, lead = (narrative.unmarked(x)[0] for x in (section.message, section.lead))
        if len(message) > most:
            text = _("The message of “{section}” is too long").format(section=name)
            yield _long(text, section, len(message), most)
        if len(lead) > LEAD_LIMIT[context.language]:
            text = _("The lead of “{section}” is too long").format(section=name)
            yield _long(text, section, len(lead), LEAD_LIMIT[context.language])
        length, room = _told(section), TEXT_LIMIT[context.language]
        if length > room and section.key != "summary":
            text = _("The text of “{section}” is too long").format(section=name)
            yield _long(text, section, length, room)
        for code, page in narrative.by_page(section.narrative)[1].items():
            if len(page.message) > most:
                text = _("The heading of {code} is too long").format(code=code)
                yield _long(text, section, len(page.message), most)


def _told(section: ReportSection) -> int:
    """The characters of a section's own text, without headings of pages and comments."""
    return len("\n".join(narrative.lines(narrative.by_page(section.narrative)[0])))


def _long(text: str, section: ReportSection, count: int, most: int) -> Finding:
    why = _("{count} characters; {most} fit.").format(count=count, most=most)
    return Finding(text, why, "report_section", section.id, grave=False)


def summary_too_long(context: Context) -> Iterator[Finding]:
    """The summary has one page, and is not made smaller to fit."""
    summary = context.texts.get("summary")
    limit = SUMMARY_LIMIT[context.language]
    length = len("\n".join(narrative.lines(words(context, "summary").narrative)))
    if summary is not None and summary.included and length > limit:
        why = _("{count} characters; about {most} fit.").format(count=length, most=limit)
        text = _("The summary may not fit on one page")
        yield Finding(text, why, "report_section", summary.id)


def empty(context: Context) -> Iterator[Finding]:
    """Sections that are on, have no words and no records to speak of."""
    for section in context.texts.values():
        kinds = RECORDS.get(section.key, ())
        said = section.message or section.lead or section.narrative
        if section.included and kinds and not said and not any(context.all(k) for k in kinds):
            yield Finding(
                _("“{section}” is empty").format(section=title(section)),
                _("It has neither records nor words, and is left out of the report."),
                "report_section",
                section.id,
                grave=False,
            )


def unaccepted(context: Context) -> Iterator[Finding]:
    """Sections whose heading is the computed suggestion."""
    for section in printed(context):
        if not section.message.strip():
            yield Finding(
                _("“{section}” has no message of its own").format(section=title(section)),
                _("The computed suggestion is printed until you write or accept one."),
                "report_section",
                section.id,
                grave=False,
            )


RULES = (names, summary_too_long, too_long, empty, unaccepted)
