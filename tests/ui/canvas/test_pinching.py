"""Two fingers zoom about the place between them: the events a touchpad and a touch screen send."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.model import Card


def pinch(canvas, value, at, kind=Qt.NativeGestureType.ZoomNativeGesture):
    """What a touchpad sends."""
    port = canvas.viewport()
    place = QPointF(port.mapToGlobal(at.toPoint()))
    event = QNativeGestureEvent(
        kind, QPointingDevice.primaryPointingDevice(), 2, at, at, place, value, QPointF()
    )
    QApplication.sendEvent(port, event)
    return event


def under(canvas, place):
    """The place of the map that is seen at a place of the screen."""
    return canvas.mapToScene(canvas.viewport().mapFromGlobal(place))


def test_a_pinch_zooms_about_the_pointer(canvas):
    canvas.set_zoom(2.0)
    place = canvas.viewport().mapToGlobal(QPoint(300, 120))
    before = under(canvas, place)
    for value, zoom in ((0.25, 2.5), (-0.2, 2.0), (0.5, 3.0)):
        at = QPointF(canvas.viewport().mapFromGlobal(place))
        assert pinch(canvas, value, at).isAccepted()
        assert canvas.zoom == pytest.approx(zoom)
        assert (under(canvas, place) - before).manhattanLength() < 2


def test_a_pinch_stays_within_the_limits(canvas):
    for _ in range(30):
        pinch(canvas, 0.9, QPointF(200, 100))
    assert canvas.zoom == 4.0
    for _ in range(30):
        pinch(canvas, -5.0, QPointF(200, 100))
    assert canvas.zoom == 0.25


def test_a_double_tap_shows_the_whole_map_and_100_percent_again(canvas, qtbot):
    canvas.set_zoom(4.0)
    smart = Qt.NativeGestureType.SmartZoomNativeGesture
    pinch(canvas, 0.0, QPointF(200, 100), smart)
    qtbot.wait(400)
    assert canvas.map.laid.width * canvas.zoom <= canvas.viewport().width() + 20
    fitted = canvas.zoom
    pinch(canvas, 0.0, QPointF(200, 100), smart)
    qtbot.waitUntil(lambda: canvas.zoom == 1.0)
    assert fitted != 1.0


def test_other_gestures_of_a_touchpad_are_left_alone(canvas):
    before = canvas.zoom
    pinch(canvas, 20.0, QPointF(200, 100), Qt.NativeGestureType.RotateNativeGesture)
    assert canvas.zoom == before


def test_two_fingers_on_a_touch_screen_zoom_and_move_no_card(canvas, made):
    port, screen = canvas.viewport(), QTest.createTouchDevice()
    where = {id: canvas.workspace.file.one(Card, id).step_id for id in made.cards}
    canvas.set_zoom(1.0)
    middle = canvas.mapFromScene(canvas.map.card_rect(made.cards[0]).center())
    for spread in (20, 30, 45, 60, 80, 100):
        touch = QTest.touchEvent(port, screen)
        act = touch.press if spread == 20 else touch.move
        act(0, middle - QPointF(spread, 0).toPoint(), port)
        act(1, middle + QPointF(spread, 0).toPoint(), port)
        touch.commit()
        QApplication.processEvents()
    end = QTest.touchEvent(port, screen)
    end.release(0, middle - QPointF(100, 0).toPoint(), port)
    end.release(1, middle + QPointF(100, 0).toPoint(), port)
    end.commit()
    QApplication.processEvents()
    assert canvas.zoom > 1.5
    assert canvas.gesture is None
    assert {id: canvas.workspace.file.one(Card, id).step_id for id in made.cards} == where
