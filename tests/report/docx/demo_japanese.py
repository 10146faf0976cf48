"""The demonstration report in Japanese."""

# ruff: noqa: E501
from datetime import date

from demo_parts import LOOKUP, picture
from demo_sheet import evidence_rows

from cxstudio.report.blocks import (
    Bullets,
    Column,
    Columns,
    Contents,
    Cover,
    Decisions,
    Definitions,
    EvidenceRegister,
    Fact,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    MarkLegend,
    Meaning,
    Meta,
    Report,
    Row,
    Section,
    Table,
    runs,
)


def japanese() -> Report:
    """The parts that Japanese sets differently."""
    meta = Meta(
        title="福井県 来訪者体験の改善計画書",
        subtitle="4,826件の回答から、体験がどこで途切れるかを明らかにし、\n"
        "2026年度から3年間で取り組む8つの施策を提案する",
        client="観光推進会議（見本）",
        firm="コンサルティング会社名",
        author="担当者",
        date=date(2026, 6, 15),
        confidentiality="社外秘（見本）",
        language="ja",
    )
    return Report(
        meta,
        (
            Cover(
                "福井県\n来訪者体験の\n改善計画書", drawing=picture(620, 372, "083E47", "FFFFFF")
            ),
            Section(
                "文書管理",
                kind="front",
                blocks=(
                    Definitions(
                        (
                            Fact("文書", "福井県 来訪者体験の改善計画書　第1.0版　2026年6月15日"),
                            Fact(
                                "見本の内容", "インタビュー、課題、費用は見本である。", hurts=True
                            ),
                        )
                    ),
                    MarkLegend(),
                    Contents(),
                ),
            ),
            Section(
                "エグゼクティブサマリー",
                "推奨度は4年間で大きく伸びた。\n次の課題は、車を使わない人の県内移動である",
                (
                    KeyFigures(
                        (
                            KeyFigure(
                                "推奨度（NPS）、2026年4月",
                                "+20.3",
                                "",
                                "2022年5月は+1.8\n95％信頼区間 16.5～24.2\nn＝1,543",
                            ),
                            KeyFigure(
                                "県内交通に満足した人",
                                "86.4",
                                "％",
                                "評価3項目の中で最も低い\nn＝751",
                            ),
                            KeyFigure(
                                "うち鉄道・バスの利用者",
                                "77.2",
                                "％",
                                "車で移動した人は88.5％\nn＝101",
                                True,
                            ),
                            KeyFigure(
                                "5年間の純便益（例示）", "1.7", "億円", "正味現在価値、割引率3％"
                            ),
                        )
                    ),
                    Columns(
                        (
                            (
                                Heading(3, "分かったこと"),
                                Bullets(
                                    (
                                        runs(
                                            "推奨度の上昇は偶然では説明できない（z＝7.3）。一方、2026年2月の+21.1とは差があるとは"
                                            "言えない（z＝－0.3）。[E-001]",
                                            LOOKUP,
                                        ),
                                        runs(
                                            "車を使わず鉄道・バスで移動した人の25％が不便を感じた。車を使った人では11％である。[E-004]",
                                            LOOKUP,
                                        ),
                                        runs(
                                            "不便の中身は、本数の少なさ、最終便の早さ、駅から先の案内の三つに集まる。[E-012] [E-014]",
                                            LOOKUP,
                                        ),
                                    )
                                ),
                            ),
                            (
                                Heading(3, "提案すること"),
                                Bullets(
                                    (
                                        runs(
                                            "課題10件のうち、上位3件が深刻度の55％を占める。原因は「移動全体に責任を持つ部門がない」"
                                            "ことで共通する。[E-021]",
                                            LOOKUP,
                                        ),
                                        runs(
                                            "2029年3月までに、推奨度30、鉄道・バスで移動する人の満足90％を目指す。[仮定]",
                                            LOOKUP,
                                        ),
                                    )
                                ),
                            ),
                        ),
                        (79, 79),
                    ),
                    Figure(
                        picture(830, 200),
                        166,
                        "流れ図：課題から指標まで。",
                        "根拠から成果までの流れ：三つの課題に五つの施策で応え、二つの指標で確かめる",
                        "課題の深刻度は本案件独自の尺度（7章）、金額は3年間の初期費用（例示）",
                        "福井県観光アンケート（福井県観光連盟、CC BY 4.0）2022年5月・2026年2月・2026年4月。",
                    ),
                    Decisions(
                        (
                            "移動体験の責任者を7月31日までに任命する",
                            "先行5施策の予算1億3,200万円を承認する",
                            "交通事業者との協議を理事会の名で始める",
                            "四半期ごとに二つの指標を理事会で確認する",
                        )
                    ),
                ),
            ),
            Section(
                "優先順位",
                "先行する五つの施策は予算に収まり、\n重みを変えても上位に残る",
                (
                    Table(
                        (
                            Column("順位", 10, "number"),
                            Column("", 14, "code"),
                            Column("施策"),
                            Column("階層", 14),
                            Column("効果", 14, "number"),
                            Column("労力", 14, "number"),
                            Column("費用", 18, "number"),
                            Column("累計", 18, "number"),
                        ),
                        (
                            Row(
                                (
                                    "1",
                                    "I-01",
                                    "列車の到着に合わせたバス",
                                    "部門",
                                    "9.1",
                                    "4.0",
                                    "5,200",
                                    "5,200",
                                ),
                                code="I-01",
                                bold=True,
                            ),
                            Row(
                                (
                                    "2",
                                    "I-08",
                                    "移動体験の責任者の設置",
                                    "経営",
                                    "8.2",
                                    "2.0",
                                    "2,200",
                                    "7,400",
                                ),
                                code="I-08",
                                bold=True,
                                cut=True,
                            ),
                            Row(
                                (
                                    "3",
                                    "I-07",
                                    "自由回答への48時間以内の対応",
                                    "現場",
                                    "4.3",
                                    "2.2",
                                    "900",
                                    "8,300",
                                ),
                                code="I-07",
                            ),
                        ),
                        "順位：先行2件の初期費用は7,400万円で、上限8,000万円に収まる",
                        "費用と累計は万円。破線は予算の上限",
                        "見本。",
                    ),
                    Meaning(
                        runs(
                            "I-01は労力が大きいが、移動の課題に直接応える。I-08がなければ、どちらも進まない。[仮定]",
                            LOOKUP,
                        )
                    ),
                ),
            ),
            Section(
                "根拠一覧",
                "8件の根拠のうち、2件は出所が一つだけである",
                (
                    EvidenceRegister(
                        evidence_rows(), "結論を支える根拠", "福井県観光アンケート（CC BY 4.0）。"
                    ),
                ),
                kind="appendix",
            ),
        ),
    )
