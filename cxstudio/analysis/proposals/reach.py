"""How many customers a proposed gap concerns, where the records themselves say it."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.analysis.definition import definition_from
from cxstudio.analysis.proposals.proposal import Found, Reach
from cxstudio.i18n import _
from cxstudio.model import Evidence, Journey, Persona, Wave


def of_journey(found: Found, journey_id: int | None) -> Reach | None:
    """The share of the persona whose map it is.

    None for a map of several personas: whom of them a card concerns is not written down, and
    their shares may overlap.
    """
    journey = next((one for one in found.read(Journey) if one.id == journey_id), None)
    ids = [one.persona_id for one in journey.personas] if journey else []
    if len(ids) != 1:
        return None
    persona = next((one for one in found.read(Persona) if one.id == ids[0]), None)
    if persona is None or persona.share is None:
        return None
    source = _("Reach {percent}%: the share of customers of {code}, whose map this is.")
    return Reach(persona.share, source.format(percent=_percent(persona.share), code=persona.code))


def of_figures(found: Found, ids: Iterable[int]) -> Reach | None:
    """The share of a survey's answers that a figure was worked out from.

    That is whom it was asked of, or for a rating of everyone who met what was rated. Only
    figures that keep what was asked say so; None where none does or where two say another.
    """
    wanted = set(ids)
    waves = {one.id: one for one in found.read(Wave)}
    pieces = [one for one in found.read(Evidence) if one.id in wanted]
    shares = [one for piece in pieces if (one := _of_piece(piece, waves.get(piece.wave_id)))]
    return shares[0] if len({one.share for one in shares}) == 1 else None


def _of_piece(piece: Evidence, wave: Wave | None) -> Reach | None:
    asked = definition_from(piece.definition)
    if asked is None or wave is None or not piece.n or piece.n > wave.rows:
        return None
    rated = asked.kind == "measure" and asked.asked.measure.startswith(("mean:", "share:"))
    if not rated and not (asked.kind == "score" and asked.asked.people):
        return None
    share = piece.n / wave.rows
    source = _("Reach {percent}%: {n} of {all} answers of “{wave}” are behind {code}.")
    return Reach(
        round(share, 3),
        source.format(
            percent=_percent(share),
            n=f"{piece.n:,}",
            all=f"{wave.rows:,}",
            wave=wave.name,
            code=piece.code,
        ),
    )


def _percent(share: float) -> str:
    return f"{share * 100:.1f}".removesuffix(".0")
