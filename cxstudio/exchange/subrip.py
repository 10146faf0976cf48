"""Transcripts in SRT, the format of SubRip."""

from __future__ import annotations

import re

from cxstudio.exchange import cues
from cxstudio.exchange.turns import Turn

_FIRST = re.compile(r"\s*\d+[ \t]*\n\s*\d+:\d{2}:\d{2}[.,]\d{1,3}\s*-->")


def is_subrip(text: str) -> bool:
    """Whether a text begins like SRT, with a number and a timing."""
    return _FIRST.match(text) is not None


def read(text: str) -> tuple[Turn, ...]:
    """The turns of an SRT text."""
    return cues.turns_of(cues.cues_of(text))
