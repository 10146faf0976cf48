"""The panel of ratings: what moves with the score and what it does not prove, or all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from cxstudio.analysis.survey.asked import Asked
from cxstudio.analysis.survey.definition import state_for
from cxstudio.analysis.survey.ratings import Rating
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.drivers_board import Moves
from cxstudio.ui.editors.voice.drivers_chart import DriversChart
from cxstudio.ui.editors.voice.panels import Empty, FigurePanel
from cxstudio.ui.editors.voice.ratings_list import RatingsList
from cxstudio.ui.editors.voice.working import Wave

CHART, LIST = "chart", "list"


class _AsHigh(QScrollArea):
    """Holds the list in the room of the chart, so that turning the panel moves nothing."""

    def __init__(self, ratings: RatingsList, chart: DriversChart) -> None:
        super().__init__()
        self._chart = chart
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(ratings)
        self.setMinimumHeight(chart.minimumHeight())

    def sizeHint(self) -> QSize:
        return self._chart.sizeHint()


class DriversPanel(FigurePanel):
    """The quadrant, or why there is none; on its other face every rating with its figures.

    `changeable` says whether it can be chosen which ratings are drivers.
    """

    def __init__(self) -> None:
        super().__init__(_("What moves with the score"), _("Use these ratings as evidence"))
        self.moves = Moves()
        self.source: Wave | None = None
        self.asked = Asked()
        self.done, self.changeable = False, True
        self._scored = True
        self.chart, self.ratings = DriversChart(), RatingsList()
        self.face = widgets.Segmented(
            [(CHART, _("Drivers")), (LIST, _("Ratings"))], _("What is shown of the ratings")
        )
        self.face.chosen.connect(self._show_face)
        self.head.insertWidget(self.head.count() - 1, self.face)
        self._empty = Empty()
        self._list = _AsHigh(self.ratings, self.chart)
        self.said: Sequence[str] = ()
        self._upper = widgets.Label("", "small", "text_3")
        self._lower = widgets.Label("", "small", "text_3")
        self.choose = widgets.icon_button("list-checks", _("Choose the drivers"), small=True)
        self.body.addWidget(self.chart, 1)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._empty, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._lower, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignRight)
        foot = QVBoxLayout()
        foot.setSpacing(0)
        foot.addWidget(self._upper)
        foot.addLayout(row)
        self.body.addLayout(foot)

    def tells_of(self, wave: Wave, asked: Asked) -> bool:
        """Whether what is shown, or waited for, is of this state of the wave and these people."""
        mine = self.source
        return mine is not None and (_key(mine), self.asked.people) == (_key(wave), asked.people)

    def wait_for(self, wave: Wave, asked: Asked) -> None:
        """Show nothing of other people while this is worked out."""
        self.source, self.asked = wave, asked
        self.show_moves(Moves(why_not=_("Not worked out yet.")))
        self.done = False

    def show_moves(self, moves: Moves) -> None:
        """Show the ratings that were waited for."""
        self.moves, self.done = moves, True
        self.chart.show_board(moves.board)
        self._show_face()

    def show_ratings(self, ratings: Sequence[Rating], scored: bool) -> None:
        """Show the figures of every rating; without any, or without a score, there is one face."""
        self.ratings.show_ratings(ratings)
        self.face.setVisible(bool(ratings) and scored)
        if scored != self._scored or not ratings:
            self.face.choose(LIST if ratings and not scored else CHART)
        self._scored = scored
        self._show_face()

    def show_face(self, key: str) -> None:
        """Turn to the chart or to the list."""
        self.face.choose(key)
        self._show_face()

    def _show_face(self, _key: str = "") -> None:
        listed, some = self.face.key() == LIST, not self.moves.why_not
        self.set_title(_("Ratings") if listed else _("What moves with the score"))
        self.set_note(_("95 % intervals") if listed else self.moves.note)
        self.button.setVisible(not listed)
        self._list.setVisible(listed)
        self.chart.setVisible(some and not listed)
        self._empty.setVisible(not some and not listed)
        self._empty.say(self.moves.why_not)
        says = _("Press a rating to use it, to follow it or to say what it is.")
        sentences = [says] if listed else self.moves.sentences
        self._say(sentences[0] if sentences else "", "" if listed else self.moves.left_out)
        self._upper.setToolTip("\n".join(sentences))
        some_rated = self.source is not None and self.source.responses.mapping.of("rating")
        self.choose.setVisible(bool(some_rated) and self.changeable and not listed)

    def _say(self, first: str, second: str) -> None:
        """What stands below the picture; the second line has room for the button beside it."""
        self.said = [one for one in (first, second) if one]
        for label, text in ((self._upper, first), (self._lower, second)):
            label.setText(text)
            label.setVisible(bool(text))


def _key(wave: Wave) -> tuple[int, str]:
    """Which wave, in which state of its answers and of which ratings are drivers."""
    return wave.id, state_for("drivers", wave.state, wave.responses.mapping)
