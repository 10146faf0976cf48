"""Personas: typical customers on one page each, drawn from evidence (C7)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cxstudio.i18n import _, ngettext
from cxstudio.model import Persona, Slider, Trait
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.personas.card import SHOWN, PersonaCard
from cxstudio.ui.editors.personas.claims import backed_words
from cxstudio.ui.editors.personas.compare import Comparison
from cxstudio.ui.editors.personas.portrait import photo_of
from cxstudio.ui.editors.personas.present import PresentedPersona
from cxstudio.ui.editors.personas.score import figure, score_of
from cxstudio.ui.forms.record_page import RecordPage
from cxstudio.ui.tables.list_pane import ListPane
from cxstudio.ui.workspace import Workspace


class PersonasPage(RecordPage):
    """List with portraits, the card of one, or several side by side."""

    cls = Persona
    empty_icon = "user"
    also_refresh_on = SHOWN

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.head.hide()
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.comparison)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.show_card)

    def texts(self) -> dict[str, str]:
        return {
            "list": _("Personas"),
            "new": _("Add a persona"),
            "empty_sentence": _("The typical customers belong here, three to five of them."),
            "empty_why": _(
                "Each field shows what it rests on, so that nobody can say the persona was "
                "made up at a desk."
            ),
            "empty_button": _("Add a persona"),
        }

    def text_of_new(self) -> str:
        return _("New")

    # -- layout ----------------------------------------------------------------------

    def make_pane(self) -> ListPane:
        pane = super().make_pane()
        self.compare_button: QPushButton = widgets.outline("", "columns-3", small=True)
        self.compare_button.clicked.connect(self.show_comparison)
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(18), theme.px(8), theme.px(16), theme.px(16))
        row.addWidget(self.compare_button)
        row.addStretch(1)
        column = pane.layout()
        assert isinstance(column, QVBoxLayout)
        column.addLayout(row)
        column.addStretch(0)
        pane.rows.modelReset.connect(self._fit_rows)
        return pane

    def _fit_rows(self) -> None:
        """The list is as high as its rows, so that the button stands right below them."""
        view = self.pane.findChild(QListView)
        if view is not None:
            high = view.sizeHintForRow(0) * max(len(self.pane.rows.ids), 1)
            view.setMaximumHeight(high + theme.px(16))

    def make_body(self) -> QWidget:
        self.card = PersonaCard(self.workspace)
        self.card.head.duplicate_pressed.connect(self.duplicate_record)
        self.card.head.delete_pressed.connect(self.delete_record)
        self.card.head.present_pressed.connect(self.present)
        self.comparison = Comparison(self.workspace)
        self.comparison.opened.connect(self._open)
        self.comparison.closed.connect(self.show_card)
        body = QStackedWidget()
        body.addWidget(self.card)
        body.addWidget(self.comparison)
        return body

    # -- showing ---------------------------------------------------------------------

    def show_body(self, id: int | None) -> None:
        self.card.show_persona(id)
        self.show_card()

    def show_head(self, record: Any) -> None:
        count = self.workspace.file.count(Persona)
        many = ngettext("Compare {count} side by side", "Compare {count} side by side", count)
        self.compare_button.setText(many.format(count=min(count, 3)))
        self.compare_button.setVisible(count > 1)

    def show_card(self) -> None:
        assert isinstance(self.body, QStackedWidget)
        self.body.setCurrentWidget(self.card)

    def show_comparison(self) -> None:
        """Several personas in columns, to read."""
        self.workspace.flush_requested.emit()
        assert isinstance(self.body, QStackedWidget)
        self.comparison.reload(self.id)
        self.body.setCurrentWidget(self.comparison)
        self.comparison.setFocus()

    def present(self) -> None:
        """The card alone on the whole screen."""
        if self.id is not None:
            self.workspace.flush_requested.emit()
            self.presented = PresentedPersona(self.workspace, self.id)
            self.presented.showFullScreen()

    def _open(self, id: int) -> None:
        self.pane.choose(id)
        self.show_card()

    def show_record(self, kind: str, id: int) -> None:
        if kind == "persona":
            self._open(id)
            return
        part = self.workspace.record(End(kind, id))
        if isinstance(part, Trait | Slider):
            self._open(part.persona_id)
            self.card.focus_part(kind, id)

    def row_of(self, record: Any) -> dict[int, Any]:
        row = super().row_of(record)
        photo = photo_of(self.workspace, record)
        ids = [persona.id for persona in self.workspace.file.all(Persona)]
        row[widgets.Row.AVATAR] = photo if not photo.isNull() else (ids.index(record.id), 1)
        row[widgets.Row.SECOND] = self._second_line(record)
        return row

    def _second_line(self, record: Persona) -> str:
        parts = []
        score, told = score_of(record), backed_words(self.workspace, record)
        if score is not None and score.shown:
            parts.append(_("NPS {score}").format(score=figure(score.value)))
        if told:
            parts.append(told)
        return " · ".join(parts) or record.archetype

    def refresh(self, changes: ChangeSet | None) -> None:
        super().refresh(changes)
        self.card.refresh(changes)
        if self.comparison.isVisible() and (changes is None or SHOWN & changes.kinds):
            self.comparison.reload(self.id)

    def enter_body(self) -> None:
        self.show_card()
        self.card.focus_name()

    def status(self) -> str:
        count = self.workspace.file.count(Persona)
        return ngettext("{count} persona", "{count} personas", count).format(count=count)
