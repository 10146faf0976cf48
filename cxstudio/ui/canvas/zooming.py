"""Zoom and scrolling of a view on the map, with the head and the lane names beside it."""

from __future__ import annotations

from math import inf

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmapCache,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from cxstudio.ui import theme
from cxstudio.ui.canvas.bars import Corner, HeadBar, LaneBar
from cxstudio.ui.canvas.floating import MarkLegend, Minimap, ZoomBar
from cxstudio.ui.canvas.scene import ROOM_BELOW, MapScene
from cxstudio.ui.canvas.still import Still
from cxstudio.ui.widgets.gliding import AT_REST, LARGEST, Gliding, next_zoom

SMALLEST = 0.25
MARGIN = 16
KEPT_KB = 192 * 1024
"""Room for the painted cards of a whole map on a screen of 3840 × 2160, and of some around it."""


class ZoomedView(QGraphicsView):
    """`zoomed` when the zoom changed. The map's own head and names stand in bars that stay."""

    zoomed = Signal(float)

    def __init__(self, scene: MapScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.map = scene
        self.zoom = 1.0
        self.head = HeadBar(scene, self)
        self.lanes = LaneBar(scene, self)
        self.corner = Corner(self)
        self.zoom_bar = ZoomBar(self)
        self.legend = MarkLegend(self)
        self.minimap = Minimap(scene, self)
        self._gliding = Gliding(self)
        self._gliding.came.connect(self._arrive)
        self._gliding.ended.connect(self.sharpen)
        self._towards: QPointF | None = None
        self._still: Still | None = None
        self._rest = QTimer(self, interval=AT_REST, singleShot=True)
        self._rest.timeout.connect(self.sharpen)
        self._set_up()

    def _set_up(self) -> None:
        QPixmapCache.setCacheLimit(max(KEPT_KB, QPixmapCache.cacheLimit()))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.map.laid_out.connect(self.sharpen)
        self.map.laid_out.connect(self._follow)
        self.zoom_bar.zoomed.connect(self.zoom_step)
        self.zoom_bar.fitted.connect(self.fit)
        self.minimap.moved.connect(self.centre)
        theme.changed.connect(self._recolour)
        self._recolour()
        self._follow()

    def _recolour(self) -> None:
        self.setBackgroundBrush(theme.colour("surface"))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, theme.colour("surface"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.head.update()
        self.lanes.update()

    # -- moving ----------------------------------------------------------------------

    def hold_still(self) -> None:
        """Show the picture of the moment, larger or smaller, until the zoom rests."""
        if self._still is None and self.isVisible():
            self._still = Still(self)
        self._rest.start()

    def sharpen(self) -> None:
        """Paint the map itself again."""
        self._rest.stop()
        if self._still is not None:
            self._still = None
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._still is None:
            super().paintEvent(event)
            if self.map.partial:
                QTimer.singleShot(0, self, self.map.complete)
            return
        painter = QPainter(self.viewport())
        painter.setWorldTransform(self.viewportTransform())
        self._still.paint(painter, self.map.laid, self.map.look, self.in_view())

    # -- the first picture -----------------------------------------------------------

    def seen_to(self) -> float:
        """How far down a map is seen in a first picture of it; all of it while hidden."""
        return self.in_view().bottom() + ROOM_BELOW if self.isVisible() else inf

    # -- zoom ------------------------------------------------------------------------

    def set_zoom(self, zoom: float, about: QPoint | None = None) -> None:
        """Show at this zoom; the place `about`, in pixels of the view, stays where it is."""
        self.map.complete()
        zoom = max(SMALLEST, min(LARGEST, zoom))
        if about is None:
            about = self.viewport().geometry().center()
        kept = self.mapToScene(about - self.viewport().geometry().topLeft())
        self.zoom = zoom
        self.setTransform(QTransform.fromScale(zoom, zoom))
        self._follow()
        now = self.mapFromScene(kept) + self.viewport().geometry().topLeft()
        self.scroll_by(now.x() - about.x(), now.y() - about.y())
        self.zoom_bar.show_zoom(zoom)
        self.zoomed.emit(zoom)

    def zoom_step(self, by: int, about: QPoint | None = None) -> None:
        """The next larger (+1) or smaller (-1) zoom; 0 is 100 %."""
        if by:
            self.set_zoom(next_zoom(self.zoom, by, SMALLEST), about)
        else:
            self.glide(1.0)

    def fit(self) -> None:
        """The whole map, as large as it fits."""
        self.map.complete()
        laid = self.map.laid
        below = MARGIN * 2 + self.zoom_bar.height()
        zoom = min(
            self.width() / max(laid.width + MARGIN, 1),
            (self.height() - below) / max(laid.height, 1),
        )
        self.glide(max(SMALLEST, min(zoom, 1.5)), QPointF(laid.width / 2, laid.height / 2))

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

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stop_gliding()
            self.hold_still()
            factor = 1.0015 ** event.angleDelta().y()
            about = event.position().toPoint() + self.viewport().geometry().topLeft()
            self.set_zoom(self.zoom * factor, about)
            event.accept()
            return
        super().wheelEvent(event)

    # -- scrolling -------------------------------------------------------------------

    def scroll_by(self, dx: int, dy: int) -> None:
        """Move the view over the map, in pixels."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + dx)
        down.setValue(down.value() + dy)

    def centre(self, place: QPointF) -> None:
        """Bring a place of the map into the middle."""
        self.map.complete()
        self.centerOn(place)

    def show_rect(self, rect: QRectF) -> None:
        """Scroll so that this part of the map can be seen, no further than needed."""
        self.map.complete()
        self.ensureVisible(rect, 24, 24)

    def in_view(self) -> QRectF:
        """The part of the map in view, with the head and names over it."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._follow_scroll()

    # -- the bars --------------------------------------------------------------------

    def _follow(self) -> None:
        laid = self.map.laid
        left = round(laid.metrics.label_width * self.zoom)
        top = round(laid.head.height * self.zoom)
        self.setViewportMargins(left, top, 0, 0)
        self._place()
        self._follow_scroll()

    def _follow_scroll(self) -> None:
        origin = self.mapFromScene(QPointF(0, self.map.laid.head.height))
        left = self.viewport().geometry().left()
        self.head.zoom = self.lanes.zoom = self.zoom
        self.head.offset = -float(origin.x() + left) + self.head.x()
        self.lanes.offset = -float(origin.y())
        self.head.update()
        self.lanes.update()
        self.minimap.show_view(self.in_view())

    def _place(self) -> None:
        area = self.viewport().geometry()
        self.corner.setGeometry(0, 0, area.left(), area.top())
        self.head.setGeometry(area.left(), 0, area.width(), area.top())
        self.lanes.setGeometry(0, area.top(), area.left(), area.height())
        bottom = area.bottom() - MARGIN
        self.zoom_bar.adjustSize()
        self.legend.show_computed(any(curve.computed for curve in self.map.data.curves))
        self.zoom_bar.move(MARGIN, bottom - self.zoom_bar.height())
        self.legend.adjustSize()
        self.legend.move(
            self.zoom_bar.geometry().right() + 12,
            self.zoom_bar.geometry().center().y() - self.legend.height() // 2,
        )
        self.minimap.move(
            area.right() - self.minimap.width() - MARGIN, bottom - self.minimap.height()
        )
        self.legend.setVisible(self.legend.geometry().right() < self.minimap.x() - 8)
        self.minimap.setVisible(area.width() > 3 * self.minimap.width())
        for widget in (self.zoom_bar, self.legend, self.minimap):
            widget.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self._follow_scroll()
