"""As-is: the first visit by train and bus (E1). Emotion is the team's reading of the evidence."""

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
    ("measures", T("Measures", "指標")),
)

STAGES = (
    (
        T("Dream and plan", "思い立つ・計画"),
        (
            Column(
                "idea",
                T("Find the idea", "知る"),
                "t.photo t.friends",
                {
                    "actions": Note(T("Sees a photo of a quiet temple", "静かな寺の写真を見る")),
                    "thoughts": Note(
                        T(
                            "“Could we do this without a car?”",
                            "「車がなくても行けるだろうか」",
                        ),
                        "c.no_car",
                    ),
                    "pain_points": Note(
                        T(
                            "No page speaks to visitors without a car",
                            "車なしの人に向けたページがない",
                        ),
                        key="x.nopage",
                    ),
                    "opportunities": Note(
                        T("One page: Fukui without a car", "「車なしで巡る福井」のページ")
                    ),
                    "back_stage": Note(
                        T("Tourism promotion: photo library", "観光誘客：写真ライブラリー")
                    ),
                },
                {"p.rail": 0.8, "p.family": 1.0},
            ),
            Column(
                "plan",
                T("Plan and book", "計画・予約"),
                "t.board_site t.bus_site",
                {
                    "actions": Note(
                        T(
                            "Compares days, writes bus times down",
                            "日程を比べ、バスの時刻を書き写す",
                        ),
                        "e.c4_plan",
                    ),
                    "thoughts": Note(
                        T(
                            "“Two pages, two times. Which one holds?”",
                            "「二つのページで時刻が違う。どちらが本当か」",
                        ),
                        "e.c4_plan obs.pages",
                    ),
                    "pain_points": Note(
                        T("Bus times differ between pages", "ページごとにバスの時刻が違う"),
                        "n.times",
                        "x.times",
                    ),
                    "opportunities": Note(
                        T(
                            "One timetable, from the operator’s feed",
                            "事業者データによる一つの時刻表",
                        ),
                        "e.it_feed",
                        "x.feed",
                    ),
                    "back_stage": Note(
                        T("Three systems, three people", "三つのシステム、3人の担当"),
                        "e.it_three",
                    ),
                    "measures": Note(
                        T("Pages with the valid timetable", "有効な時刻表のページ"),
                        value=T("2 of 3", "3件中2件"),
                        measure="k.pages",
                        rests="obs.pages",
                    ),
                },
                {"p.rail": -0.7},
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
                    "thoughts": Note(T("“Easy so far.”", "「ここまでは順調」")),
                    "back_stage": Note(
                        T(
                            "Railway: times published after the bus rota",
                            "鉄道：時刻の公表はバスの乗務表の後",
                        ),
                        "e.bus_rota",
                    ),
                },
                {"p.rail": 1.0, "p.family": 0.5},
            ),
            Column(
                "station",
                T("Arrive at the station", "駅に着く"),
                "t.signs t.desk t.leaflet",
                {
                    "actions": Note(
                        T("Asks at the desk for the way", "案内所で行き方をたずねる"),
                        "e.desk_pages",
                    ),
                    "thoughts": Note(
                        T("“Someone here knows.”", "「分かる人がいた」"), "e.c4_desk e.desk_map"
                    ),
                    "pain_points": (
                        Note(
                            T(
                                "The desk cannot see whether the bus has room",
                                "案内所からはバスの空きが見えない",
                            ),
                            "n.full",
                            "x.blind",
                        ),
                        Note(
                            T("Signs end at the exit", "案内表示が出口で途切れる"),
                            "n.signs",
                            "x.signs",
                        ),
                    ),
                    "opportunities": Note(
                        T("Free seats on the desk’s screen", "案内所の画面に空席を表示"),
                        "e.desk_seats",
                        "x.screen",
                    ),
                    "back_stage": Note(
                        T(
                            "Desk telephones the operator, then guesses",
                            "案内所は電話し、出なければ見当で答える",
                        ),
                        "e.desk_seats",
                    ),
                    "measures": Note(
                        T("Wait, train to bus (median)", "列車→バスの待ち時間（中央値）"),
                        measure="k.wait",
                    ),
                },
                {"p.rail": 0.9, "p.family": 0.3},
            ),
        ),
    ),
    (
        T("Explore", "巡る"),
        (
            Column(
                "around",
                T("Get around", "移動する"),
                "t.stop t.bus t.taxi",
                {
                    "actions": Note(
                        T(
                            "Waits at the stop; takes the next bus or a taxi",
                            "乗り場で待つ。次の便かタクシーに乗る",
                        ),
                        "e.c4_taxi c.idle_wait",
                    ),
                    "thoughts": Note(
                        T("“Will the next one be full too?”", "「次も満席だったら」"),
                        "c.left_behind",
                    ),
                    "pain_points": (
                        Note(
                            T(
                                "Few services; a missed one costs an hour",
                                "便が少なく、逃すと1時間を失う",
                            ),
                            "n.few",
                            "x.few",
                        ),
                        Note(
                            T("Bus full before it leaves", "発車前に満席になる"), "n.full", "x.full"
                        ),
                    ),
                    "opportunities": (
                        Note(T("Bus waits for the train", "列車を待つバス"), "n.works", "x.wait"),
                        Note(
                            T("Relief bus on busy Saturdays", "混雑する土曜の増便"),
                            "e.bus_relief",
                            "x.relief",
                        ),
                    ),
                    "back_stage": Note(
                        T(
                            "Driver reports by radio; a paper book keeps it",
                            "運転手は無線で報告、紙の帳面に残る",
                        ),
                        "e.bus_book",
                    ),
                    "measures": (
                        Note(
                            T("Left behind at a stop", "乗れなかった人"),
                            measure="k.left",
                        ),
                        Note(
                            T("Satisfied with transport", "県内交通に満足"),
                            measure="k.transport",
                            rests="f.transport",
                        ),
                    ),
                },
                {"p.rail": -1.6, "p.family": 0.4},
                moment_of_truth=True,
            ),
            Column(
                "visit",
                T("Visit and taste", "見る・味わう"),
                "t.temple t.food",
                {
                    "actions": Note(T("Temple, soba, the old town", "寺、そば、古い町並み")),
                    "thoughts": Note(T("“This was worth it.”", "「来てよかった」"), "e.c4_temple"),
                    "pain_points": Note(
                        T(
                            "Closed doors after five and on Sundays",
                            "17時以降と日曜は閉まっている",
                        ),
                        "n.evening",
                        "x.closed",
                    ),
                    "opportunities": Note(
                        T("Opening hours checked each morning", "営業時間を毎朝確認")
                    ),
                    "back_stage": Note(
                        T(
                            "Each shop keeps its own hours on map services",
                            "地図サービスの営業時間は各店まかせ",
                        ),
                        "c.market",
                    ),
                    "measures": Note(
                        T("Satisfied overall", "全体に満足"),
                        value=T("{#overall_apr}%", "{#overall_apr}％"),
                        rests="f.transport_lowest",
                    ),
                },
                {"p.rail": 1.5, "p.family": 1.7},
            ),
            Column(
                "inn",
                T("Stay at the inn", "宿に泊まる"),
                "t.inn t.bus",
                {
                    "actions": Note(
                        T(
                            "Leaves early for the last bus, then bath",
                            "最終バスに合わせて早めに移動、入浴",
                        ),
                        "e.c4_dinner",
                    ),
                    "thoughts": Note(
                        T("“At last nothing to plan.”", "「やっと何も考えなくていい」")
                    ),
                    "pain_points": Note(
                        T(
                            "Last bus leaves before dinner ends",
                            "最終バスが夕食の終わる前に出る",
                        ),
                        "n.last",
                        "x.last",
                    ),
                    "opportunities": Note(
                        T("Shared taxi after the last bus", "最終バスの後の乗合タクシー"),
                        "e.bus_last c.few_awara",
                        "x.shared",
                    ),
                    "back_stage": Note(
                        T(
                            "A second driver would be needed for 40 minutes",
                            "40分のために運転手がもう一人要る",
                        ),
                        "e.bus_last",
                    ),
                    "measures": Note(
                        T("Visitors who stay the night", "宿泊した来訪者"),
                        measure="k.nights",
                        rests="f.night",
                    ),
                },
                {"p.rail": 1.4},
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
                        T("Sends photos, answers the survey", "写真を送り、アンケートに答える")
                    ),
                    "thoughts": Note(
                        T("“I would send friends. By car.”", "「友人に薦める。車でと言って」"),
                        "e.c4_again",
                    ),
                    "pain_points": Note(
                        T(
                            "Nobody says what became of an answer",
                            "答えがどう生かされたか知らされない",
                        ),
                        key="x.reply",
                    ),
                    "opportunities": Note(
                        T(
                            "Tell those who complained what has changed",
                            "不便を伝えてくれた人に変化を知らせる",
                        )
                    ),
                    "back_stage": Note(
                        T("Finance: no budget line for replies", "財政：返信の予算がない")
                    ),
                    "measures": Note(
                        T("NPS, rail and bus users", "NPS（鉄道・バス利用者）"),
                        value=T("{#nps_rail_apr}", "{#nps_rail_apr}"),
                        measure="k.nps",
                        rests="f.rail_score",
                    ),
                },
                {"p.rail": 0.5, "p.family": 1.2},
            ),
        ),
    ),
)

ROWS = journey(
    "j.rail",
    {
        "title": T("First visit, by train and bus", "車なしの初来訪"),
        "description": T(
            "From the idea to the way home. The family by car is drawn beside it for comparison; where it has no evidence, the curve breaks.",
            "思い立ってから帰路まで。比較のため、車の家族連れの曲線も重ねる。根拠のない箇所では線が途切れる。",
        ),
        "journey_kind": "as_is",
    },
    ("p.rail", "p.family"),
    LANES,
    STAGES,
)
