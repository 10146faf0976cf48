"""The least a map of text cards can be in Qt: an item a card, painted with QStaticText."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStaticText
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsScene,
    QGraphicsView,
    QStyleOptionGraphicsItem,
    QWidget,
)

Card = tuple[QRectF, str]


class BareCard(QGraphicsItem):
    """A coloured rectangle with words in it."""

    def __init__(self, rect: QRectF, text: str) -> None:
        super().__init__()
        self.rect = QRectF(0, 0, rect.width(), rect.height())
        self.text = QStaticText(text)
        self.text.setTextWidth(rect.width() - 16)
        self.setPos(rect.topLeft())
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)

    def boundingRect(self) -> QRectF:
        return self.rect

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.fillRect(self.rect, QColor("#F3E3A5"))
        painter.setPen(Qt.GlobalColor.black)
        painter.drawStaticText(8, 6, self.text)


class BareView(QGraphicsView):
    """The cards where they stand on the map that is measured beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(self))
        font = QFont("Inter")
        font.setPixelSize(12)
        self.setFont(font)
        self.setRenderHints(QPainter.RenderHint.Antialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)

    def build(self, cards: Iterable[Card]) -> None:
        """Fill the scene."""
        self.cards = [BareCard(rect, text) for rect, text in cards]
        for card in self.cards:
            self.scene().addItem(card)
