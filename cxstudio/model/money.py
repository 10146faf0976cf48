"""Amounts of money as people read them: ¥52.0 million, 5,200万円; a range is written once."""

from __future__ import annotations

from dataclasses import dataclass

SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CHF": "CHF ", "CNY": "CN¥"}
MILLION = 1_000_000
MAN, OKU = 10_000, 100_000_000  # 万 and 億, the steps in which Japanese counts


@dataclass(frozen=True)
class Scale:
    """How amounts up to some size are written: `before`, the figure in `unit`s, `after`."""

    before: str
    unit: int
    after: str
    digits: int
    dash: str

    @property
    def name(self) -> str:
        """What the figures of a column are counted in: "¥ million", "万円"."""
        return f"{self.before.strip()} {self.after.strip()}".strip()

    def figure(self, value: float) -> str:
        """One value without its currency, such as "52.0"."""
        return f"{value / self.unit:,.{self.digits}f}"

    def figures(self, low: float | None, high: float | None) -> str:
        """A range without its currency; one figure where both are the same or one is missing."""
        known = [self.figure(value) for value in (low, high) if value is not None]
        return self.dash.join(dict.fromkeys(known))

    def text(self, low: float | None, high: float | None) -> str:
        """A range with its currency, empty when neither end is known."""
        figures = self.figures(low, high)
        return f"{self.before}{figures}{self.after}" if figures else ""


def scale(currency: str, largest: float, language: str) -> Scale:
    """How a language ("en" or "ja") writes amounts of a currency (ISO 4217) up to `largest`."""
    if language.startswith("ja"):
        return _japanese(currency, largest)
    before = SYMBOLS.get(currency, f"{currency} ")
    if largest >= MILLION:
        return Scale(before, MILLION, " million", 1, "–")
    return Scale(before, 1, "", 0, "–")


def _japanese(currency: str, largest: float) -> Scale:
    name = "円" if currency == "JPY" else f" {currency}"
    if largest >= 10 * OKU:
        return Scale("", OKU, f"億{name}", 1, "〜")
    if largest >= MAN:
        return Scale("", MAN, f"万{name}", 0 if currency == "JPY" else 1, "〜")
    return Scale("", 1, name, 0, "〜")


def amount(value: float, currency: str, language: str) -> str:
    """One amount, such as "¥52.0 million" or "5,200万円"."""
    return scale(currency, abs(value), language).text(value, None)


def span(low: float | None, high: float | None, currency: str, language: str) -> str:
    """A range, such as "¥4.0–7.0 million" or "400〜700万円"; empty when nothing is known."""
    largest = max((abs(value) for value in (low, high) if value is not None), default=0.0)
    return scale(currency, largest, language).text(low, high)
