"""The criteria with their weights: sliders try out other weights, which Keep writes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from cxstudio.analysis.plan.weighing import shares
from cxstudio.formats import percent
from cxstudio.i18n import _
from cxstudio.model import Criterion
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import bind
from cxstudio.ui.forms.fields import LineField, ParagraphField
from cxstudio.ui.record_acts import delete_record
from cxstudio.ui.widgets.slider_between import SpreadTrack
from cxstudio.ui.workspace import Workspace

MOST = 100
ROWS = 4  # name, note, weight, and the air before the next


class CriteriaPanel(widgets.Panel):
    """`tried` when other weights are tried out or given up; `what_if` holds them."""

    tried = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(padding=16)
        self.workspace = workspace
        self.what_if: dict[int, float] = {}
        self.lines: dict[int, _Line] = {}
        self.body.setSpacing(theme.px(8))
        title = widgets.SectionTitle(_("Criteria and weights"))
        self.add = widgets.icon_button("plus", _("Add a criterion"), small=True)
        self.add.clicked.connect(self.new)
        self.add.setEnabled(not workspace.read_only)
        title.add_action(self.add)
        self.body.addWidget(title)
        self._hint = widgets.Label("", "small", "text_3", wrap=True)
        self._hint.setMinimumHeight(2 * theme.line_height("small"))  # nothing jumps under a drag
        self.body.addWidget(self._hint)
        self.body.addWidget(self._buttons())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        self._order = widgets.Label("", "small", "text", wrap=True)
        self._order.hide()
        self.body.addWidget(self._order)
        self.body.addStretch(1)

    def _buttons(self) -> QWidget:
        self._tried = QWidget()
        row = QHBoxLayout(self._tried)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.keep_button = widgets.outline(_("Keep these weights"), small=True)
        self.keep_button.clicked.connect(self.keep)
        self.back_button = widgets.quiet(_("Put back"), small=True)
        self.back_button.clicked.connect(self.put_back)
        row.addWidget(self.keep_button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        return self._tried

    # -- showing -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show the criteria there are, with weights that are being tried out where there are."""
        criteria = self.workspace.file.all(Criterion)
        ids = [one.id for one in criteria]
        self.what_if = {id: weight for id, weight in self.what_if.items() if id in ids}
        if ids != list(self.lines):
            self._make(ids)
        weights = {one.id: self.what_if.get(one.id, one.weight) for one in criteria}
        parts = shares(weights)
        most = max([MOST, *weights.values()])
        for one in criteria:
            kept = one.weight != weights[one.id]
            line = self.lines[one.id]
            line.slider.setAccessibleName(_("Weight of {name}").format(name=one.name))
            line.show_weight(weights[one.id] * MOST / most, parts.get(one.id), kept)
        self._show_hint(bool(ids))

    def _show_hint(self, any_there: bool) -> None:
        self._tried.setVisible(any_there)
        self.keep_button.setEnabled(bool(self.what_if) and not self.workspace.read_only)
        self.back_button.setEnabled(bool(self.what_if))
        if self.what_if:
            self._hint.setText(_("What if: nothing is saved until you keep it."))
        elif any_there:
            self._hint.setText(_("Drag a weight to see how the ranking would change."))
        else:
            self._hint.setText(
                _("What you weigh initiatives by, such as what customers feel, ease, cost, speed.")
            )

    def show_order(self, words: str) -> None:
        """What the weights that are tried out do to the ranking, where the table is out of view."""
        self._order.setText(words)
        self._order.setVisible(bool(words))

    def _make(self, ids: list[int]) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.lines = {id: _Line(self, id, self._grid, row) for row, id in enumerate(ids)}

    # -- doing ---------------------------------------------------------------------------

    def new(self) -> None:
        """Add a criterion of mean weight."""
        weights = [one.weight for one in self.workspace.file.all(Criterion)]
        weight = sum(weights) / len(weights) if weights else 50.0
        with self.workspace.change(_("Add a criterion")) as change:
            change.add(Criterion(weight=weight, position=len(weights)))

    def try_out(self, id: int, weight: float) -> None:
        """Rank with another weight, without writing it."""
        stored = self.workspace.file.one(Criterion, id).weight
        if weight == stored:
            self.what_if.pop(id, None)
        else:
            self.what_if[id] = weight
        self.refresh()
        self.tried.emit()

    def keep(self) -> None:
        """Write the weights tried out, as one change."""
        what_if, self.what_if = self.what_if, {}
        if what_if and not self.workspace.read_only:
            with self.workspace.change(_("Change the weights")) as change:
                for id, weight in what_if.items():
                    change.get(Criterion, id).weight = weight

    def put_back(self) -> None:
        """Give up what was tried out."""
        self.what_if = {}
        self.refresh()
        self.tried.emit()

    def delete(self, id: int) -> None:
        """Delete a criterion with its scores; the toast offers Undo."""
        delete_record(self.workspace, Criterion, id)


class _Line(QObject):
    """One criterion: its name, its weight as a slider, its share, and a cross."""

    def __init__(self, panel: CriteriaPanel, id: int, grid: QGridLayout, row: int) -> None:
        super().__init__(panel)
        self._panel, self._id = panel, id
        self.name = LineField(_("What visitors feel of it"))
        self.name.setProperty("small", True)
        self.name.setAccessibleName(_("Criterion"))
        bind(panel.workspace, self.name, Criterion, "name", _("Rename a criterion")).show(id)
        self.note = ParagraphField(_("What 5 means, and what 1 means"), lines=1)
        self.note.setProperty("bare", True)
        self.note.setAccessibleName(_("What the scores mean"))
        bind(panel.workspace, self.note, Criterion, "note", _("Edit a criterion")).show(id)
        self.slider = SpreadTrack()
        self.setParent(self.slider)  # goes with it
        self.slider.changed.connect(self._try)
        self._share = widgets.Label("", "body", "text")
        self._share.setFixedWidth(theme.px(40))
        off = widgets.icon_button("x", _("Delete this criterion"), small=True)
        off.setEnabled(not panel.workspace.read_only)
        off.clicked.connect(self._delete)
        top = ROWS * row
        grid.addWidget(self.name, top, 0, 1, 2)
        grid.addWidget(off, top, 2)
        grid.addWidget(self.note, top + 1, 0, 1, 3)
        grid.addWidget(self.slider, top + 2, 0)
        grid.addWidget(self._share, top + 2, 1)
        grid.setRowMinimumHeight(top + 3, theme.px(8))

    def show_weight(self, knob: float, share: float | None, tried: bool) -> None:
        self.slider.set_value(round(knob))
        self.slider.set_assumed(tried)
        self._share.setText(percent(share or 0.0))

    def _try(self, value: int) -> None:
        self._panel.try_out(self._id, float(value))

    def _delete(self) -> None:
        self._panel.delete(self._id)
