"""The engagement: client, scope, team, dates, and what the report is made with (A1)."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from cxstudio import i18n
from cxstudio.i18n import N_, _, ngettext
from cxstudio.model import Engagement, Interview
from cxstudio.model.chain import End
from cxstudio.store import ChangeSet
from cxstudio.ui import widgets
from cxstudio.ui.editors.engagement.fields import SuggestField
from cxstudio.ui.forms.fields import ChoiceField
from cxstudio.ui.forms.form import Form
from cxstudio.ui.page import Page
from cxstudio.ui.workspace import Workspace

CONFIDENTIALITY = (
    N_("Confidential"),
    N_("Strictly confidential"),
    N_("For internal use only"),
    N_("For discussion only"),
    N_("Public"),
)
CURRENCIES = ("EUR", "USD", "JPY", "GBP", "CHF")


class EngagementPage(Page):
    """One calm column about the one engagement of the file."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.head = widgets.PageHead(_("Engagement"))
        self.form = Form(workspace, Engagement)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.form, 1)
        self._add_client()
        self._add_task()
        self._add_people()
        self._add_report()
        self.form.show_record(1)
        self.refresh(None)

    # -- the fields ------------------------------------------------------------------

    def _add_client(self) -> None:
        form = self.form
        form.line(
            "client",
            _("Client"),
            _("Fukui Prefecture"),
            hint=_("As it should stand on the cover of the report."),
        )
        form.line(
            "title", _("Title of the engagement"), _("Visitor experience of Fukui prefecture")
        )
        with form.beside():
            form.line("industry", _("Industry"), _("Tourism, public sector"))
            form.line("firm", _("Our firm"), _("Hashimoto & Partners"))

    def _add_task(self) -> None:
        form = self.form
        form.section(_("Task"))
        form.text(
            "objectives",
            _("Objectives"),
            _(
                "What should be different when we have finished? For example: know why one "
                "visitor in five would not recommend the trip, and agree on three things to "
                "change before the next season."
            ),
            lines=4,
        )
        form.text(
            "scope",
            _("Scope"),
            _(
                "Visitors from elsewhere in Japan, from the first idea to the return home. "
                "Two journeys: by train, and by car."
            ),
        )
        form.text(
            "limits",
            _("Limits"),
            _("Not looked at: visitors from abroad, prices of inns. Say why, briefly."),
            lines=2,
            hint=_("The report says plainly what was left out."),
        )

    def _add_people(self) -> None:
        form = self.form
        form.section(_("Team and dates"))
        form.text(
            "team",
            _("Team"),
            _("One person a line: name, role, and the days on the job."),
            lines=2,
        )
        with form.beside():
            form.date("starts_on", _("Begins"))
            form.date("ends_on", _("Ends"))
            form.number(
                "interviews_planned", _("Planned interviews"), 0, 200, whole=True, example="14"
            )
        self._dates = widgets.Label("", "small", "error", wrap=True)
        form.add(self._dates)

    def _add_report(self) -> None:
        form = self.form
        form.section(_("Report"))
        form.add_field(
            SuggestField(self._labels, _("Confidential")),
            "confidentiality",
            _("Confidentiality label"),
            hint=_("Stands at the foot of every page of the report."),
        )
        with form.beside():
            form.add_field(
                ChoiceField(list(i18n.LANGUAGES.items())), "report_language", _("Report language")
            )
            form.word("audience", _("Written for"), "audience")
        with form.beside():
            form.line("report_version", _("Version"), "1.0")
            form.add_field(SuggestField(_currencies, "EUR"), "currency", _("Currency"))
        form.text(
            "attribution",
            _("Attribution"),
            _(
                "Sources that must be named, such as: Fukui Prefecture tourism survey, "
                "open data, CC BY 4.0."
            ),
            lines=2,
        )

    def _labels(self) -> list[str]:
        """The usual labels, in the language of the report."""
        report = i18n.catalogue(self.workspace.file.engagement.report_language)
        return [report.gettext(label) for label in CONFIDENTIALITY]

    # -- showing ---------------------------------------------------------------------

    def refresh(self, changes: ChangeSet | None) -> None:
        if changes is None or {"engagement", "interview"} & changes.kinds:
            engagement = self.workspace.file.engagement
            self.head.set_subtitle(" · ".join(self._facts(engagement)))
            begins, ends = engagement.starts_on, engagement.ends_on
            wrong = begins is not None and ends is not None and ends < begins
            self._dates.setText(_("The engagement ends before it begins.") if wrong else "")
            self._dates.setVisible(wrong)

    def _facts(self, engagement: Engagement) -> list[str]:
        facts = [engagement.client] if engagement.client else []
        if engagement.starts_on and engagement.ends_on:
            weeks = round((engagement.ends_on - engagement.starts_on).days / 7)
            if weeks > 0:
                facts.append(ngettext("{count} week", "{count} weeks", weeks).format(count=weeks))
        facts.append(self.status())
        return facts

    def status(self) -> str:
        held = self.workspace.file.count(Interview)
        planned = self.workspace.file.engagement.interviews_planned
        if planned:
            return _("{held} of {planned} interviews held").format(held=held, planned=planned)
        return ngettext("{count} interview held", "{count} interviews held", held).format(
            count=held
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.workspace.select(End("engagement", 1))

    def show_record(self, kind: str, id: int) -> None:
        self.workspace.select(End("engagement", 1))


def _currencies() -> list[str]:
    return list(CURRENCIES)
