"""The facts of a persona in a row: age, home, how often, each under its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Trait
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.backing import ClaimMark, assumption_word
from cxstudio.ui.editors.personas.calm import CalmLine, CalmText
from cxstudio.ui.editors.personas.grid import PartGrid
from cxstudio.ui.editors.personas.part import GUTTER, Part
from cxstudio.ui.editors.personas.parts import PartList
from cxstudio.ui.workspace import Workspace


class Fact(Part):
    """Mark and name, the fact below, and the word "assumption" when nothing stands behind it."""

    def __init__(self, parts: PartList, id: int) -> None:
        super().__init__(parts, id)
        self.mark = ClaimMark(self.workspace, self.end, "small")
        self.name = CalmLine(_("Age"), "small", "text_3")
        self.text = CalmText(_("Not known"), "label")
        self.assumed = widgets.Label(assumption_word(), "small", "error")
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self.mark)
        head.addWidget(self.name, 1)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addLayout(head)
        words.addWidget(self.text)
        words.addWidget(self.assumed)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.handle.setFixedHeight(theme.line_height("small"))
        row.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.bind(self.name, "name", _("Name of the fact"))
        self.bind(self.text, "text", _("Fact"))
        self.name.entered.connect(self.text.setFocus)
        self.text.emptied.connect(self._delete_when_empty)

    def _delete_when_empty(self) -> None:
        if not self.name.text():
            self.delete()

    def first_field(self) -> QWidget:
        return self.text if self.name.text() else self.name

    def refresh(self) -> None:
        self.mark.refresh()
        trait = self.workspace.file.get(Trait, self.end.id)
        assumed = self.mark.strength() == "none" and trait is not None and bool(trait.text)
        self.assumed.setVisible(assumed)


class FactPanel(widgets.Panel):
    """The facts in their panel, with the button for a new one at the right."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(padding=0)
        self.list = PartGrid(workspace, Trait, Fact, trait_kind="fact")
        self.new = widgets.icon_button("plus", _("Add a fact"), small=True)
        self.new.clicked.connect(self.add_fact)
        self.new.setEnabled(not workspace.read_only)
        self._none = widgets.Label(
            _("Facts, such as age, home and how often they come"), "body", "text_3"
        )
        self._none.setContentsMargins(theme.px(GUTTER), 0, 0, 0)
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(self._none, 1)
        row.addWidget(self.list, 1)
        row.addWidget(self.new, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(0, theme.px(12), theme.px(10), theme.px(12))
        self.body.addLayout(row)
        self.list.count_changed.connect(self._on_count)

    def add_fact(self) -> None:
        self.list.focus_part(self.list.add(_("Add a fact")))

    def _on_count(self, count: int) -> None:
        self._none.setVisible(not count)
        self.list.setVisible(bool(count))
