"""What stands behind a field of a persona: its mark at the left, its first code at the right."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from cxstudio.drawing.marks import paint_mark
from cxstudio.i18n import _, pgettext
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.claims import evidence_codes
from cxstudio.ui.workspace import Workspace


class ClaimMark(widgets.EvidenceMark):
    """The mark beside the first line of a text; a click shows the field in the panel."""

    def __init__(self, workspace: Workspace, end: End | None = None, beside: str = "body") -> None:
        self._beside = beside
        super().__init__("none")
        self.workspace, self.end = workspace, end
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_end(self, end: End | None) -> None:
        """Another field, or none."""
        self.end = end
        self.refresh()

    def refresh(self) -> None:
        if self.end is not None:
            self.set_strength(self.workspace.chain.strength(self.end))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(12), theme.line_height(self._beside))

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = theme.px(12)
        place = QRectF(0, round((self.height() - side) / 2), side, side)
        paint_mark(QPainter(self), place, self.strength(), theme.current())

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.workspace.select(self.end)


class CodeLink(QWidget):
    """The code of the first evidence and how many follow; a click or Enter goes there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.text = ""
        self._id: int | None = None
        self._hovered = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_codes(self, id: int, text: str) -> None:
        """The first evidence, and the words that stand for all."""
        self._id, self.text = id, text
        self.setAccessibleName(_("Evidence {codes}").format(codes=text))
        self.setToolTip(_("Go to this evidence"))
        self.updateGeometry()
        self.update()

    def go(self) -> None:
        if self._id is not None:
            self.workspace.go_to("evidence", self._id)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(theme.font("code")).horizontalAdvance(self.text)
        return QSize(width + 2, theme.line_height("body"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("code"))
        painter.setPen(theme.colour("accent" if self._hovered else "text_3"))
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), side, self.text)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)


class Backing(QWidget):
    """Codes of the evidence, or the word "assumption"; nothing while the field says nothing."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.codes = CodeLink(workspace)
        self.chip = widgets.Chip(assumption_word(), "error")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.codes)
        row.addWidget(self.chip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.codes.hide()
        self.chip.hide()

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(QSize(0, theme.line_height("body")))

    def show_end(self, end: End, says_something: bool) -> None:
        """What stands behind this field now."""
        ids, text = evidence_codes(self.workspace, end)
        if ids:
            self.codes.show_codes(ids[0], text)
        self.codes.setVisible(bool(ids))
        self.chip.setVisible(not ids and says_something)


def assumption_word() -> str:
    """What a field without evidence is called."""
    return pgettext("persona", "assumption")
