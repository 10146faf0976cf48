"""Pages of paper on which the words of a section stand as in the document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

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
CLOSER = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72)
WIDER = (1.04, 1.08, 1.12, 1.16, 1.2)
"""How large letters may be set so that the text fills as many pages as in the document."""
LONG = 12
"""Pages from which on one more or less does no harm, and trying would take too long."""


@dataclass
class _Set:
    """One leaf, laid out as a text on pages with its letters at `scale` when it is first seen."""

    leaf: Leaf
    made: QTextDocument | None = None
    scale: float = 1.0

    @property
    def page(self) -> Ground:
        return self.leaf.page

    @property
    def text(self) -> QTextDocument:
        """Once it is laid out."""
        assert self.made is not None
        return self.made

    @property
    def count(self) -> int:
        """Its pages, until it is laid out those it is expected to fill."""
        return self.made.pageCount() if self.made else self.leaf.count

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
    turned = Signal()  # there are other pages, or they are elsewhere

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Preview of the section"))
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._width = WIDTH
        self._leaves: list[_Set] = []
        self._images: dict[str, QImage] = {}
        self._first = 0
        self.whole = 0
        """How many pages the report has, 0 where that is not known."""
        self._fit()

    # -- setting ----------------------------------------------------------------------

    def show_leaves(self, made: Leaves) -> None:
        """Another section with the pictures in it. Leaves that are as they were stay laid out."""
        same = {name for name, image in made.images.items() if self._images.get(name) == image}
        before = {old.leaf: old for old in self._leaves}
        others = [f'"{name}"' for name in made.images if name not in same]
        self._images, self._first, self.whole = made.images, made.first, made.whole
        self._leaves = []
        for leaf in made.leaves:
            changed = any(name in leaf.html for name in others)
            kept = None if changed else before.pop(leaf, None)
            self._leaves.append(kept or _Set(leaf))
        for old in before.values():
            if old.made:
                old.made.deleteLater()
        for first in self._leaves[:1]:
            self._lay_out(first)
            self.setAccessibleDescription(first.text.toPlainText()[:2000])
        self._fit()
        self.turned.emit()

    def _lay_out(self, one: _Set) -> None:
        if one.made is None:
            width, height = (side * MM for side in one.page.text)
            one.made = self._text(one.leaf.html, QSizeF(width, height))
            one.scale = _scaled(one.made, one.leaf)

    def _text(self, html: str, size: QSizeF) -> QTextDocument:
        """Rich text with the pictures in it on pages of this size, or as high as it is."""
        made = QTextDocument(self)
        font = theme.font("body")
        font.setFamilies([LATIN, JAPANESE])
        made.setDefaultFont(font)
        made.setDocumentMargin(0)
        made.setPageSize(size)  # before the text, which is then laid out once
        for name, image in self._images.items():
            if f'"{name}"' in html:
                made.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        made.setHtml(f'<body style="color:{STANDARD.ink}">{html}</body>')
        return made

    def set_width(self, width: int) -> None:
        """Make the pages so wide."""
        self._width = width
        self._fit()

    def _fit(self) -> None:
        self.setFixedSize(self._width, self._high())
        self.update()

    def _high(self) -> int:
        bottom = max((rect.bottom() for _leaf, _number, rect in self._sheets()), default=0)
        return max(round(bottom), 1)

    def _sheets(self) -> Iterator[tuple[_Set, int, QRectF]]:
        """Each page: its leaf, its number there, and where it is."""
        top = 0.0
        for leaf in self._leaves:
            high = leaf.page.height * MM * leaf.zoom(self._width)
            for number in range(leaf.count):
                yield leaf, number, QRectF(0, top, self._width, high)
                top += high + GAP

    @property
    def count(self) -> int:
        """How many pages there are."""
        return sum(leaf.count for leaf in self._leaves)

    @property
    def first(self) -> int:
        """The page of the report that is the first here, 0 where that is not known."""
        return self._first

    @property
    def wide(self) -> int:
        """How wide the pages are."""
        return self._width

    @property
    def slimness(self) -> float:
        """The least share of its height that a page is wide."""
        pages = [leaf.page for leaf in self._leaves]
        return min((page.width / page.height for page in pages), default=1.0)

    def tops(self) -> list[float]:
        """Where the pages begin."""
        return [rect.top() for _leaf, _number, rect in self._sheets()]

    def plain_text(self) -> str:
        """The words of all pages."""
        for leaf in self._leaves:
            self._lay_out(leaf)
        return "\n".join(leaf.text.toPlainText() for leaf in self._leaves)

    # -- painting ---------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for leaf, number, rect in self._sheets():
            if rect.intersects(QRectF(event.rect())):
                self._lay_out(leaf)
                self._paint_page(painter, leaf, number, rect)
        if self._high() != self.height():  # other pages than were expected
            QTimer.singleShot(0, self._fit)

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
        counted = self._first + sum(one.count for one in self._leaves[:before]) + number
        shown = f"{counted}" if self._first else "–"
        for html, foot in ((leaf.leaf.head, False), (leaf.leaf.foot, True)):
            if not html:
                continue
            width = leaf.page.text[0] * MM
            text = self._text(html.replace(PAGE_NUMBER, shown), QSizeF(width, -1))
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
            if rect.contains(place) and leaf.made:
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
