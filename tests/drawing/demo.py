"""A map to draw: first visit to Fukui without a car, eight steps and eight lanes, two languages.

The words and values are illustrative.
"""

from cxstudio.drawing.journey.map import (
    CardData,
    CurveData,
    LaneData,
    LinkMark,
    MapData,
    StageData,
    StepData,
)

EN = {
    "title": "First visit, without a car",
    "stages": [("Dream and plan", 2), ("Arrive", 2), ("Explore", 3), ("Return", 1)],
    "steps": [
        "Find the idea",
        "Plan and book",
        "Travel to Fukui",
        "Arrive at station",
        "Get around",
        "Visit and taste",
        "Stay at the inn",
        "Go home, tell",
    ],
    "lanes": [
        "Actions",
        "Touchpoints",
        "Thoughts",
        "Emotion",
        "Pain points",
        "Opportunities",
        "Back stage",
        "Measures",
    ],
    "actions": [
        "Sees a friend’s photo of Eiheiji",
        "Compares days, books inn and train",
        "Shinkansen, one change",
        "Asks at the desk for the way",
        "Takes the 10:50 bus or waits",
        "Temple, soba, old town",
        "Bath and dinner at Awara",
        "Sends photos, answers survey",
    ],
    "touchpoints": [
        ("Instagram", "Friends"),
        ("Web site", "Booking app"),
        ("Train", "Ticket window"),
        ("Station desk", "Signs"),
        ("Bus", "Taxi"),
        ("Restaurant", "Temple desk"),
        ("Inn", "Telephone"),
        ("E-mail", "QR survey"),
    ],
    "thoughts": [
        "Could we do this without a car?",
        "Three sites, three timetables.",
        "Easy so far.",
        "Someone here knows.",
        "Will the next one be full too?",
        "This was worth it.",
        "Finally, nothing to plan.",
        "I would send friends. By car.",
    ],
    "pain_points": [
        "No page for visitors without a car",
        "Bus times differ between sites",
        None,
        "Desk cannot see if the bus is full",
        "Bus full before it leaves",
        "Lunch closes at two",
        "Last bus too early for dinner",
        "Nobody asks what went wrong",
    ],
    "opportunities": [
        None,
        "One timetable, one owner",
        None,
        "Live seats on the desk’s screen",
        "Second bus on Saturdays",
        None,
        "Inn sends a shuttle at nine",
        None,
    ],
    "back_stage": [
        "Tourism board: photo library",
        "Tourism board, IT: three content systems",
        "Railway: seat sales",
        "Desk staff telephone the operator",
        "Bus operator: rota fixed in March",
        "Museum: own shuttle contract",
        "Inn: dinner ends 20:30",
        "Finance: no budget line for replies",
    ],
    "measures": [
        ("Reach", "41 k"),
        ("Page match", "2 of 3"),
        ("On time", "96 %"),
        ("Waiting", "6 min"),
        ("Left behind", "not measured"),
        ("Satisfied", "90 %"),
        ("Stays of 2+", "16 %"),
        ("NPS", "20.3"),
    ],
    "personas": ["Couple, no car", "Family by car"],
}

JA = {
    "title": "はじめての福井・車なし",
    "stages": [("思い立つ・計画する", 2), ("着く", 2), ("めぐる", 3), ("帰る", 1)],
    "steps": [
        "行き先を知る",
        "計画・予約する",
        "福井へ向かう",
        "駅に着く",
        "移動する",
        "見る・味わう",
        "泊まる",
        "帰って伝える",
    ],
    "lanes": [
        "行動",
        "顧客接点",
        "思い",
        "感情",
        "困りごと",
        "打ち手のたね",
        "舞台裏",
        "指標",
    ],
    "actions": [
        "友人が撮った永平寺の写真を見る",
        "日程を比べ、宿と列車を予約する",
        "新幹線で一度乗り換える",
        "案内所で行き方をたずねる",
        "10時50分のバスに乗る、または待つ",
        "寺、越前そば、城下町をめぐる",
        "あわら温泉で湯と夕食を楽しむ",
        "写真を送り、アンケートに答える",
    ],
    "touchpoints": [
        ("Instagram", "友人"),
        ("公式サイト", "予約アプリ"),
        ("列車", "きっぷ売り場"),
        ("駅の案内所", "案内板"),
        ("路線バス", "タクシー"),
        ("飲食店", "寺の受付"),
        ("宿", "電話"),
        ("メール", "QRアンケート"),
    ],
    "thoughts": [
        "車がなくても回れるだろうか。",
        "時刻表が三つもある。",
        "ここまでは順調。",
        "分かる人がいて助かった。",
        "次のバスも満席だろうか。",
        "来てよかった。",
        "やっと何も決めなくてよい。",
        "友人にも勧めたい。ただし車で。",
    ],
    "pain_points": [
        "車なしの旅行者向けのページがない",
        "サイトによってバスの時刻が違う",
        None,
        "案内所からバスの空席が見えない",
        "出る前にバスが満席になる",
        "昼食は14時で終わる",
        "最終バスが早く、夕食を選べない",
        "困ったことを誰にも聞かれない",
    ],
    "opportunities": [
        None,
        "時刻表を一つにし、責任者を置く",
        None,
        "案内所の画面に空席を出す",
        "土曜日にもう一便走らせる",
        None,
        "宿が21時に迎えを出す",
        None,
    ],
    "back_stage": [
        "観光連盟：写真を管理する",
        "観光連盟とIT：三つの配信システム",
        "鉄道会社：座席を販売する",
        "案内所の職員が運行会社に電話する",
        "バス会社：勤務表は3月に固まる",
        "博物館：送迎バスを独自に契約",
        "宿：夕食は20時30分まで",
        "財務：返信のための予算がない",
    ],
    "measures": [
        ("閲覧数", "4.1万"),
        ("情報の一致", "3件中2件"),
        ("定時運行", "96％"),
        ("待ち時間", "6分"),
        ("乗り残し", "未計測"),
        ("満足", "90％"),
        ("2泊以上", "16％"),
        ("NPS", "20.3"),
    ],
    "personas": ["車なし夫婦", "車の家族"],
}

ICONS = [
    ("camera", "users"),
    ("globe", "smartphone"),
    ("train-front", "ticket"),
    ("info", "signpost"),
    ("bus", "car-taxi-front"),
    ("utensils", "landmark"),
    ("bed-double", "phone"),
    ("mail", "message-square"),
]
KINDS = [
    "actions",
    "touchpoints",
    "thoughts",
    "emotion",
    "pain_points",
    "opportunities",
    "back_stage",
    "measures",
]
STRENGTHS = {
    "thoughts": ["fair", "fair", "strong", "strong", "strong", "strong", "fair", "thin"],
    "pain_points": ["thin", "strong", None, "thin", "strong", "thin", "fair", "none"],
    "opportunities": [None, "fair", None, "fair", "strong", None, "thin", None],
}
LEAD = [0.8, -0.65, 1.0, 0.9, -1.6, 1.45, 1.8, 0.7]
OTHER = [1.1, None, 0.45, 0.2, 0.65, 1.7, 1.35, 1.2]
COUNTS = [3, 4, 4, 5, 9, 7, 5, 2]


def demo_map(language: str = "en") -> MapData:
    """The map of ui-04, in English or Japanese."""
    words = JA if language == "ja" else EN
    steps = [StepData(n, name, n) for n, name in enumerate(words["steps"], 1)]
    stages, rest = [], list(steps)
    for number, (name, count) in enumerate(words["stages"]):
        stages.append(StageData(number, name, tuple(rest[:count])))
        rest = rest[count:]
    lanes = [LaneData(k, k, name) for k, name in zip(KINDS, words["lanes"], strict=True)]
    return MapData(
        "J-01",
        words["title"],
        "as_is",
        tuple(stages),
        tuple(lanes),
        tuple(_cards(words)),
        (
            CurveData(
                1,
                "P-01",
                words["personas"][0],
                0,
                dict(enumerate(LEAD, 1)),
                dict(enumerate(COUNTS, 1)),
            ),
            CurveData(2, "P-02", words["personas"][1], 1, dict(enumerate(OTHER, 1))),
        ),
        frozenset({5}),
    )


def _cards(words):
    for lane in ("actions", "thoughts", "pain_points", "opportunities", "back_stage"):
        for place, text in enumerate(words[lane]):
            if text is not None:
                strength = STRENGTHS.get(lane, [None] * 8)[place]
                yield CardData(
                    f"{lane}-{place}",
                    place + 1,
                    lane,
                    text,
                    strength=strength,
                    quote=lane == "thoughts",
                    marks=_marks(lane, place, strength),
                )
    for place, (names, icons) in enumerate(zip(words["touchpoints"], ICONS, strict=True)):
        for number, (name, icon) in enumerate(zip(names, icons, strict=True)):
            yield CardData(f"t-{place}-{number}", place + 1, "touchpoints", name, icon=icon)
    for place, (name, value) in enumerate(words["measures"]):
        yield CardData(f"m-{place}", place + 1, "measures", name, value=value, missing=place == 4)


def _marks(lane, place, strength):
    evidence = () if strength == "none" else (LinkMark("evidence", f"E-{12 + place:03}"),)
    if lane == "pain_points":
        return (LinkMark("gap", f"G-{1 + place:02}"), *evidence)
    if lane == "opportunities":
        return (LinkMark("initiative", f"I-{1 + place:02}"),)
    return ()


def screen_map(language: str = "en") -> MapData:
    """The same map with no codes on its cards, as ui-04 has it."""
    from dataclasses import replace

    data = demo_map(language)
    return replace(data, cards=tuple(replace(card, marks=()) for card in data.cards))
