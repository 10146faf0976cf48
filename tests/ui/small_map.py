"""A small journey in a real file, for tests that work on a map.

The fixtures are for the conftest of a folder to import."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from cxstudio import i18n
from cxstudio.model import Card, Emotion, Journey, JourneyPersona, Lane, Persona, Stage, Step
from cxstudio.store import Change, EngagementFile
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

LANES = ("actions", "emotion", "pain_points", "opportunities")


@pytest.fixture
def workspace(running: QApplication, tmp_path: Path) -> Iterator[Workspace]:
    """A new file under the program's own look and keys."""
    file = EngagementFile.create(tmp_path / "engagement.cxs", client="Fukui Prefecture")
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    yield workspace
    workspace.close()
    file.close()
    i18n.use("en")


def draw_map(
    change: Change, stages: Mapping[str, int], feelings: Sequence[float], pains: Sequence[str]
) -> SimpleNamespace:
    """Stages with so many steps each, four lanes, one persona's feelings, and pain points: two on
    each step from the first on. Gives the ids of all of it."""
    journey = change.add(Journey(title="First visit", number=1)).id
    lanes = [
        change.add(Lane(journey_id=journey, lane_kind=kind, name=kind, position=n)).id
        for n, kind in enumerate(LANES)
    ]
    drawn = [
        change.add(Stage(journey_id=journey, name=name, position=n)).id
        for n, name in enumerate(stages)
    ]
    places = [
        stage for stage, count in zip(drawn, stages.values(), strict=True) for _ in [0] * count
    ]
    steps = [
        change.add(Step(stage_id=stage, name=f"Step {n + 1}", position=n)).id
        for n, stage in enumerate(places)
    ]
    cards = [
        change.add(Card(step_id=steps[n // 2], lane_id=lanes[2], text=text, position=n % 2)).id
        for n, text in enumerate(pains)
    ]
    persona = change.add(Persona(name="Couple", number=1)).id
    change.add(JourneyPersona(journey_id=journey, persona_id=persona))
    for step, value in zip(steps, feelings, strict=True):
        change.add(Emotion(step_id=step, persona_id=persona, value=value))
    return SimpleNamespace(
        journey=journey, lanes=lanes, stages=drawn, steps=steps, cards=cards, persona=persona
    )
