"""A card laid out: text that wraps and lets the card grow, and the signs at its lower right."""

from __future__ import annotations

from cxstudio.drawing.journey.boxes import CardBox, Rect
from cxstudio.drawing.journey.map import CardData, LaneData
from cxstudio.drawing.journey.metrics import Metrics
from cxstudio.drawing.journey.runs import card_runs, figure_runs, tag_runs
from cxstudio.drawing.journey.text import Line, Run, TextMeasure, at_most, text_height

MOST_DOTS = 7
MOST_LINES = {"screen": 40, "print": 24}
"""Of words on a card: about a screen, or what a page of the report has room for under its head."""
MOST_FIGURE_LINES, MOST_TAG_LINES = 4, 6


def lay_card(
    card: CardData,
    lane: LaneData,
    x: float,
    y: float,
    width: float,
    metrics: Metrics,
    measure: TextMeasure,
) -> CardBox:
    """Place a card with its upper left corner at (x, y); its height follows what it says."""
    plain = metrics.plain(lane.kind)
    pad_y, pad_x = _padding(lane, metrics)
    icon = (
        Rect(x + pad_x, 0, metrics.icon, metrics.icon)
        if _shows_icon(card, plain, metrics)
        else None
    )
    left = x + pad_x + (metrics.icon + metrics.mark_gap if icon else 0)
    room = max(x + width - pad_x - left, 1.0)
    lines = _lines(card, lane, room, metrics, measure)
    picture = _picture(card, x + pad_x, y + pad_y, max(width - 2 * pad_x, 1.0))
    text_y = picture.bottom + pad_y if picture else y + pad_y
    signs_width = 0.0 if plain else _signs_width(card, metrics, measure)
    needed = text_height(lines) + _line_for_signs(lines, signs_width, room, picture, metrics)
    least = 0 if picture else metrics.least_lines(lane.kind)
    needed = max(needed, least * metrics.card.line)
    bottom = text_y + needed + (pad_y if needed or not picture else 0)
    return CardBox(
        card,
        Rect(x, y, width, bottom - y),
        lines,
        Rect(left, text_y, room, needed),
        picture,
        icon and icon.moved(0, text_y + (metrics.card.line - metrics.icon) / 2),
        _signs(x + width - pad_x, bottom - pad_y, signs_width, metrics),
    )


def _padding(lane: LaneData, metrics: Metrics) -> tuple[float, float]:
    if metrics.plain(lane.kind):
        return 0.0, metrics.plain_padding
    if metrics.chip(lane.kind):
        return metrics.chip_padding, metrics.card_padding[1]
    return metrics.card_padding


def _shows_icon(card: CardData, plain: bool, metrics: Metrics) -> bool:
    return bool(card.icon) and not plain and metrics.style == "screen"


def _lines(
    card: CardData, lane: LaneData, room: float, metrics: Metrics, measure: TextMeasure
) -> tuple[Line, ...]:
    lines = at_most(MOST_LINES[metrics.style], measure, card_runs(card, lane, metrics), room)
    for runs in figure_runs(card, metrics):
        lines += at_most(MOST_FIGURE_LINES, measure, runs, room)
    return lines + at_most(MOST_TAG_LINES, measure, tag_runs(card, lane, metrics), room)


def _picture(card: CardData, x: float, y: float, width: float) -> Rect | None:
    if card.picture is None or not card.picture.width:
        return None
    height = width * card.picture.height / card.picture.width
    return Rect(x, y, width, min(height, 2 * width))


def link_signs(card: CardData) -> list[str]:
    """Kinds of linked records that a card shows a sign for, and "confidential".

    A touchpoint's icon says by itself that there is a touchpoint.
    """
    kinds = {mark.kind for mark in card.marks} & {"gap", "initiative", "touchpoint"}
    shown: list[str] = sorted(kinds - {"touchpoint"} if card.icon else kinds)
    return [*shown, "confidential"] if card.confidential else shown


def _signs_width(card: CardData, metrics: Metrics, measure: TextMeasure) -> float:
    """Votes, linked records and the strength of evidence, beside each other; screen only."""
    if metrics.style == "print":
        return 0.0
    count = len(link_signs(card)) + (card.strength is not None)
    width = count * metrics.mark + max(count - 1, 0) * metrics.mark_gap
    if not card.votes:
        return width
    figure = measure.lines((Run(str(card.votes), metrics.strong),), 1e6)[0].width
    dots = min(card.votes, MOST_DOTS) * metrics.mark_gap * 1.5
    return width + dots + figure + metrics.mark_gap * 2


def _line_for_signs(
    lines: tuple[Line, ...], signs: float, room: float, picture: Rect | None, metrics: Metrics
) -> float:
    """An extra line when the last line of text leaves no room for the signs."""
    fits = lines[-1].width + metrics.mark_gap + signs <= room if lines else picture is None
    return 0.0 if fits or not signs else metrics.card.line


def _signs(right: float, bottom: float, width: float, metrics: Metrics) -> Rect | None:
    if not width:
        return None
    return Rect(right - width, bottom - metrics.mark, width, metrics.mark)
