"""Goals, needs, pains and behaviours: lines with their mark, their words and their evidence."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _, pgettext
from cxstudio.model import Trait
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.backing import Backing, ClaimMark
from cxstudio.ui.editors.personas.calm import CalmLine, CalmText
from cxstudio.ui.editors.personas.part import GUTTER, Part
from cxstudio.ui.editors.personas.parts import PartList
from cxstudio.ui.workspace import Workspace

KINDS = ("goal", "pain", "need", "behaviour")


def title_of(kind: str) -> str:
    """The heading of a list, in the language of the interface."""
    return {
        "goal": pgettext("persona", "Wants to reach"),
        "pain": pgettext("persona", "Is troubled by"),
        "need": pgettext("persona", "Needs"),
        "behaviour": pgettext("persona", "Does"),
    }[kind]


def invitation(kind: str) -> str:
    """What the line for a new entry says."""
    return {
        "goal": _("Add a goal"),
        "pain": _("Add a pain"),
        "need": _("Add a need"),
        "behaviour": _("Add a behaviour"),
    }[kind]


class TraitLine(Part):
    """Mark, words that wrap, and the first code at the right."""

    def __init__(self, parts: TraitList, id: int) -> None:
        super().__init__(parts, id)
        self.mark = ClaimMark(self.workspace, self.end)
        self.text = CalmText(_("Say it as the customer would"))
        self.backing = Backing(self.workspace)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.handle, 0, top)
        row.addWidget(self.mark, 0, top)
        row.addSpacing(theme.px(10))
        row.addWidget(self.text, 1, top)
        row.addSpacing(theme.px(8))
        row.addWidget(self.backing, 0, top)
        self.bind(self.text, "text", title_of(parts.fixed["trait_kind"]))
        self.text.entered.connect(self._next)
        self.text.emptied.connect(self.delete)

    def _next(self) -> None:
        assert isinstance(self.parts, TraitList)
        self.parts.focus_after(self.end.id)

    def first_field(self) -> QWidget:
        return self.text

    def refresh(self) -> None:
        trait = self.workspace.file.get(Trait, self.end.id)
        if trait is not None:
            self.mark.refresh()
            self.backing.show_end(self.end, bool(trait.text))


class TraitList(PartList):
    """Lines under each other, with a line for a new one at the end."""

    def __init__(self, workspace: Workspace, kind: str) -> None:
        self._column: QVBoxLayout | None = None
        super().__init__(workspace, Trait, TraitLine, trait_kind=kind)
        self.new = CalmLine(invitation(kind), tone="text")
        self.new.setAccessibleName(invitation(kind))
        self.new.entered.connect(self._take)
        self.new.left.connect(self._take)
        self.new.setEnabled(not workspace.read_only)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.gap, self.left = theme.px(10), theme.px(GUTTER)
        self._column.setSpacing(self.gap)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(GUTTER + 22), 0, 0, 0)
        row.addWidget(self.new)
        self._column.addLayout(row)
        self._column.addStretch(1)

    def lay_out(self) -> None:
        assert self._column is not None
        for place, part in enumerate(self.parts.values()):
            if self._column.indexOf(part) != place:
                self._column.removeWidget(part)
                self._column.insertWidget(place, part)

    def focus_after(self, id: int) -> None:
        """The keyboard goes to the next line, from the last to the one for a new entry."""
        at = self.ids.index(id) + 1
        if at < len(self.ids):
            self.focus_part(self.ids[at])
        else:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        text = self.new.text().strip()
        if text and not self.new.composing():
            self.new.clear()
            self.add(invitation(self.fixed["trait_kind"]), text=text)

    def set_inviting(self, inviting: bool) -> None:
        """Whether the line for a new entry shows its words."""
        shown = inviting or not self.parts
        self.new.setPlaceholderText(invitation(self.fixed["trait_kind"]) if shown else "")

    # -- dropping --------------------------------------------------------------------

    def accepts(self, kind: str, id: int) -> bool:
        if super().accepts(kind, id):
            return True
        trait = self.workspace.file.get(Trait, id) if kind == "trait" else None
        return (
            trait is not None
            and trait.persona_id == self.persona
            and trait.trait_kind in KINDS
            and not self.workspace.read_only
        )


class TraitPanel(widgets.Panel):
    """One list under its heading."""

    def __init__(self, workspace: Workspace, kind: str) -> None:
        super().__init__(padding=0)
        self.list = TraitList(workspace, kind)
        self.body.setContentsMargins(0, theme.px(14), theme.px(20), theme.px(8))
        self.body.setSpacing(theme.px(10))
        title = widgets.Label(title_of(kind), "section")
        title.setContentsMargins(theme.px(GUTTER), 0, 0, 0)
        self.body.addWidget(title)
        self.body.addWidget(self.list, 1)
        self.list.count_changed.connect(self._on_count)
        self.list.set_inviting(False)

    def _on_count(self, _count: int) -> None:
        self.list.set_inviting(self.underMouse())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.list.set_inviting(True)

    def leaveEvent(self, event: QEvent) -> None:
        self.list.set_inviting(False)
