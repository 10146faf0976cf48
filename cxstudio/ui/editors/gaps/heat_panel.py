"""The heat map under the register or for itself, with the choice of what it is drawn over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from cxstudio.analysis.gaps.severity import matrix
from cxstudio.i18n import _
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps.heat import HEAD, HeatMap
from cxstudio.ui.editors.gaps.rows import GapRow

LOWEST, TALLEST = 4 * 28 + 24, 9 * 28 + 24
NARROW, NARROWEST = 960, 560


def _hint() -> str:
    return _("sum of severity, the number of gaps small; a shared gap counts in each row")


class Axes(NamedTuple):
    """Attributes of a row of the register: what stands above the columns and beside the rows."""

    across: str
    down: str


AXES = {
    "department": Axes("stage", "department"),
    "touchpoint": Axes("gap_kind", "touchpoint"),
    "cluster": Axes("stage", "cluster"),
}


class _Area(QScrollArea):
    """As high as what it shows where there is room: a scroll area keeps the size it first had."""

    def __init__(self, shown: HeatMap) -> None:
        super().__init__()
        self._shown = shown
        self.setWidgetResizable(True)
        self.setWidget(shown)

    def sizeHint(self) -> QSize:
        return self._shown.sizeHint()


class HeatPanel(widgets.Panel):
    """`pressed` with the wanted values of two attributes, as in {"stage": …, "department": …}."""

    pressed = Signal(object)
    escaped = Signal()

    def __init__(self) -> None:
        super().__init__(padding=16)
        self._rows: Sequence[GapRow] = ()
        self._stages: Sequence[str] = ()
        self._chosen: GapRow | None = None
        self.title = widgets.SectionTitle(_("Where the gaps sit"), _hint())
        self.by = widgets.Segmented(
            [
                ("department", _("Stage × department")),
                ("touchpoint", _("Touchpoint × kind")),
                ("cluster", _("Stage × cluster")),
            ],
            _("What the heat map is drawn over"),
        )
        self.by.chosen.connect(self._on_by)
        self.title.add_action(self.by)
        self.map = HeatMap()
        self.map.pressed.connect(self._on_pressed)
        self.map.escaped.connect(self.escaped)
        self.map.stepped.connect(self._show_cell)
        self._area = _Area(self.map)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the map itself
        self.body.addWidget(self.title)
        self.body.addWidget(self._area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the title and the choice stand alone."""
        super().resizeEvent(event)
        narrow = self.width() < theme.px(NARROW)
        self.title.set_hint("" if narrow else _hint())
        self.title.set_text("" if self.width() < theme.px(NARROWEST) else _("Where the gaps sit"))

    @property
    def axes(self) -> Axes:
        return AXES[self.by.key()]

    def show_rows(self, rows: Sequence[GapRow], stages: Sequence[str]) -> None:
        """Show these gaps; `stages` are all stage names in the order of the journeys."""
        self._rows, self._stages = rows, stages
        placed = [place for row in rows for place in self._places(row)]
        sums = matrix(placed)
        order = list(stages) if self.axes.across == "stage" else list(WORDS["gap_kind"])
        columns = [key for key in dict.fromkeys((*order, "")) if key in sums.stages]
        heat = dict.fromkeys(sums.departments, 0.0)
        for _column, name, value in placed:
            heat[name] += value or 0.0
        lines = sorted(sums.departments, key=lambda name: (not name, -heat[name]))
        once = dict.fromkeys(columns, 0.0)
        for row in rows:
            once[getattr(row, self.axes.across)] += row.severity or 0.0
        self.map.show_matrix(sums, columns, lines, self._across_words(), self._down_words(), once)
        height = self.map.sizeHint().height()
        self._area.setMinimumHeight(min(height, theme.px(LOWEST)))
        self._area.setMaximumHeight(min(height, theme.px(TALLEST)))
        self._area.updateGeometry()

    def _places(self, row: GapRow) -> Iterator[tuple[str, str, float | None]]:
        """The cells of a gap: one that departments share stands in the row of each."""
        across, down = self.axes
        lines = (row.departments or ("",)) if down == "department" else (getattr(row, down),)
        for line in lines:
            yield getattr(row, across), line, row.severity

    def _across_words(self) -> dict[str, str]:
        if self.axes.across == "gap_kind":
            return {key: _(text) for key, text in WORDS["gap_kind"].items()}
        return {"": _("No step")}

    def _down_words(self) -> dict[str, str]:
        none = {
            "department": _("No department"),
            "touchpoint": _("No touchpoint"),
            "cluster": _("No cluster"),
        }
        return {"": none[self.axes.down]}

    def choose(self, row: GapRow | None) -> None:
        """Ring the cell of this gap."""
        across, down = self.axes
        self._chosen = row
        self.map.choose((getattr(row, across), getattr(row, down)) if row else None)

    def _on_by(self, _key: str) -> None:
        self.show_rows(self._rows, self._stages)
        self.choose(self._chosen)

    def _show_cell(self, place: QRect) -> None:
        """Keep the cell of the keyboard in view, and the head with the first row."""
        middle, room = place.center(), place.height()
        self._area.ensureVisible(middle.x(), middle.y(), 0, room + theme.px(HEAD))

    def _on_pressed(self, column: str, line: str) -> None:
        self.pressed.emit({self.axes.across: column, self.axes.down: line})
