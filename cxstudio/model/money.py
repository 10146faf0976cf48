"""Amounts of money as people read them: ¥52.0 million, 1億3,200万円; a range is written once."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.formats import MINUS, entered, number

SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CHF": "CHF ", "CNY": "CN¥"}
NAMES = {"JPY": "円", "EUR": "ユーロ", "USD": "ドル", "GBP": "ポンド"}
WHOLE = frozenset("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split())
"""Currencies without a smaller unit (ISO 4217)."""
MILLION, EXACT = 1_000_000, 10_000
"""From the first on amounts are counted in millions; below the other they keep their decimals."""
MAN, OKU = 10_000, 100_000_000  # 万 and 億, the steps in which Japanese counts


def decimals(currency: str) -> int:
    """How many decimals an amount of this currency has: none in yen, two in most others."""
    return 0 if currency in WHOLE else 2


@dataclass(frozen=True)
class Scale:
    """How amounts up to some size are written: `before`, the figure in `unit`s, `after`.

    `currency` is what stands behind a Japanese amount, else ""; `cents` are its decimals.
    """

    before: str
    unit: int
    after: str
    digits: int
    dash: str
    minus: str = MINUS
    currency: str = ""
    cents: int = 2

    @property
    def name(self) -> str:
        """What the figures of a column are counted in: "¥ million", "万円"."""
        return f"{self.before.strip()} {self.after.strip()}".strip()

    def figure(self, value: float) -> str:
        """One value without its currency, such as "52.0"."""
        return number(value / self.unit, self.digits, self.minus)

    def entered(self, value: float) -> str:
        """The same with one decimal more where it would be rounded: 0.75 of a million; to the cent
        where it is not counted in larger units."""
        if self.unit == 1:
            whole = abs(round(value) - value) < 0.005
            return number(value, 0 if whole else self.cents, self.minus)
        return entered(value / self.unit, self.digits, self.digits + 1, self.minus)

    def figures(self, low: float | None, high: float | None) -> str:
        """A range without its currency; one figure where both are the same or one is missing."""
        known = [self.figure(value) for value in (low, high) if value is not None]
        return self.dash.join(dict.fromkeys(known))

    def text(self, low: float | None, high: float | None) -> str:
        """A range with its currency, empty when neither end is known."""
        known = [value for value in (low, high) if value is not None]
        if self.currency and any(abs(value) >= OKU for value in known):
            parts = dict.fromkeys(_counted(value, self.minus) for value in known)
            return self.dash.join(parts) + self.currency
        figures = self.figures(low, high)
        if self.before and figures.startswith(self.minus):  # −¥8.4 million
            return f"{self.minus}{self.before}{figures.removeprefix(self.minus)}{self.after}"
        return f"{self.before}{figures}{self.after}" if figures else ""


def scale(
    currency: str, largest: float, language: str, dash: str = "", minus: str = MINUS
) -> Scale:
    """How a language ("en" or "ja") writes amounts of a currency (ISO 4217) up to `largest`.

    `dash` and `minus` are for a page that has marks of its own.
    """
    if language.startswith("ja"):
        return _japanese(currency, largest, dash or "〜", minus)
    before = SYMBOLS.get(currency, f"{currency} ")
    if largest >= MILLION:
        return Scale(before, MILLION, " million", 1, dash or "–", minus)
    digits, cents = _digits(currency, largest), decimals(currency)
    return Scale(before, 1, "", digits, dash or "–", minus, cents=cents)


def _japanese(currency: str, largest: float, dash: str, minus: str) -> Scale:
    name = NAMES.get(currency, f" {currency}")
    if largest >= 10 * OKU:
        return Scale("", OKU, f"億{name}", 1, dash, minus, name)
    if largest >= MAN:
        return Scale("", MAN, f"万{name}", 0 if currency == "JPY" else 1, dash, minus, name)
    return Scale("", 1, name, _digits(currency, largest), dash, minus, name, decimals(currency))


def _digits(currency: str, largest: float) -> int:
    return decimals(currency) if largest < EXACT else 0


def _counted(value: float, minus: str) -> str:
    """1億3,200万 and the like, rounded to 万."""
    hundred_millions, rest = divmod(round(abs(value) / MAN), OKU // MAN)
    sign = minus if value < 0 else ""
    large = f"{hundred_millions:,}億" if hundred_millions else ""
    small = f"{rest:,}万" if rest else ""
    return f"{sign}{large}{small}" or "0"


def amount(value: float, currency: str, language: str) -> str:
    """One amount, such as "¥52.0 million" or "5,200万円"."""
    return scale(currency, abs(value), language).text(value, None)


def span(low: float | None, high: float | None, currency: str, language: str) -> str:
    """A range, such as "¥4.0–7.0 million" or "400〜700万円"; empty when nothing is known."""
    return scale(currency, largest(low, high), language).text(low, high)


def largest(*values: float | None) -> float:
    """The size of the largest known amount, 0 when none is known."""
    return max((abs(value) for value in values if value is not None), default=0.0)
