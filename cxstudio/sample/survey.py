"""The real survey behind the sample: its three waves, its figures and single answers."""

from __future__ import annotations

import csv
import gzip
import io
import json
from functools import cache
from typing import Any

from cxstudio import resources
from cxstudio.sample.names import AREAS, PREFECTURES

Answer = dict[str, str]


@cache
def figures() -> dict[str, dict[str, float]]:
    """The numbers that packaging/sample_figures.py computed, by name."""
    found: dict[str, dict[str, float]] = json.loads(
        resources.path("sample", "figures.json").read_text(encoding="utf-8")
    )
    return found


def content(wave: str) -> bytes:
    """The CSV of a wave (UTF-8, one answer a row, a header row)."""
    return gzip.decompress(resources.path("sample", "waves", f"{wave}.csv.gz").read_bytes())


@cache
def answers(wave: str) -> list[Answer]:
    return list(csv.DictReader(io.StringIO(content(wave).decode(), newline="")))


def words(answer: Answer, column: str) -> str:
    """What the person wrote, without the blank lines around it."""
    return answer[column].strip()


def describe(answer: Answer, language: str) -> str:
    """Who answered, as far as the survey tells: age group, home, place, score given."""
    home, area, score = answer["都道府県"], answer["回答エリア"], answer["NPS"]
    area = area.replace("エリア", "").strip()
    if language == "ja":
        return f"{answer['年代']}、{home}、{area}、評価{score}"
    return f"{answer['年代'][:-1]}s, {PREFECTURES[home]}, at {AREAS[area]}, gave {score}"


def mapping() -> dict[str, Any]:
    """The meaning of the columns, the same in the three waves."""
    transport = "福井県内での交通手段の満足度"
    return {
        "score": "NPS",
        "time": "回答日時",
        "segments": ["年代", "性別", "都道府県", "回答エリア", "6分類", "同行者"]
        + ["宿泊数（県内）", "エリア訪問回数", "福井県内での交通手段ALL", "不便さ"],
        "ratings": [transport, "満足度(商品・サービス)", "満足度"],
        "comments": [f"{transport}の理由", "満足度の理由", "不便さの内容"]
        + ["施設に求めるもの", "福井県に求めるもの"],
    }
