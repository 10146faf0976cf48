"""Reports as Word files, made without a window, and so in any process."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cxstudio.i18n import _
from cxstudio.model import Evidence, Gap, Initiative, Step
from cxstudio.store import EngagementFile, FileProblem, open_file
from cxstudio.ui.drawers import drawers
from cxstudio.ui.other_process import OtherProcess
from cxstudio.ui.tasks import Progress

if TYPE_CHECKING:
    from cxstudio.report.blocks import Audience, Language, Paper, Report
    from cxstudio.report.said import Said
    from cxstudio.report.telling import Tell

BUILDING = 0.85  # the share of the work that building is

TOLD = (Evidence, Gap, Initiative, Step)
LARGE = 600
"""From so many of these records on a report takes much longer than a process takes to begin."""

Build = Callable[[EngagementFile, Path | None, "Tell"], "Report"]
"""From a copy of the engagement and the firm's template to a report, telling how far it is."""

T = TypeVar("T")
Make = Callable[[EngagementFile, "Tell"], T]
"""From a copy of the engagement to what is made of it, telling how far it is."""


def word_of(
    file: EngagementFile, build: Build, template: Path | None
) -> Callable[[Progress], bytes]:
    """What gives the Word file, called in a thread that may wait."""
    return made_of(file, partial(written, build, template))


def lines_of(
    file: EngagementFile, build: Build, template: Path | None
) -> Callable[[Progress], tuple[Said, ...]]:
    """What gives the lines that the document says, called in a thread that may wait."""
    return made_of(file, partial(_lines, build, template))


def made_of(
    file: EngagementFile, make: Make[T], process: OtherProcess | None = None
) -> Callable[[Progress], T]:
    """What makes something of the file as it is, called in a thread that may wait. Of a large one
    it is made in another process, which opens the engagement itself: in one that stays, or in one
    of its own. A snapshot has no file, and is read where it is."""
    if file.is_copy or not is_large(file):
        return partial(_of_copy, file.in_memory(), make)
    work = partial(_of_file, file.path, file.key, make)
    return partial(process.run, work) if process else partial(_apart, OtherProcess(), work)


def is_large(file: EngagementFile) -> bool:
    """Whether a report of it takes so long that another process makes it."""
    return sum(map(file.count, TOLD)) >= LARGE


def _apart(process: OtherProcess, work: Callable[[Progress], T], progress: Progress) -> T:
    try:
        made: T = process.run(work, progress)
    finally:
        process.close()
    return made


def _of_copy(copy: EngagementFile, make: Make[T], progress: Progress) -> T:
    with copy:
        return make(copy, progress)


def _of_file(path: Path, key: str | None, make: Make[T], progress: Progress) -> T:
    from cxstudio.drawing.qt import ensure_gui

    ensure_gui()
    try:
        with open_file(path, key, read_only=True) as file:
            return _of_copy(file.in_memory(), make, progress)
    except FileProblem as problem:
        raise FileProblem(str(problem)) from problem  # which every process can take


def written(build: Build, template: Path | None, copy: EngagementFile, tell: Tell) -> bytes:
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


def _lines(
    build: Build, template: Path | None, copy: EngagementFile, tell: Tell
) -> tuple[Said, ...]:
    from cxstudio.report import docx
    from cxstudio.report.said import said

    try:
        return said(build(copy, template, tell))
    except docx.TemplateError as error:
        raise FileProblem(str(error)) from error


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
