"""Dates, numbers and money as the report's language writes them (report.md, section 9)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from cxstudio import formats

SIGNS = {"JPY": "¥", "EUR": "€", "USD": "$", "GBP": "£"}
NAMES = {"JPY": "円", "EUR": "ユーロ", "USD": "ドル", "GBP": "ポンド"}
MINUS, WIDE_MINUS = formats.MINUS, "\uff0d"
DASH = {"en": "", "ja": "～"}  # the report's own range mark in Japanese


@dataclass(frozen=True, slots=True)
class Written:
    """Writes figures in one language, "en" or "ja"."""

    language: str
    currency: str = "EUR"

    @property
    def japanese(self) -> bool:
        return self.language == "ja"

    # ── Dates ─────────────────────────────────────────────────────────────────────────────

    def day(self, date: dt.date) -> str:
        """15 June 2026, or 2026年6月15日."""
        return formats.day(date, self.language)

    def short_day(self, date: dt.date) -> str:
        """15 Jun 2026 for cells, or 2026年6月15日."""
        return formats.cell_day(date, self.language)

    def month(self, date: dt.date) -> str:
        """Apr 2026, or 2026年4月."""
        return formats.month(date, self.language)

    def months(self, first: dt.date | None, last: dt.date | None) -> str:
        """From month to month; one of them alone when the other is open."""
        if first and last:
            return formats.months(first, last, self.language, DASH[self.language])
        known = first or last
        return self.month(known) if known else "–"

    def days(self, first: dt.date, last: dt.date) -> str:
        """From day to day, the same one said once."""
        return formats.days(first, last, self.language, DASH[self.language])

    def span(self, first: str, last: str) -> str:
        """From one to the other, as cells and notes write it."""
        return formats.span(first, last, self.language, DASH[self.language])

    # ── Numbers ───────────────────────────────────────────────────────────────────────────

    def number(self, value: float, decimals: int = 0) -> str:
        """A comma every three digits and a real minus."""
        return formats.number(value, decimals, WIDE_MINUS if self.japanese else MINUS)

    def signed(self, value: float, decimals: int = 1) -> str:
        """With its sign, as feelings and differences are written; zero has none."""
        text = self.number(value, decimals)
        plus = value > 0 and bool(text.strip("0.,"))
        return f"+{text}" if plus else text

    def figure(self, value: float) -> str:
        """A measured value with one decimal, without one that says nothing."""
        return self.number(value, 0 if value == int(value) else 1)

    def score(self, value: float) -> str:
        """An NPS, always with one decimal."""
        return self.number(value, 1)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share from 0 to 1 as 25% or 25％."""
        return self.number(share * 100, decimals) + ("％" if self.japanese else "%")

    def n(self, count: int) -> str:
        """n = 1,543, or n＝1,543."""
        return f"n＝{count:,}" if self.japanese else f"n\u00a0=\u00a0{count:,}"

    def interval(self, low: float, high: float, decimals: int = 1) -> str:
        """16.5 to 24.2, or 16.5～24.2."""
        first, last = self.number(low, decimals), self.number(high, decimals)
        return f"{first}～{last}" if self.japanese else f"{first} to {last}"

    def with_unit(self, value: float, unit: str) -> str:
        """A value with the unit of its measure behind it."""
        text = self.figure(value)
        if not unit:
            return text
        if unit in ("%", "％"):
            return text + ("％" if self.japanese else "%")
        return text + unit if self.japanese else f"{text}\u00a0{unit}"

    def joined(self, parts: list[str]) -> str:
        """Several things in a sentence: a, b and c, or a、b、c."""
        if self.japanese or len(parts) < 2:
            return "、".join(parts)
        return f"{', '.join(parts[:-1])} and {parts[-1]}"

    # ── Money ─────────────────────────────────────────────────────────────────────────────

    def money(self, amount: float) -> str:
        """¥52.0 million, or 5,200万円."""
        if self.japanese:
            return self._kanji(amount) + NAMES.get(self.currency, f" {self.currency}")
        sign = SIGNS.get(self.currency, f"{self.currency} ")
        minus = MINUS if amount < 0 else ""
        if abs(amount) >= 1_000_000:
            return f"{minus}{sign}{abs(amount) / 1_000_000:,.1f} million"
        return f"{minus}{sign}{abs(amount):,.0f}"

    def range_of_money(self, low: float | None, high: float | None) -> str:
        """¥8.0 to 12.0 million; one amount when both are the same, a dash when there is none."""
        if low is None or high is None:
            known = low if low is not None else high
            return "–" if known is None else self.money(known)
        if low == high:
            return self.money(low)
        if self.japanese:
            return f"{self._kanji(low)}～{self.money(high)}"
        if low >= 1_000_000 or low == 0:
            sign = SIGNS.get(self.currency, f"{self.currency} ")
            return f"{sign}{low / 1_000_000:,.1f} to {self.money(high)[len(sign) :]}"
        if high >= 1_000_000:
            sign = SIGNS.get(self.currency, f"{self.currency} ")
            return f"{sign}{low / 1_000_000:,.1f} to {high / 1_000_000:,.1f} million"
        return f"{self.money(low)} to {self.money(high)}"

    def money_unit(self, millions: bool) -> str:
        """¥ million, ¥, 万円 or 円, for the head of a column."""
        if self.japanese:
            return ("万" if millions else "") + NAMES.get(self.currency, f" {self.currency}")
        sign = SIGNS.get(self.currency, self.currency)
        return f"{sign} million" if millions else sign

    def bare_range(self, low: float | None, high: float | None, millions: bool) -> str:
        """0.1–0.3 under a head of millions, 10～30 under one of 万円; a dash for no amount."""
        known = [self._bare(amount, millions) for amount in (low, high) if amount is not None]
        if not known:
            return "–"
        return ("～" if self.japanese else "–").join(dict.fromkeys(known))

    def _bare(self, amount: float, millions: bool) -> str:
        if self.japanese:
            return self.number(amount / 10_000 if millions else amount)
        return self.number(amount / 1_000_000, 1) if millions else self.number(amount)

    def _kanji(self, amount: float) -> str:
        """1億3,200万 and the like, rounded to 万 above 10,000."""
        minus = WIDE_MINUS if amount < 0 else ""
        amount = abs(round(amount))
        if amount < 10_000:
            return f"{minus}{amount:,}"
        tens = round(amount / 10_000)
        hundred_millions, rest = divmod(tens, 10_000)
        if not hundred_millions:
            return f"{minus}{rest:,}万"
        return f"{minus}{hundred_millions:,}億" + (f"{rest:,}万" if rest else "")
