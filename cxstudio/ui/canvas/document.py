"""One journey of the open engagement, as the canvas reads it and writes into it.

Every method that writes is one change, and so one undo step.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import select

from cxstudio import i18n
from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.map import Id, MapData
from cxstudio.drawing.journey.read import MapReader
from cxstudio.drawing.journey.read_cards import Known
from cxstudio.i18n import _, ngettext
from cxstudio.model import Card, Emotion, Evidence, Gap, Journey, Kpi, Lane, Link, Touchpoint
from cxstudio.model.chain import End
from cxstudio.model.order import arrange
from cxstudio.store import Change, ChangeSet
from cxstudio.store.duplicate import duplicate
from cxstudio.ui.canvas.keeping import forget_pictures
from cxstudio.ui.canvas.measuring import Measuring
from cxstudio.ui.canvas.origins import origin
from cxstudio.ui.workspace import Workspace

EMPTY = MapData("", "")
WITHOUT_CARDS = frozenset(("emotion", "visibility"))
PLACED = frozenset(("evidence", "touchpoint", "kpi", "insight", "gap", "initiative", "card"))
"""The kinds of records that become a card when they are dropped on a cell."""


class MapDocument:
    """The journey with this id; `journey_id` is None while there is none."""

    def __init__(self, workspace: Workspace, journey_id: int | None = None) -> None:
        self.workspace = workspace
        self.journey_id = journey_id
        self._numbers: dict[Id, int] = {}
        self._reader: MapReader | None = None

    @property
    def writable(self) -> bool:
        return self.journey_id is not None and not self.workspace.read_only

    def data(self) -> MapData:
        """The map as it is in the file now; an empty one when the journey is gone."""
        file = self.workspace.file
        self._reader = None
        if self.journey_id is None or file.get(Journey, self.journey_id) is None:
            return EMPTY
        known = Known(file.session, self.workspace.chain, i18n.language())
        self._reader = MapReader(file.session, self.journey_id, known)
        data = self._reader.whole()
        self._numbers = {step.id: step.number for step in data.steps}
        return data

    def data_after(
        self, before: MapData, changes: ChangeSet
    ) -> tuple[MapData, frozenset[Id] | None]:
        """The map after a change, and the lanes in which it has other cards, None for any.

        When cards alone were touched, only their cells are read.
        """
        reader = self._reader
        known = reader is not None and reader.journey_id == self.journey_id
        if reader is None or not known or changes.kinds != {"card"}:
            return self.data(), None
        return reader.after(before, {touch.id for touch in changes.touched})

    def known(self) -> Known:
        """What the cards of the map point at, as it was last read."""
        if self._reader is None:
            return Known(self.workspace.file.session, self.workspace.chain, i18n.language())
        return self._reader.known

    def takes_cards(self, cell: Cell) -> bool:
        """Whether cards can stand in a cell: not on the curve, nor on a line."""
        lane = self.workspace.file.get(Lane, int(cell.lane_id))
        return lane is not None and lane.lane_kind not in WITHOUT_CARDS

    # -- cards ---------------------------------------------------------------------

    def add_card(self, cell: Cell, text: str, index: int | None = None, colour: str = "") -> int:
        """A new card in a cell, before the one at `index` or last; gives its id."""
        with self.workspace.change(_("New card")) as change:
            return add_to(change, cell, index, text=text, colour=colour)

    def add_cards(self, cell: Cell, texts: Sequence[str], index: int | None = None) -> list[int]:
        """Several cards under one another."""
        with self.workspace.change(_("New cards")) as change:
            at = len(cards_of_cell(change, cell)) if index is None else index
            return [add_to(change, cell, at + i, text=text) for i, text in enumerate(texts)]

    def set_text(self, card_id: int, text: str) -> None:
        card = self.workspace.file.get(Card, card_id)
        if card is not None and card.text != text:
            with self.workspace.change(_("Edit card")) as change:
                change.get(Card, card_id).text = text

    def move_cards(self, ids: Sequence[int], cell: Cell, index: int) -> None:
        """Put cards, in the order given, before the card at `index` among the others there."""
        label = ngettext("Move card", "Move {count} cards", len(ids)).format(count=len(ids))
        if not self._is_move(ids, cell, index):
            return
        with self.workspace.change(label) as change:
            moving = [change.get(Card, id) for id in ids]
            _take_out(change, moving)
            _put(change, moving, cell, index)

    def _is_move(self, ids: Sequence[int], cell: Cell, index: int) -> bool:
        cards = self.cards_in(cell)
        others = [id for id in cards if id not in ids]
        return cards != [*others[:index], *ids, *others[index:]]

    def spread_cards(self, targets: dict[int, Cell]) -> None:
        """Move each card to the end of a cell of its own."""
        label = ngettext("Move card", "Move {count} cards", len(targets))
        with self.workspace.change(label.format(count=len(targets))) as change:
            for id, cell in targets.items():
                card = change.get(Card, id)
                _take_out(change, [card])
                _put(change, [card], cell, len(cards_of_cell(change, cell)))

    def copy_cards(self, ids: Iterable[int], cell: Cell | None = None) -> list[int]:
        """Copies with their evidence: below the originals, or at the end of a cell."""
        with self.workspace.change(_("Duplicate cards")) as change:
            return [copied_to(change, change.get(Card, id), cell) for id in ids]

    def delete_cards(self, ids: Collection[int]) -> None:
        """Delete cards and say so, with Undo."""
        label = ngettext("Delete card", "Delete {count} cards", len(ids)).format(count=len(ids))
        with self.workspace.change(label) as change:
            cards = [change.get(Card, id) for id in ids]
            pictures = [card.attachment_id for card in cards]
            for card in cards:
                change.delete(card)
            forget_pictures(change, pictures)
        said = ngettext("Deleted a card.", "Deleted {count} cards.", len(ids))
        self.workspace.say(said.format(count=len(ids)), undo=True)

    def set_colour(self, ids: Iterable[int], colour: str) -> None:
        """A sticky colour, or the lane's own when empty."""
        with self.workspace.change(_("Colour of cards")) as change:
            for id in ids:
                change.get(Card, id).colour = colour

    def set_confidential(self, ids: Iterable[int], confidential: bool) -> None:
        """Whether cards stay inside the team."""
        with self.workspace.change(_("Confidential")) as change:
            for id in ids:
                change.get(Card, id).confidential = confidential

    def set_touchpoint(self, card_id: int, touchpoint_id: int | None) -> None:
        with self.workspace.change(_("Touchpoint of a card")) as change:
            change.get(Card, card_id).touchpoint_id = touchpoint_id

    # -- from elsewhere --------------------------------------------------------------

    def place(self, kind: str, id: int, cell: Cell, index: int | None = None) -> int | None:
        """A new card for a record, with its words and linked to it; None when it cannot be."""
        if kind == "card":
            return self._place_card(id, cell, index)
        text = self._words(kind, id)
        if text is None:
            return None
        with self.workspace.change(self.placing(kind, cell)) as change:
            if kind == "touchpoint":
                return add_to(change, cell, index, text=text, touchpoint_id=id)
            if kind == "kpi":
                return add_to(change, cell, index, text=text, kpi_id=id)
            card = add_to(change, cell, index, text=text)
            ends = ("card", card, kind, id) if kind in ("gap", "initiative") else ()
            source_kind, source_id, target_kind, target_id = ends or (kind, id, "card", card)
            change.add(
                Link(
                    source_kind=source_kind,
                    source_id=source_id,
                    target_kind=target_kind,
                    target_id=target_id,
                )
            )
            return card

    def link(self, kind: str, id: int, card_id: int) -> None:
        """Link a record to a card that is there already."""
        if kind == "touchpoint":
            self.set_touchpoint(card_id, id)
        elif kind == "kpi":
            Measuring(self.workspace).set_kpi([card_id], id)
        else:
            self.workspace.link(End(kind, id), End("card", card_id))

    def _place_card(self, id: int, cell: Cell, index: int | None) -> int | None:
        """A card of this map is moved; one of another map is copied with its evidence."""
        card = self.workspace.file.get(Card, id)
        if card is None:
            return None
        if self.workspace.file.one(Lane, card.lane_id).journey_id == self.journey_id:
            self.move_cards([id], cell, len(self.cards_in(cell)) if index is None else index)
            return id
        return self.copy_cards([id], cell)[0]

    def _words(self, kind: str, id: int) -> str | None:
        file = self.workspace.file
        match kind:
            case "evidence":
                evidence = file.get(Evidence, id)
                return evidence.text if evidence else None
            case "touchpoint":
                touchpoint = file.get(Touchpoint, id)
                return touchpoint.name if touchpoint else None
            case "kpi":
                kpi = file.get(Kpi, id)
                return kpi.name if kpi else None
            case "insight" | "gap" | "initiative":
                record = self.workspace.record(End(kind, id))
                return record.label if record else None
        return None

    def placing(self, kind: str, cell: Cell) -> str:
        """In words, what a drop of such a record will do."""
        lane = self.workspace.file.get(Lane, int(cell.lane_id))
        step = self.step_number(int(cell.step_id))
        texts = {
            "touchpoint": _("New card on step {step}, linked to the touchpoint"),
            "kpi": _("New measure on step {step}, with the KPI’s newest reading"),
            "card": _("Card on step {step}"),
            "gap": _("New card on step {step}, linked to the gap"),
            "initiative": _("New card on step {step}, linked to the initiative"),
            "insight": _("New card on step {step}, resting on the insight"),
        }
        evidence = {
            "pain_points": _("New pain point on step {step}, with its evidence"),
            "opportunities": _("New opportunity on step {step}, with its evidence"),
            "thoughts": _("New thought on step {step}, with its evidence"),
        }
        usual = _("New card on step {step}, with its evidence")
        text = texts.get(kind) or evidence.get(lane.lane_kind if lane else "", usual)
        return text.format(step=step)

    def step_number(self, step_id: int) -> int:
        """The number that people call a step by, on the map as it was last read."""
        return self._numbers.get(step_id, 0)

    # -- emotion ---------------------------------------------------------------------

    def set_emotion(self, step_id: int, persona_id: int, value: float | None) -> None:
        """How a persona feels at a step, −2 to +2; None leaves it blank."""
        found = self.workspace.file.all(
            Emotion, Emotion.step_id == step_id, Emotion.persona_id == persona_id
        )
        if (found[0].value if found else None) == value:
            return
        key = ("emotion", step_id, persona_id)
        with self.workspace.change(_("Emotion"), key if value is not None else None) as change:
            if value is None:
                change.delete(change.get(Emotion, found[0].id))
            elif found:
                change.get(Emotion, found[0].id).value = value
            else:
                change.add(Emotion(step_id=step_id, persona_id=persona_id, value=value))

    # -- onward ----------------------------------------------------------------------

    def make_gap(self, card_id: int) -> int:
        """A gap that rests on a card, at the card's step; gives its id."""
        with self.workspace.change(_("Gap from a card")) as change:
            card = change.get(Card, card_id)
            gap = Gap(title=card.text, gap_kind="journey", step_id=card.step_id)
            gap.touchpoint_id = card.touchpoint_id
            gap.position = self.workspace.file.count(Gap)
            change.add(gap)
            change.add(
                Link(source_kind="card", source_id=card_id, target_kind="gap", target_id=gap.id)
            )
            return gap.id

    # -- asking ------------------------------------------------------------------------

    def cards_in(self, cell: Cell) -> list[int]:
        """Ids of the cards of a cell from top to bottom."""
        where = (Card.step_id == cell.step_id, Card.lane_id == cell.lane_id)
        return [card.id for card in self.workspace.file.all(Card, *where)]

    def cell_of(self, card_id: int) -> Cell | None:
        card = self.workspace.file.get(Card, card_id)
        return Cell(card.step_id, card.lane_id) if card else None

    def text_of(self, card_id: int) -> str:
        card = self.workspace.file.get(Card, card_id)
        return card.text if card else ""


def cards_of_cell(change: Change, cell: Cell) -> list[Card]:
    """The cards of a cell from top to bottom, as the change sees them."""
    change.flush()
    where = (Card.step_id == cell.step_id, Card.lane_id == cell.lane_id)
    query = select(Card).where(*where).order_by(Card.position, Card.id)
    return list(change.session.scalars(query))


def add_to(change: Change, cell: Cell, index: int | None, **values: object) -> int:
    """A new card in a cell, before the one at `index` or last; gives its id."""
    card = Card(step_id=cell.step_id, lane_id=cell.lane_id, **values)
    others = cards_of_cell(change, cell)
    place = len(others) if index is None else index
    card.position = place
    change.add(card)
    arrange([*others[:place], card, *others[place:]])
    return card.id


def copied_to(change: Change, card: Card, cell: Cell | None) -> int:
    """A copy with its evidence: after the original, or at the end of a cell."""
    copy = duplicate(change, card)
    before, copy.as_is_id = copy.as_is_id, None
    here = cell or Cell(card.step_id, card.lane_id)
    copy.step_id, copy.lane_id = int(here.step_id), int(here.lane_id)
    others = [other for other in cards_of_cell(change, here) if other.id != copy.id]
    after = next((i + 1 for i, other in enumerate(others) if other.id == card.id), len(others))
    arrange([*others[:after], copy, *others[after:]])
    copy.as_is_id = origin(change, here, card.id, before)
    return copy.id


def _take_out(change: Change, moving: Sequence[Card]) -> None:
    """Close the gaps that cards leave behind in their cells."""
    ids = {card.id for card in moving}
    for cell in {Cell(card.step_id, card.lane_id) for card in moving}:
        arrange([card for card in cards_of_cell(change, cell) if card.id not in ids])


def _put(change: Change, moving: Sequence[Card], cell: Cell, index: int) -> None:
    ids = {card.id for card in moving}
    others = [card for card in cards_of_cell(change, cell) if card.id not in ids]
    for card in moving:
        card.step_id, card.lane_id = int(cell.step_id), int(cell.lane_id)
    arrange([*others[:index], *moving, *others[index:]])
