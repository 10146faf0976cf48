"""The order in which the eye reads a window, and what it sees of the keyboard's place.

It asks only where things stand on the screen, and nothing of how the program decides."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import combinations

from looking import name_of
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

NEAR = 4  # px by which things of one row may stand on each other's ground


def walked(window: QWidget, key: Qt.Key, most: int = 400) -> list[QWidget]:
    """The stops that a key comes to from where the keyboard is, until it is there again."""
    order = [window.focusWidget()]
    for _press in range(most):
        QTest.keyClick(window.focusWidget() or window, key)
        here = window.focusWidget()
        if here is order[0]:
            return order
        if here is not order[-1]:
            order.append(here)
    raise AssertionError(f"{key} goes on without end: {[said(w) for w in order[-8:]]}")


def said(widget: QWidget | None) -> str:
    return f"{type(widget).__name__} “{name_of(widget)}”" if widget is not None else "nothing"


def jumps_back(order: list[QWidget]) -> list[str]:
    """Stops that come after one which stands below them or behind them in the row."""
    return [f"{said(a)} before {said(b)}" for a, b in combinations(order, 2) if _back(a, b)]


def _back(first: QWidget, second: QWidget) -> bool:
    """Whether the second of two stops is left of the first in its row, or above it in its column.

    What stands in two columns is compared as columns: a list comes before the form beside it."""
    if first.isAncestorOf(second):
        return False
    if second.isAncestorOf(first):
        return True
    a, b = _side_by_side(first, second)
    behind = b.right() <= a.left() + NEAR and _share(a.top(), a.bottom(), b.top(), b.bottom())
    above = b.bottom() <= a.top() + NEAR and _share(a.left(), a.right(), b.left(), b.right())
    return behind or above


def _side_by_side(first: QWidget, second: QWidget) -> tuple[QRect, QRect]:
    """Where the largest parts that hold one of the two and not the other stand in the window."""
    firsts, seconds = list(_upwards(first)), list(_upwards(second))
    while len(firsts) > 1 and len(seconds) > 1 and firsts[-1] is seconds[-1]:
        firsts.pop()
        seconds.pop()
    return _place(firsts[-1]), _place(seconds[-1])


def _upwards(widget: QWidget) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        if widget.isWindow():
            return
        widget = widget.parentWidget()


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _share(a_from: int, a_to: int, b_from: int, b_to: int) -> bool:
    """Whether the smaller of two lengths lies beside the other by half or more."""
    common = min(a_to, b_to) - max(a_from, b_from)
    return common > 0 and 2 * common >= min(a_to - a_from, b_to - b_from)


def unseen(order: list[QWidget]) -> list[str]:
    """Stops that look the same with the keyboard and without it."""
    return [said(widget) for widget in order if _same(widget)]


def _show(widget: QWidget) -> None:
    for area in _upwards(widget):
        if isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget)


def active(window: QWidget) -> None:
    """Give a window the keyboard, and wait until the screen has done so."""
    end = time.monotonic() + 20
    while not window.isActiveWindow():
        assert time.monotonic() < end, f"{said(window)} is not active"
        window.activateWindow()
        QTest.qWait(5)


def _same(widget: QWidget) -> bool:
    window = widget.window()
    _show(widget)
    widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
    QApplication.processEvents()
    active(window)  # what happens on the screen meanwhile takes the keyboard away
    assert widget.hasFocus(), f"{said(widget)} has lost the keyboard"
    tiny = widget.width() < NEAR  # it takes the keys for what it stands in
    drawn = widget.parentWidget().parentWidget() if tiny else widget
    place = _place(drawn).adjusted(-NEAR, -NEAR, NEAR, NEAR)
    seen = window.grab(place).toImage()
    widget.clearFocus()
    QApplication.processEvents()
    return seen == window.grab(place).toImage()
