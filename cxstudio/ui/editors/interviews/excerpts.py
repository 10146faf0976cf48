"""All excerpts of one talk as cards, filtered by theme and feeling."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Evidence, Paragraph
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.interviews.marks import Mark, read_marks
from cxstudio.ui.evidence.cards import EvidenceCard
from cxstudio.ui.evidence.feelings import FEELINGS, feeling_word
from cxstudio.ui.workspace import Workspace


class Excerpts(QWidget):
    """`notes_pressed` asks to see an excerpt among the notes."""

    notes_pressed = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.interview_id: int | None = None
        self._cards: dict[int, EvidenceCard] = {}
        self._theme = widgets.Choice()
        self._theme.setAccessibleName(_("Theme"))
        self._feeling = widgets.Choice()
        self._feeling.setAccessibleName(_("Feeling"))
        self._column = widgets.ScrollColumn(max_width=720)
        self._count = widgets.Label("", "small", "text_3")
        self._fill_feelings()
        self._lay_out()
        self._theme.activated.connect(self.rebuild)
        self._feeling.activated.connect(self.rebuild)

    def _fill_feelings(self) -> None:
        self._feeling.addItem(_("All feelings"), None)
        for sentiment in FEELINGS:
            self._feeling.addItem(feeling_word(sentiment), sentiment)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(24), theme.px(16), theme.px(24), 0)
        row.setSpacing(theme.px(8))
        for choice in (self._theme, self._feeling):
            choice.setMinimumWidth(theme.px(160))
            row.addWidget(choice)
        row.addWidget(self._count)
        row.addStretch(1)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._column, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(filled)
        self._stack.addWidget(self._empty())

    def _empty(self) -> QWidget:
        return widgets.EmptyState(
            "highlighter",
            _("Excerpts are the words worth quoting."),
            _("Select words in the notes and press Ctrl+E. Insights and gaps will rest on them."),
        )

    def show_interview(self, id: int | None) -> None:
        self.interview_id = id
        self.rebuild()

    def rebuild(self) -> None:
        """The cards as the excerpts are now."""
        marks = {}
        if self.interview_id is not None:
            marks = read_marks(self.workspace.file, self.interview_id)
        self._fill_themes(marks)
        self._clear()
        chosen = [mark for mark in marks.values() if self._is_shown(mark)]
        for mark in self._in_order(chosen):
            self._add(mark)
        self._column.body.addStretch(1)
        shown, whole = len(chosen), len(marks)
        words = _("{shown} of {whole}").format(shown=shown, whole=whole)
        self._count.setText(words if shown != whole else "")
        self._stack.setCurrentIndex(0 if marks else 1)

    def _is_shown(self, mark: Mark) -> bool:
        theme_name, feeling = self._theme.currentData(), self._feeling.currentData()
        return (theme_name is None or theme_name in mark.themes) and (
            feeling is None or feeling == mark.sentiment
        )

    def _in_order(self, marks: list[Mark]) -> list[Mark]:
        """As they were said; excerpts that lost their place come last."""
        file = self.workspace.file
        where = Paragraph.interview_id == self.interview_id
        order = {paragraph.id: index for index, paragraph in enumerate(file.all(Paragraph, where))}
        records = {e.id: e for e in file.all(Evidence, Evidence.interview_id == self.interview_id)}

        def place(mark: Mark) -> tuple[int, int]:
            record = records[mark.id]
            return order.get(record.paragraph_id or 0, len(order)), record.begins or 0

        return sorted(marks, key=place)

    def _fill_themes(self, marks: dict[int, Mark]) -> None:
        now = self._theme.currentData()
        self._theme.clear()
        self._theme.addItem(_("All themes"), None)
        for name in sorted({name for mark in marks.values() for name in mark.themes}):
            self._theme.addItem(name, name)
        self._theme.setCurrentIndex(max(self._theme.findData(now), 0))

    def _clear(self) -> None:
        self._cards = {}
        while (item := self._column.body.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _add(self, mark: Mark) -> None:
        evidence = self.workspace.file.one(Evidence, mark.id)
        card = EvidenceCard(self.workspace, evidence, mark.themes)
        card.opened.connect(self._on_opened)
        if evidence.paragraph_id is not None:
            show = widgets.icon_button("text-cursor-input", _("Show in the notes"), small=True)
            show.setProperty("evidence", mark.id)
            show.clicked.connect(self._on_show)
            card.add_chip(show)
        self._cards[mark.id] = card
        self._column.add(card)

    def _on_opened(self, id: int) -> None:
        for other, card in self._cards.items():
            card.set_selected(other == id)
        self.workspace.select(End("evidence", id))

    def _on_show(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.notes_pressed.emit(int(sender.property("evidence")))
