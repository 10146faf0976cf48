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
            "Praised for its sights, Fukui is hard to cross by train and bus.",
            "来訪者は目的地を高く評価している。鉄道とバスで移動する人は、そこに着くまでに時間を失っている。",
        ),
        T(
            "The NPS rose from {#nps_may} in May 2022 to {#nps_apr} in April 2026, more than chance explains (z\u00a0=\u00a0{#z_may_apr}). [{f.trend}] Since February no difference can be told. [{f.february}]",
            "推奨度（NPS）は2022年5月の{#nps_may}から2026年4月の{#nps_apr}へ上がった。偶然では説明できない（z＝{#z_may_apr}）。[{f.trend}] 2月から動いたとは言えない。[{f.february}]",
        ),
        T(
            "{#trouble_rail_apr}% of rail and bus users felt some inconvenience, as in 2022, [{f.unchanged}] against {#trouble_car_apr}% of car users. [{f.trouble}] {#transport_rail_apr}% are satisfied with transport, against {#transport_car_apr}%. [{f.transport}]",
            "鉄道・バス利用者の{#trouble_rail_apr}％が不便を感じ、2022年から変わらない。[{f.unchanged}] 車の利用者は{#trouble_car_apr}％である。[{f.trouble}] 県内交通に満足した人も{#transport_rail_apr}％で、車の利用者の{#transport_car_apr}％を下回る。[{f.transport}]",
        ),
        T(
            "Whether they recommend Fukui less cannot be told. [{f.rail_score}] Another difference is clear: of the visitors from other prefectures, those who stay a night give an NPS of {#nps_night_outside}, the others {#nps_day_outside}. [{f.night}]",
            "鉄道・バス利用者の推奨度まで低いとは言えない。[{f.rail_score}] はっきりした差は別にある。県外からの来訪者の推奨度は、宿泊客で{#nps_night_outside}、日帰り客で{#nps_day_outside}である。[{f.night}]",
        ),
        T(
            "Three of twelve scored gaps hold 51% of the severity, all between platform and first sight: [{g.owner}], [{g.wait}], [{g.times}].",
            "採点した12件の課題のうち3件が深刻度の51％を占める。いずれもホームから最初の観光地までの間にある（[{g.owner}]、[{g.wait}]、[{g.times}]）。",
        ),
        T(
            "First the board names one person who answers for the whole way from train to first sight. [{i.owner}]",
            "まず理事会が、列車から最初の観光地までの責任者を一人決める。[{i.owner}]",
        ),
        T(
            "Three frontline initiatives begin by July and cost under ¥4 million: [{i.map}], [{i.note}], [{i.table}]. [assumption]",
            "現場の三つの施策（[{i.map}]、[{i.note}]、[{i.table}]）は、400万円未満で7月までに始められる。[assumption]",
        ),
        T(
            "Eight of ten initiatives fit the budget of ¥55.0 million and likely cost ¥52.3 million. The evening taxi [{i.evening}] and the shared measure [{i.reward}] wait.",
            "10の施策のうち8件が予算5,500万円に収まり、費用は5,230万円と見込む。夜の乗合タクシー（[{i.evening}]）と共通の指標（[{i.reward}]）は後に回す。",
        ),
        T(
            "The largest change, buses that wait for trains [{i.connect}], comes with the April 2027 timetable. By then we aim for an NPS of 25 and 85% satisfied rail and bus users. [assumption]",
            "最大の変化となる「列車を待つバス」（[{i.connect}]）は、2027年4月のダイヤ改正で実現する。それまでにNPS 25、鉄道・バス利用者の満足85％を目指す。[assumption]",
        ),
    ),
    section(
        "approach",
        "doc.survey",
        T(
            "4,826 answers and six interviews carry this plan; those who stayed away were not asked",
            "回答4,826件とインタビュー6件に基づく。\n来なかった人の声は含まない",
        ),
        T("", ""),
        T(
            "Visitors answer by QR code at about 98 areas, of their own accord. [{doc.survey}] Their answers show who differs from whom, not how many visitors there were.",
            "来訪者は約98エリアのQRコードから任意で回答する。[{doc.survey}] 層による違いは分かるが、来訪者の総数は分からない。",
        ),
        T(
            "Three waves are compared: May 2022, February 2026 and April 2026. [{f.trend}] [{f.february}] The season differs between them, and some people answered more than once.",
            "比べたのは2022年5月、2026年2月、4月の3回である。[{f.trend}] [{f.february}] 季節が異なり、2回以上答えた人もいる。",
        ),
        T(
            "Only {#transport_rail_apr.n} rail and bus users rated transport in April. [{f.transport}] No resident and no inn has been interviewed yet: two of the eight planned interviews are still to come.",
            "4月に県内交通を評価した鉄道・バス利用者は{#transport_rail_apr.n}人にとどまる。[{f.transport}] 県内在住者と宿にはまだ話を聞いていない。予定したインタビュー8件のうち2件が残る。",
        ),
    ),
    section(
        "vision",
        "k.nps k.transport k.trouble k.day k.nights k.pages principle.1",
        T(
            "The promise is ease on the way, measured by 85% satisfied rail and bus users",
            "約束は道中の安心である。\n鉄道・バス利用者の満足85％で測る",
        ),
        T(
            "Satisfaction with transport says whether this plan has worked.",
            "この計画の効果は、県内交通への満足で判断する。",
        ),
        T(
            "Today {#transport_rail_apr}% of rail and bus users are satisfied with transport. [{f.transport}] The steering group aims for 85%, and for an NPS of 25. [assumption]",
            "いま県内交通に満足した鉄道・バス利用者は{#transport_rail_apr}％である。[{f.transport}] 推進会議は2027年4月までに85％と推奨度25を目指す。[assumption]",
        ),
        T(
            "The very satisfied give an NPS of {#nps_very_satisfied}, the satisfied {#nps_satisfied}. [{f.very_satisfied}] This does not show that better buses would raise the score.",
            "満足と推奨度は連動する。「とても満足」の人の推奨度は{#nps_very_satisfied}、「満足」の人は{#nps_satisfied}である。[{f.very_satisfied}] ただし、バスを良くすれば推奨度が上がることを示すものではない。",
        ),
    ),
    section(
        "customer_voice",
        "k.nps k.transport",
        T(
            "Visitors recommend Fukui far more than in 2022; rail and bus users are less satisfied",
            "推奨度は2022年から大きく伸びた。\n鉄道・バス利用者の満足はなお低い",
        ),
        T(
            "By travel party, families with small children recommend Fukui most.",
            "同行者別では、小学生以下連れの家族の推奨度が最も高い。",
        ),
        T(
            "{#transport_car_apr}% of car users are satisfied with transport, {#transport_rail_apr}% of rail and bus users. [{f.transport}] Among all visitors transport is last of three ratings by the share satisfied ({#transport_apr}%), first by its mean, and of the two drivers the one that moves less with the score. [{f.transport_lowest}] The case rests on the few without a car, {#part_rail}% of the answers, [{f.rail_profile}] and on those who could come by rail. [assumption]",
            "県内交通に満足した人は、鉄道・バス利用者で{#transport_rail_apr}％、車の利用者で{#transport_car_apr}％である。[{f.transport}] 全体では、満足した人の割合は3項目で最も低い（{#transport_apr}％）が、平均では最も高く、要因とした2項目のうち推奨度との連動は弱いほうである。[{f.transport_lowest}] 交通に取り組む理由は、回答の{#part_rail}％を占める車のない人と、鉄道で来られるはずの人にある。[{f.rail_profile}] [assumption]",
        ),
    ),
    section(
        "personas",
        "p.rail p.family p.local n.score",
        T(
            "Three visitors live with three tensions: the connection, the table, the reason to return",
            "3人の来訪者は三つの葛藤を抱える。\n接続、食事、そして再訪の理由である",
        ),
        T(
            "Each persona is a segment of the April survey with its own score.",
            "各ペルソナは4月調査の一つの層に当たり、その層の推奨度を示す。",
        ),
        T(
            "[{p.rail}] plans with care and is at the mercy of an hourly bus. [{e.c4_plan}] [{c.missed_return}] The segment has {#part_rail.count} answers, so its NPS of {#nps_rail_apr} is known only to within about 14 points. [{f.rail_score}]",
            "[{p.rail}]は念入りに計画するが、1時間に1本のバスに左右される。[{e.c4_plan}] [{c.missed_return}] 回答は{#part_rail.count}件で、推奨度{#nps_rail_apr}には前後約14ポイントの幅がある。[{f.rail_score}]",
        ),
        T(
            "[{p.family}] recommends most (NPS {#nps_family}), and complains about lunch. [{f.family}] [{c.restaurant}]",
            "[{p.family}]は推奨度が{#nps_family}と最も高く、不満は昼食にある。[{f.family}] [{c.restaurant}]",
        ),
        T(
            "[{p.local}] is the largest and has the lowest score (NPS {#nps_local}), though it cannot be told apart from that of [{p.rail}]. [{f.local}] Why is not known yet. [assumption]",
            "[{p.local}]は三つの層の中で最も多く、推奨度は{#nps_local}と最も低いが、[{p.rail}]との差があるとは言えない。[{f.local}] 低い理由はまだ分からない。[assumption]",
        ),
        T(
            "## [{p.rail}] The first visit is planned to the minute and hangs on an hourly bus",
            "## [{p.rail}] 分刻みで計画しても、1時間に1本のバスに左右される",
        ),
        T(
            "## [{p.family}] The family leaves delighted, and hungry after an hour’s queue",
            "## [{p.family}] 恐竜に大満足でも、昼食の1時間待ちで空腹のまま帰る",
        ),
        T(
            "## [{p.local}] Neighbours give one answer in five, and the lowest score",
            "## [{p.local}] 回答の2割を占める近隣客は、土地をよく知るが、推奨度は最も低い",
        ),
    ),
    section(
        "journeys",
        "n.few n.full n.help x.full",
        T(
            "The first visit falls to −1.6 between the station and the first sight",
            "車なしの初来訪は、駅から最初の観光地の間で－1.6まで落ちる",
        ),
        T("", ""),
        T(
            "The desk’s hand-drawn map lifts the mood; the bus stop takes it away. [{e.desk_map}] [{c.left_behind}] [{obs.stop}] How often buses are full is not known. [{f.full_rare}]",
            "案内所の手描きの地図が気持ちを上げ、乗り場がそれを奪う。[{e.desk_map}] [{c.left_behind}] [{obs.stop}] 満席の頻度は分からない。[{f.full_rare}]",
        ),
        T(
            "Of {#rail_trouble_services.n} rail and bus users who say what was inconvenient, {#rail_trouble_services} name few services or waiting. [{f.trouble_writes}]",
            "不便の内容を書いた鉄道・バス利用者{#rail_trouble_services.n}人のうち{#rail_trouble_services}人が便数や待ち時間を挙げた。[{f.trouble_writes}]",
        ),
        T(
            "Good connections exist and are praised. [{c.good_connection}] [{c.clear_transfer}] Sights and inns lift the trip to +1.5.",
            "良い接続もあり、褒められている。[{c.good_connection}] [{c.clear_transfer}] 観光地と宿が感情を+1.5まで引き上げる。",
        ),
        T(
            "## [{j.family}] The families’ great day breaks once: lunch falls from +1.9 to −1.3",
            "## [{j.family}] 家族の一日は昼食で一度途切れ、感情は+1.9から－1.3に落ちる",
        ),
        T(
            "An hour’s queue; families give up and eat in the car. [{e.c3_lunch}] [{c.restaurant}]",
            "1時間の列で、家族は食堂をあきらめて車中で食べる。[{e.c3_lunch}] [{c.restaurant}]",
        ),
        T(
            "The museum sees no queue figures of its tenant. [assumption] One restaurant already calls families when a table is free. [{c.table_call}]",
            "博物館はテナントの待ち時間を把握していない。[assumption] 席が空くと電話で呼ぶ店が一つある。[{c.table_call}]",
        ),
        T(
            "The halls carry the day at +1.9, and these families give an NPS of {#nps_family}. [{f.family}]",
            "展示が+1.9で一日を支え、この家族の推奨度は{#nps_family}である。[{f.family}]",
        ),
        T(
            "## [{j.to_be}] The plan is to lift the lowest point from −1.6 to +0.7; no other point falls",
            "## [{j.to_be}] 計画は最低点を－1.6から+0.7へ上げ、ほかのどこも下げない",
        ),
        T(
            "Getting around gains 2.3 points, planning 1.3. The values are aims, not measurements. [assumption]",
            "移動で2.3、計画・予約で1.3上がる。いずれも目標であり、測定値ではない。[assumption]",
        ),
        T(
            "One person for the way [{i.owner}], buses that wait [{i.connect}] and one timetable on every page [{i.timetable}].",
            "経路の責任者（[{i.owner}]）、列車を待つバス（[{i.connect}]）、全ページ共通の時刻表（[{i.timetable}]）の三つである。",
        ),
        T(
            "Rainy days and the reason to come back have no initiative yet: [{g.rain}], [{g.day}].",
            "雨の日（[{g.rain}]）と再訪の理由（[{g.day}]）には、まだ施策がない。",
        ),
    ),
    section(
        "gaps",
        "g.owner g.wait g.times g.full n.rewards",
        T(
            "Three of twelve scored gaps hold 51% of the severity; none has a single owner",
            "採点した12件のうち3件が深刻度の51％を占め、\nいずれも責任者が定まっていない",
        ),
        T("", ""),
        T(
            "The bus contract does not mention visitors, the timetable lives in three systems, and the driver’s note ends in a paper book. [{e.tp_commuters}] [{e.it_three}] [{e.bus_book}] Nobody answers for the places where they meet. [{e.tp_owner}]",
            "運行契約に来訪者の記載はなく、時刻表は三つのシステムにあり、運転手の連絡は紙の帳面で止まる。[{e.tp_commuters}] [{e.it_three}] [{e.bus_book}] それらのつなぎ目に責任を持つ人はいない。[{e.tp_owner}]",
        ),
        T(
            "Two gaps are still to be confirmed: no comment mentions differing times ([{g.times}]). [{f.pages_none}] That visitors miss a reply ([{g.reply}]) rests on no source. [assumption]",
            "2件は確認を要する。時刻表の違い（[{g.times}]）に触れた自由回答はない。[{f.pages_none}] 返信がないこと（[{g.reply}]）への不満には裏付けがない。[assumption]",
        ),
    ),
    section(
        "priorities",
        "i.map i.connect",
        T(
            "Eight of ten initiatives fit the budget and the people; five lead in most draws",
            "10の施策のうち8件が予算と人員に収まり、\n5件は試行の大半で上位に入る",
        ),
        T("", ""),
    ),
    section(
        "initiatives",
        "i.owner i.connect i.timetable i.map k.wait k.left",
        T(
            "Ten initiatives on three tiers; three start now for under ¥4 million",
            "10の施策を三つの階層で進める。\n三つは400万円未満ですぐに始められる",
        ),
        T(
            "The frontline begins, the board names the person responsible, and the April 2027 timetable brings the largest change.",
            "現場が始め、理事会が責任者を決め、最大の変化は2027年4月のダイヤ改正で実現する。",
        ),
        T(
            "Three can start at once: routes handed over in front of the counter [{i.map}], the note on full buses to the desk [{i.note}], and a call when a table is free [{i.table}]. Two of them already work in one place each. [{e.desk_map}] [{c.table_call}]",
            "すぐに始めるのは、カウンターの前で渡す経路図（[{i.map}]）、満席連絡の共有（[{i.note}]）、席の呼び出し（[{i.table}]）である。うち二つは、すでにそれぞれ一か所で成果を上げている。[{e.desk_map}] [{c.table_call}]",
        ),
        T(
            "The largest, buses that wait for trains [{i.connect}], must be agreed by January or it waits a year. [{e.tp_window}]",
            "最大の施策である列車を待つバス（[{i.connect}]）は、1月までに合意できなければ1年待つことになる。[{e.tp_window}]",
        ),
        T(
            "Free seats on a screen [{i.seats}] are decided on only when the count of [{i.note}] shows the need. Costs are first estimates. [assumption]",
            "空席の表示（[{i.seats}]）は、[{i.note}]の計数で必要性が分かってから決める。費用は初期の見積もりである。[assumption]",
        ),
    ),
    section(
        "roadmap",
        "i.map i.connect",
        T(
            "The frontline starts by July; from April 2027 buses wait for trains",
            "現場は7月までに始め、2027年4月からバスが列車を待つ",
        ),
        T("", ""),
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
            "By 14 July the board approves ¥52.3 million for the eight initiatives that fit the budget, [{i.owner}] to [{i.connect}].",
            "7月14日まで：理事会が、予算に収まる8件の施策（[{i.owner}]～[{i.connect}]）に5,230万円を承認する。",
        ),
        T(
            "By 15 July transport policy and the bus operator agree to count who is left behind each week. [{k.left}]",
            "7月15日まで：交通政策とバス事業者が、バスに乗れなかった人を毎週数えることに合意する。[{k.left}]",
        ),
        T(
            "By 31 July the board names the person responsible, with a mandate in writing. [{i.owner}] That person opens the talks on a visitor clause in the bus contract. [{i.connect}]",
            "7月31日まで：理事会が責任者を任命し、権限を文書にする。[{i.owner}] 責任者は契約の来訪者条項について協議を始める。[{i.connect}]",
        ),
    ),
    section(
        "evidence",
        "doc.survey",
        T(
            "Every code leads to its source; excerpts and observations are illustrative",
            "すべての番号から出所をたどれる。\n発言と観察は例示である",
        ),
        T(
            "Comments and figures are real survey answers; people appear by role and code.",
            "自由回答と数値は実際の調査による。人物は役割と番号で示す。",
        ),
        T(
            "The survey is public; its comments are quoted in our translation. [{doc.survey}] Several excerpts from one person count as one source.",
            "調査は公開されており、自由回答は原文のまま載せた。[{doc.survey}] 同じ人の複数の発言は、出所1件と数える。",
        ),
    ),
]
