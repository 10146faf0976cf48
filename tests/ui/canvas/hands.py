"""Hands on a canvas: real mouse, key, drop and input-method events."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.ui.workspace import MIME

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def at_card(canvas, card) -> QPoint:
    """The middle of a card on the viewport."""
    return canvas.mapFromScene(canvas.map.card_rect(card).center())


def at_cell(canvas, cell, depth: float = 0.9) -> QPoint:
    """A place in a cell, `depth` of the way down."""
    box = canvas.map.laid.cell_rect(*cell)
    return canvas.mapFromScene(QPointF(box.x + box.width / 2, box.y + box.height * depth))


def at_value(canvas, cell, value: float) -> QPoint:
    """Where a value stands in an emotion cell."""
    box = canvas.map.laid.cell_rect(*cell)
    return canvas.mapFromScene(
        QPointF(box.x + box.width / 2, canvas.map.emotion_place(cell, value))
    )


def begin_drag(canvas, start: QPoint, end: QPoint, held=NONE) -> None:
    """Press and move, without letting go."""
    port = canvas.viewport()
    QTest.mousePress(port, LEFT, held, start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(port, start + (end - start) * share)
        QApplication.processEvents()


def drag(canvas, start: QPoint, end: QPoint, held=NONE) -> None:
    """Press, move and let go."""
    begin_drag(canvas, start, end, held)
    QTest.mouseRelease(canvas.viewport(), LEFT, held, end)


def drop(canvas, kind: str, id: int, place: QPoint, held=NONE) -> None:
    """Drag a record in from elsewhere and let it fall."""
    data = QMimeData()
    data.setData(MIME, f"{kind}:{id}".encode())
    actions, buttons = Qt.DropAction.LinkAction | Qt.DropAction.CopyAction, LEFT
    port = canvas.viewport()
    QApplication.sendEvent(port, QDragEnterEvent(place, actions, data, buttons, held))
    QApplication.sendEvent(port, QDragMoveEvent(place, actions, data, buttons, held))
    QApplication.sendEvent(port, QDropEvent(QPointF(place), actions, data, buttons, held))


def compose(canvas, steps: list[str], commit: str) -> None:
    """Type with an input method: pre-edit texts one after another, then the text it gives."""
    for text in steps:
        QApplication.sendEvent(canvas.editor, QInputMethodEvent(text, []))
    event = QInputMethodEvent("", [])
    event.setCommitString(commit)
    QApplication.sendEvent(canvas.editor, event)
