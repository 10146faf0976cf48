"""What a card measures: a KPI of the engagement, or a figure that somebody writes."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.i18n import _
from cxstudio.model import Card, Kpi
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
                card.kpi_id = kpi_id
                card.value = "" if kpi is not None else card.value

    def set_figure(self, ids: Sequence[int], figure: str) -> None:
        """A figure in words, such as "6 min"; it stands instead of a KPI's reading."""
        with self.workspace.change(_("Figure of a card")) as change:
            for id in ids:
                change.get(Card, id).value = figure
