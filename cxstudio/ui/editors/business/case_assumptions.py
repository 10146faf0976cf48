"""Every assumption with its range and what it rests on; figures and sources are edited in place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from cxstudio.analysis.case_parts import Assumption
from cxstudio.i18n import _
from cxstudio.model.money import Scale
from cxstudio.ui import theme
from cxstudio.ui.editors.business.case_table import QuietView
from cxstudio.ui.editors.business.case_words import assumption_words, figure_words, unit_words
from cxstudio.ui.editors.business.case_work import Worked
from cxstudio.ui.forms.fields import LineField, NumberField
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.tables.row_delegate import RowDelegate, write
from cxstudio.ui.tables.table import ID, PAINT, Column, RecordTable

NUMBER, WORDS, UNIT, LOW, LIKELY, HIGH, RESTS = range(7)
WIDTHS, MAY_GO = (52, 0, 136, 88, 88, 88, 176), (UNIT,)
ENDS = {LOW: "low", LIKELY: "likely", HIGH: "high"}
MOST = 1e15
CODE = re.compile(r"\bE-\d{2,}\b")


@dataclass(frozen=True)
class Line:
    """One assumption as the table shows it; figures with what they are in full."""

    number: int
    one: Assumption
    words: str
    unit: str
    figures: tuple[str, str, str]

    def value(self, column: int) -> float:
        """Low, likely or high as it is stored."""
        value: float = getattr(self.one.estimate, ENDS[column])
        return value


def lines_of(found: Worked, money: Scale) -> list[tuple[int, Any]]:
    """The lines by the place of the assumption in the case."""
    lines = []
    for place, one in enumerate(found.case.assumptions):
        values = (one.estimate.low, one.estimate.likely, one.estimate.high)
        low, likely, high = (figure_words(one, value, money) for value in values)
        words, unit = assumption_words(one, found.read), unit_words(one, found.read, money)
        lines.append((place, Line(place + 1, one, words, unit, (low, likely, high))))
    return lines


def columns() -> tuple[Column, ...]:
    """The columns over lines of `Line`."""

    def figure(title: str, column: int) -> Column:
        return Column(
            title,
            lambda row: row.figures[column - LOW],
            sort=lambda row: row.value(column),
            number=True,
            paint=lambda row: (row.value(column), row.one.kind),
        )

    return (
        Column("", lambda row: f"A{row.number}", sort=lambda row: row.number),
        Column(_("Assumption"), lambda row: row.words),
        Column(_("Unit"), lambda row: row.unit),
        figure(_("Low"), LOW),
        figure(_("Likely"), LIKELY),
        figure(_("High"), HIGH),
        Column(
            _("Source"),
            lambda row: row.one.source or _("assumption"),
            paint=lambda row: row.one.source,
        ),
    )


class AssumptionTable(RecordTable):
    """`edited` with the place of an assumption, what of it, and the new value."""

    edited = Signal(int, str, object)

    def __init__(self, read: Any, read_only: bool) -> None:
        super().__init__("assumption", columns(), read)
        self._read_only = read_only

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index) & ~Qt.ItemFlag.ItemIsDragEnabled
        if not self._read_only and self._editable(index):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def _editable(self, index: Index) -> bool:
        """The likely cost is the middle of its ends, so it is not typed."""
        if index.column() == LIKELY:
            return str(index.data(PAINT)[1]) not in ("once", "yearly")
        return index.column() in (LOW, HIGH, RESTS)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self._editable(index):
            return False
        what = "source" if index.column() == RESTS else ENDS[index.column()]
        self.edited.emit(index.data(ID), what, value)
        return True


class AssumptionView(QuietView):
    """F2 or a double click edits a figure or a source; Enter goes to the initiative."""

    faulted = Signal(str)

    def __init__(self, table: AssumptionTable) -> None:
        super().__init__(_("Assumptions"), table, _Delegate(), WIDTHS, MAY_GO, 220)
        self.setProperty("rounded", False)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorShown(False)

    def _on_double_click(self, index: object) -> None:
        editable = Qt.ItemFlag.ItemIsEditable
        if not (isinstance(index, QModelIndex) and index.flags() & editable):
            super()._on_double_click(index)

    def _restore(self) -> None:
        column = max(self.currentIndex().column(), 0)
        super()._restore()
        row = self.table.row_of_id(self._id)
        if row >= 0:
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self.table.index(row, column))
            self.selectionModel().blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete,):
            return  # an assumption is deleted with its effect
        super().keyPressEvent(event)

    def _show_menu(self, _place: object) -> None:
        """Nothing but what the keys do."""


class _Delegate(RowDelegate):
    """Figures in place, and a mark for what rests on evidence, on a source, or on nothing."""

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """The cell that F2 would edit has a line around it."""
        super().paint(painter, option, index)
        view = option.widget
        here = view is not None and view.hasFocus() and view.currentIndex() == index
        if here and index.flags() & Qt.ItemFlag.ItemIsEditable:
            painter.save()
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -3), 4, 4)
            painter.restore()

    def paint_cell(self, painter: QPainter, inner: QRect, index: Index, selected: bool) -> None:
        column = index.column()
        if column == RESTS:
            self._source(painter, inner, str(index.data(PAINT) or ""))
        elif column == LIKELY:
            write(painter, inner, index.data(), "body_strong", "text", right=True)
        elif column in (LOW, HIGH):
            write(painter, inner, index.data(), "body", "text", right=True)
        elif column == WORDS:
            write(painter, inner, index.data(), "body", "text")
        elif column == NUMBER:
            write(painter, inner, index.data(), "code", "text_3")
        else:
            super().paint_cell(painter, inner, index, selected)

    def _source(self, painter: QPainter, inner: QRect, source: str) -> None:
        codes = CODE.findall(source)
        if source and not codes:
            write(painter, inner, source, "small", "text_2")
            return
        text = _(", ").join(codes) or _("assumption")
        font = theme.font("code")
        wide = QFontMetrics(font).horizontalAdvance(text) + theme.px(12)
        high = theme.px(20)
        box = QRectF(inner.x(), inner.center().y() - high / 2 + 1, wide, high)
        painter.setFont(font)
        if codes:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected"))
        else:
            painter.setPen(QPen(theme.colour("control_line"), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.colour("accent" if codes else "text_2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        if codes:
            rest = inner.adjusted(round(wide) + theme.px(6), 0, 0, 0)
            write(painter, rest, CODE.sub("", source).strip(" ,;:：、；"), "small", "text_2")

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = LineField() if index.column() == RESTS else NumberField(-MOST, MOST)
        field.setParent(parent)
        field.setProperty("small", True)
        field.setAccessibleName(str(index.model().headerData(index.column(), _ACROSS)))
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The whole cell, and to the left of a figure as much as a large amount needs."""
        more = 0 if index.column() == RESTS else theme.px(40)
        editor.setMaximumWidth(16_777_215)
        editor.setGeometry(option.rect.adjusted(-more, 2, 0, -2))  # type: ignore[attr-defined]

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, LineField)
        kept = index.data(PAINT)
        editor.set_value(kept if index.column() == RESTS else kept[0])
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, LineField)
        view = self.parent()
        fault = editor.fault()
        if fault and isinstance(view, AssumptionView):
            view.faulted.emit(fault)
            return
        value = editor.value()
        kept = index.data(PAINT)
        if value != (kept if index.column() == RESTS else kept[0]):
            model.setData(QModelIndex(index), value)  # type: ignore[arg-type]


_ACROSS = Qt.Orientation.Horizontal
