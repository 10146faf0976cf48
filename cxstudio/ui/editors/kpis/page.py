"""KPIs as a tree, with target, owner, dated readings and their chart (B5)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import Department, Kpi, Objective, Reading
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.kpis.chart import TrendChart
from cxstudio.ui.editors.kpis.figures import sentence
from cxstudio.ui.editors.kpis.listing import KpiPane, KpiRows
from cxstudio.ui.editors.kpis.readings import ReadingsPanel
from cxstudio.ui.forms.bind import Writer
from cxstudio.ui.forms.day_order import AIM
from cxstudio.ui.forms.form import Form
from cxstudio.ui.forms.record_page import RecordPage
from cxstudio.ui.tables.list_pane import ListPane


class KpisPage(RecordPage):
    """The tree at the left; chart, figures and readings of the chosen one at the right."""

    cls = Kpi
    empty_icon = "chart-line"
    also_refresh_on = frozenset({"reading"})

    def texts(self) -> dict[str, str]:
        return {
            "list": _("KPIs"),
            "new": _("Add a KPI"),
            "empty_sentence": _("The figures by which success will be seen belong here."),
            "empty_why": _(
                "A baseline measured before the work begins is the only proof afterwards that it "
                "was worth it."
            ),
            "empty_button": _("Add a KPI"),
        }

    def text_of_new(self) -> str:
        return _("New")

    def make_pane(self) -> ListPane:
        pane = KpiPane(self.title_of_list(), KpiRows(self.workspace), self.text_of_new())
        pane.part_pressed.connect(self.new_part)
        return pane

    # -- the body ----------------------------------------------------------------------

    def make_body(self) -> QWidget:
        self.form = Form(self.workspace, Kpi)
        self.form.line("name", _("Name"), _("Visitors left behind at a stop"))
        self._add_chart()
        self._add_figures()
        self.form.body.addSpacing(theme.px(16))
        self.readings = ReadingsPanel(self.workspace)
        self.form.add(self.readings)
        self._add_place()
        return self.form

    def _add_chart(self) -> None:
        self.chart = TrendChart()
        self.chart_panel = widgets.Panel()
        self.chart_panel.body.addWidget(self.chart)
        self.form.add(self.chart_panel)

    def _add_figures(self) -> None:
        form = self.form
        form.section(_("Measure"))
        with form.beside():
            form.line("unit", _("Unit"), _("per week, %, points"))
            form.word("direction", _("Direction"), "direction")
        with form.beside():
            form.number("baseline", _("Baseline"), example="40")
            form.date("baseline_on", _("Measured on"), writer=self._day("baseline_on"))
        with form.beside():
            form.number("target", _("Target"), example="5")
            form.date("target_on", _("To be reached by"), writer=self._day("target_on"))
        form.text(
            "description",
            _("How it is measured"),
            _(
                "Drivers press a key when somebody must stay behind; summed each Monday. Counts "
                "people, not parties. What would fool us: a driver who forgets."
            ),
        )

    def _day(self, which: str) -> Writer:
        return AIM.writer(self.workspace, Kpi, which)

    def _add_place(self) -> None:
        form = self.form
        form.section(_("Belongs to"))
        with form.beside():
            form.reference("department_id", _("Owner"), Department, _("No owner yet"))
            form.reference("objective_id", _("Objective"), Objective, _("No objective"))

    def show_body(self, id: int | None) -> None:
        self.form.show_record(id)
        self.readings.show_kpi(id)
        self._show_chart()

    def _show_chart(self) -> None:
        kpi = self.workspace.file.get(Kpi, self.id)
        self.chart.show_kpi(kpi)
        self.chart_panel.setVisible(bool(self.chart.points))

    def show_head(self, record: Any) -> None:
        super().show_head(record)
        self.head.set_subtitle(sentence(record))

    def new_part(self) -> None:
        """A measure under the chosen one, of which it is a part."""
        parent = self.id
        if parent is None or self.workspace.read_only:
            return
        with self.workspace.change(_("Add a KPI")) as change:
            position = self.workspace.file.count(Kpi)
            id = change.add(Kpi(parent_id=parent, position=position)).id
        self.pane.choose(id)
        self.enter_body()

    # -- being told --------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        if changes is None or {"kpi", "reading"} & changes.kinds:
            self._show_chart()
        if changes is None or changes.touches("reading"):
            self.readings.table.reload()
        if changes is None or {"link", "evidence", "wave"} & changes.kinds:
            self.readings.show_age()

    def show_record(self, kind: str, id: int) -> None:
        if kind == "reading":
            reading = self.workspace.file.get(Reading, id)
            if reading is not None:
                super().show_record("kpi", reading.kpi_id)
        else:
            super().show_record(kind, id)

    def status(self) -> str:
        count = self.workspace.file.count(Kpi)
        aimed = self.workspace.file.count(Kpi, Kpi.target.is_not(None))
        return ngettext(
            "{count} KPI, {aimed} with a target", "{count} KPIs, {aimed} with a target", count
        ).format(count=count, aimed=aimed)
