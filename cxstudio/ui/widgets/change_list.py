"""Changes one below the other in a dialog: how, and what was and is said."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cxstudio.i18n import ngettext
from cxstudio.ui import theme
from cxstudio.ui.widgets.chip import Chip, ChipKind
from cxstudio.ui.widgets.label import Label


class ChangeList(QScrollArea):
    """Rows in a view of a fixed height; `more` are left out and counted below."""

    def __init__(self, name: str, rows: Iterable[QWidget], more: int, height: int) -> None:
        super().__init__()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(2))
        for row in rows:
            column.addWidget(row)
        if more > 0:
            text = ngettext("and {count} more", "and {count} more", more).format(count=more)
            column.addWidget(Label(text, "small", "text_3"))
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        self.setWidget(inside)
        self.setFixedHeight(theme.px(height))


class ChangeRow(QWidget):
    """A chip in a column of its own `width`, and beside it lines, the last of which matters."""

    def __init__(self, how: str, kind: ChipKind, width: int, lines: Iterable[Label]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(5), 0, theme.px(5))
        row.setSpacing(theme.px(12))
        holder = QWidget()
        holder.setFixedWidth(theme.px(width))
        head = QVBoxLayout(holder)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Chip(how, kind), 0, Qt.AlignmentFlag.AlignLeft)
        head.addStretch(1)
        row.addWidget(holder)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        for line in lines:
            texts.addWidget(line)
        row.addLayout(texts, 1)
