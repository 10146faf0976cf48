"""A canvas on a small journey: two stages, three steps, four lanes."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from cxstudio.drawing.journey.hands import Cell
from cxstudio.model import (
    Card,
    Emotion,
    Evidence,
    Journey,
    JourneyPersona,
    Lane,
    Persona,
    Stage,
    Step,
    Touchpoint,
)
from cxstudio.store import EngagementFile
from cxstudio.ui import theme
from cxstudio.ui.canvas.view import MapView
from cxstudio.ui.settings import Settings
from cxstudio.ui.workspace import Workspace

LANES = ("actions", "emotion", "pain_points", "opportunities")


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> QApplication:
    theme.start(qapp)
    return qapp


@pytest.fixture
def workspace(themed: QApplication, tmp_path: Path) -> Iterator[Workspace]:
    file = EngagementFile.create(tmp_path / "engagement.cxs", client="Fukui Prefecture")
    workspace = Workspace(file, Settings(tmp_path / "settings.ini"))
    yield workspace
    workspace.close()
    file.close()


@pytest.fixture
def made(workspace: Workspace) -> SimpleNamespace:
    """The ids of what is in the file."""
    with workspace.file.change("Set the table") as change:
        journey = change.add(Journey(title="First visit", number=1))
        lanes = [
            change.add(Lane(journey_id=journey.id, lane_kind=kind, name=kind, position=n))
            for n, kind in enumerate(LANES)
        ]
        stages = [
            change.add(Stage(journey_id=journey.id, name=f"Stage {n}", position=n))
            for n in range(2)
        ]
        steps = [
            change.add(Step(stage_id=stages[min(n, 1)].id, name=f"Step {n + 1}", position=n))
            for n in range(3)
        ]
        cards = [
            change.add(Card(step_id=step.id, lane_id=lanes[2].id, text=f"Card {n} {m}", position=m))
            for n, step in enumerate(steps[:2])
            for m in range(2)
        ]
        persona = change.add(Persona(name="Couple", number=1))
        change.add(JourneyPersona(journey_id=journey.id, persona_id=persona.id))
        for step, value in zip(steps, (0.5, -1.0, 1.0), strict=True):
            change.add(Emotion(step_id=step.id, persona_id=persona.id, value=value))
        evidence = change.add(Evidence(evidence_kind="comment", text="The bus was full.", number=1))
        touchpoint = change.add(Touchpoint(name="Bus", icon="bus", number=1))
        return SimpleNamespace(
            journey=journey.id,
            lanes=[lane.id for lane in lanes],
            stages=[stage.id for stage in stages],
            steps=[step.id for step in steps],
            cards=[card.id for card in cards],
            persona=persona.id,
            evidence=evidence.id,
            touchpoint=touchpoint.id,
            pain=[Cell(step.id, lanes[2].id) for step in steps],
            emotion=[Cell(step.id, lanes[1].id) for step in steps],
        )


@pytest.fixture
def canvas(qtbot, workspace: Workspace, made: SimpleNamespace) -> MapView:
    """The canvas in a shown window, following the file as the page makes it do."""
    view = MapView(workspace)
    qtbot.addWidget(view)
    view.show_journey(made.journey)
    workspace.changed.connect(view.refresh)
    view.resize(900, 700)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    view.setFocus()
    qtbot.wait(20)
    return view
