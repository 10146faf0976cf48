"""Chips that stand for records: each goes to its record, and may be taken off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.record_texts import describe
from cxstudio.ui.workspace import Workspace

WIDEST = 260  # pixels of a record's words on a chip


class RecordChips(QWidget):
    """A flow of chips, one a record; those with the id of a link take Delete."""

    def __init__(self, workspace: Workspace, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = widgets.FlowLayout(theme.px(6))
        self.setLayout(self._flow)
        self.ends: list[End] = []

    def show_records(self, ends: Sequence[tuple[End, int | None]]) -> None:
        """Show these records, each with the id of the link that can be removed, or None."""
        self._flow.clear()
        self.ends = []
        for end, link_id in ends:
            record = self.workspace.record(end)
            if record is not None:
                self._add(end, link_id, record)
        self.setVisible(bool(self.ends))
        self.updateGeometry()

    def _add(self, end: End, link_id: int | None, record: Any) -> None:
        texts = describe(self.workspace.file, record)
        metrics = QFontMetrics(theme.font("code"))
        elide = Qt.TextElideMode.ElideRight
        words = metrics.elidedText(texts.text, elide, theme.px(WIDEST))
        chip = widgets.Chip(
            f"{texts.code}  {words}".strip(),
            removable=link_id is not None and not self.workspace.read_only,
            icon=texts.icon,
            clickable=True,
        )
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setToolTip(f"{texts.head}\n{texts.text}")
        chip.clicked.connect(_Go(chip, self.workspace, end, link_id).go)
        self._flow.addWidget(chip)
        self.ends.append(end)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), self._flow.heightForWidth(max(self.width(), theme.px(240))))


class _Go(QObject):
    """What one chip does."""

    def __init__(
        self, chip: widgets.Chip, workspace: Workspace, end: End, link_id: int | None
    ) -> None:
        super().__init__(chip)
        self._workspace, self._end, self._link_id = workspace, end, link_id
        if link_id is not None:
            chip.removed.connect(self.unlink)

    def go(self) -> None:
        self._workspace.go_to(self._end.kind, self._end.id)

    def unlink(self) -> None:
        self._workspace.unlink(cast(int, self._link_id))
