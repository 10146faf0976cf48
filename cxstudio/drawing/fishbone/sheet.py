"""A fishbone as a sheet of its own, always light: PNG, SVG, PDF, and a picture to copy."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QPainter

from cxstudio.analysis.gaps.causes import Why
from cxstudio.drawing import tokens
from cxstudio.drawing.fishbone.bones import Fishbone, branches, lay_out
from cxstudio.drawing.fishbone.picture import Look, paint
from cxstudio.drawing.journey.export import MM_PER_PIXEL, pdf_of, png_of, svg_of
from cxstudio.drawing.journey.measure import font
from cxstudio.drawing.journey.text import Type
from cxstudio.drawing.qt import ensure_gui
from cxstudio.i18n import catalogue

DPI = 192.0
CLIPBOARD_PIXELS = 24_000_000
Kind = Literal["png", "svg", "pdf"]
Scale = Literal["en", "ja"]


@dataclass(frozen=True)
class FishboneSheet:
    """The fishbone with how it is coloured and lettered; pixels at scale 1."""

    fish: Fishbone
    look: Look

    @property
    def size(self) -> tuple[float, float]:
        return self.fish.width, self.fish.height

    def paint(self, painter: QPainter) -> None:
        """Paint it with its upper left corner at (0, 0)."""
        paint(painter, self.fish, self.look)


def lay_sheet(title: str, tree: tuple[Why, ...], language: str) -> FishboneSheet:
    """The causes of the gap with this title, the names of the bones in "en" or "ja"."""
    ensure_gui()
    look = Look("light", partial(_font, "ja" if language == "ja" else "en"))
    bones = branches(tree, catalogue(language).gettext)
    return FishboneSheet(lay_out(title, bones, look.measure), look)


def _font(scale: Scale, role: str) -> QFont:
    return font(Type(*tokens.type_style(role, scale)))


def written(sheet: FishboneSheet, kind: Kind) -> bytes:
    """The sheet as a file. Raises ValueError when a PNG would be too large to open."""
    if kind == "png":
        return png_of(sheet.paint, sheet.size, DPI / 96, DPI)
    if kind == "svg":
        return svg_of(sheet.paint, sheet.size, 96, sheet.fish.title)
    width, height = (side * MM_PER_PIXEL for side in sheet.size)
    return pdf_of(sheet.paint, (width, height), MM_PER_PIXEL, sheet.fish.title)


def image_of(sheet: FishboneSheet) -> QImage:
    """The sheet as a picture for the clipboard, twice its size where that is not too much."""
    width, height = sheet.size
    scale = min(2.0, (CLIPBOARD_PIXELS / (width * height)) ** 0.5)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet.paint(painter)
    painter.end()
    return image
