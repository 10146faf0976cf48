"""A map on paper: one page, or several to be glued together, for PDF, print and preview alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from cxstudio.drawing.journey.boxes import CellBox, Head, Rect, Row
from cxstudio.drawing.journey.export import (
    LONG_SIDE_MM,
    MM_PER_PIXEL,
    SHORT_SIDE_MM,
    Paper,
)
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.map import Id
from cxstudio.drawing.journey.sheet import FOOT, MARGIN, Sheet, paint_sheet
from cxstudio.drawing.journey.tile_marks import paint_marks
from cxstudio.drawing.journey.tiles import Size, Tiling, Turn, tiled, turned
from cxstudio.drawing.qt import ensure_gui

PAPER_MARGIN = 8.0
LONGEST_MM = 5000.0
"""Readers of PDF open no page that is longer than about five metres."""
DPI = 1200


@dataclass(frozen=True)
class Pages:
    """A sheet on one or more pages of one size; lengths in millimetres.

    `scale` is how much larger than at 100 % of the screen the map is; `tiling` is None for a
    poster of one page.
    """

    sheet: Sheet
    paper: Size
    scale: float
    tiling: Tiling | None = None

    @property
    def count(self) -> int:
        return len(self.tiling.tiles) if self.tiling else 1

    @property
    def size(self) -> Size:
        """The whole map at this scale."""
        return tuple(side * self.scale for side in natural_size(self.sheet))  # type: ignore[return-value]

    @property
    def title(self) -> str:
        data = self.sheet.map_data
        return f"{data.code} {data.title}".strip()

    def name(self, page: int) -> str:
        """A1, A2 … of a page; nothing for a poster."""
        return self.tiling.tiles[page].name if self.tiling else ""

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page with its upper left corner at (0, 0), in millimetres."""
        painter.save()
        painter.fillRect(QRectF(0, 0, *self.paper), Qt.GlobalColor.white)
        if self.tiling is None:
            left, top = ((p - s) / 2 for p, s in zip(self.paper, self.size, strict=True))
            self._paint_part(painter, Rect(0, 0, *self.size), left, top)
        else:
            tile = self.tiling.tiles[page]
            self._paint_part(painter, tile.part, self.tiling.margin, self.tiling.margin)
            language = self.sheet.laid.metrics.language
            paint_marks(painter, self.tiling, tile, self.title, language)
        painter.restore()

    def _paint_part(self, painter: QPainter, part: Rect, left: float, top: float) -> None:
        unit = MM_PER_PIXEL * self.scale
        painter.save()
        painter.setClipRect(QRectF(left, top, part.width, part.height))
        painter.translate(left - part.x, top - part.y)
        painter.scale(unit, unit)
        seen = Rect(part.x / unit, part.y / unit, part.width / unit, part.height / unit)
        paint_sheet(painter, self.sheet if self.tiling is None else part_of(self.sheet, seen))
        painter.restore()


def natural_size(sheet: Sheet) -> Size:
    """A sheet at 100 % of the screen, in millimetres."""
    return sheet.width * MM_PER_PIXEL, sheet.height * MM_PER_PIXEL


def paper_size(paper: Paper) -> Size:
    """Short and long side in millimetres."""
    return SHORT_SIDE_MM[paper], LONG_SIDE_MM[paper]


def poster(sheet: Sheet, paper: Paper | None = None, turn: Turn = "auto") -> Pages:
    """The map on one page: fitted to a paper, or the page as large as the map at 100 %."""
    size = natural_size(sheet)
    if paper is None:
        scale = min(1.0, LONGEST_MM / max(size))
        return Pages(sheet, (size[0] * scale, size[1] * scale), scale)
    page = turned(paper_size(paper), turn, size, tiles=False)
    return Pages(sheet, page, _fitting(size, page, PAPER_MARGIN))


def tiles(
    sheet: Sheet, paper: Paper = "A4", turn: Turn = "auto", poster_paper: Paper | None = None
) -> Pages:
    """The map on pages to be glued together: at 100 %, or about as large as a poster paper.

    A poster may come out a tenth smaller when that saves pages that would be nearly empty.
    """
    size = natural_size(sheet)
    if poster_paper is None:
        return _cut(sheet, paper, turn, 1.0)
    scale = _fitting(size, turned(paper_size(poster_paper), "auto", size, tiles=False), 0)
    sizes = [_cut(sheet, paper, turn, scale * share / 100) for share in range(100, 89, -1)]
    return min(sizes, key=lambda pages: (pages.count, -pages.scale))


def _cut(sheet: Sheet, paper: Paper, turn: Turn, scale: float) -> Pages:
    width, height = natural_size(sheet)
    size = (width * scale, height * scale)
    page = turned(paper_size(paper), turn, size, tiles=True)
    return Pages(sheet, page, scale, tiled(size, page))


def _fitting(size: Size, page: Size, margin: float) -> float:
    return min((p - 2 * margin) / s for p, s in zip(page, size, strict=True))


def pages_pdf(pages: Pages, progress: Callable[[float], None] | None = None) -> bytes:
    """The pages as a PDF with its fonts embedded; `progress` is told the share that is done."""
    ensure_gui()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageLayout(page_layout(pages))
    writer.setResolution(DPI)
    writer.setTitle(pages.title)
    writer.setCreator("CX Studio")
    painter = QPainter(writer)
    try:
        paint_pages(pages, painter, writer, progress)
    finally:
        painter.end()
        buffer.close()
    return bytes(kept.data())


def paint_pages(
    pages: Pages,
    painter: QPainter,
    device: QPagedPaintDevice,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Paint all pages on a PDF or a printer that `painter` has begun."""
    for page in range(pages.count):
        if progress:
            progress(page / pages.count)
        if page:
            device.newPage()
        painter.save()
        painter.scale(device.logicalDpiX() / 25.4, device.logicalDpiY() / 25.4)
        pages.paint(painter, page)
        painter.restore()


def page_layout(pages: Pages) -> QPageLayout:
    """The page of a writer or a printer, without margins of its own."""
    size = QPageSize(
        QSizeF(*pages.paper), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
    )
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))


# ── What of a sheet a page shows ──────────────────────────────────────────────────────────


def part_of(sheet: Sheet, seen: Rect) -> Sheet:
    """The sheet with the texts alone that reach into `seen`, everything in its place."""
    laid = sheet.laid
    here = seen.moved(-MARGIN, -MARGIN - sheet.head)
    data = sheet.map_data
    ends = frozenset(end for line in data.connectors for end in (line.start, line.end))
    named = here.x < laid.metrics.label_width
    rows = tuple(
        _row(row, top, here, ends, named) for top, row in zip(laid.tops, laid.rows, strict=False)
    )
    head = Head(
        tuple(box for box in laid.head.stages if _meets(box.rect, here)),
        tuple(box for box in laid.head.steps if _meets(box.rect, here)),
        laid.head.height,
    )
    if seen.y > MARGIN + sheet.head:
        sheet = sheet._replace(title=())
    if seen.bottom < sheet.height - MARGIN - FOOT or seen.x > MARGIN + 560:
        data = replace(data, cards=())  # the key to the marks is not on this page
    return sheet._replace(map_data=data, laid=MapLayout(laid.metrics, laid.columns, head, rows))


def _row(row: Row, top: float, here: Rect, ends: frozenset[Id], named: bool) -> Row:
    if top > here.bottom or top + row.height < here.y:
        kept = tuple(_cell(cell, None, ends) for cell in row.cells)
        return replace(row, label=(), notes=(), cells=kept)
    inside = here.moved(0, -top)
    label, notes = (row.label, row.notes) if named else ((), ())
    cells = tuple(_cell(cell, inside, ends) for cell in row.cells)
    return replace(row, label=label, notes=notes, cells=cells)


def _cell(cell: CellBox, inside: Rect | None, ends: frozenset[Id]) -> CellBox:
    """With the cards that are seen, and those that a connector comes from or goes to."""
    kept = tuple(
        box
        for box in cell.cards
        if box.card.id in ends or (inside is not None and _meets(box.rect, inside))
    )
    return cell if len(kept) == len(cell.cards) else replace(cell, cards=kept)


def _meets(one: Rect, other: Rect) -> bool:
    across = one.x < other.right and other.x < one.right
    return across and one.y < other.bottom and other.y < one.bottom
