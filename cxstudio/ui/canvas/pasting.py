"""Copying cards off a map and pasting them onto one, of this engagement or another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMimeData

from cxstudio.drawing import tokens
from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.map import CardData, MapData
from cxstudio.drawing.raster import UnreadablePicture
from cxstudio.exchange.journey_content import tidy
from cxstudio.i18n import _, ngettext
from cxstudio.model import Card
from cxstudio.store import Change
from cxstudio.ui.canvas import clipboard
from cxstudio.ui.canvas.bonds import bind, bonds
from cxstudio.ui.canvas.document import (
    WITHOUT_CARDS,
    MapDocument,
    add_to,
    cards_of_cell,
    copied_to,
)
from cxstudio.ui.canvas.keeping import keep_picture
from cxstudio.ui.canvas.origins import origin
from cxstudio.ui.canvas.pictures import Encoded, again

_ICON = re.compile("[a-z0-9-]{1,40}")

TEXTS = ("text", "value", "icon", "tags")


class Pasting:
    """Between the map of a document and the clipboard."""

    def __init__(self, document: MapDocument) -> None:
        self._document = document
        self._workspace = document.workspace

    # -- copying ---------------------------------------------------------------------

    def copied(self, data: MapData, ids: Sequence[int]) -> QMimeData:
        """The cards as they stand to each other, and their texts as a table."""
        order = {id: place for place, id in enumerate(ids)}
        cards = [card for card in data.cards if card.id in order]
        cards.sort(key=lambda card: order[int(card.id)])
        steps = [step.id for step in data.steps]
        lanes = [lane.id for lane in data.lanes]
        first = min(steps.index(card.step_id) for card in cards)
        kinds = {lane.id: lane.kind for lane in data.lanes}
        packed = [
            self._packed(card, kinds[card.lane_id], steps.index(card.step_id) - first)
            for card in cards
        ]
        columns = sorted({steps.index(card.step_id) for card in cards})
        rows = sorted({lanes.index(card.lane_id) for card in cards})
        grid = [
            [_texts(cards, steps[column], lanes[row]) for column in _span(columns)] for row in rows
        ]
        return clipboard.copied(str(self._workspace.file.path), packed, grid)

    def _packed(self, card: CardData, lane_kind: str, column: int) -> dict[str, Any]:
        record = self._workspace.file.one(Card, int(card.id))
        found: dict[str, Any] = {name: getattr(record, name) for name in TEXTS}
        found["text"] = found["text"] or card.text
        found["value"] = found["value"] or card.value
        found |= {"id": record.id, "colour": record.colour, "confidential": record.confidential}
        found |= {"bonds": bonds(self._workspace, record)}
        found |= {"lane_kind": lane_kind, "column": column, "as_is": record.as_is_id}
        if card.picture is not None:
            found["picture"] = clipboard.packed(card.picture.content)
        return found

    # -- pasting ---------------------------------------------------------------------

    def paste(self, data: MapData, mime: QMimeData, cell: Cell) -> list[int]:
        """Copied cards, or the cells and lines of a text, from this cell on; gives what was made.

        What cannot be pasted is said, and nothing of it is.
        """
        try:
            if mime.hasFormat(clipboard.CARDS):
                return self.paste_cards(data, mime, cell)
            return self.paste_grid(data, clipboard.grid_in(mime), cell)
        except (clipboard.TooMuch, UnreadablePicture) as fault:
            self._workspace.say(str(fault))
            return []

    def paste_cards(self, data: MapData, mime: QMimeData, cell: Cell) -> list[int]:
        """The cards from this cell on, in lanes of their kinds where the map has them.

        Cards of this engagement bring their evidence; those of another one do not. Raises TooMuch
        and UnreadablePicture.
        """
        path, cards = clipboard.cards_in(mime)
        here = path == str(self._workspace.file.path)
        if not cards:
            return []
        pictures = [None if self._original(card, here) else _picture(card) for card in cards]
        with self._workspace.change(_("Paste cards")) as change:
            return [
                self._paste(change, card, picture, self._target(data, cards, card, cell), here)
                for card, picture in zip(cards, pictures, strict=True)
            ]

    def _original(self, card: dict[str, Any], here: bool) -> Card | None:
        id = card.get("id")
        return self._workspace.file.get(Card, id) if here and isinstance(id, int) else None

    def _paste(
        self, change: Change, card: dict[str, Any], picture: Encoded | None, cell: Cell, here: bool
    ) -> int:
        original = self._original(card, here)
        if original is not None:
            return copied_to(change, change.get(Card, original.id), cell)
        values: dict[str, Any] = {name: tidy(str(card.get(name) or "")) for name in TEXTS}
        values["icon"] = values["icon"] if _ICON.fullmatch(values["icon"]) else ""
        colour = card.get("colour")
        values["colour"] = colour if colour in tokens.STICKIES else ""
        values["confidential"] = card.get("confidential") is True
        if picture is not None:
            values["attachment_id"] = keep_picture(self._workspace, change, picture)
        if not here:
            return add_to(change, cell, None, **values)
        # It was cut from a map of this engagement, and keeps what it was bound to.
        held = card.get("as_is")
        values["as_is_id"] = origin(change, cell, held) if isinstance(held, int) else None
        made = add_to(change, cell, None, **values)
        bind(change, made, card.get("bonds"))
        return made

    def _target(
        self, data: MapData, cards: Sequence[dict[str, Any]], card: dict[str, Any], cell: Cell
    ) -> Cell:
        kind, column = card.get("lane_kind"), card.get("column")
        lane = cell.lane_id
        if kind != cards[0].get("lane_kind"):
            lane = next((one.id for one in _open_lanes(data) if one.kind == kind), lane)
        return _cell(data, cell, column if isinstance(column, int) else 0, lane)

    def paste_grid(self, data: MapData, grid: clipboard.Grid, cell: Cell) -> list[int]:
        """Cells of a spreadsheet from this cell on: to the right by steps, down by lanes.

        What reaches beyond the map stands in its last step or lane, and that is said.
        """
        lanes = [lane.id for lane in _open_lanes(data)]
        steps = [step.id for step in data.steps]
        first, left = lanes.index(cell.lane_id), steps.index(cell.step_id)
        cells: dict[Cell, list[str]] = {}
        beyond = 0
        for down, row in enumerate(grid, first):
            for across, texts in enumerate(row, left):
                place = Cell(steps[min(across, len(steps) - 1)], lanes[min(down, len(lanes) - 1)])
                cells.setdefault(place, []).extend(texts)
                beyond += len(texts) if across >= len(steps) or down >= len(lanes) else 0
        cells = {place: texts for place, texts in cells.items() if texts}
        if not cells:
            return []
        with self._workspace.change(_("Paste cards")) as change:
            made = [id for place, texts in cells.items() for id in add_all(change, place, texts)]
        if beyond:
            said = ngettext(
                "{count} card reached beyond the map and stands at its end.",
                "{count} cards reached beyond the map and stand at its end.",
                beyond,
            )
            self._workspace.say(said.format(count=beyond), undo=True)
        return made


def add_all(change: Change, cell: Cell, texts: Sequence[str]) -> list[int]:
    """New cards at the end of a cell, which is read and put in order once; gives their ids."""
    others = cards_of_cell(change, cell)
    made = [
        Card(step_id=cell.step_id, lane_id=cell.lane_id, text=text, position=place)
        for place, text in enumerate(texts, len(others))
    ]
    for card in made:
        change.add(card)
    return [card.id for card in made]


def _picture(card: dict[str, Any]) -> Encoded | None:
    """The picture that a card brings. Raises UnreadablePicture."""
    content = clipboard.unpacked(card.get("picture"))
    return again(content, _("Pasted picture")) if content else None


def _open_lanes(data: MapData) -> list[Any]:
    return [one for one in data.lanes if one.kind not in WITHOUT_CARDS and not one.collapsed]


def _cell(data: MapData, cell: Cell, column: int, lane: Any) -> Cell:
    """The cell so many steps to the right; beyond the last step it is the last one."""
    steps = [step.id for step in data.steps]
    at = max(0, min(steps.index(cell.step_id) + column, len(steps) - 1))
    return Cell(steps[at], lane)


def _span(columns: Sequence[int]) -> range:
    return range(columns[0], columns[-1] + 1)


def _texts(cards: Sequence[CardData], step: Any, lane: Any) -> list[str]:
    there = (card for card in cards if (card.step_id, card.lane_id) == (step, lane))
    return [card.text for card in there if card.text]
