from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.survey.comparing import Verdict
from cxstudio.analysis.survey.crosstab import crosstab, ordered
from cxstudio.analysis.survey.estimates import figure
from cxstudio.analysis.survey.figure import MEAN, NPS, top_share
from cxstudio.analysis.survey.segments import behind, labels, members

PRODUCTS, CHANNELS, OPTIONS = ("A", "B", "unused"), ("shop", "web"), ("x", "y")
people = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(0, 10)),
        st.sampled_from(["A", "B", None]),
        st.sampled_from([*CHANNELS, None]),
        st.booleans(),
        st.booleans(),
        st.floats(0.5, 3),
    ),
    min_size=1,
    max_size=50,
)


def asked(rows):
    frame = pd.DataFrame(rows, columns=["score", "product", "channel", "x", "y", "weight"])
    frame["score"] = frame["score"].astype("Int8")
    segments = {
        "product": pd.Series(pd.Categorical(frame["product"], categories=PRODUCTS)),
        "source": frame[["x", "y"]],
        "channel": frame["channel"].astype("str"),
    }
    return frame, segments


@given(people, st.sampled_from([NPS, MEAN, top_share(10, 3)]))
def test_each_cell_is_the_figure_of_the_rows_behind_it(rows, measure):
    frame, segments = asked(rows)
    table = crosstab(segments, frame["score"], frame["weight"], measure=measure)
    for place in product(*([*range(len(names)), None] for names in table.labels)):
        mask = behind(segments, table.chosen(*place), frame["score"])
        alone = figure(measure, frame["score"][mask], frame["weight"][mask])
        cell = table.figure(*place)
        assert cell.n == alone.n == mask.sum()
        for name in ("value", "low", "high", "effective"):
            told = getattr(alone, name)
            assert getattr(cell, name) == (None if told is None else pytest.approx(told, abs=1e-6))


def test_one_segment_and_small_samples():
    score = pd.Series([10] * 40 + [9] * 20 + [0] * 9)
    party = pd.Series(["couple"] * 40 + ["alone"] * 20 + ["friends"] * 9)
    table = crosstab({"party": party}, score)
    assert table.labels == (("alone", "couple", "friends"),)
    assert list(table.figures.n) == [20, 40, 9, 69]
    assert list(table.small) == [True, False, True, False]
    assert list(table.withheld("client")) == [False, False, True, False]
    assert not table.withheld("internal").any()
    assert table.figure(2).withheld("client")


def test_a_table_sorted_by_its_margin():
    score = pd.Series([10] * 40 + [0] * 20 + [9] * 9)
    party = pd.Series(["couple"] * 40 + ["alone"] * 20 + ["friends"] * 9)
    channel = pd.Series(["web", "shop", None] * 23)
    table = crosstab({"party": party, "channel": channel}, score)
    largest = ordered(table)
    assert largest.labels[0] == ("couple", "alone", "friends")
    assert list(largest.figures.n[:, -1]) == [40, 20, 9, 69]
    worst = ordered(table, by="value", descending=False)
    assert worst.labels[0][0] == "alone"
    for place in range(3):
        name = worst.labels[0][place]
        assert worst.figure(place, 1) == table.figure(table.labels[0].index(name), 1)
    best = ordered(table, axis=1, by="value")
    assert best.labels[0] == table.labels[0]


def test_cells_against_all_other_people():
    score = pd.Series([10] * 90 + [0] * 10 + [7] * 100 + [10] * 4)
    party = pd.Series(["couple"] * 100 + ["alone"] * 100 + ["friends"] * 4)
    found = crosstab({"party": party}, score).compared()
    assert found[1,].verdict is Verdict.HIGHER
    assert found[0,].verdict is Verdict.LOWER
    assert found[2,].verdict is Verdict.TOO_FEW


def test_the_frame_has_a_row_for_each_cell():
    frame, segments = asked([(9, "A", "web", True, True, 1.0), (3, "B", None, False, True, 1.0)])
    table = crosstab(segments, frame["score"]).frame()
    assert len(table) == 4 * 3 * 2
    web = table[(table["product"] == "A") & (table["source"] == "y") & (table["channel"] == "web")]
    assert web["value"].item() == 100
    everyone = table[table[["product", "source", "channel"]].isna().all(axis=1)]
    assert everyone["n"].item() == 2


def test_filters_of_several_groups():
    _, segments = asked([(9, "A", "web", True, False, 1.0), (3, "B", None, False, True, 1.0)])
    assert list(behind(segments, {"product": ["A", "B"]})) == [True, True]
    assert list(behind(segments, {"product": [], "channel": None})) == [False, False]
    assert list(behind(segments, {"channel": "web", "source": "x"})) == [True, False]
    assert labels(segments["source"]) == OPTIONS
    with pytest.raises(KeyError):
        members(segments["product"], "C")


@pytest.mark.parametrize("count", [0, 4])
def test_a_table_has_one_to_three_segments(count):
    one = pd.Series(["a"])
    with pytest.raises(ValueError, match="one to three"):
        crosstab({str(i): one for i in range(count)}, pd.Series([9]))


def test_fukui_by_travel_party_and_source(shared):
    path = shared / "data" / "survey" / "fukui" / "202604.csv"
    wave = pd.read_csv(path, encoding="utf-8-sig")
    sources = wave[["インターネット・アプリ", "友人・知人", "Instagram"]] == 1
    table = crosstab({"party": wave["同行者"], "source": sources}, wave["NPS"])
    couples = int(table.figures.n[:-1, -1].argmax())
    assert (table.figure(couples).n, round(table.figure(couples).value, 1)) == (613, 15.0)
    assert round(table.figure(couples, 0).value, 1) == 18.5
    assert round(table.figure(None, 0).value, 1) == 21.2
    assert (table.figure().n, round(table.figure().value, 2)) == (1543, 20.29)
    assert np.nansum(table.figures.n[:-1, -1]) == 1543
