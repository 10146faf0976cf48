"""What moves with the score, as the chart and its words have it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cxstudio.analysis.asked import Answers, ends
from cxstudio.analysis.cautions import Caution, Oddity
from cxstudio.analysis.drivers import Driver, Drivers, Missing, Refusal, drivers
from cxstudio.analysis.moments import Progress
from cxstudio.analysis.quadrant import Place
from cxstudio.formats import number, percent
from cxstudio.i18n import N_, _
from cxstudio.ui.editors.voice.drivers_chart import Board, Spot

REFUSED = {
    Refusal.NO_DRIVERS: N_("No rating varies, so none can move with the score."),
    Refusal.NO_VARIATION: N_("All gave the same score, so nothing can move with it."),
    Refusal.TOO_FEW: N_("Fewer than 10 complete answers for each rating: too few to tell."),
}
MISSING = {
    Missing.NONE: N_("Everybody gave every rating."),
    Missing.COMPLETE: N_("Only people who gave every rating are used."),
    Missing.PAIRWISE: N_("For each pair of ratings the people who gave both are used."),
}
ODDITIES = {
    Oddity.FEW_ANSWERS: N_("Fewer than 30 answers for each rating: read the bars, not the points."),
    Oddity.CONSTANT: N_("All gave the same answer to {names}, which is left out."),
    Oddity.COLLINEAR: N_("{names} nearly repeat the other ratings, so their shares are unsure."),
    Oddity.NEGATIVE: N_("{names} are higher where the score is lower. Is the scale turned round?"),
    Oddity.MANY_LOST: N_("More than half of the answers could not be used."),
    Oddity.CONTRADICTORY: N_("Some pairs of ratings contradict each other and were adjusted."),
    Oddity.LITTLE_EXPLAINED: N_("All ratings together explain less than a tenth of the score."),
}
PROVES_NOT = N_(
    "These ratings go up and down with the score. Whether one causes the other, this cannot show."
)


@dataclass(frozen=True)
class Moves:
    """The chart, what it rests on, and the sentences that belong to it; `why_not` when empty."""

    board: Board = field(default_factory=Board)
    note: str = ""
    sentences: Sequence[str] = ()
    why_not: str = ""


def moves_of(answers: Answers, progress: Progress | None = None) -> Moves:
    """What moves with the score among the people asked."""
    import pandas as pd

    mapping = answers.responses.mapping
    names = [name for name in mapping.names("rating") if name in answers.responses.names]
    if answers.scores is None or len(names) < 2:
        return Moves(why_not=_("What moves with the score shows when a wave has several ratings."))
    scales = {name: ends(answers.responses, name) for name in names}
    ratings = pd.DataFrame({name: answers.column(name) for name in names})
    found = drivers(answers.scores, ratings, answers.weights, scales=scales, progress=progress)
    if found.refused is not None:
        return Moves(why_not=_(REFUSED[found.refused]))
    titles = {name: mapping[name].title for name in names}
    return Moves(
        _board(found, titles, scales),
        _("share of R² {explained}, n = {n}, bars 95 %").format(
            explained=f"{found.explained:.2f}", n=number(found.n)
        ),
        _sentences(found, titles),
    )


def _board(found: Drivers, titles: dict[str, str], scales: dict[str, tuple[float, float]]) -> Board:
    """On the rating's own scale where all have the same, else on one from 0 to 1."""
    ends_ = {scales[driver.name] for driver in found.drivers}
    low, high = ends_.pop() if len(ends_) == 1 else (0.0, 1.0)
    spots = [_spot(driver, titles[driver.name], low, high) for driver in found.drivers]
    return Board(spots, found.even, low + found.middle * (high - low))


def _spot(driver: Driver, title: str, low: float, high: float) -> Spot:
    mean = low + driver.reached * (high - low)
    words = _("{name}: {share} of what is explained, mean rating {mean}, n = {n}").format(
        name=title,
        share=percent(driver.share),
        mean=number(driver.performance.value or 0, 2),
        n=number(driver.performance.n),
    )
    share_low = driver.share if driver.low is None else driver.low
    share_high = driver.share if driver.high is None else driver.high
    first = driver.place is Place.FIX
    return Spot(title, driver.share, share_low, share_high, mean, first, words)


def _sentences(found: Drivers, titles: dict[str, str]) -> list[str]:
    said = [_(PROVES_NOT)]
    lost = percent(found.lost)
    if found.missing is not Missing.NONE:
        text = _("{how} That leaves out {share} of those with a score.")
        said.append(text.format(how=_(MISSING[found.missing]), share=lost))
    return said + [_caution(one, titles) for one in found.cautions]


def _caution(caution: Caution, titles: dict[str, str]) -> str:
    names = _(", ").join(titles.get(name, name) for name in caution.drivers)
    return _(ODDITIES[caution.oddity]).format(names=names)
