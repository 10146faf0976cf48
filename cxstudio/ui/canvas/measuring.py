"""What a card measures: a KPI of the engagement, or a figure that somebody writes."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.drawing.journey.read_waves import question
from cxstudio.i18n import _
from cxstudio.model import Card, Kpi, Wave
from cxstudio.ui.workspace import Workspace


class Measuring:
    """Writes measures into the cards of the open engagement; one undo step each."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace

    def set_kpi(self, ids: Sequence[int], kpi_id: int | None) -> None:
        """The newest reading of a KPI from now on, instead of what was written; None for none.

        A card that was named after the KPI it had is named after the new one.
        """
        kpi = None if kpi_id is None else self.workspace.file.one(Kpi, kpi_id)
        with self.workspace.change(_("Measure of a card")) as change:
            for id in ids:
                card = change.get(Card, id)
                before = None if card.kpi_id is None else change.get(Kpi, card.kpi_id)
                if not card.text or (before is not None and card.text == before.name):
                    card.text = kpi.name if kpi is not None else card.text
                card.kpi_id, card.wave_id, card.wave_column = kpi_id, None, ""
                card.value = "" if kpi is not None else card.value

    def set_survey(self, ids: Sequence[int], wave_id: int, column: str) -> None:
        """The score of a question of a survey wave, instead of what was there."""
        wave = self.workspace.file.one(Wave, wave_id)
        asked = question(wave, column)
        with self.workspace.change(_("Measure of a card")) as change:
            for id in ids:
                card = change.get(Card, id)
                if not card.text and asked is not None:
                    card.text = "NPS" if asked.role == "score" else asked.title
                card.wave_id, card.wave_column = wave_id, column
                card.kpi_id, card.value = None, ""

    def set_figure(self, ids: Sequence[int], figure: str) -> None:
        """A figure in words, such as "6 min"; it stands instead of a KPI's reading."""
        with self.workspace.change(_("Figure of a card")) as change:
            for id in ids:
                change.get(Card, id).value = figure
