"""Records that name the one on the page, in groups with a title; each chip goes to its record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy import Select

from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.record_chips import RecordChips
from cxstudio.ui.workspace import Workspace


class RecordGroups(QWidget):
    """Read-only chips in groups.

    `titles` are the groups by the kind of their records, `ids_of` selects the ids of a kind that
    name a record, and `nothing` is said while there is none.
    """

    def __init__(
        self,
        workspace: Workspace,
        titles: Mapping[str, str],
        ids_of: Callable[[str, int], Select[Any]],
        nothing: str,
        title: str = "",
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self._ids_of = ids_of
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        if title:
            column.addWidget(widgets.SectionTitle(title))
        self._none = widgets.Label(nothing, "small", "text_3", wrap=True)
        column.addWidget(self._none)
        self.groups: dict[str, tuple[widgets.Label, RecordChips]] = {}
        for kind, name in titles.items():
            label = widgets.Label(_(name), "small", "text_3")
            chips = RecordChips(workspace, _(name))
            column.addWidget(label)
            column.addWidget(chips)
            self.groups[kind] = label, chips

    def show_record(self, id: int | None) -> None:
        """Show what names this record now."""
        found = False
        for kind, (label, chips) in self.groups.items():
            ids = [] if id is None else self.workspace.file.rows(self._ids_of(kind, id))
            chips.show_records([(End(kind, other), None) for (other,) in ids])
            label.setVisible(bool(ids))
            found = found or bool(ids)
        self._none.setVisible(not found)
