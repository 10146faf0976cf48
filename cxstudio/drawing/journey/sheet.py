"""A map as a sheet of its own: title and personas above it, the evidence marks explained below."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.layout import MapLayout, layout
from cxstudio.drawing.journey.legend import curve_name
from cxstudio.drawing.journey.look import Look, write, write_lines
from cxstudio.drawing.journey.map import CurveData, MapData
from cxstudio.drawing.journey.measure import QtMeasure, text_width
from cxstudio.drawing.journey.metrics import screen_metrics
from cxstudio.drawing.journey.paint import paint_map
from cxstudio.drawing.journey.paint_emotion import curve_colour, curve_pen, paint_shape
from cxstudio.drawing.journey.text import Line, Run, Type, at_most, shortened, text_height
from cxstudio.drawing.marks import paint_mark
from cxstudio.i18n import catalogue

MARGIN, GAP, FOOT, ENTRY = 24.0, 16.0, 40.0, 20.0
MOST_TITLE_LINES, LONGEST_NAME = 3, 48


class Sheet(NamedTuple):
    """A map laid out with what stands above and below it; lengths in pixels at 100 %."""

    map_data: MapData
    laid: MapLayout
    title: tuple[Line, ...]
    head: float

    @property
    def width(self) -> float:
        return max(self.laid.width, 560.0) + 2 * MARGIN

    @property
    def height(self) -> float:
        return self.head + self.laid.height + FOOT + 2 * MARGIN


def lay_sheet(map_data: MapData, language: str) -> Sheet:
    """Lay out a map in the style of the screen as a sheet that stands for itself."""
    laid = layout(map_data, screen_metrics(language), QtMeasure())
    room = max(laid.width, 560.0)
    kind = Type(*tokens.type_style("page", "ja" if language.startswith("ja") else "en"))
    small = laid.metrics.note
    gettext = catalogue(language).gettext
    state = gettext("As-is") if map_data.kind == "as_is" else gettext("To-be")
    words = (
        Run(f"{map_data.code}  ", small, "text_3"),
        Run(map_data.title, kind),
        Run(f"  {state}", small, "text_3"),
    )
    title = at_most(MOST_TITLE_LINES, QtMeasure(), words, room)
    legend = ENTRY * len(_legend_rows(map_data.curves, laid, room))
    return Sheet(map_data, laid, title, text_height(title) + legend + GAP)


def paint_sheet(
    painter: QPainter,
    sheet: Sheet,
    pictures: Mapping[str, QImage] | None = None,
) -> None:
    """Paint the sheet, always light, with its upper left corner at (0, 0)."""
    look = Look(sheet.laid.metrics)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), look.colour("surface"))
    painter.translate(MARGIN, MARGIN)
    tones = {"": look.colour("text"), "text_3": look.colour("text_3")}
    write_lines(painter, 0, 0, sheet.title, tones)
    rows = _legend_rows(sheet.map_data.curves, sheet.laid, sheet.width - 2 * MARGIN)
    for place, row in enumerate(rows):
        _personas(painter, row, text_height(sheet.title) + place * ENTRY, look)
    painter.translate(0, sheet.head)
    paint_map(painter, sheet.map_data, sheet.laid, pictures=pictures)
    painter.translate(0, sheet.laid.height + GAP)
    computed = any(curve.computed for curve in sheet.map_data.curves)
    if computed or any(card.strength for card in sheet.map_data.cards):
        _strengths(painter, look, computed)
    painter.restore()


def _entry_width(curve: CurveData, kind: Type, language: str) -> float:
    return 36 + text_width(_name(curve, language), kind) + 20


def _name(curve: CurveData, language: str) -> str:
    return shortened(curve_name(curve, language), LONGEST_NAME)


def _legend_rows(
    curves: tuple[CurveData, ...], laid: MapLayout, room: float
) -> list[list[CurveData]]:
    """Personas beside each other, as many in a row as there is room for."""
    rows: list[list[CurveData]] = []
    used = room
    for curve in curves:
        width = _entry_width(curve, laid.metrics.note, laid.metrics.language)
        if used + width > room:
            rows.append([])
            used = 0.0
        rows[-1].append(curve)
        used += width
    return rows


def _personas(painter: QPainter, curves: list[CurveData], y: float, look: Look) -> None:
    kind = look.metrics.note
    x = 0.0
    for curve in curves:
        colour = curve_colour(curve, look, lead=True)
        middle = y + ENTRY / 2
        painter.setPen(curve_pen(curve, colour, look, lead=True))
        painter.drawLine(QPointF(x, middle), QPointF(x + 28, middle))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(look.colour("surface"))
        paint_shape(painter, QPointF(x + 14, middle), 4.5, curve.index)
        name = _name(curve, look.metrics.language)
        write(painter, x + 36, middle - kind.line / 2, name, kind, look.colour("text_2"))
        x += _entry_width(curve, kind, look.metrics.language)


def _strengths(painter: QPainter, look: Look, computed: bool) -> None:
    """What the four marks of evidence mean, and the sign of a computed emotion."""
    gettext = catalogue(look.metrics.language).gettext
    kind = look.metrics.note
    words: dict[tokens.Strength, str] = {
        "strong": gettext("3 and more sources"),
        "fair": gettext("two"),
        "thin": gettext("one"),
        "none": catalogue(look.metrics.language).pgettext("evidence of a card", "assumption"),
    }
    x = 0.0
    painter.setPen(Qt.PenStyle.NoPen)
    for strength, text in words.items():
        colour = QColor(tokens.strength(strength)).name()
        paint_mark(painter, QRectF(x, 2, 12, 12), strength, colour=colour)
        write(painter, x + 18, 8 - kind.line / 2, text, kind, look.colour("text_3"))
        x += 18 + text_width(text, kind) + 20
    if computed:
        text = gettext("≈ computed from evidence")
        write(painter, x, 8 - kind.line / 2, text, kind, look.colour("text_3"))
