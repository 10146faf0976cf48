"""A small panel over the page for figures that are seldom changed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Record
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import Binding, bind
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.workspace import Workspace

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Popover(QFrame):
    """Number fields bound to one record. Enter, Escape or a click elsewhere closes it."""

    def __init__(
        self, workspace: Workspace, cls: type[Record], id: int, title: str, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("panel", "plain")
        self.setAccessibleName(title)
        self.workspace, self._cls, self._id = workspace, cls, id
        self._bindings: list[Binding] = []
        self.fields: dict[str, NumberField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(widgets.Label(title, "section"))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.px(16))
        self._form.setVerticalSpacing(theme.px(8))
        column.addLayout(self._form)
        self._fault = widgets.Label("", "small", "error", wrap=True)
        self._fault.hide()
        column.addWidget(self._fault)

    def add(self, attribute: str, label: str, field: NumberField) -> None:
        """A field under its name."""
        field.setFixedWidth(theme.px(104))
        field.setAccessibleName(label)
        binding = bind(
            self.workspace, field, self._cls, attribute, _("Edit {field}").format(field=label)
        )
        binding.show(self._id)
        binding.faulted.connect(self._show_fault)
        self._bindings.append(binding)
        self.fields[attribute] = field
        self._form.addRow(widgets.Label(label, "label", "text_2"), field)

    def _show_fault(self, text: str) -> None:
        self._fault.setText(text)
        self._fault.setVisible(bool(text))
        self.adjustSize()

    def open_below(self, widget: QWidget) -> None:
        """Show it under a widget, with the keyboard in the first field."""
        self.adjustSize()
        place = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 4))
        self.move(max(place.x(), 0), place.y())
        self.show()
        first = next(iter(self.fields.values()))
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        first.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (*_ENTER, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: object) -> None:
        for field in self.fields.values():
            field.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), theme.px(12), theme.px(12))
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))
