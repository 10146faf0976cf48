"""The causes: gaps as cards in columns by cluster; dragging a card puts it into another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import Gap
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.gaps.rows import GapRow
from cxstudio.ui.forms.fields import LineField
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.workspace import MIME, Workspace

WIDE, MOST = 264, 24  # pixels of a column, and cards of it that are not folded away


class CausesView(QScrollArea):
    """`chosen` with a gap when its card is pressed. Alt+Left and Alt+Right move a card."""

    chosen = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.columns: list[ClusterColumn] = []
        self.cards: dict[int, GapCard] = {}
        self.setAccessibleName(_("Causes"))
        self.setWidgetResizable(True)
        inside = QWidget()
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(*(theme.px(24),) * 4)
        self._row.setSpacing(theme.px(16))
        self.setWidget(inside)

    def show_rows(self, rows: Sequence[GapRow], chosen: int | None) -> None:
        """Show these gaps, the heaviest cluster first, those without a cluster last. Columns in
        which nothing has changed stay as they are."""
        wanted: list[tuple[str | None, tuple[GapRow, ...]]] = [
            (name, tuple(row for row in rows if row.cluster == name)) for name in _clusters(rows)
        ]
        if not self.workspace.read_only:
            wanted.append((None, ()))
        held = next((id for id, card in self.cards.items() if card.hasFocus()), None)
        before: dict[tuple[str | None, tuple[GapRow, ...]], ClusterColumn | None]
        before = {(column.name, column.rows): column for column in self.columns}
        while self._row.takeAt(0):
            pass
        self.columns = [before.pop(one, None) or ClusterColumn(self, *one) for one in wanted]
        for gone in filter(None, before.values()):
            gone.hide()
            gone.deleteLater()
        for column in self.columns:
            self._row.addWidget(column, 0)
        self._row.addStretch(1)
        self.cards = {id: card for column in self.columns for id, card in column.cards.items()}
        self.choose(chosen)
        if held in self.cards:  # the keyboard goes with the card, there and back
            self.cards[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, id: int | None) -> None:
        """Mark the card of a gap; one that is folded away is shown."""
        if id not in self.cards:
            for column in self.columns:
                if id in column.ids:
                    column.unfold()
                    self.cards |= column.cards
        for other, card in self.cards.items():
            card.set_selected(other == id)

    # -- writing ---------------------------------------------------------------------

    def put(self, id: int, cluster: str | None) -> None:
        """Put a gap into a cluster, into a new one for None, as one change."""
        gap = self.workspace.file.get(Gap, id)
        name = self._new_name() if cluster is None else cluster
        if gap is None or gap.cluster == name or self.workspace.read_only:
            return
        with self.workspace.change(_("Move to another cluster")) as change:
            change.get(Gap, id).cluster = name

    def _new_name(self) -> str:
        names = {column.name for column in self.columns}
        plain = _("New cluster")
        numbered = (f"{plain} {n}" for n in range(2, len(names) + 3))
        return next(name for name in (plain, *numbered) if name not in names)

    def rename(self, before: str, after: str) -> None:
        """Give a cluster another name in all its gaps, as one change."""
        after = after.strip()
        if not after or after == before:
            return
        ids = [gap.id for gap in self.workspace.file.all(Gap) if gap.cluster.strip() == before]
        with self.workspace.change(_("Rename cluster")) as change:
            for id in ids:
                change.get(Gap, id).cluster = after

    def step(self, id: int, step: int) -> None:
        """Move a card one column to the left or right."""
        names = [column.name for column in self.columns]
        at = next(n for n, c in enumerate(self.columns) if id in c.ids) + step
        if 0 <= at < len(names):
            self.put(id, names[at])
            if id in self.cards:
                self.cards[id].setFocus(Qt.FocusReason.OtherFocusReason)


def _clusters(rows: Sequence[GapRow]) -> list[str]:
    weights: dict[str, float] = {}
    for row in rows:
        weights[row.cluster] = weights.get(row.cluster, 0.0) + (row.severity or 0.0)
    return sorted(weights, key=lambda name: (not name, -weights[name], name))


class ClusterColumn(widgets.Panel):
    """One cluster; None is the place where a new one begins."""

    def __init__(self, view: CausesView, name: str | None, rows: tuple[GapRow, ...]) -> None:
        super().__init__("dashed" if name is None else "sunken", padding=12)
        self.view, self.name, self.rows = view, name, rows
        self.ids = [row.id for row in rows]
        self.cards: dict[int, GapCard] = {}
        self.setFixedWidth(theme.px(WIDE))
        self.setAcceptDrops(True)
        self._add_head(rows)
        self._heads = self.body.count()
        self._ranked = sorted(rows, key=lambda row: -(row.severity or 0.0))
        self._add_cards(self._ranked[:MOST])
        left = len(rows) - MOST
        more = ngettext("Show {count} more gap", "Show {count} more gaps", left)
        self._more = widgets.link(more.format(count=left))
        self._more.clicked.connect(self._unfold_all)
        self.body.addWidget(self._more)
        self._more.setVisible(left > 0)
        self.body.addStretch(1)

    def _add_cards(self, rows: Sequence[GapRow]) -> None:
        for row in rows:
            self.cards[row.id] = GapCard(self.view, row)
            self.body.insertWidget(self._heads + len(self.cards) - 1, self.cards[row.id])

    def unfold(self) -> None:
        """Show those cards too that are folded away where a column is long."""
        self._more.hide()
        self._add_cards(self._ranked[len(self.cards) :])

    def _unfold_all(self) -> None:
        at = self._ranked[len(self.cards)].id
        self.unfold()
        self.view.cards |= self.cards
        self.cards[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_head(self, rows: Sequence[GapRow]) -> None:
        if self.name is None:
            text = _("Drop a gap here to begin a new cluster.")
            self.body.addWidget(widgets.Label(text, "small", "text_3", wrap=True))
            return
        if self.name:
            self.title = LineField()
            self.title.setText(self.name)
            self.title.setCursorPosition(0)
            self.title.setProperty("bare", True)
            self.title.setFont(theme.font("section"))
            self.title.setStyleSheet(f"font-weight: 600; font-size: {theme.px(15)}px;")
            self.title.setAccessibleName(_("Name of the cluster"))
            self.title.setToolTip(_("Write here to rename the cluster"))
            self.title.setReadOnly(self.view.workspace.read_only)
            self.title.editingFinished.connect(self._rename)
            self.body.addWidget(self.title)
        else:
            self.body.addWidget(widgets.Label(_("No cluster yet"), "section", "text_3"))
        total = sum(row.severity or 0.0 for row in rows)
        count = ngettext("{count} gap", "{count} gaps", len(rows)).format(count=len(rows))
        weight = _("{gaps}, severity {total} in all").format(gaps=count, total=f"{total:.1f}")
        self.body.addWidget(widgets.Label(weight, "small", "text_3"))

    def _rename(self) -> None:
        if self.name and not self.title.text().strip():
            self.title.setText(self.name)  # a cluster is not renamed to nothing
        elif self.name:
            self.view.rename(self.name, self.title.text())

    # -- dropping --------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        kind, id = dragged(event.mimeData())
        if kind == "gap" and id not in self.ids and not self.view.workspace.read_only:
            event.accept()
            self._light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        kind, id = dragged(event.mimeData())
        self._light(False)
        if kind == "gap":
            event.accept()
            self.view.put(id, self.name)

    def _light(self, on: bool) -> None:
        plain = "dashed" if self.name is None else "sunken"
        self.setProperty("panel", "accent" if on else plain)
        widgets.restyle(self)


class GapCard(widgets.Card):
    """A gap with its cause underneath and its severity at the right."""

    def __init__(self, view: CausesView, row: GapRow) -> None:
        data = (MIME, f"gap:{row.id}".encode())
        cause = row.cause or _("No cause written yet")
        super().__init__(row.code, row.title, cause, mark=row.strength, draggable=data)
        self.view, self.id = view, row.id
        text = row.missing if row.severity is None else f"{row.severity:.1f}"
        self.add_chip(widgets.Label(text, "code", "text_2"))
        self.clicked.connect(self._choose)

    def _choose(self) -> None:
        self.view.chosen.emit(self.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sideways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if sideways and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.view.step(self.id, sideways)
        else:
            super().keyPressEvent(event)
