"""Connectors in the scene: a line each over the cards, and the loose line of a hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsRectItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.connectors import Route, free, loose, routes
from cxstudio.drawing.journey.connectors_kept import KeptRoutes
from cxstudio.drawing.journey.filtering import DIMMED
from cxstudio.drawing.journey.look import Look, qrect
from cxstudio.drawing.journey.map import ConnectorData, Id
from cxstudio.drawing.journey.paint_connectors import label_rect, paint_connector, paint_label
from cxstudio.ui import theme

if TYPE_CHECKING:
    from cxstudio.ui.canvas.scene import MapScene

REACH = 6.0
HANDLE = 6.0
ABOVE_CARDS, ABOVE_LINES, ABOVE_ALL = 1.5, 1.6, 4.5
KEPT_AREA = 400.0 * 400.0
LOOSE = ConnectorData(0, 0, 0)


class WordsItem(QGraphicsRectItem):
    """The label of a connector, over all lines, so that none runs through its words."""

    def __init__(self) -> None:
        super().__init__()
        self._line: LineItem | None = None
        self.setZValue(ABOVE_LINES)
        self.setCacheMode(QGraphicsItem.CacheMode.DeviceCoordinateCache)

    def show_for(self, line: LineItem) -> None:
        """Stand where this line has its label; out of sight without one."""
        self._line = line
        self.setVisible(bool(line.route.words))
        self.setRect(label_rect(line.route, line.look).adjusted(-2, -2, 2, 2))
        self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._line is not None:
            paint_label(painter, self._line.route, self._line.look, self._line.ink())


class LineItem(QGraphicsRectItem):
    """One connector; its rectangle is known to Qt, which asks for it at every movement."""

    def __init__(self, shown: Route, look: Look) -> None:
        super().__init__()
        self.route, self.look, self.selected = shown, look, False
        self.setZValue(ABOVE_CARDS)
        self.words = WordsItem()
        self._take_place()

    def show_route(self, shown: Route, look: Look) -> None:
        """Paint this from now on."""
        if shown is not self.route or look != self.look:
            self.route, self.look = shown, look
            self._take_place()
            self.update()

    def _take_place(self) -> None:
        """Short lines are painted once for each zoom; the frame of a long one is mostly empty."""
        frame = qrect(self.route.frame()).adjusted(-10, -10, 10, 10)
        if self.route.words:
            frame |= label_rect(self.route, self.look).adjusted(-2, -2, 2, 2)
        short = frame.width() * frame.height() < KEPT_AREA
        modes = QGraphicsItem.CacheMode
        self.setRect(frame)
        self.setCacheMode(modes.DeviceCoordinateCache if short else modes.NoCache)
        self.words.show_for(self)

    def ink(self) -> QColor | None:
        """The colour of a selected one; None is the ordinary one."""
        return theme.colour("accent") if self.selected else None

    def select(self, selected: bool) -> None:
        if selected != self.selected:
            self.selected = selected
            self.update()
            self.words.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        paint_connector(painter, self.route, self.look, self.ink(), heavy=self.selected)


class LooseItem(QGraphicsItem):
    """The line that a hand or the keyboard draws, before there is a connector."""

    def __init__(self) -> None:
        super().__init__()
        self._route: Route | None = None
        self._look: Look | None = None
        self._target: QRectF | None = None
        self.setZValue(ABOVE_ALL)
        self.hide()

    def show_to(self, start: Rect, end: Rect | QPointF, look: Look) -> None:
        """From a card to another one, which is ringed, or to a place."""
        self.prepareGeometryChange()
        there = isinstance(end, Rect)
        line = free(start, end) if isinstance(end, Rect) else loose(start, end.x(), end.y())
        self._route, self._look = Route(LOOSE, line, curved=True), look
        self._target = qrect(end).adjusted(-3, -3, 3, 3) if there else None  # type: ignore[arg-type]
        self.show()
        self.update()

    def boundingRect(self) -> QRectF:
        if self._route is None:
            return QRectF()
        frame = qrect(self._route.frame()).adjusted(-12, -12, 12, 12)
        return frame.united(self._target) if self._target else frame

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        if self._route is None or self._look is None:
            return
        accent = theme.colour("accent")
        paint_connector(painter, self._route, self._look, accent, heavy=True)
        if self._target is not None:
            painter.setPen(QPen(accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._target, 8, 8)


class HandleItem(QGraphicsItem):
    """The small ring at a card's right edge from which a connector is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.card: Id | None = None
        self.setZValue(ABOVE_ALL)
        self.hide()

    def show_on(self, card: Id | None, rect: QRectF | None) -> None:
        """Stand at the edge of a card, or nowhere."""
        self.card = card
        self.setVisible(rect is not None)
        if rect is not None:
            self.setPos(rect.right(), rect.center().y())

    def holds(self, place: QPointF) -> bool:
        """Whether a hand at this place takes it."""
        return self.isVisible() and (place - self.pos()).manhattanLength() <= HANDLE * 1.6

    def boundingRect(self) -> QRectF:
        return QRectF(-HANDLE, -HANDLE, 2 * HANDLE, 2 * HANDLE)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setPen(QPen(theme.colour("accent"), 1.5))
        painter.setBrush(theme.colour("surface"))
        painter.drawEllipse(QPointF(0, 0), HANDLE - 1.5, HANDLE - 1.5)


class Lines:
    """All connectors of a scene by their ids."""

    def __init__(self, scene: MapScene) -> None:
        self._scene = scene
        self.items: dict[Id, LineItem] = {}
        self.loose, self.handle = LooseItem(), HandleItem()
        self._kept = KeptRoutes()
        scene.addItem(self.loose)
        scene.addItem(self.handle)

    def show(self, connectors: Iterable[ConnectorData]) -> None:
        """Show these."""
        look = self._scene.look
        found = {r.connector.id: r for r in self._kept.routes(self._scene.laid, connectors)}
        for gone in self.items.keys() - found.keys():
            line = self.items.pop(gone)
            self._scene.removeItem(line.words)
            self._scene.removeItem(line)
        for id, shown in found.items():
            if id in self.items:
                self.items[id].show_route(shown, look)
            else:
                self.items[id] = LineItem(shown, look)
                self._scene.addItem(self.items[id])
                self._scene.addItem(self.items[id].words)

    def follow(self, moved: Mapping[Id, Rect]) -> None:
        """Let the lines of these cards, which a hand holds at that place, go with them."""
        look = self._scene.look
        held = (item.route.connector for item in self.items.values())
        here = [c for c in held if c.start in moved or c.end in moved]
        for route in routes(self._scene.laid, here, moved):
            self.items[route.connector.id].show_route(route, look)

    def select(self, connector: Id | None) -> None:
        for id, item in self.items.items():
            item.select(id == connector)

    def dim(self) -> None:
        """A line is as lit as the fainter of its cards."""
        for item in self.items.values():
            ends = (item.route.connector.start, item.route.connector.end)
            shown = [self._scene.opacity(id) for id in ends if id in self._scene.laid.places]
            item.setOpacity(min(shown, default=DIMMED))
            item.words.setOpacity(item.opacity())

    def unsaid(self, x: float, y: float) -> str:
        """The whole label of the connector under a place, if the map shows less of it."""
        found = self.at(x, y)
        route = self.items[found].route if found is not None else None
        return route.connector.label if route is not None and route.shortened else ""

    def at(self, x: float, y: float) -> Id | None:
        """The connector under a place: its line or its label."""
        look = self._scene.look
        near = [
            (item.route.near(x, y), id)
            for id, item in self.items.items()
            if item.boundingRect().contains(x, y)
        ]
        for _far, id in near:
            if label_rect(self.items[id].route, look).contains(x, y):
                return id
        best = min(near, default=None, key=lambda found: found[0])
        return best[1] if best and best[0] <= REACH else None
