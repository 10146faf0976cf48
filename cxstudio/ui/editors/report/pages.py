"""The headings of a section's pages, one for each record: the computed one until it is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import ReportSection
from cxstudio.report import narrative
from cxstudio.report.texts import PageText
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import Binding
from cxstudio.ui.forms.fields import ParagraphField
from cxstudio.ui.workspace import Workspace


class PageHeadings(QWidget):
    """A field for each page of the section; empty ones show the computed heading."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: tuple[int | None, tuple[str, ...]] = (None, ())
        self.fields: dict[str, Heading] = {}
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
            self.fields[page.code].suggest(page.message)
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
        for page in pages:
            self.fields[page.code] = heading = Heading(self._workspace, page.code)
            heading.binding.show(id)
            self._column.addWidget(heading)


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
