"""An engagement far larger than usual: its window, and search as you type."""

import random
from pathlib import Path

from benchmarks.measure import Bench, Measured, milliseconds
from benchmarks.window import ROOT, SAMPLE, compared, opening
from cxstudio.model import Card, Evidence, Interview, Journey, Lane, Paragraph, Stage, Step
from cxstudio.store.changes import Change
from cxstudio.store.connection import connect
from cxstudio.store.engagement_file import EngagementFile

BIG = ROOT / "build" / "big.cxs"
ENGLISH = (
    "the bus station is hard to find and nobody at the counter could say when the next one leaves "
    "we waited in the rain although the museum was wonderful and the children want to come again "
    "booking by telephone took long but the person was kind and knew every inn along the coast"
).split()
JAPANESE = (
    "駅から遠い。 案内が分かりにくい。 料理がおいしい。 待ち時間が長かった。 また来たい。".split()
)
QUERIES = ("m", "mu", "muse", "museum rain", "待ち", "案内が", "telephone inn coast", "zebra")


def words(chance: random.Random, number: int) -> str:
    """So many words, with a Japanese sentence at the end."""
    return " ".join(chance.choices(ENGLISH, k=number)) + " " + chance.choice(JAPANESE)


def add_journey(change: Change, chance: random.Random, number: int) -> None:
    """A journey of 500 cards: 5 stages of 5 steps, 5 lanes, 4 cards in each cell."""
    lanes = [Lane(name=f"Lane {n}", position=n) for n in range(5)]
    stages = [
        Stage(
            name=f"Stage {s}",
            position=s,
            steps=[Step(name=f"Step {s}.{n}", position=n) for n in range(5)],
        )
        for s in range(5)
    ]
    journey = Journey(title=f"Journey {number}", position=number, lanes=lanes, stages=stages)
    change.add(journey)
    for step in (step for stage in stages for step in stage.steps):
        step.cards = [
            Card(lane_id=lane.id, position=n, text=words(chance, 6))
            for lane in lanes
            for n in range(4)
        ]
    change.flush()


def add_interview(change: Change, chance: random.Random, number: int) -> Interview:
    """An interview of 10,000 words in 200 turns."""
    turns = [
        Paragraph(position=n, seconds=n * 20, speaker="ABC"[n % 3], text=words(chance, 50))
        for n in range(200)
    ]
    return change.add(Interview(title=f"Interview {number}", position=number, paragraphs=turns))


def add_excerpts(change: Change, chance: random.Random, interviews: list[Interview]) -> None:
    """5,000 marked spans, spread over the interviews."""
    for number in range(5000):
        turn = chance.choice(interviews[number % len(interviews)].paragraphs)
        change.session.add(
            Evidence(
                text=turn.text[:80],
                interview_id=turn.interview_id,
                paragraph_id=turn.id,
                begins=0,
                ends=80,
                sentiment=chance.choice((-1, 0, 1)),
            )
        )
        if number % 500 == 0:
            change.flush()


def made() -> bool:
    """Whether the large engagement is there, with the tables of today."""
    tables = [*ROOT.glob("cxstudio/model/*.py"), ROOT / "cxstudio" / "store" / "tables.py"]
    return BIG.exists() and BIG.stat().st_mtime > max(file.stat().st_mtime for file in tables)


def big_file() -> Path:
    """The large engagement, made when needed: 20 journeys, 60 interviews, 5,000 excerpts."""
    if not made():
        BIG.parent.mkdir(exist_ok=True)
        unfinished = BIG.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        chance = random.Random(1)
        with (
            EngagementFile.create(unfinished, client="A large client") as file,
            file.change("Everything") as change,
        ):
            for number in range(20):
                add_journey(change, chance, number)
            interviews = [add_interview(change, chance, number) for number in range(60)]
            add_excerpts(change, chance, interviews)
        unfinished.replace(BIG)
    return BIG


def window() -> Measured:
    """The filled window of the large engagement and of the sample."""
    ours, sample = compared(tuple(opening(big_file())), tuple(opening(SAMPLE)))
    return ours.filled, sample.filled


def search() -> Measured:
    """The slowest answer while a query is typed; the second time, as a user types on."""
    path = big_file()
    with EngagementFile(path, connect(path, None), read_only=True) as file:
        times = [milliseconds(lambda text=text: file.search(text)) for text in QUERIES * 3]
    return max(times[len(QUERIES) :]), None


BENCHES = [
    Bench("window of a large engagement / sample's", "ms", 1.5, window),
    Bench("search as you type, large engagement", "ms", 100, search),
]
