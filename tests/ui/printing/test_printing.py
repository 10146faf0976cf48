"""The export and print dialogs: what is chosen is what comes out."""

import subprocess

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton

from cxstudio import i18n
from cxstudio.ui import theme
from cxstudio.ui.printing import print_dialog
from cxstudio.ui.printing.export_dialog import ExportDialog
from cxstudio.ui.printing.print_dialog import PrintDialog, print_pages
from cxstudio.ui.printing.saving import save
from cxstudio.ui.tasks import Progress

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot, page):
    dialog = ExportDialog(page.workspace, page.journey_id, page)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(dialog, text):
    """Press the button of that text with the mouse."""
    buttons = [b for b in dialog.findChildren(QPushButton) if b.text() == text and b.isVisible()]
    QTest.mouseClick(buttons[0], LEFT, pos=QPoint(6, 6))


def test_the_choices_change_what_is_shown_and_what_comes_out(dialog):
    press(dialog, "Pages to glue together")
    assert dialog.pages().count > 1
    assert dialog.words.text().startswith(f"{dialog.pages().count} pages A4")
    before = dialog.pages().count
    dialog.paper.choose("tiles", "A4", "A0")
    assert dialog.pages().count > before
    press(dialog, "Landscape")
    assert dialog.pages().paper[0] > dialog.pages().paper[1]
    press(dialog, "PNG")
    sheet = dialog.pages().sheet
    assert dialog.words.text() == f"{round(sheet.width * 2):,} × {round(sheet.height * 2):,} pixels"
    dialog.dpi.setValue(1200)
    assert dialog.save_button.isEnabled() == (sheet.width * sheet.height * 12.5**2 < 4e8)
    press(dialog, "日本語")
    assert dialog.pages().sheet.laid.metrics.language == "ja"


def test_save_writes_what_was_chosen(dialog, page, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    press(dialog, "PNG")
    dialog.dpi.setValue(96)
    sheet = dialog.pages().sheet
    with qtbot.waitSignal(page.workspace.said, timeout=10_000) as said:
        press(dialog, "Save…")
    assert said.args[0] == "Saved “out.png”."
    image = QImage(str(tmp_path / "out.png"))
    assert (image.width(), image.height()) == (round(sheet.width), round(sheet.height))
    assert [entry.name for entry in tmp_path.glob("*.part")] == []


def test_a_folder_that_cannot_be_written_is_said(dialog, page, qtbot, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(
        "cxstudio.ui.saving.tell", lambda _parent, title, text: told.append((title, text))
    )
    save(page.workspace, tmp_path / "gone" / "x.pdf", dialog.writer(), page)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told[0][0] == "The map was not saved"
    assert "“x.pdf” cannot be written" in told[0][1]


def test_the_client_does_not_see_what_is_confidential(page, secret, qtbot):
    page.refresh(None)
    dialog = ExportDialog(page.workspace, page.journey_id, page)
    qtbot.addWidget(dialog)

    def texts():
        return [card.text for card in dialog.pages().sheet.map_data.cards]

    dialog.reader._withheld.setChecked(True)
    assert secret.text not in texts()
    dialog.reader._withheld.setChecked(False)
    assert secret.text in texts()


def test_without_a_printer_it_says_so_and_offers_a_pdf(page, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(print_dialog, "printers", list)
    path = tmp_path / "print.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    dialog = PrintDialog(page.workspace, page.journey_id, page)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "No printer" in " ".join(
        label.text() for label in dialog.findChildren(type(dialog.words))
    )
    press(dialog, "Pages to glue together")
    count = dialog.pages().count
    with qtbot.waitSignal(page.workspace.said, timeout=10_000):
        press(dialog, "Save as PDF…")
    assert path.read_bytes().count(b"/Type /Page\n") == count


@pytest.mark.libreoffice
def test_the_printer_gets_every_page(dialog, tmp_path):
    dialog.paper.choose("tiles", "A4", "A2")
    pages = dialog.pages()
    path = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    shares = []
    print_pages(pages, printer, Progress(lambda share, _doing: shares.append(share)))
    assert len(shares) == pages.count
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    assert f"Pages:           {pages.count}" in told
    assert "(A4)" in told


def test_both_dialogs_in_both_languages_and_all_themes(page, qtbot):
    try:
        for language, look in (("en", "light"), ("ja", "dark"), ("en", "projector")):
            i18n.use(language)
            theme.use_language(language)
            theme.use(look)
            for kind in (ExportDialog, PrintDialog):
                dialog = kind(page.workspace, page.journey_id, page)
                qtbot.addWidget(dialog)
                dialog.show()
                dialog.paper.choose("tiles")
                assert not dialog.grab().isNull()
                dialog.close()
    finally:
        i18n.use("en")
        theme.use_language("en")
        theme.use("light")
