"""The pane beside the roadmap: an initiative's dates, a milestone, or a dependency."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cxstudio.drawing.roadmap.content import RoadmapData
from cxstudio.i18n import _, pgettext
from cxstudio.model import Initiative, Kpi, Milestone
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.form import Form
from cxstudio.ui.roadmap import acts
from cxstudio.ui.roadmap.typed_days import add_days
from cxstudio.ui.roadmap.words import arrow_words, diamond_words
from cxstudio.ui.workspace import Workspace

SIDES = (24, 12, 24, 32)
SHORT, LONG = 136, 268  # pixels for a line with a number behind it, and for one without


class TimesForm(Form):
    """When an initiative begins and ends, how far it is, what it waits for, its milestones."""

    milestone_chosen = Signal(int)
    faulted = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Initiative)
        self.body.setContentsMargins(*(theme.px(side) for side in SIDES))
        self.body.setSpacing(theme.px(12))
        self._data: RoadmapData | None = None
        self.line("title", _("Initiative"))
        add_days(self)
        with self.beside():
            self.word("state", _("State"), "initiative_state")
            self.number("progress", _("Progress (%)"), 0, 100, whole=True, example="40")
        self.waits = _Lines(_("Waits for"), _("Let it wait for another"))
        self.milestones = _Lines(_("Milestones"), _("Add a milestone"))
        self.waits.add_button.clicked.connect(self._offer)
        self.milestones.add_button.clicked.connect(self._add_milestone)
        for lines in (self.waits, self.milestones):
            lines.add_button.setEnabled(not workspace.read_only)
            self.add(lines)
        self.all_of_it = widgets.link(_("Show all of it in the improvement plan"))
        self.all_of_it.clicked.connect(self._go)
        self.add(self.all_of_it)

    def show_data(self, data: RoadmapData) -> None:
        """What the initiative waits for, and its milestones."""
        self._data = data
        self.waits.clear()
        self.milestones.clear()
        if self.id not in data.by_id:
            return
        for arrow in data.arrows:
            if arrow.wait.after == self.id and arrow.wait.before in data.by_id:
                self._add_wait(data, arrow.id, arrow.wait.before, arrow.wait.days)
        for diamond in data.diamonds:
            if diamond.initiative_id == self.id:
                choose = partial(self.milestone_chosen.emit, diamond.id)
                self.milestones.add(diamond_words(data, diamond), choose)

    def _add_wait(self, data: RoadmapData, id: int, before: int, days: int) -> None:
        bar = data.by_id[before]
        line = self.waits.add(f"{bar.code}  {bar.title}", partial(self._go_to, before), SHORT)
        lag = widgets.Number()
        lag.setRange(0, 3650)
        lag.setMaximumWidth(theme.px(108))
        lag.setValue(days)
        lag.setSuffix(pgettext("after a number", " days"))
        lag.setAccessibleName(arrow_words(data, before, self.id or 0, days))
        lag.setEnabled(not self.workspace.read_only)
        lag.editingFinished.connect(partial(self._set_lag, id, lag))
        line.insertWidget(1, lag)
        off = widgets.icon_button("x", _("Delete the dependency"), small=True)
        off.setEnabled(not self.workspace.read_only)
        off.clicked.connect(partial(acts.disconnect, self.workspace, id))
        line.addWidget(off)

    def _set_lag(self, id: int, lag: widgets.Number) -> None:
        if self._data is not None:
            self.faulted.emit(acts.set_lag(self.workspace, self._data, id, lag.value()))

    def _offer(self) -> None:
        """What it may wait for without a circle."""
        data = self._data
        if data is None or self.id is None:
            return
        menu = widgets.menu(self)
        for bar in data.bars:
            if not acts.refusal(data, bar.id, self.id):
                menu.addAction(f"{bar.code}  {bar.title}", partial(self._wait, bar.id))
        if not menu.actions():
            menu.addAction(_("Nothing it could wait for without a circle")).setEnabled(False)
        menu.exec(self.waits.add_button.mapToGlobal(QPoint(0, self.waits.add_button.height())))

    def _wait(self, before: int) -> None:
        if self._data is not None and self.id is not None:
            self.faulted.emit(acts.connect(self.workspace, self._data, before, self.id))

    def _add_milestone(self) -> None:
        data = self._data
        if data is None or self.id is None:
            return
        span = data.spans.get(self.id)
        id = acts.add_milestone(self.workspace, self.id, span.end if span else data.today)
        if id is not None:
            self.milestone_chosen.emit(id)

    def _go_to(self, id: int) -> None:
        self.workspace.go_to("initiative", id)

    def _go(self) -> None:
        if self.id is not None:
            self.workspace.page_requested.emit("plan")
            self.workspace.go_to("initiative", self.id)


class MilestoneForm(Form):
    """The name and the day of a milestone, what it checks, and whether it was reached."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Milestone)
        self.body.setContentsMargins(*(theme.px(side) for side in SIDES))
        self.body.setSpacing(theme.px(12))
        self.line("name", _("Milestone"), _("Timetable change"))
        self.date("due_on", _("Due on"))
        self.date("reached_on", _("Reached on"), hint=_("Empty until it is reached."))
        self.reference("initiative_id", _("Initiative"), Initiative, _("The whole plan"))
        self.reference("checks_kpi_id", _("KPI it checks"), Kpi, _("None"))


class Lag(widgets.ScrollColumn):
    """A dependency: who waits for whom, and how many days later."""

    faulted = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self._data: RoadmapData | None = None
        self.body.setContentsMargins(*(theme.px(side) for side in SIDES))
        self.body.setSpacing(theme.px(12))
        self.words = widgets.Label("", "body", "text", wrap=True)
        self.days = widgets.Number()
        self.days.setRange(0, 3650)
        self.days.setEnabled(not workspace.read_only)
        label = widgets.Label(_("Days between"), "label", "text_2")
        label.setBuddy(self.days)
        self.days.setAccessibleName(_("Days between"))
        for part in (self.words, label, self.days):
            self.add(part)
        hint = _("Calendar days from the end of the first to the start of the second.")
        self.add(widgets.Label(hint, "small", "text_3", wrap=True))
        self.days.editingFinished.connect(self._write)

    def show_dependency(self, id: int | None, data: RoadmapData) -> None:
        self.id, self._data = id, data
        arrow = next((one for one in data.arrows if one.id == id), None)
        if arrow is not None:
            wait = arrow.wait
            self.words.setText(arrow_words(data, wait.before, wait.after, wait.days))
            self.days.setValue(wait.days)

    def _write(self) -> None:
        if self.id is not None and self._data is not None:
            fault = acts.set_lag(self.workspace, self._data, self.id, self.days.value())
            self.faulted.emit(fault)


class PaneBody(QStackedWidget):
    """One of the three, whatever is chosen."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.times, self.milestone = TimesForm(workspace), MilestoneForm(workspace)
        self.lag = Lag(workspace)
        for part in (self.times, self.milestone, self.lag):
            self.addWidget(part)

    def show_choice(
        self, data: RoadmapData, initiative: int | None, milestone: int | None, wait: int | None
    ) -> None:
        """Show what is chosen; a milestone or a dependency before its initiative."""
        self.times.show_record(initiative)
        self.times.show_data(data)
        self.milestone.show_record(milestone)
        self.lag.show_dependency(wait, data)
        self.setCurrentIndex(1 if milestone else 2 if wait else 0)


class _Lines(QWidget):
    """Links under a title with a plus."""

    def __init__(self, title: str, add: str) -> None:
        super().__init__()
        head = widgets.SectionTitle(title)
        self.add_button = widgets.icon_button("plus", add, small=True)
        head.add_action(self.add_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(head)
        self._rows: list[QWidget] = []

    def clear(self) -> None:
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []

    def add(self, words: str, act: object, room: int = LONG) -> QHBoxLayout:
        """A line that does something when it is pressed; gives its row, for more at its right."""
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        link = widgets.quiet(_short(words, room), small=True)
        link.setToolTip(words)
        link.setAccessibleName(words)
        link.clicked.connect(act)
        row.addWidget(link)
        row.addStretch(1)
        self._rows.append(holder)
        self._column.addWidget(holder)
        return row


def _short(words: str, room: int) -> str:
    """As much of the words as there is room for."""
    metrics = QFontMetrics(theme.font("body"))
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, theme.px(room))
