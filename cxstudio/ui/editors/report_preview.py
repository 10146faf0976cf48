"""The preview of a section: a page of paper on which the words stand as in the document."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from cxstudio.drawing.charts.figure import STANDARD
from cxstudio.drawing.qt import JAPANESE, LATIN
from cxstudio.i18n import _
from cxstudio.ui import theme

PAPER, MARGIN = 640, 40
LEAST = 480


class Paper(QWidget):
    """A white page as high as its text. `followed` tells the code of a mark that was pressed."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Preview of the section"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._zoom = 1.0
        self._text = self._document()
        self._fit()

    def _document(self) -> QTextDocument:
        made = QTextDocument(self)
        font = theme.font("body")
        font.setFamilies([LATIN, JAPANESE])
        made.setDefaultFont(font)
        made.setDocumentMargin(0)
        made.setTextWidth(PAPER - 2 * MARGIN)
        return made

    def show_html(self, html: str, images: dict[str, QImage]) -> None:
        """Another text with the pictures in it."""
        made = self._document()
        for name, image in images.items():
            made.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        whole = f'<body style="color:{STANDARD.ink}">{html}</body>'
        made.setHtml(whole)
        self._text.deleteLater()
        self._text = made
        self.setAccessibleDescription(made.toPlainText()[:2000])
        self._fit()

    def set_width(self, width: int) -> None:
        """Make the page as wide as the room, between half and its full size."""
        self._zoom = min(1.15, max(0.5, width / PAPER))
        self._fit()

    def _fit(self) -> None:
        height = max(LEAST, round(self._text.size().height()) + 2 * MARGIN)
        self.setFixedSize(round(PAPER * self._zoom), round(height * self._zoom))
        self.update()

    def plain_text(self) -> str:
        """The words that are shown."""
        return self._text.toPlainText()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        painter.setPen(theme.colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(self._zoom, self._zoom)
        painter.translate(MARGIN, MARGIN)
        self._text.drawContents(painter)

    def _code_at(self, place: QPointF) -> str:
        anchor = self._text.documentLayout().anchorAt(place / self._zoom - QPointF(MARGIN, MARGIN))
        kind, _colon, code = anchor.partition(":")
        return code if kind in ("mark", "code") else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = bool(self._code_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if code := self._code_at(event.position()):
            self.followed.emit(code)


class Preview(QScrollArea):
    """The paper on its ground, as wide as the room allows."""

    AROUND = 24

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self._paper = paper
        ground = QWidget()
        ground.setProperty("ground", "page_ground")
        ground.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(ground)
        row.setContentsMargins(*(self.AROUND,) * 4)
        row.addWidget(paper, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.setWidget(ground)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(theme.px(380))
        self.setAccessibleName(_("Preview of the section"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paper.set_width(self.viewport().width() - 2 * self.AROUND)

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)
