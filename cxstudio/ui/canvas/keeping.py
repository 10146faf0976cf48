"""Pictures in the engagement: kept when a card brings one, forgotten when none shows it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, select

from cxstudio.model import Attachment, Card, Evidence, Journey, Lane, Persona, Stage, Step
from cxstudio.store import Change
from cxstudio.ui.canvas.pictures import Encoded
from cxstudio.ui.workspace import Workspace

SHOWN_BY = (Card.attachment_id, Evidence.attachment_id, Persona.photo_id)


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


def delete_with_pictures(change: Change, part: Journey | Stage | Step | Lane) -> None:
    """Delete a part of a map, or all of it, with the pictures that only its cards showed."""
    pictures = change.session.scalars(select(Card.attachment_id).where(_cards_of(part))).all()
    change.delete(part)
    forget_pictures(change, pictures)


def _cards_of(part: Journey | Stage | Step | Lane) -> ColumnElement[bool]:
    if isinstance(part, Lane):
        return Card.lane_id == part.id
    if isinstance(part, Step):
        return Card.step_id == part.id
    if isinstance(part, Stage):
        return Card.step_id.in_(select(Step.id).where(Step.stage_id == part.id))
    return Card.lane_id.in_(select(Lane.id).where(Lane.journey_id == part.id))


def forget_pictures(change: Change, attachments: Iterable[int | None]) -> None:
    """Delete those of these pictures that nothing shows any more; undo brings them back."""
    left = {id for id in attachments if id is not None}
    change.flush()
    for column in SHOWN_BY:
        used = select(column).where(column.in_(left)).group_by(column)
        left -= set(change.session.scalars(used)) if left else set()
    for id in sorted(left):
        change.delete(change.get(Attachment, id))
