import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.emotion import Feeling, curve, emotion
from cxstudio.analysis.gaps.severity import (
    Cell,
    Concentration,
    band,
    concentration,
    matrix,
    opportunity,
    severity,
)
from cxstudio.analysis.strength import strength


def test_severity_of_the_gap_in_the_picture():
    assert severity(5.0, 1.5, 5.0, 0.88) == pytest.approx(15.4)


@pytest.mark.parametrize("missing", range(4))
def test_no_severity_without_all_four(missing):
    values = [5.0, 1.5, 5.0, 0.88]
    values[missing] = None
    assert severity(*values) is None


def test_a_target_already_met_is_no_gap():
    assert severity(5, 4, 3, 1) == 0


@pytest.mark.parametrize("wrong", [(0, 1, 2, 0.5), (6, 1, 2, 0.5), (3, 1, 2, 1.5), (3, 1, 2, -1)])
def test_values_outside_the_scale_are_refused(wrong):
    with pytest.raises(ValueError, match="is not"):
        severity(*wrong)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (15, "severe"),
        (14.96, "severe"),
        (14.94, "high"),
        (10, "high"),
        (9.9, "medium"),
        (5, "medium"),
        (4.9, "low"),
        (0, "low"),
        (None, None),
    ],
)
def test_the_band_agrees_with_the_figure_shown(value, expected):
    assert band(value) == expected


def test_opportunity():
    assert opportunity(8, 3) == 13
    assert opportunity(4, 9) == 4
    assert opportunity(None, 3) is None
    with pytest.raises(ValueError, match="between 0 and 10"):
        opportunity(11, 3)


def test_matrix_sums_and_counts_shared_and_unscored_gaps():
    table = matrix(
        [
            ("Arrive", "Station desk", 15.4),
            ("Arrive", "Station desk", 11.2),
            ("Arrive", "Railway", 11.2),
            ("Return", "Railway", None),
            ("Return", "Railway", None),
            ("Arrive", "Station desk", None),
        ]
    )
    assert table.stages == ("Arrive", "Return")
    assert table.departments == ("Station desk", "Railway")
    assert table.at("Arrive", "Station desk") == Cell(pytest.approx(26.6), 3)
    assert table.at("Return", "Railway") == Cell(None, 2)
    assert table.at("Return", "Station desk") is None


def test_strength_by_independent_sources():
    assert [strength(n) for n in (0, 1, 2, 3, 9)] == ["none", "thin", "fair", "strong", "strong"]
    with pytest.raises(ValueError, match="cannot be"):
        strength(-1)


def test_emotion_without_evidence_is_blank_not_zero():
    assert emotion([]) is None
    assert emotion([Feeling(1.0, 0.0)]) is None
    assert emotion([Feeling(0.0)]) == 0.0
    assert emotion([Feeling(-2.0, 3.0), Feeling(1.0)]) == -1.2
    with pytest.raises(ValueError, match="between"):
        emotion([Feeling(2.1)])


def test_curve_keeps_the_order_and_breaks_where_nothing_is_known():
    found = curve(["plan", "arrive", "eat"], [("eat", Feeling(2.0)), ("gone", Feeling(-1.0))])
    assert list(found.items()) == [("plan", None), ("arrive", None), ("eat", 2.0)]


feelings = st.builds(Feeling, st.floats(-2, 2), st.floats(0.01, 100))


@given(st.lists(feelings, min_size=1))
def test_emotion_lies_between_its_evidence(evidence):
    values = [feeling.value for feeling in evidence]
    assert min(values) - 0.051 <= emotion(evidence) <= max(values) + 0.051


def test_how_much_the_most_severe_gaps_hold():
    assert concentration([2.0, None, 20.0, 8.0, 10.0]) == Concentration(3, 4, 0.95)
    assert concentration([20.0, 8.0, 10.0, None]) is None
    assert concentration([0.0] * 5) is None
