"""Who stands behind a score: detractors, passives and promoters of each wave, as a Word chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.analysis.survey.nps import Nps
from cxstudio.formats import number
from cxstudio.i18n import catalogue
from cxstudio.report.charts.data import Axis, BarChart, Bars, Note, Shade, Side
from cxstudio.report.charts.words import words_mm

ROW_MM = 7.0
_TOP_MM, _BEFORE_BARS_MM, _END_MM = 6.5, 2.5, 0.5
_KEY_MM, _KEY_SIZE = 2.5 - _TOP_MM, 7.0
_SHARES = Axis(0, 100, 25, shown=False)
_KINDS: tuple[tuple[str, Shade, Shade], ...] = (
    ("detractors", "orange_mid", "ink"),
    ("passives", "hairline", "ink2"),
    ("promoters", "petrol", "paper"),
)


@dataclass(frozen=True, slots=True)
class People:
    """Who answered in a wave; `score` holds the counts."""

    wave: str
    score: Nps


def composition_chart(waves: Sequence[People], language: str) -> BarChart:
    """A bar of percents for each wave that somebody answered, the three kinds named above."""
    shown = [one for one in waves if one.score.n]
    left = max(words_mm(one.wave) for one in shown) + _BEFORE_BARS_MM
    rows = tuple(
        Note(one.wave, 0.0, (place + 0.5) / len(shown), "right", "ink2", right_mm=-left)
        for place, one in enumerate(shown)
    )
    return BarChart(
        tuple(one.wave for one in shown),
        tuple(
            Bars(name, tuple(_percent(one, kind) for one in shown), shade, form="0", ink=ink)
            for (kind, shade, ink), name in zip(_KINDS, _names(language), strict=True)
        ),
        _SHARES,
        _TOP_MM + ROW_MM * len(shown),
        lying=True,
        stacked=True,
        gap=35,
        room=(left, _TOP_MM, _END_MM, 0.0),
        notes=(*_key(left, language), *rows),
    )


def composition_alt(waves: Sequence[People], language: str) -> str:
    """The percents in words."""
    gettext = catalogue(language).gettext
    text = gettext(
        "{wave}: {detractors}% detractors, {passives}% passives, {promoters}% promoters."
    )
    return ("" if language.startswith("ja") else " ").join(
        text.format(wave=one.wave, **{kind: number(_percent(one, kind)) for kind, *_ in _KINDS})
        for one in waves
        if one.score.n
    )


def _percent(one: People, kind: str) -> float:
    return 100 * float(getattr(one.score, kind)) / one.score.n


def _names(language: str) -> tuple[str, str, str]:
    gettext = catalogue(language).gettext
    return gettext("Detractors"), gettext("Passives"), gettext("Promoters")


def _key(left: float, language: str) -> list[Note]:
    """The three kinds in their colours, which are the legend of the bars: each from where its
    part of the bars may be, so that no typeface of a template brings two together."""
    first, second, third = _names(language)
    words: tuple[tuple[str, float, Side, Shade, bool], ...] = (
        ("%", 0.0, "right", "ink2", False),
        (first, 0.0, "right", "orange", True),
        (second, 0.5, "centre", "ink2", False),
        (third, 1.0, "left", "petrol", True),
    )
    return [
        Note(text, across, 0.0, side, shade, bold, 0.0 if place else -left, _KEY_MM, _KEY_SIZE)
        for place, (text, across, side, shade, bold) in enumerate(words)
    ]
