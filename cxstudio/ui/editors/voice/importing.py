"""Importing a survey: chosen, read in the background, understood with the user, kept as a wave."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from cxstudio.exchange.survey_kept import kept_survey
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import Survey, read_survey
from cxstudio.exchange.survey_storing import (
    Prepared,
    as_json,
    keep,
    same_file,
    with_same_columns,
)
from cxstudio.exchange.table import UnreadableTable
from cxstudio.exchange.understanding import Proposal, propose
from cxstudio.i18n import _
from cxstudio.model import Wave
from cxstudio.model.columns import mapping_from
from cxstudio.ui.editors.voice.import_dialog import ImportDialog
from cxstudio.ui.shell.dialog import tell
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

FOLDER = "voice/import_folder"
SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")


@dataclass(frozen=True)
class Read:
    """A file that was read, with what its columns probably mean."""

    survey: Survey
    proposal: Proposal


class SurveyImport:
    """One import; `parent` owns the dialogs. Reading and packing show progress and can stop."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        self._workspace, self._parent = workspace, parent
        self._name = ""

    def choose(self) -> None:
        """Ask for a file, and begin."""
        endings = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        folder = self._workspace.settings.text(FOLDER, str(self._workspace.file.path.parent))
        name, _kind = QFileDialog.getOpenFileName(
            self._parent, _("Import a survey"), folder, f"{_('Survey tables')} ({endings})"
        )
        if name:
            self._workspace.settings.set_text(FOLDER, str(Path(name).parent))
            self.start(Path(name))

    def start(self, path: Path) -> None:
        """Read a file in the background."""

        def work(progress: Progress) -> Read | UnreadableTable:
            try:
                survey = read_survey(path, tell=lambda share: progress(0.8 * share))
                return Read(survey, propose(survey))
            except UnreadableTable as problem:
                return problem

        title = _("Reading {name}").format(name=path.name)
        self._workspace.tasks.run(title, work, self.on_read)

    def on_read(self, read: Read | UnreadableTable) -> None:
        """Let the user correct what was understood, then pack the answers."""
        if isinstance(read, UnreadableTable):
            tell(self._parent, _("The survey was not imported"), str(read))
            return
        dialog = self.dialog(read)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.pack(read.survey, dialog)

    def dialog(self, read: Read) -> ImportDialog:
        """What is asked about a file."""
        waves = self._workspace.file.all(Wave)
        same = same_file(waves, read.survey)
        return ImportDialog(
            read.survey,
            read.proposal,
            with_same_columns(waves, read.survey),
            same.name if same is not None else "",
            self._parent,
        )

    def pack(self, survey: Survey, dialog: ImportDialog) -> None:
        """Make the answers ready in the background, and keep them."""
        self._name = dialog.name.text().strip() or Path(survey.name).stem
        mapping = dialog.mapping

        def work(progress: Progress) -> Prepared:
            return prepare(survey, mapping, tell=progress)

        title = _("Importing {name}").format(name=survey.name)
        self._workspace.tasks.run(title, work, self.on_packed)

    def on_packed(self, prepared: Prepared) -> None:
        """Keep the wave as one step, and show it."""
        file = self._workspace.file
        with self._workspace.change(_("Import {name}").format(name=self._name)) as change:
            position = file.count(Wave)
            wave = keep(change, file.put_blob, prepared, name=self._name, position=position)
            id = wave.id
        self._workspace.go_to("wave", id)
        self._workspace.say(_("“{name}” was imported.").format(name=self._name), undo=True)


class WaveMeaning:
    """New meanings for the columns of a wave that was imported before."""

    def __init__(self, workspace: Workspace, wave: int, parent: QWidget) -> None:
        self._workspace, self._id, self._parent = workspace, wave, parent

    def start(self) -> None:
        """Read the kept answers in the background."""
        wave = self._workspace.file.one(Wave, self._id)
        survey = kept_survey(wave, self._workspace.file.blob(wave.sha256))

        def work(_progress: Progress) -> Read:
            return Read(survey, propose(survey))

        self._workspace.tasks.run(_("Reading {name}").format(name=wave.name), work, self.on_read)

    def on_read(self, read: Read) -> None:
        """Let the user correct them, then pack the answers anew."""
        dialog = self.dialog(read)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.pack(read.survey, dialog)

    def dialog(self, read: Read) -> ImportDialog:
        """The dialog with the meanings as they are now."""
        wave = self._workspace.file.one(Wave, self._id)
        mapping = mapping_from(json.loads(wave.mapping))
        dialog = ImportDialog(read.survey, read.proposal, mapping, "", self._parent)
        dialog.name.setText(wave.name)
        return dialog

    def pack(self, survey: Survey, dialog: ImportDialog) -> None:
        """Make the answers ready, and keep them in place of the old ones."""
        mapping, name = dialog.mapping, dialog.name.text().strip()

        def work(progress: Progress) -> Prepared:
            return prepare(survey, mapping, tell=progress)

        def done(prepared: Prepared) -> None:
            with self._workspace.change(_("Change what the columns mean")) as change:
                wave = change.get(Wave, self._id)
                wave.sha256 = self._workspace.file.put_blob(prepared.content)
                wave.mapping, wave.rows = as_json(prepared.mapping), prepared.rows
                wave.name = name or wave.name

        self._workspace.tasks.run(_("Importing {name}").format(name=name), work, done)
