"""What a wave's score is used for: evidence, a reading of a KPI, the score of a persona."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from cxstudio.analysis.asked import Asked
from cxstudio.analysis.nps import Nps
from cxstudio.i18n import _
from cxstudio.model import Kpi, Link, Persona, Reading
from cxstudio.store import Change
from cxstudio.ui import widgets
from cxstudio.ui.editors.voice import quoting
from cxstudio.ui.editors.voice.working import Wave
from cxstudio.ui.widgets.menus import Menu
from cxstudio.ui.workspace import Workspace


class ScoreUses:
    """The score of a wave, of the people asked."""

    def __init__(
        self, workspace: Workspace, wave: Wave, asked: Asked, score: Nps, words: str
    ) -> None:
        self._workspace, self._wave, self._asked = workspace, wave, asked
        self._score, self._words = score, words

    def open_menu(self, at: QPoint, parent: QWidget) -> Menu:
        """Offer what the score can be used for."""
        menu = widgets.menu(parent)
        menu.addAction(_("Keep as evidence")).triggered.connect(self.keep)
        kpis = menu.add_submenu(_("Add as a reading of a KPI"))
        for kpi in self._workspace.file.all(Kpi):
            kpis.addAction(f"{kpi.code} {kpi.name}").triggered.connect(
                partial(self.add_reading, kpi.id)
            )
        kpis.menuAction().setEnabled(bool(kpis.actions()) and self._wave.dated is not None)
        personas = menu.add_submenu(_("Show as the score of a persona"))
        for persona in self._workspace.file.all(Persona):
            personas.addAction(f"{persona.code} {persona.name}").triggered.connect(
                partial(self.give_persona, persona.id)
            )
        personas.menuAction().setEnabled(bool(personas.actions()))
        menu.popup(at)
        return menu

    def keep(self) -> int:
        """Keep the score as evidence; gives its id."""
        return quoting.keep_figure(
            self._workspace, self._wave, self._asked, "score", self._words, self._score.n
        )

    def add_reading(self, kpi: int, _checked: bool = False) -> None:
        """The score as a reading on the day of the wave, with what it rests on."""
        day = self._wave.dated
        assert day is not None
        with self._workspace.change(_("Add a reading")) as change:
            evidence = self._evidence(change)
            change.add(
                Reading(
                    kpi_id=kpi,
                    read_on=day,
                    value=round(self._score.score or 0, 1),
                    n=self._score.n,
                    low=self._score.low,
                    high=self._score.high,
                    source=self._wave.name,
                )
            )
            change.add(_link(evidence, "kpi", kpi))
        self._workspace.go_to("kpi", kpi)

    def give_persona(self, persona: int, _checked: bool = False) -> None:
        """The score as that of the persona's segment, with what it rests on."""
        with self._workspace.change(_("Set the persona's score")) as change:
            evidence = self._evidence(change)
            record = change.get(Persona, persona)
            record.score, record.score_n = self._score.score, self._score.n
            record.score_low, record.score_high = self._score.low, self._score.high
            change.add(_link(evidence, "persona", persona, "score"))
        self._workspace.go_to("persona", persona)

    def _evidence(self, change: Change) -> int:
        made = quoting.figure(self._wave, self._asked, "score", self._words, self._score.n)
        return change.add(made).id


def _link(evidence: int, kind: str, id: int, field: str = "") -> Link:
    return Link(
        source_kind="evidence",
        source_id=evidence,
        target_kind=kind,
        target_id=id,
        target_field=field,
    )
