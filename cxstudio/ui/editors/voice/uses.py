"""What a figure of a wave is used for: evidence, a reading of a KPI, the score of a persona."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from cxstudio.analysis.survey.again import Again
from cxstudio.analysis.survey.asked import Asked
from cxstudio.i18n import _
from cxstudio.model import Kpi, Link, Persona, Reading
from cxstudio.store import Change
from cxstudio.ui import widgets
from cxstudio.ui.editors.voice import quoting
from cxstudio.ui.editors.voice.working import Wave
from cxstudio.ui.evidence.figures_again import DIGITS
from cxstudio.ui.widgets.menus import Menu
from cxstudio.ui.workspace import Workspace


class FigureUses:
    """A figure of a wave, of the people asked; `kind` is that of its definition."""

    def __init__(
        self, workspace: Workspace, wave: Wave, asked: Asked, kind: str, found: Again
    ) -> None:
        self._workspace, self._wave, self._asked = workspace, wave, asked
        self._kind, self._found = kind, found

    def fill(self, menu: Menu) -> None:
        """Offer what the figure can be used for."""
        menu.addAction(_("Keep as evidence")).triggered.connect(self.keep)
        kpis = menu.add_submenu(_("Add as a reading of a KPI"))
        for kpi in self._workspace.file.all(Kpi):
            kpis.addAction(f"{kpi.code} {kpi.name}").triggered.connect(
                partial(self.add_reading, kpi.id)
            )
        kpis.menuAction().setEnabled(bool(kpis.actions()) and self._wave.dated is not None)

    def keep(self) -> int:
        """Keep the figure as evidence; gives its id."""
        return quoting.keep_figure(
            self._workspace, self._wave, self._asked, self._kind, self._found.text, self._found.n
        )

    def add_reading(self, kpi: int, _checked: bool = False) -> None:
        """The figure as a reading on the day of the wave, with what it rests on."""
        day, found = self._wave.dated, self._found
        assert day is not None
        assert found.value is not None
        digits = DIGITS[self._asked.measure.partition(":")[0] if self._kind != "score" else "score"]
        with self._workspace.change(_("Add a reading")) as change:
            evidence = self._evidence(change)
            change.add(
                Reading(
                    kpi_id=kpi,
                    read_on=day,
                    value=round(found.value, digits),
                    n=found.n,
                    low=found.low,
                    high=found.high,
                    source=self._wave.name,
                )
            )
            change.add(_link(evidence, "kpi", kpi))
        self._workspace.go_to("kpi", kpi)

    def _evidence(self, change: Change) -> int:
        found = self._found
        made = quoting.figure(
            self._wave, self._asked, self._kind, found.text, found.n, shown=found.shown
        )
        return change.add(made).id


class ScoreUses(FigureUses):
    """The score of a wave, which can also be that of a persona's segment."""

    def __init__(self, workspace: Workspace, wave: Wave, asked: Asked, found: Again) -> None:
        super().__init__(workspace, wave, asked, "score", found)

    def open_menu(self, at: QPoint, parent: QWidget) -> Menu:
        """Offer what the score can be used for."""
        menu = widgets.menu(parent)
        self.fill(menu)
        personas = menu.add_submenu(_("Show as the score of a persona"))
        for persona in self._workspace.file.all(Persona):
            personas.addAction(f"{persona.code} {persona.name}").triggered.connect(
                partial(self.give_persona, persona.id)
            )
        personas.menuAction().setEnabled(bool(personas.actions()))
        menu.popup(at)
        return menu

    def give_persona(self, persona: int, _checked: bool = False) -> None:
        """The score as that of the persona's segment, with what it rests on."""
        found = self._found
        with self._workspace.change(_("Set the persona's score")) as change:
            evidence = self._evidence(change)
            record = change.get(Persona, persona)
            record.score, record.score_n = found.value, found.n
            record.score_low, record.score_high = found.low, found.high
            change.add(_link(evidence, "persona", persona, "score"))
        self._workspace.go_to("persona", persona)


def _link(evidence: int, kind: str, id: int, field: str = "") -> Link:
    return Link(
        source_kind="evidence",
        source_id=evidence,
        target_kind=kind,
        target_id=id,
        target_field=field,
    )
