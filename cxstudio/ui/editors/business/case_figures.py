"""The headline of the business case: four figures, each with its doubt."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cxstudio.formats import number, percent
from cxstudio.i18n import _
from cxstudio.model.money import Scale
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.business.case_words import months_words
from cxstudio.ui.editors.business.case_work import Worked

NARROW = 760


class Headline(widgets.Panel):
    """Net present value, payback, chance of a loss, and what is spent and gained."""

    def __init__(self) -> None:
        super().__init__(padding=20)
        holder = QWidget()
        self._grid = QGridLayout(holder)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(24))
        self._grid.setVerticalSpacing(theme.px(16))
        self.npv = _Figure(_("Net present value"))
        self.payback = _Figure(_("Money back"))
        self.loss = _Figure(_("Chance of a loss"))
        self.total = _Figure(_("Benefit, undiscounted"))
        self._figures = (self.npv, self.payback, self.loss, self.total)
        self.body.addWidget(holder)
        self._across = 0
        self._arrange(4)

    def _arrange(self, across: int) -> None:
        if across != self._across:
            self._across = across
            for place, figure in enumerate(self._figures):
                self._grid.addWidget(figure, place // across, place % across)
            for column in range(4):
                self._grid.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() < theme.px(NARROW) else 4)

    def show_worked(self, found: Worked, money: Scale) -> None:
        """The four figures of a case."""
        outcome, spread, premises = found.outcome, found.spread, found.case.premises
        years = premises.years
        self.npv.show_figure(
            money.text(outcome.npv, None),
            _("eight in ten draws: {low} to {high}").format(
                low=money.text(spread.low, None), high=money.text(spread.high, None)
            ),
        )
        discounted = months_words(outcome.discounted_payback, years)
        self.payback.show_figure(
            months_words(outcome.payback, years),
            _("discounted: {month}; back in {share} of draws").format(
                month=discounted, share=percent(spread.paid_back)
            ),
        )
        self.loss.show_figure(
            percent(spread.loss),
            _("of {draws} draws, seed {seed}").format(draws=number(spread.draws), seed=spread.seed),
        )
        self.total.show_figure(
            money.text(outcome.benefit, None),
            _("for {once} once and {yearly} yearly cost").format(
                once=money.text(outcome.once, None), yearly=money.text(outcome.yearly, None)
            ),
        )


class _Figure(QWidget):
    """A name, a large figure, and its doubt under it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(2))
        self.value = widgets.Label("–", "title")
        self.doubt = widgets.Label("", "small", "text_2", wrap=True)
        column.addWidget(widgets.Label(name, "label", "text_2"))
        column.addWidget(self.value)
        column.addWidget(self.doubt)
        column.addStretch(1)

    def show_figure(self, value: str, doubt: str) -> None:
        self.value.setText(value)
        self.doubt.setText(doubt)
        self.setAccessibleName(f"{self._name}: {value}, {doubt}")
