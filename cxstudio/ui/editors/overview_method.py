"""The method as one line of eight thin bars; the knob shows where the engagement stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio import formats
from cxstudio.i18n import _
from cxstudio.model.completeness import PHASES
from cxstudio.ui import theme
from cxstudio.ui.editors.overview_advice import current_phase
from cxstudio.ui.workspace import Workspace

WIDE = {"discover", "map", "diagnose", "design", "deliver"}


class MethodLine(QWidget):
    """Painted from the completeness of each phase at the time it is built."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._shares = workspace.completeness
        self._current = current_phase(self._shares)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            ", ".join(f"{_(p.title)} {formats.percent(self._shares[p.key])}" for p in PHASES)
        )

    def sizeHint(self) -> QSize:
        return QSize(theme.px(800), theme.px(64))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        parts = sum(3 if phase.key in WIDE else 2 for phase in PHASES)
        gap = theme.px(16)
        unit = (self.width() - gap * (len(PHASES) - 1)) / parts
        left, cycle = 0.0, ""
        for number, phase in enumerate(PHASES):
            width = unit * (3 if phase.key in WIDE else 2)
            if phase.cycle != cycle:
                cycle = phase.cycle
                self._text(painter, left, 0, width, _(cycle), "small", "text_2")
            self._bar(painter, QRectF(left, theme.px(26), width, theme.px(3)), number)
            self._names(painter, left, width, number)
            left += width + gap

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
        title = _(phase.title)
        role = "body_strong" if share or here else "body"
        self._text(painter, left, theme.px(38), width, title, role, "text" if share else "text_2")
        if share or here:
            painter.setFont(theme.font(role))
            after = painter.fontMetrics().horizontalAdvance(title) + theme.px(6)
            percent = formats.percent(share)
            tone = "accent" if here else "text_3"
            self._text(painter, left + after, theme.px(38), width, percent, "small", tone)

    def _text(
        self, painter: QPainter, x: float, y: float, width: float, text: str, role: str, tone: str
    ) -> None:
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(tone))
        box = QRectF(x, y, width + theme.px(60), theme.px(20))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), text)
