"""The codes of evidence that a source names, as chips that lead there."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtWidgets import QWidget

from cxstudio.model import Evidence
from cxstudio.ui import theme, widgets
from cxstudio.ui.workspace import Workspace

CODE = re.compile(r"\bE-\d{2,}\b")


def codes_in(source: str) -> list[str]:
    """The codes of evidence that a source names, each once."""
    return list(dict.fromkeys(CODE.findall(source)))


def evidence_by_code(workspace: Workspace) -> dict[str, Evidence]:
    """All evidence of the file by its code."""
    return {one.code: one for one in workspace.file.all(Evidence)}


class CodeLinks(QWidget):
    """A chip for each piece of evidence that a text names; hidden where it names none."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._shown: list[str] = []
        self._flow = widgets.FlowLayout(theme.px(6))
        self.setLayout(self._flow)
        self.hide()

    def show_source(self, source: str) -> None:
        """Show what this source names."""
        codes = codes_in(source)
        known = evidence_by_code(self._workspace) if codes else {}
        codes = [code for code in codes if code in known]
        if codes != self._shown:
            self._shown = codes
            self._flow.clear()
            for code in codes:
                self._add(known[code])
            self.updateGeometry()
        self.setVisible(bool(codes))

    def _add(self, evidence: Evidence) -> None:
        chip = widgets.Chip(evidence.code, "accent", icon="quote", clickable=True)
        chip.setToolTip(evidence.text)
        chip.clicked.connect(partial(self._workspace.go_to, "evidence", evidence.id))
        self._flow.addWidget(chip)
