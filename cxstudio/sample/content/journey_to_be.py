"""To-be: the same visit once the plan has been carried out (E3). Emotion is what we aim for."""

from cxstudio.sample.content.journey_rail import LANES
from cxstudio.sample.content.journey_rail import ROWS as AS_IS
from cxstudio.sample.content.maps import Column, Note, grown_from, journey
from cxstudio.sample.rows import At, T

STAGES = (
    (
        T("Dream and plan", "思い立つ・計画"),
        (
            Column(
                "idea",
                T("Find the idea", "知る"),
                "t.photo t.board_site",
                {
                    "actions": Note(
                        T(
                            "Finds “Fukui without a car” under the photo",
                            "写真の下に「車なしの福井」を見つける",
                        )
                    ),
                    "thoughts": Note(T("“So it can be done.”", "「行けるのだ」")),
                    "opportunities": Note(
                        T("Three routes, tested on foot", "実際に歩いて確かめた3つの経路")
                    ),
                    "back_stage": Note(
                        T("Promotion names a route with every photo", "写真ごとに経路を添える")
                    ),
                },
                {"p.rail": 1.0},
            ),
            Column(
                "plan",
                T("Plan and book", "計画・予約"),
                "t.board_site t.bus_site",
                {
                    "actions": Note(
                        T(
                            "Picks a day; every page shows the same times",
                            "日を選ぶ。どのページも同じ時刻",
                        )
                    ),
                    "thoughts": Note(
                        T("“I need not check again.”", "「確かめ直さなくていい」"), "e.it_feed"
                    ),
                    "opportunities": Note(
                        T("Warn when the day counts as a Sunday", "日曜ダイヤの日を知らせる"),
                        "c.sunday_times",
                    ),
                    "back_stage": Note(
                        T("One feed, one owner", "一つの配信データ、一人の責任者"), "e.it_feed"
                    ),
                    "measures": Note(
                        T("Pages with the valid timetable", "有効な時刻表のページ"),
                        value=T("3 of 3", "3件中3件"),
                        measure="k.pages",
                    ),
                },
                {"p.rail": 0.6},
            ),
        ),
    ),
    (
        T("Arrive", "到着"),
        (
            Column(
                "travel",
                T("Travel to Fukui", "福井へ"),
                "t.train",
                {
                    "actions": Note(T("Shinkansen, no change", "新幹線で乗り換えなし")),
                    "thoughts": Note(
                        T("“The bus waits for this train.”", "「バスがこの列車を待ってくれる」")
                    ),
                    "back_stage": Note(
                        T(
                            "Rota set after the railway’s times",
                            "乗務表は鉄道の時刻の後に決める",
                        ),
                        "e.bus_rota",
                    ),
                },
                {"p.rail": 1.0},
            ),
            Column(
                "station",
                T("Arrive at the station", "駅に着く"),
                "t.signs t.desk t.screen",
                {
                    "actions": Note(
                        T(
                            "Is met in front of the counter with a drawn route",
                            "カウンターの前で、手描きの経路図を渡される",
                        ),
                        "e.desk_map",
                    ),
                    "thoughts": Note(T("“There is room on the next bus.”", "「次のバスに乗れる」")),
                    "opportunities": Note(
                        T(
                            "Hand the route over on paper and by QR code",
                            "経路を紙とQRコードで渡す",
                        )
                    ),
                    "back_stage": Note(
                        T(
                            "Seats of the next two buses on the screen",
                            "次の2便の空席が画面に出る",
                        ),
                        "e.desk_seats",
                    ),
                    "measures": Note(
                        T("Wait, train to bus (median)", "列車→バスの待ち時間（中央値）"),
                        value=T("20 min", "20分"),
                        measure="k.wait",
                    ),
                },
                {"p.rail": 1.2},
            ),
        ),
    ),
    (
        T("Explore", "巡る"),
        (
            Column(
                "around",
                T("Get around", "移動する"),
                "t.stop t.bus",
                {
                    "actions": Note(
                        T(
                            "Boards the bus, or the relief bus behind it",
                            "バスか、後ろの増便に乗る",
                        ),
                        "e.bus_relief",
                    ),
                    "thoughts": Note(
                        T("“They had thought of us.”", "「考えてくれていた」"),
                        "c.good_connection",
                    ),
                    "opportunities": Note(
                        T("Driver names the bus back", "運転手が帰りの便を伝える"), "c.driver"
                    ),
                    "back_stage": Note(
                        T(
                            "Radio note reaches the desk within two minutes",
                            "無線の連絡が2分以内に案内所に届く",
                        ),
                        "e.bus_book",
                    ),
                    "measures": Note(
                        T("Left behind at a stop", "乗れなかった人"),
                        value=T("under 5 a week", "週5人未満"),
                        measure="k.left",
                    ),
                },
                {"p.rail": 0.7},
                moment_of_truth=True,
            ),
            Column(
                "visit",
                T("Visit and taste", "見る・味わう"),
                "t.temple t.food",
                {
                    "actions": Note(
                        T("Two places instead of one", "1か所でなく2か所"), "c.between_sights"
                    ),
                    "thoughts": Note(T("“Time for a second look.”", "「もう一度見る時間がある」")),
                    "opportunities": Note(
                        T(
                            "Kitchens open until seven near the stops",
                            "停留所の近くで19時まで食べられる店",
                        ),
                        "c.after_five",
                    ),
                    "back_stage": Note(
                        T(
                            "Hours confirmed each morning by message",
                            "営業時間を毎朝メッセージで確認",
                        )
                    ),
                    "measures": Note(
                        T("Satisfied overall", "全体に満足"), value=T("90% or more", "90％以上")
                    ),
                },
                {"p.rail": 1.6},
            ),
            Column(
                "inn",
                T("Stay at the inn", "宿に泊まる"),
                "t.inn t.shared",
                {
                    "actions": Note(
                        T(
                            "Dines in town, rides the shared taxi",
                            "町で夕食、乗合タクシーで宿へ",
                        )
                    ),
                    "thoughts": Note(
                        T("“No need to watch the clock.”", "「時計を気にしなくていい」"),
                        "e.c4_dinner",
                    ),
                    "opportunities": Note(
                        T("Inns book the ride with the room", "宿が部屋と一緒に足を予約")
                    ),
                    "back_stage": Note(
                        T("Taxi companies share one list", "タクシー会社が一つの名簿を共有")
                    ),
                },
                {"p.rail": 1.7},
            ),
        ),
    ),
    (
        T("Return", "帰路"),
        (
            Column(
                "home",
                T("Go home and tell", "帰る・伝える"),
                "t.train t.survey",
                {
                    "actions": Note(
                        T(
                            "Answers the survey, reads what has changed",
                            "アンケートに答え、変わった点を読む",
                        )
                    ),
                    "thoughts": Note(
                        T("“Go. You do not need a car.”", "「行ってみて。車はいらない」")
                    ),
                    "opportunities": Note(T("Invite back by season", "季節ごとに再訪へ誘う")),
                    "back_stage": Note(
                        T(
                            "Monthly review of answers by the person responsible",
                            "責任者が毎月、回答を読む",
                        )
                    ),
                    "measures": Note(
                        T("NPS, all visitors", "NPS（来訪者全体）"),
                        value=T("25", "25"),
                        measure="k.nps",
                    ),
                },
                {"p.rail": 1.4},
            ),
        ),
    ),
)

TO_BE = journey(
    "j.to_be",
    {
        "title": T(
            "First visit, by train and bus: as it should be", "車なしの初来訪（あるべき姿）"
        ),
        "description": T(
            "The same eight steps in spring 2027. The curve is an aim, not a forecast.",
            "2027年春の同じ八つのステップ。曲線は目標であり、予測ではない。",
        ),
        "journey_kind": "to_be",
        "as_is_id": At("j.rail"),
    },
    ("p.rail",),
    LANES,
    STAGES,
)

ROWS = grown_from(AS_IS, TO_BE)
