"""The progress report as a Word file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.i18n import _, catalogue
from cxstudio.store import EngagementFile
from cxstudio.ui.shell.export import Document, audience_of, file_name, language_of
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.report.blocks import Report
    from cxstudio.report.telling import Tell


def progress_report(workspace: Workspace, review: int | None) -> Document:
    """What a review found and decided; without one, how the plan stands."""
    one = workspace.file.engagement
    what = catalogue(one.report_language).gettext("Progress report")
    return Document(
        _("Save the progress report"),
        _("Saving the progress report"),
        _("The progress report was not saved"),
        file_name(f"{one.title or one.client} {what}"),
        partial(_build, review),
    )


def _build(review: int | None, copy: EngagementFile, template: Path | None, tell: Tell) -> Report:
    from cxstudio.report.progress_report import build_progress_report

    return build_progress_report(
        copy.session,
        language=language_of(copy),
        audience=audience_of(copy),
        review_id=review,
        template=template,
        tell=tell,
    )
