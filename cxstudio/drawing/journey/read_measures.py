"""The measures that cards carry: the newest reading of a KPI, its target, and the way to it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from cxstudio import formats
from cxstudio.analysis.survey.definition import is_old
from cxstudio.analysis.survey.nps import WITHHELD
from cxstudio.drawing.charts.scale import number
from cxstudio.drawing.journey.read_waves import question, score
from cxstudio.i18n import catalogue
from cxstudio.model import Card, Evidence, Kpi, Link, Reading, Touchpoint, Wave

HIGHEST_SATISFACTION = 10


@dataclass(frozen=True)
class Measure:
    """What a card says of a measure; `value` is in words where nothing is `counted`."""

    name: str
    value: str
    aim: str = ""
    met: bool | None = None
    basis: str = ""
    counted: bool = True


class Measures:
    """All measures of the engagement, in the words of a language; read once for a map."""

    def __init__(self, session: Session, language: str) -> None:
        self._session = session
        self.gettext = catalogue(language).gettext
        self._language = language
        newest = {reading.kpi_id: reading for reading in _readings(session)}
        self._old = _out_of_date(session)
        self._kpis = {
            kpi.id: self._of_kpi(kpi, newest.get(kpi.id)) for kpi in session.execute(_KPIS)
        }
        met = select(Touchpoint.id, Touchpoint.name, Touchpoint.satisfaction)
        self._touchpoints = {
            id: self._of_touchpoint(name, value) for id, name, value in session.execute(met)
        }

    def of(self, card: Card, lane: str) -> Measure | None:
        """What a card carries; a touchpoint's satisfaction counts only in a lane of measures."""
        if card.kpi_id is not None:
            return self._kpis.get(card.kpi_id)
        if card.wave_id is not None:
            return self._of_wave(self._session.get(Wave, card.wave_id), card.wave_column)
        if lane == "measures" and card.touchpoint_id is not None:
            return self._touchpoints.get(card.touchpoint_id)
        return None

    def kpi(self, id: int) -> Measure:
        """What a KPI says. Raises KeyError."""
        return self._kpis[id]

    def _of_kpi(self, kpi: Any, reading: Any) -> Measure:
        aim = "" if kpi.target is None else self._target(number(kpi.target, *self._unit(kpi)))
        if reading is None:
            return Measure(kpi.name, self.gettext("not measured"), aim, counted=False)
        basis = "" if reading.n is None else self._n(reading.n)
        if (kpi.id, reading.read_on, reading.n) in self._old:
            basis = " · ".join(part for part in (basis, self.gettext("out of date")) if part)
        if reading.n is not None and reading.n < WITHHELD:
            return Measure(kpi.name, self.gettext("too few answers"), aim, None, basis, False)
        value = number(reading.value, *self._unit(kpi))
        return Measure(kpi.name, value, aim, _met(kpi, reading.value), basis)

    def _of_wave(self, wave: Wave | None, name: str) -> Measure:
        column = None if wave is None else question(wave, name)
        found = None if wave is None or column is None else score(self._session, wave, column)
        if wave is None or column is None or found is None or found.value is None:
            title = "" if column is None else column.title
            return Measure(title, self.gettext("not measured"), counted=False)
        basis = f"{self._n(found.n)} · {wave.name}"
        title = "NPS" if column.role == "score" else column.title
        if found.n < WITHHELD:
            return Measure(title, self.gettext("too few answers"), basis=basis, counted=False)
        return Measure(title, formats.number(found.value, 1), basis=basis)

    def _of_touchpoint(self, name: str, satisfaction: float | None) -> Measure:
        if satisfaction is None:
            return Measure(name, self.gettext("not measured"), counted=False)
        of = self.gettext("satisfaction, of {highest}").format(highest=HIGHEST_SATISFACTION)
        return Measure(name, number(satisfaction, "", self._language), basis=of)

    def _unit(self, kpi: Any) -> tuple[str, str]:
        return kpi.unit, self._language

    def _n(self, count: int) -> str:
        return self.gettext("n = {n}").format(n=f"{count:,}")

    def _target(self, value: str) -> str:
        return self.gettext("target {value}").format(value=value)


_KPIS = select(Kpi.id, Kpi.name, Kpi.unit, Kpi.target, Kpi.direction)


def _readings(session: Session) -> Any:
    query = select(Reading.kpi_id, Reading.value, Reading.n, Reading.read_on)
    return session.execute(query.order_by(Reading.read_on, Reading.id))


def _out_of_date(session: Session) -> set[tuple[int, dt.date | None, int | None]]:
    """KPI, day and answers of readings whose survey has changed since they were taken from it."""
    rests = (Link.source_kind == "evidence", Link.source_id == Evidence.id)
    query = (
        select(Link.target_id, Evidence.dated, Evidence.n, Evidence.definition, Evidence.wave_id)
        .join(Evidence, and_(*rests))
        .where(Link.target_kind == "kpi", Evidence.definition != "")
    )
    found = session.execute(query).all()
    waves = {row.wave_id: session.get(Wave, row.wave_id) for row in found if row.wave_id}
    return {
        (row.target_id, row.dated, row.n)
        for row in found
        if is_old(row.definition, waves.get(row.wave_id))
    }


def _met(kpi: Any, value: float) -> bool | None:
    """Whether a value reaches the target; None without one."""
    if kpi.target is None:
        return None
    return bool(value >= kpi.target if kpi.direction == "up" else value <= kpi.target)
