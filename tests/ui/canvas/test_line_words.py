"""The words of a connector stand over every line, also over one that was drawn later."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from cxstudio.drawing.journey.curve import Point
from cxstudio.drawing.journey.paint_connectors import label_rect
from cxstudio.model import Connector


def labelled(canvas, start, end, words):
    """A connector with words, and its line on the map."""
    with canvas.workspace.change("Line") as change:
        ends = {"from_card_id": start, "to_card_id": end}
        kept = Connector(
            journey_id=canvas.document.journey_id, connector_kind="flow", label_text=words, **ends
        )
        id = change.add(kept).id
    return canvas.map.lines.items[id]


def painted(canvas, place: QRectF) -> QImage:
    """What the window shows there."""
    QApplication.processEvents()
    port = canvas.viewport()
    return port.grab(canvas.mapFromScene(place).boundingRect()).toImage()


def test_a_later_line_runs_under_the_words_of_an_earlier_one(canvas, made):
    first = labelled(canvas, made.cards[0], made.cards[2], "by bus")
    second = labelled(canvas, made.cards[1], made.cards[3], "")
    words = label_rect(first.route, first.look)
    inside = words.adjusted(3, 2, -3, -2)
    alone = painted(canvas, inside)
    y = words.center().y()
    through = (Point(words.left() - 40, y), Point(words.right() + 40, y))
    second.show_route(replace(second.route, points=through), second.look)
    assert painted(canvas, inside) == alone
    beside = QRectF(words.left() - 20, y - 4, 16, 8)
    assert second.rect().contains(beside)


def test_the_words_go_and_come_back_with_their_line(canvas, made):
    item = labelled(canvas, made.cards[0], made.cards[2], "by bus")
    assert item.words.scene() is canvas.map and item.words.isVisible()
    canvas.document.delete_cards([made.cards[0]])
    assert item.words.scene() is None
    canvas.workspace.undo()
    (again,) = canvas.map.lines.items.values()
    assert again.words.scene() is canvas.map


def test_words_that_have_no_room_are_read_under_the_pointer(canvas, made, monkeypatch):
    item = labelled(canvas, made.cards[0], made.cards[2], "by bus, or on foot when it is late")
    place = label_rect(item.route, item.look).center()
    assert canvas.map.lines.unsaid(place.x(), place.y()) == ""
    item.show_route(replace(item.route, words="by…"), item.look)
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, *_: told.append(text))
    here = canvas.mapFromScene(place)
    port = canvas.viewport()
    asked = QHelpEvent(QEvent.Type.ToolTip, here, port.mapToGlobal(here))
    QApplication.sendEvent(port, asked)
    assert told == ["by bus, or on foot when it is late"]
