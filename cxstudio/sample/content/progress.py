"""The plan in time and how it goes (G4, G5): all of it is illustrative."""

import datetime as dt

from cxstudio.model import Dependency, Milestone, ProgressNote, Review, ReviewItem
from cxstudio.sample.rows import At, Row, T, row

_NOTHING = T("", "")


def waits(after: str, before: str, days: int = 0) -> Row:
    return row(
        f"dependency.{before}.{after}",
        Dependency,
        before_id=At(before),
        after_id=At(after),
        days=days,
    )


def milestone(
    number: int,
    day: str,
    name: T,
    initiative: str = "",
    checks: str = "",
    reached: str = "",
) -> Row:
    return row(
        f"milestone.{number}",
        Milestone,
        name=name,
        due_on=dt.date.fromisoformat(day),
        reached_on=dt.date.fromisoformat(reached) if reached else None,
        initiative_id=At(initiative) if initiative else None,
        checks_kpi_id=At(checks) if checks else None,
    )


def note(number: int, initiative: str, day: str, text: T) -> Row:
    noted = dt.date.fromisoformat(day)
    return row(
        f"note.{number}", ProgressNote, initiative_id=At(initiative), noted_on=noted, text=text
    )


def item(
    review: str,
    number: int,
    of: str,
    planned: float | None,
    actual: float | None,
    status: str,
    finding: T = _NOTHING,
    decision: T = _NOTHING,
    next_step: T = _NOTHING,
    owner: str = "",
    due: str = "",
) -> Row:
    is_kpi = of.startswith("k.")
    return row(
        f"{review}.{number}",
        ReviewItem,
        review_id=At(review),
        initiative_id=None if is_kpi else At(of),
        kpi_id=At(of) if is_kpi else None,
        planned=planned,
        actual=actual,
        status=status,
        finding=finding,
        decision=decision,
        next_step=next_step,
        owner_id=At(owner) if owner else None,
        due_on=dt.date.fromisoformat(due) if due else None,
    )


WAITS = [
    waits("i.timetable", "i.owner"),
    waits("i.seats", "i.note", 14),
    waits("i.connect", "i.owner", 61),
    waits("i.reward", "i.owner"),
]

MILESTONES = [
    milestone(1, "2026-06-26", T("Twelve sheets printed", "経路図12種の印刷"), "i.map",
              reached="2026-06-25"),
    milestone(2, "2026-07-14", T("Board decides", "理事会の決定")),
    milestone(3, "2026-08-15", T("Baseline known", "基準値の確定"), "i.note", "k.left"),
    milestone(4, "2026-09-30", T("Effect checked", "効果の確認"), "i.map", "k.trouble"),
    milestone(5, "2026-10-15", T("First bus counts", "計数の開始"), "i.seats"),
    milestone(6, "2026-11-16", T("All pages", "全ページ"), "i.timetable", "k.pages"),
    milestone(7, "2026-12-14", T("Half-year review", "半年の点検")),
    milestone(8, "2027-03-13", T("New timetable published", "新ダイヤの公表"), "i.connect", "k.wait"),
    milestone(9, "2027-03-31", T("Targets due", "目標の期日"), "", "k.transport"),
]  # fmt: skip

NOTES = [
    note(
        1,
        "i.map",
        "2026-06-19",
        T(
            "Seven of twelve sheets are drawn; the Echizen line is missing a stop.",
            "12種のうち7種を作成した。えちぜん鉄道の図に1駅が抜けている。",
        ),
    ),
    note(
        2,
        "i.map",
        "2026-06-25",
        T(
            "All sheets printed. Two staff stood outside at three trains a day all week.",
            "全種の印刷を終えた。1週間、1日3本の列車に合わせて2名がカウンターの前に立った。",
        ),
    ),
]

FIRST = [
    row(
        "review.start",
        Review,
        title=T("Start of the plan", "計画の開始"),
        held_on=dt.date(2026, 6, 15),
        present=T(
            "Client lead, desk lead, transport planner, project office",
            "責任者、案内所、交通政策、事務局",
        ),
        summary=T(
            "Illustrative. The first initiative begins today; the others wait for the board.",
            "例示。最初の施策が今日始まる。他の施策は理事会の決定を待つ。",
        ),
    ),
    item(
        "review.start", 1, "i.map", 2.0, 0.0, "on_track",
        T("Staff and printer are booked.", "人員と印刷の手配を終えた。"),
        T("Begin with three trains a day.", "1日3本の列車から始める。"),
        T("Print the twelve sheets", "経路図12種を印刷する"), "s.desk", "2026-06-26",
    ),
    item(
        "review.start", 2, "i.owner", 0.0, None, "at_risk",
        T("The board paper is not written.", "理事会の資料がまだない。"),
        T("The client lead signs the paper.", "責任者の名で提出する。"),
        T("Write the board paper with the rights", "権限を示した理事会資料を書く"),
        "s.director", "2026-06-26",
    ),
    item(
        "review.start", 3, "k.wait", 44.4, 47.0, "off_track",
        T("Counted in May, before anything changed.", "変更前の5月の値である。"),
        T("Count again when the summer timetable holds.", "夏ダイヤで数え直す。"),
        T("Count at both stations", "2駅で数える"), "s.transport", "2026-07-10",
    ),
]  # fmt: skip

SECOND = [
    row(
        "review.june",
        Review,
        title=T("June review", "6月の点検"),
        held_on=dt.date(2026, 6, 26),
        present=T(
            "Client lead, desk lead, transport planner, bus operations, project office",
            "責任者、案内所、交通政策、バス事業者、事務局",
        ),
        summary=T(
            "Illustrative. The drawn routes run better than planned; naming one person is late and decides when three others can begin.",
            "例示。経路図は計画より進んでいる。責任者の任命が遅れており、他の施策の開始はこれで決まる。",
        ),
    ),
    item(
        "review.june", 1, "i.map", 25.5, 45.0, "on_track",
        T(
            "All twelve sheets are printed; lines stay short at three trains.",
            "12種の印刷を終えた。3本の列車では列も短い。",
        ),
        T("Add the two trains of the afternoon.", "午後の2本を加える。"),
        T("Plan the shifts for five trains a day", "1日5本の勤務表を作る"), "s.desk", "2026-07-10",
    ),
    item(
        "review.june", 2, "i.owner", 0.0, 0.0, "at_risk",
        T(
            "The paper is written; the rights in the timetable talks are contested.",
            "資料はできたが、ダイヤ協議の権限に異論がある。",
        ),
        T(
            "Ask the board on 14 July, with the rights as they stand.",
            "権限は原案のまま、7月14日の理事会に諮る。",
        ),
        T("Speak with each board member before", "事前に理事一人ずつと話す"),
        "s.director", "2026-07-10",
    ),
    item(
        "review.june", 3, "i.note", 0.0, 0.0, "on_track",
        T("Begins on 1 July; the list is agreed.", "7月1日に始まる。一覧の様式は合意した。"),
        T("Begin as planned.", "計画どおり始める。"),
        T("Tell the drivers of the first week", "初週の進め方を運転手に伝える"),
        "s.bus", "2026-07-03",
    ),
    item(
        "review.june", 4, "k.wait", 43.5, 43.0, "on_track",
        T(
            "43 minutes in the summer timetable of 20 June; on paper as planned.",
            "6月20日からの夏ダイヤで43分。時刻表の上では計画どおり。",
        ),
        T("The target stays; the count on site comes in July.", "目標は変えず、7月に現地で数える。"),
        T("Count at both stations", "2駅で数える"), "s.transport", "2026-07-10",
    ),
    item(
        "review.june", 5, "k.pages", 69.6, 67.0, "off_track",
        T(
            "Two of three pages, as at the start; the work begins in August.",
            "開始時と同じく三つのうち二つ。作業は8月に始まる。",
        ),
    ),
]  # fmt: skip

ROWS = [*WAITS, *MILESTONES, *NOTES, *FIRST, *SECOND]
