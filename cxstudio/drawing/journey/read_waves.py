"""The scores of survey waves that cards carry, worked out once for each wave and question."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.orm import Session

from cxstudio.model import Wave
from cxstudio.model.columns import Column, Mapping, mapping_from

if TYPE_CHECKING:
    from cxstudio.analysis.survey.figure import Figure

MOST_KEPT = 256
_known: dict[tuple[str, str, str], Figure | None] = {}


def questions(wave: Wave) -> tuple[Column, ...]:
    """What a wave asked that has a score: whether people recommend, then every rating."""
    mapping = _mapping(wave)
    return () if mapping is None else mapping.of("score", "rating")


def question(wave: Wave, name: str) -> Column | None:
    """The question in a column of a wave; None when it is asked no more."""
    return next((column for column in questions(wave) if column.name == name), None)


def score(session: Session, wave: Wave, column: Column) -> Figure | None:
    """The NPS of a wave, or the mean of a rating; None when the answers cannot be read."""
    key = (wave.sha256, wave.mapping, column.name)
    if key not in _known:
        if len(_known) >= MOST_KEPT:
            _known.clear()
        _known[key] = _computed(session, wave, column)
    return _known[key]


def _computed(session: Session, wave: Wave, column: Column) -> Figure | None:
    from cxstudio.analysis.survey.asked import ends_of
    from cxstudio.analysis.survey.columnar import UnreadableResponses
    from cxstudio.analysis.survey.estimates import figure
    from cxstudio.analysis.survey.figure import NPS, mean_on
    from cxstudio.analysis.survey.responses import responses_of

    try:
        responses = responses_of(wave, partial(_blob, session))
        weight = responses.mapping.only("weight")
        weights = None if weight is None else responses.column(weight.name)
        kind = NPS if column.role == "score" else mean_on(ends_of(column))
        return figure(kind, responses.column(column.name), weights)
    except (LookupError, UnreadableResponses):
        return None


def _mapping(wave: Wave) -> Mapping | None:
    try:
        return mapping_from(json.loads(wave.mapping))
    except ValueError:
        return None  # kept by something else than this program


def _blob(session: Session, sha256: str) -> bytes:
    query = text("SELECT bytes FROM blob WHERE sha256 = :key")
    row = session.execute(query, {"key": sha256}).fetchone()
    if row is None:
        raise LookupError(sha256)
    return bytes(row[0])
