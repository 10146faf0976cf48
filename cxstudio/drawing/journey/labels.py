"""What stands at the left of a lane: its name, and in print a note on how to read it."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.drawing.journey.map import CardData, LaneData
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.text import Line, Run, TextMeasure, at_most
from cxstudio.i18n import catalogue

MOST_LINES = 8
"""Of the name of a lane."""


def lane_label(lane: LaneData, metrics: Metrics, measure: TextMeasure) -> tuple[Line, ...]:
    """The lane's name, wrapped beside its icon; the emotion lane leaves room for its scale."""
    room = metrics.label_width - metrics.label_indent
    if lane.kind == "emotion" and metrics.style == "screen":
        room -= 2 * metrics.mark + metrics.mark_gap / 2
    return at_most(MOST_LINES, measure, (Run(lane.name, metrics.label),), room)


def lane_notes(
    lane: LaneData, cards: Sequence[CardData], metrics: Metrics, measure: TextMeasure
) -> tuple[Line, ...]:
    """Notes under the name, printed only: the scale of emotion, which codes stand on cards."""
    if metrics.style == "screen":
        return ()
    room = metrics.label_width - metrics.mark_gap
    return tuple(
        line
        for note in _notes(lane, cards, metrics.language)
        for line in measure.lines((Run(note, metrics.note),), room)
    )


def _notes(lane: LaneData, cards: Sequence[CardData], language: str) -> list[str]:
    gettext = catalogue(language).gettext
    if lane.kind == "emotion":
        return [
            gettext("+2 delighted"),
            gettext("0 neutral"),
            gettext("−2 distressed"),
            "\u00a0",
            gettext("n = excerpts and comments behind each value"),
        ]
    kinds = {mark.kind for card in cards for mark in card.marks}
    if lane.kind == "pain_points" and kinds & {"gap", "evidence"}:
        return [gettext("gap and evidence")]
    if lane.kind == "opportunities" and "initiative" in kinds:
        return [gettext("initiative")]
    return []
