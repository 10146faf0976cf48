"""The palette beside the map: evidence, cards and touchpoints, to be dragged onto a step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy import select

from cxstudio import i18n
from cxstudio.drawing.journey.read_measures import Measures
from cxstudio.i18n import N_, _, ngettext
from cxstudio.model import Card, Evidence, Journey, Kpi, Lane, Record, Touchpoint
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.store.search import folded
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.record_texts import describe, strength_of
from cxstudio.ui.workspace import MIME, Workspace

MOST_SHOWN = 40
WAIT_MS = 120
FEELING = {-1: "negative", 1: "positive"}

TABS = (("evidence", N_("Evidence")), ("cards", N_("Cards")), ("inventory", N_("Inventory")))
FILTERS = {
    "evidence": (
        ("unused", N_("unused")),
        ("comment", N_("comments")),
        ("excerpt", N_("excerpts")),
    ),
    "cards": (("here", N_("this map")), ("assumption", N_("assumptions"))),
    "inventory": (("unused", N_("unused")), ("to_be", N_("to-be")), ("kpi", N_("KPIs"))),
}


class Entry(NamedTuple):
    """A record the palette offers, and the text it is found by."""

    end: End
    haystack: str


class Palette(widgets.Ground):
    """`placed` when Enter is pressed on an entry: it goes to the selected cell of the map."""

    placed = Signal(str, int)
    shown_on_map = Signal(int)  # a card of this map was clicked

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("sunken", parent)
        self.workspace = workspace
        self.journey_id: int | None = None
        self._on: dict[str, set[str]] = {key: set() for key, _title in TABS}
        self.tabs = widgets.Segmented([(key, _(title)) for key, title in TABS], _("Palette"))
        self.search = widgets.SearchField(_("Search"))
        self._chips = QWidget()
        self._chip_row = QHBoxLayout(self._chips)
        self._column = widgets.ScrollColumn(max_width=560)
        self._foot = widgets.Label(
            _("Drag onto a step, or press Enter to place it on the selected one."),
            "small",
            "text_3",
            wrap=True,
        )
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(WAIT_MS)
        self._lay_out()
        self.tabs.chosen.connect(self._on_tab)
        self.search.textChanged.connect(self._later.start)
        self._later.timeout.connect(self.rebuild)
        workspace.flush_requested.connect(self._at_once)
        self._show_chips()

    def _lay_out(self) -> None:
        self.setMinimumWidth(theme.px(220))
        self.setAccessibleName(_("Palette"))
        self._chip_row.setContentsMargins(0, 0, 0, 0)
        self._chip_row.setSpacing(theme.px(6))
        self._column.body.setContentsMargins(*(theme.px(side) for side in (16, 8, 16, 16)))
        self._column.body.setSpacing(theme.px(10))
        top = QVBoxLayout()
        top.setContentsMargins(*(theme.px(side) for side in (16, 12, 16, 4)))
        top.setSpacing(theme.px(10))
        for widget in (self.tabs, self.search, self._chips):
            top.addWidget(widget)
        foot = QVBoxLayout()
        foot.setContentsMargins(*(theme.px(side) for side in (16, 12, 16, 12)))
        foot.addWidget(self._foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._column, 1)
        column.addWidget(widgets.Hairline())
        column.addLayout(foot)

    # -- choosing ------------------------------------------------------------------------

    def show_journey(self, journey_id: int | None) -> None:
        """Offer things for this map."""
        self.journey_id = journey_id
        self._later.start()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Read anew when evidence, touchpoints, cards or links have changed."""
        kinds = {"evidence", "touchpoint", "kpi", "reading", "card", "link"}
        if changes is None or kinds & changes.kinds:
            self._later.start()

    def _at_once(self) -> None:
        """What was to be read a little later is read now: the file may be closed next."""
        if self._later.isActive():
            self.rebuild()

    def _on_tab(self, _key: str) -> None:
        self._show_chips()
        self.rebuild()

    def _show_chips(self) -> None:
        while item := self._chip_row.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for key, text in FILTERS[self.tabs.key()]:
            chip = FilterChip(key, _(text))
            chip.set_on(key in self._on[self.tabs.key()])
            chip.switched.connect(self._on_filter)
            self._chip_row.addWidget(chip)
        self._chip_row.addStretch(1)

    def _on_filter(self, key: str, on: bool) -> None:
        chosen = self._on[self.tabs.key()]
        chosen.add(key) if on else chosen.discard(key)
        self.rebuild()

    # -- what there is ---------------------------------------------------------------------

    def rebuild(self) -> None:
        """Show what fits the words and the filters, at most 40 of it."""
        self._later.stop()
        words = folded(self.search.text()).split()
        found = [e for e in self._entries() if all(word in e.haystack for word in words)]
        self.search.set_count(_("{count} found").format(count=len(found)))
        self._clear()
        for entry in found[:MOST_SHOWN]:
            self._add(entry.end)
        if len(found) > MOST_SHOWN:
            more = len(found) - MOST_SHOWN
            text = ngettext("{count} more; search for it.", "{count} more; search for them.", more)
            self._column.add(widgets.Label(text.format(count=more), "small", "text_3", wrap=True))
        if not found:
            self._column.add(widgets.Label(_("Nothing found."), "small", "text_3"))
        self._column.body.addStretch(1)

    def _clear(self) -> None:
        while item := self._column.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _entries(self) -> Sequence[Entry]:
        match self.tabs.key():
            case "cards":
                return self._cards()
            case "inventory":
                return [*self._touchpoints(), *self._kpis()]
        return self._evidence()

    def _evidence(self) -> list[Entry]:
        on = self._on["evidence"]
        kinds = on & {"comment", "excerpt"}
        chain = self.workspace.chain
        entries = []
        for evidence in self.workspace.file.all(Evidence):
            end = End("evidence", evidence.id)
            if kinds and evidence.evidence_kind not in kinds:
                continue
            if "unused" in on and chain.supports(end):
                continue
            entries.append(Entry(end, _haystack(evidence, evidence.code)))
        return entries

    def _cards(self) -> list[Entry]:
        on, chain = self._on["cards"], self.workspace.chain
        query = select(Card.id, Card.text, Lane.journey_id).join(Lane, Lane.id == Card.lane_id)
        if "here" in on:
            query = query.where(Lane.journey_id == self.journey_id)
        entries = []
        for id, text, _journey in self.workspace.file.rows(query.order_by(Card.id)):
            end = End("card", id)
            if text and not ("assumption" in on and chain.strength(end) != "none"):
                entries.append(Entry(end, folded(text)))
        return entries

    def _kpis(self) -> list[Entry]:
        on = self._on["inventory"]
        query = select(Card.kpi_id).join(Lane, Lane.id == Card.lane_id)
        here = {row[0] for row in self.workspace.file.rows(
            query.where(Lane.journey_id == self.journey_id, Card.kpi_id.is_not(None))
        )}  # fmt: skip
        return [
            Entry(End("kpi", kpi.id), _haystack(kpi, kpi.code))
            for kpi in self.workspace.file.all(Kpi)
            if not ("unused" in on and kpi.id in here) and not ("to_be" in on and "kpi" not in on)
        ]

    def _touchpoints(self) -> list[Entry]:
        on = self._on["inventory"]
        if "kpi" in on:
            return []
        used = select(Card.touchpoint_id).join(Lane, Lane.id == Card.lane_id)
        here = used.where(Lane.journey_id == self.journey_id)
        on_map = {row[0] for row in self.workspace.file.rows(here)}
        return [
            Entry(End("touchpoint", touchpoint.id), _haystack(touchpoint, touchpoint.code))
            for touchpoint in self.workspace.file.all(Touchpoint)
            if not ("unused" in on and touchpoint.id in on_map)
            and not ("to_be" in on and touchpoint.state != "to_be")
        ]

    def _add(self, end: End) -> None:
        record = self.workspace.record(end)
        if record is None:
            return
        text = describe(self.workspace.file, record)
        code, foot = text.code or text.kind, text.foot
        if isinstance(record, Touchpoint):
            foot = _(WORDS["touchpoint_state"].get(record.state, ""))
        elif isinstance(record, Kpi):
            foot = self._standing(record)
        elif isinstance(record, Card):
            code, foot = self._place_of(record), text.foot
        mark: Any = strength_of(self.workspace.chain.strength(end), end)
        card = PaletteCard(end, code, text.text, foot, "" if mark else text.icon, mark)
        if isinstance(record, Evidence) and record.sentiment in FEELING:
            kind: Any = FEELING[record.sentiment]
            card.add_chip(widgets.Chip(_(WORDS["sentiment"][str(record.sentiment)]), kind))
        card.chosen.connect(self._on_chosen)
        card.placed.connect(self.placed)
        self._column.add(card)

    def _standing(self, kpi: Kpi) -> str:
        """The newest reading, and the target."""
        measure = Measures(self.workspace.file.session, i18n.language()).kpi(kpi.id)
        return " · ".join(part for part in (measure.value, measure.aim, measure.basis) if part)

    def _place_of(self, card: Card) -> str:
        lane = self.workspace.file.one(Lane, card.lane_id)
        journey = self.workspace.file.one(Journey, lane.journey_id)
        return f"{journey.code} · {lane.name}"

    def _on_chosen(self, kind: str, id: int) -> None:
        self.workspace.select(End(kind, id))
        if kind == "card":
            self.shown_on_map.emit(id)


def _haystack(record: Record, code: str) -> str:
    return folded("\n".join((code, *(getattr(record, name) or "" for name in record.searched))))


class PaletteCard(widgets.Card):
    """A record to drag; a click looks at it, Enter places it."""

    chosen = Signal(str, int)
    placed = Signal(str, int)

    def __init__(self, end: End, code: str, text: str, foot: str, icon: str, mark: Any) -> None:
        super().__init__(code, text, foot, icon, mark, (MIME, f"{end.kind}:{end.id}".encode()))
        self.end = end
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self.end.kind, self.end.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.placed.emit(self.end.kind, self.end.id)
        else:
            super().keyPressEvent(event)


class FilterChip(widgets.Chip):
    """A filter that is on or off."""

    switched = Signal(str, bool)

    def __init__(self, key: str, text: str) -> None:
        super().__init__(text, clickable=True)
        self._key, self._checked = key, False
        self.clicked.connect(self._switch)

    def set_on(self, on: bool) -> None:
        """On or off, without a signal."""
        self._checked = on
        self.set_kind("accent" if on else "neutral")
        self.setAccessibleDescription(_("on") if on else _("off"))

    def _switch(self) -> None:
        self.set_on(not self._checked)
        self.switched.emit(self._key, self._checked)
