"""The words of a section: message, lead, narrative, each with the suggestion to take over."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import ReportSection
from cxstudio.report.narrative import unmarked
from cxstudio.report.texts import LONGEST_MESSAGE, PageText, Texts
from cxstudio.ui import widgets
from cxstudio.ui.editors.report.pages import PageHeadings
from cxstudio.ui.editors.report.writing import NarrativeField, WritingBar
from cxstudio.ui.forms.form import Form
from cxstudio.ui.workspace import Workspace

ATTRIBUTES = ("message", "lead", "narrative")


class Words(QWidget):
    """The form of one section."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.id: int | None = None
        self._suggested = Texts()
        self.form = Form(workspace, ReportSection, self)
        self.fields: dict[str, Any] = {}
        self._uses: dict[str, QPushButton] = {}
        self._make()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.form)

    def _make(self) -> None:
        hints = {
            "message": _("A sentence with a verb and, where there is one, a number."),
            "lead": "",
            "narrative": _(
                "A paragraph a line. Ctrl+E puts in a mark of evidence such as [E-012]; "
                "[assumption] says that there is none. Lines after “%%” are for you and never "
                "leave."
            ),
        }
        labels = {"message": _("Message"), "lead": _("Lead"), "narrative": _("Text")}
        lines = {"message": 2, "lead": 2, "narrative": 8}
        for name in ATTRIBUTES:
            if name == "narrative":
                self.fields[name] = self._narrative(labels[name], hints[name])
            else:
                field = self.form.text(
                    name, labels[name], lines=lines[name], hint=hints[name], marks=True
                )
                self.fields[name] = field
            use = widgets.link(_("Use the suggestion"))
            use.clicked.connect(partial(self.use, name))
            self.form.body.addWidget(use, 0, Qt.AlignmentFlag.AlignLeft)
            self._uses[name] = use
        self.pages = PageHeadings(self._workspace)
        self.length = widgets.Label("", "small", "text_3")
        self.form.add(self.length)
        self.form.add(self.pages)

    def _narrative(self, label: str, hint: str) -> NarrativeField:
        """The text with its bar of buttons between label and field."""
        field = NarrativeField(self._workspace, self.form.end)
        self.bar = WritingBar(field)
        self.form.add_field(field, "narrative", label, hint=hint)
        holder = field.parentWidget()
        cell = holder.layout() if holder else None
        assert isinstance(cell, QVBoxLayout)
        cell.insertWidget(cell.indexOf(field), self.bar)
        return field

    def show_section(self, id: int | None, suggested: Texts) -> None:
        """Another section with what is suggested for it."""
        self.id = id
        self.form.show_record(id)
        self.show_pages(())
        self.suggest(suggested)

    def suggest(self, suggested: Texts) -> None:
        """Show the suggestion in the fields that are empty."""
        self._suggested = suggested
        for name, field in self.fields.items():
            field.setPlaceholderText(getattr(suggested, name))
        self.reload()

    def show_pages(self, pages: Sequence[PageText]) -> None:
        """The headings of the section's pages."""
        self.pages.show_pages(self.id, pages)

    def reload(self) -> None:
        """Offer the suggestion where nothing is written; count the message."""
        section = self._workspace.file.get(ReportSection, self.id)
        for name, use in self._uses.items():
            written = getattr(section, name) if section else ""
            offer = self._offer(name, written)
            use.setText(_("Add the suggestion below") if written else _("Use the suggestion"))
            use.setToolTip(offer if written else "")
            use.setVisible(bool(offer) and not self._workspace.read_only)
        self.bar.set_on(section is not None and not self._workspace.read_only)
        language = self._workspace.file.engagement.report_language
        message = unmarked((section.message if section else "") or self._suggested.message)[0]
        most = LONGEST_MESSAGE.get(language, 90)
        text = ngettext(
            "Message: {count} of {most} character",
            "Message: {count} of {most} characters",
            most,
        ).format(count=len(message), most=most)
        self.length.setText(text)
        self.length.set_tone("error" if len(message) > most else "text_3")

    def _offer(self, name: str, written: str) -> str:
        """What is suggested: all of it where nothing is written, and for a text that is written
        the lines that it does not have."""
        suggested: str = getattr(self._suggested, name)
        if not written:
            return suggested
        if name != "narrative":
            return ""
        have = written.splitlines()
        return "\n".join(line for line in suggested.splitlines() if line not in have)

    def use(self, name: str) -> None:
        """Take the suggestion over as the consultant's words, below those that are written."""
        if self.id is None:
            return
        with self._workspace.change(_("Use the suggestion")) as change:
            section = change.get(ReportSection, self.id)
            written = getattr(section, name)
            offer = self._offer(name, written)
            setattr(section, name, f"{written.rstrip()}\n{offer}" if written else offer)
