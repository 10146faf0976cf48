"""The evidence mark as a widget."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.drawing.marks import paint_mark
from cxstudio.drawing.tokens import Strength
from cxstudio.i18n import _, pgettext
from cxstudio.ui import theme


def strength_words(strength: Strength) -> str:
    """The strength in a word: strong, fair, one source, none."""
    return {
        "strong": pgettext("evidence", "strong"),
        "fair": pgettext("evidence", "fair"),
        "thin": pgettext("evidence", "one source"),
        "none": pgettext("evidence", "none"),
    }[strength]


def strength_sentence(strength: Strength) -> str:
    """What a mark means, for a tooltip and for screen readers."""
    return {
        "strong": _("Rests on three or more independent sources."),
        "fair": _("Rests on two independent sources."),
        "thin": _("Rests on one source."),
        "none": _("An assumption: it rests on no source yet."),
    }[strength]


class EvidenceMark(QWidget):
    """How well a claim is backed: "strong", "fair", "thin" or "none"."""

    def __init__(
        self, strength: Strength = "none", size: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_strength(strength)

    def strength(self) -> Strength:
        """The strength shown."""
        return self._strength

    def set_strength(self, strength: Strength) -> None:
        """Shows another strength."""
        self._strength: Strength = strength
        self.setToolTip(strength_sentence(strength))
        self.setAccessibleName(strength_sentence(strength))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_mark(QPainter(self), QRectF(self.rect()), self._strength, theme.current())
