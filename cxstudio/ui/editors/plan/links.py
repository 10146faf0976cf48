"""The gaps an initiative closes and the KPIs it moves: cards, a place to drop more, a choice."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.analysis.gaps.severity import Weights, severity_of
from cxstudio.i18n import _
from cxstudio.model import Coded, Engagement, Gap, Kpi, record_classes
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.shell.evidence_panel import LinkedCard
from cxstudio.ui.shell.record_texts import describe, strength_of
from cxstudio.ui.workspace import Workspace


class LinkedCards(QWidget):
    """The records of one kind, "gap" or "kpi", that the initiative is linked to."""

    def __init__(self, workspace: Workspace, kind: str) -> None:
        super().__init__()
        self.workspace, self.kind = workspace, kind
        self.id: int | None = None
        self.cards: list[LinkedCard] = []
        gaps = kind == "gap"
        title = widgets.SectionTitle(_("Gaps it closes") if gaps else _("KPIs it moves"))
        self.add = widgets.icon_button("plus", _("Link a gap") if gaps else _("Link a KPI"))
        self.add.clicked.connect(self._offer)
        self.add.setEnabled(not workspace.read_only)
        title.add_action(self.add)
        self._drop = widgets.Panel("dashed", padding=12)
        hint = _("Drop a gap here, or press +.") if gaps else _("Drop a KPI here, or press +.")
        self._drop.body.addWidget(widgets.Label(hint, "small", "text_3", wrap=True))
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(title)
        column.addLayout(self._cards)
        column.addWidget(self._drop)
        self._drops = LinkDrops(workspace, self, self._end)

    def _end(self) -> End | None:
        return None if self.id is None else End("initiative", self.id)

    def show_initiative(self, id: int | None) -> None:
        """Show what this initiative is linked to now."""
        self.id = id
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.cards = []
        for end, link_id in self._links():
            record = self.workspace.record(end)
            if record is not None:
                self._add_card(end, link_id, record)

    def _links(self) -> list[tuple[End, int]]:
        here = self._end()
        if here is None:
            return []
        chain = self.workspace.chain
        links = chain.rests_on(here) if self.kind == "gap" else chain.supports(here)
        return [(end, link) for end, link in links if end.kind == self.kind]

    def _add_card(self, end: End, link_id: int, record: Any) -> None:
        texts = describe(self.workspace.file, record)
        mark = strength_of(self.workspace.chain.strength(end), end)
        foot = _foot(record, Weights.of(self.workspace.file.get(Engagement, 1)))
        card = LinkedCard(
            self.workspace, end, link_id, texts.code, texts.text, foot, texts.icon, mark
        )
        self.cards.append(card)
        self._cards.addWidget(card)

    # -- linking by keyboard -----------------------------------------------------------

    def _offer(self) -> None:
        menu = widgets.menu(self)
        linked = {end.id for end, _link in self._links()}
        for record in self.workspace.file.all(record_classes()[self.kind]):
            if record.id not in linked:
                code = record.code if isinstance(record, Coded) else ""
                words = f"{code}  {record.label or _('Untitled')}"
                menu.addAction(words, partial(self.link, record.id))
        menu.exec(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def link(self, id: int) -> None:
        """Link the initiative to a record of this kind."""
        here = self._end()
        if here is not None:
            self.workspace.link(End(self.kind, id), here)


def _foot(record: Any, weights: Weights) -> str:
    """A gap's severity, or how a KPI is to move."""
    if isinstance(record, Gap):
        value = severity_of(record, weights)
        return (
            _("Not scored yet")
            if value is None
            else _("Severity {value}").format(value=f"{value:.1f}")
        )
    assert isinstance(record, Kpi)
    if record.baseline is None or record.target is None:
        return _("Baseline or target missing")
    return f"{record.baseline:g} → {record.target:g} {record.unit}".strip()
