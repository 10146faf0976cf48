"""Walking the stages with a presenter's remote, and the steps and lanes with arrows."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from room_hands import at_card, click, press

from cxstudio.model import Card, Stage
from cxstudio.ui.workshop import ink
from cxstudio.ui.workshop.layout import LANES, MOST_CARDS

Key = Qt.Key


def own_steps(projector) -> list[str]:
    return [column.step.name for column in projector.walk.scene.own()]


def test_page_down_walks_the_stages_and_stops_at_the_last(projector):
    assert own_steps(projector) == ["Step 1"]
    press(projector, Key.Key_PageDown)
    assert own_steps(projector) == ["Step 2", "Step 3", "Step 4"]
    press(projector, Key.Key_PageDown, Key.Key_PageDown, Key.Key_PageDown)
    assert own_steps(projector) == ["Step 5", "Step 6"]
    press(projector, Key.Key_PageUp)
    assert "Explore" in projector.texts()


def test_arrows_walk_steps_over_the_border_of_a_stage_and_lanes(projector, made):
    press(projector, Key.Key_Right, Key.Key_Right)
    assert projector.session.place.step == made.steps[2]
    press(projector, Key.Key_Down)
    assert projector.session.place.lane == made.lanes[3]
    press(projector, Key.Key_Up, Key.Key_Up, Key.Key_Left)
    assert (projector.session.place.step, projector.session.place.lane) == (
        made.steps[1],
        made.lanes[0],
    )


def test_arrows_move_in_the_line_while_there_is_text(projector, made):
    QTest.keyClicks(projector.capture, "abc")
    press(projector, Key.Key_Left)
    assert projector.capture.cursorPosition() == 2
    assert projector.session.place.step == made.steps[0]


def test_the_light_falls_on_stage_step_and_lane(projector):
    seen = []
    for _turn in range(3):
        press(projector, Key.Key_F6)
        seen.append(projector.session.place.spotlight)
    assert seen == ["step", "lane", "stage"]


def test_the_step_is_lit_by_a_click_on_its_name_and_the_rest_is_dimmed(projector, made):
    press(projector, Key.Key_PageDown)
    column = projector.walk.scene.own()[1]
    place = QPoint(round(column.middle * projector.scale), round(216 * projector.scale))
    click(projector, place)
    assert projector.session.place.spotlight == "step"
    assert projector.session.place.step == made.steps[2]
    image = projector.grab().toImage()
    lit = at_card(projector, made.cards[4]) + QPoint(60, 0)
    unlit = at_card(projector, made.cards[2]) + QPoint(60, 0)
    assert image.pixelColor(lit).lightness() > 2 * image.pixelColor(unlit).lightness()
    click(projector, place)
    assert projector.session.place.spotlight == "stage"


def test_nothing_is_dragged(projector, made, workspace):
    press(projector, Key.Key_PageDown)
    start, end = at_card(projector, made.cards[2]), at_card(projector, made.cards[4])
    before = [(card.id, card.step_id, card.position) for card in workspace.file.all(Card)]
    QTest.mousePress(projector, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(projector, end)
    QTest.mouseRelease(projector, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert [(card.id, card.step_id, card.position) for card in workspace.file.all(Card)] == before


def test_at_most_twelve_cards_stand_on_the_screen_and_all_can_be_reached(
    projector, made, workspace
):
    with workspace.change("Fill") as change:
        for step in made.steps[1:4]:
            for n in range(9):
                change.add(
                    Card(step_id=step, lane_id=made.lanes[2], text=f"{step} {n}", position=n + 5)
                )
    press(projector, Key.Key_PageDown)
    seen = set()
    for _press in range(20):
        cards = [placed for placed in projector.walk.scene.cards if placed.column.own]
        assert len(cards) <= MOST_CARDS
        assert all(placed.rect.bottom() <= LANES[1] for placed in cards)
        band = projector.walk.scene.band(made.lanes[2])
        if band is not None and band is projector.walk.scene.bands[0]:
            said = projector.texts()
            assert (f"{band.first} more above" in said) == (band.first > 0)
            assert (f"{band.rows - band.last} more below" in said) == band.cut
        seen |= {placed.note.text for placed in cards}
        press(projector, Key.Key_Down)
    assert {f"{made.steps[3]} {n}" for n in range(9)} <= seen


def test_the_type_can_be_read_from_the_back_row(show):
    for size in ((1920, 1080), (1280, 720), (1024, 768)):
        projector = show(size=size)
        assert projector.scale == min(size[1] / 1080, size[0] / 1440)
    kinds = (ink.TIMER, ink.STAGE, ink.STEP, ink.CAPTURE, ink.CARD, ink.SMALL, ink.NUMBER)
    assert min(kind.size for kind in kinds) >= 28


def test_a_map_whose_steps_go_is_still_shown(projector, workspace):
    with workspace.change("Delete") as change:
        for stage in workspace.file.all(Stage):
            change.delete(change.get(Stage, stage.id))
    assert "This map has no steps yet." in projector.texts()
    press(projector, Key.Key_PageDown, Key.Key_Right, Key.Key_Down, Key.Key_F7, Key.Key_F7)
    projector.grab()
