"""Beginning a new engagement: client, title, report language, place, passphrase."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from cxstudio.i18n import _, language
from cxstudio.store import EngagementFile, FileProblem
from cxstudio.ui import theme, widgets
from cxstudio.ui.settings import Settings
from cxstudio.ui.shell.dialog import Dialog

FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def ask_new_engagement(parent: QWidget, settings: Settings) -> EngagementFile | None:
    """The new, open file, or None when the user cancelled."""
    dialog = NewEngagementDialog(parent, settings)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.file


class NewEngagementDialog(Dialog):
    """Makes the file when Create is pressed; a fault is said and nothing is left behind."""

    def __init__(self, parent: QWidget, settings: Settings) -> None:
        super().__init__(
            parent,
            _("New engagement"),
            _("One engagement is one file on this computer. Everything else can follow later."),
        )
        self.file: EngagementFile | None = None
        self._settings = settings
        self._folder = settings.folder
        self.client = self.add_field(_("Client"), QLineEdit())
        self.title = self.add_field(_("Title"), QLineEdit())
        self.client.setPlaceholderText(_("Fukui Prefecture"))
        self.title.setPlaceholderText(_("Visitor experience of Fukui prefecture"))
        self.body.addWidget(widgets.Label(_("Language of the report"), "label", "text_2"))
        self.report_language = widgets.Segmented(
            [("en", "English"), ("ja", "日本語")], _("Language of the report")
        )
        self.report_language.choose(language())
        self.body.addWidget(self.report_language)
        self._add_place()
        self._add_passphrase()
        self.add_cancel()
        create = self.add_button(widgets.filled(_("Create")))
        create.setDefault(True)
        create.clicked.connect(self._create)
        self.client.setFocus()

    def add_field(self, label: str, field: QLineEdit) -> QLineEdit:  # type: ignore[override]
        super().add_field(label, field)
        return field

    def _add_place(self) -> None:
        self.body.addWidget(widgets.Label(_("Kept in"), "label", "text_2"))
        row = QHBoxLayout()
        self._place = widgets.Label(str(self._folder), "body", "text")
        row.addWidget(self._place, 1)
        change = widgets.outline(_("Change…"), small=True)
        change.clicked.connect(self._choose_folder)
        row.addWidget(change)
        self.body.addLayout(row)

    def _add_passphrase(self) -> None:
        self.passphrase = self.add_field(_("Passphrase (may stay empty)"), QLineEdit())
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.again = self.add_field(_("Passphrase again"), QLineEdit())
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        warning = _(
            "With a passphrase the whole file is encrypted. A forgotten passphrase cannot be "
            "recovered by anybody: write it down and keep it apart from the laptop."
        )
        self.body.addSpacing(theme.px(4))
        self.body.addWidget(widgets.Label(warning, "small", "text_3", wrap=True))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Kept in"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._place.setText(chosen)

    def _create(self) -> None:
        client = self.client.text().strip()
        if not client:
            self.say_fault(_("Write the client’s name; it names the file as well."))
            self.client.setFocus()
            return
        if self.passphrase.text() != self.again.text():
            self.say_fault(_("The two passphrases differ."))
            self.passphrase.setFocus()
            return
        title = self.title.text().strip()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            self.file = EngagementFile.create(
                free_path(self._folder, f"{client} {title}"),
                client=client,
                title=title,
                language=self.report_language.key(),
                key=self.passphrase.text() or None,
            )
        except (FileProblem, OSError) as problem:
            self.say_fault(str(problem))
            return
        self._settings.set_folder(self._folder)
        self.accept()


def free_path(folder: Path, name: str) -> Path:
    """A path for a file of this name that is not taken yet."""
    stem = FORBIDDEN.sub(" ", name).strip(" .")[:80] or "engagement"
    path, number = folder / f"{stem}.cxs", 2
    while path.exists():
        path, number = folder / f"{stem} {number}.cxs", number + 1
    return path
