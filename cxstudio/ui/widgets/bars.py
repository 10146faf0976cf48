"""Thin bars and the ring: how complete, how severe, how felt."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.drawing import tokens
from cxstudio.i18n import _
from cxstudio.ui import theme

Part = tuple[float, QColor | str, str]
_THICK = 4
_GAP = 2.0


def sentiment_colours() -> tuple[QColor, QColor, QColor]:
    """Bad, neutral and good in the theme in use."""
    orange = tokens.chart(theme.current())[1]
    return QColor(orange), theme.colour("line_strong"), theme.colour("positive")


def paint_parts(
    painter: QPainter, rect: QRectF, parts: Sequence[tuple[float, QColor]], gap: float = _GAP
) -> None:
    """Paints rounded parts side by side, as wide as their share of the whole."""
    whole = sum(value for value, _colour in parts)
    shown = [(value, colour) for value, colour in parts if value > 0]
    if not whole:
        shown = [(1.0, theme.colour("line"))]
        whole = 1.0
    room = rect.width() - gap * (len(shown) - 1)
    radius = min(rect.height() / 2, 3.0)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    left = rect.left()
    for value, colour in shown:
        width = max(room * value / whole, 2.0)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, rect.top(), width, rect.height()), radius, radius)
        left += width + gap


def paint_ring(painter: QPainter, rect: QRectF, share: float | None) -> None:
    """Paints the progress ring: a track, and an arc from twelve o'clock."""
    width = max(rect.width() / 8, 1.5)
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("line_strong"), width))
    painter.drawEllipse(inner)
    if share:
        pen = QPen(theme.colour("accent"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -round(min(share, 1.0) * 360 * 16))
    painter.restore()


def _percent(share: float | None) -> str:
    return _("{percent} %").format(percent=round(share * 100)) if share is not None else "–"


class ProgressRing(QWidget):
    """A ring that fills clockwise. Share from 0 to 1, None when there is nothing to count."""

    def __init__(
        self, share: float | None = None, size: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_share(share)

    def set_share(self, share: float | None) -> None:
        """Shows another share."""
        self._share = share
        self.setAccessibleName(_percent(share))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ring(QPainter(self), QRectF(self.rect()), self._share)


class _Strip(QWidget):
    """A thin bar across the width it gets."""

    def __init__(self, thick: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._thick = thick
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(self._thick))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(16), theme.px(self._thick))


class Bar(_Strip):
    """A share of a whole as a thin bar. Share from 0 to 1; role is the colour of the full part."""

    def __init__(
        self,
        share: float | None = None,
        role: str = "accent",
        thick: int = _THICK,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(thick, parent)
        self._role: str | QColor = role
        self.set_share(share)

    def set_share(self, share: float | None) -> None:
        """Shows another share; None leaves the track empty."""
        self._share = share
        self.setAccessibleName(_percent(share))
        self.update()

    def set_role(self, role: str | QColor) -> None:
        """Another colour role, or a colour such as a heat."""
        self._role = role
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = QPainterPath()
        radius = self.height() / 2
        outline.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.fillPath(outline, theme.colour("line"))
        if self._share:
            full = QRectF(0, 0, self.width() * min(max(self._share, 0.0), 1.0), self.height())
            colour = self._role if isinstance(self._role, QColor) else theme.colour(self._role)
            painter.setClipRect(full)
            painter.fillPath(outline, colour)


class SegmentedBar(_Strip):
    """Parts of a whole side by side: severity classes, tiers. Each has value, colour and label."""

    def __init__(
        self, parts: Sequence[Part] = (), thick: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(thick, parent)
        self.set_parts(parts)

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Shows other parts; their labels and values become the accessible name."""
        self._parts = [(value, QColor(colour)) for value, colour, _label in parts]
        words = ", ".join(f"{label} {value:g}" for value, _colour, label in parts)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_parts(QPainter(self), QRectF(self.rect()), self._parts)


class SentimentBar(_Strip):
    """How many were negative, neutral and positive."""

    def __init__(
        self, negative: int = 0, neutral: int = 0, positive: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(_THICK, parent)
        self.set_counts(negative, neutral, positive)

    def set_counts(self, negative: int, neutral: int, positive: int) -> None:
        """Shows other counts."""
        self._counts = (negative, neutral, positive)
        words = _("{negative} negative, {neutral} neutral, {positive} positive").format(
            negative=negative, neutral=neutral, positive=positive
        )
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        parts = list(zip(map(float, self._counts), sentiment_colours(), strict=True))
        paint_parts(QPainter(self), QRectF(self.rect()), parts)
