"""What commands that print share: the language of the terminal, columns that line up."""

from __future__ import annotations

import os
import unicodedata

from cxstudio import i18n


def speak() -> None:
    """Print in the language of the terminal's user, as LC_ALL, LC_MESSAGES or LANG say it."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    wanted = next(filter(None, names), "")[:2]
    try:
        i18n.use(wanted if wanted in i18n.LANGUAGES else "en")
    except FileNotFoundError:  # the catalogue was not compiled
        i18n.use("en")


def columns_of(text: str) -> int:
    """How many columns of a terminal a text takes; Japanese letters take two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def padded(text: str, width: int) -> str:
    """The text with spaces behind it, up to so many columns."""
    return text + " " * max(width - columns_of(text), 0)
