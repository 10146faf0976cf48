"""The words of the report (I1): a paragraph a line, codes and marks in square brackets."""

from cxstudio.model import ReportSection
from cxstudio.sample.rows import Row, T


def section(key: str, rests: str, message: T, lead: T, *paragraphs: T) -> Row:
    narrative = T(
        "\n".join(text.en for text in paragraphs), "\n".join(text.ja for text in paragraphs)
    )
    texts = {"key": key, "message": message, "lead": lead, "narrative": narrative}
    return Row(f"r.{key}", ReportSection, texts, rests=rests)


ROWS = [
    section(
        "summary",
        "k.nps k.transport f.trend f.trouble f.unchanged g.owner",
        T(
            "The score has risen to {#nps_apr}; getting around without a car is the next task",
            "推奨度は{#nps_apr}まで上がった。次の課題は車を使わない人の県内移動である",
        ),
        T(
            "Visitors praise what they came for. Those who move by train and bus lose time on the way there.",
            "来訪者は目的地を高く評価している。鉄道とバスで移動する人は、そこに着くまでに時間を失っている。",
        ),
        T(
            "The NPS rose from {#nps_may} in May 2022 to {#nps_apr} in April 2026, more than chance explains (z = {#z_may_apr}). [{f.trend}] Since February it has not demonstrably moved. [{f.february}]",
            "NPSは2022年5月の{#nps_may}から2026年4月の{#nps_apr}へ上がった。偶然では説明できない（z＝{#z_may_apr}）。[{f.trend}] 2月からは動いたとは言えない。[{f.february}]",
        ),
        T(
            "Of rail and bus users {#trouble_rail_apr}% felt some inconvenience, of car users {#trouble_car_apr}%. [{f.trouble}] For rail and bus it was a quarter four years ago as well, while car users' share fell. [{f.unchanged}] They are less satisfied with transport, {#transport_rail_apr}% against {#transport_car_apr}%. [{f.transport}]",
            "鉄道・バス利用者の{#trouble_rail_apr}％が不便を感じた。車の利用者は{#trouble_car_apr}％である。[{f.trouble}] 車では4年間で減ったが、鉄道・バスでは4人に1人のままである。[{f.unchanged}] 県内交通に満足した人は{#transport_rail_apr}％で、車の利用者の{#transport_car_apr}％を下回る。[{f.transport}]",
        ),
        T(
            "That they recommend Fukui less cannot be told: the April difference is within chance, and in February it pointed the other way. [{f.rail_score}]",
            "福井を薦める度合いまで低いとは言えない。4月の差は偶然の範囲であり、2月は逆向きだった。[{f.rail_score}]",
        ),
        T(
            "The widest difference lies elsewhere: guests from other prefectures who stay a night score {#nps_night_outside}, those who do not {#nps_day_outside}. [{f.night}] This plan touches it only in the evening. [{i.evening}]",
            "最も大きな差は別のところにある。県外からの宿泊客のNPSは{#nps_night_outside}、日帰り客は{#nps_day_outside}である。[{f.night}] 本計画がこれに触れるのは夜の足だけである。[{i.evening}]",
        ),
        T(
            "Three of twelve scored gaps hold 51% of the severity, and all three meet between platform and first sight: [{g.owner}], [{g.wait}], [{g.times}].",
            "採点した12件の課題のうち3件が深刻度の51％を占める。いずれもホームから最初の観光地までの間にある。[{g.owner}]、[{g.wait}]、[{g.times}]である。",
        ),
        T(
            "We propose ten initiatives for ¥47.0 to 75.1 million until March 2027, three of them at once and under ¥4 million. [assumption] First of all the board names one person for the way. [{i.owner}]",
            "2027年3月までに4,700万～7,510万円で10の施策を提案する。うち現場の三つはすぐに、400万円未満で始められる。[assumption] まず理事会が経路の責任者を一人決める。[{i.owner}]",
        ),
    ),
    section(
        "approach",
        "doc.survey",
        T(
            "We read {#nps_apr.n} answers and heard six people; who stayed away was not asked",
            "{#nps_apr.n}件の回答を読み、6人に聞いた。来なかった人の声はない",
        ),
        T(
            "The survey is real and public. The interviews, observations and costs of this sample are illustrative.",
            "調査は実在し、公開されている。本見本のインタビュー、観察、費用は例示である。",
        ),
        T(
            "Visitors answer by QR code at about 98 areas, of their own accord. [{doc.survey}] The answers show who differs from whom; they do not show how many visitors there were.",
            "来訪者は約98エリアのQRコードから任意で回答する。[{doc.survey}] 誰と誰が違うかは分かるが、来訪者の総数は分からない。",
        ),
        T(
            "Three waves are compared: May 2022 ({#nps_may.n} answers), February 2026 ({#nps_feb.n}) and April 2026 ({#nps_apr.n}). [{f.trend}] [{f.february}] The season differs between them, and some people answered more than once.",
            "比べたのは2022年5月（{#nps_may.n}件）、2026年2月（{#nps_feb.n}件）、4月（{#nps_apr.n}件）の3回である。[{f.trend}] [{f.february}] 季節が異なり、複数回答した人もいる。",
        ),
        T(
            "Only {#transport_rail_apr.n} rail and bus users rated transport in April. [{f.transport}] No resident and no inn has been interviewed yet; two of eight planned talks are open.",
            "4月に県内交通を評価した鉄道・バス利用者は{#transport_rail_apr.n}人にとどまる。[{f.transport}]県内在住者と宿にはまだ聞いておらず、予定した8件のうち2件が残る。",
        ),
    ),
    section(
        "vision",
        "k.nps k.transport k.trouble k.day k.nights k.pages principle.1",
        T(
            "The promise is ease on the way; its number is 85% satisfied rail and bus users",
            "約束は道中の安心。その数値は鉄道・バス利用者の満足85％である",
        ),
        T(
            "The score says whether visitors are won; satisfaction with transport says whether this plan worked.",
            "NPSは来訪者の心をつかめたかを示し、県内交通への満足はこの計画が効いたかを示す。",
        ),
        T(
            "The draft vision promises that whoever arrives, by whatever means, reaches what they came for at ease. [assumption] Today {#transport_rail_apr}% of rail and bus users are satisfied with transport. [{f.transport}]",
            "ビジョン案は、どの手段で着いた人も安心してたどり着けると約束する。[assumption] いま県内交通に満足した鉄道・バス利用者は{#transport_rail_apr}％である。[{f.transport}]",
        ),
        T(
            "The two move together: those very satisfied with transport score {#nps_very_satisfied}, those satisfied {#nps_satisfied}. [{f.very_satisfied}] This does not show that better buses would raise the score.",
            "両者は連動する。「とても満足」の人のNPSは{#nps_very_satisfied}、「満足」の人は{#nps_satisfied}である。[{f.very_satisfied}] バスを良くすればNPSが上がることを示すものではない。",
        ),
        T(
            "The targets, 25 and 85% by April 2027, are the steering group's. [assumption]",
            "2027年4月の目標値、25と85％は推進会議が定めたものである。[assumption]",
        ),
    ),
    section(
        "personas",
        "p.rail p.family p.local n.score",
        T(
            "Three visitors, three tensions: the connection, the table, the reason to return",
            "3人の来訪者に三つの葛藤がある。接続、食事、そして再訪の理由である",
        ),
        T(
            "Each persona is a segment of the April survey with its own score and interval.",
            "各ペルソナは4月調査の一つの層であり、固有のNPSと信頼区間を持つ。",
        ),
        T(
            "[{p.rail}] plans with care and is at the mercy of an hourly bus. [{e.c4_plan}] [{c.missed_return}] The segment has {#part_rail.count} answers, so its score of {#nps_rail_apr} is known only to within about 14 points. [{f.rail_score}]",
            "[{p.rail}]は念入りに計画するが、1時間に1本のバスに左右される。[{e.c4_plan}] [{c.missed_return}] 回答は{#part_rail.count}件で、NPS {#nps_rail_apr}は約14ポイントの幅でしか分からない。[{f.rail_score}]",
        ),
        T(
            "[{p.family}] recommends most, {#nps_family}, and complains of lunch. [{f.family}] [{c.restaurant}]",
            "[{p.family}]は推奨度が{#nps_family}と最も高く、不満は昼食にある。[{f.family}] [{c.restaurant}]",
        ),
        T(
            "[{p.local}] is the largest of the three and recommends least, {#nps_local}. [{f.local}] We do not know the reason yet. [assumption]",
            "[{p.local}]は3層の中で最も多く、推奨度は{#nps_local}と最も低い。[{f.local}] 理由はまだ分からない。[assumption]",
        ),
    ),
    section(
        "journeys",
        "n.few n.full n.help x.full",
        T(
            "The first visit breaks between the station and the first sight",
            "車なしの初来訪は、駅から最初の観光地までの間で途切れる",
        ),
        T(
            "The lowest point, −1.6, lies at the stop; the highest at the sight itself.",
            "感情の最低点－1.6は乗り場に、最高点は観光地にある。",
        ),
        T(
            "The desk lifts the mood by a drawn map [{e.desk_map}], and the stop takes it away. [{c.left_behind}] [{obs.stop}] The desk hears of a full bus only from those who return. [{e.desk_full}]",
            "案内所の手描きの地図が気持ちを上げ [{e.desk_map}]、乗り場がそれを奪う。[{c.left_behind}] [{obs.stop}] 案内所が満席を知るのは、戻ってきた人からである。[{e.desk_full}]",
        ),
        T(
            "How often buses are full is not known: {#mentions_full_bus} of the {#mentions_full_bus.n} people who wrote a comment speaks of it. [{f.full_rare}] Few services and waiting weigh more: {#rail_trouble_services} of the {#rail_trouble_services.n} rail and bus users who say what was inconvenient name them. [{f.trouble_writes}]",
            "満席の頻度は分からない。自由回答を書いた{#mentions_full_bus.n}人のうち、触れたのは{#mentions_full_bus}人である。[{f.full_rare}] 便数の少なさや待ち時間の方が多く、不便の中身を書いた鉄道・バス利用者{#rail_trouble_services.n}人のうち{#rail_trouble_services}人が挙げた。[{f.trouble_writes}]",
        ),
        T(
            "Good connections exist and are praised. [{c.good_connection}] [{c.clear_transfer}] The families' day [{j.family}] breaks once, at lunch. [{e.c3_lunch}]",
            "良い接続もあり、褒められている。[{c.good_connection}] [{c.clear_transfer}] 家族の一日 [{j.family}] が途切れるのは昼食の一度である。[{e.c3_lunch}]",
        ),
    ),
    section(
        "gaps",
        "g.owner g.wait g.times g.full n.rewards",
        T(
            "Three of twelve scored gaps hold 51% of the severity; none has a single owner",
            "採点した12件の課題のうち3件が深刻度の51％を占め、責任者は定まらない",
        ),
        T(
            "Severity is this engagement's own scale: importance × distance × reach. One gap is not scored yet.",
            "深刻度は本案件独自の尺度（重要度×差×影響範囲）である。1件は未採点である。",
        ),
        T(
            "The bus contract does not name visitors [{e.tp_commuters}], the timetable lives in three systems [{e.it_three}], the driver's note ends in a paper book. [{e.bus_book}] Each is sensible where it stands; nobody stands where they meet. [{e.tp_owner}]",
            "運行契約に来訪者の記載はなく [{e.tp_commuters}]、時刻表は三つのシステムにあり [{e.it_three}]、運転手の連絡は紙の帳面で止まる。[{e.bus_book}] それぞれの場では理にかなうが、それらが出会う場所には誰もいない。[{e.tp_owner}]",
        ),
        T(
            "Reach is the share of visitors on that journey, not of all: rail and bus users are {#part_rail}% of the answers. [{f.rail_profile}]",
            "影響範囲は当該ジャーニーの来訪者に対する割合であり、全体ではない。鉄道・バス利用者は回答の{#part_rail}％である。[{f.rail_profile}]",
        ),
        T(
            "Two need confirming. That timetables differ is said by staff and one visitor, by none of the {#mentions_web_pages.n} people who wrote a comment. [{g.times}] [{f.pages_none}] That nobody replies to answers is our assumption. [{g.reply}] [assumption]",
            "確認を要する課題が二つある。時刻表の食い違いは職員と来訪者1人の話であり、自由回答を書いた{#mentions_web_pages.n}人の中にはいない。[{g.times}] [{f.pages_none}] 返信がないことはチームの仮定である。[{g.reply}] [assumption]",
        ),
    ),
    section(
        "initiatives",
        "i.owner i.connect i.timetable i.map k.wait k.left",
        T(
            "Ten initiatives on three tiers; three start now for under ¥4 million",
            "三つの層で10の施策。うち三つは400万円未満ですぐに始められる",
        ),
        T(
            "The frontline begins, the board names the owner, the April timetable of 2027 carries the largest change.",
            "現場が始め、理事会が責任者を決め、2027年4月のダイヤ改正が最大の変化を担う。",
        ),
        T(
            "At once: routes handed over before the counter [{i.map}], the note on full buses to the desk [{i.note}], a call when the table is free [{i.table}]. What they repeat already works somewhere. [{e.desk_map}] [{c.table_call}]",
            "すぐに始めるのは、カウンターの前での経路図 [{i.map}]、満席連絡の共有 [{i.note}]、席の呼び出し [{i.table}] である。いずれも、すでにどこかでうまくいっている。[{e.desk_map}] [{c.table_call}]",
        ),
        T(
            "The largest, buses that wait for trains [{i.connect}], must be agreed by January, or it waits a year. [{e.tp_window}]",
            "最大の施策である列車を待つバス [{i.connect}] は、1月までに合意できなければ1年待つことになる。[{e.tp_window}]",
        ),
        T(
            "Free seats on a screen [{i.seats}] are decided only when the count of [{i.note}] shows the need. Costs are first estimates. [assumption]",
            "空席の表示 [{i.seats}] は、[{i.note}] の計数で必要性が分かってから決める。費用は初期の見積もりである。[assumption]",
        ),
    ),
    section(
        "next_steps",
        "i.owner i.note k.left",
        T(
            "Four decisions by 31 July keep the April 2027 timetable within reach",
            "7月31日までの四つの決定で、2027年4月のダイヤ改正に間に合う",
        ),
        T(
            "Each decision has a date and somebody who takes it.",
            "それぞれの決定に、期日と決める人がいる。",
        ),
        T(
            "By 30 June the director of tourism promotion releases the budget of the three frontline initiatives. [{i.map}] [{i.note}] [{i.table}]",
            "6月30日まで：観光誘客部長が、現場の三つの施策の予算を承認する。[{i.map}] [{i.note}] [{i.table}]",
        ),
        T(
            "By 15 July transport policy and the operator agree on the list of those left behind, counted weekly. [{k.left}]",
            "7月15日まで：交通政策とバス事業者が、乗れなかった人を毎週記録する一覧に合意する。[{k.left}]",
        ),
        T(
            "By 31 July the board names the person responsible and puts the rights in writing. [{i.owner}]",
            "7月31日まで：理事会が責任者を任命し、権限を文書にする。[{i.owner}]",
        ),
        T(
            "By 31 July talks on the visitor clause of the contract begin. [{i.connect}] Two talks are still to be held, with the inns and with residents.",
            "7月31日まで：契約の来訪者条項について協議を始める。[{i.connect}] 宿と県内在住者へのインタビュー2件も行う。",
        ),
    ),
    section(
        "evidence",
        "doc.survey",
        T(
            "Every code leads to its source; excerpts and observations are illustrative",
            "すべての記号は出所につながる。発言と観察は例示である",
        ),
        T(
            "Comments and figures are real answers of the survey; people stand behind pseudonyms.",
            "自由回答と数値は実際の調査による。人物は仮名で示す。",
        ),
        T(
            "The survey is public; comments are our translation, each with its original. [{doc.survey}] A claim with one source is marked, and one with none is called an assumption. Excerpts of one person count as one source.",
            "調査は公開されており、自由回答は原文のまま載せた。[{doc.survey}] 根拠が1件の主張には印を付け、根拠のないものは仮定と記す。同じ人の発言は1件と数える。",
        ),
    ),
]
