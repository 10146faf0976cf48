"""Connectors, tags, pictures, the clipboard, and what is computed: on the canvas, with undo."""

import json

import pytest
from hands import at_card, at_cell, begin_drag, drag
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.drawing.journey.filtering import MapFilter
from cxstudio.drawing.journey.map import CardData
from cxstudio.drawing.journey.pictures import image_of
from cxstudio.drawing.journey.read import map_data
from cxstudio.model import (
    Attachment,
    Card,
    Connector,
    Emotion,
    Evidence,
    Journey,
    Lane,
    Link,
    Stage,
    Step,
)
from cxstudio.store import EngagementFile
from cxstudio.ui.canvas import clipboard, pictures
from cxstudio.ui.canvas.announcing import spoken
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def press(canvas, key, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or canvas.editor, key, held)


def texts(canvas, cell):
    return [canvas.document.text_of(id) for id in canvas.document.cards_in(cell)]


def lines(canvas):
    found = canvas.workspace.file.all(Connector)
    return [(c.from_card_id, c.to_card_id) for c in found]


def picture(width=400, height=300, colour="teal"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.fixture
def joined(canvas, made):
    canvas.connecting.join(made.cards[0], made.cards[2])
    return canvas


def pass_over(canvas, place):
    """The pointer passes over the map without a button; where other windows are does not matter."""
    none = Qt.MouseButton.NoButton
    spot, everywhere = QPointF(place), QPointF(canvas.viewport().mapToGlobal(place))
    move = QMouseEvent(
        QEvent.Type.MouseMove, spot, everywhere, none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(canvas.viewport(), move)


# ── Connectors ────────────────────────────────────────────────────────────────────────────


def test_a_connector_is_drawn_from_the_ring_at_a_cards_edge(canvas, made):
    count = len(canvas.workspace.file.undo_steps)
    pass_over(canvas, at_card(canvas, made.cards[0]))
    handle = canvas.map.lines.handle
    assert handle.isVisible()
    drag(canvas, canvas.mapFromScene(handle.pos()), at_card(canvas, made.cards[2]))
    assert lines(canvas) == [(made.cards[0], made.cards[2])]
    assert list(canvas.map.lines.items) == [canvas.map.selection.connector]
    assert len(canvas.workspace.file.undo_steps) == count + 1
    canvas.workspace.undo()
    assert lines(canvas) == []
    assert not canvas.map.lines.items
    assert canvas.map.selection.connector is None


def test_a_connector_is_made_by_keys_and_escape_gives_up(canvas, made):
    canvas.select_cards([made.cards[0]])
    press(canvas, Key.Key_C, ALT)
    assert canvas.connecting.active
    press(canvas, Key.Key_Right)
    assert canvas.map.lines.loose.isVisible()
    press(canvas, Key.Key_Escape)
    assert not canvas.connecting.active
    assert not canvas.map.lines.loose.isVisible()
    canvas.select_cards([made.cards[0]])
    press(canvas, Key.Key_C, ALT)
    press(canvas, Key.Key_Right)
    press(canvas, Key.Key_Return)
    assert lines(canvas) == [(made.cards[0], made.cards[2])]


def test_typing_c_still_writes_a_card(canvas, made):
    canvas.select_cards([made.cards[0]])
    QTest.keyClicks(canvas.editor, "call")
    assert canvas.writing.active
    assert canvas.editor.toPlainText() == "call"


def test_a_connector_is_selected_by_its_line_and_deleted(joined, made):
    (item,) = joined.map.lines.items.values()
    joined.map.selection.set((), made.pain[2])
    place = joined.mapFromScene(QPointF(*item.route.middle))
    QTest.mouseClick(joined.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert joined.map.selection.connector == item.route.connector.id
    assert spoken(joined.map, None)[0] == "Connector from Card 0 0 to Card 1 0"
    press(joined, Key.Key_Delete)
    assert lines(joined) == []
    joined.workspace.undo()
    assert lines(joined) == [(made.cards[0], made.cards[2])]


def test_a_line_follows_its_card_and_goes_with_it(joined, made):
    (item,) = joined.map.lines.items.values()
    before = item.route.points[0]
    begin_drag(joined, at_card(joined, made.cards[0]), at_cell(joined, made.pain[2], 0.5))
    assert item.route.points[0] != before
    press(joined, Key.Key_Escape)
    assert item.route.points[0] == before
    joined.document.delete_cards([made.cards[0]])
    assert lines(joined) == []
    assert not joined.map.lines.items
    joined.workspace.undo()
    assert lines(joined) == [(made.cards[0], made.cards[2])]


def test_kind_label_and_direction_of_a_connector(joined, made):
    joining, (id,) = joined.connecting.joining, joined.map.lines.items
    joining.set_kind(id, "loop")
    joining.set_label(id, "asks again")
    joining.turn(id)
    shown = joined.map.lines.items[id].route.connector
    assert (shown.kind, shown.label) == ("loop", "asks again")
    assert lines(joined) == [(made.cards[2], made.cards[0])]
    assert joining.join(made.cards[1], made.cards[1]) is None
    assert joining.join(made.cards[2], made.cards[0]) == id


# ── Tags, icons, filter ───────────────────────────────────────────────────────────────────


def test_tags_that_all_cards_have_are_replaced_and_others_stay(canvas, made):
    details, ids = canvas.details, made.cards[:2]
    details.set_tags(ids[:1], "own, bus")
    details.set_tags(ids, "bus、queue")
    assert [canvas.workspace.file.one(Card, id).tags for id in ids] == [
        "bus, queue, own",
        "bus, queue",
    ]
    assert details.tags_on(ids) == "bus, queue"
    details.set_tags(ids, "")
    assert details.tags_in(made.journey) == ["own"]
    canvas.workspace.undo()
    assert canvas.map.cards[ids[1]].box.card.tags == ("bus", "queue")


def test_a_filter_dims_and_follows_the_file(canvas, made):
    canvas.details.set_tags(made.cards[:1], "bus")
    canvas.map.show_filter(MapFilter(tags=frozenset(("bus",))))
    lit = [id for id, item in canvas.map.cards.items() if item.opacity() == 1]
    assert lit == made.cards[:1]
    canvas.details.set_tags(made.cards[2:3], "bus")
    canvas.document.move_cards(made.cards[2:3], made.pain[2], 0)
    lit = {id for id, item in canvas.map.cards.items() if item.opacity() == 1}
    assert lit == {made.cards[0], made.cards[2]}
    canvas.map.show_filter(MapFilter(personas=frozenset((made.persona + 1,))))
    assert canvas.map.look.faint == {made.persona}
    canvas.map.show_filter(MapFilter())
    assert all(item.opacity() == 1 for item in canvas.map.cards.values())


# ── Pictures ──────────────────────────────────────────────────────────────────────────────


def test_a_pasted_picture_becomes_a_card(canvas, made):
    data = QMimeData()
    data.setImageData(picture(2800, 1400))
    QGuiApplication.clipboard().setMimeData(data)
    canvas.map.selection.set((), made.pain[2])
    press(canvas, Key.Key_V, CTRL)
    (id,) = canvas.document.cards_in(made.pain[2])
    mark = canvas.map.cards[id].box.card.picture
    assert (mark.width, mark.height) == (1400, 700)
    assert image_of(mark).width() == 1400
    assert image_of(mark, 200).width() < 400
    assert canvas.map.cards[id].box.card.strength is None
    canvas.workspace.undo()
    assert canvas.workspace.file.count(Attachment) == 0


def test_dropped_files_become_cards_and_a_broken_one_is_told_of(canvas, made, tmp_path):
    picture().save(str(tmp_path / "station.png"))
    (tmp_path / "broken.png").write_bytes(b"no picture")
    said = []
    canvas.workspace.said.connect(lambda text, _undo: said.append(text))
    data = QMimeData()
    names = ("station.png", "broken.png", "notes.txt")
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names])
    place, actions = at_cell(canvas, made.pain[2], 0.5), Qt.DropAction.CopyAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas.viewport(), QDragEnterEvent(place, actions, data, *held))
    QApplication.sendEvent(canvas.viewport(), QDropEvent(QPointF(place), actions, data, *held))
    (id,) = canvas.document.cards_in(made.pain[2])
    assert canvas.workspace.file.one(Attachment, 1).name == "station"
    assert len(said) == 1
    canvas.details.remove_picture(id)
    assert canvas.workspace.file.count(Attachment) == 0
    canvas.details.set_picture(id, tmp_path / "station.png")
    assert canvas.map.cards[id].box.picture is not None


def test_a_picture_that_cannot_be_decoded_leaves_its_place(canvas, made):
    with canvas.workspace.change("x") as change:
        digest = canvas.workspace.file.put_blob(b"GIF89a\x10\x00\x10\x00")
        kept = change.add(Attachment(name="x", sha256=digest))
        change.get(Card, made.cards[0]).attachment_id = kept.id
        other = change.add(Attachment(name="y", sha256="0" * 64))
        change.get(Card, made.cards[1]).attachment_id = other.id
    assert canvas.grab().width() > 0
    assert canvas.map.cards[made.cards[1]].box.card.picture is None


# ── The clipboard ─────────────────────────────────────────────────────────────────────────


def test_cards_go_to_another_engagement_with_all_they_carry(canvas, made, qtbot, tmp_path):
    canvas.details.set_tags(made.cards[:1], "bus")
    canvas.document.set_colour(made.cards[:1], "rose")
    canvas.details.add_pictures(made.pain[1], [pictures.encoded(picture(), "Bus")])
    (shown,) = canvas.document.cards_in(made.pain[1])[2:]
    canvas.select_cards([made.cards[0], shown])
    press(canvas, Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Card 0 0\t"
    mime = QGuiApplication.clipboard().mimeData()
    content = json.loads(bytes(mime.data(clipboard.CARDS).data()))
    file = EngagementFile.create(tmp_path / "other.cxs", client="Another")
    other = Workspace(file, Settings(tmp_path / "o.ini"))
    with file.change("x") as change:
        journey = change.add(Journey(title="Other"))
        stage = change.add(Stage(journey_id=journey.id, name="S"))
        steps = [
            change.add(Step(stage_id=stage.id, name=n, position=i)) for i, n in enumerate("ab")
        ]
        lane = change.add(Lane(journey_id=journey.id, lane_kind="pain_points", name="Pain"))
        ids = (journey.id, lane.id, [step.id for step in steps])
    view = type(canvas)(other)
    qtbot.addWidget(view)
    view.show_journey(ids[0])
    other.changed.connect(view.refresh)
    view.map.selection.set((), made.pain[0]._replace(step_id=ids[2][0], lane_id=ids[1]))
    view.acts.paste()
    cards = file.all(Card)
    assert [(c.text, c.step_id, c.tags, c.colour) for c in cards] == [
        ("Card 0 0", ids[2][0], "bus", "rose"),
        ("", ids[2][1], "", ""),
    ]
    assert map_data(file.session, ids[0]).cards[1].picture.width == 400
    assert content["path"] != str(file.path)
    file.undo()
    assert file.count(Card) == file.count(Attachment) == 0
    other.close()
    file.close()


def test_a_copied_block_keeps_its_shape_and_its_evidence(canvas, made):
    with canvas.workspace.change("x") as change:
        change.add(
            Link(
                source_kind="evidence",
                source_id=made.evidence,
                target_kind="card",
                target_id=made.cards[0],
            )
        )
    canvas.select_cards([made.cards[0], made.cards[2]])
    canvas.acts.copy()
    canvas.map.selection.set((), made.pain[1])
    canvas.acts.paste()
    assert texts(canvas, made.pain[1])[2:] == ["Card 0 0"]
    assert texts(canvas, made.pain[2]) == ["Card 1 0"]
    assert canvas.workspace.file.count(Link) == 2


@pytest.mark.parametrize("wrong", [b"", b"{", b"[]", b'{"cards": [1, {"text": 3}]}', b"\xff"])
def test_wrong_content_on_the_clipboard_makes_nothing(canvas, made, wrong):
    data = QMimeData()
    data.setData(clipboard.CARDS, wrong)
    QGuiApplication.clipboard().setMimeData(data)
    count = len(canvas.workspace.file.undo_steps)
    canvas.map.selection.set((), made.pain[0])
    canvas.acts.paste()
    assert len(canvas.workspace.file.undo_steps) == count


def test_cells_with_breaks_and_quotes_come_back_from_a_spreadsheet():
    grid = [[["a", "b"], []], [["c"], ['say "no"']]]
    assert clipboard.grid_of(clipboard.as_text(grid)) == grid


# ── Emotion ───────────────────────────────────────────────────────────────────────────────


def test_feeling_is_computed_from_evidence_where_no_hand_set_it(canvas, made, workspace):
    with workspace.change("x") as change:
        change.get(Evidence, made.evidence).sentiment = -1
        for emotion in workspace.file.all(Emotion, Emotion.step_id == made.steps[0]):
            change.delete(change.get(Emotion, emotion.id))
    assert canvas.emotion(made.steps[0], made.persona) is None
    with workspace.change("y") as change:
        card = ("card", made.cards[0])
        change.add(
            Link(
                source_kind="evidence",
                source_id=made.evidence,
                target_kind=card[0],
                target_id=card[1],
            )
        )
    curve = canvas.map.data.lead()
    assert (curve.values[made.steps[0]], curve.computed) == (-2.0, {made.steps[0]})
    canvas.map.selection.set((), made.emotion[0])
    assert "computed" in spoken(canvas.map, made.persona)[0]
    canvas.document.move_cards([made.cards[0]], made.pain[2], 0)
    assert canvas.map.data.lead().computed == frozenset()  # step 3 has a value by hand
    canvas.workspace.undo()
    canvas.document.set_emotion(made.steps[0], made.persona, 0.5)
    assert canvas.map.data.lead().computed == frozenset()


# ── Speed ─────────────────────────────────────────────────────────────────────────────────


def test_a_moved_card_reads_its_cells_only(canvas, made):
    kept = {card.id: card for card in canvas.map.data.cards}
    canvas.document.move_cards([made.cards[3]], made.pain[2], 0)
    now = {card.id: card for card in canvas.map.data.cards}
    assert [id for id in now if now[id] is kept[id]] == made.cards[:2]
    assert isinstance(now[made.cards[3]], CardData)
    assert at_card(canvas, made.cards[3]) != QPoint()
