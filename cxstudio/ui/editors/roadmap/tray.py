"""The initiatives that have no place in time yet, to be dragged into the roadmap."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxstudio import formats, i18n
from cxstudio.drawing.roadmap.content import Bar, RoadmapData
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.tables.carried_chip import CarriedChip

MOST_WORDS = 34


class Tray(QWidget):
    """`chosen` with an initiative that was clicked; hidden when all have their place."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[int, str]] = []
        self.chips: list[CarriedChip] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        label = widgets.Label(_("Without dates"), "label", "text_2")
        label.setToolTip(_("Drag one into the roadmap, or press Enter on it and give it dates."))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        self._holder = QWidget()
        self._flow = widgets.FlowLayout(theme.px(6))
        self._holder.setLayout(self._flow)
        row.addWidget(self._holder, 1)
        self.hide()

    def show_bars(self, bars: Sequence[Bar], data: RoadmapData) -> None:
        """Show these; one whose date cannot be meant says so."""
        shown = [(bar.id, _words(bar, data)) for bar in bars]
        if shown != self._shown:
            self._shown = shown
            self._flow.clear()
            self.chips = [_chip(id, words, data) for id, words in shown]
            for chip in self.chips:
                chip.chosen.connect(self.chosen)
                self._flow.addWidget(chip)
        self.setVisible(bool(bars))
        self._holder.updateGeometry()


def _words(bar: Bar, data: RoadmapData) -> str:
    title = bar.title if len(bar.title) <= MOST_WORDS else f"{bar.title[:MOST_WORDS].rstrip()}…"
    words = f"{bar.code}  {title}"
    day = data.far.get(bar.id)
    if day is None:
        return words
    return f"{words} · {formats.cell_day(day, i18n.language())}?"


def _chip(id: int, words: str, data: RoadmapData) -> CarriedChip:
    chip = CarriedChip("initiative", id, words, "warning" if id in data.far else "neutral")
    chip.setToolTip(data.by_id[id].title)
    return chip
