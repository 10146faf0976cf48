"""The line under the head: whose chain is shown, how it is folded, and what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.i18n import N_, _
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.fields import ChoiceField

CHOICES = {
    "persona": (N_("Persona"), N_("All personas")),
    "journey": (N_("Journey"), N_("All journeys")),
    "department": (N_("Department"), N_("All departments")),
}


class FilterLine(QWidget):
    """`changed` on another choice, `folding` when groups are to be folded or opened."""

    changed = Signal()
    beside_changed = Signal()
    folding = Signal(bool)
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choices: dict[str, ChoiceField] = {}
        row = widgets.FlowLayout(theme.px(12))
        for kind, (title, none) in CHOICES.items():
            choice = ChoiceField({}, _(none))
            choice.setProperty("small", True)
            choice.setAccessibleName(_(title))
            choice.setFixedWidth(theme.px(190))
            choice.edited.connect(self.changed)
            self._choices[kind] = choice
            row.addWidget(choice)
        self.beside = widgets.Toggle(_("Personas and touchpoints"))
        self.beside.setToolTip(_("Show what else rests on evidence, beside the pain points"))
        self.beside.toggled.connect(self.beside_changed)
        self.grouped = widgets.Toggle(_("Fold groups"))
        self.grouped.setToolTip(
            _("Evidence of one interview, pain points of one journey and the like, as one")
        )
        self.grouped.toggled.connect(self.folding)
        clear = widgets.link(_("Show all"))
        clear.clicked.connect(self.cleared)
        for part in (self.beside, self.grouped, clear):
            row.addWidget(part)
        inner = QVBoxLayout()
        inner.setContentsMargins(*(theme.px(side) for side in (24, 8, 24, 8)))
        inner.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(inner)
        column.addWidget(widgets.Hairline())

    @property
    def places(self) -> frozenset[str]:
        """What is chosen, such as "journey:3"."""
        return frozenset(v for c in self._choices.values() if (v := c.value()) is not None)

    def offer(self, names: Mapping[str, str]) -> None:
        """Offer the places there are; a choice that is gone is taken back."""
        for kind, choice in self._choices.items():
            options = [(key, name) for key, name in names.items() if key.startswith(f"{kind}:")]
            choice.set_options(options, _(CHOICES[kind][1]))
            if choice.currentIndex() < 0:
                choice.set_value(None)

    def clear(self) -> None:
        """Everything, without telling."""
        for choice in self._choices.values():
            choice.set_value(None)

    def show_grouped(self, grouped: bool) -> None:
        """Whether groups are folded, without telling."""
        self.grouped.blockSignals(True)
        self.grouped.setChecked(grouped)
        self.grouped.blockSignals(False)
