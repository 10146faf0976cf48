"""What can be read, reached and seen in a window."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from cxstudio.ui import widgets

LATIN = re.compile(r"[A-Za-z][A-Za-z'’]+")
PATH = re.compile(r"\S*/\S+/\S*")


def shown(root: QWidget) -> list[QWidget]:
    """Every visible widget of a window, itself included."""
    return [root, *(w for w in root.findChildren(QWidget) if w.isVisibleTo(root))]


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    spoken = QAccessible.queryAccessibleInterface(widget)
    return spoken.text(QAccessible.Text.Name) if spoken else ""


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """(where, text) of all that is written, said or hinted in the visible widgets."""
    for widget in shown(root):
        where = type(widget).__name__
        yield where, widget.accessibleName()
        yield where, widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield where, widget.text()
        elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            yield where, widget.placeholderText()
        elif isinstance(widget, QComboBox):
            yield from ((where, widget.itemText(row)) for row in range(widget.count()))
        elif isinstance(widget, QAbstractItemView):
            yield from ((where, text) for text in _written(widget))


def _written(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), 30)):
            yield str(model.index(row, column).data() or "")


def words_in(text: str) -> set[str]:
    """The Latin words of a text, apart from those in paths."""
    return {word.lower() for word in LATIN.findall(PATH.sub(" ", text))}


def nameless(root: QWidget) -> list[str]:
    """Widgets that take the keyboard or the mouse and say nothing to a screen reader."""
    return [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for w in shown(root)
        if _interactive(w) and not name_of(w).strip()
    ]


def _interactive(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or widget.objectName() == "qt_spinbox_lineedit":
        return False
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return False
    takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    return bool(takes_keys or isinstance(widget, QAbstractButton))


def cut(root: QWidget) -> list[str]:
    """Buttons and wrapped texts that are wider or higher than the room they have."""
    found = []
    for widget in shown(root):
        if isinstance(widget, QPushButton) and widget.text():
            if widget.sizeHint().width() > widget.width() + 1:
                found.append(f"button “{widget.text()}”")
        elif isinstance(widget, widgets.Label) and widget.text():
            if widget.wordWrap() and widget.heightForWidth(widget.width()) > widget.height() + 1:
                found.append(f"text “{widget.text()}”")
        elif isinstance(widget, QLabel) and widget.text() and not widget.wordWrap():
            room = widget.fontMetrics().horizontalAdvance(widget.text())
            if room > widget.width() + 1:
                found.append(f"label “{widget.text()}”")
    return found


def elided(root: QWidget, own_texts: set[str]) -> list[str]:
    """The program's own words (not the user's) that a short line had to cut with …"""
    return [
        w.text()
        for w in shown(root)
        if isinstance(w, widgets.Label)
        and w.text() in own_texts
        and not w.wordWrap()
        and w.sizeHint().width() > w.width() + 1
    ]


def unreached(root: QWidget, reached: list[QWidget]) -> list[str]:
    """Widgets that accept Tab and are not among those that it reached."""
    missed = taking_tab(root) - {*reached}
    return [f"{type(w).__name__} “{name_of(w)}”" for w in missed]


def taking_tab(root: QWidget) -> set[QWidget]:
    """The widgets that accept Tab."""
    return {w for w in shown(root) if _takes_tab(w, root)}


def _takes_tab(widget: QWidget, root: QWidget) -> bool:
    return (
        widget is not root
        and widget.isEnabled()
        and widget.focusProxy() is None
        and (widget.focusPolicy() & Qt.FocusPolicy.TabFocus) == Qt.FocusPolicy.TabFocus
        and not _one_of_a_group(widget)
    )


def _one_of_a_group(widget: QWidget) -> bool:
    """In a group of exclusive buttons Tab goes to the checked one, arrows to the others."""
    if not isinstance(widget, QAbstractButton) or widget.isChecked():
        return False
    group = widget.group()
    return widget.autoExclusive() or (group is not None and group.exclusive())
