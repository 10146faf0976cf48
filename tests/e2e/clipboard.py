"""Another program, from which a user copies: each JSON line on standard input goes to the
clipboard of the screen, and is answered once it is there."""

import json
import sys
import threading

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication


class Copier(QObject):
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._copy)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(line)
        QGuiApplication.quit()

    def _copy(self, line: str) -> None:
        QGuiApplication.clipboard().setText(json.loads(line))
        print("copied", flush=True)


if __name__ == "__main__":
    app = QGuiApplication([])
    copier = Copier()
    sys.exit(app.exec())
