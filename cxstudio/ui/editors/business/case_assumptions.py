"""Every assumption with its range and what it rests on; figures and sources are edited in place."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyleOptionViewItem,
    QWidget,
)

from cxstudio.analysis.business.parts import Assumption
from cxstudio.i18n import _
from cxstudio.model.money import Scale
from cxstudio.ui import theme
from cxstudio.ui.editors.business.case_sources import code_at, paint_source
from cxstudio.ui.editors.business.case_table import QuietView
from cxstudio.ui.editors.business.case_words import assumption_words, figure_words, unit_words
from cxstudio.ui.editors.business.case_work import Worked
from cxstudio.ui.forms.code_links import codes_in
from cxstudio.ui.forms.fields import LineField, NumberField
from cxstudio.ui.forms.money_field import MOST, MoneyField
from cxstudio.ui.forms.source_field import SourceField
from cxstudio.ui.tables.record_list import Index
from cxstudio.ui.tables.row_delegate import RowDelegate, padded, write
from cxstudio.ui.tables.table import ID, PAINT, Column, RecordTable
from cxstudio.ui.workspace import Workspace

NUMBER, WORDS, UNIT, LOW, LIKELY, HIGH, RESTS = range(7)
WIDTHS, MAY_GO = (48, 0, 120, 88, 88, 88, 160), (UNIT,)
ROOMY, WIDTHS_ROOMY = 920, (*WIDTHS[:-1], 232)  # with room, sources are read whole
ENDS = {LOW: "low", LIKELY: "likely", HIGH: "high"}


@dataclass(frozen=True)
class Line:
    """One assumption as the table shows it; figures with what they are in full."""

    number: int
    one: Assumption
    words: str
    unit: str
    figures: tuple[str, str, str]
    codes: tuple[str, ...] = ()  # of evidence that is in the file

    def value(self, column: int) -> float:
        """Low, likely or high as it is stored."""
        value: float = getattr(self.one.estimate, ENDS[column])
        return value


def lines_of(found: Worked, money: Scale, known: Collection[str]) -> list[tuple[int, Any]]:
    """The lines by the place of the assumption in the case; `known` are the codes of evidence."""
    lines = []
    for place, one in enumerate(found.case.assumptions):
        values = (one.estimate.low, one.estimate.likely, one.estimate.high)
        low, likely, high = (figure_words(one, value, money) for value in values)
        words, unit = assumption_words(one, found.read), unit_words(one, found.read, money)
        codes = tuple(code for code in codes_in(one.source) if code in known)
        lines.append((place, Line(place + 1, one, words, unit, (low, likely, high), codes)))
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
            paint=lambda row: (row.one.source, row.codes),
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
    """F2 or a double click edits a figure or a source; Enter goes to the initiative, on a source
    with the code of evidence to that evidence, as a click on the code does."""

    faulted = Signal(str)
    code_pressed = Signal(str)
    settled = Signal()  # a cell was edited, or left as it was

    def __init__(self, table: AssumptionTable, workspace: Workspace) -> None:
        super().__init__(_("Assumptions"), table, _Delegate(), WIDTHS, MAY_GO, 220)
        self.workspace = workspace
        self._column = 0
        table.modelAboutToBeReset.connect(self._keep_column)
        self.setProperty("rounded", False)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.sortByColumn(NUMBER, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorShown(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        widths = WIDTHS_ROOMY if self.width() >= theme.px(ROOMY) else WIDTHS
        if widths != self._widths:
            self._widths = widths
            self._set_columns()
        super().resizeEvent(event)

    def _on_double_click(self, index: object) -> None:
        editable = Qt.ItemFlag.ItemIsEditable
        if not (isinstance(index, QModelIndex) and index.flags() & editable):
            super()._on_double_click(index)

    def _keep_column(self) -> None:
        self._column = max(self.currentIndex().column(), 0)

    def _restore(self) -> None:
        if self.currentIndex().isValid():
            self._keep_column()
        column = self._column
        super()._restore()
        row = self.table.row_of_id(self._id)
        if row >= 0:
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(self.table.index(row, column))
            self.selectionModel().blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            return  # an assumption is deleted with its effect
        codes = self._codes(self.currentIndex())
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.editing():
            return  # ends the editing, and is no wish to go anywhere
        if enter and codes:
            self.code_pressed.emit(codes[0])
            return
        super().keyPressEvent(event)

    def editing(self) -> bool:
        """Whether a cell is being typed into."""
        return self.state() == QAbstractItemView.State.EditingState

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if not self.editing():
            self.settled.emit()

    @staticmethod
    def _codes(index: Index) -> tuple[str, ...]:
        rests = index.isValid() and index.column() == RESTS
        return index.data(PAINT)[1] if rests else ()

    def code_at(self, place: QPoint) -> str:
        """The code of evidence under a place, or nothing."""
        index = self.indexAt(place)
        codes = self._codes(index)
        return code_at(padded(self.visualRect(index)), codes, place) if codes else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        hand = bool(self.code_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        code = self.code_at(event.position().toPoint())
        if code and event.button() == Qt.MouseButton.LeftButton:
            self.code_pressed.emit(code)

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
            paint_source(painter, inner, *index.data(PAINT))
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

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self._field(index)
        field.setParent(parent)
        field.setProperty("small", True)
        field.setAccessibleName(str(index.model().headerData(index.column(), _ACROSS)))
        return field

    def _field(self, index: Index) -> LineField:
        view = self.parent()
        assert isinstance(view, AssumptionView)
        if index.column() == RESTS:
            return SourceField(view.workspace, _no_claim)
        kind = str(index.data(PAINT)[1])
        if kind == "change":
            return NumberField(-MOST, MOST)
        return MoneyField(view.workspace, signed=kind == "worth")

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
        editor.set_value(kept[0])
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
        if value != kept[0]:
            model.setData(QModelIndex(index), value)  # type: ignore[arg-type]


def _no_claim() -> None:
    """An assumption is no record that evidence is linked to."""


_ACROSS = Qt.Orientation.Horizontal
