"""A picture goes with the last card that shows it, whatever of the map takes the card along."""

import pytest
from PySide6.QtGui import QColor, QImage

from cxstudio.model import Attachment, Card
from cxstudio.ui.canvas import pictures
from cxstudio.ui.canvas.structure import Structure
from cxstudio.ui.editors.journeys.as_table import write_lines
from cxstudio.ui.editors.journeys.making import delete_journey

DELETES = {
    "step": lambda work, made: Structure(work).delete_step(made.steps[2]),
    "stage": lambda work, made: Structure(work).delete_stage(made.stages[1]),
    "lane": lambda work, made: Structure(work).delete_lane(made.lanes[2]),
    "journey": lambda work, made: delete_journey(work, made.journey),
}


@pytest.fixture
def shown(canvas, made) -> int:
    """A picture on a card of its own at the last step."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    canvas.details.add_pictures(made.pain[2], [pictures.encoded(image, "Station")])
    (card,) = canvas.document.cards_in(made.pain[2])
    return card


@pytest.mark.parametrize("part", DELETES)
def test_it_goes_with_the_part_of_the_map_and_comes_back(canvas, made, shown, part):
    file = canvas.workspace.file
    before = len(file.undo_steps)
    DELETES[part](canvas.workspace, made)
    assert (file.count(Attachment), len(file.undo_steps)) == (0, before + 1)
    canvas.workspace.undo()
    (kept,) = file.all(Attachment)
    assert file.one(Card, shown).attachment_id == kept.id
    assert file.blob(kept.sha256)
    canvas.workspace.redo()
    assert file.count(Attachment) == 0


def test_it_stays_while_a_card_elsewhere_shows_it(canvas, made, shown):
    canvas.document.copy_cards([shown], made.pain[0])
    Structure(canvas.workspace).delete_step(made.steps[2])
    assert canvas.workspace.file.count(Attachment) == 1


def test_it_goes_with_a_line_of_the_table(canvas, made, shown):
    write_lines(canvas.document, made.pain[2], ["Only words"])
    write_lines(canvas.document, made.pain[2], [])
    assert canvas.workspace.file.count(Attachment) == 0
    canvas.workspace.undo()
    assert canvas.workspace.file.count(Attachment) == 1
