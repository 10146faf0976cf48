"""The themes: how often each is met, renamed, merged and deleted."""

from __future__ import annotations

from collections import Counter
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy import func, select

from cxstudio.i18n import _, ngettext
from cxstudio.model import CommentTheme, Evidence, EvidenceTheme, Theme
from cxstudio.model.chain import End
from cxstudio.store import Change, ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.evidence.cards import EvidenceCard
from cxstudio.ui.forms.form import Form
from cxstudio.ui.forms.record_page import RecordPage
from cxstudio.ui.workspace import Workspace

MOST = 60  # cards shown of one theme; the rest is in the table, filtered


def merge_themes(workspace: Workspace, id: int, into: int) -> None:
    """Give all evidence and comments of one theme the other, and delete the first, as one step."""
    file = workspace.file
    name = file.one(Theme, into).name
    with workspace.change(_("Merge into “{name}”").format(name=name)) as change:
        there = {t.evidence_id for t in file.all(EvidenceTheme, EvidenceTheme.theme_id == into)}
        for tie in file.all(EvidenceTheme, EvidenceTheme.theme_id == id):
            if tie.evidence_id not in there:
                tie.theme_id = into
        change.flush()
        _merge_comments(workspace, change, id, into)
        change.delete(change.get(Theme, id))
    workspace.say(_("Merged into “{name}”.").format(name=name), undo=True)


def _merge_comments(workspace: Workspace, change: Change, id: int, into: int) -> None:
    """Tie the comments of one theme to the other as well; their old ties go with the theme."""
    tie = CommentTheme
    query = select(tie.wave_id, tie.column, tie.row)
    there = {tuple(row) for row in workspace.file.rows(query.where(tie.theme_id == into))}
    change.add_rows(
        "comment_theme",
        (
            {"wave_id": wave, "column": column, "row": row, "theme_id": into}
            for wave, column, row in workspace.file.rows(query.where(tie.theme_id == id))
            if (wave, column, row) not in there
        ),
    )


class ThemesView(RecordPage):
    """A theme with the evidence that speaks of it."""

    cls = Theme
    empty_icon = "tag"
    also_refresh_on = frozenset({"evidence_theme"})

    def __init__(self, workspace: Workspace) -> None:
        self._counts: Counter[int] = Counter()
        self._felt: dict[int, Counter[int]] = {}
        super().__init__(workspace)

    def texts(self) -> dict[str, str]:
        return {
            "list": _("Themes"),
            "empty_sentence": _("A theme is a subject that excerpts and comments share."),
            "empty_why": _("Themes bring together what different people say about one thing."),
            "empty_button": _("New theme"),
        }

    def make_body(self) -> QWidget:
        self.form = Form(self.workspace, Theme)
        self.form.line("name", _("Name"), _("Information between desks"))
        self.form.section(_("Evidence"))
        holder = QWidget()
        self._cards = QVBoxLayout(holder)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(theme.px(8))
        self.form.add(holder)
        self._more = widgets.Label("", "small", "text_3", wrap=True)
        self.form.add(self._more)
        self.form.body.addStretch(1)
        return self.form

    def _lay_out(self) -> None:
        self._merge = widgets.outline(_("Merge into…"), "merge")
        self._merge.setEnabled(not self.workspace.read_only)
        self._merge.clicked.connect(self._show_merge)
        self.head.add_action(self._merge)
        super()._lay_out()

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is None or {"theme", "evidence_theme", "evidence"} & changes.kinds:
            self._count()
            self._show_cards()
        super().refresh(changes)

    def _count(self) -> None:
        query = (
            select(EvidenceTheme.theme_id, Evidence.sentiment, func.count())
            .join(Evidence, Evidence.id == EvidenceTheme.evidence_id)
            .group_by(EvidenceTheme.theme_id, Evidence.sentiment)
        )
        self._felt = {}
        for id, sentiment, count in self.workspace.file.rows(query):
            self._felt.setdefault(id, Counter())[sentiment] = count

    def row_of(self, record: Any) -> dict[int, Any]:
        felt = self._felt.get(record.id, Counter())
        count = felt.total()
        words = ngettext("{count} piece", "{count} pieces", count).format(count=count)
        row: dict[int, Any] = {
            widgets.Row.TITLE: record.name or _("Untitled"),
            widgets.Row.SECOND: words,
        }
        if count:
            row[widgets.Row.SENTIMENT] = (felt[-1], felt[0], felt[1])
        return row

    def show_body(self, id: int | None) -> None:
        self.form.show_record(id)
        self._show_cards()

    def _show_cards(self) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        ids = select(EvidenceTheme.evidence_id).where(EvidenceTheme.theme_id == (self.id or 0))
        found = self.workspace.file.all(Evidence, Evidence.id.in_(ids))
        for evidence in found[:MOST]:
            card = EvidenceCard(self.workspace, evidence)
            card.opened.connect(self._on_opened)
            self._cards.addWidget(card)
        rest = len(found) - MOST
        words = ngettext("{count} more piece", "{count} more pieces", rest).format(count=rest)
        self._more.setText(words if rest > 0 else "")

    def _on_opened(self, id: int) -> None:
        self.workspace.select(End("evidence", id))

    def _show_merge(self) -> None:
        menu = widgets.menu(self)
        for other in self.workspace.file.all(Theme):
            if other.id != self.id:
                menu.addAction(other.name or _("Untitled")).setData(other.id)
        chosen = menu.exec(self._merge.mapToGlobal(QPoint(0, self._merge.height())))
        if isinstance(chosen, QAction):  # None when the menu was left
            self.merge_into(int(chosen.data()))

    def merge_into(self, other: int) -> None:
        """Merge the theme that is shown into another."""
        self.workspace.flush_requested.emit()
        assert self.id is not None
        merge_themes(self.workspace, self.id, other)
        self.pane.choose(other)
