"""Lucide outline icons, coloured by role and drawn anew for each size and pixel ratio."""

import math
from functools import cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cxstudio import resources
from cxstudio.ui.theme import state

_STROKE = 1.9
_KEPT = 2000
_pixmaps: dict[tuple[str, str, int], QPixmap] = {}


@cache
def _source(name: str) -> str:
    return resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")


def _drawn(name: str, colour: QColor, device_pixels: int) -> QPixmap:
    key = (name, colour.name(QColor.NameFormat.HexArgb), device_pixels)
    found = _pixmaps.get(key)
    if found is not None:
        return found
    text = _source(name).replace("currentColor", colour.name())
    text = text.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
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
    made = QPixmap(_drawn(name, colour, math.ceil(size * ratio)))
    made.setDevicePixelRatio(ratio)
    return made


def paint_icon(painter: QPainter, rect: QRect, name: str, role: str | QColor = "text_2") -> None:
    """Paints an icon into the square in the middle of rect, for delegates and own widgets."""
    side = min(rect.width(), rect.height())
    ratio = painter.device().devicePixelRatioF()
    left = rect.x() + (rect.width() - side) // 2
    top = rect.y() + (rect.height() - side) // 2
    painter.drawPixmap(QPoint(left, top), pixmap(name, role, side, ratio))


class _Engine(QIconEngine):
    """Draws an icon in the colour its role has at that moment.

    In a place wider than high it stands at the left, so that a button's text stands off.
    """

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
        side = min(rect.width(), rect.height())
        square = QRect(rect.x(), rect.y(), side, rect.height())
        paint_icon(painter, square, self._name, self._role_of(mode, on))

    def pixmap(self, size: QSize, mode: QIcon.Mode, on: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, on)
        painter.end()
        return made

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
