"""A score on its line with its interval as a pale band, and earlier scores as rings."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio import formats
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.widgets.slider_between import pale_accent

_TOP = 12


def figure_text(value: float) -> str:
    """A score with one decimal and a true minus."""
    return formats.number(value, 1)


class IntervalLine(QWidget):
    """Value with low and high end of its interval, from minimum to maximum of the line.

    Others are earlier or comparable scores with their label; a reference is a dashed line.
    """

    def __init__(
        self,
        low: float,
        value: float,
        high: float,
        minimum: float = -100,
        maximum: float = 100,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._bounds = (minimum, maximum)
        self.set_values(low, value, high)

    def set_values(
        self,
        low: float,
        value: float,
        high: float,
        others: Sequence[tuple[float, str]] = (),
        reference: tuple[float, str] | None = None,
    ) -> None:
        """Shows other figures."""
        self._low, self._value, self._high = low, value, high
        self._others, self._reference = list(others), reference
        words = _("{value}, interval {low} to {high}").format(
            value=figure_text(value), low=figure_text(low), high=figure_text(high)
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(220), theme.px(_TOP) * 2 + theme.line_height("small") * 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def _x(self, value: float) -> float:
        minimum, maximum = self._bounds
        edge = theme.px(18)
        share = (value - minimum) / (maximum - minimum)
        return edge + (self.width() - 2 * edge) * min(max(share, 0.0), 1.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        middle = theme.px(_TOP)
        painter.setPen(QPen(theme.colour("line_strong"), 2))
        edge = theme.px(18)
        painter.drawLine(QPointF(edge, middle), QPointF(self.width() - edge, middle))
        self._paint_band(painter, middle)
        self._paint_reference(painter, middle)
        for value, label in self._others:
            painter.setPen(QPen(theme.colour("text_2"), 1.5))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(QPointF(self._x(value), middle), theme.px(4), theme.px(4))
            self._write(painter, self._x(value), f"{figure_text(value)}\n{label}")
        painter.setPen(QPen(theme.colour("surface"), 2))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(self._x(self._value), middle), theme.px(6), theme.px(6))

    def _paint_band(self, painter: QPainter, middle: float) -> None:
        low, high = self._x(self._low), self._x(self._high)
        height = theme.px(10)
        band = QRectF(low, middle - height / 2, max(high - low, 2.0), height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pale_accent())
        painter.drawRoundedRect(band, height / 2, height / 2)
        apart = max(high - low, theme.px(36)) / 2
        centre = (low + high) / 2
        self._write(painter, centre - apart, figure_text(self._low))
        self._write(painter, centre + apart, figure_text(self._high))

    def _paint_reference(self, painter: QPainter, middle: float) -> None:
        if self._reference is None:
            return
        value, label = self._reference
        pen = QPen(theme.colour("text_2"), 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        where = self._x(value)
        painter.drawLine(QPointF(where, middle - theme.px(9)), QPointF(where, middle + theme.px(9)))
        self._write(painter, where, "\n" + f"{label} {figure_text(value)}")

    def _write(self, painter: QPainter, centre: float, text: str) -> None:
        painter.save()
        painter.setPen(theme.colour("text_2"))
        wide = float(theme.px(120))
        left = min(max(centre - wide / 2, -wide / 3), self.width() - wide * 2 / 3)
        area = QRectF(left, theme.px(_TOP) * 1.8, wide, theme.line_height("small") * 2)
        painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, text)
        painter.restore()
