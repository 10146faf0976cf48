"""Printing a map: every page in view before it goes to the printer, or into a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cxstudio.drawing.journey.poster import Pages, paint_pages
from cxstudio.i18n import _, pgettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.printing.page_choice import POSTER, PageChoice, in_words
from cxstudio.ui.printing.preview import PageColumn
from cxstudio.ui.printing.reader_choice import ReaderChoice
from cxstudio.ui.printing.saving import ask_path, labelled, pdf_writer, save
from cxstudio.ui.printing.source import MapSource
from cxstudio.ui.saving import NotSaved
from cxstudio.ui.shell.dialog import Dialog, tell
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PAGE_WIDTH = 460


def printers() -> list[str]:
    """The names of the printers of this computer, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return sorted(names, key=lambda name: name != usual)


def printer_page(pages: Pages) -> QPageLayout:
    """The paper as printers know it: A4, lying, rather than a page of so many millimetres."""
    short, long = sorted(pages.paper)
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter)
    way = QPageLayout.Orientation
    turn = way.Landscape if pages.paper[0] > pages.paper[1] else way.Portrait
    page = QPageLayout(size, turn, QMarginsF(0, 0, 0, 0))
    page.setMode(QPageLayout.Mode.FullPageMode)
    return page


def print_pages(pages: Pages, printer: QPrinter, progress: Progress) -> None:
    """Send the pages to a printer. Raises NotSaved when it takes nothing."""
    printer.setDocName(pages.title)
    printer.setPageLayout(printer_page(pages))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotSaved(
            _("The printer does not answer. Check that it is switched on, or save a PDF.")
        )
    try:
        paint_pages(pages, painter, printer, progress)
    finally:
        painter.end()


class PrintDialog(Dialog):
    """Choices at the left, the very pages at the right."""

    def __init__(
        self, workspace: Workspace, journey_id: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, _("Print the map"), "", 860)
        self._workspace = workspace
        self._source = MapSource(workspace, journey_id)
        self.printer = widgets.Choice()
        for name in printers():
            self.printer.addItem(name, name)
        self.copies = widgets.Number()
        self.copies.setRange(1, 99)
        self.paper = PageChoice(exact=False)
        self.paper.choose(POSTER, "A4")
        self.reader = ReaderChoice(self._source)
        self.column = PageColumn()
        self.words = widgets.Label("", "small", "text_2", wrap=True)
        self._lay_out()
        self.add_cancel()
        self._add_buttons()
        self.paper.changed.connect(self.show_pages)
        self.reader.changed.connect(self.show_pages)
        self.show_pages()

    def _lay_out(self) -> None:
        form = QVBoxLayout()
        form.setSpacing(theme.px(6))
        if self.printer.count():
            fields = (labelled(_("Printer"), self.printer), labelled(_("Copies"), self.copies))
            for widget in (widget for pair in fields for widget in pair):
                form.addWidget(widget)
        else:
            for hidden in (self.printer, self.copies):
                hidden.setParent(self)
                hidden.hide()
            sentence = _(
                "No printer is set up on this computer. Save a PDF and print it where there is one."
            )
            form.addWidget(widgets.Label(sentence, "body", "warning", wrap=True))
        form.addSpacing(theme.px(4))
        form.addWidget(self.paper)
        form.addSpacing(theme.px(4))
        form.addWidget(self.reader)
        form.addStretch(1)
        form.addWidget(self.words)
        self.view = QScrollArea()
        self.view.setWidgetResizable(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(_("Preview of the pages"))
        self.view.setMinimumSize(theme.px(PAGE_WIDTH + 60), theme.px(520))
        self.column.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column.setProperty("ground", "page_ground")
        self.view.setWidget(self.column)
        row = QHBoxLayout()
        row.setSpacing(theme.px(24))
        row.addLayout(form, 1)
        row.addWidget(self.view)
        self.body.addLayout(row)

    def _add_buttons(self) -> None:
        some = self.printer.count() > 0
        as_pdf = widgets.outline(_("Save as PDF…")) if some else widgets.filled(_("Save as PDF…"))
        self.pdf_button = self.add_button(as_pdf)
        self.pdf_button.clicked.connect(self.save_pdf)
        if some:
            self.print_button = self.add_button(
                widgets.filled(pgettext("button", "Print")), accepts=True
            )
        else:
            self.pdf_button.setDefault(True)

    def pages(self) -> Pages:
        """The pages as they will be printed."""
        sheet = self._source.sheet(self.reader.language, self.reader.client)
        return self.paper.pages(sheet)

    def show_pages(self) -> None:
        """Show what the choices come to."""
        pages = self.pages()
        self.words.setText(in_words(pages, self.paper.paper_name()))
        width, height = pages.paper
        self.column.show_pages(
            pages, theme.px(PAGE_WIDTH if width > height else round(PAGE_WIDTH * 0.8))
        )
        self.view.verticalScrollBar().setValue(0)

    def save_pdf(self) -> None:
        """The same pages as a file."""
        data = self._source.data(self.reader.language, self.reader.client)
        path = ask_path(self._workspace, data, "pdf", self)
        if path is not None:
            save(self._workspace, path, pdf_writer(self.pages()), self.parentWidget() or self)
            super().accept()

    def accept(self) -> None:
        if self.printer.count():
            self._print(str(self.printer.currentData()), self.copies.value())
            super().accept()

    def _print(self, name: str, copies: int) -> None:
        pages, said = self.pages(), _Said(self._workspace, self.parentWidget(), name)

        def work(progress: Progress) -> NotSaved | None:
            from PySide6.QtPrintSupport import QPrinter

            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setPrinterName(name)
            printer.setCopyCount(copies)
            try:
                print_pages(pages, printer, progress)
            except NotSaved as fault:
                return fault
            return None

        self._workspace.tasks.run(_("Printing the map"), work, said.done)


class _Said:
    """Tells the user how it ended."""

    def __init__(self, workspace: Workspace, window: QWidget | None, name: str) -> None:
        self._workspace, self._window, self._name = workspace, window, name

    def done(self, fault: NotSaved | None) -> None:
        if fault is not None:
            tell(self._window, _("The map was not printed"), str(fault))
        else:
            self._workspace.say(_("Sent to {printer}.").format(printer=self._name))
