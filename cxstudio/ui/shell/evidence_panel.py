"""The panel at the right: what the selected record rests on, and what rests on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout

from cxstudio.i18n import _
from cxstudio.model import Evidence
from cxstudio.model.chain import CLAIMS, End, Strength
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.recent_changes import add_recent_changes
from cxstudio.ui.shell.record_texts import describe, strength_of
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.traced import TRACED, show_in_traceability
from cxstudio.ui.workspace import MIME, Workspace

FOLLOWED = {"link", "evidence", "wave"}
"""Kinds whose changes show in the cards."""


class EvidencePanel(widgets.Ground):
    """Follows `workspace.selected`. Cards can be dragged out, and records dropped to link."""

    link_pressed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("sunken")
        self.workspace = workspace
        self.setMinimumWidth(theme.px(180))
        self.setAcceptDrops(True)
        self.setAccessibleName(_("Evidence"))
        self._title = widgets.ListHead(_("Evidence"))
        self._link = widgets.icon_button("link", _("Link to…"), small=True)
        self._link.clicked.connect(self.link_pressed)
        self._traced = widgets.icon_button("workflow", _("Show in traceability"), small=True)
        self._traced.clicked.connect(self._show_traced)
        for button in (self._traced, self._link):
            self._title.add_action(button)
        self._column = widgets.ScrollColumn(max_width=560)
        self._column.body.setContentsMargins(*(theme.px(16),) * 4)
        self._column.body.setSpacing(theme.px(8))
        for part in filter(None, (self._column, self._column.widget())):
            part.setProperty("ground", "sunken")
            part.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._drop = self._make_drop()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.px(16))
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(widgets.Hairline())
        layout.addWidget(self._column, 1)
        holder = QVBoxLayout()
        holder.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), 0)
        holder.addWidget(self._drop)
        layout.addLayout(holder)
        workspace.selected.connect(self._on_selected)
        workspace.changed.connect(self._on_changed)
        self.rebuild()

    def _make_drop(self) -> widgets.Panel:
        panel = widgets.Panel("dashed", padding=12)
        self._drop_text = widgets.Label("", "small", "text_3", wrap=True)
        self._drop_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        panel.body.addWidget(self._drop_text)
        return panel

    # -- content -------------------------------------------------------------------

    def rebuild(self) -> None:
        """Show the selection's links as they are now."""
        self._clear()
        end = self.workspace.selection
        record = self.workspace.record(end) if end else None
        self._link.setEnabled(record is not None and not self.workspace.read_only)
        self._traced.setVisible(end is not None and record is not None and end.kind in TRACED)
        self._drop.setVisible(record is not None and not self.workspace.read_only)
        self._title.set_title(_("Evidence") if record else _("Recent changes"))
        if end is None or record is None:
            add_recent_changes(self._column, self.workspace)
            self._column.body.addStretch(1)
            return
        described = describe(self.workspace.file, record)
        words = _("Drop a record here to link it to {code}").format(code=described.code)
        self._drop_text.setText(words if described.code else _("Drop a record here to link it"))
        self._add_card(end, None, selected=True)
        chain = self.workspace.chain
        self._add_group(_("What this rests on"), chain.rests_on(end), _no_source(end))
        self._add_group(_("What rests on this"), chain.supports(end), "")
        self._column.body.addStretch(1)

    def _clear(self) -> None:
        while item := self._column.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _add_group(self, title: str, links: list[tuple[End, int]], none: str) -> None:
        if not links and not none:
            return
        self._column.body.addSpacing(theme.px(8))
        self._column.add(widgets.Label(title, "small", "text_3"))
        for end, link_id in links:
            self._add_card(end, link_id)
        if not links:
            self._column.add(widgets.Label(none, "small", "text_3", wrap=True))

    def _add_card(self, end: End, link_id: int | None, *, selected: bool = False) -> None:
        record = self.workspace.record(end)
        if record is None:
            return
        text = describe(self.workspace.file, record)
        card = LinkedCard(
            self.workspace,
            end,
            link_id,
            text.head,
            text.text,
            text.foot,
            text.icon,
            strength_of(self.workspace.chain.strength(end), end),
        )
        card.set_selected(selected)
        self._column.add(card)

    def _show_traced(self) -> None:
        if (end := self.workspace.selection) is not None:
            show_in_traceability(self.workspace, end.record)

    # -- being told ----------------------------------------------------------------

    def _on_selected(self, _end: object) -> None:
        self.rebuild()

    def _on_changed(self, changes: ChangeSet) -> None:
        shown = self.workspace.selection
        if shown is None or FOLLOWED & changes.kinds or changes.touches(shown.kind, shown.id):
            self.rebuild()

    # -- dropping ------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME) and self.workspace.selection is not None:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        kind, id = dragged(event.mimeData())
        if kind and self.workspace.selection is not None:
            event.setDropAction(Qt.DropAction.LinkAction)
            event.accept()
            self.workspace.link(End(kind, id), self.workspace.selection)


def _no_source(end: End) -> str:
    if end.kind not in CLAIMS and not end.field:
        return ""
    return _("Nothing yet: this is an assumption. Drag evidence here, or press Ctrl+L.")


class LinkedCard(widgets.Card):
    """A record at the other end of a link: Enter or a click goes there, Delete removes the link."""

    def __init__(
        self,
        workspace: Workspace,
        end: End,
        link_id: int | None,
        head: str,
        text: str,
        foot: str,
        icon: str,
        mark: Strength | None,
    ) -> None:
        data = f"{end.kind}:{end.id}".encode()
        super().__init__(head, text, foot, "" if mark else icon, mark or "", (MIME, data))
        self._workspace, self._end, self._link_id = workspace, end, link_id
        self.clicked.connect(self._go)
        self._add_mark()
        if link_id is not None and not workspace.read_only:
            remove = widgets.icon_button("unlink", _("Remove this link"), small=True)
            remove.clicked.connect(self._unlink)
            self.add_chip(remove)

    def _add_mark(self) -> None:
        """Say when it is a figure whose survey has changed since."""
        evidence = self._workspace.record(self._end)
        if not isinstance(evidence, Evidence) or not evidence.definition:
            return
        from cxstudio.ui.evidence.figures_again import is_old
        from cxstudio.ui.evidence.out_of_date import OutOfDate

        if is_old(self._workspace.file, evidence):
            mark = OutOfDate(self._workspace, self)
            self.add_chip(mark)
            mark.show_ids([evidence.id])

    def _go(self) -> None:
        if self._link_id is not None:
            self._workspace.go_to(self._end.kind, self._end.id)

    def _unlink(self) -> None:
        if self._link_id is not None:
            self._workspace.unlink(self._link_id)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]
            self._unlink()
            return True
        return super().event(event)
