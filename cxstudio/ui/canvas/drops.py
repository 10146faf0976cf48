"""What falls onto the map from elsewhere: records of the engagement, and pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

from cxstudio.i18n import _
from cxstudio.ui.canvas import pictures
from cxstudio.ui.canvas.document import PLACED
from cxstudio.ui.canvas.interactions import DragFromPanel, Dropping, Pointer
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.workspace import MIME

if TYPE_CHECKING:
    from cxstudio.ui.canvas.view import MapView


class DropPictures(Dropping):
    """Picture files become cards where they fall."""

    def __init__(self, view: MapView, start: Pointer, data: QMimeData) -> None:
        super().__init__(view, start)
        self.taken = pictures.files(data)
        self.mime = data
        self.move(start)

    def move(self, pointer: Pointer) -> None:
        self.aim(pointer)
        text = ""
        if self.cell is not None:
            step = self.view.document.step_number(int(self.cell.step_id))
            text = _("New picture on step {step}").format(step=step)
        self.view.hint.say(text, pointer.viewport)

    def finish(self, pointer: Pointer) -> None:
        self.end()
        if self.cell is not None:
            found = pictures.taken(self.mime, _("Picture"))
            self.view.select_cards(self.view.details.add_pictures(self.cell, found, self.index))


def gesture_for(view: MapView, event: QDropEvent) -> Dropping | None:
    """What would happen with the things in the hand; None when the map has no use for them."""
    data = event.mimeData()
    pointer = view.pointer(event.position(), event.modifiers())
    kind, id = dragged(data)
    if kind in PLACED:
        return DragFromPanel(view, pointer, kind, id)
    if not data.hasFormat(MIME) and pictures.offered(data):
        return DropPictures(view, pointer, data)
    return None


def accept(event: QDropEvent) -> None:
    """Take what is offered: as a link if that is possible, else as a copy."""
    offered, actions = event.possibleActions(), Qt.DropAction
    wanted = (actions.LinkAction, actions.CopyAction, actions.MoveAction)
    event.setDropAction(next((a for a in wanted if offered & a), actions.IgnoreAction))
    event.accept()
