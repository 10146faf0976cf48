"""`cxstudio import-interview`: a transcript becomes an interview."""

from __future__ import annotations

import argparse
import sys

from cxstudio.commands.opened import opened
from cxstudio.commands.terminal import speak
from cxstudio.exchange.interview import add_transcript
from cxstudio.exchange.transcript import read_transcript
from cxstudio.i18n import _
from cxstudio.model import Interview, Paragraph


def run(options: argparse.Namespace) -> int:
    speak()
    transcript = read_transcript(options.transcript)
    with opened(options, read_only=False) as file:
        with file.change(_("Import transcript")) as change:
            title = options.title or transcript.title
            id = add_transcript(change, transcript, title, position=file.count(Interview))
        interview = file.one(Interview, id)
        turns = file.count(Paragraph, Paragraph.interview_id == id)
        speakers = ", ".join(transcript.speakers) or "no speakers recognised"
        sys.stdout.write(f"{interview.code} {interview.title}: {turns:,} turns, {speakers}\n")
    return 0
