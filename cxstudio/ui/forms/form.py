"""A form: one calm column of labelled fields, bound to one record at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Record
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import Binding, Writer, bind
from cxstudio.ui.forms.drops import LinkDrops
from cxstudio.ui.forms.fields import (
    ChoiceField,
    DateField,
    LineField,
    NumberField,
    ParagraphField,
    ScaleField,
)
from cxstudio.ui.forms.marking import Marking
from cxstudio.ui.forms.money_field import MoneyField
from cxstudio.ui.forms.source_field import SourceField
from cxstudio.ui.forms.switch_field import SwitchField
from cxstudio.ui.workspace import Workspace


class Form(widgets.ScrollColumn):
    """Fields for records of one class; `show(id)` fills them.

    Every method that adds a field takes the attribute, its label and, where it
    helps, an example as placeholder; it returns the field. With `claim=True` the
    label carries the mark of the evidence behind this very field, and a click on
    it shows that evidence in the panel.
    """

    def __init__(
        self, workspace: Workspace, cls: type[Record], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.workspace, self.cls = workspace, cls
        self.id: int | None = None
        self._bindings: list[Binding] = []
        self._marks: list[_ClaimLabel] = []
        self._drops = [LinkDrops(workspace, self, self.end)]
        self._references: list[tuple[ChoiceField, type[Record], str]] = []
        self._row: QHBoxLayout | None = None
        workspace.changed.connect(self._on_changed)

    # -- what it shows -----------------------------------------------------------

    def show_record(self, id: int | None) -> None:
        self.id = id
        for binding in self._bindings:
            binding.show(id)
        self._refresh_marks()

    def end(self, field: str = "") -> End | None:
        """What a record dropped here is linked to, and a text speaks of: a claim's own field, else
        the record."""
        return None if self.id is None else End(self.cls.__tablename__, self.id, field)

    # -- layout ------------------------------------------------------------------

    def section(self, title: str, hint: str = "") -> widgets.SectionTitle:
        """Begin a group of fields under a title."""
        if self.body.count():
            self.body.addSpacing(theme.px(16))
        made = widgets.SectionTitle(title, hint)
        self.add(made)
        return made

    def beside(self) -> _Beside:
        """`with form.beside(): …` puts the fields side by side."""
        return _Beside(self)

    def add_field(
        self,
        field: Any,
        attribute: str,
        label: str,
        *,
        hint: str = "",
        claim: bool = False,
        writer: Writer | None = None,
        action: QWidget | None = None,
    ) -> Any:
        """Place any field under its label and bind it; an action stands at the label's right."""
        field.setAccessibleName(label)
        cell = QVBoxLayout()
        cell.setSpacing(theme.px(4))
        cell.addLayout(_line(self._label_of(field, attribute, label, claim), action))
        cell.addWidget(field)
        if hint:
            cell.addWidget(widgets.Label(hint, "small", "text_3", wrap=True))
        fault = widgets.Label("", "small", "error", wrap=True)
        fault.hide()
        cell.addWidget(fault)
        edit = _("Edit {field}").format(field=label)
        binding = bind(self.workspace, field, self.cls, attribute, edit, writer)
        binding.faulted.connect(_Fault(field, fault).show)
        target = partial(self.end, attribute if claim else "")
        self._drops.append(LinkDrops(self.workspace, field, target))
        self._bindings.append(binding)
        self._place(cell)
        return field

    def _label_of(self, field: QWidget, attribute: str, label: str, claim: bool) -> QWidget:
        if not claim:
            text = widgets.Label(label, "label", "text_2")
            text.setBuddy(field)
            return text
        mark = _ClaimLabel(self, attribute, label)
        self._marks.append(mark)
        return mark

    def _place(self, cell: QVBoxLayout) -> None:
        holder = QWidget()
        cell.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(cell)
        if self._row is None:
            self.add(holder)
        else:
            self._row.addWidget(holder, 1, Qt.AlignmentFlag.AlignTop)

    # -- fields ------------------------------------------------------------------

    def line(
        self,
        attribute: str,
        label: str,
        example: str = "",
        *,
        hint: str = "",
        claim: bool = False,
        source: bool = False,
    ) -> LineField:
        """One line of text; a `source` may name evidence, which is found as for a text."""
        made = SourceField(self.workspace, self.end, example) if source else LineField(example)
        field: LineField = self.add_field(made, attribute, label, hint=hint, claim=claim)
        return field

    def text(
        self,
        attribute: str,
        label: str,
        example: str = "",
        *,
        lines: int = 3,
        hint: str = "",
        claim: bool = False,
        marks: bool = False,
    ) -> ParagraphField:
        """Text of several lines; with `marks` one that is printed with its marks of evidence."""
        made = ParagraphField(example, lines)
        action = Marking(self.workspace, made, self.end).button() if marks else None
        field: ParagraphField = self.add_field(
            made, attribute, label, hint=hint, claim=claim, action=action
        )
        return field

    def number(
        self,
        attribute: str,
        label: str,
        low: float | None = None,
        high: float | None = None,
        *,
        whole: bool = False,
        percent: bool = False,
        positive: bool = False,
        example: str = "",
        hint: str = "",
    ) -> NumberField:
        made = NumberField(
            low, high, whole=whole, percent=percent, positive=positive, placeholder=example
        )
        field: NumberField = self.add_field(made, attribute, label, hint=hint)
        return field

    def money(self, attribute: str, label: str, *, example: str = "") -> MoneyField:
        made = MoneyField(self.workspace, placeholder=example)
        field: MoneyField = self.add_field(made, attribute, label)
        return field

    def date(
        self, attribute: str, label: str, *, hint: str = "", writer: Writer | None = None
    ) -> DateField:
        field: DateField = self.add_field(DateField(), attribute, label, hint=hint, writer=writer)
        return field

    def switch(self, attribute: str, label: str, text: str) -> SwitchField:
        field: SwitchField = self.add_field(SwitchField(text), attribute, label)
        return field

    def scale(
        self, attribute: str, label: str, steps: Sequence[tuple[Any, str]], *, hint: str = ""
    ) -> ScaleField:
        field: ScaleField = self.add_field(ScaleField(steps, label), attribute, label, hint=hint)
        return field

    def choice(
        self,
        attribute: str,
        label: str,
        options: Mapping[Any, str] | Sequence[tuple[Any, str]],
        none: str = "",
    ) -> ChoiceField:
        field: ChoiceField = self.add_field(ChoiceField(options, none), attribute, label)
        return field

    def word(self, attribute: str, label: str, group: str) -> ChoiceField:
        """A choice among the fixed words of `model.words`."""
        words = {key: _(text) for key, text in WORDS[group].items()}
        return self.choice(attribute, label, words)

    def reference(
        self, attribute: str, label: str, cls: type[Record], none: str = ""
    ) -> ChoiceField:
        """A choice among the records of a class, kept up to date."""
        none = none or _("None")
        field = self.choice(attribute, label, self._labels(cls), none)
        self._references.append((field, cls, none))
        return field

    def _labels(self, cls: type[Record]) -> list[tuple[int, str]]:
        return [(r.id, r.label or _("Untitled")) for r in self.workspace.file.all(cls)]

    # -- being told --------------------------------------------------------------

    def _on_changed(self, changes: ChangeSet) -> None:
        for field, cls, none in self._references:
            if changes.touches(cls.__tablename__):
                field.set_options(self._labels(cls), none)
        if changes.touches("link") or changes.touches("evidence"):
            self._refresh_marks()

    def _refresh_marks(self) -> None:
        for mark in self._marks:
            mark.refresh()


def _line(label: QWidget, action: QWidget | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(label, 1)
    if action is not None:
        row.addWidget(action)
    return row


class _Beside:
    def __init__(self, form: Form) -> None:
        self._form = form

    def __enter__(self) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        self._form.add(holder)
        self._form._row = row

    def __exit__(self, *exc: object) -> None:
        self._form._row = None


class _Fault(QObject):
    """Shows a field's fault inline under it; lives as long as the field."""

    def __init__(self, field: QWidget, label: widgets.Label) -> None:
        super().__init__(field)
        self._field, self._label = field, label

    def show(self, text: str) -> None:
        self._label.setText(text)
        self._label.setVisible(bool(text))
        if bool(self._field.property("fault")) != bool(text):
            self._field.setProperty("fault", bool(text))
            widgets.restyle(self._field)


class _ClaimLabel(QWidget):
    """A label with the mark of what stands behind the field; a click shows it in the panel."""

    def __init__(self, form: Form, attribute: str, label: str) -> None:
        super().__init__()
        self._form, self._attribute = form, attribute
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self._mark = widgets.EvidenceMark("none")
        row.addWidget(self._mark)
        self._button = widgets.link(label)
        self._button.setToolTip(_("Show what this field rests on"))
        self._button.clicked.connect(self._show)
        row.addWidget(self._button)
        row.addStretch(1)

    def refresh(self) -> None:
        if self._form.id is not None:
            end = End(self._form.cls.__tablename__, self._form.id, self._attribute)
            self._mark.set_strength(self._form.workspace.chain.strength(end))

    def _show(self) -> None:
        if self._form.id is not None:
            kind = self._form.cls.__tablename__
            self._form.workspace.select(End(kind, self._form.id, self._attribute))
