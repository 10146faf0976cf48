"""What was noted about an initiative's progress, the latest first, and a field for today's note."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio import formats, i18n
from cxstudio.i18n import _
from cxstudio.model import ProgressNote
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.fields import LineField
from cxstudio.ui.workspace import Workspace


class NotesList(QWidget):
    """Dated notes; Enter in the field adds one for today."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self.count = 0
        self.field = LineField(_("What happened; Enter notes it for today"))
        self.field.setAccessibleName(_("Progress note"))
        self.field.returnPressed.connect(self.note)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(theme.px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(widgets.SectionTitle(_("Progress notes")))
        column.addWidget(self.field)
        column.addLayout(self._notes)

    def show_initiative(self, id: int | None) -> None:
        """Show the notes of this initiative."""
        if id != self.id:
            self.field.clear()
        self.id = id
        self.field.setEnabled(id is not None and not self.workspace.read_only)
        while item := self._notes.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        mine = ProgressNote.initiative_id == id
        notes = sorted(
            self.workspace.file.all(ProgressNote, mine), key=lambda n: (n.noted_on, n.id)
        )
        self.count = len(notes)
        for one in reversed(notes):
            self._notes.addWidget(_Note(self, one.id, one.noted_on, one.text))

    def note(self) -> None:
        """Keep what is typed as today's note."""
        text = self.field.value().strip()
        if not text or self.id is None or self.workspace.read_only:
            return
        today = dt.datetime.now(dt.UTC).astimezone().date()
        self.field.clear()
        with self.workspace.change(_("Note progress")) as change:
            change.add(ProgressNote(initiative_id=self.id, noted_on=today, text=text))


class _Note(QWidget):
    def __init__(self, notes: NotesList, id: int, day: dt.date, text: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        when = widgets.Label(formats.cell_day(day, i18n.language()), "small", "text_3")
        when.setFixedWidth(theme.px(92))
        row.addWidget(when)
        row.addWidget(widgets.Label(text, "body", "text", wrap=True), 1)
        off = widgets.icon_button("x", _("Delete this note"), small=True)
        off.setEnabled(not notes.workspace.read_only)
        off.clicked.connect(_Take(self, notes.workspace, id).take)
        row.addWidget(off)


class _Take(QObject):
    def __init__(self, parent: QWidget, workspace: Workspace, id: int) -> None:
        super().__init__(parent)
        self._workspace, self._id = workspace, id

    def take(self) -> None:
        with self._workspace.change(_("Delete a progress note")) as change:
            change.delete(change.get(ProgressNote, self._id))
