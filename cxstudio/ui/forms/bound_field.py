"""One bound field with its label, where there is no form around it."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Record
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import bind
from cxstudio.ui.forms.fields import LineField
from cxstudio.ui.workspace import Workspace


class BoundField(QWidget):
    """A field of one record, under its label or beside it; `faulted` tells its fault."""

    def __init__(
        self,
        workspace: Workspace,
        field: LineField,
        cls: type[Record],
        attribute: str,
        name: str,
        id: int = 1,
        *,
        beside: bool = False,
    ) -> None:
        super().__init__()
        self.field = field
        self._binding = bind(workspace, field, cls, attribute, _("Edit {field}").format(field=name))
        self._binding.show(id)
        self._label = widgets.Label("", "label", "text_2")
        self._label.setBuddy(field)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        row = QBoxLayout(way, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8 if beside else 4))
        row.addWidget(self._label)
        row.addWidget(field)
        self.set_name(name)

    @property
    def faulted(self) -> SignalInstance:
        return self._binding.faulted

    def set_name(self, name: str) -> None:
        """Call it otherwise, as after a change of the currency."""
        self._label.setText(name)
        self.field.setAccessibleName(name)

    def read(self) -> None:
        """Show what is in the file."""
        self._binding.read()
