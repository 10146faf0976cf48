"""How an initiative does on each criterion: a small grid of low, value and high, 1 to 5."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _, pgettext
from cxstudio.model import Criterion, CriterionScore
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.workspace import Workspace

ENDS = ("low", "value", "high")


class ScoresGrid(QWidget):
    """A line a criterion; a score is made when its first figure is typed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self.cells: dict[tuple[int, str], _Cell] = {}
        self._heads = {
            "low": _("at least"),
            "value": pgettext("on a criterion", "Score"),
            "high": _("at most"),
        }
        hint = _("1 to 5; without a range the confidence widens the score.")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(0, 1)
        self._none = widgets.Label(
            _("No criteria yet. They are made under Priorities."), "small", "text_3", wrap=True
        )
        self._hint = widgets.Label(hint, "small", "text_3", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(widgets.SectionTitle(_("Scores on the criteria")))
        column.addLayout(self._grid)
        column.addWidget(self._hint)
        column.addWidget(self._none)

    def show_initiative(self, id: int | None) -> None:
        """Show the scores of this initiative."""
        self.id = id
        criteria = self.workspace.file.all(Criterion)
        if {key for key, _end in self.cells} != {one.id for one in criteria}:
            self._make(criteria)
        scores = self._scores()
        for (criterion, end), cell in self.cells.items():
            score = scores.get(criterion)
            cell.show_value(None if score is None else getattr(score, end))
        self._none.setVisible(not criteria)
        self._hint.setVisible(bool(criteria))

    def _scores(self) -> dict[int, CriterionScore]:
        mine = CriterionScore.initiative_id == self.id
        return {one.criterion_id: one for one in self.workspace.file.all(CriterionScore, mine)}

    def _make(self, criteria: list[Criterion]) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.cells = {}
        for place, end in enumerate(ENDS, 1):
            head = widgets.Label(self._heads[end], "small", "text_3")
            self._grid.addWidget(head, 0, place, Qt.AlignmentFlag.AlignLeft)
        for row, one in enumerate(criteria, 1):
            name = one.name or _("Untitled")
            label = widgets.Label(name, "body", "text")
            label.setToolTip(one.note or name)
            self._grid.addWidget(label, row, 0)
            for place, end in enumerate(ENDS, 1):
                cell = _Cell(self, one.id, end, f"{name}, {self._heads[end]}")
                self.cells[one.id, end] = cell
                self._grid.addWidget(cell.field, row, place)

    def write(self, criterion: int, end: str, value: float | None) -> None:
        """Keep one figure of one score."""
        score = self._scores().get(criterion)
        if self.id is None or (None if score is None else getattr(score, end)) == value:
            return
        merge = ("criterion_score", self.id, f"{criterion}{end}")
        with self.workspace.change(_("Edit a score"), merge) as change:
            if score is None:
                mine = {"initiative_id": self.id, "criterion_id": criterion, end: value}
                change.add(CriterionScore(**mine))
            else:
                setattr(change.get(CriterionScore, score.id), end, value)


class _Cell(QObject):
    """One figure between 1 and 5, written when the field is left."""

    def __init__(self, grid: ScoresGrid, criterion: int, end: str, name: str) -> None:
        super().__init__(grid)
        self._grid, self._criterion, self._end = grid, criterion, end
        self.field = NumberField(1, 5)
        self.field.setFixedWidth(theme.px(52))
        self.field.setAccessibleName(name)
        self.field.setEnabled(not grid.workspace.read_only)
        self.setParent(self.field)  # goes with it
        self._edited = False
        self.field.edited.connect(self._on_edited)
        self.field.left.connect(self.write)
        grid.workspace.flush_requested.connect(self.write)

    def show_value(self, value: float | None) -> None:
        """What is in the file."""
        self.field.setEnabled(self._grid.id is not None and not self._grid.workspace.read_only)
        self.field.set_value(value)
        self._edited = False
        self._mark("")

    def _on_edited(self) -> None:
        self._edited = True

    def write(self) -> None:
        """Write the figure if it was edited and is sound."""
        if not self._edited:
            return
        self._edited = False
        fault = self.field.fault()
        self._mark(fault)
        if not fault:
            self._grid.write(self._criterion, self._end, self.field.value())

    def _mark(self, fault: str) -> None:
        self.field.setToolTip(fault)
        if bool(self.field.property("fault")) != bool(fault):
            self.field.setProperty("fault", bool(fault))
            widgets.restyle(self.field)
