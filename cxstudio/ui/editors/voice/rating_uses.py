"""What a rating is used for and reported as: the menu of a row in the list of ratings."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QActionGroup

from cxstudio.analysis.survey.again import told
from cxstudio.analysis.survey.asked import Answers, Asked
from cxstudio.analysis.survey.figure import MEAN
from cxstudio.analysis.survey.in_words import figure_text
from cxstudio.analysis.survey.outcomes import is_outcome
from cxstudio.analysis.survey.ratings import Rating
from cxstudio.i18n import _
from cxstudio.model import Wave as Record
from cxstudio.model.columns import Standing, mapping_from
from cxstudio.ui import widgets
from cxstudio.ui.editors.voice.uses import FigureUses
from cxstudio.ui.editors.voice.working import Wave
from cxstudio.ui.widgets.menus import Menu

if TYPE_CHECKING:
    from cxstudio.ui.editors.voice.page import VoicePage


class RatingUses(QObject):
    """Listens to the list of ratings; figures are of the wave and the people shown there."""

    def __init__(self, page: VoicePage) -> None:
        super().__init__(page)
        self._page, self._workspace = page, page.workspace
        page.drivers.ratings.pressed.connect(self.open_menu)
        page.drivers.chart.pressed.connect(self.open_menu_of)
        page.drivers.choose.clicked.connect(self.open_drivers)
        page.drivers.changeable = not self._workspace.read_only

    def open_menu(self, row: int, at: QPoint) -> Menu | None:
        """Offer what both figures of a rating can be used for."""
        shown = self._page.figures
        if shown.source is None or row >= len(shown.ratings):
            return None
        rating, menu = shown.ratings[row], widgets.menu(self._page)
        for key, measure, figure, words in (
            (rating.mean_key, MEAN, rating.mean, _("mean")),
            (rating.high_key, rating.high_measure, rating.high, rating.high_words),
        ):
            if figure.value is not None:
                text = f"{figure_text(measure, figure.value)}  {words}"
                self._fill(menu.add_submenu(text), key)
        menu.addSeparator()
        if not self._workspace.read_only:
            self._add_meanings(menu.add_submenu(_("Reported as")), rating)
            standing: Standing = "driver" if rating.outcome else "outcome"
            action = menu.addAction(_standing_words(rating.title, standing))
            action.triggered.connect(partial(self.let_stand, rating.name, standing))
        menu.popup(at)
        return menu

    def open_menu_of(self, name: str, at: QPoint) -> Menu | None:
        """The same for a rating by its name, as the chart knows it."""
        names = [rating.name for rating in self._page.figures.ratings]
        return self.open_menu(names.index(name), at) if name in names else None

    def _fill(self, menu: Menu, key: str) -> None:
        uses = self.uses(key)
        if uses is not None:
            uses.fill(menu)
            menu.addSeparator()
        menu.addAction(_("Show over time")).triggered.connect(partial(self.show_trend, key))
        menu.addAction(_("Show by group")).triggered.connect(partial(self.show_table, key))

    def uses(self, key: str) -> FigureUses | None:
        """What one figure can be used for; nothing in a file that is only read."""
        shown = self._page.figures
        wave = shown.source
        if wave is None or self._workspace.read_only:
            return None
        asked = Asked(people=shown.asked.people, measure=key)
        figures = {one.mean_key: (MEAN, one.mean) for one in shown.ratings}
        figures |= {one.high_key: (one.high_measure, one.high) for one in shown.ratings}
        found = told(Answers(wave.responses, asked), *figures[key])
        return FigureUses(self._workspace, wave, asked, "measure", found)

    # -- looking -----------------------------------------------------------------------

    def show_trend(self, key: str, _checked: bool = False) -> None:
        """The figure in the trend."""
        self._page.ask(replace(self._page.asked, trend=key))

    def show_table(self, key: str, _checked: bool = False) -> None:
        """The figure in the table."""
        self._page.ask(replace(self._page.asked, measure=key))

    # -- what it is reported as --------------------------------------------------------

    def _add_meanings(self, menu: Menu, rating: Rating) -> None:
        group = QActionGroup(menu)
        for index, words in (
            ("csat", _("CSAT, the share that is satisfied")),
            ("ces", _("CES, the share that found it easy")),
            ("none", _("A rating like any other")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(index == rating.known)
            group.addAction(action)
            action.triggered.connect(partial(self.report_as, rating.name, index))

    def report_as(self, name: str, index: str, _checked: bool = False) -> None:
        """Keep what a rating is reported as with the wave, where the next wave finds it."""
        wave: Wave | None = self._page.figures.source
        if wave is None:
            return
        self._keep(wave, _("What a rating is reported as"), name, index=index)

    # -- what it is to the score -------------------------------------------------------

    def open_drivers(self) -> Menu | None:
        """All ratings of the wave, those that are drivers ticked."""
        panel = self._page.drivers
        if panel.source is None or self._workspace.read_only:
            return None
        menu = widgets.menu(self._page)
        for column in panel.source.responses.mapping.of("rating"):
            outcome = is_outcome(column)
            action = menu.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(not outcome)
            standing: Standing = "driver" if outcome else "outcome"
            action.triggered.connect(partial(self.let_stand, column.name, standing))
        menu.popup(panel.choose.mapToGlobal(QPoint(0, panel.choose.height())))
        return menu

    def let_stand(self, name: str, standing: Standing, _checked: bool = False) -> None:
        """Keep with the wave whether a rating is a driver of the score or an outcome as it is."""
        wave = self._page.drivers.source
        if wave is None or self._workspace.read_only:
            return
        title = wave.responses.mapping[name].title
        self._keep(wave, _standing_words(title, standing), name, stands_as=standing)
        said = {
            "driver": _("“{name}” counts as a driver."),
            "outcome": _("“{name}” is left out of the drivers."),
        }[standing]
        self._workspace.say(said.format(name=title), undo=True)

    def _keep(self, wave: Wave, step: str, name: str, **to: str) -> None:
        with self._workspace.change(step) as change:
            record = change.get(Record, wave.id)
            mapping = mapping_from(json.loads(record.mapping)).changed(name, **to)
            record.mapping = json.dumps(mapping.as_dict(), ensure_ascii=False)


def _standing_words(title: str, standing: Standing) -> str:
    """What is offered about a rating."""
    if standing == "driver":
        return _("Count “{name}” as a driver").format(name=title)
    return _("Leave “{name}” out of the drivers").format(name=title)
