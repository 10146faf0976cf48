"""The Japanese sample journey, as somebody would have it on paper before it is mapped."""

TITLE = "車なしの初来訪"
PERSONA = "電車とバスの初来訪"
STAGES = (
    ("思い立つ・計画", ("知る", "計画・予約")),
    ("到着", ("福井へ", "駅に着く")),
    ("巡る", ("移動する", "見る・味わう", "宿に泊まる")),
    ("帰路", ("帰る・伝える",)),
)
STEPS = [step for _stage, steps in STAGES for step in steps]
ACTIONS = (
    "静かな寺の写真を見る",
    "日程を比べ、バスの時刻を書き写す",
    "新幹線で乗り換えなし",
    "案内所で行き方をたずねる",
    "乗り場で待つ。次の便かタクシーに乗る",
    "寺、そば、古い町並み",
    "最終バスに合わせて早めに移動、入浴",
    "写真を送り、アンケートに答える",
)
TOUCHPOINTS = (
    "Instagramの写真",
    "観光公式サイト",
    "新幹線・在来線",
    "駅の観光案内所",
    "観光地行きのバス",
    "寺院・名所",
    "温泉旅館",
    "QRコードのアンケート",
)
THOUGHTS = (
    "「車がなくても行けるだろうか」",
    "「二つのページで時刻が違う」",
    "「ここまでは順調」",
    "「分かる人がいた」",
    "「次も満席だったら」",
    "「来てよかった」",
    "「やっと何も考えなくていい」",
    "「友人に薦める。車でと言って」",
)
FEELINGS = (0.8, -0.7, 1.0, 0.9, -1.6, 1.5, 1.4, 0.5)
PAINS = ("便が少なく、逃すと1時間を失う", "発車前に満席になる")
OPPORTUNITIES = ("列車を待つバス", "混雑する土曜の増便")
MISPLACED = "案内表示が出口で途切れる"
"""A pain point that is written at the fifth step, and dragged to the fourth."""

CAPTURED = ("乗り場が二か所に分かれている", "最終バスが早すぎる")
IDEA = "案内所の画面に空席を表示"
PARKED = "土曜の増便はだれが負担するか"
TO_BE_PAIN, TO_BE_IDEA = "満席は列車の中で分かる", "無線の連絡が2分以内に案内所へ届く"
TO_BE_FEELING = 0.7
