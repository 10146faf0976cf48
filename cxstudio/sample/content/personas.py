"""Three personas, each a segment of the April wave (C7). A field without evidence is an assumption."""

from cxstudio.sample.content.profiles import facts, persona, sliders, traits, uses
from cxstudio.sample.rows import T

AGE, HOME, NIGHTS, VISITS, WITH = (
    T("Age", "年代"),
    T("Home", "住まい"),
    T("Nights", "泊数"),
    T("Visits", "来訪回数"),
    T("Company", "同行者"),
)
SPEND = T("Spending", "消費額")
BY_SPOT, PLANNED = T("On the spot", "その場で判断"), T("Planned ahead", "前もって計画")
PRICE, EXPERIENCE = T("Price", "価格を重視"), T("Experience", "体験を重視")
PAPER, PHONE = T("Paper and counter", "紙・窓口"), T("Smartphone", "スマートフォン")
SURE, UNEASY = T("Changes with ease", "乗り継ぎ得意"), T("Uneasy at changes", "乗り継ぎ不安")
ALONE, ASKS = T("Finds out alone", "ひとりで解決"), T("Asks people", "人にたずねる")

RAIL = [
    persona(
        "p.rail",
        "part_rail",
        "nps_rail_apr",
        T("First visit by train and bus", "電車とバスの初来訪"),
        T("The careful planner", "念入りに調べて来る人"),
        T(
            "Moved in the prefecture by train or bus and by no car, April 2026",
            "県内を車を使わず鉄道・バスで移動した人（2026年4月）",
        ),
        T(
            "Comes for a temple, a castle or the museum, stays one night and depends on connections that run once an hour. {#rail_first}% are here for the first time; {#rail_alone}% travel alone, couples are {#rail_couple}%. Fears above all being stranded on the way back.",
            "寺、城、博物館をめざして来て1泊し、1時間に1本の接続に頼る。{#rail_first}％が初めての来訪、{#rail_alone}％がひとり旅で、夫婦は{#rail_couple}％である。帰りの便を逃すことを最も恐れる。",
        ),
        T(
            "It is fine if you look up the timetable, but I would worry about missing the bus or train back.",
            "時刻表を調べておけば大丈夫だが、帰りのバス鉄道を乗り過ごしたら心配。",
        ),
        T(
            "{c.missed_return}, comment in the survey of April 2026, our translation",
            "{c.missed_return} 自由回答 2026年4月",
        ),
        {
            "quote": "c.missed_return",
            "score": "f.rail_score",
            "summary": "f.transport f.trouble n.few",
        },
        primary=True,
    ),
    *facts(
        "p.rail",
        (AGE, T("40s and 50s ({#rail_40_59}%)", "40～50代（{#rail_40_59}％）"), "f.rail_profile"),
        (
            HOME,
            T(
                "Outside Fukui ({#rail_outside}%), Tokyo and Osaka first",
                "県外（{#rail_outside}％）、東京と大阪が多い",
            ),
            "f.rail_profile",
        ),
        (NIGHTS, T("One or more ({#rail_night}%)", "1泊以上（{#rail_night}％）"), "f.rail_profile"),
        (
            VISITS,
            T("First ({#rail_first}%)", "初めて（{#rail_first}％）"),
            "f.rail_profile f.first",
        ),
        (WITH, T("Alone ({#rail_alone}%)", "ひとり（{#rail_alone}％）"), "f.rail_profile"),
        (SPEND, T("¥10,000 to 20,000 (assumed)", "1～2万円（仮定）"), ""),
    ),
    *traits(
        "p.rail",
        "goal",
        (
            T(
                "Be at the temple before noon and at the inn before dinner",
                "昼前に寺へ、夕食前に宿へ着きたい",
            ),
            "e.c4_dinner e.c4_temple",
        ),
        (
            T("See two places in a day, not one", "一日に1か所でなく2か所を見たい"),
            "c.between_sights c.bad_connections c.wait_maruoka",
        ),
        (T("Walk the town without luggage", "荷物を持たずに町を歩きたい"), ""),
    ),
    *traits(
        "p.rail",
        "need",
        (
            T("One timetable that can be trusted on that day", "その日に信頼できる一つの時刻表"),
            "e.c4_plan c.sunday_times e.desk_pages",
        ),
        (
            T(
                "To know before the walk to the stop whether there is room",
                "乗り場に行く前に、乗れるかどうかを知ること",
            ),
            "e.desk_full c.left_behind",
        ),
        (
            T("A person who confirms the route", "経路を確かめてくれる人"),
            "e.desk_map e.c4_desk c.driver",
        ),
    ),
    *traits(
        "p.rail",
        "pain",
        (
            T("Few services; a missed one costs an hour", "便が少なく、逃すと1時間を失う"),
            "f.trouble_writes c.hourly c.liner",
        ),
        (T("The last bus is early", "最終バスが早い"), "c.few_awara c.last_bus e.c4_dinner"),
        (
            T("Nobody says where a late bus is", "遅れているバスの現在地が分からない"),
            "c.where_is_it",
        ),
    ),
    *traits(
        "p.rail",
        "behaviour",
        (T("Writes times down before leaving home", "出発前に時刻を書き写す"), "e.c4_plan"),
        (
            T("Takes a taxi when a bus fails", "バスに乗れないとタクシーを使う"),
            "e.c4_taxi c.taxi_instead",
        ),
        (T("Passes the plan to family on paper", "旅程を紙で家族に渡す"), ""),
    ),
    *uses(
        "p.rail",
        ("ch.web", T("Planning", "計画のとき")),
        ("ch.rail", T("There and back", "行きと帰り")),
        ("ch.desk", T("On arrival", "着いてすぐ")),
        ("ch.bus", T("Two to four times a day", "1日に2～4回")),
        ("ch.inn", T("One night", "1泊")),
    ),
    *sliders(
        "p.rail",
        (BY_SPOT, PLANNED, 78, 68, 88, "e.c4_plan c.missed_return c.sunday_times"),
        (PRICE, EXPERIENCE, 62, 48, 80, "e.c4_temple e.c4_taxi"),
        (PAPER, PHONE, 38, 24, 50, "e.c4_plan e.desk_map"),
        (SURE, UNEASY, 84, 76, 92, "c.missed_return c.bad_connections e.c4_again"),
        (ALONE, ASKS, 60, None, None, ""),
    ),
]

FAMILY = [
    persona(
        "p.family",
        "part_family",
        "nps_family",
        T("Family for the dinosaurs", "恐竜めあての家族旅"),
        T("The child’s great day", "子どもの特別な一日"),
        T(
            "With children of primary school age or younger, by car, April 2026",
            "小学生以下連れで車を使った家族（2026年4月）",
        ),
        T(
            "Drives to the dinosaur museum and plans the day around the hour on the ticket. {#family_dinosaurs}% of these families answered at the dinosaur park or its roadside station. Leaves delighted, and hungry when the restaurant is full.",
            "恐竜博物館へ車で行き、入場券の時刻を軸に一日を組む。この層の{#family_dinosaurs}％は恐竜の森とその道の駅で回答した。大喜びで帰るが、食堂が満席だとお腹を空かせたままになる。",
        ),
        T(
            "The restaurant of the dinosaur museum was crowded, so we gave up on eating there.",
            "恐竜博物館のレストランが混んでいてたのでレストランでの食事を諦めました。",
        ),
        T(
            "{c.restaurant}, comment in the survey of April 2026, our translation",
            "{c.restaurant} 自由回答 2026年4月",
        ),
        {"quote": "c.restaurant", "summary": "f.family f.dinosaurs n.meal"},
    ),
    *facts(
        "p.family",
        (
            AGE,
            T("30s and 40s ({#family_30_49}%)", "30～40代（{#family_30_49}％）"),
            "f.family_profile",
        ),
        (
            HOME,
            T(
                "Outside Fukui ({#family_outside}%), Aichi first",
                "県外（{#family_outside}％）、愛知が多い",
            ),
            "f.family_profile",
        ),
        (
            NIGHTS,
            T("One or more ({#family_night}%)", "1泊以上（{#family_night}％）"),
            "f.family_profile",
        ),
        (WITH, T("Partner and children", "配偶者と子ども"), "f.family_profile"),
        (SPEND, T("¥20,000 for the family (assumed)", "家族で2万円（仮定）"), ""),
    ),
    *traits(
        "p.family",
        "goal",
        (
            T("See the skeletons before the children tire", "子どもが疲れる前に骨格展示を見る"),
            "e.c3_park c.roomy",
        ),
        (
            T("Eat together without a quarrel", "けんかせずに一緒に食べる"),
            "e.c3_lunch c.restaurant",
        ),
    ),
    *traits(
        "p.family",
        "need",
        (
            T("A table, or a call when it is free", "席、または空いたときの呼び出し"),
            "c.table_call c.somewhere_to_eat",
        ),
        (T("A second place for rain", "雨の日の二つ目の行き先"), "c.rain e.c3_rain"),
    ),
    *traits(
        "p.family",
        "pain",
        (T("An hour’s queue at lunch", "昼食の1時間待ち"), "e.c3_lunch c.restaurant"),
        (T("Slots that are booked up", "予約で埋まった時間帯"), "c.booked_up e.c3_ticket"),
    ),
    *traits(
        "p.family",
        "behaviour",
        (
            T("Books the museum first, the rest later", "まず博物館を予約し、残りは後で決める"),
            "e.c3_ticket",
        ),
        (
            T(
                "Looks for the next stop on the phone in the car",
                "次の行き先は車中でスマートフォンで探す",
            ),
            "",
        ),
    ),
    *uses(
        "p.family",
        ("ch.web", T("Tickets", "入場券")),
        ("ch.site", T("Half a day", "半日")),
        ("ch.inn", T("Lunch", "昼食")),
        ("ch.social", T("Afterwards", "旅のあと")),
    ),
    *sliders(
        "p.family",
        (BY_SPOT, PLANNED, 56, 40, 72, "e.c3_ticket e.c3_rain"),
        (PRICE, EXPERIENCE, 74, 60, 88, "c.roomy e.c3_park"),
        (PAPER, PHONE, 82, None, None, ""),
        (ALONE, ASKS, 35, None, None, ""),
    ),
]

LOCAL = [
    persona(
        "p.local",
        "part_local",
        "nps_local",
        T("Resident on a day out", "県内から通う日帰り客"),
        T("The neighbour who knows the place", "よく知っているご近所さん"),
        T(
            "Lives in Fukui prefecture, stayed no night, April 2026",
            "県内在住で宿泊しなかった人（2026年4月）",
        ),
        T(
            "Knows the places ({#local_again}% have been before), comes with a partner ({#local_couple}%) for blossom, soba and the roadside station, and gives the lowest score of the three. We have spoken to none of them yet.",
            "土地をよく知り（{#local_again}％が2回目以降）、夫婦（{#local_couple}％）で花、そば、道の駅をめぐる。3人のペルソナの中で推奨度が最も低い。まだ誰にも話を聞けていない。",
        ),
        T(
            "The car parks are scattered and it is hard to tell where to park.",
            "駐車場がバラバラにありどこへ駐車すれば良いかわかりにくい",
        ),
        T(
            "{c.car_parks}, comment in the survey of April 2026, our translation",
            "{c.car_parks} 自由回答 2026年4月",
        ),
        {"quote": "c.car_parks", "summary": "f.local"},
    ),
    *facts(
        "p.local",
        (
            AGE,
            T("50s and 60s ({#local_50_69}%)", "50～60代（{#local_50_69}％）"),
            "f.local_profile",
        ),
        (HOME, T("Fukui prefecture", "福井県"), "f.local_profile"),
        (
            VISITS,
            T("Second and later ({#local_again}%)", "2回目以降（{#local_again}％）"),
            "f.local_profile",
        ),
        (WITH, T("Partner ({#local_couple}%)", "夫婦（{#local_couple}％）"), "f.local_profile"),
    ),
    *traits(
        "p.local", "goal", (T("Find something new near home", "近場で新しいものを見つける"), "")
    ),
    *traits(
        "p.local",
        "need",
        (T("Opening hours that hold on that day", "その日の正しい営業時間"), "c.market"),
    ),
    *traits(
        "p.local",
        "pain",
        (T("Car parks that are hard to find", "分かりにくい駐車場"), "c.car_parks"),
        (T("Long walks between parts of one sight", "一つの観光地の中の長い移動"), "c.museum_far"),
    ),
    *traits(
        "p.local",
        "behaviour",
        (T("Decides in the morning by the weather", "朝の天気を見て決める"), ""),
    ),
    *uses(
        "p.local",
        ("ch.site", T("Two or three times a season", "季節に2～3回")),
        ("ch.inn", T("Lunch", "昼食")),
    ),
    *sliders(
        "p.local",
        (BY_SPOT, PLANNED, 25, None, None, ""),
        (PRICE, EXPERIENCE, 40, None, None, ""),
        (PAPER, PHONE, 48, None, None, ""),
    ),
]

ROWS = [*RAIL, *FAMILY, *LOCAL]
