"""The page of the interviews: the list, and the talk with its notes, excerpts and details."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget
from sqlalchemy import func, select

from cxstudio.i18n import N_, _, ngettext
from cxstudio.model import Evidence, EvidenceTheme, Interview, Paragraph, Question
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.interviews.clock import Clock, shown
from cxstudio.ui.editors.interviews.days import long_moment, short_day
from cxstudio.ui.editors.interviews.details import details_form
from cxstudio.ui.editors.interviews.excerpts import Excerpts
from cxstudio.ui.editors.interviews.guide import Beside, GuideColumn
from cxstudio.ui.editors.interviews.guides_dialog import GuidesDialog
from cxstudio.ui.editors.interviews.importing import TranscriptImport
from cxstudio.ui.editors.interviews.marked import MarkedNotes
from cxstudio.ui.editors.interviews.marks import person_of
from cxstudio.ui.evidence.legend import Legend
from cxstudio.ui.forms.record_page import RecordPage
from cxstudio.ui.workspace import Workspace

NOTES, EXCERPTS, DETAILS = "notes", "excerpts", "details"
MAPS_ALONE = (".csv", ".tsv", ".xlsx", ".xlsm", ".yaml", ".yml")
"""Files that are no transcript; the window takes them to the journey maps."""


class InterviewsPage(RecordPage):
    """Ctrl+E marks an excerpt, Ctrl+T stamps the time; a transcript dropped here is imported."""

    cls = Interview
    empty_icon = "mic"
    also_refresh_on = frozenset({"stakeholder"})
    help_line = N_("Ctrl+E marks an excerpt · 1 2 3 set the feeling")

    def __init__(self, workspace: Workspace) -> None:
        self._feelings: dict[int, Counter[int]] = {}
        self._excerpts_shown = 0
        super().__init__(workspace)
        self.help_line = _(type(self).help_line)
        self.setAcceptDrops(True)
        self._add_shortcuts()

    def texts(self) -> dict[str, str]:
        return {
            "list": _("Interviews"),
            "new": _("New"),
            "empty_sentence": _("Interviews with stakeholders and customers are kept here."),
            "empty_why": _(
                "What people say is the first evidence. "
                "Write the notes live, or import a transcript."
            ),
            "empty_button": _("New interview"),
        }

    # -- parts -----------------------------------------------------------------------

    def make_body(self) -> QWidget:
        self.clock = Clock(self)
        self.notes = MarkedNotes(self.workspace, self.clock)
        self.guide = GuideColumn(self.workspace, self.notes)
        self.excerpts = Excerpts(self.workspace)
        self.details = details_form(self.workspace)
        self.importing = TranscriptImport(self.workspace, self)
        self._views = QStackedWidget()
        for view in (Beside(self.guide, self.notes), self.excerpts, self.details):
            self._views.addWidget(view)
        self._trouble = widgets.Notice("error", "", parent=self)
        self._trouble.hide()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._trouble)
        column.addWidget(self._views, 1)
        body.setFocusProxy(self.notes)
        return body

    def _lay_out(self) -> None:
        self._tabs = widgets.Segmented(self._tab_texts(0), _("View of the interview"))
        self._timer = self._make_timer()
        self._more = widgets.icon_button("ellipsis", _("More"))
        for part in (self._tabs, self._timer, self._more):
            self.head.add_action(part)
        self.pane.add_foot(Legend())
        super()._lay_out()

    def _empty_state(self) -> QWidget:
        texts = self.texts()
        state = widgets.EmptyState(
            self.empty_icon,
            texts["empty_sentence"],
            texts["empty_why"],
            texts["empty_button"],
            _("Import transcript…"),
        )
        state.pressed.connect(self.new_record)
        state.link_pressed.connect(self.importing.choose)
        return state

    def _make_timer(self) -> QPushButton:
        timer = widgets.outline(shown(0), "timer")
        timer.setToolTip(
            _(
                "Start or pause the clock of the talk. Ctrl+T puts the time on a paragraph; while "
                "the clock stands still, that is the time since the talk began by its date, or "
                "since these notes were opened."
            )
        )
        timer.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return timer

    def _tab_texts(self, count: int) -> list[tuple[str, str]]:
        excerpts = _("Excerpts {count}").format(count=count) if count else _("Excerpts")
        return [(NOTES, _("Notes")), (EXCERPTS, excerpts), (DETAILS, _("Details"))]

    def _connect(self) -> None:
        super()._connect()
        self._tabs.chosen.connect(self.show_view)
        self._timer.clicked.connect(self._toggle_clock)
        self._timer.customContextMenuRequested.connect(self._reset_clock)
        self.clock.ticked.connect(self._show_clock)
        self._more.clicked.connect(self._show_more)
        self.guide.edit_pressed.connect(self.edit_guides)
        self.excerpts.notes_pressed.connect(self._show_in_notes)
        self.importing.done.connect(self._on_imported)
        self.importing.failed.connect(self._on_failed)
        self.notes.file_dropped.connect(self.importing.start)

    def _add_shortcuts(self) -> None:
        for keys, action in (
            ("Ctrl+E", self.notes.mark_selection),
            ("Ctrl+T", self.notes.stamp),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    # -- showing -----------------------------------------------------------------------

    def row_of(self, record: Any) -> dict[int, Any]:
        felt = self._feelings.get(record.id, Counter())
        row: dict[int, Any] = {
            widgets.Row.TITLE: record.title or _("Untitled"),
            widgets.Row.CODE: record.code,
            widgets.Row.SECOND: person_of(self.workspace.file, record),
            widgets.Row.DATE: short_day(record.held_at.date()) if record.held_at else "",
        }
        if felt:
            row[widgets.Row.SENTIMENT] = (felt[-1], felt[0], felt[1])
            row[widgets.Row.COUNT] = felt.total()
        return row

    def new_values(self) -> dict[str, Any]:
        last = self.workspace.file.get(Interview, self.id)
        values: dict[str, Any] = {"held_at": dt.datetime.now().replace(second=0, microsecond=0)}  # noqa: DTZ005
        if last is not None:
            values |= {"guide_id": last.guide_id, "interviewer": last.interviewer}
        return values

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is None or _feelings_changed(changes):
            self._feelings = self._count_feelings()
            self.pane.reload()
            self._show_state()
            if self._views.currentWidget() is self.excerpts:
                self.excerpts.rebuild()
        super().refresh(changes)
        if changes is not None and ({"guide", "question", "interview"} & changes.kinds):
            self.guide.refresh()

    def _count_feelings(self) -> dict[int, Counter[int]]:
        columns = (Evidence.interview_id, Evidence.sentiment)
        query = select(*columns, func.count()).where(Evidence.interview_id.is_not(None))
        found: dict[int, Counter[int]] = {}
        for interview, sentiment, count in self.workspace.file.rows(query.group_by(*columns)):
            found.setdefault(interview, Counter())[sentiment] = count
        return found

    def show_head(self, record: Any) -> None:
        super().show_head(record)
        person = person_of(self.workspace.file, record)
        if person:
            words = _("pseudonym {name}").format(name=person)
            self.head.add_chip(widgets.Chip(words))
        consent = _("consent given") if record.consent else _("consent not recorded")
        made_up = _("illustrative") if record.illustrative else ""
        parts = [long_moment(record.held_at), record.place, consent, made_up]
        self.head.set_subtitle(" · ".join(part for part in parts if part))
        self._show_tabs(self._feelings.get(record.id, Counter()).total())

    def _show_tabs(self, excerpts: int) -> None:
        if excerpts != self._excerpts_shown:
            self._excerpts_shown = excerpts
            self._tabs.set_options(self._tab_texts(excerpts))

    def show_body(self, id: int | None) -> None:
        if id != self.notes.interview_id or id is None:
            self.notes.open(id)
            self.clock.reset(max((line.seconds or 0 for line in self.notes.notes.lines), default=0))
        self.importing.interview_id = id
        self.details.show_record(id)
        self.guide.refresh()
        if self._views.currentWidget() is self.excerpts:
            self.excerpts.show_interview(id)

    def show_view(self, key: str) -> None:
        """Notes, excerpts or details."""
        self.workspace.flush_requested.emit()
        self._tabs.choose(key)
        self._views.setCurrentIndex((NOTES, EXCERPTS, DETAILS).index(key))
        if key == EXCERPTS:
            self.excerpts.show_interview(self.id)

    def shows_here(self, kind: str, id: int) -> bool:
        """Whether a record is shown by this page besides those it is registered for."""
        evidence = self.workspace.file.get(Evidence, id) if kind == "evidence" else None
        return evidence is not None and evidence.paragraph_id is not None

    def show_record(self, kind: str, id: int) -> None:
        if kind == "paragraph":
            self._show_paragraph(id)
        elif kind == "evidence":
            self._show_excerpt(id)
        elif kind in ("guide", "question"):
            self._show_guide(kind, id)
        else:
            super().show_record(kind, id)

    def _show_paragraph(self, id: int) -> None:
        paragraph = self.workspace.file.one(Paragraph, id)
        self.pane.choose(paragraph.interview_id)
        self.show_view(NOTES)
        index = next((i for i, line in enumerate(self.notes.notes.lines) if line.id == id), None)
        if index is not None and index != self.notes.line_index():
            self.notes.go_to_line(index)

    def _show_excerpt(self, id: int) -> None:
        self.pane.choose(self.workspace.file.one(Evidence, id).interview_id)
        self._show_in_notes(id)

    def _show_in_notes(self, id: int) -> None:
        self.show_view(NOTES)
        self.notes.show_mark(id)

    def _show_guide(self, kind: str, id: int) -> None:
        guide = self.workspace.file.one(Question, id).guide_id if kind == "question" else id
        interview = self.workspace.file.get(Interview, self.id)
        if interview is None or interview.guide_id != guide:
            self.edit_guides(guide)

    def status(self) -> str:
        """Such as "V-13, 24 excerpts, 7 themes"."""
        interview = self.workspace.file.get(Interview, self.id)
        if interview is None:
            return ""
        excerpts = self._feelings.get(interview.id, Counter()).total()
        themes = self.workspace.file.rows(
            select(func.count(EvidenceTheme.theme_id.distinct()))
            .join(Evidence, Evidence.id == EvidenceTheme.evidence_id)
            .where(Evidence.interview_id == interview.id)
        )[0][0]
        parts = (
            interview.code,
            ngettext("{count} excerpt", "{count} excerpts", excerpts).format(count=excerpts),
            ngettext("{count} theme", "{count} themes", themes).format(count=themes),
        )
        return _(", ").join(parts)

    def enter_body(self) -> None:
        if self.id is not None and not self.workspace.file.one(Interview, self.id).title:
            self.show_view(DETAILS)
            self.details.setFocus()
            self.details.focusNextChild()
        else:
            self.show_view(NOTES)
            self.notes.setFocus()

    # -- the clock ---------------------------------------------------------------------

    def _toggle_clock(self) -> None:
        self.clock.toggle()
        self.show_view(NOTES)
        self.notes.setFocus()

    def _reset_clock(self) -> None:
        menu = widgets.menu(self)
        menu.addAction(_("Set the clock back to zero"), self.clock.reset)
        menu.exec(self._timer.mapToGlobal(self._timer.rect().bottomLeft()))

    def _show_clock(self) -> None:
        self._timer.setText(shown(self.clock.seconds()))
        icon = "pause" if self.clock.running else "timer"
        role = "accent" if self.clock.running else "text_2"
        self._timer.setIcon(theme.icon(icon, role))

    # -- guides and import ----------------------------------------------------------------

    def _show_more(self) -> None:
        menu = widgets.menu(self)
        writes = not self.workspace.read_only
        menu.addAction(_("Import transcript…"), self.importing.choose).setEnabled(writes)
        menu.addAction(_("Edit guides"), self.edit_guides)
        menu.addSeparator()
        menu.addAction(_("Duplicate"), self.duplicate_record).setEnabled(writes)
        menu.addAction(_("Delete"), self.delete_record).setEnabled(writes)
        menu.exec(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def edit_guides(self, guide: int | None = None) -> None:
        """Open the guides, at the one of this interview unless another is named."""
        interview = self.workspace.file.get(Interview, self.id)
        dialog = GuidesDialog(self.workspace, self)
        wanted = guide or (interview.guide_id if interview else None)
        if wanted:
            dialog.show_guide(wanted)
        dialog.open()

    def _on_imported(self, id: int) -> None:
        self._trouble.hide()
        self.pane.choose(id)
        self.show_view(NOTES)

    def _on_failed(self, text: str) -> None:
        self._trouble.set_text(text)
        self._trouble.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.importing.start(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        path = Path(urls[0].toLocalFile()) if urls and not self.workspace.read_only else None
        return None if path and path.suffix.lower() in MAPS_ALONE else path


def _feelings_changed(changes: ChangeSet) -> bool:
    return any(
        touch.kind == "evidence_theme"
        or (touch.kind == "evidence" and (touch.how != "update" or "sentiment" in touch.columns))
        for touch in changes.touched
    )
