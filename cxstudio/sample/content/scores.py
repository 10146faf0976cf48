"""The scores that KPIs and personas show, as figures that can be worked out again."""

import datetime as dt

from cxstudio.model import Evidence
from cxstudio.sample.questions import BY_CAR, COMPANY, MOVED, NO_CAR, Score
from cxstudio.sample.rows import At, Figure, Of, Row, T, row


def score(
    key: str, figure: str, month: str, supports: str, whose: T, *people: tuple[str, str]
) -> Row:
    """The score of a wave among `people`, groups of the survey with the answer that counts;
    `whose` names them."""
    asked = Score(f"wave.{month}", people, figure)
    year, number = int(month[:4]), int(month[4:])
    last_day = dt.date(year, number + 1, 1) - dt.timedelta(days=1)
    return row(
        key,
        Evidence,
        supports=supports,
        evidence_kind="figure",
        text=T(
            f"{whose.en} give an NPS of {{#{figure}}} (95% interval {{#{figure}.low}} to {{#{figure}.high}}, n = {{#{figure}.n}}).",
            f"{whose.ja}のNPSは{{#{figure}}}である（95％信頼区間 {{#{figure}.low}}～{{#{figure}.high}}、n＝{{#{figure}.n}}）。",
        ),
        n=Figure(figure, "n"),
        wave_id=At(f"wave.{month}"),
        source=Of(f"wave.{month}", "name"),
        dated=last_day,
        definition=asked,
    )


ALL = T("All visitors", "来訪者全体")

ROWS = [
    score("s.may", "nps_may", "202205", "k.nps", ALL),
    score("s.february", "nps_feb", "202602", "k.nps", ALL),
    score("s.april", "nps_apr", "202604", "k.nps", ALL),
    score(
        "s.rail",
        "nps_rail_apr",
        "202604",
        "p.rail:score",
        T("Rail and bus users", "鉄道・バス利用者"),
        (MOVED, NO_CAR),
    ),
    score(
        "s.family",
        "nps_family",
        "202604",
        "p.family:score",
        T("Families with small children who come by car", "車で来た小学生以下連れの家族"),
        (COMPANY, "小学生以下連れの家族"),
        (MOVED, BY_CAR),
    ),
    score(
        "s.local",
        "nps_local",
        "202604",
        "p.local:score",
        T("Residents on a day out", "県内在住の日帰り客"),
        ("都道府県", "福井県"),
        ("宿泊数（県内）", "福井県内には宿泊しない"),
    ),
]
