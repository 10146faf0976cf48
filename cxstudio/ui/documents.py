"""Reports as Word files, made without a window, and so in any process."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.i18n import _
from cxstudio.model import Evidence, Gap, Initiative, Step
from cxstudio.store import EngagementFile, FileProblem, open_file
from cxstudio.ui.drawers import drawers
from cxstudio.ui.other_process import OtherProcess
from cxstudio.ui.tasks import Progress, Work

if TYPE_CHECKING:
    from cxstudio.report.blocks import Audience, Language, Paper, Report
    from cxstudio.report.telling import Tell

BUILDING = 0.85  # the share of the work that building is

TOLD = (Evidence, Gap, Initiative, Step)
LARGE = 600
"""From so many of these records on a report takes much longer than a process takes to begin."""

Build = Callable[[EngagementFile, Path | None, "Tell"], "Report"]
"""From a copy of the engagement and the firm's template to a report, telling how far it is."""


def word_of(
    file: EngagementFile, build: Build, template: Path | None
) -> Callable[[Progress], bytes]:
    """What gives the Word file, called in a thread that may wait: a long one is made in another
    process, which opens the engagement itself. A snapshot has no file, and is read where it is."""
    if file.is_copy or sum(map(file.count, TOLD)) < LARGE:
        return partial(_of_copy, file.in_memory(), build, template)
    return partial(_apart, partial(_of_file, file.path, file.key, build, template))


def _apart(work: Work, progress: Progress) -> bytes:
    process = OtherProcess()
    try:
        written: bytes = process.run(work, progress)
    finally:
        process.close()
    return written


def _of_copy(
    copy: EngagementFile, build: Build, template: Path | None, progress: Progress
) -> bytes:
    with copy:
        return written(copy, build, template, progress)


def _of_file(
    path: Path, key: str | None, build: Build, template: Path | None, progress: Progress
) -> bytes:
    from cxstudio.drawing.qt import ensure_gui

    ensure_gui()
    try:
        with open_file(path, key, read_only=True) as file:
            return _of_copy(file.in_memory(), build, template, progress)
    except FileProblem as problem:
        raise FileProblem(str(problem)) from problem  # which every process can take


def written(copy: EngagementFile, build: Build, template: Path | None, tell: Tell) -> bytes:
    """The Word file of a copy, here and now. Raises FileProblem, a sentence for the user."""
    from cxstudio.report import docx
    from cxstudio.report.telling import shares

    building, writing = shares(tell, (BUILDING, 1 - BUILDING))
    stream = BytesIO()
    try:
        report = build(copy, template, building)
        writing(0.0, _("Writing the Word file"))
        docx.write(report, stream, template=template, tell=writing)
    except docx.TemplateError as error:
        raise FileProblem(str(error)) from error
    return stream.getvalue()


def plan(paper: Paper, copy: EngagementFile, template: Path | None, tell: Tell) -> Report:
    """The improvement plan, with the engagement's language and reader."""
    from cxstudio.report.build import build_report

    with drawers(copy) as draw:
        return build_report(
            copy.session,
            language=language_of(copy),
            audience=audience_of(copy),
            blob=copy.blob,
            template=template,
            paper=paper,
            tell=tell,
            draw=draw,
        )


def progress_report(
    review: int | None, copy: EngagementFile, template: Path | None, tell: Tell
) -> Report:
    """What a review found and decided; without one, how the plan stands."""
    from cxstudio.report.progress_report import build_progress_report

    return build_progress_report(
        copy.session,
        language=language_of(copy),
        audience=audience_of(copy),
        review_id=review,
        template=template,
        tell=tell,
    )


def language_of(copy: EngagementFile) -> Language:
    """The language in which the engagement reports."""
    return "ja" if copy.engagement.report_language == "ja" else "en"


def audience_of(copy: EngagementFile) -> Audience:
    """Who reads what the engagement reports."""
    return "internal" if copy.engagement.audience == "internal" else "client"
