"""When an answer was given: which column says it, and how the times are written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cxstudio.exchange.survey_facts import Facts
from cxstudio.exchange.survey_guess import Confidence, Guess, guess
from cxstudio.i18n import _

_HEADERS = (
    re.compile(
        r"回答日時|回答日|回答時刻|タイムスタンプ|完了時刻|timestamp|recorded ?date|"
        r"submi(?:t|ssion)|completion ?time|date ?modified|response ?date",
        re.IGNORECASE,
    ),
    re.compile(
        r"end ?date|end ?time|completed|終了|送信|日時|interview ?date|survey ?date|created", re.I
    ),
    re.compile(
        r"(?<![a-z])(?:date|time|datum|fecha)(?![a-z])|start ?(?:date|time)|日付|年月日|開始", re.I
    ),
    re.compile(r"date|time|日$", re.IGNORECASE),
)
_CLOCK = r"(?:[ T]\s*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[AP]M|Z|[+-]\d\d:?\d\d)?)?"
_SHAPES = (
    re.compile(rf"(?P<year>\d{{4}})[-/.](?P<a>\d{{1,2}})[-/.](?P<b>\d{{1,2}}){_CLOCK}", re.I),
    re.compile(rf"(?P<a>\d{{1,2}})[-/.](?P<b>\d{{1,2}})[-/.](?P<year>\d{{4}}|\d\d){_CLOCK}", re.I),
    re.compile(r"(?P<year>\d{4})年(?P<a>\d{1,2})月(?P<b>\d{1,2})日.*"),
)


YEARS = range(1990, 2100)
"""Years in which an answer can have been given; spreadsheets write a time of day as one of 1899,
1900 or 1904."""


def time(every: list[Facts]) -> Guess | None:
    """The time of answering: the end rather than the beginning of it, and no time of day alone."""
    confidences: tuple[Confidence, ...] = ("sure", "likely", "likely", "unsure")
    for confidence, pattern in zip(confidences, _HEADERS, strict=True):
        for facts in every:
            form = form_of(facts.counts) if pattern.search(facts.question) else None
            if form is not None and _of_our_days(facts.counts):
                reason = _("Its name speaks of the time of answering, and its cells are times.")
                return guess(facts, "time", reason, confidence, form=form)
    return None


def form_of(cells: Iterable[str]) -> str | None:
    """How these times are written, for `strptime`; "" for year first, None for no times.

    Day and month are told apart by a number above 12; without one the month is taken to
    come first when the year is last.
    """
    texts = [cell.strip() for cell in cells][:500]
    if not texts:
        return None
    for place, shape in enumerate(_SHAPES):
        found = [shape.fullmatch(text) for text in texts]
        matched = [m for m in found if m]
        if len(matched) >= 0.95 * len(texts):
            return _form(place, matched, texts)
    return None


def _of_our_days(cells: Iterable[str]) -> bool:
    years = [int(y[0]) for cell in cells if (y := re.search(r"(?<!\d)\d{4}(?!\d)", cell))]
    return sum(year in YEARS for year in years) >= 0.95 * len(years)


def _form(place: int, found: list[re.Match[str]], texts: list[str]) -> str:
    example = max(texts, key=len)
    if place == 0:
        return "" if "-" in example[:8] else _with_clock(_dates(example, "%Y{0}%m{0}%d"), example)
    if place == 2:
        return _with_clock("%Y年%m月%d日", example)
    day_first = any(int(m["a"]) > 12 for m in found)
    year = "%Y" if len(found[0]["year"]) == 4 else "%y"
    order = "%d{0}%m{0}" if day_first else "%m{0}%d{0}"
    return _with_clock(_dates(example, order + year), example)


def _dates(example: str, form: str) -> str:
    between = re.search(r"[-/.]", example)
    return form.format(between[0] if between else "/")


def _with_clock(form: str, example: str) -> str:
    colons = example.count(":")
    if not colons:
        return form
    half = bool(re.search(r"[AP]M", example, re.IGNORECASE))
    clock = ("%I" if half else "%H") + ":%M" + (":%S" if colons > 1 else "")
    fraction = ".%f" if re.search(r":\d\d\.\d", example) else ""
    space = "T" if re.search(r"\dT\d", example) else " "
    return f"{form}{space}{clock}{fraction}{' %p' if half else ''}"
