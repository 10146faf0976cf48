"""The panel of what moves with the score: the chart, and what it does not prove."""

from __future__ import annotations

from cxstudio.analysis.asked import Asked
from cxstudio.i18n import _
from cxstudio.ui import widgets
from cxstudio.ui.editors.voice.drivers_board import Moves
from cxstudio.ui.editors.voice.drivers_chart import DriversChart
from cxstudio.ui.editors.voice.panels import Empty, FigurePanel
from cxstudio.ui.editors.voice.working import Wave


class DriversPanel(FigurePanel):
    """The quadrant, or why there is none."""

    def __init__(self) -> None:
        super().__init__(_("What moves with the score"), _("Use these ratings as evidence"))
        self.moves = Moves()
        self.source: Wave | None = None
        self.asked = Asked()
        self.done = False
        self.chart = DriversChart()
        self._empty = Empty()
        self._sentence = widgets.Label("", "small", "text_3")
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._empty, 1)
        self.body.addWidget(self._sentence)

    def tells_of(self, wave: Wave, asked: Asked) -> bool:
        """Whether what is shown, or waited for, is of this state of the wave and these people."""
        mine = self.source
        return mine is not None and (mine.id, mine.state, self.asked.people) == (
            wave.id,
            wave.state,
            asked.people,
        )

    def wait_for(self, wave: Wave, asked: Asked) -> None:
        """Show nothing of other people while this is worked out."""
        self.source, self.asked = wave, asked
        self.show_moves(Moves(why_not=_("Not worked out yet.")))
        self.done = False

    def show_moves(self, moves: Moves) -> None:
        """Show the ratings that were waited for."""
        self.moves, self.done = moves, True
        some = not moves.why_not
        self.set_note(moves.note)
        self.chart.setVisible(some)
        self._empty.setVisible(not some)
        self._empty.say(moves.why_not)
        self._sentence.setText(moves.sentences[0] if moves.sentences else "")
        self._sentence.setToolTip("\n".join(moves.sentences))
        self.chart.show_board(moves.board)
