"""A piece of evidence as a card that can be dragged to whatever rests on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.model import Evidence
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.evidence.feelings import LOOKS, feeling_word
from cxstudio.ui.evidence.figures_again import is_old
from cxstudio.ui.evidence.out_of_date import OutOfDate
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.shell.record_texts import describe
from cxstudio.ui.workspace import MIME, Workspace

FELT = ("excerpt", "comment", "observation")  # kinds that carry a feeling


def kind_word(kind: str) -> str:
    """The name of a kind of evidence, in the language of the interface."""
    return _(WORDS["evidence_kind"][kind])


class EvidenceCard(widgets.Card):
    """Carries the id only; `opened` on a click or Enter."""

    opened = Signal(int)

    def __init__(
        self,
        workspace: Workspace,
        evidence: Evidence,
        themes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        self.id = evidence.id
        words = describe(workspace.file, evidence)
        super().__init__(
            words.head,
            words.text,
            words.foot,
            words.icon,
            draggable=(MIME, f"evidence:{evidence.id}".encode()),
            parent=parent,
        )
        if evidence.evidence_kind in FELT:
            look = LOOKS[evidence.sentiment]
            chip = widgets.Chip(feeling_word(evidence.sentiment), look.chip, icon=look.icon)
            self.add_chip(chip)
        if is_old(workspace.file, evidence):
            old = OutOfDate(workspace, self)
            self.add_chip(old)
            old.show_ids([evidence.id])
        if themes:
            self._add_themes(themes)
        self.clicked.connect(self._open)
        LinkDrops(workspace, self, self._end)

    def _add_themes(self, themes: Sequence[str]) -> None:
        holder = QWidget()
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        flow = widgets.FlowLayout(theme.px(6))
        holder.setLayout(flow)
        for name in themes:
            flow.addWidget(widgets.Chip(name))
        self.body.addWidget(holder)

    def _end(self) -> End:
        return End("evidence", self.id)

    def _open(self) -> None:
        self.opened.emit(self.id)
