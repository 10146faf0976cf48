"""What each initiative asks of people and money beside its first lines (G1); all illustrative."""

from typing import Any

from cxstudio.sample.rows import At, T

MILLION = 1_000_000
_QUOTED = T("Quotation, May 2026 (illustrative)", "見積書 2026年5月（例示）")
_DEPARTMENT = T(
    "Estimate of the department, June 2026 (illustrative)", "担当部門の概算 2026年6月（例示）"
)


def facts(
    owner: str,
    reach: float,
    confidence: float,
    yearly: tuple[float, float] | None,
    source: T | None,
    staff: T,
) -> dict[str, Any]:
    """Who leads, how many visitors a year it concerns, how sure, and what it costs yearly."""
    return {
        "owner_id": At(owner),
        "reach": reach,
        "confidence": confidence,
        "yearly_low": yearly[0] * MILLION if yearly else None,
        "yearly_high": yearly[1] * MILLION if yearly else None,
        "cost_source": source or "",
        "staff_change": staff,
    }


FACTS = {
    "i.owner": facts(
        "s.director",
        300_000,
        0.6,
        (9, 12),
        _DEPARTMENT,
        T(
            "Desk, bus and web editors know whom to call, and get an answer within a day.",
            "案内所、バス、ウェブ担当は、誰に連絡すればよいかが分かり、1日以内に返事を得る。",
        ),
    ),
    "i.map": facts(
        "s.desk",
        90_000,
        0.8,
        (0.5, 0.8),
        _DEPARTMENT,
        T(
            "Two of the staff stand in front of the counter when a long-distance train arrives.",
            "新幹線の到着時は、2名がカウンターの前に立つ。",
        ),
    ),
    "i.note": facts(
        "s.bus",
        24_000,
        0.8,
        (0, 0.1),
        None,
        T(
            "The depot repeats the driver’s note; nobody at the desk has to ask for it.",
            "営業所が運転手の連絡を伝える。案内所から問い合わせる必要がない。",
        ),
    ),
    "i.table": facts(
        "s.product",
        60_000,
        0.7,
        (0.3, 0.6),
        _QUOTED,
        T(
            "Waiters call a number and no longer keep order in a queue.",
            "店員は電話をかけるだけでよく、列の整理をしなくてよい。",
        ),
    ),
    "i.timetable": facts(
        "s.digital",
        200_000,
        0.7,
        (1, 1.5),
        _QUOTED,
        T(
            "Web editors stop correcting times by hand.",
            "ウェブ担当が時刻を手で直す作業がなくなる。",
        ),
    ),
    "i.seats": facts(
        "s.bus",
        40_000,
        0.4,
        (0.8, 1.2),
        _QUOTED,
        T(
            "The desk sees room and delay on its own screen; drivers have nothing more to do.",
            "案内所は空席と遅れを画面で見られる。運転手の仕事は増えない。",
        ),
    ),
    "i.relief": facts(
        "s.bus",
        6_000,
        0.5,
        None,
        _DEPARTMENT,
        T(
            "Two drivers of the charter service learn the line to Eiheiji.",
            "貸切部門の運転手2名が永平寺線を覚える。",
        ),
    ),
    "i.connect": facts(
        "s.transport",
        120_000,
        0.5,
        (4, 7),
        _QUOTED,
        T(
            "Drivers see the train’s arrival at the stop and may wait without asking.",
            "運転手は乗り場で列車の到着が分かり、許可を待たずに待てる。",
        ),
    ),
    "i.evening": facts(
        "s.inn",
        9_000,
        0.4,
        None,
        _DEPARTMENT,
        T(
            "Inns book the taxi with the room and stop driving guests themselves.",
            "宿は部屋と一緒にタクシーを予約でき、自ら送迎しなくてよい。",
        ),
    ),
    "i.reward": facts(
        "s.finance",
        300_000,
        0.4,
        (0.2, 0.4),
        None,
        T(
            "Heads of four departments answer for one customer measure together.",
            "四つの部門の責任者が、一つの顧客指標にともに責任を持つ。",
        ),
    ),
}
