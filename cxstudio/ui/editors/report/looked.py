"""What the builder shows of the report, worked out beside the user's work."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.model import coded_classes
from cxstudio.report.sections import TITLES, numbered, pages, suggested
from cxstudio.report.texts import PageText, Texts
from cxstudio.store import EngagementFile
from cxstudio.ui.documents import audience_of, language_of, plan, word_of
from cxstudio.ui.editors.report.word_numbers import Numbers
from cxstudio.ui.tasks import Progress

if TYPE_CHECKING:
    from cxstudio.report.blocks import Paper
    from cxstudio.report.checks.whole import Findings
    from cxstudio.report.context import Context
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


def looked_at(
    copy: EngagementFile,
    key: str,
    template: Path | None,
    paper: Paper,
    numbers: Numbers,
    progress: Progress,
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
    context = Context(copy.session, language, audience, copy.blob, template, progress, paper=paper)
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
    """What makes the whole Word file, where that takes long in a process of its own, and reads the
    numbers in it."""
    from cxstudio.report.context import Context
    from cxstudio.ui.editors.report.word_numbers import read

    copy, word = file.in_memory(), word_of(file, partial(plan, paper), template)

    def work(progress: Progress) -> Numbers:
        with copy:
            context = Context(copy.session, language_of(copy), audience_of(copy))
            order = list(numbered(context).values())
        return read(word(progress), order)

    return work
