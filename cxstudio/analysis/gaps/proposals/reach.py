"""How many customers a proposed gap concerns, where the records themselves say it."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.analysis.gaps.proposals.proposal import Found, Reach
from cxstudio.analysis.survey.definition import definition_from
from cxstudio.i18n import _
from cxstudio.model import Evidence, Journey, Persona, Wave


def of_journeys(found: Found, ids: Iterable[int | None]) -> Reach:
    """The share of the personas whose maps these are, each counted once.

    A customer is one persona, so their shares add up, and to no more than all customers. Where
    personas overlap the share is smaller, which is why the sentence names each.
    """
    wanted = set(ids)
    maps = [one for one in found.read(Journey) if one.id in wanted]
    whose = {one.persona_id for journey in maps for one in journey.personas}
    personas = [one for one in found.read(Persona) if one.id in whose]
    without = [one.code for one in personas if not one.share]
    if without or not personas:
        return Reach(None, _no_share(without))
    shares = [one.share or 0.0 for one in personas]
    percents = zip(personas, map(_percent, shares), strict=True)
    named = _(", ").join(f"{one.code} {percent}%" for one, percent in percents)
    if len(personas) == 1:
        source = _("Reach {percent}%: the share of customers of {code}, whose map this is.")
        return Reach(shares[0], source.format(percent=_percent(shares[0]), code=personas[0].code))
    source = _(
        "Reach {percent}%: the shares of customers of the personas whose journey it is ({named}), "
        "added up; less where they overlap."
    )
    share = round(min(1.0, sum(shares)), 3)
    return Reach(share, source.format(percent=_percent(share), named=named))


def _no_share(codes: list[str]) -> str:
    """Why a map gives no reach."""
    if not codes:
        return _("No reach is proposed: the map names no persona.")
    words = _("No reach is proposed: {codes} has no share of customers.")
    if len(codes) > 1:
        words = _("No reach is proposed: {codes} have no share of customers.")
    return words.format(codes=_(", ").join(codes))


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
