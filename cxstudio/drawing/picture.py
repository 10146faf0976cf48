"""A picture as documents take it: vectors, pixels behind them, and words for who cannot see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

Tell = Callable[[float, str], None]
"""Called now and then with the share that is done, from 0 to 1, and words in the language of the
interface for what is being done, or none if that is the same still; may raise to give up."""

T = TypeVar("T")
Drawing = Callable[[Tell], T]
"""Draws when it is called. What a drawing is made of can be pickled, as can what comes of it."""

Draw = Callable[[Drawing[Any]], Drawing[Any]]
"""Begins a drawing; what comes back is called for what it gives."""


@dataclass(frozen=True, slots=True)
class Picture:
    """PNG and SVG of the same drawing, its alternative text, and its size on paper."""

    png: bytes
    svg: bytes
    alt: str
    width_mm: float
    height_mm: float


def nobody(_share: float, _doing: str) -> None:
    """For work that nobody waits for."""


def here(drawing: Drawing[T]) -> Drawing[T]:
    """Draw when what it gives is asked for, where that is."""
    return drawing
