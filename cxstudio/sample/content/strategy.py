"""Vision, mission, values, objectives and KPIs (B4, B5)."""

import datetime as dt

from cxstudio.model import Kpi, Objective, Principle, Reading
from cxstudio.sample.rows import At, Figure, Row, T, row

_WRITTEN = T(
    "Illustrative: written for the sample, not quoted from the prefecture.",
    "例示：見本のために書いたものであり、県の文書の引用ではない。",
)
_DRAFT = T("Draft of the steering group, 18 May 2026", "推進会議の素案 2026年5月18日")

PRINCIPLES = [
    row(
        f"principle.{number}",
        Principle,
        principle_kind=kind,
        text=text,
        source=source,
        note=_WRITTEN,
    )
    for number, (kind, text, source) in enumerate(
        [
            (
                "vision",
                T(
                    "Whoever arrives in Fukui, by whatever means, reaches what they came for at ease.",
                    "どの手段で福井に着いた人も、めざす場所に安心してたどり着ける。",
                ),
                _DRAFT,
            ),
            (
                "mission",
                T(
                    "We join what railway, bus, desk and inn do into one way for the visitor.",
                    "鉄道、バス、案内所、宿の仕事を、来訪者にとって一つの道につなぐ。",
                ),
                _DRAFT,
            ),
            (
                "value",
                T(
                    "Say what is true now: a time that is shown is a time that holds.",
                    "今の事実を伝える。示した時刻は守られる時刻である。",
                ),
                T(
                    "Workshop with eight staff, 25 May 2026",
                    "職員8名とのワークショップ 2026年5月25日",
                ),
            ),
            (
                "value",
                T("Come out from behind the counter.", "カウンターの外に出る。"),
                T(
                    "Workshop with eight staff, 25 May 2026",
                    "職員8名とのワークショップ 2026年5月25日",
                ),
            ),
            (
                "value",
                T(
                    "Unhurried: leave room for a second look.",
                    "急がせない。もう一度見る時間を残す。",
                ),
                T(
                    "Workshop with eight staff, 25 May 2026",
                    "職員8名とのワークショップ 2026年5月25日",
                ),
            ),
        ],
        start=1,
    )
]

OBJECTIVES = [
    row(
        "o.way",
        Objective,
        text=T(
            "Visitors without a car reach their first sight without an unplanned wait.",
            "車を使わない来訪者が、予定外の待ち時間なく最初の観光地に着く。",
        ),
        note=T("Agreed on 18 May 2026 (illustrative).", "2026年5月18日合意（例示）。"),
    ),
    row(
        "o.recommend",
        Objective,
        text=T(
            "More visitors recommend Fukui, and those on a day out no less than the others.",
            "福井を薦める人を増やす。日帰り客も例外としない。",
        ),
        note=T("Agreed on 18 May 2026 (illustrative).", "2026年5月18日合意（例示）。"),
    ),
    row(
        "o.nights",
        Objective,
        text=T("A larger share of visitors stays the night.", "宿泊する来訪者の割合を高める。"),
        note=T(
            "Wish of the inns; no target value agreed yet.", "宿泊業の要望。目標値は未合意である。"
        ),
    ),
]

WAVES = (
    ("may", dt.date(2022, 5, 31), T("Survey, May 2022", "観光アンケート 2022年5月")),
    ("feb", dt.date(2026, 2, 28), T("Survey, February 2026", "観光アンケート 2026年2月")),
    ("apr", dt.date(2026, 4, 30), T("Survey, April 2026", "観光アンケート 2026年4月")),
)
APRIL_2026, APRIL_2027 = dt.date(2026, 4, 30), dt.date(2027, 4, 30)


def surveyed(
    key: str,
    figure: str,
    rests: str,
    parent: str,
    objective: str,
    owner: str,
    unit: T,
    direction: str,
    target: float | None,
    name: T,
    description: T,
) -> list[Row]:
    """A KPI measured by the survey, with its reading in each of the three waves."""
    kpi = row(
        key,
        Kpi,
        rests=rests,
        name=name,
        description=description,
        unit=unit,
        direction=direction,
        baseline=Figure(f"{figure}_apr"),
        baseline_on=APRIL_2026,
        target=target,
        target_on=APRIL_2027 if target is not None else None,
        department_id=At(owner),
        objective_id=At(objective),
        parent_id=At(parent) if parent else None,
    )
    readings = [
        row(
            f"{key}.{wave}",
            Reading,
            kpi_id=At(key),
            read_on=day,
            source=source,
            value=Figure(f"{figure}_{wave}"),
            low=Figure(f"{figure}_{wave}", "low"),
            high=Figure(f"{figure}_{wave}", "high"),
            n=Figure(f"{figure}_{wave}", "n"),
        )
        for wave, day, source in WAVES
    ]
    return [kpi, *readings]


def counted(
    key: str,
    owner: str,
    unit: T,
    direction: str,
    baseline: float | None,
    target: float,
    name: T,
    description: T,
    *readings: tuple[dt.date, float, T],
) -> list[Row]:
    """A KPI that the client would count; its readings are illustrative."""
    kpi = row(
        key,
        Kpi,
        name=name,
        description=description,
        unit=unit,
        direction=direction,
        baseline=baseline,
        baseline_on=readings[-1][0] if readings else None,
        target=target,
        target_on=dt.date(2027, 3, 31),
        department_id=At(owner),
        objective_id=At("o.way"),
        parent_id=At("k.transport"),
    )
    return [
        kpi,
        *(
            row(f"{key}.{number}", Reading, kpi_id=At(key), read_on=day, value=value, source=source)
            for number, (day, value, source) in enumerate(readings, start=1)
        ),
    ]


def again(key: str, day: dt.date, value: float, source: T) -> Row:
    """A later reading of a KPI that the client counts; illustrative as well."""
    return row(f"{key}.again", Reading, kpi_id=At(key), read_on=day, value=value, source=source)


_POINTS, _PERCENT, _MINUTES = T("points", "ポイント"), T("%", "％"), T("min", "分")

ROWS = [
    *PRINCIPLES,
    *OBJECTIVES,
    *surveyed(
        "k.nps",
        "nps",
        "f.trend f.february",
        "",
        "o.recommend",
        "d.board",
        _POINTS,
        "up",
        25.0,
        T("NPS, all visitors", "NPS（来訪者全体）"),
        T(
            "Would you recommend this area to a friend? Promoters minus detractors. The target of 25 is an assumption.",
            "この地域を友人に薦めるか。推奨者の割合から批判者の割合を引く。目標25は仮定である。",
        ),
    ),
    *surveyed(
        "k.transport",
        "transport_rail",
        "f.transport",
        "k.nps",
        "o.way",
        "d.transport",
        _PERCENT,
        "up",
        85.0,
        T("Rail and bus users satisfied with transport", "県内交通に満足した鉄道・バス利用者"),
        T(
            "Satisfied or very satisfied, of those who moved by train or bus and not by car.",
            "車を使わず鉄道・バスで移動した人のうち、「満足」「とても満足」の割合。",
        ),
    ),
    *surveyed(
        "k.trouble",
        "trouble_rail",
        "f.trouble f.unchanged",
        "k.transport",
        "o.way",
        "d.desk",
        _PERCENT,
        "down",
        15.0,
        T("Rail and bus users who felt inconvenience", "不便を感じた鉄道・バス利用者"),
        T("Answered that something was inconvenient.", "「不便さを感じた」と答えた割合。"),
    ),
    *surveyed(
        "k.day",
        "nps_day",
        "f.local f.night",
        "k.nps",
        "o.recommend",
        "d.product",
        _POINTS,
        "up",
        15.0,
        T("NPS, visitors who stay no night", "NPS（日帰り客）"),
        T(
            "Residents and others who do not stay in the prefecture.",
            "県内に泊まらない人。県内在住者を含む。",
        ),
    ),
    *surveyed(
        "k.nights",
        "nights",
        "f.night",
        "k.nps",
        "o.nights",
        "d.product",
        _PERCENT,
        "up",
        None,
        T("Visitors from other prefectures who stay the night", "県外からの来訪者の宿泊割合"),
        T(
            "Share of those who answered; not the share of all who came.",
            "回答者に占める割合であり、全来訪者の割合ではない。",
        ),
    ),
    *counted(
        "k.wait",
        "d.transport",
        _MINUTES,
        "down",
        47.0,
        20.0,
        T("Median wait from train to bus", "列車からバスまでの待ち時間（中央値）"),
        T(
            "Timetable count at Fukui and Awara-Onsen stations, trains from 9:00 to 18:00.",
            "福井駅と芦原温泉駅、9時～18時着の列車を時刻表で数える。",
        ),
        (
            dt.date(2026, 4, 15),
            49.0,
            T("Timetable count, April 2026 (illustrative)", "時刻表による計数 2026年4月（例示）"),
        ),
        (
            dt.date(2026, 5, 15),
            47.0,
            T("Timetable count, May 2026 (illustrative)", "時刻表による計数 2026年5月（例示）"),
        ),
    ),
    *counted(
        "k.left",
        "d.bus",
        T("a week", "人/週"),
        "down",
        None,
        5.0,
        T("Visitors left behind at a stop", "バスに乗れなかった来訪者"),
        T(
            "Noted by the driver. Not counted today, so there is no baseline.",
            "運転手が記録する。現在は数えておらず、基準値がない。",
        ),
    ),
    *counted(
        "k.pages",
        "d.digital",
        _PERCENT,
        "up",
        67.0,
        100.0,
        T("Pages that show the valid timetable", "有効な時刻表を示すページ"),
        T("Of the three pages that visitors use most.", "来訪者が最も使う三つのページが対象。"),
        (
            dt.date(2026, 6, 2),
            67.0,
            T("Comparison of three pages (illustrative)", "三つのページの比較（例示）"),
        ),
    ),
    again(
        "k.wait",
        dt.date(2026, 6, 26),
        43.0,
        T("Timetable count, June 2026 (illustrative)", "時刻表による計数 2026年6月（例示）"),
    ),
    again(
        "k.pages",
        dt.date(2026, 6, 26),
        67.0,
        T(
            "Comparison of three pages, again (illustrative)",
            "三つのページの比較 2回目（例示）",
        ),
    ),
]
