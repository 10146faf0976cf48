"""Restoring a file from one of its backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cxstudio import formats, i18n
from cxstudio.i18n import _
from cxstudio.store import FileProblem, backup
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.dialog import Dialog


class BackupsDialog(Dialog):
    """Lists all backups, the newest first; the present file is put aside, never overwritten."""

    restored = Signal(Path)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            _("Restore from a backup"),
            _(
                "A backup is made when a file is opened and once an hour of work. Restoring puts "
                "the present file aside under another name; nothing is lost."
            ),
            640,
        )
        self._backups = backup.all()
        self._list = QListWidget()
        self._list.setAccessibleName(_("Backups"))
        self._list.setFixedHeight(theme.px(300))
        for one in self._backups:
            moment = formats.cell_moment(one.at, i18n.language())
            QListWidgetItem(f"{moment}   {one.original.stem}   {one.original.parent}", self._list)
        if self._backups:
            self._list.setCurrentRow(0)
            self.body.addWidget(self._list)
        else:
            text = _("There is no backup yet. The first is made when a file is opened.")
            self.body.addWidget(widgets.Label(text, "body", "text_2", wrap=True))
        self.add_cancel()
        restore = self.add_button(widgets.filled(_("Restore"), "archive-restore"))
        restore.setEnabled(bool(self._backups))
        restore.clicked.connect(self._restore)

    def _restore(self) -> None:
        chosen = self._backups[self._list.currentRow()]
        try:
            backup.restore(chosen.path, chosen.original)
        except (FileProblem, OSError) as problem:
            self.say_fault(str(problem))
            return
        self.accept()
        self.restored.emit(chosen.original)
