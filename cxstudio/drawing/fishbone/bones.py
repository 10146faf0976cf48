"""The fishbone of a gap as geometry: bones to the left of a head, causes as twigs on them.

Pure: measures of text are asked of `Measure`, so that the same places come out on the screen, in
a picture and in a test. All lengths are pixels at scale 1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cxstudio.analysis.gaps.causes import Why
from cxstudio.i18n import N_
from cxstudio.model.words import WORDS

Measure = Callable[[str, float, str], float]
"""The height of a text set in a width and a role of type ("label", "small", "body_strong")."""

MARGIN, TEXT, SLANT, BETWEEN = 16.0, 208.0, 56.0, 24.0
HEAD_WIDTH, HEAD_PADDING, TAIL = 200.0, 14.0, 24.0
INDENT, LINE_GAP, TWIG, TITLE_GAP, SPINE_GAP = 14.0, 6.0, 12.0, 8.0, 18.0
FIRST, DEEPER, NAME = "label", "small", "body_strong"
NO_BONE = N_("On no bone yet")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its left upper corner."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Twig:
    """A cause in its box; `level` 0 is a first why, whose line reaches the bone at `reach`."""

    id: int
    text: str
    box: Box
    level: int
    root: bool
    reach: float


@dataclass(frozen=True, slots=True)
class Bone:
    """A branch: its key in words.BONE, its name's box, its line from the tip to the spine."""

    key: str
    name: str
    box: Box
    tip: tuple[float, float]
    foot: tuple[float, float]
    twigs: tuple[Twig, ...]


@dataclass(frozen=True, slots=True)
class Fishbone:
    """The whole drawing: its size, the spine from left to right, the head with the gap."""

    width: float
    height: float
    spine: tuple[float, float, float]  # left, right, y
    head: Box
    title: str
    bones: tuple[Bone, ...]


def branches(
    tree: tuple[Why, ...], words: Callable[[str], str]
) -> list[tuple[str, str, list[Why]]]:
    """The bones that carry a cause in the order of their words, those without a bone last.

    `words` gives their names in a language.
    """
    named = [(key, words(name)) for key, name in WORDS["bone"].items()]
    found = [(key, name, [why for why in tree if why.bone == key]) for key, name in named]
    other = [why for why in tree if why.bone not in WORDS["bone"]]
    return [one for one in (*found, ("", words(NO_BONE), other)) if one[2]]


def lay_out(
    title: str, branches: Sequence[tuple[str, str, Sequence[Why]]], measure: Measure
) -> Fishbone:
    """Places for a gap's title and its branches, each (key, name, first whys).

    Branches stand in pairs, one above the spine and one below it, the first at the left.
    """
    heights = [_height(name, whys, measure) for _key, name, whys in branches]
    above = max(heights[0::2], default=0.0)
    below = max(heights[1::2], default=0.0)
    head_high = measure(title, HEAD_WIDTH - 2 * HEAD_PADDING, NAME) + 2 * HEAD_PADDING
    spine = MARGIN + max(above + SPINE_GAP if above else 0.0, head_high / 2)
    pairs = (len(branches) + 1) // 2
    step = TEXT + SLANT + BETWEEN
    right = MARGIN + max(pairs, 1) * step + TAIL
    head = Box(right, spine - head_high / 2, HEAD_WIDTH, head_high)
    bones = tuple(
        _bone(branch, MARGIN + number // 2 * step, spine, number % 2 == 0, high, measure)
        for number, (branch, high) in enumerate(zip(branches, heights, strict=True))
    )
    height = spine + max(below + SPINE_GAP if below else 0.0, head_high / 2) + MARGIN
    return Fishbone(right + HEAD_WIDTH + MARGIN, height, (MARGIN, right, spine), head, title, bones)


def _height(name: str, whys: Sequence[Why], measure: Measure) -> float:
    texts = sum(
        _text_height(why, level, measure) + LINE_GAP
        for first in whys
        for why, level in _levels(first)
    )
    return measure(name, TEXT, NAME) + TITLE_GAP + texts


def _levels(why: Why, level: int = 0) -> list[tuple[Why, int]]:
    found = [(why, level)]
    for below in why.below:
        found += _levels(below, level + 1)
    return found


def _text_height(why: Why, level: int, measure: Measure) -> float:
    wide = TEXT - TWIG - INDENT * min(level, 5)
    return measure(why.text, wide, DEEPER if level else FIRST)


def _bone(
    branch: tuple[str, str, Sequence[Why]],
    left: float,
    spine: float,
    up: bool,
    high: float,
    measure: Measure,
) -> Bone:
    key, name, whys = branch
    top = spine - SPINE_GAP - high if up else spine + SPINE_GAP
    name_high = measure(name, TEXT, NAME)
    tip_x = left + TEXT
    tip = (tip_x, top if up else top + high)
    foot = (tip_x + SLANT, spine)
    y = top + name_high + TITLE_GAP if up else top
    twigs = []
    for first in whys:
        for why, level in _levels(first):
            tall = _text_height(why, level, measure)
            share = (y + tall - tip[1]) / (foot[1] - tip[1])
            indent = INDENT * min(level, 5)
            box = Box(left + indent, y, TEXT - TWIG - indent, tall)
            reach = tip_x + share * SLANT
            twigs.append(Twig(why.id, why.text, box, level, not why.below, reach))
            y += tall + LINE_GAP
    title = Box(left, top if up else top + high - name_high, TEXT, name_high)
    return Bone(key, name, title, tip, foot, tuple(twigs))
