"""What every list lets the user do with a record: copy it and delete it, each as one step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxstudio.i18n import _
from cxstudio.model import Record
from cxstudio.model.order import arrange, moved
from cxstudio.store.duplicate import duplicate
from cxstudio.ui.workspace import Workspace


def duplicate_record(
    workspace: Workspace, cls: type[Record], id: int, among: Sequence[int] = ()
) -> int:
    """A copy of a record with its parts; returns its id.

    `among` are the ids of the list that it stands in, in their order: the copy is put behind
    the original. Without them the list has no order of its own.
    """
    with workspace.change(_("Duplicate")) as change:
        copy = duplicate(change, change.get(cls, id)).id
        if among:
            order = moved(among, copy, among.index(id) + 1)
            records: list[Any] = [change.get(cls, other) for other in order]
            arrange(records)
    return copy


def delete_record(workspace: Workspace, cls: type[Record], id: int) -> None:
    """Delete a record, with a toast that offers Undo."""
    name = workspace.file.one(cls, id).label or _("Untitled")
    with workspace.change(_("Delete {name}").format(name=name)) as change:
        change.delete(change.get(cls, id))
    workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)
