"""How a table is looked at: groups chosen, rows within rows, sorted by figures."""

import numpy as np
import pandas as pd
import pytest

from cxstudio.analysis.survey.arranged import MOST, Arrangement, Sorting, arranged, arrangement_from
from cxstudio.analysis.survey.asked import Asked, asked_from
from cxstudio.analysis.survey.crosstab import crosstab

FEW = 4


@pytest.fixture(scope="module")
def people() -> pd.DataFrame:
    """Products with different scores, two channels, and a product that few bought."""
    chance = np.random.default_rng(5)
    size = 3000
    product = chance.choice(["boots", "coats", "tents"], size)
    channel = chance.choice(["web", "shop"], size)
    age = chance.choice(["9", "10", "80"], size)
    score = chance.integers(0, 11, size)
    score[product == "boots"] = np.where(channel[product == "boots"] == "web", 10, 9)
    score[product == "coats"] = 0
    product[:FEW] = "rare"
    return pd.DataFrame({"product": product, "channel": channel, "age": age, "score": score})


def table(people: pd.DataFrame, *names: str):
    return crosstab({name: people[name] for name in names}, people["score"])


def names(shown) -> list[tuple[str | None, str | None]]:
    return [shown.row_names(row) for row in range(len(shown.rows))]


def test_rows_within_rows_are_the_table_of_three_questions(people):
    whole = table(people, "product", "channel", "age")
    shown = arranged(whole, Arrangement(), within="channel")
    rows = names(shown)
    assert rows[-3] == (None, None)
    assert set(rows[-2:]) == {(None, "shop"), (None, "web")}
    assert {outer for outer, _inner in rows} == {"boots", "coats", "tents", "rare", None}
    assert [shown.column_name(column) for column in range(4)] == [None, "9", "10", "80"]
    for row, (product, channel) in enumerate(rows):
        for column in range(4):
            mask = np.ones(len(people), dtype=bool)
            for name, label in (
                ("product", product), ("channel", channel), ("age", shown.column_name(column)),
            ):  # fmt: skip
                if label is not None:
                    mask &= (people[name] == label).to_numpy()
            assert shown.figure(row, column).n == mask.sum()


def test_rows_are_sorted_by_a_column_and_small_samples_come_last(people):
    whole = table(people, "product", "age")
    for by in (None, "10"):
        shown = arranged(whole, Arrangement(rows=Sorting(by)))
        falling = [outer for outer, _inner in names(shown)]
        assert falling == ["boots", "tents", "coats", "rare", None]
        rising = arranged(whole, Arrangement(rows=Sorting(by, rising=True)))
        assert [outer for outer, _inner in names(rising)][:3] == ["coats", "tents", "boots"]


def test_columns_are_sorted_by_a_row_that_may_be_gone(people):
    whole = table(people, "age", "product")
    for by in ("80", None, "there is none"):
        shown = arranged(whole, Arrangement(columns=Sorting(by)))
        found = [shown.column_name(column) for column in range(5)]
        assert found == [None, "boots", "tents", "coats", "rare"]


def test_groups_are_chosen_and_the_others_counted(people):
    whole = table(people, "product", "age")
    asked = Arrangement().of("product", ("coats", "boots")).of("age", ("80", "gone"))
    shown = arranged(whole, asked)
    assert [outer for outer, _inner in names(shown)] == ["boots", "coats", None]
    assert [shown.column_name(column) for column in range(2)] == [None, "80"]
    assert shown.left_out == 2 + 2
    assert asked.of("product", ()).of("age", ()) == Arrangement()


def test_the_largest_groups_in_their_order_where_that_is_of_numbers():
    ages = pd.Series([str(age) for age in range(1, 13) for _one in range(age)])
    whole = crosstab({"age": ages}, pd.Series([9] * len(ages)))
    shown = arranged(whole, Arrangement())
    assert [outer for outer, _inner in names(shown)] == [*map(str, range(5, 13)), None]
    assert len(whole.largest(0, 100)) == 12 and len(whole.largest(0, MOST)) == MOST


def test_a_press_turns_the_order_and_a_third_one_leaves_it():
    falling = Arrangement().turned("rows", "10")
    rising = falling.turned("rows", "10")
    assert (falling.rows, rising.rows) == (Sorting("10"), Sorting("10", rising=True))
    assert rising.turned("rows", "10") == Arrangement()
    assert rising.turned("rows", None).rows == Sorting(None)


def test_it_is_kept_with_the_question():
    way = Arrangement((("age", ("80",)),), Sorting(None, rising=True), Sorting("web"))
    asked = Asked(within="channel", trend="mean:a", arranged=way)
    assert asked_from(asked.as_json()) == asked
    assert arrangement_from({"chosen": 3, "rows": "x"}) == Arrangement()
    assert "arranged" not in Asked().as_json()
