"""Statements drawn from the evidence (B6)."""

from cxstudio.model import Insight
from cxstudio.sample.rows import Row, T, row

_NONE = T("", "")


def insight(key: str, rests: str, statement: T, note: T = _NONE) -> Row:
    return row(key, Insight, rests=rests, statement=statement, note=note)


ROWS = [
    insight(
        "n.few",
        "f.trouble f.unchanged f.trouble_writes f.transport c.few_awara c.liner c.hourly c.few_tojinbo c.more_buses c.between_sights c.no_car c.bad_connections c.idle_wait c.wait_maruoka c.no_match e.bus_rota",
        T(
            "One rail and bus user in four feels some inconvenience, and few services and long waits are what they name most.",
            "鉄道・バス利用者の4人に1人が不便を感じ、その中身は便数の少なさと待ち時間が最も多い。",
        ),
    ),
    insight(
        "n.works",
        "c.good_connection c.clear_transfer c.clear_times c.direct c.on_time f.very_satisfied",
        T(
            "Where train and bus meet, visitors praise it without being asked: the good connection exists, on some lines.",
            "列車とバスがつながる路線では、来訪者は自らそれを褒める。良い接続は、一部の路線にすでにある。",
        ),
    ),
    insight(
        "n.full",
        "e.desk_full e.desk_seats e.bus_book c.left_behind obs.stop e.c4_taxi",
        T(
            "The station learns from the visitor that a bus is full, although the driver knew it first.",
            "満席を最初に知るのは運転手だが、駅はそれを来訪者から知る。",
        ),
        T(
            "Only one survey comment speaks of it; how often it happens has to be counted.",
            "調査で触れた自由回答は1件のみ。頻度は計数が必要である。",
        ),
    ),
    insight(
        "n.times",
        "e.desk_pages e.it_three e.it_feed e.c4_plan obs.pages c.sunday_times",
        T(
            "Visitors cannot tell which timetable holds: one timetable lives in three systems.",
            "どの時刻表が正しいのか、来訪者には分からない。一つの時刻表が三つのシステムにある。",
        ),
        T(
            "No April comment says so; the claim rests on interviews, one observation and one comment of February.",
            "4月の自由回答にはない。インタビュー、観察1件、2月の自由回答1件による。",
        ),
    ),
    insight(
        "n.last",
        "e.c4_dinner e.bus_last c.few_awara c.last_bus c.sunday_times",
        T(
            "The last bus, not the visitor, decides when the evening ends.",
            "夕べの終わりを決めるのは、来訪者ではなく最終バスである。",
        ),
    ),
    insight(
        "n.owner",
        "e.tp_owner e.tp_commuters e.it_tried doc.contract e.tp_board",
        T(
            "Nobody is responsible for the way from the platform to the first sight.",
            "ホームから最初の観光地までの経路には、責任者がいない。",
        ),
    ),
    insight(
        "n.rewards",
        "e.desk_measured e.bus_measured e.it_measured e.tp_measured",
        T(
            "Four departments are measured on figures that look better when the visitor is served worse, or not at all.",
            "4部門の指標は、来訪者への対応が悪くても、あるいは無くても、良く見えてしまう。",
        ),
    ),
    insight(
        "n.help",
        "e.desk_map e.c4_desk c.driver c.desk_closing",
        T(
            "A person who explains the way turns the day; a desk that does not look up loses the visitor.",
            "道を示す一人が、その日を変える。顔を上げない窓口は、来訪者を失う。",
        ),
    ),
    insight(
        "n.score",
        "f.rail_score f.transport f.very_satisfied",
        T(
            "Rail and bus users are less satisfied with transport, yet they do not demonstrably recommend Fukui less.",
            "鉄道・バス利用者は県内交通への満足が低いが、福井を薦める度合いまで低いとは言えない。",
        ),
        T("In February the difference pointed the other way.", "2月は逆向きの差だった。"),
    ),
    insight(
        "n.night",
        "f.night f.local",
        T(
            "Those who stay a night recommend far more than those on a day out.",
            "泊まった人の推奨度は、日帰りの人より大幅に高い。",
        ),
        T(
            "People who like Fukui may be those who stay; the survey cannot separate the two.",
            "福井を好む人ほど泊まるのかもしれず、調査では区別できない。",
        ),
    ),
    insight(
        "n.meal",
        "c.restaurant c.somewhere_to_eat e.c3_lunch c.table_call",
        T(
            "At the museum the meal falls short of the exhibition; where families are called to their table, the wait disappears.",
            "博物館では食事が展示に及ばない。席が空くと電話が鳴る店では、待ち時間が消えている。",
        ),
    ),
    insight(
        "n.evening",
        "c.shops_close c.after_five c.sunday_closed c.market",
        T(
            "After five o’clock and on Sundays visitors stand before closed doors.",
            "17時以降と日曜には、来訪者は閉まった店の前に立つ。",
        ),
    ),
    insight(
        "n.rain",
        "c.rain e.c3_rain",
        T(
            "Rain ends a family’s day; no second indoor place near by is named.",
            "雨が降ると家族の一日は終わる。近くの二つ目の屋内施設は案内されていない。",
        ),
    ),
    insight(
        "n.signs",
        "c.no_signs c.car_parks c.no_guidance c.museum_far",
        T(
            "The last hundred metres are not signed, on foot or by car.",
            "最後の100メートルの案内が、徒歩でも車でも足りない。",
        ),
    ),
]
