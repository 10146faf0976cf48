"""How much is done for a movement of the hand: counted, as clocks depend on the machine."""

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from cxstudio.drawing.journey import connectors_kept, read_cards, rows
from cxstudio.drawing.journey.hands import Cell
from cxstudio.model import (
    Card,
    Connector,
    Emotion,
    Evidence,
    Journey,
    JourneyPersona,
    Lane,
    Link,
    Persona,
    Stage,
    Step,
)
from cxstudio.ui.canvas import items, view
from cxstudio.ui.canvas.selection import cell_of
from cxstudio.ui.canvas.view import MapView

LANES = ("actions", "emotion", "pain_points", "opportunities", "support")


@pytest.fixture
def count(monkeypatch):
    """How often cards were laid out, read and painted."""
    seen = Counter()

    def counted(owner, name):
        original = getattr(owner, name)

        def call(*args, **named):
            seen[name] += 1
            return original(*args, **named)

        monkeypatch.setattr(owner, name, call)

    counted(rows, "lay_card")
    counted(read_cards.Known, "_card")
    counted(items, "paint_card")
    counted(connectors_kept, "settled")
    return seen


@pytest.fixture
def map_of(workspace, qtbot):
    """A function that makes a map of so many steps and shows it in a window."""

    def made(steps: int) -> MapView:
        with workspace.file.change("A map") as change:
            lanes = [Lane(lane_kind=kind, name=kind, position=n) for n, kind in enumerate(LANES)]
            stage = Stage(name="All", steps=[Step(name=f"{n}", position=n) for n in range(steps)])
            journey = change.add(Journey(title="Long", number=steps, lanes=lanes, stages=[stage]))
            persona = change.add(Persona(name="Couple", number=steps))
            change.add(JourneyPersona(journey_id=journey.id, persona_id=persona.id))
            voice = change.add(Evidence(evidence_kind="comment", text="Full.", sentiment=-1))
            for n, step in enumerate(stage.steps):
                if n == 3:
                    change.add(Emotion(step_id=step.id, persona_id=persona.id, value=1.0))
                for lane in (lane for lane in lanes if lane.lane_kind != "emotion"):
                    for place in range(3):
                        card = Card(step_id=step.id, lane_id=lane.id, position=place)
                        card.text = f"Card {n} {place} of {lane.name}"
                        change.add(card)
                        if place == 0 and lane is lanes[0] and n in (0, 4):
                            change.add(_link(voice.id, card.id))
        canvas = MapView(workspace)
        qtbot.addWidget(canvas)
        workspace.changed.connect(canvas.refresh)
        canvas.resize(900, 600)
        canvas.show()
        qtbot.waitExposed(canvas)
        canvas.show_journey(journey.id)
        return canvas

    return made


def _link(voice: int, card: int) -> Link:
    return Link(source_kind="evidence", source_id=voice, target_kind="card", target_id=card)


def move_one(canvas: MapView) -> None:
    """The first card of the map to the next step."""
    row = canvas.map.laid.rows[0]
    there = Cell(row.cells[1].step_id, row.lane.id)
    canvas.document.move_cards([int(row.cells[0].cards[0].card.id)], there, 0)


def test_a_moved_card_costs_as_much_on_a_small_map_as_on_a_large_one(map_of, count):
    work = []
    for steps in (2, 60):
        canvas = map_of(steps)
        canvas.map.complete()
        count.clear()
        move_one(canvas)
        work.append((count["lay_card"], count["_card"]))
        canvas.close()
    assert work[0] == work[1] == (6, 6)  # the two cells of three cards


def test_a_moved_card_leaves_the_cells_and_lines_far_from_it_as_they_are(map_of, count):
    canvas = map_of(30)
    canvas.map.complete()
    with canvas.workspace.file.change("Lines") as change:
        first = [cell.cards[0].card.id for cell in canvas.map.laid.rows[0].cells]
        for start, end in pairwise(first):
            kind = {"connector_kind": "flow", "label_text": "by bus"}
            ends = {"from_card_id": start, "to_card_id": end}
            change.add(Connector(journey_id=canvas.document.journey_id, **ends, **kind))
    boxes = {id: item.box for id, item in canvas.map.cards.items()}
    lines = {id: item.route for id, item in canvas.map.lines.items.items()}
    assert len(lines) == 29
    count.clear()
    canvas.document.move_cards([int(first[1])], Cell(*cell_of(canvas.map.laid, first[1])), 1)
    assert count["settled"] <= 4  # two of its own, and a neighbour on either side
    items = canvas.map.lines.items.items()
    assert sum(item.route is not lines[id] for id, item in items) <= 4
    assert sum(item.box is not boxes[id] for id, item in canvas.map.cards.items()) == 2


def test_cards_after_many_moves_are_those_read_as_a_whole(map_of):
    canvas = map_of(6)
    canvas.map.complete()
    for lane in (0, 2, 3):
        for place in (0, 3, 5):
            row = canvas.map.laid.rows[lane]
            card = canvas.map.laid.rows[0].cells[place].cards[0].card.id
            there = Cell(row.cells[place - 1].step_id, row.lane.id)
            canvas.document.move_cards([int(card)], there, 1)
    canvas.workspace.undo()
    shown = canvas.map.data
    whole = canvas.document.data()
    for step in whole.steps:
        for lane in whole.lanes:
            now, read = (
                [c for c in data.cards if (c.step_id, c.lane_id) == (step.id, lane.id)]
                for data in (shown, whole)
            )
            assert now == read
    assert canvas.map.cards.keys() == {card.id for card in whole.cards}


def test_curves_read_at_two_steps_are_those_read_as_a_whole(map_of):
    canvas = map_of(6)
    before = canvas.map.data.curves
    move_one(canvas)
    now = canvas.map.data.curves
    assert now != before
    assert now == canvas.document.data().curves


def test_panning_paints_no_card_again(map_of, count, qtbot):
    canvas = map_of(60)
    canvas.map.complete()
    canvas.viewport().repaint()
    count.clear()
    canvas.scroll_by(0, 3)
    canvas.viewport().repaint()
    assert count["paint_card"] <= len(LANES) * 9  # at most the row of cards that came into view
    painted = count["paint_card"]
    canvas.scroll_by(0, -3)
    canvas.viewport().repaint()
    assert count["paint_card"] == painted


def test_a_large_map_is_laid_out_as_far_as_it_is_seen_and_then_all_of_it(
    map_of, count, qtbot, monkeypatch
):
    monkeypatch.setattr(view, "MANY", 10)
    canvas = map_of(8)
    assert len(canvas.map.data.lanes) == len(LANES)
    assert len(canvas.map.laid.rows) < len(LANES)
    first = dict(canvas.map.cards)
    qtbot.waitUntil(lambda: len(canvas.map.laid.rows) == len(LANES))
    assert len(canvas.map.cards) == 8 * 4 * 3
    assert all(canvas.map.cards[id] is item for id, item in first.items())


def test_a_card_below_the_first_picture_can_be_asked_for_at_once(map_of, monkeypatch):
    monkeypatch.setattr(view, "MANY", 10)
    canvas = map_of(8)
    last = canvas.map.data.cards[-1].id
    canvas.select_cards([last])
    assert canvas.map.selection.current == last
    assert canvas.in_view().contains(canvas.map.card_rect(last))


def wheel(canvas: MapView, by: int) -> None:
    port = canvas.viewport()
    at = QPointF(port.rect().center())
    event = QWheelEvent(
        at,
        QPointF(port.mapToGlobal(at)),
        QPoint(),
        QPoint(0, by),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(port, event)


def test_zooming_paints_no_card_until_it_rests_and_is_sharp_then(map_of, count, qtbot):
    canvas = map_of(12)
    qtbot.wait(20)
    canvas.viewport().repaint()
    count.clear()
    for _ in range(4):
        wheel(canvas, 60)
        canvas.viewport().repaint()
    assert count["paint_card"] == 0
    qtbot.waitUntil(lambda: canvas._still is None)
    moved = canvas.viewport().grab().toImage()
    canvas.set_zoom(canvas.zoom)  # the same, without any movement
    canvas.viewport().repaint()
    assert canvas.viewport().grab().toImage() == moved
    assert count["paint_card"] > 0
