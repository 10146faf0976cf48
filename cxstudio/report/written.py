"""Dates, numbers and money as the report's language writes them (report.md, section 9)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from cxstudio import formats
from cxstudio.model import money

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

    def entered(self, value: float) -> str:
        """A figure with as many decimals as it was entered with."""
        return formats.entered(value, minus=WIDE_MINUS if self.japanese else MINUS)

    def signed(self, value: float, decimals: int = 1) -> str:
        """With its sign, as feelings and differences are written; zero has none."""
        text = self.number(value, decimals)
        plus = value > 0 and bool(text.strip("0.,"))
        return f"+{text}" if plus else text

    def figure(self, value: float, least: int = 0) -> str:
        """A measured value with one decimal, without one that says nothing unless `least` is 1."""
        return self.number(value, least if value == int(value) else 1)

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

    def with_unit(self, value: float, unit: str, decimals: int = 0) -> str:
        """A value with the unit of its measure behind it and at least these decimals."""
        text = self.figure(value, decimals)
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

    def scale(self, *amounts: float | None) -> money.Scale:
        """How amounts of this size are written; for the columns of a table."""
        return money.scale(
            self.currency, money.largest(*amounts), self.language,
            "～" if self.japanese else "–", WIDE_MINUS if self.japanese else MINUS,
        )  # fmt: skip

    def money(self, low: float | None, high: float | None = None) -> str:
        """¥8.0 to 12.0 million, or 800～1,200万円; one amount when both are the same, a dash
        when there is none."""
        scale = self.scale(low, high)
        if not self.japanese:
            scale = replace(scale, dash=" to ")
        return scale.text(low, high) or "–"
