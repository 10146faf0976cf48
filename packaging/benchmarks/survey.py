"""A million answers imported, in time and memory, against pandas reading the same file."""

import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Bench, Measured, by_turns, milliseconds
from cxstudio.exchange.survey_preparing import prepare
from cxstudio.exchange.survey_reading import read_survey
from cxstudio.exchange.survey_storing import Prepared
from cxstudio.exchange.understanding import check, propose, without_answer

BUILD = Path(__file__).resolve().parents[2] / "build"
ANSWERS = BUILD / "answers.csv"
ROWS = 1_000_000
ENGINES = ("c", "pyarrow")
WORDS = "the staff were kind but waiting took long and the signs are hard to find so I left"


def answers() -> Path:
    """A file of a million answers in 19 columns, made once; about 85 MB."""
    if not ANSWERS.exists():
        BUILD.mkdir(exist_ok=True)
        part = ANSWERS.with_suffix(".part")
        write(part)
        part.replace(ANSWERS)
    return ANSWERS


def write(path: Path) -> None:
    """Answers that hang together: ratings follow the mood, some cells are codes or empty."""
    import numpy as np
    import pandas as pd

    chance = np.random.default_rng(11)
    mood = chance.normal(0.62, 0.2, ROWS)

    def on(low: int, high: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
        place = np.clip(mood + chance.normal(0, 0.15, ROWS), 0, 1)
        return (low + np.rint(place * (high - low))).astype("int64")

    seconds = chance.integers(0, 31_536_000, ROWS)
    when = pd.Timestamp("2025-01-01").to_datetime64() + seconds.astype("timedelta64[s]")
    words = np.array(WORDS.split())
    texts = [" ".join(chance.choice(words, 9)) for _ in range(5_000)]
    columns: dict[str, object] = {
        "ResponseId": [f"R_{number:07}" for number in range(ROWS)],
        "RecordedDate": when.astype("datetime64[s]"),
        "NPS": on(0, 10),
        "Why?": np.where(chance.random(ROWS) < 0.3, chance.choice(texts, ROWS), ""),
        "Weight": np.round(chance.gamma(8, 1 / 8, ROWS), 3),
        "Spent": np.round(chance.gamma(2, 60, ROWS), 2),
    }
    for name in ("food", "shops", "signs", "network", "staff", "cleanness", "parking", "desk"):
        columns[f"Rate the {name}"] = np.where(chance.random(ROWS) < 0.1, 6, on(1, 5))
    groups = {
        "Region": ("North", "South", "East", "West"),
        "Age": ("18-24", "25-34", "35-44", "45-54", "55+"),
        "Channel": ("Web", "Shop", "App", "Call centre"),
        "Product line": ("Basic", "Plus", "Premium", "Family", "Business"),
        "Language": ("en", "ja", "de"),
    }
    columns |= {name: chance.choice(values, ROWS) for name, values in groups.items()}
    pd.DataFrame(columns).to_csv(path, index=False)


def imported() -> Prepared:
    """All that an import does off the interface's thread: read, understand, count, pack."""
    survey = read_survey(answers())
    mapping = propose(survey).mapping
    mapping = without_answer(mapping, check(survey, mapping).undecided)
    return prepare(survey, mapping)


def with_pandas(engine: str) -> None:
    import pandas as pd

    pd.read_csv(answers(), engine=engine)  # type: ignore[call-overload]


def time() -> Measured:
    """An import, and the fastest engine of pandas, which the first rounds find out."""
    answers()
    trials = {e: min(milliseconds(lambda e=e: with_pandas(e)) for _ in range(3)) for e in ENGINES}
    fastest = min(trials, key=lambda engine: trials[engine])
    return by_turns(
        lambda: milliseconds(imported), lambda: milliseconds(lambda: with_pandas(fastest)), 5
    )


OURS = """
from benchmarks import survey
import pandas, pathlib, pyarrow.csv, pyarrow.ipc, re
peak = lambda: int(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])
before = peak()
survey.imported()
print((peak() - before) / 1024)
"""
FRAME = """
from benchmarks import survey
import pandas
print(pandas.read_csv(survey.answers()).memory_usage(deep=True).sum() / 1024 / 1024)
"""


def memory() -> Measured:
    """What an import takes at its peak, and the frame that pandas makes of the file, in MB."""
    answers()
    return in_a_process(OURS), in_a_process(FRAME)


def in_a_process(code: str) -> float:
    """The number that a program prints, run by itself."""
    folder = Path(__file__).resolve().parents[1]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


BENCHES = [
    Bench("a million answers imported / pandas.read_csv", "ms", 2, time),
    Bench("memory of that import / pandas' frame", "MB", 3, memory),
]
