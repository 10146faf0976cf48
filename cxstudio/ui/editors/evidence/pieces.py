"""All evidence in one table, with filters, and the form of the selected piece."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from cxstudio.i18n import _, ngettext
from cxstudio.model import Evidence
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.evidence.filters import Filters
from cxstudio.ui.editors.evidence.forms import PieceForms
from cxstudio.ui.editors.evidence.rows import Piece, columns, read_pieces
from cxstudio.ui.evidence import doing
from cxstudio.ui.evidence.cards import kind_word
from cxstudio.ui.page import Page
from cxstudio.ui.record_acts import duplicate_record
from cxstudio.ui.tables.table import ID, RecordTable
from cxstudio.ui.workspace import Workspace

WIDTHS = (76, 104, 320, 124, 96, 76)
TEXT, TEXT_LEAST = 2, 220  # the column of the words, and what it keeps of a narrow table
MAY_GO = (3, 1, 4)  # From, Kind and Feeling: the form beside says them too
SHOWN = {"evidence", "evidence_theme", "theme", "link", "attachment"}


class _Table(QTableView):
    def __init__(self, view: PiecesView) -> None:
        super().__init__()
        self._view = view
        self.setAccessibleName(_("Evidence"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setDragEnabled(True)
        self.setSortingEnabled(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(36))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSortIndicator(0, Qt.SortOrder.AscendingOrder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(WIDTHS) - WIDTHS[TEXT] + TEXT_LEAST
        for column in MAY_GO:
            short = theme.px(needed) > self.viewport().width()
            self.setColumnHidden(column, short)
            needed -= WIDTHS[column] if short else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._view.delete_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._view.forms.enter()
        else:
            super().keyPressEvent(event)


class PiecesView(Page):
    """New comments, figures, documents and observations are added here; excerpts come from
    interviews. Several can be selected for one insight."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._pieces: list[Piece] = []
        self.filters = Filters(workspace)
        self.table = RecordTable("evidence", columns(), self._rows)
        self.rows = _Table(self)
        self.forms = PieceForms(workspace)
        self._count = widgets.Label("", "small", "text_3")
        self._new = widgets.filled(_("New"), "plus")
        self._insight = widgets.outline("", "lightbulb")
        self._lay_out()
        self._connect()
        self.refresh(None)

    # -- layout ------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.rows.setModel(self.table)
        header = self.rows.horizontalHeader()
        for number, width in enumerate(WIDTHS):
            self.rows.setColumnWidth(number, theme.px(width))
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        bar = QHBoxLayout()
        bar.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        bar.setSpacing(theme.px(8))
        bar.addWidget(self._count)
        bar.addStretch(1)
        bar.addWidget(self._insight)
        bar.addWidget(self._new)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(widgets.Hairline())
        column.addWidget(self.rows, 1)
        column.addWidget(widgets.Hairline())
        column.addLayout(bar)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("splitter-pieces")
        splitter.addWidget(filled)
        splitter.addWidget(self.forms)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([theme.px(720), theme.px(352)])
        splitter.setChildrenCollapsible(False)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(splitter)
        self._stack.addWidget(self._empty())

    def _empty(self) -> QWidget:
        state = widgets.EmptyState(
            "quote",
            _("Evidence is anything a claim rests on."),
            _("Mark excerpts in interviews, or add comments, figures, documents, observations."),
            _("New comment"),
        )
        state.pressed.connect(self.new_record)
        return state

    def _connect(self) -> None:
        self.filters.changed.connect(self._reload)
        self.rows.selectionModel().selectionChanged.connect(self._on_selection)
        self.rows.customContextMenuRequested.connect(self._show_menu)
        self._new.clicked.connect(self._show_new)
        self._new.setEnabled(not self.workspace.read_only)
        self._insight.clicked.connect(self.make_insight)

    # -- showing -----------------------------------------------------------------------

    def _rows(self) -> list[tuple[int, Piece]]:
        wanted = self.filters.now()
        return [(piece.id, piece) for piece in self._pieces if wanted.takes(piece)]

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is not None and not SHOWN & changes.kinds:
            return
        self._pieces = read_pieces(self.workspace)
        if changes is None or changes.touches("theme"):
            self.filters.refresh()
        self._reload()
        self.forms.refresh(changes)

    def _reload(self) -> None:
        chosen = self.selected_ids() or ([self.forms.id] if self.forms.id else [])
        model = self.rows.selectionModel()
        model.blockSignals(True)
        self.table.reload()
        self._select([id for id in chosen if id in self.table.ids])
        model.blockSignals(False)
        self.rows.viewport().update()
        shown, whole = self.table.rowCount(), len(self._pieces)
        words = ngettext("{count} piece", "{count} pieces", whole).format(count=whole)
        self._count.setText(
            words if shown == whole else _("{shown} of {whole}").format(shown=shown, whole=whole)
        )
        self._stack.setCurrentIndex(0 if whole else 1)
        self._show_insight_button()

    def selected_ids(self) -> list[int]:
        model = self.rows.selectionModel()
        return [index.data(ID) for index in model.selectedRows()]

    def _select(self, ids: list[int]) -> None:
        flags = QItemSelectionModel.SelectionFlag
        model = self.rows.selectionModel()
        for number, id in enumerate(ids):
            index = self.table.index(self.table.row_of_id(id), 0)
            model.select(index, flags.Select | flags.Rows)
            if number == 0:
                model.setCurrentIndex(index, flags.NoUpdate)

    def _on_selection(self, _now: QItemSelection, _before: QItemSelection) -> None:
        ids = self.selected_ids()
        id = ids[0] if len(ids) == 1 else None
        if id != self.forms.id:
            self.forms.show_piece(id)
        self.workspace.select(None if id is None else End("evidence", id))
        self._show_insight_button()

    def _show_insight_button(self) -> None:
        count = len(self.selected_ids())
        several = _("Make an insight from {count}").format(count=count)
        words = several if count > 1 else _("Make an insight")
        self._insight.setText(words)
        self._insight.setEnabled(count > 0 and not self.workspace.read_only)

    def show_record(self, kind: str, id: int) -> None:
        if kind != "evidence":
            return
        if id not in self.table.ids:
            self.filters.clear()
        self.rows.clearSelection()
        self._select([id])
        self.rows.scrollTo(self.table.index(self.table.row_of_id(id), 0))

    # -- doing -------------------------------------------------------------------------

    def new_record(self) -> None:
        self.add("comment")

    def add(self, kind: str) -> None:
        """A new piece of evidence, ready to be written."""
        words = _("New {kind}").format(kind=kind_word(kind).lower())
        with self.workspace.change(words) as change:
            today = dt.date.today()  # noqa: DTZ011 - the user's day
            id = change.add(Evidence(evidence_kind=kind, dated=today)).id
        self.refresh(None)
        self.show_record("evidence", id)
        self.forms.enter()

    def _show_new(self) -> None:
        menu = widgets.menu(self)
        for kind in WORDS["evidence_kind"]:
            if kind != "excerpt":
                menu.addAction(kind_word(kind)).setData(kind)
        chosen = menu.exec(self._new.mapToGlobal(QPoint(0, self._new.height())))
        if chosen is not None:
            self.add(str(chosen.data()))

    def make_insight(self) -> None:
        ids = self.selected_ids()
        if ids:
            doing.make_insight(self.workspace, ids)

    def duplicate_selected(self) -> None:
        ids = self.selected_ids()
        if len(ids) == 1 and not self.workspace.read_only:
            id = duplicate_record(self.workspace, Evidence, ids[0])
            self.show_record("evidence", id)

    def delete_selected(self) -> None:
        ids = self.selected_ids()
        if ids and not self.workspace.read_only:
            doing.delete_evidence(self.workspace, ids)

    def _show_menu(self, place: QPoint) -> None:
        ids = self.selected_ids()
        if not ids or self.workspace.read_only:
            return
        menu = widgets.menu(self)
        menu.addAction(self._insight.text(), self.make_insight)
        menu.addAction(_("Duplicate"), self.duplicate_selected).setEnabled(len(ids) == 1)
        menu.addSeparator()
        menu.addAction(_("Delete"), self.delete_selected)
        menu.exec(self.rows.viewport().mapToGlobal(place))
