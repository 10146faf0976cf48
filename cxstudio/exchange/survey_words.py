"""Words that surveys answer with: satisfied … not at all, and those that are no answer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from cxstudio.analysis.survey.answers import number, plain

Values = tuple[tuple[str, float], ...]

NO_ANSWER = frozenset(
    "blank|(blank)|no answer|no response|not answered|unanswered|missing|refused|none given|null|"
    "#null!|nan|無回答|未回答|回答なし|回答無し|空白|未選択|選択なし|選択無し|未記入|記入なし".split(
        "|"
    )
)
NOT_SAID = frozenset(
    "don't know|dont know|do not know|not sure|unsure|no opinion|can't say|cannot say|"
    "prefer not to say|prefer not to answer|rather not say|unknown|わからない|分からない|"
    "判らない|不明|覚えていない|答えたくない|回答しない|どれともいえない|何ともいえない|"
    "分からない/無回答|わからない/無回答".split("|")
)
NOT_APPLICABLE = frozenset(
    "n/a|na|n.a.|not applicable|does not apply|did not use|didn't use|have not used|haven't used|"
    "never used|not used|did not experience|該当なし|該当無し|該当せず|非該当|対象外|選択肢なし|"
    "利用なし|利用していない|使っていない|利用しなかった|利用したことがない|該当施設なし|経験なし".split(
        "|"
    )
)
NOTHING_TO_SAY = frozenset(
    "none|nothing|no|nope|nil|-|--|.|n/a|na|no comment|no comments|nothing to add|特になし|"
    "特に無し|特にない|特に無い|とくになし|特にありません|とくにありません|なし|無し|ない|無い|"
    "ありません|ナシ|特に|ー|−|無".split("|")
)
_NOT_APPLICABLE = NOT_APPLICABLE | NO_ANSWER
_NOTHING = NOTHING_TO_SAY | NO_ANSWER

_REMEMBERED = 4_096
"""Cells that are remembered, as each is asked several things."""
_PARTS = re.compile(r"\s*[/・／]\s*")

_LONGEST = 45
"""Letters in the longest words of a scale; more are a sentence."""

_STRONG = re.compile(
    r"very|extremely|completely|totally|strongly|highly|absolutely|とても|非常に|大変|たいへん|"
    r"かなり|極めて|きわめて|強く|完全に|まったく|全く|全然|not at all|大いに"
)
_WEAK = re.compile(
    r"somewhat|slightly|a little|rather|moderately|fairly|mostly|やや|少し|すこし|まあ|まぁ|"
    r"どちらかといえば|どちらかと言えば|比較的|ある程度|あまり|not very|not so|not particularly"
)
_NEUTRAL = re.compile(
    r"neither|neutral|so-so|average|okay|ok|undecided|どちらで(?:も|もない)|どちらとも|普通|ふつう|"
    r"中立|may or may not"
)
_NEGATIVE = re.compile(
    r"dissatisf|unsatisf|disagree|unlikely|unhappy|unhelpful|unclear|unpleasant|inconvenient|"
    r"difficult|hard|bad|poor|dirty|slow|unfriendly|not (?:at all|very|so|particularly)|不満|"
    r"悪|わるい|不便|難し|むずかし|不十分|期待以下|期待を下回|不親切|不快|思わない|思いません|"
    r"当てはまらない|あてはまらない|したくない|満足していない|満足しなかった|良くな|よくな|嫌い|"
    r"勧めない|薦めない|不安|不要"
)
_POSITIVE = re.compile(
    r"satisf|agree|likely|happy|helpful|clear|pleasant|convenient|easy|good|excellent|clean|"
    r"friendly|fast|quick|満足|良|よい|よかった|いい|便利|易し|やさし|簡単|容易|わかりやすい|"
    r"十分|期待以上|期待を上回|親切|快適|思う|思います|当てはまる|あてはまる|好き|したい|"
    r"勧める|薦める|安心|そうだ"
)

_LADDERS = tuple(
    tuple(ladder.split("|"))
    for ladder in (
        "very poor|poor|fair|good|very good|excellent",
        "poor|fair|good|very good|excellent",
        "very poor|poor|average|good|excellent",
        "very bad|bad|average|good|very good",
        "terrible|poor|average|good|excellent",
        "poor|average|good|excellent",
        "poor|fair|good|excellent",
        "much worse than expected|worse than expected|as expected|better than expected|"
        "much better than expected",
        "far below expectations|below expectations|met expectations|above expectations|"
        "far above expectations",
        "期待を大きく下回った|期待を下回った|期待通り|期待を上回った|期待を大きく上回った",
        "never|rarely|sometimes|often|always",
        "大変悪い|悪い|普通|良い|大変良い",
    )
)


def is_no_answer(cell: str) -> bool:
    """Whether a cell says that nothing was answered."""
    return _all_in(cell, NO_ANSWER)


def is_not_said(cell: str) -> bool:
    """Whether it says that the person does not know or would rather not say."""
    return _all_in(cell, NOT_SAID)


def is_not_applicable(cell: str) -> bool:
    """Whether it says that the question did not apply."""
    return _all_in(cell, _NOT_APPLICABLE) and not is_no_answer(cell)


def says_nothing(cell: str) -> bool:
    """Whether a comment says that there is none."""
    return _all_in(cell, _NOTHING)


def _all_in(cell: str, words: frozenset[str]) -> bool:
    text = folded(cell)
    return text in words or all(part in words for part in _parts(text))


@lru_cache(_REMEMBERED)
def _parts(text: str) -> tuple[str, ...]:
    return tuple(_PARTS.split(text))


@lru_cache(_REMEMBERED)
def folded(cell: str) -> str:
    """A cell for comparing: one form of letters, no case, no full stop, single spaces."""
    return " ".join(plain(cell).casefold().strip(".。!！ ").replace("’", "'").split())


def scale_of(words: Iterable[str]) -> Values | None:
    """The values of words that say an order, the worst is 1; None when no order is known.

    A word that nobody chose leaves its place free: とても満足, 満足, 不満 are 5, 4 and 2
    when どちらでもない or とても不満 may stand between and below.
    """
    cells = [word for word in words if word.strip()]
    if len(cells) < 2 or max(map(len, cells)) > _LONGEST:
        return None
    return _on_a_ladder(cells) or _by_strength(cells)


def _on_a_ladder(cells: list[str]) -> Values | None:
    wanted = {folded(cell) for cell in cells}
    for ladder in sorted(_LADDERS, key=len):
        ends = ladder[0] in wanted or ladder[-1] in wanted
        if ends and wanted <= set(ladder) and len(wanted) * 2 > len(ladder):
            places = {word: float(place) for place, word in enumerate(ladder, 1)}
            return tuple(sorted(((c, places[folded(c)]) for c in cells), key=lambda one: one[1]))
    return None


def _by_strength(cells: list[str]) -> Values | None:
    found = {cell: _strength(folded(cell)) for cell in cells}
    known = {cell: strength for cell, strength in found.items() if strength is not None}
    signs = {(s > 0) - (s < 0) for s in known.values()}
    if len(known) < len(cells) or not {-1, 1} <= signs:
        return None
    sizes = sorted({abs(strength) for strength in known.values()} - {0})
    middle = 0 in known.values() or len(sizes) == 1 or len(known) == 3
    values = {cell: _value(strength, sizes, middle) for cell, strength in known.items()}
    return tuple(sorted(values.items(), key=lambda one: one[1]))


def _strength(text: str) -> int | None:
    """From -3 to 3: how strongly a word praises; None when it does neither praise nor blame."""
    text = re.sub(r"^[\d.:：)\-–— ]+", "", text)
    if _NEUTRAL.search(text):
        return 0
    negative = bool(_NEGATIVE.search(text))
    if not negative and not _POSITIVE.search(text):
        return None
    weak = bool(_WEAK.search(text)) and not re.search("not at all", text)
    size = 1 if weak else 3 if _STRONG.search(text) else 2
    return -size if negative else size


def _value(strength: int, sizes: list[int], middle: bool) -> float:
    """The place on a scale of so many steps on either side."""
    steps = len(sizes)
    if strength == 0:
        return float(steps + 1)
    step = sizes.index(abs(strength)) + 1
    if strength < 0:
        return float(steps + 1 - step)
    return float(steps + step + (1 if middle else 0))


def labelled_numbers(cells: Iterable[str]) -> bool:
    """Whether cells are numbers, some with words: "5 - Very satisfied", "４点"."""
    return all(number(cell) is not None for cell in cells)
