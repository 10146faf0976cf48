"""A question to whoever holds the keyboard, large, over the projector's picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.drawing.journey.measure import QtMeasure
from cxstudio.drawing.journey.text import Run
from cxstudio.i18n import _
from cxstudio.ui.workshop.buttons import HIGH, ProjectorButton
from cxstudio.ui.workshop.ink import SMALL, STEP, Ink

WIDE, PADDING = 1120.0, 48.0
Answer = tuple[str, Callable[[], None]]


class Question(QWidget):
    """Covers its parent; the first answer is the one Enter gives, Escape only takes it away."""

    gone = Signal()

    def __init__(
        self, parent: QWidget, scale: float, title: str, sentence: str, answers: Sequence[Answer]
    ) -> None:
        super().__init__(parent)
        self.title, self.sentence, self.scale = title, sentence, scale
        self.buttons = [
            ProjectorButton(text, text=True, lead=number == 0, parent=self)
            for number, (text, _act) in enumerate(answers)
        ]
        for button, (_text, act) in zip(self.buttons, answers, strict=True):
            button.clicked.connect(self.close)
            button.clicked.connect(act)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(f"{title} {sentence}")
        self.resize(parent.size())
        self.place()
        self.show()
        self.raise_()
        self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _lines(self):  # type: ignore[no-untyped-def]
        return QtMeasure().lines((Run(self.sentence, SMALL),), WIDE - 2 * PADDING)

    def _box(self) -> QRectF:
        high = 3 * PADDING + STEP.line + 16 + SMALL.line * len(self._lines()) + HIGH
        screen = QRectF(0, 0, self.width() / self.scale, self.height() / self.scale)
        box = QRectF(0, 0, min(WIDE, screen.width() - 40), high)
        box.moveCenter(screen.center())
        return box

    def place(self) -> None:
        """Put the buttons at the lower right."""
        box = self._box()
        right = box.right() - PADDING
        for button in self.buttons:
            button.set_scale(self.scale)
            right -= button.wanted()
            top = box.bottom() - PADDING - HIGH
            button.move(round(right * self.scale), round(top * self.scale))
            right -= 16

    def texts(self) -> list[str]:
        """What is written on it."""
        return [self.title, self.sentence, *(button.text() for button in self.buttons)]

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.gone.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: 1, Qt.Key.Key_Right: -1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif by:
            here = next((n for n, b in enumerate(self.buttons) if b.hasFocus()), 0)
            self.buttons[(here + by) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 190))
        painter.scale(self.scale, self.scale)
        ink, box = Ink(painter), self._box()
        ink.box(box, "surface", "line_strong", 2, 16)
        left, y = box.left() + PADDING, box.top() + PADDING
        ink.write(left, y + STEP.line / 2, self.title, STEP)
        y += STEP.line + 16
        for line in self._lines():
            text = "".join(piece.run.text for piece in line.pieces)
            ink.write(left, y + SMALL.line / 2, text, SMALL, "text_2")
            y += SMALL.line


def leaving(
    parent: QWidget,
    scale: float,
    end: Callable[[], None],
    later: Callable[[], None],
    stay: Callable[[], None],
) -> Question:
    """End the workshop, leave it open for later, or go on."""
    return Question(
        parent,
        scale,
        _("End the workshop?"),
        _(
            "At the end a second snapshot is taken, and you see what the session added. "
            "A workshop that is left open can be gone on with by F5."
        ),
        [(_("End the workshop"), end), (_("Leave it open"), later), (_("Go on"), stay)],
    )
