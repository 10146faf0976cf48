"""Dates, times and figures read the same on every page."""

import datetime as dt

import pytest

from cxstudio import formats

DAY = dt.date(2026, 6, 5)
LATER = dt.date(2026, 9, 30)
NEXT_YEAR = dt.date(2027, 3, 31)
AT = dt.datetime(2026, 6, 5, 9, 2)  # noqa: DTZ001 - a wall clock has no zone


@pytest.mark.parametrize(
    ("form", "english", "japanese"),
    [
        (formats.day, "5 June 2026", "2026年6月5日"),
        (formats.short_day, "5 Jun", "6月5日"),
        (formats.cell_day, "5 Jun 2026", "2026年6月5日"),
        (formats.month, "Jun 2026", "2026年6月"),
        (formats.month_name, "Jun", "6月"),
    ],
)
def test_a_date_is_written_in_the_language(form, english, japanese):
    assert (form(DAY, "en"), form(DAY, "ja")) == (english, japanese)


@pytest.mark.parametrize(
    ("first", "last", "english", "japanese"),
    [
        (DAY, DAY, "5 Jun 2026", "2026年6月5日"),
        (DAY, LATER, "5 Jun – 30 Sep 2026", "2026年6月5日〜9月30日"),
        (DAY, NEXT_YEAR, "5 Jun 2026 – 31 Mar 2027", "2026年6月5日〜2027年3月31日"),
    ],
)
def test_a_span_of_days_says_a_common_year_once(first, last, english, japanese):
    assert formats.days(first, last, "en") == english
    assert formats.days(first, last, "ja") == japanese


@pytest.mark.parametrize(
    ("first", "last", "english", "japanese"),
    [
        (DAY, DAY.replace(day=30), "Jun 2026", "2026年6月"),
        (DAY, LATER, "Jun – Sep 2026", "2026年6月〜9月"),
        (DAY, NEXT_YEAR, "Jun 2026 – Mar 2027", "2026年6月〜2027年3月"),
    ],
)
def test_a_span_of_months_says_a_common_year_once(first, last, english, japanese):
    assert formats.months(first, last, "en") == english
    assert formats.months(first, last, "ja") == japanese


def test_a_page_may_have_a_range_mark_of_its_own():
    assert formats.days(DAY, LATER, "ja", "～") == "2026年6月5日～9月30日"


def test_a_day_of_this_year_goes_without_it():
    assert formats.recent_day(DAY, LATER, "en") == "5 Jun"
    assert formats.recent_day(DAY, NEXT_YEAR, "en") == "5 Jun 2026"
    assert formats.recent_day(DAY, LATER, "ja") == "6月5日"


def test_a_moment_is_the_day_and_the_minute():
    assert formats.moment(AT, "en") == "5 June 2026, 09:02"
    assert formats.cell_moment(AT, "en") == "5 Jun 2026, 09:02"
    assert formats.moment(AT, "ja") == formats.cell_moment(AT, "ja") == "2026年6月5日 09:02"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (1543, 0, "1,543"),
        (-1.64, 1, "−1.6"),
        (-0.04, 1, "0.0"),
        (0, 0, "0"),
        (2, 1, "2.0"),
        (61.05, 1, "61.1"),
        (2.5, 0, "3"),
    ],
)
def test_a_number_has_commas_and_a_real_minus(value, decimals, text):
    assert formats.number(value, decimals) == text


@pytest.mark.parametrize(("value", "text"), [(0.4, "+0.4"), (-1.6, "−1.6"), (0.01, "0.0")])
def test_a_difference_has_its_sign(value, text):
    assert formats.signed(value) == text


def test_a_share_is_a_percentage():
    assert (formats.percent(0.25), formats.percent(0.0825, 1)) == ("25 %", "8.3 %")


@pytest.mark.parametrize(
    ("value", "least", "text"),
    [(22.0, 0, "22"), (0.75, 1, "0.75"), (0.5, 1, "0.5"), (1 / 3, 0, "0.33"), (-2.5, 0, "−2.5")],
)
def test_a_figure_stands_as_it_was_entered(value, least, text):
    assert formats.entered(value, least) == text
