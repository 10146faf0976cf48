"""The progress report as Word: ask where, build and write in the background, say so."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from cxstudio.i18n import _, catalogue
from cxstudio.store import EngagementFile, durable
from cxstudio.ui.shell.dialog import tell
from cxstudio.ui.shell.export import FOLDER, NotSaved, said, template_of
from cxstudio.ui.tasks import Progress
from cxstudio.ui.workspace import Workspace

BUILDING = 0.8


def save_progress(workspace: Workspace, review: int | None, window: QWidget) -> None:
    """Ask where to, then save with the report's language, reader and template."""
    workspace.flush_requested.emit()
    start = Path(workspace.settings.text(FOLDER, str(workspace.file.path.parent)))
    chosen, _kind = QFileDialog.getSaveFileName(
        window, _("Save the progress report"), str(start / name_of(workspace)), "Word (*.docx)"
    )
    if chosen:
        path = Path(chosen)
        path = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
        workspace.settings.set_text(FOLDER, str(path.parent))
        save(workspace, review, path, window)


def name_of(workspace: Workspace) -> str:
    """The name that is offered."""
    one = workspace.file.engagement
    what = catalogue(one.report_language).gettext("Progress report")
    name = f"{one.title or one.client} {what}"
    return re.sub(r'[\\/:*?"<>|\n]+', "-", name).strip() + ".docx"


def save(workspace: Workspace, review: int | None, path: Path, window: QWidget) -> int:
    """Save in the background; returns the number of the task."""
    copy = workspace.file.in_memory()
    template = template_of(workspace)

    def work(progress: Progress) -> Path | NotSaved:
        try:
            with copy:
                write_progress(copy, review, path, template, progress)
        except NotSaved as fault:
            return fault
        return path

    def done(result: Path | NotSaved) -> None:
        if isinstance(result, NotSaved):
            tell(window, _("The progress report was not saved"), str(result))
        else:
            said(window, result)

    return workspace.tasks.run(_("Saving the progress report"), work, done)


def write_progress(
    copy: EngagementFile,
    review: int | None,
    path: Path,
    template: Path | None,
    progress: Progress,
) -> None:
    """Build and write, whole or not at all. Raises NotSaved with a sentence for the user."""
    from cxstudio.report import docx
    from cxstudio.report.progress_report import build_progress_report

    def built(done: int, count: int) -> None:
        progress(BUILDING * done / max(1, count))

    def written(done: int, count: int) -> None:
        progress(BUILDING + (1 - BUILDING) * done / max(1, count))

    one = copy.engagement
    part = path.with_name(f".{path.stem}.part.docx")
    try:
        report = build_progress_report(
            copy.session,
            language="ja" if one.report_language == "ja" else "en",
            audience="internal" if one.audience == "internal" else "client",
            review_id=review,
            template=template,
            progress=built,
        )
        docx.write(report, part, template=template, progress=written)
        durable.replace(part, path)
    except docx.TemplateError as error:
        raise NotSaved(str(error)) from error
    except OSError as error:
        sentence = _(
            "“{name}” cannot be written: {why}. If it is open in Word, close it there and save "
            "again, or choose another name. The engagement itself is safe."
        )
        why = error.strerror or str(error)
        raise NotSaved(sentence.format(name=path.name, why=why)) from error
    finally:
        part.unlink(missing_ok=True)
