"""The same map as a table of lanes by steps, for those who prefer it: one line is a card."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.map import MapData
from cxstudio.exchange.journey_content import tidy
from cxstudio.formats import signed
from cxstudio.i18n import _
from cxstudio.model import Card
from cxstudio.ui import theme
from cxstudio.ui.canvas.document import WITHOUT_CARDS, MapDocument
from cxstudio.ui.canvas.keeping import forget_pictures
from cxstudio.ui.forms.fields import written

Index = QModelIndex | QPersistentModelIndex
ROLE = Qt.ItemDataRole
_WRAPPED = QTextOption()
_WRAPPED.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
MOST_LINES, MEASURED = 10, 4000  # lines of a row; characters that can stand in them
ROOM = 28  # what the sheet takes from a cell's width


class MapTable(QAbstractTableModel):
    """Rows are lanes, columns steps. Writing a cell changes its cards in one undo step."""

    def __init__(self, document: MapDocument) -> None:
        super().__init__()
        self.document = document
        self.data_shown = MapData("", "")
        self._texts: dict[tuple[Any, Any], list[str]] = {}

    def show_map(self, data: MapData) -> None:
        """Read everything anew."""
        self.beginResetModel()
        self.data_shown = data
        self._texts = {}
        for card in data.cards:
            text = " ".join(part for part in (card.text, card.value) if part)
            self._texts.setdefault((card.step_id, card.lane_id), []).append(text)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.data_shown.lanes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.data_shown.steps)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = ROLE.DisplayRole
    ) -> Any:
        if role != ROLE.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self.data_shown.lanes[section].name
        step = self.data_shown.steps[section]
        return f"{step.number}  {step.name}"

    def cell(self, index: Index) -> Cell:
        """The cell of the map that an index stands for."""
        lanes, steps = self.data_shown.lanes, self.data_shown.steps
        return Cell(steps[index.column()].id, lanes[index.row()].id)

    def data(self, index: Index, role: int = ROLE.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            ROLE.DisplayRole,
            ROLE.EditRole,
            ROLE.AccessibleTextRole,
        ):
            return None
        lane = self.data_shown.lanes[index.row()]
        cell = self.cell(index)
        if lane.kind == "emotion":
            return "\n".join(self._feelings(cell))
        if role == ROLE.EditRole:
            ids = self.document.cards_in(cell)
            return "\n".join(_line(self.document.text_of(id)) for id in ids)
        return "\n".join(self._texts.get((cell.step_id, cell.lane_id), []))

    def _feelings(self, cell: Cell) -> list[str]:
        return [
            f"{curve.code} {signed(value)}"
            for curve in self.data_shown.curves
            if not curve.dotted and (value := curve.values.get(cell.step_id)) is not None
        ]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        lane = self.data_shown.lanes[index.row()] if index.isValid() else None
        if lane is not None and lane.kind not in WITHOUT_CARDS and self.document.writable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = ROLE.EditRole) -> bool:
        if role != ROLE.EditRole:
            return False
        lines = [line.strip() for line in tidy(str(value)).split("\n") if line.strip()]
        write_lines(self.document, self.cell(index), lines)
        return True


def write_lines(document: MapDocument, cell: Cell, lines: list[str]) -> None:
    """Make the cards of a cell say these lines, in one undo step.

    A card whose words are among the lines stays as it is; the others take new words in order,
    then cards are added or deleted.
    """
    ids = document.cards_in(cell)
    if [_line(document.text_of(id)) for id in ids] == lines:
        return
    with document.workspace.change(_("Edit cell")) as change:
        cards = [change.get(Card, id) for id in ids]
        kept: list[Card | None] = []
        for line in lines:
            same = next((card for card in cards if _line(card.text) == line), None)
            kept.append(same)
            if same is not None:
                cards.remove(same)
        for place, line in enumerate(lines):
            card = kept[place] or (cards.pop(0) if cards else None)
            if card is None:
                card = change.add(Card(step_id=cell.step_id, lane_id=cell.lane_id))
            if _line(card.text) != line:
                card.text = line
            card.position = place
        pictures = [card.attachment_id for card in cards]
        for card in cards:
            change.delete(card)
        forget_pictures(change, pictures)


def _line(text: str) -> str:
    return " ".join(text.split())


class LinesDelegate(QStyledItemDelegate):
    """Edits a cell as lines; Ctrl+Enter or leaving the cell finishes."""

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QPlainTextEdit:
        editor = QPlainTextEdit(parent)
        editor.setFrameShape(QFrame.Shape.NoFrame)
        editor.setTabChangesFocus(True)
        editor.setAccessibleName(_("One line is a card."))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QPlainTextEdit)
        editor.setPlainText(index.data(ROLE.EditRole) or "")

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        assert isinstance(editor, QPlainTextEdit)
        model.setData(index, written(editor.document()), ROLE.EditRole)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        text, whole.text = whole.text, ""  # type: ignore[attr-defined]
        view = option.widget  # type: ignore[attr-defined]
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, view)
        painter.setFont(whole.font)  # type: ignore[attr-defined]
        painter.setPen(theme.colour("text"))
        side, top = theme.px(ROOM) // 2, theme.px(10)
        place = whole.rect.adjusted(side, top, -side, 0)  # type: ignore[attr-defined]
        painter.save()
        painter.setClipRect(place)
        _write(painter, place, text.replace("\u2028", "\n"))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget  # type: ignore[attr-defined]
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 160
        text = str(index.data() or "")
        laid = _laid(text, option.font, width - theme.px(ROOM))  # type: ignore[attr-defined]
        height = sum(line.height() for line in _lines(laid))
        return QSize(width, max(round(height) + theme.px(20), theme.px(36)))


def _laid(text: str, font: QFont, width: int) -> QTextLayout:
    """A text in lines of so many pixels; one line more than is shown when it goes on."""
    laid = QTextLayout(text[:MEASURED].replace("\n", "\u2028"), font)
    laid.setTextOption(_WRAPPED)
    laid.beginLayout()
    height = 0.0
    while laid.lineCount() <= MOST_LINES and (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    laid.endLayout()
    return laid


def _lines(laid: QTextLayout) -> list[QTextLine]:
    """The lines that are shown."""
    return [laid.lineAt(place) for place in range(min(laid.lineCount(), MOST_LINES))]


def _write(painter: QPainter, place: QRect, text: str) -> None:
    """The lines that are shown; where there are more, the last one is "…"."""
    laid = _laid(text, painter.font(), place.width())
    lines, at = _lines(laid), QPointF(place.topLeft())
    if laid.lineCount() > len(lines):
        last = lines.pop()
        painter.drawText(at + QPointF(0, last.y() + last.ascent()), "…")
    for line in lines:
        line.draw(painter, at)


class TableView(QTableView):
    """The table, its rows as high as their text."""

    def __init__(self, document: MapDocument) -> None:
        super().__init__()
        self.table = MapTable(document)
        self.setModel(self.table)
        self.setItemDelegate(LinesDelegate(self))
        self.setWordWrap(True)
        self.setAccessibleName(_("Journey map as a table"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.horizontalHeader().setDefaultSectionSize(theme.px(160))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(left)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.verticalHeader().setDefaultAlignment(left)

    def show_map(self, data: MapData) -> None:
        """Show a map, keeping the selected cell."""
        at = self.currentIndex()
        self.table.show_map(data)
        if at.isValid():
            self.setCurrentIndex(self.table.index(at.row(), at.column()))
