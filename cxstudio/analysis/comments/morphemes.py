"""Words of comments: Japanese taken apart by SudachiPy, other languages by their spaces.

A word has a key under which its forms are counted together (美味しい, おいしい; bus, buses) and the
form in which it was written. The dictionary comes with the package sudachidict-small and is read
when the first Japanese comment is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from cxstudio.analysis.comments.english import stem
from cxstudio.analysis.comments.stop_words import DENIED_THROUGH, ENGLISH, JAPANESE, NEGATIONS

if TYPE_CHECKING:
    from sudachipy import Dictionary, Morpheme

_JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff々]")
_SENTENCE = re.compile(r"[\n。！？!?]+|(?<=[a-z])\.\s")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]")
_LETTERS = re.compile(r"[^\W\d_]")
_WIFI = re.compile(r"\bwi[\s-]?fi\b", re.IGNORECASE)
_HONORIFICS = ("さん", "様", "さま", "ちゃん", "君", "氏", "達", "たち", "等", "ら")
_SO_FAR = ("が", "て", "けど", "し", "から")
_LONGEST = 5000  # characters taken apart at once; the tokenizer takes 49,149 bytes


@dataclass(frozen=True)
class Word:
    """A word of a comment.

    `joins` says that it can be part of a compound; `alone` that it can stand for itself, as 所 in
    案内所 cannot; `begins` and `ends` that a compound can begin or end with it.
    """

    key: str
    written: str
    joins: bool = True
    alone: bool = True
    begins: bool = True
    ends: bool = True


_LINK = Word("の", "の", alone=False, begins=False, ends=False)

DENIED = "not "
"""What the key of a denied word begins with."""

Words = list[Word | None]
"""Words in order; None where a compound ends."""


def plain(text: str) -> str:
    """A comment in one form of letters: full-width, half-width and HTML marks made alike."""
    return unicodedata.normalize("NFKC", unescape(text)).strip()


def alike(text: str) -> str:
    """A text that is searched: spaces, width and case of letters make no difference."""
    return " ".join(plain(text).casefold().split())


def splitter() -> Callable[[str], Words]:
    """A function that takes comments apart, for one thread."""
    tokenize: list[Callable[[str], list[Morpheme]]] = []

    def words(text: str) -> Words:
        found: Words = []
        for sentence in _sentences(plain(text)):
            if _JAPANESE.search(sentence):
                if not tokenize:
                    tokenize.append(_tokenizer())
                found += [*_japanese(tokenize[0](sentence)), None]
            else:
                found += [*_spaced(sentence), None]
        return found

    return words


def _sentences(text: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(text):
        for begin in range(0, len(sentence), _LONGEST):
            yield sentence[begin : begin + _LONGEST]


@cache
def _dictionary() -> Dictionary:
    from sudachipy import Dictionary

    return Dictionary(dict="small")


def _tokenizer() -> Callable[[str], list[Morpheme]]:
    from sudachipy import SplitMode

    tokenizer = _dictionary().tokenizer(mode=SplitMode.B)
    return lambda text: list(tokenizer.tokenize(text))


def _japanese(morphemes: list[Morpheme]) -> Iterator[Word | None]:
    for place, morpheme in enumerate(morphemes):
        kind, detail, fine = morpheme.part_of_speech()[:3]
        if kind in ("名詞", "接尾辞"):
            yield _noun(morpheme, kind, detail, fine)
        elif _before_noun(morpheme, morphemes[place + 1 : place + 2]):
            yield Word(morpheme.surface(), morpheme.surface(), alone=False)
        elif kind in ("動詞", "形容詞", "形状詞") and detail == "一般":
            yield from (None, _predicate(morpheme, morphemes[place + 1 : place + 4]), None)
        elif kind == "接頭辞":
            yield from _prefix(morpheme)
        else:
            yield _LINK if (kind, morpheme.surface()) == ("助詞", "の") else None


def _before_noun(morpheme: Morpheme, after: list[Morpheme]) -> bool:
    """Whether it is a verb that is the first half of a noun: 待ち in 待ち時間."""
    kind, *_, form = morpheme.part_of_speech()
    stem_of_noun = kind == "動詞" and form.startswith("連用形-一般")
    return stem_of_noun and any(m.part_of_speech()[0] == "名詞" for m in after)


def _prefix(morpheme: Morpheme) -> Iterator[Word]:
    """新 in 新幹線; a polite お or ご is passed over."""
    if morpheme.normalized_form() != "御":
        yield Word(morpheme.normalized_form(), morpheme.surface(), alone=False, ends=False)


def _noun(morpheme: Morpheme, kind: str, detail: str, fine: str) -> Word | None:
    surface = morpheme.surface()
    if not _JAPANESE.search(surface):
        return next(_spaced(surface), None)
    key = morpheme.normalized_form()
    if kind == "接尾辞":
        noun = detail == "名詞的" and surface not in _HONORIFICS
        return Word(key, surface, alone=False, begins=False) if noun else None
    if detail == "数詞" or key in JAPANESE:
        return None
    alone = fine not in ("助数詞可能", "副詞可能") and len(surface) < 20
    return Word(key, surface, alone=alone)


def _predicate(morpheme: Morpheme, after: list[Morpheme]) -> Word | None:
    """A verb or adjective in its dictionary form; with what follows when that denies it."""
    key = morpheme.normalized_form()
    written = morpheme.surface()
    for following in after:
        kind = following.part_of_speech()[0]
        written += following.surface()
        if following.dictionary_form() in ("ない", "無い", "ぬ", "ず"):
            return Word(f"{key}ない", written, joins=False)
        if kind not in ("助動詞", "助詞") or following.surface() in _SO_FAR:
            break
    if key in JAPANESE:
        return None
    return Word(key, morpheme.dictionary_form(), joins=False)


def _spaced(sentence: str) -> Iterator[Word | None]:
    """Words between spaces, without stop words; "not at all clean" is a word, not clean.

    They are written in lower case but for names and abbreviations, such as AirTrain and TSA.
    """
    sentence = _WIFI.sub("WiFi", sentence)
    denied, shouted, first = -1, sentence.isupper(), True  # where a denial begins
    for found in _WORD.finditer(sentence):
        written = found[0].replace("’", "'").removesuffix("'s").removesuffix("'S")
        word = written.lower()
        if shouted or (first and written.istitle()):
            written = word
        first = first and not _LETTERS.match(word)
        if word in NEGATIONS or word.endswith("n't"):
            denied = found.start()
            yield None
            continue
        if word in ENGLISH or not _LETTERS.match(word) or len(word) < 2:
            yield None
            denied = denied if word in DENIED_THROUGH else -1
            continue
        if denied >= 0:
            said = sentence[denied : found.end()].lower()
            yield from (None, Word(DENIED + stem(word), said, joins=False), None)
        else:
            yield Word(stem(word), written)
        denied = -1
