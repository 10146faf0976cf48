"""The form of a piece of evidence, one for each kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from cxstudio.i18n import _
from cxstudio.model import Evidence, Interview
from cxstudio.store import ChangeSet
from cxstudio.ui import theme, widgets
from cxstudio.ui.editors.evidence.attachment import AttachmentBox
from cxstudio.ui.evidence.feeling_choice import FeelingChoice
from cxstudio.ui.evidence.themes import ThemeChips
from cxstudio.ui.forms.form import Form
from cxstudio.ui.workspace import Workspace


class PieceForm(Form):
    """Shared parts of all kinds: themes, note, and what may be shown to whom."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace, Evidence)
        self.themes = ThemeChips(workspace)
        self.attachment: AttachmentBox | None = None
        self.interview: widgets.Label | None = None
        self.show_button: QWidget | None = None

    def add_feeling(self) -> None:
        self.add_field(FeelingChoice(keys=False), "sentiment", _("Feeling"))

    def add_rest(self) -> None:
        self.add(widgets.Label(_("Themes"), "label", "text_2"))
        self.add(self.themes)
        self.text("note", _("Note"), lines=2)
        self.switch("confidential", _("Confidential"), _("Stays out of the client report"))
        self.switch("illustrative", _("Illustrative"), _("Made up as an example"))
        self.body.addStretch(1)

    def show_record(self, id: int | None) -> None:
        super().show_record(id)
        self.themes.show_evidence(id)
        if self.attachment is not None:
            self.attachment.show_evidence(id)
        if self.interview is not None:
            self._show_interview(id)

    def _show_interview(self, id: int | None) -> None:
        assert self.interview is not None
        evidence = self.workspace.file.get(Evidence, id)
        talk = self.workspace.file.get(Interview, evidence.interview_id) if evidence else None
        self.interview.setText(f"{talk.code} {talk.title}" if talk else "")
        if self.show_button is not None:
            self.show_button.setVisible(bool(evidence and evidence.paragraph_id))

    def show_in_interview(self) -> None:
        evidence = self.workspace.file.get(Evidence, self.id)
        if evidence is not None and evidence.paragraph_id is not None:
            self.workspace.go_to("paragraph", evidence.paragraph_id)


def excerpt_form(workspace: Workspace) -> PieceForm:
    form = PieceForm(workspace)
    form.text("text", _("What was said"), lines=3).setReadOnly(True)
    form.interview = widgets.Label("", "body", "text_2")
    form.add(widgets.Label(_("Interview"), "label", "text_2"))
    form.add(form.interview)
    button = widgets.outline(_("Show in the interview"), "mic", small=True)
    button.clicked.connect(form.show_in_interview)
    form.show_button = button
    form.add(button)
    form.line("speaker", _("Speaker, by pseudonym"))
    form.add_feeling()
    form.add_rest()
    return form


def comment_form(workspace: Workspace) -> PieceForm:
    form = PieceForm(workspace)
    form.text("text", _("What was written"), _("I got on, but some could not."), lines=4)
    form.line("respondent", _("Who, by pseudonym"), _("60s, Tokyo, gave 8"))
    with form.beside():
        form.line("source", _("Source"), _("Survey of April 2026"))
        form.date("dated", _("Day"))
    form.add_feeling()
    form.add_rest()
    return form


def figure_form(workspace: Workspace) -> PieceForm:
    form = PieceForm(workspace)
    example = _("31 % of visitors without a car would not recommend the prefecture.")
    form.text("text", _("What the figure says"), example)
    with form.beside():
        form.number("n", _("Answers (n)"), 0, whole=True, hint=_("Under 30, it is marked."))
        form.date("dated", _("Day"))
    form.line("source", _("Source"), _("Survey of April 2026"))
    form.add_rest()
    return form


def document_form(workspace: Workspace) -> PieceForm:
    form = PieceForm(workspace)
    form.text("text", _("What the document shows"), _("The contract does not mention visitors."))
    form.add(widgets.Label(_("File"), "label", "text_2"))
    form.attachment = AttachmentBox(workspace)
    form.add(form.attachment)
    with form.beside():
        form.line("source", _("Source"), _("Bus contract 2026, page 4"))
        form.date("dated", _("Day"))
    form.add_rest()
    return form


def observation_form(workspace: Workspace) -> PieceForm:
    form = PieceForm(workspace)
    form.text("text", _("What was seen"), _("Eleven parties turned back from the full bus."))
    with form.beside():
        form.line("source", _("Where"), _("Fukui station, stop 2"))
        form.date("dated", _("Day"))
    form.add_feeling()
    form.add_rest()
    return form


MAKERS: dict[str, Callable[[Workspace], PieceForm]] = {
    "excerpt": excerpt_form,
    "comment": comment_form,
    "figure": figure_form,
    "document": document_form,
    "observation": observation_form,
}


class PieceForms(QStackedWidget):
    """Shows the form that fits the kind; each is made when it is first needed."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.setMinimumWidth(theme.px(320))
        self._forms: dict[str, PieceForm] = {}
        self._blank = QWidget()
        self.addWidget(self._blank)
        self.id: int | None = None

    def show_piece(self, id: int | None) -> None:
        evidence = self.workspace.file.get(Evidence, id)
        self.id = id if evidence is not None else None
        if evidence is None:
            self.setCurrentWidget(self._blank)
            return
        kind = evidence.evidence_kind
        if kind not in self._forms:
            self._forms[kind] = MAKERS[kind](self.workspace)
            self.addWidget(self._forms[kind])
        self._forms[kind].show_record(id)
        self.setCurrentWidget(self._forms[kind])

    def refresh(self, changes: ChangeSet | None) -> None:
        """What the fields do not follow by themselves: themes and the attachment."""
        form = self.currentWidget()
        if isinstance(form, PieceForm):
            if self.workspace.file.get(Evidence, self.id) is None:
                self.show_piece(None)
            else:
                form.themes.show_evidence(self.id)
                if form.attachment is not None:
                    form.attachment.show_evidence(self.id)

    def enter(self) -> None:
        """Put the keyboard into the first field."""
        form = self.currentWidget()
        if isinstance(form, PieceForm):
            form.setFocus()
            form.focusNextChild()
