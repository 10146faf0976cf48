"""Tab goes as the eye goes: through the layouts, as they stand on the screen at this moment.

Qt's own order is that in which widgets were made, which is another one as soon as a part is built
late or moved. A window hands its Tab to `step`, and nothing has to arrange an order anywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLayout, QScrollArea, QSplitter, QWidget

Reason = Qt.FocusReason
_TAB = Qt.FocusPolicy.TabFocus


def stops(root: QWidget, also: QWidget | None = None) -> list[QWidget]:
    """What Tab comes to in a widget, in order; `also` a place that is not one, or no more."""
    above = set[QWidget]()
    place = also
    while place is not None and place is not root:
        above.add(place)
        place = place.parentWidget()
    own = [root] if _is_stop(root) and not root.isWindow() else []
    return own + list(_walk(root, above, also))


def step(window: QWidget, forward: bool, *, tab: bool = True) -> bool:
    """Move the keyboard to the next or the previous stop of a window; False without another one.

    `tab` is False when another key than Tab does it."""
    here = window.focusWidget()
    order = stops(window, here)
    if not order or order == [here]:
        return False
    at = order.index(here) if here in order else (-1 if forward else 0)
    reason = Reason.TabFocusReason if forward else Reason.BacktabFocusReason
    target = order[(at + (1 if forward else -1)) % len(order)]
    _go(target, reason if tab else Reason.ShortcutFocusReason)
    return True


def step_part(parts: Sequence[QWidget], forward: bool) -> bool:
    """Move the keyboard to the next or previous part of a window, where it was there last."""
    here = QApplication.focusWidget()
    shown = [part for part in parts if part.isVisible() and stops(part)]
    if not shown:
        return False
    inside = [part for part in shown if here is not None and _holds(part, here)]
    at = shown.index(inside[0]) if inside else (-1 if forward else 0)
    part = shown[(at + (1 if forward else -1)) % len(shown)]
    before, within = part.focusWidget(), stops(part)
    _go(before if before in within else within[0], Reason.ShortcutFocusReason)
    return True


def _go(target: QWidget, reason: Reason) -> None:
    """Give a widget the keyboard, and scroll to it. Qt draws no focus for other reasons."""
    target.setFocus(reason)
    around = target.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(target)
        around = around.parentWidget()


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _walk(root: QWidget, above: set[QWidget], also: QWidget | None) -> Iterator[QWidget]:
    for child in _in_order(root):
        if child.isVisible() or child in above:
            if child is also or _is_stop(child):
                yield child
            yield from _walk(child, above, also)


def _is_stop(widget: QWidget) -> bool:
    takes_tab = (widget.focusPolicy() & _TAB) == _TAB
    return takes_tab and widget.isEnabled() and widget.isVisible() and widget.focusProxy() is None


def _in_order(widget: QWidget) -> list[QWidget]:
    """The children of a widget: those in its layout as it places them, then what floats above."""
    if isinstance(widget, QSplitter):
        return [part for n in range(widget.count()) if (part := widget.widget(n)) is not None]
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    placed = set(laid)
    children = (child for child in widget.children() if isinstance(child, QWidget))
    return laid + _by_eye([c for c in children if not c.isWindow() and c not in placed])


def _laid(layout: QLayout) -> Iterator[QWidget]:
    """What stands in a layout. Its items are not asked for: Qt deletes them and tells Python
    nothing, and a widget made later at the same address would be taken for an item."""
    owner = layout.parentWidget()
    widgets = owner.children() if owner is not None else []
    for part in _placed(layout, [*widgets, *layout.children()]):
        if isinstance(part, QLayout):
            yield from _laid(part)
        else:
            yield part


def _placed(layout: QLayout, parts: Sequence[QObject]) -> list[QWidget | QLayout]:
    """Those of the parts that stand in a layout itself, from its first place to its last."""
    found = [(layout.indexOf(p), p) for p in parts if isinstance(p, QWidget | QLayout)]  # type: ignore[call-overload]
    places = {place: part for place, part in found if place >= 0}
    order = sorted(places)
    if isinstance(layout, QGridLayout):
        order.sort(key=lambda place: layout.getItemPosition(place)[:2])  # type: ignore[index]
    return [places[place] for place in order]


def _by_eye(widgets: list[QWidget]) -> list[QWidget]:
    """Rows from the top, each from the left; what begins above another's middle shares its row."""
    ordered: list[QWidget] = []
    row: list[QWidget] = []
    for widget in sorted(widgets, key=lambda w: (w.y(), w.x())):
        if row and widget.y() >= row[0].geometry().center().y():
            ordered += sorted(row, key=QWidget.x)
            row = []
        row.append(widget)
    return ordered + sorted(row, key=QWidget.x)
