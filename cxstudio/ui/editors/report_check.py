"""Check before sending: what rests on evidence, what is too long, and what must not leave."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.model import ReportSection, Stakeholder
from cxstudio.model.claims import unsupported
from cxstudio.report import counts, measures, narrative
from cxstudio.report.context import Context
from cxstudio.report.heard import old_figures
from cxstudio.report.sections import TITLES, order, words
from cxstudio.report.texts import LONGEST_MESSAGE
from cxstudio.ui import theme, widgets
from cxstudio.ui.evidence.figures_again import work_out_again
from cxstudio.ui.workspace import Workspace

MOST = 12
SUMMARY_LIMIT = {"en": 1350, "ja": 700}
"""Characters of the summary's text that fit on its one page."""


@dataclass(frozen=True)
class Finding:
    """One thing to settle: what, why, and the record where it is settled."""

    text: str
    why: str
    kind: str
    id: int
    grave: bool = True
    old: bool = False  # a figure that can be worked out again


@dataclass(frozen=True)
class Findings:
    """All of them, with how many of the claims rest on evidence and what is in order."""

    backed: int
    claims: int
    found: tuple[Finding, ...]
    fine: tuple[str, ...]


def check(context: Context) -> Findings:
    """Look through the report as it is now."""
    bare = unsupported(context.session)
    backed, claims = counts.claims(context)
    sections = [context.texts[key] for key in order(context) if key in context.texts]
    paragraphs = sum(len(narrative.lines(section.narrative)) for section in sections)
    unmarked = sum(claim.kind == "report_section" for claim in bare)
    found = [
        Finding(
            claim.text or claim.code,
            _("No evidence stands behind this claim."),
            claim.kind,
            claim.id,
            grave=claim.kind != "report_section",
        )
        for claim in bare
    ]
    found += (
        _old_figures(context)
        + _names(context, sections)
        + _lengths(context, sections)
        + _unaccepted(context, sections)
    )
    return Findings(
        backed + paragraphs - unmarked, claims + paragraphs, tuple(found), tuple(_fine(context))
    )


def _old_figures(context: Context) -> list[Finding]:
    """Figures of a survey whose wave has changed since they were kept."""
    return [
        Finding(
            _("Figure out of date: {code}").format(code=piece.code),
            _("The wave has changed since this figure was taken from it."),
            "evidence",
            piece.id,
            old=True,
        )
        for piece in old_figures(context)
    ]


def _names(context: Context, sections: list[ReportSection]) -> list[Finding]:
    """Real names in the consultant's words; the report replaces them, but they should go."""
    names = {p.name for p in context.all(Stakeholder) if len(p.name) > 1 and p.name != p.role}
    return [
        Finding(
            _("A person’s name stands in the text"),
            _("The report shows the pseudonym instead; better take the name out."),
            "report_section",
            section.id,
        )
        for section in sections
        if any(name in section.message + section.lead + section.narrative for name in names)
    ]


def _lengths(context: Context, sections: list[ReportSection]) -> list[Finding]:
    found = []
    most = LONGEST_MESSAGE[context.language]
    for section in sections:
        if len(section.message) > most:
            text = _("The message of “{section}” is too long").format(section=_title(section))
            why = _("{count} characters; {most} fit.").format(count=len(section.message), most=most)
            found.append(Finding(text, why, "report_section", section.id, grave=False))
        for code, page in narrative.by_page(section.narrative)[1].items():
            if len(page.message) > most:
                text = _("The heading of {code} is too long").format(code=code)
                length = len(page.message)
                why = _("{count} characters; {most} fit.").format(count=length, most=most)
                found.append(Finding(text, why, "report_section", section.id, grave=False))
    summary = context.texts.get("summary")
    limit = SUMMARY_LIMIT[context.language]
    length = len(words(context, "summary").narrative)
    if summary is not None and length > limit:
        why = _("{count} characters; about {most} fit.").format(count=length, most=limit)
        found.append(
            Finding(_("The summary may not fit on one page"), why, "report_section", summary.id)
        )
    return found


def _unaccepted(context: Context, sections: list[ReportSection]) -> list[Finding]:
    return [
        Finding(
            _("“{section}” has no message of its own").format(section=_title(section)),
            _("The computed suggestion is printed until you write or accept one."),
            "report_section",
            section.id,
            grave=False,
        )
        for section in sections
        if not section.message.strip()
    ]


def _title(section: ReportSection) -> str:
    return _(TITLES.get(section.key, section.key))


def _fine(context: Context) -> list[str]:
    fine = [_("All figures have a caption and a text")]
    if measures.shows_score(context):
        fine.append(_("Trademark line for NPS is in the report"))
    if context.audience == "client":
        fine.append(_("Confidential notes are left out"))
    fine.append(_("People appear by role and pseudonym"))
    return fine


class CheckPanel(widgets.ScrollColumn):
    """The findings as cards with a button that goes there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(max_width=None)
        self._workspace = workspace
        self.body.setContentsMargins(*(theme.px(16),) * 4)
        self.body.setSpacing(theme.px(8))
        self.setMinimumWidth(theme.px(240))
        self.found: tuple[Finding, ...] = ()

    def show_findings(self, findings: Findings) -> None:
        """Another state of the report."""
        self.found = findings.found
        self._clear()
        self._share(findings)
        graves = [one for one in findings.found if one.grave]
        others = [one for one in findings.found if not one.grave]
        for title, group in ((_("Must be settled"), graves), (_("Worth a look"), others)):
            if group:
                self.add(widgets.Label(title, "label", "text_2"))
            for finding in group[:MOST]:
                self.add(self._card(finding))
            if len(group) > MOST:
                more = ngettext("and {count} more", "and {count} more", len(group) - MOST)
                text = more.format(count=len(group) - MOST)
                self.add(widgets.Label(text, "small", "text_3"))
        self.add(widgets.Label(_("In order"), "label", "text_2"))
        for text in findings.fine:
            self.add(line("check", text))

    def _clear(self) -> None:
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _share(self, findings: Findings) -> None:
        text = _("{backed} of {claims} claims rest on evidence").format(
            backed=findings.backed, claims=findings.claims
        )
        self.add(widgets.Label(text, "body", wrap=True))
        self.add(widgets.Bar(findings.backed / findings.claims if findings.claims else None))

    def _card(self, finding: Finding) -> QWidget:
        panel = widgets.Panel(padding=12)
        panel.body.setSpacing(theme.px(4))
        icon = "circle-alert" if finding.grave else "triangle-alert"
        panel.body.addWidget(line(icon, finding.text, "label"))
        panel.body.addWidget(widgets.Label(finding.why, "small", "text_3", wrap=True))
        show = widgets.outline(_("Show"), small=True)
        show.setAccessibleName(_("Show {what}").format(what=finding.text))
        show.clicked.connect(partial(self._workspace.go_to, finding.kind, finding.id))
        acts = QHBoxLayout()
        acts.setSpacing(theme.px(8))
        acts.addWidget(show)
        if finding.old and not self._workspace.read_only:
            acts.addWidget(self._again(finding))
        acts.addStretch(1)
        panel.body.addLayout(acts)
        return panel

    def _again(self, finding: Finding) -> QWidget:
        """The button that works out all figures that are out of date, which it says."""
        ids = [one.id for one in self.found if one.old]
        words = _("Work out again") if len(ids) == 1 else _("Work out all again")
        button = widgets.outline(words, "refresh-cw", small=True)
        button.clicked.connect(partial(work_out_again, self._workspace, ids))
        return button


def line(icon: str, text: str, style: str = "body") -> QWidget:
    """A sentence behind its icon."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    tone = {"circle-alert": "error", "triangle-alert": "warning"}.get(icon, "text_2")
    row.addWidget(widgets.Glyph(icon, tone, 14, "body"), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(widgets.Label(text, style, wrap=True), 1)
    return holder


def column_of(*parts: QWidget) -> QWidget:
    """Widgets under each other without margins."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    return holder
