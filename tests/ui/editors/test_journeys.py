"""The journey page: journeys, pairs, stages, steps and lanes, the palette and the table."""

import shutil
import subprocess

import pytest
from acts import look_at, wear
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import (
    Card,
    Emotion,
    Evidence,
    Gap,
    Journey,
    Lane,
    Link,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from cxstudio.model.chain import End
from cxstudio.model.templates import TEMPLATES
from cxstudio.ui.canvas.bars import Part
from cxstudio.ui.editors.journeys.difference import gap_from
from cxstudio.ui.editors.journeys.page import JourneysPage
from cxstudio.ui.editors.journeys.palette import PaletteCard
from cxstudio.ui.printing.export_dialog import ExportDialog
from cxstudio.ui.printing.saving import save

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, workspace):
    with workspace.file.change("People") as change:
        change.add(Persona(name="Couple", number=1, primary=True))
        change.add(Evidence(evidence_kind="comment", text="The bus was full.", number=1))
        change.add(Evidence(evidence_kind="excerpt", text="Nobody knew.", number=2))
        change.add(Touchpoint(name="Bus", icon="bus", number=1))
    page = JourneysPage(workspace)
    qtbot.addWidget(page)
    page.resize(1376, 872)
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def mapped(page):
    """The page with a journey from the blank template."""
    page.new_record()
    return page


def cell(page, step, kind):
    """The cell of the step at a place and the lane of a kind."""
    from cxstudio.drawing.journey.hands import Cell

    lane = next(lane for lane in page.canvas.map.data.lanes if lane.kind == kind)
    return Cell(page.canvas.map.data.steps[step].id, lane.id)


def steps(page):
    return [step.name for step in page.canvas.map.data.steps]


def test_the_empty_state_begins_a_journey(page):
    assert page.stack.currentIndex() == 1
    page.empty.pressed.emit()
    data = page.canvas.map.data
    assert page.stack.currentIndex() == 0
    assert [stage.name for stage in data.stages] == ["Before", "During", "After"]
    assert len(data.lanes) == 8
    assert [curve.name for curve in data.curves] == ["Couple"]
    assert page.focusWidget() is page.head.title
    QTest.keyClicks(page.head.title, "First visit")
    QTest.keyClick(page.head.title, Qt.Key.Key_Return)
    assert page.workspace.file.all(Journey)[0].title == "First visit"
    page.workspace.undo()
    page.workspace.undo()
    assert page.stack.currentIndex() == 1


@pytest.mark.parametrize("template", [template.key for template in TEMPLATES])
def test_every_template_makes_a_map(page, template):
    page.new_journey(template)
    data = page.canvas.map.data
    assert data.steps
    assert {lane.kind for lane in data.lanes} >= {"actions", "emotion", "pain_points"}
    assert page.status() == f"{len(data.steps)} steps, 0 cards, 0 with evidence"


def test_journeys_are_copied_and_deleted_with_undo(mapped):
    file = mapped.workspace.file
    mapped.duplicate_record()
    assert [j.title for j in file.all(Journey)] == ["New journey", "New journey (copy)"]
    assert mapped.journey_id == file.all(Journey)[1].id
    mapped.delete_record()
    assert file.count(Journey) == 1
    assert mapped.journey_id == file.all(Journey)[0].id
    mapped.workspace.undo()
    assert file.count(Journey) == 2


def test_a_to_be_stands_before_the_dotted_as_is_and_their_difference_becomes_gaps(mapped):
    workspace, first = mapped.workspace, mapped.journey_id
    document = mapped.canvas.document
    document.add_card(cell(mapped, 0, "pain_points"), "No page in English")
    document.add_card(cell(mapped, 1, "pain_points"), "Bus is full")
    document.set_emotion(mapped.canvas.map.data.steps[0].id, 1, -1.0)
    mapped.make_to_be()
    data = mapped.canvas.map.data
    assert data.kind == "to_be"
    assert [curve.dotted for curve in data.curves] == [False, True]
    card = document.cards_in(cell(mapped, 0, "pain_points"))[0]
    document.set_text(card, "A page in English")
    document.delete_cards(document.cards_in(cell(mapped, 1, "pain_points")))
    document.add_card(cell(mapped, 2, "opportunities"), "Relief bus")
    document.set_emotion(data.steps[0].id, 1, 1.0)
    mapped.show_state("difference")
    found = {(d.how, d.before, d.after) for d in mapped.difference.found}
    assert found == {
        ("changed", "No page in English", "A page in English"),
        ("removed", "Bus is full", ""),
        ("added", "", "Relief bus"),
        ("feeling", "−1.0", "+1.0"),
    }
    changed = next(d for d in mapped.difference.found if d.how == "changed")
    gap = workspace.file.one(Gap, gap_from(workspace, changed))
    assert (gap.as_is, gap.to_be) == ("No page in English", "A page in English")
    assert len(workspace.chain.rests_on(End("gap", gap.id))) == 2
    mapped.show_state("as_is")
    assert mapped.journey_id == first


def test_steps_and_stages_are_added_named_moved_and_deleted(mapped):
    structure, file = mapped.structure, mapped.workspace.file
    before = steps(mapped)
    stage = mapped.canvas.map.data.stages[0]
    made = structure.add_step(int(stage.id), int(stage.steps[0].id))
    assert steps(mapped) == [before[0], "New step", *before[1:]]
    bar = mapped.canvas.head
    bar.renamed.emit(Part("step", made), bar.place_of(Part("step", made)))
    QTest.keyClicks(mapped.naming, "Asks a friend")
    QTest.keyClick(mapped.naming, Qt.Key.Key_Return)
    assert steps(mapped)[1] == "Asks a friend"
    structure.move_step(made, 1)
    structure.move_step(made, 1)
    assert file.one(Step, made).stage_id == mapped.canvas.map.data.stages[1].id
    structure.toggle_moment(made)
    assert made in mapped.canvas.map.data.moments
    structure.delete_step(made)
    assert steps(mapped) == before
    mapped.workspace.undo()
    assert "Asks a friend" in steps(mapped)


def test_the_last_step_takes_its_stage_along(mapped):
    structure = mapped.structure
    made = structure.add_stage(mapped.journey_id or 0)
    assert len(mapped.canvas.map.data.stages) == 4
    structure.delete_step(made)
    assert len(mapped.canvas.map.data.stages) == 3
    assert mapped.workspace.file.count(Stage) == 3


def test_heads_are_dragged_to_another_place(mapped):
    bar, before = mapped.canvas.head, steps(mapped)
    first, third = (Part("step", mapped.canvas.map.data.steps[n].id) for n in (0, 2))
    start = bar.place_of(first).center().toPoint()
    end = bar.place_of(third).topLeft().toPoint() + QPoint(10, 10)
    QTest.mousePress(bar, LEFT, pos=start)
    QTest.mouseMove(bar, start + QPoint(20, 0))
    QTest.mouseMove(bar, end)
    QTest.mouseRelease(bar, LEFT, pos=end)
    assert steps(mapped) == [before[1], before[0], *before[2:]]
    mapped.workspace.undo()
    assert steps(mapped) == before


def test_lanes_are_hidden_named_ordered_added_and_deleted(mapped):
    structure, file = mapped.structure, mapped.workspace.file
    lanes = [lane.id for lane in file.all(Lane)]
    structure.set_hidden(lanes[0], True)
    assert len(mapped.canvas.map.data.lanes) == 7
    mapped.workspace.undo()
    structure.move_lane(lanes[0], 1)
    assert [lane.kind for lane in mapped.canvas.map.data.lanes][:2] == ["touchpoints", "actions"]
    structure.put_lane(lanes[0], None)
    assert mapped.canvas.map.data.lanes[-1].kind == "actions"
    made = structure.add_lane(mapped.journey_id or 0, "support", lanes[1])
    assert mapped.canvas.map.data.lanes[1].id == made
    structure.delete_lane(made)
    assert file.count(Lane) == 8
    mapped.lanes_popup.show_under(mapped.head.lanes, mapped.journey_id or 0)
    assert mapped.lanes_popup.isVisible()
    mapped.lanes_popup.close()


def test_the_palette_finds_filters_and_places(mapped, qtbot):
    palette = mapped.palette_pane
    qtbot.waitUntil(lambda: [card.end.id for card in shown(palette)] == [1, 2])
    palette.search.setText("bus FULL")
    qtbot.waitUntil(lambda: len(shown(palette)) == 1)
    mapped.canvas.map.selection.set((), cell(mapped, 0, "pain_points"))
    QTest.keyClick(shown(palette)[0], Qt.Key.Key_Return)
    (card,) = mapped.canvas.document.cards_in(cell(mapped, 0, "pain_points"))
    assert mapped.workspace.chain.evidence_of(End("card", card)) == [1]
    palette.search.clear()
    palette._on_filter("unused", True)
    qtbot.waitUntil(lambda: [found.end.id for found in shown(palette)] == [2])
    palette.tabs.choose("inventory")
    palette._on_tab("inventory")
    qtbot.waitUntil(lambda: [f.end.kind for f in shown(palette)] == ["touchpoint"])
    palette.tabs.choose("cards")
    palette._on_tab("cards")
    qtbot.waitUntil(lambda: [f.end for f in shown(palette)] == [End("card", card)])


def shown(palette):
    return [card for card in palette.findChildren(PaletteCard) if not card.isHidden()]


def test_the_table_writes_lines_as_cards(mapped):
    document = mapped.canvas.document
    where = cell(mapped, 0, "pain_points")
    kept = document.place("evidence", 1, where)
    document.add_card(where, "Second")
    mapped.head.table.setChecked(True)
    model = mapped.table.table
    row = next(i for i, lane in enumerate(mapped.canvas.map.data.lanes) if lane.id == where.lane_id)
    index = model.index(row, 0)
    assert index.data() == "The bus was full.\nSecond"
    assert model.setData(index, "New first\nThe bus was full.\n\n")
    assert [document.text_of(id) for id in document.cards_in(where)] == [
        "New first",
        "The bus was full.",
    ]
    assert mapped.workspace.chain.evidence_of(End("card", kept)) == [1]
    mapped.workspace.undo()
    assert [document.text_of(id) for id in document.cards_in(where)] == [
        "The bus was full.",
        "Second",
    ]


def test_records_are_shown_where_they_stand(mapped):
    card = mapped.canvas.document.add_card(cell(mapped, 3, "actions"), "Waits")
    mapped.new_record()
    mapped.show_record("card", card)
    assert mapped.canvas.map.selection.cards == (card,)
    assert mapped.workspace.selection == End("card", card)
    step = mapped.canvas.map.data.steps[2].id
    mapped.show_record("step", step)
    assert mapped.canvas.map.selection.cell.step_id == step


def test_the_map_is_saved_in_every_format(mapped, qtbot, tmp_path):
    mapped.canvas.document.add_card(cell(mapped, 0, "actions"), "駅で待つ")
    starts = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    dialog = ExportDialog(mapped.workspace, mapped.journey_id, mapped)
    for kind, start in starts.items():
        path = tmp_path / f"map.{kind}"
        with qtbot.waitSignal(mapped.workspace.said, timeout=10_000):
            dialog.format.choose(kind)
            save(mapped.workspace, path, dialog.writer(), mapped)
        assert path.read_bytes().startswith(start)
    if shutil.which("pdftotext"):
        told = subprocess.run(
            ["pdftotext", "-raw", path, "-"], capture_output=True, text=True, check=True
        )
        for words in ("J-01", "1 Becomes aware", "駅で待つ"):
            assert words in " ".join(told.stdout.split())


def test_the_menu_reaches_card_step_stage_and_lane(mapped):
    card = mapped.canvas.document.add_card(cell(mapped, 0, "pain_points"), "Waits")
    mapped.canvas.select_cards([card])
    menu = mapped.menus.for_selection()
    names = [action.text() for action in menu.actions() if action.text()]
    for name in ("Edit", "Colour", "Touchpoint", "Make a gap", "Confidential", "Step", "Lane"):
        assert name in names
    next(action for action in menu.actions() if action.text() == "Confidential").trigger()
    assert mapped.canvas.map.cards[card].box.card.confidential
    inside = next(a for a in menu.actions() if a.text() == "Step").menu()
    next(a for a in inside.actions() if a.text() == "Moment of truth").trigger()
    assert mapped.canvas.map.data.moments == {mapped.canvas.map.data.steps[0].id}
    next(a for a in inside.actions() if a.text() == "Rename").trigger()
    assert mapped.naming.isVisible()
    mapped.naming.cancel()


def test_a_read_only_map_is_not_written_to(mapped, qtbot):
    from cxstudio.ui.settings import Settings
    from cxstudio.ui.workspace import Workspace

    card = mapped.canvas.document.add_card(cell(mapped, 0, "actions"), "Waits")
    copy = mapped.workspace.file.in_memory()
    reading = Workspace(copy, Settings(copy.path.parent / "reading.ini"))
    page = JourneysPage(reading)
    qtbot.addWidget(page)
    page.resize(1376, 872)
    page.show()
    page.canvas.select_cards([card])
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Return):
        QTest.keyClick(page.canvas.editor, key)
    QTest.keyClicks(page.canvas.editor, "words")
    page.new_record()
    page.duplicate_record()
    page.delete_record()
    page.make_to_be()
    assert not copy.undo_steps
    assert page.menus.for_selection() is None
    reading.flush_requested.emit()
    reading.close()
    copy.close()


def test_it_opens_in_every_look(workspace, looks):
    page = JourneysPage(workspace)
    page.new_record()
    page.deleteLater()
    for language, theme in looks:
        wear(language, theme)
        look_at(JourneysPage(workspace))


@pytest.mark.x_screen
def test_a_hand_on_a_real_screen_drags_a_card(mapped, qtbot):
    document, canvas = mapped.canvas.document, mapped.canvas
    card = document.add_card(cell(mapped, 0, "pain_points"), "Bus is full")
    canvas.show_rect(canvas.map.card_rect(card))
    mapped.move(0, 0)
    qtbot.wait(50)
    target = canvas.map.card_place(cell(mapped, 2, "pain_points")).center()
    start = canvas.viewport().mapToGlobal(canvas.mapFromScene(canvas.map.card_rect(card).center()))
    end = canvas.viewport().mapToGlobal(canvas.mapFromScene(target))
    xdotool("mousemove", start, "mousedown", "1")
    for share in (0.2, 0.5, 0.8, 1.0):
        xdotool("mousemove", start + (end - start) * share)
        qtbot.wait(20)
    assert canvas.gesture is not None
    xdotool("mouseup", "1")
    qtbot.waitUntil(lambda: document.cell_of(card) == cell(mapped, 2, "pain_points"))
    mapped.workspace.undo()
    assert document.cell_of(card) == cell(mapped, 0, "pain_points")


def xdotool(*words):
    parts = []
    for word in words:
        parts += [str(word.x()), str(word.y())] if isinstance(word, QPoint) else [word]
    subprocess.run([shutil.which("xdotool") or "xdotool", *parts], check=True)
    QApplication.processEvents()


def test_nothing_is_left_of_a_deleted_journey(mapped):
    file = mapped.workspace.file
    mapped.canvas.document.place("evidence", 1, cell(mapped, 0, "pain_points"))
    mapped.canvas.document.set_emotion(mapped.canvas.map.data.steps[0].id, 1, 1.0)
    mapped.delete_record()
    for cls in (Journey, Stage, Step, Lane, Card, Emotion, Link):
        assert file.count(cls) == 0
