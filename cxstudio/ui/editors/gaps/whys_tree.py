"""The "five whys" as a tree: written with the keyboard, moved with it or by dragging."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from cxstudio.analysis.gaps.causes import Why, parent_of, siblings
from cxstudio.i18n import _
from cxstudio.model.chain import End
from cxstudio.model.words import WORDS
from cxstudio.ui import theme
from cxstudio.ui.editors.gaps.cause_line import CauseLine
from cxstudio.ui.editors.gaps.whys_writing import Causes
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.workspace import MIME, Workspace

ID = Qt.ItemDataRole.UserRole
WHY, BONE, EVIDENCE = range(3)
MOVES = {
    Qt.Key.Key_Right: "deeper",
    Qt.Key.Key_Left: "out",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class WhysTree(QTreeWidget):
    """Enter adds a cause at the same level, Tab (while writing) or Insert one below, F2 writes,
    Alt with an arrow moves, Delete takes away. `chosen` with the id of a cause."""

    chosen = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.causes: Causes | None = None
        self.items: dict[int, QTreeWidgetItem] = {}
        self._new: tuple[QTreeWidgetItem, int | None, int | None] | None = None
        self._waiting: tuple[int | None, str, str] | None = None
        self._filling = False
        self._set_up()
        self.line = CauseLine(self)
        self.line.written.connect(self._on_written)
        self.setItemDelegateForColumn(WHY, self.line)
        self.currentItemChanged.connect(self._on_current)
        workspace.flush_requested.connect(self._store)

    def _set_up(self) -> None:
        self.setAccessibleName(_("Five whys"))
        self.setProperty("rounded", True)
        self.setColumnCount(3)
        self.setHeaderLabels([_("Why?"), _("Bone"), _("Evidence")])
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setIndentation(theme.px(24))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(not self.workspace.read_only)
        self.setAcceptDrops(not self.workspace.read_only)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDropIndicatorShown(True)
        self.setTabKeyNavigation(False)
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(BONE, QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(EVIDENCE, QHeaderView.ResizeMode.ResizeToContents)

    # -- showing -----------------------------------------------------------------------

    def show_gap(self, gap_id: int | None) -> None:
        """The causes of this gap; what was chosen and is open stays so."""
        keep = self.current()
        self.causes = None if gap_id is None else Causes(self.workspace, gap_id)
        self._filling = True
        self._new = None
        self.clear()
        self.items = {}
        for why in self.causes.tree if self.causes else ():
            self._add(why, None)
        self.expandAll()
        self._filling = False
        if keep in self.items:
            self.setCurrentItem(self.items[keep])

    def _add(self, why: Why, above: QTreeWidgetItem | None) -> None:
        item = QTreeWidgetItem()
        item.setText(WHY, why.text or _("Untitled"))
        item.setToolTip(WHY, why.text)
        item.setData(WHY, ID, why.id)
        if above is None:
            item.setText(BONE, _(WORDS["bone"][why.bone]) if why.bone in WORDS["bone"] else "–")
            item.setForeground(BONE, theme.colour("text_3"))
        item.setText(EVIDENCE, self._codes(why.id))
        item.setForeground(EVIDENCE, theme.colour("text_3"))
        if not why.below:
            item.setFont(WHY, theme.font("body_strong"))
            item.setToolTip(WHY, _("A root cause: {text}").format(text=why.text))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        if above is None:
            self.addTopLevelItem(item)
        else:
            above.addChild(item)
        self.items[why.id] = item
        for below in why.below:
            self._add(below, item)

    def _codes(self, id: int) -> str:
        ends = self.workspace.chain.rests_on(End("cause", id))
        found = (self.workspace.record(end) for end, _link in ends)
        codes = (getattr(one, "code", "") for one in found)
        return _(", ").join(filter(None, codes))

    def current(self) -> int | None:
        """The id of the chosen cause."""
        item = self.currentItem()
        return item.data(WHY, ID) if item else None

    def choose(self, id: int) -> None:
        """Choose a cause and put it into view."""
        if id in self.items:
            self.setCurrentItem(self.items[id])
            self.scrollToItem(self.items[id])

    def _on_current(self, *_items: object) -> None:
        id = self.current()
        if id is not None and not self._filling:
            self.workspace.select(End("cause", id))
            self.chosen.emit(id)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(480), theme.px(320))

    # -- writing -----------------------------------------------------------------------

    def begin(self, beside: int | None = None, below: int | None = None) -> None:
        """A new line after the cause `beside`, or as the last one below `below`."""
        if self.causes is None or self.workspace.read_only:
            return
        tree = self.causes.tree
        parent = parent_of(tree, beside) if beside is not None else below
        item = QTreeWidgetItem()
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
        ids = siblings(tree, parent)
        at = ids.index(beside) + 1 if beside in ids else len(ids)
        if parent is None:
            self.insertTopLevelItem(at, item)
        else:
            self.items[parent].insertChild(at, item)
            self.items[parent].setExpanded(True)
        self._new = (item, parent, beside)
        self.setCurrentItem(item)
        self.scrollToItem(item)
        self.editItem(item, WHY)

    def rewrite(self, id: int) -> None:
        """Write other words for a cause."""
        if id in self.items and not self.workspace.read_only:
            self.editItem(self.items[id], WHY)

    def _on_written(self, text: str, what: str) -> None:
        """Keep what was written until the line is closed, then make it a change."""
        self._waiting = (self.current(), text.strip(), what)
        QTimer.singleShot(0, self._store)

    def _store(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is None or self.causes is None:
            return
        id, text, what = waiting
        if self._new is not None:
            _item, parent, after = self._new
            id = self._store_new(text)
            if not text and self._go_on_empty(what, parent, after):
                return
        elif id is not None and text and what != "given up" and text != self._text(id):
            self.causes.write(id, text)
        if id is not None and text and what == "beside":
            self.begin(beside=id)
        elif id is not None and text and what == "below":
            self.begin(below=id)
        elif id is not None and text and what == "above" and self.causes.out(id):
            self.choose(id)

    def _go_on_empty(self, what: str, parent: int | None, after: int | None) -> bool:
        """Tab in a line that is still empty puts it one deeper, Shift+Tab one out."""
        if what == "below" and after is not None:
            self.begin(below=after)
        elif what == "above" and parent is not None:
            self.begin(beside=parent)
        else:
            return False
        return True

    def _store_new(self, text: str) -> int | None:
        assert self._new is not None and self.causes is not None
        item, parent, after = self._new
        self._new = None
        if text:
            id = self.causes.add(text, parent, after)
            self.choose(id)
            return id
        (item.parent() or self.invisibleRootItem()).removeChild(item)
        if after is not None or parent is not None:
            self.choose(after or parent or 0)
        return None

    def _text(self, id: int) -> str:
        assert self.causes is not None
        return next(w.text for first in self.causes.tree for w in first.walk() if w.id == id)

    # -- keys --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, id = Qt.Key(event.key()), self.current()
        if self.workspace.read_only or self.causes is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in MOVES:
            self.act(MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.begin(beside=id)
        elif key == Qt.Key.Key_Insert:
            self.begin(below=id)
        elif key == Qt.Key.Key_F2 and id is not None:
            self.rewrite(id)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and id is not None:
            self.causes.delete(id)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: object) -> None:
        id = self.current()
        if id is not None:
            self.rewrite(id)

    def act(self, how: str) -> None:
        """Move the chosen cause "deeper", "out", "up" or "down"."""
        id = self.current()
        if id is None or self.causes is None:
            return
        if how in ("up", "down"):
            self.causes.step(id, -1 if how == "up" else 1)
        else:
            getattr(self.causes, how)(id)
        self.choose(id)

    # -- dragging ----------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(MIME):
            on = self.itemAt(event.position().toPoint()) is not None
            event.setAccepted(on)
        elif event.source() is not self:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """A cause is moved; evidence is linked to the cause under the pointer."""
        item = self.itemAt(event.position().toPoint())
        if event.mimeData().hasFormat(MIME):
            kind, id = dragged(event.mimeData())
            if item is not None and kind:
                event.setDropAction(Qt.DropAction.LinkAction)
                event.accept()
                self.workspace.link(End(kind, id), End("cause", item.data(WHY, ID)))
            return
        moved = self.current()
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the change moves it, not the view
        event.accept()
        if event.source() is self and moved is not None:
            self._drop(moved, item)

    def _drop(self, moved: int, item: QTreeWidgetItem | None) -> None:
        assert self.causes is not None
        tree = self.causes.tree
        if item is None:
            self.causes.move(moved, None, len(siblings(tree, None)))
        else:
            target = item.data(WHY, ID)
            where = self.dropIndicatorPosition()
            if where == QAbstractItemView.DropIndicatorPosition.OnItem:
                self.causes.move(moved, target, len(siblings(tree, target)))
            else:
                parent = parent_of(tree, target)
                ids = [one for one in siblings(tree, parent) if one != moved]
                below = where == QAbstractItemView.DropIndicatorPosition.BelowItem
                self.causes.move(moved, parent, ids.index(target) + below if target in ids else 0)
        self.choose(moved)
