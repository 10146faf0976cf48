"""The scores that KPIs and personas show, as figures that can be worked out again."""

import datetime as dt

from cxstudio.model import Evidence
from cxstudio.sample.questions import BY_CAR, COMPANY, MOVED, NO_CAR, Score
from cxstudio.sample.rows import At, Figure, Of, Row, T, row


def score(key: str, figure: str, month: str, supports: str, *people: tuple[str, str]) -> Row:
    """The score of a wave among `people`, groups of the survey with the answer that counts."""
    asked = Score(f"wave.{month}", people, figure)
    year, number = int(month[:4]), int(month[4:])
    last_day = dt.date(year, number + 1, 1) - dt.timedelta(days=1)
    return row(
        key,
        Evidence,
        supports=supports,
        evidence_kind="figure",
        text=T(
            f"NPS {{#{figure}}}, 95% interval {{#{figure}.low}} to {{#{figure}.high}}, n = {{#{figure}.n}}{asked.whom('en')}",
            f"NPS {{#{figure}}}（95％信頼区間 {{#{figure}.low}}～{{#{figure}.high}}、n＝{{#{figure}.n}}）{asked.whom('ja')}",
        ),
        n=Figure(figure, "n"),
        wave_id=At(f"wave.{month}"),
        source=Of(f"wave.{month}", "name"),
        dated=last_day,
        definition=asked,
    )


ROWS = [
    score("s.may", "nps_may", "202205", "k.nps"),
    score("s.february", "nps_feb", "202602", "k.nps"),
    score("s.april", "nps_apr", "202604", "k.nps"),
    score("s.rail", "nps_rail_apr", "202604", "p.rail:score", (MOVED, NO_CAR)),
    score(
        "s.family",
        "nps_family",
        "202604",
        "p.family:score",
        (COMPANY, "小学生以下連れの家族"),
        (MOVED, BY_CAR),
    ),
    score(
        "s.local",
        "nps_local",
        "202604",
        "p.local:score",
        ("都道府県", "福井県"),
        ("宿泊数（県内）", "福井県内には宿泊しない"),
    ),
]
