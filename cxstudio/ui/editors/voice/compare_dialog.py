"""Whether a difference is more than chance, said plainly: of waves, and of groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cxstudio.analysis.survey.comparing import Verdict
from cxstudio.formats import number
from cxstudio.i18n import N_, _
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.comparing_waves import Line
from cxstudio.ui.shell.dialog import Dialog

WIDTH, ROWS, ROW = 1040, 10, 36
WAVES, GROUPS = "waves", "groups"
HEADS = (N_("Compared"), "n", N_("Figure"), N_("Difference"), N_("95 % interval"), N_("Verdict"))
FIGURES = range(1, 5)
"""The columns of numbers, set to the right."""
TONES = {Verdict.HIGHER: "positive", Verdict.LOWER: "negative"}
SIGNS = {Verdict.HIGHER: "▲ ", Verdict.LOWER: "▼ "}


class CompareDialog(Dialog):
    """Both comparisons; the one that can be made is shown first."""

    def __init__(
        self,
        wave: str,
        what: str,
        waves: Sequence[Line],
        groups: Sequence[Line],
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent, _("Compare {what}").format(what=what), width=WIDTH)
        self._wave = wave
        self._lines = {WAVES: waves, GROUPS: groups}
        self.tabs = widgets.Segmented(
            [(WAVES, _("With other waves")), (GROUPS, _("Groups with all others"))],
            _("What is compared"),
        )
        self.tabs.chosen.connect(self.show_lines)
        self.table = _table()
        self._none = widgets.Label("", "body", "text_2", wrap=True)
        self.body.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.table)
        self.body.addWidget(self._none)
        self.add_button(widgets.filled(_("Close")), accepts=True)
        self.sentence.show()
        self.show_lines(WAVES if waves else GROUPS)

    def show_lines(self, key: str) -> None:
        """Show one of the two comparisons."""
        self.tabs.choose(key)
        self.sentence.setText(self._sentence(key))
        lines = self._lines[key]
        self.table.setVisible(bool(lines))
        self._none.setVisible(not lines)
        self._none.setText(
            _("There is no other wave with this figure.")
            if key == WAVES
            else _("Choose groups for the table's rows to compare them.")
        )
        self.table.setRowCount(len(lines))
        for row, line in enumerate(lines):
            self._fill(row, line)
        self.table.setFixedHeight(theme.px(ROW) * (min(len(lines), ROWS) + 1) + 4)

    def _sentence(self, key: str) -> str:
        rule = _("The more is compared at once, the larger a difference must be (Holm).")
        if key == WAVES:
            text = _("“{wave}” less each other wave, of the same people.").format(wave=self._wave)
        else:
            text = _("Each group less all other people of the wave.")
        return _("{sentence} {next}").format(sentence=text, next=rule)

    def _fill(self, row: int, line: Line) -> None:
        verdict = SIGNS.get(line.verdict, "") + line.words
        texts = (line.name, number(line.n), line.figure, line.difference, line.interval, verdict)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            right = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
            item.setTextAlignment(right | Qt.AlignmentFlag.AlignVCenter)
            if column == 5:
                item.setForeground(theme.colour(TONES.get(line.verdict, "text_2")))
            self.table.setItem(row, column, item)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(HEADS))
    table.setAccessibleName(_("Comparisons"))
    for column, text in enumerate(HEADS):
        head = QTableWidgetItem(_(text))
        side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
        head.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        table.setHorizontalHeaderItem(column, head)
    table.setProperty("rounded", True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(theme.px(ROW))
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table
