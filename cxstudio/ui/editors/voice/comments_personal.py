"""What looks like a person's data in a comment: marked where it is read, named where it is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from cxstudio.analysis.comments.personal import Hint, Sign, hints
from cxstudio.i18n import N_, _

MASK = "●●●"
NAMES = {
    Sign.NAME: N_("a name"),
    Sign.MAIL: N_("an e-mail address"),
    Sign.PHONE: N_("a telephone number"),
    Sign.NUMBER: N_("a card or member number"),
    Sign.LINK: N_("a web address"),
}


@lru_cache(4000)
def hints_of(text: str) -> tuple[Hint, ...]:
    """The hints of a text, remembered as lists paint the same ones again and again."""
    return tuple(hints(text))


def looks_like(found: Sequence[Hint]) -> str:
    """What the hints point at, as words: "a name, an e-mail address"; empty for none."""
    signs = dict.fromkeys(hint.sign for hint in found)
    return _(", ").join(_(NAMES[sign]) for sign in signs)


def parted(text: str) -> list[tuple[str, bool]]:
    """The text in its order, with whether each part looks like a person's data."""
    parts, at = [], 0
    for hint in hints_of(text):
        parts += [(text[at : hint.begins], False), (text[hint.begins : hint.ends], True)]
        at = hint.ends
    return [part for part in (*parts, (text[at:], False)) if part[0]]


def masked_part(text: str, begins: int, ends: int) -> str:
    """The characters `begins` to `ends`, with a mask where a hint of the whole text stands."""
    kept, at = [], begins
    for hint in hints_of(text):
        first, last = max(hint.begins, begins), min(hint.ends, ends)
        if first < last:
            kept += [text[at:first], MASK]
            at = last
    return "".join((*kept, text[at:ends]))
