"""The measure of a card: a KPI or a survey's score to choose, or a figure to write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from cxstudio import i18n
from cxstudio.drawing.journey.read_measures import Measures
from cxstudio.drawing.journey.read_waves import questions
from cxstudio.exchange.journey_content import tidy_name
from cxstudio.i18n import _
from cxstudio.model import Card, Kpi, Touchpoint, Wave
from cxstudio.model.chain import End
from cxstudio.model.columns import Column
from cxstudio.store.search import folded
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.measuring import Measuring
from cxstudio.ui.evidence.out_of_date import OutOfDate
from cxstudio.ui.widgets.popover import Popover

ROLE = Qt.ItemDataRole.UserRole
WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
SHOWN_AT_ONCE = 7
Choice = int | tuple[int, str] | None
"""A KPI, a wave with its question, or nothing."""


class MeasurePopup(Popover):
    """Type to find a KPI, choose with the arrows and Enter; or write a figure and press Enter."""

    def __init__(self, measuring: Measuring, ids: Sequence[int], parent: QWidget) -> None:
        super().__init__(_("Measure of the card"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._measuring, self._ids = measuring, list(ids)
        card = measuring.workspace.file.one(Card, self._ids[-1])
        self._here: Choice = None
        if card.wave_id is not None:
            self._here = (card.wave_id, card.wave_column)
        elif card.kpi_id is not None:
            self._here = card.kpi_id
        met = measuring.workspace.file.get(Touchpoint, card.touchpoint_id)
        self._met = "" if met is None else met.name
        self.search = widgets.SearchField(_("Find a KPI or a survey question"))
        self.list = QListWidget()
        self.figure = QLineEdit(card.value)
        self.old = OutOfDate(measuring.workspace, self)
        self.old.show_end(None if card.kpi_id is None else End("kpi", card.kpi_id))
        self.old.clicked.connect(self.close)
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._take)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.figure.returnPressed.connect(self._write)
        self.setFocusProxy(self.search)
        self._fill()

    def _lay_out(self) -> None:
        self.list.setAccessibleName(_("KPIs and survey scores"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(theme.px(30) * SHOWN_AT_ONCE)
        self.figure.setAccessibleName(_("Figure"))
        self.figure.setPlaceholderText(_("6 min"))
        for widget in (
            widgets.Label(_("A KPI’s newest reading, or a survey’s score"), "label", "text_2"),
            self.old,
            self.search,
            self.list,
            widgets.Hairline(),
            widgets.Label(_("Or a figure of its own"), "label", "text_2"),
            self.figure,
        ):
            self.column.addWidget(widget)

    def _fill(self, _text: str = "") -> None:
        words = folded(self.search.text()).split()
        file = self._measuring.workspace.file
        measures = Measures(file.session, i18n.language())
        self.list.clear()
        if not words:
            self._add(_("None"), None)
        for kpi in file.all(Kpi):
            text = f"{kpi.code}  {kpi.name}"
            if all(word in folded(text) for word in words):
                shown = f"{kpi.code}  {measures.kpi(kpi.id).value}  {kpi.name}"
                self._add(shown, kpi.id)
        for wave in sorted(file.all(Wave), key=lambda w: w.dated or dt.date.min, reverse=True):
            for column in self._asked(wave):
                title = "NPS" if column.role == "score" else column.title
                text = f"{title}   {wave.name}"
                if all(word in folded(text) for word in words):
                    self._add(text, (wave.id, column.name))
        if words and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _asked(self, wave: Wave) -> list[Column]:
        """The questions of a wave, that of the card's own touchpoint first."""
        return sorted(questions(wave), key=lambda c: not self._met or c.touchpoint != self._met)

    def _add(self, text: str, choice: Choice) -> None:
        item = QListWidgetItem(text)
        item.setData(ROLE, choice)
        item.setToolTip(text)
        self.list.addItem(item)
        if choice == self._here:
            self.list.setCurrentItem(item)

    def _take(self, _item: object = None) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        self.close()
        choice = item.data(ROLE)
        if isinstance(choice, tuple | list):
            self._measuring.set_survey(self._ids, *choice)
        else:
            self._measuring.set_kpi(self._ids, choice)

    def _write(self) -> None:
        self.close()
        self._measuring.set_figure(self._ids, tidy_name(self.figure.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk the list while the words are being typed."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in WALKS:  # type: ignore[attr-defined]
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
