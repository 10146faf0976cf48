"""The list of sections: their order by dragging, a switch each, template and reader below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QFileDialog, QStyledItemDelegate, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import Engagement, ReportSection
from cxstudio.report.sections import TITLES
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.report.check import line
from cxstudio.ui.shell.export import PAPER, TEMPLATE, paper_of, template_of
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.tables.record_list import ID, RecordList
from cxstudio.ui.workspace import Workspace

INCLUDED = Qt.ItemDataRole.UserRole + 200
SWITCH = QSize(28, 16)


def row_of(section: Any) -> dict[int, Any]:
    """Title and whether the section is printed."""
    title = _(TITLES[section.key]) if section.key in TITLES else section.key
    return {widgets.Row.TITLE: title, INCLUDED: section.included}


class SectionDelegate(QStyledItemDelegate):
    """A row of 40 px: handle, title, switch. A click on the switch emits `switched`."""

    switched = Signal(int)

    def sizeHint(self, _option: Any, _index: Any) -> QSize:
        return QSize(theme.px(160), theme.px(40))

    def paint(
        self, painter: QPainter, option: Any, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = option.rect.adjusted(theme.px(8), 1, -theme.px(8), -1)
        widgets.paint_tint(painter, tint, option)
        on = bool(index.data(INCLUDED))
        handle = QRect(
            tint.x() + theme.px(4), tint.center().y() - theme.px(7), theme.px(14), theme.px(14)
        )
        theme.paint_icon(painter, handle, "grip-vertical", "text_3")
        switch = self.switch(option.rect)
        painter.setFont(theme.font("body_strong" if on else "body"))
        painter.setPen(theme.colour("text" if on else "text_3"))
        room = QRect(
            handle.right() + theme.px(8),
            tint.y(),
            switch.left() - handle.right() - theme.px(16),
            tint.height(),
        )
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        _paint_switch(painter, switch, on)
        painter.restore()

    def switch(self, row: QRect) -> QRect:
        """Where the switch of a row is."""
        width, height = theme.px(SWITCH.width()), theme.px(SWITCH.height())
        return QRect(
            row.right() - theme.px(18) - width, row.center().y() - height // 2, width, height
        )

    def editorEvent(self, event: QEvent, _model: Any, option: Any, index: Any) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            near = self.switch(option.rect).adjusted(-6, -8, 6, 8)
            if near.contains(event.position().toPoint()):
                self.switched.emit(index.data(ID))
                return True
        return False


def _paint_switch(painter: QPainter, area: QRect, on: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent" if on else "control_line"))
    radius = area.height() / 2
    painter.drawRoundedRect(area, radius, radius)
    painter.setBrush(theme.colour("on_accent" if on else "surface"))
    centre = QPoint(
        area.right() - area.height() // 2 + 1 if on else area.left() + area.height() // 2,
        area.center().y() + 1,
    )
    painter.drawEllipse(centre, round(radius - 2), round(radius - 2))


class SectionPane(ListPane):
    """Space switches the chosen section; Alt+Up and Alt+Down move it."""

    switched = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Sections"), RecordList(workspace, ReportSection, row_of), _("Add"))
        delegate = SectionDelegate(self)
        delegate.switched.connect(self.switched)
        self.set_delegate(delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        id = self.current_id()
        if event.key() == Qt.Key.Key_Space and id is not None:
            self.switched.emit(id)
            return
        super().keyPressEvent(event)


class Unlisted(QWidget):
    """That sections are printed which have no row in the list: `pressed` wants to have them there.
    Hidden when there are none; `keys` are theirs."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keys: tuple[str, ...] = ()
        row = QVBoxLayout(self)
        row.setContentsMargins(*(theme.px(side) for side in (16, 4, 16, 8)))
        self._link = widgets.link("", "plus")
        self._link.clicked.connect(self.pressed)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_keys(self, keys: tuple[str, ...]) -> None:
        """Other sections."""
        self.keys = keys
        words = ngettext("{count} more is printed", "{count} more are printed", len(keys))
        self._link.setText(words.format(count=len(keys)))
        names = _(", ").join(_(TITLES[key]) for key in keys)
        text = _("Printed with computed words: {names}. Press to have them in the list.")
        self._link.setToolTip(text.format(names=names))
        self._link.setAccessibleDescription(self._link.toolTip())
        self.setVisible(bool(keys))


class Settings(QWidget):
    """The template and the reader, below the sections."""

    changed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(6))
        column.addWidget(widgets.Label(_("Template"), "label", "text_2"))
        self.template = widgets.outline("", "file-text")
        self.template.clicked.connect(self._on_template)
        column.addWidget(self.template)
        self._notes = QVBoxLayout()
        self._notes.setSpacing(theme.px(6))
        column.addLayout(self._notes)
        column.addSpacing(theme.px(8))
        column.addWidget(widgets.Label(_("Page size"), "label", "text_2"))
        self.paper = widgets.Segmented([("A4", "A4"), ("Letter", _("Letter"))], _("Page size"))
        self.paper.chosen.connect(self._on_paper)
        column.addWidget(self.paper)
        column.addSpacing(theme.px(8))
        column.addWidget(widgets.Label(_("Reader"), "label", "text_2"))
        readers = [("client", _("Client")), ("internal", _("Team"))]
        self.reader = widgets.Segmented(readers, _("Reader"))
        self.reader.chosen.connect(self._on_reader)
        column.addWidget(self.reader)
        self.reload()

    def reload(self) -> None:
        """Show what is chosen now."""
        template = template_of(self._workspace)
        name = template.name if template else _("CX Studio’s own look")
        self.template.setText(
            self.template.fontMetrics().elidedText(
                name, Qt.TextElideMode.ElideMiddle, theme.px(190)
            )
        )
        self.template.setToolTip(name)
        self.template.setAccessibleName(_("Template: {name}").format(name=name))
        self.paper.choose(paper_of(self._workspace))
        self.paper.setEnabled(template is None)
        self.paper.setToolTip(_("The template has its own page size.") if template else "")
        self.reader.choose(self._workspace.file.engagement.audience)
        self.reader.setEnabled(not self._workspace.read_only)

    def show_notes(self, notes: Sequence[str]) -> None:
        """What the user should know of the template, below its name; it may be gone by now."""
        self.reload()
        while (item := self._notes.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for note in (*self._gone(), *notes):
            self._notes.addWidget(line("triangle-alert", note, style="small"))

    def _gone(self) -> Sequence[str]:
        text = self._workspace.settings.text(TEMPLATE, "")
        if not text or template_of(self._workspace):
            return ()
        gone = _("{name} is no longer there. The report has CX Studio’s own look.")
        return (gone.format(name=Path(text).name),)

    def _on_template(self) -> None:
        menu = widgets.menu(self)
        menu.addAction(_("CX Studio’s own look"), self._own)
        menu.addAction(_("Choose a Word template …"), self._choose)
        menu.exec(self.template.mapToGlobal(QPoint(0, self.template.height() + 4)))

    def _own(self) -> None:
        self.use("")

    def _choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose a Word template"), "", "Word (*.docx *.dotx *.docm *.dotm)"
        )
        if chosen:
            self.use(str(Path(chosen)))

    def use(self, path: str) -> None:
        """Take a template, or the own look with an empty path."""
        self._workspace.settings.set_text(TEMPLATE, path)
        self.reload()
        self.changed.emit()

    def _on_paper(self, paper: str) -> None:
        self._workspace.settings.set_text(PAPER, paper)
        self.changed.emit()

    def _on_reader(self, audience: str) -> None:
        with self._workspace.change(_("Change the reader")) as change:
            change.get(Engagement, 1).audience = audience
