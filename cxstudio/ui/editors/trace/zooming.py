"""Zoom and scrolling over a large painted picture, as on the journey map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from cxstudio.ui import theme
from cxstudio.ui.widgets.gliding import AT_REST, LARGEST, Gliding, next_zoom

SMALLEST = 0.2
WHOLE = 0.3
"""The zoom under which a whole picture says nothing, so that its width is fitted instead."""
STEP = 24  # pixels of one turn of a scroll bar's arrow


class ZoomedArea(QAbstractScrollArea):
    """Shows a part of a picture whose size at 100 % is `content()`; `zoomed` on a new zoom.

    While the zoom moves, the picture of the moment is shown larger or smaller until it rests.
    """

    zoomed = Signal(float)
    moved = Signal()  # another part is seen, or at another zoom

    def __init__(self) -> None:
        super().__init__()
        self.zoom = 1.0
        self._still: tuple[QPixmap, QRectF] | None = None
        self._rest = QTimer(self, interval=AT_REST, singleShot=True)
        self._rest.timeout.connect(self.sharpen)
        self._gliding = Gliding(self)
        self._gliding.came.connect(self._arrive)
        self._gliding.ended.connect(self.sharpen)
        self._towards: QPointF | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(STEP)

    # -- for subclasses ------------------------------------------------------------------

    def content(self) -> tuple[float, float]:
        """Width and height of the whole at 100 %."""
        raise NotImplementedError

    def zoom_changed(self) -> None:
        """The picture is needed at another scale."""

    # -- places --------------------------------------------------------------------------

    @property
    def scale(self) -> float:
        """Pixels of the view for a unit of the picture."""
        return self.zoom * theme.zoom()

    @property
    def offset(self) -> QPointF:
        """Where the picture's left upper corner is on the viewport."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        spare = (self.viewport().width() - self.content()[0] * self.scale) / 2
        return QPointF(max(0, round(spare)) - across.value(), -down.value())

    def place(self, at: QPointF) -> QPointF:
        """A place of the viewport, in units of the picture."""
        return (at - self.offset) / self.scale

    def seen(self) -> QRectF:
        """The part in view, in units of the picture."""
        port = QRectF(self.viewport().rect())
        return QRectF(self.place(port.topLeft()), self.place(port.bottomRight()))

    def fit_bars(self) -> None:
        """Give the scroll bars the range of the picture at its present scale."""
        sizes = (round(side * self.scale) for side in self.content())
        port = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        for bar, whole, room in zip((across, down), sizes, port.toTuple(), strict=True):
            bar.setRange(0, max(0, whole - room))
            bar.setPageStep(room)

    # -- zoom ----------------------------------------------------------------------------

    def set_zoom(self, zoom: float, about: QPointF | None = None) -> None:
        """Show at this zoom; the place `about` of the viewport stays where it is."""
        zoom = max(SMALLEST, min(LARGEST, zoom))
        about = QPointF(self.viewport().rect().center()) if about is None else about
        kept = self.place(about)
        self.zoom = zoom
        self.fit_bars()
        self._bring(kept, about)
        if self._still is None:
            self.zoom_changed()
        self.viewport().update()
        self.zoomed.emit(zoom)
        self.moved.emit()

    def _bring(self, place: QPointF, at: QPointF) -> None:
        now = place * self.scale + self.offset
        self.scroll_by(round(now.x() - at.x()), round(now.y() - at.y()))

    def zoom_step(self, by: int) -> None:
        """The next larger (+1) or smaller (-1) zoom; 0 is 100 %."""
        if by:
            self.set_zoom(next_zoom(self.zoom, by, SMALLEST))
        else:
            self.glide(1.0)

    def fit(self) -> None:
        """The whole, as large as it fits; of what is far too high, the width."""
        width, height = self.content()
        port = self.viewport().size()
        across = port.width() / max(width, 1) / theme.zoom()
        zoom = min(across, port.height() / max(height, 1) / theme.zoom())
        middle = height / 2
        if zoom < WHOLE:
            zoom, middle = min(across, 1.0), self.seen().center().y()
        self.glide(max(SMALLEST, min(zoom, 1.5)), QPointF(width / 2, middle))

    def glide(self, zoom: float, towards: QPointF | None = None) -> None:
        """Go to a zoom within the time the tokens give; at once while hidden."""
        self.stop_gliding()
        self._towards = towards
        if self.isVisible():
            self._gliding.start(self.zoom, zoom)
        else:
            self._arrive(float(zoom))

    def stop_gliding(self) -> None:
        """Stay at the zoom that is reached."""
        if self._gliding.stop():
            self.sharpen()

    def _arrive(self, zoom: float) -> None:
        if self._gliding.under_way:
            self.hold_still()
        self.set_zoom(zoom)
        if self._towards is not None:
            self.centre(self._towards)

    def hold_still(self) -> None:
        """Show the picture of the moment until the zoom rests."""
        if self._still is None and self.isVisible():
            seen = self.seen()
            self._still = (self.viewport().grab(), seen)
        self._rest.start()

    def sharpen(self) -> None:
        """Paint the picture itself again."""
        self._rest.stop()
        if self._still is not None:
            self._still = None
            self.zoom_changed()
            self.viewport().update()

    def paint_still(self, painter: QPainter) -> bool:
        """Paint the picture of the moment, if it is shown."""
        if self._still is None:
            return False
        picture, place = self._still
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        there = QRectF(place.topLeft() * self.scale + self.offset, place.size() * self.scale)
        painter.drawPixmap(there, picture, QRectF(picture.rect()))
        return True

    # -- moving --------------------------------------------------------------------------

    def scroll_by(self, dx: int, dy: int) -> None:
        """Move the view over the picture, in pixels."""
        for bar, way in ((self.horizontalScrollBar(), dx), (self.verticalScrollBar(), dy)):
            bar.setValue(bar.value() + way)

    def centre(self, place: QPointF) -> None:
        """Bring a place of the picture into the middle."""
        self._bring(place, QPointF(self.viewport().rect().center()))

    def show_rect(self, rect: QRectF, around: float = 24) -> None:
        """Scroll so that this part can be seen, no further than needed."""
        there = QRectF(rect.topLeft() * self.scale + self.offset, rect.size() * self.scale)
        there.adjust(-around, -around, around, around)
        port = QRectF(self.viewport().rect())
        dx = min(there.left(), 0) or max(there.right() - port.right(), 0)
        dy = min(there.top(), 0) or max(there.bottom() - port.bottom(), 0)
        self.scroll_by(round(dx), round(dy))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stop_gliding()
            self.hold_still()
            self.set_zoom(self.zoom * 1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Two fingers on a touchpad zoom about the place between them."""
        pinched = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinched:
            self.stop_gliding()
            self.hold_still()
            self.set_zoom(self.zoom * max(1 + event.value(), 0.2), event.position())
            event.accept()
            return True
        return super().viewportEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_bars()
        self.moved.emit()
