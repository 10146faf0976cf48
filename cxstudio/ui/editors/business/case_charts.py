"""The three charts of the business case: what each paints, says and gives to the clipboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cxstudio.drawing import tokens
from cxstudio.formats import number, percent
from cxstudio.i18n import _, ngettext
from cxstudio.model.money import Scale
from cxstudio.ui.editors.business import case_paint
from cxstudio.ui.editors.business.case_paint import Balance, Chances, Swing, Tornado
from cxstudio.ui.editors.business.case_picture import ChartPanel
from cxstudio.ui.editors.business.case_words import figure_words, months_words, short_words
from cxstudio.ui.editors.business.case_work import Worked

if TYPE_CHECKING:
    from cxstudio.analysis.business.simulation import Bar

LINES = 10
"""So many lines of the tornado are drawn."""


def show_chances(panel: ChartPanel, found: Worked, money: Scale) -> None:
    """How the draws are spread."""
    spread = found.spread
    shown = Chances(
        spread.edges,
        spread.counts,
        spread.low,
        spread.high,
        found.outcome.npv,
        spread.loss,
        money,
    )

    def paint(painter: QPainter, rect: QRectF, look: tokens.Theme) -> None:
        case_paint.paint_chances(painter, rect, shown, look)

    cells = [[_("from"), _("to"), _("Draws")]]
    for place, count in enumerate(spread.counts):
        ends = (spread.edges[place], spread.edges[place + 1])
        cells.append([*(f"{value:.0f}" for value in ends), str(count)])
    note = _("Net present value, {unit}; {draws} draws, median {median}; bar: eight in ten")
    median = money.figure(spread.median)
    panel.set_note(note.format(unit=money.name, draws=number(spread.draws), median=median))
    words = _("Eight in ten draws lie from {low} to {high}, {share} of all are a loss.")
    panel.chart.show_painting(
        paint,
        words.format(
            low=money.text(spread.low, None),
            high=money.text(spread.high, None),
            share=percent(spread.loss),
        ),
        cells,
    )


def show_balance(panel: ChartPanel, found: Worked, money: Scale) -> None:
    """The balance by month with its band."""
    outcome, spread = found.outcome, found.spread
    shown = Balance(outcome.cumulated, spread.band_low, spread.band_high, outcome.payback, money)

    def paint(painter: QPainter, rect: QRectF, look: tokens.Theme) -> None:
        case_paint.paint_balance(painter, rect, shown, look)

    cells = [[_("Month"), _("Likely"), _("Low"), _("High")]]
    for month, values in enumerate(
        zip(outcome.cumulated, spread.band_low, spread.band_high, strict=True)
    ):
        cells.append([str(month), *(f"{value:.0f}" for value in values)])
    panel.set_note(
        _("{unit}, undiscounted; the band holds eight in ten draws").format(unit=money.name)
    )
    years = found.case.premises.years
    words = _("The balance ends at {end}, at its lowest {low}; the money is back: {month}.").format(
        end=money.text(outcome.cumulated[-1], None),
        low=money.text(min(outcome.cumulated), None),
        month=months_words(outcome.payback, years),
    )
    panel.chart.show_painting(paint, words, cells)


def show_tornado(panel: ChartPanel, found: Worked, money: Scale) -> None:
    """What decides the result, the widest first."""
    swings = [_swing(found, bar, money) for bar in found.bars]
    shown = Tornado(swings[:LINES], found.outcome.npv, money)

    def paint(painter: QPainter, rect: QRectF, look: tokens.Theme) -> None:
        case_paint.paint_tornado(painter, rect, shown, look)

    note = _("Net present value, {unit}, when one assumption moves and the rest stay likely")
    more = len(swings) - LINES
    text = note.format(unit=money.name)
    if more > 0:
        rest = ngettext("{count} more moves it less", "{count} more move it less", more)
        text = _("{first}; {second}").format(first=text, second=rest.format(count=more))
    panel.set_note(text)
    cells = [[_("Assumption"), _("Range"), _("Low"), _("High")]]
    cells += [[one.name, one.ends, f"{one.low:.0f}", f"{one.high:.0f}"] for one in swings]
    words = "; ".join(_swing_words(one, money) for one in shown.swings)
    panel.chart.tips = [_swing_words(one, money) for one in shown.swings]
    high = case_paint.LINE * max(len(shown.swings), 1) + 28
    panel.chart.show_painting(paint, words, cells, high)


def _swing(found: Worked, bar: Bar, money: Scale) -> Swing:
    one = found.case.assumptions[bar.assumption]
    values: Sequence[float] = (one.estimate.low, one.estimate.high)
    ends = money.dash.join(figure_words(one, value, money) for value in values)
    return Swing(short_words(one, found.read), ends, bar.low, bar.high)


def _swing_words(one: Swing, money: Scale) -> str:
    return _("{name} ({range}): {low} to {high}").format(
        name=one.name,
        range=one.ends,
        low=money.figure(one.low),
        high=money.figure(one.high),
    )
