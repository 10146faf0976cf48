"""Hands that paste into a canvas."""

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest


def put(text=None, html=None, image=None, urls=()):
    data = QMimeData()
    if text is not None:
        data.setText(text)
    if html is not None:
        data.setHtml(html)
    if image is not None:
        data.setImageData(image)
    if urls:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in urls])
    QGuiApplication.clipboard().setMimeData(data)


def paste(canvas, cell):
    canvas.map.selection.set((), cell)
    canvas.setFocus()
    QTest.keyClick(canvas.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def texts(canvas, cell):
    return [canvas.document.text_of(id) for id in canvas.document.cards_in(cell)]


def steps_of_undo(canvas):
    return len(canvas.workspace.file.undo_steps)
