"""The export of a map: format, size, language, and what it will look like."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.drawing.journey.export import MOST_PIXELS
from cxstudio.drawing.journey.poster import Pages, poster
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.printing.page_choice import PageChoice, in_words
from cxstudio.ui.printing.preview import PagesPreview
from cxstudio.ui.printing.reader_choice import ReaderChoice
from cxstudio.ui.printing.saving import (
    ask_path,
    labelled,
    pdf_writer,
    png_writer,
    save,
    svg_writer,
)
from cxstudio.ui.printing.source import MapSource
from cxstudio.ui.saving import Write
from cxstudio.ui.shell.dialog import Dialog
from cxstudio.ui.workspace import Workspace

FORMAT = "journeys/export_format"
LEAST_DPI, MOST_DPI, USUAL_DPI = 48, 1200, 192


class ExportDialog(Dialog):
    """Choices at the left, the pages at the right; "Save" asks where to."""

    def __init__(
        self, workspace: Workspace, journey_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Export the map"), "", 760)
        self._workspace = workspace
        self._source = MapSource(workspace, journey_id)
        self.format = widgets.Segmented(
            [("png", "PNG"), ("svg", "SVG"), ("pdf", "PDF")], _("Format")
        )
        self.format.choose(workspace.settings.text(FORMAT, "pdf"))
        self.dpi = widgets.Number()
        self.dpi.setRange(LEAST_DPI, MOST_DPI)
        self.dpi.setSingleStep(24)
        self.dpi.setSuffix(_(" dpi"))
        self.dpi.setValue(USUAL_DPI)
        self.paper = PageChoice()
        self.reader = ReaderChoice(self._source)
        self.preview = PagesPreview()
        self.words = widgets.Label("", "small", "text_2", wrap=True)
        self._lay_out()
        self.add_cancel()
        self.save_button = self.add_button(widgets.filled(_("Save…"), "download"), accepts=True)
        self.format.chosen.connect(self._on_format)
        self.dpi.valueChanged.connect(self.show_choice)
        self.paper.changed.connect(self.show_choice)
        self.reader.changed.connect(self.show_choice)
        self.show_choice()

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(theme.px(6))
        self.format.setMinimumWidth(theme.px(248))
        self._dpi_fields = labelled(_("Resolution"), self.dpi)
        for widget in labelled(_("Format"), self.format):
            form.addWidget(widget)
        form.addSpacing(theme.px(4))
        for widget in self._dpi_fields:
            form.addWidget(widget)
        form.addWidget(self.paper)
        form.addSpacing(theme.px(4))
        form.addWidget(self.reader)
        form.addStretch(1)
        right = widgets.Panel("sunken", theme.px(16))
        right.body.addWidget(self.preview, 1)
        right.body.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        row.addLayout(form)
        row.addWidget(right, 1)
        self.body.addLayout(row)
        right.setMinimumHeight(theme.px(400))

    def _on_format(self, key: str) -> None:
        self._workspace.settings.set_text(FORMAT, key)
        self.show_choice()

    def pages(self) -> Pages:
        """The map as it will come out; for a picture a page as large as the map."""
        sheet = self._source.sheet(self.reader.language, self.reader.client)
        return self.paper.pages(sheet) if self.format.key() == "pdf" else poster(sheet)

    def show_choice(self, _value: object = None) -> None:
        """Show what the choices come to."""
        kind = self.format.key()
        self.paper.setVisible(kind == "pdf")
        for widget in self._dpi_fields:
            widget.setVisible(kind == "png")
        pages = self.pages()
        self.preview.show_pages(pages)
        sheet = pages.sheet
        fault = ""
        if kind == "pdf":
            words = in_words(pages, self.paper.paper_name())
        elif kind == "png":
            width, height = (round(s * self.dpi.value() / 96) for s in (sheet.width, sheet.height))
            words = _("{width} × {height} pixels").format(width=f"{width:,}", height=f"{height:,}")
            if width * height > MOST_PIXELS:
                fault = _(
                    "That is too large for other programs to open. "
                    "Choose a lower resolution, or PDF."
                )
        else:
            words = _("A drawing of any size. Its text stays text.")
        self.words.setText(words)
        self.say_fault(fault)
        self.save_button.setEnabled(not fault)

    def writer(self) -> Write:
        """What writes the file that was chosen."""
        kind, language = self.format.key(), self.reader.language
        if kind == "pdf":
            return pdf_writer(self.pages())
        data = self._source.data(language, self.reader.client)
        return (
            png_writer(data, language, self.dpi.value())
            if kind == "png"
            else svg_writer(data, language)
        )

    def accept(self) -> None:
        data = self._source.data(self.reader.language, self.reader.client)
        path = ask_path(self._workspace, data, self.format.key() or "pdf", self)
        if path is not None:
            parent = self.parentWidget() or self
            save(self._workspace, path, self.writer(), parent)
            super().accept()
