"""A map out of the program: PNG, SVG and PDF of the one painting.

All of them give bytes, so that the caller writes a file whole or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPaintDevice, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from cxstudio.drawing.journey.map import MapData
from cxstudio.drawing.journey.measure import font
from cxstudio.drawing.journey.sheet import lay_sheet, paint_sheet
from cxstudio.drawing.journey.svg_text import whole_texts
from cxstudio.drawing.journey.text import Type
from cxstudio.drawing.png import UNFILTERED, packed
from cxstudio.drawing.qt import ensure_gui

Paper = Literal["A4", "A3", "A2", "A1", "A0"]
SHORT_SIDE_MM: dict[Paper, float] = {"A4": 210, "A3": 297, "A2": 420, "A1": 594, "A0": 841}
LONG_SIDE_MM: dict[Paper, float] = {"A4": 297, "A3": 420, "A2": 594, "A1": 841, "A0": 1189}
MM_PER_PIXEL = 25.4 / 96
MOST_PIXELS = 400_000_000
_WHITE = b"\xff\xff\xff"
_PLAIN = Type(13, 20, 400)

Painting = Callable[[QPainter], None]


def map_png(
    map_data: MapData,
    language: str = "en",
    dpi: float = 192,
    pictures: Mapping[str, QImage] | None = None,
) -> bytes:
    """The map as a PNG; 96 dpi is the size of the screen at 100 %.

    Raises ValueError when the picture would be too large for a program to open.
    """
    ensure_gui()
    sheet = lay_sheet(map_data, language)
    return png_of(
        lambda painter: paint_sheet(painter, sheet, pictures),
        (sheet.width, sheet.height),
        dpi / 96,
        dpi,
    )


def map_svg(
    map_data: MapData, language: str = "en", pictures: Mapping[str, QImage] | None = None
) -> bytes:
    """The map as an SVG whose text is text."""
    ensure_gui()
    sheet = lay_sheet(map_data, language)
    return svg_of(
        lambda painter: paint_sheet(painter, sheet, pictures),
        (sheet.width, sheet.height),
        96,
        f"{map_data.code} {map_data.title}".strip(),
    )


def map_pdf(
    map_data: MapData,
    language: str = "en",
    paper: Paper | None = None,
    pictures: Mapping[str, QImage] | None = None,
) -> bytes:
    """The map as a poster of one page, fitted to a paper, or at its own size without one."""
    ensure_gui()
    sheet = lay_sheet(map_data, language)
    width, height = sheet.width * MM_PER_PIXEL, sheet.height * MM_PER_PIXEL
    page = (width, height) if paper is None else _turned(paper, width > height)
    scale = min(page[0] / width, page[1] / height)
    left, top = (page[0] - width * scale) / 2, (page[1] - height * scale) / 2

    def paint(painter: QPainter) -> None:
        painter.translate(left / MM_PER_PIXEL, top / MM_PER_PIXEL)
        painter.scale(scale, scale)
        paint_sheet(painter, sheet, pictures)

    return pdf_of(paint, page, MM_PER_PIXEL, f"{map_data.code} {map_data.title}".strip())


def png_of(paint: Painting, size: tuple[float, float], scale: float, dpi: float) -> bytes:
    """Paint on white and give a PNG; `size` in units of the painting, `scale` pixels a unit."""
    width, height = (max(1, round(side * scale)) for side in size)
    if width * height > MOST_PIXELS:
        raise ValueError(
            f"The picture would be {width} × {height} pixels, which is too large; "
            "choose a lower resolution, or PDF."
        )
    # Painted on the rows as PNG has them, so that nothing is copied before it is packed.
    rows = memoryview(bytearray((UNFILTERED + _WHITE * width) * height))
    line = 3 * width + 1
    image = QImage(rows[1:], width, height, line, QImage.Format.Format_RGB888)
    with _painting(image) as painter:
        painter.scale(width / size[0], height / size[1])
        paint(painter)
    return packed(width, height, rows, dpi)


@contextmanager
def _painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that knows nothing of a window's own font, so that all processes draw the same.

    It ends before the device does, also when painting fails: Qt would take the process down.
    """
    painter = QPainter(device)
    try:
        painter.setFont(font(_PLAIN))
        yield painter
    finally:
        painter.end()


def svg_of(paint: Painting, size: tuple[float, float], units_per_inch: float, title: str) -> bytes:
    """Paint as SVG; text stays text, in the fonts that it asks for."""
    with _Bytes() as buffer:
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(buffer)
        generator.setSize(QSize(round(size[0]), round(size[1])))
        generator.setViewBox(QRectF(0, 0, *size))
        generator.setResolution(round(units_per_inch))
        generator.setTitle(title)
        with _painting(generator) as painter:
            paint(painter)
        drawn = buffer.written()
    return whole_texts(drawn.decode()).encode()


def pdf_of(paint: Painting, page_mm: tuple[float, float], mm_per_unit: float, title: str) -> bytes:
    """Paint one page of a PDF with its fonts embedded."""
    with _Bytes() as buffer:
        writer = QPdfWriter(buffer)
        size = QPageSize(
            QSizeF(*page_mm), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch
        )
        writer.setPageLayout(
            QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        writer.setResolution(1200)
        writer.setTitle(title)
        writer.setCreator("CX Studio")
        with _painting(writer) as painter:
            painter.scale(mm_per_unit * 1200 / 25.4, mm_per_unit * 1200 / 25.4)
            paint(painter)
        return buffer.written()


class _Bytes(QBuffer):
    """A file in memory for Qt to write to."""

    def __init__(self) -> None:
        self.kept = QByteArray()
        super().__init__(self.kept)

    def __enter__(self) -> _Bytes:
        self.open(QIODevice.OpenModeFlag.WriteOnly)
        return self

    def written(self) -> bytes:
        """All that was written so far."""
        return bytes(self.data().data())

    def __exit__(self, *_: object) -> None:
        self.close()


def _turned(paper: Paper, wide: bool) -> tuple[float, float]:
    long, short = LONG_SIDE_MM[paper], SHORT_SIDE_MM[paper]
    return (long, short) if wide else (short, long)
