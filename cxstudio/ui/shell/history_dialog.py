"""The history that stays in the file, and its named snapshots."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cxstudio import formats, i18n
from cxstudio.i18n import N_, _
from cxstudio.model import record_classes
from cxstudio.model.words import WORDS
from cxstudio.store.history import Entry
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.dialog import Dialog, ask
from cxstudio.ui.workspace import Workspace

PAGE = 200
STEPS = {
    "change": N_("Change"),
    "undo": N_("Undone"),
    "redo": N_("Done again"),
    "restore": N_("Restored"),
    "snapshot": N_("Snapshot taken"),
}
ID = Qt.ItemDataRole.UserRole


def ask_snapshot(parent: QWidget, workspace: Workspace) -> None:
    """Ask for a name and take a snapshot."""
    dialog = Dialog(
        parent,
        _("Take a snapshot"),
        _("The engagement as it is now, kept under a name; it can be looked at and restored."),
    )
    day = formats.day(dt.datetime.now().astimezone(), i18n.language())
    field = QLineEdit(_("Before the workshop, {day}").format(day=day))
    field.selectAll()
    dialog.add_field(_("Name"), field)
    dialog.add_cancel()
    dialog.add_button(widgets.filled(_("Take snapshot"), "save"), accepts=True)
    field.setFocus()
    if dialog.exec() == QDialog.DialogCode.Accepted and field.text().strip():
        workspace.flush_requested.emit()
        workspace.file.take_snapshot(field.text().strip())
        workspace.say(_("Snapshot “{name}” taken.").format(name=field.text().strip()))


class HistoryDialog(Dialog):
    """What was done, when and by whom; and the snapshots, to look at or restore."""

    def __init__(self, parent: QWidget, workspace: Workspace) -> None:
        super().__init__(parent, _("History and snapshots"), width=760)
        self._workspace = workspace
        self._tabs = widgets.Segmented(
            [("snapshots", _("Snapshots")), ("history", _("History"))], _("Show")
        )
        self._stack = QStackedWidget()
        self._stack.setFixedHeight(theme.px(400))
        self._snapshots = self._tree([_("Name"), _("Taken"), _("By")])
        self._history = self._tree([_("What"), _("When"), _("Who"), _("Records")])
        self._stack.addWidget(self._snapshot_side())
        self._stack.addWidget(self._history_side())
        self.body.addWidget(self._tabs, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._stack)
        self._tabs.choose("snapshots")
        self._tabs.chosen.connect(self._on_tab)
        self.add_button(widgets.outline(_("Close")), accepts=True)
        self._fill_snapshots()
        self._fill_history()

    def _on_tab(self, key: str) -> None:
        self._stack.setCurrentIndex(0 if key == "snapshots" else 1)

    def _tree(self, heads: list[str]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setHeaderLabels(heads)
        tree.setAccessibleName(heads[0])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setProperty("rounded", True)
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tree.setColumnWidth(0, theme.px(330))
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    # -- snapshots -----------------------------------------------------------------

    def _snapshot_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._snapshots, 1)
        self._none = widgets.Label(
            _("No snapshot yet. Take one before a workshop, to be able to go back to it."),
            "small",
            "text_3",
            wrap=True,
        )
        column.addWidget(self._none)
        row = QHBoxLayout()
        take = widgets.outline(_("Take a snapshot"), "save")
        take.clicked.connect(self._take)
        take.setEnabled(not self._workspace.read_only)
        self._look = widgets.outline(_("Look at it"), "eye")
        self._look.clicked.connect(self._look_at)
        self._restore = widgets.filled(_("Restore"), "archive-restore")
        self._restore.clicked.connect(self._restore_chosen)
        row.addWidget(take)
        row.addStretch(1)
        row.addWidget(self._look)
        row.addWidget(self._restore)
        column.addLayout(row)
        self._snapshots.itemSelectionChanged.connect(self._show_buttons)
        return side

    def _fill_snapshots(self) -> None:
        self._snapshots.clear()
        for snapshot in self._workspace.file.snapshots():
            texts = [snapshot.name, formats.cell_moment(snapshot.at, i18n.language()), snapshot.who]
            item = QTreeWidgetItem(self._snapshots, texts)
            item.setData(0, ID, snapshot.id)
        first = self._snapshots.topLevelItem(0)
        self._none.setVisible(first is None)
        if first is not None:
            self._snapshots.setCurrentItem(first)
        self._show_buttons()

    def _chosen(self) -> tuple[int, str] | None:
        items = self._snapshots.selectedItems()
        return (items[0].data(0, ID), items[0].text(0)) if items else None

    def _show_buttons(self) -> None:
        chosen = self._chosen() is not None
        self._look.setEnabled(chosen)
        self._restore.setEnabled(chosen and not self._workspace.read_only)

    def _take(self) -> None:
        ask_snapshot(self, self._workspace)
        self._fill_snapshots()
        self._fill_history()

    def _look_at(self) -> None:
        from cxstudio.ui.shell.snapshot_window import SnapshotWindow

        if chosen := self._chosen():
            id, name = chosen
            SnapshotWindow(self, self._workspace, id, name).exec()

    def _restore_chosen(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        id, name = chosen
        sentence = _(
            "Everything goes back to how it was in “{name}”. This is one step, and can be undone."
        )
        if ask(self, _("Restore the snapshot"), sentence.format(name=name), _("Restore")):
            self._workspace.flush_requested.emit()
            self._workspace.file.restore_snapshot(id)
            self._workspace.say(_("Restored “{name}”.").format(name=name), undo=True)
            self.accept()

    # -- history -------------------------------------------------------------------

    def _history_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._history, 1)
        hint = _("Double-click goes to the record, where it still exists.")
        row = QHBoxLayout()
        row.addWidget(widgets.Label(hint, "small", "text_3"), 1)
        self._more = widgets.outline(_("Show earlier"), small=True)
        self._more.clicked.connect(self._fill_history)
        row.addWidget(self._more)
        column.addLayout(row)
        self._history.doubleClicked.connect(self._go)
        self._oldest: int | None = None
        return side

    def _fill_history(self) -> None:
        entries = self._workspace.file.history(PAGE, self._oldest)
        for entry in entries:
            when = formats.cell_moment(entry.at.astimezone(), i18n.language())
            step = _(STEPS.get(entry.step, entry.step))
            label = entry.label
            if entry.step != "change":
                label = _("{verb}: {step}").format(verb=step, step=label)
            item = QTreeWidgetItem(self._history, [label, when, entry.who, touched_words(entry)])
            place = next((t for t in entry.touched if t.how != "delete"), None)
            item.setData(0, ID, (place.kind, place.id) if place else None)
            self._oldest = entry.id
        self._more.setEnabled(len(entries) == PAGE)

    def _go(self, index: QModelIndex) -> None:
        place = index.siblingAtColumn(0).data(ID)
        if place and self._workspace.file.get(record_classes()[place[0]], place[1]) is not None:
            self.accept()
            self._workspace.go_to(*place)


def touched_words(entry: Entry) -> str:
    """What kinds of records a step touched, with how many: "Card 3, Link 1"."""
    counts: dict[str, int] = {}
    for touch in entry.touched:
        counts[touch.kind] = counts.get(touch.kind, 0) + 1
    names = WORDS["kind"]
    shown = [(names[kind], number) for kind, number in counts.items() if kind in names]
    return ", ".join(f"{_(name)} {number}" for name, number in shown[:4])
