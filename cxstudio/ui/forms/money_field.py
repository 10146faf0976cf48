"""A field for an amount of money."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from unicodedata import normalize

from cxstudio.exchange.typed import number_of
from cxstudio.i18n import _
from cxstudio.model.money import decimals
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.workspace import Workspace

MOST = 1e15
"""The largest amount that can be typed."""


_SHORT = re.compile(r"(-?[\d.,]+)([km])", re.IGNORECASE)
_WORTH = {"k": 1e3, "m": 1e6}
_AROUND = re.compile(r"[¥$€£円\s]|^[A-Z]{3}(?=[\s\d-])|(?<=[\s\d])[A-Z]{3}$")
"""What stands around an amount: signs and codes of currencies, and spaces."""
_LARGE: Sequence[tuple[str, float]] = (("億", 1e8), ("万", 1e4), ("千", 1e3), ("百", 1e2))
_SMALL = _LARGE[2:]


def amount_of(text: str) -> float:
    """An amount as people type it: 1,200,000, 120万, 1億2千万, 12百万円, 1.2m, ¥500k, 900 EUR.
    Raises ValueError."""
    plain = _AROUND.sub("", normalize("NFKC", text).strip()).replace("−", "-")
    if found := _SHORT.fullmatch(plain):
        return round(number_of(found[1]) * _WORTH[found[2].lower()], 2)
    above = plain.removeprefix("-")
    if "-" in above:
        raise ValueError(text)
    whole = _counted(above, _LARGE)
    return -whole if plain.startswith("-") else whole


def _counted(text: str, units: Sequence[tuple[str, float]]) -> float:
    """What is before the largest unit, times it, and what is behind: 2千5百万 is 25 million."""
    for place, (sign, worth) in enumerate(units):
        before, found, behind = text.partition(sign)
        if found:
            many = _counted(before, _SMALL if worth >= 1e4 else ())
            rest = _counted(behind, units[place + 1 :]) if behind else 0.0
            return round(many * worth + rest, 2)
    return number_of(text)


class MoneyField(NumberField):
    """An amount in the engagement's currency: whole in yen, to the cent in most others; below 0
    only where it is `signed`."""

    def __init__(
        self, workspace: Workspace, *, signed: bool = False, placeholder: str = ""
    ) -> None:
        super().__init__(-MOST if signed else 0, MOST, placeholder=placeholder)
        self._workspace, self._signed = workspace, signed

    def _number(self, text: str) -> float:
        return amount_of(text)

    @property
    def _currency(self) -> str:
        return self._workspace.file.engagement.currency

    def _shown(self, value: Any) -> str:
        if value is None:
            return ""
        rounded = round(float(value), decimals(self._currency))
        if rounded.is_integer():
            return super()._shown(rounded)
        return f"{rounded:,.{decimals(self._currency)}f}".replace("-", "−")

    def refusal(self, value: float) -> str:
        if value < 0 and not self._signed:
            return _("An amount of money cannot be below 0 here. It was not saved.")
        digits = decimals(self._currency)
        if round(value, digits) == value:
            return super().refusal(value)
        words = _("Amounts in {currency} have two decimals at most. It was not saved.")
        if not digits:
            words = _("Amounts in {currency} have no decimals. It was not saved.")
        return words.format(currency=self._currency)
