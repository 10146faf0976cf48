"""The three feelings of an excerpt or comment, as words, signs and colours."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cxstudio.i18n import _
from cxstudio.model.words import WORDS

FEELINGS = (-1, 0, 1)


class Look(NamedTuple):
    """A chip's kind, a sign, and the roles of a mark's ground and line."""

    chip: Literal["negative", "neutral", "positive"]
    icon: str
    ground: str
    line: str


LOOKS = {
    -1: Look("negative", "minus", "negative_bg", "negative"),
    0: Look("neutral", "equal", "hover", "text_3"),
    1: Look("positive", "plus", "positive_bg", "positive"),
}


def feeling_word(sentiment: int) -> str:
    """The word for a feeling, in the language of the interface."""
    return _(WORDS["sentiment"][str(sentiment)])
