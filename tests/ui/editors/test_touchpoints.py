"""Touchpoints: the inventory, its filters, and the quadrant."""

import pytest
from acts import drop, look_at, wear
from PySide6.QtCore import QRectF, Qt

from cxstudio.model import Channel, Department, Gap, Touchpoint
from cxstudio.model.chain import End
from cxstudio.ui.editors.touchpoints.page import TouchpointsPage
from cxstudio.ui.editors.touchpoints.paint import QuadrantPlan, Spot
from cxstudio.ui.widgets import Row


@pytest.fixture
def page(qtbot, workspace):
    with workspace.change("x") as change:
        web = change.add(Channel(name="Web", icon="globe"))
        desk = change.add(Channel(name="Counter", icon="info", position=1))
        change.add(Department(name="Tourism"))
        for n, name in enumerate(("Site", "Desk", "App", "Leaflet")):
            change.add(
                Touchpoint(
                    name=name,
                    position=n,
                    channel_id=desk.id if name == "Desk" else web.id,
                    state="to_be" if name == "App" else "both",
                )
            )
    page = TouchpointsPage(workspace)
    qtbot.addWidget(page)
    page.resize(1072, 900)
    page.show()
    return page


def names(workspace):
    return [touchpoint.name for touchpoint in workspace.file.all(Touchpoint)]


def test_new_typed_duplicated_deleted(qtbot, page, workspace):
    page.new_record()
    assert workspace.file.one(Touchpoint, page.id).code == "T-05"
    page.duplicate_record()
    page.delete_record()
    assert workspace.file.count(Touchpoint) == 5
    workspace.undo()
    assert workspace.file.count(Touchpoint) == 6


def test_ratings_are_typed_and_give_the_opportunity(qtbot, page, workspace):
    fields = {
        field.accessibleName(): field
        for field in page.form.findChildren(object)
        if hasattr(field, "accessibleName") and hasattr(field, "edited")
    }
    for name, text in (("Importance", "9"), ("Satisfaction", "3.5")):
        qtbot.keyClicks(fields[name], text)
        fields[name].left.emit()
    record = workspace.file.one(Touchpoint, page.id)
    assert (record.importance, record.satisfaction) == (9, 3.5)
    assert page.bars.figure() == "14.5"
    assert page.pane.rows.index(0).data(Row.COUNT) == "14.5"
    qtbot.keyClicks(fields["Importance"], "9")
    fields["Importance"].left.emit()
    assert workspace.file.one(Touchpoint, page.id).importance == 9


def test_filters_show_some_and_moving_keeps_the_rest(page, workspace):
    web, desk = workspace.file.all(Channel)
    page.pane.chips["channel_id"].take(web.id)
    assert [page.pane.rows.index(n).data() for n in range(3)] == ["Site", "App", "Leaflet"]
    page.pane.rows.move(page.pane.rows.ids[2], 0)
    assert names(workspace) == ["Leaflet", "Site", "Desk", "App"]
    page.pane.rows.move(page.pane.rows.ids[0], 3)
    assert names(workspace) == ["Site", "Desk", "App", "Leaflet"]
    page.pane.chips["state"].take("to_be")
    assert len(page.pane.rows.ids) == 1
    page.show_record("touchpoint", workspace.file.all(Touchpoint)[1].id)
    assert page.id == workspace.file.all(Touchpoint)[1].id
    page.pane.chips["channel_id"].take(desk.id)
    page.new_record()
    assert len(page.pane.rows.ids) == 5


def test_a_deleted_channel_is_no_filter_any_more(page, workspace):
    desk = workspace.file.all(Channel)[1]
    page.pane.chips["channel_id"].take(desk.id)
    with workspace.change("x") as change:
        change.delete(change.get(Channel, desk.id))
    assert len(page.pane.rows.ids) == 4


def test_the_quadrant_selects(qtbot, page, workspace):
    with workspace.change("x") as change:
        for n, touchpoint in enumerate(workspace.file.all(Touchpoint)[:3]):
            record = change.get(Touchpoint, touchpoint.id)
            record.importance, record.satisfaction = 9 - n, 3 + 2 * n
    page.show_view("quadrant")
    board = page.quadrant.board
    assert len(board.spots) == 3
    qtbot.mouseClick(board, Qt.MouseButton.LeftButton, pos=board.plan.points[2].toPoint())
    assert page.id == board.spots[2].id
    qtbot.keyClick(board, Qt.Key.Key_Right)
    assert page.id == board.spots[0].id
    assert "importance 9" in board.accessibleDescription()
    qtbot.keyClick(board, Qt.Key.Key_Return)
    assert page.body.currentWidget() is page.form


def test_labels_of_the_quadrant_do_not_cover_each_other(themed):
    spots = [
        Spot(n, f"Touchpoint {n}", "globe", 2 + n % 4 * 2.2, 1 + n // 4 * 2.2) for n in range(16)
    ]
    plan = QuadrantPlan(QRectF(0, 0, 900, 700), spots)
    labels = plan.labels
    assert not [n for n, one in enumerate(labels) for other in labels[:n] if one.intersects(other)]


def test_where_it_appears(page, workspace):
    with workspace.change("x") as change:
        gap = change.add(Gap(title="Nobody there", touchpoint_id=page.id)).id
    assert page.places.groups["gap"][1].ends == [End("gap", gap)]


def test_a_drop_links(page, workspace):
    with workspace.change("x") as change:
        gap = change.add(Gap(title="x")).id
    assert drop(page.form.viewport(), "gap", gap)
    assert workspace.chain.supports(End("gap", gap))


def test_opens_in_every_look(page, workspace, looks):
    with workspace.change("x") as change:
        for touchpoint in workspace.file.all(Touchpoint):
            change.get(Touchpoint, touchpoint.id).importance = 7
            change.get(Touchpoint, touchpoint.id).satisfaction = 5
    for language, theme in looks:
        wear(language, theme)
        for view in ("form", "quadrant"):
            other = TouchpointsPage(workspace)
            other.show_view(view)
            look_at(other)
