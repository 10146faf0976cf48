"""The items of the scene: a row's ground with its curves, a card, and the mark of a drop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.boxes import CardBox, Rect, Row
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.look import Look, qrect
from cxstudio.drawing.journey.map import LaneKind, MapData
from cxstudio.drawing.journey.measure import font
from cxstudio.drawing.journey.paint import paint_lane
from cxstudio.drawing.journey.paint_card import paint_card
from cxstudio.ui import theme

READABLE = 0.3  # below this zoom a card is its colour only
RING = 5.0
KEPT = QGraphicsItem.CacheMode.DeviceCoordinateCache
GROUND = 1024  # how wide the kept pieces of a lane with curves are


class RowItem(QGraphicsItem):
    """A lane with all but its cards, which are its children; only ever moved as a whole."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        self.row = row
        self.data_shown: MapData | None = None
        self.laid: MapLayout | None = None
        self.look: Look | None = None
        self.grounds: list[GroundItem] = []
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemContainsChildrenInShape)

    def show_row(self, row: Row, data: MapData, laid: MapLayout, look: Look) -> None:
        """Paint this from now on."""
        self.prepareGeometryChange()
        self.row, self.data_shown, self.laid, self.look = row, data, laid, look
        self._show_grounds()
        self.update()

    def follow(self, data: MapData, laid: MapLayout) -> bool:
        """Take a layout that differs in other lanes only; False when it must be painted anew."""
        before = self.laid
        if before is None or before.columns is not laid.columns:
            return False
        same = [row.lane.kind for row in before.rows] == [row.lane.kind for row in laid.rows]
        if same:
            self.data_shown, self.laid = data, laid
        return same

    def _show_grounds(self) -> None:
        """Curves are painted in pieces that are kept, as they take long; other lanes are not."""
        for ground in self.grounds:
            ground.setParentItem(None)  # type: ignore[arg-type]
            if (scene := ground.scene()) is not None:
                scene.removeItem(ground)
        curves = self.laid is not None and bool(self.row.curves)
        starts = range(0, round(self.laid.width), GROUND) if curves and self.laid else ()
        self.grounds = [GroundItem(start, self) for start in starts]

    def boundingRect(self) -> QRectF:
        width = self.laid.width if self.laid else 0.0
        return QRectF(0, -1, width, self.row.height + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if not self.grounds:
            self.paint_ground(painter, option.exposedRect)  # type: ignore[attr-defined]

    def paint_ground(self, painter: QPainter, seen: QRectF) -> None:
        """Paint what lies under the cards between the left and right edge of `seen`."""
        if self.data_shown and self.laid and self.look:
            within = (seen.left(), seen.right())
            paint_lane(painter, self.data_shown, self.laid, self.row, self.look, within)


class GroundItem(QGraphicsRectItem):
    """A stretch of a lane under its cards, painted once for each zoom."""

    def __init__(self, start: float, row: RowItem) -> None:
        whole = row.boundingRect()
        super().__init__(QRectF(start, whole.y(), GROUND, whole.height()) & whole, row)
        self._row = row
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemStacksBehindParent)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def boundingRect(self) -> QRectF:
        return self.rect()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setClipRect(self.rect())
        self._row.paint_ground(painter, self.rect())


class CardItem(QGraphicsRectItem):
    """A card at its place in the row. Holds its box, which knows the card's id.

    It is painted once for each zoom, at the resolution of the screen, and then only put in place.
    Its rectangle has room for the ring; Qt asks for it often, and so without coming here.
    """

    def __init__(self, box: CardBox, kind: LaneKind, look: Look, parent: RowItem) -> None:
        super().__init__(_with_ring(box), parent)
        self.box, self.kind, self.look = box, kind, look
        self.selected = False
        self.current = False
        self.setCacheMode(KEPT)

    def show_box(self, box: CardBox, kind: LaneKind, look: Look) -> None:
        """Paint this from now on."""
        self.setRect(_with_ring(box))
        self.box, self.kind, self.look = box, kind, look
        self.update()

    def select(self, selected: bool, current: bool) -> None:
        """Show it as one of the selected, and the one that keys work on."""
        if (selected, current) != (self.selected, self.current):
            self.selected, self.current = selected, current
            self.setZValue(1 if selected else 0)
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if option.levelOfDetailFromTransform(painter.worldTransform()) < READABLE:
            paint_from_afar(painter, self.box, self.kind, self.look)
        else:
            paint_card(painter, self.box, self.kind, self.look)
        if self.selected:
            paint_ring(painter, self.box.rect)


def _with_ring(box: CardBox) -> QRectF:
    x, y, width, height = box.rect
    return QRectF(x - RING, y - RING, width + 2 * RING, height + 2 * RING)


def paint_from_afar(painter: QPainter, box: CardBox, kind: LaneKind, look: Look) -> None:
    """Paint a card as it looks when it is too small to be read: its colour only."""
    if look.metrics.plain(kind):
        colour = look.colour("line_strong")
        for place in range(len(box.lines)):
            y = box.text.y + place * 18 + 4
            painter.fillRect(QRectF(box.text.x, y, box.text.width * 0.5, 6), colour)
    else:
        painter.fillRect(qrect(box.rect), QColor(look.card(box.card, kind)[0]))


def paint_ring(painter: QPainter, rect: Rect) -> None:
    """The ring around a selected card: 2 px accent, 2 px away from it."""
    gap = tokens.measure("focus", "gap") + 1.0
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(qrect(rect).adjusted(-gap, -gap, gap, gap), 8, 8)


class CellItem(QGraphicsItem):
    """The selected cell where it is empty: a dashed place for a card to come."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self.setZValue(2)
        self.hide()

    def show_at(self, rect: QRectF | None) -> None:
        """Stand around this rectangle, or nowhere."""
        self.prepareGeometryChange()
        self._rect = rect or QRectF()
        self.setVisible(rect is not None)

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-RING, -RING, RING, RING)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        pen = QPen(theme.colour("accent"), 1.5)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._rect, 6, 6)


class DropItem(QGraphicsItem):
    """Where something would land: the tinted cell, a thick line, and a dashed place under it."""

    def __init__(self) -> None:
        super().__init__()
        self._cell, self._line, self._place = QRectF(), QRectF(), QRectF()
        self.setZValue(3)
        self.hide()

    def show_at(self, cell: Rect, line: Rect, place: Rect | None) -> None:
        """Tint a cell, and show the line and, where there is room, the place."""
        shown = (qrect(cell), qrect(line), qrect(place) if place else QRectF())
        if shown != (self._cell, self._line, self._place):
            self.prepareGeometryChange()
            self._cell, self._line, self._place = shown
        self.show()

    def boundingRect(self) -> QRectF:
        return self._cell.united(self._place).adjusted(-4, -4, 4, 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        tint = QColor(theme.colour("accent"))
        tint.setAlphaF(0.09)
        painter.fillRect(self._cell, tint)
        pen = QPen(theme.colour("accent"), tokens.measure("border", "dashed_target"))
        pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self._place.isEmpty():
            painter.drawRoundedRect(self._place, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        thick = float(tokens.measure("border", "drop_line"))
        line = QRectF(self._line.x(), self._line.y() - thick / 2, self._line.width(), thick)
        painter.drawRoundedRect(line, thick / 2, thick / 2)


class RubberItem(QGraphicsItem):
    """The rectangle of a rubber band."""

    def __init__(self) -> None:
        super().__init__()
        self._rect = QRectF()
        self.setZValue(4)
        self.hide()

    def show_at(self, rect: QRectF) -> None:
        """Span this rectangle."""
        self.prepareGeometryChange()
        self._rect = rect
        self.show()

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-2, -2, 2, 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        tint = QColor(theme.colour("accent"))
        painter.setPen(QPen(tint, 1))
        tint.setAlphaF(0.12)
        painter.setBrush(tint)
        painter.drawRect(self._rect)


class GhostItem(QGraphicsItem):
    """The card in the hand, lifted; with a figure when it stands for several."""

    def __init__(self, box: CardBox, kind: LaneKind, look: Look, count: int = 1) -> None:
        super().__init__()
        self._box, self._kind, self._look, self._count = box, kind, look, count
        self.setZValue(5)
        self.setOpacity(0.94)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def boundingRect(self) -> QRectF:
        return qrect(self._box.rect).adjusted(-10, -12, 24, 20)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        rect = qrect(self._box.rect)
        self._shadow(painter, rect)
        if self._look.metrics.plain(self._kind):
            painter.setBrush(theme.colour("surface"))
            painter.drawRoundedRect(rect, 6, 6)
        paint_card(painter, self._box, self._kind, self._look)
        if self._count > 1:
            self._figure(painter, QRectF(rect.right() - 8, rect.top() - 10, 22, 20))

    def _shadow(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 14))
        for spread in (7.0, 5.0, 3.0, 1.5):
            painter.drawRoundedRect(rect.adjusted(-spread, 2, spread, spread * 2), 8, 8)

    def _figure(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawRoundedRect(rect, 10, 10)
        painter.setPen(theme.colour("on_accent"))
        painter.setFont(font(self._look.metrics.strong))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._count))
