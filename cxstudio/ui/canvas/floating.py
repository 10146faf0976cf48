"""What floats over the map: zoom at the left, the legend of marks, the minimap at the right,
and the words beside the pointer that say what a drop will do."""

from __future__ import annotations

from collections import defaultdict

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.curve import smooth, unbroken
from cxstudio.drawing.journey.look import qrect
from cxstudio.drawing.tokens import Strength
from cxstudio.i18n import _, pgettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.scene import MapScene

MINIMAP = QSize(160, 104)
INSET = 8.0
CALM = 80  # ms without a change before the minimap is drawn again


class Floating(QFrame):
    """A raised rounded ground."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.setBrush(theme.colour("surface"))
        radius = tokens.radius("menu")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class ZoomBar(Floating):
    """− 100 % + | fit | hand."""

    zoomed = Signal(int)  # -1 smaller, +1 larger, 0 for 100 %
    fitted = Signal()
    panning = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Zoom"))
        smaller = widgets.icon_button("minus", _("Zoom out"), small=True)
        larger = widgets.icon_button("plus", _("Zoom in"), small=True)
        self.share = widgets.quiet("100 %", small=True)
        self.share.setToolTip(_("Show at 100 %"))
        self.share.setFixedWidth(theme.px(64))
        fit = widgets.icon_button("maximize", _("Fit the whole map"), small=True)
        self.hand = widgets.icon_button("hand", _("Pan"), checkable=True, small=True)
        for button in (smaller, self.share, larger, fit, self.hand):
            # The keyboard stays on the map, with Ctrl and +, -, 0 and 1, and with Space.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(0)
        for widget in (smaller, self.share, larger):
            row.addWidget(widget)
        line = widgets.Hairline(vertical=True)
        row.addSpacing(4)
        row.addWidget(line)
        row.addSpacing(4)
        row.addWidget(fit)
        row.addWidget(self.hand)
        smaller.clicked.connect(self._smaller)
        larger.clicked.connect(self._larger)
        self.share.clicked.connect(self._natural)
        fit.clicked.connect(self.fitted)
        self.hand.toggled.connect(self.panning)

    def show_zoom(self, zoom: float) -> None:
        """The zoom in force."""
        self.share.setText(_("{percent} %").format(percent=round(zoom * 100)))

    def _smaller(self) -> None:
        self.zoomed.emit(-1)

    def _larger(self) -> None:
        self.zoomed.emit(1)

    def _natural(self) -> None:
        self.zoomed.emit(0)


class MarkLegend(QWidget):
    """What the four marks of evidence mean."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        texts: dict[Strength, str] = {
            "strong": _("3 and more sources"),
            "fair": _("two"),
            "thin": _("one"),
            "none": pgettext("persona", "assumption"),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 12, 6)
        row.setSpacing(6)
        for strength, text in texts.items():
            row.addWidget(widgets.EvidenceMark(strength))
            row.addWidget(widgets.Label(text, "small", "text_3"))
            row.addSpacing(8)
        self.computed = widgets.Label(_("≈ computed from evidence"), "small", "text_3")
        self.computed.hide()
        row.addWidget(self.computed)

    def show_computed(self, there: bool) -> None:
        """Explain the sign of computed values while the map has some."""
        if there != self.computed.isVisibleTo(self):
            self.computed.setVisible(there)
            self.adjustSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.colour("surface"))
        ground.setAlphaF(0.94)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)


class Minimap(Floating):
    """The whole map, small, with a frame around what is in view; press or drag to go there."""

    moved = Signal(QPointF)  # the place on the map that shall be in the middle

    def __init__(self, scene: MapScene, parent: QWidget) -> None:
        super().__init__(parent)
        self._scene = scene
        self._picture = QPixmap()
        self._view = QRectF()
        self._calm = QTimer(self, interval=CALM, singleShot=True)
        self._calm.timeout.connect(self._draw)
        self.setAccessibleName(_("Overview of the map"))
        self.resize(MINIMAP)
        scene.laid_out.connect(self._calm.start)

    def _draw(self) -> None:
        """Draw the map anew, once the hand and the file have been calm for a moment."""
        self._picture = self._drawn()
        self.update()

    def show_view(self, rect: QRectF) -> None:
        """Frame this part of the map."""
        self._view = rect
        self.update()

    @property
    def _scale(self) -> float:
        laid = self._scene.laid
        room_x, room_y = self.width() - 2 * INSET, self.height() - 2 * INSET
        return min(room_x / max(laid.width, 1), room_y / max(laid.height, 1))

    @property
    def _origin(self) -> QPointF:
        laid, scale = self._scene.laid, self._scale
        return QPointF(
            (self.width() - laid.width * scale) / 2, (self.height() - laid.height * scale) / 2
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture)
        painter.translate(self._origin)
        painter.scale(self._scale, self._scale)
        laid = self._scene.laid
        whole = QRectF(0, 0, laid.width, laid.height)
        pen = QPen(theme.colour("accent"), 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawRoundedRect(self._view.intersected(whole), 12, 12)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._origin)
        painter.scale(self._scale, self._scale)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, rects in self._blocks().items():
            painter.setBrush(QColor(colour))
            painter.drawRects(rects)
        theme_now = self._scene.look.theme
        for top, row in zip(self._scene.laid.tops, self._scene.laid.rows, strict=False):
            painter.translate(0, top)
            for curve in row.curves[:3]:
                _draw_curve(painter, curve.points, tokens.persona(curve.curve.index + 1, theme_now))
            painter.translate(0, -top)
        painter.end()
        return picture

    def _blocks(self) -> dict[str, list[QRectF]]:
        """Stages, emotion lanes and cards as rectangles by colour: a call for each colour is much
        faster than one for each card."""
        laid, look = self._scene.laid, self._scene.look
        blocks: dict[str, list[QRectF]] = defaultdict(list)
        blocks[theme.colour("line").name()] = [qrect(stage.rect) for stage in laid.head.stages]
        for top, row in zip(laid.tops, laid.rows, strict=False):
            if row.lane.kind == "emotion":
                ground = QRectF(0, top, laid.width, row.height)
                blocks[theme.colour("sunken").name()].append(ground)
            for cell in row.cells:
                for box in cell.cards:
                    x, y, width, height = box.rect
                    fill = look.card(box.card, row.lane.kind)[0]
                    blocks[fill].append(QRectF(x, top + y, width, height))
        return blocks

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        self.moved.emit((at - self._origin) / self._scale)


def _draw_curve(painter: QPainter, points: tuple[object, ...], colour: str) -> None:
    path = QPainterPath()
    for stretch in unbroken(points):  # type: ignore[arg-type]
        path.moveTo(QPointF(*stretch[0]))
        for piece in smooth(stretch):
            path.cubicTo(QPointF(*piece.control_1), QPointF(*piece.control_2), QPointF(*piece.end))
    pen = QPen(QColor(colour), 1.5)
    pen.setCosmetic(True)
    painter.strokePath(path, pen)


class Hint(QLabel):
    """Words beside the pointer, light on dark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(8, 4, 8, 4)
        self.setFont(theme.font("small"))
        self.hide()

    def say(self, text: str, at: QPoint) -> None:
        """Show the words below and right of a place; hide without words."""
        if not text:
            self.hide()
            return
        if text != self.text() or self.isHidden():
            self.setText(text)
            self.setFont(theme.font("small"))
            self.adjustSize()
            self.show()
            self.raise_()
        parent = self.parentWidget()
        assert parent is not None
        room = parent.rect()
        x = max(0, min(at.x() + 12, room.width() - self.width() - 4))
        y = max(0, min(at.y() + 24, room.height() - self.height() - 4))
        self.move(x, y)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setPen(theme.colour("surface"))
        painter.setFont(self.font())
        painter.drawText(self.contentsRect(), Qt.AlignmentFlag.AlignCenter, self.text())
