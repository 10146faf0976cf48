"""Parts of the survey's page by themselves: what a score rests on, names in the quadrant."""

from itertools import combinations

import pytest

from cxstudio.analysis.survey.nps import nps
from cxstudio.ui.editors.voice.drivers_chart import Board, DriversChart, Spot
from cxstudio.ui.editors.voice.panels import ScorePanel


@pytest.mark.usefixtures("themed")
def test_a_weighted_score_says_what_it_is_worth(qtbot):
    panel = ScorePanel()
    qtbot.addWidget(panel)
    panel.show_score(nps([10, 9, 3, 7]))
    assert panel.note() == "n = 4"
    panel.show_score(nps([10, 9, 3, 7], [1, 1, 1, 5]))
    assert panel.note() == "n = 4 (effective 2)"


@pytest.mark.usefixtures("themed")
def test_names_of_many_ratings_never_cover_each_other(qtbot):
    chart = DriversChart()
    qtbot.addWidget(chart)
    chart.resize(480, 240)
    spots = [
        Spot(f"Rating {n}", n / 600, n / 900, n / 400, 3.5 + n % 5 / 50, False, f"{n}")
        for n in range(1, 26)
    ]
    chart.show_board(Board(spots, 0.04, 3.55))
    chart.grab()
    named = [rect for rect, _words in chart._labels if not rect.isEmpty()]
    assert 3 < len(named) < 25 and len(chart._labels) == 25
    assert not any(a.intersects(b) for a, b in combinations(named, 2))
    assert not chart._labels[-1][0].isEmpty()  # the most important one
