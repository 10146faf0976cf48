"""The engagement itself (A1)."""

import datetime as dt

from cxstudio.model import Engagement
from cxstudio.sample.rows import T, row

ENGAGEMENT = row(
    "engagement",
    Engagement,
    title=T("Visitor experience of Fukui prefecture", "福井県 来訪者体験の改善"),
    client=T("Fukui Prefecture", "福井県"),
    firm=T("Sample consultancy", "見本コンサルティング"),
    industry=T("Public sector, tourism", "行政、観光"),
    scope=T(
        "The trip of visitors from the first idea to the way home, in the whole prefecture. "
        "The focus is on visitors who move within the prefecture by train and bus. "
        "Prices, lodging quality and visitors from abroad are out of scope.",
        "旅の着想から帰路まで、県内全域の来訪者の体験を対象とする。重点は、県内を鉄道とバスで移動する人である。料金、宿の品質、海外からの来訪者は対象外とする。",
    ),
    objectives=T(
        "Find where visitors lose time and confidence, say who can change it, "
        "and agree a plan that starts before the summer season of 2026.",
        "来訪者がどこで時間と安心を失うかを特定し、誰が変えられるかを示し、2026年夏の観光期までに着手できる計画に合意する。",
    ),
    limits=T(
        "The client’s organisation, the interviews, the observations, the costs and the plan are invented for illustration. "
        "The survey is real: three monthly waves, answered by visitors of their own accord. "
        "It is no random sample and does not reach those who did not come.",
        "クライアントの組織、インタビュー、観察、費用、計画は例示のための創作である。調査は実在する。県の観光アンケートの月次3回分であり、来訪者が自ら進んで答えたものである。無作為標本ではなく、来なかった人の声は含まない。",
    ),
    team=T(
        "Two consultants and one analyst, with the client’s project office",
        "コンサルタント2名、分析担当1名、クライアントの事務局",
    ),
    starts_on=dt.date(2026, 5, 11),
    ends_on=dt.date(2026, 7, 31),
    interviews_planned=8,
    confidentiality=T("Confidential (sample)", "社外秘（見本）"),
    audience="client",
    report_version="1.0",
    currency="JPY",
    discount_rate=0.03,
    horizon=5,
    budget=55_000_000.0,
    capacity=34.0,
    attribution=T(
        "Survey: Fukui Tourism Survey Open Data, Fukui Prefecture Tourism Federation (福井県観光連盟), published by code4fukui as fukui-kanko-survey, CC BY 4.0. "
        "Some columns were removed. Questions, answers and quoted comments are in our translation, other comments in the original Japanese.",
        "調査データ：福井県観光アンケート オープンデータ（福井県観光連盟、code4fukui「fukui-kanko-survey」、CC BY 4.0）。一部の列を除き、移動手段の区分を加えて使用した。",
    ),
    illustrative=True,
)
