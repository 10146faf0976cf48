"""Vision, mission, values and objectives of the client, as cards to read and write (B4)."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.model import Objective, Principle
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.strategy.cards import ObjectiveCard, PrincipleCard
from cxstudio.ui.forms.panel_column import PanelColumn
from cxstudio.ui.page import Page
from cxstudio.ui.workspace import Workspace

NEXT_KIND = ("vision", "mission", "value")


class StrategyPage(Page):
    """Two groups of cards under each other, each in its own order."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.principles = PanelColumn(workspace, Principle, PrincipleCard)
        self.objectives = PanelColumn(workspace, Objective, ObjectiveCard)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_cards())
        self._stack.addWidget(self._make_empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head = widgets.PageHead(_("Strategy"))
        self.add_principle = widgets.filled(_("Vision, mission or value"), "plus")
        self.add_principle.clicked.connect(self.new_record)
        self.add_principle.setEnabled(not workspace.read_only)
        self.head.add_action(self.add_principle)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        self.refresh(None)

    # -- layout ----------------------------------------------------------------------

    def _make_cards(self) -> QWidget:
        self._scroll = widgets.ScrollColumn(max_width=760)
        self.add_objective = widgets.outline(_("Objective"), "plus", small=True)
        self.add_objective.clicked.connect(self.new_objective)
        self.add_objective.setEnabled(not self.workspace.read_only)
        self._group(
            _("Vision, mission and values"), _("what the client says of itself"), self.principles
        )
        self._scroll.body.addSpacing(theme.px(16))
        self._group(
            pgettext("of the business", "Objectives"),
            _("what the business wants from this"),
            self.objectives,
            self.add_objective,
        )
        return self._scroll

    def _group(
        self, title: str, hint: str, cards: PanelColumn, action: QPushButton | None = None
    ) -> None:
        head = widgets.SectionTitle(title, hint)
        if action is not None:
            head.add_action(action)
        self._scroll.add(head)
        self._scroll.add(cards)

    def _make_empty(self) -> QWidget:
        state = widgets.EmptyState(
            "compass",
            _("What the client stands for belongs here, in its own words."),
            _(
                "A journey is judged against what was promised: without the promise a gap is "
                "only an opinion."
            ),
            _("Add the vision"),
            _("Begin with an objective"),
        )
        state.pressed.connect(self.new_record)
        state.link_pressed.connect(self.new_objective)
        return state

    # -- doing -----------------------------------------------------------------------

    def new_record(self) -> None:
        """Another card: first a vision, then a mission, then values."""
        if self.workspace.read_only:
            return
        kind = NEXT_KIND[min(self.workspace.file.count(Principle), 2)]
        id = self.principles.add(_("Add to the strategy"), principle_kind=kind)
        self.show_record("principle", id)

    def new_objective(self) -> None:
        """Another objective, at the end."""
        if self.workspace.read_only:
            return
        self.show_record("objective", self.objectives.add(_("Add an objective")))

    def show_record(self, kind: str, id: int) -> None:
        cards = self.objectives if kind == "objective" else self.principles
        panel = cards.panels.get(id)
        if isinstance(panel, PrincipleCard | ObjectiveCard):
            self._scroll.show_part(panel)
            panel.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.workspace.select(panel.end)

    # -- showing ---------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        chosen = self.workspace.selection
        if event.spontaneous() or (chosen is not None and chosen.kind == "objective"):
            return
        if not self.principles.select_when_shown():
            self.objectives.select_when_shown()

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is not None and not (
            {"principle", "objective", "link", "evidence"} & changes.kinds
        ):
            return
        self.principles.reload()
        self.objectives.reload()
        empty = not self.principles.ids and not self.objectives.ids
        self._stack.setCurrentIndex(1 if empty else 0)
        self.add_principle.setVisible(not empty)

    def status(self) -> str:
        count = len(self.objectives.ids)
        return ngettext("{count} objective", "{count} objectives", count).format(count=count)
