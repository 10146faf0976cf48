"""What changed since the version that the client has: an older Word file, or a snapshot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from cxstudio import formats
from cxstudio.i18n import N_, _, language, ngettext
from cxstudio.report.difference import Change, How, changes
from cxstudio.report.docx.kept_text import NotAReport, read
from cxstudio.report.said import Said
from cxstudio.report.telling import shares
from cxstudio.store import EngagementFile
from cxstudio.ui import widgets
from cxstudio.ui.documents import lines_of
from cxstudio.ui.shell.dialog import Dialog, tell
from cxstudio.ui.shell.export import FOLDER, template_of, the_report
from cxstudio.ui.tasks import Progress
from cxstudio.ui.widgets.change_list import ChangeList, ChangeRow
from cxstudio.ui.widgets.chip import ChipKind
from cxstudio.ui.workspace import Workspace

MOST_ROWS, MOST_SNAPSHOTS = 300, 8

Lines = Callable[[Progress], tuple[Said, ...]]
"""What gives the lines of a report, called in a thread that may wait."""

HOW: dict[How, tuple[str, ChipKind]] = {
    "added": (N_("Added"), "accent"),
    "changed": (N_("Changed"), "neutral"),
    "removed": (N_("Removed"), "warning"),
    "section added": (N_("New section"), "accent"),
    "section removed": (N_("Section removed"), "warning"),
}


def compare_menu(button: QPushButton, workspace: Workspace) -> None:
    """Ask what to compare the report with, below the button."""
    menu = widgets.menu(button)
    menu.addAction(_("With an older Word file…"), partial(with_word_file, button, workspace))
    for one in workspace.file.snapshots()[:MOST_SNAPSHOTS]:
        day = formats.short_day(one.at.date(), language())
        name = _("With the snapshot “{name}” ({day})").format(name=one.name, day=day)
        menu.addAction(name, partial(with_snapshot, button, workspace, one.id, one.name))
    menu.exec(button.mapToGlobal(button.rect().bottomLeft()))


def with_word_file(parent: QWidget, workspace: Workspace) -> None:
    """Choose the file, read its lines, compare."""
    folder = workspace.settings.text(FOLDER, str(workspace.file.path.parent))
    chosen, _kind = QFileDialog.getOpenFileName(
        parent.window(), _("Choose the report that the client has"), folder, "Word (*.docx)"
    )
    if not chosen:
        return
    try:
        older = read(Path(chosen))
    except NotAReport as fault:
        tell(parent.window(), _("Nothing can be compared"), str(fault))
        return
    _run(parent, workspace, Path(chosen).name, lambda _progress: older)


def with_snapshot(parent: QWidget, workspace: Workspace, id: int, name: str) -> None:
    """Compare with the report as the engagement was."""
    with workspace.file.snapshot_file(id) as older:
        then = said_by(workspace, older)
    _run(parent, workspace, name, then)


def said_by(workspace: Workspace, file: EngagementFile) -> Lines:
    """What gives the lines of a file's report, made as it would be saved now."""
    return lines_of(file, the_report(workspace).build, template_of(workspace))


def _run(parent: QWidget, workspace: Workspace, name: str, before: Lines) -> None:
    workspace.flush_requested.emit()
    now = said_by(workspace, workspace.file)

    def work(progress: Progress) -> list[Change]:
        first, second = (Progress(part) for part in shares(progress, (1, 1)))
        after = now(first)
        return changes(before(second), after)

    def done(found: list[Change]) -> None:
        CompareDialog(found, name, parent.window()).open()

    workspace.tasks.run(_("Comparing the report"), work, done)


class CompareDialog(Dialog):
    """The changes by section; nothing is written anywhere."""

    def __init__(self, found: list[Change], name: str, parent: QWidget | None = None) -> None:
        title = _("Changes since “{name}”").format(name=name)
        super().__init__(parent, title, _summary(found), 760)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.found = found
        if found:
            self.body.addWidget(self._list())
        self.add_button(widgets.filled(_("Close")), accepts=True)

    def _list(self) -> ChangeList:
        more = len(self.found) - MOST_ROWS
        return ChangeList(_("What has changed"), self._rows(), more, 460)

    def _rows(self) -> Iterator[QWidget]:
        for section, group in groupby(self.found[:MOST_ROWS], key=lambda one: one.section):
            yield widgets.SectionTitle(section)
            yield from map(_row, group)


def _summary(found: list[Change]) -> str:
    if not found:
        return _("The report says what it said then.")
    sections = len({one.section for one in found})
    figures = sum(one.figures for one in found)
    lines = ngettext(
        "{count} line is not as it was", "{count} lines are not as they were", len(found)
    ).format(count=len(found))
    where = ngettext("in {count} section", "in {count} sections", sections).format(count=sections)
    text = _("{lines}, {where}.").format(lines=lines, where=where)
    if not figures:
        return text
    more = ngettext(
        "In {count} of them only figures changed.",
        "In {count} of them only figures changed.",
        figures,
    ).format(count=figures)
    return f"{text} {more}"


def _row(change: Change) -> ChangeRow:
    """One line: how it changed, what it said, what it says."""
    word, kind = HOW[change.how]
    lines = []
    if change.before:
        lines.append(widgets.Label(change.before, "small", "text_3", wrap=True))
    if change.after:
        lines.append(widgets.Label(change.after, "body", "text", wrap=True))
    return ChangeRow(_("Figures") if change.figures else _(word), kind, 116, lines)
