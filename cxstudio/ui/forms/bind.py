"""Binding a field to one attribute of one record: the only way forms read and write."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.model import Record
from cxstudio.store import ChangeSet
from cxstudio.ui.forms.fields import Field
from cxstudio.ui.workspace import Workspace

PAUSE = 400  # milliseconds without a key until typed text is written
Writer = Callable[[str, int, Any], str]
"""Writes a value that changes more than its own record: gets the step's label, the record's id and
the value; gives a fault, or nothing."""


class Binding(QObject):
    """Shows (class, id, attribute) in a field and writes what the user edits.

    Typing is written after a pause and merges into one undo step until the
    focus leaves. A value with a fault is not written; `faulted` tells the text.
    With a `writer` it is written when the focus leaves, as what is half typed
    would change others too.
    """

    faulted = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        field: Field,
        cls: type[Record],
        attribute: str,
        label: str,
        writer: Writer | None = None,
    ) -> None:
        assert isinstance(field, QWidget)
        super().__init__(field)
        self._workspace, self._field = workspace, field
        self._cls, self._attribute, self._label = cls, attribute, label
        self._writer = writer
        self._id: int | None = None
        self._pending = False
        self._refused: tuple[Any] | None = None  # what is stored where a fault stands
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.write)
        field.edited.connect(self._on_edited)
        field.left.connect(self._on_left)
        workspace.changed.connect(self._on_changed)
        workspace.flush_requested.connect(self._on_left)
        field.setEnabled(False)

    def show(self, id: int | None) -> None:
        """Bind to another record, after writing what is still pending for the last."""
        self._on_left()
        self._id = id
        self.read()

    def read(self) -> None:
        """Show the value that is in the file."""
        self._refused = None
        record = self._workspace.file.get(self._cls, self._id)
        editable = record is not None and not self._workspace.read_only
        self._widget.setEnabled(editable)
        if not self._field.composing():
            self._field.set_value(None if record is None else getattr(record, self._attribute))
        self.faulted.emit("")

    @property
    def _widget(self) -> QWidget:
        assert isinstance(self._field, QWidget)
        return self._field

    def _on_edited(self) -> None:
        self._pending = True
        if self._writer is None:
            self._timer.start()

    def _on_left(self) -> None:
        if self._pending:
            self.write()
            self._workspace.file.end_merge()

    def write(self) -> None:
        """Write the field's value now, if it was edited and is sound."""
        self._timer.stop()
        if not self._pending or self._id is None or self._field.composing():
            return
        self._pending = False
        fault = self._field.fault() or self._missing()
        self.faulted.emit(fault)
        self._refused = (self._stored(),) if fault else None
        if not fault:
            self._write_value(self._id, self._field.value())

    def _missing(self) -> str:
        """Why nothing must not be written, where the file needs a value."""
        column = self._cls.__table__.columns.get(self._attribute)
        if column is None or column.nullable or self._field.value() is not None:
            return ""
        return _("This cannot be left empty. It was not saved.")

    def _stored(self) -> Any:
        record = self._workspace.file.get(self._cls, self._id)
        return None if record is None else getattr(record, self._attribute)

    def _write_value(self, id: int, value: Any) -> None:
        record = self._workspace.file.get(self._cls, id)
        if record is None or getattr(record, self._attribute) == value:
            return
        if self._writer is not None:
            self.faulted.emit(self._writer(self._label, id, value))
            return
        merge = (self._cls.__tablename__, id, self._attribute)
        with self._workspace.change(self._label, merge) as change:
            setattr(change.get(self._cls, id), self._attribute, value)

    def _on_changed(self, changes: ChangeSet) -> None:
        if self._pending or self._id is None:
            return
        for touch in changes.touched:
            if (touch.kind, touch.id) == (self._cls.__tablename__, self._id):
                if self._refused != (self._stored(),):  # else it stands, with its fault
                    self.read()
                return


def bind(
    workspace: Workspace,
    field: Field,
    cls: type[Record],
    attribute: str,
    label: str,
    writer: Writer | None = None,
) -> Binding:
    """Bind a field; `label` names the undo step, such as "Edit name"."""
    return Binding(workspace, field, cls, attribute, label, writer)
