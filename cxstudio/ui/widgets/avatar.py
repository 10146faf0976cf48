"""A portrait of plain shapes in the persona's colour, or a picture."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.drawing import tokens
from cxstudio.ui import theme

_GROUNDS = ("aqua", "orange", "lilac", "blue", "green", "rose")


def avatar_colours(index: int) -> tuple[QColor, QColor]:
    """Ground and shape of the persona with this place in the list, from 0."""
    ground, ink = tokens.sticky(_GROUNDS[index % len(_GROUNDS)], theme.current())
    shape = QColor(ink)
    if theme.current() != "dark":
        saturation, lightness = shape.hslSaturationF(), shape.lightnessF()
        shape = QColor.fromHslF(shape.hslHueF(), min(saturation, 0.75), min(lightness + 0.12, 0.42))
    return QColor(ground), shape


def paint_avatar(painter: QPainter, rect: QRectF, index: int, people: int = 1) -> None:
    """Paints one or two people of plain shapes on a rounded ground."""
    ground, ink = avatar_colours(index)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QPainterPath()
    radius = rect.width() * 0.2
    frame.addRoundedRect(rect, radius, radius)
    painter.fillPath(frame, ground)
    painter.setClipPath(frame)
    painter.setPen(Qt.PenStyle.NoPen)
    if people > 1:
        behind = QColor(ink)
        behind.setAlphaF(0.65)
        _person(painter, rect, 0.67, 0.46, 0.12, behind)
    _person(painter, rect, 0.38 if people > 1 else 0.5, 0.38, 0.15, ink)
    painter.restore()


def _person(
    painter: QPainter, rect: QRectF, across: float, head: float, size: float, ink: QColor
) -> None:
    side = rect.width()
    x = rect.left() + side * across
    painter.setBrush(ink)
    painter.drawEllipse(QPointF(x, rect.top() + side * head), side * size, side * size)
    shoulders = size * 1.75
    top = rect.top() + side * (head + size * 1.25)
    body = QRectF(x - side * shoulders, top, side * shoulders * 2, side * shoulders * 2)
    foot = rect.top() + side * 0.88
    painter.save()
    painter.setClipRect(
        QRectF(rect.left(), rect.top(), side, foot - rect.top()), Qt.ClipOperation.IntersectClip
    )
    painter.drawEllipse(body)
    painter.restore()


class Avatar(QWidget):
    """The portrait of a persona; index is its place in the list, which gives the colour."""

    def __init__(
        self, index: int = 0, size: int = 40, people: int = 1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._index, self._size, self._people = index, size, people
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_index(self, index: int, people: int = 1) -> None:
        """Another persona."""
        self._index, self._people = index, people
        self.update()

    def set_picture(self, picture: QPixmap) -> None:
        """A picture in place of the shapes; an empty one brings the shapes back."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture.isNull():
            paint_avatar(painter, QRectF(self.rect()), self._index, self._people)
        else:
            paint_picture(painter, QRectF(self.rect()), self._picture)


def paint_picture(painter: QPainter, rect: QRectF, picture: QPixmap) -> None:
    """Paints the middle of a picture, cut to a rounded square."""
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    frame = QPainterPath()
    radius = rect.width() * 0.2
    frame.addRoundedRect(rect, radius, radius)
    painter.setClipPath(frame)
    side = min(picture.width(), picture.height())
    source = QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
    painter.drawPixmap(rect, picture, source)
    painter.restore()
