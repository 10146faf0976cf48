"""Connectors run in the gaps between cards, and stand in every format."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from cxstudio.drawing.journey.connectors import routes
from cxstudio.drawing.journey.export import map_pdf, map_png, map_svg
from cxstudio.drawing.journey.layout import layout
from cxstudio.drawing.journey.map import ConnectorData
from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.metrics import print_metrics, screen_metrics
from cxstudio.drawing.qt import ensure_gui
from tests.drawing import demo


@pytest.fixture(params=[screen_metrics("en"), print_metrics("ja")], ids=["screen", "print"])
def laid(request):
    ensure_gui()
    language = request.param.language
    return layout(demo.demo_map(language), request.param, QtMeasure())


def inside(rect, x, y, by):
    return rect.x + by < x < rect.right - by and rect.y + by < y < rect.bottom - by


def test_no_line_runs_over_a_card(laid):
    ids = list(laid.places)
    wanted = [
        ConnectorData(n, one, other)
        for n, (one, other) in enumerate(zip(ids, reversed(ids), strict=True))
        if one != other
    ]
    found = routes(laid, wanted)
    assert len(found) == len(wanted)
    cards = [laid.card_rect(id) for id in ids]
    for route in found:
        own = {laid.card_rect(route.connector.start), laid.card_rect(route.connector.end)}
        for a, b in zip(route.points, route.points[1:], strict=False):
            for share in (0.1, 0.3, 0.5, 0.7, 0.9):
                x, y = a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share
                over = [r for r in cards if r not in own and inside(r, x, y, 1.5)]
                assert not over, route


def test_lines_run_across_or_upright_and_begin_and_end_at_their_cards(laid):
    ids = list(laid.places)
    (route,) = routes(laid, [ConnectorData(1, ids[0], ids[-1])])
    for a, b in zip(route.points, route.points[1:], strict=False):
        assert a.x == pytest.approx(b.x) or a.y == pytest.approx(b.y)
    start, end = laid.card_rect(ids[0]), laid.card_rect(ids[-1])
    assert route.points[0].x == pytest.approx(start.right)
    assert end.y <= route.points[-1].y <= end.bottom
    assert route.near(*route.points[0]) == 0
    assert route.near(route.points[0].x, route.points[0].y - 500) > 100


def test_a_label_between_neighbours_stands_over_their_tops(laid):
    tops = [id for id, (row, box) in laid.places.items() if row == 1]
    cards = [id for id in tops if laid.places[id][1].rect.y <= laid.metrics.row_padding]
    (route,) = routes(laid, [ConnectorData(1, cards[0], cards[1], "hop", "by QR code")])
    assert route.middle.y == pytest.approx(laid.tops[1])
    first, second = (laid.card_rect(id) for id in cards[:2])
    assert first.x < route.middle.x < second.right


def test_a_card_in_a_hand_takes_its_line_along(laid):
    ids = list(laid.places)
    moved = laid.card_rect(ids[0]).moved(40, 300)
    (route,) = routes(laid, [ConnectorData(1, ids[0], ids[5])], {ids[0]: moved})
    assert route.points[0] == (moved.right, moved.y + moved.height / 2)


def test_a_connector_whose_card_is_hidden_is_not_drawn(laid):
    assert routes(laid, [ConnectorData(1, "nowhere", next(iter(laid.places)))]) == ()


def test_every_format_shows_the_line_and_its_label():
    plain = demo.demo_map("en")
    ids = [card.id for card in plain.cards]
    lines = tuple(
        ConnectorData(n, ids[n], ids[n + 3], kind, "scans the code" if n == 0 else "")
        for n, kind in enumerate(("flow", "hop", "branch", "loop"))
    )
    joined = replace(plain, connectors=lines)
    assert b"scans the code" in map_svg(joined, "en")
    assert map_pdf(joined, "en").startswith(b"%PDF")
    one, other = (QImage.fromData(map_png(data, "en", 48)) for data in (plain, joined))
    assert one.size() == other.size()
    assert one != other
