"""Journey maps: the canvas, the palette beside it, and the journeys to choose from (E1, E2)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import Card, Emotion, Journey, Lane, Stage, Step
from cxstudio.model.chain import End
from cxstudio.model.own_templates import OwnTemplate
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.ui import widgets
from cxstudio.ui.canvas.structure import Structure
from cxstudio.ui.canvas.view import MapView
from cxstudio.ui.editors.journeys import making
from cxstudio.ui.editors.journeys.as_table import TableView
from cxstudio.ui.editors.journeys.choosing import HeadMenus
from cxstudio.ui.editors.journeys.commands import commands
from cxstudio.ui.editors.journeys.difference import DifferencePane
from cxstudio.ui.editors.journeys.filter import Filtering
from cxstudio.ui.editors.journeys.head import JourneyHead
from cxstudio.ui.editors.journeys.importing import MapImport
from cxstudio.ui.editors.journeys.lanes import LanesPopup
from cxstudio.ui.editors.journeys.palette import Palette
from cxstudio.ui.editors.journeys.parts import Parts
from cxstudio.ui.editors.journeys.sides import Sides
from cxstudio.ui.editors.journeys.stepmaps import StepMaps
from cxstudio.ui.editors.journeys.views import Views
from cxstudio.ui.page import Command, Page
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.tables.record_list import RecordList, plain_row
from cxstudio.ui.workspace import Workspace

SHOWN = frozenset(
    ("journey", "stage", "step", "lane", "card", "emotion", "journey_persona", "persona", "link")
    + ("connector", "attachment", "department", "trait")
    + ("evidence", "touchpoint", "channel", "kpi", "reading", "wave")
    + ("gap", "initiative", "insight")
)


class JourneysPage(Page):
    """One journey at a time on the canvas, as a table, or against its as-is."""

    wide = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.help_line = _("Space pans · Ctrl wheel zooms · F2 edits the card")
        self.journey_id: int | None = None
        self.comparing = False
        self.structure = Structure(workspace)
        self.head = JourneyHead()
        self.canvas = MapView(workspace)
        self.table = TableView(self.canvas.document)
        self.difference = DifferencePane(workspace)
        self.palette_pane = Palette(workspace)
        self.step_maps = StepMaps(workspace, self.show_journey)
        self.parts = Parts(self.canvas, self.structure, self.step_maps, self)
        self.menus, self.naming = self.parts.menus, self.parts.naming
        self.filtering = Filtering(workspace, self.canvas.map, self)
        self.views = Views(self.canvas, self.filtering, self)
        self.choosing = HeadMenus(self)
        self.lanes_popup = LanesPopup(workspace, self.structure, self)
        self.importing = MapImport(self)
        self.pane = self._make_pane()
        self._lay_out()
        self._connect()
        first = workspace.file.all(Journey)[:1]
        self.show_journey(first[0].id if first else None)
        self.canvas.setFocus()  # not the title, which would be the first to take the keyboard

    # -- layout ----------------------------------------------------------------------------

    def _make_pane(self) -> ListPane:
        rows = RecordList(self.workspace, Journey, self._row_of)
        pane = ListPane(_("Journeys"), rows, _("New"))
        pane.new_button.setEnabled(not self.workspace.read_only)
        pane.hide()
        return pane

    def _row_of(self, record: Any) -> dict[int, Any]:
        row = plain_row(record)
        row[widgets.Row.SECOND] = _(WORDS["journey_kind"].get(record.journey_kind, ""))
        return row

    def _lay_out(self) -> None:
        self.body = QStackedWidget()
        for view in (self.canvas, self.table, self.difference):
            self.body.addWidget(view)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.filtering.bar)
        column.addWidget(self.body, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(middle)
        self.stack.addWidget(self._make_empty())
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        parts = (self.pane, self.stack, self.palette_pane)
        for part in parts:
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.splitter)
        settings = self.workspace.settings
        self.sides = Sides(self.splitter, parts, self.head.palette_button, settings)

    def _make_empty(self) -> QWidget:
        self.empty = widgets.EmptyState(
            "map",
            _("What customers do, meet, think and feel belongs here, step by step."),
            _("Where does the journey break, and who notices it first?"),
            _("New journey map"),
            _("Import a map"),
        )
        self.empty.pressed.connect(self.new_record)
        return self.empty

    def _connect(self) -> None:
        head, canvas, pane = self.head, self.canvas, self.pane
        head.title.renamed.connect(self._rename)
        head.journeys.clicked.connect(self.choosing.show_journeys)
        head.state_chosen.connect(self.show_state)
        head.to_be.clicked.connect(self.make_to_be)
        head.personas.clicked.connect(self.choosing.show_personas)
        head.persona_pressed.connect(self._choose_persona)
        head.lanes.clicked.connect(self._show_lanes)
        head.export.clicked.connect(self.choosing.show_export)
        self.empty.link_pressed.connect(self.importing.choose)
        head.table.toggled.connect(self._show_table)
        head.palette_button.toggled.connect(self.sides.show_palette)
        canvas.selection_changed.connect(self._on_selection)
        canvas.card_menu.connect(self._show_card_menu)
        canvas.label_wanted.connect(self.menus.cards.write_label)
        canvas.measure_wanted.connect(self.menus.cards.choose_measure)
        head.back.clicked.connect(self.step_maps.back)
        head.filter.clicked.connect(self._show_filter)
        head.views.clicked.connect(self._show_views)
        self.palette_pane.placed.connect(self._place)
        self.palette_pane.shown_on_map.connect(self._show_card)
        pane.chosen.connect(self._on_pane)
        pane.new_pressed.connect(self.choosing.show_templates)
        pane.delete_pressed.connect(self.delete_record)
        pane.duplicate_pressed.connect(self.duplicate_record)
        pane.enter_pressed.connect(canvas.setFocus)
        canvas.editor.installEventFilter(self)

    # -- showing ---------------------------------------------------------------------------

    def show_journey(self, journey_id: int | None) -> None:
        """Another journey on the canvas; None shows how to begin."""
        self.naming.cancel()
        self.journey_id = journey_id
        self.canvas.show_journey(journey_id)
        self.filtering.show_journey(journey_id)
        self.palette_pane.show_journey(journey_id)
        self.pane.rows.reload()
        self.pane.choose(journey_id)
        self._show_all()
        end = None if journey_id is None else End("journey", journey_id)
        self.workspace.select(end)

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is not None and not SHOWN & changes.kinds:
            return
        file = self.workspace.file
        if self.journey_id is not None and file.get(Journey, self.journey_id) is None:
            self.step_maps.back()  # a step's map that was undone leads to where it was made
        if changes is None or changes.touches("journey"):
            self.pane.reload()
        if self.journey_id is None or file.get(Journey, self.journey_id) is None:
            rest = file.all(Journey)
            self.show_journey(rest[0].id if rest else None)
            return
        self.canvas.refresh(changes)
        self.palette_pane.refresh(changes)
        self._show_all()

    def _show_all(self) -> None:
        self.stack.setCurrentIndex(1 if self.journey_id is None else 0)
        if self.journey_id is None:
            return
        data = self.canvas.map.data
        pair = making.pair_of(self.workspace, self.journey_id)
        self.comparing = self.comparing and pair is not None
        state = "difference" if self.comparing else data.kind
        self.head.show_map(data, state, pair is not None, self.canvas.persona)
        self.head.lock(self.workspace.read_only)
        self.head.show_way(self.step_maps.came_from(self.journey_id))
        if self.comparing and pair is not None:
            self.difference.show_pair(*pair)
            self.body.setCurrentWidget(self.difference)
        elif self.head.table.isChecked():
            self.table.show_map(data)
            self.body.setCurrentWidget(self.table)
        else:
            self.body.setCurrentWidget(self.canvas)

    def show_state(self, state: str) -> None:
        """The as-is, the to-be, or how they differ."""
        pair = making.pair_of(self.workspace, self.journey_id or 0)
        if pair is None:
            return
        self.comparing = state == "difference"
        if self.comparing:
            self._show_all()
        else:
            self.show_journey(pair[0] if state == "as_is" else pair[1])

    def show_record(self, kind: str, id: int) -> None:
        journey = self._journey_of(kind, id)
        if journey is None:
            return
        self.comparing = False
        if journey != self.journey_id:
            self.show_journey(journey)
        self._show_all()
        if kind == "card":
            self.canvas.select_cards([id])
        elif kind == "step":
            self.canvas.select_step(id)

    def _journey_of(self, kind: str, id: int) -> int | None:
        file = self.workspace.file
        if kind == "journey":
            return id
        if kind == "card":
            card = file.get(Card, id)
            kind, id = "lane", card.lane_id if card else 0
        if kind == "lane":
            lane = file.get(Lane, id)
            return lane.journey_id if lane else None
        if kind == "emotion":
            emotion = file.get(Emotion, id)
            kind, id = "step", emotion.step_id if emotion else 0
        if kind == "step":
            step = file.get(Step, id)
            kind, id = "stage", step.stage_id if step else 0
        stage = file.get(Stage, id)
        return stage.journey_id if stage else None

    def status(self) -> str:
        data = self.canvas.map.data
        cards = len(data.cards)
        backed = sum(1 for card in data.cards if card.strength not in (None, "none"))
        steps = ngettext("{count} step", "{count} steps", len(data.steps))
        texts = ngettext("{count} card", "{count} cards", cards)
        return _("{steps}, {cards}, {backed} with evidence").format(
            steps=steps.format(count=len(data.steps)),
            cards=texts.format(count=cards),
            backed=backed,
        )

    # -- journeys --------------------------------------------------------------------------

    def new_record(self) -> None:
        self.new_journey("blank")

    def import_file(self, path: Path) -> None:
        self.importing.start(path)

    def new_journey(self, template: str) -> None:
        """A journey from a template, its title ready to be written."""
        if self.workspace.read_only:
            return
        id = making.new_journey(self.workspace, template)
        self.show_journey(id)
        self.head.title.setFocus()
        self.head.title.selectAll()

    def new_from(self, template: OwnTemplate) -> None:
        """A journey from a template of the user's own."""
        if not self.workspace.read_only:
            self.show_journey(making.new_from(self.workspace, template))

    def duplicate_record(self) -> None:
        if self.journey_id is not None and not self.workspace.read_only:
            self.show_journey(making.copy_journey(self.workspace, self.journey_id))

    def make_to_be(self) -> None:
        """A to-be of the journey shown, and show it."""
        if self.journey_id is not None and not self.workspace.read_only:
            self.show_journey(making.make_to_be(self.workspace, self.journey_id))

    def delete_record(self) -> None:
        if self.journey_id is not None and not self.workspace.read_only:
            making.delete_journey(self.workspace, self.journey_id)

    def _rename(self, title: str) -> None:
        if self.journey_id is not None:
            with self.workspace.change(_("Rename")) as change:
                change.get(Journey, self.journey_id).title = title

    def _on_pane(self, id: object) -> None:
        if isinstance(id, int) and id != self.journey_id:
            self.show_journey(id)

    def toggle_pane(self) -> None:
        """Show or fold the list of all journeys."""
        self.sides.toggle_list()

    def commands(self) -> list[Command]:
        return commands(self)

    # -- head --------------------------------------------------------------------------------

    def _choose_persona(self, persona: object) -> None:
        assert isinstance(persona, int)
        self.canvas.persona = persona
        self.head.show_map(
            self.canvas.map.data,
            self.canvas.map.data.kind,
            making.pair_of(self.workspace, self.journey_id or 0) is not None,
            persona,
        )

    def _show_filter(self) -> None:
        self.filtering.open_under(self.head.filter)

    def _show_views(self) -> None:
        self.views.open_under(self.head.views)

    def _show_lanes(self) -> None:
        if self.journey_id is not None:
            self.lanes_popup.show_under(self.head.lanes, self.journey_id)

    def _show_table(self, _on: bool) -> None:
        self.canvas.writing.finish()
        self._show_all()

    # -- parts of the map ------------------------------------------------------------------

    def _on_selection(self) -> None:
        current = self.canvas.map.selection.current
        if current is not None:
            self.workspace.select(End("card", int(current)))
        elif self.journey_id is not None:
            self.workspace.select(End("journey", self.journey_id))

    def _show_card_menu(self, place: QPoint) -> None:
        menu = self.menus.for_selection()
        if menu is not None and not menu.isEmpty():
            menu.popup(place)

    def _place(self, kind: str, id: int) -> None:
        """A record of the palette into the selected cell."""
        cell = self.canvas.map.selection.cell
        if cell is None or not self.canvas.can_write(cell):
            self.workspace.say(_("Select a cell of the map first."))
            return
        card = self.canvas.document.place(kind, id, cell)
        if card is not None:
            self.canvas.select_cards([card])

    def _show_card(self, card: int) -> None:
        if card in self.canvas.map.laid.places:
            self.canvas.select_cards([card])

    # -- keys --------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The map's own keys go before the window's shortcuts while the map has the keyboard."""
        override = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and self.canvas.wants_key(event):  # type: ignore[arg-type]
            event.accept()
            return True
        return super().eventFilter(watched, event)
