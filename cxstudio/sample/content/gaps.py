"""The register of gaps (F1). Scores are the team's; reach is the share of visitors on that journey."""

from typing import NamedTuple

from cxstudio.model import Gap
from cxstudio.sample.rows import At, Row, T, row


class Score(NamedTuple):
    """Importance 1-5, as-is and to-be 0-10, reach 0-1."""

    importance: int
    current: float
    target: float
    reach: float


def gap(
    key: str,
    rests: str,
    gap_kind: str,
    step: str,
    touchpoint: str,
    owner: str,
    score: Score | None,
    cluster: T,
    title: T,
    as_is: T,
    to_be: T,
    cause: T,
    state: str = "planned",
) -> Row:
    return row(
        key,
        Gap,
        rests=rests,
        title=title,
        gap_kind=gap_kind,
        as_is=as_is,
        to_be=to_be,
        cause=cause,
        cluster=cluster,
        state=state,
        step_id=At(step) if step else None,
        touchpoint_id=At(touchpoint) if touchpoint else None,
        department_id=At(owner),
        importance=score and score.importance,
        current=score and score.current,
        target=score and score.target,
        reach=score and score.reach,
    )


WAY, EVENING, SIGHTS, RULES = (
    T("From station to first sight", "駅から最初の観光地まで"),
    T("Evening", "夕方以降"),
    T("At the sights", "観光地"),
    T("Responsibility", "責任と評価"),
)

ROWS = [
    gap(
        "g.owner",
        "n.owner",
        "organisation",
        "j.rail.station",
        "",
        "d.transport",
        Score(5, 2, 7, 0.8),
        RULES,
        T(
            "No department owns the way from platform to first sight",
            "ホームから最初の観光地までを担う部門がない",
        ),
        T(
            "The railway ends at the gate, the bus begins at the stop; any of four parties can say no.",
            "鉄道は改札で終わり、バスは停留所から始まる。4者のいずれも断ることができる。",
        ),
        T(
            "One named person answers for the whole way and has the data of all four.",
            "一人の責任者が経路全体に責任を持ち、4者のデータを持つ。",
        ),
        T(
            "The service contract is written for residents; visitors are not part of it.",
            "運行契約は住民のためのもので、来訪者を含まない。",
        ),
    ),
    gap(
        "g.wait",
        "x.few n.few",
        "journey",
        "j.rail.around",
        "t.bus",
        "d.transport",
        Score(5, 3, 7, 0.8),
        WAY,
        T("Train and bus do not wait for each other", "列車とバスが互いを待たない"),
        T(
            "About one bus an hour; a median wait of 47 minutes (illustrative).",
            "バスは1時間に1本ほど。待ち時間の中央値は47分（例示）。",
        ),
        T(
            "A bus leaves within 20 minutes of each long-distance train.",
            "新幹線の到着から20分以内にバスが出る。",
        ),
        T(
            "The rota is fixed before the railway’s times are known.",
            "鉄道の時刻が分かる前に乗務表が決まる。",
        ),
    ),
    gap(
        "g.times",
        "x.times n.times",
        "data",
        "j.rail.plan",
        "t.board_site",
        "d.digital",
        Score(4, 3, 7, 0.85),
        WAY,
        T("Timetables differ between pages", "ページによって時刻表が違う"),
        T(
            "One timetable is kept in three systems; one of three pages was out of date.",
            "一つの時刻表が三つのシステムにあり、3ページ中1ページが古かった。",
        ),
        T("All pages show the operator’s feed.", "すべてのページが事業者の配信データを表示する。"),
        T(
            "Nobody signed for the content when the project ended.",
            "計画が終わったとき、内容の責任者が決まらなかった。",
        ),
    ),
    gap(
        "g.full",
        "x.full x.blind n.full",
        "journey",
        "j.rail.around",
        "t.stop",
        "d.bus",
        Score(5, 2, 7, 0.45),
        WAY,
        T("The station does not know that a bus is full", "バスの満席が駅に伝わらない"),
        T(
            "The desk learns of it when visitors come back. Nobody counts them.",
            "案内所は、来訪者が戻ってきて初めて知る。誰も数えていない。",
        ),
        T(
            "Seats of the next two buses are seen before the walk to the stop.",
            "乗り場に行く前に、次の2便の空席が分かる。",
        ),
        T("The driver’s radio ends at the depot.", "運転手の無線は営業所で止まる。"),
    ),
    gap(
        "g.last",
        "x.last n.last",
        "journey",
        "j.rail.inn",
        "t.bus",
        "d.bus",
        Score(4, 3, 7, 0.7),
        EVENING,
        T("The last bus leaves before dinner ends", "最終バスが夕食の前に出る"),
        T(
            "Guests eat early or stay away from the town’s restaurants.",
            "客は早く食べるか、町の店をあきらめる。",
        ),
        T("There is a ride to the inn until nine.", "21時まで宿に向かう足がある。"),
        T(
            "A second driver for 40 minutes has never been priced.",
            "40分のための運転手の費用を、誰も見積もっていない。",
        ),
    ),
    gap(
        "g.signs",
        "x.signs n.signs",
        "touchpoint",
        "j.rail.station",
        "t.signs",
        "d.transport",
        Score(3, 5, 8, 0.6),
        WAY,
        T("Signs end at the station exit", "案内表示が駅の出口で途切れる"),
        T(
            "Which exit, which stop: visitors ask or walk on.",
            "どの出口か、どの乗り場か。たずねるか、歩いてみるしかない。",
        ),
        T(
            "From the gate to the stop no question is left open.",
            "改札から乗り場まで、迷うところがない。",
        ),
        T("Each owner signs its own ground.", "それぞれが自分の敷地だけを案内している。"),
        "open",
    ),
    gap(
        "g.evening",
        "x.closed n.evening",
        "journey",
        "j.rail.visit",
        "t.food",
        "d.product",
        Score(3, 4, 7, 0.6),
        EVENING,
        T("Doors are closed after five and on Sundays", "17時以降と日曜は店が閉まっている"),
        T(
            "Hours on map services are not those of the day.",
            "地図サービスの営業時間が、その日のものと違う。",
        ),
        T(
            "Near each terminus one kitchen is open until seven and listed as open.",
            "主な停留所の近くで1店が19時まで開き、そのことが案内される。",
        ),
        T(
            "Each shop decides alone and cannot see the buses’ arrivals.",
            "各店が個別に決め、バスの到着を知らない。",
        ),
        "open",
    ),
    gap(
        "g.desk",
        "c.desk_closing",
        "touchpoint",
        "j.rail.station",
        "t.desk",
        "d.desk",
        Score(3, 4, 7, 0.5),
        WAY,
        T("The desk waits to be asked", "案内所が声をかけられるのを待っている"),
        T(
            "One visitor left without an answer at closing time.",
            "閉館間際に、答えを得ずに帰った人がいる。",
        ),
        T(
            "Staff stand before the counter when a train arrives.",
            "列車の到着時は、職員がカウンターの前に立つ。",
        ),
        T(
            "Six of ten posts are seasonal and trained for two days.",
            "10人に6人が季節雇用で、研修は2日である。",
        ),
    ),
    gap(
        "g.meal",
        "y.lunch n.meal",
        "journey",
        "j.family.lunch",
        "t.food",
        "d.product",
        Score(4, 5, 8, 0.35),
        SIGHTS,
        T("Lunch at the museum takes an hour’s queue", "博物館の昼食は1時間待ち"),
        T("Families give up and eat in the car.", "家族はあきらめて車で食べる。"),
        T("Families are called when a table is free.", "席が空くと電話が鳴る。"),
        T(
            "The museum sees no queue figures of its tenant.",
            "博物館はテナントの待ち時間を把握していない。",
        ),
    ),
    gap(
        "g.day",
        "f.local f.night n.night",
        "measure",
        "",
        "",
        "d.board",
        Score(3, 5, 6, 0.45),
        SIGHTS,
        T("Those on a day out recommend less", "日帰り客の推奨度が低い"),
        T(
            "Residents on a day out score {#nps_local}; overnight guests from outside {#nps_night_outside}.",
            "県内在住の日帰り客は{#nps_local}、県外からの宿泊客は{#nps_night_outside}。",
        ),
        T(
            "A day out has a reason to come back: a new thing each season.",
            "日帰りにも再訪の理由がある。季節ごとに新しいことがある。",
        ),
        T(
            "Not known: no resident has been interviewed.",
            "不明。県内在住者にはまだ話を聞いていない。",
        ),
        "open",
    ),
    gap(
        "g.rain",
        "y.rain n.rain",
        "journey",
        "j.family.outside",
        "t.museum",
        "d.product",
        Score(3, 4, 6, 0.35),
        SIGHTS,
        T("Rain ends the family’s day", "雨で家族の一日が終わってしまう"),
        T(
            "No nearby indoor place is named anywhere.",
            "近くの屋内施設がどこにも案内されていない。",
        ),
        T(
            "Three places within 30 minutes are offered at the exit.",
            "出口で30分以内の3か所を案内する。",
        ),
        T("Each town promotes its own sights only.", "各市町が自分の施設だけを案内する。"),
        "open",
    ),
    gap(
        "g.reply",
        "x.reply",
        "organisation",
        "j.rail.home",
        "t.survey",
        "d.board",
        Score(3, 2, 6, 0.12),
        RULES,
        T("Nobody tells those who complained what changed", "不便を伝えた人に変化を知らせていない"),
        T("Answers are published, replies are not sent.", "回答は公開されるが、返信はない。"),
        T("Each quarter a note says what was changed.", "四半期ごとに、変えたことを知らせる。"),
        T("An assumption of the team; no source yet.", "チームの仮定であり、根拠はまだない。"),
        "open",
    ),
    gap(
        "g.rewards",
        "n.rewards",
        "organisation",
        "",
        "",
        "d.finance",
        None,
        RULES,
        T(
            "Departments are rewarded on figures that ignore the journey",
            "部門の評価指標が旅の流れを見ていない",
        ),
        T(
            "Counter visits, availability, cost per kilometre, subsidy per resident.",
            "窓口人数、稼働率、1kmあたりの費用、住民1人あたりの補助額。",
        ),
        T(
            "One shared customer measure is part of four departments’ targets.",
            "四つの部門の目標に、共通の顧客指標が入る。",
        ),
        T(
            "Targets are set by department, one fiscal year at a time.",
            "目標は部門ごと、単年度で決まる。",
        ),
        "open",
    ),
]
