"""The page of the survey: a wave's score, trend, drivers, table and comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cxstudio.analysis.survey.asked import SCORE, Answers, Asked, described, group_names
from cxstudio.analysis.survey.ratings import measure_titles
from cxstudio.analysis.survey.responses import Responses
from cxstudio.formats import number
from cxstudio.i18n import _, ngettext
from cxstudio.model import Wave as Record
from cxstudio.store import ChangeSet, EngagementFile
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.comments_desk import CommentsDesk
from cxstudio.ui.editors.voice.comments_panel import CommentsPanel
from cxstudio.ui.editors.voice.drivers_board import Moves
from cxstudio.ui.editors.voice.drivers_panel import DriversPanel
from cxstudio.ui.editors.voice.head import VoiceHead
from cxstudio.ui.editors.voice.keeping import Keeping
from cxstudio.ui.editors.voice.offers import commands
from cxstudio.ui.editors.voice.panels import ScorePanel
from cxstudio.ui.editors.voice.rating_uses import RatingUses
from cxstudio.ui.editors.voice.results import Shift
from cxstudio.ui.editors.voice.results_panel import ResultsPanel
from cxstudio.ui.editors.voice.table_panel import TablePanel
from cxstudio.ui.editors.voice.trend_panel import TrendPanel
from cxstudio.ui.editors.voice.wave_menu import WaveMenu
from cxstudio.ui.editors.voice.waves import Key, Waves
from cxstudio.ui.editors.voice.working import Figures, Wave
from cxstudio.ui.editors.voice.workroom import Workroom
from cxstudio.ui.forms.drops import dropped_file
from cxstudio.ui.page import Command, Page
from cxstudio.ui.workspace import Workspace

if TYPE_CHECKING:
    from cxstudio.ui.editors.voice.comparing_waves import Line

LATE = 300
"""Milliseconds after which figures that are still those of the question before say so."""


class VoicePage(Page):
    """Figures are worked out aside; until they are there, those shown say what they are of."""

    wide = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.help_line = _(
            "Click a cell for the answers behind it; on a comment Enter quotes, 1 to 9 give a theme"
        )
        self.unread = widgets.Notice("error", "", closable=False)
        self.waves: list[Wave] = []
        self.wave: Wave | None = None
        self.asked = Asked()
        self.figures = Figures()
        self._read = Waves(workspace.file)
        self._wanted: int | None = None
        self.room = Workroom(workspace.tasks)
        workspace.closed.connect(self.room.close)
        self.head = VoiceHead()
        self.score, self.trend, self.drivers = ScorePanel(), TrendPanel(), DriversPanel()
        self.table, self.comments = TablePanel(), CommentsPanel()
        self.results = ResultsPanel()
        self.results.hide()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()
        self.keeping = Keeping(self)
        self.rating_uses = RatingUses(self)
        self.desk = CommentsDesk(workspace, self.room, self.comments)
        self.refresh(None)

    def _lay_out(self) -> None:
        board = QWidget()
        grid = QGridLayout(board)
        grid.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 16)))
        grid.setSpacing(theme.px(16))
        grid.addWidget(self.score, 0, 0, 1, 3)
        grid.addWidget(self.trend, 0, 3, 1, 4)
        grid.addWidget(self.drivers, 0, 7, 1, 5)
        grid.addWidget(self.table, 1, 0, 1, 8)
        grid.addWidget(self.comments, 1, 8, 1, 4)
        grid.addWidget(self.results, 2, 0, 1, 12)
        for number_ in range(12):
            grid.setColumnStretch(number_, 1)
        grid.setRowStretch(1, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidget(board)
        self._empty = widgets.EmptyState(
            "message-square-quote",
            _("What customers say in a survey belongs here."),
            _("Each figure comes with its doubt, and each comment can be quoted as evidence."),
            _("Import a survey"),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self._empty)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)
        self.column.addWidget(self.unread)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._empty.pressed.connect(self.import_wave)
        self.head.importing.connect(self.import_wave)
        self.head.chosen.connect(self.show_wave)
        self.head.comparing.connect(self.compare)
        self.room.compared.connect(self._show_compared)
        self.head.asked.connect(self.ask)
        self.table.asked.connect(self.ask)
        self.trend.asked.connect(self.ask)
        self.table.pressed.connect(self._drill)
        self.head.menu_wanted.connect(self._open_menu)
        self.results.supposed.connect(self._suppose)
        self.room.valued.connect(self.results.show_worth)
        self.room.ready.connect(self._show)
        self.room.moved.connect(self._show_moves)
        self._late = QTimer(self, singleShot=True, interval=LATE)
        self._late.timeout.connect(self._mark_earlier)

    @property
    def file(self) -> EngagementFile:
        """The open engagement."""
        return self.workspace.file

    # -- what is shown -----------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is None or "wave" in changes.kinds:
            self._read_waves()
        elif self.wave is not None:
            self.desk.heed(changes)
            if "evidence" in changes.kinds:
                self.keeping.look_for_old()

    def _read_waves(self) -> None:
        later = self._read.later()
        if later is not None:
            if not self.waves:
                self.head.show_waves(())
                self.unread.hide()
                self._stack.setCurrentWidget(self._scroll)
            self.workspace.tasks.run(_("Reading the answers"), later, self._take_read)
            return
        self.waves = self._read.all()
        text = _("The answers of {names} cannot be read. Restore the file from a backup.")
        self.unread.set_text(text.format(names=_(", ").join(self._read.unread)))
        self.unread.setVisible(bool(self._read.unread))
        self._stack.setCurrentWidget(self._scroll if self.waves else self._empty)
        ids = [wave.id for wave in self.waves]
        now = self._wanted or (self.wave.id if self.wave is not None else None)
        self._wanted = None
        self.head.show_waves(self.waves)
        if not self.waves:
            self.wave = None
        else:
            self.show_wave(now if now in ids else ids[-1])

    def _take_read(self, found: Mapping[Key, Responses | None]) -> None:
        self._read.take(found)
        self._read_waves()

    def show_record(self, kind: str, id: int) -> None:
        if kind == "wave" and id in [wave.id for wave in self.waves]:
            self.show_wave(id)
        elif kind == "wave":
            self._wanted = id  # it is being read

    def show_wave(self, id: int) -> None:
        """Show another wave, asked the same as far as it has the same questions."""
        self.wave = next(wave for wave in self.waves if wave.id == id)
        mapping = self.wave.responses.mapping
        groups = group_names(self.wave.responses)
        measures = measure_titles(self.wave.responses)
        self.table.offer(groups, measures)
        self.trend.offer(measures)
        self.comments.offer({c.name: c.title for c in mapping.of("comment")})
        self.head.show_wave(self.wave, groups)
        self.desk.show_wave(self.wave)
        self.ask(_fitting(self.asked, groups, measures))
        self.keeping.look_for_old()

    def ask(self, asked: Asked) -> None:
        """Work the figures out for another question."""
        assert self.wave is not None
        turned = asked != self.asked
        self.asked = asked
        if turned and self._answers(asked):
            self._show_arranged()
            return
        self.head.show_asked(asked, described(asked, group_names(self.wave.responses)))
        self._late.start()
        self.room.work(self.waves, self.wave, asked)
        self.desk.ask(asked)
        known = self.drivers.done or self.room.works_on("moved")
        if not known or not self.drivers.tells_of(self.wave, asked):
            self.drivers.wait_for(self.wave, asked)
            self.room.move(self.wave, asked)

    def _mark_earlier(self) -> None:
        """Figures that take long, or were cancelled, leave those of the question before."""
        for panel in (self.score, self.trend, self.table):
            panel.set_note(_("of the question before"))

    def _show_moves(self, found: tuple[Wave, Asked, Moves]) -> None:
        wave, asked, moves = found
        if self.drivers.tells_of(wave, asked):
            self.drivers.show_moves(moves)

    def _show(self, figures: Figures) -> None:
        self._late.stop()
        self.figures = figures
        self.score.show_score(figures.score)
        self.trend.show_readings(figures.asked, figures.trend)
        self.drivers.show_ratings(figures.ratings, figures.score is not None)
        self._show_arranged()
        self.results.show_results(figures.results)

    def _show_arranged(self) -> None:
        """The table as it is asked to be looked at by now."""
        if replace(self.asked, arranged=self.figures.asked.arranged) == self.figures.asked:
            self.figures = self.figures.arranged(self.asked.arranged, _("Everyone"))
        self.table.show_grid(self.figures.asked, self.figures.grid)

    def _answers(self, asked: Asked) -> bool:
        """Whether the figures are those of a question, however its table is looked at."""
        shown = self.figures
        same = replace(asked, arranged=shown.asked.arranged) == shown.asked
        return same and shown.source == self.wave and not self.room.works_on("ready")

    def status(self) -> str:
        kept = self.file.all(Record)  # the page itself is told of a change after the status bar
        if not kept:
            return ""
        waves, rows = len(kept), sum(wave.rows for wave in kept)
        parts = (
            ngettext("{n} wave", "{n} waves", waves).format(n=waves),
            ngettext("{n} answer", "{n} answers", rows).format(n=number(rows)),
        )
        return _(", ").join(parts)

    # -- what is done --------------------------------------------------------------------

    def import_wave(self) -> None:
        """Choose a survey file and import it."""
        from cxstudio.ui.editors.voice.importing import SurveyImport

        if not self.workspace.read_only:
            SurveyImport(self.workspace, self).choose()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        from cxstudio.ui.editors.voice.importing import SUFFIXES

        if dropped_file(event, SUFFIXES) is not None and not self.workspace.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        from cxstudio.ui.editors.voice.importing import SUFFIXES, SurveyImport

        path = dropped_file(event, SUFFIXES)
        if path is not None:
            event.acceptProposedAction()
            SurveyImport(self.workspace, self).start(path)

    def new_record(self) -> None:
        self.import_wave()

    def commands(self) -> Sequence[Command]:
        return commands(self)

    def _drill(self, behind: Mapping[str, str]) -> None:
        """The answers behind a cell: ask of those people alone."""
        asked = self.asked
        for group, label in behind.items():
            asked = asked.of(group, (label,))
        if asked != self.asked:
            self.ask(asked)

    def compare(self) -> None:
        """Say whether waves and groups differ by more than chance."""
        if self.wave is not None:
            self.room.compare(self.waves, self.wave, self.asked)

    def _show_compared(self, found: tuple[Wave, list[Line], list[Line]]) -> None:
        from cxstudio.ui.editors.voice.compare_dialog import CompareDialog

        wave, waves, groups = found
        if self.isVisible():
            what = self.table.measure.currentText()
            CompareDialog(wave.name, what, waves, groups, self).exec()

    def _open_menu(self) -> None:
        if self.wave is not None and not self.workspace.read_only:
            more = self.head.more
            WaveMenu(self.workspace, self.wave.id, self).open_at(
                more.mapToGlobal(QPoint(0, more.height()))
            )

    def _suppose(self, result: str, shift: Shift) -> None:
        if self.wave is not None:
            self.room.value(Answers(self.wave.responses, self.asked), result, shift)


def _fitting(asked: Asked, groups: Mapping[str, str], measures: Mapping[str, str]) -> Asked:
    """The question as far as a wave can answer it, with two groups for the table."""
    first_measure = next(iter(measures), SCORE)
    if asked.measure not in measures:
        asked = replace(asked, measure=first_measure)
    if asked.trend not in measures:
        asked = replace(asked, trend=first_measure)
    if asked.within not in groups:
        asked = replace(asked, within="")
    if asked.down not in groups:
        first, second, *_rest = (*groups, "", "")
        asked = replace(asked, down=first, across=second)
    return asked if asked.across in groups else replace(asked, across="")
