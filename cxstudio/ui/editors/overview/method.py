"""The method as one line of eight thin bars; the knob shows where the engagement stands."""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio import formats
from cxstudio.i18n import _
from cxstudio.model.completeness import PHASES
from cxstudio.ui import theme
from cxstudio.ui.editors.overview.advice import current_phase
from cxstudio.ui.workspace import Workspace

GAP = 16
WIDE = {"discover", "map", "diagnose", "design", "deliver"}


class MethodLine(QWidget):
    """Painted from the completeness of each phase at the time it is built."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._shares = workspace.completeness
        self._current = current_phase(self._shares)
        self._stacked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            ", ".join(f"{_(p.title)} {formats.percent(self._shares[p.key])}" for p in PHASES)
        )

    def sizeHint(self) -> QSize:
        return QSize(theme.px(800), theme.px(80 if self._stacked else 64))

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Shares go under the names where they do not all stand beside them."""
        room = theme.px(GAP - 6)
        stacked = any(
            self._beside(number) + self._share_width(number) > width + room
            for number, (_left, width) in enumerate(self._places())
        )
        if stacked != self._stacked:
            self._stacked = stacked
            self.updateGeometry()

    def _places(self) -> list[tuple[float, float]]:
        """Left end and width of each phase's bar."""
        gap = theme.px(GAP)
        shares = [3 if phase.key in WIDE else 2 for phase in PHASES]
        unit = (self.width() - gap * (len(PHASES) - 1)) / sum(shares)
        lefts = accumulate((unit * share + gap for share in shares), initial=0.0)
        return [(left, unit * share) for left, share in zip(lefts, shares, strict=False)]

    def _role(self, number: int) -> str:
        begun = self._shares[PHASES[number].key] or number == self._current
        return "body_strong" if begun else "body"

    def _beside(self, number: int) -> int:
        """Where a share stands beside its phase's name."""
        metrics = QFontMetrics(theme.font(self._role(number)))
        return metrics.horizontalAdvance(_(PHASES[number].title)) + theme.px(6)

    def _share_width(self, number: int) -> int:
        percent = formats.percent(self._shares[PHASES[number].key])
        return QFontMetrics(theme.font("small")).horizontalAdvance(percent)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cycle = ""
        for number, (left, width) in enumerate(self._places()):
            phase = PHASES[number]
            if phase.cycle != cycle:
                cycle = phase.cycle
                self._text(painter, left, 0, width, _(cycle), "small", "text_2")
            self._bar(painter, QRectF(left, theme.px(26), width, theme.px(3)), number)
            self._names(painter, left, width, number)

    def _bar(self, painter: QPainter, bar: QRectF, number: int) -> None:
        share = self._shares[PHASES[number].key]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line"))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.setBrush(theme.colour("accent"))
        done = QRectF(bar.left(), bar.top(), bar.width() * share, bar.height())
        painter.drawRoundedRect(done, 1.5, 1.5)
        if number == self._current:
            painter.setPen(QPen(theme.colour("accent"), theme.px(2.5)))
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(QPointF(done.right(), bar.center().y()), *(theme.px(5),) * 2)

    def _names(self, painter: QPainter, left: float, width: float, number: int) -> None:
        phase = PHASES[number]
        share = self._shares[phase.key]
        here = number == self._current
        tone = "text" if share else "text_2"
        line = theme.px(38)
        self._text(painter, left, line, width, _(phase.title), self._role(number), tone)
        if share or here:
            after, below = (0, theme.px(20)) if self._stacked else (self._beside(number), 0)
            tone = "accent" if here else "text_3"
            self._text(
                painter, left + after, line + below, width, formats.percent(share), "small", tone
            )

    def _text(
        self, painter: QPainter, x: float, y: float, width: float, text: str, role: str, tone: str
    ) -> None:
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(tone))
        box = QRectF(x, y, width + theme.px(60), theme.px(20))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
