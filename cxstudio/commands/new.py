"""`cxstudio new`: a new engagement, empty or the sample."""

from __future__ import annotations

import argparse
import sys

from cxstudio import i18n
from cxstudio.commands.opened import passphrase
from cxstudio.store import EngagementFile


def run(options: argparse.Namespace) -> int:
    i18n.use(options.language)  # the first line of the file's history speaks its language
    file = EngagementFile.create(
        options.file, client=options.client, language=options.language, key=passphrase(options)
    )
    try:
        if options.sample:
            from cxstudio.sample.build import build
            from cxstudio.sample.copy import STEP

            with file, file.change(STEP.in_language(options.language)) as change:
                build(change, options.language, file.put_blob)
        else:
            file.close()
    except BaseException:
        options.file.unlink(missing_ok=True)
        raise
    sys.stdout.write(f"{options.file}\n")
    return 0
