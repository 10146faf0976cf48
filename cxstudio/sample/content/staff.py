"""Four interviews with staff and partners (B3). All of them are illustrative."""

import datetime as dt

from cxstudio.model import Interview
from cxstudio.sample.rows import At, Mark, Said, T, Talk, row

_INTERVIEWER = T("Consultant 1", "コンサルタント1")


def talk(key: str, title: T, person: str, when: str, place: T, summary: T, *said: Said) -> Talk:
    interview = row(
        key,
        Interview,
        title=title,
        guide_id=At("q.staff"),
        held_at=dt.datetime.fromisoformat(when),
        place=place,
        interviewer=_INTERVIEWER,
        consent=True,
        illustrative=True,
        summary=summary,
    )
    return Talk(key, interview, person, said)


ROWS = [
    talk(
        "v.transport",
        T("Bus contracts, prefecture", "県 バス契約担当"),
        "s.transport",
        "2026-05-28T14:00",
        T("Prefectural office", "県庁"),
        T(
            "The contract serves residents; visitors are nobody’s task. The window for change is the April timetable.",
            "契約は住民のためのものであり、来訪者は誰の仕事でもない。変える機会は4月のダイヤ改正である。",
        ),
        Said(
            "q.staff.1",
            190,
            T(
                "I order bus services and check the invoices. [[e.tp_commuters|Our contract with the operator is written for commuters and schools. The word visitor does not appear in it.]]",
                "バス路線を発注し、請求を確認しています。[[e.tp_commuters|事業者との契約は、通勤と通学のために書かれています。来訪者という言葉はどこにもありません。]]",
            ),
            (Mark("e.tp_commuters", -1, "ownership"),),
        ),
        Said(
            "q.staff.3",
            655,
            T(
                "[[e.tp_owner|From the platform to the first sight nobody is responsible. The railway ends at the gate and the bus begins at the stop.]] What lies between is three hundred metres of corridor and a lot of questions.",
                "[[e.tp_owner|ホームから最初の観光地までは、誰も責任を持っていません。鉄道は改札で終わり、バスは停留所から始まります。]]その間には、300メートルの通路と、たくさんの質問があります。",
            ),
            (Mark("e.tp_owner", -1, "ownership"),),
        ),
        Said(
            "",
            930,
            T("Who would have to be asked?", "誰に話を通す必要がありますか。"),
            by_interviewer=True,
        ),
        Said(
            "q.staff.5",
            948,
            T(
                "Four people, and each can say no. [[e.tp_board|If the board named one person for the whole way, I would give that person our data tomorrow.]]",
                "4人です。その一人ひとりが断ることができます。[[e.tp_board|経路全体の責任者を一人、理事会が決めてくれれば、明日にでもデータを渡します。]]",
            ),
            (Mark("e.tp_board", 1, "ownership"),),
        ),
        Said(
            "q.staff.6",
            1320,
            T(
                "[[e.tp_measured|My figure is subsidy per resident carried. A visitor on the bus does not appear in it.]]",
                "[[e.tp_measured|私の指標は住民1人あたりの補助額です。バスに乗った来訪者は数に入りません。]]",
            ),
            (Mark("e.tp_measured", -1, "ownership", confidential=True),),
        ),
        Said(
            "q.staff.7",
            1710,
            T(
                "We moved two buses in 2024 to meet a train. Then the railway moved the train. [[e.tp_window|The window is the April change. What is not agreed by January waits a year.]]",
                "2024年に、列車に合わせてバスを2本動かしました。すると鉄道が列車を動かしました。[[e.tp_window|機会は4月の改正です。1月までに合意できないものは、1年待つことになります。]]",
            ),
            (Mark("e.tp_window", 0, "connections"),),
        ),
    ),
    talk(
        "v.digital",
        T("Digital services, prefecture", "県 デジタル推進課"),
        "s.digital",
        "2026-06-01T10:00",
        T("Prefectural office, video call", "県庁（オンライン）"),
        T(
            "One timetable lives in three systems. A feed exists; no page of the prefecture reads it.",
            "一つの時刻表が三つのシステムにある。配信データは存在するが、県のページは読み込んでいない。",
        ),
        Said(
            "q.staff.1",
            240,
            T(
                "[[e.it_three|The same timetable is kept in three systems: ours, the operator’s and the official site’s. Each is updated by a different person.]] In April they differ for some weeks.",
                "[[e.it_three|同じ時刻表が三つのシステムにあります。うちと、事業者と、公式サイトです。更新する人もそれぞれ違います。]]4月は数週間、食い違います。",
            ),
            (Mark("e.it_three", -1, "info ownership"),),
        ),
        Said(
            "q.staff.4",
            780,
            T(
                "Nothing that does not exist already. [[e.it_feed|The operator has had an open data feed since last year, and no page of ours reads it.]]",
                "新しいものは要りません。[[e.it_feed|事業者は昨年からオープンデータを配信していますが、うちのページはどれも読み込んでいません。]]",
            ),
            (Mark("e.it_feed", 0, "info"),),
        ),
        Said(
            "q.staff.6",
            1260,
            T(
                "[[e.it_measured|We are measured on availability. A page that is up and wrong counts as a good page.]]",
                "[[e.it_measured|評価は稼働率です。内容が間違っていても、表示されていれば良いページに数えられます。]]",
            ),
            (Mark("e.it_measured", -1, "ownership"),),
        ),
        Said(
            "q.staff.7",
            1525,
            T(
                "[[e.it_tried|There was a project for one timetable. It stopped when the fiscal year ended, and nobody had signed for the content.]] The code is still there.",
                "[[e.it_tried|時刻表を一つにする計画はありました。年度が終わって止まり、内容に責任を持つ人もいませんでした。]]プログラムは残っています。",
            ),
            (Mark("e.it_tried", -1, "ownership info"),),
        ),
    ),
    talk(
        "v.desk",
        T("Lead of the station desk", "駅案内所 責任者"),
        "s.desk",
        "2026-06-08T10:30",
        T("Fukui station desk", "福井駅 案内所"),
        T(
            "The desk learns of a full bus from the visitor. A route drawn by hand calms people more than any page.",
            "案内所は、満席を来訪者から知る。手描きの経路図は、どのページよりも人を安心させる。",
        ),
        Said(
            "q.staff.1",
            150,
            T(
                "We open at half past eight. The first hour is quiet, then each long-distance train brings a line.",
                "8時半に開けます。最初の1時間は静かで、その後は新幹線が着くたびに列ができます。",
            ),
        ),
        Said(
            "q.staff.2",
            660,
            T(
                "How to get out of the station. Six people in ten want the dinosaur museum or Eiheiji, and [[e.desk_pages|most have already seen three web pages that say three different things about the bus]].",
                "駅からの行き方です。10人に6人は恐竜博物館か永平寺です。[[e.desk_pages|ほとんどの方が、バスについて違うことを書いた三つのページをもう見てきています]]。",
            ),
            (Mark("e.desk_pages", -1, "info"),),
        ),
        Said(
            "q.staff.2",
            845,
            T(
                "[[e.desk_map|When I draw the route on the paper map by hand, people relax. They come back the next day to say thank you.]]",
                "[[e.desk_map|紙の地図に手で経路を描くと、皆さん安心されます。翌日、お礼を言いに来る方もいます。]]",
            ),
            (Mark("e.desk_map", 1, "help"),),
        ),
        Said(
            "q.staff.3",
            1140,
            T(
                "On Saturdays the late-morning bus to Eiheiji is full before it leaves the station. [[e.desk_full|We only learn of it when the same people come back to the desk, and you can see that their day has just become shorter.]] The next one is fifty minutes later.",
                "土曜は、昼前の永平寺行きが駅を出る前に満席になります。[[e.desk_full|同じ方が窓口に戻って来られて初めて、満席だったと分かります。その方の一日が短くなったのが見て取れます。]]次は50分後です。",
            ),
            (Mark("e.desk_full", -1, "full connections"),),
        ),
        Said(
            "q.staff.4",
            1330,
            T(
                "[[e.desk_seats|We cannot see the seats of the bus operator. We telephone, and if nobody picks up, we guess.]]",
                "[[e.desk_seats|バス会社の空席は見えません。電話をして、誰も出なければ見当で答えます。]]",
            ),
            (Mark("e.desk_seats", -1, "full info"),),
        ),
        Said(
            "",
            1560,
            T("How often is that, in a week?", "週にどのくらいありますか。"),
            by_interviewer=True,
        ),
        Said(
            "q.staff.3",
            1572,
            T(
                "In April, every weekend day. [[e.desk_ten|I would say ten parties a day turn back from the stop.]] Nobody counts them.",
                "4月は週末なら毎日です。[[e.desk_ten|乗り場から引き返すのは、一日に10組くらいでしょうか。]]誰も数えていません。",
            ),
            (Mark("e.desk_ten", -1, "full"),),
        ),
        Said(
            "q.staff.6",
            2015,
            T(
                "[[e.desk_measured|We are measured on the number of people at the counter. If they arrive well informed, our figure falls.]]",
                "[[e.desk_measured|評価されるのは窓口の対応人数です。よく分かって来る方が増えると、数字は下がります。]]",
            ),
            (Mark("e.desk_measured", -1, "ownership"),),
        ),
    ),
    talk(
        "v.bus",
        T("Planner, bus operator", "バス事業者 運行計画担当"),
        "s.bus",
        "2026-06-09T15:30",
        T("Depot office", "営業所"),
        T(
            "Rota before timetable, a paper book for those left behind, and a relief bus that was full twice out of three.",
            "乗務表は時刻表より先に決まる。乗れなかった人は紙の帳面に残る。増便は3回のうち2回満席だった。",
        ),
        Said(
            "q.staff.1",
            205,
            T(
                "We set the rota in February for the whole year. [[e.bus_rota|The railway publishes its times after our rota is fixed, so the connections are what they happen to be.]]",
                "乗務表は2月に1年分を決めます。[[e.bus_rota|鉄道の時刻が出るのはその後なので、接続は成り行きです。]]",
            ),
            (Mark("e.bus_rota", -1, "connections"),),
        ),
        Said(
            "q.staff.3",
            720,
            T(
                "[[e.bus_book|When a bus is full the driver tells the depot by radio. It goes into a paper book. It does not reach the station.]]",
                "[[e.bus_book|満席になると、運転手が無線で営業所に伝えます。紙の帳面には書きますが、駅には伝わりません。]]",
            ),
            (Mark("e.bus_book", -1, "full info"),),
        ),
        Said(
            "q.staff.5",
            1105,
            T(
                "[[e.bus_last|A later last bus needs a second driver for forty minutes. Nobody has asked us what it costs, and nobody has said who would pay.]]",
                "[[e.bus_last|最終を遅らせるには、40分のために運転手がもう一人要ります。いくらかかるか聞かれたことも、誰が払うか言われたこともありません。]]",
            ),
            (Mark("e.bus_last", -1, "last"),),
        ),
        Said(
            "q.staff.6",
            1490,
            T(
                "[[e.bus_measured|Cost per kilometre and punctuality. If the driver waits three minutes for a train, he is late.]]",
                "[[e.bus_measured|1kmあたりの費用と定時運行率です。列車を3分待てば、運転手は遅れたことになります。]]",
            ),
            (Mark("e.bus_measured", -1, "ownership connections"),),
        ),
        Said(
            "q.staff.7",
            1870,
            T(
                "[[e.bus_relief|On three holiday Saturdays in 2025 we ran a relief bus behind the full one. It was full twice.]] The third time it rained.",
                "[[e.bus_relief|2025年の連休の土曜に3回、満席の便の後ろに増便を走らせました。2回は満席でした。]]3回目は雨でした。",
            ),
            (Mark("e.bus_relief", 1, "full"),),
        ),
    ),
]
