"""The columns of a survey that is being imported: what each means, and some of its cells."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cxstudio.analysis.survey.outcomes import is_outcome
from cxstudio.exchange.survey_reading import Survey
from cxstudio.exchange.survey_said import OUTCOME_SHORT, ROLE_NAMES, scale_said
from cxstudio.exchange.understanding import Proposal
from cxstudio.i18n import N_, _
from cxstudio.model.columns import Column, Mapping
from cxstudio.ui import theme

Index = QModelIndex | QPersistentModelIndex
HEADS = (N_("Column"), N_("What it means"), N_("Cells"))
WIDTHS = (220, 230, 260)
EXAMPLES, LOOKED_AT, LONGEST = 3, 200, 40


class ColumnRows(QAbstractTableModel):
    """A row for each column of the file."""

    def __init__(self, survey: Survey, proposal: Proposal) -> None:
        super().__init__()
        self.mapping: Mapping = proposal.mapping
        self._proposal = proposal
        cells = survey.cells(LOOKED_AT)
        self._examples = {
            name: examples([row[place] for row in cells]) for place, name in enumerate(survey.names)
        }

    def show_mapping(self, mapping: Mapping) -> None:
        """What the columns mean now."""
        self.mapping = mapping
        last = self.index(self.rowCount() - 1, len(HEADS) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def column_at(self, row: int) -> Column:
        """The column of a row."""
        return self.mapping.columns[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.mapping.columns)

    def columnCount(self, _parent: Index | None = None) -> int:
        return len(HEADS)

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if way == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(HEADS[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self.column_at(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return (self._name(column), meaning(column), self._examples[column.name])[
                index.column()
            ]
        if role == Qt.ItemDataRole.ToolTipRole:
            guess = self._proposal[column.name]
            return "\n".join(part for part in (column.question, guess.reason) if part)
        if role == Qt.ItemDataRole.ForegroundRole:
            quiet = column.role in ("other", "left_out")
            return theme.colour("text_3" if quiet else "text")
        if role == Qt.ItemDataRole.FontRole and index.column() == 1 and self.unsure(column):
            font = theme.font("body")
            font.setItalic(True)
            return font
        return None

    def unsure(self, column: Column) -> bool:
        """Whether the meaning is a guess that nobody has looked at."""
        guess = self._proposal[column.name]
        return guess.confidence == "unsure" and guess.column == column

    def _name(self, column: Column) -> str:
        return column.name


def meaning(column: Column) -> str:
    """What a column means in short: "Rating 1–5"."""
    name = _(OUTCOME_SHORT if is_outcome(column) else ROLE_NAMES[column.role])
    if column.role == "rating":
        return f"{name} {scale_said(column)}"
    return name


def examples(cells: list[str]) -> str:
    """A few different cells."""
    found = list(dict.fromkeys(" ".join(cell.split())[:LONGEST] for cell in cells if cell.strip()))
    return " · ".join(found[:EXAMPLES])


class ColumnTable(QTableView):
    """The columns as a table; one is selected at a time."""

    def __init__(self, rows: ColumnRows) -> None:
        super().__init__()
        self.setModel(rows)
        self.setAccessibleName(_("Columns of the file"))
        self.setProperty("rounded", True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(32))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for section, width in enumerate(WIDTHS):
            header.resizeSection(section, theme.px(width))
        header.setSectionResizeMode(len(HEADS) - 1, QHeaderView.ResizeMode.Stretch)
