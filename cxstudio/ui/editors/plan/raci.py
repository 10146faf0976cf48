"""The part that each department takes in an initiative: responsible, consulted, informed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Department, Initiative, Involvement
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.workspace import Workspace

PARTS = ("responsible", "consulted", "informed")


def letter(part: str) -> str:
    """R, A, C or I, in every language."""
    return part[0].upper()


class RaciGrid(QWidget):
    """A line a department; the accountable one is chosen above and stands first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self.lines: dict[int, widgets.Segmented] = {}
        self._shown: tuple[str, list[tuple[int, str]]] = ("", [])
        words = [f"{letter(key)} {_(text)}" for key, text in WORDS["raci_part"].items()]
        title = widgets.SectionTitle(_("Who takes part"))
        self.add = widgets.icon_button("plus", _("Add a department"), small=True)
        self.add.clicked.connect(self._offer)
        title.add_action(self.add)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(title)
        column.addLayout(self._grid)
        column.addWidget(widgets.Label(" · ".join(words), "small", "text_3", wrap=True))

    def show_initiative(self, id: int | None) -> None:
        """Show the parts in this initiative."""
        self.id = id
        self.add.setEnabled(id is not None and not self.workspace.read_only)
        initiative = self.workspace.file.get(Initiative, id)
        accountable = None if initiative is None else initiative.department_id
        names = {one.id: one.label or _("Untitled") for one in self.workspace.file.all(Department)}
        made = [
            one
            for one in ([] if initiative is None else self._made())
            if one.department_id in names and one.department_id != accountable
        ]
        lines = [(one.id, names[one.department_id]) for one in made]
        if (names.get(accountable or 0, ""), lines) != self._shown:
            self._shown = names.get(accountable or 0, ""), lines
            self._make(*self._shown)
        for one in made:
            line = self.lines[one.id]
            line.choose(one.part)
            line.setToolTip(_(WORDS["raci_part"].get(one.part, one.part)))

    def _make(self, accountable: str, lines: list[tuple[int, str]]) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.lines = {}
        if accountable:
            self._grid.addWidget(_name(accountable), 0, 0)
            chip = widgets.Chip(letter("accountable"), "accent")
            chip.setToolTip(_(WORDS["raci_part"]["accountable"]))
            self._grid.addWidget(chip, 0, 1, Qt.AlignmentFlag.AlignRight)
        for made, name in lines:
            self._add_line(made, name)

    def _made(self) -> list[Involvement]:
        return list(self.workspace.file.all(Involvement, Involvement.initiative_id == self.id))

    def _add_line(self, made: int, name: str) -> None:
        row = self._grid.rowCount()
        line = widgets.Segmented([(key, letter(key)) for key in PARTS], name)
        line.setEnabled(not self.workspace.read_only)
        off = widgets.icon_button("x", _("Take {name} off").format(name=name), small=True)
        off.setEnabled(not self.workspace.read_only)
        act = _Line(line, self, made)
        line.chosen.connect(act.choose)
        off.clicked.connect(act.take)
        self._grid.addWidget(_name(name), row, 0)
        self._grid.addWidget(line, row, 1)
        self._grid.addWidget(off, row, 2)
        self.lines[made] = line

    def _offer(self) -> None:
        initiative = self.workspace.file.get(Initiative, self.id)
        if initiative is None:
            return
        known = {made.department_id for made in self._made()} | {initiative.department_id}
        menu = widgets.menu(self)
        for one in self.workspace.file.all(Department):
            if one.id not in known:
                menu.addAction(one.label or _("Untitled"), partial(self.put, one.id))
        menu.exec(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def put(self, department: int, part: str = "consulted") -> None:
        """Let a department take part."""
        with self.workspace.change(_("Add a department")) as change:
            change.add(Involvement(initiative_id=self.id, department_id=department, part=part))


def _name(text: str) -> widgets.Label:
    return widgets.Label(text, "body", "text")


class _Line(QObject):
    """What one line writes."""

    def __init__(self, line: widgets.Segmented, grid: RaciGrid, made: int) -> None:
        super().__init__(line)
        self._workspace, self._made = grid.workspace, made

    def choose(self, part: str) -> None:
        with self._workspace.change(_("Change the part of a department")) as change:
            change.get(Involvement, self._made).part = part

    def take(self) -> None:
        with self._workspace.change(_("Take a department off")) as change:
            change.delete(change.get(Involvement, self._made))
