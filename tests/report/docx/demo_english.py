"""The demonstration report in English."""

# ruff: noqa: E501
from datetime import date

from demo_parts import LOOKUP, picture
from demo_sheet import evidence_rows, initiative
from demo_tables import gap_table, heat_map

from cxstudio.report.blocks import (
    Box,
    Bullets,
    Columns,
    Contents,
    Cover,
    Decisions,
    Definitions,
    EvidenceRef,
    EvidenceRegister,
    Fact,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    MarkLegend,
    Meaning,
    Meta,
    Numbered,
    Paragraph,
    Quote,
    Report,
    Section,
    Trademark,
    runs,
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
