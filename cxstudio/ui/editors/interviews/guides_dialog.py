"""The guides with their questions: write, reorder, duplicate, delete."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import Guide, Question
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.interviews import guides
from cxstudio.ui.forms.bind import bind
from cxstudio.ui.forms.fields import LineField
from cxstudio.ui.forms.form import Form
from cxstudio.ui.forms.panel_column import PanelColumn
from cxstudio.ui.forms.record_panel import RecordPanel
from cxstudio.ui.record_acts import delete_record, duplicate_record
from cxstudio.ui.shell.dialog import Dialog
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.tables.record_list import RecordList
from cxstudio.ui.workspace import Workspace


class _QuestionPanel(RecordPanel):
    """One question, written in its line."""

    def __init__(self, column: PanelColumn, id: int) -> None:
        super().__init__(column, id)
        self.body.setContentsMargins(theme.px(8), 0, theme.px(4), 0)
        self.field = LineField(_("What do you want to ask?"))
        self.field.setProperty("bare", True)
        self.field.setAccessibleName(_("Question"))
        label = _("Edit {field}").format(field=_("Question"))
        bind(self.workspace, self.field, Question, "text", label).show(id)
        self.watch(self.field)
        self.field.returnPressed.connect(self._next)
        self.head.addWidget(self.field, 1)
        self.add_menu_button()

    def _next(self) -> None:
        column = self.column
        assert isinstance(column, QuestionColumn)
        if self.end.id == column.ids[-1]:
            column.ask()
        else:
            following = column.panels[column.ids[column.ids.index(self.end.id) + 1]]
            assert isinstance(following, _QuestionPanel)
            following.field.setFocus()


class QuestionColumn(PanelColumn):
    """The questions of one guide."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Question, _QuestionPanel)
        self.guide_id = 0

    def records(self) -> list[Any]:
        return guides.questions_of(self.workspace.file, self.guide_id)

    def show_guide(self, id: int | None) -> None:
        self.guide_id = id or 0
        self.reload()

    def ask(self) -> None:
        """A new question at the end, ready to be written."""
        if not self.guide_id or self.workspace.read_only:
            return
        self.workspace.flush_requested.emit()
        id = guides.add_question(self.workspace, self.guide_id)
        self.reload()
        panel = self.panels[id]
        assert isinstance(panel, _QuestionPanel)
        panel.field.setFocus()


class GuidesDialog(Dialog):
    """A guide is reusable: what is changed here holds for every interview that follows it."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        sentence = _("A change to a guide holds for every interview that follows it.")
        super().__init__(parent, _("Interview guides"), sentence, 880)
        self.workspace = workspace
        self.rows = RecordList(workspace, Guide, self._row_of)
        self.pane = ListPane(_("Guides"), self.rows, _("New"))
        self.form = Form(workspace, Guide)
        self.questions = QuestionColumn(workspace)
        self._followed = widgets.Label("", "small", "text_3")
        self._ask = widgets.quiet(_("Another question"), "plus")
        self._lay_out()
        self._connect()
        self.pane.reload()
        self.pane.choose(self.rows.ids[0] if self.rows.ids else None)
        self._show(self.rows.ids[0] if self.rows.ids else None)

    def _row_of(self, guide: Any) -> dict[int, Any]:
        count = self.workspace.file.count(Question, Question.guide_id == guide.id)
        words = ngettext("{count} question", "{count} questions", count).format(count=count)
        return {
            widgets.Row.TITLE: guide.name or _("Untitled"),
            widgets.Row.SECOND: words,
        }

    def _lay_out(self) -> None:
        self.pane.setFixedWidth(theme.px(250))
        self.form.line("name", _("Name"), _("Frontline staff"))
        self.form.line("audience", _("For whom"), _("People who serve visitors every day"))
        self.form.section(_("Questions"))
        self.form.add(self.questions)
        self.form.add(self._ask)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.form, 1)
        self._followed.setContentsMargins(theme.px(24), theme.px(8), 0, 0)
        right.addWidget(self._followed)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(widgets.Hairline(vertical=True))
        row.addLayout(right, 1)
        holder = QWidget()
        holder.setFixedHeight(theme.px(500))
        holder.setLayout(row)
        self.body.addWidget(holder)
        self.add_button(widgets.filled(_("Done")), accepts=True)

    def _connect(self) -> None:
        self.pane.chosen.connect(self._show)
        self.pane.new_pressed.connect(self._new)
        self.pane.delete_pressed.connect(self._delete)
        self.pane.duplicate_pressed.connect(self._duplicate)
        self.pane.new_button.setEnabled(not self.workspace.read_only)
        self._ask.clicked.connect(self.questions.ask)
        self.workspace.changed.connect(self._on_changed)
        self.finished.connect(self._on_finished)

    def _show(self, id: int | None) -> None:
        self.form.show_record(id)
        self.questions.show_guide(id)
        self.questions.setVisible(id is not None)
        self._ask.setEnabled(id is not None and not self.workspace.read_only)
        count = guides.followers(self.workspace.file, id) if id is not None else 0
        words = ngettext(
            "{count} interview follows this guide.", "{count} interviews follow this guide.", count
        )
        self._followed.setText(words.format(count=count) if id is not None else "")

    def show_guide(self, id: int) -> None:
        self.pane.choose(id)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches("guide") or changes.touches("question"):
            self.pane.reload()
            self.questions.reload()

    def _on_finished(self) -> None:
        self.workspace.flush_requested.emit()

    def _new(self) -> None:
        with self.workspace.change(_("New guide")) as change:
            id = change.add(Guide(position=self.workspace.file.count(Guide))).id
        self.pane.choose(id)
        self.form.setFocus()
        self.form.focusNextChild()

    def _duplicate(self) -> None:
        id = self.pane.current_id()
        if id is None:
            return
        self.pane.choose(duplicate_record(self.workspace, Guide, id, self.rows.ids))

    def _delete(self) -> None:
        id = self.pane.current_id()
        if id is not None and not self.workspace.read_only:
            delete_record(self.workspace, Guide, id)
