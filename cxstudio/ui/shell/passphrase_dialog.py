"""Setting, changing and removing the passphrase of the open file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cxstudio.i18n import _
from cxstudio.store import FileProblem
from cxstudio.ui import widgets
from cxstudio.ui.shell.dialog import Dialog
from cxstudio.ui.workspace import Workspace


class PassphraseDialog(Dialog):
    """Says before that a forgotten passphrase cannot be recovered."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        self._workspace = workspace
        self._protected = workspace.file.key is not None
        super().__init__(
            parent,
            _("Change the passphrase") if self._protected else _("Set a passphrase"),
            _(
                "The whole file and its backups are encrypted with the passphrase. A forgotten "
                "passphrase cannot be recovered, by us or by anybody: write it down and keep it "
                "apart from the laptop."
            ),
        )
        self._old = self._secret(_("Present passphrase")) if self._protected else None
        self._new = self._secret(_("New passphrase"))
        self._again = self._secret(_("New passphrase again"))
        if self._protected:
            remove = self.add_button(widgets.danger(_("Remove the passphrase")))
            remove.clicked.connect(self._remove)
        self.add_cancel()
        accept = self.add_button(widgets.filled(_("Encrypt the file"), "lock"))
        accept.setDefault(True)
        accept.clicked.connect(self._set)

    def _secret(self, label: str) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field(label, field)
        return field

    def _old_is_right(self) -> bool:
        if self._old is None or self._old.text() == self._workspace.file.key:
            return True
        self.say_fault(_("The present passphrase is not right. Nothing was changed."))
        self._old.setFocus()
        return False

    def _set(self) -> None:
        if not self._old_is_right():
            return
        if not self._new.text():
            self.say_fault(_("Write a passphrase. Several words are stronger than one."))
        elif self._new.text() != self._again.text():
            self.say_fault(_("The two passphrases differ."))
        else:
            self._apply(self._new.text(), _("The file is encrypted now."))

    def _remove(self) -> None:
        if self._old_is_right():
            self._apply(None, _("The passphrase was removed; the file can be read by anybody."))

    def _apply(self, new: str | None, said: str) -> None:
        self._workspace.flush_requested.emit()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._workspace.file.set_key(new)
        except FileProblem as problem:
            self.say_fault(str(problem))
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._workspace.say(said)
        self.accept()
