"""What a card carries beside its words: tags, an icon, a picture. One undo step each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from cxstudio.drawing.journey.hands import Cell
from cxstudio.drawing.journey.read_cards import tags_of
from cxstudio.i18n import _, ngettext
from cxstudio.model import Attachment, Card, Evidence, Lane, Persona
from cxstudio.store import Change
from cxstudio.ui.canvas.document import add_to
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
        self, cell: Cell, found: Sequence[Encoded | None], index: int | None = None
    ) -> list[int]:
        """A card for each picture; says how many could not be read."""
        kept = [picture for picture in found if picture is not None]
        made: list[int] = []
        if kept:
            with self.workspace.change(_("Picture cards")) as change:
                for place, picture in enumerate(kept):
                    at = None if index is None else index + place
                    attachment = self._keep(change, picture)
                    made.append(add_to(change, cell, at, text="", attachment_id=attachment))
        self._tell(len(found) - len(kept))
        return made

    def set_picture(self, card_id: int, path: Path) -> None:
        """The picture of a file on a card that is there already."""
        picture = read(path)
        self._tell(picture is None)
        if picture is not None:
            with self.workspace.change(_("Picture on a card")) as change:
                card = change.get(Card, card_id)
                before, card.attachment_id = card.attachment_id, self._keep(change, picture)
                self._forget(change, before)

    def remove_picture(self, card_id: int) -> None:
        with self.workspace.change(_("Remove the picture")) as change:
            card = change.get(Card, card_id)
            before, card.attachment_id = card.attachment_id, None
            self._forget(change, before)

    def _keep(self, change: Change, picture: Encoded) -> int:
        return keep_picture(self.workspace, change, picture)

    def _tell(self, broken: int) -> None:
        if broken:
            text = ngettext(
                "This is not a picture that can be read. Nothing was added for it.",
                "{count} pictures cannot be read. Nothing was added for them.",
                broken,
            )
            self.workspace.say(text.format(count=broken))

    def _forget(self, change: Change, attachment: int | None) -> None:
        """Delete a picture that nothing shows any more."""
        change.flush()
        file = self.workspace.file
        used = (
            file.count(Card, Card.attachment_id == attachment)
            + file.count(Evidence, Evidence.attachment_id == attachment)
            + file.count(Persona, Persona.photo_id == attachment)
        )
        if attachment is not None and not used:
            change.delete(change.get(Attachment, attachment))


def keep_picture(workspace: Workspace, change: Change, picture: Encoded) -> int:
    """Put a picture into the engagement inside a change; gives the attachment's id."""
    digest = workspace.file.put_blob(picture.data)
    kept = Attachment(
        name=picture.name,
        media_type=picture.media_type,
        sha256=digest,
        size=len(picture.data),
        position=workspace.file.count(Attachment),
    )
    return change.add(kept).id
