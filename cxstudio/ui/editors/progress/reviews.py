"""The review meetings: a list, and beside it what a meeting found and decided."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cxstudio import formats, i18n
from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.model import Initiative, Kpi, Review, ReviewItem
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.progress import making
from cxstudio.ui.editors.progress.items_table import ItemsTable
from cxstudio.ui.editors.progress.items_view import ItemsView
from cxstudio.ui.forms.form import Form
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.tables.record_list import RecordList
from cxstudio.ui.workspace import Workspace

NARROW = 1300


class ReviewRows(RecordList):
    """The newest review first."""

    def reload(self) -> None:
        super().reload()
        days = {one.id: one.held_on for one in self._workspace.file.all(Review)}
        pairs = sorted(
            zip(self.ids, self._rows, strict=True),
            key=lambda pair: (str(days.get(pair[0]) or ""), pair[0]),
            reverse=True,
        )
        self.beginResetModel()
        self.ids = [id for id, _row in pairs]
        self._rows = [row for _id, row in pairs]
        self.endResetModel()


class ReviewForm(Form):
    """Title, day, who was there, and the summary; the lines below."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Review)
        self.body.setSpacing(theme.px(12))
        with self.beside():
            self.line("title", pgettext("of a review", "Title"), _("June review"))
            self.date("held_on", _("Held on"))
            self.line("present", _("Present"), _("Client lead, desk lead, project office"))
        example = _("What the meeting says in two sentences.")
        self.text("summary", _("Summary"), example, lines=2, marks=True)

    def _refresh(self) -> None:
        """As wide as the table below, not as a column of reading."""


class Reviews(QWidget):
    """`chosen` with a review; the page makes new ones and deletes them."""

    chosen = Signal(object)
    new_pressed = Signal()
    delete_pressed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self.pane = ListPane(_("Reviews"), ReviewRows(workspace, Review, self._row), _("New"))
        self.pane.new_button.hide()  # the page's head has it
        self.form = ReviewForm(workspace)
        self.table = ItemsTable(workspace)
        self.items = ItemsView(self.table)
        self.fault = widgets.Label("", "small", "error", wrap=True)
        self.fault.hide()
        self.add_button = widgets.outline(_("Add a line"), "plus", small=True)
        self.add_button.setEnabled(not workspace.read_only)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        right = widgets.Ground("surface")
        column = QVBoxLayout(right)
        column.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 16)))
        column.setSpacing(theme.px(8))
        self.form.setFixedHeight(theme.px(168))
        self.form.body.setContentsMargins(0, 0, theme.px(4), 0)
        column.addWidget(self.form)
        self.title = widgets.SectionTitle(_("Findings and decisions"))
        self.title.add_action(self.add_button)
        column.addWidget(self.title)
        column.addWidget(self.items, 1)
        column.addWidget(self.fault)
        self._right = QWidget()
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(right)
        self._stack.addWidget(self._empty())
        self._splitter = widgets.divided(self.pane, self._right, self._right)
        self.pane.setMinimumWidth(theme.px(160))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._splitter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list gives way first: the table has nine columns."""
        super().resizeEvent(event)
        wide = theme.px(168 if self.width() < theme.px(NARROW) else 208)
        self._splitter.setSizes([wide, self.width() - wide])

    def _empty(self) -> QWidget:
        state = widgets.EmptyState(
            "clipboard-check",
            _("What each review of the plan found and decided belongs here."),
            _(
                "A review in one click has a line for each running initiative and each KPI, with "
                "planned and actual as of today, and the next steps that are still open."
            ),
            "" if self.workspace.read_only else _("New review"),
        )
        state.pressed.connect(self.new_pressed)
        return state

    def _connect(self) -> None:
        self.pane.chosen.connect(self._show)
        self.pane.delete_pressed.connect(self.delete_pressed)
        self.pane.enter_pressed.connect(self.enter)
        self.table.faulted.connect(self._show_fault)
        self.items.delete_pressed.connect(self._delete_line)
        self.items.opened.connect(self._open_subject)
        self.add_button.clicked.connect(self._offer)

    def _row(self, record: Any) -> dict[int, Any]:
        count = self.workspace.file.count(ReviewItem, ReviewItem.review_id == record.id)
        day = formats.cell_day(record.held_on, i18n.language()) if record.held_on else ""
        lines = ngettext("{count} line", "{count} lines", count).format(count=count)
        return {
            widgets.Row.TITLE: record.title or _("Untitled"),
            widgets.Row.SECOND: " · ".join(part for part in (day, lines) if part),
        }

    # -- showing -----------------------------------------------------------------------

    def reload(self) -> None:
        """Read the list and the lines anew; a review that is gone gives way to the newest."""
        self.pane.reload()
        ids = self.pane.rows.ids
        if self.id not in ids:
            self.choose(ids[0] if ids else None)
        else:
            self.table.reload()
        self._stack.setCurrentIndex(0 if self.id is not None else 1)

    def choose(self, id: int | None) -> None:
        self.pane.choose(id)
        self._show(id)

    def _show(self, id: int | None) -> None:
        self.id = id
        self._show_fault("")
        self.form.show_record(id)
        self.table.show_review(id)
        self._stack.setCurrentIndex(0 if id is not None else 1)
        self.chosen.emit(id)

    def _show_fault(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.setVisible(bool(text))

    def enter(self) -> None:
        """Put the keyboard into the lines."""
        self.items.setFocus()

    # -- doing ---------------------------------------------------------------------------

    def _offer(self) -> None:
        menu = widgets.menu(self)
        file = self.workspace.file
        records: list[Initiative | Kpi] = [*file.all(Initiative), *file.all(Kpi)]
        for record in records:
            if (record.kind, record.id) not in self.table.subjects:
                words = f"{record.code}  {record.label or _('Untitled')}"
                menu.addAction(words, partial(self._add, record.kind, record.id))
        if menu.actions():
            menu.exec(self.add_button.mapToGlobal(QPoint(0, self.add_button.height() + 4)))
        else:
            self.workspace.say(_("There is no other initiative or KPI to add."))

    def _add(self, kind: str, id: int) -> None:
        if self.id is not None:
            made = making.add_line(self.workspace, self.id, (kind, id))
            row = self.table.ids.index(made)
            self.items.setCurrentIndex(self.table.index(row, 4))
            self.items.setFocus()

    def _delete_line(self, id: int) -> None:
        if not self.workspace.read_only:
            making.delete_line(self.workspace, id)

    def _open_subject(self, row: int) -> None:
        subject = self.table.subjects[row]
        if subject is not None:
            self.workspace.go_to(*subject)
