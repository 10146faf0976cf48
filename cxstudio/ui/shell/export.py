"""Saving reports as Word: ask where, build and write beside the user's work, say so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from cxstudio.i18n import _
from cxstudio.ui import saving, widgets
from cxstudio.ui.documents import Build, plan, word_of
from cxstudio.ui.saving import Words
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.report.blocks import Paper

TEMPLATE = "report_template"  # the settings key of the firm's template
PAPER = "report_paper"
FOLDER = "report_folder"


@dataclass(frozen=True)
class Document:
    """A kind of Word file: the words of its dialog, of its task and of a failure, the name that is
    offered, and how a copy of the engagement becomes one, with a template and progress."""

    asks: str
    saving: str
    failed: str
    name: str
    build: Build


def the_report(workspace: Workspace) -> Document:
    """The improvement plan, with the engagement's language and reader and the chosen page."""
    one = workspace.file.engagement
    return Document(
        _("Save the report as Word"),
        _("Saving the report"),
        _("The report was not saved"),
        file_name(f"{one.title or one.client} {one.report_version} {one.report_language}"),
        partial(plan, paper_of(workspace)),
    )


def file_name(words: str) -> str:
    """A name of a Word file that every system takes."""
    return re.sub(r'[\\/:*?"<>|\n]+', "-", words).strip() + ".docx"


def template_of(workspace: Workspace) -> Path | None:
    """The firm's template that was chosen, None for the house's own look or when it is gone."""
    text = workspace.settings.text(TEMPLATE, "")
    return Path(text) if text and Path(text).is_file() else None


def paper_of(workspace: Workspace) -> Paper:
    """The page size that was chosen; a template's own pages hold all the same."""
    return "Letter" if workspace.settings.text(PAPER, "") == "Letter" else "A4"


def export(window: QWidget, workspace: Workspace, document: Document) -> None:
    """Ask where to, then save the document in the firm's template."""
    workspace.flush_requested.emit()
    start = Path(workspace.settings.text(FOLDER, str(workspace.file.path.parent)))
    chosen, _kind = QFileDialog.getSaveFileName(
        window, document.asks, str(start / document.name), "Word (*.docx)"
    )
    if chosen:
        path = Path(chosen)
        path = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
        workspace.settings.set_text(FOLDER, str(path.parent))
        save(window, workspace, document, path)


def save(window: QWidget, workspace: Workspace, document: Document, path: Path) -> int:
    """Save to `path`, made beside the interface; returns the number of the task."""
    write = word_of(workspace.file, document.build, template_of(workspace))
    words = Words(document.saving, document.failed)
    return saving.save(workspace, path, write, window, words, partial(said, window, path))


def said(window: QWidget, path: Path) -> None:
    """The toast that opens the folder."""
    if window.isVisible():
        text = _("Saved “{name}”.").format(name=path.name)
        opener = _Opener(path.parent)
        widgets.Toast.show_over(window.window(), text, _("Open folder"), opener.open)


class _Opener:
    """Opens a folder in the file manager."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
