"""Text and tables of the Word report, against bare python-docx writing the same blocks."""

import random
from datetime import date
from io import BytesIO

from benchmarks.measure import Bench, Measured, by_turns, milliseconds
from cxstudio.drawing.charts.scale import Reading
from cxstudio.drawing.png import png
from cxstudio.report import blocks as b
from cxstudio.report.charts.data import Scatter
from cxstudio.report.charts.trend import trend_chart
from cxstudio.report.docx.writer import write

SECTIONS, PARAGRAPHS, TABLES, TABLE_ROWS = 12, 20, 3, 25
GAPS, SHEETS, MAPS, CHARTS = 300, 80, 20, 40
HEADS = ("Code", "Gap", "Owner", "Score")
TALK = (
    "visitors wait for the bus in the rain and nobody at the counter can say when it comes".split()
)


def sentence(chance: random.Random, length: int) -> str:
    """A sentence of so many words."""
    return " ".join(chance.choices(TALK, k=length)).capitalize() + "."


def report() -> b.Report:
    """A report as long as a large engagement's: 240 paragraphs, 36 tables of 25 rows."""
    chance = random.Random(1)
    meta = b.Meta(title="Improvement plan", client="Client", date=date(2026, 11, 21))
    return b.Report(meta, tuple(section(chance, number) for number in range(SECTIONS)))


def section(chance: random.Random, number: int) -> b.Section:
    """Paragraphs in two weights, then tables."""
    texts = [
        b.Paragraph((b.Text(sentence(chance, 6), bold=True), b.Text(" " + sentence(chance, 40))))
        for _ in range(PARAGRAPHS)
    ]
    tables = [table(chance) for _ in range(TABLES)]
    return b.Section(f"Section {number}", sentence(chance, 8), (*texts, *tables))


def table(chance: random.Random) -> b.Table:
    """A register of gaps."""
    columns = tuple(b.Column(head, 30 if head != "Gap" else 0) for head in HEADS)
    rows = tuple(
        b.Row((f"A{n}", sentence(chance, 8), sentence(chance, 2), str(n)))
        for n in range(TABLE_ROWS)
    )
    return b.Table(columns, rows, sentence(chance, 8))


def with_python_docx(plan: b.Report) -> None:
    """The same headings, runs and cells, in the styles python-docx brings along."""
    import docx
    from docx.shared import Mm

    document = docx.Document()
    for part in plan.parts:
        assert isinstance(part, b.Section)
        document.add_heading(part.label, 1)
        document.add_heading(part.message, 2)
        for block in part.blocks:
            if isinstance(block, b.Paragraph):
                paragraph = document.add_paragraph()
                for run in block.words:
                    assert isinstance(run, b.Text)
                    paragraph.add_run(run.text).bold = run.bold
            elif isinstance(block, b.Table):
                add_table(document, block)
            elif isinstance(block, b.PageMessage):
                document.add_page_break()
                document.add_heading(block.message, 3)
            elif isinstance(block, b.Figure):
                document.add_paragraph(block.caption, "Caption")
                document.add_picture(BytesIO(block.png), Mm(block.width_mm))
    document.save(BytesIO())


def add_table(document, block: b.Table) -> None:
    """A caption, the heads and the rows; `row.cells` is read once a row, as it is slow."""
    document.add_paragraph(block.caption, "Caption")
    table = document.add_table(len(block.rows) + 1, len(block.columns))
    lines = [[column.head for column in block.columns], *(row.cells for row in block.rows)]
    for row, line in zip(table.rows, lines, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text


def text_and_tables() -> Measured:
    """Both write the same report to memory by turns."""
    plan = report()
    return by_turns(
        lambda: milliseconds(lambda: write(plan, BytesIO())),
        lambda: milliseconds(lambda: with_python_docx(plan)),
        5,
    )


def whole() -> b.Report:
    """About 120 pages: a register of 300 gaps, 80 sheets, 20 maps, 40 charts that Word draws."""
    chance = random.Random(2)
    meta = b.Meta(title="Improvement plan", client="Client", date=date(2026, 11, 21))
    gaps = [table(chance) for _ in range(GAPS // TABLE_ROWS)]
    sheets = [block for number in range(SHEETS) for block in sheet(chance, number)]
    drawn = picture()
    maps = [b.Figure(drawn, 160, "A map", sentence(chance, 8)) for _ in range(MAPS)]
    charts = [b.Figure(drawn, 96, "A trend", sentence(chance, 8), chart=chart(chance, number))
              for number in range(CHARTS)]  # fmt: skip
    parts = {"Diagnosis": gaps, "Initiatives": sheets, "Journeys": maps, "Voice": charts}
    sections = (
        b.Section(name, sentence(chance, 8), tuple(blocks)) for name, blocks in parts.items()
    )
    return b.Report(meta, tuple(sections))


def sheet(chance: random.Random, number: int) -> list[b.Block]:
    """One initiative: what it is, what changes, its measures."""
    words = (b.Text(sentence(chance, 6), bold=True), b.Text(" " + sentence(chance, 40)))
    heads = tuple(b.Column(head, 30 if head != "Gap" else 0) for head in HEADS)
    rows = tuple(b.Row((f"K{n}", sentence(chance, 6), "Desk", str(n))) for n in range(4))
    return [
        b.PageMessage(sentence(chance, 7), f"I-{number + 1:02}"),
        b.Paragraph(words),
        b.Paragraph(words),
        b.Table(heads, rows, sentence(chance, 8)),
    ]


def picture() -> bytes:
    """A PNG of the size of a map, drawn once for both sides."""
    rows = [bytes((n % 251, 90, 107) * 1890) for n in range(1200)]
    return png(1890, 1200, rows, 300)


def chart(chance: random.Random, number: int) -> Scatter:
    """A trend of twelve readings."""
    first = date(2025, 1, 31)
    readings = [
        Reading(first.replace(month=n + 1, day=28), chance.uniform(0, 40), 0.0, 50.0, 400 + number)
        for n in range(12)
    ]
    return trend_chart(readings, 30.0, "", "en", "NPS", date(2026, 4, 1), 96, 54)


def with_charts() -> Measured:
    """Ours draws charts and writes their workbooks; python-docx sets a picture in their place."""
    plan = whole()
    return by_turns(
        lambda: milliseconds(lambda: write(plan, BytesIO())),
        lambda: milliseconds(lambda: with_python_docx(plan)),
        3,
    )


BENCHES = [
    Bench("Word report, text and tables / python-docx", "ms", 2, text_and_tables),
    Bench("Word report of 120 pages with 40 charts / python-docx", "ms", 2, with_charts),
]
