"""All ratings of a wave: mean and share of high answers, each with its interval, and n."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cxstudio.analysis.survey.figure import MEAN, Figure, Measure
from cxstudio.analysis.survey.in_words import figure_text, figure_words
from cxstudio.analysis.survey.nps import WITHHELD
from cxstudio.analysis.survey.ratings import Rating
from cxstudio.formats import number
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.editors.voice.table_cells import bring_into_sight, write
from cxstudio.ui.widgets.slider_between import pale_accent

HEAD, ROW, TEXT, COUNT, APART, CHIP = 24, 40, 42, 46, 8, 6
LEAST = 400
PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class _Places:
    """Where the parts of a row begin and how wide the marks are."""

    name: float
    mean: float
    high: float
    count: float
    mark: float


class RatingsList(QWidget):
    """`pressed` with the row and a place on the screen, by a click or with Enter."""

    pressed = Signal(int, QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.ratings: Sequence[Rating] = ()
        self._at = 0
        self.setAccessibleName(_("Ratings"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_ratings(self, ratings: Sequence[Rating]) -> None:
        """Show these ratings."""
        self.ratings = ratings
        self._go(min(self._at, max(len(ratings) - 1, 0)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(LEAST), theme.px(HEAD + ROW * len(self.ratings)) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(LEAST - 60), self.sizeHint().height())

    # -- places ----------------------------------------------------------------------

    def row_rect(self, row: int) -> QRectF:
        """Where a rating stands."""
        return QRectF(0, theme.px(HEAD + row * ROW), self.width(), theme.px(ROW))

    def _row_at(self, place: QPointF) -> int | None:
        rows = range(len(self.ratings))
        return next((row for row in rows if self.row_rect(row).contains(place)), None)

    def _places(self) -> _Places:
        """Two fifths of the width are for the marks, the rest for names."""
        text, count, apart = theme.px(TEXT), theme.px(COUNT), theme.px(APART)
        spare = self.width() - 2 * text - count - 5 * apart
        mark = max(min(spare * 0.22, theme.px(150)), theme.px(60))
        high = self.width() - count - apart - mark - text
        mean = high - 2 * apart - mark - text
        return _Places(0, mean, high, self.width() - count, mark)

    # -- painting --------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places()
        self._paint_head(painter, places)
        for row in range(len(self.ratings)):
            self._paint_row(painter, row, places)
        if self.hasFocus() and self.ratings:
            rect = self.row_rect(self._at).adjusted(1, 1, -1, -1)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, theme.px(6), theme.px(6))

    def _paint_head(self, painter: QPainter, places: _Places) -> None:
        high, wide = theme.px(HEAD - 4), theme.px(TEXT) + places.mark
        right = Qt.AlignmentFlag.AlignRight
        count = QRectF(places.count, 0, theme.px(COUNT - 4), high)
        write(painter, QRectF(places.mean, 0, wide, high), _("Mean"), "small", "text_3")
        write(painter, QRectF(places.high, 0, wide, high), _("High answers"), "small", "text_3")
        write(painter, count, "n", "small", "text_3", right)

    def _paint_row(self, painter: QPainter, row: int, places: _Places) -> None:
        rect, rating = self.row_rect(row), self.ratings[row]
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(QLineF(rect.topLeft(), rect.topRight()))
        self._paint_name(painter, rect, rating, places)
        self._paint_figure(painter, rect, places.mean, places.mark, MEAN, rating.mean, rating.scale)
        high, measure = rating.high, rating.high_measure
        self._paint_figure(painter, rect, places.high, places.mark, measure, high, (0, 100))
        count = QRectF(places.count, rect.top(), theme.px(COUNT - 4), rect.height())
        text = number(rating.mean.n) + ("*" if rating.mean.small else "")
        write(painter, count, text, "small", "text_2", Qt.AlignmentFlag.AlignRight)

    def _paint_name(self, painter: QPainter, rect: QRectF, rating: Rating, places: _Places) -> None:
        room = places.mean - theme.px(2 * APART)
        chip = 0.0
        if rating.index:
            chip = QFontMetrics(theme.font("code")).horizontalAdvance(rating.index)
            chip += theme.px(2 * CHIP)
        name = QRectF(theme.px(4), rect.top(), room - chip - theme.px(6), rect.height())
        write(painter, name, rating.title, "body", "text")
        if not rating.index:
            return
        used = QFontMetrics(theme.font("body")).horizontalAdvance(rating.title)
        left = name.left() + min(used, name.width()) + theme.px(6)
        high = theme.px(18)
        place = QRectF(left, rect.center().y() - high / 2, chip, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("hover"))
        painter.drawRoundedRect(place, high / 2, high / 2)
        middle = Qt.AlignmentFlag.AlignHCenter
        write(painter, place, rating.index, "code", "text_2", middle)

    def _paint_figure(
        self, painter: QPainter, rect: QRectF, left: float, wide: float, measure: Measure,
        figure: Figure, scale: tuple[float, float],
    ) -> None:  # fmt: skip
        """The figure, and where it stands on its scale with its interval."""
        place = QRectF(left, rect.top(), theme.px(TEXT), rect.height())
        if figure.value is None or figure.n < WITHHELD:
            write(painter, place, "–", "body", "text_3")
            return
        write(painter, place, figure_text(measure, figure.value), "body_strong", "text")
        line = QRectF(place.right(), rect.top() + theme.px(4), wide - theme.px(4), theme.px(16))
        middle = line.center().y()
        if figure.low is not None and figure.high is not None:
            ends = f"{_end(measure, figure.low)}–{_end(measure, figure.high)}"
            below = QRectF(line.left(), line.bottom(), wide, theme.px(16))
            write(painter, below, ends, "small", "text_3")
        painter.setPen(QPen(theme.colour("line_strong"), 2))
        painter.drawLine(QLineF(line.left(), middle, line.right(), middle))

        def x(value: float) -> float:
            share = (value - scale[0]) / (scale[1] - scale[0])
            return line.left() + min(max(share, 0), 1) * line.width()

        painter.setPen(Qt.PenStyle.NoPen)
        if figure.low is not None and figure.high is not None:
            high, low = theme.px(10), x(figure.low)
            band = QRectF(low, middle - high / 2, max(x(figure.high) - low, 2), high)
            painter.setBrush(pale_accent())
            painter.drawRoundedRect(band, theme.px(3), theme.px(3))
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(x(figure.value), middle), theme.px(4), theme.px(4))

    # -- words, mouse and keys ---------------------------------------------------------

    def words(self, row: int) -> str:
        """A rating in words, both figures with their doubt."""
        rating = self.ratings[row]
        name = f"{rating.title} ({rating.index})" if rating.index else rating.title
        mean = figure_words(_("mean"), MEAN, rating.mean)
        high = figure_words(rating.high_words, rating.high_measure, rating.high)
        return f"{name}\n{mean}\n{high}"

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            row = self._row_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if row is None else self.words(row), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(arrow if self._row_at(event.position()) is None else hand)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position())
        if row is not None:
            self._go(row)
            self.pressed.emit(row, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if not self.ratings:
            super().keyPressEvent(event)
        elif event.key() in steps:
            last = len(self.ratings) - 1
            self._go(min(max(self._at + steps[Qt.Key(event.key())], 0), last))
            bring_into_sight(self, self.row_rect(self._at))
        elif event.key() in PRESSES:
            self.press(self._at)
        else:
            super().keyPressEvent(event)

    def press(self, row: int) -> None:
        """Press a rating, as Enter does."""
        self.pressed.emit(row, self.mapToGlobal(self.row_rect(row).bottomLeft().toPoint()))

    def _go(self, row: int) -> None:
        self._at = row
        if self.ratings:
            self.setAccessibleDescription(self.words(row))
        self.update()


def _end(measure: Measure, value: float) -> str:
    """An end of an interval, as short as it can be said."""
    return number(value, 2 if measure.kind == "mean" else 0)
