"""Small panels of the journey page that open beside what they are about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cxstudio.drawing.journey.read_cards import tags_of
from cxstudio.exchange.journey_content import tidy_name
from cxstudio.ui import theme, widgets
from cxstudio.ui.widgets.flow import FlowLayout
from cxstudio.ui.widgets.popover import Popover


class LinePopup(Popover):
    """One line to write, under a title. Enter gives it to `then`; Escape leaves all as it was.

    With `tags` the line holds words with commas between them, and those can be pressed.
    """

    def __init__(
        self,
        title: str,
        text: str,
        then: Callable[[str], object],
        parent: QWidget,
        hint: str = "",
        tags: Sequence[str] = (),
    ) -> None:
        super().__init__(title, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then = then
        self.line = QLineEdit(text)
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(hint)
        self.line.selectAll()
        self.line.returnPressed.connect(self._finish)
        self.column.addWidget(widgets.Label(title, "label", "text_2"))
        self.column.addWidget(self.line)
        if tags:
            self._add_tags(tags)
        self.setFocusProxy(self.line)

    def _add_tags(self, tags: Sequence[str]) -> None:
        holder = QWidget()
        flow = FlowLayout(theme.px(6), holder)
        flow.setContentsMargins(0, 0, 0, 0)
        for tag in tags:
            chip = TagChip(tag, tag in tags_of(self.line.text()))
            chip.clicked.connect(chip.toggle)
            chip.on_toggle = self._toggle
            flow.addWidget(chip)
        self.column.addWidget(holder)

    def _toggle(self, tag: str) -> None:
        there = list(tags_of(self.line.text()))
        there = [one for one in there if one != tag] if tag in there else [*there, tag]
        self.line.setText(", ".join(there))

    def _finish(self) -> None:
        text = tidy_name(self.line.text())
        self.close()
        self._then(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


class TagChip(widgets.Chip):
    """A word that is chosen or not."""

    def __init__(self, text: str, on: bool, shown: str = "", mark: Any = "") -> None:
        super().__init__(shown or text, "accent" if on else "neutral", mark=mark, clickable=True)
        self.key, self.on = text, on
        self.on_toggle: Callable[[str], object] = lambda _key: None

    def toggle(self) -> None:
        """Choose it, or not any more."""
        self.on = not self.on
        self.set_kind("accent" if self.on else "neutral")
        self.on_toggle(self.key)
