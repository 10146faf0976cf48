"""A drop-down list cuts what does not fit, and shows the whole on asking."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from cxstudio.ui import widgets

LONG = "The officer who answers for the bus contracts"


def test_a_long_choice_is_cut_and_told_whole(qtbot, running):
    choice = widgets.Choice()
    qtbot.addWidget(choice)
    choice.addItems(["Nobody", LONG, LONG * 3])
    choice.setFixedWidth(160)
    choice.show()
    assert choice.shown_text() == "Nobody"
    choice.setCurrentIndex(1)
    assert choice.shown_text().endswith("…") and LONG.startswith(choice.shown_text()[:-1])
    place = QPoint(20, 10)
    asked = QHelpEvent(QEvent.Type.ToolTip, place, choice.mapToGlobal(place))
    QApplication.sendEvent(choice, asked)
    assert QToolTip.text() == LONG
    QToolTip.hideText()
    choice.showPopup()
    view = choice.view()
    wide = view.fontMetrics().horizontalAdvance(LONG) + 24
    qtbot.waitUntil(lambda: view.viewport().width() >= wide)
    tips = [choice.itemData(row, Qt.ItemDataRole.ToolTipRole) for row in range(3)]
    assert tips == [None, None, LONG * 3]
    choice.hidePopup()
