"""The typeface that pictures are set in: ours, or that of a firm's template.

Whoever draws for a template draws within `set_in`; every measure and every painter of text asks
here. Why, and what is done where the template's face is missing: docs/decisions/48.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from cxstudio.drawing.picture import Drawing, T, Tell
from cxstudio.drawing.qt import JAPANESE, LATIN

_AS_WIDE = {
    "Arial": ("Liberation Sans", "Arimo"),
    "Helvetica": ("Arial", "Liberation Sans", "Arimo"),
    "Times New Roman": ("Liberation Serif", "Tinos"),
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
}
"""Faces that were made as wide as another, letter by letter."""
_NARROWER = frozenset({"Arial", "Helvetica", "Times New Roman", "Calibri"})
"""Faces in which no text is wider than in ours, as far as was measured."""
_IN_ENGLISH = {
    "ＭＳ 明朝": "MS Mincho",
    "ＭＳ Ｐ明朝": "MS PMincho",
    "ＭＳ ゴシック": "MS Gothic",
    "ＭＳ Ｐゴシック": "MS PGothic",
    "游明朝": "Yu Mincho",
    "游ゴシック": "Yu Gothic",
    "メイリオ": "Meiryo",
}
"""The same face by the name that computers in other languages know."""
_PUBLIC = ("Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans", "sans-serif")
_A_NAME = re.compile(r"[^\W_][\w .-]{0,60}")


@dataclass(frozen=True, slots=True)
class Face:
    """The typefaces of a template's running text; "" is ours."""

    latin: str = ""
    japanese: str = ""


OURS = Face()
_present: ContextVar[Face] = ContextVar("face", default=OURS)


def present() -> Face:
    """The face that is drawn in."""
    return _present.get()


@contextmanager
def set_in(face: Face) -> Iterator[None]:
    """Draw in this face, in this thread."""
    before = _present.set(face)
    try:
        yield
    finally:
        _present.reset(before)


def drawn_in(face: Face, drawing: Drawing[T], tell: Tell) -> T:
    """What a drawing gives in this face, wherever it is drawn."""
    with set_in(face):
        return drawing(tell)


def families(face: Face, installed: Iterable[str]) -> list[str]:
    """The families that text is set in here: those of the face, or as wide, that are installed,
    and ours for what they lack."""
    there = frozenset(installed)
    latin, japanese = (
        [name for name in _same(wanted) if name in there][:1]
        for wanted in (face.latin, face.japanese)
    )
    return [*latin, LATIN, *japanese, JAPANESE]


def named(face: Face, installed: Iterable[str]) -> str:
    """The families that an SVG asks for, of which its reader takes the first that is there: none
    in which the text is wider than it was measured."""
    there = frozenset(installed)
    latin = _same(face.latin)
    if not there.intersection(latin) and face.latin not in _NARROWER:
        latin = []
    # An em for each kana and kanji in every Japanese face, and less in proportional ones.
    return ", ".join(dict.fromkeys([*latin, LATIN, *_same(face.japanese), *_PUBLIC]))


def _same(name: str) -> list[str]:
    """A face by all its names, and those as wide; none for what cannot be a name."""
    if not _A_NAME.fullmatch(name):
        return []
    return list(dict.fromkeys([name, _IN_ENGLISH.get(name, name), *_AS_WIDE.get(name, ())]))
