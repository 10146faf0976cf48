"""Importing a transcript: read in the background, ask who is who, write as one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from cxstudio.exchange.interview import add_paragraphs, add_transcript
from cxstudio.exchange.transcript import (
    SUFFIXES,
    Transcript,
    UnreadableTranscript,
    read_transcript,
)
from cxstudio.i18n import _
from cxstudio.model import Interview, Paragraph
from cxstudio.ui.editors.interviews.import_dialog import HERE, Answer, ImportDialog
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

Read = Transcript | UnreadableTranscript


class TranscriptImport(QObject):
    """`done` carries the interview's id, `failed` a text for the user."""

    done = Signal(int)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self.workspace, self._page = workspace, page
        self.interview_id: int | None = None  # the one now shown, to which it can be added

    def choose(self) -> None:
        """Ask for a file, and begin."""
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = f"{_('Transcripts')} ({endings})"
        name, _kind = QFileDialog.getOpenFileName(self._page, _("Import transcript"), "", kinds)
        if name:
            self.start(Path(name))

    def start(self, path: Path) -> None:
        """Read a file in the background."""

        def work(progress: Progress) -> Read:
            progress(0.1)
            try:
                transcript = read_transcript(path)
            except UnreadableTranscript as error:
                return error
            progress(1.0)
            return transcript

        title = _("Reading {name}").format(name=path.name)
        self.workspace.tasks.run(title, work, self.on_read)

    def on_read(self, read: Read) -> None:
        if isinstance(read, UnreadableTranscript):
            self.failed.emit(str(read))
            return
        here = self.workspace.file.get(Interview, self.interview_id)
        dialog = ImportDialog(self.workspace, read, here.code if here else "", self._page)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.write(read, dialog.answer())

    def write(self, transcript: Transcript, answer: Answer) -> None:
        """The paragraphs as one undoable step, told by a toast."""
        self.workspace.flush_requested.emit()
        with self.workspace.change(_("Import transcript")) as change:
            if answer.where == HERE and self.interview_id is not None:
                id = self.interview_id
                where = Paragraph.interview_id == id
                last = max(
                    (p.position for p in self.workspace.file.all(Paragraph, where)), default=-1
                )
                add_paragraphs(change, id, transcript, names=answer.names, position=last + 1)
            else:
                id = add_transcript(
                    change,
                    transcript,
                    answer.title,
                    names=answer.names,
                    stakeholder_id=answer.stakeholder_id,
                    respondent=answer.respondent,
                    position=self.workspace.file.count(Interview),
                )
                change.get(Interview, id).interviewer = answer.interviewer
            code = change.get(Interview, id).code
        self.workspace.say(
            _("The transcript was imported into {code}.").format(code=code), undo=True
        )
        self.done.emit(id)
