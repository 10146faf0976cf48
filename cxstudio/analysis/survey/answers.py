"""What single cells of a survey say: scores, ratings, amounts, ticks and moments."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from cxstudio.model.columns import Column

if TYPE_CHECKING:
    import pandas as pd

_WHOLE = re.compile(r"(\d{1,2})(?:\.0+)?(?=$|\s|[^\w.])")
_LEADING = re.compile(r"-?\d{1,4}(?:\.\d+)?(?=$|\s|[^\w.])")
_AMOUNT = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][+-]?\d+)?")
_STARS = re.compile(r"([★⭐]+)[☆✩]*")
_OF_STARS = re.compile(r"^[★☆⭐星]\s*(?=\d)|(?<=\d)\s*(?:つ星|つ|[★⭐星]|stars?)$", re.IGNORECASE)
_CURRENCY = re.compile(r"^[^\d\-+.]{0,4}|[^\d.]{0,4}$")

NOT_TICKED = frozenset({"0", "false", "no", "n", "off", "unchecked", "not selected", "not checked"})
NOT_TICKED |= {"いいえ", "無", "なし", "非該当", "×", "-"}
"""Cells of a ticked column that say no, folded."""


def plain(cell: object) -> str:
    """One form for a cell: no spaces around it, full-width letters and digits as plain ones."""
    return unicodedata.normalize("NFKC", str(cell)).strip()


def score(cell: object) -> int | None:
    """The score 0 to 10 in one cell, or None.

    Understands "9", "9.0", full-width "９", "9点" and a labelled end of the scale such as
    "10 - Extremely likely" or "0：まったく思わない". Anything else, 11 included, is no score.
    """
    text = plain(cell).removesuffix("点").strip()
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


def number(cell: object) -> float | None:
    """The number that a cell begins with: 4, "４点", "5 - Very satisfied", "★★★☆☆"; else None."""
    text = plain(cell).replace("\ufe0f", "").removesuffix("点").strip()
    stars = _STARS.fullmatch(text)
    if stars is not None:
        return float(len(stars[1]))
    text = _OF_STARS.sub("", text)
    found = _LEADING.match(text)
    if found is None or text[found.end() :].strip()[:2].strip("-–—:/~, ")[:1].isdigit():
        return None
    return float(found[0])


def amount(cell: object) -> float | None:
    """An amount of money or a count: "1,200", "¥1,200", "12.5 EUR", "3,000円"; else None."""
    text = plain(cell).replace(" ", "")
    found = _AMOUNT.fullmatch(text) or _AMOUNT.fullmatch(_CURRENCY.sub("", text))
    return float(found[0].replace(",", "")) if found else None


def ticked(cell: object) -> bool:
    """Whether a cell of a ticked column says yes; text of one's own counts as a yes."""
    return plain(cell).casefold() not in NOT_TICKED


def value_in(column: Column) -> Callable[[str], float | None]:
    """How a cell of a score or rating column becomes its number, None where it has none.

    Higher is always better: a turned scale is turned back.
    """
    missing = {plain(cell) for cell in column.missing}
    worded = {plain(text): value for text, value in column.values}
    if column.role == "score":
        return partial(_score_in, missing, worded)
    low = float("-inf") if column.low is None else float(column.low)
    high = float("inf") if column.high is None else float(column.high)
    turn = low + high if column.turned and column.low is not None and column.high is not None else 0
    return partial(_rating_in, missing, worded, low, high, turn)


def _score_in(missing: set[str], worded: dict[str, float], cell: str) -> float | None:
    text = plain(cell)
    if text in missing:
        return None
    return worded[text] if text in worded else score(text)


def _rating_in(
    missing: set[str], worded: dict[str, float], low: float, high: float, turn: float, cell: str
) -> float | None:
    text = plain(cell)
    if text in missing:
        return None
    if worded:
        return worded.get(text)
    found = number(text)
    if found is None or not low <= found <= high:
        return None
    return turn - found if turn else found
