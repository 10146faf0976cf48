"""Looking for some cards of a map: what is looked for is lit, the rest is dimmed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cxstudio.drawing.journey.filtering import MapFilter
from cxstudio.drawing.journey.map import MapData
from cxstudio.i18n import N_, _, pgettext
from cxstudio.model import Department
from cxstudio.ui import theme, widgets
from cxstudio.ui.canvas.scene import MapScene
from cxstudio.ui.editors.journeys.popover import TagChip
from cxstudio.ui.widgets.flow import FlowLayout
from cxstudio.ui.widgets.popover import Popover
from cxstudio.ui.workspace import Workspace

STRENGTHS = {
    "strong": N_("3 and more sources"),
    "fair": N_("two"),
    "thin": N_("one"),
    "none": N_("assumption"),
}
GROUPS = {
    "personas": N_("Personas"),
    "departments": N_("Departments"),
    "tags": N_("Tags"),
    "strengths": N_("Evidence"),
}
Choices = dict[str, dict[str | int, str]]
"""By group: each thing that can be looked for, with its words."""


class Filtering(QObject):
    """The filter of the map shown, remembered for each map on this computer."""

    def __init__(self, workspace: Workspace, scene: MapScene, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self._scene, self._parent = workspace, scene, parent
        self._journey: int | None = None
        self.bar = FilterBar()
        self.bar.cleared.connect(self.clear)
        self.bar.dropped.connect(self._drop)
        scene.laid_out.connect(self._count)

    # -- which -------------------------------------------------------------------------

    def show_journey(self, journey: int | None) -> None:
        """Take up the filter that was left on this map."""
        self._journey = journey
        kept = self.workspace.settings.text(self._key(), "")
        try:
            content = json.loads(kept) if kept else None
        except ValueError:
            content = None
        self._show(MapFilter.from_json(content))

    def set(self, filter: MapFilter) -> None:
        """Look for this from now on."""
        content = json.dumps(filter.as_json()) if filter.active else ""
        self.workspace.settings.set_text(self._key(), content)
        self._show(filter)

    def clear(self) -> None:
        """Look for nothing: all is lit."""
        self.set(MapFilter())

    def _show(self, filter: MapFilter) -> None:
        self._scene.show_filter(filter)
        self.bar.show_filter(filter, self.choices())
        self._count()

    def _drop(self, group: str, key: object) -> None:
        now = self._scene.filter
        if group == "words":
            self.set(replace(now, words=""))
        else:
            self.set(replace(now, **{group: getattr(now, group) - {key}}))

    def _key(self) -> str:
        path = sha256(str(self.workspace.file.path).encode()).hexdigest()[:12]
        return f"journeys/filter-{path}-{self._journey}"

    def _count(self) -> None:
        if self._scene.filter.active:
            cards = self._scene.data.cards
            lit = sum(self._scene.filter.keeps(card) for card in cards)
            self.bar.show_count(lit, len(cards))

    # -- what there is -----------------------------------------------------------------

    def choices(self) -> Choices:
        """What this map has to look for."""
        data: MapData = self._scene.data
        there = {id for card in data.cards for id in card.departments}
        departments = self.workspace.file.all(Department)
        tags = sorted({tag for card in data.cards for tag in card.tags}, key=str.casefold)
        return {
            "personas": {int(c.persona_id): c.name or c.code for c in data.curves},
            "departments": {d.id: d.name or d.code for d in departments if d.id in there},
            "tags": {tag: f"#{tag}" for tag in tags},
            "strengths": {
                **{key: _(text) for key, text in STRENGTHS.items()},
                "none": pgettext("persona", "assumption"),
            },
        }

    def open_under(self, button: QWidget) -> None:
        """The panel to choose in."""
        popup = FilterPopup(self._scene.filter, self.choices(), self.set, self._parent)
        popup.open_under(button)
        popup.words.setFocus()


class FilterPopup(Popover):
    """Words, and chips by group; each press counts at once."""

    def __init__(
        self,
        filter: MapFilter,
        choices: Choices,
        then: Callable[[MapFilter], object],
        parent: QWidget,
    ) -> None:
        super().__init__(_("Filter"), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filter, self._then = filter, then
        self.words = widgets.SearchField(_("Words on the card"))
        self.words.setText(filter.words)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(150)
        self._later.timeout.connect(self._on_words)
        self.words.textChanged.connect(self._start)
        self.column.addWidget(self.words)
        self.chips: dict[tuple[str, str | int], TagChip] = {}
        for group, title in GROUPS.items():
            if choices[group]:
                self._add_group(group, _(title), choices[group])

    def _add_group(self, group: str, title: str, there: dict[str | int, str]) -> None:
        head = widgets.Label(title, "label", "text_2")
        head.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.column.addWidget(head)
        holder = QWidget()
        flow = FlowLayout(theme.px(6), holder)
        flow.setContentsMargins(0, 0, 0, theme.px(4))
        for key, text in there.items():
            mark = str(key) if group == "strengths" else ""
            chip = TagChip(str(key), key in getattr(self.filter, group), text, mark)
            chip.clicked.connect(chip.toggle)
            chip.on_toggle = partial(self._toggle, group, key)
            self.chips[group, key] = chip
            flow.addWidget(chip)
        self.column.addWidget(holder)

    def _toggle(self, group: str, key: str | int, _text: str) -> None:
        wanted = getattr(self.filter, group) ^ {key}
        self.filter = replace(self.filter, **{group: wanted})
        self._then(self.filter)

    def _start(self) -> None:
        self._later.start()

    def _on_words(self) -> None:
        self.filter = replace(self.filter, words=self.words.text())
        self._then(self.filter)


class FilterBar(QWidget):
    """One quiet line under the head while something is looked for."""

    cleared = Signal()
    dropped = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._chips = QHBoxLayout()
        self._chips.setSpacing(6)
        self._count = widgets.Label("", "small", "text_3")
        clear = widgets.link(_("Clear"))
        clear.clicked.connect(self.cleared)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(12), theme.px(4))
        row.setSpacing(8)
        row.addWidget(widgets.Label(_("Showing"), "small", "text_2"))
        row.addLayout(self._chips)
        row.addWidget(self._count)
        row.addWidget(clear)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row)
        whole.addWidget(widgets.Hairline())
        self.hide()

    def show_filter(self, filter: MapFilter, choices: Choices) -> None:
        """A chip for everything that is looked for."""
        while item := self._chips.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for group in GROUPS:
            self._add(group, getattr(filter, group), choices[group])
        if filter.words.strip():
            self._add("words", ("words",), {"words": f"“{filter.words.strip()}”"})
        self.setVisible(filter.active)

    def _add(self, group: str, keys: Iterable[str | int], words: dict[str | int, str]) -> None:
        there = list(words)
        for key in sorted(keys, key=lambda k: there.index(k) if k in there else len(there)):
            mark: Any = str(key) if group == "strengths" else ""
            chip = widgets.Chip(words.get(key, str(key)), "accent", removable=True, mark=mark)
            chip.removed.connect(partial(self.dropped.emit, group, key))
            self._chips.addWidget(chip)

    def show_count(self, lit: int, of: int) -> None:
        """How many cards are found."""
        self._count.setText(_("{lit} of {count} cards").format(lit=lit, count=of))
