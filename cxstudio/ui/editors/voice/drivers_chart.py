"""What moves with the score: importance upwards with its doubt, how it is rated to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cxstudio.drawing.charts.scale import Box, fit_labels, ticks
from cxstudio.formats import number, percent
from cxstudio.i18n import _, pgettext
from cxstudio.ui import theme

AXIS, FOOT, RADIUS = 44, 40, 5
LABEL_WIDTHS = (170, 96)
"""How wide a name may be, and how wide where there is less room."""


@dataclass(frozen=True)
class Spot:
    """One rating: its share of what the model explains (0 to 1) with interval, and its mean."""

    name: str
    share: float
    low: float
    high: float
    mean: float
    first: bool  # to be improved first
    words: str = ""
    rating: str = ""  # its column


@dataclass(frozen=True)
class Board:
    """All ratings, where the lines stand, and the ends of the rating's scale."""

    spots: Sequence[Spot] = ()
    share: float = 0.0
    mean: float = 0.0


class DriversChart(QWidget):
    """The quadrant; the arrow keys walk the ratings and say their figures.

    `pressed` with a rating's column and a place on the screen, by a click, with Enter or with the
    key for menus.
    """

    pressed = Signal(str, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.board = Board()
        self._at = -1
        self._labels: list[tuple[QRectF, str]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("What moves with the score"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.px(280), theme.px(200))
        self.setMouseTracking(True)

    def show_board(self, board: Board) -> None:
        """Show these ratings."""
        self.board, self._at = board, -1
        self.setAccessibleDescription("; ".join(spot.words for spot in board.spots))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(230))

    # -- places ----------------------------------------------------------------------

    @property
    def _area(self) -> QRectF:
        edge = theme.px(8)
        return QRectF(
            theme.px(AXIS),
            edge,
            self.width() - theme.px(AXIS) - edge,
            self.height() - edge - theme.px(FOOT),
        )

    def _span(self) -> tuple[list[float], list[float]]:
        """The ticks across (mean rating) and up (share)."""
        means = [spot.mean for spot in self.board.spots]
        room = max((max(means) - min(means)) * 0.15, 0.05)
        across = ticks(min(means) - room, max(means) + room, 4)
        up = ticks(0, max(spot.high for spot in self.board.spots), 4)
        return across, up

    def _place(self, area: QRectF, mean: float, share: float) -> QPointF:
        across, up = self._span()
        x = area.left() + (mean - across[0]) / (across[-1] - across[0]) * area.width()
        y = area.bottom() - (share - up[0]) / (up[-1] - up[0]) * area.height()
        return QPointF(x, y)

    # -- painting --------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.board.spots:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self._area
        middle = self._place(area, self.board.mean, self.board.share)
        painter.fillRect(QRectF(area.topLeft(), middle), theme.colour("negative_bg"))
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(QLineF(area.left(), middle.y(), area.right(), middle.y()))
        painter.drawLine(QLineF(middle.x(), area.top(), middle.x(), area.bottom()))
        painter.drawLine(QLineF(area.bottomLeft(), area.bottomRight()))
        painter.drawLine(QLineF(area.bottomLeft(), area.topLeft()))
        self._paint_corners(painter, area)
        self._paint_axes(painter, area)
        self._paint_spots(painter, area)

    def _corners(
        self, area: QRectF
    ) -> list[tuple[str, Qt.AlignmentFlag, str, tuple[float, float, float, float]]]:
        """What the corners are called, where in the area, in which tone, and the box it fills."""
        inner = area.adjusted(theme.px(8), theme.px(4), -theme.px(8), -theme.px(4))
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        names = (
            (pgettext("drivers", "Improve first"), top | left, "negative"),
            (pgettext("drivers", "Keep"), top | right, "text_3"),
            (pgettext("drivers", "Watch"), bottom | left, "text_3"),
            (pgettext("drivers", "Good enough"), bottom | right, "text_3"),
        )
        metrics = QFontMetricsF(theme.font("small"))
        found = []
        for name, corner, role in names:
            wide, high = metrics.horizontalAdvance(name), metrics.height()
            x = inner.left() if corner & left else inner.right() - wide
            y = inner.top() if corner & top else inner.bottom() - high
            found.append((name, corner, role, (x, y, x + wide, y + high)))
        return found

    def _paint_corners(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(theme.font("small"))
        for name, corner, role, (x, y, right, bottom) in self._corners(area):
            painter.setPen(theme.colour(role))
            painter.drawText(QRectF(x, y, right - x, bottom - y), corner, name)

    def _paint_axes(self, painter: QPainter, area: QRectF) -> None:
        across, up = self._span()
        line = theme.line_height("small")
        painter.setPen(theme.colour("text_3"))
        middle, right = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
        for mean in (across[0], self.board.mean, across[-1]):
            x = self._place(area, mean, 0).x()
            rect = QRectF(x - 24, area.bottom() + theme.px(3), 48, line)
            painter.drawText(rect, middle, number(mean, 2 if mean == self.board.mean else 1))
        below = QRectF(area.left(), area.bottom() + theme.px(3) + line, area.width(), line)
        painter.drawText(below, middle, _("mean rating"))
        for share in (up[0], self.board.share, up[-1]):
            y = self._place(area, across[0], share).y()
            rect = QRectF(0, y - line / 2, area.left() - theme.px(6), line)
            painter.drawText(rect, right | Qt.AlignmentFlag.AlignVCenter, percent(share))

    def _paint_spots(self, painter: QPainter, area: QRectF) -> None:
        points = [self._place(area, spot.mean, spot.share) for spot in self.board.spots]
        radius = theme.px(RADIUS)
        bars = [self._bar(area, spot) for spot in self.board.spots]
        for number_, (spot, point) in enumerate(zip(self.board.spots, points, strict=True)):
            colour = theme.colour("negative" if spot.first else "accent")
            faint = theme.colour("negative" if spot.first else "accent")
            faint.setAlphaF(0.55)
            painter.setPen(QPen(faint, 2))
            painter.drawLine(bars[number_])
            painter.setPen(QPen(theme.colour("surface"), 1.5))
            painter.setBrush(colour)
            painter.drawEllipse(point, radius, radius)
            if number_ == self._at and self.hasFocus():
                painter.setPen(QPen(theme.colour("accent"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(point, radius + 4, radius + 4)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text"))
        self._labels = []
        for (rect, text), spot in zip(
            self._named(area, points, bars), self.board.spots, strict=True
        ):
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, text)
            self._labels.append((rect, spot.words))

    def _named(
        self, area: QRectF, points: Sequence[QPointF], bars: Sequence[QLineF]
    ) -> list[tuple[QRectF, str]]:
        """Where the names stand, the one of the keyboard first, then by importance; a name without
        room is left to the tooltip, the keyboard and the face *Ratings*."""
        metrics, spots = QFontMetricsF(theme.font("small")), self.board.spots
        cut = Qt.TextElideMode.ElideRight
        order = sorted(range(len(spots)), key=lambda i: (i != self._at, -spots[i].share))
        texts = [
            [metrics.elidedText(spots[i].name, cut, theme.px(wide)) for wide in LABEL_WIDTHS]
            for i in order
        ]
        high = metrics.height()
        sizes = [[(metrics.horizontalAdvance(t) + 2, high) for t in each] for each in texts]
        drawn: list[Box] = [(b.x1() - 2, b.y2(), b.x1() + 2, b.y1()) for b in bars]
        drawn += [box for _name, _corner, _role, box in self._corners(area)]
        bounds = (area.left(), area.top(), area.right(), area.bottom())
        at = [(points[i].x(), points[i].y()) for i in order]
        found = fit_labels(at, sizes, bounds, theme.px(RADIUS) + 2, drawn)
        named = [(QRectF(), "")] * len(spots)
        for i, each, size, label in zip(order, texts, sizes, found, strict=True):
            if label is not None:
                which, place = label
                named[i] = (QRectF(place.x, place.y, *size[which]), each[which])
        return named

    def _bar(self, area: QRectF, spot: Spot) -> QLineF:
        """The doubt about a share, from low to high."""
        ends = (self._place(area, spot.mean, share) for share in (spot.low, spot.high))
        return QLineF(*ends)

    # -- words and keys ----------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def spot_at(self, place: QPointF) -> int | None:
        """Which rating stands there, with its mark or its name."""
        near = theme.px(RADIUS + 6)
        for number_, (spot, (rect, _words)) in enumerate(
            zip(self.board.spots, self._labels, strict=False)
        ):
            point = self._place(self._area, spot.mean, spot.share)
            if rect.contains(place) or QLineF(point, place).length() <= near:
                return number_
        return None

    def _words_at(self, place: QPointF) -> str:
        at = self.spot_at(place)
        return "" if at is None else self.board.spots[at].words

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(arrow if self.spot_at(event.position()) is None else hand)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.spot_at(event.position())
        if at is not None:
            self._go(at)
            self.pressed.emit(self.board.spots[at].rating, event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.press(self._at)

    def press(self, at: int) -> None:
        """Press a rating, as Enter does."""
        if 0 <= at < len(self.board.spots):
            spot = self.board.spots[at]
            place = self._place(self._area, spot.mean, spot.share).toPoint()
            self.pressed.emit(spot.rating, self.mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.press(self._at)
            return
        on = event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down)
        back = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up)
        if not self.board.spots or not (on or back):
            super().keyPressEvent(event)
            return
        self._go((self._at + (1 if on else -1)) % len(self.board.spots))

    def _go(self, at: int) -> None:
        self._at = at
        self.setAccessibleDescription(self.board.spots[at].words)
        self.update()
