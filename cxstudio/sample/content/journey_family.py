"""As-is: a family's day at the dinosaur museum, by car (E1)."""

from cxstudio.sample.content.maps import Column, Note, journey
from cxstudio.sample.rows import T

LANES = (
    ("actions", T("Actions", "行動")),
    ("touchpoints", T("Touchpoints", "顧客接点")),
    ("thoughts", T("Thoughts", "思考")),
    ("emotion", T("Emotion", "感情")),
    ("pain_points", T("Pain points", "困りごと")),
    ("opportunities", T("Opportunities", "機会")),
    ("back_stage", T("Back stage", "裏側の動き")),
    ("departments", T("Who serves", "担い手")),
)

STAGES = (
    (
        T("Before", "出発前"),
        (
            Column(
                "wish",
                T("The child’s wish", "子どもの願い"),
                "t.photo t.friends",
                {
                    "actions": Note(
                        T("Child asks for dinosaurs, again", "子どもがまた恐竜を見たがる")
                    ),
                    "thoughts": Note(T("“One night or there and back?”", "「泊まるか、日帰りか」")),
                    "back_stage": Note(
                        T("Campaigns follow the school holidays", "広報は学校の休みに合わせる")
                    ),
                    "departments": Note(T("Tourism promotion", "観光誘客")),
                },
                {"p.family": 1.2},
            ),
            Column(
                "ticket",
                T("Book the hour", "時間を予約"),
                "t.booking",
                {
                    "actions": Note(
                        T("Books ten o’clock a week ahead", "1週間前に10時を予約"),
                        "e.c3_ticket",
                    ),
                    "thoughts": Note(
                        T("“The whole day hangs on this hour.”", "「一日がこの時刻しだい」"),
                        "e.c3_ticket",
                    ),
                    "pain_points": Note(
                        T("Hours and workshops booked up", "時間帯や体験が予約で埋まっている"),
                        "c.booked_up",
                        "y.booked",
                    ),
                    "opportunities": Note(
                        T(
                            "Show what to do around the booked hour",
                            "予約時刻の前後の過ごし方を示す",
                        )
                    ),
                    "back_stage": Note(
                        T("Ticket system is the museum’s own", "予約システムは博物館独自")
                    ),
                    "departments": Note(T("Destinations, museum", "観光地担当、博物館")),
                },
                {"p.family": -0.3},
            ),
        ),
    ),
    (
        T("There", "往路"),
        (
            Column(
                "drive",
                T("Drive", "車で向かう"),
                "t.park",
                {
                    "actions": Note(
                        T("Follows the navigation to the door", "カーナビで入口まで"),
                        "e.c3_road",
                    ),
                    "thoughts": Note(T("“Simple.”", "「簡単だった」"), "e.c3_road"),
                    "back_stage": Note(
                        T(
                            "Attendants open the second car park by radio",
                            "誘導員が無線で第2駐車場を開ける",
                        )
                    ),
                    "departments": Note(T("Museum, city police", "博物館、警察")),
                },
                {"p.family": 0.8},
            ),
            Column(
                "enter",
                T("Enter", "入館する"),
                "t.museum",
                {
                    "actions": Note(
                        T(
                            "Rides the long escalator down under the dome",
                            "長いエスカレーターでドームの下へ",
                        )
                    ),
                    "thoughts": Note(T("“Look how big!”", "「大きい」"), "c.roomy"),
                    "back_stage": Note(
                        T("Gate counts by the quarter hour", "15分ごとに入館者を計数")
                    ),
                    "departments": Note(T("Museum", "博物館")),
                },
                {"p.family": 1.6},
            ),
        ),
    ),
    (
        T("At the museum", "博物館"),
        (
            Column(
                "halls",
                T("See the halls", "展示を見る"),
                "t.museum",
                {
                    "actions": Note(
                        T("Skeletons, film, the digging hall", "骨格、映像、発掘体験"),
                        "e.c3_park",
                    ),
                    "thoughts": Note(T("“I want to come back.”", "「また来たい」"), "f.dinosaurs"),
                    "opportunities": Note(
                        T(
                            "Explain more by QR code for those who ask",
                            "もっと知りたい人にQRで解説",
                        )
                    ),
                    "back_stage": Note(
                        T(
                            "Curators, loans, cleaning before opening",
                            "学芸員、資料の借用、開館前の清掃",
                        )
                    ),
                    "departments": Note(T("Museum", "博物館")),
                },
                {"p.family": 1.9},
                moment_of_truth=True,
            ),
            Column(
                "lunch",
                T("Have lunch", "昼食"),
                "t.food",
                {
                    "actions": Note(
                        T(
                            "Queues, gives up, eats bread in the car",
                            "並び、あきらめ、車でパンを食べる",
                        ),
                        "e.c3_lunch",
                    ),
                    "thoughts": Note(
                        T("“Why could we not book a table?”", "「席も予約できたらいいのに」"),
                        "c.restaurant",
                    ),
                    "pain_points": Note(
                        T(
                            "An hour’s queue with hungry children",
                            "お腹を空かせた子どもと1時間待つ",
                        ),
                        "n.meal",
                        "y.lunch",
                    ),
                    "opportunities": Note(
                        T("Call families when a table is free", "席が空いたら電話で呼ぶ"),
                        "c.table_call",
                        "y.call",
                    ),
                    "back_stage": Note(
                        T(
                            "Restaurant is let; the museum sees no queue figures",
                            "食堂は委託。博物館は待ち状況を把握しない",
                        )
                    ),
                    "departments": Note(T("Restaurant tenant", "食堂の受託者")),
                },
                {"p.family": -1.3},
                moment_of_truth=True,
            ),
        ),
    ),
    (
        T("After", "その後"),
        (
            Column(
                "outside",
                T("Outdoors", "外で遊ぶ"),
                "t.museum t.park",
                {
                    "actions": Note(
                        T(
                            "Park behind the museum until it rains",
                            "雨が降るまで裏の公園で遊ぶ",
                        ),
                        "e.c3_rain",
                    ),
                    "thoughts": Note(T("“And now?”", "「このあとどうする」"), "c.rain"),
                    "pain_points": Note(
                        T(
                            "Nothing indoors near by when it rains",
                            "雨の日に近くの屋内施設がない",
                        ),
                        "n.rain",
                        "y.rain",
                    ),
                    "opportunities": Note(
                        T(
                            "Rain card: three indoor places within 30 minutes",
                            "雨の日カード：30分以内の屋内3か所",
                        ),
                        "c.rain",
                    ),
                    "back_stage": Note(
                        T(
                            "Each town promotes its own sights",
                            "各市町は自分の施設だけを案内する",
                        )
                    ),
                    "departments": Note(T("Destinations, towns", "観光地担当、市町")),
                },
                {"p.family": 0.2},
            ),
            Column(
                "souvenir",
                T("Buy and drive home", "買い物・帰路"),
                "t.food t.survey",
                {
                    "actions": Note(
                        T(
                            "Roadside station, dinosaur pudding, home",
                            "道の駅、恐竜のおやつ、家へ",
                        )
                    ),
                    "thoughts": Note(T("“Next year again.”", "「来年もまた」"), "f.family"),
                    "opportunities": Note(
                        T("Invite to the next season on leaving", "帰り際に次の季節へ誘う")
                    ),
                    "back_stage": Note(
                        T("Survey by QR code at the till", "レジ横のQRコードで調査"),
                        "doc.survey",
                    ),
                    "departments": Note(T("Roadside station", "道の駅")),
                },
            ),
        ),
    ),
)

ROWS = journey(
    "j.family",
    {
        "title": T("A day for the dinosaurs, by car", "恐竜の一日（車の家族）"),
        "description": T(
            "One day of a family from another prefecture. How they feel on the way home is not known: nobody was asked after the day.",
            "県外から来た家族の一日。帰り道の気持ちは、旅の後に聞いていないため分からない。",
        ),
        "journey_kind": "as_is",
    },
    ("p.family",),
    LANES,
    STAGES,
)
