"""A persona on one page, written in place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout

from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.channels import MET, ChannelPanel
from cxstudio.ui.editors.personas.facts import FactPanel
from cxstudio.ui.editors.personas.grid import MOST
from cxstudio.ui.editors.personas.head import PersonaHead
from cxstudio.ui.editors.personas.parts import PartList
from cxstudio.ui.editors.personas.quote import QuotePanel
from cxstudio.ui.editors.personas.sliders import SliderPanel
from cxstudio.ui.editors.personas.traits import KINDS, TraitPanel
from cxstudio.ui.workspace import Workspace

SHOWN = frozenset({"persona", "trait", "slider", "link", "evidence", "attachment", "channel"})
SHOWN_TOO = MET | {"kpi", "reading", "interview", "wave"}
NARROW = 720  # pixels under which what stands side by side goes under each other


class PersonaCard(widgets.ScrollColumn):
    """Head, facts, four lists, sliders and quote, channels."""

    def __init__(self, workspace: Workspace, max_width: int = 1120) -> None:
        super().__init__(max_width=max_width)
        self.workspace = workspace
        self.id: int | None = None
        self._narrow = False
        self.head = PersonaHead(workspace)
        self.facts = FactPanel(workspace)
        self.traits = {kind: TraitPanel(workspace, kind) for kind in KINDS}
        self.sliders = SliderPanel(workspace)
        self.quote = QuotePanel(workspace)
        self.channels = ChannelPanel(workspace)
        self.body.setContentsMargins(*(theme.px(m) for m in (32, 24, 32, 32)))
        self.add(self.head)
        self.add(self.facts)
        self._add_traits()
        self._add_sliders_and_quote()
        self.add(self.channels)

    def _add_traits(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.px(16))
        self._place_traits(2)
        self.body.addLayout(self._grid)

    def _place_traits(self, columns: int) -> None:
        for place, panel in enumerate(self.traits.values()):
            self._grid.addWidget(panel, *divmod(place, columns))
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _add_sliders_and_quote(self) -> None:
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(theme.px(16))
        self._pair.addWidget(self.sliders, 7)
        self._pair.addWidget(self.quote, 4)
        self.body.addLayout(self._pair)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.viewport().width() < theme.px(NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            ways = QBoxLayout.Direction
            self._pair.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
            self._place_traits(1 if narrow else 2)
            self.head.set_narrow(narrow)
            for grid in (self.facts.list, self.channels.list):
                grid.set_most(3 if narrow else MOST)
        super().resizeEvent(event)

    def show_persona(self, id: int | None) -> None:
        """Show another persona, after what is still being written is kept."""
        if id != self.id:
            self.verticalScrollBar().setValue(0)
        self.id = id
        self.head.show_persona(id)
        self.quote.show_persona(id)
        for parts in self._lists():
            parts.show_persona(id)
        self.channels.show_persona(id)

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what changed around the fields, which look after themselves."""
        if self.id is None or (changes is not None and not (SHOWN | SHOWN_TOO) & changes.kinds):
            return
        self.head.refresh()
        self.quote.refresh()
        for parts in self._lists():
            parts.reload()
        self.channels.refresh(changes)

    def show_for_reading(self) -> None:
        """Hide what is only for writing, and what would not fit on one page."""
        for hidden in (
            self.head.present,
            self.head.more,
            self.head.score.pencil,
            self.facts.new,
            self.sliders.new,
            self.channels.new,
            self.channels.met,
            *(panel.list.new for panel in self.traits.values()),
        ):
            hidden.hide()

    def focus_name(self) -> None:
        self.head.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lists(self) -> list[PartList]:
        traits = [panel.list for panel in self.traits.values()]
        return [self.facts.list, *traits, self.sliders.list]

    def focus_part(self, kind: str, id: int) -> None:
        """Show one trait or slider, with the keyboard in it."""
        for parts in (*self._lists(), self.channels.list):
            if parts.cls.__tablename__ == kind and id in parts.parts:
                self.show_part(parts.parts[id])
                parts.focus_part(id)
                self.workspace.select(End(kind, id))
