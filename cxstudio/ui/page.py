"""What every page of the window is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.store import ChangeSet
from cxstudio.ui.workspace import Workspace


class Command(NamedTuple):
    """A line of the command palette: `keys` is a hint, `words` are others people may type."""

    icon: str
    title: str
    keys: str
    run: Callable[[], object]
    words: str = ""


class Page(QWidget):
    """A page reads by id, writes in `workspace.change()`, and refreshes when told.

    Subclasses override `refresh(changes)`; while the page is hidden it is not
    called, and `refresh(None)` makes up for all that was missed when the page is
    shown again. `help_line` is the hint at the right of the status bar, `status`
    the counts at its left.
    """

    wide = False  # a wide page (the journey map) folds the rail
    help_line = ""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self._stale = False
        workspace.changed.connect(self._on_changed)

    def set_parts(self, *parts: QWidget) -> None:
        """Set the page's parts one below the other, edge to edge; the last takes what is left."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in parts:
            column.addWidget(part)
        column.setStretchFactor(parts[-1], 1)

    def wanted_width(self) -> int:
        """Pixels under which the rail folds; a form opened beside a table wants more."""
        return self.minimumSizeHint().width()

    def refresh(self, changes: ChangeSet | None) -> None:
        """Show what is in the file now; `changes` says what happened, None means anything."""

    def show_record(self, kind: str, id: int) -> None:
        """Show one record of the kinds this page is registered for."""

    def shows_here(self, kind: str, id: int) -> bool:
        """Whether this page, while it is shown, shows a record of a kind that is another page's:
        the notes show an excerpt, so that undoing its mark does not leave them."""
        return False

    def new_record(self) -> None:
        """What Ctrl+N does on this page."""

    def commands(self) -> Sequence[Command]:
        """What the command palette (Ctrl+K) offers besides while this page is shown."""
        return ()

    def import_file(self, path: Path) -> None:
        """Take in a file that was dropped elsewhere in the window."""

    def status(self) -> str:
        """Counts for the status bar, such as "23 gaps, 20 scored"."""
        return ""

    @Slot(ChangeSet)
    def _on_changed(self, changes: ChangeSet) -> None:
        if self.isVisible():
            self.refresh(changes)
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh(None)
