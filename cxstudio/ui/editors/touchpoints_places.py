"""Where a touchpoint appears: cards on journeys, gaps and initiatives that name it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy import Select, select

from cxstudio.i18n import N_, _
from cxstudio.model import Card, Gap, Initiative
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.record_chips import RecordChips
from cxstudio.ui.workspace import Workspace

TITLES = {
    "card": N_("Cards on journeys"),
    "gap": N_("Gaps"),
    "initiative": N_("Initiatives"),
}
CLASSES: dict[str, type[Card | Gap | Initiative]] = {
    "card": Card,
    "gap": Gap,
    "initiative": Initiative,
}


class Places(QWidget):
    """Read-only chips in groups; each goes to its record."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self._none = widgets.Label(
            _("Nowhere yet. It appears here when a card, a gap or an initiative names it."),
            "small",
            "text_3",
            wrap=True,
        )
        column.addWidget(self._none)
        self.groups: dict[str, tuple[widgets.Label, RecordChips]] = {}
        for kind, title in TITLES.items():
            label = widgets.Label(_(title), "small", "text_3")
            chips = RecordChips(workspace, _(title))
            column.addWidget(label)
            column.addWidget(chips)
            self.groups[kind] = label, chips

    def show_touchpoint(self, id: int | None) -> None:
        """Show what names this touchpoint now."""
        found = False
        for kind, (label, chips) in self.groups.items():
            ids = [] if id is None else [row[0] for row in self.workspace.file.rows(_ids(kind, id))]
            chips.show_records([(End(kind, other), None) for other in ids])
            label.setVisible(bool(ids))
            found = found or bool(ids)
        self._none.setVisible(not found)


def _ids(kind: str, touchpoint: int) -> Select[int]:
    cls = CLASSES[kind]
    return select(cls.id).where(cls.touchpoint_id == touchpoint).order_by(cls.position, cls.id)
