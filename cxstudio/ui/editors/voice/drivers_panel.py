"""The panel of what moves with the score: the chart, and what it does not prove."""

from __future__ import annotations

from cxstudio.i18n import _
from cxstudio.ui import widgets
from cxstudio.ui.editors.voice.drivers_board import Moves
from cxstudio.ui.editors.voice.drivers_chart import DriversChart
from cxstudio.ui.editors.voice.panels import Empty, FigurePanel


class DriversPanel(FigurePanel):
    """The quadrant, or why there is none."""

    def __init__(self) -> None:
        super().__init__(_("What moves with the score"), _("Use these ratings as evidence"))
        self.moves = Moves()
        self.chart = DriversChart()
        self._empty = Empty()
        self._sentence = widgets.Label("", "small", "text_3")
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._sentence)

    def show_moves(self, moves: Moves) -> None:
        """Show the ratings of a wave."""
        self.moves = moves
        some = not moves.why_not
        self.set_note(moves.note)
        self.chart.setVisible(some)
        self._empty.setVisible(not some)
        self._empty.say(moves.why_not)
        self._sentence.setText(moves.sentences[0] if moves.sentences else "")
        self._sentence.setToolTip("\n".join(moves.sentences))
        self.chart.show_board(moves.board)
