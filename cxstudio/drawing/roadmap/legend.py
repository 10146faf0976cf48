"""What the signs of a roadmap mean, for its foot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from cxstudio.drawing.journey.look import write
from cxstudio.drawing.journey.measure import text_width
from cxstudio.drawing.roadmap.inks import Inks
from cxstudio.drawing.roadmap.marks import paint_milestone, paint_tier_mark
from cxstudio.drawing.roadmap.plan import Metrics
from cxstudio.i18n import catalogue
from cxstudio.model.words import WORDS

LEGEND = 26.0


def paint_legend(
    painter: QPainter, m: Metrics, inks: Inks, *, critical: bool, tiers: bool
) -> float:
    """What the signs mean, in one line; gives how wide it came."""
    gettext = catalogue(m.language).gettext
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    kind, middle, x = m.type(), m.px(8), m.px(4)

    def words(text: str, left: float) -> float:
        write(painter, left, middle - kind.line / 2, text, kind, inks.colour("text_2"))
        return left + text_width(text, kind) + m.px(18)

    if tiers:
        for tier in ("frontline", "department", "executive"):
            paint_tier_mark(painter, QPointF(x + m.px(5), middle), m.px(10), tier, inks)
            x = words(gettext(WORDS["tier"][tier]), x + m.px(16))
    ink = inks.colour("text_2")
    painter.setPen(QPen(ink, m.px(1.4)))
    painter.drawLine(QPointF(x, middle), QPointF(x + m.px(16), middle))
    painter.drawLine(QPointF(x + m.px(16), middle), QPointF(x + m.px(12), middle - m.px(3)))
    painter.drawLine(QPointF(x + m.px(16), middle), QPointF(x + m.px(12), middle + m.px(3)))
    x = words(gettext("must come first"), x + m.px(22))
    paint_milestone(painter, QPointF(x + m.px(8), middle), m.unit, inks)
    x = words(gettext("milestone"), x + m.px(22))
    paint_milestone(painter, QPointF(x + m.px(8), middle), m.unit, inks, checks=True)
    x = words(gettext("checks a KPI"), x + m.px(22))
    if critical:
        box = QRectF(x, middle - m.px(5), m.px(22), m.px(10))
        painter.setPen(QPen(inks.colour("negative"), m.px(2)))
        painter.setBrush(inks.colour("surface"))
        painter.drawRoundedRect(box, m.px(3), m.px(3))
        x = words(gettext("critical path: no slack, in calendar days"), x + m.px(28))
    painter.restore()
    return x
