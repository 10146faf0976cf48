"""Transcripts in WebVTT, as meeting programs write them."""

from __future__ import annotations

import re

from cxstudio.exchange import cues
from cxstudio.exchange.turns import Turn

_NO_CUES = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")


def is_webvtt(text: str) -> bool:
    """Whether a text says of itself that it is WebVTT."""
    return text.startswith("WEBVTT")


def read(text: str) -> tuple[Turn, ...]:
    """The turns of a WebVTT text; notes, styles and regions are left out."""
    blocks = re.split(r"\n[ \t]*\n", text)
    kept = (block for block in blocks if not _NO_CUES.match(block.lstrip("\n")))
    return cues.turns_of(cues.cues_of("\n\n".join(kept)))
