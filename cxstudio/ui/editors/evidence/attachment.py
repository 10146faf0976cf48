"""The document behind a piece of evidence: kept in the file, opened or saved as a copy."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from PySide6.QtCore import QLocale, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from cxstudio.i18n import _, pgettext
from cxstudio.model import Attachment, Evidence
from cxstudio.store import FileProblem, durable
from cxstudio.ui import theme, widgets
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

LARGEST = 200 * 1024 * 1024  # bytes; beyond that the engagement file would be too slow to copy


class AttachmentBox(QWidget):
    """Belongs to the form of a document; `show_evidence(id)` fills it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self._folder: QTemporaryDir | None = None
        self._name = widgets.Label("", "body")
        self._size = widgets.Label("", "small", "text_3")
        self._choose = widgets.outline(_("Choose a file…"), "paperclip", small=True)
        self._open = widgets.outline(pgettext("action", "Open"), "external-link", small=True)
        self._save = widgets.outline(_("Save a copy…"), "download", small=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for part in (self._name, self._size):
            row.addWidget(part)
        row.addStretch(1)
        for button in (self._open, self._save, self._choose):
            row.addWidget(button)
        self._choose.clicked.connect(self.choose)
        self._open.clicked.connect(self.open)
        self._save.clicked.connect(self.save)

    def show_evidence(self, id: int | None) -> None:
        self.id = id
        found = self._attachment()
        self._name.setText(found.name if found else _("No file yet"))
        self._size.setText(QLocale().formattedDataSize(found.size) if found else "")
        for button in (self._open, self._save):
            button.setVisible(found is not None)
        locked = self.workspace.file.key is not None
        self._open.setEnabled(not locked)
        self._open.setToolTip(
            _("The engagement is encrypted. Save a copy where it may be read in the clear.")
            if locked
            else ""
        )
        self._choose.setEnabled(id is not None and not self.workspace.read_only)

    def _attachment(self) -> Attachment | None:
        evidence = self.workspace.file.get(Evidence, self.id)
        return self.workspace.file.get(Attachment, evidence.attachment_id) if evidence else None

    # -- taking in ---------------------------------------------------------------------

    def choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a file"))
        if name:
            self.attach(Path(name))

    def attach(self, path: Path) -> None:
        """Read a file in the background and keep it with this evidence."""
        id = self.id

        def work(progress: Progress) -> tuple[int | None, Path, bytes | OSError]:
            progress(0.1)
            try:
                if path.stat().st_size > LARGEST:
                    raise OSError(_("it is larger than 200 MB"))
                return id, path, path.read_bytes()
            except OSError as error:
                return id, path, error

        self.workspace.tasks.run(_("Reading {name}").format(name=path.name), work, self.keep)

    def keep(self, read: tuple[int | None, Path, bytes | OSError]) -> None:
        id, path, data = read
        if isinstance(data, OSError):
            reason = data.strerror or str(data)
            words = _("{name} was not attached: {reason}.").format(name=path.name, reason=reason)
            self.workspace.say(words)
        elif self.workspace.file.get(Evidence, id) is not None:
            assert id is not None
            self._write(id, path, data)

    def _write(self, id: int, path: Path, data: bytes) -> None:
        with self.workspace.change(_("Attach {name}").format(name=path.name)) as change:
            attachment = change.add(
                Attachment(
                    name=path.name,
                    media_type=mimetypes.guess_type(path.name)[0] or "",
                    sha256=self.workspace.file.put_blob(data),
                    size=len(data),
                    position=self.workspace.file.count(Attachment),
                )
            )
            evidence = change.get(Evidence, id)
            evidence.attachment_id = attachment.id
            evidence.source = evidence.source or path.name

    # -- giving out --------------------------------------------------------------------

    def open(self) -> None:
        """Open a copy in a folder that goes when the program ends."""
        found = self._attachment()
        if found is None:
            return
        self._folder = self._folder or QTemporaryDir()
        path = Path(self._folder.path()) / Path(found.name).name
        if self._copy(found.sha256, path):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def save(self) -> None:
        found = self._attachment()
        if found is None:
            return
        name, _kind = QFileDialog.getSaveFileName(self, _("Save a copy"), found.name)
        if name and self._copy(found.sha256, Path(name)):
            self.workspace.say(_("Saved as {name}.").format(name=name))

    def _copy(self, sha256: str, path: Path) -> bool:
        try:
            with durable.whole(path) as part:
                part.write_bytes(self.workspace.file.blob(sha256))
        except FileProblem as problem:
            self.workspace.say(str(problem))
            return False
        return True
