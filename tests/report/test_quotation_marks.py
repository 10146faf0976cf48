"""Typed quotation marks and apostrophes as they stand in an English report."""

import pytest

from cxstudio.report import blocks as b
from cxstudio.report.charts.data import Axis
from cxstudio.report.quotation_marks import curled, with_curly_marks


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("don't", "don’t"),
        ('He said "so", twice.', "He said “so”, twice."),
        ('"We don\'t know"', "“We don’t know”"),
        ("the passengers' choice", "the passengers’ choice"),
        ("the '90s", "the ’90s"),
        ('a 5" screen, 6\'2" tall', 'a 5" screen, 6\'2" tall'),
        ('"in 2024"', "“in 2024”"),
        ('("so")', "(“so”)"),
        ('" ends', '" ends'),
        ('", he said', "”, he said"),
        ('lang="en" https://a.example/it\'s', 'lang="en" https://a.example/it\'s'),
        ('彼は"はい"と', '彼は"はい"と'),
        ("“already” it’s", "“already” it’s"),
    ],
)
def test_straight_marks_are_curled(typed: str, shown: str) -> None:
    assert curled(typed) == shown
    assert curled(shown) == shown


def test_number_formats_stay_as_they_are() -> None:
    axis = Axis(0, 1, 1, "What's left", '0;"−"0;0')
    told = with_curly_marks((b.Quote("It's far"), axis))
    assert told == (b.Quote("It’s far"), Axis(0, 1, 1, "What’s left", '0;"−"0;0'))
