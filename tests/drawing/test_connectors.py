"""Connectors run in the gaps between cards, and stand in every format."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage

from cxstudio.drawing.journey.connectors import routes
from cxstudio.drawing.journey.connectors_away import Away, stubs
from cxstudio.drawing.journey.export import map_pdf, map_png, map_svg
from cxstudio.drawing.journey.label_places import said_on
from cxstudio.drawing.journey.layout import layout
from cxstudio.drawing.journey.look import Look, qrect
from cxstudio.drawing.journey.map import ConnectorData
from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.metrics import print_metrics, screen_metrics
from cxstudio.drawing.journey.paint_connectors import label_rect
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


SAID = ("rings up instead", "by QR code", "窓口で聞き直す", "sends a letter to the office")


def labelled(pairs):
    return [
        ConnectorData(n, one, other, "hop", SAID[n % len(SAID)])
        for n, (one, other) in enumerate(pairs)
    ]


def words_of(laid, found):
    """Where the labels stand, after looking that none covers another one or words on a card."""
    look = Look(laid.metrics)
    labels = [label_rect(route, look) for route in found if route.words]
    said = [
        qrect(part.moved(0, laid.tops[row]))
        for row, box in laid.places.values()
        for part in said_on(box)
    ]
    for place, label in enumerate(labels):
        inner = label.adjusted(0.01, 0.01, -0.01, -0.01)
        assert not any(inner.intersects(other) for other in labels[place + 1 :])
        assert not any(inner.intersects(part) for part in said)
        assert laid.metrics.label_width <= inner.left() and inner.right() <= laid.width
    return labels


@pytest.mark.parametrize("lane", ["actions", "t", "thoughts", "pain_points", "m"])
def test_four_labels_at_one_narrow_edge_share_no_room(laid, lane):
    """Between the same two cards, and between neighbours: all are read, and twice alike."""
    one, two, three = [id for id in laid.places if str(id).startswith(f"{lane}-")][:3]
    for pairs in ([(one, two)] * 4, [(one, two), (two, three), (three, one), (two, one)]):
        wanted = labelled(pairs)
        found = routes(laid, wanted)
        assert len(words_of(laid, found)) == 4
        assert not any(route.shortened for route in found[:2])
        assert routes(laid, wanted) == found


def test_labels_without_room_are_shortened_and_then_left_out(laid):
    one, two = [id for id in laid.places if str(id).startswith("m-")][:2]
    found = routes(laid, labelled([(one, two)] * 24))
    words_of(laid, found)
    short = [route.words for route in found if route.shortened]
    assert short and all(words == "" or words.endswith("…") for words in short)
    assert any(words for words in short)


def test_labels_all_over_the_map_share_no_room(laid):
    """Also between the cards of one cell, and off the cards where there is room."""
    ids = list(laid.places)
    pairs = [(ids[0], ids[1]), (ids[0], ids[7]), (ids[3], ids[20]), (ids[9], ids[2])]
    touch = [id for id in ids if str(id).startswith("t-1-")]
    labels = words_of(laid, routes(laid, labelled([*pairs, (touch[0], touch[1])])))
    assert len(labels) == 5
    if laid.metrics.style == "screen":
        cards = [qrect(laid.card_rect(id)) for id in ids]
        assert not any(label.intersects(card) for label in labels for card in cards)


def test_a_line_that_goes_on_elsewhere_says_where(laid):
    ids = list(laid.places)
    names = {s.id: s for s in demo.demo_map(laid.metrics.language).steps}
    start = next(id for id in ids if laid.places[id][1].card.step_id == 3)
    away = Away(step=names[8], lane="", after=True)
    (out,) = stubs(laid, [ConnectorData(1, start, "gone", label="later")], {"gone": away})
    assert out.points[0].x == pytest.approx(laid.card_rect(start).right)
    assert out.points[-1].x == pytest.approx(laid.width, abs=laid.metrics.cell_padding)
    assert out.connector.label == f"later → 8 {names[8].name}"
    (back,) = stubs(laid, [ConnectorData(1, "gone", start)], {"gone": away})
    assert back.points[-1] == out.points[0]
    assert back.connector.label == f"8 {names[8].name} →"
    below = Away(step=names[3], lane="Back stage", after=True)
    (down,) = stubs(laid, [ConnectorData(1, start, "gone")], {"gone": below})
    assert down.points[-1].y == pytest.approx(laid.height)
    assert down.connector.label == "→ Back stage"
