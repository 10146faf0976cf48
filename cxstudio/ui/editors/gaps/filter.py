"""Which gaps are shown: words, and one department, stage, state, backing or cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _
from cxstudio.model.chain import STRENGTHS
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps.rows import GapRow
from cxstudio.ui.forms.fields import ChoiceField

AROUND = 54  # the edges and the arrow of a choice, beside its words


@dataclass(frozen=True)
class Filter:
    """None lets every gap through; an empty name those that have none."""

    text: str = ""
    department: str | None = None
    stage: str | None = None
    state: str | None = None
    strength: str | None = None
    cluster: str | None = None
    gap_kind: str | None = None
    touchpoint: str | None = None

    @property
    def all(self) -> bool:
        return self == Filter()

    def keeps(self, row: GapRow) -> bool:
        """Whether the row is shown."""
        plain = (f.name for f in fields(self) if f.name not in ("text", "department"))
        wanted = ((name, getattr(self, name)) for name in plain)
        fits = all(value is None or getattr(row, name) == value for name, value in wanted)
        if self.department is not None:  # a gap that is shared is found with each that shares it
            fits = fits and self.department in (row.departments or ("",))
        return fits and self.text.strip().casefold() in row.words


class FilterBar(QWidget):
    """The line under the head where the filter is set; `changed` on the user's choice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.filter = Filter()
        self.search = widgets.SearchField(_("Filter by words"))
        self.search.textChanged.connect(self._read)
        self._choices = {
            name: self._choice(title, none)
            for name, title, none in (
                ("department", _("Department"), _("All departments")),
                ("stage", _("Stage"), _("All stages")),
                ("state", _("State"), _("All states")),
                ("strength", _("Backing"), _("All backing")),
                ("touchpoint", _("Touchpoint"), _("All touchpoints")),
                ("gap_kind", _("Kind"), _("All kinds")),
                ("cluster", _("Cluster"), _("All clusters")),
            )
        }
        self._none = {name: choice.itemText(0) for name, choice in self._choices.items()}
        clear = widgets.link(_("Show all"))
        clear.clicked.connect(self.clear)
        self.search.setFixedWidth(theme.px(184))
        row = widgets.FlowLayout(theme.px(8))
        for part in (self.search, *self._choices.values(), clear):
            row.addWidget(part)
        self.setLayout(row)

    def _choice(self, title: str, none: str) -> ChoiceField:
        choice = ChoiceField({}, none)
        choice.setProperty("small", True)
        choice.setAccessibleName(title)
        metrics = QFontMetrics(theme.font("small"))
        choice.setFixedWidth(metrics.horizontalAdvance(none) + theme.px(AROUND))
        choice.edited.connect(self._read)
        return choice

    def offer(self, rows: Sequence[GapRow]) -> None:
        """Offer what the gaps have; what was chosen and is gone no longer filters."""
        served = (name for row in rows for name in row.departments or ("",))
        self._set("department", _names(served), _("No department"))
        self._set("touchpoint", _names(row.touchpoint for row in rows), _("No touchpoint"))
        self._set("stage", _names(row.stage for row in rows), _("No step"))
        self._set("cluster", _names(row.cluster for row in rows), _("No cluster"))
        states = {row.state for row in rows}
        words = [(key, _(text)) for key, text in WORDS["gap_state"].items() if key in states]
        self._fill("state", words)
        kinds = {row.gap_kind for row in rows}
        named = [(key, _(text)) for key, text in WORDS["gap_kind"].items() if key in kinds]
        self._fill("gap_kind", named)
        found = {row.strength for row in rows}
        marks = [(s, widgets.strength_words(s)) for s in reversed(STRENGTHS) if s in found]
        self._fill("strength", marks)
        self._show(self.filter)

    def _set(self, name: str, names: list[str], empty: str) -> None:
        self._fill(name, [(text, text or empty) for text in names])

    def _fill(self, name: str, options: Sequence[tuple[str, str]]) -> None:
        self._choices[name].set_options(options, self._none[name])
        if getattr(self.filter, name) not in {None, *(key for key, _text in options)}:
            self.filter = replace(self.filter, **{name: None})  # type: ignore[arg-type]

    def use(self, wanted: Filter) -> None:
        """Set the whole filter."""
        self._show(wanted)
        self.filter = wanted
        self.changed.emit()

    def clear(self) -> None:
        self.use(Filter())

    def _show(self, wanted: Filter) -> None:
        self.search.blockSignals(True)
        self.search.setText(wanted.text)
        self.search.blockSignals(False)
        for name, choice in self._choices.items():
            choice.set_value(getattr(wanted, name))

    def _read(self, _text: str = "") -> None:
        chosen = {name: choice.value() for name, choice in self._choices.items()}
        self.filter = replace(self.filter, text=self.search.text(), **chosen)
        self.changed.emit()


def _names(found: Iterable[str]) -> list[str]:
    """Names in alphabetical order, the empty one last."""
    key: Callable[[str], tuple[bool, str]] = lambda name: (not name, name.casefold())  # noqa: E731
    return sorted(set(found), key=key)
