"""One engagement in the library: its own emotion curve, client, title, phase and last change."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxstudio import formats, i18n
from cxstudio.drawing.charts.mini import paint_mini_curve
from cxstudio.i18n import _, ngettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.library.shelf import Shelved


class EngagementCard(QWidget):
    """Opened by a click, Enter or Space."""

    opened = Signal(Path)

    def __init__(self, shelved: Shelved, number: int) -> None:
        super().__init__()
        self._shelved, self._number = shelved, number
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focusRadius", 12)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{shelved.client} {shelved.title}".strip())
        self.setToolTip(str(shelved.path))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        side = theme.px(16)
        column.setContentsMargins(side, theme.px(100), side, theme.px(12))
        column.setSpacing(theme.px(2))
        column.addWidget(widgets.Label(shelved.client or " ", "small", "text_3"))
        column.addWidget(widgets.Label(shelved.title, "section"))
        column.addStretch(1)
        column.addLayout(self._phase_row())
        column.addSpacing(theme.px(6))
        column.addWidget(widgets.Hairline())
        column.addSpacing(theme.px(6))
        column.addLayout(self._last_row())

    def sizeHint(self) -> QSize:
        return QSize(theme.px(340), theme.px(248))

    def _phase_row(self) -> QHBoxLayout:
        shelved = self._shelved
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        if shelved.problem:
            row.addWidget(widgets.Label(shelved.problem, "small", "warning"), 1)
        elif shelved.encrypted:
            row.addWidget(widgets.Glyph("lock", "text_3"))
            row.addWidget(widgets.Label(_("Protected by a passphrase"), "small", "text_2"), 1)
        else:
            row.addWidget(widgets.ProgressRing(shelved.share))
            row.addWidget(widgets.Label(_(shelved.phase), "label"))
            percent = formats.percent(shelved.share)
            row.addWidget(widgets.Label(percent, "small", "text_3"), 1)
            gaps = ngettext("{count} gap", "{count} gaps", shelved.gaps)
            row.addWidget(widgets.Label(gaps.format(count=shelved.gaps), "small", "text_2"))
        return row

    def _last_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        score = self._shelved.score
        text = _("No survey yet") if score is None else f"NPS {formats.number(score, 1)}"
        known = not (self._shelved.encrypted or self._shelved.problem)
        row.addWidget(widgets.Label(text if known else "", "small", "text_2"), 1)
        row.addWidget(widgets.Label(when(self._shelved.changed), "small", "text_3"))
        return row

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        outline = QPainterPath()
        outline.addRoundedRect(frame, 12, 12)
        painter.fillPath(outline, theme.colour("surface"))
        picture = QRectF(frame.left(), frame.top(), frame.width(), theme.px(88))
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(picture, theme.colour("sunken"))
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(picture.bottomLeft(), picture.bottomRight())
        if self._shelved.curve:
            inner = picture.adjusted(picture.width() * 0.25, 16, -picture.width() * 0.25, -16)
            paint_mini_curve(painter, inner, self._shelved.curve, self._number, theme.current())
        painter.restore()
        if self._shelved.encrypted:
            lock = QRectF(frame.right() - 30, frame.top() + 12, 16, 16).toRect()
            theme.paint_icon(painter, lock, "lock", "text_3")
        edge = "accent" if self.underMouse() else "line"
        painter.setPen(QPen(theme.colour(edge), 1))
        painter.drawPath(outline)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit(self._shelved.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(self._shelved.path)
        else:
            super().keyPressEvent(event)


def when(moment: dt.datetime | None) -> str:
    """The day of the last change, with the time when it was today."""
    if moment is None:
        return ""
    today = dt.datetime.now().astimezone().date()
    if moment.date() == today:
        return _("Today, {time}").format(time=formats.time(moment))
    return formats.recent_day(moment.date(), today, i18n.language())
