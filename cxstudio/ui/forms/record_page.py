"""The usual page: a list of records at the left, the form of the selected one at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Coded, Ordered, Record
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.page import Page
from cxstudio.ui.record_acts import delete_record, duplicate_record
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.tables.record_list import RecordList, plain_row
from cxstudio.ui.workspace import Workspace


class RecordPage(Page):
    """List, head and body for the records of `cls`.

    A subclass sets the texts, makes the body in `make_body()` and fills it in
    `show_body(id)`; it may override `row_of`, `new_values` and `show_head`.
    New, duplicate, delete with Undo, order by dragging, filter and the empty
    state are here, for all alike.
    """

    cls: type[Record]
    list_title = ""
    new_text = ""
    empty_icon = "file-text"
    empty_sentence = ""
    empty_why = ""
    empty_button = ""
    also_refresh_on: frozenset[str] = frozenset()  # other kinds that the rows show

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.id: int | None = None
        self.pane = self.make_pane()
        rows = self.pane.rows
        self.head = widgets.PageHead("")
        self.body = self.make_body()
        self._lay_out()
        self._connect()
        self.refresh(None)
        self.pane.choose(rows.ids[0] if rows.ids else None)
        self._show(rows.ids[0] if rows.ids else None)

    # -- for subclasses ------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        """The page's texts, translated: list, new, empty_sentence, empty_why, empty_button."""
        raise NotImplementedError

    def make_pane(self) -> ListPane:
        """The list at the left."""
        rows = RecordList(self.workspace, self.cls, self.row_of, self.where())
        return ListPane(self.title_of_list(), rows, self.text_of_new())

    def make_body(self) -> QWidget:
        """The widget under the head."""
        raise NotImplementedError

    def show_body(self, id: int | None) -> None:
        """Fill the body for another record."""
        raise NotImplementedError

    def where(self) -> tuple[Any, ...]:
        """Conditions on the records listed."""
        return ()

    def row_of(self, record: Any) -> dict[int, Any]:
        """The texts of a row by `widgets.Row` role."""
        return plain_row(record)

    def new_values(self) -> dict[str, Any]:
        """Attributes of a new record."""
        return {}

    def show_head(self, record: Any) -> None:
        """Title, code, subtitle and chips above the body."""
        self.head.set_title(record.label or _("Untitled"))
        self.head.set_code(record.code if isinstance(record, Coded) else "")

    # -- layout ----------------------------------------------------------------------

    def title_of_list(self) -> str:
        return self.texts()["list"]

    def text_of_new(self) -> str:
        return self.texts().get("new", _("New"))

    def _lay_out(self) -> None:
        record = QWidget()
        column = QVBoxLayout(record)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.body, 1)
        self._right = QWidget()
        self._stack = QStackedLayout(self._right)
        self._stack.addWidget(record)
        self._stack.addWidget(self._empty_state())
        self.splitter = widgets.divided(self.pane, self._right, self._right)
        self.splitter.setSizes([theme.px(272), theme.px(800)])
        self.splitter.setObjectName(f"splitter-{self.cls.__tablename__}")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)

    def _empty_state(self) -> QWidget:
        texts = self.texts()
        state = widgets.EmptyState(
            self.empty_icon, texts["empty_sentence"], texts["empty_why"], texts["empty_button"]
        )
        state.pressed.connect(self.new_record)
        return state

    def _connect(self) -> None:
        self.pane.chosen.connect(self._show)
        self.pane.new_pressed.connect(self.new_record)
        self.pane.delete_pressed.connect(self.delete_record)
        self.pane.duplicate_pressed.connect(self.duplicate_record)
        self.pane.enter_pressed.connect(self.enter_body)
        self.pane.new_button.setEnabled(not self.workspace.read_only)

    # -- showing -----------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        kinds = {self.cls.__tablename__, *self.also_refresh_on}
        if changes is None or kinds & changes.kinds:
            self.pane.reload()
            self._show_state()

    def _show_state(self) -> None:
        record = self.workspace.file.get(self.cls, self.id)
        self._stack.setCurrentIndex(1 if record is None else 0)
        if record is not None:
            self.head.clear_chips()
            self.show_head(record)

    def _show(self, id: int | None) -> None:
        self.id = id
        self.show_body(id)
        self._show_state()
        self._select()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._select()

    def _select(self) -> None:
        """Let the evidence panel speak of the record of this page."""
        self.workspace.select(None if self.id is None else End(self.cls.__tablename__, self.id))

    def show_record(self, kind: str, id: int) -> None:
        if kind == self.cls.__tablename__:
            self.pane.choose(id)

    def enter_body(self) -> None:
        """Put the keyboard into the first field."""
        self.body.setFocus()
        self.body.focusNextChild()

    # -- doing -------------------------------------------------------------------------

    def new_record(self) -> None:
        if self.workspace.read_only:
            return
        with self.workspace.change(self.text_of_new()) as change:
            record = self.cls(**self.new_values())
            if isinstance(record, Ordered):
                record.position = self.workspace.file.count(self.cls)
            id = change.add(record).id
        self.pane.choose(id)
        self.enter_body()

    def duplicate_record(self) -> None:
        if self.id is None or self.workspace.read_only:
            return
        ordered = issubclass(self.cls, Ordered)
        among = [record.id for record in self.workspace.file.all(self.cls)] if ordered else []
        self.pane.choose(duplicate_record(self.workspace, self.cls, self.id, among))

    def delete_record(self) -> None:
        if self.id is not None and not self.workspace.read_only:
            delete_record(self.workspace, self.cls, self.id)
