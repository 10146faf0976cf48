"""Painting a laid-out map with QPainter: the one painting of screen, PNG, SVG, PDF and Word.

`paint_map` paints everything; the painters of the parts paint one stage bar, one row or one card
each, so that a scene can give every part its own item and still show the same map.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping
from math import inf

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from cxstudio.drawing.charts.figure import STANDARD, Palette
from cxstudio.drawing.journey.boxes import Column, Rect, Row, StageBox, StepBox
from cxstudio.drawing.journey.connectors import routes
from cxstudio.drawing.journey.head import detail_sign
from cxstudio.drawing.journey.icons import LANE_ICONS, paint_icon
from cxstudio.drawing.journey.layout import MapLayout
from cxstudio.drawing.journey.look import Look, qrect, write, write_lines
from cxstudio.drawing.journey.map import Id, MapData
from cxstudio.drawing.journey.paint_card import paint_card
from cxstudio.drawing.journey.paint_connectors import paint_connectors
from cxstudio.drawing.journey.paint_emotion import paint_emotion
from cxstudio.drawing.journey.text import text_height
from cxstudio.drawing.tokens import Theme
from cxstudio.i18n import catalogue

Within = tuple[float, float]
"""From which x to which something is seen, in the units of the layout."""
WHOLE: Within = (-inf, inf)


def paint_map(
    painter: QPainter,
    map_data: MapData,
    laid: MapLayout,
    theme: Theme = "light",
    *,
    skip: Collection[Id] = frozenset(),
    current: Id | None = None,
    pictures: Mapping[str, QImage] | None = None,
    palette: Palette = STANDARD,
) -> None:
    """Paint the whole map with its upper left corner at (0, 0), in the units of the layout.

    Style and language are those the map was laid out with. Cards in `skip` are left out; the stage
    `current` is where the user is. `pictures` are those that cards ask for by key, `palette` the
    colours of a printed map.
    """
    theme = "light" if laid.metrics.style == "print" else theme
    look = Look(laid.metrics, theme, pictures or {}, palette=palette)
    painter.save()
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    paint_head(painter, map_data, laid, look, current)
    for top, row in zip(laid.tops, laid.rows, strict=False):
        painter.save()
        painter.translate(0, top)
        paint_lane(painter, map_data, laid, row, look)
        for cell in row.cells:
            for box in cell.cards:
                if box.card.id not in skip:
                    paint_card(painter, box, row.lane.kind, look)
        painter.restore()
    shown = (c for c in map_data.connectors if c.start not in skip and c.end not in skip)
    paint_connectors(painter, routes(laid, shown), look)
    painter.restore()


def paint_head(
    painter: QPainter,
    map_data: MapData,
    laid: MapLayout,
    look: Look,
    current: Id | None = None,
    within: Within = WHOLE,
) -> None:
    """Paint stage bars and step names with the line under them; those alone that are `within`."""
    worst = map_data.breaks() if look.printed else None
    for stage in laid.head.stages:
        if not _meets(stage.rect, within):
            continue
        broken = any(step.id == worst for step in stage.stage.steps)
        paint_stage(painter, stage, look, marked=broken or stage.stage.id == current)
    for step in laid.head.steps:
        if _meets(step.rect, within):
            paint_step(painter, step, look)
    if look.printed:
        _name_head(painter, laid, look)
    if laid.head.stages:
        top = laid.head.stages[0].rect.bottom
        paint_columns(painter, laid, top, laid.head.height, look, within)
    left, right = max(0.0, within[0] - 1), min(laid.width, within[1] + 1)
    _line(painter, left, laid.head.height, right, laid.head.height, look.colour("line"), look)


def paint_stage(painter: QPainter, box: StageBox, look: Look, marked: bool = False) -> None:
    """Paint a stage's bar. `marked` is the current one on screen, the worst one in print."""
    ground = look.colour(_stage_ground(look, marked))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    radius = 0.0 if look.printed else 6.0
    painter.drawRoundedRect(qrect(box.rect), radius, radius)
    ink = look.colour("on_accent" if marked or look.printed else "text_2")
    y = box.rect.y + (box.rect.height - text_height(box.lines)) / 2
    write_lines(painter, box.rect.x + look.metrics.stage_padding, y, box.lines, {"": ink})


def _stage_ground(look: Look, marked: bool) -> str:
    if look.printed:
        return "missing" if marked else "accent_dark"
    return "accent" if marked else "hover"


def paint_step(painter: QPainter, box: StepBox, look: Look) -> None:
    """Paint a step's number and name."""
    m = look.metrics
    x, y = box.rect.x + m.cell_padding, box.rect.y + m.step_padding
    if look.printed:
        write_lines(painter, x + m.plain_padding, y, box.lines, {"": look.colour("text")})
        return
    number = m.step._replace(weight=500)
    write(painter, x, y, str(box.step.number), number, look.colour("text_3"))
    write_lines(painter, x + box.number_width, y, box.lines, {"": look.colour("text")})
    if box.step.detail:
        paint_icon(painter, qrect(detail_sign(box, m)), "list-tree", look.colour("text_3"))


def _name_head(painter: QPainter, laid: MapLayout, look: Look) -> None:
    gettext = catalogue(look.metrics.language).gettext
    m = look.metrics
    bar = m.top + (m.stage_height - m.label.line) / 2
    write(painter, 0, bar, gettext("Stage"), m.label, look.colour("text_2"))
    if laid.head.steps:
        y = laid.head.steps[0].rect.y + m.step_padding
        write(painter, 0, y, gettext("Step"), m.label, look.colour("text_2"))


def paint_lane(
    painter: QPainter,
    map_data: MapData,
    laid: MapLayout,
    row: Row,
    look: Look,
    within: Within = WHOLE,
) -> None:
    """Paint a lane without its cards, from its own top edge: ground, name, curve, line below.

    What does not reach `within` may be left out; the painter's clip keeps the rest away.
    """
    emotion = row.lane.kind == "emotion" and not row.lane.collapsed
    if emotion and not look.printed:
        ground = QRectF(0, 0, laid.width, row.height)
        painter.fillRect(ground, look.colour("sunken"))
    if row.lane.kind == "visibility":
        _visibility(painter, laid.metrics.label_width, laid.width, row.height / 2, look)
    elif row.lane.kind == "back_stage" and not _has_visibility(laid) and not look.printed:
        _visibility(painter, 0, laid.width, 0, look)
    if within[0] < laid.metrics.label_width:
        paint_lane_name(painter, row, look)
    paint_columns(painter, laid, 0, row.height, look, within)
    if emotion:
        paint_emotion(painter, map_data, laid, row, look, within)
    bottom = row is laid.rows[-1] and look.printed
    ink = look.colour("text" if bottom else "line")
    left, right = max(0.0, within[0] - 1), min(laid.width, within[1] + 1)
    _line(painter, left, row.height, right, row.height, ink, look, 2 if bottom else 1)


def paint_lane_name(painter: QPainter, row: Row, look: Look) -> None:
    """Paint a lane's icon and name, and in print the notes under it."""
    m = look.metrics
    y = m.label_padding
    ink = look.colour("text_2")
    if not look.printed:
        icon = QRectF(12, y + (m.label.line - m.icon) / 2, m.icon, m.icon)
        paint_icon(painter, icon, LANE_ICONS[row.lane.kind], ink)
    write_lines(painter, m.label_indent, y, row.label, {"": ink})
    y += text_height(row.label)
    write_lines(painter, m.label_indent, y, row.notes, {"": look.colour("text_3")})


def paint_columns(
    painter: QPainter,
    laid: MapLayout,
    top: float,
    bottom: float,
    look: Look,
    within: Within = WHOLE,
) -> None:
    """Paint the lines between steps: on screen where a stage begins, in print between all."""
    first, last = (bisect_left(laid.columns, x, key=_left) for x in within)
    for column in laid.columns[max(first - 1, 1) : last + 1]:
        if look.printed or column.starts:
            _line(painter, column.x, top, column.x, bottom, look.colour("line"), look)


def _left(column: Column) -> float:
    return column.x


def _meets(rect: Rect, within: Within) -> bool:
    return rect.x < within[1] and within[0] < rect.right


def _has_visibility(laid: MapLayout) -> bool:
    return any(row.lane.kind == "visibility" for row in laid.rows)


def _visibility(painter: QPainter, x: float, right: float, y: float, look: Look) -> None:
    pen = QPen(look.colour("line_strong"), _hairline(look))
    pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.drawLine(QLineF(QPointF(x, y), QPointF(right, y)))


def _line(
    painter: QPainter,
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    colour: QColor,
    look: Look,
    weight: int = 1,
) -> None:
    painter.setPen(QPen(colour, _hairline(look) * weight))
    half = 0.0 if look.printed else 0.5
    painter.drawLine(QLineF(x1 - half, y1 - half, x2 - half, y2 - half))


def _hairline(look: Look) -> float:
    """One pixel on screen, half a point in print."""
    return 5.0 if look.printed else 1.0
