"""The head of the card: portrait, name, who they are, and the score of their segment."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Persona
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.backing import ClaimMark
from cxstudio.ui.editors.personas.calm import CalmLine, CalmText
from cxstudio.ui.editors.personas.portrait import Portrait
from cxstudio.ui.editors.personas.score import ScorePanel
from cxstudio.ui.forms.bind import Binding, bind
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.workspace import Workspace


class PersonaHead(QWidget):
    """Bound to one persona at a time. `duplicate_pressed` and `delete_pressed` from its menu."""

    duplicate_pressed = Signal()
    delete_pressed = Signal()
    present_pressed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self.portrait = Portrait(workspace)
        self.code = widgets.Label("", "code", "text_3")
        self.primary = widgets.Chip(_("primary persona"), "accent")
        self.name = CalmText(_("Name of the persona"), "title")
        self.archetype = CalmLine(_("The type in a few words: the careful planner"), "label")
        self.summary = CalmText(
            _("Who they are, what they come for, and what they fear."), "body", paragraphs=True
        )
        self.segment = CalmText(_("The segment of the survey behind it"), "small", "text_3")
        self.mark = ClaimMark(workspace)
        self.score = ScorePanel(workspace)
        self._bindings: list[Binding] = []
        self._fields: dict[QObject, str] = {}
        self._drops: list[LinkDrops] = []
        self._bind(self.name, "name", _("Name"))
        self._bind(self.archetype, "archetype", _("Type"))
        self._bind(self.summary, "summary", _("Summary"), claim=True)
        self._bind(self.segment, "segment", _("Segment"))
        self.name.entered.connect(self.archetype.setFocus)
        self.archetype.entered.connect(self.summary.setFocus)
        self._lay_out()

    def _bind(self, field: Any, attribute: str, label: str, claim: bool = False) -> None:
        field.setAccessibleName(label)
        named = _("Edit {field}").format(field=label)
        self._bindings.append(bind(self.workspace, field, Persona, attribute, named))
        self._fields[field] = attribute if claim else ""
        field.installEventFilter(self)
        target = self._summary if claim else self._this
        self._drops.append(LinkDrops(self.workspace, field, target))

    # -- layout ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.portrait, 0, top)
        row.addLayout(self._words(), 1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(theme.px(24))
        self._parts.addLayout(row, 1)
        self._parts.addWidget(self.score, 0, top)

    def set_narrow(self, narrow: bool) -> None:
        """Put the score below the words where there is no room beside them."""
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _words(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addLayout(self._first_row())
        words.addWidget(self.name)
        words.addWidget(self.archetype)
        words.addSpacing(theme.px(4))
        summary = QHBoxLayout()
        summary.setSpacing(theme.px(8))
        summary.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        summary.addWidget(self.summary, 1, Qt.AlignmentFlag.AlignTop)
        words.addLayout(summary)
        words.addWidget(self.segment)
        words.addStretch(1)
        return words

    def _first_row(self) -> QHBoxLayout:
        self.present = widgets.icon_button("presentation", _("Show large, on one page"), small=True)
        self.present.clicked.connect(self.present_pressed)
        self.more = widgets.icon_button("ellipsis", _("More"), small=True)
        self.more.clicked.connect(self.show_menu)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.code)
        row.addWidget(self.primary)
        row.addStretch(1)
        row.addWidget(self.present)
        row.addWidget(self.more)
        return row

    # -- showing ---------------------------------------------------------------------

    def show_persona(self, id: int | None) -> None:
        self.id = id
        for binding in self._bindings:
            binding.show(id)
        self.mark.show_end(self._summary())
        self.refresh()

    def refresh(self) -> None:
        """Show what the fields do not."""
        persona = self.workspace.file.get(Persona, self.id)
        if persona is None:
            return
        ids = [other.id for other in self.workspace.file.all(Persona)]
        self.portrait.show_persona(persona.id, ids.index(persona.id))
        self.code.setText(persona.code)
        self.primary.setVisible(persona.primary)
        self.mark.refresh()
        self.mark.setVisible(bool(persona.summary))
        self.score.show_persona(persona.id)

    def _this(self) -> End | None:
        return None if self.id is None else End("persona", self.id)

    def _summary(self) -> End | None:
        return None if self.id is None else End("persona", self.id, "summary")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self._fields and self.id is not None:
            self.workspace.select(End("persona", self.id, self._fields[watched]))
        return False

    # -- doing -----------------------------------------------------------------------

    def show_menu(self) -> None:
        if self.workspace.read_only or self.id is None:
            return
        menu = widgets.menu(self)
        primary = menu.addAction(_("Primary persona"))
        primary.setCheckable(True)
        primary.setChecked(self.workspace.file.one(Persona, self.id).primary)
        primary.toggled.connect(self.set_primary)
        menu.addSeparator()
        self.portrait.fill_menu(menu)
        menu.addSeparator()
        menu.addAction(_("Duplicate"), self.duplicate_pressed.emit)
        menu.addAction(_("Delete"), self.delete_pressed.emit)
        menu.exec(self.more.mapToGlobal(QPoint(0, self.more.height() + 4)))

    def set_primary(self, primary: bool) -> None:
        """Make this the primary persona, and no other; or none."""
        if self.id is None:
            return
        with self.workspace.change(_("Choose the primary persona")) as change:
            for other in self.workspace.file.all(Persona):
                change.get(Persona, other.id).primary = primary and other.id == self.id
