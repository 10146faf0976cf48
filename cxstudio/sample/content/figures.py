"""Figures of the survey (real), documents and observations (one real, the others illustrative)."""

import datetime as dt
from typing import Any

from cxstudio.model import Evidence
from cxstudio.sample.rows import At, Figure, Row, T, row


def figure(key: str, quoted: str, sentiment: int, text: T, themes: str = "") -> Row:
    """A figure of the April wave; `quoted` is the number whose n it stands on."""
    return row(
        key,
        Evidence,
        themes=themes,
        evidence_kind="figure",
        text=text,
        sentiment=sentiment,
        n=Figure(quoted, "n"),
        wave_id=At("wave.202604"),
        source=T("Fukui tourism survey, April 2026", "福井県観光アンケート 2026年4月"),
        dated=dt.date(2026, 4, 30),
        note=T(
            "Computed from the survey’s answers; scores with the adjusted Wald interval, shares with Wilson’s, both at 95%.",
            "回答から算出。NPSは調整ワルド法、割合はウィルソン法による95％信頼区間。",
        ),
    )


def paper(key: str, kind: str, text: T, source: T, when: dt.date, note: T, **more: Any) -> Row:
    return row(
        key, Evidence, evidence_kind=kind, text=text, source=source, dated=when, note=note, **more
    )


FIGURES = [
    figure(
        "f.trend",
        "nps_apr",
        1,
        T(
            "The NPS is {#nps_apr} (interval {#nps_apr.low} to {#nps_apr.high}). It was {#nps_may} in May 2022 (n = {#nps_may.n}): the two differ (z = {#z_may_apr}).",
            "NPSは{#nps_apr}（95％信頼区間 {#nps_apr.low}～{#nps_apr.high}）。2022年5月は{#nps_may}（n＝{#nps_may.n}）であり、差がある（z＝{#z_may_apr}）。",
        ),
    ),
    figure(
        "f.february",
        "nps_apr",
        0,
        T(
            "Between February 2026 ({#nps_feb}, n = {#nps_feb.n}) and April 2026 ({#nps_apr}) no difference can be told (z = {#z_feb_apr}).",
            "2026年2月（{#nps_feb}、n＝{#nps_feb.n}）と4月（{#nps_apr}）の間に差があるとは言えない（z＝{#z_feb_apr}）。",
        ),
    ),
    figure(
        "f.transport",
        "transport_rail_apr",
        -1,
        T(
            "{#transport_rail_apr}% of those who moved by train or bus are satisfied with transport in the prefecture ({#transport_rail_apr.low} to {#transport_rail_apr.high}), against {#transport_car_apr}% of those who moved by car (n = {#transport_car_apr.n}).",
            "県内を鉄道・バスで移動した人のうち、県内交通に満足した人は{#transport_rail_apr}％（{#transport_rail_apr.low}～{#transport_rail_apr.high}）。車で移動した人は{#transport_car_apr}％（n＝{#transport_car_apr.n}）。",
        ),
        "connections frequency",
    ),
    figure(
        "f.transport_lowest",
        "transport_apr",
        -1,
        T(
            "Of the three ratings, transport is the lowest: {#transport_apr}% satisfied, against {#service_apr}% with goods and services and {#overall_apr}% overall (n = {#overall_apr.n} for both). The distance to goods and services is within chance.",
            "3項目の評価のうち県内交通が最も低い。満足は{#transport_apr}％で、商品・サービスは{#service_apr}％、全体は{#overall_apr}％（ともにn＝{#overall_apr.n}）。ただし商品・サービスとの差は偶然の範囲である。",
        ),
    ),
    figure(
        "f.trouble",
        "trouble_rail_apr",
        -1,
        T(
            "{#trouble_rail_apr}% of rail and bus users felt some inconvenience ({#trouble_rail_apr.low} to {#trouble_rail_apr.high}), against {#trouble_car_apr}% of car users (n = {#trouble_car_apr.n}).",
            "鉄道・バス利用者の{#trouble_rail_apr}％が不便を感じた（{#trouble_rail_apr.low}～{#trouble_rail_apr.high}）。車の利用者は{#trouble_car_apr}％（n＝{#trouble_car_apr.n}）。",
        ),
        "frequency",
    ),
    figure(
        "f.unchanged",
        "trouble_rail_apr",
        -1,
        T(
            "From May 2022 to April 2026 the share of car users who felt inconvenience fell from {#trouble_car_may}% to {#trouble_car_apr}%. Among rail and bus users it stayed at a quarter: {#trouble_rail_may}%, {#trouble_rail_feb}%, {#trouble_rail_apr}% (n = {#trouble_rail_may.n}, {#trouble_rail_feb.n}, {#trouble_rail_apr.n}).",
            "2022年5月から2026年4月までに、不便を感じた人は車の利用者では{#trouble_car_may}％から{#trouble_car_apr}％へ減った。鉄道・バス利用者では{#trouble_rail_may}％、{#trouble_rail_feb}％、{#trouble_rail_apr}％と4人に1人のままである（n＝{#trouble_rail_may.n}、{#trouble_rail_feb.n}、{#trouble_rail_apr.n}）。",
        ),
        "frequency",
    ),
    figure(
        "f.trouble_writes",
        "rail_trouble_services",
        -1,
        T(
            "{#rail_trouble_services} of the {#rail_trouble_services.n} rail and bus users who said what was inconvenient name few services, waiting or connections. Small sample.",
            "不便の内容を書いた鉄道・バス利用者{#rail_trouble_services.n}人のうち{#rail_trouble_services}人が、便数の少なさ、待ち時間、乗り継ぎを挙げた。少数のため参考。",
        ),
        "frequency connections",
    ),
    figure(
        "f.rail_score",
        "nps_rail_apr",
        0,
        T(
            "Rail and bus users score {#nps_rail_apr} ({#nps_rail_apr.low} to {#nps_rail_apr.high}), car users {#nps_car_apr}: no difference can be told (z = {#z_rail_car_apr}). In February rail and bus users stood higher, {#nps_rail_feb} against {#nps_car_feb} (z = {#z_rail_car_feb}).",
            "鉄道・バス利用者のNPSは{#nps_rail_apr}（{#nps_rail_apr.low}～{#nps_rail_apr.high}）、車の利用者は{#nps_car_apr}で、差があるとは言えない（z＝{#z_rail_car_apr}）。2月は逆に{#nps_rail_feb}対{#nps_car_feb}だった（z＝{#z_rail_car_feb}）。",
        ),
    ),
    figure(
        "f.very_satisfied",
        "nps_very_satisfied",
        1,
        T(
            "Those very satisfied with transport score {#nps_very_satisfied}; those merely satisfied {#nps_satisfied} (n = {#nps_satisfied.n}). The two go together; which follows which the survey cannot tell.",
            "県内交通に「とても満足」の人のNPSは{#nps_very_satisfied}、「満足」の人は{#nps_satisfied}（n＝{#nps_satisfied.n}）。両者は連動するが、どちらが先かは調査からは分からない。",
        ),
        "connections",
    ),
    figure(
        "f.first",
        "trouble_first",
        -1,
        T(
            "{#trouble_first}% of first-time visitors felt some inconvenience, {#trouble_again}% of the others (n = {#trouble_again.n}). Their scores do not differ: {#nps_first} and {#nps_again}.",
            "初めて訪れた人の{#trouble_first}％が不便を感じた。2回目以降の人は{#trouble_again}％（n＝{#trouble_again.n}）。NPSに差は見られない（{#nps_first}と{#nps_again}）。",
        ),
        "info",
    ),
    figure(
        "f.night",
        "nps_night_outside",
        1,
        T(
            "Visitors from other prefectures who stay a night score {#nps_night_outside}; those who do not, {#nps_day_outside} (n = {#nps_day_outside.n}).",
            "県外から来て泊まった人のNPSは{#nps_night_outside}、日帰りの人は{#nps_day_outside}（n＝{#nps_day_outside.n}）。",
        ),
    ),
    figure(
        "f.local",
        "nps_local",
        -1,
        T(
            "Residents on a day out score {#nps_local} ({#nps_local.low} to {#nps_local.high}); they are {#part_local}% of the answers.",
            "県内在住の日帰り客のNPSは{#nps_local}（{#nps_local.low}～{#nps_local.high}）で、回答の{#part_local}％を占める。",
        ),
    ),
    figure(
        "f.rail_profile",
        "rail_first",
        0,
        T(
            "Rail and bus users are {#part_rail}% of the answers. {#rail_first}% of them are here for the first time, {#rail_outside}% come from other prefectures, {#rail_night}% stay a night, {#rail_40_59}% are in their 40s or 50s; {#rail_alone}% travel alone, {#rail_couple}% as a couple.",
            "鉄道・バス利用者は回答の{#part_rail}％である。その{#rail_first}％が初来訪、{#rail_outside}％が県外から、{#rail_night}％が1泊以上、{#rail_40_59}％が40～50代である。ひとり旅は{#rail_alone}％、夫婦は{#rail_couple}％。",
        ),
    ),
    figure(
        "f.family_profile",
        "family_night",
        0,
        T(
            "Of the families by car {#family_outside}% come from other prefectures, {#family_night}% stay a night, {#family_30_49}% of those who answered are in their 30s or 40s.",
            "車の家族連れの{#family_outside}％が県外から、{#family_night}％が1泊以上、回答者の{#family_30_49}％が30～40代である。",
        ),
        "museum",
    ),
    figure(
        "f.local_profile",
        "local_again",
        0,
        T(
            "Of the residents on a day out {#local_again}% have been before, {#local_couple}% come as a couple, {#local_50_69}% are in their 50s or 60s.",
            "県内在住の日帰り客の{#local_again}％が2回目以降、{#local_couple}％が夫婦、{#local_50_69}％が50～60代である。",
        ),
    ),
    figure(
        "f.family",
        "nps_family",
        1,
        T(
            "Families with children of primary school age or younger who come by car score {#nps_family} ({#nps_family.low} to {#nps_family.high}), against {#nps_apr} of all visitors.",
            "車で来た小学生以下連れの家族のNPSは{#nps_family}（{#nps_family.low}～{#nps_family.high}）で、全体の{#nps_apr}を上回る。",
        ),
        "museum",
    ),
    figure(
        "f.dinosaurs",
        "nps_family_dinosaurs",
        1,
        T(
            "At the dinosaur park and its roadside station these families score {#nps_family_dinosaurs} ({#nps_family_dinosaurs.low} to {#nps_family_dinosaurs.high}).",
            "恐竜の森とその道の駅で答えた家族連れのNPSは{#nps_family_dinosaurs}（{#nps_family_dinosaurs.low}～{#nps_family_dinosaurs.high}）。",
        ),
        "museum",
    ),
    figure(
        "f.ages",
        "nps_60s",
        0,
        T(
            "People in their 20s score {#nps_20s} (n = {#nps_20s.n}), people in their 60s {#nps_60s} ({#nps_60s.low} to {#nps_60s.high}).",
            "20代のNPSは{#nps_20s}（n＝{#nps_20s.n}）、60代は{#nps_60s}（{#nps_60s.low}～{#nps_60s.high}）。",
        ),
    ),
    figure(
        "f.full_rare",
        "mentions_full_bus",
        0,
        T(
            "{#mentions_full_bus} of {#mentions_full_bus.n} people who wrote a comment mentions a full bus. The survey alone does not show that full buses are frequent.",
            "自由回答を書いた{#mentions_full_bus.n}人のうち、満席のバスに触れた人は{#mentions_full_bus}人である。満席が頻繁であることは、調査だけでは示せない。",
        ),
        "full",
    ),
    figure(
        "f.pages_none",
        "mentions_web_pages",
        0,
        T(
            "None of the {#mentions_web_pages.n} people who wrote a comment says that web pages or published times disagree.",
            "自由回答を書いた{#mentions_web_pages.n}人のうち、ウェブページや時刻の食い違いを挙げた人はいない。",
        ),
        "info",
    ),
]

PAPERS = [
    paper(
        "doc.survey",
        "document",
        T(
            "Visitors answer on their own phone by a QR code at about 98 tourist areas in 17 municipalities; the answers are published as open data.",
            "来訪者は、17市町の約98の観光エリアに置かれたQRコードから自分の端末で回答する。回答はオープンデータとして公開されている。",
        ),
        T(
            "Read-me of Fukui Tourism Survey Open Data (code4fukui), published",
            "福井県観光アンケート オープンデータの説明文書（code4fukui、公開）",
        ),
        dt.date(2026, 5, 21),
        T(
            "Published document, paraphrased. Those who answer choose to do so.",
            "公開文書の要約。回答は任意である。",
        ),
        sentiment=0,
    ),
    paper(
        "doc.contract",
        "document",
        T(
            "The service contract names residents, commuters and pupils as those to be carried; connections to long-distance trains are not part of it.",
            "運行契約は、住民、通勤者、児童生徒の輸送を目的とする。新幹線などとの接続は契約に含まれない。",
        ),
        T(
            "Bus service contract, fiscal year 2026 (illustrative)",
            "路線バス運行契約 2026年度（例示）",
        ),
        dt.date(2026, 4, 1),
        T("Illustrative document, invented for the sample.", "見本のために創作した文書である。"),
        sentiment=-1,
        confidential=True,
        illustrative=True,
        themes="ownership",
    ),
    paper(
        "obs.stop",
        "observation",
        T(
            "Saturday, 10:30 to 12:00: 41 people waited for two buses, 9 could not board; 7 of them went back to the desk.",
            "土曜10時30分～12時、2便を待った41人のうち9人が乗れず、7人が案内所に戻った。",
        ),
        T(
            "Count at the station stop, 30 May 2026 (illustrative)",
            "駅前停留所での計数 2026年5月30日（例示）",
        ),
        dt.date(2026, 5, 30),
        T("Illustrative observation, one morning only.", "例示の観察であり、午前1回に限る。"),
        sentiment=-1,
        illustrative=True,
        themes="full",
    ),
    paper(
        "obs.pages",
        "observation",
        T(
            "Three pages compared for the same Saturday: two agree, the third still shows the times valid until March.",
            "同じ土曜について三つのページを比べた。二つは一致し、残る一つは3月までの時刻のままだった。",
        ),
        T(
            "Comparison of three timetable pages, 2 June 2026 (illustrative)",
            "三つの時刻表ページの比較 2026年6月2日（例示）",
        ),
        dt.date(2026, 6, 2),
        T("Illustrative observation.", "例示の観察である。"),
        sentiment=-1,
        illustrative=True,
        themes="info",
    ),
]

ROWS = [*FIGURES, *PAPERS]
