"""Why a gap is there: the tree of causes and its fishbone, for the gap that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cxstudio.analysis.gaps.causes import roots
from cxstudio.i18n import _, ngettext
from cxstudio.model import Cause, Gap
from cxstudio.model.words import WORDS
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps.exporting import FishboneExport
from cxstudio.ui.editors.gaps.fishbone import FishboneView
from cxstudio.ui.editors.gaps.rows import GapRow
from cxstudio.ui.editors.gaps.whys_tree import WhysTree
from cxstudio.ui.forms.fields import ChoiceField
from cxstudio.ui.workspace import Workspace


class WhysView(QWidget):
    """`chosen` with another gap. One head, and under it the tree or the fishbone."""

    chosen = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.id: int | None = None
        self.gaps = ChoiceField({}, "")
        self.gaps.setAccessibleName(_("Gap"))
        self.gaps.edited.connect(self._on_gap)
        self.count = widgets.Label("", "small", "text_3")
        self.by = widgets.Segmented(
            [("tree", _("Five whys")), ("fishbone", _("Fishbone"))],
            _("How the causes are shown"),
            ["list-tree", "git-fork"],
        )
        self.by.chosen.connect(self._show_way)
        self.by.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.export = FishboneExport(workspace, self)
        self.export_button = widgets.icon_button("download", _("Export the fishbone"), small=True)
        self.export_button.clicked.connect(self._offer_export)
        self.tree = WhysTree(workspace)
        self.fishbone = FishboneView()
        self.tree.chosen.connect(self._on_cause)
        self.fishbone.chosen.connect(self.tree.choose)
        self._lay_out()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.fishbone)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to the fishbone itself
        self._empty = widgets.EmptyState(
            "list-tree",
            _("The reasons of this gap belong here, each with the reason behind it."),
            _("Ask why until there is something that can be changed: that is the root."),
            "" if self.workspace.read_only else _("Write the first why"),
        )
        self._empty.pressed.connect(self.begin)
        self._stack = QStackedWidget()
        for part in (self.tree, area, self._empty):
            self._stack.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.gaps, 3)
        head.addWidget(self.count, 1)
        head.addWidget(self.by)
        head.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(side) for side in (24, 16, 24, 16)))
        column.setSpacing(theme.px(12))
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addLayout(self._acts())

    def _acts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(theme.px(8))
        self.why = widgets.outline(_("Why?"), "list-tree", small=True)
        self.why.setToolTip(_("A cause below the chosen one (Insert, or Tab while writing)"))
        self.beside = widgets.outline(_("Another reason"), "plus", small=True)
        self.beside.setToolTip(_("A cause at the same level (Enter)"))
        self.bone = widgets.quiet(_("Bone"), "git-fork", small=True)
        self.bone.setToolTip(_("The branch of the fishbone on which the first why stands"))
        self.sum_up = widgets.quiet(_("Sum up in the gap"), small=True)
        self.sum_up.setToolTip(_("Write the roots into the field Cause of the gap"))
        for button, act in (
            (self.why, self._why_below),
            (self.beside, self._why_beside),
            (self.bone, self._offer_bones),
            (self.sum_up, self._sum_up),
        ):
            button.clicked.connect(act)
            line.addWidget(button)
        keys = _("Enter: same level · Tab: deeper · Alt+arrows: move · F2: edit")
        hint = widgets.Label(keys, "small", "text_3", wrap=True)
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(hint, 1)
        return line

    # -- showing -----------------------------------------------------------------------

    def show_rows(self, rows: Sequence[GapRow], chosen: int | None) -> None:
        """Offer these gaps, the most severe first, and show the causes of the chosen one."""
        ranked = sorted(rows, key=lambda row: -(row.severity or -1.0))
        self.gaps.set_options([(row.id, f"{row.code}  {row.title}") for row in ranked])
        self.show_gap(chosen)

    def show_gap(self, id: int | None) -> None:
        """The causes of this gap."""
        self.id = id
        self.gaps.set_value(id)
        self.tree.show_gap(id)
        tree = self.tree.causes.tree if self.tree.causes else ()
        gap = self.workspace.file.get(Gap, id)
        self.fishbone.show_tree(gap.title if gap else "", tree, self.tree.current())
        ends = len(roots(tree))
        words = ngettext("{count} root cause", "{count} root causes", ends).format(count=ends)
        self.count.setText(words if tree else "")
        open_to_write = id is not None and not self.workspace.read_only
        for button in (self.why, self.beside, self.bone, self.sum_up):
            button.setEnabled(open_to_write and bool(tree))
        self._show_way(self.by.key())

    def _show_way(self, key: str) -> None:
        tree = bool(self.tree.items)
        number = 0 if key == "tree" else 1
        self._stack.setCurrentIndex(number if tree else 2)
        self.export_button.setVisible(tree and number == 1)

    def choose_cause(self, id: int) -> None:
        """Show one cause in the tree."""
        self.tree.choose(id)

    def _on_gap(self) -> None:
        id = self.gaps.value()
        if id is not None and id != self.id:
            self.chosen.emit(id)

    def _on_cause(self, id: int) -> None:
        self.fishbone.choose(id)

    # -- acting ------------------------------------------------------------------------

    def begin(self) -> None:
        """Write the first why of the gap."""
        self.by.choose("tree")
        self._stack.setCurrentIndex(0)
        self.tree.setFocus()
        self.tree.begin()

    def _why_below(self) -> None:
        self._write_in_tree()
        self.tree.begin(below=self.tree.current())

    def _why_beside(self) -> None:
        self._write_in_tree()
        self.tree.begin(beside=self.tree.current())

    def _write_in_tree(self) -> None:
        self.by.choose("tree")
        self._show_way("tree")
        self.tree.setFocus()

    def _offer_bones(self) -> None:
        first = self._first()
        if first is None:
            return
        menu = widgets.menu(self)
        for key, words in (*WORDS["bone"].items(), ("", _("On no bone"))):
            menu.addAction(_(words) if key else words, partial(self.put_on, first, key))
        menu.exec(self.bone.mapToGlobal(QPoint(0, self.bone.height())))

    def _offer_export(self) -> None:
        self.export.offer(self.export_button, self.id)

    def _first(self) -> int | None:
        """The first why above the chosen cause, itself included."""
        id = self.tree.current()
        while id is not None:
            cause = self.workspace.file.get(Cause, id)
            if cause is None or cause.parent_id is None:
                return id
            id = cause.parent_id
        return None

    def put_on(self, id: int, bone: str) -> None:
        """Put a first why on a bone."""
        assert self.tree.causes is not None
        self.tree.causes.put_on(id, bone)

    def _sum_up(self) -> None:
        if self.tree.causes is not None:
            self.tree.causes.sum_up()
            self.workspace.say(_("The roots are written into the gap’s cause."), undo=True)
