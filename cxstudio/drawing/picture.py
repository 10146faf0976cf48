"""A picture as documents take it: vectors, pixels behind them, and words for who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """PNG and SVG of the same drawing, its alternative text, and its size on paper."""

    png: bytes
    svg: bytes
    alt: str
    width_mm: float
    height_mm: float
