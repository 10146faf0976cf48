"""Whatever happens, the scene shows what the file says, and undo brings everything back."""

import random

import pytest

from cxstudio import i18n
from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.layout import layout
from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.metrics import screen_metrics
from cxstudio.ui.canvas.pasting import Pasting
from cxstudio.ui.canvas.structure import Structure


def shown(scene):
    """Where each card's item stands on the map."""
    return {
        id: (item.box.rect.moved(0, item.parentItem().pos().y()), item.box.card.text)
        for id, item in scene.cards.items()
    }


def said(canvas):
    """Where a fresh layout of the file puts the cards."""
    data = canvas.document.data()
    laid = layout(data, screen_metrics(i18n.language()), QtMeasure())
    texts = {card.id: card.text for card in data.cards}
    return {id: (laid.card_rect(id), texts[id]) for id in laid.places}


def act(chance, canvas, structure):
    """One random thing that people do."""
    document, data = canvas.document, canvas.map.data
    cards = [int(card.id) for card in data.cards]
    steps, lanes = data.steps, [lane for lane in data.lanes if lane.kind != "emotion"]
    if not steps or not lanes:
        structure.add_stage(document.journey_id)
        return
    cell = Cell(chance.choice(steps).id, chance.choice(lanes).id)
    word = " ".join(chance.choices(["bus", "late", "駅から遠い", "waits"], k=chance.randint(1, 12)))
    some = chance.sample(cards, min(len(cards), chance.randint(1, 3)))
    acts = [
        lambda: document.add_card(cell, word, chance.choice([None, 0])),
        lambda: document.add_cards(cell, [word, "second"]),
        lambda: pasted(canvas, cell, [[[word], ["right", "below"]], [["lower"]]]),
        lambda: structure.add_step(int(chance.choice(data.stages).id)),
        lambda: structure.add_stage(document.journey_id),
        lambda: structure.move_step(int(cell.step_id), chance.choice((-1, 1))),
        lambda: structure.move_stage(int(chance.choice(data.stages).id), chance.choice((-1, 1))),
        lambda: structure.put_step(int(cell.step_id), None),
        lambda: structure.delete_step(int(cell.step_id)),
        lambda: structure.toggle_moment(int(cell.step_id)),
        lambda: structure.move_lane(int(cell.lane_id), chance.choice((-1, 1))),
        lambda: structure.toggle_collapsed(int(cell.lane_id)),
        lambda: structure.rename("lane", int(cell.lane_id), word),
        lambda: structure.add_lane(document.journey_id, "support"),
    ]
    if some:
        acts += [
            lambda: document.move_cards(some, cell, 0),
            lambda: document.spread_cards(dict.fromkeys(some, cell)),
            lambda: document.set_text(some[0], word),
            lambda: document.copy_cards(some),
            lambda: document.copy_cards(some, cell),
            lambda: document.delete_cards(some[:1]),
            lambda: document.set_colour(some, "rose"),
        ]
    chance.choice(acts)()


def pasted(canvas, cell, grid):
    """Cells of a spreadsheet, unless the lane is folded."""
    if canvas.can_write(cell):
        Pasting(canvas.document).paste_grid(canvas.map.data, grid, cell)


@pytest.mark.parametrize("seed", range(4))
def test_the_scene_equals_the_layout_of_the_file(canvas, seed):
    chance, structure = random.Random(seed), Structure(canvas.workspace)
    before, count = said(canvas), len(canvas.workspace.file.undo_steps)
    for _ in range(14):
        act(chance, canvas, structure)
        assert shown(canvas.map) == said(canvas)
        if chance.random() < 0.2 and len(canvas.workspace.file.undo_steps) > count:
            canvas.workspace.undo()
            assert shown(canvas.map) == said(canvas)
    while len(canvas.workspace.file.undo_steps) > count:
        canvas.workspace.undo()
    assert shown(canvas.map) == said(canvas) == before
