"""The words by which tables name the parts of a journey, in both languages."""

from __future__ import annotations

from functools import cache

from cxstudio.exchange.journey_content import key_of
from cxstudio.i18n import LANGUAGES, catalogue
from cxstudio.model.words import WORDS

STAGE, STEP, KIND = "Stage", "Step", "Kind"

_STAGE = "stage stages phase phases ステージ フェーズ 段階 局面"
_STEP = "step steps activity ステップ 場面 手順"
_KIND = "kind type 種類 種別"
_LANES = {
    "actions": "action; doing; customer actions; user actions; what they do; 顧客の行動; 顧客行動",
    "touchpoints": "touchpoint; touch points; channels; channel; 接点; タッチポイント; チャネル",
    "thoughts": "thought; thinking; quotes; thoughts and feelings; "
    "thoughts & feelings; 思考; 思い; 思考・感情; 考え; 顧客の声",
    "emotion": "emotions; feeling; feelings; emotion score; emotion curve; mood; 感情; 感情曲線; "
    "感情スコア; 気持ち",
    "pain_points": "pain point; pains; problems; issues; frustrations; ペインポイント; 課題; 不満; "
    "困りごと",
    "opportunities": "opportunity; ideas; improvements; solutions; 機会; 改善案; 打ち手; 施策",
    "moments_of_truth": "moment of truth; 真実の瞬間",
    "front_stage": "frontstage; onstage; フロントステージ; 表舞台",
    "visibility": "visibility; 可視境界線; 可視線",
    "back_stage": "backstage; バックステージ; 舞台裏",
    "support": "support; systems; system; support systems; 支援プロセス; 支援; システム",
    "departments": "department; departments; responsible; owner; owners; 担当; 担当部門; "
    "部門; 責任者",
    "measures": "measure; metrics; metric; kpi; kpis; 指標; 評価指標",
    "pictures": "picture; images; storyboard; 画像; 写真; 絵コンテ",
    "text": "note; comments; メモ; 備考",
}


def word(text: str, language: str) -> str:
    """A word of the table's own, such as "Stage", in a language."""
    return catalogue(language).gettext(text)


def kind_word(kind: str, language: str) -> str:
    """The name of a kind of lane."""
    return catalogue(language).gettext(WORDS["lane_kind"][kind])


def is_stage(label: str) -> bool:
    """Whether a label names the row of stages."""
    return key_of(label) in _known()["stage"]


def is_step(label: str) -> bool:
    """Whether a label names the row of steps."""
    return key_of(label) in _known()["step"]


def is_kind(label: str) -> bool:
    """Whether a label names the column of the kinds of lanes."""
    return key_of(label) in _known()["kind"]


def kind_of(label: str) -> str | None:
    """The kind of lane that a name speaks of, None when it is a name of the client's own."""
    return _kinds().get(key_of(label))


@cache
def _known() -> dict[str, frozenset[str]]:
    own = {"stage": STAGE, "step": STEP, "kind": KIND}
    usual = {"stage": _STAGE, "step": _STEP, "kind": _KIND}
    return {
        part: frozenset(
            key_of(text)
            for text in (*usual[part].split(), *(word(own[part], one) for one in LANGUAGES))
        )
        for part in own
    }


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind in WORDS["lane_kind"]:
        names = [kind, *(kind_word(kind, one) for one in LANGUAGES), *_LANES[kind].split(";")]
        for name in names:
            found.setdefault(key_of(name), kind)
    return found
