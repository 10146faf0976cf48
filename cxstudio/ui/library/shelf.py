"""Looking at the files in the user's folders, without opening them to write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from cxstudio.model import Emotion, Gap, Journey, Kpi, Stage, Step
from cxstudio.model.completeness import PHASES, completeness
from cxstudio.store import EngagementFile, FileProblem
from cxstudio.store.header import is_encrypted
from cxstudio.store.opening import open_file
from cxstudio.ui.settings import Settings


@dataclass(frozen=True)
class Shelved:
    """What a card of the library shows. `share` and `curve` are 0 to 1 and -2 to +2.

    Of an encrypted file only its name and day are known; `problem` says why a
    file cannot be read.
    """

    path: Path
    changed: dt.datetime | None
    title: str = ""
    client: str = ""
    phase: str = ""
    share: float = 0.0
    gaps: int = 0
    score: float | None = None
    curve: tuple[float | None, ...] = ()
    encrypted: bool = False
    problem: str = ""


def files(settings: Settings) -> list[Path]:
    """The recent files and all others beside them and in the user's folder, each once."""
    recent = settings.recent
    folders = dict.fromkeys([settings.folder, *(path.parent for path in recent)])
    found = dict.fromkeys([*recent, *_in(folders)])
    return list(found)


def _in(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.is_dir():
            yield from sorted(path for path in folder.glob("*.cxs") if path.is_file())


def look_at(path: Path) -> Shelved:
    """What can be said about a file; never raises for a bad one."""
    try:
        changed = dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError as error:
        return Shelved(path, None, path.stem, problem=error.strerror or str(error))
    try:
        if is_encrypted(path):
            return Shelved(path, changed, path.stem, encrypted=True)
        with open_file(path, read_only=True) as file:
            return _summary(file, changed)
    except FileProblem as problem:
        return Shelved(path, changed, path.stem, problem=str(problem))


def _summary(file: EngagementFile, changed: dt.datetime) -> Shelved:
    engagement = file.engagement
    done = completeness(file.session)
    phase = next((p for p in PHASES if done[p.key] < 0.75), PHASES[-1])
    return Shelved(
        file.path,
        changed,
        engagement.title or file.path.stem,
        engagement.client,
        phase.title,
        done[phase.key],
        file.count(Gap),
        _score(file),
        _curve(file),
    )


def _score(file: EngagementFile) -> float | None:
    """The last reading of the first KPI that is a survey score (it has an interval)."""
    for kpi in file.all(Kpi):
        scored = [reading.value for reading in kpi.readings if reading.low is not None]
        if scored:
            return scored[-1]
    return None


def _curve(file: EngagementFile) -> tuple[float | None, ...]:
    """The emotion of the first persona along the first journey."""
    journey = next(iter(file.all(Journey)), None)
    if journey is None or not journey.personas:
        return ()
    persona = journey.personas[0].persona_id
    query = (
        select(Step.id, Emotion.value)
        .join(Stage, Stage.id == Step.stage_id)
        .outerjoin(Emotion, (Emotion.step_id == Step.id) & (Emotion.persona_id == persona))
        .where(Stage.journey_id == journey.id)
        .order_by(Stage.position, Step.position)
    )
    return tuple(row.value for row in file.rows(query))
