"""Check before sending: what rests on evidence, what is too long, and what must not leave."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cxstudio.i18n import _, ngettext
from cxstudio.report.checks.finding import Finding
from cxstudio.report.checks.whole import Findings
from cxstudio.ui import theme, widgets
from cxstudio.ui.evidence.figures_again import work_out_again
from cxstudio.ui.workspace import Workspace

MOST = 12


class CheckPanel(widgets.ScrollColumn):
    """The findings as cards with a button that goes there."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(max_width=None)
        self._workspace = workspace
        self.body.setContentsMargins(*(theme.px(16),) * 4)
        self.body.setSpacing(theme.px(8))
        self.setMinimumWidth(theme.px(240))
        self.found: tuple[Finding, ...] = ()
        self._findings: Findings | None = None
        self._whole = False

    def show_findings(self, findings: Findings) -> None:
        """Another state of the report."""
        if findings == self._findings:
            return
        self._show(findings)

    def _show(self, findings: Findings) -> None:
        self._findings, self.found = findings, findings.found
        self._clear()
        self._share(findings)
        graves = [one for one in findings.found if one.grave]
        others = [one for one in findings.found if not one.grave]
        for title, group in ((_("Must be settled"), graves), (_("Worth a look"), others)):
            if group:
                self.add(widgets.Label(title, "label", "text_2"))
            shown = len(group) if self._whole else MOST
            for finding in group[:shown]:
                self.add(self._card(finding))
            if len(group) > shown:
                self.add(self._more(len(group) - shown))
        self.add(widgets.Label(_("In order"), "label", "text_2"))
        for text in findings.fine:
            self.add(line("check", text))

    def _more(self, count: int) -> QWidget:
        """The link that shows every finding."""
        more = widgets.link(
            ngettext("and {count} more", "and {count} more", count).format(count=count)
        )
        more.clicked.connect(self.show_all)
        return more

    def show_all(self) -> None:
        """Every finding, from now on."""
        self._whole = True
        if self._findings is not None:
            self._show(self._findings)

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
