"""The score of the persona's segment with its doubt, against the score of all customers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxstudio import formats
from cxstudio.i18n import _
from cxstudio.model import Kpi, Persona
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.backing import ClaimMark
from cxstudio.ui.editors.personas.popover import Popover
from cxstudio.ui.evidence.out_of_date import OutOfDate
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.widgets.slider_between import pale_accent
from cxstudio.ui.workspace import Workspace

FEW, TOO_FEW = 30, 10  # answers: marked below the first, no score below the second
NARROWEST = 60.0  # points of the score that the line shows at least


@dataclass(frozen=True)
class Score:
    """The NPS of a segment, its number of answers and its 95 % interval, where known."""

    value: float
    n: int | None = None
    low: float | None = None
    high: float | None = None

    @property
    def shown(self) -> bool:
        """Whether there are enough answers to speak of a score."""
        return self.n is None or self.n >= TOO_FEW


def score_of(persona: Persona) -> Score | None:
    """The persona's score, None when it has none."""
    if persona.score is None:
        return None
    return Score(persona.score, persona.score_n, persona.score_low, persona.score_high)


def overall_score(workspace: Workspace) -> float | None:
    """The last reading of the first KPI whose name speaks of the NPS."""
    for kpi in workspace.file.all(Kpi):
        if "nps" in kpi.name.casefold() and kpi.readings:
            return kpi.readings[-1].value
    return None


def score_span(workspace: Workspace) -> tuple[float, float]:
    """The part of the scale that holds all personas' intervals, so that cards can be compared."""
    values = [
        value
        for persona in workspace.file.all(Persona)
        for value in (persona.score, persona.score_low, persona.score_high)
        if value is not None
    ]
    overall = overall_score(workspace)
    values += [overall] if overall is not None else []
    low, high = min(values, default=-30.0) - 5, max(values, default=30.0) + 5
    spare = max(NARROWEST - (high - low), 0) / 2
    return max(low - spare, -100.0), min(high + spare, 100.0)


def figure(value: float | None) -> str:
    """A score with one decimal and a true minus; a dash when it is not known."""
    return "–" if value is None else formats.number(value, 1)


def doubt(score: Score) -> str:
    """The interval in words, empty when it is not known."""
    if score.low is None or score.high is None:
        return ""
    return _("95 % interval {low} to {high}").format(low=figure(score.low), high=figure(score.high))


class ScoreLine(QWidget):
    """The score on its line with its interval; the score of all as a dashed stroke."""

    def __init__(self, reference_below: bool = True) -> None:
        super().__init__()
        self._score: Score | None = None
        self._overall: float | None = None
        self._span = (-30.0, 30.0)
        self._below = reference_below
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(
        self, score: Score | None, overall: float | None, span: tuple[float, float]
    ) -> None:
        self._score, self._overall, self._span = score, overall, span
        self.update()

    def sizeHint(self) -> QSize:
        below = theme.line_height("small") + theme.px(2) if self._below else 0
        return QSize(theme.px(160), theme.px(20) + below)

    def _x(self, value: float) -> float:
        low, high = self._span
        edge = theme.px(8)
        return edge + (self.width() - 2 * edge) * min(max((value - low) / (high - low), 0), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = theme.px(10)
        painter.setPen(QPen(theme.colour("line_strong"), 2))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        if self._score is not None and self._score.shown:
            self._paint_score(painter, self._score, middle)
        if self._overall is not None:
            self._paint_overall(painter, self._overall, middle)

    def _paint_score(self, painter: QPainter, score: Score, middle: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if score.low is not None and score.high is not None:
            left, right = self._x(score.low), self._x(score.high)
            high = theme.px(12)
            painter.setBrush(pale_accent())
            band = QRectF(left, middle - high / 2, max(right - left, 2), high)
            painter.drawRoundedRect(band, theme.px(4), theme.px(4))
        painter.setPen(QPen(theme.colour("surface"), 2))
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(self._x(score.value), middle), theme.px(6), theme.px(6))

    def _paint_overall(self, painter: QPainter, overall: float, middle: float) -> None:
        x = self._x(overall)
        pen = QPen(theme.colour("text"), 1.5)
        pen.setDashPattern([2, 1.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(x, middle - theme.px(10)), QPointF(x, middle + theme.px(10)))
        if not self._below:
            return
        words = _("All customers {score}").format(score=figure(overall))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_2"))
        wide = painter.fontMetrics().horizontalAdvance(words) + 2
        left = min(max(x - wide / 2, 0), self.width() - wide)
        top = theme.px(22)
        area = QRectF(left, top, wide, theme.line_height("small"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)


class ScorePanel(widgets.Panel):
    """The score beside the name; a click or Enter opens its figures."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(padding=0)
        self.workspace = workspace
        self.id: int | None = None
        self.popover: Popover | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", 12)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedWidth(theme.px(284))
        self.mark = ClaimMark(workspace, None, "small")
        self.value = widgets.Label("", "figure")
        self.n = widgets.Label("", "small", "text_2")
        self.doubt = widgets.Label("", "small", "text_2")
        self.few = widgets.Chip(_("few answers"), "warning")
        self.old = OutOfDate(workspace)
        self.line = ScoreLine()
        self._drops = LinkDrops(workspace, self, self._end)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self.mark)
        head.addWidget(widgets.Label(_("NPS of this segment"), "small", "text_2"), 1)
        head.addWidget(self.few)
        head.addWidget(self.old)
        self.pencil = widgets.Glyph("pencil", "text_3", 14)
        head.addWidget(self.pencil)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.n)
        words.addWidget(self.doubt)
        figures = QHBoxLayout()
        figures.setSpacing(theme.px(12))
        figures.addWidget(self.value)
        figures.addLayout(words, 1)
        self.body.setContentsMargins(*(theme.px(m) for m in (20, 12, 16, 12)))
        self.body.setSpacing(theme.px(4))
        self.body.addLayout(head)
        self.body.addLayout(figures)
        self.body.addWidget(self.line)
        self.body.addStretch(1)

    def _end(self) -> End | None:
        return None if self.id is None else End("persona", self.id, "score")

    def show_persona(self, id: int | None) -> None:
        self.id = id
        persona = self.workspace.file.get(Persona, id)
        self.mark.show_end(self._end())
        self.old.show_end(self._end())
        if persona is None:
            return
        score = score_of(persona)
        shown = score is not None and score.shown
        self.value.setText(figure(score.value if score and shown else None))
        self.n.setText(self._answers(score))
        self.doubt.setText(doubt(score) if score and shown else "")
        self.doubt.setVisible(bool(self.doubt.text()))
        self.mark.setVisible(score is not None)
        few = score is not None and score.n is not None and score.n < FEW
        self.few.setVisible(few)
        self.line.show_score(score, overall_score(self.workspace), score_span(self.workspace))
        self.setAccessibleName(
            _("NPS of this segment {score}").format(score=self.value.text())
            + f" {self.n.text()} {self.doubt.text()}"
            + (f" {self.old.text()}" if self.old.ids else "")
        )

    def _answers(self, score: Score | None) -> str:
        if score is None:
            return _("not known yet")
        return "" if score.n is None else f"n = {score.n:,}"

    # -- editing -----------------------------------------------------------------------

    def edit(self) -> None:
        """Open the figures of the segment."""
        self.workspace.select(self._end())
        if self.id is None or self.workspace.read_only:
            return
        popover = Popover(self.workspace, Persona, self.id, _("Score of the segment"), self)
        popover.add("score", _("NPS (−100 to 100)"), NumberField(-100, 100))
        popover.add("score_n", _("Answers (n)"), NumberField(0, whole=True))
        popover.add("score_low", _("Interval from"), NumberField(-100, 100))
        popover.add("score_high", _("Interval to"), NumberField(-100, 100))
        popover.add("share", _("Share of customers"), NumberField(0, 1, percent=True))
        self.popover = popover
        popover.open_below(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.edit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.edit()
        else:
            super().keyPressEvent(event)
