"""KPIs as the report shows them: newest reading, target, interval, chart."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cxstudio.drawing.charts import scale
from cxstudio.i18n import N_
from cxstudio.model import Kpi, Persona, Reading
from cxstudio.report import blocks as b
from cxstudio.report.charts.trend import trend_alt, trend_chart
from cxstudio.report.context import Context

_SCORE = re.compile(r"\bNPS\b|NPS|Net Promoter")


def is_score(kpi: Kpi) -> bool:
    """Whether the measure is a Net Promoter Score."""
    return bool(_SCORE.search(kpi.name))


def the_score(context: Context) -> Kpi | None:
    """The first Net Promoter Score among the measures, which is the overall one."""
    return next((kpi for kpi in context.all(Kpi) if is_score(kpi)), None)


def newest(kpi: Kpi) -> Reading | None:
    """The last reading."""
    return kpi.readings[-1] if kpi.readings else None


def value(context: Context, kpi: Kpi, number: float | None, *, unit: bool = True) -> str:
    """A value of the measure, scores without a unit and with one decimal; a dash for none.

    What was measured has a decimal where any reading has one; a target stands as it was set.
    """
    if number is None:
        return "–"
    if is_score(kpi):
        return context.written.score(number)
    places = 0 if number == kpi.target else decimals(kpi)
    return context.written.with_unit(number, kpi.unit if unit else "", places)


def decimals(kpi: Kpi) -> int:
    """Those of all that is read of the measure, so that readings stand alike beside each other."""
    return int(is_score(kpi) or any(one.value % 1 for one in kpi.readings))


def met(kpi: Kpi, number: float) -> bool | None:
    """Whether a value reaches the target; None without a target."""
    if kpi.target is None:
        return None
    return number >= kpi.target if kpi.direction == "up" else number <= kpi.target


def said(context: Context, reading: Reading) -> list[str]:
    """Interval and number of answers, as far as they are known."""
    written = context.written
    found = []
    if reading.low is not None and reading.high is not None:
        between = written.interval(reading.low, reading.high)
        found.append(context.gettext("95% interval {interval}", interval=between))
    if reading.n is not None:
        found.append(written.n(reading.n))
    return found


def points(readings: Iterable[Reading]) -> list[scale.Reading]:
    """Readings as charts take them."""
    return [scale.Reading(r.read_on, r.value, r.low, r.high, r.n) for r in readings]


def figure(context: Context, kpi: Kpi, width_mm: float, height_mm: float) -> b.Figure:
    """The readings of a measure over time under a caption that says where it stands.

    Raises ValueError without readings.
    """
    shown = sorted(points(kpi.readings), key=lambda reading: reading.day)
    name, unit = ("NPS", "") if is_score(kpi) else (kpi.name, kpi.unit)
    return b.Figure(
        b"",
        width_mm,
        trend_alt(shown, kpi.target, unit, context.language, name),
        caption=standing(context, kpi),
        subcaption=_measured(context, kpi),
        source=sources(context, kpi),
        chart=trend_chart(
            shown,
            kpi.target,
            unit,
            context.language,
            kpi.name,
            kpi.target_on,
            width_mm,
            height_mm,
            decimals=decimals(kpi),
        ),
    )


def standing(context: Context, kpi: Kpi) -> str:
    """One sentence: where the measure stands against its target."""
    last = newest(kpi)
    if last is None:
        return context.gettext("{name}: not measured yet", name=kpi.name)
    now = value(context, kpi, last.value)
    if kpi.target is None:
        return context.gettext("{name}: {value}; no target is set", name=kpi.name, value=now)
    aim = value(context, kpi, kpi.target)
    if met(kpi, last.value):
        text = N_("{name}: {value} meets the target of {target}")
        return context.gettext(text, name=kpi.name, value=now, target=aim)
    text = N_("{name}: {value}, {distance} below the target of {target}")
    if kpi.direction != "up":
        text = N_("{name}: {value}, {distance} above the target of {target}")
    far = _distance(context, kpi, abs(kpi.target - last.value))
    return context.gettext(text, name=kpi.name, value=now, target=aim, distance=far)


def _distance(context: Context, kpi: Kpi, far: float) -> str:
    """How far a value lies from the target: of scores and shares in points."""
    if not is_score(kpi) and kpi.unit not in ("%", "％"):
        return context.written.with_unit(round(far, 1), kpi.unit)
    amount = context.written.figure(round(far, 1))
    one = 1 if amount == "1" else 2
    return context.ngettext("{amount} point", "{amount} points", one, amount=amount)


def _measured(context: Context, kpi: Kpi) -> str:
    last = newest(kpi)
    told = said(context, last) if last else []
    if last is None or not told:
        return kpi.description
    month = context.written.month(last.read_on)
    joined = ("、" if context.japanese else ", ").join(told)
    return context.sentences(
        kpi.description, context.gettext("{month}: {told}", month=month, told=joined)
    )


def sources(context: Context, kpi: Kpi) -> str:
    """Where the readings come from, each said once."""
    named = dict.fromkeys(reading.source for reading in kpi.readings if reading.source)
    return ("、" if context.japanese else "; ").join(named)


def shows_score(context: Context) -> bool:
    """Whether a Net Promoter Score stands anywhere in the report, and so the notice must."""
    if any(is_score(kpi) for kpi in context.all(Kpi)) or context.survey.heard:
        return True
    if any(persona.score is not None for persona in context.all(Persona)):
        return True
    written = (f"{s.message}{s.lead}{s.narrative}" for s in context.texts.values())
    said = (piece.text for piece in context.evidence.values())
    return any(_SCORE.search(text) for text in (*written, *said))
