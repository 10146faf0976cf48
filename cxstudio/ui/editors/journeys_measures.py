"""The measure of a card: a KPI to choose, or a figure to write, beside the card."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from cxstudio import i18n
from cxstudio.drawing.journey.read_measures import Measures
from cxstudio.i18n import _
from cxstudio.model import Card, Kpi
from cxstudio.store.search import folded
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.measuring import Measuring
from cxstudio.ui.widgets.popover import Popover

ROLE = Qt.ItemDataRole.UserRole
WALKS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
SHOWN_AT_ONCE = 7


class MeasurePopup(Popover):
    """Type to find a KPI, choose with the arrows and Enter; or write a figure and press Enter."""

    def __init__(self, measuring: Measuring, ids: Sequence[int], parent: QWidget) -> None:
        super().__init__(_("Measure of the card"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._measuring, self._ids = measuring, list(ids)
        card = measuring.workspace.file.one(Card, self._ids[-1])
        self._here = card.kpi_id
        self.search = widgets.SearchField(_("Find a KPI"))
        self.list = QListWidget()
        self.figure = QLineEdit(card.value)
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
        self.list.setAccessibleName(_("KPIs"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(False)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(theme.px(30) * SHOWN_AT_ONCE)
        self.figure.setAccessibleName(_("Figure"))
        self.figure.setPlaceholderText(_("6 min"))
        for widget in (
            widgets.Label(_("The newest reading of a KPI"), "label", "text_2"),
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
                self._add(f"{text}   {measures.kpi(kpi.id).value}", kpi.id)
        if words and self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _add(self, text: str, kpi: int | None) -> None:
        item = QListWidgetItem(text)
        item.setData(ROLE, kpi)
        item.setToolTip(text)
        self.list.addItem(item)
        if kpi == self._here:
            self.list.setCurrentItem(item)

    def _take(self, _item: object = None) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.close()
            self._measuring.set_kpi(self._ids, item.data(ROLE))

    def _write(self) -> None:
        self.close()
        self._measuring.set_figure(self._ids, self.figure.text().strip())

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
