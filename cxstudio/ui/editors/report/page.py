"""The report: choose sections and order, write their words, look at them, check, save."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from cxstudio import formats, i18n
from cxstudio.i18n import _, ngettext
from cxstudio.model import Engagement, ReportSection, coded_classes
from cxstudio.model.chain import End
from cxstudio.report.sections import TITLES, with_missing
from cxstudio.report.texts import Texts
from cxstudio.store import ChangeSet, EngagementFile
from cxstudio.ui import theme, widgets
from cxstudio.ui.documents import is_large
from cxstudio.ui.editors.report.check import CheckPanel, column_of
from cxstudio.ui.editors.report.listing import INCLUDED, SectionPane, Settings, Unlisted
from cxstudio.ui.editors.report.looked import Looked, counting, looking
from cxstudio.ui.editors.report.preview import Preview
from cxstudio.ui.editors.report.preview_paper import Paper
from cxstudio.ui.editors.report.turning import Turning
from cxstudio.ui.editors.report.word_numbers import Numbers
from cxstudio.ui.editors.report.words import Words
from cxstudio.ui.other_process import OtherProcess
from cxstudio.ui.page import Page
from cxstudio.ui.shell.export import export, paper_of, template_of, the_report
from cxstudio.ui.workspace import Workspace

PAUSE = 500  # milliseconds without a change until preview and check follow
AT_REST, LONG_AT_REST = 3000, 30_000
"""And until figures, tables and pages are counted anew in the whole report, or in a large one."""


class ReportPage(Page):
    """Sections, words, preview and check beside each other."""

    wide = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.id: int | None = None
        self._shown = 0
        self._from_behind = False
        self._looking, self._stale = 0, False
        """The number of the preview under way, and whether it is of what no longer holds."""
        self._counting, self._patience = 0, 0
        self.pane = SectionPane(workspace)
        self.settings = Settings(workspace)
        self.unlisted = Unlisted()
        self.words = Words(workspace)
        self.paper = Paper()
        self.check = CheckPanel(workspace)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._at_rest = QTimer(self, singleShot=True, interval=AT_REST)
        self._process = OtherProcess()
        self.numbers = Numbers()
        self._counted = False
        """Whether the numbers are those of the report as it is."""
        self._printed: tuple[tuple[str, bool], ...] = ()
        self._template: Path | None = None
        self._lay_out()
        self._connect()
        self.refresh(None)

    # -- layout ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.head = widgets.PageHead(_("Report"))
        names = list(i18n.LANGUAGES.items())
        short = [(key, "EN" if key == "en" else name) for key, name in names]
        self.language = widgets.Segmented(short, _("Language of the report"))
        self.head.add_action(self.language)
        self.compare = widgets.outline(_("Compare…"), "history")
        self.compare.setToolTip(_("What changed since the version that the client has"))
        self.head.add_action(self.compare)
        self.save = widgets.filled(_("Save as Word"), "file-down")
        self.head.add_action(self.save)
        self.unlisted.setEnabled(not self.workspace.read_only)
        scroll = widgets.ScrollColumn(None)
        scroll.body.setContentsMargins(0, 0, 0, 0)
        scroll.add(self.settings)
        scroll.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        left = column_of(self.pane, self.unlisted, widgets.Hairline(), scroll)
        left.setMinimumWidth(theme.px(240))
        self.pane.setMinimumHeight(theme.px(220))
        self.view = Preview(self.paper)
        pages = column_of(Turning(self.view, self.paper), self.view)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (left, self.words, pages, self._check_column()):
            self.splitter.addWidget(part)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(2, 1)
        self.splitter.setSizes([theme.px(n) for n in (264, 380, 560, 288)])
        self.splitter.setObjectName("splitter-report")
        whole = column_of(self.head, self.splitter)
        layout = whole.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.setStretch(1, 1)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(whole)
        self._stack.addWidget(self._empty())
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(holder)

    def _check_column(self) -> QWidget:
        return column_of(widgets.ListHead(_("Check before sending")), self.check)

    def _empty(self) -> QWidget:
        state = widgets.EmptyState(
            "file-text",
            _("The report is built from what you have recorded."),
            _("Its sections are made here; then you write their messages and choose their order."),
            _("Set up the report"),
        )
        state.pressed.connect(self.set_up)
        state.button.setEnabled(not self.workspace.read_only)
        return state

    def _connect(self) -> None:
        self.pane.chosen.connect(self._on_chosen)
        self.pane.switched.connect(self.switch)
        self.pane.new_pressed.connect(self._on_add)
        self.pane.delete_pressed.connect(self.remove)
        self.pane.enter_pressed.connect(self._enter)
        self.paper.followed.connect(self.follow)
        self.view.beyond.connect(self._on_beyond)
        self.settings.changed.connect(self._on_settings)
        self.unlisted.pressed.connect(self._add_unlisted)
        self.language.chosen.connect(self._on_language)
        self.save.clicked.connect(self._on_save)
        self.compare.clicked.connect(self._on_compare)
        self._timer.timeout.connect(self._follow_up)
        self._at_rest.timeout.connect(self._count)
        self.workspace.tasks.finished.connect(self._on_finished)
        for end in (self._timer.stop, self._at_rest.stop, self._process.close):
            self.workspace.closed.connect(end)

    # -- sections --------------------------------------------------------------------

    def missing(self) -> list[str]:
        """The keys of the sections that have no row yet."""
        there = {section.key for section in self.workspace.file.all(ReportSection)}
        return [key for key in TITLES if key not in there]

    def set_up(self) -> None:
        """Make a row for every section, as one change."""
        self.add(*self.missing())

    def new_record(self) -> None:
        self._on_add()

    def _on_add(self) -> None:
        missing = self.missing()
        if not missing or self.workspace.read_only:
            return
        menu = widgets.menu(self)
        for key in missing:
            menu.addAction(_(TITLES[key]), partial(self.add, key))
        menu.exec(self.pane.new_button.mapToGlobal(QPoint(0, self.pane.new_button.height() + 4)))

    def add(self, *keys: str) -> None:
        """Make rows for these sections, each behind those it follows in the report's story."""
        with self.workspace.change(_("Set up the report")) as change:
            rows = {one.key: one.id for one in self.workspace.file.all(ReportSection)}
            made = {key: change.add(ReportSection(key=key)) for key in keys}
            for place, key in enumerate(with_missing(list(rows), keys)):
                section = made.get(key) or change.get(ReportSection, rows[key])
                if section.position != place:
                    section.position = place
        self.pane.choose(self.pane.rows.ids[0] if self.pane.rows.ids else None)

    def _add_unlisted(self) -> None:
        self.add(*self.unlisted.keys)

    def remove(self) -> None:
        """Delete the chosen section's words; Undo brings them back."""
        section = self.workspace.file.get(ReportSection, self.id)
        if section is None or self.workspace.read_only:
            return
        name = _(TITLES.get(section.key, section.key))
        with self.workspace.change(_("Delete {name}").format(name=name)) as change:
            change.delete(change.get(ReportSection, section.id))
        self.workspace.say(_("Deleted “{name}”.").format(name=name), undo=True)

    def switch(self, id: int) -> None:
        """Print the section, or leave it out."""
        if self.workspace.read_only:
            return
        with self.workspace.change(_("Switch a section")) as change:
            section = change.get(ReportSection, id)
            section.included = not section.included

    def _enter(self) -> None:
        self.words.fields["message"].setFocus()

    # -- showing ---------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        self._not_at_rest()
        if changes is None or {"report_section", "engagement"} & changes.kinds:
            self.pane.reload()
            self.settings.reload()
        self._note_what_counts(changes)
        ids = self.pane.rows.ids
        self._stack.setCurrentIndex(0 if ids else 1)
        one = self.workspace.file.engagement
        self.language.choose(one.report_language)
        self.language.setEnabled(not self.workspace.read_only)
        self.pane.new_button.setEnabled(bool(self.missing()) and not self.workspace.read_only)
        if self.id not in ids and ids:
            self.pane.choose(ids[0])
            self._on_chosen(ids[0])
        self.words.reload()
        self._later()

    def _note_what_counts(self, changes: ChangeSet | None) -> None:
        """Whether figures and tables may have other numbers now: not by what a section says."""
        sections = self.workspace.file.all(ReportSection)
        printed = tuple((section.key, section.included) for section in sections)
        if changes is None or changes.kinds - {"report_section"} or printed != self._printed:
            self._counted = False
        self._printed = printed

    def show_record(self, kind: str, id: int) -> None:
        if kind == "report_section":
            self.pane.choose(id)

    def status(self) -> str:
        sections = self.workspace.file.all(ReportSection)
        written = sum(bool(section.message) for section in sections)
        told = ngettext(
            "{written} of {count} section has a message",
            "{written} of {count} sections have a message",
            len(sections),
        ).format(written=written, count=len(sections))
        day = formats.day(report_day(self.workspace.file), i18n.language())
        return _("{told}, report dated {day}").format(told=told, day=day)

    def _on_beyond(self, step: int) -> None:
        """To the next section that is printed, or the end of the one before."""
        rows = self.pane.rows
        place = rows.row_of_id(self.id) + step
        while 0 <= place < len(rows.ids) and not rows.data(rows.index(place), INCLUDED):
            place += step
        if 0 <= place < len(rows.ids):
            self.pane.choose(rows.ids[place])
            self._from_behind = step < 0

    def _on_chosen(self, id: int | None) -> None:
        self.id = id
        section = self.workspace.file.get(ReportSection, id)
        self.head.set_title(_(TITLES.get(section.key, section.key)) if section else _("Report"))
        self.words.show_section(id, Texts())
        self.workspace.select(None if id is None else End("report_section", id))
        self._timer.start(0)

    def _later(self) -> None:
        self._timer.start(PAUSE)

    def _follow_up(self) -> None:
        """Build suggestion, preview and check of the chosen section beside the user's work, one
        after the other."""
        section = self.workspace.file.get(ReportSection, self.id)
        if section is None or not self.isVisible():
            return
        if self._looking:
            self._stale = True
            return
        self._stale = False
        work = looking(
            self.workspace.file,
            section.key,
            template_of(self.workspace),
            paper_of(self.workspace),
            self.numbers,
            self._process,
        )
        self._looking = self.workspace.tasks.run(_("Preview"), work, self._show)

    def _on_finished(self, number: int) -> None:
        if number == self._counting:
            self._counting = 0
        if number == self._looking:
            self._looking = 0
            if self._stale:
                self._timer.start(0)

    def _show(self, made: Looked) -> None:
        if self._stale:
            return
        self.settings.show_notes(made.notes)
        self.unlisted.show_keys(made.unlisted)
        self.words.show_pages(made.pages)
        self.words.suggest(made.suggested)
        self.paper.show_leaves(made.leaves)
        if self._shown != self.id:
            self._shown = self.id or 0
            self.view.to_end() if self._from_behind else self.view.to_top()
            self._from_behind = False
        self.check.show_findings(made.findings)
        self._template = made.template
        self._count_later()

    def _count_later(self) -> None:
        if not self._counted and not self._counting:
            self._at_rest.start(self._patience)

    def _not_at_rest(self) -> None:
        """What is being counted is given up: the next pause counts anew."""
        self._at_rest.stop()
        if self._counting:
            self._counted = False
            self.workspace.tasks.cancel(self._counting)

    def _count(self) -> None:
        """Make the Word file beside the user's work, to know its numbers."""
        if not self.isVisible() or self._counted:
            return
        self._counted = True
        self._patience = LONG_AT_REST if is_large(self.workspace.file) else AT_REST
        work = counting(self.workspace.file, paper_of(self.workspace), self._template)
        title = _("Numbers of figures and pages")
        self._counting = self.workspace.tasks.run(title, work, self._show_numbers)

    def _show_numbers(self, numbers: Numbers) -> None:
        if numbers != self.numbers:
            self.numbers = numbers
            self._timer.start(0)

    # -- doing -----------------------------------------------------------------------

    def follow(self, code: str) -> None:
        """Go to the record of a code."""
        letter, _dash, number = code.partition("-")
        cls = coded_classes().get(letter)
        if cls is None or not number.isdigit():
            return
        for record in self.workspace.file.all(cls, cls.number == int(number)):  # type: ignore[attr-defined]
            self.workspace.go_to(record.kind, record.id)

    def _on_settings(self) -> None:
        self._not_at_rest()
        self._counted = False
        self._later()

    def _on_language(self, language: str) -> None:
        with self.workspace.change(_("Change the language of the report")) as change:
            change.get(Engagement, 1).report_language = language

    def _on_compare(self) -> None:
        from cxstudio.ui.editors.report.compare import compare_menu

        compare_menu(self.compare, self.workspace)

    def _on_save(self) -> None:
        export(self.window(), self.workspace, the_report(self.workspace))


def report_day(file: EngagementFile) -> dt.date:
    """The date that stands on the cover."""
    from cxstudio.report.context import Context

    return Context(file.session).date
