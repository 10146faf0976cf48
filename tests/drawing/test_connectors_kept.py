"""Lines that are kept over a change are those that would be led anew."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from cxstudio.drawing.journey import connectors_kept
from cxstudio.drawing.journey.cards_by_cell import CardsByCell
from cxstudio.drawing.journey.connectors import routes
from cxstudio.drawing.journey.connectors_kept import KeptRoutes
from cxstudio.drawing.journey.layout import layout, relayout
from cxstudio.drawing.journey.map import ConnectorData
from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.metrics import screen_metrics
from cxstudio.drawing.qt import ensure_gui
from tests.drawing import demo


@pytest.fixture
def led(monkeypatch):
    """How often a line was led."""
    count = Counter()

    def counted(*args):
        count["led"] += 1
        return settled(*args)

    settled = connectors_kept.settled
    monkeypatch.setattr(connectors_kept, "settled", counted)
    return count


@pytest.fixture
def whole():
    ensure_gui()
    return demo.demo_map("en")


def laid_out(data):
    return layout(data, screen_metrics("en"), QtMeasure())


def lines(data, chance):
    """Between cards at random, most of them with a label."""
    ids = [card.id for card in data.cards]
    pairs = [chance.sample(ids, 2) for _ in range(40)]
    return [
        ConnectorData(n, one, other, label="by QR code, or by bus" if n % 3 else "")
        for n, (one, other) in enumerate(pairs)
    ]


def test_nothing_is_led_again_without_a_change(whole, led):
    laid, wanted, kept = laid_out(whole), lines(whole, Random(1)), KeptRoutes()
    first = kept.routes(laid, wanted)
    assert (first, led["led"]) == (routes(laid, wanted), len(wanted))
    again = kept.routes(laid, wanted)
    assert led["led"] == len(wanted)
    assert all(one is other for one, other in zip(first, again, strict=True))


@pytest.mark.parametrize("seed", range(6))
def test_kept_lines_are_those_led_anew(whole, seed):
    chance, kept = Random(seed), KeptRoutes()
    wanted, laid = lines(whole, chance), laid_out(whole)
    kept.routes(laid, wanted)
    for _ in range(8):
        card = chance.choice(whole.cards)
        other = chance.choice([one for one in whole.cards if one.lane_id == card.lane_id])
        moved = replace(card, step_id=other.step_id, text=card.text * chance.randint(1, 3))
        cards = (*(one for one in whole.cards if one is not card), moved)
        whole = replace(whole, cards=cards)
        laid = relayout(laid, whole, {card.lane_id}, QtMeasure())
        if chance.random() < 0.3:
            wanted = wanted[1:] + wanted[:1]
        assert kept.routes(laid, wanted) == routes(laid, wanted)


def test_a_change_leads_the_lines_near_it_alone(whole, led):
    laid, kept = laid_out(whole), KeptRoutes()
    columns = [step.id for step in whole.steps]
    row = next(row for row in laid.rows if all(cell.cards for cell in row.cells[:2]))
    far = [card.id for card in whole.cards if card.step_id in columns[-2:]]
    near = row.cells[0].cards[0].card
    wanted = [ConnectorData(1, near.id, row.cells[1].cards[0].card.id)]
    wanted += [ConnectorData(n, *pair) for n, pair in enumerate(pairwise(far), 2)]
    below = replace(near, text=near.text + " " + "and more " * 2)
    cards = tuple(below if card is near else card for card in whole.cards)
    lane = replace(row.lane, height=row.height * 2)
    lanes = tuple(lane if one.id == lane.id else one for one in whole.lanes)
    high = relayout(laid, replace(whole, lanes=lanes), {lane.id}, QtMeasure())
    kept.routes(high, wanted)
    led.clear()
    after = relayout(high, replace(whole, lanes=lanes, cards=cards), {lane.id}, QtMeasure())
    assert after.tops == high.tops
    kept.routes(after, wanted)
    assert led["led"] <= 1


def test_cards_by_cell_replace_their_own_cells_only(whole):
    cells = CardsByCell()
    cells.take(whole.cards)
    card, other = whole.cards[0], whole.cards[-1]
    here, there = ((one.step_id, one.lane_id) for one in (card, other))
    assert cells.of([card.id, other.id, "nowhere"]) == {here, there}
    moved = replace(card, step_id=other.step_id, lane_id=other.lane_id)
    left = [one for one in whole.cards if (one.step_id, one.lane_id) in (here, there)]
    now = cells.replaced({here, there}, [*(one for one in left if one is not card), moved])
    assert Counter(one.id for one in now) == Counter(one.id for one in whole.cards)
    assert cells.of([card.id]) == {there}
    cells.take(now)
    untouched = [one for one in whole.cards if one not in left]
    assert all(any(one is same for same in now) for one in untouched)
