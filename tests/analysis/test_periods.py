import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.survey.figure import MEAN
from cxstudio.analysis.survey.periods import PERIODS, fitting, over_time, undated
from cxstudio.analysis.survey.scores import net_promoter

moments = st.one_of(
    st.none(),
    st.datetimes(
        pd.Timestamp("2019-11-01").to_pydatetime(), pd.Timestamp("2021-03-31").to_pydatetime()
    ),
)
rows = st.lists(
    st.tuples(moments, st.one_of(st.none(), st.integers(0, 10)), st.floats(0.5, 2)), min_size=1
)
FREQUENCY = {"day": "D", "week": "W-SUN", "month": "M", "quarter": "Q"}


@given(rows, st.sampled_from(PERIODS))
def test_as_pandas_does_it_period_by_period(given_rows, period):
    whole = pd.DataFrame(given_rows, columns=["time", "score", "weight"])
    whole["time"] = pd.to_datetime(whole["time"]).astype("datetime64[s]")
    whole["score"] = whole["score"].astype("Int8")
    found = over_time(whole["time"], whole["score"], whole["weight"], period=period)
    named = whole.dropna(subset=["time", "score"])
    spans = named["time"].dt.to_period(FREQUENCY[period])
    assert found["n"].sum() == len(named)
    if len(named):
        every = pd.period_range(spans.min(), spans.max(), freq=FREQUENCY[period])
        assert list(found["begins"]) == list(every.start_time)
        assert list(found["ends"]) == list(every.end_time.normalize())
        for row, span in zip(found.itertuples(), every, strict=True):
            here = named[spans == span]
            alone = net_promoter(here["score"], here["weight"])
            assert row.n == alone.n
            if alone.n:
                assert (row.value, row.low, row.high) == pytest.approx(
                    (alone.score, alone.low, alone.high), abs=1e-9
                )
            else:
                assert np.isnan([row.value, row.low, row.high]).all()
                assert not row.small


def test_nobody_and_no_dates():
    nothing = pd.Series([pd.NaT, pd.NaT], dtype="datetime64[s]")
    score = pd.Series([9, None], dtype="Int8")
    assert over_time(nothing, score).empty
    assert undated(nothing, score) == 1
    assert "begins" in over_time(nothing, score).columns


def test_the_period_that_fits_the_screen():
    def spread(days):
        return pd.Series(pd.to_datetime(["2026-01-05", None])).fillna(
            pd.Timestamp("2026-01-05") + pd.Timedelta(days=days)
        )

    assert [fitting(spread(days)) for days in (30, 200, 1500, 9000)] == list(PERIODS)
    assert fitting(pd.Series([], dtype="datetime64[s]")) == "day"


def test_a_wrong_century_is_told():
    times = pd.Series(np.array(["1026-01-01", "2026-01-01"], dtype="datetime64[s]"))
    with pytest.raises(ValueError, match="days apart"):
        over_time(times, pd.Series([9, 9]))


def test_any_measure_over_time(shared):
    path = shared / "data" / "survey" / "fukui" / "202604.csv"
    wave = pd.read_csv(path, encoding="utf-8-sig", usecols=["NPS", "回答日時"])
    times = pd.to_datetime(wave["回答日時"])
    month = over_time(times, wave["NPS"])
    assert list(month["n"]) == [1543]
    assert round(month.loc[0, "value"], 2) == 20.29
    weeks = over_time(times, wave["NPS"], measure=MEAN, period="week")
    assert weeks["n"].sum() == 1543
    assert (weeks["begins"].dt.day_of_week == 0).all()
