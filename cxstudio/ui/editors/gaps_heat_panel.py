"""The panel of the heat map, with the choice of what its rows are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea

from cxstudio.analysis.severity import matrix
from cxstudio.i18n import _
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps_heat import HeatMap
from cxstudio.ui.editors.gaps_rows import GapRow

TALLEST = 9 * 28 + 24


class HeatPanel(widgets.Panel):
    """`pressed` with (stage, attribute of the row, its value) when a cell is chosen."""

    pressed = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__(padding=16)
        self._rows: Sequence[GapRow] = ()
        self._stages: Sequence[str] = ()
        title = widgets.SectionTitle(
            _("Where the gaps sit"), _("sum of severity; the small figure is the number of gaps")
        )
        self.by = widgets.Segmented(
            [
                ("department", _("Department")),
                ("cluster", _("Cluster")),
                ("origin", _("Origin")),
            ],
            _("Rows of the heat map"),
        )
        self.by.chosen.connect(self._on_by)
        title.add_action(self.by)
        self.map = HeatMap()
        self.map.pressed.connect(self._on_pressed)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.map)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the map itself
        self.body.addWidget(title)
        self.body.addWidget(self._area)

    def show_rows(self, rows: Sequence[GapRow], stages: Sequence[str]) -> None:
        """Show these gaps; `stages` are all stage names in the order of the journeys."""
        self._rows, self._stages = rows, stages
        name = self.by.key()
        present = {row.stage for row in rows}
        columns = [stage for stage in dict.fromkeys((*stages, "")) if stage in present]
        sums = matrix((row.stage, getattr(row, name), row.severity) for row in rows)
        lines = sorted(sums.departments, key=lambda value: (not value, self._heat(value)))
        self.map.show_matrix(sums, columns, lines, {"": _("No step")}, self._words(name))
        self._area.setFixedHeight(min(self.map.sizeHint().height(), theme.px(TALLEST)))

    def _heat(self, value: str) -> float:
        """Minus the summed severity of a row, so that the heaviest stands first."""
        name = self.by.key()
        return -sum(row.severity or 0 for row in self._rows if getattr(row, name) == value)

    def _words(self, name: str) -> dict[str, str]:
        if name == "origin":
            return {key: _(text) for key, text in WORDS["gap_origin"].items()}
        return {"": _("No department") if name == "department" else _("No cluster")}

    def choose(self, row: GapRow | None) -> None:
        """Ring the cell of this gap."""
        cell = (row.stage, getattr(row, self.by.key())) if row else None
        self.map.choose(cell)

    def _on_by(self, _key: str) -> None:
        self.map.choose(None)
        self.show_rows(self._rows, self._stages)

    def _on_pressed(self, stage: str, value: str) -> None:
        self.pressed.emit(stage, self.by.key(), value)
