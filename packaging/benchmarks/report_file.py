"""An engagement whose report has well over 120 pages: the sample with all that a region adds."""

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

from benchmarks.big import words
from benchmarks.window import ROOT, SAMPLE
from cxstudio.model import (
    Card,
    Cause,
    Criterion,
    CriterionScore,
    Department,
    Dependency,
    Effect,
    Emotion,
    Evidence,
    Gap,
    Initiative,
    Journey,
    JourneyPersona,
    Kpi,
    Lane,
    Link,
    Milestone,
    Persona,
    Reading,
    Stage,
    Step,
)
from cxstudio.store import open_file
from cxstudio.store.changes import Change

GAPS, INITIATIVES, MAPS, KPIS, VOICES = 300, 80, 20, 40, 900
STAGES, STEPS, CARDS, READINGS, WHYS = 3, 5, 2, 12, 3
LANES = ("actions", "touchpoints", "thoughts", "emotion", "pain_points", "opportunities", "text")


def report_file() -> Path:
    """The file, made when needed: 300 gaps, 80 initiatives, 20 maps, 40 KPIs with readings."""
    path = ROOT / "build" / "report.cxs"
    tables = [*ROOT.glob("cxstudio/model/*.py"), SAMPLE, Path(__file__)]
    if not path.exists() or path.stat().st_mtime < max(t.stat().st_mtime for t in tables):
        unfinished = path.with_name("report.unfinished.cxs")
        shutil.copy(SAMPLE, unfinished)
        with open_file(unfinished) as file, file.change("A whole region") as change:
            _add_all(change, random.Random(1))
        unfinished.replace(path)
    return path


def _add_all(change: Change, chance: random.Random) -> None:
    """Records up to the counts of a large engagement, each claim with evidence behind it."""
    voices = [
        change.add(
            Evidence(
                evidence_kind=chance.choice(("excerpt", "comment", "observation")),
                text=words(chance, 14),
                respondent=str(n),
            )
        )
        for n in range(VOICES)
    ]
    maps = change.session.query(Journey).count()
    steps = [step for n in range(MAPS - maps) for step in _journey(change, chance, n, voices)]
    kpis = _kpis(change, chance, KPIS - change.session.query(Kpi).count())
    gaps = _gaps(change, chance, GAPS - change.session.query(Gap).count(), steps, voices)
    _initiatives(change, chance, INITIATIVES - change.session.query(Initiative).count(), gaps, kpis)


def _link(change: Change, source: object, target: object) -> None:
    ends = {"source_kind": source.kind, "source_id": source.id}  # type: ignore[attr-defined]
    ends |= {"target_kind": target.kind, "target_id": target.id}  # type: ignore[attr-defined]
    change.session.add(Link(**ends))


def _journey(
    change: Change, chance: random.Random, number: int, voices: list[Evidence]
) -> list[Step]:
    """A map of fifteen steps in seven lanes, with the curves of two personas."""
    lanes = [
        Lane(name=kind.replace("_", " ").capitalize(), lane_kind=kind, position=n)
        for n, kind in enumerate(LANES)
    ]
    stages = [
        Stage(
            name=f"Stage {s + 1}",
            position=s,
            steps=[Step(name=words(chance, 3)[:40], position=n) for n in range(STEPS)],
        )
        for s in range(STAGES)
    ]
    title = f"Visit of place {number + 1}"
    journey = change.add(Journey(title=title, position=100 + number, lanes=lanes, stages=stages))
    change.flush()
    steps = [step for stage in stages for step in stage.steps]
    for place, persona in enumerate(change.session.query(Persona).limit(2).all()):
        change.add(JourneyPersona(journey_id=journey.id, persona_id=persona.id, position=place))
        for step in steps:
            value = round(chance.uniform(-2, 2), 1)
            change.add(Emotion(step_id=step.id, persona_id=persona.id, value=value))
    for step in steps:
        for lane in (lane for lane in lanes if lane.lane_kind != "emotion"):
            for place in range(CARDS):
                text = words(chance, 8)
                card = change.add(Card(step_id=step.id, lane_id=lane.id, position=place, text=text))
                change.flush()
                if place:
                    _link(change, chance.choice(voices), card)
    return steps


def _kpis(change: Change, chance: random.Random, count: int) -> list[Kpi]:
    """Measures with a year of readings each."""
    made = []
    for number in range(count):
        readings = [
            Reading(
                read_on=date(2025, month + 1, 28),
                value=(value := round(chance.uniform(20, 60), 1)),
                low=value - 4,
                high=value + 4,
                n=300,
                source="Own count",
            )
            for month in range(READINGS)
        ]
        made.append(
            change.add(
                Kpi(
                    name=f"Measure {number + 1}",
                    unit="%",
                    baseline=20,
                    target=70,
                    target_on=date(2027, 3, 31),
                    position=100 + number,
                    readings=readings,
                )
            )
        )
    change.flush()
    return made


def _gaps(
    change: Change, chance: random.Random, count: int, steps: list[Step], voices: list[Evidence]
) -> list[Gap]:
    """Scored gaps, each with two or three voices and a path of whys."""
    departments = change.session.query(Department).all()
    made = [
        change.add(
            Gap(
                title=words(chance, 7),
                as_is=words(chance, 14),
                to_be=words(chance, 12),
                cause=words(chance, 10),
                importance=chance.randint(1, 5),
                current=chance.randint(1, 5),
                target=chance.randint(6, 10),
                reach=round(chance.uniform(0.1, 0.9), 2),
                step_id=chance.choice(steps).id,
                department_id=chance.choice(departments).id,
                position=100 + n,
            )
        )
        for n in range(count)
    ]
    change.flush()
    for gap in made:
        for voice in chance.sample(voices, chance.randint(2, 3)):
            _link(change, voice, gap)
        above = None
        for place in range(WHYS):
            why = change.add(
                Cause(gap_id=gap.id, parent_id=above, text=words(chance, 6), position=place)
            )
            change.flush()
            above = why.id
    return made


def _initiatives(
    change: Change, chance: random.Random, count: int, gaps: list[Gap], kpis: list[Kpi]
) -> None:
    """Initiatives that close four gaps each, with costs, dates, scores, effects and milestones."""
    departments = change.session.query(Department).all()
    criteria = change.session.query(Criterion).all()
    made = []
    for number in range(count):
        starts = date(2026, 1, 5) + timedelta(days=chance.randrange(300))
        one = change.add(
            Initiative(
                title=words(chance, 6),
                change=words(chance, 18),
                staff_change=words(chance, 14),
                tier=chance.choice(("department", "cross", "strategic")),
                department_id=chance.choice(departments).id,
                cost_low=100_000.0 * (low := chance.randint(1, 20)),
                cost_high=150_000.0 * low,
                yearly_low=20_000.0,
                yearly_high=40_000.0,
                effort=float(chance.randint(1, 12)),
                benefit=words(chance, 12),
                benefit_score=chance.randint(1, 5),
                confidence=0.6,
                reach=float(chance.randint(500, 9000)),
                risk=words(chance, 10),
                starts_on=starts,
                ends_on=starts + timedelta(days=chance.randint(40, 300)),
                position=100 + number,
            )
        )
        change.flush()
        for gap in chance.sample(gaps, 4):
            _link(change, gap, one)
        measure = chance.choice(kpis)
        _link(change, one, measure)
        change.add(
            Effect(
                initiative_id=one.id, kpi_id=measure.id, low=0.5, likely=1.0, high=2.0,
                worth_low=200_000, worth_likely=400_000, worth_high=700_000, months=6,
            )
        )  # fmt: skip
        for criterion in criteria:
            value = float(chance.randint(1, 5))
            change.add(
                CriterionScore(
                    initiative_id=one.id, criterion_id=criterion.id,
                    value=value, low=max(1, value - 1), high=min(5, value + 1),
                )
            )  # fmt: skip
        change.add(Milestone(initiative_id=one.id, name=words(chance, 3), due_on=one.ends_on))
        made.append(one)
    for before, after in zip(made[::4], made[1::4], strict=False):
        change.add(Dependency(before_id=before.id, after_id=after.id))
