"""Maps that come in: chosen or dropped, read in the background, written as one step."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog

from cxstudio.exchange.journey_content import JourneyContent, UnreadableJourney
from cxstudio.exchange.journey_matching import differences, likeness
from cxstudio.exchange.journey_reading import MARKDOWN, SUFFIXES, TABLES, read_journeys
from cxstudio.exchange.journey_writing import add_journey, read_back
from cxstudio.i18n import LANGUAGES, _, ngettext
from cxstudio.model import Journey
from cxstudio.ui.forms.drops import dropped_file
from cxstudio.ui.printing.content import content_of
from cxstudio.ui.printing.read_back_dialog import HERE, ReadBackDialog
from cxstudio.ui.printing.source import MapSource
from cxstudio.ui.shell.dialog import tell
from cxstudio.ui.tasks import Progress

if TYPE_CHECKING:
    from cxstudio.ui.editors.journeys.page import JourneysPage

Read = list[JourneyContent] | UnreadableJourney

FOLDER = "journeys/import_folder"


class MapImport(QObject):
    """Watches the page for files that are dropped on it."""

    def __init__(self, page: JourneysPage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        self._back = False  # whether a table with one journey may go into the map shown
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def choose(self) -> None:
        """Ask for a file, and begin."""
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        folder = self._workspace.settings.text(FOLDER, str(self._workspace.file.path.parent))
        name, _kind = QFileDialog.getOpenFileName(
            self._page, _("Import a map"), folder, f"{_('Journey maps')} ({endings})"
        )
        if name:
            self._workspace.settings.set_text(FOLDER, str(Path(name).parent))
            self.start(Path(name))

    def start(self, path: Path) -> None:
        """Read a file in the background."""
        self._back = path.suffix.lower() in (*TABLES, *MARKDOWN)

        def work(progress: Progress) -> Read:
            progress(0.1)
            try:
                return read_journeys(path)
            except UnreadableJourney as error:
                return error

        self._workspace.tasks.run(_("Reading {name}").format(name=path.name), work, self.on_read)

    def on_read(self, read: Read) -> None:
        """Ask where to when it could be the map shown, and write."""
        if isinstance(read, UnreadableJourney):
            tell(self._page, _("The map was not imported"), str(read))
            return
        id = self._page.journey_id
        if not self._back or id is None or len(read) > 1:
            self.add(read)
            return
        shown = self._shown(id, read[0])
        if not likeness(shown, read[0]):
            self.add(read)
            return
        code = self._workspace.file.one(Journey, id).code
        dialog = ReadBackDialog(shown, code, read[0], self._page)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        if dialog.where == HERE:
            self.put_back(id, shown, read[0])
        else:
            self.add(read)

    def _shown(self, journey_id: int, read: JourneyContent) -> JourneyContent:
        """The map shown, in the language in which it was written into the table."""
        source = MapSource(self._workspace, journey_id)
        maps = [content_of(source.data(language, False)) for language in LANGUAGES]
        return min(maps, key=lambda shown: len(differences(shown, read)))

    def add(self, journeys: list[JourneyContent]) -> None:
        """New maps as one undoable step, told by a toast."""
        self._workspace.flush_requested.emit()
        with self._workspace.change(_("Import a map")) as change:
            ids = [add_journey(change, journey) for journey in journeys]
            code = change.get(Journey, ids[0]).code
        count = len(ids)
        said = _("The map was imported as {code}.").format(code=code)
        if count > 1:
            several = ngettext("{count} map was imported.", "{count} maps were imported.", count)
            said = several.format(count=count)
        notes = " ".join(note for journey in journeys for note in journey.notes)
        self._page.show_journey(ids[0])
        self._workspace.say(f"{said} {notes}".strip(), undo=True)

    def put_back(self, journey_id: int, shown: JourneyContent, read: JourneyContent) -> None:
        """The table into the map it came from, as one undoable step."""
        self._workspace.flush_requested.emit()
        with self._workspace.change(_("Read the cells back")) as change:
            read_back(change, journey_id, shown, read)
            code = change.get(Journey, journey_id).code
        self._workspace.say(_("{code} now says what the table says.").format(code=code), undo=True)

    # -- drops ---------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moves = (QDragEnterEvent, QDragMoveEvent, QDropEvent)
        if not isinstance(event, moves) or self._workspace.read_only:
            return super().eventFilter(watched, event)
        path = dropped_file(event, SUFFIXES)
        if path is None:
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.start(path)
        return True
