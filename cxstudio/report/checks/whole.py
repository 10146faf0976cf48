"""All rules together: what is found, how many claims are backed, and what is in order."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.i18n import _
from cxstudio.report import counts, measures
from cxstudio.report.checks import evidence_rules, plan_rules, sample_rules, text_rules
from cxstudio.report.checks.finding import Finding
from cxstudio.report.context import Context

GROUPS = (evidence_rules, plan_rules, text_rules, sample_rules)


@dataclass(frozen=True)
class Findings:
    """All of them, with how many of the claims rest on evidence, as the report itself says, and
    what is in order."""

    backed: int
    claims: int
    found: tuple[Finding, ...]
    fine: tuple[str, ...]


def check(context: Context) -> Findings:
    """Look through the report as it is now; the grave findings come first."""
    found = [finding for group in GROUPS for rule in group.RULES for finding in rule(context)]
    backed, claims = counts.claims(context)
    ordered = sorted(found, key=lambda finding: not finding.grave)
    fine = tuple(_fine(context, found))
    return Findings(backed, claims, tuple(ordered), fine)


def _fine(context: Context, found: list[Finding]) -> list[str]:
    kinds = {finding.kind for finding in found}
    fine = [_("All figures have a caption and a text")]
    if measures.shows_score(context):
        fine.append(_("Trademark line for NPS is in the report"))
    if context.audience == "client":
        fine.append(_("Confidential notes are left out"))
        fine.append(_("People appear by role and pseudonym"))
    if counts.initiatives(context) and "initiative" not in kinds:
        fine.append(_("Every initiative has a gap, an owner, a measure and dates"))
    return fine
