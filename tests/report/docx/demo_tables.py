"""The gaps of the demonstration: their table and the heat map."""

from demo_parts import mark

from cxstudio.report.blocks import (
    Assumption,
    Column,
    Confidence,
    Heat,
    Row,
    Table,
    Text,
)

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
