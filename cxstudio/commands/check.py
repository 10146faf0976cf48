"""`cxstudio check`: is the file sound, and which claims rest on no evidence?"""

from __future__ import annotations

import argparse
import sys
from typing import Any

from cxstudio.commands.opened import opened, passphrase
from cxstudio.model.claims import unsupported
from cxstudio.report.checks.finding import Finding
from cxstudio.report.checks.whole import check
from cxstudio.report.context import Context
from cxstudio.store import EngagementFile
from cxstudio.store.check import examine


def run(options: argparse.Namespace) -> int:
    faults = [str(finding) for finding in examine(options.file, passphrase(options))]
    if faults:
        sys.stdout.write("\n".join(faults) + "\n")
        return 1
    sys.stdout.write("The file is sound.\n")
    with opened(options) as file:
        claims = unsupported(file.session)
        others = [one for one in _found(file) if one.text not in {c.short for c in claims}]
    for claim in claims:
        sys.stdout.write(f"no evidence: {claim.kind} {claim.code} {claim.short}\n")
    for finding in others:
        said = "must be settled" if finding.grave else "worth a look"
        sys.stdout.write(f"{said}: {finding.text}: {finding.why}\n")
    sys.stdout.write(f"{len(claims)} claims rest on no evidence.\n")
    return 1 if claims or any(finding.grave for finding in others) else 0


def _found(file: EngagementFile) -> tuple[Finding, ...]:
    """What the check of the report says of the file, for its own reader and language."""
    one = file.engagement
    language: Any = "ja" if one.report_language == "ja" else "en"
    audience: Any = "internal" if one.audience == "internal" else "client"
    return check(Context(file.session, language, audience, file.blob)).found
