"""The list of cards under the table: written, read, and what is left of a bad one."""

import pytest

from cxstudio.exchange.journey_content import (
    CardContent,
    CardDetails,
    JourneyContent,
    LaneContent,
    StageContent,
    StepContent,
)
from cxstudio.exchange.journey_sheets import csv_of, rows_of_csv, rows_of_xlsx, xlsx_of
from cxstudio.exchange.journey_table import journey_of, rows_of


def a_map(*details):
    """A map of one cell with a card for each of these."""
    return JourneyContent(
        "t",
        stages=(StageContent("Plan", (StepContent("Dream"),)),),
        lanes=(LaneContent("pain_points", "Pains"),),
        cards=tuple(CardContent(0, 0, "Late bus", details=one) for one in details),
    )


RICH = CardDetails("rose", "bus", ("peak", "夏, 休み"[:1]), ("E-012", "G-04"), 7, True)


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("workbook", [False, True])
def test_everything_comes_back_also_for_cards_of_the_same_words(language, workbook):
    journey = a_map(RICH, CardDetails(), CardDetails("blue"))
    rows = rows_of(journey, language)
    back = rows_of_xlsx(xlsx_of(rows, "t"), "f") if workbook else rows_of_csv(csv_of(rows), "f")
    assert journey_of(back, "t", "f") == journey


def test_a_table_without_the_list_says_nothing_of_them():
    (card,) = journey_of(rows_of(a_map(None), "en"), "t", "f").cards
    assert card.details is None


def test_a_line_without_its_card_is_told_and_columns_may_be_moved_or_missing():
    rows = rows_of(a_map(RICH), "en")
    rows.append(["Nobody", "Nowhere", "Pains"])
    rows[-1] += [""] * 6
    for row in rows[4:]:
        row[:] = [row[0], row[1], row[2], *row[4:6], row[3]]
    read = journey_of(rows, "t", "f")
    assert read.notes == ("The list of cards has 1 rows whose card is not in the table.",)
    assert read.cards[0].details == CardDetails("rose", "bus", RICH.tags)


@pytest.mark.parametrize(
    ("column", "text"),
    [(3, "purple"), (4, "../../etc/passwd"), (6, "x-1 ---"), (7, "９" * 30), (7, "-3"), (8, "no")],
)
def test_what_means_nothing_is_left_out(column, text):
    rows = rows_of(a_map(CardDetails(tags=("a",))), "en")
    rows[-1][column] = text
    assert journey_of(rows, "t", "f").cards[0].details == CardDetails(tags=("a",))
