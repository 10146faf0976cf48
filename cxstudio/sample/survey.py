"""The real survey behind the sample: its three waves, its figures and single answers."""

from __future__ import annotations

import csv
import gzip
import io
import json
from functools import cache

from cxstudio import resources
from cxstudio.model.columns import Column, Mapping, Role
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


def columns(wave: str) -> bytes:
    """The same answers as a wave keeps them, see analysis/columnar.py."""
    import pyarrow as pa

    from cxstudio.analysis.columnar import packed

    rows = answers(wave)
    longer = mapping().names("comment")
    arrays = {}
    for name in rows[0]:
        array = pa.array([row[name] or None for row in rows], type=pa.string())
        arrays[name] = array if name in longer else array.dictionary_encode()
    return packed(pa.table(arrays))


SATISFACTION = (
    ("とても不満", 1.0),
    ("不満", 2.0),
    ("どちらでもない", 3.0),
    ("満足", 4.0),
    ("とても満足", 5.0),
)
TRANSPORT = "福井県内での交通手段の満足度"
MEANING: dict[Role, tuple[str, ...]] = {
    "score": ("NPS",),
    "time": ("回答日時",),
    "segment": ("年代", "性別", "都道府県", "回答エリア", "6分類", "同行者")
    + ("宿泊数（県内）", "エリア訪問回数", "今後の来訪意向", "不便さ"),
    "rating": (TRANSPORT, "満足度(商品・サービス)", "満足度"),
    "comment": (f"{TRANSPORT}の理由", "満足度の理由", "不便さの内容")
    + ("施設に求めるもの", "福井県に求めるもの"),
    "choices": ("福井県までの交通手段ALL", "福井県内での交通手段ALL"),
}
TOUCHPOINTS = {TRANSPORT: "福井県内での交通手段", "満足度(商品・サービス)": "商品・サービス"}


@cache
def mapping() -> Mapping:
    """The meaning of the columns, the same in the three waves."""
    roles = {name: role for role, names in MEANING.items() for name in names}
    return Mapping(tuple(_column(name, roles[name]) for name in answers("202604")[0]))


def _column(name: str, role: Role) -> Column:
    if role == "rating":
        none = ("選択肢なし",) if name == TRANSPORT else ()
        about = TOUCHPOINTS.get(name, "")
        return Column(name, role, touchpoint=about, values=SATISFACTION, not_applicable=none)
    return Column(name, role, separator="\n" if role == "choices" else "")
