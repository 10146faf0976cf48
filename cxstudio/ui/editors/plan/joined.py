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
from cxstudio.ui.roadmap import acts
from cxstudio.ui.shell.record_texts import describe
from cxstudio.ui.workspace import Workspace

WIDEST = 184


@dataclass(frozen=True)
class Join:
    """A class of join records: `mine` names the initiative, `other` the record of `cls`.

    `put` joins initiative and other, and gives a sentence when that must not be; `take` takes
    off what was made.
    """

    made: type[Record]
    mine: str
    other: str
    cls: type[Record]
    title: str
    add: str
    none: str
    put: Callable[[Workspace, int, int], str]
    take: Callable[[Workspace, int], None]


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
        fault = self.join.put(self.workspace, self.id, other)
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def take(self, made: int) -> None:
        """Take a joined record off."""
        self.join.take(self.workspace, made)


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
        _add_touchpoint,
        _take_touchpoint,
    )


def _add_touchpoint(workspace: Workspace, initiative: int, touchpoint: int) -> str:
    with workspace.change(_("Add a touchpoint")) as change:
        change.add(ChangedTouchpoint(initiative_id=initiative, touchpoint_id=touchpoint))
    return ""


def _take_touchpoint(workspace: Workspace, made: int) -> None:
    with workspace.change(_("Take a touchpoint off")) as change:
        change.delete(change.get(ChangedTouchpoint, made))


def dependencies() -> Join:
    """The initiatives that must end before it begins, joined as on the roadmap."""
    return Join(
        Dependency,
        "after_id",
        "before_id",
        Initiative,
        _("Begins only after"),
        _("Add an initiative that comes first"),
        _("Nothing must come first."),
        _wait,
        acts.disconnect,
    )


def _wait(workspace: Workspace, after: int, before: int) -> str:
    return acts.connect(workspace, acts.read(workspace), before, after)
