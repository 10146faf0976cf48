"""The report of a large engagement from the records to the file, against the drawing of its maps
and bare python-docx for the same blocks.

The baseline draws nothing but the maps: the roadmap, portraits and charts are ours to pay for.
Qt is loaded when it is needed: memory that the measuring process shares with a measured one would
not count there.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from io import BytesIO
from itertools import pairwise
from typing import Any

from benchmarks.measure import Bench, Measured, by_turns, milliseconds
from benchmarks.report_file import report_file
from cxstudio.drawing.picture import Draw, Drawing
from cxstudio.report import blocks as b
from cxstudio.report.docx.writer import write
from cxstudio.store.connection import connect
from cxstudio.store.engagement_file import EngagementFile

Rows = list[list[str]]


def whole_report() -> Measured:
    """Once each, after a first building that is not measured and tells which maps are drawn; all of
    it in this process, as the baseline is."""
    from cxstudio.drawing.picture import here, nobody
    from cxstudio.drawing.qt import ensure_gui

    ensure_gui()
    drawings: list[Drawing[Any]] = []

    def noted(drawing: Drawing[Any]) -> Drawing[Any]:
        drawings.append(drawing)
        return drawing

    with large_file() as file:
        plan = built(file, noted)

        def bare() -> None:
            for drawing in drawings:
                drawing(nobody)
            with_python_docx(plan)

        return by_turns(
            lambda: milliseconds(lambda: write(built(file, here), BytesIO())),
            lambda: milliseconds(bare),
            1,
            warm_up=0,
        )


def with_drawers() -> Measured:
    """The report built with its maps drawn beside it, against all in this process; the first round,
    in which Python and Qt load what they need, does not count."""
    from cxstudio.drawing.picture import here
    from cxstudio.drawing.qt import ensure_gui
    from cxstudio.ui.drawers import drawers

    ensure_gui()
    with large_file() as file:

        def drawn_by(drawing: AbstractContextManager[Draw]) -> None:
            with drawing as draw:
                built(file, draw)

        return by_turns(
            lambda: milliseconds(lambda: drawn_by(drawers(file))),
            lambda: milliseconds(lambda: drawn_by(nullcontext(here))),
            1,
        )


def large_file() -> EngagementFile:
    """The engagement, opened to be read."""
    path = report_file()
    return EngagementFile(path, connect(path, None), read_only=True)


def built(file: EngagementFile, draw: Draw) -> b.Report:
    """Its improvement plan."""
    from cxstudio.report.build import build_report

    return build_report(file.session, language="en", audience="client", blob=file.blob, draw=draw)


def longest_wait() -> Measured:
    """Between two moments at which the work would hear Cancel, from the records to the file; time
    in which all processors had other work is left out."""
    import pandas  # noqa: F401 - loaded once for a program, as is what draws charts

    from benchmarks.voice_stops import idle_less
    from cxstudio.drawing.charts.figure import new_figure
    from cxstudio.drawing.qt import ensure_gui
    from cxstudio.report.build import build_report

    ensure_gui()
    new_figure(10, 10)
    moments: list[float] = []

    def tell(_share: float, _doing: str) -> None:
        moments.append(idle_less())

    with large_file() as file:
        tell(0, "")
        plan = build_report(
            file.session, language="en", audience="client", blob=file.blob, tell=tell
        )
        write(plan, BytesIO(), tell=tell)
        tell(1, "")
    return 1000 * max(later - sooner for sooner, later in pairwise(moments)), None


def with_python_docx(plan: b.Report) -> None:
    """The same words, cells and pictures, in the styles python-docx brings along; no charts."""
    import docx

    document = docx.Document()
    for part in plan.parts:
        if isinstance(part, b.Section):
            document.add_heading(part.label, 1)
            document.add_heading(part.message, 2)
            for block in b.walk(part.blocks):
                _add(document, block)
    document.save(BytesIO())


def _add(document: Any, block: b.Block) -> None:
    from docx.shared import Mm

    if isinstance(block, b.Figure):
        document.add_paragraph(block.caption, "Caption")
        if block.png:
            document.add_picture(BytesIO(block.png), Mm(block.width_mm))
    elif isinstance(block, b.PageMessage):
        document.add_page_break()
        document.add_heading(block.message, 3)
    elif rows := list(_rows(block)):
        _add_table(document, rows)
    else:
        for words in _texts(block):
            paragraph = document.add_paragraph()
            for run in (b.Text(words),) if isinstance(words, str) else words:
                paragraph.add_run(b.plain((run,))).bold = getattr(run, "bold", False)


def _rows(block: b.Block) -> Iterator[list[str]]:
    """The rows of what is a table in Word."""
    if isinstance(block, b.Table):
        yield [column.head for column in block.columns]
        for row in block.rows:
            yield [
                one.text if isinstance(one, b.Heat) else str(one.level)
                if isinstance(one, b.Confidence) else b.plain(one)
                for one in row.cells
            ]  # fmt: skip
    elif isinstance(block, b.EvidenceRegister):
        for one in block.rows:
            yield [one.code, one.kind, one.says, one.source, str(one.confidence)]
    elif isinstance(block, b.Facts | b.Definitions):
        for fact in block.facts:
            yield [fact.label, b.plain(fact.words)]


def _texts(block: b.Block) -> Iterator[b.Words]:
    """The paragraphs of what is text."""
    if isinstance(block, b.Paragraph | b.Meaning | b.Box):
        yield block.words
    elif isinstance(block, b.Bullets | b.Numbered | b.Decisions):
        yield from block.items
    elif isinstance(block, b.Heading | b.Quote | b.Trademark):
        yield block.text


def _add_table(document: Any, rows: Rows) -> None:
    """`row.cells` is read once a row, as it is slow."""
    table = document.add_table(len(rows), len(rows[0]))
    for row, line in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, line, strict=True):
            cell.text = text


BENCHES = [
    Bench("Report of 300 gaps, built and written / maps and python-docx", "ms", 2, whole_report),
    Bench("Report of 300 gaps, maps drawn beside it / all in one process", "ms", 1, with_drawers),
    Bench("Report of 300 gaps, the longest until Cancel is heard", "ms", 500, longest_wait),
]
