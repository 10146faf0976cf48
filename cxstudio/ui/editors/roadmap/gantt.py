"""The panel with the roadmap: what it shows and how wide, the drawing, and what the signs mean."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QSizePolicy, QWidget

from cxstudio import formats, i18n
from cxstudio.drawing.roadmap.content import RoadmapData
from cxstudio.drawing.roadmap.inks import Inks
from cxstudio.drawing.roadmap.legend import paint_legend
from cxstudio.drawing.roadmap.plan import Metrics
from cxstudio.i18n import _, pgettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.roadmap.tray import Tray
from cxstudio.ui.roadmap.chart import RoadmapChart
from cxstudio.ui.workspace import Workspace

ZOOM, LANES, CRITICAL = "roadmap/zoom", "roadmap/lanes", "roadmap/critical"


class GanttPanel(widgets.Panel):
    """Lanes, critical path and zoom are kept in the settings of the program."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(padding=16)
        self.workspace = workspace
        self.chart = RoadmapChart(workspace, _("Roadmap"))
        self.tray = Tray()
        self.title = widgets.SectionTitle("")
        self._make_controls()
        self.bar = QScrollBar(Qt.Orientation.Horizontal)
        self.bar.setAccessibleName(_("Time"))
        self.legend = Legend()
        self._lay_out()
        self._connect()
        self._take_settings()

    def _make_controls(self) -> None:
        self.lanes = widgets.Segmented(
            [("tier", _("Tiers")), ("department", _("Departments"))], _("Lanes")
        )
        self.critical = widgets.Toggle(_("Critical path"))
        self.critical.setToolTip(
            _(
                "Initiatives without slack: each day one of them is late, the plan ends a day "
                "later. Calendar days; each begins no earlier than its own date."
            )
        )
        self.zoom = widgets.Segmented(
            [
                ("fit", _("All")),
                ("weeks", _("Weeks")),
                ("months", pgettext("zoom", "Months")),
                ("quarters", _("Quarters")),
            ],
            _("Zoom"),
        )
        for control in (self.critical, self.lanes, self.zoom):
            self.title.add_action(control)

    def _lay_out(self) -> None:
        self.area = ChartArea(self.chart)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.setSpacing(theme.px(8))
        self.body.addWidget(self.title)
        self.body.addWidget(self.tray)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.legend)

    def _connect(self) -> None:
        self.lanes.chosen.connect(self._on_lanes)
        self.zoom.chosen.connect(self._on_zoom)
        self.critical.toggled.connect(self._on_critical)
        self.bar.valueChanged.connect(self._on_bar)
        self.chart.scrolled.connect(self._show_bar)

    def _take_settings(self) -> None:
        settings = self.workspace.settings
        self.lanes.choose(settings.text(LANES, "tier"))
        self.zoom.choose(settings.text(ZOOM, "fit"))
        self.critical.setChecked(settings.text(CRITICAL, "") == "yes")
        self.chart.by = "department" if self.lanes.key() == "department" else "tier"
        self.chart.zoom = self.zoom.key()  # type: ignore[assignment]
        self._show_legend()

    # -- showing -----------------------------------------------------------------------

    def show_data(self, data: RoadmapData) -> None:
        self.chart.show_data(data)
        spans = data.spans.values()
        words = ""
        if spans:
            first, last = min(s.start for s in spans), max(s.end for s in spans)
            words = formats.months(first, last, i18n.language())
        self.title.set_text(words)
        self.tray.show_bars([bar for bar in data.bars if bar.id not in data.spans], data)
        self.area.updateGeometry()
        self._show_bar()

    def _show_bar(self) -> None:
        """The bar below stands for the days that are hidden."""
        most = self.chart.plan.most_ahead if self.chart.zoom != "fit" else 0
        self.bar.blockSignals(True)
        scale = self.chart.plan.scale
        self.bar.setPageStep(max(int((scale.right - scale.left) / scale.wide), 1))
        self.bar.setSingleStep(7)
        self.bar.setRange(0, most)
        self.bar.setValue(self.chart.ahead)
        self.bar.blockSignals(False)
        self.bar.setVisible(most > 0)

    def _show_legend(self) -> None:
        self.legend.show_signs(critical=self.chart.critical, tiers=self.chart.by == "department")

    def _on_bar(self, days: int) -> None:
        self.chart.show_origin(days)

    def _on_lanes(self, key: str) -> None:
        self.workspace.settings.set_text(LANES, key)
        self.chart.show_by("department" if key == "department" else "tier")
        self._show_legend()
        self.area.updateGeometry()

    def _on_zoom(self, key: str) -> None:
        self.workspace.settings.set_text(ZOOM, key)
        self.chart.show_zoom(key)  # type: ignore[arg-type]
        self._show_bar()

    def _on_critical(self, on: bool) -> None:
        self.workspace.settings.set_text(CRITICAL, "yes" if on else "")
        self.chart.show_critical(on)
        self._show_legend()


class ChartArea(QScrollArea):
    """As high as its chart where there is room; it scrolls where there is not."""

    def __init__(self, chart: RoadmapChart) -> None:
        super().__init__()
        self._chart = chart
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(chart)
        self.viewport().setAutoFillBackground(False)
        chart.setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        hint = self._chart.sizeHint()
        return QSize(hint.width(), hint.height() + 2)


class Legend(QWidget):
    """What the signs of the drawing mean."""

    def __init__(self) -> None:
        super().__init__()
        self._critical, self._tiers = False, False
        self.setAccessibleName(_("What the signs mean"))
        self.setFixedHeight(theme.px(20))
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedHeight(theme.px(20))
        self.update()

    def show_signs(self, *, critical: bool, tiers: bool) -> None:
        self._critical, self._tiers = critical, tiers
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(400), theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        metrics = Metrics(theme.zoom(), theme.language())
        painter = QPainter(self)
        painter.translate(0, theme.px(2))
        inks = Inks(theme.current())
        paint_legend(painter, metrics, inks, critical=self._critical, tiers=self._tiers)
