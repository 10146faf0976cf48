"""The readings below the chart: the table, its buttons, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.kpis.table import COLUMNS, ReadingsTable
from cxstudio.ui.evidence.out_of_date import OutOfDate
from cxstudio.ui.tables.editable_view import EditableView
from cxstudio.ui.workspace import Workspace

ROW, HEAD = 36, 36
WIDTHS = {"read_on": 120, "value": 92, "n": 76, "low": 84, "high": 84}
NARROW = {"read_on": 104, "value": 76, "n": 64, "low": 64, "high": 64}
WIDE = 536  # pixels from which the columns have their comfort


class ReadingsPanel(QWidget):
    """Title with Paste and Delete, then the rows; grows with them."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.table = ReadingsTable(workspace)
        self.view = ReadingsView(self.table)
        self.title = widgets.SectionTitle(
            _("Readings"), _("two copied columns, day and value, can be pasted")
        )
        self.old = OutOfDate(workspace)
        self.title.add_action(self.old)
        self._fault = widgets.Label("", "small", "error", wrap=True)
        self._fault.hide()
        self._add_actions(workspace.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.title)
        column.addWidget(self.view)
        column.addWidget(self._fault)
        self.table.faulted.connect(self._show_fault)
        self.table.modelReset.connect(self.view.fit)
        theme.changed.connect(self.view.fit)

    def _add_actions(self, read_only: bool) -> None:
        paste = widgets.outline(_("Paste"), "clipboard-paste", small=True)
        paste.clicked.connect(self.view.paste)
        delete = widgets.icon_button("trash-2", _("Delete the chosen readings"), small=True)
        delete.clicked.connect(self.view.delete)
        for button in (paste, delete):
            button.setEnabled(not read_only)
            self.title.add_action(button)

    def show_kpi(self, id: int | None) -> None:
        self._show_fault("")
        self.table.show_kpi(id)
        self.show_age()

    def show_age(self) -> None:
        """Say when a reading was taken from a survey that has changed since."""
        id = self.table.kpi_id
        self.old.show_end(None if id is None else End("kpi", id))

    def _show_fault(self, text: str) -> None:
        self._fault.setText(text)
        self._fault.setVisible(bool(text))


class ReadingsView(EditableView):
    """Enter or typing edits a cell, Ctrl+V pastes rows, Delete deletes rows; Tab leaves."""

    def __init__(self, table: ReadingsTable) -> None:
        super().__init__(table)
        self.table = table
        self.setAccessibleName(_("Readings"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self._size_columns()
        self.fit()

    def _size_columns(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setFixedHeight(theme.px(HEAD))
        widths = WIDTHS if self.width() >= theme.px(WIDE) else NARROW
        for column, name in enumerate(COLUMNS):
            if name in widths:
                head.resizeSection(column, theme.px(widths[name]))
            else:
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._size_columns()
        super().resizeEvent(event)

    def fit(self) -> None:
        """As high as its rows; the page scrolls, not the table."""
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        rows = self.table.rowCount()
        self.setFixedHeight(theme.px(HEAD) + rows * theme.px(ROW) + 3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.matches(QKeySequence.StandardKey.Paste) and not editing:
            self.paste()
        elif event.key() == Qt.Key.Key_Delete and not editing:
            self.delete()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        self.table.paste(QGuiApplication.clipboard().text())

    def delete(self) -> None:
        self.table.delete(sorted({index.row() for index in self.selectedIndexes()}))
