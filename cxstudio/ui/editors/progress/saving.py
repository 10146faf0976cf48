"""The progress report as a Word file."""

from __future__ import annotations

from functools import partial

from cxstudio.i18n import _, catalogue
from cxstudio.ui import documents
from cxstudio.ui.shell.export import Document, file_name
from cxstudio.ui.workspace import Workspace


def progress_report(workspace: Workspace, review: int | None) -> Document:
    """What a review found and decided; without one, how the plan stands."""
    one = workspace.file.engagement
    what = catalogue(one.report_language).gettext("Progress report")
    return Document(
        _("Save the progress report"),
        _("Saving the progress report"),
        _("The progress report was not saved"),
        file_name(f"{one.title or one.client} {what}"),
        partial(documents.progress_report, review),
    )
