"""What a button cannot show is told where the pointer rests."""

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QWidget

from cxstudio.ui import widgets
from cxstudio.ui.widgets.whole_words import WholeWords, unsaid


def test_cut_words_codes_and_icons_are_told_and_whole_words_are_not(qtbot, themed):
    window = QWidget()
    qtbot.addWidget(window)
    WholeWords(window)
    whole, cut = (widgets.outline("Make an initiative", parent=window) for _ in range(2))
    whole.resize(whole.sizeHint())
    cut.resize(40, 32)
    assert unsaid(whole) == "" and unsaid(cut) == "Make an initiative"
    code = QPushButton("G-07", window)
    code.setAccessibleName("G-07 No live seat information")
    assert unsaid(code) == "G-07 No live seat information"
    scale = widgets.Segmented([("4", "4"), ("low", "Low")], "Influence", parent=window)
    names = [one.accessibleName() for one in scale.findChildren(QPushButton)]
    assert names == ["Influence: 4", "Low"]
    window.show()
    place = cut.geometry().center()
    asked = QHelpEvent(QEvent.Type.ToolTip, place, window.mapToGlobal(place))
    cut.raise_()
    assert QApplication.sendEvent(window, asked)
    qtbot.waitUntil(lambda: QToolTip.text() == "Make an initiative")
    QToolTip.hideText()
    nowhere = QHelpEvent(QEvent.Type.ToolTip, QPoint(-9, -9), QPoint())
    QApplication.sendEvent(window, nowhere)
