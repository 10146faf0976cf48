"""Layout: cards never overlap, stay in their cells and in order, and none is lost."""

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.drawing.journey import map as m
from cxstudio.drawing.journey.cards import MOST_LINES
from cxstudio.drawing.journey.hands import Cell, card_at, cell_at, drop_line, insertion_index
from cxstudio.drawing.journey.layout import MapLayout, layout, relayout
from cxstudio.drawing.journey.metrics import Metrics, print_metrics, screen_metrics
from cxstudio.drawing.journey.rows import emotion_value, emotion_y
from tests.drawing.fixed import FixedMeasure

MEASURE = FixedMeasure()
NEAR = 1e-6
METRICS = [screen_metrics("en"), screen_metrics("ja"), print_metrics("en")]
TEXT = st.text(max_size=120)


@st.composite
def maps(draw: st.DrawFn) -> m.MapData:
    counts = draw(st.lists(st.integers(0, 4), min_size=0, max_size=4))
    steps = iter(range(1, 99))
    stages = tuple(
        m.StageData(
            place,
            draw(TEXT),
            tuple(
                m.StepData(
                    n := next(steps), draw(TEXT), n, draw(st.sampled_from([None, 90.0, 400.0]))
                )
                for _ in range(count)
            ),
        )
        for place, count in enumerate(counts)
    )
    lanes = tuple(
        m.LaneData(
            place,
            draw(st.sampled_from(get_args(m.LaneKind))),
            draw(TEXT),
            draw(st.sampled_from([None, 30.0, 500.0])),
            draw(st.booleans()),
        )
        for place in range(draw(st.integers(0, 5)))
    )
    columns = [step.id for stage in stages for step in stage.steps]
    amount = draw(st.integers(0, 25)) if columns and lanes else 0
    cards = tuple(_card(draw, number, columns, lanes) for number in range(amount))
    values = {c: draw(st.none() | st.floats(-2, 2)) for c in columns}
    return m.MapData(
        "J-01", "t", "as_is", stages, lanes, cards, (m.CurveData(1, "P-01", "n", 0, values),)
    )


def _card(
    draw: st.DrawFn, number: int, columns: list[m.Id], lanes: tuple[m.LaneData, ...]
) -> m.CardData:
    return m.CardData(
        number,
        draw(st.sampled_from(columns)),
        draw(st.sampled_from(lanes)).id,
        draw(TEXT),
        icon=draw(st.sampled_from(["", "bus"])),
        strength=draw(st.sampled_from([None, "strong", "none"])),
        votes=draw(st.integers(0, 12)),
        marks=draw(
            st.sampled_from([(), (m.LinkMark("gap", "G-01"), m.LinkMark("evidence", "E-1"))])
        ),
        picture=draw(st.sampled_from([None, m.PictureMark("p", 40, 90)])),
    )


def _shown(data: m.MapData) -> list[m.CardData]:
    folded = {lane.id for lane in data.lanes if lane.collapsed}
    return [card for card in data.cards if card.lane_id not in folded]


@given(maps(), st.sampled_from(METRICS))
def test_cards_lie_in_their_cells_in_order_and_apart(data, metrics) -> None:
    laid = layout(data, metrics, MEASURE)
    for row in laid.rows:
        for cell in row.cells:
            wanted = [
                c.id for c in _shown(data) if (c.step_id, c.lane_id) == (cell.step_id, row.lane.id)
            ]
            assert [box.card.id for box in cell.cards] == wanted
            for box in cell.cards:
                assert box.rect.x >= cell.rect.x and box.rect.right <= cell.rect.right + NEAR
                assert box.rect.y >= 0 and box.rect.bottom <= row.height + NEAR
                assert box.text.bottom <= box.rect.bottom + NEAR and box.rect.height > 0
            for above, below in pairwise(cell.cards):
                assert above.rect.bottom <= below.rect.y + NEAR


@given(maps(), st.sampled_from(METRICS))
def test_everything_is_placed_once_and_within_the_map(data, metrics) -> None:
    laid = layout(data, metrics, MEASURE)
    assert sorted(laid.places) == sorted(card.id for card in _shown(data))
    for card_id in laid.places:
        rect = laid.card_rect(card_id)
        assert rect.x >= 0 and rect.y >= laid.head.height
        assert rect.right <= laid.width + NEAR and rect.bottom <= laid.height + NEAR
        assert card_at(laid, rect.x + 1e-6, rect.y + rect.height / 2) == card_id
    for above, below in pairwise(laid.tops):
        assert above < below
    for bar in laid.head.stages:
        assert bar.rect.x >= 0 and bar.rect.right <= laid.width + NEAR


@given(maps(), st.data())
def test_laying_out_one_lane_again_gives_the_whole_layout(data, random) -> None:
    before = layout(data, METRICS[0], MEASURE)
    if not data.cards:
        return
    card = random.draw(st.sampled_from(data.cards))
    cards = tuple(
        m.CardData(c.id, c.step_id, c.lane_id, "longer " * 9) if c is card else c
        for c in data.cards
    )
    after = m.MapData(data.code, data.title, data.kind, data.stages, data.lanes, cards, data.curves)
    assert relayout(before, after, {card.lane_id}, MEASURE) == layout(after, METRICS[0], MEASURE)


def _grid(rows: int, columns: int, each: int) -> m.MapData:
    steps = tuple(m.StepData(n, f"Step {n}", n) for n in range(columns))
    lanes = tuple(m.LaneData(n, "actions", f"Lane {n}") for n in range(rows))
    cards = (
        m.CardData((r, c, k), c, r, f"Something happens to the customer {k}")  # type: ignore[arg-type]
        for r in range(rows)
        for c in range(columns)
        for k in range(each)
    )
    return m.MapData("J", "", "as_is", (m.StageData(0, "All", steps),), lanes, tuple(cards))


@pytest.fixture
def grid() -> MapLayout:
    return layout(_grid(3, 4, 2), METRICS[0], MEASURE)


def test_a_point_finds_its_cell(grid: MapLayout) -> None:
    assert cell_at(grid, 112 + 145 * 2 + 3, grid.tops[1] + 5) == Cell(2, 1)
    assert cell_at(grid, 50, grid.tops[1] + 5) is None
    assert cell_at(grid, 200, 5) is None
    assert cell_at(grid, grid.width, grid.tops[0]) is None
    assert cell_at(grid, 200, grid.height) is None


def test_a_card_goes_between_the_cards_it_is_dropped_between(grid: MapLayout) -> None:
    first, second = grid.card_rect((1, 2, 0)), grid.card_rect((1, 2, 1))  # type: ignore[arg-type]
    cell = Cell(2, 1)
    assert [insertion_index(grid, cell, y) for y in (first.y, first.bottom, second.bottom)] == [
        0,
        1,
        2,
    ]
    assert drop_line(grid, cell, 0).y < first.y
    assert first.bottom < drop_line(grid, cell, 1).y < second.y
    assert second.bottom < drop_line(grid, cell, 2).y < grid.tops[2]
    assert insertion_index(grid, cell, second.bottom, moving=(1, 2, 0)) == 1  # type: ignore[arg-type]


@pytest.mark.parametrize("metrics", METRICS)
@pytest.mark.parametrize(("length", "whole"), [(200, True), (10_000, False), (100_000, False)])
def test_long_text_makes_the_card_grow_as_far_as_it_can_be_read(
    metrics: Metrics, length: int, whole: bool
) -> None:
    data = _grid(1, 1, 1)
    card = m.CardData(1, 0, 0, "x" * length)
    long = m.MapData("", "", "as_is", data.stages, data.lanes, (card,))
    box = layout(long, metrics, MEASURE).rows[0].cells[0].cards[0]
    shown = "".join(piece.run.text for line in box.lines for piece in line.pieces)
    assert shown == "x" * length if whole else shown.endswith("x…")
    assert len(box.lines) <= MOST_LINES[metrics.style]
    assert box.rect.height >= sum(line.height for line in box.lines)


def test_the_hand_reads_the_value_that_the_curve_shows() -> None:
    for tenth in range(-20, 21):
        y = emotion_y(tenth / 10, 136, METRICS[0])
        assert emotion_value(y, 136, METRICS[0]) == tenth / 10
    assert emotion_value(-500, 136, METRICS[0]) == 2.0
