"""A large picture kept in tiles, so that moving over it paints only what comes into sight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from time import perf_counter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

WIDTH, HEIGHT = 448, 512  # pixels of the view
KEPT = 1.5  # times as many tiles as are in view and around it
AHEAD = 1  # tiles that are painted around those in view while nothing else is to be done

Paint = Callable[[QPainter, QRectF], None]
"""Paints a part of the picture, given in pixels of the whole of it, on a clear ground."""
Key = tuple[int, int]


class Tiles:
    """The picture `paint` gives; `ratio` are device pixels a pixel."""

    def __init__(self, paint: Paint) -> None:
        self._paint = paint
        self._kept: OrderedDict[Key, QPixmap] = OrderedDict()
        self.ratio = 1.0

    def use_ratio(self, ratio: float) -> None:
        """Another screen may have finer pixels."""
        if ratio != self.ratio:
            self.ratio = ratio
            self.clear()

    def clear(self) -> None:
        """Forget everything: the picture is another one."""
        self._kept.clear()

    def show(self, painter: QPainter, area: QRectF, until: float) -> bool:
        """Paint the tiles of an area of the picture, new ones as long as `until` (of
        `perf_counter`) is not reached, at least one of them; False when some are missing."""
        whole, made = True, False
        for key in _keys(area, 0):
            tile = self._kept.get(key)
            if tile is None:
                if made and perf_counter() > until:
                    whole = False
                    continue
                tile, made = self._make(key), True
            else:
                self._kept.move_to_end(key)
            painter.drawPixmap(QPointF(key[0] * WIDTH, key[1] * HEIGHT), tile)
        return whole

    def prepare(self, area: QRectF, whole: QRectF) -> bool:
        """Paint one tile of the whole picture beside the area, and forget those far from it;
        False when there is none left to paint."""
        near = [key for key in _keys(area, AHEAD) if _place(key).intersects(whole)]
        for key in near:
            if key not in self._kept:
                self._make(key)
                while len(self._kept) > KEPT * len(near):
                    self._kept.popitem(last=False)
                return True
        return False

    def _make(self, key: Key) -> QPixmap:
        tile = QPixmap(round(WIDTH * self.ratio), round(HEIGHT * self.ratio))
        tile.setDevicePixelRatio(self.ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        place = _place(key)
        painter.translate(-place.topLeft())
        self._paint(painter, place)
        painter.end()
        self._kept[key] = tile
        return tile


def _place(key: Key) -> QRectF:
    return QRectF(key[0] * WIDTH, key[1] * HEIGHT, WIDTH, HEIGHT)


def _keys(area: QRectF, around: int) -> Iterator[Key]:
    left, top = int(area.left() // WIDTH) - around, int(area.top() // HEIGHT) - around
    right, bottom = int(area.right() // WIDTH) + around, int(area.bottom() // HEIGHT) + around
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            yield column, row
