"""The words that stand for the persona: typed, or an excerpt or comment dropped here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QDropEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cxstudio.i18n import _
from cxstudio.model import Evidence, Link, Persona
from cxstudio.model.chain import End
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.backing import Backing, ClaimMark
from cxstudio.ui.editors.personas.calm import CalmLine, CalmText
from cxstudio.ui.forms.bind import Binding, bind
from cxstudio.ui.shell.record_texts import describe
from cxstudio.ui.tables.record_list import dragged
from cxstudio.ui.workspace import MIME, Workspace

SPOKEN = ("excerpt", "comment", "observation")


class QuotePanel(widgets.Panel):
    """Quote and source; evidence dropped on it becomes the quote."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(padding=16)
        self.workspace = workspace
        self.id: int | None = None
        self.text = CalmText(
            _("Drop an excerpt or a comment here, or write what they say."), "reading"
        )
        self.source = CalmLine(_("Who said it, and where"), "small", "text_3")
        self.mark = ClaimMark(workspace)
        self.backing = Backing(workspace)
        self._bindings: list[Binding] = []
        for field, attribute, label in (
            (self.text, "quote", _("Quote")),
            (self.source, "quote_source", _("Source of the quote")),
        ):
            self._bind(field, attribute, label)
        self._lay_out()
        self._take_drops(self)

    def _bind(self, field: CalmText | CalmLine, attribute: str, label: str) -> None:
        field.setAccessibleName(label)
        named = _("Edit {field}").format(field=label)
        self._bindings.append(bind(self.workspace, field, Persona, attribute, named))
        field.installEventFilter(self)
        self._take_drops(field.viewport() if isinstance(field, CalmText) else field)

    def _take_drops(self, widget: QWidget) -> None:
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def _lay_out(self) -> None:
        self.body.setContentsMargins(*(theme.px(m) for m in (20, 14, 20, 14)))
        self.body.addWidget(widgets.Label(_("In their words"), "section"))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(widgets.Glyph("quote", "accent", 20))
        row.addStretch(1)
        row.addWidget(self.mark)
        row.addWidget(self.backing)
        self.body.addLayout(row)
        self.body.addWidget(self.text)
        self.body.addWidget(self.source)
        self.body.addStretch(1)

    @property
    def end(self) -> End | None:
        return None if self.id is None else End("persona", self.id, "quote")

    def show_persona(self, id: int | None) -> None:
        self.id = id
        for binding in self._bindings:
            binding.show(id)
        self.refresh()

    def refresh(self) -> None:
        end = self.end
        persona = self.workspace.file.get(Persona, self.id)
        if end is not None and persona is not None:
            self.mark.show_end(end)
            self.mark.setVisible(bool(persona.quote))
            self.backing.show_end(end, bool(persona.quote))

    # -- dropping ----------------------------------------------------------------------

    def take(self, kind: str, id: int) -> None:
        """Quote a piece of evidence; other records are only linked to the quote."""
        end = self.end
        evidence = self.workspace.file.get(Evidence, id) if kind == "evidence" else None
        if end is None:
            return
        if evidence is None or evidence.evidence_kind not in SPOKEN:
            self.workspace.link(End(kind, id), end)
            return
        before = [link for source, link in self.workspace.chain.rests_on(end)]
        texts = describe(self.workspace.file, evidence)
        source = " · ".join(part for part in (f"{texts.code} {texts.kind}", texts.foot) if part)
        with self.workspace.change(_("Use as the quote")) as change:
            persona = change.get(Persona, end.id)
            persona.quote, persona.quote_source = evidence.text, source
            for link in before:
                change.delete(change.get(Link, link))
            target = {"target_kind": "persona", "target_id": end.id, "target_field": "quote"}
            change.add(Link(source_kind="evidence", source_id=id, **target))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.workspace.select(self.end)
        elif event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            assert isinstance(event, QDropEvent)
            return self._on_drag(event)
        return False

    def _on_drag(self, event: QDropEvent) -> bool:
        if not event.mimeData().hasFormat(MIME):
            return False
        kind, id = dragged(event.mimeData())
        if not kind or kind in ("trait", "slider") or self.workspace.read_only:
            event.ignore()
            return True
        event.setDropAction(Qt.DropAction.LinkAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self.take(kind, id)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.workspace.select(self.end)
