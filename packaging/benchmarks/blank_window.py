"""The least a PySide6 program can be: an empty window that says when it is painted, and quits."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class BlankWindow(QWidget):
    """Prints `painted` and its memory (PSS) in kB after the first paint."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self.report)

    def report(self) -> None:
        """Say it once and quit."""
        rollup = Path("/proc/self/smaps_rollup").read_text("ascii")
        kilobytes = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
        print("painted", kilobytes, flush=True)
        QApplication.exit(0)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = BlankWindow()
    window.resize(1600, 1000)  # as large as ours
    window.show()
    sys.exit(application.exec())
