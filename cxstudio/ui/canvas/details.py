"""What a card carries beside its words: tags, an icon, a picture. One undo step each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.read_cards import tags_of
from cxstudio.drawing.raster import UnreadablePicture
from cxstudio.i18n import _
from cxstudio.model import Card, Lane
from cxstudio.ui.canvas.document import add_to
from cxstudio.ui.canvas.keeping import forget_pictures, keep_picture
from cxstudio.ui.canvas.pictures import Encoded, read
from cxstudio.ui.workspace import Workspace


class Details:
    """Writes into the cards of the open engagement."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    # -- tags and icon ---------------------------------------------------------------

    def tags_in(self, journey_id: int) -> list[str]:
        """Every tag that is used on a map, in order."""
        lanes = [lane.id for lane in self.workspace.file.all(Lane, Lane.journey_id == journey_id)]
        cards = self.workspace.file.all(Card, Card.lane_id.in_(lanes), Card.tags != "")
        return sorted({tag for card in cards for tag in tags_of(card.tags)}, key=str.casefold)

    def tags_on(self, ids: Iterable[int]) -> str:
        """The tags that all of these cards have, with commas."""
        each = [tags_of(self.workspace.file.one(Card, id).tags) for id in ids]
        return ", ".join(tag for tag in each[0] if all(tag in tags for tags in each))

    def set_tags(self, ids: Sequence[int], text: str) -> None:
        """Replace the tags that all of these cards have; others stay."""
        common, wanted = tags_of(self.tags_on(ids)), tags_of(text)
        if common == wanted:
            return
        with self.workspace.change(_("Tags of cards")) as change:
            for id in ids:
                card = change.get(Card, id)
                own = [tag for tag in tags_of(card.tags) if tag not in common]
                card.tags = ", ".join(dict.fromkeys((*wanted, *own)))

    def set_icon(self, ids: Iterable[int], icon: str) -> None:
        """An icon, or that of the touchpoint when empty."""
        with self.workspace.change(_("Icon of cards")) as change:
            for id in ids:
                change.get(Card, id).icon = icon

    # -- pictures --------------------------------------------------------------------

    def add_pictures(
        self,
        cell: Cell,
        found: Sequence[Encoded | UnreadablePicture],
        index: int | None = None,
    ) -> list[int]:
        """A card for each picture; says which could not be read, and why."""
        kept = [picture for picture in found if isinstance(picture, Encoded)]
        made: list[int] = []
        if kept:
            with self.workspace.change(_("Picture cards")) as change:
                for place, picture in enumerate(kept):
                    at = None if index is None else index + place
                    attachment = keep_picture(self.workspace, change, picture)
                    made.append(add_to(change, cell, at, text="", attachment_id=attachment))
        self._tell([fault for fault in found if isinstance(fault, UnreadablePicture)])
        return made

    def set_picture(self, card_id: int, path: Path) -> None:
        """The picture of a file on a card that is there already."""
        try:
            picture = read(path)
        except UnreadablePicture as fault:
            self._tell([fault])
            return
        with self.workspace.change(_("Picture on a card")) as change:
            card = change.get(Card, card_id)
            before = card.attachment_id
            card.attachment_id = keep_picture(self.workspace, change, picture)
            forget_pictures(change, [before])

    def remove_picture(self, card_id: int) -> None:
        with self.workspace.change(_("Remove the picture")) as change:
            card = change.get(Card, card_id)
            before, card.attachment_id = card.attachment_id, None
            forget_pictures(change, [before])

    def _tell(self, faults: Sequence[UnreadablePicture]) -> None:
        if len(faults) == 1:
            self.workspace.say(str(faults[0]))
        elif faults:
            text = _("{count} pictures cannot be read. Nothing was added for them.")
            self.workspace.say(text.format(count=len(faults)))
