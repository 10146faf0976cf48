"""The preview of a section: pages of paper on which the words stand as in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QUrl, Signal
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

if TYPE_CHECKING:
    from cxstudio.ui.editors.report.leaves import Ground, Leaf, Leaves

MM = 96 / 25.4  # pixels for a millimetre on paper at full size
PAGE_NUMBER = "\ue000"  # what stands for it in header and footer
WIDTH, GAP = 794, 16
"""Pixels across a page at full size, and between two pages."""
BLEED = 4
"""Pixels that letters at the edge of the text may stand over it."""
LEAST_ZOOM, MOST_ZOOM = 0.4, 1.15
CLOSER = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72)
WIDER = (1.04, 1.08, 1.12, 1.16, 1.2)
"""How large letters may be set so that the text fills as many pages as in the document."""
LONG = 12
"""Pages from which on one more or less does no harm, and trying would take too long."""


@dataclass(frozen=True)
class _Set:
    """One leaf as a text laid out on pages, its letters at `scale`, with header and footer."""

    text: QTextDocument
    page: Ground
    scale: float
    head: str
    foot: str

    @property
    def room(self) -> QSizeF:
        """One page of the text, in its own pixels."""
        return self.text.pageSize()

    def zoom(self, width: float) -> float:
        """Pixels on the screen for one at full size, where pages are so wide."""
        return width / (self.page.width * MM)


class Paper(QWidget):
    """The pages of a section below each other. `followed` tells the code of a mark that was
    pressed."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Preview of the section"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._width = WIDTH
        self._leaves: list[_Set] = []
        self._images: dict[str, QImage] = {}
        self._first = 0
        self._fit()

    # -- setting ----------------------------------------------------------------------

    def show_leaves(self, made: Leaves) -> None:
        """Another section with the pictures in it."""
        for old in self._leaves:
            old.text.deleteLater()
        self._images, self._first = made.images, made.first
        self._leaves = [self._set(leaf) for leaf in made.leaves]
        self.setAccessibleDescription(self.plain_text()[:2000])
        self._fit()

    def _set(self, leaf: Leaf) -> _Set:
        made = self._text(leaf.html)
        return _Set(made, leaf.page, _scaled(made, leaf), leaf.head, leaf.foot)

    def _text(self, html: str) -> QTextDocument:
        """Rich text with the pictures in it."""
        made = QTextDocument(self)
        font = theme.font("body")
        font.setFamilies([LATIN, JAPANESE])
        made.setDefaultFont(font)
        made.setDocumentMargin(0)
        for name, image in self._images.items():
            if f'"{name}"' in html:
                made.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        made.setHtml(f'<body style="color:{STANDARD.ink}">{html}</body>')
        return made

    def set_width(self, width: int) -> None:
        """Make the pages as wide as the room, within bounds."""
        self._width = round(min(max(width, WIDTH * LEAST_ZOOM), WIDTH * MOST_ZOOM))
        self._fit()

    def _fit(self) -> None:
        bottom = max((rect.bottom() for _leaf, _number, rect in self._sheets()), default=0)
        self.setFixedSize(self._width, max(round(bottom), 1))
        self.update()

    def _sheets(self) -> Iterator[tuple[_Set, int, QRectF]]:
        """Each page: its leaf, its number there, and where it is."""
        top = 0.0
        for leaf in self._leaves:
            high = leaf.page.height * MM * leaf.zoom(self._width)
            for number in range(leaf.text.pageCount()):
                yield leaf, number, QRectF(0, top, self._width, high)
                top += high + GAP

    @property
    def count(self) -> int:
        """How many pages there are."""
        return sum(leaf.text.pageCount() for leaf in self._leaves)

    def plain_text(self) -> str:
        """The words that are shown."""
        return "\n".join(leaf.text.toPlainText() for leaf in self._leaves)

    # -- painting ---------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for leaf, number, rect in self._sheets():
            if rect.intersects(QRectF(event.rect())):
                self._paint_page(painter, leaf, number, rect)

    def _paint_page(self, painter: QPainter, leaf: _Set, number: int, rect: QRectF) -> None:
        painter.save()
        painter.fillRect(rect, QColor("#FFFFFF"))
        painter.setPen(theme.colour("line"))
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.translate(rect.topLeft())
        zoom = leaf.zoom(self._width)
        painter.scale(zoom, zoom)
        self._paint_running_parts(painter, leaf, number)
        painter.translate(leaf.page.left * MM, leaf.page.top * MM)
        painter.scale(leaf.scale, leaf.scale)
        painter.translate(0, -number * leaf.room.height())
        here = QRectF(QPointF(0, number * leaf.room.height()), leaf.room)
        leaf.text.drawContents(painter, here.adjusted(-BLEED, 0, BLEED, 0))
        painter.restore()

    def _paint_running_parts(self, painter: QPainter, leaf: _Set, number: int) -> None:
        """Header and footer, with the page's number where it is known."""
        before = next(place for place, one in enumerate(self._leaves) if one is leaf)
        counted = self._first + sum(one.text.pageCount() for one in self._leaves[:before]) + number
        shown = f"{counted}" if self._first else "–"
        for html, foot in ((leaf.head, False), (leaf.foot, True)):
            if not html:
                continue
            text = self._text(html.replace(PAGE_NUMBER, shown))
            text.setTextWidth(leaf.page.text[0] * MM)
            top = leaf.page.header * MM
            if foot:
                top = (leaf.page.height - leaf.page.footer) * MM - text.size().height()
            painter.save()
            painter.translate(leaf.page.left * MM, top)
            text.drawContents(painter)
            painter.restore()
            text.deleteLater()

    # -- pointing ---------------------------------------------------------------------

    def _code_at(self, place: QPointF) -> str:
        for leaf, number, rect in self._sheets():
            if rect.contains(place):
                inner = (place - rect.topLeft()) / leaf.zoom(self._width)
                inner = (inner - QPointF(leaf.page.left, leaf.page.top) * MM) / leaf.scale
                down = QPointF(0, number * leaf.room.height())
                anchor = leaf.text.documentLayout().anchorAt(inner + down)
                kind, _colon, code = anchor.partition(":")
                return code if kind in ("mark", "code") else ""
        return ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = bool(self._code_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if code := self._code_at(event.position()):
            self.followed.emit(code)


def _scaled(text: QTextDocument, leaf: Leaf) -> float:
    """Lay the text out on the pages that it has in the document, with letters a little smaller or
    larger where ours take another room than Word's; the scale they have then."""

    def pages(scale: float) -> int:
        width, height = (side * MM / scale for side in leaf.page.text)
        text.setPageSize(QSizeF(width, height))
        return text.pageCount()

    count = pages(1.0)
    if leaf.count >= LONG:
        return 1.0
    if count < leaf.count:
        grown = next((scale for scale in WIDER if pages(scale) == leaf.count), 1.0)
        return grown if pages(grown) <= leaf.count else 1.0
    return next((scale for scale in CLOSER if pages(scale) <= leaf.count), CLOSER[-1])


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
