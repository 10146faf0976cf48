"""Records joined to an initiative: more touchpoints, and what it waits for; chips and a choice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import ChangedTouchpoint, Coded, Dependency, Initiative, Record, Touchpoint
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.record_texts import describe
from cxstudio.ui.workspace import Workspace

WIDEST = 240


@dataclass(frozen=True)
class Join:
    """A class of join records: `mine` names the initiative, `other` the record of `cls`.

    `refused` gives a sentence when the other must not be joined, else "".
    """

    made: type[Record]
    mine: str
    other: str
    cls: type[Record]
    title: str
    add: str
    none: str
    label: str
    removed: str
    refused: Callable[[Workspace, int, int], str] = lambda _workspace, _mine, _other: ""


class JoinedChips(QWidget):
    """The joined records as chips that go there, each with a cross; a plus offers the others."""

    def __init__(self, workspace: Workspace, join: Join) -> None:
        super().__init__()
        self.workspace, self.join = workspace, join
        self.id: int | None = None
        self.ids: list[int] = []
        self._shown: list[tuple[int, int, str]] = []
        title = widgets.SectionTitle(join.title)
        self.add = widgets.icon_button("plus", join.add, small=True)
        self.add.clicked.connect(self._offer)
        title.add_action(self.add)
        self._none = widgets.Label(join.none, "small", "text_3", wrap=True)
        self._fault = widgets.Label("", "small", "error", wrap=True)
        self._fault.hide()
        self._chips = QWidget()
        self._flow = widgets.FlowLayout(theme.px(6))
        self._chips.setLayout(self._flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(4))
        for part in (title, self._chips, self._none, self._fault):
            column.addWidget(part)

    def show_initiative(self, id: int | None) -> None:
        """Show what is joined to this initiative now."""
        if id != self.id:
            self._fault.hide()
        self.id = id
        self.add.setEnabled(id is not None and not self.workspace.read_only)
        joined = [
            (made.id, record)
            for made in self._made()
            if (record := self.workspace.file.get(self.join.cls, getattr(made, self.join.other)))
        ]
        shown = [(made, record.id, record.label) for made, record in joined]
        if shown != self._shown:
            self._shown = shown
            self._flow.clear()
            for made, record in joined:
                self._add_chip(made, record)
        self.ids = [record.id for _made, record in joined]
        self._chips.setVisible(bool(self.ids))
        self._none.setVisible(not self.ids)
        self._chips.updateGeometry()

    def _made(self) -> list[Any]:
        column = getattr(self.join.made, self.join.mine)
        return list(self.workspace.file.all(self.join.made, column == self.id))

    def _add_chip(self, made: int, record: Any) -> None:
        texts = describe(self.workspace.file, record)
        metrics = QFontMetrics(theme.font("code"))
        elide = Qt.TextElideMode.ElideRight
        words = metrics.elidedText(texts.text, elide, theme.px(WIDEST))
        chip = widgets.Chip(
            f"{texts.code}  {words}".strip(),
            removable=not self.workspace.read_only,
            icon=texts.icon,
            clickable=True,
        )
        chip.setToolTip(f"{texts.head}\n{texts.text}")
        chip.clicked.connect(_Go(chip, self, record.kind, record.id, made).go)
        self._flow.addWidget(chip)

    def _offer(self) -> None:
        menu = widgets.menu(self)
        for record in self.workspace.file.all(self.join.cls):
            if record.id not in self.ids and not self._is_me(record.id):
                code = record.code if isinstance(record, Coded) else ""
                words = f"{code}  {record.label or _('Untitled')}"
                menu.addAction(words, partial(self.put, record.id))
        menu.exec(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _is_me(self, other: int) -> bool:
        return self.join.cls is Initiative and other == self.id

    def put(self, other: int) -> None:
        """Join a record, or say why it must not be."""
        if self.id is None or other in self.ids or self._is_me(other):
            return
        fault = self.join.refused(self.workspace, self.id, other)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        if not fault:
            with self.workspace.change(self.join.label) as change:
                change.add(self.join.made(**{self.join.mine: self.id, self.join.other: other}))

    def take(self, made: int) -> None:
        """Take a joined record off."""
        with self.workspace.change(self.join.removed) as change:
            change.delete(change.get(self.join.made, made))


class _Go(QObject):
    """What one chip does."""

    def __init__(
        self, chip: widgets.Chip, chips: JoinedChips, kind: str, id: int, made: int
    ) -> None:
        super().__init__(chip)
        self._chips, self._kind, self._id, self._made = chips, kind, id, made
        chip.removed.connect(self.take)

    def go(self) -> None:
        self._chips.workspace.go_to(self._kind, self._id)

    def take(self) -> None:
        self._chips.take(self._made)


def touchpoints() -> Join:
    """The touchpoints that an initiative changes beside its main one."""
    return Join(
        ChangedTouchpoint,
        "initiative_id",
        "touchpoint_id",
        Touchpoint,
        _("More touchpoints it changes"),
        _("Add a touchpoint"),
        _("Only the main one."),
        _("Add a touchpoint"),
        _("Take a touchpoint off"),
    )


def dependencies() -> Join:
    """The initiatives that must end before it begins."""
    return Join(
        Dependency,
        "after_id",
        "before_id",
        Initiative,
        _("Begins only after"),
        _("Add an initiative that comes first"),
        _("Nothing must come first."),
        _("Add a dependency"),
        _("Remove a dependency"),
        _circle,
    )


def _circle(workspace: Workspace, mine: int, other: int) -> str:
    """A sentence that names the loop which this dependency would close, else ""."""
    from cxstudio.analysis.schedule import Wait, loop

    waits = [Wait(one.before_id, one.after_id) for one in workspace.file.all(Dependency)]
    ids = loop([*waits, Wait(other, mine)])
    if not ids:
        return ""
    codes = [workspace.file.one(Initiative, id).code for id in ids]
    return _("Not added: they would wait for each other in a circle, {codes}.").format(
        codes=" → ".join(codes)
    )
