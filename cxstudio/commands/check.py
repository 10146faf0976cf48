"""`cxstudio check`: is the file sound, and which claims rest on no evidence?"""

from __future__ import annotations

import argparse
import sys

from cxstudio.commands.opened import opened, passphrase
from cxstudio.model.claims import unsupported
from cxstudio.store.check import examine


def run(options: argparse.Namespace) -> int:
    faults = [str(finding) for finding in examine(options.file, passphrase(options))]
    if faults:
        sys.stdout.write("\n".join(faults) + "\n")
        return 1
    sys.stdout.write("The file is sound.\n")
    with opened(options) as file:
        claims = unsupported(file.session)
    for claim in claims:
        sys.stdout.write(f"no evidence: {claim.kind} {claim.code} {claim.text}\n")
    sys.stdout.write(f"{len(claims)} claims rest on no evidence.\n")
    return 1 if claims else 0
