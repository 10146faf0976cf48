"""The graph as a sheet of its own, and out of the program: PNG, SVG and PDF of the one painting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from cxstudio.analysis.loose_ends import FAULTS
from cxstudio.drawing import tokens
from cxstudio.drawing.journey.boxes import Rect
from cxstudio.drawing.journey.export import MM_PER_PIXEL, pdf_of, png_of, svg_of
from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.journey.text import Type, shortened
from cxstudio.drawing.qt import ensure_gui
from cxstudio.drawing.trace.folding import Shown
from cxstudio.drawing.trace.graph import COLUMNS
from cxstudio.drawing.trace.layout import MARGIN, Laid, lay_out, measures_for
from cxstudio.drawing.trace.legend import paint_legend
from cxstudio.drawing.trace.look import TITLES, Look, tone
from cxstudio.drawing.trace.paint import paint_area, paint_lit
from cxstudio.i18n import N_

ROOM, FOOT, DPI = 2000.0, 40.0, 192.0
LONGEST_TITLE = 110
DIMMED = 0.35
Kind = Literal["png", "svg", "pdf"]
Lit = tuple[frozenset[int], frozenset[tuple[int, int]]]


@dataclass(frozen=True)
class Sheet:
    """The graph laid out under a title and the heads of its columns; always light.

    `lit` are the nodes and links of the chain that stands out, None when all are alike.
    """

    laid: Laid
    title: str
    look: Look
    lit: Lit | None = None

    @property
    def width(self) -> float:
        return self.laid.width

    @property
    def head(self) -> float:
        """How high title and heads of columns are."""
        lines = max(len(faults) for faults in FAULTS.values())
        return MARGIN + 36 + 24 + lines * self.look.small.line + 8

    @property
    def height(self) -> float:
        return self.head + self.laid.height + FOOT


def lay_sheet(shown: Shown, title: str, language: str, lit: Lit | None = None) -> Sheet:
    """Lay out what is shown as a sheet with a title, and light one chain of it."""
    ensure_gui()
    look = Look("light", language)
    measures = measures_for(ROOM, look.small.line)
    return Sheet(lay_out(shown, measures), shortened(title, LONGEST_TITLE), look, lit)


def written(sheet: Sheet, kind: Kind) -> bytes:
    """The sheet as a file. Raises ValueError when a PNG would be too large to open."""
    ensure_gui()
    size = (sheet.width, sheet.height)
    if kind == "png":
        return png_of(lambda painter: paint_sheet(painter, sheet), size, DPI / 96, DPI)
    if kind == "svg":
        return svg_of(lambda painter: paint_sheet(painter, sheet), size, 96, sheet.title)
    page = (sheet.width * MM_PER_PIXEL, sheet.height * MM_PER_PIXEL)
    return pdf_of(lambda painter: paint_sheet(painter, sheet), page, MM_PER_PIXEL, sheet.title)


def image_of(sheet: Sheet, most: float) -> QImage:
    """The sheet as a picture for the clipboard, at most so many pixels in all."""
    scale = min(2.0, (most / (sheet.width * sheet.height)) ** 0.5)
    image = QImage(
        max(1, round(sheet.width * scale)),
        max(1, round(sheet.height * scale)),
        QImage.Format.Format_RGB32,
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_sheet(painter, sheet)
    painter.end()
    return image


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    """Paint the sheet with its upper left corner at (0, 0)."""
    look = sheet.look
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), look.colour("surface"))
    page = Type(*tokens.type_style("page", "ja" if look.language == "ja" else "en"))
    write(painter, MARGIN, MARGIN, sheet.title, page, look.colour("text"))
    _heads(painter, sheet)
    painter.translate(0, sheet.head)
    laid = sheet.laid
    whole = Rect(0, 0, laid.width, laid.height)
    painter.setOpacity(1.0 if sheet.lit is None else DIMMED)
    paint_area(painter, laid, whole, look)
    painter.setOpacity(1.0)
    if sheet.lit is not None:
        paint_lit(painter, laid, whole, look, *sheet.lit)
    painter.translate(0, laid.height)
    painter.translate(MARGIN, 0)
    paint_legend(painter, look, 8, laid.width - 2 * MARGIN)
    painter.restore()


def _heads(painter: QPainter, sheet: Sheet) -> None:
    """What stands in each column, how much of it, and how many dead ends."""
    look, laid = sheet.look, sheet.laid
    section = Type(*tokens.type_style("section", "ja" if look.language == "ja" else "en"))
    for number, kind in enumerate(COLUMNS):
        x, y = laid.left(number), MARGIN + 36
        title = look.words(TITLES[kind])
        write(painter, x, y, title, section, look.colour("text"))
        records, faults = tally(laid.shown, number)
        x += text_width(title, section) + 8
        write(painter, x, y, f"{records:,}", section._replace(weight=400), look.colour("text_3"))
        x, y = laid.left(number), y + 24
        for fault in FAULTS.get(kind, ()):
            if faults[fault]:
                text = look.words(N_("{count} {words}")).format(
                    count=f"{faults[fault]:,}", words=look.fault(fault)
                )
                write(painter, x, y, text, look.small, look.colour(tone(fault)))
                y += look.small.line


def tally(shown: Shown, column: int) -> tuple[int, Counter[str]]:
    """How many records of a column are shown, folded ones too, and how often each dead end."""
    nodes = [shown.graph.nodes[record] for record in shown.place]
    there = [node for node in nodes if node.column == column]
    return len(there), Counter(fault for node in there for fault in node.faults)
