"""The headings of a section's pages, one for each record: the computed one until it is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import ReportSection
from cxstudio.report import narrative
from cxstudio.report.texts import PageText
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import Binding
from cxstudio.ui.forms.fields import ParagraphField
from cxstudio.ui.workspace import Workspace

AT_ONCE = 4
"""Fields that are made without a pause."""


class PageHeadings(QWidget):
    """A field for each page of the section; empty ones show the computed heading."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: tuple[int | None, tuple[str, ...]] = (None, ())
        self._id: int | None = None
        self.fields: dict[str, Heading] = {}
        self._waiting: list[PageText] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._make_some)
        workspace.closed.connect(self._timer.stop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self.hide()

    def show_pages(self, id: int | None, pages: Sequence[PageText]) -> None:
        """The pages of a section; fields stay where only the computed headings are others."""
        wanted = (id, tuple(page.code for page in pages))
        if wanted != self._shown:
            self._make(id, pages)
            self._shown = wanted
        for page in pages:
            if heading := self.fields.get(page.code):
                heading.suggest(page.message)
        self.setVisible(bool(pages))

    def reload(self) -> None:
        """Say anew which headings are computed."""
        for heading in self.fields.values():
            heading.tell()

    def _make(self, id: int | None, pages: Sequence[PageText]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        if pages:
            self._column.addWidget(widgets.SectionTitle(_("Headings of the pages")))
        self._waiting = list(pages)
        self._id = id
        self._make_some()

    def _make_some(self) -> None:
        """The next fields; of eighty all at once would hold up whoever types."""
        some, self._waiting = self._waiting[:AT_ONCE], self._waiting[AT_ONCE:]
        for page in some:
            self.fields[page.code] = heading = Heading(self._workspace, page.code)
            heading.binding.show(self._id)
            heading.suggest(page.message)
            self._column.addWidget(heading)
        if self._waiting:
            self._timer.start()


class Heading(QWidget):
    """The heading of one page, and whether it is computed or written."""

    def __init__(self, workspace: Workspace, code: str) -> None:
        super().__init__()
        self.field = ParagraphField("", lines=1)
        self.field.setAccessibleName(_("Heading of {code}").format(code=code))
        self.binding = _PageBinding(workspace, self.field, code)
        self.origin = widgets.Label("", "small", "text_3")
        label = widgets.Label(code, "label", "text_2")
        label.setBuddy(self.field)
        above = QHBoxLayout()
        above.addWidget(label)
        above.addStretch(1)
        above.addWidget(self.origin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(above)
        column.addWidget(self.field)
        self.field.textChanged.connect(self.tell)
        self.tell()

    def suggest(self, message: str) -> None:
        """The computed heading, shown while the field is empty."""
        self.field.setPlaceholderText(message)

    def tell(self) -> None:
        """Say where the heading comes from."""
        written = bool(self.field.toPlainText().strip())
        self.origin.setText(_("Your words") if written else _("Computed"))


class _PageBinding(Binding):
    """A field on the message of one page, which the narrative holds behind its code."""

    def __init__(self, workspace: Workspace, field: ParagraphField, code: str) -> None:
        label = _("Edit the heading of {code}").format(code=code)
        super().__init__(workspace, field, ReportSection, "narrative", label)
        self._code = code

    def read(self) -> None:
        section = self._workspace.file.get(ReportSection, self._id)
        self._widget.setEnabled(section is not None and not self._workspace.read_only)
        if section is None or self._field.composing():
            return
        said = narrative.message_of(section.narrative, self._code)
        if said != " ".join(self._field.value().split()):  # a space under way stays
            self._field.set_value(said)

    def _write_value(self, id: int, value: str) -> None:
        section = self._workspace.file.get(ReportSection, id)
        if section is None:
            return
        text = narrative.with_message(section.narrative, self._code, value)
        if text == section.narrative:
            return
        merge = (ReportSection.__tablename__, id, f"narrative {self._code}")
        with self._workspace.change(self._label, merge) as change:
            change.get(ReportSection, id).narrative = text
