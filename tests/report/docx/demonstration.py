"""Write two demonstration reports, to hold beside the pictures of the look.

    python tests/report/docx/demonstration.py FOLDER [TEMPLATE]

The content is made up, except for figures quoted from the Fukui tourism survey (CC BY 4.0). It
uses every kind of block once and is never shown as anybody's findings.
"""

# ruff: noqa: E501
import struct
import sys
import zlib
from datetime import date
from functools import cache
from pathlib import Path

from cxstudio.report import docx
from cxstudio.report.blocks import (
    Assumption,
    Box,
    Bullets,
    Column,
    Columns,
    Confidence,
    Contents,
    Cover,
    Decisions,
    Definitions,
    Evidence,
    EvidenceRef,
    EvidenceRegister,
    Fact,
    Facts,
    Figure,
    Heading,
    Heat,
    KeyFigure,
    KeyFigures,
    Lookup,
    MarkLegend,
    Meaning,
    Meta,
    Numbered,
    PageMessage,
    Paragraph,
    Quote,
    Report,
    Row,
    Section,
    Table,
    Text,
    Trademark,
    runs,
)

SOURCES = {
    "E-001": 2,
    "E-004": 2,
    "E-006": 2,
    "E-012": 9,
    "E-013": 4,
    "E-014": 6,
    "E-018": 1,
    "E-021": 1,
}


def mark(code: str) -> EvidenceRef | None:
    """The mark of a piece of evidence of the demonstration."""
    sources = SOURCES.get(code)
    return None if sources is None else EvidenceRef(code, sources)


LOOKUP: Lookup = mark


@cache
def picture(width: int, height: int, colour: str = "E6F1F2", line: str = "0B5F6B") -> bytes:
    """A PNG: a ground with a rising and falling line."""
    ground, stroke = bytes.fromhex(colour), bytes.fromhex(line)
    rows = []
    for y in range(height):
        row = bytearray(ground * width)
        for x in range(width):
            wave = abs((x * 6 // width) % 2 - (x * 6 % width) / width)
            if abs(y - height * (0.2 + 0.6 * wave)) < max(height / 90, 1.5):
                row[3 * x : 3 * x + 3] = stroke
        rows.append(b"\0" + bytes(row))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
            _chunk(b"IDAT", zlib.compress(b"".join(rows), 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    whole = kind + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


GAPS = (
    ("G-01", "Buses do not wait for the trains", 5, 5.2, 9.0, 53, 10.1, 5, 3, "9", "E-012"),
    (
        "G-02",
        "Signs end at the station exit; stops differ",
        5,
        5.8,
        9.0,
        46,
        7.4,
        4,
        3,
        "6",
        "E-014",
    ),
    ("G-03", "No department owns the whole route", 5, 4.0, 8.0, 33, 6.6, 4, 1, "1", "E-021"),
    (
        "G-04",
        "Route, fares and times are in three places",
        4,
        6.0,
        9.0,
        45,
        5.4,
        3,
        2,
        "5",
        "E-014",
    ),
    ("G-05", "The last bus leaves early; no fallback", 5, 5.5, 8.5, 28, 4.2, 2, 2, "4", "E-013"),
    ("G-06", "Parking guidance fails on event days", 3, 6.4, 8.5, 52, 3.3, 2, 3, "7", "E-013"),
    ("G-07", "Desk staff seem unwilling to be asked", 4, 7.0, 9.0, 30, 2.4, 2, 2, "3", "E-013"),
    ("G-08", "Comments are read and not answered", 3, 5.0, 8.0, 22, 2.0, 1, 2, "3", "E-013"),
)


def gap_table() -> Table:
    """The register of gaps, in order of severity."""
    columns = (
        Column("", 12, "code"),
        Column("Gap", 63),
        Column("Imp.\n1–5", 10, "number"),
        Column("Now\n0–10", 12, "number"),
        Column("Target\n0–10", 12.5, "number"),
        Column("Reach\n%", 12, "number"),
        Column("Sever-\nity", 14, "heat"),
        Column("Confi-\ndence", 14, "confidence"),
        Column("Sources,\nfirst mark", 0, "marks"),
    )
    rows = tuple(
        Row(
            (
                code,
                gap,
                f"{importance}",
                f"{now:.1f}",
                f"{target:.1f}",
                f"{reach}",
                Heat(f"{severity:.1f}", step),
                Confidence(level),
                (Text(f"{sources}\u2002"), mark(first) or Assumption()),
            ),
            code=code,
        )
        for code, gap, importance, now, target, reach, severity, step, level, sources, first in GAPS
    )
    return Table(
        columns,
        rows,
        "The gaps in order of severity: transport and wayfinding lead",
        "Severity = importance × (target − now) × reach. The scale is this engagement’s own.",
        (
            Text("demonstration. Confidence: "),
            Confidence(3),
            Text(" high, "),
            Confidence(2),
            Text(" medium, "),
            Confidence(1),
            Text(" low. An outlined mark rests on one source."),
        ),
    )


def heat_map() -> Table:
    """Severity by stage and department."""
    heads = ("Plan", "Arrive", "Move", "Enjoy", "Return", "After")
    rows = {
        "Transport policy": (0, 7.4, 10.1, 0, 4.2, 0),
        "Visitor centres": (0, 9.8, 0, 0, 0, 0),
        "Digital": (5.4, 0, 0, 0, 0, 2.0),
        "Sights and lodging": (0, 0, 3.3, 1.5, 0, 0),
        "Executive": (0, 0, 6.6, 0, 6.6, 1.2),
    }
    return Table(
        (Column("", 30), *(Column(head, 12.5, "heat") for head in heads)),
        tuple(
            Row(
                (
                    name,
                    *(
                        Heat(f"{v:.1f}" if v else "", min(int(v // 2.2) + 1, 5) if v else 0)
                        for v in values
                    ),
                )
            )
            for name, values in rows.items()
        ),
        "Severity gathers at arrival and on the move",
        "Severity by stage and department; a shared gap counts in each",
        dense=True,
        as_figure=True,
    )


def initiative() -> tuple[PageMessage, Facts, Columns, Columns, Table, Table]:
    """One initiative's sheet."""
    raci = {
        "Agree connection standard": "ARCI–",
        "Rebuild nine timetables": "IAR–I",
        "Publish times in one place": "ICCRA",
        "Tell those who complained": "IC–RA",
    }
    step = {"R": 5, "A": 2, "C": 1, "I": 0, "–": 0}
    return (
        PageMessage(
            "Buses that leave when the train has arrived\ncut the longest wait of the trip",
            code="I-01",
        ),
        Facts(
            (
                Fact("Tier", "Department"),
                Fact("Responsible", "Transport policy"),
                Fact("Lead", "Head of transport policy"),
                Fact("Start, end", "Aug 2026 – Mar 2028"),
                Fact("One-off cost", "¥52.0 million"),
                Fact("Yearly cost", "¥9.5 million"),
                Fact("Effort", "4.0 of 10 (3.5–4.5)"),
                Fact("Confidence", (Confidence(2), Text(" medium", bold=True))),
            )
        ),
        Columns(
            (
                (
                    Heading(4, "What changes for visitors"),
                    Paragraph(
                        runs(
                            "At four stations a bus leaves within 15 minutes of each long-distance "
                            "train, and waits up to five minutes for a late one. [E-012]",
                            LOOKUP,
                        )
                    ),
                ),
                (
                    Heading(4, "What changes for staff"),
                    Paragraph(
                        runs(
                            "Drivers see the train’s arrival at the stop and may wait without "
                            "asking. [assumption]",
                            LOOKUP,
                        )
                    ),
                ),
            ),
            (79, 79),
        ),
        Columns(
            (
                (
                    Heading(4, "Gaps it closes"),
                    Paragraph(
                        runs("G-01 Buses do not wait (10.1)\nG-05 Last bus early (4.2), in part")
                    ),
                ),
                (Heading(4, "Where"), Paragraph("Journey J-01, steps 4 and 7")),
                (Heading(4, "Depends on"), Paragraph("Timetable change, April 2027")),
            ),
            (51.3, 51.3, 51.3),
        ),
        Table(
            (
                Column("Measure", 46),
                Column("Baseline", 20, "number"),
                Column("Read in", 22),
                Column("Mar 2027", 20, "number"),
                Column("Mar 2028", 20, "number"),
                Column("How measured"),
            ),
            (
                Row(
                    (
                        "Rail and bus users satisfied",
                        "77.2%",
                        "Apr 2026",
                        "84%",
                        "90%",
                        "Survey, quarterly",
                    )
                ),
                Row(
                    (
                        "Median wait from train to next bus",
                        "47 min",
                        "May 2026",
                        "25 min",
                        "15 min",
                        "Timetable count",
                    )
                ),
                Row(
                    (
                        "Bus boardings at the stations",
                        "index 100",
                        "FY 2025",
                        "115",
                        "140",
                        "Operator count",
                    ),
                    total=True,
                ),
            ),
            "Success means 90% of rail and bus users satisfied by March 2028",
        ),
        Table(
            (
                Column("Task", 60),
                *(
                    Column(h, 18, "heat")
                    for h in (
                        "Exec-\nutive",
                        "Trans-\nport",
                        "Oper-\nators",
                        "Digital",
                        "Visitor\ncentres",
                    )
                ),
            ),
            tuple(
                Row((task, *(Heat(x, step[x], "amount") for x in letters)))
                for task, letters in raci.items()
            ),
            "Who does what",
            "R responsible, A accountable, C consulted, I informed",
            "demonstration.",
        ),
    )


def evidence_rows() -> tuple[Evidence, ...]:
    """The register's rows."""
    says = (
        (
            "E-001",
            "Survey figure",
            "NPS 1.8 (May 2022, n = 2,247) against 20.3 (April 2026, n = 1,543); z = 7.3",
            "FTAS waves 2022-05, 2026-04",
            3,
            "real data",
        ),
        (
            "E-004",
            "Survey figure",
            "Rail or bus, no car: 77.2% satisfied (n = 101); car: 88.5%",
            "FTAS wave 2026-04",
            3,
            "real data",
        ),
        (
            "E-006",
            "Survey figure",
            "NPS by rating of transport: very satisfied 57.5, satisfied 5.3",
            "FTAS wave 2026-04; association only",
            2,
            "real data",
        ),
        (
            "E-012",
            "Comments (5), interviews (4)",
            "“There are few route buses, and the last one leaves early.”",
            "Comments, April 2026; interviews V-02, V-05, F-01, F-03",
            3,
            "",
        ),
        (
            "E-013",
            "Comments (3), interview (1)",
            "“If I miss the return bus or train, I worry.”",
            "Comments, April 2026; interview V-02",
            2,
            "",
        ),
        (
            "E-014",
            "Comments (4), observation (2)",
            "“I walked from the station; there were no signs.”",
            "Comment, April 2026; site visits O-01, O-02",
            3,
            "",
        ),
        (
            "E-018",
            "Interview (1)",
            "“The station was quick. From there I could not work out the bus.”",
            "Visitor V-02, sixties, couple; 12 May 2026",
            1,
            "one source",
        ),
        (
            "E-021",
            "Interview (1)",
            "“Each of us runs a line. Nobody runs the trip.”",
            "Stakeholder M-04, department management; 20 May 2026",
            1,
            "one source",
        ),
    )
    return tuple(
        Evidence(code, kind, text, source, level, SOURCES[code], note)  # type: ignore[arg-type]
        for code, kind, text, source, level, note in says
    )


def english() -> Report:
    """Every kind of block, in English."""
    meta = Meta(
        title="Visitor experience of Fukui prefecture: improvement plan",
        subtitle="What 4,826 survey answers say, where the journey breaks, and\n"
        "eight initiatives for the three years from 2026",
        client="Tourism promotion board (sample)",
        firm="Name of the consulting firm",
        author="A. Consultant",
        date=date(2026, 6, 15),
        version="1.0",
        confidentiality="Confidential (sample)",
        keywords=("customer experience", "Fukui"),
    )
    chart = picture(600, 280)
    return Report(
        meta,
        (
            Cover(
                "Visitor experience\nof Fukui prefecture\nImprovement plan",
                drawing=picture(620, 372, "083E47", "FFFFFF"),
            ),
            Section(
                "Document control",
                kind="front",
                blocks=(
                    Definitions(
                        (
                            Fact(
                                "Document",
                                "Visitor experience of Fukui prefecture. Version 1.0, 15 June 2026",
                            ),
                            Fact(
                                "Edition",
                                "Client edition. Confidential excerpts and names are left out.",
                            ),
                            Fact(
                                "Illustrative content",
                                "Client, interviews, gaps and costs are a sample made to "
                                "show the form of the report.",
                                hurts=True,
                            ),
                        )
                    ),
                    MarkLegend(),
                    Contents(),
                ),
            ),
            Section(
                "Executive summary",
                "Recommendation has risen by 19 points;\nmoving around without a "
                "car is the next problem",
                (
                    KeyFigures(
                        (
                            KeyFigure(
                                "Score (NPS), April 2026",
                                "+20.3",
                                "",
                                "May 2022: +1.8\n95% interval 16.5 to 24.2\nn = 1,543",
                            ),
                            KeyFigure(
                                "Satisfied with transport",
                                "86.4",
                                "%",
                                "lowest of three ratings\nn = 751",
                            ),
                            KeyFigure(
                                "of rail and bus users", "77.2", "%", "by car: 88.5%\nn = 101", True
                            ),
                            KeyFigure("Net benefit, five years", "1.7", "¥100 m", "sample"),
                        )
                    ),
                    Columns(
                        (
                            (
                                Heading(3, "What we found"),
                                Bullets(
                                    (
                                        runs(
                                            "The rise is unlikely to be chance (z = 7.3). [E-001]",
                                            LOOKUP,
                                        ),
                                        runs(
                                            "A quarter of those without a car felt trouble. [E-004]",
                                            LOOKUP,
                                        ),
                                        runs(
                                            "The trouble is few buses, the early last one, and the way on from the "
                                            "station. [E-012] [E-013] [E-014] [E-018]",
                                            LOOKUP,
                                        ),
                                    )
                                ),
                            ),
                            (
                                Heading(3, "What we propose"),
                                Bullets(
                                    (
                                        runs(
                                            "Three of ten gaps carry **55%** of the severity. [E-021]",
                                            LOOKUP,
                                        ),
                                        runs("Reach NPS 30 by March 2029. [assumption]", LOOKUP),
                                    )
                                ),
                            ),
                        ),
                        (79, 79),
                    ),
                    Decisions(
                        (
                            "Name a person responsible for moving around by 31 July",
                            "Approve ¥132 million for five initiatives",
                            "Begin talks with the operators in the board’s name",
                        )
                    ),
                ),
            ),
            Section(
                "Customer voice",
                "Visitors recommend Fukui far more than in 2022; those without a car "
                "are less satisfied",
                (
                    Columns(
                        (
                            (
                                Figure(
                                    chart,
                                    52,
                                    "Gauge: the score is 20.3.",
                                    "The score is 20.3",
                                    "NPS, April 2026, n = 1,543",
                                ),
                            ),
                            (
                                Figure(
                                    chart,
                                    107,
                                    "Line: NPS by wave.",
                                    "Up 18.5 points since 2022",
                                    "NPS by survey wave with 95% interval",
                                    "Fukui tourism survey (FTF, CC BY 4.0).",
                                ),
                            ),
                        ),
                        (52, 107),
                    ),
                    Paragraph(
                        runs(
                            "Those who used rail or bus and no car are 11 points less satisfied with "
                            "getting around than drivers. [E-004] It is an association. [E-006]",
                            LOOKUP,
                        )
                    ),
                    Quote(
                        "The station was quick. From there, however I searched, I could not work out the bus.",
                        "V-02, visitor, sixties, couple",
                        (EvidenceRef("E-018", 1),),
                    ),
                    Numbered(
                        (
                            "The wait at the stop is up to an hour.",
                            "Operators get no notice of changes.",
                        )
                    ),
                    Box("Impact and effort do not change the first five.", "With other weights"),
                    Meaning(
                        runs(
                            "Rail and bus users are few among those who answer today; the case for acting "
                            "rests on the visitors who could come by rail. [assumption]",
                            LOOKUP,
                        )
                    ),
                    Trademark(
                        "Net Promoter, Net Promoter Score and NPS are registered trademarks of Bain & "
                        "Company, Inc., Fred Reichheld and Satmetrix Systems, Inc."
                    ),
                ),
            ),
            Section(
                "Customer journeys",
                "Two days without a car break down between the station and the first sight",
                landscape=True,
                blocks=(
                    Figure(
                        picture(1265, 450),
                        253,
                        "Journey map: deepest at step 4.",
                        "As-is journey “Two days without a car”: five pain points",
                        "Eight steps; emotion from −2 to +2",
                        "demonstration.",
                    ),
                    Columns(
                        (
                            (
                                Heading(4, "What breaks"),
                                Paragraph(runs("At step 4 the feeling falls. [E-012]", LOOKUP)),
                            ),
                            (
                                Heading(4, "Why it breaks"),
                                Paragraph(runs("Rail and bus plan separately. [E-021]", LOOKUP)),
                            ),
                            (
                                Heading(4, "What holds"),
                                Paragraph("Sights and food lift the trip to +1.4."),
                            ),
                        ),
                        (79, 79, 79),
                    ),
                ),
            ),
            Section(
                "Diagnosis",
                "Three of the gaps carry over half of the severity, and they share one cause",
                (
                    gap_table(),
                    Columns(
                        (
                            (heat_map(),),
                            (
                                Heading(4, "Why, asked five times"),
                                Numbered(
                                    (
                                        runs(
                                            "The wait at the stop is up to an hour. [E-012]", LOOKUP
                                        ),
                                        "Operators get no notice of rail changes.",
                                        runs(
                                            "**Nobody is charged with the whole route.** [E-021]",
                                            LOOKUP,
                                        ),
                                    )
                                ),
                            ),
                        ),
                        (105, 54),
                    ),
                ),
                lead="No single department answers for the way from train to first sight. G-03 rests "
                "on one interview and should be confirmed before the board decides.",
            ),
            Section("Initiatives", blocks=initiative()),
            Section(
                "Evidence register",
                "Eight pieces of evidence; two of them stand alone",
                (
                    EvidenceRegister(
                        evidence_rows(),
                        "Evidence that carries the conclusions",
                        "comments from the Fukui tourism survey (CC BY 4.0), shortened.",
                    ),
                ),
                kind="appendix",
                lead="Each mark in the text leads to its row here; “Used in” leads back.",
            ),
        ),
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


def main() -> None:
    folder = Path(sys.argv[1])
    template = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    folder.mkdir(parents=True, exist_ok=True)
    for name, report in (("demo-en", english()), ("demo-ja", japanese())):
        docx.write(report, folder / f"{name}.docx", template)
        print(folder / f"{name}.docx")


if __name__ == "__main__":
    main()
