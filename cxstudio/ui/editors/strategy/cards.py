"""Cards of the client's philosophy and objectives, written in place in reading size."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from cxstudio.i18n import _
from cxstudio.model import Objective, Principle, Record
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.forms.bind import bind
from cxstudio.ui.forms.fields import Field, LineField, ParagraphField, ScaleField
from cxstudio.ui.forms.panel_column import PanelColumn
from cxstudio.ui.forms.reading_text import ReadingText
from cxstudio.ui.forms.record_panel import RecordPanel


class PlainLine(LineField):
    """A line without a frame, in small letters, behind its label."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder)
        self.setProperty("bare", True)
        self.setProperty("small", True)


class StrategyCard(RecordPanel):
    """Words, and below them where they stand and what we make of them."""

    def __init__(self, column: PanelColumn, id: int) -> None:
        super().__init__(column, id)
        self.mark = widgets.EvidenceMark("none")
        self.head.addWidget(self.mark)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)

    def _field(self, field: Field, cls: type[Record], attribute: str, label: str) -> None:
        assert isinstance(field, LineField | ParagraphField | ScaleField)
        field.setAccessibleName(label)
        named = _("Edit {field}").format(field=label)
        bind(self.workspace, field, cls, attribute, named).show(self.end.id)
        self.watch(field)

    def _row(self, label: str, field: LineField) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        title = widgets.Label(label, "small", "text_3")
        title.setFixedWidth(theme.px(72))
        row.addWidget(title)
        row.addWidget(field, 1)
        self.rows.addLayout(row)

    def refresh(self) -> None:
        strength = self.workspace.chain.strength(self.end)
        self.mark.set_strength(strength)
        self.mark.setVisible(strength != "none")  # the client's own words are no assumption


class PrincipleCard(StrategyCard):
    """A vision, a mission or a value."""

    def __init__(self, column: PanelColumn, id: int) -> None:
        super().__init__(column, id)
        kinds = [(key, _(text)) for key, text in WORDS["principle_kind"].items()]
        self.kind = ScaleField(kinds, _("Kind"))
        self.head.addWidget(self.kind)
        self.head.addStretch(1)
        self.text = ReadingText(_("A place that people come back to, and tell others about."))
        self.source = PlainLine(_("Annual report 2026, page 4, or who said it"))
        self.note = PlainLine(_("Said in every meeting, found in no budget"))
        self.body.addWidget(self.text)
        self.body.addLayout(self.rows)
        self._row(_("Source"), self.source)
        self._row(_("Our note"), self.note)
        self._field(self.kind, Principle, "principle_kind", _("Kind"))
        self._field(self.text, Principle, "text", _("Words"))
        self._field(self.source, Principle, "source", _("Source"))
        self._field(self.note, Principle, "note", _("Our note"))
        self.add_menu_button()


class ObjectiveCard(StrategyCard):
    """What the business wants."""

    def __init__(self, column: PanelColumn, id: int) -> None:
        super().__init__(column, id)
        self.text = ReadingText(
            _("Two nights instead of one for every tenth guest, by the end of fiscal 2027.")
        )
        self.note = PlainLine(_("Who wants it, and how it will be seen"))
        self.head.addWidget(widgets.Label(_("Objective"), "code", "text_3"))
        self.head.addStretch(1)
        self.body.addWidget(self.text)
        self.body.addLayout(self.rows)
        self._row(_("Our note"), self.note)
        self._field(self.text, Objective, "text", _("Objective"))
        self._field(self.note, Objective, "note", _("Our note"))
        self.add_menu_button()
