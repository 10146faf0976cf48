"""The words of a section: the consultant's, and what is suggested where there are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cxstudio.model import ReportSection
from cxstudio.report.narrative import by_page

JAPANESE_LINE = 24
LONGEST_MESSAGE = {"en": 90, "ja": 48}
"""Characters that a message may have."""


@dataclass(frozen=True, slots=True)
class PageText:
    """The page of one record in a section: its code and the message that is computed for it."""

    code: str
    message: str


_BREAK = re.compile(r"[、。]")
_OPENING = re.compile(r"(\d+)(?: of (\d+))?(?= [a-z])")
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()


@dataclass(frozen=True, slots=True)
class Texts:
    """Message (the heading that states the finding), lead and narrative."""

    message: str = ""
    lead: str = ""
    narrative: str = ""

    def over(self, written: ReportSection | None) -> Texts:
        """These texts where the consultant has written none."""
        if written is None:
            return self
        narrative = written.narrative.strip()
        if not by_page(narrative)[0]:  # headings of pages leave the suggestion for the rest
            narrative = f"{self.narrative}\n{narrative}".strip()
        return Texts(
            written.message.strip() or self.message, written.lead.strip() or self.lead, narrative
        )


def broken(message: str, language: str) -> str:
    """A Japanese message of more than one line, broken after 、 or 。 near its middle; an English
    one begins with a word.

    A message that has its own break, or no good place for one, is left as it is.
    """
    if language != "ja":
        return spelled(message)
    if "\n" in message or len(message) <= JAPANESE_LINE:
        return message
    places = [m.end() for m in _BREAK.finditer(message) if len(message) - m.end() >= 4]
    good = [
        place for place in places if max(place, len(message) - place) <= JAPANESE_LINE and place > 3
    ]
    if not good:
        return message
    best = min(good, key=lambda place: abs(place - len(message) / 2))
    return f"{message[:best]}\n{message[best:]}"


def spelled(message: str) -> str:
    """An English sentence that begins with a number up to twelve, with that number in words."""
    found = _OPENING.match(message)
    if found is None or any(int(n) not in range(1, 13) for n in found.groups() if n):
        return message
    words = [_NUMBERS[int(n) - 1] for n in found.groups() if n]
    return " of ".join(words).capitalize() + message[found.end() :]
