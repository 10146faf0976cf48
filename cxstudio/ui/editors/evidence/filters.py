"""The filters above the table of evidence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Theme
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.evidence.rows import Filter
from cxstudio.ui.evidence.cards import kind_word
from cxstudio.ui.evidence.feelings import FEELINGS, feeling_word
from cxstudio.ui.workspace import Workspace

_SHORTEST = 8  # letters of a choice on a small screen


class Filters(QWidget):
    """`now()` is what they say."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.search = widgets.SearchField(_("Search the evidence"))
        self.kind = self._choice(_("Kind"), _("All kinds"))
        self.theme = self._choice(_("Theme"), _("All themes"))
        self.feeling = self._choice(_("Feeling"), _("All feelings"))
        self.unused = widgets.Toggle(_("Not used yet"), _("Only evidence nothing rests on"))
        for kind in WORDS["evidence_kind"]:
            self.kind.addItem(kind_word(kind), kind)
        for sentiment in FEELINGS:
            self.feeling.addItem(feeling_word(sentiment), sentiment)
        self._lay_out()
        self.search.textChanged.connect(self._tell)
        self.unused.toggled.connect(self._tell)
        for choice in (self.kind, self.theme, self.feeling):
            choice.activated.connect(self._tell)
        self.refresh()

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(theme.px(16))
        first.addWidget(self.search, 1)
        first.addWidget(self.unused)
        second.setSpacing(theme.px(8))
        for choice in (self.kind, self.theme, self.feeling):
            second.addWidget(choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addLayout(first)
        column.addLayout(second)

    def _choice(self, name: str, everything: str) -> widgets.Choice:
        made = widgets.Choice()
        made.setAccessibleName(name)
        made.setSizeAdjustPolicy(
            widgets.Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        made.setMinimumContentsLength(_SHORTEST)
        made.addItem(everything, None)
        return made

    def refresh(self) -> None:
        """The themes there are now."""
        now = self.theme.currentData()
        while self.theme.count() > 1:
            self.theme.removeItem(1)
        for name in sorted({record.name for record in self.workspace.file.all(Theme)}):
            self.theme.addItem(name, name)
        self.theme.setCurrentIndex(max(self.theme.findData(now), 0))

    def _tell(self) -> None:
        self.changed.emit()

    def clear(self) -> None:
        """Everything again."""
        self.search.clear()
        self.unused.setChecked(False)
        for choice in (self.kind, self.theme, self.feeling):
            choice.setCurrentIndex(0)
        self.changed.emit()

    def now(self) -> Filter:
        return Filter(
            self.search.text(),
            self.kind.currentData(),
            self.theme.currentData(),
            self.feeling.currentData(),
            self.unused.isChecked(),
        )
