"""The head over the map and the lane names beside it: they stay in view while the map scrolls."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.drawing.journey.boxes import Rect, Row, StepBox
from cxstudio.drawing.journey.head import detail_sign
from cxstudio.drawing.journey.look import Look, qrect
from cxstudio.drawing.journey.map import Id
from cxstudio.drawing.journey.paint import paint_head, paint_lane
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.canvas.scene import MapScene

FIXED = ("add", "detail")  # parts that are pressed, and neither dragged nor named
ADD_WIDTH = 40.0
GRIP = 4.0


class Part(NamedTuple):
    """A stage, step or lane by its kind and id; "add" is the place for a new step, "detail" the
    sign that a step has a map of its own."""

    kind: str
    id: Id


class Bar(QWidget):
    """What both bars share: a part under the pointer, pressing, dragging and renaming it."""

    renamed = Signal(object, QRectF)  # Part, its place in the bar: the user wants another name
    menu_wanted = Signal(object, QPointF)  # Part, global position
    dropped = Signal(object, object)  # Part, the Part before which it goes, None for the end
    pressed = Signal(object)  # Part

    def __init__(self, scene: MapScene, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene, self.zoom, self.offset = scene, 1.0, 0.0
        self.locked = False
        self.setMouseTracking(True)
        self._press: tuple[Part, QPointF] | None = None
        self._over: Part | None = None
        self._target: Part | None = None
        self._dragging = False

    def part_at(self, at: QPointF) -> Part | None:
        """The part at a place in the bar."""
        raise NotImplementedError

    def place_of(self, part: Part) -> QRectF:
        """Where a part stands in the bar, in its pixels."""
        raise NotImplementedError

    def target_at(self, part: Part, at: QPointF) -> Part | None:
        """The part before which a dragged one would go; None for the end."""
        raise NotImplementedError

    # -- mouse -----------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and part is not None:
            self._press = (part, event.position())
            self.pressed.emit(part)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            self._hover(self.part_at(event.position()))
            return
        part, start = self._press
        far = (event.position() - start).manhattanLength() >= QApplication.startDragDistance()
        if not self.locked and part.kind not in FIXED and (far or self._dragging):
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._target = self.target_at(part, event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, dragging = self._press, self._dragging
        target = self._target
        self.cancel()
        if press is not None and dragging and target != press[0]:
            self.dropped.emit(press[0], target)

    def cancel(self) -> None:
        """Let go of what is dragged."""
        self._press, self._target, self._dragging = None, None, False
        self.unsetCursor()
        self.update()

    @property
    def busy(self) -> bool:
        """Whether a part is being dragged."""
        return self._dragging

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        part = self.part_at(event.position())
        if part is not None and part.kind not in FIXED and not self.locked:
            self._press = None
            self.renamed.emit(part, self.place_of(part))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        part = self.part_at(QPointF(event.pos()))
        if part is not None and part.kind == "detail":
            part = Part("step", part.id)
        if part is not None and not self.locked:
            self.menu_wanted.emit(part, QPointF(event.globalPos()))

    def leaveEvent(self, _event: object) -> None:
        self._hover(None)

    def _hover(self, part: Part | None) -> None:
        if part != self._over:
            self._over = part
            texts = {"add": _("Add a step"), "detail": _("Go to the map of this step")}
            self.setToolTip(texts.get(part.kind, "") if part else "")
            self.setCursor(
                Qt.CursorShape.PointingHandCursor
                if part and part.kind == "detail"
                else Qt.CursorShape.ArrowCursor
            )
            self.update()


class HeadBar(Bar):
    """Stages and steps; the sign at its end adds a step."""

    def __init__(self, scene: MapScene, parent: QWidget) -> None:
        super().__init__(scene, parent)
        self.current: Id | None = None

    def part_at(self, at: QPointF) -> Part | None:
        x, y = self._on_map(at)
        head = self.scene.laid.head
        for stage in head.stages:
            if stage.rect.holds(x, y):
                return Part("stage", stage.stage.id)
        for step in head.steps:
            if step.step.detail and self._sign_of(step).holds(x, y):
                return Part("detail", step.step.id)
            if step.rect.holds(x, y):
                return Part("step", step.step.id)
        return Part("add", 0) if self._sign().contains(at) and not self.locked else None

    def place_of(self, part: Part) -> QRectF:
        head = self.scene.laid.head
        rects = [box.rect for box in head.stages if Part("stage", box.stage.id) == part]
        rects += [box.rect for box in head.steps if Part("step", box.step.id) == part]
        return self._in_bar(qrect(rects[0])) if rects else QRectF()

    def target_at(self, part: Part, at: QPointF) -> Part | None:
        x, _y = self._on_map(at)
        head = self.scene.laid.head
        if part.kind == "stage":
            places = [(Part("stage", box.stage.id), box.rect) for box in head.stages]
        else:
            places = [(Part("step", box.step.id), box.rect) for box in head.steps]
        return next((found for found, rect in places if x < rect.x + rect.width / 2), None)

    def _sign_of(self, step: StepBox) -> Rect:
        """Where a hand finds the sign of a step's own map: a little wider than it is drawn."""
        rect = detail_sign(step, self.scene.laid.metrics)
        return Rect(rect.x - 5, rect.y - 5, rect.width + 10, rect.height + 10)

    def _on_map(self, at: QPointF) -> tuple[float, float]:
        return (at.x() + self.offset) / self.zoom, at.y() / self.zoom

    def _in_bar(self, rect: QRectF) -> QRectF:
        z = self.zoom
        return QRectF(rect.x() * z - self.offset, rect.y() * z, rect.width() * z, rect.height() * z)

    def _sign(self) -> QRectF:
        laid = self.scene.laid
        m = laid.metrics
        right = laid.width
        return self._in_bar(QRectF(right + 8, m.top, ADD_WIDTH, laid.head.height - m.top))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.save()
        painter.translate(-self.offset, 0)
        painter.scale(self.zoom, self.zoom)
        laid = self.scene.laid
        within = (self.offset / self.zoom, (self.offset + self.width()) / self.zoom)
        paint_head(painter, self.scene.data, laid, self.scene.look, self.current, within)
        painter.restore()
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(
            QPointF(0, self.height() - 0.5), QPointF(self.width(), self.height() - 0.5)
        )
        if not self.locked:
            self._paint_sign(painter)
        if self._dragging and self._press:
            self._paint_target(painter, self._press[0])

    def _paint_sign(self, painter: QPainter) -> None:
        sign = self._sign()
        bar = QRectF(sign.x(), sign.y(), 28 * self.zoom, 24 * self.zoom)
        if self._over and self._over.kind == "add":
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(bar, 6, 6)
        icon = QRectF(0, 0, 16, 16)
        icon.moveCenter(bar.center())
        theme.paint_icon(painter, icon.toRect(), "plus", "text_2")

    def _paint_target(self, painter: QPainter, part: Part) -> None:
        if self._target is not None:
            x = self.place_of(self._target).x()
        else:
            boxes = self.scene.laid.columns
            x = boxes[-1].right * self.zoom - self.offset if boxes else 0.0
        top = self.scene.laid.metrics.top * self.zoom
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.drawLine(QPointF(x, top), QPointF(x, self.height() - 4))


class Corner(QWidget):
    """Where the two bars meet."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)


class LaneBar(Bar):
    """The names of lanes; the lower edge of a name can be dragged to give the lane height."""

    resized = Signal(object, float)  # Part, height in units of the map

    def __init__(self, scene: MapScene, parent: QWidget) -> None:
        super().__init__(scene, parent)
        self._edge: tuple[Part, float] | None = None

    def part_at(self, at: QPointF) -> Part | None:
        y = self._on_map(at)
        laid = self.scene.laid
        for top, row in zip(laid.tops, laid.rows, strict=False):
            if top <= y < top + row.height:
                return Part("lane", row.lane.id)
        return None

    def place_of(self, part: Part) -> QRectF:
        laid = self.scene.laid
        for top, row in zip(laid.tops, laid.rows, strict=False):
            if row.lane.id == part.id:
                y = (top - laid.head.height) * self.zoom - self.offset
                return QRectF(0, y, self.width(), row.height * self.zoom)
        return QRectF()

    def target_at(self, part: Part, at: QPointF) -> Part | None:
        y = self._on_map(at)
        laid = self.scene.laid
        for top, row in zip(laid.tops, laid.rows, strict=False):
            if y < top + row.height / 2:
                return Part("lane", row.lane.id)
        return None

    def _on_map(self, at: QPointF) -> float:
        return (at.y() + self.offset) / self.zoom + self.scene.laid.head.height

    def _edge_at(self, at: QPointF) -> tuple[Part, float] | None:
        """The lane whose lower edge is under the pointer, and its top on the map."""
        y = self._on_map(at)
        laid = self.scene.laid
        for top, row in zip(laid.tops, laid.rows, strict=False):
            if abs(top + row.height - y) * self.zoom <= GRIP and not row.lane.collapsed:
                return Part("lane", row.lane.id), top
        return None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._edge = None if self.locked else self._edge_at(event.position())
        if self._edge is None:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._edge is not None:
            part, top = self._edge
            self.resized.emit(part, self._on_map(event.position()) - top)
            return
        super().mouseMoveEvent(event)
        if self._press is None:
            on_edge = not self.locked and self._edge_at(event.position()) is not None
            shape = Qt.CursorShape.SplitVCursor if on_edge else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._edge is not None:
            self._edge = None
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.fillRect(self.rect(), theme.colour("surface"))
        laid, look = self.scene.laid, self.scene.look
        painter.save()
        painter.translate(0, -self.offset)
        painter.scale(self.zoom, self.zoom)
        painter.translate(0, -laid.head.height)
        seen = (self._on_map(QPointF(0, 0)), self._on_map(QPointF(0, self.height())))
        for top, row in zip(laid.tops, laid.rows, strict=False):
            if seen[0] < top + row.height + 1 and top - 1 < seen[1]:
                self._paint_row(painter, top, row, look)
        painter.restore()
        if self._dragging and self._press:
            self._paint_target(painter)

    def _paint_row(self, painter: QPainter, top: float, row: Row, look: Look) -> None:
        """The left end of a lane, which ends before its steps, cards and curves begin."""
        end = replace(self.scene.laid, columns=())
        painter.save()
        painter.translate(0, top)
        painter.setClipRect(QRectF(0, -1, end.width, row.height + 2))
        paint_lane(painter, self.scene.data, end, replace(row, cells=(), curves=()), look)
        painter.restore()

    def _paint_target(self, painter: QPainter) -> None:
        laid = self.scene.laid
        y = (laid.height - laid.head.height) * self.zoom - self.offset
        if self._target is not None:
            y = self.place_of(self._target).y()
        painter.setPen(QPen(theme.colour("accent"), 3))
        painter.drawLine(QPointF(4, y), QPointF(self.width() - 4, y))
