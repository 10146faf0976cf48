"""The form of one gap: score it, say what it is and where it sits, see its chain."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Department, Gap, Touchpoint
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps.fields import ClusterField, StepField
from cxstudio.ui.editors.gaps.rows import backing_of
from cxstudio.ui.editors.gaps.score import ScoreHead
from cxstudio.ui.editors.gaps.sharing import SharingField
from cxstudio.ui.editors.gaps.weights import weights_of
from cxstudio.ui.forms.chain_line import ChainLine
from cxstudio.ui.forms.fields import NumberField, ScaleField
from cxstudio.ui.forms.form import Form
from cxstudio.ui.workspace import Workspace

JOURNEY_KINDS = {"journey", "stage", "step"}
CHAIN_KINDS = {"link", "gap", "initiative", "kpi", "evidence", "insight", "card", "report_section"}


class GapForm(QWidget):
    """Two sheets: the fields with the severity computed live, and the chain."""

    initiative_pressed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self.sheets = widgets.Segmented(
            [("fields", _("Score and details")), ("chain", _("Chain"))], _("Sheet")
        )
        self.sheets.chosen.connect(self.show_sheet)
        self.form = self._make_form()
        self.chain = ChainLine(workspace)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.form)
        self._stack.addWidget(self._chain_sheet())
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), 0)
        top.addWidget(self.sheets)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        workspace.changed.connect(self._on_changed)

    # -- sheets ----------------------------------------------------------------------

    def _make_form(self) -> Form:
        form = Form(self.workspace, Gap)
        form.body.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 32)))
        form.body.setSpacing(theme.px(12))
        form.line("title", _("Gap"), _("No live seat information at the station"))
        self.score = ScoreHead()
        form.add(self.score)
        self._add_score(form)
        self._add_words(form)
        self._add_place(form)
        return form

    def _add_score(self, form: Form) -> None:
        steps: list[tuple[Any, str]] = [(None, "–"), *((n, str(n)) for n in range(1, 6))]
        self._factors: list[ScaleField | NumberField] = [
            form.scale("importance", _("Importance to the customer"), steps)
        ]
        with form.beside():
            self._factors += [
                form.number("current", _("Today, 0 to 10"), 0, 10, example="1.5"),
                form.number("target", _("Target, 0 to 10"), 0, 10, example="5"),
                form.number("reach", _("Reach"), 0, 1, percent=True, example="88 %"),
            ]
        for field in self._factors:
            field.edited.connect(self._show_score)

    def _add_words(self, form: Form) -> None:
        form.section(_("What it is"))
        form.text(
            "as_is",
            _("As-is"),
            _("The desk cannot see whether the bus is full."),
            lines=2,
            marks=True,
        )
        form.text(
            "to_be",
            _("To-be"),
            _("The desk sees free seats and tells before people queue."),
            lines=2,
            marks=True,
        )
        form.text(
            "cause",
            _("Cause"),
            _("The counts stay in the bus company’s own system."),
            lines=2,
            marks=True,
        )
        form.add_field(ClusterField(self.workspace), "cluster", _("Cluster of causes"))

    def _add_place(self, form: Form) -> None:
        form.section(_("Where it sits"))
        self._step: StepField = form.add_field(
            StepField(self.workspace), "step_id", _("Step of a journey")
        )
        with form.beside():
            form.reference("department_id", _("Department"), Department, _("No department"))
            form.reference("touchpoint_id", _("Touchpoint"), Touchpoint, _("No touchpoint"))
        self.sharing = SharingField(self.workspace)
        form.add(self.sharing)
        with form.beside():
            form.word("gap_kind", _("Kind"), "gap_kind")
            form.word("state", _("State"), "gap_state")

    def _chain_sheet(self) -> QWidget:
        sheet = widgets.ScrollColumn()
        sheet.body.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 32)))
        self.chain_score = ScoreHead()
        self.make = widgets.outline(_("Make an initiative"), "target")
        self.make.clicked.connect(self.initiative_pressed)
        self.make.setEnabled(not self.workspace.read_only)
        sheet.add(self.chain_score)
        title = widgets.SectionTitle(_("Chain"))
        title.add_action(self.make)
        sheet.add(title)
        sheet.add(self.chain)
        return sheet

    # -- showing ---------------------------------------------------------------------

    def show_gap(self, id: int | None) -> None:
        """Fill both sheets for another gap."""
        self.id = id
        self.form.show_record(id)
        self.sharing.show_gap(id)
        self._show_score()
        self._show_backing()
        self._show_chain()

    def _show_score(self) -> None:
        """The severity of what stands in the fields now, before it is written."""
        if any(field.fault() for field in self._factors):
            return
        score = tuple(field.value() for field in self._factors)
        weights = weights_of(self.workspace)
        for head in (self.score, self.chain_score):
            head.show_score(score, weights)  # type: ignore[arg-type]

    def _show_backing(self) -> None:
        if self.id is not None:
            backing = backing_of(self.workspace, End("gap", self.id))
            for head in (self.score, self.chain_score):
                head.show_backing(backing)

    def _show_chain(self) -> None:
        shown = self.sheets.key() == "chain" and self.id is not None
        self.chain.show_chain(End("gap", self.id) if shown and self.id is not None else None)

    def show_sheet(self, key: str) -> None:
        """Show the "fields" or the "chain"."""
        self.sheets.choose(key)
        self._stack.setCurrentIndex(1 if key == "chain" else 0)
        self._show_chain()

    def _on_changed(self, changes: ChangeSet) -> None:
        if JOURNEY_KINDS & changes.kinds:
            self._step.reload()
            self._step.set_value(self._step_of_gap())
        if "engagement" in changes.kinds or (
            self.id is not None and changes.touches("gap", self.id)
        ):
            self._show_score()
        if CHAIN_KINDS & changes.kinds:
            self._show_backing()
            self._show_chain()

    def _step_of_gap(self) -> int | None:
        gap = self.workspace.file.get(Gap, self.id)
        return gap.step_id if gap else None
