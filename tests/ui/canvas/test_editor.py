"""The editor of cards and the keyboard."""

import gc

from cxstudio.ui.canvas.view import MapView


def test_a_canvas_can_be_taken_away_while_it_has_the_keyboard(qtbot, workspace):
    canvas = MapView(workspace)
    canvas.show()
    qtbot.waitExposed(canvas)
    canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.editor.hasFocus)
    canvas = MapView(workspace)  # the first one is garbage now
    qtbot.addWidget(canvas)
    gc.collect()
    assert not canvas.writing.active
