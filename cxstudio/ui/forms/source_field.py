"""The field for a source in words, or with the mark of evidence."""

from __future__ import annotations

from collections.abc import Callable

from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.ui import theme
from cxstudio.ui.forms.fields import LineField
from cxstudio.ui.forms.marking import KEY, Marking
from cxstudio.ui.workspace import Workspace


class SourceField(LineField):
    """Evidence is found with the button in the field, Ctrl+E or "[E-"; what `claim` rests on is
    offered first."""

    def __init__(
        self, workspace: Workspace, claim: Callable[[], End | None], example: str = ""
    ) -> None:
        super().__init__(example)
        self.marking = Marking(workspace, self, claim, source=True)
        act = self.addAction(theme.icon("quote", "text_2"), self.ActionPosition.TrailingPosition)
        act.setToolTip(f"{_('Evidence mark')} ({KEY})")
        act.triggered.connect(self.marking.open)
