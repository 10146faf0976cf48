"""The insights: what is concluded from evidence, and what rests on that."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Insight
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.form import Form
from cxstudio.ui.forms.record_page import RecordPage
from cxstudio.ui.shell.evidence_panel import LinkedCard
from cxstudio.ui.shell.record_texts import describe, strength_of
from cxstudio.ui.workspace import Workspace


class LinkedCards(QWidget):
    """Cards of the records at the other ends of an insight's links; Delete removes a link."""

    def __init__(self, workspace: Workspace, none: str) -> None:
        super().__init__()
        self.workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(8))
        column.addLayout(self._cards)
        self._hint = widgets.Panel("dashed", 12)
        words = widgets.Label(none, "small", "text_3", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.body.addWidget(words)
        column.addWidget(self._hint)

    def show_links(self, links: list[tuple[End, int]]) -> None:
        while (item := self._cards.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for end, link_id in links:
            self._add(end, link_id)

    def _add(self, end: End, link_id: int) -> None:
        record = self.workspace.record(end)
        if record is None:
            return
        words = describe(self.workspace.file, record)
        mark = strength_of(self.workspace.chain.strength(end), end)
        parts = (words.head, words.text, words.foot, words.icon, mark)
        self._cards.addWidget(LinkedCard(self.workspace, end, link_id, *parts))


class InsightsView(RecordPage):
    """Evidence dropped on the form is linked to the insight."""

    cls = Insight
    empty_icon = "lightbulb"
    also_refresh_on = frozenset({"link", "evidence"})

    def texts(self) -> dict[str, str]:
        return {
            "list": _("Insights"),
            "empty_sentence": _("An insight is a statement drawn from evidence."),
            "empty_why": _(
                "It says what many single words mean together, and carries the gaps that follow."
            ),
            "empty_button": _("New insight"),
        }

    def make_body(self) -> QWidget:
        self.form = Form(self.workspace, Insight)
        self.form.text(
            "statement",
            _("Statement"),
            _("The desk finds out about full buses from the visitor."),
            lines=2,
        )
        self.form.text("note", _("Note"), lines=2)
        self.form.section(_("Evidence it rests on"))
        self._under = LinkedCards(self.workspace, _("Drop evidence here, or press Ctrl+L."))
        self.form.add(self._under)
        self.form.section(_("What rests on it"))
        self._above = LinkedCards(
            self.workspace, _("Drop a gap, a card of a journey or a persona’s field here.")
        )
        self.form.add(self._above)
        self.form.body.addStretch(1)
        return self.form

    def show_body(self, id: int | None) -> None:
        self.form.show_record(id)
        self._show_links()

    def _show_links(self) -> None:
        if self.id is not None:
            end = End("insight", self.id)
            self._under.show_links(self.workspace.chain.rests_on(end))
            self._above.show_links(self.workspace.chain.supports(end))

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or {"link", "evidence"} & changes.kinds:
            self._show_links()

    def row_of(self, record: Any) -> dict[int, Any]:
        end = End("insight", record.id)
        return {
            widgets.Row.TITLE: record.statement or _("Untitled"),
            widgets.Row.CODE: record.code,
            widgets.Row.MARK: self.workspace.chain.strength(end),
            widgets.Row.COUNT: len(self.workspace.chain.evidence_of(end)) or None,
        }

    def show_head(self, record: Any) -> None:
        super().show_head(record)
        end = End("insight", record.id)
        self.head.add_chip(widgets.EvidenceMark(self.workspace.chain.strength(end)))  # type: ignore[arg-type]
