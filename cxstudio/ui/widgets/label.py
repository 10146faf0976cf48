"""Text by role of the type scale and of colour, with the design's line height."""

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cxstudio.ui import theme

_WIDEST = 100_000.0
Line = tuple[int, int, float]


class Label(QLabel):
    """A text of a role ("title", "section", "small" …) in a tone (colour role).

    One line is cut with … when the room is short, and the tooltip then has the whole.
    With wrap the text breaks at the width it gets and the label grows.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        tone: str = "text",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kept: dict[float, list[Line]] = {}
        self._role, self._tone = role, tone
        self._own_tip = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self._refresh()
        theme.changed.connect(self._refresh)

    def setWordWrap(self, wrap: bool) -> None:
        super().setWordWrap(wrap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self._kept.clear()

    def set_tone(self, tone: str) -> None:
        """Another colour role."""
        self._tone = tone
        self.update()

    def set_role(self, role: str) -> None:
        """Another role of the type scale."""
        self._role = role
        self._refresh()

    def _refresh(self) -> None:
        self._kept.clear()
        self.setFont(theme.font(self._role))
        self.updateGeometry()

    def _lines(self, width: float) -> list[Line]:
        """Start, length and natural width of each line, kept until text or font change."""
        if width not in self._kept:
            self._kept[width] = self._broken_text(width)
        return self._kept[width]

    def _broken_text(self, width: float) -> list[Line]:
        found: list[Line] = []
        start = 0
        for part in self.text().split("\n"):
            found += [(start + a, n, w) for a, n, w in self._broken(part, width)]
            start += len(part) + 1
        return found

    def _broken(self, part: str, width: float) -> list[Line]:
        if not part:
            return [(0, 0, 0.0)]
        layout = QTextLayout(part, self.font())
        option = QTextOption()
        wrap = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        option.setWrapMode(wrap if self.wordWrap() else QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            lines.append((line.textStart(), line.textLength(), line.naturalTextWidth()))
        layout.endLayout()
        return lines

    def heightForWidth(self, width: int) -> int:
        if not self.wordWrap():
            return -1
        return len(self._lines(self._room(width))) * theme.line_height(self._role) + self._frame()

    def _room(self, width: int) -> float:
        margins = self.contentsMargins()
        return float(width - margins.left() - margins.right())

    def _frame(self) -> int:
        margins = self.contentsMargins()
        return margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        lines = self._lines(_WIDEST)
        natural = max((width for _, _, width in lines), default=0.0)
        wanted = int(natural + 0.99) + 1
        height = len(lines) * theme.line_height(self._role)
        if self.wordWrap():
            wanted = min(wanted, theme.px(420))
            height = len(self._lines(wanted)) * theme.line_height(self._role)
        return QSize(wanted + margins.left() + margins.right(), height + self._frame())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        narrow = theme.px(48) if self.wordWrap() else theme.px(24)
        line = theme.line_height(self._role) + self._frame()
        return QSize(min(hint.width(), narrow), line)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._kept.clear()
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.colour(self._tone if self.isEnabled() else "text_3"))
        area = self.contentsRect()
        if self.wordWrap():
            self._paint_wrapped(painter, area)
        else:
            self._paint_lines(painter, area)

    def _paint_wrapped(self, painter: QPainter, area: QRect) -> None:
        lines = self._lines(area.width())
        texts = [self.text()[start : start + length].rstrip() for start, length, _ in lines]
        self._paint_texts(painter, area, texts)

    def _paint_lines(self, painter: QPainter, area: QRect) -> None:
        metrics = QFontMetricsF(self.font())
        mode = Qt.TextElideMode.ElideRight
        whole = self.text().split("\n")
        self._paint_texts(
            painter, area, [metrics.elidedText(t, mode, area.width() + 0.5) for t in whole]
        )

    def _paint_texts(self, painter: QPainter, area: QRect, texts: list[str]) -> None:
        metrics = QFontMetricsF(self.font())
        line = theme.line_height(self._role)
        spare = area.height() - len(texts) * line
        alignment = self.alignment()
        top = area.y() + (spare / 2 if alignment & Qt.AlignmentFlag.AlignVCenter else 0.0)
        base = (line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        for number, text in enumerate(texts):
            left = area.x() + _indent(alignment, area.width() - metrics.horizontalAdvance(text))
            painter.drawText(QPointF(left, round(top + number * line + base)), text)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self._own_tip:
            self._tip_when_cut()
        return super().event(event)

    def _tip_when_cut(self) -> None:
        cut = not self.wordWrap() and self.sizeHint().width() > self.width() + 1
        super().setToolTip(self.text() if cut else "")

    def setToolTip(self, text: str) -> None:
        self._own_tip = text
        super().setToolTip(text)


def _indent(alignment: Qt.AlignmentFlag, spare: float) -> float:
    if alignment & Qt.AlignmentFlag.AlignRight:
        return spare
    return spare / 2 if alignment & Qt.AlignmentFlag.AlignHCenter else 0.0
