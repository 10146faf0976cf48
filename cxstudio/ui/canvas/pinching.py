"""Zooming by two fingers, on a touchpad and on a touch screen, about the place between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView

PINCH = Qt.GestureType.PinchGesture
LEAST_FACTOR = 0.2  # of one event, whatever a driver says


class Pinching(QObject):
    """Listens on the map and on the bars beside it."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().grabGesture(PINCH)
        for widget in (view.viewport(), view.head, view.lanes):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            return self._on_touchpad(event)
        if isinstance(event, QGestureEvent):
            return self._on_touch_screen(event)
        return False

    def _on_touchpad(self, event: QNativeGestureEvent) -> bool:
        """Each event says by which share more or less; the smart zoom is a double tap."""
        match event.gestureType():
            case Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom(1 + event.value(), event.globalPosition())
            case Qt.NativeGestureType.SmartZoomNativeGesture:
                self._switch()
            case _:
                return False
        event.accept()
        return True

    def _on_touch_screen(self, event: QGestureEvent) -> bool:
        pinch = event.gesture(PINCH)
        if not isinstance(pinch, QPinchGesture):
            return False
        if pinch.state() == Qt.GestureState.GestureStarted:
            self._view.stop_gesture()  # the first finger may have taken a card
        if pinch.changeFlags() & QPinchGesture.ChangeFlag.ScaleFactorChanged:
            self._zoom(pinch.scaleFactor(), pinch.centerPoint())
        before, now = pinch.lastCenterPoint(), pinch.centerPoint()
        self._view.scroll_by(round(before.x() - now.x()), round(before.y() - now.y()))
        event.accept(pinch)
        return True

    def _zoom(self, factor: float, at: QPointF) -> None:
        """By a factor about a place of the screen."""
        view = self._view
        view.stop_gliding()
        view.hold_still()
        about: QPoint = view.mapFromGlobal(at.toPoint())
        view.set_zoom(view.zoom * max(factor, LEAST_FACTOR), about)

    def _switch(self) -> None:
        """The whole map, or 100 % when it is seen as a whole."""
        view = self._view
        if view.map.laid.width * view.zoom > view.viewport().width() + 1:
            view.fit()
        else:
            view.glide(1.0)
