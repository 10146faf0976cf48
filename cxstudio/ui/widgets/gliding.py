"""The zoom of a large picture in a view: its steps, and how it glides from one to another."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from cxstudio.drawing import tokens

LARGEST = 4.0
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0, LARGEST)
AT_REST = 120
"""Milliseconds after the last turn of the wheel until a picture is painted sharp."""


def next_zoom(zoom: float, by: int, smallest: float) -> float:
    """The next larger (+1) or smaller (-1) step."""
    if by > 0:
        return next((step for step in (smallest, *STEPS) if step > zoom + 0.005), LARGEST)
    return next((step for step in reversed(STEPS) if step < zoom - 0.005), smallest)


class Gliding(QObject):
    """A zoom on its way to another, within the time the tokens give.

    `came` with each zoom on the way and `ended` with none when the last is reached.
    """

    came = Signal(float)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._way: QVariantAnimation | None = None

    @property
    def under_way(self) -> bool:
        """Whether it was started and not stopped since."""
        return self._way is not None

    def start(self, zoom: float, to: float) -> None:
        """Go from one zoom to another."""
        self._way = way = QVariantAnimation(self)
        way.setStartValue(float(zoom))
        way.setEndValue(float(to))
        way.setDuration(int(tokens.measure("motion_ms", "zoom_to_fit")))
        way.setEasingCurve(QEasingCurve.Type.OutCubic)
        way.valueChanged.connect(self._come)
        way.finished.connect(self.ended)
        way.start()

    def stop(self) -> bool:
        """Stay at the zoom that is reached; False when it was not under way."""
        if self._way is None:
            return False
        self._way.stop()
        self._way.deleteLater()
        self._way = None
        return True

    def _come(self, zoom: object) -> None:
        assert isinstance(zoom, float)
        self.came.emit(zoom)
