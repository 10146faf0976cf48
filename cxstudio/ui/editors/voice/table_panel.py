"""The table's panel: which figure, of whom down, within and across, and how it is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxstudio.analysis.survey.arranged import UNARRANGED
from cxstudio.analysis.survey.asked import Asked
from cxstudio.i18n import _, ngettext
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.voice.copying import table_data
from cxstudio.ui.editors.voice.panels import Empty, FigurePanel
from cxstudio.ui.editors.voice.score_table import ScoreTable
from cxstudio.ui.editors.voice.table_grid import Grid
from cxstudio.ui.editors.voice.table_legend import Legend

SHADES, BARS = "shades", "bars"


class TablePanel(FigurePanel):
    """`asked` with the question when another figure, group or order is chosen; `pressed` with the
    groups behind a cell, by their question."""

    asked = Signal(object)
    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("By group"), _("Use this table as evidence"))
        self._question = Asked()
        self._grid: Grid | None = None
        self._titles: dict[str, str] = {}
        self.measure, self.down, self.within, self.across = (_choice(name) for name in _names())
        self.groups = widgets.outline(_("Groups"), "list-filter", small=True)
        self.groups.clicked.connect(self.open_groups)
        self.look = widgets.Segmented(
            [(SHADES, _("Table")), (BARS, _("Bars"))], _("How the table looks")
        )
        self.look.chosen.connect(self.show_look)
        self.copying = widgets.icon_button("copy", _("Copy the table"), small=True)
        self.copying.clicked.connect(self.copy)
        self.table = ScoreTable()
        self.table.pressed.connect(self._on_press)
        self.table.column_pressed.connect(self._sort_rows)
        self.table.row_pressed.connect(self._sort_columns)
        self._empty = Empty()
        self._legend = Legend()
        self._left_out = widgets.Label("", "small", "text_3")
        self._lay_out()

    def _lay_out(self) -> None:
        for widget in (self.look, self.copying):
            self.head.insertWidget(self.head.count() - 1, widget)
        choices = QHBoxLayout()
        choices.setSpacing(theme.px(8))
        for choice in (self.measure, self.down, self.within, self.across):
            choice.activated.connect(self._on_choice)
            choices.addWidget(choice, 1)
        choices.addWidget(self.groups)
        choices.addStretch(0)
        foot = QHBoxLayout()
        foot.addWidget(self._legend)
        foot.addWidget(self._left_out, 1, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(choices)
        self.body.addWidget(self.table)
        self.body.addWidget(self._empty, 1)
        self.body.addLayout(foot)
        self.body.addStretch(1)

    def offer(self, groups: Mapping[str, str], measures: Mapping[str, str]) -> None:
        """What can be chosen: groups and measures of the wave, by name with what people read."""
        self._titles = dict(groups)
        self.measure.clear()
        for key, title in measures.items():
            self.measure.addItem(title, key)
        none = (_("No groups"), _("Not divided"), _("No groups"))
        for choice, words in zip((self.down, self.within, self.across), none, strict=True):
            choice.clear()
            choice.addItem(words, "")
            for name, title in groups.items():
                choice.addItem(title, name)

    def show_grid(self, asked: Asked, grid: Grid | None) -> None:
        """Show the figures for a question."""
        self._question, self._grid = asked, grid
        for choice, key in (
            (self.measure, asked.measure),
            (self.down, asked.down),
            (self.within, asked.within),
            (self.across, asked.across),
        ):
            choice.setCurrentIndex(max(choice.findData(key), 0))
        self.set_title(self._title_text(grid))
        self.set_note("")
        parts: tuple[QWidget, ...] = (self.table, self._legend, self.look, self.copying)
        for part in (*parts, self.groups):
            part.setVisible(grid is not None)
        self._empty.setVisible(grid is None)
        self._empty.say(_("Choose a group to compare people by it."))
        self._left_out.setText("")
        if grid is not None:
            self.table.setAccessibleName(self._title_text(grid))
            self.table.show_table(grid.shown)
            self._legend.show_measure(grid.shown.measure, grid.shown.scale)
            self._left_out.setText(self._left_out_text(asked, grid))

    def _left_out_text(self, asked: Asked, grid: Grid) -> str:
        if not grid.left_out:
            return ""
        if asked.arranged.chosen:
            text = ngettext("{n} group is not shown", "{n} groups are not shown", grid.left_out)
        else:
            text = ngettext(
                "{n} smaller group is not shown", "{n} smaller groups are not shown", grid.left_out
            )
        return text.format(n=grid.left_out)

    def copy(self) -> None:
        """Put the table on the clipboard, for Word and for a spreadsheet, as it is seen."""
        if self._grid is not None:
            data = table_data(self._grid.shown, intervals=self.table.bars)
            QGuiApplication.clipboard().setMimeData(data)

    def open_groups(self) -> None:
        """Choose which groups are shown."""
        from cxstudio.ui.editors.voice.groups_filter import GroupsFilter

        if self._grid is None:
            return
        titles = {name: self._titles[name] for name in self._grid.arranged.table.by}
        popup = GroupsFilter(self._question, self._grid, titles, self.asked.emit, self)
        popup.open_under(self.groups)
        popup.questions.setFocus()

    def _title_text(self, grid: Grid | None) -> str:
        if grid is None:
            return _("By group")
        what, names = self.measure.currentText(), [self._titles.get(n, n) for n in self._by(grid)]
        if len(names) == 1:
            return _("{what} by {down}").format(what=what, down=names[0])
        if len(names) == 2:
            text = _("{what} by {down} and {across}")
            return text.format(what=what, down=names[0], across=names[1])
        text = _("{what} by {down}, {within} and {across}")
        return text.format(what=what, down=names[0], within=names[1], across=names[2])

    def _by(self, grid: Grid) -> tuple[str, ...]:
        return grid.arranged.table.by

    # -- choosing ----------------------------------------------------------------------

    def _on_choice(self) -> None:
        chosen = replace(
            self._question,
            measure=str(self.measure.currentData()),
            down=str(self.down.currentData()),
            within=str(self.within.currentData()),
            across=str(self.across.currentData()),
        )
        before, after = self._groups_of(self._question), self._groups_of(chosen)
        if before != after:
            kept = tuple(one for one in chosen.arranged.chosen if one[0] in after)
            chosen = replace(chosen, arranged=replace(UNARRANGED, chosen=kept))
        if chosen != self._question:
            self.asked.emit(chosen)

    def _groups_of(self, asked: Asked) -> tuple[str, str, str]:
        return asked.down, asked.within, asked.across

    def _sort_rows(self, column: int) -> None:
        if self._grid is not None:
            turned = self._question.arranged.turned("rows", self._grid.across[column])
            self.asked.emit(replace(self._question, arranged=turned))

    def _sort_columns(self, row: int) -> None:
        if self._grid is not None:
            turned = self._question.arranged.turned("columns", self._grid.down[row])
            self.asked.emit(replace(self._question, arranged=turned))

    def show_look(self, key: str) -> None:
        """Shades or bars."""
        self.look.choose(key)
        self.table.show_bars(key == BARS)

    def _on_press(self, row: int, column: int) -> None:
        if self._grid is not None:
            self.pressed.emit(self._grid.behind(row, column))


def _names() -> tuple[str, str, str, str]:
    return _("Figure of the table"), _("Groups down"), _("Groups within rows"), _("Groups across")


def _choice(name: str) -> widgets.Choice:
    made = widgets.Choice()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setProperty("small", True)
    made.setMinimumWidth(theme.px(84))
    made.setMaximumWidth(theme.px(200))
    return made
