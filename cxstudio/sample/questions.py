"""What the survey asked and what could be answered, in both languages."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.analysis.survey.asked import Asked
from cxstudio.model.columns import Role
from cxstudio.sample.names import AREAS, PREFECTURES, area
from cxstudio.sample.rows import T

TRANSPORT = "福井県内での交通手段の満足度"
COMPANY, RODE, MOVED = "同行者", "福井県内での交通手段ALL", "県内の移動"

ROLES: dict[Role, tuple[str, ...]] = {
    "segment": (COMPANY, "6分類", MOVED, "年代", "性別", "都道府県", "回答エリア")
    + ("宿泊数（県内）", "エリア訪問回数", "今後の来訪意向", "不便さ"),
    "choices": ("福井県までの交通手段ALL", RODE),
    "score": ("NPS",),
    "time": ("回答日時",),
    "rating": (TRANSPORT, "満足度(商品・サービス)", "満足度"),
    "comment": (f"{TRANSPORT}の理由", "満足度の理由", "不便さの内容")
    + ("施設に求めるもの", "福井県に求めるもの"),
}
"""The columns in the order in which they are offered."""

TITLES = {
    COMPANY: T("Travel party", "同行者"),
    "6分類": T("Region", "地域"),
    MOVED: T("Way of getting around", "県内の移動"),
    "年代": T("Age", "年代"),
    "性別": T("Gender", "性別"),
    "都道府県": T("Home prefecture", "居住地"),
    "回答エリア": T("Area", "エリア"),
    "宿泊数（県内）": T("Nights in Fukui", "県内の宿泊数"),
    "エリア訪問回数": T("Visits to the area", "エリア訪問回数"),
    "今後の来訪意向": T("Coming again", "今後の来訪意向"),
    "不便さ": T("Inconvenience", "不便さ"),
    "福井県までの交通手段ALL": T("Transport to Fukui", "福井県までの交通手段"),
    RODE: T("Transport in Fukui", "福井県内の交通手段"),
    "NPS": T("Would recommend", "推奨度"),
    "回答日時": T("Time of answer", "回答日時"),
    TRANSPORT: T("Transport in Fukui", "県内の交通手段"),
    "満足度(商品・サービス)": T("Goods and services", "商品・サービス"),
    "満足度": T("Overall", "全体"),
    f"{TRANSPORT}の理由": T("Why this satisfied with transport", "交通手段の満足度の理由"),
    "満足度の理由": T("Why this satisfied overall", "全体の満足度の理由"),
    "不便さの内容": T("What was inconvenient", "不便さの内容"),
    "施設に求めるもの": T("Wishes to the place", "施設に求めるもの"),
    "福井県に求めるもの": T("Wishes to the prefecture", "福井県に求めるもの"),
}

SATISFACTION = ("とても不満", "不満", "どちらでもない", "満足", "とても満足")
NOT_ASKED = "選択肢なし"
FAMILY, ANYONE = "その他家族", "その他"
PARTIES = {
    "夫婦2人": "Couple",
    "小学生以下連れの家族": "Small children",
    "中学生以上連れの家族": "Older children",
    FAMILY: "Other family",
    "自分ひとり": "Alone",
    "友人": "Friends",
    "親": "With parents",
    "恋人": "Partner",
    "職場の同僚": "Colleagues",
    "団体旅行": "Group tour",
    "学校関係（修学旅行・社会科見学等）": "School trip",
    "研修": "Training course",
    ANYONE: "Other",
}
"""The answers that could be ticked; what people typed instead is one of the last words."""

_KIN = ("家族", "夫", "親", "母", "娘", "孫", "姉", "妹", "兄")
BY_CAR, NO_CAR, NEITHER = "車", "鉄道・バスのみ", "その他"

WORDS = (
    PARTIES
    | {
        "丹南": "Tannan",
        "勝山市・大野市": "Katsuyama–Ono",
        "嶺南東部": "Reinan east",
        "嶺南西部": "Reinan west",
        "あわら市・坂井市": "Awara–Sakai",
        "福井市・永平寺町": "Fukui–Eiheiji",
        BY_CAR: "By car",
        NO_CAR: "Rail, bus only",
        "女": "Woman",
        "男": "Man",
        "無回答": "Not said",
        "10歳未満": "Under 10",
        "80歳以上": "80 and over",
        "福井県内には宿泊しない": "None",
        "1泊": "1 night",
        "2泊": "2 nights",
        "3泊": "3 nights",
        "4泊以上": "4 nights or more",
        "初めて": "First visit",
        "2～5回目": "2nd to 5th",
        "6～10回目": "6th to 10th",
        "11回目以上": "11th or later",
        "また行きたい（1年以内）": "Yes, within a year",
        "機会があれば行きたい": "Yes, some day",
        "どちらともいえない": "Cannot say",
        "あまり行きたいと思わない": "Rather not",
        "行きたくない": "No",
        "福井県在住": "Lives in Fukui",
        "感じた": "Felt some",
        "感じなかった": "Felt none",
        "自家用車": "Own car",
        "県外から訪れていない（福井県在住）": "Lives in Fukui",
        "在来線": "Local train",
        "新幹線": "Shinkansen",
        "レンタカー": "Rental car",
        "飛行機": "Plane",
        "旅行会社ツアーバス": "Tour bus",
        "徒歩": "On foot",
        "路線バス": "Local bus",
        "タクシー": "Taxi",
        "レンタサイクル": "Rental bicycle",
        "とても不満": "Very dissatisfied",
        "不満": "Dissatisfied",
        "どちらでもない": "Neither",
        "満足": "Satisfied",
        "とても満足": "Very satisfied",
        NOT_ASKED: "Did not apply",
    }
    | {f"{age}代": f"{age}s" for age in range(10, 80, 10)}
)


def title(column: str, language: str) -> str:
    """What people read for a column."""
    return TITLES[column].in_language(language)


def english(cell: str, column: str) -> str:
    """An answer that could be chosen, as the English sample has it.

    Raises KeyError for one without an English word.
    """
    if cell == "" or cell.isascii():
        return cell
    if column == "回答エリア":
        name = AREAS[area(cell)].removeprefix("the ")
        return name[:1].upper() + name[1:]
    return PREFECTURES[cell] if column == "都道府県" else WORDS[cell]


def word(cell: str, column: str, language: str) -> str:
    """An answer that could be chosen, in the language."""
    return cell if language == "ja" else english(cell, column)


def party(cell: str) -> str:
    """Who came along; what single people typed counts as another family or as others."""
    if cell in PARTIES:
        return cell
    kin = any(word in cell for word in _KIN) and "取引先" not in cell
    return FAMILY if kin else ANYONE


def moved(rides: str) -> str:
    """How a person got around who ticked these `rides`, a line each."""
    if "自家用車" in rides or "レンタカー" in rides:
        return BY_CAR
    return NO_CAR if "在来線" in rides or "路線バス" in rides else NEITHER


class Score(NamedTuple):
    """What was asked of a wave: its score among `people`, told in the survey's own words.

    `figure` is its name in figures.json.
    """

    wave: str
    people: tuple[tuple[str, str], ...] = ()
    figure: str = ""

    def asked(self, language: str) -> Asked:
        """The question in the words of the wave in that language."""
        return Asked(tuple((name, (word(cell, name, language),)) for name, cell in self.people))
