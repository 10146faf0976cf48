"""The initiative of the demonstration on its sheet, and the rows of its register."""

from demo_parts import LOOKUP, SOURCES

from cxstudio.report.blocks import (
    Column,
    Columns,
    Confidence,
    Evidence,
    Fact,
    Facts,
    Heading,
    Heat,
    PageMessage,
    Paragraph,
    Row,
    Table,
    Text,
    runs,
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
