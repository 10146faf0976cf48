"""The head of the page: which journey, as-is or to-be, whose curves, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)

from cxstudio.drawing.journey.look import Look
from cxstudio.drawing.journey.map import CurveData, Id, MapData
from cxstudio.drawing.journey.metrics import screen_metrics
from cxstudio.drawing.journey.paint_emotion import curve_colour, curve_pen, paint_shape
from cxstudio.exchange.journey_content import tidy_name
from cxstudio.i18n import _
from cxstudio.model import Journey
from cxstudio.ui import theme, widgets

HEIGHT, MOST_NAME = 56, 190
TITLE_ROOM, TITLE_LEAST = 250, 64  # what the title wants before others keep their words
SIGN = 36  # px of a curve's sign
ROOMS = (
    (True, 8, True, TITLE_ROOM),
    (False, 8, True, TITLE_ROOM),
    (False, 4, True, TITLE_ROOM),
    (False, 4, False, TITLE_ROOM),
    (False, 4, False, TITLE_LEAST),
)
"""From the widest to the narrowest: words on buttons, gap, codes of personas, the title."""


class TitleField(QLineEdit):
    """The title of the journey, as wide as it is long; Escape gives the old one back."""

    renamed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setAccessibleName(_("Title of the journey"))
        self.setPlaceholderText(_("Untitled"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._kept = ""
        self.room = TITLE_ROOM
        self.setFont(theme.font("record"))
        self.textChanged.connect(self.updateGeometry)
        self.editingFinished.connect(self._on_finished)
        theme.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self.setFont(theme.font("record"))
        self.updateGeometry()

    def show_title(self, title: str) -> None:
        """The title in the file; does not disturb one that is being typed."""
        if title != self._kept or not self.hasFocus():
            self._kept = title
            self.setText(title)
            self.setToolTip(title)  # a small screen leaves it little room
            self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        text = self.text() or self.placeholderText()
        width = QFontMetricsF(self.font()).horizontalAdvance(text) + theme.px(16)
        return QSize(max(round(width), theme.px(80)), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), theme.px(self.room)), theme.px(32))

    def shown(self) -> str:
        """The title as it is read: whole while it is written, else with "…" where room ends."""
        if self.hasFocus():
            return self.text()
        room = self._inside().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _inside(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = QStyle.SubElement.SE_LineEditContents
        return self.style().subElementRect(inside, option, self).adjusted(2, 0, -2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown()
        if shown == self.text():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOptionFrame()
        self.initStyleOption(option)
        panel = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(panel, option, painter, self)
        painter.setPen(self.palette().text().color())
        painter.drawText(self._inside(), Qt.AlignmentFlag.AlignVCenter, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.clearFocus()
            return
        super().keyPressEvent(event)

    def _on_finished(self) -> None:
        if self.text() != self._kept:
            self._kept = tidy_name(self.text())
            self.setText(self._kept)
            self.renamed.emit(self._kept)


class PersonaKey(QWidget):
    """The sign of one curve and whose it is; a press makes it the one that keys change."""

    pressed = Signal(object)

    def __init__(self, curve: CurveData, lead: bool, chosen: bool) -> None:
        super().__init__()
        self._curve, self._lead, self._chosen = curve, lead, chosen
        self._sign_alone = False
        self._label = f"{curve.code} {curve.name}"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self._label)
        self.setToolTip(self._label)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def fold(self, folded: bool) -> None:
        """Show the sign alone, or code and name as far as there is room."""
        self._sign_alone = folded
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        if self._sign_alone:
            return QSize(SIGN, theme.px(28))
        text = QFontMetricsF(theme.font("small")).horizontalAdvance(self._label)
        return QSize(min(round(text) + 46, theme.px(MOST_NAME)), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        if self._sign_alone:
            return self.sizeHint()
        code = QFontMetricsF(theme.font("small")).horizontalAdvance(self._curve.code)
        return QSize(round(code) + 46, theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look(screen_metrics("en"), theme.current())
        colour = curve_colour(self._curve, look, self._lead)
        middle = self.height() / 2
        painter.setPen(curve_pen(self._curve, colour, look, self._lead))
        painter.drawLine(QPointF(4, middle), QPointF(32, middle))
        painter.setPen(QPen(colour, 2))
        painter.setBrush(theme.colour("surface"))
        paint_shape(painter, QPointF(18, middle), 4.5, self._curve.index)
        if not self._sign_alone:
            self._write(painter)

    def _write(self, painter: QPainter) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text" if self._chosen else "text_2"))
        room = QRectF(38, 0, self.width() - 40, self.height())
        measure = painter.fontMetrics()
        whole = measure.horizontalAdvance(f"{self._curve.code} MMM…") <= room.width()
        words = self._curve.code
        if whole or measure.horizontalAdvance(self._label) <= room.width():
            words = measure.elidedText(self._label, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit(self._curve.persona_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed.emit(self._curve.persona_id)
        else:
            super().keyPressEvent(event)


class JourneyHead(QWidget):
    """Holds the controls; the page connects them."""

    state_chosen = Signal(str)  # "as_is", "to_be" or "difference"
    persona_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.back = widgets.quiet("", "arrow-left", small=True)
        self.back.hide()
        self.code = widgets.Label("", "code", "text_3")
        self.code.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.title = TitleField()
        self.journeys = widgets.icon_button("chevrons-up-down", _("All journeys"))
        self.states = widgets.Segmented(
            [("as_is", _("As-is")), ("to_be", _("To-be")), ("difference", _("Difference"))],
            _("State"),
        )
        self.to_be = widgets.FoldingButton("quiet", _("Make a to-be"), "git-branch")
        self._personas = QHBoxLayout()
        self._keys: list[PersonaKey] = []
        self._personas.setSpacing(4)
        self.personas = widgets.icon_button("users", _("Personas of this journey"))
        self.filter = widgets.icon_button("list-filter", _("Filter"))
        self.views = widgets.icon_button("bookmark", _("Saved views"))
        self.lanes = widgets.FoldingButton("outline", "", "rows-3")
        self.export = widgets.FoldingButton("outline", _("Export"), "download")
        self.table = widgets.icon_button("table-2", _("Show as a table"), checkable=True)
        self.palette_button = widgets.icon_button("panel-right", _("Palette"), checkable=True)
        self._row, self._least = QHBoxLayout(), 0
        self._lay_out()
        self.states.chosen.connect(self.state_chosen)

    def _lay_out(self) -> None:
        row = self._row
        row.setContentsMargins(theme.px(16), 0, theme.px(12), 0)
        row.setSpacing(8)
        row.addStrut(theme.px(HEIGHT) - 1)
        for widget in (self.back, self.code, self.title, self.journeys, self.states, self.to_be):
            row.addWidget(widget)
        row.addStretch(1)
        row.addLayout(self._personas)
        for widget in (
            self.personas,
            self.filter,
            self.views,
            self.lanes,
            self.export,
            self.table,
            self.palette_button,
        ):
            row.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(widgets.Hairline())
        self.setFixedHeight(theme.px(HEIGHT))

    def show_map(self, data: MapData, state: str, paired: bool, persona: Id | None) -> None:
        """What the head says of a map."""
        self.code.setText(data.code)
        self.title.show_title(data.title)
        self.states.setVisible(paired)
        self.states.choose(state)
        self.to_be.setVisible(not paired and data.kind == "as_is")
        self.lanes.set_words(_("Lanes {count}").format(count=len(data.lanes)))
        self._show_personas(data, persona)
        self._fit()

    def _show_personas(self, data: MapData, persona: Id | None) -> None:
        while item := self._personas.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self._keys.clear()
        lead = data.lead()
        for curve in data.curves:
            if curve.dotted:
                continue
            key = PersonaKey(curve, curve is lead, curve.persona_id == persona)
            key.pressed.connect(self.persona_pressed)
            self._personas.addWidget(key)
            self._keys.append(key)
            key.show()  # one that waits to be shown is not counted in the width

    def show_way(self, parent: Journey | None) -> None:
        """The way back to the map that this one details a step of."""
        self.back.setVisible(parent is not None)
        if parent is not None:
            self.back.setText(parent.code)
            text = _("Back to {title}").format(title=f"{parent.code} {parent.title}")
            self.back.setToolTip(text)
            self.back.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least, theme.px(HEIGHT))

    def _fit(self) -> None:
        """Give the title room: words of buttons, then gaps, then codes of personas go."""
        self._least = self._needs(len(ROOMS) - 1)
        for place in range(len(ROOMS)):
            if self._needs(place) <= self.width():
                break
        self.updateGeometry()

    def _needs(self, place: int) -> int:
        """Take up the room of this row of ROOMS; gives its least width in pixels."""
        words, gap, codes, title = ROOMS[place]
        for button in (self.to_be, self.lanes, self.export):
            button.fold(not words)
        for key in self._keys:
            key.fold(not codes)
        self.title.room = title
        self.title.updateGeometry()
        self._row.setSpacing(gap)
        self._personas.invalidate()
        self._row.invalidate()
        return self._row.minimumSize().width()

    def lock(self, locked: bool) -> None:
        """Nothing can be changed."""
        self.title.setReadOnly(locked)
        for widget in (self.to_be, self.lanes, self.personas):
            widget.setEnabled(not locked)
