"""The open engagement as pages and panels see it: the file, what is selected, where to go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from cxstudio.i18n import _
from cxstudio.model import Link, Record, record_classes
from cxstudio.model.chain import Chain, End, directed
from cxstudio.model.completeness import completeness
from cxstudio.store import Change, ChangeSet, EngagementFile
from cxstudio.ui.pages import PAGE_OF
from cxstudio.ui.settings import Settings
from cxstudio.ui.tasks import Tasks

MIME = "application/x-cxstudio-record"  # "kind:id", what a dragged record carries

CHAIN_KINDS = {"link", "evidence", "interview", "report_section"}


class Workspace(QObject):
    """Owned by the window while an engagement is open.

    Signals: `changed` after every change, undo and redo; `selected` when another
    record (or one field of it) is looked at; `place_requested` to show a record
    where it is edited, `view_requested` on a page of one's choice; `page_requested` to show
    a page; `said` for a toast, with whether it offers Undo; `flush_requested` so that fields
    write what is still in them; `closed` so that nobody reads the file any more.
    """

    changed = Signal(ChangeSet)
    selected = Signal(object)  # End | None
    place_requested = Signal(str, int)
    view_requested = Signal(str, str, int)
    page_requested = Signal(str)
    said = Signal(str, bool)
    flush_requested = Signal()
    closed = Signal()

    def __init__(
        self, file: EngagementFile, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.file = file
        self.settings = settings
        self.tasks = Tasks(self)
        self.selection: End | None = None
        self.page = ""  # the key of the page that is shown
        self.made_here = False  # while the place of a change made on this very page is asked for
        self._made_on: list[str] = []  # the page on which each step of the undo list was made
        self._chain: Chain | None = None
        self._completeness: dict[str, float] | None = None
        self._unsubscribe = file.subscribe(self._on_change)

    def close(self) -> None:
        """Stop listening; the file itself stays open."""
        self._unsubscribe()
        self.tasks.cancel_all()
        self.closed.emit()

    # -- reading and writing ---------------------------------------------------

    @property
    def read_only(self) -> bool:
        return self.file.read_only

    @contextmanager
    def change(self, label: str, merge: tuple[object, ...] | None = None) -> Iterator[Change]:
        """`file.change`, as editors use it."""
        with self.file.change(label, merge) as change:
            yield change

    def undo(self) -> None:
        self.flush_requested.emit()
        self._show_place(self.file.undo(), len(self.file.undo_steps))

    def redo(self) -> None:
        self.flush_requested.emit()
        self._show_place(self.file.redo(), len(self.file.undo_steps) - 1)

    @property
    def chain(self) -> Chain:
        """All links as they are now."""
        if self._chain is None:
            self._chain = Chain(self.file.session)
        return self._chain

    @property
    def completeness(self) -> dict[str, float]:
        """Each phase of the method with how complete it is now, 0 to 1."""
        if self._completeness is None:
            self._completeness = completeness(self.file.session)
        return self._completeness

    def record(self, end: End) -> Record | None:
        """The record at an end of a link, or None when it is gone."""
        return self.file.get(record_classes()[end.kind], end.id)

    def link(self, one: End, other: End) -> None:
        """Link two records in the direction of the chain; linking twice changes nothing."""
        source, target = directed(one, other)
        if source.record == target.record or self._linked(source, target):
            return
        with self.change(_("Link evidence")) as change:
            change.add(
                Link(
                    source_kind=source.kind,
                    source_id=source.id,
                    target_kind=target.kind,
                    target_id=target.id,
                    target_field=target.field,
                )
            )

    def _linked(self, source: End, target: End) -> bool:
        return any(end == source.record for end, _id in self.chain.rests_on(target))

    def unlink(self, link_id: int) -> None:
        with self.change(_("Remove link")) as change:
            change.delete(change.get(Link, link_id))

    # -- looking ---------------------------------------------------------------

    def select(self, end: End | None) -> None:
        """Show this record, or one field of it, in the evidence panel."""
        if end != self.selection:
            self.selection = end
            self.selected.emit(end)

    def go_to(self, kind: str, id: int) -> None:
        """Show a record where it is edited."""
        self.place_requested.emit(kind, id)

    def show_on(self, page: str, kind: str, id: int) -> None:
        """Show a record on another page than the one where it is edited."""
        self.view_requested.emit(page, kind, id)

    def say(self, text: str, *, undo: bool = False) -> None:
        """A toast at the bottom of the window, with Undo after a deletion or an import."""
        self.said.emit(text, undo)

    # -- being told ------------------------------------------------------------

    def _on_change(self, changes: ChangeSet) -> None:
        if changes.step not in ("undo", "redo"):
            last = max(len(self.file.undo_steps) - 1, 0)
            self._made_on[last:] = [self.page]
        self._completeness = None
        if CHAIN_KINDS & changes.kinds:
            self._chain = None
        self.changed.emit(changes)

    def _show_place(self, changes: ChangeSet | None, step: int) -> None:
        """Go where something changed; where the user looks at one of several, to that one."""
        if changes is None:
            return
        seen = (t for t in changes.touched if t.kind in PAGE_OF and t.how != "delete")
        ends = [End(touch.kind, touch.id) for touch in seen]
        looked_at = self.selection.record if self.selection else None
        if ends:
            end = looked_at if looked_at in ends else ends[0]
            made_on = self._made_on[step] if step < len(self._made_on) else ""
            self.made_here = bool(made_on) and made_on == self.page
            self.go_to(end.kind, end.id)
            self.made_here = False
