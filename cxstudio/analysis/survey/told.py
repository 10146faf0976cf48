"""What comparisons and drivers say in words, to be translated, on the screen and in reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from cxstudio.analysis.survey.cautions import Caution, Oddity
from cxstudio.analysis.survey.comparing import Verdict
from cxstudio.analysis.survey.drivers import Missing, Refusal
from cxstudio.i18n import N_

if TYPE_CHECKING:
    from cxstudio.analysis.survey.driven import Driven

Say = Callable[[str], str]
"""A catalogue's gettext."""

VERDICTS = {
    Verdict.HIGHER: N_("higher, and unlikely to be chance"),
    Verdict.LOWER: N_("lower, and unlikely to be chance"),
    Verdict.NO_SIGN: N_("no sign of a difference"),
    Verdict.TOO_FEW: N_("too few answers to tell"),
}
LEFT_OUT = N_("An outcome like the score, so no driver: {names}.")
QUOTED = N_("“{name}”")
PROVES_NOT = N_("These ratings move together with the score. That does not show a cause.")
REFUSED = {
    Refusal.NO_DRIVERS: N_("What moves with the score cannot be told: no rating varies."),
    Refusal.NO_VARIATION: N_("What moves with the score cannot be told: all gave the same score."),
    Refusal.TOO_FEW: N_("What moves with the score cannot be told: too few complete answers."),
}
MISSING = {
    Missing.COMPLETE: N_(
        "Only those who gave every rating count; {share} of the scores are left out."
    ),
    Missing.PAIRWISE: N_(
        "Each pair of ratings rests on those who gave both; in the rarest pair {share} of those "
        "with a score are left out."
    ),
}
CAUTIONS = {
    Oddity.FEW_ANSWERS: N_("There are fewer than 30 answers for each rating, so the bars count."),
    Oddity.CONSTANT: N_("All gave {names} the same answer, and it is left out."),
    Oddity.COLLINEAR: N_("What nearly repeats the other ratings has an unsure share: {names}."),
    Oddity.NEGATIVE: N_("Higher where the score is lower, so perhaps turned round: {names}."),
    Oddity.MANY_LOST: N_("More than half of the answers are not used."),
    Oddity.CONTRADICTORY: N_("Some pairs of ratings contradict each other and are adjusted."),
    Oddity.LITTLE_EXPLAINED: N_("All ratings together explain under a tenth of the score."),
}


def read_with_care(
    driven: Driven,
    say: Say,
    joined: Callable[[list[str]], str],
    percent: Callable[[float], str],
) -> list[str]:
    """What drivers do not prove, which ratings are left out as outcomes, how missing answers were
    handled, and what is odd: sentences."""
    found, titles = driven.found, driven.titles
    said = [say(PROVES_NOT), *outcomes_said(driven.left_out, say, joined)]
    if found.missing in MISSING:
        said.append(say(MISSING[found.missing]).format(share=percent(found.lost)))
    lost = Oddity.MANY_LOST if found.missing in MISSING else None  # the share is said already
    for caution in found.cautions:
        if caution.oddity is not lost:
            said.append(say(CAUTIONS[caution.oddity]).format(names=joined(_named(caution, titles))))
    return said


def outcomes_said(
    left_out: Mapping[str, str], say: Say, joined: Callable[[list[str]], str]
) -> list[str]:
    """Which ratings are left out of the drivers and why, in a sentence; none where none is."""
    names = [say(QUOTED).format(name=title) for title in left_out.values()]
    return [say(LEFT_OUT).format(names=joined(names))] if names else []


def _named(caution: Caution, titles: Mapping[str, str]) -> list[str]:
    return [titles.get(name, name) for name in caution.drivers]
