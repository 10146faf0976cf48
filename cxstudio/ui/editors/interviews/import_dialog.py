"""Who is who in a transcript: asked once before it becomes paragraphs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from cxstudio.exchange.interview import likely_interviewer
from cxstudio.exchange.transcript import Transcript
from cxstudio.i18n import _, ngettext, pgettext
from cxstudio.model import Stakeholder
from cxstudio.ui import theme, widgets
from cxstudio.ui.shell.dialog import Dialog
from cxstudio.ui.workspace import Workspace

NEW, HERE = "new", "here"
CUSTOMER, INTERVIEWER, OTHER = "customer", "interviewer", "other"


@dataclass(frozen=True)
class Answer:
    """What the user decided: where it goes, the names shown, and who was talked to."""

    where: str
    title: str
    names: dict[str, str]
    stakeholder_id: int | None
    respondent: str
    interviewer: str


class _Speaker:
    """The row of one speaker: the name found, who it is, and the name to show."""

    def __init__(self, dialog: ImportDialog, name: str, row: int) -> None:
        self.name = name
        self._dialog, self._typed = dialog, False
        self.role = widgets.Choice()
        self.role.setAccessibleName(_("Who is {name}?").format(name=name))
        for key, text in dialog.roles:
            self.role.addItem(text, key)
        self.shown = QLineEdit()
        self.shown.setAccessibleName(_("Name shown for {name}").format(name=name))
        dialog.grid.addWidget(widgets.Label(name, "label"), row, 0)
        dialog.grid.addWidget(self.role, row, 1)
        dialog.grid.addWidget(self.shown, row, 2)
        self.role.activated.connect(self._on_role)
        self.shown.textEdited.connect(self._on_typed)

    def choose(self, role: object) -> None:
        self.role.setCurrentIndex(max(self.role.findData(role), 0))
        self._on_role()

    def _on_typed(self) -> None:
        self._typed = True

    def _on_role(self) -> None:
        if not self._typed:
            self.shown.setText(self._dialog.name_for(self.name, self.role.currentData()))


class ImportDialog(Dialog):
    """`answer()` after it was accepted."""

    def __init__(
        self,
        workspace: Workspace,
        transcript: Transcript,
        here: str = "",
        parent: QWidget | None = None,
    ) -> None:
        count = len(transcript.turns)
        found = ngettext("{count} turn was found.", "{count} turns were found.", count)
        why = _("Names are replaced here, so that people stay behind pseudonyms.")
        sentence = " ".join((found.format(count=count), why if transcript.speakers else ""))
        super().__init__(parent, _("Import transcript"), sentence.strip(), 620)
        self.workspace, self.transcript = workspace, transcript
        people = workspace.file.all(Stakeholder)
        self.public = {person.id: person.public_name for person in people}
        self.roles: list[tuple[object, str]] = [
            (CUSTOMER, _("Customer")),
            (INTERVIEWER, _("Interviewer (not quoted)")),
            (OTHER, _("Somebody else")),
            *((p.id, f"{p.code} {p.role or p.public_name}") for p in people),
        ]
        self._title = QLineEdit(transcript.title)
        self.add_field(pgettext("interview", "Title"), self._title)
        self._where = widgets.Segmented(
            [(NEW, _("A new interview")), (HERE, _("Add to {code}").format(code=here))]
            if here
            else [(NEW, _("A new interview"))],
            _("Where it goes"),
        )
        self._where.setVisible(bool(here))
        self.body.addWidget(self._where)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(theme.px(12))
        self.grid.setVerticalSpacing(theme.px(8))
        self.grid.setColumnStretch(1, 2)
        self.grid.setColumnStretch(2, 2)
        self._speakers: list[_Speaker] = []
        self._add_speakers()
        self.body.addLayout(self.grid)
        self.add_cancel()
        self.add_button(widgets.filled(_("Import")), accepts=True)

    def _add_speakers(self) -> None:
        if not self.transcript.speakers:
            return
        titles = (_("Speaker"), _("Who it is"), _("Name shown"))
        for column, title in enumerate(titles):
            self.grid.addWidget(widgets.Label(title, "small", "text_3"), 0, column)
        asks = likely_interviewer(self.transcript)
        counts = Counter(turn.speaker for turn in self.transcript.turns)
        main = max(
            (name for name in self.transcript.speakers if name != asks),
            key=lambda name: counts[name],
            default=None,
        )
        for row, name in enumerate(self.transcript.speakers, 1):
            speaker = _Speaker(self, name, row)
            self._speakers.append(speaker)
            role = INTERVIEWER if name == asks else self._guess(name, main)
            speaker.choose(role)

    def _guess(self, name: str, main: str | None) -> object:
        """A stakeholder whose name or pseudonym it is, else a customer."""
        folded = name.casefold()
        for person in self.workspace.file.all(Stakeholder):
            if folded in (
                person.name.casefold(),
                person.public_name.casefold(),
                person.code.casefold(),
            ):
                return person.id
        return CUSTOMER if name == main else OTHER

    def name_for(self, name: str, role: object) -> str:
        """The name that is offered for a speaker of a role."""
        if isinstance(role, int):
            return self.public[role]
        if role == INTERVIEWER:
            return _("Me")
        number = 1 + [speaker.name for speaker in self._speakers].index(name)
        words = _("Customer {number}") if role == CUSTOMER else _("Person {number}")
        return words.format(number=number)

    def answer(self) -> Answer:
        names, stakeholder, respondent, interviewer = {}, None, "", ""
        for speaker in self._speakers:
            role, shown = speaker.role.currentData(), speaker.shown.text().strip()
            names[speaker.name] = shown
            if isinstance(role, int) and stakeholder is None:
                stakeholder = role
            elif role == CUSTOMER and not respondent:
                respondent = shown
            elif role == INTERVIEWER and not interviewer:
                interviewer = speaker.name
        if stakeholder is not None:
            respondent = ""
        where, title = self._where.key() or NEW, self._title.text().strip()
        return Answer(where, title, names, stakeholder, respondent, interviewer)
