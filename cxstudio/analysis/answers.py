"""Reading the answers to a 0-10 question out of a column of text."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_WHOLE = re.compile(r"(\d{1,2})(?:\.0+)?(?=$|\s|[^\w.])")


def score(cell: object) -> int | None:
    """The score 0 to 10 in one cell, or None.

    Understands "9", "9.0", full-width "９" and a labelled end of the scale such as
    "10 - Extremely likely" or "0：まったく思わない". Anything else, 11 included, is no score.
    """
    text = unicodedata.normalize("NFKC", str(cell)).strip().removesuffix("点")
    found = _WHOLE.match(text)
    if found is None:
        return None
    number = int(found[1])
    rest = text[found.end() :].strip()
    if number > 10 or rest[:2].strip("-–—:/.~, ")[:1].isdigit():
        return None
    return number


def scores(column: pd.Series) -> pd.Series:
    """A column of cells as scores: float, 0 to 10, NaN where there is none; same index."""
    known = {cell: score(cell) for cell in column.unique()}
    return column.map(known).astype("float64")
