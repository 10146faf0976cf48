"""`cxstudio report`: the deliverable in Word."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from cxstudio.cli import WrongUse
from cxstudio.commands.opened import opened, whole
from cxstudio.drawing import qt


def run(options: argparse.Namespace) -> int:
    from cxstudio.report import docx
    from cxstudio.report.build import build_report

    qt.ensure_gui()
    with opened(options) as file:
        engagement: Any = file.engagement
        try:
            told = docx.notes(options.template) if options.template else ()
            report = build_report(
                file.session,
                language=options.language or engagement.report_language,
                audience=options.audience or engagement.audience,
                blob=file.blob,
                template=options.template,
            )
            with whole(options.output) as path:
                docx.write(report, path, template=options.template)
        except docx.TemplateError as error:
            raise WrongUse(str(error)) from error
    for note in told:
        sys.stderr.write(f"cxstudio: {note}\n")
    return 0
