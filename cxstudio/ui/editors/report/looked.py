"""What the builder shows of the report, worked out beside the user's work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.model import coded_classes
from cxstudio.report.sections import TITLES, numbered, pages, suggested
from cxstudio.report.texts import PageText, Texts
from cxstudio.store import EngagementFile
from cxstudio.ui.documents import BUILDING, audience_of, language_of, made_of, plan
from cxstudio.ui.editors.report.word_numbers import Numbers
from cxstudio.ui.other_process import GentleProcess, OtherProcess
from cxstudio.ui.tasks import Progress

if TYPE_CHECKING:
    from cxstudio.report.blocks import Paper
    from cxstudio.report.checks.whole import Findings
    from cxstudio.report.context import Context
    from cxstudio.report.telling import Tell
    from cxstudio.ui.editors.report.leaves import Leaves


@dataclass(frozen=True)
class Looked:
    """A section's suggestion, the headings of its pages, how it stands on paper, what the check
    finds, what is to be said of the template, the keys of sections that are printed without a row
    of their own, and the template if it can be used."""

    suggested: Texts
    pages: Sequence[PageText]
    leaves: Leaves
    findings: Findings
    notes: tuple[str, ...]
    unlisted: tuple[str, ...]
    template: Path | None


def looking(
    file: EngagementFile,
    key: str,
    template: Path | None,
    paper: Paper,
    numbers: Numbers,
    process: OtherProcess,
) -> Callable[[Progress], Looked]:
    """What looks at a section of the file as it is; of a large one in the other process, so that
    typing never waits."""
    return made_of(file, partial(looked_at, key, template, paper, numbers), process)


def looked_at(
    key: str,
    template: Path | None,
    paper: Paper,
    numbers: Numbers,
    copy: EngagementFile,
    tell: Tell,
) -> Looked:
    """Suggestion, preview and check of a section; reads only the copy. A template that cannot be
    used leaves the preview in the own look."""
    from cxstudio.report import docx
    from cxstudio.report.build import build_section, meta_of
    from cxstudio.report.checks.whole import check
    from cxstudio.report.context import Context
    from cxstudio.ui.editors.report.leaves import Leaves, leaves

    notes: tuple[str, ...] = ()
    try:
        notes = docx.notes(template) if template else ()
    except docx.TemplateError as error:
        notes, template = (str(error),), None
    language, audience = language_of(copy), audience_of(copy)
    context = Context(copy.session, language, audience, copy.blob, template, tell, paper=paper)
    printed = numbered(context)
    unlisted = tuple(one for one in printed if one not in context.texts)
    if key not in TITLES:
        return Looked(Texts(), (), Leaves(), check(context), notes, unlisted, template)
    section = build_section(context, key)
    number = printed.get(key, "")
    shown = leaves(section, number, meta_of(context), template, numbers, codes(context))
    headed = pages(context, key)
    texts, findings = suggested(context, key), check(context)
    return Looked(texts, headed, shown, findings, notes, unlisted, template)


def codes(context: Context) -> list[str]:
    """The codes of all records, which links in the preview lead to."""
    return [one.code for cls in coded_classes().values() for one in context.all(cls)]  # type: ignore[attr-defined]


def counting(
    file: EngagementFile, paper: Paper, template: Path | None
) -> Callable[[Progress], Numbers]:
    """What makes the whole Word file and reads the numbers in it; where that takes long, in a
    process of its own that lets all others go first."""
    process = GentleProcess()
    count = made_of(file, partial(_counted, paper, template), process)

    def work(progress: Progress) -> Numbers:
        try:
            return count(progress)
        finally:
            process.close()

    return work


def _counted(paper: Paper, template: Path | None, copy: EngagementFile, tell: Tell) -> Numbers:
    from cxstudio.report.docx.outline import last_page
    from cxstudio.report.docx.writer import begun, write
    from cxstudio.report.telling import shares
    from cxstudio.ui.editors.report.word_numbers import read

    building, writing = shares(tell, (BUILDING, 1 - BUILDING))
    report, stream = plan(paper, copy, template, building), BytesIO()
    write(report, stream, template=template, tell=writing)
    setting = begun(report, template).setting
    order = [entry.number for entry in setting.outline]
    return replace(read(stream.getvalue(), order), whole=last_page(report, setting.sheet))
