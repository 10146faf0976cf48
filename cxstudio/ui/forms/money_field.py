"""A field for an amount of money."""

from __future__ import annotations

from typing import Any

from cxstudio.i18n import _
from cxstudio.model.money import decimals
from cxstudio.ui.forms.fields import NumberField
from cxstudio.ui.workspace import Workspace

MOST = 1e15
"""The largest amount that can be typed."""


class MoneyField(NumberField):
    """An amount in the engagement's currency: whole in yen, to the cent in most others; below 0
    only where it is `signed`."""

    def __init__(
        self, workspace: Workspace, *, signed: bool = False, placeholder: str = ""
    ) -> None:
        super().__init__(-MOST if signed else 0, MOST, placeholder=placeholder)
        self._workspace, self._signed = workspace, signed

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
