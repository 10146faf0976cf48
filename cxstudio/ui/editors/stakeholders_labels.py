"""Places for the labels of people on the grid, so that none covers a disc or another label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from cxstudio.ui import theme

AWAY = 16  # from the middle of a disc


def place_labels(
    spots: Sequence[QPointF], sizes: Sequence[tuple[float, float]], room: QRectF
) -> list[QRectF]:
    """One place each: right of its disc if that is free, else left, below, above, or further."""
    away = theme.px(AWAY)
    taken = [QRectF(s.x() - away, s.y() - away, 2 * away, 2 * away) for s in spots]
    placed: list[QRectF] = []
    for own, (spot, size) in enumerate(zip(spots, sizes, strict=True)):
        others = [*taken[:own], *taken[own + 1 :], *placed]
        options = list(_options(spot, size, away))
        best = min(options, key=lambda box: _covered(box, others, room))
        placed.append(best)
    return placed


def _options(spot: QPointF, size: tuple[float, float], away: float) -> Iterator[QRectF]:
    width, height = size
    middle = spot.y() - height / 2
    yield QRectF(spot.x() + away + 3, middle, width, height)
    yield QRectF(spot.x() - away - 3 - width, middle, width, height)
    for shift in (0.5, 0.2, 0.8):
        left = spot.x() - width * shift
        yield QRectF(left, spot.y() + away - 1, width, height)
        yield QRectF(left, spot.y() - away + 1 - height, width, height)
    for further in (1, 2):
        yield QRectF(spot.x() - width / 2, spot.y() + away + further * height, width, height)
        yield QRectF(spot.x() - width / 2, spot.y() - away - (1 + further) * height, width, height)


def _covered(box: QRectF, others: Sequence[QRectF], room: QRectF) -> float:
    """How much of the box is outside the room or over something else."""
    inside = box & room
    outside = _area(box) - _area(inside)
    return outside * 4 + sum(_area(box & other) for other in others)


def _area(rect: QRectF) -> float:
    return max(rect.width(), 0.0) * max(rect.height(), 0.0)
