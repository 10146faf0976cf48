"""Proposed gaps by where they were found: each is taken, left, or brought back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QSizePolicy,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cxstudio.analysis.gaps.proposals.all import NAMES
from cxstudio.analysis.gaps.proposals.proposal import Proposal
from cxstudio.i18n import _, ngettext
from cxstudio.model import Department, Evidence, LeftProposal, Step, Touchpoint
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps import taking
from cxstudio.ui.editors.gaps.looking import Looking
from cxstudio.ui.shell.dialog import Dialog
from cxstudio.ui.workspace import Workspace

DATA = Qt.ItemDataRole.UserRole
WIDTH, HEIGHT, WORDS_HEIGHT = 820, 320, 144


class ProposalTree(QTreeWidget):
    """Space ticks, Enter takes, Delete leaves."""

    def __init__(self, dialog: ProposalsDialog) -> None:
        super().__init__()
        self._dialog = dialog
        self.setProperty("rounded", True)
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(_("Proposed gaps"))
        self.setFixedHeight(theme.px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._dialog.take()
        elif event.key() == Qt.Key.Key_Delete:
            self._dialog.leave()
        else:
            super().keyPressEvent(event)


class ProposalsDialog(Dialog):
    """Takes and leaves at once; `taken` are the ids of the gaps that were made."""

    def __init__(self, workspace: Workspace, parent: QWidget | None) -> None:
        sentence = _(
            "They follow from what is in the file and are not in the register yet. Each brings "
            "its evidence along. What you leave is not proposed again."
        )
        super().__init__(parent, _("Proposed gaps"), sentence, WIDTH)
        self.workspace = workspace
        self.taken: list[int] = []
        self.looking = Looking(workspace, self)
        self.looking.ended.connect(self._fill)
        self.by = widgets.Segmented(
            [("new", _("Proposed")), ("left", _("Left before"))], _("Which proposals")
        )
        self.by.chosen.connect(self._fill)
        self.tree = ProposalTree(self)
        self.tree.currentItemChanged.connect(self._show_one)
        self.tree.itemChanged.connect(self._on_ticked)
        self.title = widgets.Label("", "label", "text", wrap=True)
        self.why = widgets.Label("", "body", "text_2", wrap=True)
        self.facts = widgets.Label("", "small", "text_3", wrap=True)
        self.by.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        line = QHBoxLayout()
        line.addWidget(self.by)
        line.addStretch(1)
        keys = _("Space: tick · Enter: take · Delete: leave")
        line.addWidget(widgets.Label(keys, "small", "text_3"))
        self.body.addLayout(line)
        self.body.addWidget(self.tree)
        self.body.addWidget(self._words())
        self._add_buttons()
        workspace.changed.connect(self._on_changed)
        self.looking.look()
        self._fill()
        self.tree.setFocus()  # Space, Enter and Delete work at once

    def _words(self) -> QWidget:
        """What is said of the chosen one, as high for few words as for many: nothing jumps."""
        words = QWidget()
        words.setFixedHeight(theme.px(WORDS_HEIGHT))
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for part in (self.title, self.why, self.facts):
            column.addWidget(part)
        column.addStretch(1)
        return words

    def _add_buttons(self) -> None:
        close = self.add_button(widgets.quiet(_("Close")))
        close.clicked.connect(self.reject)
        self.back_button = self.add_button(widgets.outline(_("Bring back")))
        self.back_button.clicked.connect(self.bring_back)
        self.leave_button = self.add_button(widgets.outline(_("Leave")))
        self.leave_button.clicked.connect(self.leave)
        self.take_button = self.add_button(widgets.filled(_("Take")))
        self.take_button.clicked.connect(self.take)

    # -- showing -----------------------------------------------------------------------

    @property
    def found(self) -> list[Proposal]:
        """What is proposed."""
        return self.looking.found

    def _on_changed(self, _changes: ChangeSet) -> None:
        self.looking.look()
        self._fill()

    def done(self, result: int) -> None:
        """Nobody waits for the proposals any more."""
        self.looking.stop()
        super().done(result)

    def _fill(self, _key: str = "") -> None:
        """The proposals under their sources, or those that were left; place and ticks are kept."""
        at, ticked = self._row(), self._ticked()
        self.tree.blockSignals(True)
        self.tree.clear()
        left = self.workspace.file.all(LeftProposal)
        if self.by.key() == "new":
            self._fill_new()
        else:
            for one in left:
                self.tree.addTopLevelItem(_item(one.title, one.id))
        items = self._items()
        for item in items:
            if item.data(0, DATA) in ticked:
                item.setCheckState(0, Qt.CheckState.Checked)
        self.tree.expandAll()
        self.tree.blockSignals(False)
        if items:
            self.tree.setCurrentItem(items[min(at, len(items) - 1)])
        self._show_one()
        self._show_buttons()

    def _fill_new(self) -> None:
        for source, name in NAMES.items():
            group = [one for one in self.found if one.source == source]
            if not group:
                continue
            head = QTreeWidgetItem([f"{_(name)}  {len(group)}"])
            head.setFont(0, theme.font("body_strong"))
            head.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsAutoTristate
            )
            head.setCheckState(0, Qt.CheckState.Unchecked)
            self.tree.addTopLevelItem(head)
            for one in group:
                head.addChild(_item(one.title, one.key))

    def _items(self) -> list[QTreeWidgetItem]:
        """The lines of proposals from top to bottom."""
        tops = [self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount())]
        found: list[QTreeWidgetItem] = []
        for top in tops:
            if top is not None and top.data(0, DATA) is not None:
                found.append(top)
            elif top is not None:
                below = (top.child(n) for n in range(top.childCount()))
                found += [one for one in below if one is not None]
        return found

    def _row(self) -> int:
        item = self.tree.currentItem()
        if item is None:
            return 0
        key = item.data(0, DATA)
        keys = [one.data(0, DATA) for one in self._items()]
        return keys.index(key) if key in keys else 0

    def _show_one(self, *_items: object) -> None:
        item = self.tree.currentItem()
        key = item.data(0, DATA) if item else None
        one = next((one for one in self.found if one.key == key), None)
        self.title.setText(one.title if one else "")
        self.why.setText(_why(one) if one else self._nothing())
        self.facts.setText(self._facts(one) if one else "")
        self._show_buttons()

    def _nothing(self) -> str:
        if self._items():
            return ""
        if self.by.key() == "left":
            return _("Nothing has been left.")
        if self.looking.busy:
            return _("Looking through the maps, scores, KPIs and evidence…")
        if not self.looking.has_looked:
            return _("The file was not looked through. Close this and propose again.")
        return _("There is nothing to propose: what the file shows is in the register.")

    def _facts(self, one: Proposal) -> str:
        """Kind, place and suggested values, and what it rests on."""
        file = self.workspace.file
        step, touchpoint = file.get(Step, one.step_id), file.get(Touchpoint, one.touchpoint_id)
        names = [file.get(Department, id) for id in one.departments]
        parts = [_(WORDS["gap_kind"][one.kind])]
        parts += [place.label for place in (step, touchpoint, *names) if place is not None]
        values = (
            (_("importance {value}"), one.importance),
            (_("today {value}"), one.current),
            (_("target {value}"), one.target),
        )
        parts += [words.format(value=f"{value:g}") for words, value in values if value is not None]
        if one.reach is not None and one.reach.share is not None:
            parts.append(_("reach {percent} %").format(percent=f"{one.reach.share * 100:g}"))
        chain = self.workspace.chain
        ids = {id for end in one.rests_on for id in (*chain.evidence_of(end), *_itself(end))}
        pieces = file.all(Evidence, Evidence.id.in_(ids))
        codes = sorted(piece.code for piece in pieces)
        shown = " · ".join(parts)
        return f"{shown}\n{_('Evidence')}: {_(', ').join(codes)}" if codes else shown

    def _show_buttons(self) -> None:
        new = self.by.key() == "new"
        count = len(self._wanted())
        free = bool(count) and not self.workspace.read_only
        self.take_button.setVisible(new)
        self.leave_button.setVisible(new)
        self.back_button.setVisible(not new)
        for button in (self.take_button, self.leave_button, self.back_button):
            button.setEnabled(free)
        words = ngettext("Take {count} gap", "Take {count} gaps", count)
        self.take_button.setText(words.format(count=count) if count else _("Take"))

    def _on_ticked(self, *_item: object) -> None:
        self._show_buttons()

    # -- acting ------------------------------------------------------------------------

    def _wanted(self) -> list[object]:
        """Keys of what is ticked, or else of the chosen line."""
        current = self.tree.currentItem()
        chosen = (one.data(0, DATA) for one in self._items() if one is current)
        return self._ticked() or list(chosen)

    def _ticked(self) -> list[object]:
        ticked = (one for one in self._items() if one.checkState(0) == Qt.CheckState.Checked)
        return [one.data(0, DATA) for one in ticked]

    def _chosen(self) -> list[Proposal]:
        wanted = set(self._wanted())
        return [one for one in self.found if one.key in wanted]

    def take(self) -> None:
        """Put what is ticked, or the chosen one, into the register."""
        chosen = self._chosen()
        if chosen and not self.workspace.read_only and self.by.key() == "new":
            self.taken += taking.take(self.workspace, chosen)

    def leave(self) -> None:
        """Do not propose what is ticked, or the chosen one, again."""
        chosen = self._chosen()
        if chosen and not self.workspace.read_only and self.by.key() == "new":
            taking.leave(self.workspace, chosen)

    def bring_back(self) -> None:
        """Propose again what is ticked, or the chosen one."""
        ids = [int(str(key)) for key in self._wanted()]
        if ids and not self.workspace.read_only:
            taking.bring_back(self.workspace, ids)


def _why(one: Proposal) -> str:
    """What speaks for it, and where its reach comes from."""
    return f"{one.why} {one.reach.source}" if one.reach else one.why


def _itself(end: End) -> tuple[int, ...]:
    return (end.id,) if end.kind == "evidence" else ()


def _item(title: str, key: object) -> QTreeWidgetItem:
    item = QTreeWidgetItem([title])
    item.setToolTip(0, title)
    item.setData(0, DATA, key)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    return item
