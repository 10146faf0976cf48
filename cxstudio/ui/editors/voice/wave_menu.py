"""What can be done with a wave: another name or day, and deleting it."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from cxstudio.i18n import _
from cxstudio.model import Wave
from cxstudio.ui import widgets
from cxstudio.ui.forms.fields import DateField
from cxstudio.ui.shell.dialog import Dialog
from cxstudio.ui.widgets.menus import Menu
from cxstudio.ui.workspace import Workspace


class WaveMenu:
    """The menu of one wave."""

    def __init__(self, workspace: Workspace, wave: int, parent: QWidget) -> None:
        self._workspace, self._wave, self._parent = workspace, wave, parent

    def open_at(self, at: QPoint) -> Menu:
        """Offer what can be done."""
        menu = widgets.menu(self._parent)
        menu.addAction(_("Name and day…")).triggered.connect(self.rename)
        menu.addAction(_("What the columns mean…")).triggered.connect(self.change_meaning)
        menu.addAction(_("Delete this wave")).triggered.connect(self.delete)
        menu.popup(at)
        return menu

    def rename(self) -> None:
        """Ask for another name and day."""
        wave = self._workspace.file.one(Wave, self._wave)
        dialog = WaveDialog(wave, self._parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        with self._workspace.change(_("Name a wave")) as change:
            record = change.get(Wave, self._wave)
            record.name, record.dated = dialog.name.text().strip(), dialog.day.value()

    def change_meaning(self) -> None:
        """Correct what the columns mean; figures kept as evidence are then out of date."""
        from cxstudio.ui.editors.voice.importing import WaveMeaning

        WaveMeaning(self._workspace, self._wave, self._parent).start()

    def delete(self) -> None:
        """Delete the wave; what was quoted from it stays evidence. Undo brings it back."""
        name = self._workspace.file.one(Wave, self._wave).name
        with self._workspace.change(_("Delete {name}").format(name=name)) as change:
            change.delete(change.get(Wave, self._wave))
        self._workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)


class WaveDialog(Dialog):
    """Name and day; the trend stands on the day."""

    def __init__(self, wave: Wave, parent: QWidget | None) -> None:
        super().__init__(
            parent, _("Name and day of the wave"), _("The day is where the trend shows its score.")
        )
        self.name, self.day = QLineEdit(wave.name), DateField()
        self.day.set_value(wave.dated)
        self.add_field(_("Name of the wave"), self.name)
        self.add_field(_("Day"), self.day)
        self.name.textChanged.connect(self._check)
        self.day.textChanged.connect(self._check)
        self.add_cancel()
        self._keep = self.add_button(widgets.filled(_("Keep")), accepts=True)

    def _check(self) -> None:
        fault = self.day.fault()
        if not self.name.text().strip():
            fault = _("A wave needs a name.")
        self.say_fault(fault)
        self._keep.setEnabled(not fault)
