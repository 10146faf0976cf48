"""The page of the business case (G3)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cxstudio import i18n
from cxstudio.i18n import _, ngettext
from cxstudio.model import Effect, Engagement
from cxstudio.model.chain import End
from cxstudio.model.money import Scale, scale
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.business import case_charts, case_paint
from cxstudio.ui.editors.business.case_assumptions import AssumptionTable, AssumptionView, lines_of
from cxstudio.ui.editors.business.case_figures import Headline
from cxstudio.ui.editors.business.case_picture import ChartPanel
from cxstudio.ui.editors.business.case_shares import columns, shares_of, shares_view
from cxstudio.ui.editors.business.case_words import RULES, extremes_words, fault_words
from cxstudio.ui.editors.business.case_work import Read, Work, Worked, read
from cxstudio.ui.editors.business.case_writing import write_assumption
from cxstudio.ui.editors.business.case_years import year_columns, years_of, years_view
from cxstudio.ui.forms.bound_field import BoundField
from cxstudio.ui.forms.code_links import evidence_by_code
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.page import Page
from cxstudio.ui.tables.table import RecordTable
from cxstudio.ui.workspace import Workspace

SHOWN = {"initiative", "effect", "kpi", "engagement"}
RANKING = {"criterion", "criterion_score", "dependency", "gap", "link"}
ALL, FITTING = "all", "fitting"
NARROW = 760


class BusinessPage(Page):
    """Headline, balance over time, tornado, contributions, assumptions and rules."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.help_line = _("Every figure is an assumption until it has a source")
        self.found: Worked | None = None
        self._later: Worked | None = None  # came while an assumption was being typed
        self._read: Read | None = None
        self._wanted: int | None = None
        self._evidence: dict[str, int] = {}
        self.work = Work(workspace)
        self.work.done.connect(self._show)
        self._make_parts()
        self._lay_out()
        self.refresh(None)

    # -- layout ------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.head = widgets.PageHead(_("Business case"))
        self.horizon = NumberField(1, 30, whole=True)
        self.rate = NumberField(0, 1, percent=True)
        self.which = widgets.Segmented(
            [(ALL, _("Whole plan")), (FITTING, _("What fits"))], _("Initiatives")
        )
        self.which.setToolTip(
            _("All initiatives, or those that fit budget and people in the order of the ranking.")
        )
        self.which.chosen.connect(self._on_which)
        self.head.add_action(self.which)
        for field, attribute, name in (
            (self.horizon, "horizon", _("Years")),
            (self.rate, "discount_rate", _("Discount rate")),
        ):
            field.setFixedWidth(theme.px(64))
            bound = BoundField(self.workspace, field, Engagement, attribute, name, beside=True)
            bound.faulted.connect(self._show_fault)
            self.head.add_action(bound)
        self.headline = Headline()
        self.chances = ChartPanel(self.workspace, _("How sure the result is"), 260)
        self.balance = ChartPanel(self.workspace, _("Balance over time"), 260)
        self.tornado = ChartPanel(self.workspace, _("What decides the result"), 260)
        self.tornado.chart.pressed.connect(self._on_bar)
        self.tornado.chart.tip_at = case_paint.line_at
        self.shares = RecordTable("initiative", columns(self._money()), self._shares)
        self.shares_view = shares_view(self.shares)
        self.shares_view.chosen.connect(self._on_share)
        self.shares_view.opened.connect(self._open_share)
        self.years = RecordTable("year", year_columns(self._money()), self._years)
        self.years_view = years_view(self.years)
        self.assumptions = AssumptionTable(self._lines, self.workspace.read_only)
        self.assumptions.edited.connect(self._write)
        self.view = AssumptionView(self.assumptions, self.workspace)
        self.view.chosen.connect(self._on_assumption)
        self.view.opened.connect(self._open_assumption)
        self.view.faulted.connect(self.workspace.say)
        self.view.settled.connect(self._on_settled)
        self.view.code_pressed.connect(self._open_evidence)
        self.faults = widgets.Label("", "small", "text_2", wrap=True)

    def _show_fault(self, text: str) -> None:
        if text:
            self.workspace.say(text)

    def _lay_out(self) -> None:
        self.column = widgets.ScrollColumn(max_width=None)
        self.column.body.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 24)))
        self.column.add(self.headline)
        pair = QWidget()
        self._pair = QHBoxLayout(pair)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(theme.px(16))
        top = Qt.AlignmentFlag.AlignTop
        self._pair.addWidget(self.chances, 1, top)
        self._pair.addWidget(self.balance, 1, top)
        self.column.add(pair)
        self.column.add(self.tornado)
        hint = _("F2 or a double click edits a figure or its source; Enter goes to the initiative")
        for title, words, table in (
            (_("Year by year"), _("likely case, undiscounted"), self.years_view),
            (_("What each initiative adds"), "", self.shares_view),
            (_("Assumptions"), hint, self.view),
        ):
            self.column.add(_table_panel(title, words, table))
        self.column.add(self._rules())
        ground = widgets.Ground("sunken")
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.column)
        holder = QWidget()
        self._views = QStackedLayout(holder)
        self._views.addWidget(ground)
        self._views.addWidget(self._empty_state())
        self.set_parts(self.head, holder)

    def _rules(self) -> QWidget:
        panel = widgets.Panel(padding=16)
        panel.body.addWidget(widgets.SectionTitle(_("Worth knowing")))
        panel.body.addWidget(self.faults)
        panel.body.addWidget(widgets.SectionTitle(_("How it is worked out")))
        lines = "\n".join(f"– {_(rule)}" for rule in RULES)
        panel.body.addWidget(widgets.Label(lines, "small", "text_2", wrap=True))
        return panel

    def _empty_state(self) -> QWidget:
        state = widgets.EmptyState(
            "coins",
            _("What the plan costs and brings belongs here."),
            _(
                "Give an initiative dates, a cost and an effect on a KPI with its value in money. "
                "The board then sees when the money is back, and how sure that is."
            ),
            _("Go to the plan"),
        )
        state.pressed.connect(self._go_to_plan)
        return state

    def _go_to_plan(self) -> None:
        self.workspace.page_requested.emit("plan")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        narrow = self.width() < theme.px(NARROW)
        self._pair.setDirection(down if narrow else across)

    # -- showing -----------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        fitting = self.which.key() == FITTING
        kinds = SHOWN | RANKING if fitting else SHOWN
        if changes is not None and not kinds & changes.kinds:
            return
        self._read = read(self.workspace, fitting=fitting)
        case = self._read.case
        counted = case is not None and bool(case.terms)
        self._views.setCurrentIndex(0 if counted else 1)
        if counted:
            self.work.ask(self._read)

    def _on_which(self, _key: str) -> None:
        self.refresh(None)

    def _money(self) -> Scale:
        largest = 0.0
        if self.found is not None:
            spread, outcome = self.found.spread, self.found.outcome
            ends = (spread.low, spread.high, outcome.benefit, outcome.once, outcome.yearly)
            largest = max(abs(value) for value in ends)
        currency = self.workspace.file.engagement.currency
        return scale(currency, largest, i18n.language())

    def _on_settled(self) -> None:
        if self._later is not None:
            self._show(self._later)

    def _show(self, found: Worked) -> None:
        """Show it, once no assumption is being typed: what is typed is not taken away."""
        if self.view.editing():
            self._later = found
            return
        self.found, self._later = found, None
        money = self._money()
        self.headline.show_worked(found, money)
        case_charts.show_chances(self.chances, found, money)
        case_charts.show_balance(self.balance, found, money)
        case_charts.show_tornado(self.tornado, found, money)
        self.shares.columns = columns(money)
        self.shares.reload()
        self.years.columns = year_columns(money)
        self.years.reload()
        self.assumptions.reload()
        for view, rows in (
            (self.years_view, self.years),
            (self.shares_view, self.shares),
            (self.view, self.assumptions),
        ):
            view.setFixedHeight(theme.px(36 * (min(len(rows.ids), 14) + 1) + 4))
        sentences = [extremes_words(found, money)]
        sentences += [fault_words(fault, found.read) for fault in found.read.faults]
        sentences += [_cut_words(found, kpi, left) for kpi, left in found.outcome.cut.items()]
        self.faults.setText("\n".join(f"– {one}" for one in sentences))
        if self._wanted is not None:
            self._choose_effect(self._wanted)

    def _shares(self) -> list[tuple[int, Any]]:
        return shares_of(self.found) if self.found else []

    def _years(self) -> list[tuple[int, Any]]:
        return years_of(self.found) if self.found else []

    def _lines(self) -> list[tuple[int, Any]]:
        if self.found is None:
            return []
        self._evidence = {code: one.id for code, one in evidence_by_code(self.workspace).items()}
        return lines_of(self.found, self._money(), self._evidence)

    def status(self) -> str:
        if self._read is None or self._read.case is None:
            return ""
        every = self._read.case.assumptions
        sourced = sum(bool(one.source) for one in every)
        words = ngettext("{count} assumption", "{count} assumptions", len(every))
        return _("{assumptions}, {sourced} with a source").format(
            assumptions=words.format(count=len(every)), sourced=sourced
        )

    # -- doing -------------------------------------------------------------------------

    def _write(self, place: int, what: str, value: object) -> None:
        if self.found is not None:
            one = self.found.case.assumptions[place]
            self._show_fault(write_assumption(self.workspace, one, what, value))

    def _on_bar(self, y: float) -> None:
        line = case_paint.line_at(y)
        if self.found is not None and line < min(len(self.found.bars), case_charts.LINES):
            self.view.choose(self.found.bars[line].assumption)
            self.column.show_part(self.view)

    def _on_share(self, id: int | None) -> None:
        self.workspace.select(None if id is None else End("initiative", id))

    def _on_assumption(self, place: int | None) -> None:
        if place is not None and self.found is not None:
            one = self.found.case.assumptions[place]
            self.workspace.select(End("initiative", one.initiatives[0]))

    def _open_share(self) -> None:
        rows = self.shares_view.selectionModel().selectedRows()
        if rows:
            self.workspace.go_to("initiative", self.shares.ids[rows[0].row()])

    def _open_assumption(self) -> None:
        rows = self.view.selectionModel().selectedRows()
        if rows and self.found is not None:
            one = self.found.case.assumptions[self.assumptions.ids[rows[0].row()]]
            self.workspace.go_to("initiative", one.initiatives[0])

    def _open_evidence(self, code: str) -> None:
        self.workspace.go_to("evidence", self._evidence[code])

    def show_record(self, kind: str, id: int) -> None:
        if kind == "effect":
            self._choose_effect(id)

    def _choose_effect(self, id: int) -> None:
        """Mark the change that an effect assumes, as soon as it is worked out."""
        self._wanted = id
        if self.found is None or self.workspace.file.get(Effect, id) is None:
            return
        for place, one in enumerate(self.found.case.assumptions):
            if one.kind == "change" and id in one.effects:
                self._wanted = None
                self.view.choose(place)
                self.column.show_part(self.view)


def _table_panel(title: str, hint: str, table: QWidget) -> QWidget:
    panel = widgets.Panel(padding=0)
    panel.body.setContentsMargins(0, theme.px(16), 0, theme.px(8))
    head = widgets.SectionTitle(title, hint)
    head.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
    panel.body.addWidget(head)
    panel.body.addWidget(table)
    return panel


def _cut_words(found: Worked, kpi: int, left: float) -> str:
    return _("The effects on {kpi} together go beyond its target; {share} of them count.").format(
        kpi=found.read.kpis[kpi].both, share=f"{left * 100:.0f} %"
    )
