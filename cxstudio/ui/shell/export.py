"""Saving reports as Word: ask where, build and write beside the user's work, say so."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from cxstudio.i18n import _
from cxstudio.store import EngagementFile, FileProblem, durable
from cxstudio.ui import widgets
from cxstudio.ui.saving import NotSaved
from cxstudio.ui.shell.dialog import tell
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.report.blocks import Audience, Language, Paper, Report
    from cxstudio.report.telling import Tell

TEMPLATE = "report_template"  # the settings key of the firm's template
PAPER = "report_paper"
FOLDER = "report_folder"
BUILDING = 0.85  # the share of the work that building is


@dataclass(frozen=True)
class Document:
    """A kind of Word file: the words of its dialog, of its task and of a failure, the name that is
    offered, and how a copy of the engagement becomes one, with a template and progress."""

    asks: str
    saving: str
    failed: str
    name: str
    build: Callable[[EngagementFile, Path | None, Tell], Report]


def the_report(workspace: Workspace) -> Document:
    """The improvement plan, with the engagement's language and reader and the chosen page."""
    one = workspace.file.engagement
    return Document(
        _("Save the report as Word"),
        _("Saving the report"),
        _("The report was not saved"),
        file_name(f"{one.title or one.client} {one.report_version} {one.report_language}"),
        partial(_report, paper_of(workspace)),
    )


def _report(paper: Paper, copy: EngagementFile, template: Path | None, tell: Tell) -> Report:
    from cxstudio.report.build import build_report

    return build_report(
        copy.session,
        language=language_of(copy),
        audience=audience_of(copy),
        blob=copy.blob,
        template=template,
        paper=paper,
        tell=tell,
    )


def language_of(copy: EngagementFile) -> Language:
    """The language in which the engagement reports."""
    return "ja" if copy.engagement.report_language == "ja" else "en"


def audience_of(copy: EngagementFile) -> Audience:
    """Who reads what the engagement reports."""
    return "internal" if copy.engagement.audience == "internal" else "client"


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
    """Save to `path` in the background; returns the number of the task."""
    copy = workspace.file.in_memory()
    template = template_of(workspace)

    def work(progress: Progress) -> Path | NotSaved:
        try:
            with copy:
                write(copy, document, path, template, progress)
        except NotSaved as fault:
            return fault
        return path

    def done(result: Path | NotSaved) -> None:
        if isinstance(result, NotSaved):
            tell(window, document.failed, str(result))
        else:
            said(window, result)

    return workspace.tasks.run(document.saving, work, done)


def write(
    copy: EngagementFile, document: Document, path: Path, template: Path | None, progress: Progress
) -> None:
    """Build and write, whole or not at all. Raises NotSaved with a sentence for the user."""
    from cxstudio.report import docx
    from cxstudio.report.telling import shares

    building, writing = shares(progress, (BUILDING, 1 - BUILDING))
    try:
        report = document.build(copy, template, building)
        writing(0.0, _("Writing the Word file"))
        with durable.whole(path) as part:
            docx.write(report, part, template=template, tell=writing)
    except (docx.TemplateError, FileProblem) as problem:
        raise NotSaved(str(problem)) from problem


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
