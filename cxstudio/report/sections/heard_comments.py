"""Comments of the survey that became evidence, in the people's own words."""

from __future__ import annotations

from cxstudio.model import Evidence, Wave
from cxstudio.model.chain import End
from cxstudio.report import blocks as b
from cxstudio.report.context import Context
from cxstudio.report.sections.voices import LONGEST, SHORTEST, quote

CRITICAL, FAVOURABLE = 2, 1


def comments(context: Context) -> list[b.Quote]:
    """Up to two critical comments and a favourable one, of those on which most rests."""
    waves = {wave.id: wave for wave in context.all(Wave)}
    pieces = [
        piece
        for piece in context.evidence.values()
        if piece.evidence_kind == "comment"
        and piece.wave_id in waves
        and not context.hides(piece)
        and SHORTEST <= len(piece.text) <= LONGEST[context.language]
    ]
    chosen = _chosen(context, pieces, waves)
    if not chosen:
        return []
    return [quote(context, piece) for piece in chosen]


def _chosen(context: Context, pieces: list[Evidence], waves: dict[int, Wave]) -> list[Evidence]:
    """Of the newest wave first, then those that support most, then the first ones kept."""

    def rank(piece: Evidence) -> tuple[int, int, int]:
        day = waves[piece.wave_id or 0].dated
        supported = len(context.chain.supports(End("evidence", piece.id)))
        return (-day.toordinal() if day else 0, -supported, piece.number)

    ranked = sorted(pieces, key=rank)
    critical = [piece for piece in ranked if piece.sentiment < 0][:CRITICAL]
    favourable = [piece for piece in ranked if piece.sentiment > 0][:FAVOURABLE]
    others = [piece for piece in ranked if piece not in critical and piece not in favourable]
    found = [*critical, *favourable]
    return found or others[: CRITICAL + FAVOURABLE]
