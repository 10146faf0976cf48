"""The journey page: a step's own map, the user's templates, filters and views, menus."""

import pytest
from acts import look_at, wear
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.drawing.journey.filtering import MapFilter
from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.look import qrect
from cxstudio.model import (
    Card,
    Connector,
    Department,
    Evidence,
    Journey,
    Persona,
    SavedView,
    Step,
    Touchpoint,
)
from cxstudio.model.own_templates import packed, unpacked
from cxstudio.ui import widgets
from cxstudio.ui.canvas.bars import Part
from cxstudio.ui.editors.journeys import templates
from cxstudio.ui.editors.journeys.filter import FilterPopup
from cxstudio.ui.editors.journeys.page import JourneysPage
from cxstudio.ui.editors.journeys.popover import LinePopup

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(templates, "user_data_path", lambda *_names, **_more: tmp_path / "data")


@pytest.fixture
def mapped(qtbot, workspace):
    """The page with a journey from the blank template and two cards."""
    with workspace.file.change("People") as change:
        change.add(Persona(name="Couple", number=1, primary=True))
        change.add(Evidence(evidence_kind="comment", text="The bus was full.", number=1))
        office = change.add(Department(name="Station office", number=1))
        change.add(Touchpoint(name="Desk", icon="info", number=1, department_id=office.id))
    page = JourneysPage(workspace)
    qtbot.addWidget(page)
    page.resize(1376, 872)
    page.show()
    qtbot.waitExposed(page)
    page.new_record()
    for place, kind in ((0, "touchpoints"), (1, "pain_points")):
        page.canvas.document.add_card(cell(page, place, kind), f"Card of {kind}")
    return page


def cell(page, step, kind):
    data = page.canvas.map.data
    lane = next(lane for lane in data.lanes if lane.kind == kind)
    return Cell(data.steps[step].id, lane.id)


def popup(kind):
    found = QApplication.activePopupWidget()
    assert isinstance(found, kind)
    return found


def actions(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


# ── A step's own map ──────────────────────────────────────────────────────────────────────


def test_a_step_opens_a_map_of_its_own_and_leads_back(mapped):
    file, first = mapped.workspace.file, mapped.journey_id
    step = mapped.canvas.map.data.steps[1]
    mapped.step_maps.make(int(step.id))
    assert mapped.journey_id != first
    made = file.one(Journey, mapped.journey_id)
    assert made.title == step.name
    assert [curve.name for curve in mapped.canvas.map.data.curves] == ["Couple"]
    assert mapped.head.back.isVisible()
    mapped.head.back.click()
    assert mapped.journey_id == first
    assert not mapped.head.back.isVisible()
    assert mapped.canvas.map.data.steps[1].detail == made.code
    head = mapped.canvas.head
    sign = head._sign_of(mapped.canvas.map.laid.head.steps[1])
    place = head._in_bar(qrect(sign)).center().toPoint()
    assert head.part_at(place.toPointF()) == Part("detail", step.id)
    QTest.mouseClick(head, LEFT, pos=place)
    assert mapped.journey_id == made.id
    mapped.show_journey(first)
    assert not mapped.head.back.isVisible()
    mapped.workspace.undo()
    mapped.workspace.undo()
    assert file.one(Step, int(step.id)).sub_journey_id is None


def test_the_keyboard_reaches_the_map_of_a_step_and_takes_it_away(mapped):
    mapped.duplicate_record()
    other = mapped.journey_id
    mapped.show_journey(mapped.workspace.file.all(Journey)[0].id)
    step = int(mapped.canvas.map.data.steps[0].id)
    mapped.step_maps.set(step, other)
    mapped.canvas.select_step(step)
    QTest.keyClick(mapped.canvas.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert mapped.journey_id == other
    mapped.step_maps.back()
    texts = actions(mapped.menus.for_part(Part("step", step)))
    assert any(text.startswith("Go to J-02") for text in texts)
    mapped.step_maps.set(step, None)
    assert mapped.canvas.map.data.steps[0].detail == ""


# ── Templates ─────────────────────────────────────────────────────────────────────────────


def test_a_map_becomes_a_template_and_a_template_a_map(mapped):
    mapped.structure.rename("lane", int(mapped.canvas.map.data.lanes[0].id), "What they do")
    mapped.choosing.save_template()
    line = popup(LinePopup).line
    line.setText("Our way / 標準")
    QTest.keyClick(line, Qt.Key.Key_Return)
    ((path, mine),) = templates.own_templates()
    assert mine.title == "Our way / 標準"
    assert path.suffix == ".json"
    mapped.new_from(mine)
    data = mapped.canvas.map.data
    assert data.title == "Our way / 標準"
    assert data.lanes[0].name == "What they do"
    assert data.cards == ()
    templates.save(mapped.workspace, mapped.journey_id, "Our way / 標準")
    assert len(templates.own_templates()) == 1
    templates.delete(mapped.workspace, path)
    assert templates.own_templates() == []


def test_a_deleted_template_comes_back_by_undo_and_later_from_the_bin(mapped):
    templates.save(mapped.workspace, mapped.journey_id, "Our way")
    ((path, mine),) = templates.own_templates()
    mapped.choosing.delete_template(path, "Our way")
    assert templates.own_templates() == []
    toast = next(t for t in mapped.window().findChildren(widgets.Toast) if t.isVisible())
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert [t for _path, t in templates.own_templates()] == [mine]
    assert templates.deleted_templates() == []
    mapped.choosing.delete_template(templates.own_templates()[0][0], "Our way")
    offers = {command.title: command for command in mapped.commands()}
    offers["Restore the template “Our way”"].run()
    assert [t for _path, t in templates.own_templates()] == [mine]


def test_a_template_that_was_replaced_waits_in_the_bin(mapped):
    templates.save(mapped.workspace, mapped.journey_id, "Our way")
    lane = mapped.canvas.map.data.lanes[0]
    mapped.structure.rename("lane", int(lane.id), "What they do")
    templates.save(mapped.workspace, mapped.journey_id, "Our way")
    ((_path, now),) = templates.own_templates()
    ((kept, before),) = templates.deleted_templates()
    assert (now.lanes[0][1], before.lanes[0][1]) == ("What they do", lane.name)
    templates.restore(mapped.workspace, kept)
    assert len(templates.own_templates()) == 2


def test_a_bin_that_cannot_be_written_leaves_the_template(mapped):
    templates.save(mapped.workspace, mapped.journey_id, "Our way")
    (templates.folder() / "bin").write_text("in the way", "utf-8")
    said = []
    mapped.workspace.said.connect(lambda text, *_: said.append(text))
    mapped.choosing.delete_template(templates.own_templates()[0][0], "Our way")
    assert len(templates.own_templates()) == 1
    assert said[0].startswith("The template was not deleted:")


def test_a_file_that_is_no_template_is_passed_over(mapped):
    templates.folder().mkdir(parents=True)
    for number, text in enumerate(("{", "[]", '{"cxstudio_template": 1, "stages": 3}', "\x00")):
        (templates.folder() / f"{number}.json").write_text(text, "utf-8")
    assert templates.own_templates() == []
    made = unpacked('{"cxstudio_template": 1, "title": "x", "lanes": [{"kind": "no"}]}')
    assert made.lanes == ()
    assert unpacked(packed(made)) == made


# ── Filter and views ──────────────────────────────────────────────────────────────────────


def test_the_filter_is_chosen_by_chips_shown_in_a_bar_and_kept_for_the_map(mapped, qtbot):
    file, canvas = mapped.workspace.file, mapped.canvas
    card = file.all(Card)[0].id
    canvas.document.set_touchpoint(card, 1)
    canvas.details.set_tags([card], "bus")
    mapped.head.filter.click()
    panel = popup(FilterPopup)
    assert ("departments", 1) in panel.chips
    panel.chips["tags", "bus"].clicked.emit()
    panel.chips["departments", 1].clicked.emit()
    panel.close()
    qtbot.wait(10)
    assert canvas.map.filter == MapFilter(departments=frozenset((1,)), tags=frozenset(("bus",)))
    assert mapped.filtering.bar.isVisible()
    first = mapped.journey_id
    mapped.duplicate_record()
    assert not mapped.filtering.bar.isVisible()
    mapped.show_journey(first)
    assert canvas.map.filter.active
    mapped.filtering.bar.dropped.emit("tags", "bus")
    assert canvas.map.filter == MapFilter(departments=frozenset((1,)))
    mapped.filtering.bar.cleared.emit()
    assert not canvas.map.filter.active
    mapped.head.filter.click()
    panel = popup(FilterPopup)
    QTest.keyClicks(panel.words, "pain")
    qtbot.waitUntil(lambda: canvas.map.filter.words == "pain")
    panel.close()


def test_a_view_keeps_filter_zoom_and_place(mapped):
    canvas, views = mapped.canvas, mapped.views
    mapped.filtering.set(MapFilter(words="pain"))
    canvas.set_zoom(1.5)
    before = canvas.in_view().center()
    views.save("The weak spot")
    mapped.filtering.clear()
    canvas.set_zoom(0.5)
    (view,) = views.all()
    views.show(view.id)
    assert canvas.zoom == 1.5
    assert canvas.map.filter.words == "pain"
    assert (canvas.in_view().center() - before).manhattanLength() < 4
    views.save("The weak spot")
    assert len(views.all()) == 1
    views.delete(view.id)
    assert views.all() == []
    mapped.workspace.undo()
    with mapped.workspace.change("x") as change:
        change.get(SavedView, view.id).settings = "[not json"
    views.show(view.id)
    assert canvas.zoom == 1.0


# ── Menus ─────────────────────────────────────────────────────────────────────────────────


def test_the_cards_menu_writes_tags_icons_and_connectors(mapped):
    canvas, (one, other) = mapped.canvas, (c.id for c in mapped.workspace.file.all(Card))
    canvas.select_cards([one])
    menu = actions(mapped.menus.for_selection())
    menu["Tags…"].trigger()
    line = popup(LinePopup).line
    QTest.keyClicks(line, "bus")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert mapped.workspace.file.one(Card, one).tags == "bus"
    menu["Connect to…\tAlt+C"].trigger()
    canvas.connecting.choose(other)
    assert canvas.map.selection.connector is not None
    menu = actions(mapped.menus.for_selection())
    menu["Loop back"].trigger()
    assert mapped.workspace.file.all(Connector)[0].connector_kind == "loop"
    menu["Label…"].trigger()
    line = popup(LinePopup).line
    QTest.keyClicks(line, "asks again")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert mapped.workspace.file.all(Connector)[0].label_text == "asks again"
    canvas.select_cards([one])
    menu = mapped.menus.for_selection()
    assert "Connectors" in [a.text() for a in menu.actions()]
    canvas.details.set_icon([one], "bus")
    assert canvas.map.cards[one].box.card.icon == "bus"


def test_it_opens_in_every_look(mapped, looks):
    for language, colours in looks:
        wear(language, colours)
        page = JourneysPage(mapped.workspace)
        page.filtering.set(MapFilter(words="pain", strengths=frozenset(("none",))))
        page.filtering.open_under(page.head.filter)
        popup(FilterPopup).close()
        look_at(page)
