"""Reduce the Fukui tourism survey to what the sample needs, and compute the sample's figures.

    python packaging/sample_figures.py FOLDER

FOLDER holds the month files 202205.csv, 202602.csv and 202604.csv of code4fukui's
fukui-kanko-survey. Written are resources/sample/waves/MONTH.csv.gz, every answer in its
original order but only the columns of COLUMNS and no member ids, and
resources/sample/figures.json, every number that the sample's texts quote.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from math import sqrt
from pathlib import Path

import pandas as pd

from cxstudio import resources
from cxstudio.analysis.survey.nps import Nps, differ, nps

WAVES = ("202205", "202602", "202604")

COLUMNS = (
    "回答日時",
    "性別",
    "年代",
    "都道府県",
    "回答エリア",
    "6分類",
    "同行者",
    "宿泊数（県内）",
    "エリア訪問回数",
    "福井県までの交通手段ALL",
    "福井県内での交通手段ALL",
    "福井県内での交通手段の満足度",
    "福井県内での交通手段の満足度の理由",
    "満足度(商品・サービス)",
    "満足度",
    "満足度の理由",
    "不便さ",
    "不便さの内容",
    "施設に求めるもの",
    "福井県に求めるもの",
    "今後の来訪意向",
    "NPS",
)
TRANSPORT = "福井県内での交通手段の満足度"
COMMENTS = (
    TRANSPORT + "の理由",
    "満足度の理由",
    "不便さの内容",
    "施設に求めるもの",
    "福井県に求めるもの",
)

Answers = pd.DataFrame
Figure = dict[str, float | int]


def reduced(answers: Answers) -> Answers:
    """The kept columns in a fixed order, empty where a wave did not ask."""
    return answers.reindex(columns=list(COLUMNS)).astype(object).fillna("").astype(str)


def measured(answers: Answers) -> Nps:
    return nps(answers["NPS"].astype(int))


def z(some: Answers, others: Answers) -> Figure:
    """The test of two scores; beyond 2 either way the scores differ."""
    difference = differ(measured(some), measured(others))
    assert difference is not None
    return {"value": round(difference.z, 1)}


def score(answers: Answers) -> Figure:
    """The NPS with its adjusted Wald interval, in points."""
    result = measured(answers)
    assert result.score is not None and result.low is not None and result.high is not None
    values = {"value": result.score, "low": result.low, "high": result.high}
    return {name: round(value, 1) for name, value in values.items()} | {"n": result.n}


def share(answers: Answers, column: str, good: tuple[str, ...]) -> Figure:
    """The share of those who answered with one of `good`, in percent, with Wilson's interval."""
    asked = answers[answers[column] != ""]
    n, k, q = len(asked), int(asked[column].isin(good).sum()), 1.959964
    middle = (k + q * q / 2) / (n + q * q)
    reach = q / (n + q * q) * sqrt(k * (n - k) / n + q * q / 4)
    values = {"value": k / n, "low": middle - reach, "high": middle + reach}
    return {name: round(100 * value, 1) for name, value in values.items()} | {"n": n, "count": k}


def satisfied(answers: Answers, column: str = TRANSPORT) -> Figure:
    """Satisfied or very satisfied."""
    return share(answers, column, ("満足", "とても満足"))


def troubled(answers: Answers) -> Figure:
    """Felt that something was inconvenient."""
    return share(answers, "不便さ", ("感じた",))


def by_car(answers: Answers) -> Answers:
    return answers[answers["福井県内での交通手段ALL"].str.contains("自家用車|レンタカー")]


def by_rail_or_bus(answers: Answers) -> Answers:
    """Moved within the prefecture by train or scheduled bus and by no car."""
    rides = answers["福井県内での交通手段ALL"].str.contains("在来線|路線バス")
    return answers[rides & ~answers.index.isin(by_car(answers).index)]


def family_by_car(answers: Answers) -> Answers:
    """With children of primary school age or younger, by car."""
    return by_car(answers[answers["同行者"] == "小学生以下連れの家族"])


def at_dinosaurs(answers: Answers) -> Answers:
    return answers[answers["回答エリア"].str.contains("恐竜")]


def local_day(answers: Answers) -> Answers:
    """Live in the prefecture and did not stay a night."""
    return no_night(answers[answers["都道府県"] == "福井県"])


def from_outside(answers: Answers) -> Answers:
    return answers[answers["都道府県"] != "福井県"]


def no_night(answers: Answers) -> Answers:
    return answers[answers["宿泊数（県内）"] == "福井県内には宿泊しない"]


def some_night(answers: Answers) -> Answers:
    return answers[answers["宿泊数（県内）"] != "福井県内には宿泊しない"]


def nights(answers: Answers) -> Figure:
    """Stayed at least one night in the prefecture."""
    column = "宿泊数（県内）"
    return share(answers, column, ("1泊", "2泊", "3泊", "4泊以上"))


def having(column: str, value: str) -> Callable[[Answers], Answers]:
    return lambda answers: answers[answers[column] == value]


def part(some: Answers, all_of: Answers) -> Figure:
    """A segment's share of the answers, in percent."""
    return {
        "value": round(100 * len(some) / len(all_of), 1),
        "count": len(some),
        "n": len(all_of),
    }


def mentions(answers: Answers, pattern: str, columns: tuple[str, ...] = COMMENTS) -> Figure:
    """How many people wrote something that matches, of those who wrote anything there."""
    wrote = answers[(answers[list(columns)] != "").any(axis=1)]
    found = wrote[list(columns)].apply(lambda cells: cells.str.contains(pattern)).any(axis=1)
    return {"value": int(found.sum()), "n": len(wrote)}


def figures(waves: dict[str, Answers]) -> dict[str, Figure]:
    """Every number that the sample quotes, by the key that its texts use."""
    may, february, april = (waves[wave] for wave in WAVES)
    return (
        _over_time({"may": may, "feb": february, "apr": april})
        | _segments(april)
        | _what_people_write(april)
    )


def _over_time(waves: dict[str, Answers]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for name, answers in waves.items():
        found[f"nps_{name}"] = score(answers)
        for group, people in (("car", by_car(answers)), ("rail", by_rail_or_bus(answers))):
            found[f"nps_{group}_{name}"] = score(people)
            found[f"transport_{group}_{name}"] = satisfied(people)
            found[f"trouble_{group}_{name}"] = troubled(people)
        found[f"transport_{name}"] = satisfied(answers)
        found[f"trouble_{name}"] = troubled(answers)
        found[f"nps_day_{name}"] = score(no_night(answers))
        found[f"nights_{name}"] = nights(from_outside(answers))
    may, february, april = waves.values()
    return found | {
        "z_may_apr": z(april, may),
        "z_feb_apr": z(april, february),
        "z_rail_car_feb": z(by_rail_or_bus(february), by_car(february)),
        "z_rail_car_apr": z(by_rail_or_bus(april), by_car(april)),
    }


def _segments(april: Answers) -> dict[str, Figure]:
    rail, family, local = by_rail_or_bus(april), family_by_car(april), local_day(april)
    first = having("エリア訪問回数", "初めて")(april)
    again = april[april["エリア訪問回数"] != "初めて"]
    scored = {
        "family": family,
        "family_dinosaurs": at_dinosaurs(family),
        "local": local,
        "day_outside": no_night(from_outside(april)),
        "night_outside": some_night(from_outside(april)),
        "first": first,
        "again": again,
        "20s": having("年代", "20代")(april),
        "60s": having("年代", "60代")(april),
        "very_satisfied": having(TRANSPORT, "とても満足")(april),
        "satisfied": having(TRANSPORT, "満足")(april),
    }
    found = {f"nps_{name}": score(people) for name, people in scored.items()}
    found |= {"service_apr": satisfied(april, "満足度(商品・サービス)")}
    found |= {"overall_apr": satisfied(april, "満足度")}
    found |= {"trouble_first": troubled(first), "trouble_again": troubled(again)}
    found |= {"trouble_family": troubled(family), "trouble_local": troubled(local)}
    for name, people in (("rail", rail), ("family", family), ("local", local)):
        found[f"part_{name}"] = part(people, april)
    return found | _profiles(rail, family, local)


def _profiles(rail: Answers, family: Answers, local: Answers) -> dict[str, Figure]:
    def of(people: Answers, column: str, *values: str) -> Figure:
        return part(people[people[column].isin(values)], people)

    return {
        "rail_first": of(rail, "エリア訪問回数", "初めて"),
        "rail_alone": of(rail, "同行者", "自分ひとり"),
        "rail_couple": of(rail, "同行者", "夫婦2人"),
        "rail_night": part(some_night(rail), rail),
        "rail_40_59": of(rail, "年代", "40代", "50代"),
        "rail_outside": part(from_outside(rail), rail),
        "family_30_49": of(family, "年代", "30代", "40代"),
        "family_dinosaurs": part(at_dinosaurs(family), family),
        "family_outside": part(from_outside(family), family),
        "family_night": part(some_night(family), family),
        "local_couple": of(local, "同行者", "夫婦2人"),
        "local_again": part(local[local["エリア訪問回数"] != "初めて"], local),
        "local_50_69": of(local, "年代", "50代", "60代"),
    }


def _what_people_write(april: Answers) -> dict[str, Figure]:
    troubled_rail = by_rail_or_bus(april)
    troubled_rail = troubled_rail[troubled_rail["不便さ"] == "感じた"]
    trouble = ("不便さの内容",)
    few = "本数|便数|バスが(?:ない|少)|接続|待ち時間|乗り換え"
    return {
        "rail_trouble_services": mentions(troubled_rail, few, trouble),
        "mentions_full_bus": mentions(april, "乗車できな"),
        "mentions_last_service": mentions(april, "最終|終バス|終電"),
        "mentions_web_pages": mentions(april, "ホームページ|ウェブ|Webサイト|時刻.{0,8}違"),
    }


def main(folder: Path) -> None:
    target = resources.path("sample")
    waves = {wave: reduced(pd.read_csv(folder / f"{wave}.csv", dtype=str)) for wave in WAVES}
    (target / "waves").mkdir(parents=True, exist_ok=True)
    for wave, answers in waves.items():
        text = answers.to_csv(index=False, lineterminator="\n").encode()
        (target / "waves" / f"{wave}.csv.gz").write_bytes(gzip.compress(text, mtime=0))
    found = {name: dict(figure) for name, figure in sorted(figures(waves).items())}
    lines = [f"  {json.dumps(name)}: {json.dumps(figure)}" for name, figure in found.items()]
    (target / "figures.json").write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
