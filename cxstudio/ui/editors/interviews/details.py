"""What is known of the talk besides its notes."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from PySide6.QtWidgets import QWidget

from cxstudio.i18n import _, pgettext
from cxstudio.model import Guide, Interview, Stakeholder
from cxstudio.ui import theme
from cxstudio.ui.forms.fields import LineField
from cxstudio.ui.forms.form import Form
from cxstudio.ui.workspace import Workspace

_MOMENT = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[\sT,、]+(\d{1,2})[:：時](\d{2})?分?)?"
)


class MomentField(LineField):
    """A day with or without a time, typed as 2026-06-08 10:30; midnight is "no time known"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("2026-06-08 10:30", parent)
        self.setMaximumWidth(theme.px(200))

    def value(self) -> Any:
        text = self.text().strip()
        if not text:
            return None
        found = _MOMENT.fullmatch(text)
        if found is None:
            raise ValueError(text)
        return dt.datetime(*(int(part or 0) for part in found.groups()))  # type: ignore[arg-type]  # noqa: DTZ001

    def set_value(self, value: Any) -> None:
        if not self.hasFocus() or self.fault() or self.value() != value:
            super().set_value(moment_text(value))

    def fault(self) -> str:
        try:
            self.value()
        except ValueError:
            return _("Write day and time as 2026-06-08 10:30.")
        return ""


def moment_text(moment: dt.datetime | None) -> str:
    """Day and time as the field takes them."""
    if moment is None:
        return ""
    return f"{moment:%Y-%m-%d %H:%M}" if moment.time() != dt.time() else f"{moment:%Y-%m-%d}"


def details_form(workspace: Workspace) -> Form:
    form = Form(workspace, Interview)
    form.section(_("Who and when"))
    form.line("title", pgettext("interview", "Title"), _("Station desk lead"))
    with form.beside():
        form.reference("stakeholder_id", _("Stakeholder"), Stakeholder, _("A customer"))
        form.line("respondent", _("Customer, by pseudonym"), _("C-04, 60s, no car"))
    with form.beside():
        form.add_field(MomentField(), "held_at", _("Day and time"))
        form.line("place", _("Place"), _("Fukui station desk"))
    with form.beside():
        form.reference("guide_id", _("Guide"), Guide, _("No guide"))
        form.line("interviewer", _("Interviewer"))
    form.section(_("Consent and confidence"))
    form.switch("consent", _("Consent"), _("They agreed that notes are taken and quoted"))
    form.switch("confidential", _("Confidential"), _("New excerpts stay out of the client report"))
    form.switch("illustrative", _("Illustrative"), _("This talk was made up as an example"))
    form.section(_("Summary"))
    form.text("summary", _("What this talk told us"), lines=4)
    return form
