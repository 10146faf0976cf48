"""Criteria with their scores, who takes part, and effects on KPIs in money (G2, G3).

Everything here is illustrative: no figure of it comes from the survey, and it says so.
"""

from cxstudio.model import ChangedTouchpoint, Criterion, CriterionScore, Effect, Involvement
from cxstudio.sample.rows import At, Row, T, row

MILLION = 1_000_000

CRITERIA = {
    "relief": (
        40,
        T("What visitors feel of it", "来訪者への効果"),
        T("5: they notice on every trip. 1: hardly anybody does.", "5：毎回気づく。1：ほとんど気づかない。"),
    ),
    "ease": (
        25,
        T("Ease of doing it", "取り組みやすさ"),
        T("5: one department alone. 1: several that have never agreed.", "5：一部門でできる。1：合意の経験がない複数部門が要る。"),
    ),
    "cheap": (
        20,
        T("Low cost", "費用の小ささ"),
        T("5: under ¥1 million. 1: over ¥20 million.", "5：100万円未満。1：2,000万円超。"),
    ),
    "speed": (
        15,
        T("Speed", "早さ"),
        T("5: within the summer of 2026. 1: after March 2027.", "5：2026年夏のうち。1：2027年3月より後。"),
    ),
}  # fmt: skip

SCORES: dict[str, tuple[tuple[float, float, float], ...]] = {
    "i.owner": ((3, 4, 5), (2, 3, 4), (2, 2, 3), (4, 5, 5)),
    "i.map": ((3, 4, 4), (4, 5, 5), (5, 5, 5), (5, 5, 5)),
    "i.note": ((2, 3, 4), (3, 4, 5), (5, 5, 5), (4, 5, 5)),
    "i.table": ((2, 2, 3), (3, 4, 4), (4, 4, 5), (3, 4, 5)),
    "i.timetable": ((3, 4, 5), (2, 3, 3), (2, 2, 3), (2, 3, 4)),
    "i.seats": ((2, 3, 4), (1, 2, 3), (2, 3, 3), (2, 3, 3)),
    "i.relief": ((2, 2, 3), (2, 3, 4), (3, 3, 4), (3, 4, 4)),
    "i.connect": ((4, 5, 5), (1, 1, 2), (1, 1, 2), (1, 2, 2)),
    "i.evening": ((1, 3, 4), (2, 2, 3), (2, 2, 3), (1, 2, 3)),
    "i.reward": ((1, 2, 4), (1, 2, 2), (4, 5, 5), (1, 2, 2)),
}
"""Low, value and high on each criterion, in the order of `CRITERIA`."""

PARTS = {
    "i.owner": {"d.finance": "consulted", "d.transport": "consulted", "d.bus": "informed"},
    "i.map": {"d.people": "responsible", "d.transport": "informed"},
    "i.note": {"d.desk": "responsible", "d.transport": "informed"},
    "i.table": {"d.digital": "consulted"},
    "i.timetable": {
        "d.board": "responsible",
        "d.bus": "consulted",
        "d.desk": "informed",
    },
    "i.seats": {"d.digital": "responsible", "d.desk": "consulted", "d.finance": "informed"},
    "i.relief": {"d.transport": "consulted", "d.product": "consulted"},
    "i.connect": {
        "d.bus": "responsible",
        "d.digital": "consulted",
        "d.finance": "consulted",
        "d.desk": "informed",
    },
    "i.evening": {"d.transport": "responsible", "d.desk": "informed"},
    "i.reward": {"d.board": "responsible", "d.people": "consulted"},
}

TOUCHED = {
    "i.map": ("t.desk",),
    "i.note": ("t.desk",),
    "i.timetable": ("t.bus_site", "t.print"),
    "i.seats": ("t.desk", "t.stop"),
    "i.connect": ("t.stop", "t.signs"),
    "i.evening": ("t.inn", "t.booking"),
}

_SPEND = T(
    "Spend of returning visitors (illustrative)",
    "再訪者の消費額（例示）",
)
_HALF_DAY = T("Trial at one station, April 2026 (illustrative)", "1駅での試行 2026年4月（例示）")
_ASSUMED = T("", "")


def effect(
    key: str,
    initiative: str,
    kpi: str,
    change: tuple[float, float, float],
    worth: tuple[float, float, float],
    months: int,
    source: T,
) -> Row:
    """A change of a KPI, and what one unit is worth a year in millions of yen."""
    low, likely, high = (value * MILLION for value in worth)
    return row(
        key,
        Effect,
        initiative_id=At(initiative),
        kpi_id=At(kpi),
        low=change[0],
        likely=change[1],
        high=change[2],
        worth_low=low,
        worth_likely=likely,
        worth_high=high,
        months=months,
        source=source,
    )


_TROUBLE, _POINT, _LEFT = (0.6, 1.2, 2.0), (2.0, 3.5, 6.0), (0.1, 0.3, 0.5)

EFFECTS = [
    effect("effect.map", "i.map", "k.trouble", (-1, -2, -3), _TROUBLE, 3, _SPEND),
    effect("effect.note", "i.note", "k.left", (-1, -3, -5), _LEFT, 0, _ASSUMED),
    effect("effect.table", "i.table", "k.nps", (0, 0.5, 1), (2, 5, 8), 3, _ASSUMED),
    effect("effect.timetable", "i.timetable", "k.trouble", (-1, -3, -5), _TROUBLE, 6, _SPEND),
    effect("effect.seats", "i.seats", "k.transport", (0.5, 1, 2), _POINT, 6, _SPEND),
    effect("effect.relief", "i.relief", "k.left", (-1, -2, -4), _LEFT, 0, _ASSUMED),
    effect("effect.wait", "i.connect", "k.wait", (-12, -22, -27), (0.3, 0.8, 1.2), 6, _HALF_DAY),
    effect("effect.connect", "i.connect", "k.transport", (1, 2, 4), _POINT, 12, _SPEND),
    effect("effect.evening", "i.evening", "k.nights", (0.1, 0.4, 0.8), (6, 12, 20), 6, _ASSUMED),
]


def _rows() -> list[Row]:
    found: list[Row] = []
    for key, (weight, name, note) in CRITERIA.items():
        found.append(row(f"criterion.{key}", Criterion, name=name, note=note, weight=weight))
    for initiative, scores in SCORES.items():
        for key, (low, value, high) in zip(CRITERIA, scores, strict=True):
            found.append(
                row(
                    f"score.{initiative}.{key}",
                    CriterionScore,
                    initiative_id=At(initiative),
                    criterion_id=At(f"criterion.{key}"),
                    low=low,
                    value=value,
                    high=high,
                )
            )
    for initiative, parts in PARTS.items():
        for department, part in parts.items():
            found.append(
                row(
                    f"part.{initiative}.{department}",
                    Involvement,
                    initiative_id=At(initiative),
                    department_id=At(department),
                    part=part,
                )
            )
    for initiative, touchpoints in TOUCHED.items():
        for touchpoint in touchpoints:
            found.append(
                row(
                    f"touched.{initiative}.{touchpoint}",
                    ChangedTouchpoint,
                    initiative_id=At(initiative),
                    touchpoint_id=At(touchpoint),
                )
            )
    return found


ROWS = [*_rows(), *EFFECTS]
