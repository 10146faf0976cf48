"""Choosing of whom figures tell: questions on the left, their answers to be ticked on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from cxstudio.analysis.survey.asked import Asked
from cxstudio.i18n import _
from cxstudio.ui import theme, widgets
from cxstudio.ui.widgets.popover import Popover

WIDTH, HEIGHT = 520, 320


class PeopleFilter(Popover):
    """Each tick counts at once: `then` is given the question with the people chosen so far."""

    def __init__(
        self,
        asked: Asked,
        titles: Mapping[str, str],
        labels: Callable[[str], Sequence[tuple[str, int]]],
        then: Callable[[Asked], object],
        parent: QWidget,
    ) -> None:
        super().__init__(self.title_text(), parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(theme.px(WIDTH))
        self.asked, self._labels, self._then = asked, labels, then
        self.questions = _List(_("Question"))
        self.answers = _List(_("Answers that count"))
        for name, title in titles.items():
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.questions.addItem(item)
        self._lay_out()
        self.questions.currentItemChanged.connect(self._show_answers)
        self.answers.itemChanged.connect(self._on_tick)
        self.questions.setCurrentRow(self._first(list(titles)))
        self._mark_questions()

    # -- what is chosen --------------------------------------------------------------

    def title_text(self) -> str:
        """What is chosen here."""
        return _("Which people")

    def all_text(self) -> str:
        """What nothing chosen means."""
        return _("All people")

    def chosen(self) -> dict[str, Sequence[str]]:
        """The labels chosen of each question."""
        return dict(self.asked.people)

    def choosing(self, question: str, labels: Sequence[str]) -> Asked:
        """The question with these labels of one of its groups, none for all."""
        return self.asked.of(question, labels)

    def ticked(self, question: str) -> Sequence[str]:
        """The labels that bear a tick."""
        return self.chosen().get(question, ())

    # -- showing ---------------------------------------------------------------------

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.questions, 2)
        row.addWidget(self.answers, 3)
        clear = widgets.link(self.all_text())
        clear.clicked.connect(self.clear)
        self.column.addLayout(row)
        self.column.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)

    def _first(self, names: Sequence[str]) -> int:
        """The question that is filtered already, else the first."""
        return next((names.index(name) for name in self.chosen() if name in names), 0)

    @property
    def question(self) -> str:
        """The name of the question that is open."""
        item = self.questions.currentItem()
        return "" if item is None else str(item.data(Qt.ItemDataRole.UserRole))

    def clear(self) -> None:
        """Everybody counts again."""
        for name in self.chosen():
            self.asked = self.choosing(name, ())
        self._show_answers()
        self._mark_questions()
        self._then(self.asked)

    def _show_answers(self) -> None:
        chosen = self.ticked(self.question)
        self.answers.blockSignals(True)
        self.answers.clear()
        for label, n in self._labels(self.question):
            item = QListWidgetItem(f"{label}  {n:,}")
            item.setData(Qt.ItemDataRole.UserRole, label)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = label in chosen
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.answers.addItem(item)
        self.answers.blockSignals(False)

    def _on_tick(self) -> None:
        items = [self.answers.item(row) for row in range(self.answers.count())]
        chosen = [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]
        self.asked = self.choosing(self.question, chosen)
        self._mark_questions()
        self._then(self.asked)

    def _mark_questions(self) -> None:
        """The questions that choose some people stand in bold."""
        chosen = set(self.chosen())
        for row in range(self.questions.count()):
            item = self.questions.item(row)
            font = item.font()
            font.setBold(item.data(Qt.ItemDataRole.UserRole) in chosen)
            item.setFont(font)


class _List(QListWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedHeight(theme.px(HEIGHT))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
