"""`cxstudio report`: the deliverable in Word."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from cxstudio.cli import WrongUse
from cxstudio.commands.opened import opened
from cxstudio.drawing import qt
from cxstudio.store import EngagementFile, durable


def run(options: argparse.Namespace) -> int:
    from cxstudio.report import docx

    qt.ensure_gui()
    with opened(options) as file:
        engagement: Any = file.engagement
        try:
            told = docx.notes(options.template) if options.template else ()
            language = options.language or engagement.report_language
            audience = options.audience or engagement.audience
            report = _built(file, options, language, audience)
            with durable.whole(options.output) as path:
                docx.write(report, path, template=options.template)
        except docx.TemplateError as error:
            raise WrongUse(str(error)) from error
    for note in told:
        sys.stderr.write(f"cxstudio: {note}\n")
    return 0


def _built(file: EngagementFile, options: argparse.Namespace, language: Any, audience: Any) -> Any:
    """The improvement plan, or the progress report of the newest review."""
    if options.kind == "progress":
        from cxstudio.report.progress_report import build_progress_report

        return build_progress_report(
            file.session, language=language, audience=audience, template=options.template
        )
    from cxstudio.report.build import build_report
    from cxstudio.ui.drawers import drawers

    with drawers(file) as draw:
        return build_report(
            file.session,
            language=language,
            audience=audience,
            blob=file.blob,
            template=options.template,
            paper=options.paper,
            draw=draw,
        )
