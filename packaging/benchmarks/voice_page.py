"""The survey's page over a million answers: how long it stands still; large workbooks."""

import subprocess
import sys
from functools import cache
from pathlib import Path

from benchmarks.measure import Bench, Measured, by_turns, milliseconds
from benchmarks.screen import quiet_screen
from benchmarks.survey import BUILD, imported
from cxstudio.exchange.survey_reading import read_survey
from cxstudio.exchange.survey_storing import keep
from cxstudio.store.engagement_file import EngagementFile

FILE = BUILD / "answers.cxs"
BOOK = BUILD / "answers.xlsx"
ROWS = 100_000
ROUNDS = 3


def engagement() -> Path:
    """A file with the wave of a million answers, made once."""
    if not FILE.exists():
        part = FILE.with_suffix(".part")
        part.unlink(missing_ok=True)
        prepared = imported()
        with (
            EngagementFile.create(part, client="Measured") as file,
            file.change("Import") as change,
        ):
            keep(change, file.put_blob, prepared, name="2025")
        part.replace(FILE)
    return FILE


@cache
def stops(file: Path) -> dict[str, float]:
    """The longest stop for each thing done, in milliseconds, in a window of its own."""
    folder = Path(__file__).resolve().parents[1]
    with quiet_screen() as environment:
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.voice_stops", file],
            cwd=folder, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
    pairs = (line.split() for line in done.stdout.splitlines())
    return {what: float(longest) for what, longest in pairs}


def longest(what: str) -> Measured:
    return stops(engagement())[what], None


def first_shown() -> Measured:
    """A page is built and painted in one stop each, whatever is in it: beside the sample's."""
    large, small = stops(engagement()), stops(BUILD / "sample-en.cxs")
    return max(large["build"], large["open"]), max(small["build"], small["open"])


def workbook() -> Path:
    """A workbook of the first answers of the large file, made once; some 9 MB."""
    import pandas as pd
    from openpyxl import Workbook

    from benchmarks.survey import answers

    if not BOOK.exists():
        frame = pd.read_csv(answers(), nrows=ROWS, parse_dates=["RecordedDate"])
        book = Workbook(write_only=True)
        sheet = book.create_sheet("Answers")
        sheet.append(list(frame.columns))
        for row in frame.astype(object).where(frame.notna(), None).itertuples(index=False):
            sheet.append(list(row))
        part = BOOK.with_suffix(".part")
        book.save(part)
        part.replace(BOOK)
    return BOOK


def with_calamine() -> None:
    """The cells alone, as Python's values."""
    from python_calamine import load_workbook

    load_workbook(workbook()).get_sheet_by_index(0).to_python()


def opened() -> Measured:
    """A workbook as a survey, all checks with it, beside reading its cells alone."""
    workbook()
    return by_turns(
        lambda: milliseconds(lambda: read_survey(BOOK)),
        lambda: milliseconds(with_calamine),
        ROUNDS,
    )


BENCHES = [
    Bench("longest stop, a million opened / the sample", "ms", 1.5, first_shown),
    Bench("longest stop, a million filtered", "ms", 50, lambda: longest("filter")),
    Bench("longest stop, their comments searched", "ms", 50, lambda: longest("search")),
    Bench("workbook of 100,000 x 19 / its cells", "ms", 2.5, opened),
]
