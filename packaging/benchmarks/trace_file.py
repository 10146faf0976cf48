"""An engagement with a chain of 3,000 records and 8,000 links, as a long engagement leaves it:
subjects that most links stay within, some that lead elsewhere, and ends that nobody followed."""

import random
from collections.abc import Sequence
from pathlib import Path

from benchmarks.big import words
from benchmarks.window import ROOT
from cxstudio.model import (
    Card,
    Department,
    Evidence,
    EvidenceTheme,
    Gap,
    Initiative,
    Insight,
    Interview,
    Journey,
    Kpi,
    Lane,
    Link,
    Record,
    ReportSection,
    Stage,
    Step,
    Theme,
)
from cxstudio.store.changes import Change
from cxstudio.store.engagement_file import EngagementFile

COUNTS = {"evidence": 1900, "insight": 420, "card": 300, "gap": 240, "initiative": 90, "kpi": 35}
SECTIONS = ("summary", "approach", "vision", "customer_voice", "personas", "journeys", "gaps")
SECTIONS += ("initiatives", "next_steps", "evidence", "method", "maps")
INTERVIEWS, JOURNEYS, LINKS, SUBJECTS = 40, 12, 8000, 60
THEMES, DEPARTMENTS = 20, 8
WAYS = (
    *(("evidence", "insight", 38), ("evidence", "card", 14), ("insight", "card", 12)),
    *(("insight", "gap", 6), ("card", "gap", 12), ("gap", "initiative", 9)),
    *(("initiative", "kpi", 5), ("gap", "report_section", 2), ("kpi", "report_section", 2)),
)
"""From which kind to which, and how many of a hundred links."""
ELSEWHERE, LOOSE = 0.05, 0.06


def trace_file() -> Path:
    """The file, made when needed."""
    path = ROOT / "build" / "trace.cxs"
    tables = [*ROOT.glob("cxstudio/model/*.py"), Path(__file__)]
    if not path.exists() or path.stat().st_mtime < max(t.stat().st_mtime for t in tables):
        path.parent.mkdir(exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        with (
            EngagementFile.create(unfinished, client="A large client") as file,
            file.change("The chain") as change,
        ):
            add_chain(change, random.Random(1))
        unfinished.replace(path)
    return path


def add_chain(change: Change, chance: random.Random) -> None:
    """Records of every kind, in subjects, and the links."""
    records = _add_records(change, chance)
    subject = {
        (record.kind, record.id): chance.randrange(SUBJECTS)
        for found in records.values()
        for record in found
    }
    _add_subjects(change, chance, records, subject)
    by_subject: dict[tuple[str, int], list[Record]] = {}
    for kind, found in records.items():
        for record in found:
            if chance.random() > LOOSE:
                by_subject.setdefault((kind, subject[kind, record.id]), []).append(record)
    _add_links(change, chance, records, by_subject)


def _add_subjects(
    change: Change,
    chance: random.Random,
    records: dict[str, Sequence[Record]],
    subject: dict[tuple[str, int], int],
) -> None:
    """What the subjects are called: themes of evidence, clusters of gaps, departments that act."""
    themes = [change.add(Theme(name=words(chance, 2), position=n)) for n in range(THEMES)]
    departments = [
        change.add(Department(name=f"Department {n + 1}", position=n)) for n in range(DEPARTMENTS)
    ]
    change.flush()
    for piece in records["evidence"]:
        theme = themes[subject["evidence", piece.id] % THEMES]
        change.session.add(EvidenceTheme(evidence_id=piece.id, theme_id=theme.id))
    for gap in records["gap"]:
        assert isinstance(gap, Gap)
        gap.cluster = themes[subject["gap", gap.id] % THEMES].name
    for number, initiative in enumerate(records["initiative"]):
        assert isinstance(initiative, Initiative)
        initiative.department_id = departments[number % DEPARTMENTS].id
    change.flush()


def _add_records(change: Change, chance: random.Random) -> dict[str, Sequence[Record]]:
    talks = [change.add(Interview(title=f"Talk {n + 1}", position=n)) for n in range(INTERVIEWS)]
    change.flush()
    pieces = [
        change.add(Evidence(text=words(chance, 9), interview_id=talks[n % INTERVIEWS].id))
        for n in range(COUNTS["evidence"])
    ]
    made: dict[str, Sequence[Record]] = {
        "evidence": pieces,
        "insight": [
            change.add(Insight(statement=words(chance, 7), position=n))
            for n in range(COUNTS["insight"])
        ],
        "card": _add_cards(change, chance),
        "gap": [change.add(Gap(title=words(chance, 5), position=n)) for n in range(COUNTS["gap"])],
        "initiative": [
            change.add(Initiative(title=words(chance, 4), position=n))
            for n in range(COUNTS["initiative"])
        ],
        "kpi": [change.add(Kpi(name=words(chance, 3), position=n)) for n in range(COUNTS["kpi"])],
        "report_section": [
            change.add(ReportSection(key=key, position=n)) for n, key in enumerate(SECTIONS)
        ],
    }
    change.flush()
    return made


def _add_cards(change: Change, chance: random.Random) -> list[Card]:
    cards = []
    for number in range(JOURNEYS):
        lane = Lane(name="Pain points", lane_kind="pain_points", position=0)
        steps = [Step(name=f"Step {n + 1}", position=n) for n in range(5)]
        stage = Stage(name="The visit", position=0, steps=steps)
        change.add(
            Journey(title=f"Journey {number + 1}", position=number, lanes=[lane], stages=[stage])
        )
        change.flush()
        for place in range(COUNTS["card"] // JOURNEYS):
            card = Card(
                step_id=steps[place % 5].id,
                lane_id=lane.id,
                position=place,
                text=words(chance, 6),
            )
            cards.append(change.add(card))
    return cards


def _add_links(
    change: Change,
    chance: random.Random,
    records: dict[str, Sequence[Record]],
    by_subject: dict[tuple[str, int], list[Record]],
) -> None:
    ways = chance.choices(WAYS, weights=[way[2] for way in WAYS], k=4 * LINKS)
    seen: set[tuple[str, int, str, int]] = set()
    for source_kind, target_kind, _share in ways:
        subject = chance.randrange(SUBJECTS)
        sources = by_subject.get((source_kind, subject), ())
        near = by_subject.get((target_kind, subject), ())
        targets = records[target_kind] if chance.random() < ELSEWHERE or not near else near
        if not sources:
            continue
        source, target = chance.choice(sources), chance.choice(targets)
        ends = (source.kind, source.id, target.kind, target.id)
        if ends in seen:
            continue
        seen.add(ends)
        change.session.add(
            Link(source_kind=ends[0], source_id=ends[1], target_kind=ends[2], target_id=ends[3])
        )
        if len(seen) == LINKS:
            return
    raise RuntimeError(f"only {len(seen)} links were made")
