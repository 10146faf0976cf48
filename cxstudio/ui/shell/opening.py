"""Claiming a file with the questions that may arise: the passphrase, or somebody else at work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from cxstudio.i18n import _, pgettext
from cxstudio.store.claiming import Claim, claim
from cxstudio.store.errors import FileProblem, InUse, PassphraseNeeded
from cxstudio.ui import widgets
from cxstudio.ui.shell.dialog import Dialog, ask, tell


def claim_with_questions(parent: QWidget | None, path: Path) -> Claim | None:
    """The claimed file, or None when the user gave up or it cannot be opened (which was told)."""
    key: str | None = None
    read_only = False
    while True:
        try:
            return claim(path, key, read_only=read_only)
        except PassphraseNeeded as problem:
            key = ask_passphrase(parent, path, problem)
            if key is None:
                return None
        except InUse as problem:
            if not ask(parent, _("Already open"), str(problem), _("Open to read")):
                return None
            read_only = True
        except FileProblem as problem:
            tell(parent, _("This file cannot be opened"), str(problem))
            return None


def ask_passphrase(parent: QWidget | None, path: Path, problem: PassphraseNeeded) -> str | None:
    """The passphrase the user typed, or None."""
    dialog = Dialog(parent, path.stem, _("This engagement is protected by a passphrase."))
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    dialog.add_field(_("Passphrase"), field)
    if problem.wrong:
        dialog.say_fault(str(problem))
    dialog.add_cancel()
    dialog.add_button(widgets.filled(pgettext("action", "Open")), accepts=True)
    field.setFocus()
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return field.text()
