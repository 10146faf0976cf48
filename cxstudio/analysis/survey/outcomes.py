"""Which ratings are outcomes, as the score itself is, and so no drivers of it.

Satisfaction as a whole and the intention to come again follow from how the parts were, as the
score does. Taken as a driver, such a rating takes the share of all that it sums up and says
nothing that could be improved. A title tells by what it asks for: a judgement of the whole and
nothing particular beside it, so that the overall price level stays a driver.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from cxstudio.analysis.survey.answers import plain
from cxstudio.i18n import N_
from cxstudio.model.columns import Column, Mapping

Why = Literal["", "overall", "satisfaction", "intention"]

REASONS: dict[Why, str] = {
    "overall": N_(
        "It asks for an overall judgement: an outcome, as the score is, and no driver of it."
    ),
    "satisfaction": N_(
        "It asks for satisfaction with nothing in particular: an outcome, as the score is, and no "
        "driver of it."
    ),
    "intention": N_(
        "It asks what people intend to do: an outcome, as the score is, and no driver of it."
    ),
}
"""Why a rating is an outcome, in sentences to be translated."""

_CODE = re.compile(r"^(?:[a-z]{0,3}\d+[a-z]?|設?問\s*\d+)(?:[-_.]\d+)*(?![a-z0-9])[\s_.:)\-–]*")
_SCALE = re.compile(
    r"[(\[][^()\[\]]*\d[^()\[\]]*[)\]]|(?<![a-z])(?:on|using) (?:a|the) scale .*|from \d+ to \d+|"
    r"\d+\s*[-–~〜]\s*\d+|\d+段階|\d+点満点"
)
_OVERALL = re.compile(
    r"(?<![a-z])(?:overall|osat|in general|generally?|all in all|altogether|on the whole|"
    r"(?:taken )?as a whole|(?:all things|everything) considered|"
    r"taking everything into account)(?![a-z])|"
    r"(?:総合|全体|全般)(?:的|として)?|総じて|トータル"
)
_SATISFIED = re.compile(r"satisf|(?<![a-z])(?:csat|osat|sat|happy|pleased)(?![a-z])|満足")
_INTENTION = re.compile(
    r"(?<![a-z])(?:likely|likelihood|intend|intention|willing|plan|would|will)(?![a-z]).*"
    r"(?<![a-z])(?:again|return|come back|revisit|repurchase|renew|recommend)(?![a-z])|"
    r"(?<![a-z])(?:return|revisit|repurchase|renewal) intentions?(?![a-z])|"
    r"(?:来訪|来店|来場|訪問|再訪|利用|購入|購買|宿泊|継続|更新|リピート|推奨)意向|推奨度|"
    r"(?:勧|薦|すす)め(?:たい|ますか|る可能性)|"
    r"(?:また|再び|もう一度).{0,8}(?:来|行き|訪れ|し|使い|買い|泊まり)たい"
)
_PLAIN = frozenset(
    "a about all am an and are as assess assessment at be been business by client company csat "
    "customer day degree describe did dissatisfied do does during evaluate evaluation event "
    "experience experiences extent far feel flight for from general guest had happy has have here "
    "how i impression in is it journey judge judgement judgment last latest level me member most "
    "much my of on opinion or order organisation organization osat our ours passenger patient "
    "performance please pleased purchase quality rate rated rating ratings recent relationship "
    "sat satisfaction satisfactory satisfied say score so stay tell that the think this time to "
    "today total tour trip unsatisfied us user very visit visitor was we well were what whole "
    "with would you your".split()
)
"""English words that name nothing particular."""
_OFFERED = frozenset("product products service services サービス 商品 製品".split())
"""What is offered is the whole where satisfaction overall is asked for, else a part of it."""
_PLAIN_JA = re.compile(
    "|".join(
        sorted(
            "満足度 満足 評価 評点 点数 得点 採点 点 印象 感想 体験 経験 度合い 度 どの程度 "
            "程度 どのくらい どれくらい どのように どう いかが あなた お客様 お客さま 顧客 "
            "利用者 来訪者 来場者 参加者 施設 当 当社 当店 当館 当院 当校 当園 当施設 弊社 "
            "本施設 今回 本日 この その 滞在 旅行 旅 観光 ご利用 利用 ご来店 来店 ご来場 来場 "
            "ご来館 来館 来訪 訪問 イベント 友人 お聞かせ 教えて お答え お選び ください "
            "下さい されていますか されましたか していますか しましたか しています "
            "いただけましたか でしょうか でしたか ですか ましたか ますか 見て 思い 感じ して "
            "した された を通して を通じて に対する に対して について に関する に関して "
            "における として から まで より 的 な".split(),
            key=len,
            reverse=True,
        )
    )
    + r"|[一-龠]{2,4}[県府都市町村]|[のはをにでがともかご、。・]"
)
"""The same in Japanese: words, phrases and particles, and names of places."""
_WORDS = re.compile(r"[a-z]+|[^\W_a-z]+")


def is_outcome(column: Column) -> bool:
    """Whether a rating is an outcome and no driver: as the user said, else as its words tell."""
    if column.role != "rating":
        return False
    return column.stands_as == "outcome" if column.stands_as else bool(why_outcome(column))


def outcomes(mapping: Mapping) -> tuple[Column, ...]:
    """The ratings that stand as outcomes and are left out of the drivers."""
    return tuple(one for one in mapping.of("rating") if is_outcome(one))


def why_outcome(column: Column) -> Why:
    """What the words of a rating say makes it an outcome; "" where they speak of a driver.

    What it is said to be about counts before the question it was asked in.
    """
    title, asked = column.touchpoint, column.question or column.name
    return _why(title) or ("" if title and title not in asked else _why(asked))


@lru_cache(1024)
def _why(title: str) -> Why:
    spread = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title)
    text = _SCALE.sub(" ", _CODE.sub("", plain(spread).casefold().replace("_", " ").strip()))
    if _INTENTION.search(text):
        return "intention"
    overall, satisfied = bool(_OVERALL.search(text)), bool(_SATISFIED.search(text))
    particular = _particular(_OVERALL.sub(" ", text))
    if overall and satisfied:
        particular -= _OFFERED
    if particular or not (overall or satisfied):
        return ""
    return "overall" if overall else "satisfaction"


def _particular(text: str) -> set[str]:
    """The words of a text that name something particular."""
    return {
        word
        for part in _WORDS.findall(text)
        for word in ([part] if part.isascii() else _PLAIN_JA.sub(" ", part).split())
        if word not in _PLAIN
    }
