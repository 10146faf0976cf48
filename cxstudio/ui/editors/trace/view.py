"""The graph on the screen: painted in tiles, walked with mouse and keys."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip

from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.look import qrect
from cxstudio.drawing.trace.graph import COLUMNS
from cxstudio.drawing.trace.layout import (
    LEAST_GAP,
    MARGIN,
    READ_WELL,
    Laid,
    Measures,
    measures_for,
    placed,
)
from cxstudio.drawing.trace.look import Look
from cxstudio.drawing.trace.paint import Tone, paint_area, paint_links, paint_lit, paint_node
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.trace import spoken
from cxstudio.ui.editors.trace.foot import Foot
from cxstudio.ui.editors.trace.heads import Heads
from cxstudio.ui.editors.trace.keys import Keys
from cxstudio.ui.editors.trace.minimap import Minimap
from cxstudio.ui.editors.trace.pointing import Pointing
from cxstudio.ui.editors.trace.tiles import Tiles
from cxstudio.ui.editors.trace.zooming import ZoomedArea

DIMMED = 0.3
FIRST_PICTURE, FRAME = 0.25, 0.006  # seconds for new tiles in one painting
FLOATING = 12
HIGH = 1.8  # so many times higher than the view is a graph that has a minimap
MOST_HOVERED = 200


class GraphView(ZoomedArea):
    """`chosen` on a click or an arrow (None to clear), `opened` on Enter or a double click,
    `folded` to open or close a group, `menu_wanted` at a global place; each names a node."""

    chosen = Signal(object)
    opened = Signal(int)
    folded = Signal(int)
    menu_wanted = Signal(QPoint)
    back_wanted = Signal()
    forward_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.laid: Laid | None = None
        self.node: int | None = None
        self._nodes: frozenset[int] | None = None  # lit, or None while all are alike
        self._links: frozenset[tuple[int, int]] = frozenset()
        self._base, self._lit = Tiles(self._paint_base), Tiles(self._paint_lit)
        self._until = FIRST_PICTURE
        self.whole = False  # whether everything in sight is painted
        self._hover: int | None = None
        self.keys, self.pointing = Keys(self), Pointing(self)
        self.heads = Heads(self)
        self.foot = Foot(self)
        self.zoom_bar = self.foot.zoom_bar
        self._side = widgets.Ground("sunken", self)  # where the minimap stands
        self.minimap = Minimap(self)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._prepare)
        self._set_up()

    def _set_up(self) -> None:
        self.setAccessibleName(_("Chain"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", 0)
        self.viewport().setMouseTracking(True)
        self.zoom_bar.zoomed.connect(self.zoom_step)
        self.zoom_bar.fitted.connect(self.fit)
        self.zoom_bar.panning.connect(self.pointing.show_cursor)
        self.zoomed.connect(self.zoom_bar.show_zoom)
        self.moved.connect(self._follow)
        self.minimap.moved.connect(self.centre)
        self.heads.shown.connect(self._show_column)
        theme.changed.connect(self._recolour)

    # -- what is shown -------------------------------------------------------------------

    @property
    def look(self) -> Look:
        return Look(theme.current(), theme.language())

    def measures(self) -> Measures:
        """Columns as wide as the view has room for, beside the minimap where that is shown."""
        room = (self.width() - self._bar() - self._strip()) / theme.zoom()
        return measures_for(room, self.look.small.line)

    def show_graph(self, laid: Laid) -> None:
        """Show another graph, with nothing lit."""
        self.laid = laid
        self.node, self._nodes, self._links, self._hover = None, None, frozenset(), None
        self.heads.show_columns(laid.shown)
        self._anew()

    def light(
        self,
        node: int | None,
        nodes: frozenset[int] | None = None,
        links: frozenset[tuple[int, int]] = frozenset(),
    ) -> None:
        """Choose a node, light some nodes and links and dim the rest; None lights all alike."""
        self.node, self._nodes, self._links = node, nodes, links
        self._lit.clear()
        self._announce()
        self.viewport().update()

    def content(self) -> tuple[float, float]:
        return (self.laid.width, self.laid.height) if self.laid else (0.0, 0.0)

    @property
    def lit(self) -> frozenset[int] | None:
        """The nodes that are lit, None while all are alike."""
        return self._nodes

    def _recolour(self) -> None:
        self.foot.legend.refresh()
        if self.laid is not None:
            self._widen()
            self._anew()

    def _anew(self) -> None:
        self._until = FIRST_PICTURE
        self._leave_room()
        self._base.clear()
        self._lit.clear()
        self.fit_bars()
        self.minimap.forget()
        self._follow()
        self.viewport().update()

    def zoom_changed(self) -> None:
        self._until = FIRST_PICTURE / 2
        self._base.clear()
        self._lit.clear()

    def _widen(self) -> None:
        """Columns for the room there is now, in the order they are in."""
        if self.laid is not None and (measures := self.measures()) != self.laid.measures:
            self.laid = placed(self.laid.shown, self.laid.rows, measures)
            self._anew()

    # -- painting ------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("sunken"))
        if self.laid is None or self.paint_still(painter):
            return
        offset = self.offset
        area = QRectF(-offset, self.viewport().size())
        for tiles in (self._base, self._lit):
            tiles.use_ratio(self.devicePixelRatioF())
        until = perf_counter() + self._until
        self._until = FRAME
        painter.translate(offset)
        painter.setOpacity(1.0 if self._nodes is None else DIMMED)
        whole = self._base.show(painter, area, until)
        painter.setOpacity(1.0)
        if self._nodes is not None:
            whole = self._lit.show(painter, area, until) and whole
        self._paint_nodes(painter)
        self.whole = whole
        if not whole:
            QTimer.singleShot(0, self.viewport(), self.viewport().update)
        self._idle.start()

    def _paint_nodes(self, painter: QPainter) -> None:
        """The links of what is under the pointer, and what is chosen."""
        assert self.laid is not None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.scale, self.scale)
        laid, over = self.laid, self._hover
        tones: dict[int, Tone] = {}
        if over is not None:
            paint_links(painter, laid, self._links_of(over), self.look, "lit")
            tones[over] = "lit"
        if self.node is not None:
            tones[self.node] = "chosen"
        for node, tone in tones.items():
            shown, rect = laid.shown.nodes[node], laid.rects[node]
            paint_node(painter, rect, shown, self.look, tone, self.scale)

    def _links_of(self, node: int) -> list[tuple[int, int]]:
        """The links of a node, as many as can be told apart."""
        assert self.laid is not None
        shown = self.laid.shown
        before = [(other, node) for other in shown.behind.get(node, ())]
        after = [(node, other) for other in shown.onward.get(node, ())]
        return [*before, *after][:MOST_HOVERED]

    def hover_over(self, node: int | None) -> None:
        """Show the links of the node under the pointer; None shows none."""
        if node != self._hover:
            self._hover = node
            self.viewport().update()

    def _paint_base(self, painter: QPainter, place: QRectF) -> None:
        assert self.laid is not None
        painter.scale(self.scale, self.scale)
        paint_area(painter, self.laid, self._area(place), self.look, self.scale)

    def _paint_lit(self, painter: QPainter, place: QRectF) -> None:
        assert self.laid is not None and self._nodes is not None
        painter.scale(self.scale, self.scale)
        area, look = self._area(place), self.look
        paint_lit(painter, self.laid, area, look, self._nodes, self._links, self.scale)

    def _area(self, place: QRectF) -> Rect:
        scale = self.scale
        left, top = place.x() / scale, place.y() / scale
        return Rect(left, top, place.width() / scale, place.height() / scale)

    def _prepare(self) -> None:
        """While nothing is to be done, paint what is just out of sight."""
        area = QRectF(-self.offset, self.viewport().size())
        width, height = self.content()
        whole = QRectF(0, 0, width * self.scale, height * self.scale)
        tiles = [self._base] if self._nodes is None else [self._base, self._lit]
        if not self.isVisible() or not any(one.prepare(area, whole) for one in tiles):
            self._idle.stop()

    # -- around --------------------------------------------------------------------------

    def _follow(self) -> None:
        port = self.viewport().geometry()
        self.heads.setGeometry(0, 0, self.width(), port.top())
        if self.laid is not None:
            self.heads.follow(self.laid, self.offset.x(), self.scale)
        high = self.foot.sizeHint().height()
        self.foot.setGeometry(0, port.bottom() + 1, self.width(), high)
        self.minimap.move(port.right() + 1 + FLOATING, port.bottom() - self.minimap.height())
        self._side.setGeometry(port.right() + 1, port.top(), self._strip(), port.height())
        self.minimap.setVisible(bool(self._strip()))
        self.minimap.update()

    def _leave_room(self) -> None:
        """For the heads above, the zoom and the legend below, and the minimap at the right."""
        above, below = (part.sizeHint().height() for part in (self.heads, self.foot))
        margins = QMargins(0, above, self._strip(), below)
        if margins != self.viewportMargins():  # else a resize would bring the next
            self.setViewportMargins(margins)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._base.clear()
        self._lit.clear()
        self._until = FIRST_PICTURE

    def _bar(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def _strip(self) -> int:
        """The room for the minimap beside a graph that is much higher than the view. It never
        lies over records: in a view in which it would make columns narrow it is left out."""
        wide = self.minimap.width() + 2 * FLOATING
        room = (self.width() - self._bar() - wide) / theme.zoom()
        if self.laid is None or room < len(COLUMNS) * (READ_WELL + LEAST_GAP) + 2 * MARGIN:
            return 0
        return wide if self.laid.height * theme.zoom() > HIGH * self.height() else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._leave_room()
        self._widen()
        super().resizeEvent(event)

    def _show_column(self, column: int) -> None:
        """Scroll sideways so that the head of a column that has the keyboard is in view."""
        if self.laid is not None:
            left, top = self.laid.left(column), self.seen().top()
            self.show_rect(QRectF(left, top + 100, self.laid.measures.width, 1))

    def show_node(self, node: int) -> None:
        """Scroll to a node."""
        if self.laid is not None:
            self.show_rect(qrect(self.laid.rects[node]), 40)

    # -- walking -------------------------------------------------------------------------

    def _announce(self) -> None:
        """Say the chosen record to a screen reader."""
        name, more = _("Chain"), _("Arrow keys walk along the links, Enter opens the record.")
        if self.node is not None and self.laid is not None:
            name = spoken.name_of(self.laid.shown, self.node)
            more = spoken.described(self.laid.shown, self.node)
        self.setAccessibleName(name)
        self.setAccessibleDescription(more)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))

    def node_at(self, at: QPointF) -> int | None:
        """The node at a place of the viewport."""
        place = self.place(at)
        return self.laid.node_at(place.x(), place.y()) if self.laid else None

    def choose(self, node: int | None) -> None:
        """Choose a node as the user does, and have it in view."""
        if node is not None:
            self.show_node(node)
        self.chosen.emit(node)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.stop_gliding()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointing.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointing.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointing.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointing.twice(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            node = self.node_at(QPointF(self.viewport().mapFromGlobal(event.globalPos())))
            if node is not None and node != self.node:
                self.chosen.emit(node)
        self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            node = self.node_at(QPointF(event.pos()))
            text = spoken.tip(self.laid.shown, node) if self.laid and node is not None else ""
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    # -- keys ----------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The graph's own keys go before the window's shortcuts."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self.keys.wants(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.pointing.hold_space(False)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hover_over(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointing.hold_space(False)
