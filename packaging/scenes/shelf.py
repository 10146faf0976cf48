"""A few small engagements for the picture of the library. Clients and figures are made up."""

import datetime as dt
import os
from pathlib import Path

from cxstudio.model import (
    Emotion,
    Gap,
    Journey,
    JourneyPersona,
    Kpi,
    Persona,
    Reading,
    Stage,
    Step,
)
from cxstudio.store import EngagementFile

# client, title, emotions along the journey, gaps, score, days ago
Row = tuple[str, str, tuple[float, ...], int, float | None, int]
SHELF: dict[str, tuple[Row, ...]] = {
    "en": (
        ("Illustrative bank", "Opening an account", (0.4, 1, -0.6, -1.2, 0.2, 0.9), 4, -4.1, 3),
        ("Illustrative hospital", "First visit to discharge", (0, -1, 0.3, 0.8, 1.2), 3, 36.8, 12),
        ("Illustrative utility", "Moving house", (1.1, 0.2, -0.8, -1.4, -0.2, 0.5), 2, None, 26),
        ("Illustrative maker", "Showroom to sofa", (0.6, -0.4, 0.1, 1.2, 0.7), 5, 44.0, 60),
    ),
    "ja": (
        ("例示銀行", "口座開設の体験", (0.4, 1, -0.6, -1.2, 0.2, 0.9), 4, -4.1, 3),
        ("例示病院", "初診から退院まで", (0, -1, 0.3, 0.8, 1.2), 3, 36.8, 12),
        ("例示電力", "引越しの手続き", (1.1, 0.2, -0.8, -1.4, -0.2, 0.5), 2, None, 26),
        ("例示家具", "展示場から納品まで", (0.6, -0.4, 0.1, 1.2, 0.7), 5, 44.0, 60),
    ),
}


def fill(folder: Path, language: str) -> None:
    """Write the engagements into the folder, with the days of their last change."""
    for client, title, emotions, gaps, score, days in SHELF[language]:
        path = folder / f"{client}.cxs"
        with EngagementFile.create(path, client=client, title=title, language=language) as file:
            _write(file, emotions, gaps, score)
        day = (dt.datetime.now().astimezone() - dt.timedelta(days=days)).timestamp()
        os.utime(path, (day, day))


def _write(
    file: EngagementFile, emotions: tuple[float, ...], gaps: int, score: float | None
) -> None:
    with file.change("Sketch") as change:
        persona = change.add(Persona(name="Illustrative customer"))
        journey = change.add(Journey(title="Illustrative journey"))
        change.add(JourneyPersona(journey_id=journey.id, persona_id=persona.id))
        stage = change.add(Stage(journey_id=journey.id, name="All"))
        for number, value in enumerate(emotions, 1):
            step = change.add(Step(stage_id=stage.id, name=f"Step {number}"))
            change.add(Emotion(step_id=step.id, persona_id=persona.id, value=value))
        for number in range(gaps):
            change.add(Gap(title=f"Gap {number + 1}"))
        if score is not None:
            kpi = change.add(Kpi(name="NPS"))
            day = dt.date(2026, 4, 30)
            change.add(
                Reading(kpi_id=kpi.id, read_on=day, value=score, low=score - 4, high=score + 4)
            )
