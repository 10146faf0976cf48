"""Two interviews with visitors (B3). Both are illustrative."""

import datetime as dt

from cxstudio.model import Interview
from cxstudio.sample.rows import At, Mark, Said, T, Talk, row


def talk(key: str, title: T, person: T, when: str, summary: T, *said: Said) -> Talk:
    interview = row(
        key,
        Interview,
        title=title,
        guide_id=At("q.visitor"),
        held_at=dt.datetime.fromisoformat(when),
        place=T("Video call", "オンライン"),
        interviewer=T("Consultant 2", "コンサルタント2"),
        consent=True,
        illustrative=True,
        summary=summary,
    )
    return Talk(key, interview, person, said)


ROWS = [
    talk(
        "v.c4",
        T("Visitor, 60s, no car", "来訪者（60代、車なし）"),
        T("C-04, 60s, Tokyo, by Shinkansen", "C-04、60代、東京都、新幹線利用"),
        "2026-05-29T11:00",
        T(
            "Planned with care, lost the middle of the day to a full bus, was won back by the desk and the inn.",
            "念入りに計画したが、満席のバスで日中を失った。案内所と宿が気持ちを取り戻させた。",
        ),
        Said(
            "q.visitor.1",
            95,
            T(
                "[[e.c4_plan|I had written the bus times down from two places, and they did not agree. I asked my daughter to look again.]] She found a third.",
                "[[e.c4_plan|バスの時刻を二つのところから書き写しましたが、合いませんでした。娘にもう一度調べてもらいました。]]娘は三つ目を見つけました。",
            ),
            (Mark("e.c4_plan", -1, "info"),),
        ),
        Said(
            "q.visitor.2",
            410,
            T(
                "The Shinkansen was on time to the minute. [[e.c4_desk|At the desk a woman drew the way on a map. That was the best moment of the day.]]",
                "新幹線は時刻どおりでした。[[e.c4_desk|案内所の方が地図に道を描いてくれました。その日いちばんうれしかったことです。]]",
            ),
            (Mark("e.c4_desk", 1, "help"),),
        ),
        Said(
            "q.visitor.3",
            690,
            T(
                "We stood in line and the bus closed its doors in front of us. [[e.c4_taxi|The desk told us fifty minutes, so we took a taxi. It cost more than lunch.]]",
                "並んでいたら、目の前で扉が閉まりました。[[e.c4_taxi|案内所で次は50分後と言われて、タクシーにしました。昼食より高くつきました。]]",
            ),
            (Mark("e.c4_taxi", -1, "full connections"),),
        ),
        Said(
            "q.visitor.3",
            905,
            T(
                "[[e.c4_dinner|The last bus to the hot spring left before dinner. We bought something at the station and went early.]]",
                "[[e.c4_dinner|温泉への最終バスは夕食の前に出てしまいます。駅で買い物をして早めに向かいました。]]",
            ),
            (Mark("e.c4_dinner", -1, "last meals"),),
        ),
        Said(
            "q.visitor.4",
            1180,
            T(
                "[[e.c4_temple|The temple. We sat for half an hour and heard nothing. I would go back for that alone.]]",
                "[[e.c4_temple|お寺です。30分座って、何の音も聞こえませんでした。それだけのためにまた行きたいです。]]",
            ),
            (Mark("e.c4_temple", 1, "help"),),
        ),
        Said(
            "q.visitor.5",
            1390,
            T(
                "[[e.c4_again|I would come again. I would tell my friends to come by car.]]",
                "[[e.c4_again|また行きます。友人には車で行くように言います。]]",
            ),
            (Mark("e.c4_again", -1, "connections"),),
        ),
    ),
    talk(
        "v.c3",
        T("Visitor, family by car", "来訪者（車の家族連れ）"),
        T("C-03, 30s, Aichi, family by car", "C-03、30代、愛知県、車の家族連れ"),
        "2026-05-29T20:00",
        T(
            "The museum exceeded hope; lunch and the hours after it did not.",
            "博物館は期待以上だった。昼食とその後の時間はそうではなかった。",
        ),
        Said(
            "q.visitor.1",
            80,
            T(
                "[[e.c3_ticket|The tickets go by the hour, so the whole day turned around ten o’clock.]] We booked a week before.",
                "[[e.c3_ticket|切符が時間指定なので、一日の予定が10時を中心に決まりました。]]1週間前に予約しました。",
            ),
            (Mark("e.c3_ticket", 0, "museum info"),),
        ),
        Said(
            "q.visitor.2",
            300,
            T(
                "[[e.c3_road|By car it was simple. The navigation took us to the door and the car park had room.]]",
                "[[e.c3_road|車なら簡単でした。カーナビで入口まで行けて、駐車場も空いていました。]]",
            ),
            (Mark("e.c3_road", 1, "wayfinding"),),
        ),
        Said(
            "q.visitor.3",
            560,
            T(
                "[[e.c3_lunch|Lunch. The line was an hour, the children were hungry, and we ate bread in the car.]]",
                "[[e.c3_lunch|昼食です。1時間の列で、子どもはお腹を空かせて、車の中でパンを食べました。]]",
            ),
            (Mark("e.c3_lunch", -1, "meals museum"),),
        ),
        Said(
            "q.visitor.4",
            845,
            T(
                "[[e.c3_park|The hall with the skeletons, and the park behind it. They did not want to leave.]]",
                "[[e.c3_park|骨格の並ぶ大きな部屋と、裏の公園です。子どもは帰りたがりませんでした。]]",
            ),
            (Mark("e.c3_park", 1, "museum"),),
        ),
        Said(
            "q.visitor.5",
            1010,
            T(
                "Go, and go when it is dry. [[e.c3_rain|It rained at two and there was nothing near by for a child of five. We drove home.]]",
                "ぜひ行って、でも晴れの日に、と言います。[[e.c3_rain|2時に雨が降って、近くに5歳の子が過ごせる場所がありませんでした。そのまま帰りました。]]",
            ),
            (Mark("e.c3_rain", -1, "museum"),),
        ),
    ),
]
