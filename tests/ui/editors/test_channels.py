"""Channels: name, icon, order, and what happens on each."""

import pytest
from acts import look_at, wear
from PySide6.QtCore import Qt

from cxstudio.model import Channel, Persona, Touchpoint, Trait
from cxstudio.model.chain import End
from cxstudio.ui.editors.channels import ChannelsPage
from cxstudio.ui.forms.icon_field import PLACES
from cxstudio.ui.tables.icon_rows import ICON


@pytest.fixture
def page(qtbot, workspace):
    with workspace.change("x") as change:
        for n, name in enumerate(("Web", "Shop", "Telephone")):
            change.add(Channel(name=name, position=n))
    page = ChannelsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.show()
    return page


def test_the_icon_is_chosen_with_the_keyboard(qtbot, page, workspace):
    page.icon.set_value("globe")
    qtbot.keyClick(page.icon, Qt.Key.Key_Space)
    board = page.icon.board
    qtbot.keyClick(board, Qt.Key.Key_Right)
    board.buttons[1].click()
    chosen = list(PLACES)[1]
    assert workspace.file.one(Channel, page.id).icon == chosen
    assert page.pane.rows.index(0).data(ICON) == chosen
    workspace.undo()
    assert page.icon.value() == "waypoints"


def test_every_icon_is_in_the_house(themed):
    from cxstudio import resources

    assert not [name for name in PLACES if not resources.path("icons", f"{name}.svg").exists()]


def test_new_order_duplicate_delete(page, workspace):
    page.new_record()
    page.pane.rows.move(page.id, 0)
    page.duplicate_record()
    page.delete_record()
    workspace.undo()
    assert [c.name for c in workspace.file.all(Channel)] == ["", "", "Web", "Shop", "Telephone"]


def test_what_happens_on_it(page, workspace):
    asked = []
    workspace.place_requested.connect(lambda kind, id: asked.append((kind, id)))
    page.new_touchpoint()
    touchpoint = workspace.file.all(Touchpoint)[0]
    assert touchpoint.channel_id == page.id
    assert asked == [("touchpoint", touchpoint.id)]
    with workspace.change("x") as change:
        persona = change.add(Persona(name="By train")).id
        change.add(Trait(persona_id=persona, trait_kind="channel", channel_id=page.id))
    assert page.touchpoints.ends == [End("touchpoint", touchpoint.id)]
    assert page.personas.ends == [End("persona", persona)]


def test_opens_in_every_look(page, workspace, looks):
    for language, theme in looks:
        wear(language, theme)
        look_at(ChannelsPage(workspace))
