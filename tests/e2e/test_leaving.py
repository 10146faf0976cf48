"""The program ends cleanly, also with cards of a map on the clipboard."""

import os
import subprocess
import sys

import pytest

# Copies two cards in the real program and closes its window.
COPY_AND_LEAVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from cxstudio import app

def act():
    windows = [w for w in QApplication.topLevelWidgets() if getattr(w, "view", None)]
    if not windows:
        QTimer.singleShot(100, act)
        return
    windows[0].view.show_page("journeys")
    canvas = windows[0].view.page.canvas
    canvas.select_cards(list(canvas.map.cards)[:2])
    canvas.acts.copy()
    print(QApplication.clipboard().text(), flush=True)
    QTimer.singleShot(0, windows[0].close)

class Starter(QTimer):
    def __init__(self, app):
        super().__init__(app)
        QTimer.singleShot(0, act)

app.IdleCollection = Starter
sys.exit(app.run(Path(sys.argv[1])))
"""


def leave(platform: str, path: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", COPY_AND_LEAVE, str(path)],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("platform", ["offscreen", pytest.param("xcb", marks=pytest.mark.x_screen)])
def test_cards_on_the_clipboard_do_not_break_the_end(platform, sample_file):
    ended = leave(platform, sample_file("en"))
    assert "\t" in ended.stdout
    assert (ended.returncode, ended.stderr.count("Traceback")) == (0, 0)
