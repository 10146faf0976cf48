"""The four figures of the overview: score, interviews, gaps by severity, initiatives by tier."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from cxstudio import formats, i18n
from cxstudio.analysis.gaps.severity import Band, Weights, band, severity_of
from cxstudio.analysis.plan.of_records import total_cost
from cxstudio.drawing import tokens
from cxstudio.i18n import _, language
from cxstudio.model import (
    Department,
    Engagement,
    Gap,
    Initiative,
    Interview,
    Kpi,
    Reading,
    Stakeholder,
)
from cxstudio.model.improvement import SET_ASIDE
from cxstudio.model.money import span
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.overview.advice import without_initiative
from cxstudio.ui.workspace import Workspace

BANDS: tuple[Band, ...] = ("severe", "high", "medium", "low")
MOST_DEPARTMENTS = 6
ALL_IN_A_ROW = 860  # px that four of them need


class Figures(QWidget):
    """The four side by side, or two by two where they would be too narrow to read."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        makers = (_score, _interviews, _gaps, _initiatives)
        self._panels = [make(workspace) for make in makers]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.px(16))
        self._columns = 0
        self._arrange(len(makers))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() < theme.px(ALL_IN_A_ROW) else 4)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for number, panel in enumerate(self._panels):
            self._grid.addWidget(panel, *divmod(number, columns))
            self._grid.setColumnStretch(number, int(number < columns))


class _FigurePanel(widgets.Panel):
    """A title with an arrow that opens the editor, a large figure and what belongs to it."""

    def __init__(self, workspace: Workspace, title: str, page: str, figure: str, note: str) -> None:
        super().__init__("plain", padding=16)
        self._workspace, self._page = workspace, page
        self.body.setSpacing(theme.px(6))
        head = QHBoxLayout()
        head.addWidget(widgets.Label(title, "label", "text_2"), 1)
        go = widgets.icon_button("arrow-up-right", _("Open {page}").format(page=title), small=True)
        go.clicked.connect(self._go)
        head.addWidget(go)
        self.body.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(widgets.Label(figure, "figure"))
        note_label = widgets.Label(note, "small", "text_2", wrap=True)
        row.addWidget(note_label, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self.setMinimumHeight(theme.px(220))

    def _go(self) -> None:
        self._workspace.page_requested.emit(self._page)

    def line(self, colour: str, text: str, figure: str) -> None:
        """One line of the legend."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        if colour:
            sign = widgets.SegmentedBar([(1, colour, text)])
            sign.setFixedWidth(theme.px(8))
            row.addWidget(sign)
        row.addWidget(widgets.Label(text, "small", "text_2"), 1)
        row.addWidget(widgets.Label(figure, "small"))
        self.body.addLayout(row)


def _month(reading: Reading) -> str:
    return formats.month(reading.read_on, i18n.language())


def _score(workspace: Workspace) -> QWidget:
    kpi = next(
        (k for k in workspace.file.all(Kpi) if any(r.low is not None for r in k.readings)), None
    )
    if kpi is None:
        panel = _FigurePanel(workspace, _("Score"), "kpis", "–", _("no reading yet"))
        text = _("Enter the readings of a survey score with n and interval; they appear here.")
        panel.body.addWidget(widgets.Label(text, "small", "text_3", wrap=True))
        panel.body.addStretch(1)
        return panel
    readings: list[Reading] = list(kpi.readings)
    last = readings[-1]
    note = _("n = {n} · 95 % interval").format(n=f"{last.n:,}") if last.n else _("95 % interval")
    panel = _FigurePanel(workspace, kpi.name, "kpis", formats.number(last.value, 1), note)
    first = readings[0]
    values = [r.value for r in readings] + [last.low or last.value, last.high or last.value]
    line = widgets.IntervalLine(
        last.low or last.value,
        last.value,
        last.high or last.value,
        min(values) - 6,
        max(values) + 6,
    )
    if first is not last:
        line.set_values(
            last.low or last.value,
            last.value,
            last.high or last.value,
            others=[(first.value, _month(first))],
        )
    panel.body.addWidget(line)
    panel.body.addWidget(widgets.Label(_since(first, last), "small", "text_2", wrap=True))
    panel.body.addStretch(1)
    return panel


def _since(first: Reading, last: Reading) -> str:
    """When the score was taken, and how far it has come."""
    if first is last:
        return _month(last)
    return _("{month}: {change} since {before}").format(
        month=_month(last),
        change=formats.signed(last.value - first.value),
        before=_month(first),
    )


def _interviews(workspace: Workspace) -> QWidget:
    file = workspace.file
    talks_held = file.all(Interview, Interview.held_at.is_not(None))
    planned = file.engagement.interviews_planned
    note = _("of {count} planned").format(count=planned) if planned else ""
    panel = _FigurePanel(workspace, _("Interviews"), "interviews", str(len(talks_held)), note)
    people = {person.id: person.department_id for person in file.all(Stakeholder)}
    talks = Counter(people.get(i.stakeholder_id or 0) for i in talks_held)
    for department in file.all(Department)[:MOST_DEPARTMENTS]:
        panel.line("", department.label or _("Untitled"), str(talks[department.id] or "–"))
    panel.body.addStretch(1)
    return panel


def _gaps(workspace: Workspace) -> QWidget:
    weights = Weights.of(workspace.file.get(Engagement, 1))
    counted = workspace.file.all(Gap, Gap.state.not_in(SET_ASIDE))
    scores = [severity_of(gap, weights) for gap in counted]
    bands = Counter(band(score) for score in scores if score is not None)
    unscored = sum(score is None for score in scores)
    note = _("{count} severe").format(count=bands["severe"])
    panel = _FigurePanel(workspace, _("Gaps by severity"), "gaps", str(len(scores)), note)
    colours = [tokens.severity(n, theme.current()).fill for n in (4, 3, 2, 1)]
    names = {
        "severe": _("Severe, 15 and more"),
        "high": _("High, 10 to 15"),
        "medium": _("Medium, 5 to 10"),
        "low": _("Low, under 5"),
    }
    parts = [(bands[key], colour, names[key]) for key, colour in zip(BANDS, colours, strict=True)]
    panel.body.addWidget(widgets.SegmentedBar(parts))
    for value, colour, name in parts:
        panel.line(colour, name, str(value))
    if unscored:
        text = _("{count} not scored yet").format(count=unscored)
        panel.body.addWidget(widgets.Label(text, "small", "text_3"))
    panel.body.addStretch(1)
    return panel


def _initiatives(workspace: Workspace) -> QWidget:
    file = workspace.file
    initiatives = file.all(Initiative, Initiative.state.not_in(SET_ASIDE))
    tiers = Counter(initiative.tier for initiative in initiatives)
    bare = len(without_initiative(workspace))
    note = _("{count} gaps have none").format(count=bare) if bare else ""
    panel = _FigurePanel(workspace, _("Initiatives by tier"), "plan", str(len(initiatives)), note)
    parts = [
        (tiers[key], tokens.tier(key, theme.current()), _(text))  # type: ignore[arg-type]
        for key, text in WORDS["tier"].items()
    ]
    panel.body.addWidget(widgets.SegmentedBar(parts))
    for value, colour, name in parts:
        panel.line(colour, name, str(value))
    total = total_cost(initiatives)
    if total:
        cost = span(total.low, total.high, file.engagement.currency, language())
        text = _("{count} costed, {cost}").format(count=total.known, cost=cost)
        panel.body.addWidget(widgets.Label(text, "small", "text_2", wrap=True))
    panel.body.addStretch(1)
    return panel
