"""Text and tables of the Word report, against bare python-docx writing the same blocks."""

import random
from datetime import date
from io import BytesIO

from benchmarks.measure import Bench, Measured, by_turns, milliseconds
from cxstudio.report import blocks as b
from cxstudio.report.docx.writer import write

SECTIONS, PARAGRAPHS, TABLES, TABLE_ROWS = 12, 20, 3, 25
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


BENCHES = [Bench("Word report, text and tables / python-docx", "ms", 2, text_and_tables)]
