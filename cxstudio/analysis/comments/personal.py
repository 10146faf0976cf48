"""Signs of a person in a comment: names, addresses and numbers to mask before it is quoted.

Hints, not proof: a name without さん, 様 or a title is not found, so that a reader must still look.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum


class Sign(Enum):
    """What a hint points at."""

    NAME = "name"
    MAIL = "e-mail address"
    PHONE = "telephone number"
    NUMBER = "card or member number"
    LINK = "web address"


@dataclass(frozen=True)
class Hint:
    """The characters `begins` to `ends` of a text look like a person's data."""

    sign: Sign
    begins: int
    ends: int


_ROLES = frozenset(
    """
    客 皆 皆々 子 奥 旦那 運転手 助手 担当 店長 社長 部長 課長 館長 女将 大将 主人 板前 仲居 坊 土産
    ガイド スタッフ フロント ドライバー オーナー シェフ バイト パート 先生 母 父 兄 姉 弟 妹 孫 爺
    婆 嫁 婿 神 仏 王 殿 各 同 多 有 一 異 模 仕 外 貴 皇 ワン 業者
    """.split()
)
_ROLE_ENDINGS = ("屋", "員", "者", "師", "客")
_NO_NAMES = ("たく", "みな", "おば", "おじ", "かみ", "ばあ", "じい", "ぼう", "きん", "とう", "かあ")
"""What hiragana before さん is: たくさん, みなさん, おばさん."""
_NAMED = re.compile(
    r"([一-鿿々]{1,4}|[ァ-ヴー]{2,10})(?:さん|さま|様(?![々子式相態])|氏(?![名神遺]))"
    r"|(?<![一-鿿])([ぁ-ん]{2,4})(?:さん|さま)"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? +([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)")
_PHONE = re.compile(r"(?<![\d-])(?:\+\d{1,3}[ -]?|\(?0)\d{1,4}\)?[ -]?\d{1,4}[ -]?\d{3,4}(?!\d)")
_PATTERNS = (
    (Sign.MAIL, re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)),
    (Sign.LINK, re.compile(r"(?:https?://|www\.)[^\s、。「」]+")),
    (Sign.NUMBER, re.compile(r"(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{1,4})?(?!\d)")),
    (Sign.PHONE, _PHONE),
)


def hints(text: str) -> list[Hint]:
    """What looks like a person's data, in order and without overlap."""
    letters = _narrow(text)
    found = [
        Hint(sign, match.start(), match.end())
        for sign, pattern in _PATTERNS
        for match in pattern.finditer(letters)
        if sign is not Sign.PHONE or 9 <= sum(c.isdigit() for c in match[0]) <= 15
    ]
    found += [Hint(Sign.NAME, m.start(1), m.end(1)) for m in _TITLED.finditer(letters)]
    names = (m.span(1) if m[1] else m.span(2) for m in _NAMED.finditer(letters))
    found += [Hint(Sign.NAME, *span) for span in names if _name(letters[slice(*span)])]
    return _apart(found)


def _name(before: str) -> bool:
    """Whether what stands before さん or 様 is a name and not a role: 店員さん, お客様."""
    return before not in _ROLES and not before.endswith(_ROLE_ENDINGS + _NO_NAMES)


def _apart(found: Iterable[Hint]) -> list[Hint]:
    kept: list[Hint] = []
    for hint in sorted(found, key=lambda hint: (hint.begins, -hint.ends)):
        if not kept or hint.begins >= kept[-1].ends:
            kept.append(hint)
    return kept


def _narrow(text: str) -> str:
    """Full-width letters and digits as plain ones, so that every place stays the same."""
    return "".join(
        narrow if len(narrow := unicodedata.normalize("NFKC", c)) == 1 else c for c in text
    )


def masked(
    text: str, found: Iterable[Hint], mask: Callable[[Sign], str] = lambda _sign: "●●●"
) -> str:
    """The text with each hint replaced by the mask of its sign."""
    for hint in sorted(found, key=lambda hint: hint.begins, reverse=True):
        text = text[: hint.begins] + mask(hint.sign) + text[hint.ends :]
    return text
