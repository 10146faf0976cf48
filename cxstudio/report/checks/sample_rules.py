"""Figures of which too few people told."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.survey.nps import SMALL
from cxstudio.i18n import _
from cxstudio.model import Kpi, Persona, Wave
from cxstudio.report import measures
from cxstudio.report.checks.finding import Finding
from cxstudio.report.context import Context


def small_waves(context: Context) -> Iterator[Finding]:
    """Waves whose score rests on few answers."""
    for heard in context.survey.heard:
        wave = next((one for one in context.all(Wave) if one.name == heard.name), None)
        if wave is not None and 0 < heard.score.n < SMALL:
            text = _("The score of “{name}” rests on {n} answers").format(
                name=heard.name, n=heard.score.n
            )
            yield _small(text, "wave", wave.id)


def small_readings(context: Context) -> Iterator[Finding]:
    """Measures whose newest reading rests on few answers."""
    for kpi in context.all(Kpi):
        last = measures.newest(kpi)
        if last is not None and last.n is not None and last.n < SMALL:
            text = _("{code} was read from {n} answers").format(code=kpi.code, n=last.n)
            yield _small(text, kpi.kind, kpi.id)


def small_segments(context: Context) -> Iterator[Finding]:
    """Personas whose score rests on few answers."""
    for one in context.all(Persona):
        if one.score is not None and one.score_n is not None and one.score_n < SMALL:
            text = _("The score of {code} rests on {n} answers").format(
                code=one.code, n=one.score_n
            )
            yield _small(text, one.kind, one.id)


def _small(text: str, kind: str, id: int) -> Finding:
    why = _("Under {small} answers chance decides; the report marks it.").format(small=SMALL)
    return Finding(text, why, kind, id, grave=False)


RULES = (small_waves, small_readings, small_segments)
