"""Lucide outline icons, coloured by role and drawn anew for each size and pixel ratio."""

import math
from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cxstudio import resources
from cxstudio.ui.theme import state

_STROKE_AT_16 = 1.9
_LUCIDE_GRID = 24
_KEPT = 2000
_pixmaps: dict[tuple[str, str, int], QPixmap] = {}


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def _stroke(pixels: float) -> float:
    """Stroke width on Lucide's grid: 1.9 px would be heavy at 16, so the ratio is kept softer."""
    return _STROKE_AT_16 if pixels <= 18 else 2.0 if pixels >= 36 else 1.8


def _drawn(name: str, colour: QColor, device_pixels: int, logical: float) -> QPixmap:
    key = (name, colour.name(QColor.NameFormat.HexArgb), device_pixels)
    found = _pixmaps.get(key)
    if found is not None:
        return found
    text = _source(name).replace("currentColor", colour.name())
    text = text.replace('stroke-width="2"', f'stroke-width="{_stroke(logical)}"')
    made = QPixmap(device_pixels, device_pixels)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(colour.alphaF())
    QSvgRenderer(text.encode()).render(painter, QRectF(0, 0, device_pixels, device_pixels))
    painter.end()
    if len(_pixmaps) > _KEPT:
        _pixmaps.clear()
    _pixmaps[key] = made
    return made


def pixmap(
    name: str, role: str | QColor = "text_2", size: float = 16, ratio: float = 1.0
) -> QPixmap:
    """A square icon of the size in logical pixels. Raises FileNotFoundError for an unknown name."""
    colour = role if isinstance(role, QColor) else state.colour(role)
    made = QPixmap(_drawn(name, colour, math.ceil(size * ratio), size))
    made.setDevicePixelRatio(ratio)
    return made


def paint_icon(painter: QPainter, rect: QRect, name: str, role: str | QColor = "text_2") -> None:
    """Paints an icon into the square in the middle of rect, for delegates and own widgets."""
    side = min(rect.width(), rect.height())
    device = painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    left = rect.x() + (rect.width() - side) // 2
    top = rect.y() + (rect.height() - side) // 2
    painter.drawPixmap(QPoint(left, top), pixmap(name, role, side, ratio))


def _with_gap(drawn: QPixmap, size: QSize) -> QPixmap:
    """The icon at the left of a wider pixmap: a button's text then stands off by the rest."""
    made = QPixmap(size)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(0, (size.height() - drawn.height()) // 2, drawn)
    painter.end()
    return made


class _Engine(QIconEngine):
    """Draws an icon in the colour its role has at that moment."""

    def __init__(self, name: str, role: str, checked: str) -> None:
        super().__init__()
        self._name, self._role, self._checked = name, role, checked

    def _role_of(self, mode: QIcon.Mode, on: QIcon.State) -> str | QColor:
        if mode == QIcon.Mode.Disabled:
            faded = state.colour("text_3")
            faded.setAlphaF(0.5)
            return faded
        return self._checked if on == QIcon.State.On else self._role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, on: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._role_of(mode, on))

    def pixmap(self, size: QSize, mode: QIcon.Mode, on: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, on, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, on: QIcon.State, scale: float) -> QPixmap:
        side = min(size.width(), size.height())
        logical = side / scale if scale > 0 else side
        colour = self._role_of(mode, on)
        colour = colour if isinstance(colour, QColor) else state.colour(colour)
        drawn = _drawn(self._name, colour, side, logical)
        return QPixmap(drawn) if size.width() == side else _with_gap(drawn, size)

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _on: QIcon.State) -> QSize:
        return size

    def clone(self) -> QIconEngine:
        return _keep(_Engine(self._name, self._role, self._checked))


def _keep(engine: _Engine) -> _Engine:
    """Qt asks for a clone and owns it; Python must not free it at the end of clone()."""
    _clones.append(engine)
    return engine


_clones: list[_Engine] = []


@cache
def icon(name: str, role: str = "text_2", checked: str = "") -> QIcon:
    """An icon that takes its role's colour at each painting, also after a change of theme.

    Args:
        name: Lucide name, a file in resources/icons.
        role: colour role.
        checked: colour role when the button is checked; the same role when empty.

    Raises:
        FileNotFoundError: there is no such icon.
    """
    _source(name)
    return QIcon(_Engine(name, role, checked or role))
