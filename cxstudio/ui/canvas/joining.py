"""Connectors of a journey as they are written: one undo step each."""

from __future__ import annotations

from cxstudio.i18n import _
from cxstudio.model import Card, Connector, Lane
from cxstudio.ui.workspace import Workspace


class Joining:
    """What may be done to the lines between cards."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def join(self, start: int, end: int, kind: str | None = None) -> int | None:
        """A connector between two cards; None for a card with itself. Twice gives the same."""
        file = self.workspace.file
        if start == end:
            return None
        where = (Connector.from_card_id == start, Connector.to_card_id == end)
        there = file.all(Connector, *where)
        if there:
            return there[0].id
        journey = file.one(Lane, file.one(Card, start).lane_id).journey_id
        kind = kind or self._usual(start, end)
        with self.workspace.change(_("Connect cards")) as change:
            return change.add(
                Connector(
                    journey_id=journey, from_card_id=start, to_card_id=end, connector_kind=kind
                )
            ).id

    def _usual(self, start: int, end: int) -> str:
        """Between touchpoints a line is a hop of channel, else the flow."""
        cards = (self.workspace.file.one(Card, id) for id in (start, end))
        lanes = {self.workspace.file.one(Lane, card.lane_id).lane_kind for card in cards}
        return "hop" if lanes == {"touchpoints"} else "flow"

    def set_kind(self, id: int, kind: str) -> None:
        with self.workspace.change(_("Kind of connector")) as change:
            change.get(Connector, id).connector_kind = kind

    def set_label(self, id: int, text: str) -> None:
        if self.workspace.file.one(Connector, id).label_text != text:
            with self.workspace.change(_("Label of a connector")) as change:
                change.get(Connector, id).label_text = text

    def turn(self, id: int) -> None:
        """Let it run the other way."""
        with self.workspace.change(_("Turn connector")) as change:
            found = change.get(Connector, id)
            found.from_card_id, found.to_card_id = found.to_card_id, found.from_card_id

    def delete(self, id: int) -> None:
        with self.workspace.change(_("Delete connector")) as change:
            change.delete(change.get(Connector, id))
        self.workspace.say(_("Deleted a connector."), undo=True)

    def of_card(self, card: int) -> list[Connector]:
        """The connectors that leave a card or come to it."""
        where = (Connector.from_card_id == card) | (Connector.to_card_id == card)
        return self.workspace.file.all(Connector, where)
