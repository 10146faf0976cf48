"""Appendix: every piece of evidence by its code, and the interviews, with people unnamed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from cxstudio.model import Cause, Evidence, Journey, Kpi, Persona, Wave
from cxstudio.model.chain import End
from cxstudio.report import blocks as b
from cxstudio.report import counts, narrative
from cxstudio.report.context import Context
from cxstudio.report.heard import old_figures
from cxstudio.report.sections import TITLES, voices
from cxstudio.report.texts import Texts, broken, spelled

QUOTED = ("excerpt", "comment")
_LAST_NUMBER = re.compile(r" (?=\d+$)")
"""Before the number of an answer, which stays with its word."""


def suggest(context: Context) -> Texts:
    """How many pieces of how many kinds."""
    _ = context.gettext
    pieces = context.evidence.values()
    if not pieces:
        return Texts(_("No evidence has been collected yet"))
    kinds = len({piece.evidence_kind for piece in pieces})
    told = context.ngettext("{count} kind of source", "{count} kinds of sources", kinds)
    message = context.ngettext(
        "{count} piece of evidence from {kinds}",
        "{count} pieces of evidence from {kinds}",
        len(pieces),
        kinds=told,
    )
    return Texts(message, _("Each mark in the text leads to its row here; “used in” leads back."))


def blocks(context: Context, texts: Texts) -> b.Section:
    """Words, the register, and the interviews."""
    _ = context.gettext
    shown: list[b.Block] = [*narrative.blocks(context, texts.narrative)]
    if context.evidence:
        ordered = sorted(context.evidence.values(), key=lambda piece: piece.number)
        rows = tuple(_row(context, piece) for piece in ordered)
        shown.append(b.EvidenceRegister(rows, _caption(context), _source(context)))
    if talks := counts.interviews_held(context):
        shown.append(_interviews(context, len(talks)))
    return b.Section(
        _(TITLES["evidence"]),
        broken(texts.message, context.language),
        tuple(shown),
        texts.lead,
        kind="appendix",
    )


def _row(context: Context, piece: Evidence) -> b.Evidence:
    sources = context.sources([piece])
    return b.Evidence(
        piece.code,
        context.word("evidence_kind", piece.evidence_kind),
        _says(context, piece),
        _from(context, piece),
        context.level_of([piece]),
        sources,
        _note(context, piece, sources),
        tuple(dict.fromkeys(_resting(context, piece))),
    )


def _resting(context: Context, piece: Evidence) -> Iterator[str]:
    """The codes of the records with a place in the report that rest on it, through insights and
    whatever else has none."""
    printed = context.kept("records by code", lambda: dict(_printed(context)))
    waiting = [End("evidence", piece.id)]
    seen = set(waiting)
    for one in waiting:
        if one in printed:
            yield printed[one]
            continue
        above = {end.record for end, _link in context.chain.supports(one)} - seen
        waiting += sorted(above, key=lambda end: (end.kind, end.id))
        seen |= above


def _printed(context: Context) -> Iterator[tuple[End, str]]:
    gaps = {gap.id: gap.code for gap in counts.gaps(context)}
    yield from ((End("gap", id), code) for id, code in gaps.items())
    causes = (one for one in context.all(Cause) if one.gap_id in gaps)
    yield from ((End("cause", one.id), gaps[one.gap_id]) for one in causes)
    for initiative in counts.initiatives(context):
        yield End("initiative", initiative.id), initiative.code
    for kpi in context.all(Kpi):
        yield End("kpi", kpi.id), kpi.code
    for persona in context.all(Persona):
        of_it = (persona, *persona.traits, *persona.sliders)
        yield from ((End(one.__tablename__, one.id), persona.code) for one in of_it)
    for journey in context.all(Journey):
        steps = (step for stage in journey.stages for step in stage.steps)
        cards = (card for step in steps for card in step.cards)
        yield from ((End("card", card.id), journey.code) for card in cards)


def _says(context: Context, piece: Evidence) -> str:
    if context.hides(piece):
        return context.gettext("Confidential; shown by its title only.")
    if piece.evidence_kind in QUOTED:
        text = piece.text.strip('“”「」" \n')
        text = f"「{text}」" if context.japanese else f"“{text}”"
    else:
        text = piece.text
    if piece.n is not None and f"{piece.n:,}" not in text and str(piece.n) not in text:
        n = context.written.n(piece.n)
        text += f"（{n}）" if context.japanese else f" ({n})"
    return text


def _from(context: Context, piece: Evidence) -> str:
    """The source, with people behind role and pseudonym, and its day where it does not name it."""
    hidden = context.hides(piece)
    if hidden and piece.evidence_kind in QUOTED:
        parts = [context.gettext("Confidential source")]
    else:
        parts = [_whom(context, piece)]
    if piece.dated and not hidden and piece.wave_id is None:
        forms = context.written.short_day(piece.dated), context.written.day(piece.dated)
        parts += [] if any(form in parts[0] for form in forms) else forms[:1]
    return ("、" if context.japanese else "; ").join(part for part in parts if part)


def _whom(context: Context, piece: Evidence) -> str:
    """Whom a row comes from, briefly: the table of interviews below says who is behind a code, and
    the note of this one which survey it was."""
    talk = context.interviews.get(piece.interview_id or 0)
    if talk is not None:
        person = context.stakeholders.get(talk.stakeholder_id or 0)
        shown = context.person(person) if person else re.split("[,、;；]", talk.respondent)[0]
        shown = shown or context.gettext("interviewed person")
        return context.gettext("{person}, interview {code}", person=shown, code=talk.code)
    said = voices.who(context, piece).replace(_survey(context), "")
    return _LAST_NUMBER.sub("\u00a0", said)


def _survey(context: Context) -> str:
    """What the names of all waves begin with, up to the last space; nothing with one wave."""
    names = [wave.name for wave in context.all(Wave)]
    if len(names) < 2:
        return ""
    alike = takewhile(lambda letters: len(set(letters)) == 1, zip(*names, strict=False))
    shared = "".join(letters[0] for letters in alike)
    return shared[: shared.rfind(" ") + 1]


def _note(context: Context, piece: Evidence, sources: int) -> str:
    if context.audience == "internal" and piece in old_figures(context):
        return context.gettext("out of date")
    if piece.illustrative:
        return context.gettext("illustrative")
    if piece.evidence_kind in ("figure", "comment") and piece.wave_id is not None:
        return context.gettext("real data")
    return context.gettext("one source") if sources == 1 else ""


def _caption(context: Context) -> str:
    kinds = Counter(piece.evidence_kind for piece in context.evidence.values())
    told = [_counted(context, kind, count) for kind, count in kinds.most_common()]
    return context.gettext("All evidence by its code: {kinds}", kinds=context.written.joined(told))


def _counted(context: Context, kind: str, count: int) -> str:
    """So many pieces of one kind."""
    texts = {
        "excerpt": context.ngettext("{count} excerpt", "{count} excerpts", count),
        "comment": context.ngettext("{count} comment", "{count} comments", count),
        "figure": context.ngettext("{count} survey figure", "{count} survey figures", count),
        "document": context.ngettext("{count} document", "{count} documents", count),
        "observation": context.ngettext("{count} observation", "{count} observations", count),
    }
    return texts[kind]


def _source(context: Context) -> b.Words:
    """The survey, and how many rows this reader sees by their title only."""
    parts = [context.gettext("as named in each row.")]
    if survey := _survey(context).strip(" ,、"):
        parts.append(context.gettext("Months and answers: {survey}.", survey=survey))
    hidden = sum(context.hides(piece) for piece in context.evidence.values())
    if hidden:
        parts.append(
            context.ngettext(
                "{count} row is confidential and shown by its title only.",
                "{count} rows are confidential and shown by their title only.",
                hidden,
            )
        )
    return context.sentences(*parts)


def _interviews(context: Context, count: int) -> b.Table:
    """Who was interviewed when, by role and pseudonym."""
    _ = context.gettext
    marked = Counter(piece.interview_id for piece in context.evidence.values())
    rows = []
    for talk in counts.interviews_held(context):
        day = context.written.short_day(talk.held_at.date()) if talk.held_at else "–"
        secret = talk.confidential and context.audience == "client"
        who = context.gettext("Confidential source") if secret else _person(context, talk.id)
        nature = context.gettext("illustrative") if talk.illustrative else ""
        rows.append(b.Row((talk.code, who, day, str(marked[talk.id]), nature), code=talk.code))
    columns = (
        b.Column(context.pgettext("report", "Code"), 15, "code"),
        b.Column(_("Interviewed person")),
        b.Column(_("Date"), 34),
        b.Column(_("Excerpts"), 20, "number"),
        b.Column(_("Nature"), 26),
    )
    caption = context.ngettext(
        "{count} interview was held; people appear by role and code",
        "{count} interviews were held; people appear by role and code",
        count,
    )
    return b.Table(columns, tuple(rows), spelled(caption), dense=True)


def _person(context: Context, talk: int) -> str:
    interview = context.interviews[talk]
    said = voices.speaker(context, interview)
    tail = context.gettext("{person}, interview {code}", person="", code=interview.code)
    return said.removesuffix(tail)
