"""Where everything stands on the board of effort and benefit, and how it is painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from cxstudio.drawing.charts.scale import fit_labels, side_by_side, ticks
from cxstudio.i18n import _
from cxstudio.ui import theme
from cxstudio.ui.editors.plan.ranking import paint_tier

SIDE, RING = 14, 13
LABEL_WIDTHS = (132, 96)  # beyond these a label is cut; without room it is the number alone


HALF_MONTH = 0.5
"""The step of an effort on the board, and the least."""

LEAST_EFFORT, LEAST_BENEFIT = 4.0, 20.0
"""How far the axes reach at least: person-months, and severity where there is none yet."""


@dataclass(frozen=True)
class Dot:
    """One initiative on the board; `effort` in person-months, `benefit` on the axis in force."""

    id: int
    code: str
    title: str
    tier: str
    effort: float
    benefit: float


@dataclass(frozen=True)
class Corner:
    """What a quadrant is called, in its own corner of the board."""

    name: str
    role: str
    tone: str
    right: bool
    below: bool

    def box(self, area: QRectF) -> QRectF:
        """Where the name stands."""
        metrics = QFontMetricsF(theme.font(self.role))
        wide, high = metrics.horizontalAdvance(self.name) + 2, metrics.height()
        across, down = theme.px(12), theme.px(6)
        left = area.right() - across - wide if self.right else area.left() + across
        top = area.bottom() - down - high if self.below else area.top() + down
        return QRectF(left, top, wide, high)


def corners() -> list[Corner]:
    """The names of the quadrants in the language of the interface."""
    return [
        Corner(_("Start now"), "body_strong", "accent", False, False),
        Corner(_("Plan well"), "small", "text_3", True, False),
        Corner(_("Later"), "small", "text_3", False, True),
        Corner(_("Leave aside"), "small", "text_3", True, True),
    ]


def _edges(rect: QRectF) -> tuple[float, float, float, float]:
    return rect.left(), rect.top(), rect.right(), rect.bottom()


class BoardPlan:
    """Geometry of the board in a rectangle; asked by the painting and by the mouse."""

    def __init__(self, rect: QRectF, dots: Sequence[Dot], scored: bool) -> None:
        self.dots = dots
        self.area = rect.adjusted(theme.px(40), 2, -2, -theme.px(44))
        self.most_effort = max(ticks(0.0, max((LEAST_EFFORT, *(d.effort for d in dots)))))
        top = 5.0 if scored else max((d.benefit for d in dots), default=LEAST_BENEFIT)
        self.low_benefit = 1.0 if scored else 0.0
        self.most_benefit = 5.0 if scored else max(ticks(0.0, top or 1.0))
        spots = [(self.x_of(d.effort), self.y_of(d.benefit)) for d in dots]
        self.spots = side_by_side(spots, theme.px(2 * RING))
        self._label(QFontMetricsF(theme.font("small")))

    def _label(self, metrics: QFontMetricsF) -> None:
        """Give each dot the longest text that fits beside it; a dot without room has none."""
        elide, cuts = Qt.TextElideMode.ElideRight, [theme.px(wide) for wide in LABEL_WIDTHS]
        numbered = [(d.code[2:], f"{d.code[2:]} {d.title}") for d in self.dots]
        choices = [
            [*(metrics.elidedText(whole, elide, cut) for cut in cuts), number]
            for number, whole in numbered
        ]
        sizes = [
            [(metrics.horizontalAdvance(text) + 2, metrics.height()) for text in texts]
            for texts in choices
        ]
        room = self.area.adjusted(4, 4, -4, -4)
        drawn = [_edges(corner.box(self.area)) for corner in corners()]
        places = fit_labels(self.spots, sizes, _edges(room), theme.px(11), drawn)
        self.texts = [texts[p[0]] if p else "" for texts, p in zip(choices, places, strict=True)]
        self.labels = [
            QRectF(p[1].x, p[1].y, *made[p[0]]) if p else QRectF()
            for p, made in zip(places, sizes, strict=True)
        ]

    @property
    def inner(self) -> QRectF:
        """Where dots may be: the area without the room that a dot at the edge takes."""
        room = theme.px(RING + 3)
        return self.area.adjusted(room, room, -room, -room)

    def x_of(self, effort: float) -> float:
        return self.inner.left() + effort / self.most_effort * self.inner.width()

    def effort_at(self, x: float) -> float:
        """The effort at a place, in half person-months, never below one of them."""
        share = (x - self.inner.left()) / self.inner.width()
        return max(HALF_MONTH, round(share * self.most_effort * 2) / 2)

    def score_at(self, y: float) -> float:
        """The team's score at a height, a whole number from 1 to 5."""
        return float(min(max(round(self.benefit_at(y)), 1), 5))

    def benefit_at(self, y: float) -> float:
        """The benefit at a height."""
        share = (self.inner.bottom() - y) / self.inner.height()
        return self.low_benefit + share * (self.most_benefit - self.low_benefit)

    def y_of(self, benefit: float) -> float:
        share = (benefit - self.low_benefit) / (self.most_benefit - self.low_benefit)
        return self.inner.bottom() - share * self.inner.height()

    def dot_at(self, place: QPointF) -> Dot | None:
        """The one whose shape or label is under the pointer."""
        for spot, label, dot in zip(self.spots, self.labels, self.dots, strict=True):
            near = QLineF(QPointF(*spot), place).length() <= theme.px(RING)
            if near or label.contains(place):
                return dot
        return None


def paint_board(
    painter: QPainter,
    plan: BoardPlan,
    benefit: str,
    selected: int | None,
    moving: tuple[int, float, float] | None,
) -> None:
    """Everything; `benefit` names the axis, `moving` is the dot being dragged and where to."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _ground(painter, plan.area)
    _axes(painter, plan, benefit)
    for number, dot in enumerate(plan.dots):
        spot = QPointF(*plan.spots[number])
        if moving and moving[0] == dot.id:
            continue  # it is painted last, over the others
        chosen = dot.id == selected
        painter.setPen(theme.colour("text" if chosen else "text_2"))
        painter.setFont(theme.font("small"))
        painter.drawText(
            plan.labels[number].adjusted(0, 0, 2, 0),
            Qt.AlignmentFlag.AlignVCenter,
            plan.texts[number],
        )
        _dot(painter, spot, dot.tier, chosen)
    for number, dot in enumerate(plan.dots):
        if moving and moving[0] == dot.id:
            _moving(painter, plan, QPointF(*plan.spots[number]), dot, moving)


def _dot(painter: QPainter, spot: QPointF, tier: str, chosen: bool) -> None:
    if chosen:
        painter.setBrush(theme.colour("surface"))
        painter.setPen(QPen(theme.colour("accent"), 2))
        painter.drawEllipse(spot, theme.px(RING), theme.px(RING))
    paint_tier(painter, spot, theme.px(SIDE), tier)


def _moving(
    painter: QPainter,
    plan: BoardPlan,
    spot: QPointF,
    dot: Dot,
    moving: tuple[int, float, float],
) -> None:
    _id, effort, benefit = moving
    scored = benefit != dot.benefit
    here = QPointF(plan.x_of(effort), plan.y_of(benefit) if scored else spot.y())
    _guides(painter, plan, here, replace(dot, effort=effort, benefit=benefit), scored)


def paint_landing(painter: QPainter, plan: BoardPlan, dot: Dot, *, score: bool) -> None:
    """Where what is carried over the board would come to stand."""
    here = QPointF(plan.x_of(dot.effort), plan.y_of(dot.benefit))
    _guides(painter, plan, here, dot, score)


def _guides(painter: QPainter, plan: BoardPlan, here: QPointF, dot: Dot, score: bool) -> None:
    """Lines to the axes, the dot, and in words what it would have; nothing shines through them."""
    painter.setPen(QPen(theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QLineF(here.x(), plan.area.top(), here.x(), plan.area.bottom()))
    words = _("{months} person-months").format(months=f"{dot.effort:g}")
    if score:
        painter.drawLine(QLineF(plan.area.left(), here.y(), plan.area.right(), here.y()))
        words = _("{effort}, score {score}").format(effort=words, score=f"{dot.benefit:g}")
    _dot(painter, here, dot.tier, True)
    painter.setFont(theme.font("code"))
    metrics = QFontMetricsF(painter.font())
    wide, high = metrics.horizontalAdvance(words) + theme.px(12), metrics.height() + theme.px(4)
    left = min(max(here.x() - wide / 2, plan.area.left()), plan.area.right() - wide)
    above = here.y() - theme.px(RING + 4) - high
    below = here.y() + theme.px(RING + 4)
    box = QRectF(left, above if above > plan.area.top() else below, wide, high)
    painter.setPen(QPen(theme.colour("accent"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(box, theme.px(4), theme.px(4))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _ground(painter: QPainter, area: QRectF) -> None:
    centre = area.center()
    rounded, quarter = QPainterPath(), QPainterPath()
    rounded.addRoundedRect(area, theme.px(8), theme.px(8))
    quarter.addRect(QRectF(area.topLeft(), centre))
    painter.fillPath(rounded & quarter, theme.colour("selected"))
    painter.setPen(QPen(theme.colour("line_strong"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, theme.px(8), theme.px(8))
    painter.drawLine(QLineF(area.left(), centre.y(), area.right(), centre.y()))
    painter.drawLine(QLineF(centre.x(), area.top(), centre.x(), area.bottom()))
    for corner in corners():
        painter.setFont(theme.font(corner.role))
        painter.setPen(theme.colour(corner.tone))
        painter.drawText(corner.box(area), Qt.AlignmentFlag.AlignCenter, corner.name)


def _axes(painter: QPainter, plan: BoardPlan, benefit: str) -> None:
    area = plan.area
    middle = Qt.AlignmentFlag.AlignHCenter
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    painter.setFont(theme.font("small"))
    below = QRectF(area.left(), area.bottom() + theme.px(8), area.width(), theme.px(20))
    painter.save()
    painter.translate(area.left() - theme.px(28), area.bottom())
    painter.rotate(-90)
    beside = QRectF(0, 0, area.height(), theme.px(20))
    low, high = f"{plan.low_benefit:g}", f"{plan.most_benefit:g}"
    _axis(painter, beside, (low, benefit, high), (left, middle, right))
    painter.restore()
    effort = _("Effort (person-months)")
    _axis(painter, below, ("0", effort, f"{plan.most_effort:g}"), (left, middle, right))


def _axis(
    painter: QPainter,
    rect: QRectF,
    texts: tuple[str, str, str],
    places: tuple[Qt.AlignmentFlag, Qt.AlignmentFlag, Qt.AlignmentFlag],
) -> None:
    for text, place, tone in zip(texts, places, ("text_3", "text_2", "text_3"), strict=True):
        painter.setPen(theme.colour(tone))
        painter.drawText(rect, place, text)
